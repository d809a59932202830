//! Benefit of the doubt: every unit weighted as suits it best.

use super::matrix::Matrix;
use microlp::{ComparisonOp, OptimizationDirection, Problem};

/// The least and the greatest share of a unit's score that one column may make up.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Shares {
    /// at least, from 0
    pub least: f64,
    /// at most, up to 1
    pub most: f64,
}

impl Shares {
    /// No bounds.
    pub const FREE: Shares = Shares { least: 0.0, most: 1.0 };
}

/// How near to 1 a score counts as 1; linear programs are solved to about as many digits.
const ON_THE_FRONTIER: f64 = 1e-9;

/// The scores of all units, and the weights with which each got its own.
#[derive(Clone, Debug)]
pub struct BestWeights {
    /// from 0 to 1, one a unit; 1 is the frontier
    pub scores: Vec<f64>,
    /// units × columns; 0 for a column in which the unit has no value
    pub weights: Matrix,
}

/// Why there are no best weights.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum NoBestWeights {
    /// a value is negative
    Negative {
        /// the unit
        unit: usize,
        /// the place of the column among those given
        column: usize,
        /// the value
        value: f64,
    },
    /// no weights meet the bounds of shares
    Bounds {
        /// the unit
        unit: usize,
    },
}

/// For each unit u the weights w ≥ 0 that maximise Σwᵢxᵤᵢ where no unit j has Σwᵢxⱼᵢ > 1, with each wᵢxᵤᵢ between
/// `least` and `most` of the sum (Melyn & Moesen 1991; Cherchye, Moesen, Rogge & Van Puyenbroeck 2007, *Social
/// Indicators Research* 82, 111–145).
///
/// A unit is weighted by the columns in which it has values, and in those columns a missing value of another unit counts
/// as 0: nobody is held down by what is not known. A unit without values has a missing score.
///
/// # Errors
/// When a value is negative, or the bounds leave a unit no weights.
pub fn best_weights(data: &Matrix, columns: &[usize], shares: Shares) -> Result<BestWeights, NoBestWeights> {
    for unit in 0..data.units() {
        if let Some(column) = columns.iter().position(|&column| data.at(unit, column) < 0.0) {
            return Err(NoBestWeights::Negative { unit, column, value: data.at(unit, columns[column]) });
        }
    }
    let mut best = BestWeights {
        scores: vec![f64::NAN; data.units()],
        weights: Matrix::missing(data.units(), columns.len()),
    };
    for unit in 0..data.units() {
        let own: Vec<usize> = (0..columns.len()).filter(|&at| !data.at(unit, columns[at]).is_nan()).collect();
        if own.is_empty() {
            continue;
        }
        let (score, weights) =
            of_unit(data, columns, &own, unit, shares).ok_or(NoBestWeights::Bounds { unit })?;
        best.scores[unit] = score;
        (0..columns.len()).for_each(|at| best.weights.column_mut(at)[unit] = 0.0);
        own.iter().zip(weights).for_each(|(&at, weight)| best.weights.column_mut(at)[unit] = weight);
    }
    Ok(best)
}

/// The score and the weights of a unit in its own columns; none where no weights meet the bounds.
fn of_unit(
    data: &Matrix,
    columns: &[usize],
    own: &[usize],
    unit: usize,
    shares: Shares,
) -> Option<(f64, Vec<f64>)> {
    // values relative to the greatest of their column, so that the program is as well scaled as it can be
    let greatest =
        |at: usize| data.column(columns[at]).iter().copied().filter(|x| !x.is_nan()).fold(0.0, f64::max);
    let units_of: Vec<f64> =
        own.iter().map(|&at| if greatest(at) > 0.0 { greatest(at) } else { 1.0 }).collect();
    let value = |unit: usize, place: usize| {
        let x = data.at(unit, columns[own[place]]);
        if x.is_nan() { 0.0 } else { x / units_of[place] }
    };
    let mut program = Problem::new(OptimizationDirection::Maximize);
    let variables: Vec<_> =
        (0..own.len()).map(|place| program.add_var(value(unit, place), (0.0, f64::INFINITY))).collect();
    for other in 0..data.units() {
        let terms: Vec<_> =
            variables.iter().enumerate().map(|(place, &w)| (w, value(other, place))).collect();
        program.add_constraint(&terms, ComparisonOp::Le, 1.0);
    }
    for (bound, side) in [(shares.least, ComparisonOp::Ge), (shares.most, ComparisonOp::Le)] {
        if bound <= 0.0 || bound >= 1.0 {
            continue;
        }
        for place in 0..own.len() {
            let share = |at: usize| value(unit, at) * (f64::from(u8::from(at == place)) - bound);
            let terms: Vec<_> = variables.iter().enumerate().map(|(at, &w)| (w, share(at))).collect();
            program.add_constraint(&terms, side, 0.0);
        }
    }
    let solution = program.solve().ok()?.into_solution().ok()?;
    let weights: Vec<f64> = variables.iter().map(|&w| solution.var_value(w).max(0.0)).collect();
    let scored = weights.iter().enumerate().map(|(place, w)| w * value(unit, place)).sum::<f64>();
    let contradicted = scored <= 0.0 && (0..own.len()).any(|place| value(unit, place) > 0.0);
    // units on the frontier are on it together, whatever the program's last digits
    let scored = if scored > 1.0 - ON_THE_FRONTIER { 1.0 } else { scored };
    (!contradicted).then(|| (scored, weights.iter().zip(&units_of).map(|(w, of)| w / of).collect()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn example() -> Matrix {
        Matrix::of_columns(4, &[vec![10.0, 2.0, 5.0, f64::NAN], vec![1.0, 8.0, 4.0, 4.0]])
    }

    #[test]
    fn each_unit_is_weighed_as_suits_it() {
        let best = best_weights(&example(), &[0, 1], Shares::FREE).unwrap();
        assert!((best.scores[0] - 1.0).abs() < 1e-9 && (best.scores[1] - 1.0).abs() < 1e-9);
        // between the two on the frontier: 10a + b = 1 = 2a + 8b gives a = 7/78, b = 8/78, and 5a + 4b = 67/78
        assert!((best.scores[2] - 67.0 / 78.0).abs() < 1e-9);
        assert!((best.weights.at(2, 0) - 7.0 / 78.0).abs() < 1e-9);
        assert!((best.scores[3] - 0.5).abs() < 1e-9 && best.weights.at(3, 0) == 0.0);
    }

    #[test]
    fn bounds_keep_a_share_for_every_column() {
        let best = best_weights(&example(), &[0, 1], Shares { least: 0.4, most: 1.0 }).unwrap();
        for unit in 0..3 {
            let parts = [0, 1].map(|column| best.weights.at(unit, column) * example().at(unit, column));
            assert!(parts.iter().all(|part| *part >= 0.4 * best.scores[unit] - 1e-9), "{parts:?}");
        }
        assert!(best.scores[0] < 1.0);
    }

    #[test]
    fn what_has_no_best_weights() {
        let bounds = Shares { least: 0.6, most: 1.0 };
        assert!(matches!(best_weights(&example(), &[0, 1], bounds), Err(NoBestWeights::Bounds { unit: 0 })));
        let negative = Matrix::of_columns(1, &[vec![1.0], vec![-2.0]]);
        let refused = best_weights(&negative, &[0, 1], Shares::FREE).unwrap_err();
        assert_eq!(refused, NoBestWeights::Negative { unit: 0, column: 1, value: -2.0 });
        let nothing =
            best_weights(&Matrix::of_columns(2, &[vec![0.0, f64::NAN]]), &[0], Shares::FREE).unwrap();
        assert!(nothing.scores[0] == 0.0 && nothing.scores[1].is_nan());
    }
}
