//! Experiments 1 and 2: simulated dossiers.

use super::{Experiment, Trials};
use crate::setting::Error;
use linchpin_assess::experiments::World;
use linchpin_assess::experiments::calibration::{Calibration, calibration};
use linchpin_assess::experiments::placebo::{Placebo, placebo};
use serde::Serialize;

/// 90 % intervals should hold the truth this often.
pub const COVERAGE: [f64; 2] = [0.87, 0.93];
/// Where an assumption is wrong by a factor of two, still this often.
pub const COVERAGE_IF_WRONG: f64 = 0.80;
/// A change that did not happen may be reported with this bias at most.
pub const BIAS: f64 = 0.02;
/// A decline that did not happen may be given P > .8 this often at most.
pub const FALSE_DECLINES: f64 = 0.10;
/// How far a press that favours bad news leans: one standard deviation of a source's shared error.
const LEANING_PRESS: f64 = -0.05;

/// One node in one world.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Row {
    /// the experiment
    pub experiment: Experiment,
    /// the world that dossiers were drawn from
    pub world: &'static str,
    /// the node's path
    pub node: String,
    /// share of 90 % intervals that hold the truth
    pub covered_90: Option<f64>,
    /// share of 50 % intervals that hold the truth
    pub covered_50: Option<f64>,
    /// share of truths in each tenth of the draws
    pub ranks: Vec<f64>,
    /// estimate less truth, or change reported where there was none
    pub bias: f64,
    /// share of runs that give a decline more than .8 that did not happen
    pub false_declines: Option<f64>,
    /// share of runs that give a rise more than .8 that did not happen
    pub false_rises: Option<f64>,
    /// whether the bounds above hold
    pub holds: bool,
}

/// Worlds that differ from what the method assumes by a factor of two.
pub(super) const WORLDS: [(&str, World); 7] = {
    const AS_ASSUMED: World = World { q: None, tau: None, shared: None };
    [
        ("as-assumed", AS_ASSUMED),
        ("volatility-doubled", World { q: Some(2.0), ..AS_ASSUMED }),
        ("volatility-halved", World { q: Some(0.5), ..AS_ASSUMED }),
        ("disagreement-doubled", World { tau: Some(2.0), ..AS_ASSUMED }),
        ("disagreement-halved", World { tau: Some(0.5), ..AS_ASSUMED }),
        ("shared-errors-doubled", World { shared: Some(2.0), ..AS_ASSUMED }),
        ("shared-errors-halved", World { shared: Some(0.5), ..AS_ASSUMED }),
    ]
};
pub(super) const PRESSES: [(&str, f64); 2] = [("fair-press", 0.0), ("leaning-press", LEANING_PRESS)];

/// Intervals in every world.
pub(super) fn calibrations(trials: &Trials<'_>) -> Result<Vec<Row>, Error> {
    let trial = trials.on(vec![trials.dense]);
    let mut rows = vec![];
    for (name, world) in WORLDS {
        let found = calibration(trials.view, trials.framework, &trial, world, trials.progress)?;
        rows.extend(found.into_iter().map(|c| calibrated(name, c)));
    }
    Ok(rows)
}

/// Changes reported where there was none, under every press.
pub(super) fn placebos(trials: &Trials<'_>) -> Result<Vec<Row>, Error> {
    let trial = trials.on(vec![trials.dense, trials.sparse]);
    let mut rows = vec![];
    for (name, lean) in PRESSES {
        let found = placebo(trials.view, trials.framework, &trial, lean, trials.progress)?;
        rows.extend(found.into_iter().map(|p| placeboed(name, p)));
    }
    Ok(rows)
}

fn calibrated(world: &'static str, c: Calibration) -> Row {
    let bounds = if world == "as-assumed" { COVERAGE } else { [COVERAGE_IF_WRONG, 1.0] };
    Row {
        experiment: Experiment::Calibration,
        world,
        node: c.node,
        covered_90: Some(c.covered_90),
        covered_50: Some(c.covered_50),
        ranks: c.ranks,
        bias: c.bias,
        false_declines: None,
        false_rises: None,
        holds: (bounds[0]..=bounds[1]).contains(&c.covered_90),
    }
}

fn placeboed(world: &'static str, p: Placebo) -> Row {
    Row {
        experiment: Experiment::Placebo,
        world,
        node: p.node,
        covered_90: None,
        covered_50: None,
        ranks: vec![],
        bias: p.bias,
        false_declines: Some(p.false_declines),
        false_rises: Some(p.false_rises),
        holds: p.bias.abs() <= BIAS && p.false_declines <= FALSE_DECLINES,
    }
}
