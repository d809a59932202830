//! Sensitivity of COINr's ASEM example to the four choices of its uncertainty analysis: points drawn in, scale, weights, mean.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on may stop")]

#[expect(dead_code, reason = "draws are not compared number by number")]
mod coinr;

use coinr::{Asem, Reference, number};
use linchpin_index::composite::aggregate::Aggregate;
use linchpin_index::composite::build::Method;
use linchpin_index::composite::combine::Level;
use linchpin_index::composite::normalise::Normalise;
use linchpin_index::composite::transform::Transform;
use linchpin_index::composite::treat::Treat;
use linchpin_index::composite::uncertain::drawn::{Drawn, Source};
use linchpin_index::composite::uncertain::outcome::outcomes;
use linchpin_index::composite::uncertain::sensitivity::sensitivity;
use linchpin_index::composite::uncertain::{Uncertainty, Weighing};
use linchpin_index::engine::Draws;
use linchpin_index::sobol::Design;

/// What the reference varies, each alternative equally likely.
fn as_the_reference(asem: &Asem, reference: &Reference) -> Uncertainty {
    let n = asem.hierarchy.indicators();
    let noisy = reference.table("noisy_weights_100");
    let set = |rep: usize| {
        let mut weights = asem.weights.clone();
        for line in noisy.rows.iter().filter(|line| line[0] == rep.to_string()) {
            weights[asem.hierarchy.place(&line[1]).unwrap()] = number(&line[3]);
        }
        weights
    };
    let treat = |most| {
        let first = Some(Transform::Winsorise { most: Some(most), force: false });
        vec![Treat { first, ..Treat::default() }; n]
    };
    let level = |method| vec![Level { method, available: 0.0 }];
    Uncertainty {
        weighing: Weighing::Sets((1..=100).map(set).collect()),
        treat: (1..=5).map(treat).collect(),
        normalise: vec![vec![Normalise::MinMax(1.0, 100.0); n], vec![Normalise::ZScore(10.0, 2.0); n]],
        levels: vec![level(Aggregate::Arithmetic), level(Aggregate::Geometric)],
        ..Uncertainty::default()
    }
}

#[test]
fn scale_and_mean_move_the_ranks_most() {
    let Some(reference) = Reference::find() else { return };
    let asem = Asem::read(&reference);
    let method = Method { normalise: vec![Normalise::MinMax(1.0, 100.0); 49], ..asem.method() };
    let uncertainty = as_the_reference(&asem, &reference);
    let drawn = Drawn::new(&asem.data(), &method, &uncertainty, &[asem.hierarchy.root()]).unwrap();
    let design = Design { points: 512, replicates: 8, seed: 1 };
    let found = sensitivity(&drawn, design, &|a, b| a == b).remove(0);
    let shift = found.shift.unwrap();
    for (source, of) in found.sources.iter().zip(&shift) {
        println!("{source:?}: first {:.3}, total {:.3}", of.first.value, of.total.value);
    }
    let of = |source| shift[found.sources.iter().position(|found| *found == source).unwrap()];
    let sum: f64 = shift.iter().map(|of| of.first.value).sum();
    println!("sum of first-order indices {sum:.3}");
    assert!(sum <= 1.02, "{sum}");
    let choices = of(Source::Normalisation).total.value.min(of(Source::Aggregation).total.value);
    let others = of(Source::Treatment).total.value.max(of(Source::WeightSets).total.value);
    assert!(choices > others, "{shift:?}");
}

/// The reference's 200 replicates are another sample of the same four choices.
#[test]
fn drawn_scores_are_distributed_as_the_replicates() {
    let Some(reference) = Reference::find() else { return };
    let asem = Asem::read(&reference);
    let table = reference.table("UA200_scores");
    let norm: Vec<String> =
        reference.table("UA200_params").column("norm").iter().map(|n| n.to_string()).collect();
    for (how, name) in
        [(Normalise::MinMax(1.0, 100.0), "n_minmax"), (Normalise::ZScore(10.0, 2.0), "n_zscore")]
    {
        let method = Method { normalise: vec![how; 49], ..asem.method() };
        let uncertainty = Uncertainty { normalise: vec![], ..as_the_reference(&asem, &reference) };
        let drawn = Drawn::new(&asem.data(), &method, &uncertainty, &[asem.hierarchy.root()]).unwrap();
        let found = outcomes(&drawn, 1, Draws::exactly(20_000)).remove(0);
        for (unit, of) in found.units.iter().enumerate() {
            let values: Vec<f64> = (0..200)
                .filter(|rep| norm[*rep] == name)
                .map(|rep| number(&table.rows[unit][table.at(&format!("r_{}", rep + 1))]))
                .collect();
            let n = values.len() as f64;
            let mean = values.iter().sum::<f64>() / n;
            let off = (of.score.unwrap().mean - mean).abs() / (of.deviation / libm::sqrt(n));
            assert!(off < 4.5, "{unit} {name}: {off} standard errors, {mean} {of:?}");
        }
        assert_eq!(table.column("uCode"), asem.units);
    }
}
