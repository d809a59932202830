//! Sums, means and moments of columns with gaps.
//!
//! Sums are compensated (Neumaier 1974, "Rundungsfehleranalyse einiger Verfahren zur Summation endlicher Summen",
//! ZAMM 54, 39–51): values that tie on paper tie here too, which ranks and pairwise comparisons need, and other
//! programs that add in a wider type find the same digits.

/// The sum of some values, right to the last digit or nearly so. Missing values make it missing.
pub fn sum(values: impl IntoIterator<Item = f64>) -> f64 {
    let (mut total, mut lost) = (0.0_f64, 0.0_f64);
    for value in values {
        let next = total + value;
        lost += if total.abs() >= value.abs() { (total - next) + value } else { (value - next) + total };
        total = next;
    }
    // infinite terms leave no remainder that means anything
    if total.is_finite() { total + lost } else { total }
}

/// The values that are there.
pub fn present(values: &[f64]) -> impl Iterator<Item = f64> + Clone + '_ {
    values.iter().copied().filter(|value| !value.is_nan())
}

/// How many values are there.
pub fn available(values: &[f64]) -> usize {
    present(values).count()
}

/// The least and the greatest value that are there; none where all are missing.
pub fn range(values: &[f64]) -> Option<(f64, f64)> {
    present(values).fold(None, |range, value| match range {
        None => Some((value, value)),
        Some((low, high)) => Some((low.min(value), high.max(value))),
    })
}

/// The arithmetic mean of the values that are there; missing where there are none.
pub fn mean(values: &[f64]) -> f64 {
    let n = available(values) as f64;
    let first = sum(present(values)) / n;
    // a second pass mends what the division rounded
    first + sum(present(values).map(|value| value - first)) / n
}

/// The middle of the values that are there, or the mean of the two in the middle; missing where there are none.
pub fn median(values: &[f64]) -> f64 {
    let mut sorted: Vec<f64> = present(values).collect();
    sorted.sort_unstable_by(f64::total_cmp);
    match sorted.len() {
        0 => f64::NAN,
        n if n % 2 == 1 => sorted[n / 2],
        n => (sorted[n / 2 - 1] + sorted[n / 2]) / 2.0,
    }
}

/// The standard deviation with n − 1; missing for fewer than two values.
pub fn deviation(values: &[f64]) -> f64 {
    let n = available(values);
    if n < 2 {
        return f64::NAN;
    }
    let mean = mean(values);
    libm::sqrt(sum(present(values).map(|value| (value - mean) * (value - mean))) / (n - 1) as f64)
}

/// Skewness G₁ of Joanes & Gill (1998), "Comparing measures of sample skewness and kurtosis", The Statistician 47 (1),
/// 183–189: type 2 of R's e1071, the measure of spreadsheets. Missing for fewer than three values, or equal ones.
pub fn skewness(values: &[f64]) -> f64 {
    let n = available(values) as f64;
    if n < 3.0 || is_constant(values) {
        return f64::NAN;
    }
    let [_, second, third, _] = powers(values);
    let first_type = libm::sqrt(n) * third / libm::pow(second, 1.5);
    first_type * libm::sqrt(n * (n - 1.0)) / (n - 2.0)
}

/// Excess kurtosis G₂ of Joanes & Gill (1998), type 2 of R's e1071. Missing for fewer than four values, or equal ones.
pub fn kurtosis(values: &[f64]) -> f64 {
    let n = available(values) as f64;
    if n < 4.0 || is_constant(values) {
        return f64::NAN;
    }
    let [_, second, _, fourth] = powers(values);
    let ratio = n * fourth / (second * second);
    ((n + 1.0) * (ratio - 3.0) + 6.0) * (n - 1.0) / ((n - 2.0) * (n - 3.0))
}

/// Whether there are values, and all of them are equal.
pub fn is_constant(values: &[f64]) -> bool {
    range(values).is_some_and(|(low, high)| low == high)
}

/// Σ(x − x̄)ᵏ for k from 1 to 4.
fn powers(values: &[f64]) -> [f64; 4] {
    let mean = mean(values);
    let about = |power: fn(f64) -> f64| sum(present(values).map(|value| power(value - mean)));
    [about(|d| d), about(|d| d * d), about(|d| d * d * d), about(|d| d * d * d * d)]
}

#[cfg(test)]
mod tests {
    use super::*;

    const GAP: f64 = f64::NAN;

    #[test]
    fn small_terms_survive_large_ones() {
        assert_eq!(sum([1e16, 1.0, -1e16]), 1.0);
        assert_eq!(sum([0.1; 10]), 1.0);
        assert_eq!(sum([f64::INFINITY, 1.0]), f64::INFINITY);
        assert_eq!(sum([]), 0.0);
    }

    #[test]
    fn gaps_do_not_count() {
        assert_eq!(mean(&[GAP, 1.0, 3.0]), 2.0);
        assert_eq!(median(&[4.0, GAP, 1.0, 3.0]), 3.0);
        assert_eq!(median(&[4.0, 1.0]), 2.5);
        assert_eq!(deviation(&[1.0, GAP, 3.0]), libm::sqrt(2.0));
        assert_eq!(range(&[GAP, 2.0, -1.0]), Some((-1.0, 2.0)));
    }

    #[test]
    fn nothing_has_no_mean() {
        assert!(mean(&[GAP]).is_nan() && median(&[]).is_nan() && deviation(&[1.0]).is_nan());
        assert_eq!(range(&[GAP]), None);
        assert!(skewness(&[2.0; 9]).is_nan() && kurtosis(&[1.0, 2.0, 3.0]).is_nan());
    }

    #[test]
    fn moments_of_a_known_sample() {
        // e1071::skewness(c(1, 2, 3, 10), type = 2) and kurtosis, by hand: Σd² = 50, Σd³ = 180, Σd⁴ = 1394
        let sample = [1.0, 2.0, 3.0, 10.0];
        let skew = 2.0 * 180.0 / libm::pow(50.0, 1.5) * libm::sqrt(12.0) / 2.0;
        let kurt = (5.0 * (4.0 * 1394.0 / 2500.0 - 3.0) + 6.0) * 3.0 / 2.0;
        assert!((skewness(&sample) - skew).abs() < 1e-14);
        assert!((kurtosis(&sample) - kurt).abs() < 1e-13);
    }
}
