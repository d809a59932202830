//! Experiment 4: what was issued by the earlier date predicts what was read later.

use super::Trials;
use crate::setting::Error;
use linchpin_assess::experiments::vintages as experiment;
use linchpin_dossier::Knowledge;
use serde::Serialize;

/// A forecast against another, in logarithmic score per reading.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Gain {
    /// mean over states; positive where the method predicts better
    pub mean: f64,
    /// its standard error; none with fewer than two states
    pub error: Option<f64>,
}

/// How later readings were predicted.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Vintages {
    /// states that were known early and read again later
    pub states: usize,
    /// later readings of these
    pub readings: usize,
    /// states that were read later, but had not been known
    pub new_states: usize,
    /// share of later readings inside the 90 % interval of the method's forecast
    pub covered_90: f64,
    /// the method against the last early reading, as if nothing moved
    pub over_persistence: Gain,
    /// the method against ½
    pub over_half: Gain,
}

pub(super) fn vintages(trials: &Trials<'_>) -> Result<Vintages, Error> {
    let early = Knowledge { known_at: Some(trials.dense), recorded_by: None };
    let early = trials.view.snapshot().view(&early);
    let found = experiment::vintages(&early, trials.view, trials.framework, &trials.ties, trials.sparse)?;
    let gain = |gain: experiment::Gain| Gain {
        mean: gain.mean,
        error: Some(gain.error).filter(|error| error.is_finite()),
    };
    Ok(Vintages {
        states: found.states,
        readings: found.readings,
        new_states: found.new_states,
        covered_90: found.covered_90,
        over_persistence: gain(found.over_persistence),
        over_half: gain(found.over_half),
    })
}
