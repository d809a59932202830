//! Extensive indicators divided by the size of the unit.

use super::matrix::Matrix;

/// Where a value would be divided by zero.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ByZero {
    /// the unit
    pub unit: usize,
    /// the indicator
    pub indicator: usize,
}

/// Divides indicators by columns of another matrix; `by` names the column for each indicator, or none. What is missing
/// above or below the line is missing in the result.
///
/// # Errors
/// The first value (by indicator, then unit) that is to be divided by zero.
///
/// # Panics
/// When `by` has not one entry an indicator, or the matrices have not the same units.
pub fn denominate(data: &Matrix, denominators: &Matrix, by: &[Option<usize>]) -> Result<Matrix, ByZero> {
    assert_eq!(by.len(), data.columns(), "one denominator, or none, for each indicator");
    let mut out = data.clone();
    for (indicator, denominator) in by.iter().enumerate() {
        let Some(denominator) = *denominator else { continue };
        let divisors = denominators.column(denominator);
        assert_eq!(divisors.len(), data.units(), "a denominator has one value a unit");
        for (unit, (value, &divisor)) in out.column_mut(indicator).iter_mut().zip(divisors).enumerate() {
            if divisor == 0.0 && !value.is_nan() {
                return Err(ByZero { unit, indicator });
            }
            *value = if divisor == 0.0 { f64::NAN } else { *value / divisor };
        }
    }
    Ok(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotients_gaps_and_zeros() {
        let data = Matrix::of_columns(3, &[vec![6.0, f64::NAN, 1.0], vec![5.0, 5.0, 5.0]]);
        let sizes = Matrix::of_columns(3, &[vec![3.0, 0.0, f64::NAN]]);
        let out = denominate(&data, &sizes, &[Some(0), None]).unwrap();
        assert_eq!(out.at(0, 0), 2.0);
        assert!(out.at(1, 0).is_nan() && out.at(2, 0).is_nan());
        assert_eq!(out.column(1), [5.0; 3]);
        assert_eq!(
            denominate(&data, &sizes, &[None, Some(0)]).unwrap_err(),
            ByZero { unit: 1, indicator: 1 }
        );
    }
}
