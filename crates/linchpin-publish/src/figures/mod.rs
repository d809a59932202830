//! The figures of a study, one file each. Each turns the answer to a question into a [`Figure`]: a table, three sentences and a
//! function that draws the table.

pub mod cards;
mod interval;

use crate::figure::Figure;
use crate::names::Names;
use linchpin_dossier::Snapshot;
use linchpin_model::Date;
use linchpin_model::alliance::Role;
use linchpin_model::id::EntityId;
use linchpin_study::overview;
use linchpin_study::{Error, Setting};

/// The figures there are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// the alliances side by side: level, intervals, direction, criteria
    Cards,
}

impl Kind {
    /// All figures, in the order of a report.
    pub const ALL: [Kind; 1] = [Kind::Cards];

    /// The figure's name on the command line and in addresses.
    pub fn name(self) -> &'static str {
        match self {
            Kind::Cards => "cards",
        }
    }

    /// The message that says what it shows.
    pub fn shows(self) -> &'static str {
        match self {
            Kind::Cards => "figure-cards-shows",
        }
    }

    /// Whom a figure of this kind is about.
    pub fn is_about(self) -> About {
        match self {
            Kind::Cards => About::Everything,
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

/// The answer to the question of a figure.
pub enum Found {
    /// of [`Kind::Cards`]
    Cards(Box<overview::Answer>),
}

/// Answers the question of a figure.
pub fn ask(kind: Kind, asked: &Asked, snapshot: &Snapshot) -> Result<Found, Error> {
    let Asked { since, setting, .. } = asked.clone();
    Ok(match kind {
        Kind::Cards => {
            Found::Cards(Box::new(overview::answer(&overview::Overview { since, setting }, snapshot)?))
        }
    })
}

/// What was found, if the dossier has anything for the figure; another reason for there being no answer stays one.
pub fn if_any(found: Result<Found, Error>) -> Result<Option<Found>, Error> {
    match found {
        Ok(found) => Ok(Some(found)),
        Err(Error::NoEarlierDate | Error::Assess(linchpin_assess::Error::NoCells)) => Ok(None),
        Err(error) => Err(error),
    }
}

impl Found {
    /// The figure of what was found, in the language of some names.
    pub fn figure(&self, names: &Names<'_>) -> Figure {
        match self {
            Found::Cards(found) => cards::figure(found, names),
        }
    }
}
