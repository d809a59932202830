//! The ranking without one indicator or aggregate.

use super::super::build::{Data, Method, build};
use super::super::combine::{Weights, combine};
use super::super::error::Error;
use super::super::hierarchy::Hierarchy;
use super::super::rank::ranks;

/// What leaving one node out does to the ranks at the root.
#[derive(Clone, Debug, PartialEq)]
pub struct Without {
    /// the node
    pub node: usize,
    /// the ranks without it, by unit; none without a score
    pub ranks: Vec<Option<usize>>,
    /// mean over units of the absolute difference of ranks
    pub shift: f64,
    /// the greatest of them
    pub greatest: usize,
}

/// Takes out one node of a level after the other, with its weight, and ranks anew: what COINr's `remove_elements` does. A
/// node whose siblings weigh nothing takes its parent out with it; the last of all is not taken out.
///
/// # Errors
/// When the index is not defined, or has a weight for each unit of its own.
pub fn leave_one_out(data: &Data<'_>, method: &Method, level: usize) -> Result<Vec<Without>, Error> {
    let built = build(data, method)?;
    let (hierarchy, nodes) = (data.hierarchy, data.hierarchy.nodes());
    let Some(given) = &built.combined.weights else {
        return Err(Error::NotDrawn { method: "benefit of the doubt" });
    };
    let nominal = ranks(built.combined.scores.column(hierarchy.root()));
    let unit = |at: usize| data.units[built.units[at]].clone();
    let mut all = vec![];
    for node in (0..hierarchy.root()).filter(|&at| nodes[at].level == level) {
        let Some(weights) = without(hierarchy, given, node) else { continue };
        let combined =
            combine(hierarchy, &built.normalised, &Weights::Given(weights), &method.levels, &unit)?;
        let ranks = ranks(combined.scores.column(hierarchy.root()));
        let shifts: Vec<usize> = nominal
            .iter()
            .zip(&ranks)
            .filter_map(|(a, b)| Some(a.as_ref()?.abs_diff(*b.as_ref()?)))
            .collect();
        all.push(Without {
            node,
            shift: shifts.iter().sum::<usize>() as f64 / shifts.len() as f64,
            greatest: shifts.iter().copied().max().unwrap_or(0),
            ranks,
        });
    }
    Ok(all)
}

/// The weights without a node; none where nothing would be left.
fn without(hierarchy: &Hierarchy, given: &[f64], node: usize) -> Option<Vec<f64>> {
    let nodes = hierarchy.nodes();
    let (mut weights, mut at) = (given.to_vec(), node);
    weights[at] = 0.0;
    while let Some(parent) = nodes[at].parent
        && nodes[parent].children.iter().all(|&child| weights[child] <= 0.0)
    {
        if parent == hierarchy.root() {
            return None;
        }
        // the parts of a parent that weighs nothing keep their weights, so that its mean is defined
        weights[at] = given[at];
        weights[parent] = 0.0;
        at = parent;
    }
    Some(weights)
}
