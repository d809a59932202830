//! Indicators on one scale, all of them pointing upwards.

use super::rank::from_below;
use super::sums::{available, deviation, mean, present, range};

/// How a column is put on a scale. Before that, an indicator of direction −1 is multiplied by −1; targets and goalposts
/// are given as the data are, and turn with them.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Normalise {
    /// as it is
    None,
    /// the least value at the first number, the greatest at the second
    MinMax(f64, f64),
    /// this mean and standard deviation (with n − 1)
    ZScore(f64, f64),
    /// 100 (x − a)/(b − a)
    Scaled(f64, f64),
    /// 1 for the least; ties share the least rank of theirs
    Rank,
    /// (rank − 1)/(n − 1)
    PercentileRank,
    /// rank − 1
    Borda,
    /// 1 − (max − x)/(max − min)
    DistanceToMax,
    /// 1 − (ref − x)/(ref − min)
    DistanceToReference {
        /// the place of the reference unit
        unit: usize,
        /// whether what surpasses it counts as 1
        cap: bool,
    },
    /// (x − min)/(target − min), with direction −1 (max − x)/(max − target)
    DistanceToTarget {
        /// the target, as the data are
        target: f64,
        /// whether what surpasses it counts as 1
        cap: bool,
    },
    /// x/max
    FractionOfMax,
    /// scale × (x − lower)/(upper − lower), with direction −1 scale × (upper − x)/(upper − lower)
    Goalposts {
        /// the lower goalpost, as the data are
        lower: f64,
        /// the upper one
        upper: f64,
        /// what the full distance is worth
        scale: f64,
        /// whether what lies beyond a goalpost counts as at it
        truncate: bool,
    },
}

/// Puts a column on a scale (OECD & JRC 2008, *Handbook on Constructing Composite Indicators*, step 5).
/// `direction` is 1 or −1.
///
/// Missing stays missing. Where the scale has no length (all values equal, a target or reference at the minimum, a
/// maximum of 0, goalposts in one place, one value for percentile ranks) all of the column is missing.
pub fn normalise(values: &[f64], direction: f64, method: Normalise) -> Vec<f64> {
    let x: Vec<f64> = values.iter().map(|value| value * direction).collect();
    let Some((low, high)) = range(&x) else { return x };
    let each = |scale: &dyn Fn(f64) -> f64| -> Vec<f64> { x.iter().map(|&x| finite(scale(x))).collect() };
    let capped = |cap: bool, y: f64| if cap && y > 1.0 { 1.0 } else { y };
    match method {
        Normalise::None => x,
        Normalise::MinMax(a, b) => each(&|x| (x - low) / (high - low) * (b - a) + a),
        Normalise::ZScore(centre, spread) => {
            let (mean, deviation) = (mean(&x), deviation(&x));
            if low == high {
                return vec![f64::NAN; x.len()];
            }
            each(&|x| (x - mean) / deviation * spread + centre)
        }
        Normalise::Scaled(a, b) => each(&|x| (x - a) / (b - a) * 100.0),
        Normalise::Rank => from_below(&x),
        Normalise::PercentileRank => {
            let steps = available(&x) as f64 - 1.0;
            from_below(&x).into_iter().map(|rank| finite((rank - 1.0) / steps)).collect()
        }
        Normalise::Borda => from_below(&x).into_iter().map(|rank| rank - 1.0).collect(),
        Normalise::DistanceToMax => each(&|x| 1.0 - (high - x) / (high - low)),
        Normalise::DistanceToReference { unit, cap } => {
            let reference = x.get(unit).copied().unwrap_or(f64::NAN);
            each(&|x| capped(cap, 1.0 - (reference - x) / (reference - low)))
        }
        Normalise::DistanceToTarget { target, cap } => {
            let target = target * direction;
            each(&|x| capped(cap, (x - low) / (target - low)))
        }
        Normalise::FractionOfMax => each(&|x| x / high),
        Normalise::Goalposts { lower, upper, scale, truncate } => {
            let (from, to) = if direction < 0.0 { (-upper, -lower) } else { (lower, upper) };
            let share = |x: f64| (x - from) / (to - from);
            let within = |y: f64| if truncate && !y.is_nan() { y.clamp(0.0, 1.0) } else { y };
            each(&|x| within(finite(share(x))) * scale)
        }
    }
}

/// Whether a column that has values lost all of them because its scale has no length.
pub fn has_no_length(before: &[f64], after: &[f64]) -> bool {
    present(before).next().is_some() && present(after).next().is_none()
}

fn finite(value: f64) -> f64 {
    if value.is_finite() { value } else { f64::NAN }
}

#[cfg(test)]
mod tests {
    use super::*;

    const GAP: f64 = f64::NAN;
    const COLUMN: [f64; 4] = [1.0, 2.0, GAP, 5.0];

    fn shown(method: Normalise, direction: f64) -> Vec<String> {
        normalise(&COLUMN, direction, method).iter().map(|y| format!("{y:.3}")).collect()
    }

    #[test]
    fn each_scale_on_a_known_column() {
        use Normalise::*;
        let goalposts = |truncate| Goalposts { lower: 2.0, upper: 4.0, scale: 10.0, truncate };
        for (method, up, down) in [
            (None, ["1.000", "2.000", "5.000"], ["-1.000", "-2.000", "-5.000"]),
            (MinMax(1.0, 100.0), ["1.000", "25.750", "100.000"], ["100.000", "75.250", "1.000"]),
            (ZScore(10.0, 2.0), ["8.399", "9.359", "12.242"], ["11.601", "10.641", "7.758"]),
            (Scaled(0.0, 10.0), ["10.000", "20.000", "50.000"], ["-10.000", "-20.000", "-50.000"]),
            (Rank, ["1.000", "2.000", "3.000"], ["3.000", "2.000", "1.000"]),
            (PercentileRank, ["0.000", "0.500", "1.000"], ["1.000", "0.500", "0.000"]),
            (Borda, ["0.000", "1.000", "2.000"], ["2.000", "1.000", "0.000"]),
            (DistanceToMax, ["0.000", "0.250", "1.000"], ["1.000", "0.750", "0.000"]),
            (
                DistanceToReference { unit: 1, cap: false },
                ["0.000", "1.000", "4.000"],
                ["1.333", "1.000", "0.000"],
            ),
            (
                DistanceToReference { unit: 1, cap: true },
                ["0.000", "1.000", "1.000"],
                ["1.000", "1.000", "0.000"],
            ),
            (
                DistanceToTarget { target: 3.0, cap: false },
                ["0.000", "0.500", "2.000"],
                ["2.000", "1.500", "0.000"],
            ),
            (
                DistanceToTarget { target: 3.0, cap: true },
                ["0.000", "0.500", "1.000"],
                ["1.000", "1.000", "0.000"],
            ),
            (FractionOfMax, ["0.200", "0.400", "1.000"], ["1.000", "2.000", "5.000"]),
            (goalposts(false), ["-5.000", "0.000", "15.000"], ["15.000", "10.000", "-5.000"]),
            (goalposts(true), ["0.000", "0.000", "10.000"], ["10.000", "10.000", "0.000"]),
        ] {
            for (direction, expected) in [(1.0, up), (-1.0, down)] {
                let found = shown(method, direction);
                assert_eq!([&found[0], &found[1], &found[3]], expected, "{method:?} {direction}");
                assert_eq!(found[2], "NaN");
            }
        }
    }

    #[test]
    fn a_scale_without_length_measures_nothing() {
        let flat = [3.0, 3.0, 3.0];
        for method in [
            Normalise::MinMax(0.0, 100.0),
            Normalise::ZScore(0.0, 1.0),
            Normalise::DistanceToMax,
            Normalise::DistanceToReference { unit: 0, cap: true },
            Normalise::DistanceToTarget { target: 3.0, cap: false },
            Normalise::Goalposts { lower: 1.0, upper: 1.0, scale: 1.0, truncate: true },
        ] {
            assert!(has_no_length(&flat, &normalise(&flat, 1.0, method)), "{method:?}");
        }
        assert!(has_no_length(&[0.0, -1.0], &normalise(&[0.0, 0.0], 1.0, Normalise::FractionOfMax)));
        assert!(has_no_length(&[7.0], &normalise(&[7.0], 1.0, Normalise::PercentileRank)));
        assert!(!has_no_length(&[GAP], &normalise(&[GAP], 1.0, Normalise::Rank)));
    }
}
