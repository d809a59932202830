//! Every step of an index against COINr 1.1.14 on its ASEM example: 51 units, 49 indicators, 11 aggregates.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on may stop")]

mod coinr;

use coinr::{Asem, Reference, agree, number, same};
use linchpin_index::composite::aggregate::Aggregate;
use linchpin_index::composite::build::{Built, Method, Step, build};
use linchpin_index::composite::combine::{Level, Weights};
use linchpin_index::composite::correlate::{Correlation, correlate};
use linchpin_index::composite::describe::Description;
use linchpin_index::composite::effective::effective_weights;
use linchpin_index::composite::normalise::Normalise;
use linchpin_index::composite::rank::ranks;
use linchpin_index::composite::transform::{Bounds, Mark, Transform};
use linchpin_index::composite::treat::Treat;

struct Case {
    reference: Reference,
    asem: Asem,
}

impl Case {
    fn find() -> Option<Case> {
        let reference = Reference::find()?;
        Some(Case { asem: Asem::read(&reference), reference })
    }

    fn build(&self, method: &Method) -> Built {
        build(&self.asem.data(), method).unwrap()
    }

    fn codes(&self) -> Vec<&str> {
        self.asem.hierarchy.nodes().iter().map(|node| node.code.as_str()).collect()
    }

    fn indicators(&self) -> Vec<&str> {
        self.codes()[..self.asem.hierarchy.indicators()].to_vec()
    }

    fn units(&self) -> Vec<&str> {
        self.asem.units.iter().map(String::as_str).collect()
    }

    fn normalised(&self, how: Normalise) -> Built {
        let method = self.asem.method();
        let normalise = vec![how; method.normalise.len()];
        self.build(&Method { normalise, ..method })
    }
}

#[test]
fn the_data_are_read_as_coinr_reads_them() {
    let Some(case) = Case::find() else { return };
    let compared =
        same(&case.asem.indicators, &case.indicators(), &case.units(), &case.reference.table("Raw"));
    assert_eq!(compared, 51 * 49);
}

#[test]
fn the_steps_before_normalisation() {
    let Some(case) = Case::find() else { return };
    let built = case.build(&case.asem.method());
    for (stage, table) in built.stages.iter().zip(["Denominated", "Imputed", "Screened", "Treated"]) {
        same(&stage.data, &case.indicators(), &case.units(), &case.reference.table(table));
    }
    assert_eq!(built.stages[3].step, Step::Treat);
}

#[test]
fn every_normalisation() {
    let Some(case) = Case::find() else { return };
    for (how, table) in [
        (Normalise::MinMax(0.0, 100.0), "Normalised"),
        (Normalise::MinMax(1.0, 100.0), "Normalised_minmax_1_100"),
        (Normalise::ZScore(0.0, 1.0), "Normalised_n_zscore"),
        (Normalise::Scaled(0.0, 100.0), "Normalised_n_scaled"),
        (Normalise::Rank, "Normalised_n_rank"),
        (Normalise::Borda, "Normalised_n_borda"),
        (Normalise::PercentileRank, "Normalised_n_prank"),
        (Normalise::DistanceToMax, "Normalised_n_dist2max"),
    ] {
        let built = case.normalised(how);
        same(&built.normalised, &case.indicators(), &case.units(), &case.reference.table(table));
    }
}

/// Where the maximum is 0, as of negated indicators whose least value is 0, COINr divides by it; here the column is
/// missing.
#[test]
fn fractions_of_the_maximum() {
    let Some(case) = Case::find() else { return };
    let built = case.normalised(Normalise::FractionOfMax);
    let table = case.reference.table("Normalised_n_fracmax");
    let mut without_length = 0;
    for (column, code) in case.indicators().iter().enumerate() {
        let expected = table.numbers(code);
        if expected.iter().all(|value| value.is_finite()) {
            for (found, expected) in built.normalised.column(column).iter().zip(expected) {
                assert!(agree(*found, expected), "{code}: {found} here, {expected} in the reference");
            }
        } else {
            without_length += 1;
            assert!(built.normalised.column(column).iter().all(|value| value.is_nan()), "{code}");
        }
    }
    assert_eq!(without_length, 3);
}

#[test]
fn scores_and_ranks() {
    let Some(case) = Case::find() else { return };
    let built = case.build(&case.asem.method());
    let scores = &built.combined.scores;
    same(scores, &case.codes(), &case.units(), &case.reference.table("Aggregated"));
    let table = case.reference.table("ranks");
    for (at, code) in case.codes().iter().enumerate().skip(case.asem.hierarchy.indicators()) {
        let found = ranks(scores.column(at));
        for (unit, expected) in table.column("uCode").into_iter().zip(table.column(code)) {
            let place = case.asem.units.iter().position(|u| u == unit).unwrap();
            assert_eq!(found[place].unwrap().to_string(), expected, "{code} of {unit}");
        }
    }
}

#[test]
fn every_mean() {
    let Some(case) = Case::find() else { return };
    let method = Method {
        normalise: vec![Normalise::MinMax(1.0, 100.0); case.asem.hierarchy.indicators()],
        ..case.asem.method()
    };
    for (mean, table) in
        [(Aggregate::Arithmetic, "amean"), (Aggregate::Geometric, "gmean"), (Aggregate::Harmonic, "hmean")]
    {
        let levels = vec![Level { method: mean, available: 0.0 }];
        let built = case.build(&Method { levels, ..method.clone() });
        let n = case.asem.hierarchy.indicators();
        let aggregates: Vec<Vec<f64>> =
            case.asem.hierarchy.aggregates().map(|at| built.combined.scores.column(at).to_vec()).collect();
        let found = linchpin_index::composite::matrix::Matrix::of_columns(51, &aggregates);
        let table = case.reference.table(&format!("agg_a_{table}_on_minmax1_100"));
        assert_eq!(same(&found, &case.codes()[n..], &case.units(), &table), 51 * 11);
    }
}

#[test]
fn what_was_treated() {
    let Some(case) = Case::find() else { return };
    let built = case.build(&case.asem.method());
    let (table, points) =
        (case.reference.table("treat_Dets_Table"), case.reference.table("treat_Treated_Points"));
    let mut treated = 0;
    for (row, code) in table.column("iCode").into_iter().enumerate() {
        let treatment = &built.treatments[case.asem.hierarchy.place(code).unwrap()];
        let cell = |name: &str| table.column(name)[row];
        assert_eq!(
            treatment.before.passes.to_string().to_uppercase(),
            cell("check_SkewKurt0.Pass"),
            "{code}"
        );
        assert!(agree(treatment.before.skewness, number(cell("check_SkewKurt0.Skew"))), "{code}");
        assert!(agree(treatment.before.kurtosis, number(cell("check_SkewKurt0.Kurt"))), "{code}");
        match treatment.tried.first() {
            None => assert_eq!(cell("winsorise.nwin"), ""),
            Some(tried) => {
                treated += 1;
                assert_eq!(tried.drawn_in.to_string(), cell("winsorise.nwin"), "{code}");
                assert_eq!(tried.after.passes.to_string().to_uppercase(), cell("check_SkewKurt1.Pass"));
                assert!(agree(tried.after.skewness, number(cell("check_SkewKurt1.Skew"))), "{code}");
                assert!(agree(tried.after.kurtosis, number(cell("check_SkewKurt1.Kurt"))), "{code}");
            }
        }
        let named = treatment.marks.iter().map(|mark| match mark {
            Mark::None => "",
            Mark::High => "winhi",
            Mark::Low => "winlo",
            Mark::Transformed => "log_CT",
        });
        assert_eq!(named.collect::<Vec<_>>(), points.column(code), "{code}");
    }
    assert_eq!((table.rows.len(), treated), (49, 15));
}

/// The 200 replicates, each with its own number of points drawn in, scale, weights and mean.
#[test]
fn every_replicate_of_the_uncertainty_analysis() {
    let Some(case) = Case::find() else { return };
    let parameters = case.reference.table("UA200_params");
    let scores = case.reference.table("UA200_scores");
    let noisy = case.reference.table("noisy_weights_100");
    let n = case.asem.hierarchy.indicators();
    let root = case.asem.hierarchy.root();
    same_root(&case.build(&case.asem.method()), root, &scores.numbers("Nominal"), "nominal");
    for row in 0..parameters.rows.len() {
        let of = |name: &str| parameters.column(name)[row].to_string();
        let winsorise = Transform::Winsorise { most: Some(of("winmax").parse().unwrap()), force: false };
        let how = match of("norm").as_str() {
            "n_minmax" => Normalise::MinMax(1.0, 100.0),
            "n_zscore" => Normalise::ZScore(10.0, 2.0),
            other => panic!("{other}"),
        };
        let mut weights = case.asem.weights.clone();
        for line in noisy.rows.iter().filter(|line| line[0] == of("weights_rep")) {
            weights[case.asem.hierarchy.place(&line[1]).unwrap()] = number(&line[3]);
        }
        let mean = if of("agg") == "a_gmean" { Aggregate::Geometric } else { Aggregate::Arithmetic };
        let method = Method {
            treat: vec![Treat { first: Some(winsorise), ..Treat::default() }; n],
            normalise: vec![how; n],
            weights: Weights::Given(weights),
            levels: vec![Level { method: mean, available: 0.0 }],
            ..case.asem.method()
        };
        let replicate = of("rep");
        same_root(&case.build(&method), root, &scores.numbers(&format!("r_{replicate}")), &replicate);
    }
    assert_eq!(parameters.rows.len(), 200);
}

fn same_root(built: &Built, root: usize, expected: &[f64], name: &str) {
    for (found, expected) in built.combined.scores.column(root).iter().zip(expected) {
        assert!(agree(*found, *expected), "{name}: {found} here, {expected} in the reference");
    }
}

/// COINr rounds this table to three significant digits.
#[test]
fn statistics_of_the_indicators() {
    let Some(case) = Case::find() else { return };
    let table = case.reference.table("stats_raw");
    for (row, code) in table.column("iCode").into_iter().enumerate() {
        let of = Description::of(case.asem.indicators.column(case.asem.hierarchy.place(code).unwrap()));
        let share = |count: usize, of: usize| count as f64 / of as f64;
        for (name, found) in [
            ("Min", of.min),
            ("Max", of.max),
            ("Mean", of.mean),
            ("Median", of.median),
            ("Std", of.deviation),
            ("Skew", of.skewness),
            ("Kurt", of.kurtosis),
            ("N.Avail", of.available as f64),
            ("N.NonZero", of.non_zero as f64),
            ("N.Unique", of.unique as f64),
            ("N.Same", of.same as f64),
            ("Frc.Avail", share(of.available, of.units)),
            ("Frc.NonZero", share(of.non_zero, of.available)),
            ("Frc.Unique", share(of.unique, of.available)),
            ("Frc.Same", share(of.same, of.available)),
        ] {
            let expected = number(table.column(name)[row]);
            let half = 0.5 * third_digit(expected) * (1.0 + 1e-9);
            assert!((found - expected).abs() <= half, "{code} {name}: {found} {expected}");
        }
        for (name, low) in [
            ("Flag.Avail", of.few_available()),
            ("Flag.NonZero", of.few_non_zero()),
            ("Flag.Unique", of.few_unique()),
        ] {
            assert_eq!(table.column(name)[row], if low { "LOW" } else { "ok" }, "{code} {name}");
        }
        let outlying = if of.outlying(Bounds::default()) { "OUT" } else { "ok" };
        assert_eq!(table.column("Flag.SkewKurt")[row], outlying, "{code}");
    }
    assert_eq!(table.rows.len(), 49);
}

/// What one step of the third significant digit is worth.
fn third_digit(value: f64) -> f64 {
    let scientific = format!("{value:e}");
    let (_, exponent) = scientific.split_once('e').unwrap();
    format!("1e{}", exponent.parse::<i32>().unwrap() - 2).parse().unwrap()
}

/// Correlations of the pillars; COINr leaves out those that chance gives with a probability above .05.
#[test]
fn correlations_between_pillars() {
    let Some(case) = Case::find() else { return };
    let built = case.build(&case.asem.method());
    let table = case.reference.table("corr_pillars_long");
    let column = |code: &str| built.combined.scores.column(case.asem.hierarchy.place(code).unwrap()).to_vec();
    let mut shown = 0;
    for row in &table.rows {
        let found = correlate(&column(&row[0]), &column(&row[1]), Correlation::Pearson);
        let expected = number(&row[2]);
        assert_eq!(found.p > 0.05, expected.is_nan(), "{row:?}: {found:?}");
        if !expected.is_nan() {
            assert!(agree(found.value, expected), "{row:?}: {found:?}");
            shown += 1;
        }
    }
    assert!((8..64).contains(&shown) && table.rows.len() == 64);
}

#[test]
fn weights_at_the_root() {
    let Some(case) = Case::find() else { return };
    let table = case.reference.table("effective_weights");
    let found = effective_weights(&case.asem.hierarchy, &case.asem.weights);
    for (code, expected) in table.column("iCode").into_iter().zip(table.numbers("EffWeight")) {
        assert!(agree(found[case.asem.hierarchy.place(code).unwrap()], expected), "{code}");
    }
    assert_eq!(table.rows.len(), 60);
}
