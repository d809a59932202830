//! What is worth knowing of an indicator before it enters an index.

use super::correlate::covariance;
use super::matrix::Matrix;
use super::sums::{deviation, kurtosis, mean, median, present, range, skewness, sum};
use super::transform::Bounds;

/// A column in figures. What a column is too poor for is missing.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Description {
    /// the least value
    pub min: f64,
    /// the greatest value
    pub max: f64,
    /// arithmetic mean
    pub mean: f64,
    /// median
    pub median: f64,
    /// standard deviation with n − 1
    pub deviation: f64,
    /// G₁
    pub skewness: f64,
    /// G₂
    pub kurtosis: f64,
    /// units
    pub units: usize,
    /// values that are there
    pub available: usize,
    /// those other than zero
    pub non_zero: usize,
    /// different ones
    pub unique: usize,
    /// the most that are equal
    pub same: usize,
}

impl Description {
    /// Describes a column.
    pub fn of(values: &[f64]) -> Description {
        let (min, max) = range(values).unwrap_or((f64::NAN, f64::NAN));
        let mut sorted: Vec<f64> = present(values).map(|value| value + 0.0).collect();
        sorted.sort_unstable_by(f64::total_cmp);
        let runs = || sorted.chunk_by(|a, b| a == b);
        Description {
            min,
            max,
            mean: mean(values),
            median: median(values),
            deviation: deviation(values),
            skewness: skewness(values),
            kurtosis: kurtosis(values),
            units: values.len(),
            available: sorted.len(),
            non_zero: sorted.iter().filter(|value| **value != 0.0).count(),
            unique: runs().count(),
            same: runs().map(<[f64]>::len).max().unwrap_or(0),
        }
    }

    /// Whether fewer than 65 % of units have a value.
    pub fn few_available(&self) -> bool {
        self.share(self.available) < 0.65
    }

    /// Whether fewer than half of the units have a value other than zero.
    pub fn few_non_zero(&self) -> bool {
        self.share(self.non_zero) < 0.5
    }

    /// Whether there are fewer than half as many different values as units.
    pub fn few_unique(&self) -> bool {
        self.share(self.unique) < 0.5
    }

    /// Whether |skewness| and kurtosis lie above their bounds.
    pub fn outlying(&self, bounds: Bounds) -> bool {
        self.skewness.abs() > bounds.skewness && self.kurtosis > bounds.kurtosis
    }

    fn share(&self, count: usize) -> f64 {
        count as f64 / self.units as f64
    }
}

/// Cronbach's α of some columns (Cronbach 1951, *Psychometrika* 16, 297–334): k² times the mean covariance of two of
/// them, over the sum of all covariances, each over the units that have both values. Missing for fewer than two columns.
pub fn cronbach(data: &Matrix, columns: &[usize]) -> f64 {
    let k = columns.len() as f64;
    let covariances = |which: fn(usize, usize) -> bool| {
        let pairs = columns.iter().flat_map(|&i| columns.iter().map(move |&j| (i, j)));
        let chosen = pairs.filter(|&(i, j)| which(i, j));
        sum(chosen.map(|(i, j)| covariance(data.column(i), data.column(j))).filter(|c| !c.is_nan()))
    };
    if columns.len() < 2 {
        return f64::NAN;
    }
    let between = covariances(|i, j| i != j) / (k * (k - 1.0));
    let alpha = k * k * between / covariances(|_, _| true);
    if alpha.is_finite() { alpha } else { f64::NAN }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_column_in_figures() {
        let of = Description::of(&[0.0, -0.0, 3.0, f64::NAN, 5.0]);
        assert_eq!((of.min, of.max, of.mean, of.median), (0.0, 5.0, 2.0, 1.5));
        assert_eq!((of.units, of.available, of.non_zero, of.unique, of.same), (5, 4, 2, 3, 2));
        assert!(of.few_non_zero() && !of.few_available() && !of.few_unique());
        let nothing = Description::of(&[f64::NAN]);
        assert!(
            nothing.min.is_nan() && nothing.mean.is_nan() && nothing.same == 0 && nothing.few_available()
        );
    }

    #[test]
    fn alpha_of_columns_that_agree_is_one() {
        let column = vec![1.0, 2.0, 4.0];
        let data = Matrix::of_columns(3, &[column.clone(), column.clone(), vec![2.0; 3]]);
        assert!((cronbach(&data, &[0, 1]) - 1.0).abs() < 1e-15);
        assert!(cronbach(&data, &[0]).is_nan() && cronbach(&data, &[2, 2]).is_nan());
    }
}
