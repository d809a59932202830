//! The figures of a study, one file each. Each turns the answer to a question into a [`Figure`]: a table, three sentences and a
//! function that draws the table.

pub mod attribution;
pub mod cards;
pub mod criteria;
pub mod fears;
pub mod formats;
pub mod interval;
pub mod map;
pub mod matrix;
pub mod measures;
pub mod network;
pub mod sensitivity;
pub mod trajectory;

use crate::figure::Figure;
use crate::names::Names;
use linchpin_dossier::Snapshot;
use linchpin_model::Date;
use linchpin_model::alliance::Role;
use linchpin_model::id::EntityId;
use linchpin_study::burden::{self, table};
use linchpin_study::{Error, Setting};
use linchpin_study::{
    changes, explain, exposure, fears as fears_of, formats as formats_of, matrix as matrix_of, mechanisms,
    overview, sensitivity as sensitivity_of, trajectory as trajectory_of,
};
use std::sync::Arc;

/// The figures there are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// the alliances side by side: level, intervals, direction, criteria
    Cards,
    /// members, ties and troops on a map
    Map,
    /// a score taken apart, down to the indicators
    Criteria,
    /// a score over the years
    Trajectory,
    /// why a score changed
    Attribution,
    /// who stands where on which issue
    Matrix,
    /// who pays and provides what
    Burden,
    /// what speaks for and against each fear of an ally
    Fears,
    /// how open to pressure somebody is
    Exposure,
    /// who is in what
    Formats,
    /// what strengthens and weakens what
    Network,
    /// what the uncertainty comes from
    Sensitivity,
}

impl Kind {
    /// All figures, in the order of a report.
    pub const ALL: [Kind; 12] = [
        Kind::Cards,
        Kind::Map,
        Kind::Criteria,
        Kind::Trajectory,
        Kind::Attribution,
        Kind::Matrix,
        Kind::Burden,
        Kind::Fears,
        Kind::Exposure,
        Kind::Formats,
        Kind::Network,
        Kind::Sensitivity,
    ];

    /// The figure's name on the command line and in addresses.
    pub fn name(self) -> &'static str {
        match self {
            Kind::Cards => "cards",
            Kind::Map => "map",
            Kind::Criteria => "criteria",
            Kind::Trajectory => "trajectory",
            Kind::Attribution => "attribution",
            Kind::Matrix => "matrix",
            Kind::Burden => "burden",
            Kind::Fears => "fears",
            Kind::Exposure => "exposure",
            Kind::Formats => "formats",
            Kind::Network => "network",
            Kind::Sensitivity => "sensitivity",
        }
    }

    /// The message that says what it shows.
    pub fn shows(self) -> &'static str {
        match self {
            Kind::Cards => "figure-cards-shows",
            Kind::Map => "figure-map-shows",
            Kind::Criteria => "figure-criteria-shows",
            Kind::Trajectory => "figure-trajectory-shows",
            Kind::Attribution => "figure-attribution-shows",
            Kind::Matrix => "figure-matrix-shows",
            Kind::Burden => "figure-burden-shows",
            Kind::Fears => "figure-fears-shows",
            Kind::Exposure => "figure-exposure-shows",
            Kind::Formats => "figure-formats-shows",
            Kind::Network => "figure-network-shows",
            Kind::Sensitivity => "figure-sensitivity-shows",
        }
    }

    /// Whom a figure of this kind is about.
    pub fn is_about(self) -> About {
        match self {
            Kind::Criteria | Kind::Trajectory | Kind::Attribution => About::Tie,
            Kind::Fears => About::Ally,
            _ => About::Everything,
        }
    }
}

/// Whom a figure is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum About {
    /// the whole dossier
    Everything,
    /// one alliance
    Tie,
    /// one ally
    Ally,
}

/// Whom figures of a kind can be about, the first being meant where nobody is named; empty where it is about everything.
pub fn subjects(kind: Kind, snapshot: &Snapshot) -> Vec<EntityId> {
    let ties = &snapshot.settings().ties;
    match kind.is_about() {
        About::Everything => vec![],
        About::Tie => ties.clone(),
        About::Ally => {
            let alliances = ties.iter().filter_map(|tie| snapshot.vocabulary().alliances.get(tie));
            let mut allies: Vec<EntityId> = vec![];
            for ally in alliances.filter_map(|alliance| alliance.in_role(Role::Ally)) {
                if !allies.contains(ally) {
                    allies.push(ally.clone());
                }
            }
            allies
        }
    }
}

/// What a figure is asked for.
#[derive(Clone, Debug, Default)]
pub struct Asked {
    /// the alliance or ally that it is about, if it is about one
    pub about: Option<EntityId>,
    /// the node or indicator; the root, if absent
    pub node: Option<String>,
    /// the date that changes are measured from; the dossier's own, if absent
    pub since: Option<Date>,
    /// the setting
    pub setting: Setting,
}

/// The answer to the question of a figure. What the text of a report tells as well is shared with it.
pub enum Found {
    /// of [`Kind::Cards`]
    Cards(Arc<overview::Answer>),
    /// of [`Kind::Map`]
    Map(Arc<overview::Answer>, Box<table::Answer>),
    /// of [`Kind::Criteria`]
    Criteria(Arc<explain::Answer>),
    /// of [`Kind::Trajectory`]
    Trajectory(Box<trajectory_of::Answer>),
    /// of [`Kind::Attribution`]
    Attribution(Arc<changes::Answer>),
    /// of [`Kind::Matrix`]
    Matrix(Arc<matrix_of::Answer>),
    /// of [`Kind::Burden`]
    Burden(Box<table::Answer>),
    /// of [`Kind::Fears`]
    Fears(Box<fears_of::Answer>),
    /// of [`Kind::Exposure`]
    Exposure(Box<table::Answer>),
    /// of [`Kind::Formats`]
    Formats(Box<formats_of::Answer>),
    /// of [`Kind::Network`]
    Network(Box<mechanisms::Answer>),
    /// of [`Kind::Sensitivity`]
    Sensitivity(Box<sensitivity_of::Answer>),
}

/// The draws of a trajectory, which needs many assessments: enough for a line on paper.
const FEWER_DRAWS: u32 = 400;
/// Points and replicates of the figure of sensitivity: indices to about a hundredth.
const POINTS: usize = 256;
const REPLICATES: usize = 4;

/// Answers the question of a figure.
pub fn ask(kind: Kind, asked: &Asked, snapshot: &Snapshot) -> Result<Found, Error> {
    let Asked { about, node, since, setting } = asked.clone();
    let named = about.map_or(String::new(), |id| id.to_string());
    let overview = |setting| overview::answer(&overview::Overview { ties: vec![], since, setting }, snapshot);
    let table = |setting| table::Question { about: None, setting };
    Ok(match kind {
        Kind::Cards => Found::Cards(Arc::new(overview(setting)?)),
        Kind::Map => {
            let burden = burden::answer(&table(setting.clone()), snapshot)?;
            Found::Map(Arc::new(overview(setting)?), Box::new(burden))
        }
        Kind::Criteria => Found::Criteria(Arc::new(explain::answer(
            &explain::Explain { tie: named, node, setting },
            snapshot,
        )?)),
        Kind::Trajectory => {
            let step = trajectory_of::Step::Evidence;
            let setting = Setting { draws: setting.draws.min(FEWER_DRAWS), ..setting };
            let question =
                trajectory_of::Trajectory { tie: named, node, from: None, to: None, step, setting };
            Found::Trajectory(Box::new(trajectory_of::answer(&question, snapshot)?))
        }
        Kind::Attribution => {
            let question = changes::Changes {
                tie: named,
                from: since,
                node,
                as_known_then: false,
                framework_then: None,
                setting,
            };
            Found::Attribution(Arc::new(changes::answer(&question, snapshot)?))
        }
        Kind::Matrix => {
            let question = matrix_of::Matrix { issue: None, actors: vec![], setting };
            Found::Matrix(Arc::new(matrix_of::answer(&question, snapshot)?))
        }
        Kind::Burden => Found::Burden(Box::new(burden::answer(&table(setting), snapshot)?)),
        Kind::Exposure => Found::Exposure(Box::new(exposure::answer(&table(setting), snapshot)?)),
        Kind::Fears => {
            let question = fears_of::Fears { ally: named.into(), setting };
            Found::Fears(Box::new(fears_of::answer(&question, snapshot)?))
        }
        Kind::Formats => {
            let question = formats_of::Formats { actor: None, setting };
            Found::Formats(Box::new(formats_of::answer(&question, snapshot)?))
        }
        Kind::Network => {
            let question = mechanisms::Mechanisms { cause: None, effect: None, tie: None, setting };
            Found::Network(Box::new(mechanisms::answer(&question, snapshot)?))
        }
        Kind::Sensitivity => {
            let question = sensitivity_of::Sensitivity {
                ties: vec![],
                node,
                points: POINTS,
                replicates: REPLICATES,
                setting,
            };
            Found::Sensitivity(Box::new(sensitivity_of::answer(&question, snapshot)?))
        }
    })
}

/// What was found, if the dossier has anything for the figure; another reason for there being no answer stays one.
pub fn if_any(found: Result<Found, Error>) -> Result<Option<Found>, Error> {
    match found {
        Ok(found) => Ok(Some(found)),
        Err(
            Error::NoEarlierDate | Error::NotBefore { .. } | Error::Assess(linchpin_assess::Error::NoCells),
        ) => Ok(None),
        Err(error) => Err(error),
    }
}

impl Found {
    /// The answer as JSON, of a figure whose question no text tells; none of the others.
    pub fn json(&self) -> Option<serde_json::Value> {
        let json = match self {
            Found::Trajectory(found) => serde_json::to_value(found),
            Found::Burden(found) | Found::Exposure(found) => serde_json::to_value(found),
            Found::Fears(found) => serde_json::to_value(found),
            Found::Formats(found) => serde_json::to_value(found),
            Found::Network(found) => serde_json::to_value(found),
            Found::Sensitivity(found) => serde_json::to_value(found),
            _ => return None,
        };
        json.ok()
    }

    /// The figure of what was found, in the language of some names.
    pub fn figure(&self, names: &Names<'_>) -> Figure {
        match self {
            Found::Cards(found) => cards::figure(found, names),
            Found::Map(overview, burden) => map::figure(overview, burden, names),
            Found::Criteria(found) => criteria::figure(found, names),
            Found::Trajectory(found) => trajectory::figure(found, names),
            Found::Attribution(found) => attribution::figure(found, names),
            Found::Matrix(found) => matrix::figure(found, names),
            Found::Burden(found) => measures::burden(found, names),
            Found::Exposure(found) => measures::exposure(found, names),
            Found::Fears(found) => fears::figure(found, names),
            Found::Formats(found) => formats::figure(found, names),
            Found::Network(found) => network::figure(found, names),
            Found::Sensitivity(found) => sensitivity::figure(found, names),
        }
    }
}
