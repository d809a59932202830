//! The tree of a framework, laid out once: nodes with their children, and the leaves that indicators make under them.

use crate::tie::Tie;
use linchpin_model::alliance::Role;
use linchpin_model::framework::Framework;
use linchpin_model::id::{IndicatorId, NodeId};
use linchpin_model::vocabulary::Vocabulary;

/// A child of a node.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Child {
    Node(usize),
    Leaf(usize),
}

/// An inner node, by its place in the framework file.
#[derive(Clone, Debug)]
pub(crate) struct TreeNode {
    pub path: String,
    pub children: Vec<Child>,
    /// weights of the children, in their order; they need not sum to 1
    pub weights: Vec<f64>,
    pub is_root: bool,
}

/// An indicator under one node.
#[derive(Clone, Debug)]
pub(crate) struct TreeLeaf {
    pub path: String,
    /// place in the framework's list of indicators
    pub indicator: usize,
    /// place in the framework's list of nodes
    pub parent: usize,
    pub capital: Option<Role>,
}

/// The whole tree. Nodes stand as in the framework file; `order` names children before their parents.
#[derive(Clone, Debug)]
pub(crate) struct Tree {
    pub nodes: Vec<TreeNode>,
    pub leaves: Vec<TreeLeaf>,
    pub order: Vec<usize>,
}

impl Tree {
    pub fn of(framework: &Framework) -> Tree {
        let place = |id: &NodeId| framework.node.iter().position(|n| n.id == *id);
        let mut nodes: Vec<TreeNode> = framework
            .node
            .iter()
            .map(|n| TreeNode {
                path: framework.path(&n.id),
                children: vec![],
                weights: vec![],
                is_root: n.parent.is_none(),
            })
            .collect();
        for (at, node) in framework.node.iter().enumerate() {
            if let Some(parent) = node.parent.as_ref().and_then(place) {
                nodes[parent].children.push(Child::Node(at));
                nodes[parent].weights.push(node.weight);
            }
        }
        let mut leaves = vec![];
        for (indicator, i) in framework.indicator.iter().enumerate() {
            for parent in i.under.iter().filter_map(place) {
                nodes[parent].children.push(Child::Leaf(leaves.len()));
                nodes[parent].weights.push(i.weight);
                let path = format!("{}/{}", nodes[parent].path, i.id);
                let capital = capital_of(framework, parent);
                leaves.push(TreeLeaf { path, indicator, parent, capital });
            }
        }
        let mut order: Vec<usize> = (0..nodes.len()).collect();
        // deeper nodes first; the root's path is its own id and stands above all
        order.sort_by_key(|&n| {
            let depth = if nodes[n].is_root { 0 } else { 1 + nodes[n].path.matches('/').count() };
            (std::cmp::Reverse(depth), n)
        });
        Tree { nodes, leaves, order }
    }

    /// For each node the weights of its children for a tie; 0 for an indicator that says nothing about the tie or is left
    /// out, and for a node below which nothing is left.
    pub fn all_weights_for(
        &self,
        framework: &Framework,
        tie: &Tie,
        vocabulary: &Vocabulary,
        without: Option<&IndicatorId>,
    ) -> Vec<Vec<f64>> {
        let mut weights: Vec<Vec<f64>> = vec![vec![]; self.nodes.len()];
        for &at in &self.order {
            let node = &self.nodes[at];
            let weight = |(child, weight): (&Child, &f64)| match child {
                Child::Node(below) => {
                    let is_left = weights[*below].iter().any(|weight| *weight > 0.0);
                    if is_left { *weight } else { 0.0 }
                }
                Child::Leaf(leaf) => {
                    let leaf = &self.leaves[*leaf];
                    let indicator = &framework.indicator[leaf.indicator];
                    if indicator.not_for.contains(&tie.id) || without == Some(&indicator.id) {
                        return 0.0;
                    }
                    let system = |role| vocabulary.actors.get(tie.state(role)).and_then(|state| state.system);
                    let own = leaf.capital.and_then(system).and_then(|s| indicator.weight_where.get(&s));
                    own.copied().unwrap_or(*weight)
                }
            };
            weights[at] = node.children.iter().zip(&node.weights).map(weight).collect();
        }
        weights
    }

    /// The leaves under the same node as one, itself included.
    pub fn siblings(&self, leaf: usize) -> impl Iterator<Item = usize> + '_ {
        self.nodes[self.leaves[leaf].parent].children.iter().filter_map(|child| match child {
            Child::Leaf(sibling) => Some(*sibling),
            Child::Node(_) => None,
        })
    }

    /// All leaves below a node.
    pub fn leaves_below(&self, node: usize) -> Vec<usize> {
        let mut found = vec![];
        let mut open = vec![Child::Node(node)];
        while let Some(child) = open.pop() {
            match child {
                Child::Leaf(leaf) => found.push(leaf),
                Child::Node(node) => open.extend(&self.nodes[node].children),
            }
        }
        found.sort_unstable();
        found
    }
}

/// Whose capital a node, or the nearest node above it, is about.
fn capital_of(framework: &Framework, node: usize) -> Option<Role> {
    let mut at = framework.node.get(node);
    for _ in 0..=framework.node.len() {
        let node = at?;
        if node.capital.is_some() {
            return node.capital;
        }
        at = node.parent.as_ref().and_then(|id| framework.node(id));
    }
    None
}
