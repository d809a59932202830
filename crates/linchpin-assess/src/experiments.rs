//! Experiments that show how the method fares where the truth is known: dossiers are drawn from the method's own
//! assumptions, with the readings, sources and dates of a real one, and assessed as if they were real.
//!
//! 1. *Calibration*: do 90 % intervals hold the truth nine times out of ten, and do they still hold it often
//!    enough where the method's assumptions are wrong by a factor of two?
//! 2. *Density placebo*: where nothing changes but the density of evidence, with or without a press that leans
//!    towards bad news, does the method report a change?

use crate::assessment::THRESHOLD;
use crate::draw::{self, Panel, Truth, shared_multiplier};
use crate::error::Error;
use crate::facts::Facts;
use crate::problem::{Cell, Problem};
use crate::readings::LeafState;
use linchpin_dossier::View;
use linchpin_index::innovation::{Innovations, Stream};
use linchpin_index::normal;
use linchpin_index::reading::{CODER_EFFECT_SD, SOURCE_EFFECT_SD};
use linchpin_index::summary::quantile;
use linchpin_model::Date;
use linchpin_model::framework::Framework;
use linchpin_model::id::EntityId;
use rayon::prelude::*;
use std::collections::BTreeMap;
use std::sync::atomic::{AtomicUsize, Ordering};

/// Standard deviation of what a source's readings of one leaf share, as the method expects it (METHOD 10).
const EXPECTED_TAU: f64 = 0.10;
/// Draws of each simulated assessment.
pub const DRAWS: u32 = 199;
/// Bins of rank histograms.
const BINS: usize = 10;

/// How the world that dossiers are drawn from differs from what the method assumes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct World {
    /// factor on volatility; `None` draws it as the method does
    pub q: Option<f64>,
    /// factor on the disagreement of sources; `None` draws it as the method does
    pub tau: Option<f64>,
    /// factor on the shared errors of sources and coders; `None` draws it as the method does
    pub shared: Option<f64>,
}

/// What is asked of an experiment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trial {
    /// the ties
    pub ties: Vec<EntityId>,
    /// the dates, rising
    pub dates: Vec<Date>,
    /// number of simulated dossiers
    pub runs: usize,
    /// the seed
    pub seed: u64,
}

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

/// What was reported where nothing had changed.
#[derive(Clone, Debug, PartialEq)]
pub struct Placebo {
    /// the node's path
    pub node: String,
    /// mean of the later less the earlier score
    pub bias: f64,
    /// share of runs with P(declined) > .8
    pub false_declines: f64,
    /// share of runs with P(risen) > .8
    pub false_rises: f64,
}

/// Called with the number of runs done.
pub type Progress<'p> = &'p (dyn Fn(usize) + Sync);

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
    let done = AtomicUsize::new(0);
    let runs: Vec<Vec<Outcome>> = (0..trial.runs)
        .into_par_iter()
        .map(|run| {
            let seed = trial.seed.wrapping_mul(1_000_003).wrapping_add(run as u64);
            let outcome = one_calibration(&problem, framework, &nodes, world, seed);
            progress(done.fetch_add(1, Ordering::Relaxed) + 1);
            outcome
        })
        .collect();
    let name = |n: usize| problem.tree.nodes[nodes[n]].path.clone();
    Ok((0..nodes.len())
        .map(|n| summarise(name(n), runs.iter().flatten().filter(|o| o.node == n).collect()))
        .collect())
}

/// Experiment 2: the last date against the first, with the press leaning by `press` (0 for a fair one, negative for
/// one that favours bad news). Articles are of the press.
pub fn placebo(
    view: &View,
    framework: &Framework,
    trial: &Trial,
    press: f64,
    progress: Progress,
) -> Result<Vec<Placebo>, Error> {
    let problem = compile(view, framework, trial)?;
    let nodes = criteria(&problem);
    let lean: Vec<f64> = problem
        .facts
        .sources
        .iter()
        .map(|id| {
            let of_press =
                problem.facts.vocabulary.sources.get(*id).is_some_and(|s| s.r#type.starts_with("article"));
            if of_press { press } else { 0.0 }
        })
        .collect();
    let done = AtomicUsize::new(0);
    let runs: Vec<Vec<(usize, Vec<f64>)>> = (0..trial.runs)
        .into_par_iter()
        .map(|run| {
            let seed = trial.seed.wrapping_mul(1_000_003).wrapping_add(run as u64);
            let changes = one_placebo(&problem, framework, &nodes, &lean, seed);
            progress(done.fetch_add(1, Ordering::Relaxed) + 1);
            changes
        })
        .collect();
    Ok((0..nodes.len())
        .map(|n| {
            let changes: Vec<&Vec<f64>> =
                runs.iter().flatten().filter(|(node, _)| *node == n).map(|(_, change)| change).collect();
            let share = |test: &dyn Fn(f64) -> bool| {
                let sure = |change: &&&Vec<f64>| {
                    change.iter().filter(|c| test(**c)).count() as f64 > 0.8 * change.len() as f64
                };
                changes.iter().filter(sure).count() as f64 / changes.len().max(1) as f64
            };
            let mean = |change: &&Vec<f64>| change.iter().sum::<f64>() / change.len() as f64;
            Placebo {
                node: problem.tree.nodes[nodes[n]].path.clone(),
                bias: changes.iter().map(mean).sum::<f64>() / changes.len().max(1) as f64,
                false_declines: share(&|c| c < -THRESHOLD),
                false_rises: share(&|c| c > THRESHOLD),
            }
        })
        .collect())
}

fn compile<'v>(view: &'v View<'v>, framework: &Framework, trial: &Trial) -> Result<Problem<'v>, Error> {
    let cells: Vec<Cell> = trial
        .ties
        .iter()
        .flat_map(|tie| trial.dates.iter().map(|as_of| Cell { tie: tie.clone(), as_of: *as_of }))
        .collect();
    if cells.is_empty() {
        return Err(Error::NoCells);
    }
    Problem::compile(Facts::of(view), framework, &cells)
}

/// The root and its children.
fn criteria(problem: &Problem) -> Vec<usize> {
    let nodes = &problem.tree.nodes;
    let root = nodes.iter().position(|n| n.is_root).unwrap_or_default();
    let children = nodes[root].children.iter().filter_map(|c| match c {
        crate::tree::Child::Node(n) => Some(*n),
        crate::tree::Child::Leaf(_) => None,
    });
    [root].into_iter().chain(children).collect()
}

/// Where the truth of a node stood among its draws.
struct Outcome {
    node: usize,
    covered_90: bool,
    covered_50: bool,
    rank: f64,
    error: f64,
}

fn one_calibration(
    problem: &Problem,
    framework: &Framework,
    nodes: &[usize],
    world: World,
    seed: u64,
) -> Vec<Outcome> {
    let simulated = simulate(problem, world, &[], seed);
    let truth = draw::truth(&simulated.problem, framework, seed ^ TRUTH, &simulated.states);
    let draws = draw::draw(&simulated.problem, framework, DRAWS, seed, &[] as &[Panel]);
    let mut found = vec![];
    for (cell, truth) in truth.iter().enumerate() {
        for (n, node) in nodes.iter().enumerate() {
            found.push(outcome(n, &draws.columns[cell][*node], truth[*node]));
        }
    }
    found
}

/// The truth is drawn apart from the assessment: under another seed.
const TRUTH: u64 = 0x5eed_0f7a_11ce_0001;

fn outcome(n: usize, draws: &[f64], truth: f64) -> Outcome {
    let mut sorted = draws.to_vec();
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

fn one_placebo(
    problem: &Problem,
    framework: &Framework,
    nodes: &[usize],
    lean: &[f64],
    seed: u64,
) -> Vec<(usize, Vec<f64>)> {
    let still = World { q: Some(0.0), tau: None, shared: None };
    let simulated = simulate(problem, still, lean, seed);
    let draws = draw::draw(&simulated.problem, framework, DRAWS, seed, &[] as &[Panel]);
    let dates = problem.dates.len();
    let mut found = vec![];
    for tie in 0..problem.ties.len() {
        let (first, last) = (tie * dates, tie * dates + dates - 1);
        for (n, node) in nodes.iter().enumerate() {
            let columns = [last, first].map(|cell| &draws.columns[cell][*node]);
            let change = columns[0].iter().zip(columns[1]).map(|(later, earlier)| later - earlier);
            found.push((n, change.collect()));
        }
    }
    found
}

/// A simulated dossier: the problem with values read anew, and the truth of each state at each date.
struct Simulated<'v> {
    problem: Problem<'v>,
    states: Vec<Truth>,
}

/// Draws paths, disagreements and errors, and reads them where and when the real dossier does.
fn simulate<'v>(problem: &Problem<'v>, world: World, lean: &[f64], seed: u64) -> Simulated<'v> {
    let world_stream = Innovations::new(seed ^ TRUTH);
    let mut shared = Numbers::of(world_stream.stream("world|shared"));
    let q = world.q.unwrap_or_else(|| shared_multiplier(shared.next()));
    let tau = world.tau.unwrap_or_else(|| shared_multiplier(shared.next()));
    let factor = world.shared.unwrap_or_else(|| shared_multiplier(shared.next()));
    let sources: Vec<f64> = (0..problem.facts.sources.len())
        .map(|s| factor * SOURCE_EFFECT_SD * shared.next() + lean.get(s).copied().unwrap_or_default())
        .collect();
    let coders: Vec<f64> =
        problem.facts.coders.iter().map(|_| factor * CODER_EFFECT_SD * shared.next()).collect();
    let mut states = vec![];
    let mut truths = vec![];
    for (state, name) in problem.states.iter().zip(&problem.names) {
        let mut numbers = Numbers::of(world_stream.stream(&format!("world|{name}")));
        let (values, truth) = path(state, q, tau * EXPECTED_TAU, &sources, &coders, &mut numbers);
        states.push(state.with_values(&values));
        truths.push(truth);
    }
    Simulated { problem: problem.with_states(states), states: truths }
}

/// One leaf's readings, and its truth at each date: a random walk on the leaf's clock from a level anywhere in [0, 1].
fn path(
    state: &LeafState,
    q: f64,
    tau: f64,
    sources: &[f64],
    coders: &[f64],
    numbers: &mut Numbers,
) -> (Vec<f64>, Truth) {
    let level = normal::cdf(numbers.next());
    let mut stops: Vec<f64> =
        state.readings.iter().map(|r| r.at).chain(state.wanted.iter().map(|w| w.at)).collect();
    stops.sort_by(f64::total_cmp);
    stops.dedup();
    let steps = |from: f64, to: f64| {
        // where nothing drifts, nothing steps either: the placebo holds the truth still
        let inside = |(at, _): &&(f64, f64)| q > 0.0 && *at > from && *at <= to;
        state.clock.steps.iter().filter(inside).map(|(_, variance)| variance).sum::<f64>()
    };
    let (mut at, mut value) = (stops.first().copied().unwrap_or_default(), level);
    let mut walk: Vec<(f64, f64)> = vec![];
    for stop in stops {
        let variance = (q * state.clock.q) * (q * state.clock.q) * (stop - at) + steps(at, stop);
        value += libm::sqrt(variance) * numbers.next();
        walk.push((stop, value));
        at = stop;
    }
    let truth_at = |t: f64| walk.iter().find(|(at, _)| *at == t).map_or(level, |(_, value)| *value);
    let mut own: BTreeMap<u32, f64> = BTreeMap::new();
    let mut errors: BTreeMap<u32, f64> = BTreeMap::new();
    let mut values = vec![];
    for r in &state.readings {
        let deviation = *own.entry(r.source).or_insert_with(|| tau * numbers.next());
        let error = *errors.entry(r.error).or_insert_with(|| numbers.next());
        let of_source = sources.get(r.source as usize).copied().unwrap_or_default();
        let of_coder = coders.get(r.coder as usize).copied().unwrap_or_default();
        values.push(truth_at(r.at) + deviation + libm::sqrt(r.variance) * error + of_source + of_coder);
    }
    (values, Truth(state.wanted.iter().map(|w| truth_at(w.at)).collect()))
}

/// Standard normals one after the other.
struct Numbers {
    stream: Stream,
    at: u64,
}

impl Numbers {
    fn of(stream: Stream) -> Numbers {
        Numbers { stream, at: 0 }
    }

    fn next(&mut self) -> f64 {
        let mut one = [0.0];
        self.stream.fill(self.at, &mut one);
        self.at += 1;
        one[0]
    }
}
