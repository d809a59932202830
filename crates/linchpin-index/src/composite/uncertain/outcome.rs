//! Scores and ranks over all draws, and which order of units is sure.

use super::drawn::Drawn;
use crate::engine::{Draws, columns, run};
use crate::summary::Summary;
use crate::tally::Tally;

/// The order of units is judged by so many draws at most, the first.
pub const ORDERED: usize = 1 << 14;

/// What the draws say of one node.
#[derive(Clone, Debug)]
pub struct Outcome {
    /// the node
    pub node: usize,
    /// the units in their order
    pub units: Vec<Unit>,
    /// P(A above B) by unit A and unit B, draws in which they are equal counting half; not a number where there is no draw in
    /// which both have a score
    pub above: Vec<Vec<f64>>,
    /// mean over units of the absolute difference from their nominal ranks
    pub shift: Summary,
    /// draws made
    pub draws: u64,
    /// draws by which `above` and the shares of ranks are judged
    pub ordered: usize,
    /// how far any mean or interval of a score may be off for want of draws, in points of the score
    pub error: f64,
}

/// What the draws say of one unit.
#[derive(Clone, Debug)]
pub struct Unit {
    /// score; none where no draw has one
    pub score: Option<Summary>,
    /// rank
    pub rank: Option<Summary>,
    /// share of draws at each rank, the first being rank 1
    pub at_rank: Vec<f64>,
    /// share of draws in which it has no score
    pub missing: f64,
    /// standard deviation of its score
    pub deviation: f64,
}

/// Draws an index and sums it up. `wanted` is for the scores; ranks may be off by more.
pub fn outcomes(drawn: &Drawn, seed: u64, wanted: Draws) -> Vec<Outcome> {
    let streams = drawn.streams(seed);
    let tallies = run(drawn, &streams, &[], wanted);
    let counted = tallies.iter().map(|tally| tally.moments.count).max().unwrap_or(0);
    // where no unit ever has a score nothing is counted
    let draws = if counted > 0 { counted } else { wanted.count };
    let ordered = ORDERED.min(usize::try_from(draws).unwrap_or(ORDERED));
    let nodes: Vec<usize> = drawn.shown().collect();
    let first = columns(drawn, &streams, ordered);
    nodes.iter().enumerate().map(|(k, &node)| outcome(drawn, (k, node), draws, &tallies, &first)).collect()
}

fn outcome(
    drawn: &Drawn,
    (k, node): (usize, usize),
    draws: u64,
    tallies: &[Tally],
    first: &[Vec<f32>],
) -> Outcome {
    let count = drawn.units().len();
    let of_score = |unit: usize| &tallies[drawn.score(k, unit)];
    let shift = &tallies[drawn.shift(k)];
    let unit = |unit: usize| {
        let (score, rank) = (of_score(unit), &tallies[drawn.rank(k, unit)]);
        let there = score.moments.count > 0;
        Unit {
            score: there.then(|| score.summary()),
            rank: there.then(|| rank.summary()),
            at_rank: at_rank(&first[drawn.rank(k, unit)], count),
            missing: 1.0 - score.moments.count as f64 / draws as f64,
            deviation: libm::sqrt(score.moments.variance()),
        }
    };
    let errors = (0..count).map(|unit| of_score(unit).monte_carlo_error());
    Outcome {
        node,
        units: (0..count).map(unit).collect(),
        above: (0..count)
            .map(|a| {
                (0..count).map(|b| above(&first[drawn.score(k, a)], &first[drawn.score(k, b)])).collect()
            })
            .collect(),
        shift: shift.summary(),
        draws,
        ordered: first[drawn.shift(k)].len(),
        error: errors.filter(|error| !error.is_nan()).fold(0.0, f64::max),
    }
}

fn at_rank(ranks: &[f32], count: usize) -> Vec<f64> {
    let mut shares = vec![0.0; count];
    for rank in ranks.iter().filter(|rank| !rank.is_nan()) {
        shares[*rank as usize - 1] += 1.0 / ranks.len() as f64;
    }
    shares
}

fn above(a: &[f32], b: &[f32]) -> f64 {
    let (mut twice, mut both) = (0u64, 0u64);
    for (a, b) in a.iter().zip(b) {
        twice += 2 * u64::from(a > b) + u64::from(a == b);
        both += u64::from(!a.is_nan() && !b.is_nan());
    }
    twice as f64 / (2 * both) as f64
}

impl Outcome {
    /// The ranks that a unit may have if only those count as above or below it of which that is sure: P reaches `sure`, which
    /// lies between ½ and 1. None where it has no score.
    pub fn range_of_ranks(&self, unit: usize, sure: f64) -> Option<[usize; 2]> {
        self.units[unit].score?;
        let others = || (0..self.units.len()).filter(move |&other| other != unit);
        let ahead = others().filter(|&other| self.above[other][unit] >= sure).count();
        let behind = others().filter(|&other| self.above[unit][other] >= sure).count();
        let all = self.units.iter().filter(|unit| unit.score.is_some()).count();
        Some([ahead + 1, all - behind])
    }

    /// Whether the order of two units is not sure: they are statistically tied.
    pub fn tied(&self, a: usize, b: usize, sure: f64) -> bool {
        let p = self.above[a][b];
        p < sure && 1.0 - p < sure
    }

    /// The share of draws in which a unit is among the first `top`.
    pub fn among_first(&self, unit: usize, top: usize) -> f64 {
        self.units[unit].at_rank.iter().take(top).sum()
    }
}
