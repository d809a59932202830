//! What is printed of many draws: mean, intervals and shares.

/// Mean with central intervals of 50 and 90 %.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Summary {
    /// arithmetic mean
    pub mean: f64,
    /// 25 and 75 % quantiles
    pub i50: [f64; 2],
    /// 5 and 95 % quantiles
    pub i90: [f64; 2],
}

impl Summary {
    /// The summary of some draws, in any order.
    ///
    /// # Panics
    /// When there are none.
    pub fn of(draws: &[f64]) -> Summary {
        assert!(!draws.is_empty(), "a summary needs at least one draw");
        let mut sorted = draws.to_vec();
        sorted.sort_unstable_by(f64::total_cmp);
        Summary {
            mean: draws.iter().sum::<f64>() / draws.len() as f64,
            i50: [0.25, 0.75].map(|p| quantile(&sorted, p)),
            i90: [0.05, 0.95].map(|p| quantile(&sorted, p)),
        }
    }
}

/// The quantile of ascending draws at `p` in [0, 1]: type 7 of Hyndman & Fan (1996), "Sample quantiles in
/// statistical packages", The American Statistician 50 (4), 361–365, the default of R and NumPy.
///
/// # Panics
/// When there are no draws.
pub fn quantile(ascending: &[f64], p: f64) -> f64 {
    quantile_of(ascending.len(), p, |at| ascending[at])
}

/// The same of some draws of which each is told by its place.
///
/// # Panics
/// When there are none.
pub(crate) fn quantile_of(count: usize, p: f64, ascending: impl Fn(usize) -> f64) -> f64 {
    assert!(count > 0, "a quantile needs at least one draw");
    let position = p.clamp(0.0, 1.0) * (count - 1) as f64;
    let below = position as usize;
    let (low, high) = (ascending(below), ascending((below + 1).min(count - 1)));
    low + (position - below as f64) * (high - low)
}

/// A probability as a share of draws, with its Monte Carlo standard error.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Share {
    /// the share
    pub p: f64,
    /// √(p(1 − p)/n), for independent draws; 0 where all draws agree
    pub error: f64,
}

impl Share {
    /// So many of all draws.
    pub fn of(count: u64, all: u64) -> Share {
        let (p, n) = (count as f64 / all as f64, all as f64);
        Share { p, error: libm::sqrt(p * (1.0 - p) / n) }
    }
}

/// How draws of a difference lie about 0 (METHOD 26). The three shares sum to 1.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Shares {
    /// above the threshold
    pub above: Share,
    /// from minus the threshold to the threshold, both included
    pub within: Share,
    /// below minus the threshold
    pub below: Share,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quantiles_are_those_of_r() {
        // quantile(c(1, 2, 4, 8, 16), c(.05, .25, .5, .75, .95))
        let draws = [1.0, 2.0, 4.0, 8.0, 16.0];
        for (p, q) in
            [(0.05, 1.2), (0.25, 2.0), (0.5, 4.0), (0.75, 8.0), (0.95, 14.4), (0.0, 1.0), (1.0, 16.0)]
        {
            assert!((quantile(&draws, p) - q).abs() < 1e-12);
        }
    }

    #[test]
    fn a_summary_ignores_order() {
        let summary = Summary::of(&[4.0, 1.0, 16.0, 2.0, 8.0]);
        assert_eq!(summary.mean, 6.2);
        assert_eq!(summary.i50, [2.0, 8.0]);
    }

    #[test]
    fn one_draw_is_its_own_summary() {
        assert_eq!(Summary::of(&[0.4]), Summary { mean: 0.4, i50: [0.4; 2], i90: [0.4; 2] });
    }

    #[test]
    fn shares_with_their_error() {
        assert_eq!(Share::of(1, 4), Share { p: 0.25, error: libm::sqrt(0.25 * 0.75 / 4.0) });
        assert_eq!(Share::of(7, 7), Share { p: 1.0, error: 0.0 });
    }
}
