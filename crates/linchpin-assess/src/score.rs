//! What an assessment says of a node or leaf.

use linchpin_index::summary::Shares;
use linchpin_model::id::{SourceId, StatementId};
use linchpin_model::statement::Kind;

/// What a node's or leaf's value is, and whether it is shown.
#[derive(Clone, Debug, PartialEq)]
pub struct Score {
    /// the mean; computed always
    pub mean: f64,
    /// how much of the weight is covered by evidence, 0 to 1
    pub coverage: f64,
    /// leaves with evidence, and all leaves
    pub leaves: (usize, usize),
    /// the independent sources that carry it
    pub sources: Vec<SourceId>,
    /// whether the gate shows it (METHOD 23)
    pub shown: bool,
    /// the coverage that it needs in order to be shown; 0 for leaves and the root
    pub needed: f64,
    /// whether it says anything about the tie at all
    pub applies: bool,
}

/// A statement's share in a node.
#[derive(Clone, Debug, PartialEq)]
pub struct Carried {
    /// the statement
    pub statement: StatementId,
    /// its kind
    pub kind: Kind,
    /// the independent source through which it counts
    pub source: SourceId,
    /// path of the leaf it feeds
    pub leaf: String,
    /// its share in the leaf; the shares of a leaf sum to 1
    pub in_leaf: f64,
    /// its share in the node, by weight and coverage; the shares of a node sum to 1
    pub in_node: f64,
}

/// The difference between two cells: a change, if they are of one tie.
#[derive(Clone, Debug, PartialEq)]
pub struct Change {
    /// over all leaves
    pub all: Shares,
    /// mean difference over all leaves
    pub mean: f64,
    /// over the leaves that both cells know; `None` where there are none
    pub matched: Option<Shares>,
    /// effective number of leaves known in both cells, Σ of the lesser coverage
    pub effective_leaves: f64,
}
