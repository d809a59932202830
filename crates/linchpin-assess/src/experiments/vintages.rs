//! Experiment 4, vintages: from what was issued by a date alone, how well are later readings predicted?
//!
//! For each state that was known by then and read again later, every later reading is predicted: by the method (a normal
//! about the state's mean at the reading's date, mixed over the nine multipliers), by persistence (the last reading
//! known by then, as if nothing moved), and by ½. The logarithm of the density that a forecast gives the reading is its
//! score (Good 1952); differences are averaged over states, since readings of one state are not independent.

use crate::error::Error;
use crate::facts::Facts;
use crate::problem::{Cell, MISSING_SD, Problem, UNINFORMED};
use crate::readings::LeafState;
use linchpin_dossier::View;
use linchpin_index::reading::{CODER_EFFECT_SD, SOURCE_EFFECT_SD};
use linchpin_index::state::MULTIPLIERS;
use linchpin_model::Date;
use linchpin_model::framework::Framework;
use linchpin_model::id::EntityId;
use std::collections::BTreeMap;

/// A forecast against another.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Gain {
    /// mean difference of the logarithmic scores, over states
    pub mean: f64,
    /// its standard error
    pub error: f64,
}

/// How later readings were predicted.
#[derive(Clone, Debug, PartialEq)]
pub struct Vintages {
    /// states that were known early and read again later
    pub states: usize,
    /// later readings of these
    pub readings: usize,
    /// states that were read later, but had not been known
    pub new_states: usize,
    /// share of later readings inside the 90 % interval of the method's forecast
    pub covered_90: f64,
    /// the method against persistence
    pub over_persistence: Gain,
    /// the method against ½
    pub over_half: Gain,
}

/// The disagreement that is expected of a further source (METHOD 10).
const FURTHER_SOURCE_SD: f64 = 0.10;
/// Half the width of a 90 % interval of a normal, in standard deviations.
const Z90: f64 = 1.644_853_626_951_472_2;

/// Predicts the readings of `late` from those of `early`, a view of what was issued by a date.
pub fn vintages(
    early: &View,
    late: &View,
    framework: &Framework,
    ties: &[EntityId],
    newest: Date,
) -> Result<Vintages, Error> {
    let cells =
        |date: Date| -> Vec<Cell> { ties.iter().map(|tie| Cell { tie: tie.clone(), as_of: date }).collect() };
    let after = Problem::compile(Facts::of(late), framework, &cells(newest))?;
    let fresh: BTreeMap<&str, Vec<Fresh>> = after
        .names
        .iter()
        .zip(&after.states)
        .map(|(name, state)| (name.as_str(), fresh(&after, state, early)))
        .filter(|(_, readings)| !readings.is_empty())
        .collect();
    let mut dates: Vec<Date> = fresh.values().flatten().map(|reading| reading.day).collect();
    dates.sort();
    dates.dedup();
    let wanted: Vec<Cell> = dates.iter().flat_map(|date| cells(*date)).collect();
    if wanted.is_empty() {
        let none = Gain { mean: 0.0, error: 0.0 };
        return Ok(Vintages {
            states: 0,
            readings: 0,
            new_states: 0,
            covered_90: 0.0,
            over_persistence: none,
            over_half: none,
        });
    }
    let before = Problem::compile(Facts::of(early), framework, &wanted)?;
    let mut told = Told::default();
    for (name, readings) in &fresh {
        let known = before.names.iter().position(|other| other == name);
        match known.filter(|&state| !before.states[state].readings.is_empty()) {
            Some(state) => told.state(&before, state, readings),
            None => told.new_states += 1,
        }
    }
    Ok(told.summary())
}

/// A reading that was not known early.
struct Fresh {
    day: Date,
    value: f64,
    variance: f64,
}

fn fresh(after: &Problem, state: &LeafState, early: &View) -> Vec<Fresh> {
    let epoch = Date::constant(2000, 1, 1);
    let is_new = |fact: usize| early.get(&after.facts.all[fact].statement.id).is_none();
    state
        .readings
        .iter()
        .zip(&state.carriers)
        .filter(|(_, carriers)| !carriers.is_empty() && carriers.iter().all(|share| is_new(share.fact)))
        .map(|(reading, _)| {
            let days = libm::round(reading.at * 365.25) as i64;
            let day = epoch.saturating_add(jiff::Span::new().days(days));
            Fresh { day, value: reading.value, variance: reading.variance }
        })
        .collect()
}

/// Scores as they come in: per state, the mean gains of its readings.
#[derive(Default)]
struct Told {
    gains: Vec<[f64; 2]>,
    readings: usize,
    covered: usize,
    new_states: usize,
}

impl Told {
    fn state(&mut self, before: &Problem, state: usize, readings: &[Fresh]) {
        let own = &before.states[state];
        let further = FURTHER_SOURCE_SD * FURTHER_SOURCE_SD
            + SOURCE_EFFECT_SD * SOURCE_EFFECT_SD
            + CODER_EFFECT_SD * CODER_EFFECT_SD;
        let Some(last) = own.readings.iter().max_by(|a, b| a.at.total_cmp(&b.at)) else { return };
        let mut sums = [0.0; 2];
        let mut scored = 0;
        for reading in readings {
            let Ok(date) = before.dates.binary_search(&reading.day) else { continue };
            let moments: Vec<(f64, f64, f64)> = MULTIPLIERS
                .iter()
                .enumerate()
                .filter_map(|(by, (_, p))| {
                    let moments = before.state_moments(state, date, by)?;
                    Some((*p, moments.mean, moments.variance + reading.variance + further))
                })
                .collect();
            if moments.is_empty() {
                continue;
            }
            let density: f64 =
                moments.iter().map(|(p, m, v)| p * libm::exp(log_normal(reading.value, *m, *v))).sum();
            let method = libm::log(density.max(f64::MIN_POSITIVE));
            let still = last.variance + reading.variance + 2.0 * further;
            let persistence = log_normal(reading.value, last.value, still);
            let half = log_normal(reading.value, UNINFORMED, MISSING_SD * MISSING_SD + reading.variance);
            let mean: f64 = moments.iter().map(|(p, m, _)| p * m).sum();
            let variance: f64 = moments.iter().map(|(p, m, v)| p * (v + (m - mean) * (m - mean))).sum();
            self.covered += usize::from((reading.value - mean).abs() <= Z90 * libm::sqrt(variance));
            sums[0] += method - persistence;
            sums[1] += method - half;
            scored += 1;
        }
        if scored > 0 {
            self.readings += scored;
            self.gains.push(sums.map(|sum| sum / scored as f64));
        }
    }

    fn summary(self) -> Vintages {
        let count = self.gains.len() as f64;
        let gain = |which: usize| {
            let mean = self.gains.iter().map(|gain| gain[which]).sum::<f64>() / count.max(1.0);
            let squares: f64 =
                self.gains.iter().map(|gain| (gain[which] - mean) * (gain[which] - mean)).sum();
            let error = if count > 1.0 { libm::sqrt(squares / (count - 1.0) / count) } else { f64::NAN };
            Gain { mean, error }
        };
        Vintages {
            states: self.gains.len(),
            readings: self.readings,
            new_states: self.new_states,
            covered_90: self.covered as f64 / self.readings.max(1) as f64,
            over_persistence: gain(0),
            over_half: gain(1),
        }
    }
}

/// The logarithm of a normal density.
fn log_normal(x: f64, mean: f64, variance: f64) -> f64 {
    -0.5 * (libm::log(2.0 * std::f64::consts::PI * variance) + (x - mean) * (x - mean) / variance)
}
