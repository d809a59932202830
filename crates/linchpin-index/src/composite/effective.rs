//! What a weight comes to at the root.

use super::hierarchy::Hierarchy;
use super::sums::sum;

/// The weight of each node in the root: its share among its siblings times the effective weight of its parent; 1 for the
/// root. One a node, in the order of [`Hierarchy::nodes`]; those of the indicators sum to 1.
///
/// # Panics
/// When there is not one weight a node.
pub fn effective_weights(hierarchy: &Hierarchy, weights: &[f64]) -> Vec<f64> {
    let nodes = hierarchy.nodes();
    assert_eq!(weights.len(), nodes.len(), "one weight a node");
    let mut effective = vec![1.0; nodes.len()];
    for parent in hierarchy.aggregates().rev() {
        let total = sum(nodes[parent].children.iter().map(|&child| weights[child]));
        for &child in &nodes[parent].children {
            effective[child] = weights[child] / total * effective[parent];
        }
    }
    effective
}
