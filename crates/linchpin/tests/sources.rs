//! `linchpin sources`.

mod harness;
use harness::{columns, fits, linchpin, northland, northland_with, rows, shape};
use insta::assert_snapshot;
use std::collections::BTreeMap;

#[test]
fn in_english() {
    assert_snapshot!(northland(&["sources"]).output());
}

#[test]
fn in_german() {
    assert_snapshot!(northland(&["sources", "--lang", "de"]).output());
}

#[test]
fn only_sources_that_were_known() {
    let csv = northland(&["sources", "--known-at", "2024", "--format", "csv"]).output();
    let found: Vec<String> = rows(&csv).into_iter().map(|row| row["source"].clone()).collect();
    assert!(!found.is_empty() && found.iter().all(|source| source == "polar-2023"), "{found:?}");
}

#[test]
fn shares_sum_to_one_and_statements_are_counted_by_the_date() {
    let csv = northland(&["sources", "--as-of", "2025-08-15", "--format", "csv"]).output();
    let mut sums: BTreeMap<[String; 2], f64> = BTreeMap::new();
    for row in rows(&csv) {
        let share: f64 = row["share"].parse().expect("a number");
        *sums.entry([row["tie"].clone(), row["node"].clone()]).or_default() += share;
    }
    for (what, sum) in &sums {
        assert!((sum - 1.0).abs() < 1e-9 || *sum == 0.0, "{what:?}: {sum}");
    }
    assert!(sums.len() == 8 && sums.values().any(|sum| *sum > 0.0));
    // three of its five statements had begun
    let harbour = rows(&csv).into_iter().find(|row| row["source"] == "harbour-2025").expect("a row");
    assert_eq!((harbour["statements"].as_str(), harbour["only_here"].as_str()), ("3", "3"));
}

#[test]
fn scores_without_a_source_are_those_of_retract() {
    let sources = northland(&["sources", "--format", "csv"]).output();
    let retract = northland(&["retract", "harbour-2025", "--format", "csv"]).output();
    let compared = rows(&retract);
    let mut seen = 0;
    for row in rows(&sources).iter().filter(|row| row["source"] == "harbour-2025") {
        let same =
            |other: &&BTreeMap<String, String>| other["tie"] == row["tie"] && other["node"] == row["node"];
        let other = compared.iter().find(same).expect("the same node");
        for column in ["outcome", "mean", "mean_without", "coverage_without", "level_without"] {
            assert_eq!(row[column], other[column], "{column} of {}", row["node"]);
        }
        seen += 1;
    }
    assert_eq!(seen, 8);
}

const COPY: &str = r#"[[source]]
id = "morning-2025"
type = "article-newspaper"
title = "Northland: Strand turns to Eastland"
container-title = "Morning Post"
issued = "2025-09-02"
language = "en"
reliability = "C"
speaker = "harbour-times"
copy-of = "harbour-2025"
"#;

const COPIED: &str = r#"{"recorded":"2025-09-03T09:00:00Z","by":"kim","entry":{"assert":{"id":"morning-2025-001","claim":{"judgement":{"subject":"XNO-XEA","topic":"standing","grade":"low"}},"valid":"2025-08","said":{"speaker":"harbour-times","modality":"said"},"text":{"de":"Das Bündnis mit Ostland steht in geringem Ansehen.","en":"The alliance with Eastland is held in low regard."},"evidence":[{"source":"harbour-2025","locator":"paragraph 7","stance":"supports","credibility":3},{"source":"morning-2025","locator":"paragraph 4","stance":"supports","credibility":3}]}}}"#;

#[test]
fn a_copy_stands_below_its_original_and_counts_as_one_with_it() {
    let (_temporary, dir) =
        northland_with(&[("sources.toml", COPY), ("statements/harbour-2025.jsonl", COPIED)]);
    let dossier = dir.to_str().expect("a path of text");
    let text = linchpin(&["sources", "--dossier", dossier]).output();
    let list = &text[text.find("\nThe sources\n").expect("a list of the sources")..];
    assert_snapshot!(list);
    let csv = linchpin(&["sources", "--dossier", dossier, "--format", "csv"]).output();
    let found = rows(&csv);
    let row = |source: &str| found.iter().find(|row| row["source"] == source).expect("a row").clone();
    let (original, copy) = (row("harbour-2025"), row("morning-2025"));
    assert_eq!((original["statements"].as_str(), original["only_here"].as_str()), ("6", "6"));
    assert_eq!((copy["statements"].as_str(), copy["only_here"].as_str()), ("1", "0"));
    assert_eq!((copy["copy_of"].as_str(), copy["share"].as_str()), ("harbour-2025", ""));
}

#[test]
fn the_shape_of_its_json() {
    let json = northland(&["sources", "--format", "json"]).output();
    assert!(json.contains("\"schema\": \"linchpin.sources/1\""));
    assert_snapshot!(shape(&json));
}

#[test]
fn the_columns_of_its_csv() {
    let csv = northland(&["sources", "--format", "csv"]).output();
    assert_eq!(csv.lines().count(), 1 + 2 * 2 * 4, "a row for each source, alliance and node");
    assert_snapshot!(columns(&csv));
}

#[test]
fn the_built_in_dossier() {
    for lang in ["en", "de"] {
        let text = linchpin(&["sources", "--lang", lang]).output();
        assert!(text.contains("swp-2021: Overhaus/Sakaki 2021") && text.contains("USA-KOR"), "{text}");
        fits(&text);
    }
}

#[test]
fn what_makes_no_sense() {
    for lang in ["en", "de"] {
        let run = northland(&["sources", "--known-at", "2000", "--lang", lang]);
        assert_eq!(run.code, 2, "{}", run.told());
        assert_eq!(northland(&["sources", "swp-2021", "--lang", lang]).code, 2);
    }
}
