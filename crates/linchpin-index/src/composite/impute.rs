//! Missing values filled with one value: the middle of the column, or of the unit's group in it.

use super::matrix::Matrix;
use super::sums::{mean, median};
use std::collections::BTreeSet;

/// What fills a gap.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Middle {
    /// the arithmetic mean
    Mean,
    /// the median
    Median,
}

impl Middle {
    /// The middle of the values that are there; missing where there are none.
    pub fn of(self, values: &[f64]) -> f64 {
        match self {
            Middle::Mean => mean(values),
            Middle::Median => median(values),
        }
    }
}

/// Fills each gap with the middle of its column. A column without any value stays as it is.
pub fn by_column(data: &Matrix, middle: Middle) -> Matrix {
    by_group(data, &vec![Some(0); data.units()], middle)
}

/// Fills each gap with the middle of the unit's group in that column. Units without a group keep their gaps, and so
/// does a group without any value in a column.
///
/// # Panics
/// When `groups` has not one entry a unit.
pub fn by_group(data: &Matrix, groups: &[Option<usize>], middle: Middle) -> Matrix {
    assert_eq!(groups.len(), data.units(), "one group, or none, for each unit");
    let named: BTreeSet<usize> = groups.iter().flatten().copied().collect();
    let mut out = data.clone();
    for column in 0..data.columns() {
        if !data.column(column).iter().any(|value| value.is_nan()) {
            continue;
        }
        for &group in &named {
            let of_group = |unit: &usize| groups[*unit] == Some(group);
            let members: Vec<usize> = (0..data.units()).filter(of_group).collect();
            let values: Vec<f64> = members.iter().map(|&unit| data.at(unit, column)).collect();
            let filling = middle.of(&values);
            for unit in members {
                let value = &mut out.column_mut(column)[unit];
                if value.is_nan() {
                    *value = filling;
                }
            }
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    const GAP: f64 = f64::NAN;

    #[test]
    fn gaps_take_the_middle_of_their_group() {
        let data = Matrix::of_columns(6, &[vec![1.0, 3.0, GAP, 10.0, GAP, GAP]]);
        let groups = [Some(4), Some(4), Some(4), Some(7), Some(7), None];
        let filled = by_group(&data, &groups, Middle::Mean);
        assert_eq!(filled.column(0)[..5], [1.0, 3.0, 2.0, 10.0, 10.0]);
        assert!(filled.at(5, 0).is_nan());
        assert_eq!(by_column(&data, Middle::Median).column(0)[5], 3.0);
    }

    #[test]
    fn nothing_stays_nothing() {
        let data = Matrix::of_columns(2, &[vec![GAP, GAP]]);
        assert_eq!(by_column(&data, Middle::Mean).gaps(), 2);
    }
}
