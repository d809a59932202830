//! Cells of several worlds are what assessments of each world are, drawn by the same random numbers.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on may stop")]

mod dossier;

use dossier::{cell, files, read};
use linchpin_assess::{Assessment, Cell, Plan, Proposition, World, assess, assess_worlds};
use linchpin_dossier::Knowledge;
use linchpin_model::statement::{Kind, Statement};

const MAY_2021: &str = "2021-05-10";
const TIES: [&str; 2] = ["USA-JPN", "USA-KOR"];

fn plan() -> Plan {
    Plan { draws: 1_000, ..Plan::default() }
}

/// The cells of both ties in so many worlds.
fn in_worlds(count: usize) -> Vec<(usize, Cell)> {
    (0..count).flat_map(|world| TIES.map(|tie| (world, cell(tie, MAY_2021)))).collect()
}

/// That two cells have the same scores, but for the order in which numbers are added.
fn assert_same(one: (&Assessment, usize), other: (&Assessment, usize)) {
    for slot in one.0.nodes().chain(one.0.leaves()) {
        let (a, b) = (one.0.score(one.1, slot), other.0.score(other.1, slot));
        let path = one.0.path(slot);
        assert!((a.mean - b.mean).abs() < 1e-6, "{path}: {a:?} {b:?}");
        assert!((a.coverage - b.coverage).abs() < 1e-9, "{path}: {a:?} {b:?}");
        assert_eq!((a.shown, a.leaves, &a.sources), (b.shown, b.leaves, &b.sources), "{path}");
    }
}

#[test]
fn a_world_is_the_assessment_of_its_view() {
    let snapshot = read(&files());
    let framework = &snapshot.frameworks()["resilience"];
    let view = snapshot.view(&Knowledge::default());
    let views = [
        view.without_source(&"swp-2021".into()),
        view.without_source(&"handelsblatt-2024".into()),
        view.keep(|seen| seen.statement.claim.kind() != Kind::Event),
        view.keep(|_| false),
    ];
    let worlds: Vec<World> = [&view].into_iter().chain(&views).map(World::of).collect();
    let together = assess_worlds(&worlds, framework, &in_worlds(worlds.len()), &plan()).unwrap();
    for (at, world) in worlds.iter().enumerate() {
        let alone = assess(world.view, framework, &TIES.map(|tie| cell(tie, MAY_2021)), &plan()).unwrap();
        for tie in 0..TIES.len() {
            assert_same((&together, at * TIES.len() + tie), (&alone, tie));
        }
    }
}

#[test]
fn an_indicator_left_out_is_one_that_the_framework_lacks() {
    let snapshot = read(&files());
    let framework = &snapshot.frameworks()["resilience"];
    let view = snapshot.view(&Knowledge::default());
    for id in ["c05", "k01", "s5"] {
        let id = id.into();
        let worlds = [World::of(&view), World { view: &view, without: Some(&id) }];
        let together = assess_worlds(&worlds, framework, &in_worlds(2), &plan()).unwrap();
        let mut lacking = framework.clone();
        lacking.indicator.retain(|indicator| indicator.id != id);
        let alone = assess(&view, &lacking, &TIES.map(|tie| cell(tie, MAY_2021)), &plan()).unwrap();
        for (tie, slot) in (0..TIES.len()).flat_map(|tie| alone.nodes().map(move |slot| (tie, slot))) {
            let (a, b) = (alone.score(tie, slot), together.score(2 + tie, slot));
            assert_eq!((a.shown, a.leaves), (b.shown, b.leaves), "{id} {}", alone.path(slot));
            // weights are drawn about one indicator fewer, so that the draws are not the same
            assert!((a.mean - b.mean).abs() < 0.01, "{id} {}: {a:?} {b:?}", alone.path(slot));
            assert!((a.coverage - b.coverage).abs() < 1e-9, "{id} {}", alone.path(slot));
        }
    }
}

#[test]
fn a_node_below_which_nothing_is_left_weighs_nothing() {
    let snapshot = read(&files());
    let mut framework = snapshot.frameworks()["resilience"].clone();
    framework
        .indicator
        .retain(|i| i.id.as_str() == "k01" || !i.under.iter().any(|n| is_of_guarantor(n.as_str())));
    let view = snapshot.view(&Knowledge::default());
    let id = "k01".into();
    let worlds = [World::of(&view), World { view: &view, without: Some(&id) }];
    let assessment = assess_worlds(&worlds, &framework, &in_worlds(2), &plan()).unwrap();
    let root = assessment.root();
    for cell in 0..4 {
        let score = assessment.score(cell, root);
        assert!(score.mean > 0.1 && score.coverage.is_finite(), "{cell}: {score:?}");
    }
}

/// Whether a node lies among the contributions of the guarantor.
fn is_of_guarantor(node: &str) -> bool {
    node == "guarantor"
}

#[test]
fn propositions_compare_worlds_by_common_draws() {
    let snapshot = read(&files());
    let framework = &snapshot.frameworks()["resilience"];
    let view = snapshot.view(&Knowledge::default());
    let same = view.clone();
    let worlds = [World::of(&view), World::of(&same)];
    let point = |cell: usize| linchpin_assess::Point { cell, path: "support".into() };
    let above = Proposition { of: point(2), at_least: None, at_most: None, exceeds: Some(point(0)) };
    let plan = Plan { ask: vec![above], ..plan() };
    let assessment = assess_worlds(&worlds, framework, &in_worlds(2), &plan).unwrap();
    assert_eq!(assessment.probability(0).p, 0.0, "the same cell is never above itself");
}

#[test]
fn a_hypothetical_statement_counts_with_a_source_of_its_own() {
    let snapshot = read(&files());
    let framework = &snapshot.frameworks()["resilience"];
    let view = snapshot.view(&Knowledge::default());
    let position = |place: &str| -> Statement {
        serde_json::from_str(&format!(
            r#"{{"id":"supposed","claim":{{"position":{{"subject":"KOR","issue":"threat-china","place":"{place}","layer":"goal",
                "salience":0.5}}}},"valid":"{MAY_2021}","said":{{"speaker":"KOR","modality":"said"}},"text":{{"de":"","en":""}},
                "evidence":[{{"source":"supposed","locator":"","stance":"supports","credibility":2}}]}}"#
        ))
        .unwrap()
    };
    let views = ["none", "gravest"].map(|place| view.plus(vec![position(place)]));
    let worlds: Vec<World> = [&view].into_iter().chain(&views).map(World::of).collect();
    let assessment = assess_worlds(&worlds, framework, &in_worlds(3), &plan()).unwrap();
    let leaf = assessment.find("c01").unwrap();
    let korea = |world: usize| assessment.score(2 * world + 1, leaf);
    assert!(korea(1).mean < korea(0).mean - 0.05, "{:?}", korea(1));
    assert!(korea(2).mean > korea(0).mean + 0.05, "{:?}", korea(2));
    assert_eq!(korea(1).sources.len(), korea(0).sources.len() + 1);
    for world in [1, 2] {
        assert_same((&assessment, 2 * world), (&assessment, 0));
    }
}
