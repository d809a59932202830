//! Correlations of columns with gaps, and whether chance would give as much.

use super::rank::average;
use super::sums::{is_constant, mean, sum};
use crate::normal;
use special::Beta;

/// Which correlation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Correlation {
    /// product moments
    Pearson,
    /// product moments of ranks, ties sharing their mean rank
    Spearman,
    /// Kendall's τ-b
    Kendall,
}

/// A correlation of two columns.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Correlated {
    /// from −1 to 1; missing where either column does not vary, or fewer than two units have both
    pub value: f64,
    /// the probability of one as far from 0 by chance; missing for fewer than three units
    pub p: f64,
    /// units that have both values
    pub units: usize,
}

/// The correlation of two columns over the units that have both values.
///
/// The probability is two-sided: by Student's t with n − 2 degrees of freedom for products of moments (for ranks this is
/// an approximation), and for τ by the normal distribution with the variance of untied ranks, 2(2n + 5)/(9n(n − 1))
/// (Kendall 1970, *Rank Correlation Methods*).
///
/// # Panics
/// When the columns have not the same length.
pub fn correlate(x: &[f64], y: &[f64], kind: Correlation) -> Correlated {
    assert_eq!(x.len(), y.len(), "columns have one value a unit");
    let both = x.iter().zip(y).filter(|(x, y)| !x.is_nan() && !y.is_nan());
    let (x, y): (Vec<f64>, Vec<f64>) = both.map(|(x, y)| (*x, *y)).unzip();
    let units = x.len();
    if units < 2 || is_constant(&x) || is_constant(&y) {
        return Correlated { value: f64::NAN, p: f64::NAN, units };
    }
    let value = match kind {
        Correlation::Pearson => pearson(&x, &y),
        Correlation::Spearman => pearson(&average(&x), &average(&y)),
        Correlation::Kendall => kendall(&x, &y),
    };
    let p = match kind {
        // values so great that their squares are infinite have no correlation that could be computed
        _ if units < 3 || value.is_nan() => f64::NAN,
        Correlation::Kendall => {
            let n = units as f64;
            let deviation = libm::sqrt(2.0 * (2.0 * n + 5.0) / (9.0 * n * (n - 1.0)));
            2.0 * normal::cdf(-value.abs() / deviation)
        }
        Correlation::Pearson | Correlation::Spearman => by_t(value, units),
    };
    Correlated { value, p, units }
}

/// The covariance, with n − 1, over the units that have both values; missing for fewer than two.
pub fn covariance(x: &[f64], y: &[f64]) -> f64 {
    let both = x.iter().zip(y).filter(|(x, y)| !x.is_nan() && !y.is_nan());
    let (x, y): (Vec<f64>, Vec<f64>) = both.map(|(x, y)| (*x, *y)).unzip();
    if x.len() < 2 { f64::NAN } else { products(&x, &y) / (x.len() - 1) as f64 }
}

fn products(x: &[f64], y: &[f64]) -> f64 {
    let (of_x, of_y) = (mean(x), mean(y));
    sum(x.iter().zip(y).map(|(x, y)| (x - of_x) * (y - of_y)))
}

fn pearson(x: &[f64], y: &[f64]) -> f64 {
    (products(x, y) / libm::sqrt(products(x, x)) / libm::sqrt(products(y, y))).clamp(-1.0, 1.0)
}

fn kendall(x: &[f64], y: &[f64]) -> f64 {
    let order = |a: f64, b: f64| f64::from(i8::from(a > b) - i8::from(a < b));
    let (mut together, mut of_x, mut of_y) = (0.0, 0.0, 0.0);
    for i in 0..x.len() {
        for j in 0..i {
            let (a, b) = (order(x[i], x[j]), order(y[i], y[j]));
            together += a * b;
            of_x += a * a;
            of_y += b * b;
        }
    }
    together / libm::sqrt(of_x) / libm::sqrt(of_y)
}

/// The two-sided probability of t = r √(n − 2)/√(1 − r²): the regularised incomplete beta function at 1 − r².
fn by_t(r: f64, units: usize) -> f64 {
    let half = (units - 2) as f64 / 2.0;
    let left = 1.0 - r * r;
    if left <= 0.0 { 0.0 } else { left.inc_beta(half, 0.5, half.ln_beta(0.5)) }
}

#[cfg(test)]
mod tests {
    use super::*;

    const X: [f64; 6] = [1.0, 2.0, 3.0, 4.0, 5.0, f64::NAN];
    const Y: [f64; 6] = [2.0, 1.0, 4.0, 3.0, 5.0, 9.0];

    #[test]
    fn values_too_great_to_square_have_no_probability() {
        let great = [1e308, -1e308, 1.0, 2.0];
        let found = correlate(&great, &great, Correlation::Pearson);
        assert!(found.value.is_nan() && found.p.is_nan());
    }

    #[test]
    fn three_kinds_of_one_pair() {
        // cor(1:5, c(2, 1, 4, 3, 5)) is .8 by products and ranks, .6 by τ; cor.test gives p = .1041 for the first
        let of = |kind| correlate(&X, &Y, kind);
        assert!((of(Correlation::Pearson).value - 0.8).abs() < 1e-15);
        assert!((of(Correlation::Pearson).p - 0.104_088_2).abs() < 1e-6);
        assert!((of(Correlation::Spearman).value - 0.8).abs() < 1e-15);
        assert!((of(Correlation::Kendall).value - 0.6).abs() < 1e-15);
        assert_eq!(of(Correlation::Kendall).units, 5);
        assert_eq!(covariance(&X, &Y), 2.0);
    }

    #[test]
    fn ties_count_in_ranks() {
        let tied = correlate(&[1.0, 1.0, 2.0, 3.0], &[1.0, 2.0, 2.0, 3.0], Correlation::Kendall);
        assert!((tied.value - 4.0 / 5.0).abs() < 1e-15);
    }

    #[test]
    fn what_does_not_vary_correlates_with_nothing() {
        assert!(correlate(&[1.0, 1.0, 1.0], &[1.0, 2.0, 3.0], Correlation::Spearman).value.is_nan());
        assert!(correlate(&[1.0], &[2.0], Correlation::Pearson).value.is_nan());
        assert!(correlate(&[1.0, 2.0], &[2.0, 5.0], Correlation::Pearson).p.is_nan());
        assert!(correlate(&[1.0, 2.0, 3.0], &[2.0, 4.0, 6.0], Correlation::Pearson).p < 1e-7);
    }
}
