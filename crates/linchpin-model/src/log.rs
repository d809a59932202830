//! The log: lines that assert, supersede, rank and review statements, and are never edited.

use crate::Timestamp;
use crate::id::{CoderId, StatementId};
use crate::statement::Statement;
use serde::{Deserialize, Serialize};

/// One line of a log.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Line {
    /// when the line was written
    pub recorded: Timestamp,
    /// who wrote it
    pub by: CoderId,
    /// what it says
    pub entry: Entry,
}

/// What a line says.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Entry {
    /// a new statement
    Assert(Box<Statement>),
    /// a statement in the place of an older one
    Supersede(Superseding),
    /// a statement's rank among contradicting ones
    Rank(Ranking),
    /// a reviewer's verdict
    Review(Reviewing),
}

/// A statement in the place of an older one.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Superseding {
    /// the older statement
    pub old: StatementId,
    /// the newer one, with an id of its own
    pub new: Box<Statement>,
    /// why
    pub because: String,
}

/// A change of rank.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Ranking {
    /// the statement
    pub id: StatementId,
    /// its rank from now on
    pub rank: Rank,
}

/// A verdict.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Reviewing {
    /// the statement
    pub id: StatementId,
    /// its status from now on
    pub status: Status,
}

/// Rank among statements about the same thing, as in Wikidata.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Rank {
    /// used where there is one
    Preferred,
    /// used
    #[default]
    Normal,
    /// kept, not used
    Deprecated,
}

impl Rank {
    /// The rank as in a log.
    pub fn name(self) -> &'static str {
        match self {
            Rank::Preferred => "preferred",
            Rank::Normal => "normal",
            Rank::Deprecated => "deprecated",
        }
    }
}

/// Where a statement stands in review. A person's statement is accepted; what a program reads out of a
/// document is written with a review line that says `proposed`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Status {
    /// waits for review; not used
    Proposed,
    /// used
    #[default]
    Accepted,
    /// kept, not used
    Rejected,
}

impl Status {
    /// The status as in a log.
    pub fn name(self) -> &'static str {
        match self {
            Status::Proposed => "proposed",
            Status::Accepted => "accepted",
            Status::Rejected => "rejected",
        }
    }
}
