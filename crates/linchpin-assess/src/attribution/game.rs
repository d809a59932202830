//! The worth of coalitions of causes: every leaf solved for each subset of its causes, every node drawn from its leaves.

use super::evidence::{Evidence, TIME};
use crate::draw::floored_log;
use crate::error::Error;
use crate::errors::errors;
use crate::innovations::Names;
use crate::layout::{Common, LeafPlan, leaf_moments, leaf_plan, missing_leaf, missing_moments, tables_of};
use crate::problem::{Cell, Problem, drawn_to_half};
use crate::readings::unmultiplied;
use crate::tie::Tie;
use crate::tree::{self, Tree};
use linchpin_index::coalition::{self, Block as Drawn, Child, Node, spread};
use linchpin_index::column::Table;
use linchpin_index::owen::{self, Coalition};
use linchpin_index::points::{Numbers, Streams};
use linchpin_model::framework::Framework;
use linchpin_model::id::EntityId;
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

/// The tie under one framework, every leaf solved for each subset of its causes.
pub(super) struct Game {
    tree: coalition::Tree,
    /// by leaf and place of the subset: its plan, and a factor on its weight
    solved: Vec<Vec<(LeafPlan, f32)>>,
    names: Names,
    /// in the order of the framework's nodes, not the tree's
    common: Common,
    order: Vec<usize>,
}

/// A leaf solved from what a coalition knows.
pub(super) struct Solved {
    tables: Vec<Table>,
    /// the mean that siblings without evidence look to; `None` without evidence
    mean: Option<f64>,
    factor: f32,
}

impl Game {
    pub fn of(
        tie: &EntityId,
        evidence: &Evidence,
        framework: &Framework,
        paths: &[&str],
    ) -> Result<Game, Error> {
        let vocabulary = evidence.facts.vocabulary;
        let found = Tie::find(vocabulary, tie).ok_or_else(|| Error::no_tie(tie, vocabulary))?;
        let tree = Tree::of(framework);
        let mut own = evidence.of_leaves(framework, &tree, &found);
        // what no node that is asked about rests on is solved once, for no cause
        let asked = tree.nodes.iter().enumerate().filter(|(_, node)| paths.contains(&node.path.as_str()));
        let needed: BTreeSet<usize> = asked.flat_map(|(at, _)| tree.leaves_below(at)).collect();
        (0..own.len()).filter(|leaf| !needed.contains(leaf)).for_each(|leaf| own[leaf] = 0);
        let mut wanted: BTreeMap<Coalition, BTreeSet<usize>> = BTreeMap::new();
        for (leaf, players) in own.iter().enumerate() {
            for subset in 0..1 << players.count_ones() {
                wanted.entry(spread(*players, subset)).or_default().insert(leaf);
            }
        }
        let problems: BTreeMap<Coalition, (Problem, BTreeMap<usize, Solved>)> = wanted
            .into_par_iter()
            .map(|(coalition, leaves)| {
                let as_of = evidence.dates[(coalition >> TIME & 1) as usize];
                let cell = Cell { tie: tie.clone(), as_of };
                let facts = evidence.known_to(coalition);
                let wanted = |leaf: usize| leaves.contains(&leaf);
                let mut problem = Problem::compile_leaves(facts, framework, &[cell], &wanted)?;
                // both dates draw the same residual, so that their difference is not the noise of draws
                problem.drawn_as = vec![evidence.dates[1]];
                let solved = Solved::of(&problem, &leaves);
                Ok((coalition, (problem, solved)))
            })
            .collect::<Result<_, Error>>()?;
        let mut names = Names::default();
        let common = Common::of(&tree, &mut names);
        let errors: BTreeMap<Coalition, _> = problems
            .iter()
            .map(|(coalition, (problem, _))| (*coalition, errors(problem, &mut names)))
            .collect();
        let solved = |leaf: usize, coalition: Coalition| &problems[&(coalition & own[leaf])].1[&leaf];
        // what a leaf without evidence is like depends on its siblings
        let may_be_missing = |leaf: usize| {
            let players = own[leaf];
            (0..1 << players.count_ones()).any(|subset| solved(leaf, spread(players, subset)).mean.is_none())
        };
        let with_siblings = |leaf: usize| {
            let all = tree.siblings(leaf).fold(own[leaf], |all, sibling| all | own[sibling]);
            if may_be_missing(leaf) { all } else { own[leaf] }
        };
        let players: Vec<Coalition> = (0..tree.leaves.len()).map(with_siblings).collect();
        let mut missing: BTreeMap<u64, Vec<Table>> = BTreeMap::new();
        let mut plan = |leaf: usize, coalition: Coalition, names: &mut Names| {
            let own_part = coalition & own[leaf];
            let Solved { tables, mean, factor } = solved(leaf, coalition);
            let plan = if mean.is_some() {
                let problem = &problems[&own_part].0;
                leaf_plan(problem, framework, &errors[&own_part], (0, leaf, 0), tables.clone(), names)
            } else {
                let known = tree.siblings(leaf).filter_map(|sibling| solved(sibling, coalition).mean);
                let mean = drawn_to_half(known);
                let tables = || tables_of(&[vec![missing_moments(mean)]]).concat();
                let tables = missing.entry(mean.to_bits()).or_insert_with(tables);
                missing_leaf(&tree.leaves[leaf].path, tie, tables.clone(), names)
            };
            (plan, *factor)
        };
        let solved = (0..tree.leaves.len())
            .map(|leaf| {
                let subsets = 0..1usize << players[leaf].count_ones();
                subsets.map(|subset| plan(leaf, spread(players[leaf], subset), &mut names)).collect()
            })
            .collect();
        let wanted = paths
            .iter()
            .map(|path| {
                let at = tree.order.iter().position(|node| tree.nodes[*node].path == *path);
                at.ok_or_else(|| Error::no_node(path, tree.nodes.iter().map(|node| node.path.as_str())))
            })
            .collect::<Result<Vec<_>, _>>()?;
        let nodes = tree.order.iter().map(|node| game_node(&tree, *node)).collect();
        let order = tree.order.clone();
        let tree = coalition::Tree { players: evidence.players(), leaves: players, nodes, wanted };
        Ok(Game { tree, solved, names, common, order })
    }

    pub fn worth(self, blocks: usize, seed: u64) -> Worth {
        let streams = self.names.streams(seed);
        if self.tree.players <= owen::EXACT {
            return Worth::All(coalition::worth(&self.tree, blocks, |block| self.block(&streams, block)));
        }
        let blocks = (0..blocks).into_par_iter().map(|block| self.block(&streams, block)).collect();
        Worth::One { tree: self.tree, blocks }
    }

    fn block(&self, streams: &Streams, block: usize) -> Drawn {
        let mut numbers = Numbers::of(streams);
        numbers.at(block as u64);
        let weights = self.common.draw_weights(&mut numbers);
        let exponents = self.common.draw_exponents(&mut numbers).to_vec();
        let mut value = |(plan, factor): &(LeafPlan, f32)| {
            let mut values = plan.values(&self.common, &mut numbers);
            plan.move_goalposts(&mut numbers, &mut values);
            (floored_log(&values), *factor)
        };
        let leaves = self.solved.iter().map(|leaf| leaf.iter().map(&mut value).collect()).collect();
        Drawn { leaves, weights: self.order.iter().map(|node| weights[*node].clone()).collect(), exponents }
    }
}

impl Solved {
    /// Some leaves of the first tie at the first date.
    pub fn of(problem: &Problem, leaves: &BTreeSet<usize>) -> BTreeMap<usize, Solved> {
        let moments: Vec<_> = leaves.iter().map(|leaf| leaf_moments(problem, 0, *leaf, 0)).collect();
        let solved = |(leaf, tables): (&usize, Vec<Table>)| {
            let parent = problem.tree.leaves[*leaf].parent;
            let node = &problem.tree.nodes[parent];
            let child = tree::Child::Leaf(*leaf);
            let place = node.children.iter().position(|other| *other == child).unwrap_or_default();
            let mean = problem.moments(0, *leaf, 0, unmultiplied()).map(|m| m.mean);
            let factor = (problem.weights_at(0, parent, 0)[place] / node.weights[place]) as f32;
            (*leaf, Solved { tables, mean, factor })
        };
        leaves.iter().zip(tables_of(&moments)).map(solved).collect()
    }
}

pub(super) fn game_node(tree: &Tree, node: usize) -> Node {
    let child = |child: &tree::Child| match child {
        tree::Child::Leaf(leaf) => Child::Leaf(*leaf),
        tree::Child::Node(below) => {
            Child::Node(tree.order.iter().position(|other| other == below).unwrap_or_default())
        }
    };
    let node = &tree.nodes[node];
    Node { children: node.children.iter().map(child).collect(), exponent: usize::from(node.is_root) }
}

/// The worth of coalitions: of all, or worked out as they are asked for.
pub(super) enum Worth {
    All(Vec<Vec<f64>>),
    One { tree: coalition::Tree, blocks: Vec<Drawn> },
}

impl Worth {
    pub fn of(&self, coalition: Coalition, wanted: usize) -> f64 {
        match self {
            Worth::All(worth) => worth[wanted][coalition as usize],
            Worth::One { tree, blocks } => coalition::worth_of(tree, blocks, coalition)[wanted],
        }
    }
}
