//! Sensitivity on the built-in dossier.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on may stop")]

mod dossier;

use dossier::{cell, files, read};
use linchpin_assess::{Design, Group, Measure, Plan, Sensitivities, Uncertain, assess, sensitivity};
use linchpin_dossier::{Knowledge, Snapshot};

const MAY_2021: &str = "2021-05-10";
const DESIGN: Design = Design { points: 256, replicates: 16, seed: 1 };

fn of(snapshot: &Snapshot, ties: &[&str]) -> Sensitivities {
    let view = snapshot.view(&Knowledge::default());
    let cells: Vec<_> = ties.iter().map(|tie| cell(tie, MAY_2021)).collect();
    sensitivity(&view, &snapshot.frameworks()["resilience"], &cells, &["resilience", "support"], DESIGN)
        .unwrap()
}

#[test]
fn variances_are_those_of_the_assessment_and_kinds_account_for_them() {
    let snapshot = read(&files());
    let view = snapshot.view(&Knowledge::default());
    let framework = &snapshot.frameworks()["resilience"];
    let plan = Plan { draws: 20_000, ..Plan::default() };
    let assessment = assess(&view, framework, &[cell("USA-KOR", MAY_2021)], &plan).unwrap();
    let found = of(&snapshot, &["USA-KOR"]);
    assert_eq!(found.of.len(), 2);
    for of in &found.of {
        let i90 = assessment.summary(0, assessment.find(&of.node).unwrap()).i90;
        // a normal of that variance would have nearly this interval
        let sd = (i90[1] - i90[0]) / 3.29;
        assert!((of.variance.sqrt() / sd - 1.0).abs() < 0.1, "{} {} {sd}", of.node, of.variance.sqrt());
        let indices = of.groups.as_ref().unwrap();
        let kinds = found.groups.iter().zip(indices).filter(|(group, _)| matches!(group, Group::Kind(_)));
        let sums =
            kinds.fold([0.0; 2], |[first, total], (_, i)| [first + i.first.value, total + i.total.value]);
        // the rest is what kinds do together: how large shared errors are multiplies them
        assert!((0.6..1.05).contains(&sums[0]) && sums[1] > 0.95, "{}: {sums:?}", of.node);
    }
}

#[test]
fn a_node_does_not_depend_on_the_indicators_of_another() {
    let snapshot = read(&files());
    let found = of(&snapshot, &["USA-JPN"]);
    let support = found.of.iter().find(|of| of.node == "support").unwrap();
    for (group, indices) in found.groups.iter().zip(support.groups.as_ref().unwrap()) {
        if matches!(group, Group::Indicator(path) if path.starts_with("contributions/")) {
            assert_eq!(indices.total.value, 0.0, "{group:?}");
        }
    }
    assert!(found.groups.contains(&Group::Kind(Uncertain::Weights)));
    assert!(found.groups.contains(&Group::Source("swp-2021".into())));
}

#[test]
fn ranks_are_measured_where_there_are_several() {
    let snapshot = read(&files());
    let found = of(&snapshot, &["USA-JPN", "USA-KOR"]);
    let ranks: Vec<_> = found.of.iter().filter(|of| of.measure == Measure::Rank).collect();
    assert_eq!((found.of.len(), ranks.len()), (8, 4));
    // one of two is first where the other is second
    assert!((ranks[0].variance - ranks[1].variance).abs() < 1e-9 && ranks[0].variance > 0.0);
}
