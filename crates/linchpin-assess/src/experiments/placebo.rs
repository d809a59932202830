//! Experiment 2: does a mere change in the density of evidence look like a change?

use super::simulate::simulate;
use super::{DRAWS, Progress, Trial, World, compile, criteria, runs};
use crate::assessment::THRESHOLD;
use crate::draw;
use crate::error::Error;
use crate::problem::Problem;
use linchpin_dossier::View;
use linchpin_model::framework::Framework;

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
    let runs = runs(trial.runs, progress, |run| one(&problem, framework, &nodes, &lean, trial.seed_of(run)));
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

fn one(
    problem: &Problem,
    framework: &Framework,
    nodes: &[usize],
    lean: &[f64],
    seed: u64,
) -> Vec<(usize, Vec<f64>)> {
    let still = World { q: Some(0.0), tau: None, shared: None };
    let simulated = simulate(problem, still, lean, seed);
    let draws = draw::columns(&simulated.problem, framework, DRAWS as usize, seed);
    let dates = problem.dates.len();
    let mut found = vec![];
    for tie in 0..problem.ties.len() {
        let (first, last) = (tie * dates, tie * dates + dates - 1);
        for (n, node) in nodes.iter().enumerate() {
            let columns = [last, first].map(|cell| &draws[cell][*node]);
            let change = columns[0].iter().zip(columns[1]).map(|(later, earlier)| f64::from(later - earlier));
            found.push((n, change.collect()));
        }
    }
    found
}
