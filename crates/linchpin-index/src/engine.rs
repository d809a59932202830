//! The engine: something uncertain is drawn block by block, on all threads, and what comes out is tallied as it streams by.
//!
//! A [`Model`] has two stages, as every composite index has: *leaves*, each a function of some innovations, and a
//! *combination* of the leaves into outcomes. The engine knows which innovations a leaf takes, so that sensitivity analysis
//! works out only what a change of some innovations touches.
//!
//! Threads take blocks as they come free, but random numbers belong to blocks, counts are whole numbers, and moments are
//! joined in the order of blocks: the result has the same bits for any number of threads. Memory does not grow with the
//! number of draws.

use crate::column::{BLOCK, Column};
use crate::points::{Numbers, Source};
use crate::tally::{Moments, Tally};
use rayon::prelude::*;
use std::sync::atomic::{AtomicU64, Ordering};

/// A part of a model that takes its own innovations: one or more columns.
#[derive(Clone, Debug, PartialEq)]
pub struct Leaf {
    /// columns
    pub width: usize,
    /// the innovations it takes
    pub innovations: Vec<usize>,
}

/// Something uncertain.
pub trait Model: Sync {
    /// The leaves, in the order of their columns.
    fn leaves(&self) -> &[Leaf];

    /// The innovations that combining takes.
    fn combining(&self) -> &[usize];

    /// For each outcome the threshold beyond which its draws are counted; infinity where none are.
    fn outcomes(&self) -> &[f32];

    /// Works out a leaf's columns for a block.
    fn leaf(&self, leaf: usize, numbers: &mut Numbers<'_>, into: &mut [Column]);

    /// Works out all outcomes of a block from the columns of all leaves.
    fn combine(&self, leaves: &[Column], numbers: &mut Numbers<'_>, into: &mut [Column]);
}

/// The columns of all leaves of a model.
pub fn width(model: &impl Model) -> usize {
    model.leaves().iter().map(|leaf| leaf.width).sum()
}

/// Works out all leaves of a block.
pub fn all_leaves(model: &impl Model, numbers: &mut Numbers<'_>, into: &mut [Column]) {
    let mut rest = into;
    for (at, leaf) in model.leaves().iter().enumerate() {
        let (own, others) = rest.split_at_mut(leaf.width);
        model.leaf(at, numbers, own);
        rest = others;
    }
}

/// How much is drawn.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Draws {
    /// draws to make
    pub count: u64,
    /// if given, draws go on beyond `count` until no outcome's Monte Carlo error is greater …
    pub precision: Option<f64>,
    /// … or there are so many
    pub most: u64,
}

impl Draws {
    /// So many, and no more.
    pub fn exactly(count: u64) -> Draws {
        Draws { count, precision: None, most: count }
    }
}

/// Blocks between two joins of moments and two looks at the error.
const WAVE: u64 = 512;

/// Draws a model and tallies its outcomes. `still` marks innovations that are held at their middle, so that sources of
/// uncertainty can be switched off one by one; nothing is held where it is empty.
pub fn run(model: &impl Model, source: &dyn Source, still: &[bool], draws: Draws) -> Vec<Tally> {
    let mut tallies = vec![Tally::default(); model.outcomes().len()];
    let part = |_| Part::of(model, Numbers::of(source).with_still(still));
    let mut parts: Vec<Part> = (0..rayon::current_num_threads()).map(part).collect();
    let mut done = 0;
    // a block that is drawn in part would be drawn again where draws go on
    let count =
        if draws.precision.is_some() { draws.count.next_multiple_of(BLOCK as u64) } else { draws.count };
    let most = draws.most.max(count);
    loop {
        let target = if done < count { count } else { most };
        let wave = (target - done).min(WAVE * BLOCK as u64);
        let blocks = Blocks { first: done / BLOCK as u64, draws: wave, next: AtomicU64::new(0) };
        parts.par_iter_mut().for_each(|part| part.take(model, &blocks));
        join(&mut tallies, &mut parts);
        done += wave;
        let enough = done >= count
            && draws.precision.is_none_or(|bound| greatest_error(model, &tallies, &parts) <= bound);
        if enough || done >= most {
            break;
        }
    }
    gather(&mut tallies, parts.into_iter().map(|part| part.tallies));
    tallies
}

/// All draws of all outcomes, by outcome: for few draws, where what is asked of them is not known beforehand.
pub fn columns(model: &impl Model, source: &dyn Source, draws: usize) -> Vec<Vec<f32>> {
    let mut all = vec![Vec::with_capacity(draws); model.outcomes().len()];
    let mut leaves = vec![[0.0; BLOCK]; width(model)];
    let mut outcomes = vec![[0.0; BLOCK]; model.outcomes().len()];
    let mut numbers = Numbers::of(source);
    for block in 0..draws.div_ceil(BLOCK) {
        numbers.at(block as u64);
        all_leaves(model, &mut numbers, &mut leaves);
        model.combine(&leaves, &mut numbers, &mut outcomes);
        let count = BLOCK.min(draws - block * BLOCK);
        all.iter_mut().zip(&outcomes).for_each(|(all, column)| all.extend(&column[..count]));
    }
    all
}

/// The blocks of a wave, handed out one by one.
struct Blocks {
    first: u64,
    draws: u64,
    next: AtomicU64,
}

impl Blocks {
    /// The next block, counted within the wave and in all, and its draws.
    fn next(&self) -> Option<(u64, u64, usize)> {
        let within = self.next.fetch_add(1, Ordering::Relaxed);
        let before = within * BLOCK as u64;
        let count = self.draws.checked_sub(before).filter(|left| *left > 0)?.min(BLOCK as u64);
        Some((within, self.first + within, count as usize))
    }
}

/// What one thread works with and has counted.
struct Part<'s> {
    numbers: Numbers<'s>,
    leaves: Vec<Column>,
    outcomes: Vec<Column>,
    /// counts of all waves; moments are joined apart
    tallies: Vec<Tally>,
    /// moments of this wave's blocks
    moments: Vec<(u64, Vec<Moments>)>,
}

impl<'s> Part<'s> {
    fn of(model: &impl Model, numbers: Numbers<'s>) -> Part<'s> {
        let outcomes = model.outcomes().len();
        Part {
            numbers,
            leaves: vec![[0.0; BLOCK]; width(model)],
            outcomes: vec![[0.0; BLOCK]; outcomes],
            tallies: vec![Tally::default(); outcomes],
            moments: vec![],
        }
    }

    fn take(&mut self, model: &impl Model, blocks: &Blocks) {
        while let Some((within, block, count)) = blocks.next() {
            self.numbers.at(block);
            all_leaves(model, &mut self.numbers, &mut self.leaves);
            model.combine(&self.leaves, &mut self.numbers, &mut self.outcomes);
            let mut moments = Vec::with_capacity(self.outcomes.len());
            for ((column, tally), threshold) in
                self.outcomes.iter().zip(&mut self.tallies).zip(model.outcomes())
            {
                let draws = &column[..count];
                tally.histogram.add(draws);
                if threshold.is_finite() {
                    tally.beyond[0] += draws.iter().filter(|x| **x > *threshold).count() as u64;
                    tally.beyond[1] += draws.iter().filter(|x| **x < -*threshold).count() as u64;
                }
                moments.push(Moments::of(draws));
            }
            self.moments.push((within, moments));
        }
    }
}

/// Joins the moments of a wave in the order of its blocks.
fn join(tallies: &mut [Tally], parts: &mut [Part<'_>]) {
    let mut all: Vec<(u64, Vec<Moments>)> =
        parts.iter_mut().flat_map(|part| part.moments.drain(..)).collect();
    all.sort_unstable_by_key(|(within, _)| *within);
    for (_, moments) in all {
        for (tally, more) in tallies.iter_mut().zip(moments) {
            tally.moments = tally.moments.and(more);
        }
    }
}

/// Adds up the counts of all threads.
fn gather(tallies: &mut [Tally], parts: impl Iterator<Item = Vec<Tally>>) {
    for part in parts {
        for (tally, own) in tallies.iter_mut().zip(part) {
            tally.histogram.merge(own.histogram);
            (0..2).for_each(|side| tally.beyond[side] += own.beyond[side]);
        }
    }
}

/// How far any outcome may be off: its mean and intervals, or its shares where it has a threshold.
fn greatest_error(model: &impl Model, tallies: &[Tally], parts: &[Part<'_>]) -> f64 {
    let mut so_far = tallies.to_vec();
    gather(&mut so_far, parts.iter().map(|part| part.tallies.clone()));
    let error = |(tally, threshold): (&Tally, &f32)| {
        let shares = tally.shares();
        if threshold.is_finite() {
            2.0 * [shares.above, shares.within, shares.below]
                .map(|share| share.error)
                .iter()
                .fold(0.0, |a, b| b.max(a))
        } else {
            tally.monte_carlo_error()
        }
    };
    so_far.iter().zip(model.outcomes()).map(error).filter(|error| !error.is_nan()).fold(0.0, f64::max)
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use crate::points::Streams;

    /// The sum of normals times their weights, and that sum again with a threshold.
    pub(crate) struct Sum {
        weights: Vec<f32>,
        leaves: Vec<Leaf>,
    }

    impl Sum {
        pub(crate) fn of(weights: &[f32]) -> Sum {
            let leaf = |at| Leaf { width: 1, innovations: vec![at] };
            Sum { weights: weights.to_vec(), leaves: (0..weights.len()).map(leaf).collect() }
        }

        fn streams(&self) -> Streams {
            Streams::named((0..self.weights.len()).map(|i| i.to_string()), 3)
        }
    }

    impl Model for Sum {
        fn leaves(&self) -> &[Leaf] {
            &self.leaves
        }

        fn combining(&self) -> &[usize] {
            &[]
        }

        fn outcomes(&self) -> &[f32] {
            &[f32::INFINITY, 1.0]
        }

        fn leaf(&self, leaf: usize, numbers: &mut Numbers<'_>, into: &mut [Column]) {
            numbers.normals(leaf, &mut into[0]);
            into[0] = into[0].map(|z| self.weights[leaf] * z);
        }

        fn combine(&self, leaves: &[Column], _: &mut Numbers<'_>, into: &mut [Column]) {
            let sum = |i: usize| leaves.iter().map(|column| column[i]).sum::<f32>();
            into.fill(std::array::from_fn(sum));
        }
    }

    #[test]
    fn a_sum_of_normals_is_normal() {
        let model = Sum::of(&[3.0, 4.0]);
        let tally = &run(&model, &model.streams(), &[], Draws::exactly(200_000))[1];
        let summary = tally.summary();
        assert_eq!(tally.moments.count, 200_000);
        assert!(summary.mean.abs() < 0.04, "{summary:?}");
        assert!(
            (summary.i90[1] - 5.0 * 1.644_85).abs() < 0.1 && (summary.i50[0] + 5.0 * 0.674_49).abs() < 0.06
        );
        assert!((tally.moments.variance() - 25.0).abs() < 0.3);
        // P(z > 1/5)
        assert!((tally.shares().above.p - 0.420_74).abs() < 0.005);
    }

    #[test]
    fn threads_change_no_bit() {
        let model = Sum::of(&[1.0, 0.1, 7.0]);
        let with = |threads: usize| {
            let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
            pool.install(|| run(&model, &model.streams(), &[], Draws::exactly(100_001)))
        };
        let of = |threads: usize| {
            let told = |tally: &Tally| (tally.moments, tally.summary(), tally.shares());
            with(threads).iter().map(told).collect::<Vec<_>>()
        };
        let alone = of(1);
        assert_eq!(alone, of(2));
        assert_eq!(alone, of(7));
    }

    #[test]
    fn columns_are_the_draws_of_a_run() {
        let model = Sum::of(&[1.0, 2.0]);
        let all = columns(&model, &model.streams(), 199);
        let tally = &run(&model, &model.streams(), &[], Draws::exactly(199))[0];
        assert_eq!(all[0].len(), 199);
        assert!((tally.moments.mean - Moments::of(&all[0]).mean).abs() < 1e-12);
    }

    #[test]
    fn draws_go_on_until_the_error_is_small() {
        let model = Sum::of(&[1.0]);
        let draws = Draws { count: 1000, precision: Some(0.01), most: 10_000_000 };
        let tally = &run(&model, &model.streams(), &[], draws)[0];
        assert!(tally.monte_carlo_error() <= 0.01 && tally.moments.count > 100_000);
        let bounded = Draws { most: 50_000, ..draws };
        assert_eq!(run(&model, &model.streams(), &[], bounded)[0].moments.count, 50_000);
    }

    #[test]
    fn a_still_innovation_does_not_vary() {
        let model = Sum::of(&[3.0, 4.0]);
        let tally = &run(&model, &model.streams(), &[true, false], Draws::exactly(100_000))[0];
        assert!((tally.moments.variance() - 16.0).abs() < 0.3);
    }
}
