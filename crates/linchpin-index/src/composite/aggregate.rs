//! Columns made into one: weighted means, and the pairwise comparisons of Copeland.

use super::matrix::Matrix;
use super::sums::sum;
use std::cmp::Ordering;

/// How the children of an aggregate become one.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Aggregate {
    /// Σwx/Σw
    Arithmetic,
    /// exp(Σw ln x/Σw); needs x > 0
    Geometric,
    /// Σw/Σ(w/x); needs x > 0
    Harmonic,
    /// (Σwxᵖ/Σw)^(1/p); the geometric mean at p = 0. Needs x > 0 below p = 1, x ≥ 0 above
    Power(f64),
    /// for each unit the sum over all others of the weight of the columns in which it is ahead, and half of that of ties
    Copeland,
}

impl Aggregate {
    /// Its name in messages.
    pub fn name(self) -> &'static str {
        match self {
            Aggregate::Arithmetic => "arithmetic mean",
            Aggregate::Geometric => "geometric mean",
            Aggregate::Harmonic => "harmonic mean",
            Aggregate::Power(_) => "power mean",
            Aggregate::Copeland => "Copeland score",
        }
    }

    /// Whether it is defined for a value.
    fn takes(self, value: f64) -> bool {
        match self {
            Aggregate::Arithmetic | Aggregate::Copeland => true,
            Aggregate::Power(1.0) => true,
            Aggregate::Power(p) if p > 1.0 => value >= 0.0,
            Aggregate::Geometric | Aggregate::Harmonic | Aggregate::Power(_) => value > 0.0,
        }
    }
}

/// A value for which a mean is not defined.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct NotDefined {
    /// the unit
    pub unit: usize,
    /// the place of the column among those given
    pub column: usize,
    /// the value
    pub value: f64,
}

/// Aggregates some columns of a matrix. Values that are missing do not count, and neither does their weight; a unit has
/// a missing result where fewer than the share `available` of its values are there, none is, or those that are have no
/// weight.
///
/// # Errors
/// The first value (by unit, then column) for which the mean is not defined.
///
/// # Panics
/// When there is not one weight a column.
pub fn aggregate(
    data: &Matrix,
    columns: &[usize],
    weights: &[f64],
    method: Aggregate,
    available: f64,
) -> Result<Vec<f64>, NotDefined> {
    assert_eq!(columns.len(), weights.len(), "one weight a column");
    let mut out = match method {
        Aggregate::Copeland => copeland(data, columns, weights),
        _ => vec![f64::NAN; data.units()],
    };
    let (mut x, mut w) = (Vec::with_capacity(columns.len()), Vec::with_capacity(columns.len()));
    for (unit, out) in out.iter_mut().enumerate() {
        x.clear();
        w.clear();
        for (place, (&column, &weight)) in columns.iter().zip(weights).enumerate() {
            let value = data.at(unit, column);
            if value.is_nan() {
                continue;
            }
            if !method.takes(value) {
                return Err(NotDefined { unit, column: place, value });
            }
            x.push(value);
            w.push(weight);
        }
        let enough = !x.is_empty() && x.len() as f64 / columns.len() as f64 >= available;
        let weighs = w.iter().any(|&weight| weight > 0.0);
        if !enough || !weighs {
            *out = f64::NAN;
        } else if method != Aggregate::Copeland {
            *out = mean(&x, &w, method);
        }
    }
    Ok(out)
}

/// Weights above this are made smaller together, so that no product with a value is infinite.
const GREAT: f64 = 1e100;

/// The mean of values that are there, for which it is defined.
fn mean(x: &[f64], w: &[f64], method: Aggregate) -> f64 {
    let greatest = w.iter().copied().fold(0.0, f64::max);
    if greatest > GREAT {
        let smaller: Vec<f64> = w.iter().map(|w| w / greatest).collect();
        return mean(x, &smaller, method);
    }
    let total = sum(w.iter().copied());
    let weighted = |of: &dyn Fn(f64) -> f64| sum(x.iter().zip(w).map(|(&x, &w)| w * of(x)));
    match method {
        Aggregate::Arithmetic | Aggregate::Copeland => sum(x.iter().zip(w).map(|(&x, &w)| w / total * x)),
        Aggregate::Geometric | Aggregate::Power(0.0) => libm::exp(weighted(&libm::log) / total),
        Aggregate::Harmonic => total / sum(x.iter().zip(w).map(|(&x, &w)| w / x)),
        Aggregate::Power(p) => libm::pow(weighted(&|x| libm::pow(x, p)) / total, 1.0 / p),
    }
}

/// The share of weight with which each unit outranks each other: entry (i, j) is the weight of the columns in which i is
/// ahead of j, and half of that of ties, of those in which both have a value (½ where there is none); 0 for i = j
/// (Munda & Nardo 2009, *European Journal of Operational Research* 199, 255–262, step 1).
pub fn outranking(data: &Matrix, columns: &[usize], weights: &[f64]) -> Vec<Vec<f64>> {
    let n = data.units();
    let of = |pair| ahead(data, columns, weights, pair);
    // each pair is compared once, so that both shares of it sum to 1 whatever was rounded
    let share = |i: usize, j: usize| match i.cmp(&j) {
        Ordering::Less => of((i, j)),
        Ordering::Equal => 0.0,
        Ordering::Greater => 1.0 - of((j, i)),
    };
    (0..n).map(|i| (0..n).map(|j| share(i, j)).collect()).collect()
}

fn ahead(data: &Matrix, columns: &[usize], weights: &[f64], (i, j): (usize, usize)) -> f64 {
    let pairs = columns.iter().zip(weights).map(|(&column, &w)| (data.at(i, column), data.at(j, column), w));
    let pairs: Vec<_> = pairs.filter(|(x, y, _)| !x.is_nan() && !y.is_nan()).collect();
    let total = sum(pairs.iter().map(|(.., w)| *w));
    if total <= 0.0 {
        return 0.5;
    }
    let of = |which: fn(f64, f64) -> bool| {
        sum(pairs.iter().filter(|(x, y, _)| which(*x, *y)).map(|(.., w)| w / total))
    };
    of(|x, y| x > y) + of(|x, y| x == y) / 2.0
}

/// Copeland scores: the row sums of [`outranking`], from 0 to the number of other units.
fn copeland(data: &Matrix, columns: &[usize], weights: &[f64]) -> Vec<f64> {
    outranking(data, columns, weights).iter().map(|row| sum(row.iter().copied())).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const GAP: f64 = f64::NAN;

    fn one(values: &[f64], weights: &[f64], method: Aggregate, available: f64) -> Result<f64, NotDefined> {
        let columns: Vec<Vec<f64>> = values.iter().map(|&value| vec![value]).collect();
        let all: Vec<usize> = (0..values.len()).collect();
        Ok(aggregate(&Matrix::of_columns(1, &columns), &all, weights, method, available)?[0])
    }

    #[test]
    fn known_means() {
        let mean = |method| one(&[1.0, 2.0, 3.0], &[2.0, 1.0, 1.0], method, 0.0).unwrap();
        assert_eq!(mean(Aggregate::Arithmetic), 1.75);
        assert!((mean(Aggregate::Geometric) - libm::pow(6.0, 0.25)).abs() < 1e-15);
        let harmonic = 4.0 / (2.0 + 0.5 + 1.0 / 3.0);
        assert!((mean(Aggregate::Harmonic) - harmonic).abs() < 1e-15);
        assert!((mean(Aggregate::Power(-1.0)) - harmonic).abs() < 1e-15);
        assert!((mean(Aggregate::Power(2.0)) - libm::sqrt(15.0 / 4.0)).abs() < 1e-15);
        assert_eq!(mean(Aggregate::Power(0.0)), mean(Aggregate::Geometric));
    }

    #[test]
    fn great_weights_weigh_as_their_shares_do() {
        for method in
            [Aggregate::Arithmetic, Aggregate::Geometric, Aggregate::Harmonic, Aggregate::Power(2.0)]
        {
            let great = one(&[50.0, 100.0], &[1e308, 1e308], method, 0.0).unwrap();
            let small = one(&[50.0, 100.0], &[1.0, 1.0], method, 0.0).unwrap();
            assert!((great - small).abs() < 1e-9, "{method:?}: {great}");
        }
    }

    #[test]
    fn gaps_take_their_weight_with_them() {
        let mean =
            |available| one(&[1.0, GAP, 4.0], &[1.0, 7.0, 2.0], Aggregate::Arithmetic, available).unwrap();
        assert_eq!(mean(0.66), 3.0);
        assert!(mean(0.67).is_nan());
        assert!(one(&[GAP], &[1.0], Aggregate::Geometric, 0.0).unwrap().is_nan());
        assert!(one(&[5.0, GAP], &[0.0, 1.0], Aggregate::Harmonic, 0.0).unwrap().is_nan());
    }

    #[test]
    fn means_refuse_what_they_are_not_defined_for() {
        let refused = |value, method| one(&[1.0, value], &[1.0, 1.0], method, 0.0).unwrap_err();
        for method in
            [Aggregate::Geometric, Aggregate::Harmonic, Aggregate::Power(0.5), Aggregate::Power(-2.0)]
        {
            for value in [0.0, -3.0] {
                assert_eq!(refused(value, method), NotDefined { unit: 0, column: 1, value });
            }
        }
        assert_eq!(refused(-3.0, Aggregate::Power(2.0)).column, 1);
        assert_eq!(one(&[1.0, 0.0], &[1.0, 1.0], Aggregate::Power(2.0), 0.0), Ok(libm::sqrt(0.5)));
    }

    #[test]
    fn pairwise_comparisons() {
        // the example of COINr's own tests: four units, three columns
        let columns = [vec![1.0, 2.0, 3.0, 4.0], vec![3.0, 2.0, 1.0, 5.0], vec![2.0, 3.0, 1.0, 4.0]];
        let data = Matrix::of_columns(4, &columns);
        let shares = outranking(&data, &[0, 1, 2], &[1.0; 3]);
        assert!((shares[1][0] - 2.0 / 3.0).abs() < 1e-15 && (shares[2][0] - 1.0 / 3.0).abs() < 1e-15);
        assert_eq!((shares[3][0], shares[0][0]), (1.0, 0.0));
        let scores = aggregate(&data, &[0, 1, 2], &[1.0; 3], Aggregate::Copeland, 0.0).unwrap();
        assert_eq!(scores[3], 3.0);
        assert!((sum(scores) - 6.0).abs() < 1e-12);
    }

    #[test]
    fn copeland_compares_what_both_have() {
        let data = Matrix::of_columns(3, &[vec![1.0, 2.0, GAP], vec![GAP, 1.0, GAP]]);
        let shares = outranking(&data, &[0, 1], &[1.0, 3.0]);
        assert_eq!((shares[0][1], shares[1][0], shares[0][2]), (0.0, 1.0, 0.5));
        let scores = aggregate(&data, &[0, 1], &[1.0, 3.0], Aggregate::Copeland, 0.0).unwrap();
        assert!(scores[2].is_nan());
    }
}
