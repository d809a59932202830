//! Simulated dossiers: paths of the truth, disagreements and errors are drawn, and read where and when the real dossier
//! reads.

use crate::draw::{Truth, shared_multiplier};
use crate::problem::Problem;
use crate::readings::LeafState;
use linchpin_index::innovation::{Innovations, Numbers};
use linchpin_index::normal;
use linchpin_index::reading::{CODER_EFFECT_SD, SOURCE_EFFECT_SD};
use std::collections::BTreeMap;

/// Standard deviation of what a source's readings of one leaf share, as the method expects it (METHOD 10).
const EXPECTED_TAU: f64 = 0.10;

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

/// The truth is drawn apart from the assessment: under another seed.
pub(crate) const TRUTH: u64 = 0x5eed_0f7a_11ce_0001;

/// A simulated dossier: the problem with values read anew, and the truth of each state at each date.
pub(crate) struct Simulated<'v> {
    pub problem: Problem<'v>,
    pub states: Vec<Truth>,
}

/// Draws paths, disagreements and errors, and reads them where and when the real dossier does.
pub(crate) fn simulate<'v>(problem: &Problem<'v>, world: World, lean: &[f64], seed: u64) -> Simulated<'v> {
    let world_stream = Innovations::new(seed ^ TRUTH);
    let mut shared = Numbers::of(world_stream.stream("world|shared"));
    let q = world.q.unwrap_or_else(|| shared_multiplier(shared.normal()));
    let tau = world.tau.unwrap_or_else(|| shared_multiplier(shared.normal()));
    let factor = world.shared.unwrap_or_else(|| shared_multiplier(shared.normal()));
    let sources: Vec<f64> = (0..problem.facts.sources.len())
        .map(|s| factor * SOURCE_EFFECT_SD * shared.normal() + lean.get(s).copied().unwrap_or_default())
        .collect();
    let coders: Vec<f64> =
        problem.facts.coders.iter().map(|_| factor * CODER_EFFECT_SD * shared.normal()).collect();
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
    let level = normal::cdf(numbers.normal());
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
        value += libm::sqrt(variance) * numbers.normal();
        walk.push((stop, value));
        at = stop;
    }
    let truth_at = |t: f64| walk.iter().find(|(at, _)| *at == t).map_or(level, |(_, value)| *value);
    let mut own: BTreeMap<u32, f64> = BTreeMap::new();
    let mut errors: BTreeMap<u32, f64> = BTreeMap::new();
    let mut values = vec![];
    for r in &state.readings {
        let deviation = *own.entry(r.source).or_insert_with(|| tau * numbers.normal());
        let error = *errors.entry(r.error).or_insert_with(|| numbers.normal());
        let of_source = sources.get(r.source as usize).copied().unwrap_or_default();
        let of_coder = coders.get(r.coder as usize).copied().unwrap_or_default();
        values.push(truth_at(r.at) + deviation + libm::sqrt(r.variance) * error + of_source + of_coder);
    }
    (values, Truth(state.wanted.iter().map(|w| truth_at(w.at)).collect()))
}
