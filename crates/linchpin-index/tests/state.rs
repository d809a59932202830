//! The estimate against a joint normal distribution that is conditioned by inversion, and what must and what
//! must not change it.

use linchpin_index::state::{
    Clock, MULTIPLIERS, Multipliers, Reading, Sees, State, Wanted, disagreement, disagreements, estimate,
    estimate_all, estimate_with,
};
use nalgebra::{DMatrix, DVector};
use proptest::collection::vec;
use proptest::prelude::*;

const AS_ELICITED: Multipliers = Multipliers { q: 1.0, tau: 1.0 };

/// Readings with errors of their own, or shared with that of the same source some years before.
fn readings() -> impl Strategy<Value = Vec<Reading>> {
    let one = (2010.0..2026.0, 0.0..1.0, 0.003..0.2, 0u32..5, 0u32..3, proptest::option::of(1.0..5.0));
    vec(one, 1..12).prop_map(|parts| {
        let mut readings: Vec<Reading> = Vec::new();
        for (i, (at, value, variance, source, coder, repeats_after)) in parts.into_iter().enumerate() {
            let own = Reading { at, value, variance, source, coder, error: i as u32 };
            let repeat = readings
                .last()
                .zip(repeats_after)
                .map(|(last, years)| Reading { at: last.at + years, ..*last });
            readings.push(repeat.unwrap_or(own));
        }
        readings
    })
}

fn clock() -> impl Strategy<Value = Clock> {
    (0.01..0.1, vec((2005.0..2030.0, 0.01..0.04), 0..3)).prop_map(|(q, steps)| Clock { q, steps })
}

fn wanted() -> impl Strategy<Value = Vec<Wanted>> {
    let smoothed = (2008.0..2030.0).prop_map(|at| Wanted { at, sees: Sees::Until(f64::INFINITY) });
    let filtered = (2008.0..2030.0).prop_map(|at| Wanted { at, sees: Sees::Until(at) });
    vec(prop_oneof![smoothed, filtered], 1..5)
}

fn until(wanted: &Wanted) -> f64 {
    match wanted.sees {
        Sees::Until(until) => until,
        Sees::These(_) => unreachable!("these tests see readings up to a time"),
    }
}

/// Means and covariance of the wanted dates by the textbook: write down the joint normal distribution of dates
/// and readings (each date with readings of its own, as its τ² may be its own), and condition on the readings.
fn conditioned(
    readings: &[Reading],
    clock: &Clock,
    wanted: &[Wanted],
    tau2: &[f64],
) -> (Vec<f64>, DMatrix<f64>) {
    let times = readings.iter().map(|r| r.at).chain(wanted.iter().map(|w| w.at));
    let origin = times.fold(f64::INFINITY, f64::min);
    let q = |t: f64| {
        let steps: f64 = clock.steps.iter().filter(|s| s.0 <= t).map(|s| s.1).sum();
        clock.q * clock.q * (t - origin) + steps
    };
    let state = |s: f64, t: f64| 100.0 + q(s).min(q(t));
    let n = wanted.len();
    let seen: Vec<Vec<&Reading>> =
        wanted.iter().map(|w| readings.iter().filter(|r| r.at <= until(w)).collect()).collect();
    let between = |i: usize, j: usize| {
        DMatrix::from_fn(seen[i].len(), seen[j].len(), |k, l| {
            let (a, b) = (seen[i][k], seen[j][l]);
            let source = if a.source == b.source { (tau2[i] * tau2[j]).sqrt() } else { 0.0 };
            let error = if a.error == b.error { (a.variance * b.variance).sqrt() } else { 0.0 };
            state(a.at, b.at) + source + error
        })
    };
    let with_state = |i: usize, t: f64| DVector::from_fn(seen[i].len(), |k, _| state(seen[i][k].at, t));
    let weights: Vec<DVector<f64>> = (0..n)
        .map(|i| match seen[i].len() {
            0 => DVector::zeros(0),
            // by LU: the inverse of up to four rows by cofactors loses its digits to the prior variance
            _ => between(i, i).lu().solve(&with_state(i, wanted[i].at)).expect("errors make it regular"),
        })
        .collect();
    let mean = |i: usize| {
        let y = DVector::from_fn(seen[i].len(), |k, _| seen[i][k].value - 0.5);
        (0.5 + weights[i].dot(&y)).clamp(0.02, 0.98)
    };
    let covariance = DMatrix::from_fn(n, n, |i, j| {
        state(wanted[i].at, wanted[j].at)
            - weights[i].dot(&with_state(i, wanted[j].at))
            - weights[j].dot(&with_state(j, wanted[i].at))
            + (between(i, j) * &weights[j]).dot(&weights[i])
    });
    ((0..n).map(mean).collect(), covariance)
}

fn closest(a: &[f64], b: &[f64]) -> f64 {
    assert_eq!(a.len(), b.len());
    a.iter().zip(b).map(|(a, b)| (a - b).abs() / b.abs().max(1.0)).fold(0.0, f64::max)
}

proptest! {
    #[test]
    fn the_estimate_is_the_conditional_distribution(readings in readings(), clock in clock(), wanted in wanted()) {
        let state = estimate(&readings, &clock, &wanted, AS_ELICITED);
        let (mean, covariance) = conditioned(&readings, &clock, &wanted, &disagreements(&readings, &wanted));
        prop_assert!(closest(&state.mean, &mean) < 1e-8, "{:?} {:?}", state.mean, mean);
        prop_assert!(closest(&state.covariance, covariance.transpose().as_slice()) < 1e-8);
    }

    #[test]
    fn multipliers_act_on_volatility_and_disagreement(
        readings in readings(), clock in clock(), wanted in wanted()
    ) {
        let tau2 = disagreements(&readings, &wanted);
        let all = estimate_all(&readings, &clock, &wanted);
        for ((by, _), state) in MULTIPLIERS.iter().zip(&all) {
            let faster = Clock { q: by.q * clock.q, steps: clock.steps.clone() };
            let tau2: Vec<f64> = tau2.iter().map(|t| by.tau * by.tau * t).collect();
            let same = estimate_with(&readings, &faster, &wanted, &tau2, AS_ELICITED);
            prop_assert!(closest(&state.mean, &same.mean) < 1e-12);
            prop_assert!(closest(&state.covariance, &same.covariance) < 1e-12);
            prop_assert_eq!(state, &estimate(&readings, &clock, &wanted, *by));
        }
    }

    #[test]
    fn an_ignorant_source_changes_nothing(
        readings in readings(), clock in clock(), wanted in wanted(), at in 2010.0..2026.0, value in 0.0..1.0
    ) {
        let tau2 = disagreements(&readings, &wanted);
        let before = estimate_with(&readings, &clock, &wanted, &tau2, AS_ELICITED);
        let mut more = readings.clone();
        more.push(Reading { at, value, variance: 1e9, source: 77, coder: 7, error: 777 });
        let after = estimate_with(&more, &clock, &wanted, &tau2, AS_ELICITED);
        for i in (0..wanted.len()).filter(|&i| before.informed(i)) {
            prop_assert!((before.mean[i] - after.mean[i]).abs() < 1e-6);
            let ii = i * wanted.len() + i;
            prop_assert!((before.covariance[ii] - after.covariance[ii]).abs() < 1e-6);
        }
    }

    #[test]
    fn the_order_of_readings_does_not_matter(
        (shuffled, readings) in readings().prop_flat_map(|r| (Just(r.clone()).prop_shuffle(), Just(r))),
        clock in clock(), wanted in wanted()
    ) {
        let (a, b) = (
            estimate(&readings, &clock, &wanted, AS_ELICITED),
            estimate(&shuffled, &clock, &wanted, AS_ELICITED),
        );
        prop_assert!(closest(&a.mean, &b.mean) < 1e-12 && closest(&a.covariance, &b.covariance) < 1e-12);
        prop_assert_eq!(&a.by_source, &b.by_source);
        for (i, reading) in readings.iter().enumerate() {
            let there = shuffled.iter().position(|r| r == reading).unwrap();
            let unique = readings.iter().filter(|r| *r == reading).count() == 1;
            prop_assert!(!unique || a.weights.iter().zip(&b.weights).all(|(a, b)| a[i] == b[there]));
        }
        prop_assert!((disagreement(&readings) - disagreement(&shuffled)).abs() < 1e-12);
    }

    #[test]
    fn a_vaguer_reading_never_narrows(
        mut readings in readings(), clock in clock(), wanted in wanted(), which in 0usize..12, times in 1.0..50.0
    ) {
        readings.iter_mut().enumerate().for_each(|(i, r)| r.error = i as u32);
        let tau2 = disagreements(&readings, &wanted);
        let before = estimate_with(&readings, &clock, &wanted, &tau2, AS_ELICITED);
        let which = which % readings.len();
        readings[which].variance *= times;
        let after = estimate_with(&readings, &clock, &wanted, &tau2, AS_ELICITED);
        for i in 0..wanted.len() {
            let ii = i * wanted.len() + i;
            prop_assert!(after.covariance[ii] >= before.covariance[ii] - 1e-12);
        }
    }

    #[test]
    fn a_filtered_estimate_ignores_later_readings_wholly(
        readings in readings(), clock in clock(), at in 2012.0..2024.0, later in readings()
    ) {
        let wanted = [Wanted { at, sees: Sees::Until(at) }];
        let until_then: Vec<Reading> = readings.into_iter().filter(|r| r.at <= at).collect();
        let mut all = until_then.clone();
        all.extend(later.into_iter().map(|r| Reading { at: at + 0.01 + (r.at - 2010.0), ..r }));
        let (short, long) = (
            estimate(&until_then, &clock, &wanted, AS_ELICITED),
            estimate(&all, &clock, &wanted, AS_ELICITED),
        );
        prop_assert_eq!(&short.mean, &long.mean);
        prop_assert_eq!(&short.covariance, &long.covariance);
        prop_assert_eq!(&short.by_source, &long.by_source);
        prop_assert_eq!(&short.weights[0][..], &long.weights[0][..until_then.len()]);
        prop_assert!(long.weights[0][until_then.len()..].iter().all(|w| *w == 0.0));
        prop_assert_eq!(long.informed(0), !until_then.is_empty());
    }

    #[test]
    fn weights_add_up_by_source_and_coder(readings in readings(), clock in clock(), wanted in wanted()) {
        let state = estimate(&readings, &clock, &wanted, AS_ELICITED);
        for i in 0..wanted.len() {
            let total: f64 = state.weights[i].iter().sum();
            prop_assert!((state.by_source[i].iter().map(|s| s.1).sum::<f64>() - total).abs() < 1e-12);
            prop_assert!((state.by_coder[i].iter().map(|c| c.1).sum::<f64>() - total).abs() < 1e-12);
            prop_assert!(state.by_source[i].windows(2).all(|pair| pair[0].0 < pair[1].0));
            prop_assert!(!state.informed(i) || (total - 1.0).abs() < 0.01);
        }
    }

    #[test]
    fn covariance_is_symmetric_and_positive(readings in readings(), clock in clock(), wanted in wanted()) {
        let n = wanted.len();
        let covariance = DMatrix::from_row_slice(n, n, &estimate(&readings, &clock, &wanted, AS_ELICITED).covariance);
        prop_assert_eq!(&covariance, &covariance.transpose());
        prop_assert!(covariance.symmetric_eigenvalues().min() >= -1e-12 * covariance.trace());
    }
}

fn reading(at: f64, value: f64, source: u32) -> Reading {
    Reading { at, value, variance: 0.01, source, coder: 0, error: source }
}

#[test]
fn one_reading_is_its_own_estimate() {
    let clock = Clock { q: 0.1, steps: vec![(2023.0, 0.04)] };
    let wanted = [2021.0, 2024.0].map(|at| Wanted { at, sees: Sees::Until(at) });
    let state = estimate(&[reading(2021.0, 0.7, 3)], &clock, &wanted, AS_ELICITED);
    assert!((state.mean[0] - 0.7).abs() < 1e-4);
    // s² + τ², then three years of drift and a break
    assert!((state.covariance[0] - 0.02).abs() < 1e-5);
    assert!((state.covariance[3] - (0.02 + 3.0 * 0.01 + 0.04)).abs() < 1e-5);
    assert_eq!(state.by_source[0].len(), 1);
    assert!((state.by_source[0][0].1 - 1.0).abs() < 1e-3);
}

#[test]
fn without_readings_nothing_is_known() {
    let state = estimate(
        &[],
        &Clock { q: 0.1, steps: vec![] },
        &[Wanted { at: 0.0, sees: Sees::Until(0.0) }],
        AS_ELICITED,
    );
    assert_eq!((state.mean[0], state.covariance[0], state.informed(0)), (0.5, 100.0, false));
}

#[test]
fn a_repeated_reading_adds_nothing() {
    let clock = Clock { q: 0.1, steps: vec![] };
    let wanted = [Wanted { at: 2022.0, sees: Sees::Until(2022.0) }];
    let once = [reading(2021.0, 0.7, 1), reading(2020.0, 0.4, 2)];
    let thrice = [once[0], once[0], once[1], once[0]];
    let of = |readings: &[Reading]| estimate_with(readings, &clock, &wanted, &[0.01], AS_ELICITED);
    let close = |a: &State, b: &State| {
        closest(&a.mean, &b.mean) < 1e-9 && closest(&a.covariance, &b.covariance) < 1e-9
    };
    assert!(close(&of(&once), &of(&thrice)));
}

#[test]
fn disagreement_is_shrunken() {
    assert_eq!(disagreement(&[]), 0.1 * 0.1);
    assert!((disagreement(&[reading(2020.0, 0.2, 1)]) - 0.01).abs() < 1e-15);
    // SS = 2·.3² − .01
    let two = [reading(2020.0, 0.2, 1), reading(2020.0, 0.8, 2)];
    assert!((disagreement(&two) - (0.04 + 0.18 - 0.01) / 5.0).abs() < 1e-15);
    let agreeing = [reading(2020.0, 0.5, 1), reading(2020.0, 0.5, 2)];
    assert!((disagreement(&agreeing) - 0.04 / 5.0).abs() < 1e-15);
}

#[test]
fn multipliers_are_a_distribution_about_one() {
    assert_eq!(MULTIPLIERS.iter().map(|m| m.1).sum::<f64>(), 1.0);
    assert_eq!(MULTIPLIERS[4], (AS_ELICITED, 0.25));
    assert_eq!(MULTIPLIERS[1].0, Multipliers { q: 0.5, tau: 1.0 });
}

proptest! {
    /// Marks say the same as a time, and what a date does not see leaves no trace, whatever another date sees.
    #[test]
    fn a_date_depends_on_what_it_sees_only(readings in readings(), clock in clock(), at in 2012.0..2024.0f64) {
        let marks: Vec<bool> = readings.iter().map(|r| r.at <= at).collect();
        let seen: Vec<Reading> = readings.iter().filter(|r| r.at <= at).copied().collect();
        let alone = estimate(&seen, &clock, &[Wanted { at, sees: Sees::Until(f64::INFINITY) }], AS_ELICITED);
        let among = estimate(
            &readings,
            &clock,
            &[
                Wanted { at, sees: Sees::These(marks) },
                Wanted { at: at + 3.0, sees: Sees::These(vec![true; readings.len()]) },
            ],
            AS_ELICITED,
        );
        prop_assert!((alone.mean[0] - among.mean[0]).abs() < 1e-9);
        prop_assert!((alone.covariance[0] - among.covariance[0]).abs() < 1e-7);
        prop_assert_eq!(&alone.by_source[0].len(), &among.by_source[0].len());
    }
}
