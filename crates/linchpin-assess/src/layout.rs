//! An assessment laid out for the engine: which innovations make each leaf of each cell, by which weights and tables.

use crate::errors::{ErrorRow, errors};
use crate::forms::Form;
use crate::innovations::{At, Kind, Names};
use crate::problem::{MISSING_SD, Problem};
use crate::readings::unmultiplied;
use crate::tree::{Child, Tree};
use linchpin_index::column::{Table, VARIANTS, Variants};
use linchpin_index::engine::Leaf;
use linchpin_index::quantile::QuantileTable;
use linchpin_index::state::MULTIPLIERS;
use linchpin_index::weights::DirichletTables;
use linchpin_model::framework::Framework;
use linchpin_model::id::EntityId;
use rayon::prelude::*;
use std::collections::BTreeMap;

/// An innovation's weight in a leaf's standard normal, under each of the nine multipliers.
#[derive(Clone)]
pub(crate) struct Term {
    pub at: At,
    pub weights: Variants,
}

/// A leaf of a cell: its standard normal as a sum of innovations, its distribution and its goalposts.
#[derive(Clone)]
pub(crate) struct LeafPlan {
    /// times the multiplier of shared errors
    pub shared: Vec<Term>,
    pub own: Vec<Term>,
    /// one for each multiplier, or one for all
    pub tables: Vec<Table>,
    pub goalposts: Option<Goalposts>,
}

/// Innovations of two goalposts, and the share of the leaf that they move.
#[derive(Clone, Copy)]
pub(crate) struct Goalposts {
    pub ends: [At; 2],
    pub share: f32,
}

/// A cell: its leaves and the weights of its nodes.
pub(crate) struct CellPlan {
    /// places of its leaves among all plans; cells of different worlds share those that do not differ
    pub leaves: Vec<usize>,
    /// per node, what the children's weights in this cell are over those the Dirichlet draws
    pub factors: Vec<Vec<f32>>,
}

/// What no leaf has alone.
pub(crate) struct Common {
    /// per node, how its children's weights are drawn
    pub dirichlets: Vec<DirichletTables>,
    /// per node, those of its children's weights
    pub weights: Vec<Vec<At>>,
    pub exponent: At,
    pub root_exponent: At,
    pub multiplier: At,
    pub shared: At,
}

/// Everything that draws need.
pub(crate) struct Layout<'p> {
    pub problem: &'p Problem<'p>,
    pub names: Names,
    pub cells: Vec<CellPlan>,
    pub plans: Vec<LeafPlan>,
    /// where each plan belongs
    pub places: Vec<Place>,
    pub common: Common,
    /// the plans for the engine, each a value and its logarithm
    pub leaves: Vec<Leaf>,
    /// innovations that combining takes
    pub combining: Vec<At>,
}

/// A cell and leaf that a plan belongs to.
pub(crate) struct Place {
    pub cell: usize,
    pub leaf: usize,
    /// without evidence, the mean that the leaf is given
    missing: Option<f64>,
}

/// How many leaves' distributions are worked out at once.
const AT_ONCE: usize = 16;

/// Columns of a leaf: its value, and the logarithm of it.
pub(crate) const LEAF_WIDTH: usize = 2;

impl<'p> Layout<'p> {
    pub fn of(problem: &'p Problem<'p>, framework: &Framework) -> Layout<'p> {
        let mut names = Names::default();
        let common = Common::of(&problem.tree, &mut names);
        let errors = errors(problem, &mut names);
        let (cells, places) = shared_leaves(problem);
        let moments = |place: &Place| match place.missing {
            Some(mean) => vec![missing_moments(mean)],
            None => {
                let (tie, date) = problem.cells[place.cell];
                leaf_moments(problem, tie, place.leaf, date)
            }
        };
        let tables: Vec<Vec<Table>> = places
            .par_chunks(AT_ONCE)
            .flat_map_iter(|places| tables_of(&places.iter().map(moments).collect::<Vec<_>>()))
            .collect();
        let mut plans = vec![];
        for (Place { cell, leaf, missing }, tables) in places.iter().zip(tables) {
            let (tie, date) = problem.cells[*cell];
            plans.push(match missing {
                Some(_) => {
                    let path = &problem.tree.leaves[*leaf].path;
                    missing_leaf(path, &problem.ties[tie].tie.id, tables, &mut names)
                }
                None => leaf_plan(problem, framework, &errors, (tie, *leaf, date), tables, &mut names),
            });
        }
        let plan = |(leaves, &(tie, date)): (Vec<usize>, &(usize, usize))| {
            let factors = |node: usize| {
                let weights = problem.weights_at(tie, node, date);
                let base = &problem.tree.nodes[node].weights;
                weights.iter().zip(base).map(|(w, base)| (w / base) as f32).collect()
            };
            CellPlan { leaves, factors: (0..problem.tree.nodes.len()).map(factors).collect() }
        };
        let cells = cells.into_iter().zip(&problem.cells).map(plan).collect();
        let engine_leaf =
            |plan: &LeafPlan| Leaf { width: LEAF_WIDTH, innovations: plan.innovations(&common) };
        let leaves = plans.iter().map(engine_leaf).collect();
        let mut combining: Vec<At> = common.weights.iter().flatten().copied().collect();
        combining.extend([common.exponent, common.root_exponent]);
        Layout { problem, names, cells, plans, places, common, leaves, combining }
    }
}

/// For each cell the places of its leaves among those that are told apart, and these places. Cells of one date share a leaf where it has the same form; without evidence also the same siblings, on whom it then depends.
fn shared_leaves(problem: &Problem) -> (Vec<Vec<usize>>, Vec<Place>) {
    let mut known: BTreeMap<(usize, usize, usize, Option<u64>), usize> = BTreeMap::new();
    let mut places = vec![];
    let mut of_cell = |cell: usize| {
        let (tie, date) = problem.cells[cell];
        let place = |leaf: usize| {
            let is_missing = problem.moments(tie, leaf, date, unmultiplied()).is_none();
            let missing = is_missing.then(|| problem.missing_mean(tie, leaf, date));
            let key = (problem.ties[tie].origins[leaf], leaf, date, missing.map(f64::to_bits));
            *known.entry(key).or_insert_with(|| {
                places.push(Place { cell, leaf, missing });
                places.len() - 1
            })
        };
        (0..problem.tree.leaves.len()).map(place).collect()
    };
    let cells = (0..problem.cells.len()).map(&mut of_cell).collect();
    (cells, places)
}

impl Common {
    pub fn of(tree: &Tree, names: &mut Names) -> Common {
        let child_name = |child: &Child| match child {
            Child::Node(n) => tree.nodes[*n].path.clone(),
            Child::Leaf(l) => tree.leaves[*l].path.clone(),
        };
        Common {
            dirichlets: tree.nodes.iter().map(|n| DirichletTables::new(&n.weights)).collect(),
            multiplier: names.at("multiplier".into(), Kind::Multipliers, ""),
            shared: names.at("multiplier|shared".into(), Kind::Multipliers, ""),
            exponent: names.at("exponent".into(), Kind::Exponents, ""),
            root_exponent: names.at("exponent|root".into(), Kind::Exponents, ""),
            weights: tree
                .nodes
                .iter()
                .map(|n| {
                    let weight = |c| names.at(format!("weight|{}", child_name(c)), Kind::Weights, &n.path);
                    n.children.iter().map(weight).collect()
                })
                .collect(),
        }
    }
}

impl LeafPlan {
    /// The innovations that it takes, each once.
    fn innovations(&self, common: &Common) -> Vec<At> {
        let mut all: Vec<At> = self.shared.iter().chain(&self.own).map(|term| term.at).collect();
        all.extend(self.goalposts.iter().flat_map(|posts| posts.ends));
        if self.tables.len() > 1 || all.len() > 1 {
            all.push(common.multiplier);
        }
        if !self.shared.is_empty() {
            all.push(common.shared);
        }
        all.sort_unstable();
        all.dedup();
        all
    }
}

/// Mean and variance of the distributions of a leaf, one for each multiplier or one for all; none without evidence.
pub(crate) fn leaf_moments(problem: &Problem, tie: usize, leaf: usize, date: usize) -> Vec<(f64, f64)> {
    let multipliers = match problem.ties[tie].forms[leaf] {
        Form::Alone(_) => 1,
        _ => MULTIPLIERS.len(),
    };
    (0..multipliers)
        .filter_map(|by| problem.moments(tie, leaf, date, by))
        .map(|m| (m.mean, m.variance))
        .collect()
}

/// Mean and variance of a leaf without evidence, about a mean.
pub(crate) fn missing_moments(mean: f64) -> (f64, f64) {
    (mean, MISSING_SD * MISSING_SD)
}

/// The distributions of some leaves, by their moments; faster for many than for each.
pub(crate) fn tables_of(leaves: &[Vec<(f64, f64)>]) -> Vec<Vec<Table>> {
    let mut tables = QuantileTable::betas(&leaves.concat()).into_iter().map(|table| table.single());
    leaves.iter().map(|leaf| tables.by_ref().take(leaf.len()).collect()).collect()
}

/// A leaf without evidence, by its distribution: what is not known is one unknown for all dates.
pub(crate) fn missing_leaf(path: &str, tie: &EntityId, tables: Vec<Table>, names: &mut Names) -> LeafPlan {
    let at = names.at(format!("missing|{path}|{tie}"), Kind::Leaves, path);
    LeafPlan { shared: vec![], own: vec![Term { at, weights: [1.0; VARIANTS] }], tables, goalposts: None }
}

/// A leaf by its evidence, with its distributions.
pub(crate) fn leaf_plan(
    problem: &Problem,
    framework: &Framework,
    errors: &[Vec<Vec<ErrorRow>>],
    (tie, leaf, date): (usize, usize, usize),
    tables: Vec<Table>,
    names: &mut Names,
) -> LeafPlan {
    let path = &problem.tree.leaves[leaf].path;
    let id = &problem.ties[tie].tie.id;
    let scale = |by| scale(problem, (tie, leaf, date), by);
    // each state's errors over √P, with the sign that makes two sides that err alike agree
    let (shared, own) = match &problem.ties[tie].forms[leaf] {
        Form::Alone(_) => {
            let at = names.at(format!("alone|{path}|{id}"), Kind::Leaves, path);
            (vec![], vec![Term { at, weights: [1.0; VARIANTS] }])
        }
        Form::State(state) => terms(errors, &[(*state, 1.0)], date, scale),
        Form::Gap(a, b) => {
            let mean = |s: usize| problem.states[s].solved[unmultiplied()].mean[date];
            let sign = if mean(*a) >= mean(*b) { -1.0 } else { 1.0 };
            terms(errors, &[(*a, sign), (*b, -sign)], date, scale)
        }
    };
    let share = match problem.ties[tie].forms[leaf] {
        Form::State(state) => problem.states[state].goalposts[date],
        _ => 0.0,
    };
    let indicator = &framework.indicator[problem.tree.leaves[leaf].indicator].id;
    let goalposts = (share > 0.0).then(|| {
        let end = |end| format!("goalpost|{indicator}|{end}");
        let ends = ["low", "high"].map(|which| names.at(end(which), Kind::Goalposts, indicator.as_str()));
        Goalposts { ends, share: share as f32 }
    });
    LeafPlan { shared, own, tables, goalposts }
}

/// 1/√P of a leaf under a multiplier.
fn scale(problem: &Problem, (tie, leaf, date): (usize, usize, usize), by: usize) -> f64 {
    problem.moments(tie, leaf, date, by).map_or(0.0, |m| 1.0 / libm::sqrt(m.variance))
}

/// The errors of some states, each with its sign, as terms: shared ones and those of their own.
fn terms(
    errors: &[Vec<Vec<ErrorRow>>],
    states: &[(usize, f64)],
    date: usize,
    scale: impl Fn(usize) -> f64,
) -> (Vec<Term>, Vec<Term>) {
    let gather = |part: fn(&ErrorRow) -> &Vec<(At, f64)>| {
        let mut weights: BTreeMap<At, [f64; VARIANTS]> = BTreeMap::new();
        for (by, of_states) in errors.iter().enumerate() {
            for (state, sign) in states {
                for (at, weight) in part(&of_states[*state][date]) {
                    weights.entry(*at).or_insert([0.0; VARIANTS])[by] += sign * scale(by) * weight;
                }
            }
        }
        let term = |(at, weights): (At, [f64; VARIANTS])| Term { at, weights: weights.map(|w| w as f32) };
        weights.into_iter().map(term).collect()
    };
    (gather(|row| &row.shared), gather(|row| &row.residual))
}
