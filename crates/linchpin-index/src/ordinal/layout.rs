//! The parameters of the model, as one vector of numbers that are standard normal before the data.
//!
//! A scale of K levels, evenly used, has the standardised thresholds Φ⁻¹(k/K). Any others are described by their mean (the
//! *shift*) and the logarithms of the K − 2 gaps between them, which keeps them in order without a constraint. The scale's
//! own are drawn about the evenly used ones, and each coder's about the scale's, with a spread for shifts and one for gaps
//! that are estimated. Reliabilities are log-normal about a typical one, with a spread that is estimated.
//!
//! Each coder's thresholds are γ = √(1 + β²)·κ with κ hierarchical. κ says how often the coder uses the levels, whatever β
//! is, since P(level ≤ k) = Φ(κ_k) for an item drawn from N(0, 1). A hierarchy of γ itself would take a coder who is merely
//! more reliable than others for one with other habits.
//!
//! All deviations are standardised (*non-centred*): a spread may come near 0 without the deviations being squeezed. This is what
//! few coders call for, where the data hardly speak about the spreads (Betancourt & Girolami 2015).

use super::thresholds::Thresholds;
use crate::normal;

/// Median of the typical reliability before the data, and the standard deviation of its logarithm.
const TYPICAL: (f64, f64) = (1.5, 0.5);
/// Scale of the half-normal prior of the spread of log reliabilities.
const RELIABILITY_SPREAD: f64 = 0.5;
/// Scale of the half-normal priors of the spreads of coders' shifts and log gaps.
const HABIT_SPREAD: f64 = 0.5;
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
    /// number of parameters
    pub(super) len: usize,
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
/// The places of the logarithms of the spreads, over their scale: of reliabilities, shifts and gaps.
const SPREADS_AT: [usize; 3] = [1, 2, 3];
const FIRST_SCALE: usize = 4;

/// The spreads of coders about what is common.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Spreads {
    /// median reliability
    pub typical: f64,
    /// standard deviation of log reliabilities
    pub reliability: f64,
    /// standard deviation of shifts
    pub shift: f64,
    /// standard deviation of log gaps
    pub gap: f64,
}

impl Layout {
    /// The layout for coders, scales with these numbers of levels, and the pairs of coder and scale that occur.
    pub(super) fn new(coders: usize, levels: &[usize], mut used: Vec<(usize, usize)>) -> Layout {
        used.sort_unstable();
        used.dedup();
        let mut len = FIRST_SCALE;
        let mut take = |count: usize| {
            len += count;
            len - count
        };
        let scales = levels.iter().map(|levels| take(levels - 1)).collect();
        let coders = (0..coders).map(|_| take(1)).collect();
        let pairs = used.into_iter().map(|(coder, scale)| Pair { coder, scale, at: take(levels[scale] - 1) });
        let pairs = pairs.collect();
        Layout { levels: levels.to_vec(), scales, coders, pairs, len }
    }

    /// The number of parameters.
    pub(super) fn len(&self) -> usize {
        self.len
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
        let spread = |which: usize, scale: f64| scale * libm::exp(x[SPREADS_AT[which]]);
        Spreads {
            typical: TYPICAL.0 * libm::exp(TYPICAL.1 * x[TYPICAL_AT]),
            reliability: spread(0, RELIABILITY_SPREAD),
            shift: spread(1, HABIT_SPREAD),
            gap: spread(2, HABIT_SPREAD),
        }
    }

    /// A coder's reliability.
    pub(super) fn reliability(&self, coder: usize, x: &[f64]) -> f64 {
        let Spreads { typical, reliability, .. } = self.spreads(x);
        typical * libm::exp(reliability * x[self.coders[coder]])
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
        let shift = common.shift + spreads.shift * deviation[0];
        let gaps = common.log_gaps.iter().enumerate();
        Thresholds::new(shift, gaps.map(|(j, gap)| gap + spreads.gap * deviation[1 + j]).collect())
    }

    /// The logarithm of the prior density, up to a constant; its gradient is written into `gradient`.
    pub(super) fn prior(&self, x: &[f64], gradient: &mut [f64]) -> f64 {
        let mut log = 0.0;
        for (at, (&x, gradient)) in x.iter().zip(gradient).enumerate() {
            if SPREADS_AT.contains(&at) {
                // half-normal, as the density of its logarithm
                let square = libm::exp(2.0 * x);
                log += x - 0.5 * square;
                *gradient = 1.0 - square;
            } else {
                log -= 0.5 * x * x;
                *gradient = -x;
            }
        }
        log
    }

    /// Adds to the gradient what follows from the derivatives by a coder's log reliability.
    pub(super) fn reliability_chain(&self, coder: usize, by_log: f64, x: &[f64], gradient: &mut [f64]) {
        let spread = self.spreads(x).reliability;
        let deviation = x[self.coders[coder]];
        gradient[TYPICAL_AT] += by_log * TYPICAL.1;
        gradient[SPREADS_AT[0]] += by_log * spread * deviation;
        gradient[self.coders[coder]] += by_log * spread;
    }

    /// Adds to the gradient what follows from the derivatives by a pair's shift and log gaps, in this order.
    pub(super) fn thresholds_chain(&self, pair: &Pair, by: &[f64], x: &[f64], gradient: &mut [f64]) {
        let spreads = self.spreads(x);
        for (j, by) in by.iter().enumerate() {
            let (spread, place) = if j == 0 { (spreads.shift, 1) } else { (spreads.gap, 2) };
            gradient[self.scales[pair.scale] + j] += by * SCALE_SD;
            gradient[SPREADS_AT[place]] += by * spread * x[pair.at + j];
            gradient[pair.at + j] += by * spread;
        }
    }

    /// The parameters that independent standard normals stand for, as drawn from the prior.
    pub(super) fn from_normals(&self, mut normals: Vec<f64>) -> Vec<f64> {
        // a spread of 0 has no logarithm
        SPREADS_AT.iter().for_each(|&at| normals[at] = libm::log(normals[at].abs().max(1e-3)));
        normals
    }
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
        let x = layout.from_normals(vec![0.0; layout.len()]);
        let thresholds = layout.common(0, &x);
        for (k, threshold) in thresholds.standardised().iter().enumerate() {
            assert!((normal::cdf(*threshold) - (k + 1) as f64 / 5.0).abs() < 1e-12);
        }
        let own =
            layout.own(&layout.pairs[layout.pair(0, 1)], &layout.common(1, &x), &layout.spreads(&x), &x);
        assert!(own.standardised()[0].abs() < 1e-12);
        assert!((layout.reliability(0, &x) - 1.5).abs() < 1e-12);
    }
}
