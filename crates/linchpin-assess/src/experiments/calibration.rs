//! Experiment 1: do intervals hold the truth as often as they say?

use super::simulate::{TRUTH, simulate};
use super::{DRAWS, Progress, Trial, World, compile, criteria, runs};
use crate::draw;
use crate::error::Error;
use crate::problem::Problem;
use linchpin_dossier::View;
use linchpin_index::summary::quantile;
use linchpin_model::framework::Framework;

/// Bins of rank histograms.
const BINS: usize = 10;

/// How often truth was where a node's intervals said.
#[derive(Clone, Debug, PartialEq)]
pub struct Calibration {
    /// the node's path
    pub node: String,
    /// share of 90 % intervals that hold the truth
    pub covered_90: f64,
    /// share of 50 % intervals that hold the truth
    pub covered_50: f64,
    /// share of truths in each tenth of the draws; .1 each, if calibrated
    pub ranks: Vec<f64>,
    /// mean of estimate less truth
    pub bias: f64,
}

/// Experiment 1 in one world: the root and the nodes below it, over all cells.
pub fn calibration(
    view: &View,
    framework: &Framework,
    trial: &Trial,
    world: World,
    progress: Progress,
) -> Result<Vec<Calibration>, Error> {
    let problem = compile(view, framework, trial)?;
    let nodes = criteria(&problem);
    let runs = runs(trial.runs, progress, |run| one(&problem, framework, &nodes, world, trial.seed_of(run)));
    let name = |n: usize| problem.tree.nodes[nodes[n]].path.clone();
    Ok((0..nodes.len())
        .map(|n| summarise(name(n), runs.iter().flatten().filter(|o| o.node == n).collect()))
        .collect())
}

/// Where the truth of a node stood among its draws.
struct Outcome {
    node: usize,
    covered_90: bool,
    covered_50: bool,
    rank: f64,
    error: f64,
}

fn one(problem: &Problem, framework: &Framework, nodes: &[usize], world: World, seed: u64) -> Vec<Outcome> {
    let simulated = simulate(problem, world, &[], seed);
    let truth = draw::truth(&simulated.problem, framework, seed ^ TRUTH, &simulated.states);
    let draws = draw::columns(&simulated.problem, framework, DRAWS as usize, seed);
    let mut found = vec![];
    for (cell, truth) in truth.iter().enumerate() {
        for (n, node) in nodes.iter().enumerate() {
            found.push(outcome(n, &draws[cell][*node], truth[*node]));
        }
    }
    found
}

fn outcome(n: usize, draws: &[f32], truth: f64) -> Outcome {
    let mut sorted: Vec<f64> = draws.iter().map(|x| f64::from(*x)).collect();
    sorted.sort_unstable_by(f64::total_cmp);
    let holds = |low: f64, high: f64| quantile(&sorted, low) <= truth && truth <= quantile(&sorted, high);
    let below = sorted.partition_point(|d| *d < truth);
    Outcome {
        node: n,
        covered_90: holds(0.05, 0.95),
        covered_50: holds(0.25, 0.75),
        rank: below as f64 / (sorted.len() + 1) as f64,
        error: sorted.iter().sum::<f64>() / sorted.len() as f64 - truth,
    }
}

fn summarise(node: String, outcomes: Vec<&Outcome>) -> Calibration {
    let count = outcomes.len().max(1) as f64;
    let share = |test: &dyn Fn(&Outcome) -> bool| outcomes.iter().filter(|o| test(o)).count() as f64 / count;
    let bin = |o: &Outcome| ((o.rank * BINS as f64) as usize).min(BINS - 1);
    Calibration {
        node,
        covered_90: share(&|o| o.covered_90),
        covered_50: share(&|o| o.covered_50),
        ranks: (0..BINS).map(|b| share(&|o| bin(o) == b)).collect(),
        bias: outcomes.iter().map(|o| o.error).sum::<f64>() / count,
    }
}
