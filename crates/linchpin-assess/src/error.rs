//! What can be wrong with a request for an assessment.

use crate::tie::assessable_ties;
use linchpin_model::id::EntityId;
use linchpin_model::vocabulary::Vocabulary;

/// Why no assessment was made.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Error {
    /// the tie is unknown, or not between one guarantor and one ally
    #[error("“{tie}” is no alliance between one guarantor and one ally in this dossier; there are: {known}")]
    NoTie {
        /// as asked
        tie: String,
        /// those that can be assessed
        known: String,
    },
    /// the framework has no such node
    #[error("the framework has no node “{node}”; there are: {known}")]
    NoNode {
        /// as asked
        node: String,
        /// those there are
        known: String,
    },
    /// no cells
    #[error("nothing to assess: name at least one alliance and one date")]
    NoCells,
    /// no draws
    #[error("an assessment needs at least 100 draws, not {0}")]
    TooFewDraws(u32),
}

impl Error {
    pub(crate) fn no_node<'n>(node: &str, known: impl Iterator<Item = &'n str>) -> Error {
        Error::NoNode { node: node.into(), known: known.collect::<Vec<_>>().join(", ") }
    }

    pub(crate) fn no_tie(tie: &EntityId, vocabulary: &Vocabulary) -> Error {
        let ids = assessable_ties(vocabulary);
        let known: Vec<&str> = ids.iter().map(EntityId::as_str).collect();
        Error::NoTie { tie: tie.to_string(), known: known.join(", ") }
    }
}
