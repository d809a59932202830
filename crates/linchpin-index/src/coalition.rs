//! The worth of every coalition of causes, where the worth is a node of a tree of power means.
//!
//! Each leaf depends on a few players only, and has one column of draws for each of their subsets. Players are decided one
//! after the other, and what is decided is worked out once for all coalitions that begin alike: a leaf as soon as its last
//! player is decided, a node as soon as its last child is, and of the sums of a node what its children add at each step.
//! With n players the last step is taken 2ⁿ times, but most leaves and nodes have long been done by then: and a node that
//! depends on few players is worked out for all of their subsets beforehand.

use crate::column::{
    Ascent, BLOCK, Column, Part, add, add_power, divide, exp2, join, log_power_mean, mean_of,
};
use crate::owen::Coalition;
use rayon::prelude::*;

/// A child of a node.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Child {
    /// a leaf, by its place
    Leaf(usize),
    /// a node, by its place, which is before that of its parent
    Node(usize),
}

/// A node: the power mean of its children.
#[derive(Clone, Debug, PartialEq)]
pub struct Node {
    /// its children
    pub children: Vec<Child>,
    /// which of the exponents it takes
    pub exponent: usize,
}

/// A tree whose leaves depend on players.
#[derive(Clone, Debug, PartialEq)]
pub struct Tree {
    /// how many players there are
    pub players: usize,
    /// the players that each leaf depends on
    pub leaves: Vec<Coalition>,
    /// the nodes, children before their parents
    pub nodes: Vec<Node>,
    /// the nodes whose worth is wanted
    pub wanted: Vec<usize>,
}

/// One block of draws of a tree.
pub struct Block {
    /// for each leaf and subset of its players, by [`place`]: log₂ of its values, and a factor on its weight
    pub leaves: Vec<Vec<(Column, f32)>>,
    /// for each node, the weights of its children
    pub weights: Vec<Vec<Column>>,
    /// the exponents
    pub exponents: Vec<Column>,
}

/// The place of the subset of a leaf's players that belong to a coalition: its bits at the players' places, side by side.
pub fn place(players: Coalition, coalition: Coalition) -> usize {
    let (mut place, mut next, mut left) = (0, 0, players);
    while left != 0 {
        let player = left & left.wrapping_neg();
        if coalition & player != 0 {
            place |= 1 << next;
        }
        next += 1;
        left ^= player;
    }
    place
}

/// The coalition of those of some players that stand at the places of a number's bits: what [`place`] undoes.
pub fn spread(players: Coalition, place: usize) -> Coalition {
    let (mut coalition, mut left, mut next) = (0, players, 0);
    while left != 0 {
        let player = left & left.wrapping_neg();
        if place >> next & 1 == 1 {
            coalition |= player;
        }
        next += 1;
        left ^= player;
    }
    coalition
}

/// The most players of a node that is worked out for all their subsets beforehand.
const FEW: u32 = 12;

/// The mean of each wanted node over so many blocks of draws, for every coalition by its bits. The same bits on any number
/// of threads.
///
/// # Panics
/// When there are more than [`crate::owen::EXACT`] players.
pub fn worth(tree: &Tree, blocks: usize, block: impl Fn(usize) -> Block + Sync) -> Vec<Vec<f64>> {
    assert!(tree.players <= crate::owen::EXACT, "{} players have too many coalitions", tree.players);
    let schedule = Schedule::of(tree);
    let mut totals = vec![vec![0.0; 1 << tree.players]; tree.wanted.len()];
    // several for each thread, so that none waits long for the others
    let together = 4 * rayon::current_num_threads();
    for first in (0..blocks).step_by(together) {
        let of_blocks: Vec<Vec<Vec<f64>>> = (first..blocks.min(first + together))
            .into_par_iter()
            .map(|at| Descent::of(tree, &schedule, &block(at)).worth())
            .collect();
        // in the order of blocks, so that the threads leave no trace
        for of_block in of_blocks {
            for (total, sums) in totals.iter_mut().zip(of_block) {
                total.iter_mut().zip(sums).for_each(|(total, sum)| *total += sum);
            }
        }
    }
    totals.iter_mut().flatten().for_each(|total| *total /= (blocks * BLOCK) as f64);
    totals
}

/// The mean of each wanted node over some blocks for one coalition: where there are too many for [`worth`].
pub fn worth_of(tree: &Tree, blocks: &[Block], coalition: Coalition) -> Vec<f64> {
    let mut totals = vec![0.0; tree.wanted.len()];
    for block in blocks {
        let mut logs: Vec<Column> = Vec::with_capacity(tree.nodes.len());
        for (node, of) in tree.nodes.iter().enumerate() {
            let part = |(child, weight): (&Child, _)| match child {
                Child::Leaf(leaf) => {
                    let (log, factor) = &block.leaves[*leaf][place(tree.leaves[*leaf], coalition)];
                    Part { log, weight, factor: *factor }
                }
                Child::Node(below) => Part { log: &logs[*below], weight, factor: 1.0 },
            };
            let parts: Vec<Part> = of.children.iter().zip(&block.weights[node]).map(part).collect();
            let mut mean = [0.0; BLOCK];
            log_power_mean(&parts, &block.exponents[of.exponent], &mut mean);
            logs.push(mean);
        }
        for (total, wanted) in totals.iter_mut().zip(&tree.wanted) {
            *total += sum_of_powers(&logs[*wanted]);
        }
    }
    totals.iter().map(|total| total / (blocks.len() * BLOCK) as f64).collect()
}

/// What can be worked out once so many players are decided.
struct Schedule {
    /// for each node the players that it depends on
    players: Vec<Coalition>,
    /// by step: nodes that depend on many players, each with the children that become known there
    steps: Vec<Vec<Step>>,
    /// the last step with any
    last: usize,
}

struct Step {
    node: usize,
    /// places among the node's children
    children: Vec<usize>,
    /// how often the node was worked on before
    earlier: usize,
    /// whether these are its last children
    last: bool,
}

impl Schedule {
    fn of(tree: &Tree) -> Schedule {
        let mut players: Vec<Coalition> = vec![];
        let mut steps: Vec<Vec<Step>> = (0..=tree.players).map(|_| vec![]).collect();
        for (node, of) in tree.nodes.iter().enumerate() {
            let below = |child: &Child| match child {
                Child::Leaf(leaf) => tree.leaves[*leaf],
                Child::Node(node) => players[*node],
            };
            let times: Vec<usize> = of.children.iter().map(|child| last_of(below(child))).collect();
            players.push(of.children.iter().map(below).fold(0, |all, own| all | own));
            if is_few(players[node]) {
                continue;
            }
            let mut distinct = times.clone();
            distinct.sort_unstable();
            distinct.dedup();
            for (earlier, &time) in distinct.iter().enumerate() {
                let children = (0..times.len()).filter(|child| times[*child] == time).collect();
                steps[time].push(Step { node, children, earlier, last: earlier + 1 == distinct.len() });
            }
        }
        let last = steps.iter().rposition(|step| !step.is_empty()).unwrap_or_default();
        Schedule { players, steps, last }
    }
}

fn is_few(players: Coalition) -> bool {
    players.count_ones() <= FEW
}

/// How many players are decided when the last of some is.
fn last_of(players: Coalition) -> usize {
    (Coalition::BITS - players.leading_zeros()) as usize
}

/// A child that is worked out beforehand: what it adds to its parent's sums, for each subset of its players.
struct Known {
    /// the place of a coalition's players: that of its low byte, and that of its high byte
    places: [Vec<u16>; 2],
    parts: Sums,
}

impl Known {
    /// From parts by the [`place`] of their subset. They are kept by the same bits turned round, so that the players who are
    /// decided last, and change most often, make the smallest steps in memory.
    fn of(players: Coalition, parts: Sums) -> Known {
        let count = players.count_ones();
        let turned =
            |place: usize| if count == 0 { 0 } else { place.reverse_bits() >> (usize::BITS - count) };
        let turn = |columns: &[Column]| (0..columns.len()).map(|at| columns[turned(at)]).collect();
        let parts = Sums { powers: turn(&parts.powers), weights: turn(&parts.weights) };
        let low = |byte: Coalition| turned(place(players, byte)) as u16;
        let high = |byte: Coalition| turned(place(players, byte << 8)) as u16;
        Known { places: [(0..256).map(low).collect(), (0..256).map(high).collect()], parts }
    }

    fn place(&self, coalition: Coalition) -> usize {
        let [low, high] = &self.places;
        usize::from(low[(coalition & 0xFF) as usize] | high[(coalition >> 8 & 0xFF) as usize])
    }
}

/// Sums of weighted powers, and of weights where these depend on the coalition; where they do not, weights are made to
/// sum to 1 beforehand.
#[derive(Default)]
struct Sums {
    powers: Vec<Column>,
    /// as many, or none
    weights: Vec<Column>,
}

impl Sums {
    fn none(count: usize, varies: bool) -> Sums {
        let columns = |count: usize| vec![[0.0; BLOCK]; count];
        Sums { powers: columns(count), weights: columns(if varies { count } else { 0 }) }
    }

    /// Hands on q of the mean at a place: the sum of powers over that of weights.
    fn mean<T>(&self, place: usize, told: impl FnOnce(&Column) -> T) -> T {
        match self.weights.get(place) {
            Some(weights) => {
                let mut q = [0.0; BLOCK];
                divide(&self.powers[place], weights, &mut q);
                told(&q)
            }
            None => told(&self.powers[place]),
        }
    }

    /// Sets a place to the sums before it and a part.
    fn join(&mut self, at: usize, before: Option<usize>, parts: &Sums, place: usize) {
        join_at(&mut self.powers, at, before, &parts.powers[place]);
        if let Some(weights) = parts.weights.get(place) {
            join_at(&mut self.weights, at, before, weights);
        }
    }
}

/// Sets a column to the sum of one before it, of itself or of nothing, and a part.
fn join_at(columns: &mut [Column], at: usize, before: Option<usize>, part: &Column) {
    let (earlier, later) = columns.split_at_mut(at);
    match before {
        Some(before) if before < at => join(&earlier[before], part, &mut later[0]),
        Some(_) => add(part, &mut later[0]),
        None => later[0] = *part,
    }
}

/// Whether the weights of a node's children depend on the coalition.
fn varies(tree: &Tree, block: &Block, node: usize) -> bool {
    tree.nodes[node].children.iter().any(|child| match child {
        Child::Leaf(leaf) => {
            block.leaves[*leaf].iter().any(|(_, factor)| *factor != block.leaves[*leaf][0].1)
        }
        Child::Node(_) => false,
    })
}

/// The weights of a node's children: as they are if they vary, else with the factors of leaves, and so that they sum to 1.
fn weights(tree: &Tree, block: &Block, node: usize, varies: bool) -> Vec<Column> {
    if varies {
        return block.weights[node].clone();
    }
    let factor = |child: &Child| match child {
        Child::Leaf(leaf) => block.leaves[*leaf][0].1,
        Child::Node(_) => 1.0,
    };
    let with_factor = |(child, weight): (&Child, &Column)| weight.map(|weight| factor(child) * weight);
    let weights: Vec<Column> =
        tree.nodes[node].children.iter().zip(&block.weights[node]).map(with_factor).collect();
    let total: Column = std::array::from_fn(|i| weights.iter().map(|weight| weight[i]).sum());
    let share = |weight: &Column| {
        let mut share = [0.0; BLOCK];
        divide(weight, &total, &mut share);
        share
    };
    weights.iter().map(share).collect()
}

/// One walk through all coalitions, in one block.
struct Descent<'d> {
    tree: &'d Tree,
    schedule: &'d Schedule,
    block: &'d Block,
    /// for each node the weights of its children
    weights: Vec<Vec<Column>>,
    /// for each node, whether they depend on the coalition
    varies: Vec<bool>,
    /// for each exponent below and above
    ascents: Vec<Vec<Ascent>>,
    /// for each node and child, if the child depends on few players
    known: Vec<Vec<Option<Known>>>,
    /// for each node, its sums after each time it was worked on
    sums: Vec<Sums>,
    /// for each wanted node and coalition the sum over draws
    worth: Vec<Vec<f64>>,
}

impl<'d> Descent<'d> {
    fn of(tree: &'d Tree, schedule: &'d Schedule, block: &'d Block) -> Descent<'d> {
        let times = |node: usize| schedule.steps.iter().flatten().filter(|step| step.node == node).count();
        let varies: Vec<bool> = (0..tree.nodes.len()).map(|node| varies(tree, block, node)).collect();
        let from = |below: &Column| block.exponents.iter().map(|above| Ascent::of(below, above)).collect();
        let mut descent = Descent {
            tree,
            schedule,
            block,
            weights: (0..tree.nodes.len()).map(|node| weights(tree, block, node, varies[node])).collect(),
            ascents: block.exponents.iter().map(from).collect(),
            known: vec![],
            sums: (0..tree.nodes.len()).map(|node| Sums::none(times(node), varies[node])).collect(),
            worth: vec![vec![0.0; 1 << tree.players]; tree.wanted.len()],
            varies,
        };
        let mut few: Vec<Sums> = vec![];
        for node in 0..tree.nodes.len() {
            let known = (0..tree.nodes[node].children.len()).map(|child| descent.known(node, child, &few));
            let known = known.collect();
            descent.known.push(known);
            few.push(descent.all_subsets(node));
        }
        descent
    }

    /// What a child adds to a node, if it depends on few players.
    fn known(&self, node: usize, child: usize, few: &[Sums]) -> Option<Known> {
        let weight = &self.weights[node][child];
        match self.tree.nodes[node].children[child] {
            Child::Leaf(leaf) => {
                let exponent = &self.block.exponents[self.tree.nodes[node].exponent];
                let subsets = &self.block.leaves[leaf];
                let mut parts = Sums::none(subsets.len(), self.varies[node]);
                for (at, (log, factor)) in subsets.iter().enumerate() {
                    // factors that do not vary are in the weights
                    let factor = if self.varies[node] { *factor } else { 1.0 };
                    add_power(Part { log, weight, factor }, exponent, &mut parts.powers[at]);
                    if let Some(weights) = parts.weights.get_mut(at) {
                        *weights = weight.map(|weight| factor * weight);
                    }
                }
                Some(Known::of(self.tree.leaves[leaf], parts))
            }
            Child::Node(below) => is_few(self.schedule.players[below]).then(|| {
                let own = &few[below];
                let mut parts = Sums::none(own.powers.len(), self.varies[node]);
                for (at, into) in parts.powers.iter_mut().enumerate() {
                    own.mean(at, |q| self.ascent(below, node).add(q, weight, into));
                }
                parts.weights.fill(*weight);
                Known::of(self.schedule.players[below], parts)
            }),
        }
    }

    /// From a node to the one above it.
    fn ascent(&self, below: usize, above: usize) -> &Ascent {
        &self.ascents[self.tree.nodes[below].exponent][self.tree.nodes[above].exponent]
    }

    /// The sums of a node for each subset of its players, if these are few; else none.
    fn all_subsets(&mut self, node: usize) -> Sums {
        let players = self.schedule.players[node];
        if !is_few(players) {
            return Sums::default();
        }
        let subsets = 1 << players.count_ones();
        let mut all = Sums::none(subsets, self.varies[node]);
        for subset in 0..subsets {
            let coalition = spread(players, subset);
            for known in self.known[node].iter().flatten() {
                all.join(subset, Some(subset), &known.parts, known.place(coalition));
            }
        }
        if self.tree.wanted.contains(&node) {
            let worths: Vec<f64> = (0..subsets).map(|subset| self.sum_of_means(node, &all, subset)).collect();
            for coalition in 0..1 << self.tree.players {
                self.write(node, coalition, worths[place(players, coalition)]);
            }
        }
        all
    }

    /// The sum over the block of a node's values, by its sums at a place.
    fn sum_of_means(&self, node: usize, sums: &Sums, place: usize) -> f64 {
        let exponent = &self.block.exponents[self.tree.nodes[node].exponent];
        let mut values = [0.0; BLOCK];
        sums.mean(place, |q| mean_of(q, exponent, &mut values));
        sum_of(&values)
    }

    fn worth(mut self) -> Vec<Vec<f64>> {
        self.step(0, 0);
        self.worth
    }

    /// Works out what is known once the first `decided` players are, and goes on to the next with it out, then in.
    fn step(&mut self, decided: usize, coalition: Coalition) {
        let schedule = self.schedule;
        for step in &schedule.steps[decided] {
            self.take(step, decided, coalition);
        }
        if decided < schedule.last {
            self.step(decided + 1, coalition);
            self.step(decided + 1, coalition | 1 << decided);
        }
    }

    fn take(&mut self, step: &Step, decided: usize, coalition: Coalition) {
        // sums are worked on where they stand: moving them to and fro would take longer than the adding
        let mut sums = std::mem::take(&mut self.sums[step.node]);
        let at = step.earlier;
        let mut before = at.checked_sub(1);
        for &child in &step.children {
            match (&self.known[step.node][child], self.tree.nodes[step.node].children[child]) {
                (Some(known), _) => sums.join(at, before, &known.parts, known.place(coalition)),
                (None, Child::Node(below)) => self.ascend(below, step.node, child, &mut sums, (at, before)),
                (None, Child::Leaf(_)) => {}
            }
            before = Some(at);
        }
        if step.last && self.tree.wanted.contains(&step.node) {
            let sum = self.sum_of_means(step.node, &sums, at);
            // players that are still open make no difference
            for open in 0..1 << (self.tree.players - decided) {
                self.write(step.node, coalition | open << decided, sum);
            }
        }
        self.sums[step.node] = sums;
    }

    /// Sets the sums of a node at a place to those before it and a child that depends on many players.
    fn ascend(
        &self,
        below: usize,
        node: usize,
        child: usize,
        sums: &mut Sums,
        (at, before): (usize, Option<usize>),
    ) {
        match before {
            Some(before) if before < at => sums.powers.copy_within(before..=before, at),
            Some(_) => {}
            None => sums.powers[at].fill(0.0),
        }
        let weight = &self.weights[node][child];
        let own = &self.sums[below];
        own.mean(own.powers.len() - 1, |q| self.ascent(below, node).add(q, weight, &mut sums.powers[at]));
        if self.varies[node] {
            join_at(&mut sums.weights, at, before, weight);
        }
    }

    fn write(&mut self, node: usize, coalition: Coalition, sum: f64) {
        for (at, _) in self.tree.wanted.iter().enumerate().filter(|(_, wanted)| **wanted == node) {
            self.worth[at][coalition as usize] = sum;
        }
    }
}

/// The sum over a block of values given by their logarithms.
fn sum_of_powers(log: &Column) -> f64 {
    let mut values = *log;
    exp2(&mut values);
    sum_of(&values)
}

/// The sum over a block, in a fixed order of eight partial sums.
fn sum_of(column: &Column) -> f64 {
    let mut parts = [0.0f64; 8];
    for places in column.chunks_exact(8) {
        parts.iter_mut().zip(places).for_each(|(part, x)| *part += f64::from(*x));
    }
    parts.iter().sum()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::mean::power_mean;

    /// Two groups under a root; leaf 1 depends on players 0 and 2, leaf 3 on player 1.
    fn tree() -> Tree {
        let node = |children: &[Child], exponent| Node { children: children.to_vec(), exponent };
        Tree {
            players: 4,
            leaves: vec![0, 0b101, 0b001, 0b010],
            nodes: vec![
                node(&[Child::Leaf(0), Child::Leaf(1)], 0),
                node(&[Child::Leaf(2), Child::Leaf(3)], 0),
                node(&[Child::Node(0), Child::Node(1)], 1),
            ],
            wanted: vec![2, 0],
        }
    }

    fn value(leaf: usize, subset: usize) -> f64 {
        0.2 + 0.15 * leaf as f64 + 0.1 * subset as f64
    }

    fn block() -> Block {
        let column = |x: f64| [x as f32; BLOCK];
        let leaf = |leaf: usize| {
            let subsets = 1 << tree().leaves[leaf].count_ones();
            (0..subsets).map(|s| (column(libm::log2(value(leaf, s))), 1.0 + s as f32)).collect()
        };
        Block {
            leaves: (0..4).map(leaf).collect(),
            weights: vec![vec![column(0.3), column(0.7)]; 3],
            exponents: vec![column(1.0), column(0.4)],
        }
    }

    #[test]
    fn every_coalition_has_the_worth_of_its_leaves() {
        let found = worth(&tree(), 2, |_| block());
        for coalition in 0..16u64 {
            let leaf = |leaf: usize| {
                let subset = place(tree().leaves[leaf], coalition);
                (value(leaf, subset), 1.0 + subset as f64)
            };
            let group = |a: (f64, f64), b: (f64, f64)| power_mean(&[a.0, b.0], &[0.3 * a.1, 0.7 * b.1], 1.0);
            let (first, second) = (group(leaf(0), leaf(1)), group(leaf(2), leaf(3)));
            let root = power_mean(&[first, second], &[0.3, 0.7], 0.4);
            assert!((found[0][coalition as usize] - root).abs() < 1e-6, "{coalition:b}");
            assert!((found[1][coalition as usize] - first).abs() < 1e-6, "{coalition:b}");
        }
    }

    /// A node of many players, some of whose children depend on few, some on many.
    #[test]
    fn many_players_are_decided_one_by_one() {
        let leaves: Vec<Coalition> = (0..13).map(|i| 1 << i | 1 << (i * 5 % 13)).collect();
        let all = |range: std::ops::Range<usize>| range.map(Child::Leaf).collect();
        let tree = Tree {
            players: 13,
            leaves: leaves.clone(),
            nodes: vec![
                Node { children: all(0..4), exponent: 0 },
                Node { children: all(4..13), exponent: 0 },
                Node { children: vec![Child::Node(1), Child::Leaf(2), Child::Node(0)], exponent: 1 },
            ],
            wanted: vec![0, 1, 2],
        };
        let of_leaf = |leaf: usize| {
            (0..1 << leaves[leaf].count_ones())
                .map(|s| ([libm::log2(value(leaf % 4, s)) as f32; BLOCK], 1.0))
                .collect()
        };
        let block = || Block {
            leaves: (0..13).map(of_leaf).collect(),
            weights: tree.nodes.iter().map(|node| vec![[0.5; BLOCK]; node.children.len()]).collect(),
            exponents: vec![[1.0; BLOCK], [-0.5; BLOCK]],
        };
        let found = worth(&tree, 1, |_| block());
        for coalition in (0..1 << 13).step_by(37) {
            let leaf = |leaf: usize| value(leaf % 4, place(leaves[leaf], coalition));
            let mean = |values: &[f64], p| power_mean(values, &vec![1.0; values.len()], p);
            let first = mean(&(0..4).map(leaf).collect::<Vec<_>>(), 1.0);
            let second = mean(&(4..13).map(leaf).collect::<Vec<_>>(), 1.0);
            let root = mean(&[second, leaf(2), first], -0.5);
            let alone = worth_of(&tree, &[block()], coalition);
            for ((found, alone), exact) in found.iter().zip(alone).zip([first, second, root]) {
                assert!((found[coalition as usize] - exact).abs() < 1e-6, "{coalition:b}");
                assert!((alone - exact).abs() < 1e-6, "{coalition:b}");
            }
        }
    }

    #[test]
    fn threads_change_no_bit() {
        let with = |threads: usize| {
            let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
            pool.install(|| worth(&tree(), 5, |_| block()))
        };
        assert_eq!(with(1), with(3));
    }

    #[test]
    fn a_subset_has_its_place() {
        assert_eq!(place(0b1011, 0b1101), 0b101);
        assert_eq!(place(0, 0b11), 0);
        assert!((0..8).all(|at| place(0b11010, spread(0b11010, at)) == at));
    }
}
