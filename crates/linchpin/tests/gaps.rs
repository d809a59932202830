//! `linchpin gaps`.

mod harness;
use harness::{columns, fits, linchpin, northland, northland_with, refused, rows, shape};
use insta::assert_snapshot;

#[test]
fn in_english() {
    assert_snapshot!(northland(&["gaps"]).output());
}

#[test]
fn in_german() {
    assert_snapshot!(northland(&["gaps", "--lang", "de"]).output());
}

fn number(text: &str) -> f64 {
    text.parse().unwrap_or_else(|_| panic!("{text} is no number"))
}

#[test]
fn what_is_lacking_is_what_would_be_gained() {
    let coverage = rows(&northland(&["assess", "--format", "csv"]).output());
    let found = rows(&northland(&["gaps", "--format", "csv"]).output());
    for tie in ["XNO-XSU", "XNO-XEA"] {
        let of_tie: Vec<_> = found.iter().filter(|row| row["tie"] == tie).collect();
        let sum = |column: &str| of_tie.iter().map(|row| number(&row[column])).sum::<f64>();
        assert!((sum("weight") - 1.0).abs() < 1e-9, "{tie}: the weights are {}", sum("weight"));
        let root =
            coverage.iter().find(|row| row["tie"] == tie && row["node"] == "resilience").expect("a row");
        assert!((1.0 - sum("gain") - number(&root["coverage"])).abs() < 1e-9, "{tie}");
        assert!(of_tie.iter().map(|row| number(&row["gain"])).is_sorted_by(|a, b| a >= b), "{tie}");
    }
}

#[test]
fn evidence_is_as_old_as_the_dates_say() {
    let newest = |args: &[&str], leaf: &str| {
        let csv = northland(&[&["gaps", "XNO-XSU", "--format", "csv"], args].concat()).output();
        let row = rows(&csv).into_iter().find(|row| row["leaf"] == leaf).expect("a row");
        row["newest"].clone()
    };
    assert_eq!(newest(&[], "support/standing"), "2025-08-31");
    assert_eq!(newest(&["--as-of", "2025-08-15"], "support/standing"), "2025-08-15");
    assert_eq!(newest(&["--known-at", "2024"], "support/standing"), "2023-05-31");
    // the treaty still holds, but its newest source is of 2023
    assert_eq!(newest(&[], "contributions/duty"), "2023-06-15");
    assert_eq!(newest(&["--as-of", "1960"], "contributions/duty"), "");
}

const JUDGED: &str = r#"{"recorded":"2025-09-03T09:00:00Z","by":"kim","entry":{"assert":{"id":"harbour-2025-006","claim":{"judgement":{"subject":"XNO-XEA","topic":"standing","grade":"low"}},"valid":"2025-08","said":{"speaker":"harbour-times","modality":"said"},"text":{"de":"Das Bündnis mit Ostland steht in geringem Ansehen.","en":"The alliance with Eastland is held in low regard."},"evidence":[{"source":"harbour-2025","locator":"paragraph 7","stance":"supports","credibility":3}]}}}"#;

#[test]
fn what_was_looked_for_and_found_is_no_gap_any_more() {
    let first = |dossier: &str| {
        let csv = linchpin(&["gaps", "XNO-XEA", "--dossier", dossier, "--format", "csv"]).output();
        rows(&csv).swap_remove(0)
    };
    let missing = first("northland");
    assert_eq!(missing["leaf"], "support/standing");
    assert_eq!(missing["wanted"], "judgement XNO-XEA standing");
    let (_temporary, dir) = northland_with(&[("statements/harbour-2025.jsonl", JUDGED)]);
    assert_ne!(first(dir.to_str().expect("a path of text"))["leaf"], "support/standing");
}

#[test]
fn the_shape_of_its_json() {
    let json = northland(&["gaps", "--format", "json"]).output();
    assert!(json.contains("\"schema\": \"linchpin.gaps/1\""));
    assert_snapshot!(shape(&json));
}

#[test]
fn the_columns_of_its_csv() {
    let csv = northland(&["gaps", "--format", "csv"]).output();
    assert_eq!(csv.lines().count(), 1 + 2 * 5, "a row for each alliance and indicator");
    assert_snapshot!(columns(&csv));
}

#[test]
fn the_built_in_dossier() {
    for (lang, section) in [("en", "What to look for next"), ("de", "Wonach als Nächstes zu suchen ist")] {
        let text = linchpin(&["gaps", "USA-JPN", "--lang", lang]).output();
        assert!(text.contains(section) && text.contains("• "), "{text}");
        fits(&text);
        let all = linchpin(&["gaps", "--all", "--lang", lang]).output();
        assert!(all.lines().count() > 2 * text.lines().count());
        fits(&all);
    }
}

#[test]
fn what_has_no_gaps() {
    assert_snapshot!(refused(
        northland,
        &[&["gaps", "XNO-XSA"], &["gaps", "XNO-XSU", "--framework", "strength"]]
    ));
}
