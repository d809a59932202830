//! `linchpin overturn`.

mod harness;
use harness::{columns, fits, linchpin, northland, northland_with, refused, rows, shape};
use insta::assert_snapshot;
use std::collections::BTreeMap;

#[test]
fn in_english() {
    assert_snapshot!(northland(&["overturn", "XNO-XSU", "--as-of", "2023-06"]).output());
}

#[test]
fn in_german() {
    assert_snapshot!(
        northland(&["overturn", "--node", "contributions", "--as-of", "2023-06", "--all", "--lang", "de"])
            .output()
    );
}

#[test]
fn where_too_little_is_known() {
    let text = linchpin(&["overturn", "USA-KOR", "--as-of", "2000"]).output();
    assert!(text.contains("Too little evidence"), "{text}");
}

#[test]
fn what_changes_the_level_carries_the_score_across_its_bounds() {
    let args = ["overturn", "--as-of", "2021-05-10", "--node", "contributions/ally", "--format", "csv"];
    let found = rows(&linchpin(&args).output());
    let number = |row: &BTreeMap<String, String>, column: &str| row[column].parse::<f64>().expect("a number");
    let mut changing = 0;
    for row in &found {
        let mean = number(row, "becomes_mean");
        let within = number(row, "level_from") <= mean && mean < number(row, "level_to");
        assert_eq!(row["changes_level"] == "true", !within, "{row:?}");
        let rises = mean > number(row, "mean");
        match row["which"].as_str() {
            "up" => assert!(rises && !within, "{row:?}"),
            "down" => assert!(!rises && !within, "{row:?}"),
            "highest" => assert!(rises, "{row:?}"),
            _ => assert!(!rises, "{row:?}"),
        }
        changing += usize::from(!within);
    }
    assert!(changing > 0, "nothing changes any level");
}

const SUPPOSED: &str = r#"{"recorded":"2025-09-03T09:00:00Z","by":"kim","entry":{"assert":{"id":"new-2023-001","claim":CLAIM,"valid":"2023-06-30","said":{"speaker":"XSU","modality":"said"},"text":{"de":"Angenommen.","en":"Supposed."},"evidence":[{"source":"new-2023","locator":"p. 1","stance":"supports","credibility":2}]}}}"#;
const SOURCE: &str = r#"
[[source]]
id = "new-2023"
type = "report"
title = "Supposed"
language = "en"
issued = "2023-06-30"
reliability = "B"
speaker = "polar-institute"
"#;

/// What the program says would become of a score is what becomes of it where the statement is really made.
#[test]
fn what_is_supposed_comes_true_where_it_is_said() {
    let date = ["--as-of", "2023-06-30"];
    let asked = [&["overturn", "XNO-XSU", "--node", "contributions", "--format", "csv"][..], &date].concat();
    let found = rows(&northland(&asked).output());
    let quantity = found.iter().find(|row| row["kind"] == "quantity").expect("a quantity");
    let object = match quantity["object"].as_str() {
        "" => String::new(),
        object => format!(r#","object":"{object}""#),
    };
    let claim = format!(
        r#"{{"quantity":{{"subject":"{}"{object},"measure":"{}","value":{},"unit":"{}","bound":"exact"}}}}"#,
        quantity["subject"], quantity["predicate"], quantity["value"], quantity["unit"]
    );
    let line = SUPPOSED.replace("CLAIM", &claim);
    let (_temporary, dir) = northland_with(&[("sources.toml", SOURCE), ("statements/new-2023.jsonl", &line)]);
    let dossier = dir.to_str().expect("a path of text");
    let assess = ["assess", "XNO-XSU", "--draws", "1000", "--format", "csv", "--dossier", dossier];
    let assessed = rows(&linchpin(&[&assess[..], &date].concat()).output());
    let node = assessed.iter().find(|row| row["node"] == "contributions").expect("the node");
    let [said, supposed] =
        [&node["mean"], &quantity["becomes_mean"]].map(|n| n.parse::<f64>().expect("a number"));
    // residuals of leaves are those of the same names, so that only the last digits may differ
    assert!((said - supposed).abs() < 1e-3, "{said} {supposed}");
}

#[test]
fn the_shape_of_its_json() {
    assert_snapshot!(shape(&northland(&["overturn", "--as-of", "2023-06", "--format", "json"]).output()));
}

#[test]
fn the_columns_of_its_csv() {
    assert_snapshot!(columns(&northland(&["overturn", "--as-of", "2023-06", "--format", "csv"]).output()));
}

#[test]
fn fits_the_page() {
    for lang in ["de", "en"] {
        fits(&linchpin(&["overturn", "USA-KOR", "--as-of", "2021-05-10", "--all", "--lang", lang]).output());
    }
}

#[test]
fn what_cannot_be_asked() {
    let lines: &[&[&str]] =
        &[&["overturn", "USA-XXX"], &["overturn", "--node", "nothing"], &["overturn", "--draws", "5"]];
    assert_snapshot!(refused(linchpin, lines));
}
