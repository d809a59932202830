//! How far two rankings of the same items agree.

use std::cmp::Ordering;

/// The share of pairs of items that two rankings put in the same order, 0 (reversed) to 1 (the same).
///
/// `a[i]` and `b[i]` are the positions of item *i*. A pair that either ranking ties counts half. Without ties
/// this is (1 + τ)/2 with Kendall's τ (Kendall 1938). Fewer than two items agree: 1.
///
/// # Panics
/// When the rankings are of different length.
pub fn concordance(a: &[usize], b: &[usize]) -> f64 {
    assert_eq!(a.len(), b.len(), "two rankings must rank the same items");
    let pairs = || (0..a.len()).flat_map(|j| (0..j).map(move |i| (i, j)));
    let agreement = |(i, j): (usize, usize)| match (a[i].cmp(&a[j]), b[i].cmp(&b[j])) {
        (Ordering::Equal, _) | (_, Ordering::Equal) => 0.5,
        (in_a, in_b) if in_a == in_b => 1.0,
        _ => 0.0,
    };
    match pairs().count() {
        0 => 1.0,
        count => pairs().map(agreement).sum::<f64>() / count as f64,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn same_reversed_and_swapped() {
        assert_eq!(concordance(&[0, 1, 2], &[0, 1, 2]), 1.0);
        assert_eq!(concordance(&[0, 1, 2], &[2, 1, 0]), 0.0);
        assert!((concordance(&[0, 1, 2], &[1, 0, 2]) - 2.0 / 3.0).abs() < 1e-15);
    }

    #[test]
    fn ties_count_half() {
        assert_eq!(concordance(&[0, 0], &[0, 1]), 0.5);
        assert_eq!(concordance(&[0, 0], &[1, 1]), 0.5);
    }

    #[test]
    fn one_item_cannot_disagree() {
        assert_eq!(concordance(&[0], &[0]), 1.0);
        assert_eq!(concordance(&[], &[]), 1.0);
    }
}
