//! Uncertain goalposts: what a value would be had the ends of its scale been set elsewhere.

/// Standard deviation of each end, as a share of the range between them (METHOD 21).
pub const GOALPOST_SD: f64 = 0.1;

/// The shortest range that moved goalposts may leave, as a share of the original one: 6.4 standard deviations
/// of their distance away.
const SHORTEST: f64 = 0.1;

/// A value `y` in [0, 1] on a scale whose lower and upper ends have moved by `low_z` and `high_z` standard
/// deviations (METHOD 21): y′ = (y − .1 low_z) / (1 + .1 (high_z − low_z)), clamped to [0, 1].
pub fn move_goalposts(y: f64, low_z: f64, high_z: f64) -> f64 {
    let low = GOALPOST_SD * low_z;
    let range = (1.0 + GOALPOST_SD * (high_z - low_z)).max(SHORTEST);
    ((y - low) / range).clamp(0.0, 1.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn unmoved_goalposts_change_nothing() {
        for y in [0.0, 0.3, 1.0] {
            assert_eq!(move_goalposts(y, 0.0, 0.0), y);
        }
    }

    #[test]
    fn a_higher_end_lowers_a_value() {
        assert!((move_goalposts(0.5, 0.0, 1.0) - 0.5 / 1.1).abs() < 1e-15);
        assert!((move_goalposts(0.5, 1.0, 0.0) - 0.4 / 0.9).abs() < 1e-15);
        assert!((move_goalposts(0.5, 1.0, 1.0) - 0.4).abs() < 1e-15);
        assert_eq!(move_goalposts(0.05, 1.0, 0.0), 0.0);
        assert_eq!(move_goalposts(0.95, 0.0, -1.0), 1.0);
    }

    #[test]
    fn goalposts_never_cross() {
        assert!(move_goalposts(0.5, 8.0, -8.0) <= move_goalposts(0.9, 8.0, -8.0));
    }
}
