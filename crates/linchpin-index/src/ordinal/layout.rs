//! The parameters of the model, as one vector of numbers that are standard normal before the data.
//!
//! A scale of K levels, evenly used, has the standardised thresholds Φ⁻¹(k/K). Any others are described by their mean (the
//! *shift*) and the logarithms of the K − 2 gaps between them, which keeps them in order without a constraint. The scale's
//! own are drawn about the evenly used ones, and each coder's about the scale's, with a spread for shifts and one for gaps
//! that are estimated. Reliabilities are normal about a typical one, cut off at 0, with a spread that is estimated: a coder may
//! be worthless, but two coders who agree on everything are not thereby infallible, as the long tail of a log-normal
//! distribution would have it.
//!
//! Each coder's thresholds are γ = √(1 + β²)·κ with κ hierarchical. κ says how often the coder uses the levels, whatever β
//! is, since P(level ≤ k) = Φ(κ_k) for an item drawn from N(0, 1). A hierarchy of γ itself would take a coder who is merely
//! more reliable than others for one with other habits.
//!
//! Spreads are log-normal, so that none is 0: two coders cannot show that coders do not differ. A deviation is a parameter of
//! its own where many ratings speak about it, and measured in spreads where few do (*centred* and *non-centred*; Betancourt &
//! Girolami 2015): either way the other would leave a curved posterior, which chains explore slowly.

use super::thresholds::Thresholds;
use crate::normal;

/// Median of the typical reliability before the data, and the standard deviation of its logarithm.
const TYPICAL: (f64, f64) = (1.5, 0.25);
/// Median spread of reliabilities before the data.
const RELIABILITY_SPREAD: f64 = 0.6;
/// Median spread of coders' shifts, and of their log gaps, before the data.
const HABIT_SPREAD: f64 = 0.3;
/// Standard deviation of the logarithm of a spread before the data.
const SPREAD_SD: f64 = 0.35;
/// From so many ratings on a deviation is a parameter of its own.
const MANY: usize = 20;
/// Standard deviation of a scale's shift and log gaps about those of an evenly used scale.
const SCALE_SD: f64 = 0.75;

/// Where each parameter stands in the vector.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Layout {
    /// for each scale its number of levels
    pub(super) levels: Vec<usize>,
    /// for each scale its first place; then come its shift and its log gaps
    pub(super) scales: Vec<usize>,
    /// for each coder the place of the reliability
    pub(super) coders: Vec<usize>,
    /// coders with the scales that they use, in order
    pub(super) pairs: Vec<Pair>,
    /// for each parameter its distribution before the data
    priors: Vec<Prior>,
}

/// How a parameter is distributed before the data.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Prior {
    /// N(0, 1)
    Standard,
    /// a deviation in units of the median spread: N(0, 1) times the spread over its median
    Deviation {
        /// the place of the spread
        spread: usize,
    },
    /// what becomes a reliability by log(1 + eˣ): above 0, and for great ones even with it, so that the normal tail of
    /// their distribution stays one
    Reliability,
}

/// A coder on a scale.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Pair {
    pub coder: usize,
    pub scale: usize,
    /// first place; then come shift and log gaps
    pub at: usize,
}

/// The place of the typical reliability.
const TYPICAL_AT: usize = 0;
/// The places of the spreads.
const RELIABILITY_SPREAD_AT: usize = 1;
const SHIFT_SPREAD_AT: usize = 2;
const GAP_SPREAD_AT: usize = 3;
const FIRST_SCALE: usize = 4;

/// The spreads of coders about what is common.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Spreads {
    /// the reliability that others are spread about
    pub typical: f64,
    /// standard deviation of reliabilities, but for the cut at 0
    pub reliability: f64,
    /// standard deviation of shifts
    pub shift: f64,
    /// standard deviation of log gaps
    pub gap: f64,
}

impl Layout {
    /// The layout for coders, scales with these numbers of levels, and the coder and scale of each rating.
    pub(super) fn new(coders: usize, levels: &[usize], mut rated: Vec<(usize, usize)>) -> Layout {
        rated.sort_unstable();
        let mut priors = vec![Prior::Standard; FIRST_SCALE];
        let mut take = |more: Vec<Prior>| {
            priors.extend(&more);
            priors.len() - more.len()
        };
        let scales = levels.iter().map(|levels| take(vec![Prior::Standard; levels - 1])).collect();
        let coders = (0..coders).map(|_| take(vec![Prior::Reliability])).collect();
        let pairs = rated.chunk_by(|a, b| a == b).map(|ratings| {
            let (coder, scale) = ratings[0];
            let own = |spread: usize| match ratings.len() >= MANY {
                true => Prior::Deviation { spread },
                false => Prior::Standard,
            };
            let gaps = vec![own(GAP_SPREAD_AT); levels[scale] - 2];
            Pair { coder, scale, at: take([vec![own(SHIFT_SPREAD_AT)], gaps].concat()) }
        });
        let pairs = pairs.collect();
        Layout { levels: levels.to_vec(), scales, coders, pairs, priors }
    }

    /// The number of parameters.
    pub fn len(&self) -> usize {
        self.priors.len()
    }

    /// Never: there are always some.
    pub fn is_empty(&self) -> bool {
        self.priors.is_empty()
    }

    /// Which pair a coder on a scale is.
    ///
    /// # Panics
    /// When the coder does not use the scale.
    pub(super) fn pair(&self, coder: usize, scale: usize) -> usize {
        let at = self.pairs.binary_search_by_key(&(coder, scale), |pair| (pair.coder, pair.scale));
        at.unwrap_or_else(|_| panic!("coder {coder} does not use scale {scale}"))
    }

    /// The typical reliability and the spreads.
    pub(super) fn spreads(&self, x: &[f64]) -> Spreads {
        let spread = |at: usize, median: f64| median * libm::exp(SPREAD_SD * x[at]);
        Spreads {
            typical: TYPICAL.0 * libm::exp(TYPICAL.1 * x[TYPICAL_AT]),
            reliability: spread(RELIABILITY_SPREAD_AT, RELIABILITY_SPREAD),
            shift: spread(SHIFT_SPREAD_AT, HABIT_SPREAD),
            gap: spread(GAP_SPREAD_AT, HABIT_SPREAD),
        }
    }

    /// What a unit of a pair's deviations is: the spread, or the median of it.
    fn unit(&self, at: usize, spread: f64) -> f64 {
        if self.priors[at] == Prior::Standard { spread } else { HABIT_SPREAD }
    }

    /// A coder's reliability.
    pub(super) fn reliability(&self, coder: usize, x: &[f64]) -> f64 {
        softplus(x[self.coders[coder]])
    }

    /// The derivative of a coder's reliability by its parameter.
    pub(super) fn reliability_slope(&self, coder: usize, x: &[f64]) -> f64 {
        logistic(x[self.coders[coder]])
    }

    /// The standardised thresholds that coders have in common on a scale.
    pub(super) fn common(&self, scale: usize, x: &[f64]) -> Thresholds {
        let levels = self.levels[scale];
        let own = &x[self.scales[scale]..];
        let shift = SCALE_SD * own[0];
        let gaps = (0..levels - 2).map(|j| even_gap(j, levels) + SCALE_SD * own[1 + j]);
        Thresholds::new(shift, gaps.collect())
    }

    /// The standardised thresholds of a pair, given the common ones and the spreads.
    pub(super) fn own(&self, pair: &Pair, common: &Thresholds, spreads: &Spreads, x: &[f64]) -> Thresholds {
        let deviation = &x[pair.at..];
        let unit = |spread: f64| self.unit(pair.at, spread);
        let gaps = common.log_gaps.iter().zip(&deviation[1..]);
        let log_gaps = gaps.map(|(gap, deviation)| gap + unit(spreads.gap) * deviation).collect();
        Thresholds::new(common.shift + unit(spreads.shift) * deviation[0], log_gaps)
    }

    /// The logarithm of the prior density, up to a constant; its gradient is written into `gradient`.
    pub(super) fn prior(&self, x: &[f64], gradient: &mut [f64]) -> f64 {
        let spreads = self.spreads(x);
        let mut log = 0.0;
        gradient.fill(0.0);
        for (at, prior) in self.priors.iter().enumerate() {
            match prior {
                Prior::Standard => {
                    log -= 0.5 * x[at] * x[at];
                    gradient[at] -= x[at];
                }
                Prior::Deviation { spread } => {
                    let times = libm::exp(SPREAD_SD * x[*spread]);
                    let deviation = x[at] / times;
                    log -= 0.5 * deviation * deviation + libm::log(times);
                    gradient[at] -= deviation / times;
                    gradient[*spread] += SPREAD_SD * (deviation * deviation - 1.0);
                }
                Prior::Reliability => log += reliability_prior(x, at, &spreads, gradient),
            }
        }
        log
    }

    /// Adds to the gradient what follows from the derivatives by a pair's shift and log gaps, in this order.
    pub(super) fn thresholds_chain(&self, pair: &Pair, by: &[f64], x: &[f64], gradient: &mut [f64]) {
        let spreads = self.spreads(x);
        for (j, by) in by.iter().enumerate() {
            let (spread, spread_at) =
                if j == 0 { (spreads.shift, SHIFT_SPREAD_AT) } else { (spreads.gap, GAP_SPREAD_AT) };
            let at = pair.at + j;
            gradient[self.scales[pair.scale] + j] += by * SCALE_SD;
            gradient[at] += by * self.unit(at, spread);
            if self.priors[at] == Prior::Standard {
                gradient[spread_at] += by * spread * x[at] * SPREAD_SD;
            }
        }
    }

    /// Parameters about as far apart as the prior has them, from independent standard normals.
    pub(super) fn dispersed(&self, normals: &[f64]) -> Vec<f64> {
        let times = |prior: &Prior| match prior {
            Prior::Standard => 1.0,
            Prior::Deviation { spread } => libm::exp(SPREAD_SD * normals[*spread]),
            Prior::Reliability => 1.0,
        };
        normals.iter().zip(&self.priors).map(|(normal, prior)| normal * times(prior)).collect()
    }
}

/// The log density of the parameter of a reliability that is N(typical, spread²) above 0; its gradient is added.
fn reliability_prior(x: &[f64], at: usize, spreads: &Spreads, gradient: &mut [f64]) -> f64 {
    let Spreads { typical, reliability: spread, .. } = *spreads;
    let (reliability, slope) = (softplus(x[at]), logistic(x[at]));
    let deviation = (reliability - typical) / spread;
    let kept = typical / spread;
    let hazard = normal::density(kept) / normal::cdf(kept);
    gradient[at] += 1.0 - slope - deviation * slope / spread;
    gradient[TYPICAL_AT] += (deviation - hazard) / spread * typical * TYPICAL.1;
    gradient[RELIABILITY_SPREAD_AT] += (deviation * deviation - 1.0 + kept * hazard) * SPREAD_SD;
    libm::log(slope) - 0.5 * deviation * deviation - libm::log(spread * normal::cdf(kept))
}

/// log(1 + eˣ).
fn softplus(x: f64) -> f64 {
    x.max(0.0) + libm::log1p(libm::exp(-x.abs()))
}

/// The derivative of [`softplus`].
fn logistic(x: f64) -> f64 {
    1.0 / (1.0 + libm::exp(-x))
}

/// The logarithm of the gap between thresholds j and j + 1, from 0, of an evenly used scale.
fn even_gap(j: usize, levels: usize) -> f64 {
    let threshold = |k: usize| normal::quantile(k as f64 / levels as f64);
    libm::log(threshold(j + 2) - threshold(j + 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn without_deviations_a_scale_is_used_evenly() {
        let layout = Layout::new(1, &[5, 2], vec![(0, 1), (0, 0)]);
        assert_eq!(layout.len(), 4 + 4 + 1 + 1 + 4 + 1);
        let x = layout.dispersed(&vec![0.0; layout.len()]);
        let thresholds = layout.common(0, &x);
        for (k, threshold) in thresholds.standardised().iter().enumerate() {
            assert!((normal::cdf(*threshold) - (k + 1) as f64 / 5.0).abs() < 1e-12);
        }
        let own =
            layout.own(&layout.pairs[layout.pair(0, 1)], &layout.common(1, &x), &layout.spreads(&x), &x);
        assert!(own.standardised()[0].abs() < 1e-12);
        assert!((layout.spreads(&x).typical - 1.5).abs() < 1e-12);
        assert!((layout.reliability(0, &x) - libm::log(2.0)).abs() < 1e-12);
    }
}
