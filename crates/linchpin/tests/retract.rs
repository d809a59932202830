//! `linchpin retract`.

mod harness;
use harness::{columns, fits, linchpin, northland, northland_with, refused, rows, shape};
use insta::assert_snapshot;
use serde_json::Value;

#[test]
fn in_english() {
    assert_snapshot!(northland(&["retract", "polar-2023"]).output());
}

#[test]
fn in_german() {
    assert_snapshot!(northland(&["retract", "polar-2023", "--lang", "de"]).output());
}

#[test]
fn every_statement_in_english() {
    assert_snapshot!(northland(&["retract", "Harbour-2025", "--all"]).output());
}

#[test]
fn every_statement_in_german() {
    assert_snapshot!(northland(&["retract", "Harbour-2025", "--all", "--lang", "de"]).output());
}

fn near(a: &str, b: &str) -> bool {
    let number = |text: &str| text.parse::<f64>().unwrap_or_else(|_| panic!("{text} is no number"));
    (number(a) - number(b)).abs() < 1e-6
}

#[test]
fn with_it_the_scores_are_those_of_assess() {
    let retract = ["retract", "harbour-2025", "--draws", "10000", "--format", "csv"];
    let retracted = rows(&northland(&retract).output());
    let assessed = rows(&northland(&["assess", "--format", "csv"]).output());
    for row in &assessed {
        let same = retracted.iter().find(|r| r["tie"] == row["tie"] && r["node"] == row["node"]);
        let same = same.expect("the same node");
        assert_eq!(same["shown"], row["shown"], "{}", row["node"]);
        assert!(near(&same["mean"], &row["mean"]), "{}", row["node"]);
    }
}

/// Without the newer source, the older one is all that there is: the same scores as with what was known before it.
#[test]
fn without_it_the_scores_are_those_of_before_it() {
    let retracted = rows(&northland(&["retract", "harbour-2025", "--format", "csv"]).output());
    let before =
        ["assess", "--known-at", "2024", "--as-of", "2025-09-01", "--since", "2024", "--format", "csv"];
    for row in rows(&northland(&before).output()) {
        let same = retracted.iter().find(|r| r["tie"] == row["tie"] && r["node"] == row["node"]);
        let (ours, theirs) = (&same.expect("the same node")["coverage_without"], &row["coverage"]);
        assert!(near(ours, theirs), "{}: {ours} and {theirs}", row["node"]);
    }
}

const TWICE: &str = r#"{"recorded":"2025-09-03T09:00:00Z","by":"kim","entry":{"assert":{"id":"polar-2023-013","claim":{"judgement":{"subject":"XNO-XEA","topic":"standing","grade":"low"}},"valid":"2023-05","said":{"speaker":"polar-institute","modality":"said"},"text":{"de":"Das Bündnis mit Ostland steht in geringem Ansehen.","en":"The alliance with Eastland is held in low regard."},"evidence":[{"source":"polar-2023","locator":"p. 15","stance":"supports","credibility":2},{"source":"harbour-2025","locator":"paragraph 7","stance":"supports","credibility":3}]}}}"#;

#[test]
fn what_another_source_supports_stays() {
    let (_temporary, dir) = northland_with(&[("statements/polar-2023.jsonl", TWICE)]);
    let dossier = dir.to_str().expect("a path of text");
    for (source, vanish) in [("polar-2023", 12), ("harbour-2025", 5)] {
        let json = linchpin(&["retract", source, "--dossier", dossier, "--format", "json"]).output();
        let found: Value = serde_json::from_str(&json).expect("JSON");
        let staying = found["staying"].as_array().expect("a list");
        assert_eq!(staying.len(), 1, "{source}");
        assert_eq!(staying[0]["id"], "polar-2023-013");
        assert_eq!(found["vanishing"].as_array().map(Vec::len), Some(vanish), "{source}");
    }
}

#[test]
fn statements_that_have_not_begun_are_not_there_to_vanish() {
    let json = northland(&["retract", "harbour-2025", "--as-of", "2025-08-15", "--format", "json"]).output();
    let found: Value = serde_json::from_str(&json).expect("JSON");
    let ids: Vec<&Value> = found["vanishing"].as_array().into_iter().flatten().map(|s| &s["id"]).collect();
    assert_eq!(ids, ["harbour-2025-002", "harbour-2025-004", "harbour-2025-005"]);
}

#[test]
fn the_shape_of_its_json() {
    let json = northland(&["retract", "polar-2023", "--format", "json"]).output();
    assert!(json.contains("\"schema\": \"linchpin.retraction/1\""));
    assert_snapshot!(shape(&json));
}

#[test]
fn the_columns_of_its_csv() {
    let csv = northland(&["retract", "polar-2023", "--format", "csv"]).output();
    assert_eq!(csv.lines().count(), 1 + 2 * 4, "a row for each alliance and node");
    assert_snapshot!(columns(&csv));
}

#[test]
fn the_built_in_dossier() {
    for (lang, section) in [("en", "statements would vanish"), ("de", "Aussagen entfielen")] {
        let text = linchpin(&["retract", "swp-2021", "--lang", lang]).output();
        assert!(text.contains(section) && text.contains("USA-JPN"), "{text}");
        fits(&text);
        fits(&linchpin(&["retract", "dpa-2025", "--all", "--lang", lang]).output());
    }
}

#[test]
fn what_cannot_be_retracted() {
    assert_snapshot!(refused(
        northland,
        &[&["retract"], &["retract", "harbor-2025"], &["retract", "nobody"]]
    ));
}
