//! Attribution on the built-in dossier: it ends where the assessment ends, and sums to the change.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on may stop")]

mod dossier;

use dossier::{cell, files, read};
use linchpin_assess::{Attribution, Plan, Side, Why, assess, attribute};
use linchpin_dossier::{Knowledge, Snapshot, View};
use linchpin_model::Date;

const NODES: [&str; 4] = ["resilience", "convergence", "contributions", "support"];
const THEN: &str = "2021-05-10";
const NOW: &str = "2026-01-14";

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

fn then(known: bool) -> Knowledge {
    Knowledge { known_at: known.then(|| day(THEN)), ..Knowledge::default() }
}

fn attributed(snapshot: &Snapshot, before: &View, after: &View, tie: &str) -> Vec<Attribution> {
    let framework = &snapshot.frameworks()["resilience"];
    let [before, after] =
        [(before, THEN), (after, NOW)].map(|(view, as_of)| Side { view, framework, as_of: day(as_of) });
    attribute(&tie.into(), before, after, &NODES, 4_000, 1).unwrap()
}

#[test]
fn it_leads_from_one_assessment_to_the_other() {
    let snapshot = read(&files());
    let framework = &snapshot.frameworks()["resilience"];
    let view = snapshot.view(&Knowledge::default());
    for (known_then, groups) in
        [(false, vec![Why::Time, Why::NewFacts]), (true, vec![Why::Time, Why::NewFacts, Why::RevisedData])]
    {
        let before = snapshot.view(&then(known_then));
        for tie in ["USA-JPN", "USA-KOR"] {
            let plan = Plan { draws: 4_000, ..Plan::default() };
            let first = assess(&before, framework, &[cell(tie, THEN)], &plan).unwrap();
            let second = assess(&view, framework, &[cell(tie, NOW)], &plan).unwrap();
            for attribution in attributed(&snapshot, &before, &view, tie) {
                let slot = first.find(&attribution.node).unwrap();
                for (found, assessed) in [(attribution.from, &first), (attribution.to, &second)] {
                    let mean = assessed.score(0, slot).mean;
                    assert!((found - mean).abs() < 0.005, "{tie} {}: {found} {mean}", attribution.node);
                }
                let sum: f64 = attribution.contributions.iter().map(|c| c.value).sum();
                assert!(
                    (sum - (attribution.to - attribution.from)).abs() < 1e-9,
                    "{tie} {}",
                    attribution.node
                );
                let mut found: Vec<Why> = attribution.contributions.iter().map(|c| c.why).collect();
                found.dedup();
                assert_eq!(found, groups, "{tie}");
            }
        }
    }
}

/// Silence lowers nothing: where nothing is new, time moves a mean little, and no source anything.
#[test]
fn what_does_not_change_has_no_causes() {
    let snapshot = read(&files());
    let framework = &snapshot.frameworks()["resilience"];
    let view = snapshot.view(&Knowledge::default());
    let side = Side { view: &view, framework, as_of: day(NOW) };
    for attribution in attribute(&"USA-JPN".into(), side, side, &NODES, 1_000, 1).unwrap() {
        assert!((attribution.to - attribution.from).abs() < 1e-6, "{attribution:?}");
        assert!(attribution.contributions.iter().all(|c| c.value.abs() < 1e-6), "{attribution:?}");
    }
}

#[test]
fn another_method_is_a_cause_of_its_own() {
    let snapshot = read(&files());
    let framework = &snapshot.frameworks()["resilience"];
    let mut other = framework.clone();
    other.version += 1;
    other.node.iter_mut().find(|node| node.id.as_str() == "support").unwrap().weight *= 3.0;
    let view = snapshot.view(&Knowledge::default());
    let side = |framework| Side { view: &view, framework, as_of: day(THEN) };
    let found = attribute(&"USA-KOR".into(), side(framework), side(&other), &NODES, 1_000, 1).unwrap();
    let of = |node: &str| {
        let attribution = found.iter().find(|a| a.node == node).unwrap();
        attribution.contributions.iter().find(|c| c.why == Why::Method).unwrap().value
    };
    assert!(of("resilience").abs() > 1e-4);
    assert!(of("convergence").abs() < 1e-9);
}

#[test]
fn threads_change_no_bit() {
    let snapshot = read(&files());
    let view = snapshot.view(&Knowledge::default());
    let with = |threads: usize| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
        pool.install(|| attributed(&snapshot, &view, &view, "USA-JPN"))
    };
    assert_eq!(with(1), with(3));
}
