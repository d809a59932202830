//! What is done to a column with outliers: points drawn in, or logarithms taken.

use super::sums::{is_constant, kurtosis, range, skewness};

/// Skewness and kurtosis beyond which a column has outliers. Both must be reached (|skewness| and kurtosis at or above
/// their bound): the rule of the JRC's audits, after
/// Groeneveld & Meeden (1984), The Statistician 33, 391–399.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bounds {
    /// of the absolute skewness
    pub skewness: f64,
    /// of the excess kurtosis
    pub kurtosis: f64,
}

impl Default for Bounds {
    fn default() -> Bounds {
        Bounds { skewness: 2.0, kurtosis: 3.5 }
    }
}

/// The shape of a column, and whether it is taken as it is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Shape {
    /// G₁
    pub skewness: f64,
    /// G₂
    pub kurtosis: f64,
    /// whether it is free of outliers; a column whose shape is not defined is
    pub passes: bool,
}

impl Shape {
    /// The shape of a column: it passes where |skewness| or kurtosis lies below its bound.
    pub fn of(values: &[f64], bounds: Bounds) -> Shape {
        let (skewness, kurtosis) = (skewness(values), kurtosis(values));
        let outlying = skewness.abs() >= bounds.skewness && kurtosis >= bounds.kurtosis;
        Shape { skewness, kurtosis, passes: !outlying }
    }
}

/// What may be done to a column.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Transform {
    /// the outermost points drawn in, see [`winsorise`]
    Winsorise {
        /// points at most; no bound where there is none
        most: Option<usize>,
        /// draw in that many even where the shape passes before
        force: bool,
    },
    /// ln(x − min + (max − min)/100), the modified logarithm of the JRC's COIN Tool
    LogCt,
    /// the same, mirrored where the skewness is not positive: −ln(max + (max − min)/100 − x)
    LogCtPlus,
    /// ln(x − min + 1), the COIN Tool's first logarithm
    LogCtOrig,
    /// ln((max − 1)(x − min)/(max − min) + 1), of the Global Innovation Index 2020
    LogGii,
    /// ln x; missing where x is not positive
    Log,
    /// ((x − min + 1)^λ − 1)/λ, or the logarithm at λ = 0 (Box & Cox 1964, JRSS B 26 (2), 211–252)
    BoxCox {
        /// λ
        lambda: f64,
    },
}

/// What was done to a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// nothing
    None,
    /// drawn in from above
    High,
    /// drawn in from below
    Low,
    /// a logarithm or power taken
    Transformed,
}

/// A column after a transformation.
#[derive(Clone, Debug, PartialEq)]
pub struct Changed {
    /// its values
    pub values: Vec<f64>,
    /// what was done to each
    pub marks: Vec<Mark>,
}

impl Changed {
    /// How many points were drawn in.
    pub fn drawn_in(&self) -> usize {
        self.marks.iter().filter(|mark| matches!(mark, Mark::High | Mark::Low)).count()
    }
}

impl Transform {
    /// Applies it. A column that is constant or empty stays as it is.
    pub fn apply(self, values: &[f64], bounds: Bounds) -> Changed {
        if let Transform::Winsorise { most, force } = self {
            return winsorise(values, most, force, bounds);
        }
        let range = range(values).filter(|(low, high)| low < high);
        let Some((low, high)) = range else {
            return Changed { values: values.to_vec(), marks: vec![Mark::None; values.len()] };
        };
        let margin = 0.01 * (high - low);
        let mirrored = self == Transform::LogCtPlus && skewness(values) <= 0.0;
        let one = |x: f64| match self {
            Transform::LogCtPlus if mirrored => -libm::log(high + margin - x),
            Transform::LogCt | Transform::LogCtPlus => libm::log(x - low + margin),
            Transform::LogCtOrig => libm::log(x - low + 1.0),
            Transform::LogGii => libm::log((high - 1.0) * (x - low) / (high - low) + 1.0),
            Transform::Log if x > 0.0 => libm::log(x),
            Transform::Log => f64::NAN,
            Transform::BoxCox { lambda: 0.0 } => libm::log(x - low + 1.0),
            Transform::BoxCox { lambda } => (libm::pow(x - low + 1.0, lambda) - 1.0) / lambda,
            Transform::Winsorise { .. } => x,
        };
        let mark = |x: &f64| if x.is_nan() { Mark::None } else { Mark::Transformed };
        let finite = |x: f64| if x.is_finite() { x } else { f64::NAN };
        Changed {
            marks: values.iter().map(mark).collect(),
            values: values.iter().map(|&x| finite(one(x))).collect(),
        }
    }
}

/// Draws in the outermost points one after the other until the shape passes: where the skewness is 0 or more, all points
/// at the maximum take the next lower value, else all at the minimum the next higher one. It stops once `most` points
/// are drawn in (points that tie with the last are drawn in with it, so there may be more), or where all values are
/// equal. With `force` it goes on to `most` whatever the shape.
pub fn winsorise(values: &[f64], most: Option<usize>, force: bool, bounds: Bounds) -> Changed {
    let mut values = values.to_vec();
    let (mut high, mut low): (Vec<usize>, Vec<usize>) = (vec![], vec![]);
    let mut passes = Shape::of(&values, bounds).passes;
    while (!passes || force) && most.is_none_or(|most| high.len() + low.len() < most) && !is_constant(&values)
    {
        let Some((least, greatest)) = range(&values) else { break };
        let inwards = skewness(&values) >= 0.0 || skewness(&values).is_nan();
        let end = if inwards { greatest } else { least };
        let at: Vec<usize> = (0..values.len()).filter(|&unit| values[unit] == end).collect();
        let others = values.iter().copied().filter(|value| !value.is_nan() && *value != end);
        let next = if inwards { others.fold(least, f64::max) } else { others.fold(greatest, f64::min) };
        at.iter().for_each(|&unit| values[unit] = next);
        *(if inwards { &mut high } else { &mut low }) = at;
        passes = Shape::of(&values, bounds).passes;
    }
    let mut marks = vec![Mark::None; values.len()];
    high.into_iter().for_each(|unit| marks[unit] = Mark::High);
    low.into_iter().for_each(|unit| marks[unit] = Mark::Low);
    Changed { values, marks }
}

#[cfg(test)]
mod tests {
    use super::*;

    const BOUNDS: Bounds = Bounds { skewness: 2.0, kurtosis: 3.5 };

    fn one_to_ten_and(more: &[f64]) -> Vec<f64> {
        (1..=10).map(f64::from).chain(more.iter().copied()).collect()
    }

    #[test]
    fn outliers_are_drawn_in_one_by_one() {
        let drawn = winsorise(&one_to_ten_and(&[30.0, 100.0]), Some(5), false, BOUNDS);
        assert_eq!(drawn.values[10..], [30.0, 30.0]);
        assert_eq!(drawn.marks[11], Mark::High);
        assert_eq!(drawn.drawn_in(), 1);
    }

    #[test]
    fn the_bound_counts_points_and_is_kept_unless_points_tie() {
        let far = one_to_ten_and(&[1e3, 1e3, 1e6]);
        assert_eq!(winsorise(&far, Some(1), true, BOUNDS).values[10..], [1e3; 3]);
        // the second step draws in three points at once
        assert_eq!(winsorise(&far, Some(2), true, BOUNDS).drawn_in(), 3);
        assert_eq!(winsorise(&far, Some(0), true, BOUNDS).values, far);
    }

    #[test]
    fn the_low_end_where_the_skewness_is_negative() {
        let low: Vec<f64> = one_to_ten_and(&[-200.0]).iter().map(|x| x + 1.0).collect();
        let drawn = winsorise(&low, Some(5), false, BOUNDS);
        assert_eq!((drawn.values[10], drawn.marks[10]), (2.0, Mark::Low));
    }

    #[test]
    fn no_column_is_too_poor() {
        for poor in [vec![], vec![1.0], vec![2.0; 6], vec![f64::NAN; 4], vec![0.0, 0.0, 0.0, 1.0]] {
            let drawn = winsorise(&poor, None, true, BOUNDS);
            assert_eq!(drawn.values.len(), poor.len());
            for transform in [Transform::LogCt, Transform::LogGii, Transform::BoxCox { lambda: 0.5 }] {
                assert!(transform.apply(&poor, BOUNDS).values.iter().all(|x| !x.is_infinite()));
            }
        }
    }

    #[test]
    fn logarithms_of_a_known_column() {
        let column = [1.0, 2.0, 5.0, f64::NAN];
        let first = |transform: Transform| transform.apply(&column, BOUNDS).values[1];
        assert_eq!(first(Transform::LogCt), libm::log(1.04));
        assert_eq!(first(Transform::LogCtOrig), libm::log(2.0));
        assert_eq!(first(Transform::LogGii), libm::log(2.0));
        assert_eq!(first(Transform::Log), libm::log(2.0));
        assert_eq!(first(Transform::BoxCox { lambda: 2.0 }), 1.5);
        assert_eq!(first(Transform::BoxCox { lambda: 0.0 }), libm::log(2.0));
        assert_eq!(first(Transform::LogCtPlus), libm::log(1.04));
        let mirrored = Transform::LogCtPlus.apply(&[-5.0, -2.0, -1.0], BOUNDS).values;
        assert_eq!(mirrored[1], -libm::log(1.04));
        assert!(Transform::Log.apply(&[-1.0, 1.0], BOUNDS).values[0].is_nan());
    }
}
