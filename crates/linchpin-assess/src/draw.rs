//! Joint draws of all leaves and nodes of all cells (METHOD 12–15, 20–22).
//!
//! Every random number is a named standard normal, and cells share the names they have in common: a source's
//! error, a coder's, a state's residual, the weights, goalposts, exponents and multipliers. That is what makes
//! differences between cells honest.

use crate::problem::{Effect, Form, MISSING_SD, Problem};
use crate::readings::unmultiplied;
use crate::tree::Child;
use linchpin_index::goalpost::move_goalposts;
use linchpin_index::innovation::{Innovations, Stream};
use linchpin_index::mean::{log, log_power_mean};
use linchpin_index::normal;
use linchpin_index::quantile::QuantileTable;
use linchpin_index::state::{FACTORS, MULTIPLIERS};
use linchpin_index::weights::DirichletTables;
use linchpin_model::framework::Framework;
use rayon::prelude::*;
use std::collections::BTreeMap;

/// Exponent of the mean below the root and at the root, before it is varied (METHOD 22).
const EXPONENT: f64 = 1.0;
const ROOT_EXPONENT: f64 = 0.5;
/// Draws are made in blocks of this many, so that memory for innovations stays small.
const BLOCK: usize = 256;

/// Draws of every node and leaf of every cell, and of every node on matched panels.
#[derive(Clone, Debug)]
pub(crate) struct Draws {
    /// per cell: nodes in the tree's order, then leaves; each a column of draws
    pub columns: Vec<Vec<Vec<f64>>>,
    /// per panel: (first cell's nodes, second cell's nodes) on the leaves that both know; empty where there are none
    pub panels: Vec<[Vec<Vec<f64>>; 2]>,
}

/// Two cells, and for each leaf whether both know it.
#[derive(Clone, Debug)]
pub(crate) struct Panel {
    pub cells: [usize; 2],
    pub known: Vec<bool>,
}

/// Draws everything.
pub(crate) fn draw(
    problem: &Problem,
    framework: &Framework,
    draws: u32,
    seed: u64,
    panels: &[Panel],
) -> Draws {
    let plan = Layout::of(problem, framework, seed, panels);
    let blocks = (draws as usize).div_ceil(BLOCK);
    let parts: Vec<Draws> = (0..blocks)
        .into_par_iter()
        .map(|block| {
            let first = block * BLOCK;
            plan.block(first as u64, BLOCK.min(draws as usize - first))
        })
        .collect();
    join(parts, plan.empty(draws as usize))
}

/// The true value of a state at each date, which need not lie in [0, 1].
#[derive(Clone, Debug)]
pub(crate) struct Truth(pub Vec<f64>);

/// The nodes of each cell where the states are known: leaves from the truth, clamped; leaves without a state, weights,
/// goalposts and exponents from one draw under a seed.
pub(crate) fn truth(problem: &Problem, framework: &Framework, seed: u64, states: &[Truth]) -> Vec<Vec<f64>> {
    let layout = Layout::of(problem, framework, seed, &[]);
    let normals: Vec<f64> = layout
        .streams
        .iter()
        .map(|stream| {
            let mut one = [0.0];
            stream.fill(0, &mut one);
            one[0]
        })
        .collect();
    let mut draws = layout.empty(1);
    layout.one(&|at: At| normals[at], Some(states), &mut Work::new(&layout), &mut draws);
    let first = |cell: &Vec<Vec<f64>>| cell.iter().map(|column| column[0]).collect();
    draws.columns.iter().map(first).collect()
}

fn join(parts: Vec<Draws>, mut all: Draws) -> Draws {
    for part in parts {
        for (into, from) in all.columns.iter_mut().zip(part.columns) {
            into.iter_mut().zip(from).for_each(|(into, from)| into.extend(from));
        }
        for (into, from) in all.panels.iter_mut().zip(part.panels) {
            for (into, from) in into.iter_mut().zip(from) {
                into.iter_mut().zip(from).for_each(|(into, from)| into.extend(from));
            }
        }
    }
    all
}

/// A number standing for the place of an innovation among all.
type At = usize;

/// A state's error at one date: weights of shared effects, and a row of the residual's Cholesky factor.
struct ErrorRow {
    shared: Vec<(At, f64)>,
    residual: Vec<(At, f64)>,
}

/// How the standard normal of a leaf comes about, under each of the nine multipliers.
enum Score {
    /// its own innovation
    Own(At),
    /// a state's error over √P
    State { state: usize, over: [f64; 9] },
    /// the difference of two states' errors over √P, with the sign that makes agreement positive
    Gap { states: [usize; 2], over: [f64; 9] },
}

/// A leaf of a cell: its standard normal, its distribution and its goalposts.
struct LeafPlan {
    score: Score,
    /// one for each multiplier, or one for all
    tables: Vec<QuantileTable>,
    /// innovations of the two goalposts, and the share of the leaf that they move
    goalposts: Option<(At, At, f64)>,
}

/// A cell: its leaves and the weights of its nodes.
struct CellPlan {
    date: usize,
    leaves: Vec<LeafPlan>,
    /// per node, what the children's weights in this cell are over those the Dirichlet draws
    factors: Vec<Vec<f64>>,
}

struct Layout<'p> {
    problem: &'p Problem<'p>,
    panels: &'p [Panel],
    streams: Vec<Stream>,
    cells: Vec<CellPlan>,
    /// per panel and node, the mean of its two cells' factors, so that neither side weighs more
    panel_factors: Vec<Vec<Vec<f64>>>,
    /// per multiplier, state and date
    errors: Vec<Vec<Vec<ErrorRow>>>,
    dirichlets: Vec<DirichletTables>,
    /// per node, the innovations of its children's weights
    weights: Vec<Vec<At>>,
    exponent: At,
    root_exponent: At,
    multiplier: At,
    shared: At,
}

/// Names of innovations, each with its stream.
struct Names {
    innovations: Innovations,
    known: BTreeMap<String, At>,
    streams: Vec<Stream>,
}

impl Names {
    fn at(&mut self, name: String) -> At {
        if let Some(known) = self.known.get(&name) {
            return *known;
        }
        self.streams.push(self.innovations.stream(&name));
        self.known.insert(name, self.streams.len() - 1);
        self.streams.len() - 1
    }
}

impl<'p> Layout<'p> {
    fn of(problem: &'p Problem<'p>, framework: &Framework, seed: u64, panels: &'p [Panel]) -> Layout<'p> {
        let mut names =
            Names { innovations: Innovations::new(seed), known: BTreeMap::new(), streams: vec![] };
        let errors = errors(problem, &mut names);
        let tree = &problem.tree;
        let child_name = |child: &Child| match child {
            Child::Node(n) => tree.nodes[*n].path.clone(),
            Child::Leaf(l) => tree.leaves[*l].path.clone(),
        };
        let weights = tree
            .nodes
            .iter()
            .map(|n| n.children.iter().map(|c| names.at(format!("weight|{}", child_name(c)))).collect())
            .collect();
        let dirichlets: Vec<DirichletTables> =
            tree.nodes.iter().map(|n| DirichletTables::new(&n.weights)).collect();
        let cells: Vec<CellPlan> = problem
            .cells
            .iter()
            .map(|&(tie, date)| CellPlan {
                date,
                leaves: (0..tree.leaves.len())
                    .into_par_iter()
                    .map(|leaf| leaf_tables(problem, tie, leaf, date))
                    .collect::<Vec<_>>()
                    .into_iter()
                    .enumerate()
                    .map(|(leaf, tables)| {
                        leaf_plan(problem, framework, (tie, leaf, date), tables, &mut names)
                    })
                    .collect(),
                factors: (0..tree.nodes.len())
                    .map(|n| {
                        let at = problem.weights_at(tie, n, date);
                        at.iter().zip(&tree.nodes[n].weights).map(|(w, base)| w / base).collect()
                    })
                    .collect(),
            })
            .collect();
        let between = |panel: &Panel| {
            let [a, b] = panel.cells.map(|cell| &cells[cell].factors);
            let mean = |(a, b): (&Vec<f64>, &Vec<f64>)| a.iter().zip(b).map(|(a, b)| (a + b) / 2.0).collect();
            a.iter().zip(b).map(mean).collect()
        };
        let panel_factors = panels.iter().map(between).collect();
        let exponent = names.at("exponent".into());
        let root_exponent = names.at("exponent|root".into());
        let multiplier = names.at("multiplier".into());
        let shared = names.at("multiplier|shared".into());
        let streams = names.streams;
        Layout {
            problem,
            panels,
            streams,
            cells,
            panel_factors,
            errors,
            dirichlets,
            weights,
            exponent,
            root_exponent,
            multiplier,
            shared,
        }
    }

    fn empty(&self, capacity: usize) -> Draws {
        let tree = &self.problem.tree;
        let column = || Vec::with_capacity(capacity);
        let slots = tree.nodes.len() + tree.leaves.len();
        Draws {
            columns: self.cells.iter().map(|_| (0..slots).map(|_| column()).collect()).collect(),
            panels: self
                .panels
                .iter()
                .map(|_| [0, 1].map(|_| tree.nodes.iter().map(|_| column()).collect()))
                .collect(),
        }
    }

    fn block(&self, first: u64, count: usize) -> Draws {
        // one row a draw, so that a draw finds its numbers side by side
        let width = self.streams.len();
        let mut normals = vec![0.0; width * count];
        let mut column = vec![0.0; count];
        for (at, stream) in self.streams.iter().enumerate() {
            stream.fill(first, &mut column);
            for (draw, z) in column.iter().enumerate() {
                normals[draw * width + at] = *z;
            }
        }
        let mut draws = self.empty(count);
        let mut work = Work::new(self);
        for row in normals.chunks_exact(width) {
            self.one(&|at: At| row[at], None, &mut work, &mut draws);
        }
        draws
    }

    /// One draw of everything. With `truth`, leaves that states determine have their true values.
    fn one(&self, z: &impl Fn(At) -> f64, truth: Option<&[Truth]>, work: &mut Work, draws: &mut Draws) {
        let tree = &self.problem.tree;
        let by = pick(&MULTIPLIERS, z(self.multiplier));
        let shared = shared_multiplier(z(self.shared));
        let exponent = EXPONENT + normal::cdf(z(self.exponent)) - 0.5;
        let root_exponent = ROOT_EXPONENT + normal::cdf(z(self.root_exponent)) - 0.5;
        let exponents = [exponent, root_exponent];
        for (node, weights) in work.weights.iter_mut().enumerate() {
            work.normals.clear();
            work.normals.extend(self.weights[node].iter().map(|at| z(*at)));
            self.dirichlets[node].draw(&work.normals, weights);
        }
        for (c, cell) in self.cells.iter().enumerate() {
            for (leaf, plan) in cell.leaves.iter().enumerate() {
                let value = self.leaf(plan, cell.date, (by, shared), z, truth);
                work.logs[c][leaf] = log(value);
                draws.columns[c][tree.nodes.len() + leaf].push(value);
            }
            let nodes = &mut work.nodes;
            self.nodes(&work.weights, &cell.factors, &work.logs[c], None, exponents, nodes, &mut work.parts);
            for (node, value) in nodes.iter().enumerate() {
                draws.columns[c][node].push(value.map_or(0.0, libm::exp));
            }
        }
        for (p, panel) in self.panels.iter().enumerate() {
            for side in 0..2 {
                let c = panel.cells[side];
                let nodes = &mut work.nodes;
                let known = Some(panel.known.as_slice());
                self.nodes(
                    &work.weights,
                    &self.panel_factors[p],
                    &work.logs[c],
                    known,
                    exponents,
                    nodes,
                    &mut work.parts,
                );
                for (node, value) in nodes.iter().enumerate() {
                    draws.panels[p][side][node].extend(value.map(libm::exp));
                }
            }
        }
    }

    fn leaf(
        &self,
        plan: &LeafPlan,
        date: usize,
        (by, shared): (usize, f64),
        z: &impl Fn(At) -> f64,
        truth: Option<&[Truth]>,
    ) -> f64 {
        let error = |state: usize| {
            let row = &self.errors[by][state][date];
            let sum = |parts: &[(At, f64)]| parts.iter().map(|(at, weight)| weight * z(*at)).sum::<f64>();
            shared * sum(&row.shared) + sum(&row.residual)
        };
        let score = match &plan.score {
            Score::Own(at) => z(*at),
            Score::State { state, over } => error(*state) * over[by],
            Score::Gap { states: [a, b], over } => (error(*a) - error(*b)) * over[by],
        };
        let value = match (truth, &plan.score) {
            (Some(states), Score::State { state, .. }) => states[*state].0[date].clamp(0.0, 1.0),
            (Some(states), Score::Gap { states: [a, b], .. }) => {
                1.0 - (states[*a].0[date].clamp(0.0, 1.0) - states[*b].0[date].clamp(0.0, 1.0)).abs()
            }
            _ => plan.tables[by.min(plan.tables.len() - 1)].at(score),
        };
        match plan.goalposts {
            None => value,
            Some((low, high, share)) => {
                (1.0 - share) * value + share * move_goalposts(value, z(low), z(high))
            }
        }
    }

    /// Logarithms of means, from the leaves' logarithms up. With `known`, only those leaves count, and a node without any has no value.
    #[expect(
        clippy::too_many_arguments,
        reason = "scratch space is handed in, so that draws do not allocate"
    )]
    fn nodes(
        &self,
        weights: &[Vec<f64>],
        factors: &[Vec<f64>],
        leaves: &[f64],
        known: Option<&[bool]>,
        [exponent, root_exponent]: [f64; 2],
        into: &mut [Option<f64>],
        (logs, used): &mut (Vec<f64>, Vec<f64>),
    ) {
        let tree = &self.problem.tree;
        for &node in &tree.order {
            logs.clear();
            used.clear();
            for (i, child) in tree.nodes[node].children.iter().enumerate() {
                let value = match child {
                    Child::Node(n) => into[*n],
                    Child::Leaf(l) => known.is_none_or(|k| k[*l]).then(|| leaves[*l]),
                };
                if let Some(value) = value {
                    logs.push(value);
                    used.push(weights[node][i] * factors[node][i]);
                }
            }
            let p = if tree.nodes[node].is_root { root_exponent } else { exponent };
            into[node] = (used.iter().sum::<f64>() > 0.0).then(|| log_power_mean(logs, used, p));
        }
    }
}

/// Scratch space of one block.
struct Work {
    weights: Vec<Vec<f64>>,
    logs: Vec<Vec<f64>>,
    nodes: Vec<Option<f64>>,
    normals: Vec<f64>,
    parts: (Vec<f64>, Vec<f64>),
}

impl Work {
    fn new(layout: &Layout) -> Work {
        let tree = &layout.problem.tree;
        Work {
            weights: tree.nodes.iter().map(|n| vec![0.0; n.children.len()]).collect(),
            logs: layout.cells.iter().map(|_| vec![0.0; tree.leaves.len()]).collect(),
            nodes: vec![None; tree.nodes.len()],
            normals: vec![],
            parts: (vec![], vec![]),
        }
    }
}

/// The place that a standard normal picks in a table of values with their probabilities.
fn pick<T>(table: &[(T, f64)], z: f64) -> usize {
    let uniform = normal::cdf(z);
    let mut sum = 0.0;
    let holds = |(_, p): &(T, f64)| {
        sum += p;
        uniform < sum
    };
    table.iter().position(holds).unwrap_or(table.len() - 1)
}

/// The multiplier of all shared errors that a standard normal picks (METHOD 15).
pub(crate) fn shared_multiplier(z: f64) -> f64 {
    FACTORS[pick(&FACTORS, z)].0
}

/// The errors of all states under all multipliers. Their factors are found in parallel, and only then their names, each
/// once: with many dates there are millions of weights and few names.
fn errors(problem: &Problem, names: &mut Names) -> Vec<Vec<Vec<ErrorRow>>> {
    let states = problem.states.len();
    let factors: Vec<Vec<f64>> = (0..MULTIPLIERS.len() * states)
        .into_par_iter()
        .map(|at| residual_factor(problem, at % states, at / states))
        .collect();
    let mut of_dates: Vec<Vec<Option<At>>> = vec![vec![None; problem.dates.len()]; states];
    (0..MULTIPLIERS.len())
        .map(|by| {
            (0..states)
                .map(|state| {
                    let factor = &factors[by * states + state];
                    state_errors(problem, (state, by), factor, &mut of_dates[state], names)
                })
                .collect()
        })
        .collect()
}

/// Cholesky's factor of the covariance of a state's residuals, newest date first, so that its draws at the newest date
/// are the same whether or not an earlier one is asked for beside it.
fn residual_factor(problem: &Problem, state: usize, by: usize) -> Vec<f64> {
    let covariance = &problem.states[state].solved[by].covariance;
    let newest_first: Vec<f64> = covariance.iter().rev().copied().collect();
    cholesky(&newest_first, problem.dates.len())
}

/// The errors of a state at all dates: shared effects, and the residual by its factor.
fn state_errors(
    problem: &Problem,
    (state, by): (usize, usize),
    factor: &[f64],
    of_dates: &mut [Option<At>],
    names: &mut Names,
) -> Vec<ErrorRow> {
    let count = problem.dates.len();
    let mut of_date = |date: usize, names: &mut Names| {
        let name = || format!("state|{}|{}", problem.names[state], problem.dates[date]);
        *of_dates[date].get_or_insert_with(|| names.at(name()))
    };
    // a leaf that knows nothing has no error of its state
    let told = |date: usize| if problem.states[state].solved[by].informed(date) { date..count } else { 0..0 };
    (0..count)
        .map(|date| ErrorRow {
            shared: problem
                .shared_weights(state, date, by)
                .map(|(effect, weight)| (names.at(effect_name(problem, effect)), weight * effect.sd()))
                .collect(),
            residual: told(date)
                .map(|j| (j, factor[(count - 1 - date) * count + (count - 1 - j)]))
                .filter(|(_, weight)| *weight != 0.0)
                .map(|(j, weight)| (of_date(j, names), weight))
                .collect(),
        })
        .collect()
}

fn effect_name(problem: &Problem, effect: Effect) -> String {
    match effect {
        Effect::Source(source) => problem.facts.source_name(source),
        Effect::Coder(coder) => format!("coder|{}", problem.facts.coders[coder as usize]),
    }
}

/// The lower triangular factor of a positive semi-definite matrix; a pivot that is not positive gives a zero column.
fn cholesky(matrix: &[f64], n: usize) -> Vec<f64> {
    let mut factor = vec![0.0; n * n];
    for i in 0..n {
        for j in 0..=i {
            let known: f64 = (0..j).map(|k| factor[i * n + k] * factor[j * n + k]).sum();
            let rest = matrix[i * n + j] - known;
            factor[i * n + j] = if i == j {
                libm::sqrt(rest.max(0.0))
            } else if factor[j * n + j] > 1e-12 {
                rest / factor[j * n + j]
            } else {
                0.0
            };
        }
    }
    factor
}

fn leaf_tables(problem: &Problem, tie: usize, leaf: usize, date: usize) -> Vec<QuantileTable> {
    if problem.moments(tie, leaf, date, unmultiplied()).is_none() {
        return vec![QuantileTable::beta(problem.missing_mean(tie, leaf, date), MISSING_SD * MISSING_SD)];
    }
    let multipliers = match problem.ties[tie].forms[leaf] {
        Form::Alone(_) => 1,
        _ => MULTIPLIERS.len(),
    };
    (0..multipliers)
        .filter_map(|by| problem.moments(tie, leaf, date, by))
        .map(|m| QuantileTable::beta(m.mean, m.variance))
        .collect()
}

fn leaf_plan(
    problem: &Problem,
    framework: &Framework,
    (tie, leaf, date): (usize, usize, usize),
    tables: Vec<QuantileTable>,
    names: &mut Names,
) -> LeafPlan {
    let path = &problem.tree.leaves[leaf].path;
    let id = &problem.ties[tie].tie.id;
    let informed = problem.moments(tie, leaf, date, unmultiplied()).is_some();
    let over = |sign: f64| {
        let mut over = [0.0; 9];
        for (by, over) in over.iter_mut().enumerate() {
            if let Some(m) = problem.moments(tie, leaf, date, by) {
                *over = sign / libm::sqrt(m.variance);
            }
        }
        over
    };
    let score = match &problem.ties[tie].forms[leaf] {
        // what is not known is one unknown for all dates
        _ if !informed => Score::Own(names.at(format!("missing|{path}|{id}"))),
        Form::Alone(_) => Score::Own(names.at(format!("alone|{path}|{id}"))),
        Form::State(state) => Score::State { state: *state, over: over(1.0) },
        Form::Gap(a, b) => {
            let mean = |s: usize| problem.states[s].solved[unmultiplied()].mean[date];
            let sign = if mean(*a) >= mean(*b) { -1.0 } else { 1.0 };
            Score::Gap { states: [*a, *b], over: over(sign) }
        }
    };
    let share = match problem.ties[tie].forms[leaf] {
        Form::State(state) if informed => problem.states[state].goalposts[date],
        _ => 0.0,
    };
    let indicator = &framework.indicator[problem.tree.leaves[leaf].indicator].id;
    let goalposts = (share > 0.0).then(|| {
        let low = names.at(format!("goalpost|{indicator}|low"));
        (low, names.at(format!("goalpost|{indicator}|high")), share)
    });
    LeafPlan { score, tables, goalposts }
}
