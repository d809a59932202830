//! How does the method fare where the truth is known? Experiments on simulated dossiers that have the dates, sources
//! and readings of the real one (`docs/METHOD.md`; the figures stand in `docs/EVALUATION.md`).

use crate::setting::{Error, Frame, Setting};
use linchpin_assess::experiments::{
    Calibration, DRAWS, Placebo, Progress, Trial, World, calibration, placebo,
};
use linchpin_dossier::Snapshot;
use linchpin_model::Date;
use serde::Serialize;

/// The name and version of the answer's shape.
pub const SCHEMA: &str = "linchpin.validation/1";

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

/// An experiment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Experiment {
    /// do intervals hold the truth as often as they say?
    Calibration,
    /// does a mere change in the density of evidence look like a change?
    Placebo,
}

/// The question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Validate {
    /// the experiments, in this order
    pub experiments: Vec<Experiment>,
    /// simulated dossiers for each
    pub runs: usize,
    /// the earlier date, where evidence is dense; the dossier's comparison date, if absent
    pub since: Option<Date>,
    /// the setting; its number of draws is not used
    pub setting: Setting,
}

/// The answer.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Answer {
    /// [`SCHEMA`]
    pub schema: &'static str,
    /// the setting
    pub frame: Frame,
    /// the date of calibration, and the earlier one of the placebo
    pub dense: Date,
    /// the later date of the placebo
    pub sparse: Date,
    /// simulated dossiers for each row
    pub runs: usize,
    /// the rows, by experiment and world
    pub rows: Vec<Row>,
}

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
const WORLDS: [(&str, World); 7] = {
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
const PRESSES: [(&str, f64); 2] = [("fair-press", 0.0), ("leaning-press", LEANING_PRESS)];

/// The number of simulated dossiers that a question takes in all, for progress.
pub fn total_runs(question: &Validate) -> usize {
    let worlds = |e: &Experiment| match e {
        Experiment::Calibration => WORLDS.len(),
        Experiment::Placebo => PRESSES.len(),
    };
    question.runs * question.experiments.iter().map(worlds).sum::<usize>()
}

/// Answers the question. `progress` is called with the runs done of the world at hand.
pub fn answer(question: &Validate, snapshot: &Snapshot, progress: Progress) -> Result<Answer, Error> {
    let setting = &question.setting;
    let view = setting.view(snapshot);
    let framework = setting.framework(snapshot)?;
    let frame = Frame { draws: DRAWS, ..setting.frame(snapshot, &view, framework)? };
    let dense = question.since.or(snapshot.settings().compare_with).unwrap_or(frame.as_of);
    if question.experiments.contains(&Experiment::Placebo) && dense >= frame.as_of {
        return Err(Error::NotBefore { since: dense, as_of: frame.as_of });
    }
    let ties = snapshot.settings().ties.clone();
    let trial =
        |dates: Vec<Date>| Trial { ties: ties.clone(), dates, runs: question.runs, seed: setting.seed };
    let mut rows = vec![];
    for experiment in &question.experiments {
        match experiment {
            Experiment::Calibration => {
                for (name, world) in WORLDS {
                    let found = calibration(&view, framework, &trial(vec![dense]), world, progress)?;
                    rows.extend(found.into_iter().map(|c| calibrated(name, c)));
                }
            }
            Experiment::Placebo => {
                for (name, lean) in PRESSES {
                    let dates = vec![dense, frame.as_of];
                    let found = placebo(&view, framework, &trial(dates), lean, progress)?;
                    rows.extend(found.into_iter().map(|p| placeboed(name, p)));
                }
            }
        }
    }
    let sparse = frame.as_of;
    Ok(Answer { schema: SCHEMA, frame, dense, sparse, runs: question.runs, rows })
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
