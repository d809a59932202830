//! Random numbers with names: every source of chance in an assessment is a stream of standard normals found
//! by its name and the seed, and by nothing else.
//!
//! A generator that hands out numbers in turn would give every leaf new ones as soon as one leaf is dropped,
//! and the difference of two assessments would be mostly noise. Here the stream of a name does not depend on
//! which other streams exist, when they are read, in what blocks, or on how many threads.
//!
//! A stream is ChaCha with eight rounds under the key SHA-256(seed, name). Draw *i* takes the 64 bits at word
//! 2*i*, of which the upper 52 make a probability that is never 0 or 1 (smallest 2⁻⁵³, so |z| < 8.3), and
//! from it the normal by inversion ([`crate::normal::quantile`]).

use crate::normal;
use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{Rng, SeedableRng};
use sha2::{Digest, Sha256};

/// All random numbers of an assessment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Innovations {
    seed: u64,
}

impl Innovations {
    /// Those of a seed.
    pub fn new(seed: u64) -> Self {
        Innovations { seed }
    }

    /// The stream of a name, such as `source/swp-2021` or `leaf/us-troops/USA-JPN`.
    pub fn stream(&self, name: &str) -> Stream {
        let key = Sha256::new().chain_update(self.seed.to_le_bytes()).chain_update(name).finalize();
        Stream { key: key.into() }
    }
}

/// Independent standard normals, numbered from 0.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stream {
    key: [u8; 32],
}

impl Stream {
    /// Writes draws `first_draw`, `first_draw + 1`, … into a slice. Draw *i* is the same whichever block it
    /// is read in.
    pub fn fill(&self, first_draw: u64, into: &mut [f64]) {
        let mut bits = ChaCha8Rng::from_seed(self.key);
        bits.set_word_pos(2 * u128::from(first_draw));
        into.fill_with(|| normal::quantile(probability(bits.next_u64())));
    }
}

/// The numbers of a stream, one after the other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Numbers {
    stream: Stream,
    at: u64,
}

impl Numbers {
    /// Those of a stream, from its first on.
    pub fn of(stream: Stream) -> Self {
        Numbers { stream, at: 0 }
    }

    /// The next standard normal.
    pub fn normal(&mut self) -> f64 {
        let mut one = [0.0];
        self.stream.fill(self.at, &mut one);
        self.at += 1;
        one[0]
    }

    /// The next number between 0 and 1.
    pub fn uniform(&mut self) -> f64 {
        normal::cdf(self.normal())
    }

    /// The next of as many places, counted from 0, each equally likely.
    pub fn place(&mut self, places: usize) -> usize {
        ((self.uniform() * places as f64) as usize).min(places.saturating_sub(1))
    }
}

/// The middle of one of 2⁵² equal parts of (0, 1).
fn probability(bits: u64) -> f64 {
    ((bits >> 12) as f64 + 0.5) / (1u64 << 52) as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    fn draws(seed: u64, name: &str, first: u64, count: usize) -> Vec<f64> {
        let mut z = vec![0.0; count];
        Innovations::new(seed).stream(name).fill(first, &mut z);
        z
    }

    #[test]
    fn draws_are_pinned() {
        // A change here changes every published interval.
        let pinned = [-0.19761841410649172, -0.7778040657995647, 0.5312318599683601];
        assert_eq!(draws(1, "leaf/us-troops/USA-JPN", 0, 3), pinned);
    }

    #[test]
    fn draws_are_standard_normal() {
        let n = 200_000;
        let z = draws(3, "b", 0, n);
        let moment = |f: fn(f64) -> f64| z.iter().map(|&z| f(z)).sum::<f64>() / n as f64;
        assert!(moment(|z| z).abs() < 0.01);
        assert!((moment(|z| z * z) - 1.0).abs() < 0.015);
        assert!(moment(|z| z * z * z).abs() < 0.04);
        assert!((moment(|z| z * z * z * z) - 3.0).abs() < 0.12);
    }

    #[test]
    fn names_and_seeds_are_uncorrelated() {
        let n = 100_000;
        let a = draws(1, "source/a", 0, n);
        for b in [draws(1, "source/b", 0, n), draws(2, "source/a", 0, n), draws(1, "source/a", 1, n)] {
            let r = a.iter().zip(&b).map(|(a, b)| a * b).sum::<f64>() / n as f64;
            assert!(r.abs() < 0.015, "{r}");
        }
    }

    #[test]
    fn a_probability_is_never_certain() {
        assert!(probability(0) > 0.0 && probability(u64::MAX) < 1.0);
        assert_eq!(probability(0), 1.0 - probability(u64::MAX));
    }
}
