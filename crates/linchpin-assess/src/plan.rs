//! What is asked of an assessment: in which worlds, how it is drawn, and what of the draws.

use crate::innovations::Kind as Uncertain;
use linchpin_dossier::View;
use linchpin_model::id::IndicatorId;

/// What is known, and what a framework does without: cells of different worlds are drawn by the same random numbers, so that
/// what a source, a coder, an indicator or a hypothetical statement makes of a score can be told.
#[derive(Clone, Copy, Debug)]
pub struct World<'v> {
    /// what is known
    pub view: &'v View<'v>,
    /// an indicator that is left out, as if the framework did not have it
    pub without: Option<&'v IndicatorId>,
}

impl<'v> World<'v> {
    /// All that a view knows, under the whole framework.
    pub fn of(view: &'v View<'v>) -> World<'v> {
        World { view, without: None }
    }
}

/// How an assessment is drawn, and what is asked of the draws: they stream by and are not kept.
#[derive(Clone, Debug, PartialEq)]
pub struct Plan {
    /// number of draws, at least 100
    pub draws: u32,
    /// if given, draws go on until the mean and the ends of the intervals of all scores are that sure, or until there are
    /// [`MOST_DRAWS`]
    pub precision: Option<f64>,
    /// the seed; the same seed gives the same bytes
    pub seed: u64,
    /// sources of uncertainty that are held at their middle
    pub still: Vec<Uncertain>,
    /// pairs of cells whose difference is also wanted, over all leaves and on the matched panel
    pub changes: Vec<(usize, usize)>,
    /// propositions whose probability is wanted
    pub ask: Vec<Proposition>,
    /// whether the cells of a tie are points of one trajectory: then a node that was shown at the date before stays so a
    /// little below the bound of the gate (METHOD 23); else each cell is judged by itself
    pub trajectory: bool,
}

impl Default for Plan {
    fn default() -> Self {
        Plan {
            draws: 10_000,
            precision: None,
            seed: 1,
            still: vec![],
            changes: vec![],
            ask: vec![],
            trajectory: false,
        }
    }
}

/// The most draws that a wanted precision may take.
pub const MOST_DRAWS: u32 = 10_000_000;

/// A node or leaf of a cell, by its path ([`crate::Assessment::find`]).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Point {
    /// place of the cell among those asked for
    pub cell: usize,
    /// path of the node or leaf
    pub path: String,
}

/// That a score lies within bounds, and above another; bounds that are not given hold.
#[derive(Clone, Debug, PartialEq)]
pub struct Proposition {
    /// whose score
    pub of: Point,
    /// its least value
    pub at_least: Option<f64>,
    /// its greatest value
    pub at_most: Option<f64>,
    /// what it exceeds
    pub exceeds: Option<Point>,
}
