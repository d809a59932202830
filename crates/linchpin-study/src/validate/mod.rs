//! How does the method fare? Experiments 1 and 2 on simulated dossiers that have the dates, sources and readings of the
//! real one, 3 to 5 on the dossier itself (`docs/METHOD.md`; the figures stand in `docs/EVALUATION.md`).

mod double_coding;
mod labels;
mod simulated;
mod vintages;

use crate::setting::{Error, Frame, Setting};
use linchpin_assess::experiments::{DRAWS, Progress, Trial};
use linchpin_dossier::{Snapshot, View};
use linchpin_model::Date;
use linchpin_model::framework::Framework;
use linchpin_model::id::EntityId;
use serde::Serialize;

pub use double_coding::{ALPHA, Agreement, Disagreement, DoubleCoding};
pub use labels::{JOINTLY, LabelPlacebo};
pub use simulated::{BIAS, COVERAGE, COVERAGE_IF_WRONG, FALSE_DECLINES, Row};
pub use vintages::{Gain, Vintages};

/// The name and version of the answer's shape.
pub const SCHEMA: &str = "linchpin.validation/2";

/// An experiment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Experiment {
    /// do intervals hold the truth as often as they say?
    Calibration,
    /// does a mere change in the density of evidence look like a change?
    Placebo,
    /// would the conclusions come out whatever the labels?
    Labels,
    /// does what was known early predict what was read later?
    Vintages,
    /// do two coders, blind to each other, agree?
    DoubleCoding,
}

impl Experiment {
    /// All experiments, in the order of METHOD.
    pub const ALL: [Experiment; 5] = [
        Experiment::Calibration,
        Experiment::Placebo,
        Experiment::Labels,
        Experiment::Vintages,
        Experiment::DoubleCoding,
    ];
}

/// The question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Validate {
    /// the experiments
    pub experiments: Vec<Experiment>,
    /// simulated dossiers, or permutations, for each
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
    /// the date of calibration, and the earlier one of placebo and vintages
    pub dense: Date,
    /// the later date of the placebo
    pub sparse: Date,
    /// runs for each row
    pub runs: usize,
    /// simulations, by experiment and world
    pub rows: Vec<Row>,
    /// the label placebo; none, if it was not asked for
    pub labels: Option<LabelPlacebo>,
    /// the vintages; none, if they were not asked for
    pub vintages: Option<Vintages>,
    /// the double coding, one for each further coder
    pub double_coding: Vec<DoubleCoding>,
}

/// The number of runs that a question takes in all, for progress.
pub fn total_runs(question: &Validate) -> usize {
    let each = |experiment: &Experiment| match experiment {
        Experiment::Calibration => simulated::WORLDS.len(),
        Experiment::Placebo => simulated::PRESSES.len(),
        Experiment::Labels => 1,
        Experiment::Vintages | Experiment::DoubleCoding => 0,
    };
    question.runs * question.experiments.iter().map(each).sum::<usize>()
}

/// What the experiments share.
struct Trials<'t> {
    view: &'t View<'t>,
    framework: &'t Framework,
    ties: Vec<EntityId>,
    dense: Date,
    sparse: Date,
    runs: usize,
    seed: u64,
    progress: Progress<'t>,
}

impl Trials<'_> {
    fn on(&self, dates: Vec<Date>) -> Trial {
        Trial { ties: self.ties.clone(), dates, runs: self.runs, seed: self.seed }
    }
}

/// Answers the question. `progress` is called with the runs done of the world at hand.
pub fn answer(question: &Validate, snapshot: &Snapshot, progress: Progress) -> Result<Answer, Error> {
    let setting = &question.setting;
    let view = setting.view(snapshot);
    let framework = setting.framework(snapshot)?;
    let frame = Frame { draws: DRAWS.into(), ..setting.frame(&view, framework)? };
    let dense = question.since.or(snapshot.settings().compare_with).unwrap_or(frame.as_of);
    let asked = |experiment: Experiment| question.experiments.contains(&experiment);
    let needs_two_dates = asked(Experiment::Placebo) || asked(Experiment::Vintages);
    if needs_two_dates && dense >= frame.as_of {
        return Err(Error::NotBefore { since: dense, as_of: frame.as_of });
    }
    let trials = Trials {
        view: &view,
        framework,
        ties: snapshot.settings().ties.clone(),
        dense,
        sparse: frame.as_of,
        runs: question.runs,
        seed: setting.seed,
        progress,
    };
    let mut rows = vec![];
    if asked(Experiment::Calibration) {
        rows.extend(simulated::calibrations(&trials)?);
    }
    if asked(Experiment::Placebo) {
        rows.extend(simulated::placebos(&trials)?);
    }
    let labels = asked(Experiment::Labels).then(|| labels::labels(&trials)).transpose()?;
    let vintages = asked(Experiment::Vintages).then(|| vintages::vintages(&trials)).transpose()?;
    let double_coding =
        if asked(Experiment::DoubleCoding) { double_coding::all(snapshot, setting.seed) } else { vec![] };
    let sparse = frame.as_of;
    let runs = question.runs;
    Ok(Answer { schema: SCHEMA, frame, dense, sparse, runs, rows, labels, vintages, double_coding })
}
