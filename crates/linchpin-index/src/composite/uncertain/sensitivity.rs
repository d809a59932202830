//! How much of the variance of scores and ranks each source of uncertainty brings.

use super::drawn::{Drawn, Source};
use crate::sobol::{Design, Indices, indices};

/// Sobol indices by source at one node: alone, and with all others (`crate::sobol`; Saisana, Saltelli & Tarantola 2005). An
/// alternative of method is one uniform number that picks it, as in COINr's `get_sensitivity`.
#[derive(Clone, Debug)]
pub struct Sensitivity {
    /// the node
    pub node: usize,
    /// the sources, in the order of the indices
    pub sources: Vec<Source>,
    /// of the mean over units of the absolute difference from nominal ranks; none where it does not vary
    pub shift: Option<Vec<Indices>>,
    /// of the score of each unit
    pub scores: Vec<Option<Vec<Indices>>>,
    /// of its rank
    pub ranks: Vec<Option<Vec<Indices>>>,
}

/// The indices of all sources, or of some sources taken together (`together` says which group a source belongs to; its
/// first source stands for a group).
///
/// # Panics
/// When the design has fewer than two replicates or more points than a net.
pub fn sensitivity(
    drawn: &Drawn,
    design: Design,
    together: &dyn Fn(Source, Source) -> bool,
) -> Vec<Sensitivity> {
    let innovations = drawn.innovations();
    let mut groups: Vec<(Source, Vec<bool>)> = vec![];
    for (source, own) in drawn.sources() {
        let at = groups.iter().position(|(first, _)| together(*first, *source));
        let at = at.unwrap_or_else(|| {
            groups.push((*source, vec![false; innovations]));
            groups.len() - 1
        });
        own.iter().for_each(|&innovation| groups[at].1[innovation] = true);
    }
    let (sources, marks): (Vec<Source>, Vec<Vec<bool>>) = groups.into_iter().unzip();
    let found = indices(drawn, innovations, &marks, design);
    let of = |outcome: usize| found[outcome].groups.clone();
    let units = 0..drawn.units().len();
    drawn
        .shown()
        .enumerate()
        .map(|(k, node)| Sensitivity {
            node,
            sources: sources.clone(),
            shift: of(drawn.shift(k)),
            scores: units.clone().map(|unit| of(drawn.score(k, unit))).collect(),
            ranks: units.clone().map(|unit| of(drawn.rank(k, unit))).collect(),
        })
        .collect()
}

/// Sources taken together by kind: all weights, all errors of data, and each choice of method.
pub fn by_kind(a: Source, b: Source) -> bool {
    std::mem::discriminant(&a) == std::mem::discriminant(&b)
}
