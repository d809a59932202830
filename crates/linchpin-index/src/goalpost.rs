//! Uncertain goalposts: what a value would be had the ends of its scale been set elsewhere.

use crate::column::Column;
use pulp::Simd;

/// Standard deviation of each end, as a share of the range between them (METHOD 21).
pub const GOALPOST_SD: f32 = 0.1;

/// The shortest range that moved goalposts may leave, as a share of the original one: 6.4 standard deviations
/// of their distance away.
const SHORTEST: f32 = 0.1;

/// Values y in [0, 1] on a scale whose lower and upper ends have moved by `low_z` and `high_z` standard deviations (METHOD
/// 21): y′ = (y − .1 low_z) / (1 + .1 (high_z − low_z)), clamped to [0, 1], for the given share of a value; the rest stays.
#[pulp::with_simd(move_goalposts = pulp::Arch::new())]
#[inline(always)]
pub fn move_goalposts_simd<'a, S: Simd>(
    _: S,
    share: f32,
    low_z: &'a Column,
    high_z: &'a Column,
    values: &'a mut Column,
) {
    for ((y, low_z), high_z) in values.iter_mut().zip(low_z).zip(high_z) {
        let low = GOALPOST_SD * low_z;
        let range = (1.0 + GOALPOST_SD * (high_z - low_z)).max(SHORTEST);
        let moved = ((*y - low) / range).clamp(0.0, 1.0);
        *y += share * (moved - *y);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::column::BLOCK;

    fn moved(y: f32, low: f32, high: f32) -> f32 {
        let mut column = [y; BLOCK];
        move_goalposts(1.0, &[low; BLOCK], &[high; BLOCK], &mut column);
        column[5]
    }

    #[test]
    fn unmoved_goalposts_change_nothing() {
        for y in [0.0, 0.3, 1.0] {
            assert_eq!(moved(y, 0.0, 0.0), y);
        }
    }

    #[test]
    fn a_higher_end_lowers_a_value() {
        assert!((moved(0.5, 0.0, 1.0) - 0.5 / 1.1).abs() < 1e-6);
        assert!((moved(0.5, 1.0, 0.0) - 0.4 / 0.9).abs() < 1e-6);
        assert!((moved(0.5, 1.0, 1.0) - 0.4).abs() < 1e-6);
        assert_eq!(moved(0.05, 1.0, 0.0), 0.0);
        assert_eq!(moved(0.95, 0.0, -1.0), 1.0);
    }

    #[test]
    fn goalposts_never_cross() {
        assert!(moved(0.5, 8.0, -8.0) <= moved(0.9, 8.0, -8.0));
    }

    #[test]
    fn a_share_moves_by_its_share() {
        let mut column = [0.5; BLOCK];
        move_goalposts(0.25, &[1.0; BLOCK], &[1.0; BLOCK], &mut column);
        assert!((column[0] - 0.475).abs() < 1e-6);
    }
}
