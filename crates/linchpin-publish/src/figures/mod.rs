//! The figures of a study, one file each. Each turns the answer to a question into a [`Figure`]: a table, three sentences and a
//! function that draws the table.

pub mod cards;
mod interval;

use crate::figure::Figure;
use crate::names::Names;
use linchpin_dossier::Snapshot;
use linchpin_model::alliance::Role;
use linchpin_model::id::EntityId;
use linchpin_study::Setting;

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
    /// the setting
    pub setting: Setting,
}

/// Answers the question of a figure and makes the figure of it.
pub fn figure(kind: Kind, asked: &Asked, names: &Names<'_>) -> Result<Figure, linchpin_study::Error> {
    match kind {
        Kind::Cards => {
            let question = linchpin_study::overview::Overview { since: None, setting: asked.setting.clone() };
            let found = linchpin_study::overview::answer(&question, names.snapshot)?;
            Ok(cards::figure(&found, names))
        }
    }
}
