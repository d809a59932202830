//! The balance of events: how far those in favour outweigh those against, with old ones fading.

/// How many events the pooled share is worth before any is seen (METHOD 19).
const PRIOR_EVENTS: f64 = 4.0;

/// Mean and variance of the share of favourable events, Beta(4p + C, 4(1 − p) + D) (METHOD 19).
///
/// C and D are the sums of the status weights of the events in favour and against, each halved for every
/// `half_life_months` of its age. An event is (months ago, weight of its status: 1 for a completed one down to
/// 0 for one denied); the caller leaves out those outside its window. `pooled` is the share
/// p of favourable events over all units, clamped to [0, 1].
pub fn balance(
    for_: &[(f64, f64)],
    against: &[(f64, f64)],
    half_life_months: f64,
    pooled: f64,
) -> (f64, f64) {
    let pooled = pooled.clamp(0.0, 1.0);
    let favourable = PRIOR_EVENTS * pooled + faded(for_, half_life_months);
    let adverse = PRIOR_EVENTS * (1.0 - pooled) + faded(against, half_life_months);
    let total = favourable + adverse;
    let mean = favourable / total;
    (mean, mean * (1.0 - mean) / (total + 1.0))
}

fn faded(events: &[(f64, f64)], half_life_months: f64) -> f64 {
    events.iter().map(|(months_ago, weight)| weight * libm::exp2(-months_ago / half_life_months)).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn without_events_the_pooled_share_stands() {
        let (mean, variance) = balance(&[], &[], 12.0, 0.3);
        assert!((mean - 0.3).abs() < 1e-15 && (variance - 0.21 / 5.0).abs() < 1e-15);
    }

    #[test]
    fn events_fade_by_half() {
        // Beta(2 + 1 + .5·.6, 2 + .25)
        let (mean, variance) = balance(&[(0.0, 1.0), (12.0, 0.6)], &[(24.0, 1.0)], 12.0, 0.5);
        let (a, b) = (3.3, 2.25);
        assert!((mean - a / (a + b)).abs() < 1e-15);
        assert!((variance - a * b / ((a + b) * (a + b) * (a + b + 1.0))).abs() < 1e-15);
    }

    #[test]
    fn a_certain_pool_is_certain() {
        assert_eq!(balance(&[], &[], 12.0, 1.0), (1.0, 0.0));
    }
}
