//! Missing values drawn, not guessed: several completed data sets whose differences are the uncertainty of the gaps.

use super::matrix::Matrix;
use super::sums::{deviation, mean, present};
use crate::innovation::Innovations;
use nalgebra::{Cholesky, DMatrix, DVector};

/// How often each column is drawn anew, given the others, before a completed set is taken.
const ROUNDS: usize = 10;
/// The ridge: standardised coefficients are a priori normal with variance 1/RIDGE in units of the residual variance, so
/// that a group with more indicators than units still has a posterior.
const RIDGE: f64 = 1.0;

/// The chance that fills the gaps: numbers named by indicator and unit, so that neither another gap nor the order of
/// rows changes them.
#[derive(Clone, Copy, Debug)]
pub struct Names<'a> {
    /// all random numbers
    pub innovations: Innovations,
    /// names of the units
    pub units: &'a [String],
    /// names of the columns
    pub columns: &'a [String],
}

/// Draws `sets` completed data sets by chained equations (van Buuren & Oudshoorn 1999; Rubin 1987, *Multiple Imputation
/// for Nonresponse in Surveys*, p. 167, for one equation). Within each group of columns a column with gaps is regressed
/// on the others by Bayesian linear regression: draw the residual variance as SS/χ², the coefficients given it, and the
/// gaps given both. Columns are standardised by the values that are there.
///
/// A column without any value keeps its gaps; one whose values are all equal, or of which there is one, is filled with
/// that value. Columns in no group keep their gaps.
///
/// # Panics
/// When the names are not one a unit and one a column.
pub fn multiple(data: &Matrix, groups: &[Vec<usize>], sets: usize, names: &Names<'_>) -> Vec<Matrix> {
    assert!(names.units.len() == data.units() && names.columns.len() == data.columns(), "a name for each");
    (0..sets).map(|set| complete(data, groups, set, names)).collect()
}

/// The mean of some completed data sets.
///
/// # Panics
/// When there are none.
pub fn middle(sets: &[Matrix]) -> Matrix {
    let mut out = sets[0].clone();
    for column in 0..out.columns() {
        for unit in 0..out.units() {
            // where all sets agree, the value itself and not what is left after a division
            let values: Vec<f64> = sets.iter().map(|set| set.at(unit, column)).collect();
            let agreed = values.iter().all(|value| *value == values[0]);
            out.column_mut(column)[unit] = if agreed { values[0] } else { mean(&values) };
        }
    }
    out
}

/// One completed data set.
fn complete(data: &Matrix, groups: &[Vec<usize>], set: usize, names: &Names<'_>) -> Matrix {
    let mut out = data.clone();
    for group in groups {
        // columns are visited by name, so that their order in the table means nothing
        let mut group = group.clone();
        group.sort_by_key(|&column| &names.columns[column]);
        let scales: Vec<(f64, f64)> = group.iter().map(|&column| scale(data.column(column))).collect();
        let mut z: Vec<Vec<f64>> = group
            .iter()
            .zip(&scales)
            .map(|(&column, scale)| standardised(data.column(column), *scale))
            .collect();
        let gaps: Vec<Vec<usize>> = group.iter().map(|&column| gaps(data.column(column))).collect();
        for round in 0..ROUNDS {
            for at in (0..group.len()).filter(|&at| !gaps[at].is_empty() && scales[at].1 > 0.0) {
                let draw = Draw { names, group: &group, column: group[at], number: set * ROUNDS + round };
                redraw(&mut z, at, &gaps[at], &draw);
            }
        }
        for (at, &column) in group.iter().enumerate() {
            let (centre, spread) = scales[at];
            for &unit in &gaps[at] {
                out.column_mut(column)[unit] = centre + spread * z[at][unit];
            }
        }
    }
    out
}

/// Mean and standard deviation of the values that are there; a deviation of 0 where they do not vary.
fn scale(values: &[f64]) -> (f64, f64) {
    let deviation = deviation(values);
    (mean(values), if deviation.is_nan() { 0.0 } else { deviation })
}

/// Standardised values, with 0 (the mean) in every gap.
fn standardised(values: &[f64], (centre, spread): (f64, f64)) -> Vec<f64> {
    let one = |value: &f64| if value.is_nan() || spread == 0.0 { 0.0 } else { (value - centre) / spread };
    values.iter().map(one).collect()
}

fn gaps(values: &[f64]) -> Vec<usize> {
    if present(values).next().is_none() {
        return vec![]; // nothing is known of it, so nothing is drawn
    }
    (0..values.len()).filter(|&unit| values[unit].is_nan()).collect()
}

/// The random numbers of one column in one round of one set.
struct Draw<'d> {
    names: &'d Names<'d>,
    /// the columns of the group
    group: &'d [usize],
    /// the one that is drawn
    column: usize,
    /// which of all rounds of all sets
    number: usize,
}

impl Draw<'_> {
    fn normal(&self, what: &str) -> f64 {
        let name = format!("impute/{}/{what}", self.names.columns[self.column]);
        let mut one = [0.0];
        self.names.innovations.stream(&name).fill(self.number as u64, &mut one);
        one[0]
    }

    /// χ² with some degrees of freedom.
    fn chi_square(&self, freedom: usize) -> f64 {
        let square = |i: usize| self.normal(&format!("residual/{i}"));
        (0..freedom).map(square).map(|z| z * z).sum()
    }
}

/// Draws the gaps of a standardised column given the others.
fn redraw(z: &mut [Vec<f64>], at: usize, gaps: &[usize], draw: &Draw<'_>) {
    let others: Vec<usize> = (0..z.len()).filter(|&other| other != at).collect();
    let known: Vec<usize> = (0..z[at].len()).filter(|unit| gaps.binary_search(unit).is_err()).collect();
    let x = DMatrix::from_fn(known.len(), others.len(), |row, column| z[others[column]][known[row]]);
    let y = DVector::from_fn(known.len(), |row, _| z[at][known[row]]);
    let precision = x.transpose() * &x + DMatrix::identity(others.len(), others.len()) * RIDGE;
    // the ridge keeps the matrix positive definite
    let Some(factor) = Cholesky::new(precision) else { return };
    let towards = x.transpose() * &y;
    let coefficients = factor.solve(&towards);
    let rest = (y.dot(&y) - coefficients.dot(&towards)).max(0.0);
    let freedom = known.len().saturating_sub(1).max(1);
    let spread = libm::sqrt(rest / draw.chi_square(freedom));
    let z_of = DVector::from_fn(others.len(), |k, _| {
        draw.normal(&format!("coefficient/{}", draw.names.columns[draw.group[others[k]]]))
    });
    let spreading = factor.l().transpose().solve_upper_triangular(&z_of);
    let drawn = spreading.map_or(coefficients.clone(), |spreading| coefficients + spreading * spread);
    // the intercept of a standardised column is 0 up to σ/√n
    let intercept = spread / libm::sqrt(known.len() as f64) * draw.normal("intercept");
    for &unit in gaps {
        let expected: f64 = others.iter().enumerate().map(|(k, &other)| drawn[k] * z[other][unit]).sum();
        let noise = draw.normal(&format!("gap/{}", draw.names.units[unit]));
        z[at][unit] = intercept + expected + spread * noise;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const GAP: f64 = f64::NAN;

    fn names(count: usize) -> Vec<String> {
        (0..count).map(|at| format!("n{at}")).collect()
    }

    fn drawn(data: &Matrix, sets: usize) -> Vec<Matrix> {
        let (units, columns) = (names(data.units()), names(data.columns()));
        let names = Names { innovations: Innovations::new(3), units: &units, columns: &columns };
        multiple(data, &[(0..data.columns()).collect()], sets, &names)
    }

    /// A column that another one follows closely, with a gap at the top.
    fn twins() -> Matrix {
        let x: Vec<f64> = (0..20).map(f64::from).collect();
        let mut y: Vec<f64> =
            x.iter().map(|x| 3.0 * x + if (*x as usize).is_multiple_of(2) { 1.0 } else { -1.0 }).collect();
        y[19] = GAP;
        Matrix::of_columns(20, &[x, y])
    }

    #[test]
    fn gaps_are_drawn_about_what_the_others_say() {
        let values: Vec<f64> = drawn(&twins(), 200).iter().map(|set| set.at(19, 1)).collect();
        // at the edge of the data the ridge draws it a little towards the middle, which is 28
        assert!((mean(&values) - 57.0).abs() < 6.0, "{}", mean(&values));
        let spread = deviation(&values);
        assert!((1.0..6.0).contains(&spread), "{spread}");
    }

    #[test]
    fn what_is_known_stays_as_it_is() {
        for set in drawn(&twins(), 3) {
            assert_eq!(set.column(0), twins().column(0));
            assert_eq!(set.column(1)[..19], twins().column(1)[..19]);
        }
        assert_eq!(middle(&drawn(&twins(), 3)).column(0), twins().column(0));
    }

    #[test]
    fn a_lone_column_is_drawn_about_its_mean() {
        let data = Matrix::of_columns(6, &[vec![1.0, 2.0, 3.0, 4.0, 5.0, GAP]]);
        let values: Vec<f64> = drawn(&data, 300).iter().map(|set| set.at(5, 0)).collect();
        assert!((mean(&values) - 3.0).abs() < 0.5 && deviation(&values) > 1.0);
    }

    #[test]
    fn columns_that_tell_nothing() {
        let data = Matrix::of_columns(3, &[vec![GAP; 3], vec![2.0, 2.0, GAP], vec![7.0, GAP, GAP]]);
        let set = &drawn(&data, 1)[0];
        assert_eq!(set.gaps(), 3);
        assert_eq!((set.at(2, 1), set.at(1, 2)), (2.0, 7.0));
    }

    #[test]
    fn the_order_of_units_changes_nothing() {
        let turned: Vec<usize> = (0..20).rev().collect();
        let (units, columns) = (names(20), names(2));
        let units_turned: Vec<String> = turned.iter().map(|&unit| units[unit].clone()).collect();
        let draw = |data: &Matrix, units: &[String]| {
            let names = Names { innovations: Innovations::new(1), units, columns: &columns };
            multiple(data, &[vec![0, 1]], 1, &names)[0].clone()
        };
        let (straight, turned) = (draw(&twins(), &units), draw(&twins().of_units(&turned), &units_turned));
        assert!((straight.at(19, 1) - turned.at(0, 1)).abs() < 1e-9);
    }
}
