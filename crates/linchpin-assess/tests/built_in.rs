//! What must hold of the assessment of the built-in dossier.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on may stop")]

mod dossier;

use dossier::{cell, files, read};
use linchpin_assess::{Assessment, Plan, Slot, Uncertain, assess, matching_statements};
use linchpin_dossier::{Knowledge, Snapshot, View};
use linchpin_model::framework::Framework;
use linchpin_model::statement::Kind;
use std::collections::BTreeMap;

const MAY_2021: &str = "2021-05-10";
const TIES: [&str; 2] = ["USA-JPN", "USA-KOR"];

fn plan() -> Plan {
    Plan { draws: 2_000, ..Plan::default() }
}

fn framework(snapshot: &Snapshot) -> &Framework {
    &snapshot.frameworks()["resilience"]
}

fn in_may_2021<'v>(view: &'v View<'v>, framework: &'v Framework) -> Assessment<'v> {
    assess(view, framework, &TIES.map(|tie| cell(tie, MAY_2021)), &plan()).unwrap()
}

fn means(assessment: &Assessment) -> Vec<f64> {
    let slots: Vec<Slot> = assessment.nodes().chain(assessment.leaves()).collect();
    (0..assessment.cells().len())
        .flat_map(|cell| slots.iter().map(move |slot| (cell, *slot)))
        .map(|(cell, slot)| assessment.score(cell, slot).mean)
        .collect()
}

#[test]
fn all_three_criteria_are_scored_in_may_2021() {
    let snapshot = read(&files());
    let view = snapshot.view(&Knowledge::default());
    let assessment = in_may_2021(&view, framework(&snapshot));
    for (cell, tie) in TIES.into_iter().enumerate() {
        for node in ["resilience", "convergence", "contributions", "support"] {
            let slot = assessment.find(node).unwrap();
            let score = assessment.score(cell, slot);
            assert!(score.shown, "{tie} {node}: coverage {:.3}", score.coverage);
        }
    }
}

#[test]
fn rules_carry_at_least_seventy_percent() {
    let snapshot = read(&files());
    let view = snapshot.view(&Knowledge::default());
    let assessment = in_may_2021(&view, framework(&snapshot));
    for (cell, tie) in TIES.into_iter().enumerate() {
        let shares = assessment.by_kind(cell, assessment.root());
        let judged = shares.get(&Kind::Judgement).copied().unwrap_or_default();
        assert!((shares.values().sum::<f64>() - 1.0).abs() < 1e-9);
        assert!(judged <= 0.3, "judgements carry {judged:.2} of {tie}");
    }
}

/// The study finds Japan's and Washington's views closer than South Korea's and Washington's.
#[test]
fn convergence_with_japan_is_greater() {
    let snapshot = read(&files());
    let view = snapshot.view(&Knowledge::default());
    let plan = Plan { changes: vec![(1, 0)], ..plan() };
    let cells = TIES.map(|tie| cell(tie, MAY_2021));
    let assessment = assess(&view, framework(&snapshot), &cells, &plan).unwrap();
    let shares = assessment.change(0, assessment.find("convergence").unwrap()).all;
    assert!(shares.above.p > 0.8, "{shares:?}");
}

#[test]
fn one_thread_or_many_give_the_same_bytes() {
    let snapshot = read(&files());
    let view = snapshot.view(&Knowledge::default());
    let bits = |threads: usize| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
        pool.install(|| {
            let assessment = in_may_2021(&view, framework(&snapshot));
            means(&assessment).into_iter().map(f64::to_bits).collect::<Vec<_>>()
        })
    };
    assert_eq!(bits(1), bits(3));
}

#[test]
fn what_is_held_does_not_widen_an_interval() {
    let snapshot = read(&files());
    let view = snapshot.view(&Knowledge::default());
    let cells = [cell("USA-JPN", MAY_2021)];
    let width = |still: &[Uncertain]| {
        let plan = Plan { still: still.to_vec(), ..plan() };
        let assessment = assess(&view, framework(&snapshot), &cells, &plan).unwrap();
        let i90 = assessment.summary(0, assessment.root()).i90;
        i90[1] - i90[0]
    };
    let whole = width(&[]);
    for kind in Uncertain::ALL {
        assert!(width(&[kind]) < whole + 0.005, "{kind:?}");
    }
    assert!(width(&[Uncertain::Sources]) < 0.95 * whole);
    assert!(width(&Uncertain::ALL) < 1e-6);
}

#[test]
fn draws_go_on_until_scores_are_as_sure_as_wanted() {
    let snapshot = read(&files());
    let view = snapshot.view(&Knowledge::default());
    let plan = Plan { precision: Some(0.01), draws: 100, ..plan() };
    let assessment = assess(&view, framework(&snapshot), &[cell("USA-JPN", MAY_2021)], &plan).unwrap();
    assert!(assessment.monte_carlo_error() <= 0.01 && assessment.draws() > 1_000);
}

#[test]
fn a_seed_names_its_draws() {
    let snapshot = read(&files());
    let view = snapshot.view(&Knowledge::default());
    let cells = [cell("USA-JPN", MAY_2021)];
    let draws = |seed: u64| {
        let plan = Plan { seed, ..plan() };
        let assessment = assess(&view, framework(&snapshot), &cells, &plan).unwrap();
        assessment.summary(0, assessment.root())
    };
    assert_eq!(draws(7), draws(7));
    assert_ne!(draws(7), draws(8));
}

#[test]
fn the_order_of_lines_changes_nothing() {
    let original = files();
    let mut reversed = original.clone();
    for (name, bytes) in reversed.iter_mut().filter(|(name, _)| name.ends_with(".jsonl")) {
        let text = String::from_utf8(bytes.clone()).unwrap();
        let mut lines: Vec<&str> = text.lines().collect();
        lines.reverse();
        *bytes = (lines.join("\n") + "\n").into_bytes();
        assert!(name.starts_with("statements/"));
    }
    assert_same(&original, &reversed);
}

#[test]
fn the_ids_of_statements_change_nothing() {
    let original = files();
    let mut renamed = original.clone();
    for bytes in renamed.values_mut() {
        let mut text = String::from_utf8(bytes.clone()).unwrap();
        // z before any digit: another order too
        for before in [
            "\"assert\":{\"id\":\"",
            "\"new\":{\"id\":\"",
            "\"old\":\"",
            "\"review\":{\"id\":\"",
            "statement = \"",
        ] {
            text = text.replace(before, &format!("{before}z"));
        }
        *bytes = text.into_bytes();
    }
    assert_same(&original, &renamed);
}

#[test]
fn the_ids_of_sources_change_nothing() {
    let original = files();
    let renamed = original
        .iter()
        .map(|(name, bytes)| {
            let text = String::from_utf8(bytes.clone()).unwrap();
            // the first source by id becomes the last
            let [name, text] = [name, &text].map(|t| t.replace("dpa-2025", "zeitung-2025"));
            (name, text.into_bytes())
        })
        .collect();
    assert_same(&original, &renamed);
}

#[test]
fn a_source_without_statements_changes_nothing() {
    let original = files();
    let mut more = original.clone();
    let sources = more.get_mut("sources.toml").unwrap();
    sources.extend(
        b"\n[[source]]\nid = \"ignorant\"\ntype = \"book\"\ntitle = \"Nothing\"\nissued = \"2019\"\n\
          language = \"en\"\nreliability = \"F\"\nspeaker = \"swp\"\n",
    );
    assert_same(&original, &more);
}

/// What is recorded later than the date of knowledge, or issued later, is not there.
#[test]
fn what_was_not_issued_was_not_known() {
    let snapshot = read(&files());
    let framework = framework(&snapshot);
    let early = Knowledge { known_at: Some("2021-12-31".parse().unwrap()), recorded_by: None };
    let view = snapshot.view(&early);
    assert!(view.statements().all(|s| s.evidence().all(|e| e.source.as_str() == "swp-2021")));
    let only_study =
        snapshot.view(&Knowledge::default()).keep(|s| s.statement.id.as_str().starts_with("swp"));
    let cells = TIES.map(|tie| cell(tie, MAY_2021));
    let a = assess(&view, framework, &cells, &plan()).unwrap();
    let b = assess(&only_study, framework, &cells, &plan()).unwrap();
    assert_eq!(means(&a), means(&b));
}

/// Asking for another date beside does not change what is seen at this one: not at all for the newer, and only within
/// the noise of draws for the older.
#[test]
fn a_comparison_date_leaves_the_other_alone() {
    let snapshot = read(&files());
    let view = snapshot.view(&Knowledge::default());
    let framework = framework(&snapshot);
    let cells = [cell("USA-KOR", MAY_2021), cell("USA-KOR", "2026-01-14")];
    let beside = assess(&view, framework, &cells, &plan()).unwrap();
    for (at, noise) in [(0, 0.01), (1, 1e-6)] {
        let alone = assess(&view, framework, &cells[at..=at], &plan()).unwrap();
        for slot in alone.nodes().chain(alone.leaves()) {
            let (a, b) = (alone.score(0, slot), beside.score(at, slot));
            assert!((a.coverage - b.coverage).abs() < 1e-6, "{}", alone.path(slot));
            let apart = (a.mean - b.mean).abs();
            let noise = if alone.indicator(slot).is_some() { 3.0 * noise } else { noise };
            assert!(apart <= noise, "{} is {apart} apart", alone.path(slot));
        }
    }
}

/// An alliance's score does not depend on which others are asked for beside it.
#[test]
fn another_alliance_leaves_this_one_alone() {
    let snapshot = read(&files());
    let view = snapshot.view(&Knowledge::default());
    let framework = framework(&snapshot);
    let both = in_may_2021(&view, framework);
    for (at, tie) in TIES.into_iter().enumerate() {
        let alone = assess(&view, framework, &[cell(tie, MAY_2021)], &plan()).unwrap();
        for slot in alone.nodes().chain(alone.leaves()) {
            assert_eq!(alone.summary(0, slot), both.summary(at, slot), "{tie} {}", alone.path(slot));
        }
    }
}

#[test]
fn shares_of_a_leaf_and_of_a_node_sum_to_one() {
    let snapshot = read(&files());
    let view = snapshot.view(&Knowledge::default());
    let assessment = in_may_2021(&view, framework(&snapshot));
    for slot in assessment.nodes().chain(assessment.leaves()) {
        let carried = assessment.carried(0, slot);
        let sum: f64 = carried.iter().map(|c| c.in_node).sum();
        assert!(carried.is_empty() || (sum - 1.0).abs() < 1e-9, "{}: {sum}", assessment.path(slot));
    }
}

#[test]
fn unknown_ties_and_nodes_are_named_with_what_there_is() {
    let snapshot = read(&files());
    let view = snapshot.view(&Knowledge::default());
    let framework = framework(&snapshot);
    let error = assess(&view, framework, &[cell("quad", MAY_2021)], &plan()).err().unwrap().to_string();
    assert!(error.contains("USA-JPN, USA-KOR"), "{error}");
    let assessment = in_may_2021(&view, framework);
    let error = assessment.find("convergence/mean").unwrap_err().to_string();
    assert!(error.contains("convergence/means"), "{error}");
    assert!(matches!(assess(&view, framework, &[], &plan()), Err(linchpin_assess::Error::NoCells)));
}

fn assert_same(a: &BTreeMap<String, Vec<u8>>, b: &BTreeMap<String, Vec<u8>>) {
    let [a, b] = [a, b].map(|files| {
        let snapshot = read(files);
        let view = snapshot.view(&Knowledge::default());
        let cells = ["2021-05-10", "2026-01-14"].map(|day| cell("USA-JPN", day));
        let later = assess(&view, framework(&snapshot), &cells, &plan()).unwrap();
        [means(&in_may_2021(&view, framework(&snapshot))), means(&later)].concat()
    });
    for (a, b) in a.iter().zip(&b) {
        assert!((a - b).abs() < 1e-12, "{a} is not {b}");
    }
}

/// What carries a leaf at some date is among what its patterns take at any.
#[test]
fn what_carries_a_leaf_is_taken_by_its_patterns() {
    let snapshot = read(&files());
    let view = snapshot.view(&Knowledge::default());
    let framework = framework(&snapshot);
    let assessment = in_may_2021(&view, framework);
    for (cell, tie) in TIES.into_iter().enumerate() {
        let taken = matching_statements(&view, framework, &tie.into());
        let carried = assessment.carried(cell, assessment.root());
        assert!(carried.len() > 50, "{tie}: {}", carried.len());
        for carried in carried {
            assert!(taken[&carried.leaf].contains(&carried.statement), "{tie}: {carried:?}");
        }
    }
    assert!(matching_statements(&view, framework, &"quad".into()).is_empty(), "it has no guarantor");
}
