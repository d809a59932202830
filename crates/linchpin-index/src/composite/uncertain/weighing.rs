//! The weights of all nodes in each draw.

use super::super::combine::check_weights;
use super::super::error::Error;
use super::super::hierarchy::Hierarchy;
use super::Weighing;
use super::scale::taken;
use super::source::{Named, Source};
use crate::column::{BLOCK, Choice, Column, shift_and_scale};
use crate::points::Numbers;
use crate::weights::DirichletTables;

/// Weights that are drawn, one column a node.
pub enum Weights {
    Fixed(Vec<f32>),
    /// weight, factor and innovation of each node but the root
    Perturbed(Vec<(f32, f32, usize)>),
    /// for each aggregate its children, the innovation of the first of each and the distribution
    Dirichlet(Vec<(Vec<usize>, Vec<usize>, DirichletTables)>),
    /// by node and set
    Sets(Vec<Vec<f32>>),
}

impl Weights {
    /// The weights about those given.
    ///
    /// # Errors
    /// When there are as many factors as neither one nor levels, or weights cannot be used.
    pub fn new(
        hierarchy: &Hierarchy,
        given: &[f64],
        weighing: &Weighing,
        named: &mut Named,
    ) -> Result<Weights, Error> {
        let nodes = hierarchy.nodes();
        let name = |child: usize| format!("index/weight/{}", nodes[child].code);
        Ok(match weighing {
            Weighing::Given => Weights::Fixed(given.iter().map(|weight| *weight as f32).collect()),
            Weighing::Perturbed(factors) => {
                if factors.len() != 1 && factors.len() + 1 != hierarchy.levels() {
                    let levels = hierarchy.levels() - 1;
                    return Err(Error::MethodsPerLevel { given: factors.len(), levels });
                }
                let one = |child: usize| {
                    let parent = nodes[child].parent.unwrap_or(child);
                    let factor =
                        if factors.len() == 1 { factors[0] } else { factors[nodes[child].level - 1] };
                    let innovation = named.innovation(Source::WeightsBelow(parent), name(child));
                    (given[child] as f32, factor as f32, innovation)
                };
                Weights::Perturbed((0..hierarchy.root()).map(one).collect())
            }
            Weighing::Dirichlet(sd) => {
                let mut all = vec![];
                for parent in hierarchy.aggregates() {
                    let children = nodes[parent].children.clone();
                    let own: Vec<f64> = children.iter().map(|&child| given[child]).collect();
                    // without spread there is no distribution
                    let tables = DirichletTables::with_spread(&own, sd.max(1e-3));
                    let innovations = children
                        .iter()
                        .map(|&child| named.innovation(Source::WeightsBelow(parent), name(child)))
                        .collect();
                    all.push((children, innovations, tables));
                }
                Weights::Dirichlet(all)
            }
            Weighing::Sets(sets) => {
                sets.iter().try_for_each(|set| check_weights(hierarchy, set))?;
                let of_node = |node: usize| sets.iter().map(|set| set[node] as f32).collect();
                Weights::Sets((0..nodes.len()).map(of_node).collect())
            }
        })
    }

    /// The innovations that they take.
    pub fn innovations(&self) -> Vec<usize> {
        match self {
            Weights::Fixed(_) | Weights::Sets(_) => vec![],
            Weights::Perturbed(nodes) => nodes.iter().map(|(.., innovation)| *innovation).collect(),
            Weights::Dirichlet(all) => {
                all.iter().flat_map(|(_, innovations, _)| innovations.clone()).collect()
            }
        }
    }

    /// Writes the weights of all nodes; those of children count relative to each other.
    pub fn draw(&self, numbers: &Numbers<'_>, set: &Choice, into: &mut [Column]) {
        match self {
            Weights::Fixed(weights) => into.iter_mut().zip(weights).for_each(|(column, w)| column.fill(*w)),
            Weights::Sets(sets) => {
                into.iter_mut().zip(sets).for_each(|(column, own)| *column = taken(own, set))
            }
            Weights::Perturbed(nodes) => {
                for (column, (weight, factor, innovation)) in into.iter_mut().zip(nodes) {
                    numbers.uniforms(*innovation, column);
                    let (least, range) = (weight * (1.0 - factor), 2.0 * weight * factor);
                    shift_and_scale(std::slice::from_mut(column), &[least], &[range]);
                }
            }
            Weights::Dirichlet(all) => {
                for (children, innovations, tables) in all {
                    let mut columns = vec![[0.0; BLOCK]; children.len()];
                    let pairs = columns.iter_mut().zip(innovations);
                    pairs.for_each(|(column, innovation)| numbers.normals(*innovation, column));
                    tables.draw(&mut columns);
                    children.iter().zip(columns).for_each(|(&child, column)| into[child] = column);
                }
            }
        }
    }
}
