//! Principal components of columns.

use super::correlate::{Correlation, correlate};
use super::error::NoComponents;
use super::matrix::Matrix;
use super::sums::is_constant;
use nalgebra::{DMatrix, SymmetricEigen};

/// Principal components of some columns, those that explain most first.
#[derive(Clone, Debug, PartialEq)]
pub struct Components {
    /// for each component the loading of each column; squares sum to 1, and the sum of a component is not negative
    pub loadings: Vec<Vec<f64>>,
    /// the share of variance that each explains
    pub explained: Vec<f64>,
    /// units without gaps, from which they are found
    pub units: usize,
}

/// The principal components of the correlations of some columns, over the units that have all values (Jolliffe 2002,
/// *Principal Component Analysis*). A component is an axis and has no sign of its own; here each has the one by which
/// its loadings sum to 0 or more.
///
/// # Errors
/// When fewer than three units have all values, or a column does not vary among those.
pub fn components(data: &Matrix, columns: &[usize]) -> Result<Components, NoComponents> {
    let whole = |unit: &usize| columns.iter().all(|&column| !data.at(*unit, column).is_nan());
    let units: Vec<usize> = (0..data.units()).filter(whole).collect();
    if units.len() < 3 {
        return Err(NoComponents::TooFewUnits);
    }
    let data = data.of_units(&units);
    if columns.iter().any(|&column| is_constant(data.column(column))) {
        return Err(NoComponents::Constant);
    }
    let k = columns.len();
    let correlation = |i: usize, j: usize| {
        let of = correlate(data.column(columns[i]), data.column(columns[j]), Correlation::Pearson);
        if i == j { 1.0 } else { of.value }
    };
    let eigen = SymmetricEigen::new(DMatrix::from_fn(k, k, correlation));
    let mut order: Vec<usize> = (0..k).collect();
    order.sort_by(|&a, &b| eigen.eigenvalues[b].total_cmp(&eigen.eigenvalues[a]));
    let loading = |&at: &usize| upwards(eigen.eigenvectors.column(at).iter().copied().collect());
    Ok(Components {
        loadings: order.iter().map(loading).collect(),
        explained: order.iter().map(|&at| eigen.eigenvalues[at].max(0.0) / k as f64).collect(),
        units: units.len(),
    })
}

fn upwards(loadings: Vec<f64>) -> Vec<f64> {
    let sign = if loadings.iter().sum::<f64>() < 0.0 { -1.0 } else { 1.0 };
    loadings.into_iter().map(|loading| sign * loading).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_columns_load_alike() {
        let data =
            Matrix::of_columns(5, &[vec![1.0, 2.0, 3.0, 4.0, 9.0], vec![2.0, 1.0, 4.0, 3.0, f64::NAN]]);
        let found = components(&data, &[0, 1]).unwrap();
        // over four units r = .6, so the eigenvalues are 1.6 and .4
        assert!((found.explained[0] - 0.8).abs() < 1e-12 && found.units == 4);
        assert!(found.loadings[0].iter().all(|loading| (loading - libm::sqrt(0.5)).abs() < 1e-12));
    }

    #[test]
    fn columns_without_components() {
        let data = Matrix::of_columns(3, &[vec![1.0, 2.0, 3.0], vec![7.0; 3], vec![1.0, 2.0, f64::NAN]]);
        assert_eq!(components(&data, &[0, 1]), Err(NoComponents::Constant));
        assert_eq!(components(&data, &[0, 2]), Err(NoComponents::TooFewUnits));
        assert_eq!(components(&data, &[0]).unwrap().loadings, [[1.0]]);
    }
}
