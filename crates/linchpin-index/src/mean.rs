//! The mean of a node: a power mean, between full compensation (exponent 1) and none (minus infinity).

/// The smallest value that enters a mean (METHOD 22): a single zero would otherwise make every mean with an
/// exponent of 0 or less zero.
pub const FLOOR: f64 = 0.01;

/// Below this size an exponent counts as 0.
const GEOMETRIC: f64 = 1e-9;
/// Below this size an exponent p leaves xᵖ so near to 1 that its digits are in xᵖ − 1.
const NEARLY_GEOMETRIC: f64 = 0.1;

/// The power mean (Σ wᵢ xᵢᵖ / Σ wᵢ)^(1/p) of values that are raised to [`FLOOR`] at least; the geometric mean
/// at p = 0 (METHOD 22). Weights need not sum to 1.
///
/// It lies between the least and the greatest value and grows with the exponent (Hardy, Littlewood & Pólya
/// 1934, theorem 16).
///
/// # Panics
/// When there are not as many weights as values, or no weight is positive.
pub fn power_mean(values: &[f64], weights: &[f64], exponent: f64) -> f64 {
    assert_eq!(values.len(), weights.len(), "a power mean needs one weight a value");
    let total: f64 = weights.iter().sum();
    assert!(total > 0.0, "a power mean needs a positive weight, not a sum of {total}");
    let average = |of: fn(f64) -> f64, factor: f64| {
        let parts = values.iter().zip(weights).map(|(x, w)| w * of(factor * libm::log(x.max(FLOOR))));
        parts.sum::<f64>() / total
    };
    libm::exp(if exponent.abs() < GEOMETRIC {
        average(|log| log, 1.0)
    } else if exponent.abs() < NEARLY_GEOMETRIC {
        libm::log1p(average(libm::expm1, exponent)) / exponent
    } else {
        libm::log(average(libm::exp, exponent)) / exponent
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_means() {
        let mean = |p| power_mean(&[0.25, 0.75], &[1.0, 1.0], p);
        assert!((mean(1.0) - 0.5).abs() < 1e-15);
        assert!((mean(0.0) - libm::sqrt(0.25 * 0.75)).abs() < 1e-15);
        assert!((mean(-1.0) - 2.0 / (4.0 + 4.0 / 3.0)).abs() < 1e-15);
        assert!((mean(2.0) - libm::sqrt((0.0625 + 0.5625) / 2.0)).abs() < 1e-15);
        assert!((mean(0.5) - 0.25 * (0.5 + libm::sqrt(0.75)) * (0.5 + libm::sqrt(0.75))).abs() < 1e-15);
    }

    #[test]
    fn the_geometric_mean_is_the_limit() {
        let mean = |p| power_mean(&[0.02, 0.3, 0.9], &[0.2, 0.5, 0.3], p);
        for p in [1e-10, 1.01e-9, 1e-8, -1e-8, 1e-6] {
            assert!((mean(p) - mean(0.0)).abs() < 2.0 * f64::abs(p) + 1e-15, "{p}");
        }
    }

    #[test]
    fn the_ways_of_computing_it_meet() {
        for (low, high) in [(0.09999999999, 0.1), (-0.1, -0.09999999999)] {
            let mean = |p| power_mean(&[0.0, 0.3, 0.9], &[0.2, 0.5, 0.3], p);
            assert!((mean(low) - mean(high)).abs() < 1e-11);
        }
    }

    #[test]
    fn zeros_are_floored() {
        assert!((power_mean(&[0.0, 1.0], &[1.0, 1.0], 0.0) - 0.1).abs() < 1e-15);
    }

    #[test]
    #[should_panic(expected = "one weight a value")]
    fn lengths_must_agree() {
        power_mean(&[0.5, 0.5], &[1.0], 1.0);
    }
}
