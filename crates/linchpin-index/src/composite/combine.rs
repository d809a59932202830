//! From normalised indicators up to the root.

use super::aggregate::{Aggregate, NotDefined, aggregate};
use super::benefit::{BestWeights, NoBestWeights, Shares, best_weights};
use super::components::{Components, components};
use super::error::Error;
use super::hierarchy::Hierarchy;
use super::matrix::Matrix;
use super::sums::sum;

/// Where the weights come from.
#[derive(Clone, Debug, PartialEq)]
pub enum Weights {
    /// given, one a node in the order of [`Hierarchy::nodes`]; that of the root is not used
    Given(Vec<f64>),
    /// the same for all children of a node
    Equal,
    /// the loadings of the first principal component of the children of each node, without their signs
    Components,
    /// for each unit those that suit it best; the score is the sum, whatever the aggregation
    Benefit(Shares),
}

/// How the children of a level's aggregates become one.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Level {
    /// by what
    pub method: Aggregate,
    /// the least share of children with a value
    pub available: f64,
}

impl Level {
    /// How an aggregate of some level is made: by the one method, or by that of its level, the first being level 2.
    ///
    /// # Panics
    /// When there are several methods, and none for that level.
    pub fn of(levels: &[Level], level: usize) -> Level {
        levels[if levels.len() == 1 { 0 } else { level - 2 }]
    }
}

/// All scores, and what they were weighted with.
#[derive(Clone, Debug)]
pub struct Combined {
    /// units × nodes, in the order of [`Hierarchy::nodes`]
    pub scores: Matrix,
    /// one a node, as used; none where each unit has its own
    pub weights: Option<Vec<f64>>,
    /// the components below each aggregate, by its place, where the weights come from them
    pub components: Vec<(usize, Components)>,
    /// the best weights below each aggregate, by its place
    pub best: Vec<(usize, BestWeights)>,
}

/// Checks that weights can be used: none negative or not finite, and not all 0 among the children of a node.
///
/// # Errors
/// The first that cannot.
///
/// # Panics
/// When there is not one weight a node.
pub fn check_weights(hierarchy: &Hierarchy, weights: &[f64]) -> Result<(), Error> {
    let nodes = hierarchy.nodes();
    assert_eq!(weights.len(), nodes.len(), "one weight a node");
    for (node, &weight) in nodes.iter().zip(weights).take(hierarchy.root()) {
        if !(weight >= 0.0 && weight.is_finite()) {
            return Err(Error::BadWeight { code: node.code.clone(), weight });
        }
    }
    let weightless = |&at: &usize| sum(nodes[at].children.iter().map(|&child| weights[child])) <= 0.0;
    match hierarchy.aggregates().find(weightless) {
        Some(at) => Err(Error::ZeroWeights { code: nodes[at].code.clone() }),
        None => Ok(()),
    }
}

/// Aggregates normalised indicators level by level. `levels` holds one method for all levels of aggregates, or one each
/// from below; an aggregate follows its own level. `unit` names a unit in an error.
///
/// # Errors
/// When weights cannot be used, a mean is not defined for a value, or components or best weights do not exist.
///
/// # Panics
/// When the matrix has not one column an indicator.
pub fn combine(
    hierarchy: &Hierarchy,
    normalised: &Matrix,
    weights: &Weights,
    levels: &[Level],
    unit: &dyn Fn(usize) -> String,
) -> Result<Combined, Error> {
    assert_eq!(normalised.columns(), hierarchy.indicators(), "one column an indicator");
    let nodes = hierarchy.nodes();
    let aggregated_levels = hierarchy.levels() - 1;
    if levels.len() != 1 && levels.len() != aggregated_levels {
        return Err(Error::MethodsPerLevel { given: levels.len(), levels: aggregated_levels });
    }
    let mut used = match weights {
        Weights::Given(weights) => weights.clone(),
        Weights::Equal | Weights::Components | Weights::Benefit(_) => vec![1.0; nodes.len()],
    };
    if matches!(weights, Weights::Given(_)) {
        check_weights(hierarchy, &used)?;
    }
    let mut scores = Matrix::missing(normalised.units(), nodes.len());
    for column in 0..normalised.columns() {
        scores.column_mut(column).copy_from_slice(normalised.column(column));
    }
    let (mut found, mut best) = (vec![], vec![]);
    for at in hierarchy.aggregates() {
        let node = &nodes[at];
        let refused = |NotDefined { unit: of, column, value }: NotDefined, mean| Error::NotPositive {
            code: node.code.clone(),
            mean,
            child: nodes[node.children[column]].code.clone(),
            unit: unit(of),
            value,
        };
        if let Weights::Benefit(shares) = weights {
            let of_node = best_weights(&scores, &node.children, *shares).map_err(|error| match error {
                NoBestWeights::Negative { unit, column, value } => {
                    refused(NotDefined { unit, column, value }, "benefit of the doubt")
                }
                NoBestWeights::Bounds { unit: of } => {
                    Error::NoBestWeights { code: node.code.clone(), unit: unit(of) }
                }
            })?;
            scores.column_mut(at).copy_from_slice(&of_node.scores);
            best.push((at, of_node));
            continue;
        }
        if *weights == Weights::Components {
            let of_node = components(&scores, &node.children)
                .map_err(|why| Error::NoComponents { code: node.code.clone(), why })?;
            for (&child, loading) in node.children.iter().zip(&of_node.loadings[0]) {
                used[child] = loading.abs();
            }
            found.push((at, of_node));
        }
        let level = Level::of(levels, node.level);
        let own: Vec<f64> = node.children.iter().map(|&child| used[child]).collect();
        let values = aggregate(&scores, &node.children, &own, level.method, level.available)
            .map_err(|error| refused(error, level.method.name()))?;
        scores.column_mut(at).copy_from_slice(&values);
    }
    let weights = best.is_empty().then_some(used);
    Ok(Combined { scores, weights, components: found, best })
}
