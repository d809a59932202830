//! The state of a leaf at some dates, as the best linear estimate from its readings (METHOD 9–12).
//!
//! A leaf moves as a random walk on a clock Q(t) that runs with its volatility and jumps at breaks. A reading
//! is the leaf's value with two errors: one shared by all readings of a source, of variance τ² (how much
//! sources disagree), and one of its own, or shared with the readings that repeat the same statement. Where
//! the level is all but unknown beforehand (variance 100 around .5), the estimate is the kriging predictor and
//! the generalised least squares estimate alike (Goldstein & Wooff 2007, ch. 3; West & Harrison 1997, ch. 2).
//!
//! Each wanted date says which readings it sees; what it does not see has no influence on its state.

use crate::factor::Factor;
use std::cmp::Ordering;
use std::collections::BTreeMap;

/// One reading of a leaf.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Reading {
    /// when, in years
    pub at: f64,
    /// the value read, in [0, 1]
    pub value: f64,
    /// s², the variance of its error without what its source shares
    pub variance: f64,
    /// whose it is
    pub source: u32,
    /// who coded it
    pub coder: u32,
    /// its error; readings with the same one share it (METHOD 4) and should have the same variance
    pub error: u32,
}

/// How a leaf moves: Q(t) = q²·(t − origin) + Σ variance of steps at or before t (METHOD 9). The origin is the
/// earliest of all readings and wanted dates.
#[derive(Clone, Debug, PartialEq)]
pub struct Clock {
    /// volatility, per √year
    pub q: f64,
    /// breaks: when, and the variance each adds
    pub steps: Vec<(f64, f64)>,
}

/// A date whose state is wanted.
#[derive(Clone, Debug, PartialEq)]
pub struct Wanted {
    /// the date, in years
    pub at: f64,
    /// the readings it sees; others have no weight
    pub sees: Sees,
}

/// Which readings a wanted date sees.
#[derive(Clone, Debug, PartialEq)]
pub enum Sees {
    /// those up to a time, in years; infinity for a retrospective (smoothed) state
    Until(f64),
    /// those marked, one mark for each reading in the order given
    These(Vec<bool>),
}

impl Sees {
    /// Whether the reading given at a place and time is seen.
    fn sees(&self, place: usize, at: f64) -> bool {
        match self {
            Sees::Until(until) => at <= *until,
            Sees::These(marks) => marks.get(place).copied().unwrap_or(false),
        }
    }
}

/// Factors on the elicited volatility and disagreement (METHOD 15).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Multipliers {
    /// on q; the steps stay
    pub q: f64,
    /// on τ
    pub tau: f64,
}

/// How far an elicited size may be wrong, and with which probability (METHOD 15).
pub const FACTORS: [(f64, f64); 3] = [(0.5, 0.25), (1.0, 0.5), (2.0, 0.25)];

/// The nine multipliers and their probabilities: {½, 1, 2} with ¼, ½, ¼ for q (slower) and τ (faster). The
/// elicited values are at index 4.
pub const MULTIPLIERS: [(Multipliers, f64); 9] = {
    let mut all = [(Multipliers { q: 1.0, tau: 1.0 }, 0.0); 9];
    let mut i = 0;
    while i < 9 {
        let (q, tau) = (FACTORS[i / 3], FACTORS[i % 3]);
        all[i] = (Multipliers { q: q.0, tau: tau.0 }, q.1 * tau.1);
        i += 1;
    }
    all
};

/// What is expected of a leaf before any reading.
const PRIOR_MEAN: f64 = 0.5;
/// Its variance: all but nothing is known (METHOD 11).
const PRIOR_VARIANCE: f64 = 100.0;
/// No state is quite 0 or 1 (METHOD 11).
const MEAN_RANGE: [f64; 2] = [0.02, 0.98];
/// Disagreement of sources is expected to have this standard deviation (METHOD 10) …
const EXPECTED_TAU: f64 = 0.10;
/// … and counts as if seen in this many sources more.
const EXPECTED_TAU_WEIGHT: f64 = 4.0;

/// The state of a leaf at n wanted dates, in their order.
#[derive(Clone, Debug, PartialEq)]
pub struct State {
    /// the means, in [.02, .98]
    pub mean: Vec<f64>,
    /// the joint posterior covariance of all dates, n×n by row
    pub covariance: Vec<f64>,
    /// per date, the weight of each reading in the order given; 0 for those the date does not see
    pub weights: Vec<Vec<f64>>,
    /// per date, (source, sum of its weights) for each source seen, by id
    pub by_source: Vec<Vec<(u32, f64)>>,
    /// per date, (coder, sum of their weights) for each coder seen, by id
    pub by_coder: Vec<Vec<(u32, f64)>>,
}

impl State {
    /// Whether date `i` sees any reading. If not, its mean is .5 and its variance the prior one of 100 and
    /// more; METHOD 16 says what to put in its place.
    pub fn informed(&self, i: usize) -> bool {
        !self.by_source[i].is_empty()
    }
}

/// The state of a leaf, with the disagreement among the readings that each date sees.
///
/// # Panics
/// When a number is not finite (only [`Sees::Until`] may be infinite), a variance is negative, or there is not one mark
/// a reading.
pub fn estimate(readings: &[Reading], clock: &Clock, wanted: &[Wanted], by: Multipliers) -> State {
    estimate_with(readings, clock, wanted, &disagreements(readings, wanted), by)
}

/// The states under all nine [`MULTIPLIERS`], in their order.
///
/// # Panics
/// As [`estimate`].
pub fn estimate_all(readings: &[Reading], clock: &Clock, wanted: &[Wanted]) -> [State; 9] {
    estimate_all_with(readings, clock, wanted, &disagreements(readings, wanted))
}

/// As [`estimate`], with τ² of each wanted date given: where sources are left out to see what they contribute,
/// τ stays as it was with all of them (METHOD 29).
///
/// # Panics
/// As [`estimate`], and when there is not one τ² a date.
pub fn estimate_with(
    readings: &[Reading],
    clock: &Clock,
    wanted: &[Wanted],
    tau2: &[f64],
    by: Multipliers,
) -> State {
    Leaf::new(readings, clock, wanted, tau2).state(by)
}

/// As [`estimate_all`], with τ² of each wanted date given.
///
/// # Panics
/// As [`estimate_with`].
pub fn estimate_all_with(readings: &[Reading], clock: &Clock, wanted: &[Wanted], tau2: &[f64]) -> [State; 9] {
    let leaf = Leaf::new(readings, clock, wanted, tau2);
    MULTIPLIERS.map(|(by, _)| leaf.state(by))
}

/// τ² of [`disagreement`] for each wanted date, among the readings that it sees.
pub fn disagreements(readings: &[Reading], wanted: &[Wanted]) -> Vec<f64> {
    let order = canonical_order(readings);
    wanted
        .iter()
        .map(|w| {
            let seen = order.iter().filter(|&&i| w.sees.sees(i, readings[i].at)).map(|&i| readings[i]);
            disagreement(&seen.collect::<Vec<_>>())
        })
        .collect()
}

/// The variance τ² of what a source's readings share, from how the k sources' means ȳₛ scatter (METHOD 10):
/// (4·.10² + SS)/(4 + k − 1) with SS = max(0, Σ(ȳₛ − ȳ)² − (k − 1)·mean s²).
///
/// ȳ is the mean of the sources' means, and s² the error variance of a source's mean: that of its reading, or
/// less where it has several with errors of their own. The usual estimators give 0 half of the time for two
/// sources; this one shrinks towards .10² (Röver et al. 2021). Without readings it is .10².
pub fn disagreement(readings: &[Reading]) -> f64 {
    let mut by_source = BTreeMap::<u32, Vec<&Reading>>::new();
    for reading in readings {
        by_source.entry(reading.source).or_default().push(reading);
    }
    if by_source.is_empty() {
        return EXPECTED_TAU * EXPECTED_TAU;
    }
    let k = by_source.len() as f64;
    let means: Vec<f64> = by_source.values().map(|own| mean(own)).collect();
    let centre = means.iter().sum::<f64>() / k;
    let scatter: f64 = means.iter().map(|m| (m - centre) * (m - centre)).sum();
    let noise = by_source.values().map(|own| variance_of_mean(own)).sum::<f64>() / k;
    let excess = (scatter - (k - 1.0) * noise).max(0.0);
    (EXPECTED_TAU_WEIGHT * EXPECTED_TAU * EXPECTED_TAU + excess) / (EXPECTED_TAU_WEIGHT + k - 1.0)
}

fn mean(readings: &[&Reading]) -> f64 {
    readings.iter().map(|r| r.value).sum::<f64>() / readings.len() as f64
}

/// The error variance of the mean of some readings: errors that are the same add up, others cancel.
fn variance_of_mean(readings: &[&Reading]) -> f64 {
    let mut sd_by_error = BTreeMap::<u32, f64>::new();
    for reading in readings {
        *sd_by_error.entry(reading.error).or_default() += libm::sqrt(reading.variance);
    }
    sd_by_error.values().map(|sd| sd * sd).sum::<f64>() / (readings.len() * readings.len()) as f64
}

/// The places of readings, by time, then by everything else.
fn canonical_order(readings: &[Reading]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..readings.len()).collect();
    order.sort_by(|&i, &j| canonical(&readings[i], &readings[j]));
    order
}

/// By time, then by everything else, so that the order in which readings are given does not matter.
fn canonical(a: &Reading, b: &Reading) -> Ordering {
    a.at.total_cmp(&b.at)
        .then(a.value.total_cmp(&b.value))
        .then(a.variance.total_cmp(&b.variance))
        .then((a.source, a.coder, a.error).cmp(&(b.source, b.coder, b.error)))
}

/// A leaf made ready: all that the multipliers leave as it is.
struct Leaf<'a> {
    /// in canonical order
    readings: Vec<Reading>,
    /// where each reading stood as given
    given: Vec<usize>,
    /// the sources and errors of the readings, numbered from 0
    sources: Vec<usize>,
    errors: Vec<usize>,
    /// standard deviation of each reading's error
    sds: Vec<f64>,
    /// where the clock stands at readings and wanted dates
    reading_marks: Vec<Mark>,
    wanted_marks: Vec<Mark>,
    /// the readings that each wanted date sees, in canonical order
    seen: Vec<Vec<usize>>,
    tau2: &'a [f64],
}

/// Where a clock stands.
struct Mark {
    /// q²·(t − origin)
    drift: f64,
    /// variance of the steps so far
    steps: f64,
}

impl Mark {
    fn under(&self, by: Multipliers) -> f64 {
        by.q * by.q * self.drift + self.steps
    }
}

impl<'a> Leaf<'a> {
    fn new(given: &[Reading], clock: &Clock, wanted: &[Wanted], tau2: &'a [f64]) -> Self {
        check(given, clock, wanted, tau2);
        let order = canonical_order(given);
        let readings: Vec<Reading> = order.iter().map(|&i| given[i]).collect();
        let times = || readings.iter().map(|r| r.at);
        let origin = times().chain(wanted.iter().map(|w| w.at)).fold(f64::INFINITY, f64::min);
        let mark = |at: f64| Mark {
            drift: clock.q * clock.q * (at - origin),
            steps: clock.steps.iter().filter(|(when, _)| *when <= at).map(|(_, variance)| variance).sum(),
        };
        let seen = |w: &Wanted| {
            let sees = |(at, &i): (usize, &usize)| w.sees.sees(i, given[i].at).then_some(at);
            order.iter().enumerate().filter_map(sees).collect()
        };
        Leaf {
            seen: wanted.iter().map(seen).collect(),
            sources: numbered(readings.iter().map(|r| r.source)),
            errors: numbered(readings.iter().map(|r| r.error)),
            sds: readings.iter().map(|r| libm::sqrt(r.variance)).collect(),
            reading_marks: times().map(mark).collect(),
            wanted_marks: wanted.iter().map(|w| mark(w.at)).collect(),
            given: order,
            readings,
            tau2,
        }
    }

    fn state(&self, by: Multipliers) -> State {
        let clocks: Vec<f64> = self.reading_marks.iter().map(|m| m.under(by)).collect();
        let at: Vec<f64> = self.wanted_marks.iter().map(|m| m.under(by)).collect();
        let tau2: Vec<f64> = self.tau2.iter().map(|tau2| by.tau * by.tau * tau2).collect();
        let weights = self.weights(&clocks, &at, &tau2);
        State {
            mean: weights.iter().map(|w| self.mean(w)).collect(),
            covariance: gram(&self.loadings(&clocks, &at, &tau2, &weights)),
            by_source: self.sums(&weights, |r| r.source),
            by_coder: self.sums(&weights, |r| r.coder),
            weights: weights.iter().map(|w| self.as_given(w)).collect(),
        }
    }

    fn mean(&self, weights: &[f64]) -> f64 {
        let shift: f64 = weights.iter().zip(&self.readings).map(|(w, r)| w * (r.value - PRIOR_MEAN)).sum();
        (PRIOR_MEAN + shift).clamp(MEAN_RANGE[0], MEAN_RANGE[1])
    }

    /// The weights of the readings that each date sees. A date that sees what the one before it saw solves no new system, and
    /// none at all once what it sees is past: from then on time changes the variance alone.
    fn weights(&self, clocks: &[f64], at: &[f64], tau2: &[f64]) -> Vec<Vec<f64>> {
        let mut last: Option<System> = None;
        let mut of_date = |(date, (&now, &tau2)): (usize, (&f64, &f64))| {
            let seen = &self.seen[date];
            let same = |system: &System| system.seen == seen && system.tau2 == tau2;
            let mut system = last.take().filter(same).unwrap_or_else(|| self.system(clocks, tau2, seen));
            system.solve(seen.iter().map(|&i| clocks[i].min(now)).collect());
            let mut weights = vec![0.0; clocks.len()];
            seen.iter().zip(&system.weights).for_each(|(&i, weight)| weights[i] = *weight);
            last = Some(system);
            weights
        };
        at.iter().zip(tau2).enumerate().map(&mut of_date).collect()
    }

    fn system<'l>(&self, clocks: &[f64], tau2: f64, seen: &'l [usize]) -> System<'l> {
        let factor = self.factor(clocks, tau2, seen);
        let mut level = vec![1.0; seen.len()];
        factor.solve(&mut level);
        System { seen, tau2, factor, level, covariance: vec![], weights: vec![] }
    }

    /// The factor of R, the covariance of some readings less the prior.
    fn factor(&self, clocks: &[f64], tau2: f64, seen: &[usize]) -> Factor {
        Factor::of(seen.len(), |i, j| {
            let (i, j) = (seen[i], seen[j]);
            let shared = if self.sources[i] == self.sources[j] { tau2 } else { 0.0 };
            let same = if self.errors[i] == self.errors[j] { self.sds[i] * self.sds[j] } else { 0.0 };
            clocks[i].min(clocks[j]) + shared + same
        })
    }

    /// How the error of each date's estimate, state minus estimate, is made up of independent causes of unit
    /// variance: the prior, each span of the clock, each source, each reading's error. The sum of products of
    /// two dates' loadings is their covariance: Kxx − W·Kyx − Kxy·Wᵀ + W·Kyy·Wᵀ without its cancellations.
    ///
    /// Dates that see different readings may have different τ, so a source's effect on what date i sees is
    /// τᵢ times an effect that all dates share.
    fn loadings(&self, clocks: &[f64], at: &[f64], tau2: &[f64], weights: &[Vec<f64>]) -> Vec<Vec<f64>> {
        let mut stops: Vec<f64> = clocks.iter().chain(at).copied().collect();
        stops.sort_by(f64::total_cmp);
        let span = |i: usize| stops[i] - if i == 0 { 0.0 } else { stops[i - 1] };
        let spans: Vec<f64> = (0..stops.len()).map(|i| libm::sqrt(span(i))).collect();
        let loadings = |((&now, &tau2), weights): ((&f64, &f64), &Vec<f64>)| {
            // What each cause adds to the readings is weighted; what it adds to the date itself counts 1.
            let from = sums_to_the_end(weights);
            let mut causes = vec![(1.0 - from[0]) * libm::sqrt(PRIOR_VARIANCE)];
            let mut next = 0;
            for (stop, span) in stops.iter().zip(&spans) {
                while next < weights.len() && clocks[next] < *stop {
                    next += 1;
                }
                let own = if *stop <= now { 1.0 } else { 0.0 };
                causes.push((own - from[next]) * span);
            }
            let sources = causes.len();
            let errors = sources + self.readings.len();
            causes.resize(errors + self.readings.len(), 0.0);
            for (i, weight) in weights.iter().enumerate() {
                causes[sources + self.sources[i]] -= weight * libm::sqrt(tau2);
                causes[errors + self.errors[i]] -= weight * self.sds[i];
            }
            causes
        };
        at.iter().zip(tau2).zip(weights).map(loadings).collect()
    }

    /// For each date, the sums of the weights it gives by some id of what it sees, in order of the ids.
    fn sums(&self, weights: &[Vec<f64>], id: impl Fn(&Reading) -> u32) -> Vec<Vec<(u32, f64)>> {
        let of_date = |(weights, seen): (&Vec<f64>, &Vec<usize>)| {
            let mut sums = BTreeMap::<u32, f64>::new();
            for &i in seen {
                *sums.entry(id(&self.readings[i])).or_default() += weights[i];
            }
            sums.into_iter().collect()
        };
        weights.iter().zip(&self.seen).map(of_date).collect()
    }

    fn as_given(&self, weights: &[f64]) -> Vec<f64> {
        let mut all = vec![0.0; self.given.len()];
        for (weight, &place) in weights.iter().zip(&self.given) {
            all[place] = *weight;
        }
        all
    }
}

/// The readings that a date sees as a system of equations, and its latest solution.
///
/// The prior variance is a rank-one part of K = 100·11ᵀ + R and is taken out of it (Sherman & Morrison 1950), since R has a
/// hundred times fewer digits to lose: with k = cov(readings, date) less the prior, a = R⁻¹1 and d = 1/100 + 1ᵀa,
/// K⁻¹(100·1 + k) = R⁻¹k + a(1 − aᵀk)/d.
struct System<'l> {
    seen: &'l [usize],
    tau2: f64,
    /// of R
    factor: Factor,
    /// a
    level: Vec<f64>,
    /// k
    covariance: Vec<f64>,
    weights: Vec<f64>,
}

impl System<'_> {
    /// The weights for a covariance k.
    fn solve(&mut self, covariance: Vec<f64>) {
        if self.covariance == covariance {
            return;
        }
        let level = &self.level;
        let scale =
            (1.0 - sum_of_products(level, &covariance)) / (1.0 / PRIOR_VARIANCE + level.iter().sum::<f64>());
        let mut solved = covariance.clone();
        self.factor.solve(&mut solved);
        self.weights = solved.iter().zip(level).map(|(solved, level)| solved + scale * level).collect();
        self.covariance = covariance;
    }
}

fn check(readings: &[Reading], clock: &Clock, wanted: &[Wanted], tau2: &[f64]) {
    let variance = |v: f64| v.is_finite() && v >= 0.0;
    for r in readings {
        assert!(r.at.is_finite() && r.value.is_finite() && variance(r.variance), "not a reading: {r:?}");
    }
    let steps = clock.steps.iter().all(|(at, v)| at.is_finite() && variance(*v));
    assert!(clock.q.is_finite() && steps, "not a clock: {clock:?}");
    for w in wanted {
        let sound = match &w.sees {
            Sees::Until(until) => !until.is_nan(),
            Sees::These(marks) => marks.len() == readings.len(),
        };
        assert!(w.at.is_finite() && sound, "not a date: {w:?}");
    }
    assert!(
        tau2.len() == wanted.len() && tau2.iter().all(|t| variance(*t)),
        "one variance τ² a wanted date, not {tau2:?}"
    );
}

/// Numbers from 0 in place of ids, in order of the ids.
fn numbered(ids: impl Iterator<Item = u32> + Clone) -> Vec<usize> {
    let mut distinct: Vec<u32> = ids.clone().collect();
    distinct.sort_unstable();
    distinct.dedup();
    ids.map(|id| distinct.partition_point(|known| *known < id)).collect()
}

/// All sums of products of two rows: a matrix that is symmetric and positive semi-definite by construction. Each sum is
/// added up in the order of its terms, but those of all pairs of a row side by side, which is faster.
fn gram(rows: &[Vec<f64>]) -> Vec<f64> {
    let n = rows.len();
    let terms = rows.first().map_or(0, Vec::len);
    let mut by_term = vec![0.0; terms * n];
    for (i, row) in rows.iter().enumerate() {
        row.iter().enumerate().for_each(|(term, value)| by_term[term * n + i] = *value);
    }
    let mut products = vec![0.0; n * n];
    for (i, row) in rows.iter().enumerate() {
        let sums = &mut products[i * n..i * n + i + 1];
        for (value, others) in row.iter().zip(by_term.chunks_exact(n)).filter(|(value, _)| **value != 0.0) {
            sums.iter_mut().zip(others).for_each(|(sum, other)| *sum += value * other);
        }
        for j in 0..i {
            products[j * n + i] = products[i * n + j];
        }
    }
    products
}

fn sum_of_products(a: &[f64], b: &[f64]) -> f64 {
    a.iter().zip(b).map(|(a, b)| a * b).sum()
}

/// At each place the sum of the values from there to the end, and a last 0.
fn sums_to_the_end(values: &[f64]) -> Vec<f64> {
    let mut sums = vec![0.0; values.len() + 1];
    for (i, value) in values.iter().enumerate().rev() {
        sums[i] = sums[i + 1] + value;
    }
    sums
}
