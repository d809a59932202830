//! Random numbers with names: every source of chance in an assessment is a stream of standard normals found
//! by its name and the seed, and by nothing else.
//!
//! A generator that hands out numbers in turn would give every leaf new ones as soon as one leaf is dropped,
//! and the difference of two assessments would be mostly noise. Here the stream of a name does not depend on
//! which other streams exist, when they are read, in what blocks, or on how many threads.
//!
//! A stream is a [`Key`] of Philox, taken from SHA-256(seed, name), and its draws are counted. There are two ways to read
//! it: by columns in single precision, for assessments ([`Stream::words`]), and one after the other in double precision,
//! for experiments ([`Stream::fill`]); they are independent of each other.

use crate::column::{self, Key, Words};
use crate::normal;
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
        let hash = Sha256::new().chain_update(self.seed.to_le_bytes()).chain_update(name).finalize();
        let word = |at: usize| u32::from_le_bytes([hash[at], hash[at + 1], hash[at + 2], hash[at + 3]]);
        Stream { key: Key { key: [word(0), word(4)], nonce: [word(8), word(12)] } }
    }
}

/// Independent standard normals, numbered from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stream {
    key: Key,
}

/// Numbers in double precision are counted from here, where no column reaches.
const DOUBLES: u64 = 1 << 63;

impl Stream {
    /// The random words of the draws `block`·[`BLOCK`](column::BLOCK) and following, from which [`column::normals`] and
    /// [`column::uniforms`] are made.
    pub fn words(&self, block: u64, into: &mut Words) {
        column::words(self.key, block, into);
    }

    /// Random bits that no draw takes.
    pub(crate) fn bits(&self) -> u32 {
        column::words_of(self.key, u64::MAX)[0]
    }

    /// Writes the numbers `first`, `first + 1`, … of the second kind into a slice.
    pub fn fill(&self, first: u64, into: &mut [f64]) {
        for (i, z) in into.iter_mut().enumerate() {
            let at = first + i as u64;
            let words = column::words_of(self.key, DOUBLES | (at / 2));
            let pair = if at.is_multiple_of(2) { [words[0], words[1]] } else { [words[2], words[3]] };
            *z = normal::quantile(probability((u64::from(pair[0]) << 32) | u64::from(pair[1])));
        }
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
    use crate::column::{BLOCK, Column};

    fn column_of(stream: Stream, block: u64) -> (Column, Column) {
        let (mut words, mut z, mut u) = ([0; BLOCK], [0.0; BLOCK], [0.0; BLOCK]);
        stream.words(block, &mut words);
        column::normals(&words, &mut z);
        column::uniforms(&words, &mut u);
        (z, u)
    }

    fn draws(seed: u64, name: &str, first: u64, count: usize) -> Vec<f64> {
        let mut z = vec![0.0; count];
        Innovations::new(seed).stream(name).fill(first, &mut z);
        z
    }

    #[test]
    fn draws_are_pinned() {
        // A change here changes every published interval.
        let (z, _) = column_of(Innovations::new(1).stream("leaf/us-troops/USA-JPN"), 2);
        assert_eq!(z[..3], [0.31191373, -0.09077227, 1.9519925]);
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
    fn columns_are_standard_normal_and_agree_with_their_probabilities() {
        let stream = Innovations::new(3).stream("b");
        let (mut sums, blocks) = ([0.0; 4], 2000);
        for block in 0..blocks {
            let (z, u) = column_of(stream, block);
            for (&z, &u) in z.iter().zip(&u) {
                let z = f64::from(z);
                assert!((normal::cdf(z) - f64::from(u)).abs() < 2e-6);
                sums.iter_mut().enumerate().for_each(|(k, sum)| *sum += libm::pow(z, k as f64 + 1.0));
            }
        }
        let moments = sums.map(|sum| sum / (blocks as usize * BLOCK) as f64);
        for (moment, (expected, within)) in
            moments.iter().zip([(0.0, 0.009), (1.0, 0.013), (0.0, 0.04), (3.0, 0.1)])
        {
            assert!((moment - expected).abs() < within, "{moments:?}");
        }
    }

    #[test]
    fn a_probability_is_never_certain() {
        assert!(probability(0) > 0.0 && probability(u64::MAX) < 1.0);
        assert_eq!(probability(0), 1.0 - probability(u64::MAX));
    }
}
