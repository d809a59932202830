//! What must hold of an index whatever the data.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on may stop")]

use linchpin_index::composite::aggregate::{Aggregate, aggregate};
use linchpin_index::composite::build::{Data, Impute, Method, Step, build};
use linchpin_index::composite::combine::{Level, Weights};
use linchpin_index::composite::effective::effective_weights;
use linchpin_index::composite::hierarchy::{Hierarchy, Row};
use linchpin_index::composite::impute::{Middle, by_column};
use linchpin_index::composite::matrix::Matrix;
use linchpin_index::composite::normalise::{Normalise, normalise};
use linchpin_index::composite::rank::ranks;
use linchpin_index::composite::screen::Screen;
use linchpin_index::composite::transform::{Bounds, winsorise};
use linchpin_index::composite::treat::Treat;
use proptest::collection::vec;
use proptest::prelude::*;

const MEANS: [Aggregate; 5] = [
    Aggregate::Arithmetic,
    Aggregate::Geometric,
    Aggregate::Harmonic,
    Aggregate::Power(2.0),
    Aggregate::Power(-0.5),
];

fn mean(values: &[f64], weights: &[f64], method: Aggregate) -> f64 {
    let columns: Vec<Vec<f64>> = values.iter().map(|value| vec![*value]).collect();
    let all: Vec<usize> = (0..values.len()).collect();
    aggregate(&Matrix::of_columns(1, &columns), &all, weights, method, 0.0).unwrap()[0]
}

/// Values and as many weights, of which the first is positive.
fn weighted() -> impl Strategy<Value = (Vec<f64>, Vec<f64>)> {
    (1..8_usize).prop_flat_map(|n| {
        let weights = vec(0.0..5.0_f64, n).prop_map(|mut weights| {
            weights[0] += 0.1;
            weights
        });
        (vec(0.5..1e3_f64, n), weights)
    })
}

/// Five indicators in two pillars, for some units.
struct Case {
    hierarchy: Hierarchy,
    units: Vec<String>,
    data: Matrix,
}

impl Case {
    fn of(columns: &[Vec<f64>], order: &[usize]) -> Case {
        let row =
            |code: String, level, parent: Option<&str>| Row { code, level, parent: parent.map(String::from) };
        let mut rows: Vec<Row> = order
            .iter()
            .map(|i| row(format!("i{i}"), 1, Some(if *i < 3 { "left" } else { "right" })))
            .collect();
        rows.extend(["left", "right"].map(|code| row(code.into(), 2, Some("index"))));
        rows.push(row("index".into(), 3, None));
        let n = columns[0].len();
        let columns: Vec<Vec<f64>> = order.iter().map(|&i| columns[i].clone()).collect();
        Case {
            hierarchy: Hierarchy::new(&rows).unwrap(),
            units: (0..n).map(|unit| format!("u{unit}")).collect(),
            data: Matrix::of_columns(n, &columns),
        }
    }

    /// Scores with a mean in the pillars, and the arithmetic mean of both at the root.
    fn scores(&self, how: Normalise, aggregate: Aggregate, weights: &Weights) -> Vec<f64> {
        let none = vec![None; self.data.units()];
        let data = Data {
            hierarchy: &self.hierarchy,
            units: &self.units,
            indicators: &self.data,
            directions: &[1.0; 5],
            denominators: &Matrix::missing(self.data.units(), 0),
            divided_by: &[None; 5],
            groups: &none,
        };
        let method = Method {
            order: vec![Step::Impute, Step::Treat],
            impute: Impute::Column(Middle::Median),
            screen: Screen::default(),
            treat: vec![Treat::default(); 5],
            normalise: vec![how; 5],
            weights: weights.clone(),
            levels: [aggregate, Aggregate::Arithmetic]
                .map(|method| Level { method, available: 0.0 })
                .to_vec(),
        };
        let built = build(&data, &method).unwrap();
        built.combined.scores.column(self.hierarchy.root()).to_vec()
    }
}

/// Five columns of as many values, with gaps.
fn columns() -> impl Strategy<Value = Vec<Vec<f64>>> {
    let value = prop_oneof![9 => (0..1000_i32).prop_map(f64::from), 1 => Just(f64::NAN)];
    (5..12_usize).prop_flat_map(move |n| vec(vec(value.clone(), n), 5))
}

fn near(a: &[f64], b: &[f64]) -> bool {
    a.iter().zip(b).all(|(a, b)| a.is_nan() && b.is_nan() || (a - b).abs() <= 1e-9 * a.abs().max(1.0))
}

proptest! {
    #[test]
    fn every_mean_grows_with_every_value((values, weights) in weighted(), at in 0..8_usize, by in 0.1..100.0_f64) {
        let at = at % values.len();
        let mut more = values.clone();
        more[at] += by;
        for method in MEANS {
            let (before, after) = (mean(&values, &weights, method), mean(&more, &weights, method));
            let slack = 1e-12 * before;
            prop_assert!(after >= before - slack, "{method:?}");
            prop_assert!(weights[at] < 0.1 || after > before, "{method:?} {before} {after}");
        }
    }

    #[test]
    fn means_lie_between_their_values_in_their_order((values, weights) in weighted()) {
        let of = |method| mean(&values, &weights, method);
        let slack = 1e-12 * of(Aggregate::Arithmetic);
        prop_assert!(of(Aggregate::Geometric) <= of(Aggregate::Arithmetic) + slack);
        prop_assert!(of(Aggregate::Harmonic) <= of(Aggregate::Geometric) + slack);
        prop_assert!(of(Aggregate::Arithmetic) <= of(Aggregate::Power(2.0)) + slack);
        let (low, high) = values.iter().fold((f64::MAX, 0.0_f64), |(l, h), v| (l.min(*v), h.max(*v)));
        for method in MEANS {
            prop_assert!((low - slack..=high + slack).contains(&of(method)), "{method:?}");
        }
    }

    #[test]
    fn the_scale_of_weights_means_nothing((values, weights) in weighted(), factor in 0.01..100.0_f64) {
        let scaled: Vec<f64> = weights.iter().map(|w| w * factor).collect();
        for method in MEANS {
            let (a, b) = (mean(&values, &weights, method), mean(&values, &scaled, method));
            prop_assert!((a - b).abs() <= 1e-11 * a);
        }
    }

    #[test]
    fn units_of_measurement_mean_nothing(columns in columns(), factor in 0.5..50.0_f64, shift in -100.0..100.0_f64) {
        let order = [0, 1, 2, 3, 4];
        let changed: Vec<Vec<f64>> =
            columns.iter().map(|column| column.iter().map(|x| x * factor + shift).collect()).collect();
        for how in [Normalise::MinMax(1.0, 100.0), Normalise::ZScore(10.0, 2.0), Normalise::DistanceToMax] {
            for (before, after) in columns.iter().zip(&changed) {
                prop_assert!(near(&normalise(before, 1.0, how), &normalise(after, 1.0, how)), "{how:?}");
            }
        }
        // ranks are kept by whatever keeps the order, such as cubes
        let cubes: Vec<Vec<f64>> = columns.iter().map(|c| c.iter().map(|x| x * x * x).collect()).collect();
        for (before, after) in columns.iter().zip(&cubes) {
            prop_assert!(near(&normalise(before, -1.0, Normalise::Rank), &normalise(after, -1.0, Normalise::Rank)));
        }
        let (a, b) = (Case::of(&columns, &order), Case::of(&changed, &order));
        let of = |case: &Case| case.scores(Normalise::MinMax(1.0, 100.0), Aggregate::Geometric, &Weights::Equal);
        prop_assert!(near(&of(&a), &of(&b)));
    }

    #[test]
    fn the_order_of_indicators_and_units_means_nothing(columns in columns(), seed in 0..100_usize) {
        let n = columns[0].len();
        let turned: Vec<usize> = (0..n).map(|unit| (unit * 7 + seed) % n).collect();
        prop_assume!(turned.iter().collect::<std::collections::BTreeSet<_>>().len() == n);
        let (plain, mixed) = (Case::of(&columns, &[0, 1, 2, 3, 4]), Case::of(&columns, &[3, 0, 4, 2, 1]));
        let rotated: Vec<Vec<f64>> = columns.iter().map(|c| turned.iter().map(|&unit| c[unit]).collect()).collect();
        let rotated = Case::of(&rotated, &[0, 1, 2, 3, 4]);
        for aggregate in [Aggregate::Arithmetic, Aggregate::Harmonic, Aggregate::Copeland] {
            let of = |case: &Case| case.scores(Normalise::MinMax(1.0, 100.0), aggregate, &Weights::Equal);
            let scores = of(&plain);
            prop_assert!(near(&scores, &of(&mixed)), "{aggregate:?}");
            let expected: Vec<f64> = turned.iter().map(|&unit| scores[unit]).collect();
            prop_assert!(near(&expected, &of(&rotated)), "{aggregate:?}");
        }
    }

    #[test]
    fn ranks_without_ties_are_a_permutation(mut scores in vec(-1e6..1e6_f64, 1..30)) {
        scores.sort_by(f64::total_cmp);
        scores.dedup();
        scores.reverse();
        let found: Vec<usize> = ranks(&scores).into_iter().flatten().collect();
        prop_assert_eq!(found, (1..=scores.len()).collect::<Vec<_>>());
    }

    #[test]
    fn the_best_weights_never_score_below_equal_ones(columns in columns()) {
        let data = by_column(&Case::of(&columns, &[0, 1, 2, 3, 4]).data, Middle::Mean);
        prop_assume!(data.gaps() == 0);
        let case = Case { data, ..Case::of(&columns, &[0, 1, 2, 3, 4]) };
        let free = Weights::Benefit(linchpin_index::composite::benefit::Shares::FREE);
        let scores = case.scores(Normalise::MinMax(0.0, 1.0), Aggregate::Arithmetic, &free);
        prop_assert!(scores.iter().all(|score| score.is_nan() || (-1e-9..=1.0 + 1e-9).contains(score)), "{scores:?}");
    }

    #[test]
    fn winsorising_never_widens_a_column(values in vec(-1e3..1e3_f64, 0..40), most in 0..6_usize, force: bool) {
        let drawn = winsorise(&values, Some(most), force, Bounds::default()).values;
        let range = |values: &[f64]| values.iter().fold((f64::MAX, f64::MIN), |(l, h), v| (l.min(*v), h.max(*v)));
        let ((low, high), (new_low, new_high)) = (range(&values), range(&drawn));
        prop_assert!(values.is_empty() || low <= new_low && new_high <= high);
    }

    #[test]
    fn effective_weights_of_indicators_sum_to_one(weights in vec(0.1..9.0_f64, 8)) {
        let case = Case::of(&vec![vec![1.0]; 5], &[0, 1, 2, 3, 4]);
        let found = effective_weights(&case.hierarchy, &weights);
        prop_assert!((found[..5].iter().sum::<f64>() - 1.0).abs() < 1e-12 && found[7] == 1.0);
    }
}
