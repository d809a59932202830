//! From an observation to a reading: a value in [0, 1] and how far it may be off.
//!
//! Functions return (value, standard deviation); [`level_variance`] and [`quantity_variance`] then add what
//! the source's grade and the coding leave uncertain.

/// Standard deviation of two coders about the same ordinal level (METHOD 7).
pub const CODER_SD: f64 = 0.05;
/// Standard deviation of what a quantity stands for about the quantity (METHOD 7).
pub const PROXY_SD: f64 = 0.05;
/// Standard deviation of a source's shared effect on all its readings (METHOD 12).
pub const SOURCE_EFFECT_SD: f64 = 0.05;
/// Standard deviation of a coder's shared effect on all their readings (METHOD 12).
pub const CODER_EFFECT_SD: f64 = 0.03;

/// Standard deviation by the worse of reliability and credibility, A/1 to F/6 (METHOD 7; F is unknown, not
/// false, and so not the worst).
const GRADE_SD: [f64; 6] = [0.02, 0.04, 0.07, 0.12, 0.20, 0.12];

/// √12: a uniform distribution of width w has standard deviation w/√12.
const SQRT_12: f64 = 3.464_101_615_137_754_4;

/// How a stated quantity relates to what was measured.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Bound {
    /// as stated
    Exact,
    /// about
    Circa,
    /// more than or at least
    MoreThan,
    /// less than or at most
    LessThan,
    /// from the stated value to this one
    Range(f64),
}

/// A quantity between goalposts: (value in [0, 1], standard deviation) (METHOD 5).
///
/// `low` is the quantity that counts 0 and `high` the one that counts 1, in the unit of `stated`; `low` is the
/// greater of the two where less is better. The value is clamped, the standard deviation is not: it is that of
/// the quantity as a share of the range.
///
/// # Panics
/// When the goalposts coincide.
pub fn quantity(stated: f64, bound: Bound, low: f64, high: f64) -> (f64, f64) {
    assert!(low != high, "goalposts must differ, but both are {low}");
    let (mean, sd) = match bound {
        Bound::Exact => (stated, 0.01 * stated.abs()),
        Bound::Circa => (stated, 0.05 * stated.abs()),
        Bound::MoreThan => (stated + 0.05 * stated.abs(), 0.07 * stated.abs()),
        Bound::LessThan => (stated - 0.05 * stated.abs(), 0.07 * stated.abs()),
        Bound::Range(end) => ((stated + end) / 2.0, (end - stated).abs() / SQRT_12),
    };
    (((mean - low) / (high - low)).clamp(0.0, 1.0), sd / (high - low).abs())
}

/// Level `k` (from 1) of `of` anchored levels: (value, standard deviation) (METHOD 6).
///
/// The value is the level's middle, (k − ½)/K, and the standard deviation that of a uniform distribution over
/// the level; a hedge widens the level by half.
///
/// # Panics
/// When `k` is not one of 1 to `of`.
pub fn level(k: usize, of: usize, hedged: bool) -> (f64, f64) {
    assert!((1..=of).contains(&k), "level {k} is not one of 1 to {of}");
    let levels = of as f64;
    let width = if hedged { 1.5 } else { 1.0 } / levels;
    ((k as f64 - 0.5) / levels, width / SQRT_12)
}

/// Standard deviation by grade: row 0 is A/1 and row 5 is F/6, which also stands for rows beyond (METHOD 7).
pub fn grade_sd(row: usize) -> f64 {
    GRADE_SD[row.min(GRADE_SD.len() - 1)]
}

/// Variance of an ordinal reading: measurement² + grade² + coder² (METHOD 7).
pub fn level_variance(sd: f64, grade_row: usize) -> f64 {
    sum_of_squares([sd, grade_sd(grade_row), CODER_SD])
}

/// Variance of a quantity's reading: measurement² + grade² + proxy² (METHOD 7).
pub fn quantity_variance(sd: f64, grade_row: usize) -> f64 {
    sum_of_squares([sd, grade_sd(grade_row), PROXY_SD])
}

fn sum_of_squares(sds: [f64; 3]) -> f64 {
    sds.iter().map(|sd| sd * sd).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn close(a: (f64, f64), b: (f64, f64)) {
        assert!((a.0 - b.0).abs() < 1e-12 && (a.1 - b.1).abs() < 1e-12, "{a:?} is not {b:?}");
    }

    #[test]
    fn quantities_by_bound() {
        close(quantity(50.0, Bound::Exact, 0.0, 100.0), (0.5, 0.005));
        close(quantity(50.0, Bound::Circa, 0.0, 100.0), (0.5, 0.025));
        close(quantity(50.0, Bound::MoreThan, 0.0, 100.0), (0.525, 0.035));
        close(quantity(50.0, Bound::LessThan, 0.0, 100.0), (0.475, 0.035));
        close(quantity(40.0, Bound::Range(60.0), 0.0, 100.0), (0.5, 0.2 / SQRT_12));
    }

    #[test]
    fn goalposts_clamp_and_reverse() {
        close(quantity(150.0, Bound::Exact, 0.0, 100.0), (1.0, 0.015));
        close(quantity(20.0, Bound::Exact, 100.0, 0.0), (0.8, 0.002));
        // more than −20 is nearer to 0
        close(quantity(-20.0, Bound::MoreThan, -100.0, 0.0), (0.81, 0.014));
    }

    #[test]
    fn levels_are_middles() {
        close(level(1, 4, false), (0.125, 0.25 / SQRT_12));
        close(level(4, 4, true), (0.875, 0.375 / SQRT_12));
        assert!((SQRT_12 - libm::sqrt(12.0)).abs() < 1e-15);
    }

    #[test]
    fn unknown_is_not_the_worst_grade() {
        assert_eq!(grade_sd(0), 0.02);
        assert_eq!(grade_sd(4), 0.20);
        assert_eq!(grade_sd(5), 0.12);
        assert_eq!(grade_sd(9), 0.12);
        assert!((level_variance(0.03, 1) - (0.0009 + 0.0016 + 0.0025)).abs() < 1e-15);
        assert!((quantity_variance(0.01, 0) - (0.0001 + 0.0004 + 0.0025)).abs() < 1e-15);
    }
}
