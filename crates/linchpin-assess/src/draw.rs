//! Joint draws of all leaves and nodes of all cells (METHOD 12–15, 20–22).
//!
//! Cells share the innovations they have in common: a source's error, a coder's, a state's residual, the weights,
//! goalposts, exponents and multipliers. That is what makes differences between cells honest. What is asked of the draws is
//! known beforehand, and they are tallied as they stream by.

use crate::forms::Form;
use crate::innovations::{At, Kind};
use crate::layout::{CellPlan, Common, LEAF_WIDTH, Layout, LeafPlan, Place};
use crate::problem::Problem;
use crate::tree::Child;
use linchpin_index::column::{BLOCK, Column, Part, add_chosen, choose, exp2, log_power_mean, log2, look_up};
use linchpin_index::engine::{self, Leaf, Model};
use linchpin_index::goalpost::move_goalposts;
use linchpin_index::mean::FLOOR;
use linchpin_index::normal;
use linchpin_index::points::Numbers;
use linchpin_index::state::{FACTORS, MULTIPLIERS};
use linchpin_index::tally::Tally;
use linchpin_index::weights::DirichletTables;
use linchpin_model::framework::Framework;

/// Exponent of the mean below the root and at the root, before it is varied (METHOD 22).
const EXPONENT: f32 = 1.0;
const ROOT_EXPONENT: f32 = 0.5;

/// What is asked of the draws beside every node and leaf of every cell.
#[derive(Clone, Debug, Default)]
pub(crate) struct Asked {
    pub panels: Vec<Panel>,
    pub propositions: Vec<Bounds>,
    /// a difference of two cells counts beyond this
    pub threshold: f32,
}

/// Two cells, whose difference is asked, and for each leaf whether both know it.
#[derive(Clone, Debug)]
pub(crate) struct Panel {
    pub cells: [usize; 2],
    pub known: Vec<bool>,
}

/// A proposition: a node or leaf of a cell lies within bounds, and above another.
#[derive(Clone, Debug)]
pub(crate) struct Bounds {
    pub of: (usize, usize),
    pub at_least: Option<f32>,
    pub at_most: Option<f32>,
    pub above: Option<(usize, usize)>,
}

/// What came of the draws.
#[derive(Clone, Debug)]
pub(crate) struct Draws {
    /// per cell: nodes in the tree's order, then leaves
    pub values: Vec<Vec<Tally>>,
    /// per panel, the second cell less the first, for all nodes and leaves
    pub changes: Vec<Vec<Tally>>,
    /// per panel, the same for all nodes on the leaves that both know; without draws where there are none
    pub matched: Vec<Vec<Tally>>,
    /// per proposition, 1 where it holds
    pub propositions: Vec<Tally>,
}

/// How much is drawn, by which random numbers, and what is not.
#[derive(Clone, Debug)]
pub(crate) struct How<'h> {
    pub draws: engine::Draws,
    pub seed: u64,
    /// kinds that are held at their middle
    pub still: &'h [Kind],
}

/// Draws everything.
pub(crate) fn draw(problem: &Problem, framework: &Framework, how: &How, asked: Asked) -> Draws {
    let drawing = Drawing::of(Layout::of(problem, framework), None, asked);
    let still: Vec<bool> =
        drawing.layout.names.all.iter().map(|innovation| how.still.contains(&innovation.kind)).collect();
    let tallies = engine::run(&drawing, &drawing.layout.names.streams(how.seed), &still, how.draws);
    drawing.sorted(tallies)
}

/// The draws of all nodes and leaves of each cell themselves, for experiments.
pub(crate) fn columns(
    problem: &Problem,
    framework: &Framework,
    draws: usize,
    seed: u64,
) -> Vec<Vec<Vec<f32>>> {
    let drawing = Drawing::of(Layout::of(problem, framework), None, Asked::default());
    let columns = engine::columns(&drawing, &drawing.layout.names.streams(seed), draws);
    columns.chunks(drawing.slots()).map(<[_]>::to_vec).collect()
}

/// The true value of a state at each date, which need not lie in [0, 1].
#[derive(Clone, Debug)]
pub(crate) struct Truth(pub Vec<f64>);

/// The nodes and leaves of each cell where the states are known: leaves from the truth, clamped; leaves without a state,
/// weights, goalposts and exponents from one draw under a seed.
pub(crate) fn truth(problem: &Problem, framework: &Framework, seed: u64, states: &[Truth]) -> Vec<Vec<f64>> {
    let drawing = Drawing::of(Layout::of(problem, framework), Some(states), Asked::default());
    let columns = engine::columns(&drawing, &drawing.layout.names.streams(seed), 1);
    columns.chunks(drawing.slots()).map(|cell| cell.iter().map(|column| column[0].into()).collect()).collect()
}

/// The engine's model of an assessment.
pub(crate) struct Drawing<'p> {
    pub layout: Layout<'p>,
    truth: Option<&'p [Truth]>,
    asked: Asked,
    /// per panel, the mean of its two cells' factors, so that neither side weighs more
    panel_factors: Vec<Vec<Vec<f32>>>,
    thresholds: Vec<f32>,
}

impl<'p> Drawing<'p> {
    pub fn of(layout: Layout<'p>, truth: Option<&'p [Truth]>, asked: Asked) -> Drawing<'p> {
        let between = |panel: &Panel| {
            let [a, b] = panel.cells.map(|cell| &layout.cells[cell].factors);
            let mean = |(a, b): (&Vec<f32>, &Vec<f32>)| a.iter().zip(b).map(|(a, b)| (a + b) / 2.0).collect();
            a.iter().zip(b).map(mean).collect()
        };
        let panel_factors = asked.panels.iter().map(between).collect();
        let mut drawing = Drawing { layout, truth, asked, panel_factors, thresholds: vec![] };
        let values = drawing.layout.cells.len() * drawing.slots();
        let differences = drawing.asked.panels.len() * (drawing.slots() + drawing.nodes());
        drawing.thresholds = vec![f32::INFINITY; values];
        drawing.thresholds.extend(vec![drawing.asked.threshold; differences]);
        drawing.thresholds.extend(vec![0.5; drawing.asked.propositions.len()]);
        drawing
    }

    fn nodes(&self) -> usize {
        self.layout.problem.tree.nodes.len()
    }

    fn slots(&self) -> usize {
        self.nodes() + self.layout.problem.tree.leaves.len()
    }

    fn sorted(&self, tallies: Vec<Tally>) -> Draws {
        let mut rest = tallies.into_iter();
        let mut take = |groups: usize, each: usize| -> Vec<Vec<Tally>> {
            (0..groups).map(|_| rest.by_ref().take(each).collect()).collect()
        };
        let panels = self.asked.panels.len();
        Draws {
            values: take(self.layout.cells.len(), self.slots()),
            changes: take(panels, self.slots()),
            matched: take(panels, self.nodes()),
            propositions: rest.collect(),
        }
    }

    /// The true value of a leaf, by its plan, that states determine.
    fn true_value(&self, plan: usize) -> Option<f64> {
        let Place { cell, leaf, .. } = self.layout.places[plan];
        let (tie, date) = self.layout.problem.cells[cell];
        let value = |state: usize| Some(self.truth?[state].0[date].clamp(0.0, 1.0));
        let informed = self.layout.plans[plan].tables.len() > 1;
        match self.layout.problem.ties[tie].forms[leaf] {
            _ if !informed => None,
            Form::State(state) => value(state),
            Form::Gap(a, b) => Some(1.0 - (value(a)? - value(b)?).abs()),
            Form::Alone(_) => None,
        }
    }

    /// Logarithms of means of a cell, from its leaves' logarithms up. With `known`, only those leaves count, and a node
    /// without any has no value.
    fn means(
        &self,
        cell: usize,
        columns: &[Column],
        known: Option<&[bool]>,
        weights: &[Vec<Column>],
        factors: &[Vec<f32>],
        exponents: &[Column; 2],
    ) -> Vec<Option<Column>> {
        let tree = &self.layout.problem.tree;
        let leaves = &self.layout.cells[cell].leaves;
        let mut logs: Vec<Option<Column>> = vec![None; tree.nodes.len()];
        for &node in &tree.order {
            let log = |child: &Child| match child {
                Child::Node(n) => logs[*n].as_ref(),
                Child::Leaf(l) => known.is_none_or(|k| k[*l]).then(|| &columns[leaves[*l] * LEAF_WIDTH + 1]),
            };
            let parts: Vec<Part> = tree.nodes[node]
                .children
                .iter()
                .enumerate()
                .filter(|(i, _)| factors[node][*i] > 0.0)
                .filter_map(|(i, child)| {
                    Some(Part { log: log(child)?, weight: &weights[node][i], factor: factors[node][i] })
                })
                .collect();
            if !parts.is_empty() {
                let mut mean = [0.0; BLOCK];
                log_power_mean(&parts, &exponents[usize::from(tree.nodes[node].is_root)], &mut mean);
                logs[node] = Some(mean);
            }
        }
        logs
    }

    /// The nodes of each cell, from all leaves.
    pub fn nodes_of_cells(&self, columns: &[Column], numbers: &mut Numbers<'_>) -> Vec<Vec<Column>> {
        let weights = self.layout.common.draw_weights(numbers);
        let exponents = self.layout.common.draw_exponents(numbers);
        let means = |(at, cell): (usize, &CellPlan)| {
            self.means(at, columns, None, &weights, &cell.factors, &exponents)
        };
        self.layout.cells.iter().enumerate().map(|cell| values_of(means(cell), 0.0)).collect()
    }

    fn holds(&self, bounds: &Bounds, outcomes: &[Column], draw: usize) -> bool {
        let value = |(cell, slot): (usize, usize)| outcomes[cell * self.slots() + slot][draw];
        let own = value(bounds.of);
        bounds.at_least.is_none_or(|least| own >= least)
            && bounds.at_most.is_none_or(|most| own <= most)
            && bounds.above.is_none_or(|other| own > value(other))
    }
}

impl LeafPlan {
    /// The values of a leaf, before its goalposts move.
    pub fn values(&self, common: &Common, numbers: &mut Numbers<'_>) -> Column {
        let mut column = [0.0; BLOCK];
        let mut by = [0; BLOCK];
        if self.tables.len() > 1 {
            numbers.uniforms(common.multiplier, &mut column);
            choose(&column, &ends(&MULTIPLIERS), &mut by);
        }
        let mut score = [0.0; BLOCK];
        for term in &self.shared {
            add_chosen(&term.weights, &by, numbers.kept(term.at), &mut score);
        }
        if !self.shared.is_empty() {
            numbers.uniforms(common.shared, &mut column);
            let mut factor = [0; BLOCK];
            choose(&column, &ends(&FACTORS), &mut factor);
            score.iter_mut().zip(factor).for_each(|(z, factor)| *z *= FACTORS[factor as usize].0 as f32);
        }
        for term in &self.own {
            add_chosen(&term.weights, &by, numbers.kept(term.at), &mut score);
        }
        look_up(&self.tables, &by, &mut score);
        score
    }

    /// Moves the goalposts of a leaf's values, if it has any.
    pub fn move_goalposts(&self, numbers: &mut Numbers<'_>, values: &mut Column) {
        if let Some(posts) = self.goalposts {
            let [low, high] = posts.ends.map(|at| *numbers.kept(at));
            move_goalposts(posts.share, &low, &high, values);
        }
    }
}

/// log₂ of values that are raised to the floor of means.
pub(crate) fn floored_log(values: &Column) -> Column {
    let mut log = values.map(|x| x.max(FLOOR as f32));
    log2(&mut log);
    log
}

impl Common {
    /// For each node the weights of its children.
    pub fn draw_weights(&self, numbers: &mut Numbers<'_>) -> Vec<Vec<Column>> {
        let of_node = |(at, dirichlet): (&Vec<At>, &DirichletTables)| {
            let mut columns: Vec<Column> = at.iter().map(|at| *numbers.kept(*at)).collect();
            dirichlet.draw(&mut columns);
            columns
        };
        self.weights.iter().zip(&self.dirichlets).map(of_node).collect()
    }

    /// The exponents below the root and at the root.
    pub fn draw_exponents(&self, numbers: &mut Numbers<'_>) -> [Column; 2] {
        [(EXPONENT, self.exponent), (ROOT_EXPONENT, self.root_exponent)].map(|(middle, at)| {
            let mut column = [0.0; BLOCK];
            numbers.uniforms(at, &mut column);
            column.map(|u| middle + u - 0.5)
        })
    }
}

impl Model for Drawing<'_> {
    fn leaves(&self) -> &[Leaf] {
        &self.layout.leaves
    }

    fn combining(&self) -> &[usize] {
        &self.layout.combining
    }

    fn outcomes(&self) -> &[f32] {
        &self.thresholds
    }

    fn leaf(&self, leaf: usize, numbers: &mut Numbers<'_>, into: &mut [Column]) {
        let plan = &self.layout.plans[leaf];
        let (value, log) = into.split_at_mut(1);
        let value = &mut value[0];
        match self.true_value(leaf) {
            Some(known) => value.fill(known as f32),
            None => *value = plan.values(&self.layout.common, numbers),
        }
        plan.move_goalposts(numbers, value);
        log[0] = floored_log(value);
    }

    fn combine(&self, columns: &[Column], numbers: &mut Numbers<'_>, into: &mut [Column]) {
        let (nodes, slots) = (self.nodes(), self.slots());
        let (values, rest) = into.split_at_mut(self.layout.cells.len() * slots);
        let of_cells = self.nodes_of_cells(columns, numbers).into_iter().zip(&self.layout.cells);
        for (values, (of_nodes, cell)) in values.chunks_mut(slots).zip(of_cells) {
            values[..nodes].copy_from_slice(&of_nodes);
            for (value, plan) in values[nodes..].iter_mut().zip(&cell.leaves) {
                *value = columns[plan * LEAF_WIDTH];
            }
        }
        let weights = self.layout.common.draw_weights(numbers);
        let exponents = self.layout.common.draw_exponents(numbers);
        let panels = self.asked.panels.len();
        let (changes, rest) = rest.split_at_mut(panels * slots);
        let (matched, propositions) = rest.split_at_mut(panels * nodes);
        for (p, panel) in self.asked.panels.iter().enumerate() {
            let [from, to] = panel.cells.map(|cell| &values[cell * slots..(cell + 1) * slots]);
            differences(from, to, &mut changes[p * slots..(p + 1) * slots]);
            let [from, to] = panel.cells.map(|cell| {
                let known = Some(panel.known.as_slice());
                let means = self.means(cell, columns, known, &weights, &self.panel_factors[p], &exponents);
                values_of(means, f32::NAN)
            });
            differences(&from, &to, &mut matched[p * nodes..(p + 1) * nodes]);
        }
        for (bounds, into) in self.asked.propositions.iter().zip(propositions) {
            *into = std::array::from_fn(|draw| if self.holds(bounds, values, draw) { 1.0 } else { 0.0 });
        }
    }
}

/// Values from their logarithms; those of a node without parts are `none`.
fn values_of(logs: Vec<Option<Column>>, none: f32) -> Vec<Column> {
    let value = |log: Option<Column>| match log {
        Some(mut log) => {
            exp2(&mut log);
            log
        }
        None => [none; BLOCK],
    };
    logs.into_iter().map(value).collect()
}

fn differences(from: &[Column], to: &[Column], into: &mut [Column]) {
    for ((from, to), into) in from.iter().zip(to).zip(into) {
        *into = std::array::from_fn(|draw| to[draw] - from[draw]);
    }
}

/// Where each of some probabilities ends, added up.
fn ends<T, const N: usize>(table: &[(T, f64); N]) -> [f32; N] {
    let mut sum = 0.0;
    table.each_ref().map(|(_, p)| {
        sum += p;
        sum as f32
    })
}

/// The multiplier of all shared errors that a standard normal picks (METHOD 15).
pub(crate) fn shared_multiplier(z: f64) -> f64 {
    let uniform = normal::cdf(z) as f32;
    FACTORS[ends(&FACTORS).iter().position(|end| uniform < *end).unwrap_or(FACTORS.len() - 1)].0
}
