//! Ranks: of scores, and as a way to normalise or to correlate.

use super::sums::{available, present};

/// Ranks of scores, 1 for the greatest; ties share the best rank of theirs, missing scores have none.
pub fn ranks(scores: &[f64]) -> Vec<Option<usize>> {
    let rank = |score: f64| present(scores).filter(|other| *other > score).count() + 1;
    scores.iter().map(|&score| (!score.is_nan()).then(|| rank(score))).collect()
}

/// Ranks from below, 1 for the least; ties share the least rank of theirs. Missing stays missing.
pub fn from_below(values: &[f64]) -> Vec<f64> {
    let sorted = sorted(values);
    values
        .iter()
        .map(|&value| place(value, sorted.partition_point(|other| *other < value) as f64 + 1.0))
        .collect()
}

/// Ranks from below in which ties share the mean of their ranks. Missing stays missing.
pub fn average(values: &[f64]) -> Vec<f64> {
    let sorted = sorted(values);
    let rank = |value: f64| {
        let below = sorted.partition_point(|other| *other < value);
        let upto = sorted.partition_point(|other| *other <= value);
        (below + 1 + upto) as f64 / 2.0
    };
    values.iter().map(|&value| place(value, rank(value))).collect()
}

fn place(value: f64, rank: f64) -> f64 {
    if value.is_nan() { f64::NAN } else { rank }
}

fn sorted(values: &[f64]) -> Vec<f64> {
    let mut sorted = Vec::with_capacity(available(values));
    sorted.extend(present(values));
    sorted.sort_unstable_by(f64::total_cmp);
    sorted
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ties_share_a_rank() {
        let values = [3.0, f64::NAN, 1.0, 3.0, 2.0, 0.0, -0.0];
        assert_eq!(ranks(&values), [Some(1), None, Some(4), Some(1), Some(3), Some(5), Some(5)]);
        let below = from_below(&values);
        assert!(below[1].is_nan());
        assert_eq!([below[0], below[2], below[4], below[5], below[6]], [5.0, 3.0, 4.0, 1.0, 1.0]);
        assert_eq!(average(&values)[3], 5.5);
    }
}
