//! `linchpin overview`.

mod harness;
use harness::{columns, fits, linchpin, northland, northland_copy, on, refused, rows, shape};
use insta::assert_snapshot;
use std::collections::BTreeMap;

#[test]
fn in_english() {
    assert_snapshot!(northland(&["overview"]).output());
}

#[test]
fn in_german() {
    assert_snapshot!(northland(&["overview", "--lang", "de"]).output());
}

#[test]
fn with_what_was_known_then() {
    assert_snapshot!(northland(&["overview", "--known-at", "2024"]).output());
}

/// The rows of one kind.
fn found(args: &[&str], kind: &str) -> Vec<BTreeMap<String, String>> {
    let csv = northland(&[&["overview", "--format", "csv"], args].concat()).output();
    rows(&csv).into_iter().filter(|row| row["row"] == kind).collect()
}

#[test]
fn its_scores_are_those_of_assess() {
    for args in [&[][..], &["--as-of", "2024"], &["--since", "2024"]] {
        let csv = northland(&[&["assess", "--format", "csv"], args].concat()).output();
        // another date beside those of a question moves the last digits
        let rounded = |mean: &str| format!("{:.6}", mean.parse::<f64>().unwrap());
        let told = |row: &BTreeMap<String, String>, node: &str| {
            [row[node].clone(), rounded(&row["mean"]), row["shown"].clone(), row["probability"].clone()]
        };
        let assessed: Vec<[String; 4]> = rows(&csv).iter().map(|row| told(row, "node")).collect();
        let (totals, criteria) = (found(args, "total"), found(args, "criterion"));
        let of = |tie: &BTreeMap<String, String>| {
            let own = criteria.iter().filter(|row| row["tie"] == tie["tie"]);
            [tie].into_iter().chain(own).map(|row| told(row, "item")).collect::<Vec<_>>()
        };
        assert_eq!(totals.iter().flat_map(of).collect::<Vec<_>>(), assessed, "{args:?}");
    }
}

#[test]
fn what_stands_out_is_the_best_and_the_worst_by_weight() {
    let csv = northland(&["explain", "XNO-XSU", "--format", "csv"]).output();
    // each criterion of the made-up framework has its indicators right below it
    let mut below: BTreeMap<String, f64> = BTreeMap::new();
    for row in rows(&csv).into_iter().filter(|row| row["node"].contains('/') && row["shown"] == "true") {
        below.insert(row["node"].clone(), row["mean"].parse().unwrap());
    }
    let [strength, weakness] = ["strength", "weakness"].map(|kind| {
        let of_tie = found(&[], kind).into_iter().find(|row| row["tie"] == "XNO-XSU").unwrap();
        (of_tie["item"].clone(), of_tie["mean"].parse::<f64>().unwrap())
    });
    assert_eq!(below[&strength.0], strength.1);
    let mean = below.values().sum::<f64>() / below.len() as f64;
    assert!(strength.1 > mean && weakness.1 < mean, "{strength:?} {weakness:?} {below:?}");
}

#[test]
fn what_is_not_shown_now_was_last_shown_on_a_day_of_evidence() {
    let hidden: Vec<String> = found(&[], "total")
        .into_iter()
        .filter(|row| row["shown"] == "false")
        .map(|row| row["tie"].clone())
        .collect();
    assert_eq!(hidden, ["XNO-XSU", "XNO-XEA"]);
    let last = found(&[], "last_shown");
    let [row] = last.as_slice() else { panic!("{last:?}") };
    assert_eq!((row["tie"].as_str(), row["as_of"].as_str()), ("XNO-XSU", "2023-06-15"));
    let then = northland(&["assess", "XNO-XSU", "--as-of", "2023-06-15", "--format", "csv"]).output();
    assert_eq!((&rows(&then)[0]["shown"], &rows(&then)[0]["level"]), (&"true".to_string(), &row["level"]));
    assert!(found(&["--as-of", "2023-06-15"], "last_shown").is_empty(), "it is shown then");
}

#[test]
fn it_counts_what_there_is() {
    let count = |kind: &str| {
        found(&[], kind).iter().map(|row| row["statements"].parse::<usize>().unwrap()).sum::<usize>()
    };
    let listed = rows(&northland(&["statements"]).output()).len();
    assert_eq!((count("kind"), count("source")), (listed, listed));
    let known = found(&["--known-at", "2024"], "source");
    assert_eq!(known.iter().map(|row| row["item"].as_str()).collect::<Vec<_>>(), ["polar-2023"]);
}

#[test]
fn other_alliances_are_named() {
    let (_temporary, dir) = northland_copy();
    let settings = std::fs::read_to_string(dir.join("dossier.toml")).unwrap();
    std::fs::write(dir.join("dossier.toml"), settings.replace(", \"XNO-XEA\"", "")).unwrap();
    let text = on(&dir, &["overview"]).output();
    assert!(text.contains("Not assessed: Northland–Eastland (1 statement)"), "{text}");
}

#[test]
fn the_shape_of_its_json() {
    let json = northland(&["overview", "--format", "json"]).output();
    assert!(json.contains("\"schema\": \"linchpin.overview/1\""));
    assert_snapshot!(shape(&json));
}

#[test]
fn the_columns_of_its_csv() {
    assert_snapshot!(columns(&northland(&["overview", "--format", "csv"]).output()));
}

#[test]
fn the_built_in_dossier() {
    for (lang, words) in [
        ("en", ["USA-JPN", "USA-KOR", "Chief strength", "Chief weakness", "Chief doubt", "Quad ("]),
        ("de", ["USA-JPN", "USA-KOR", "Größte Stärke", "Größte Schwäche", "Größter Zweifel", "Quad ("]),
    ] {
        let text = linchpin(&["overview", "--lang", lang]).output();
        fits(&text);
        for word in words {
            assert!(text.contains(word), "{word} is not in\n{text}");
        }
    }
}

#[test]
fn what_cannot_be_asked() {
    assert_snapshot!(refused(
        northland,
        &[
            &["overview", "--since", "2030"],
            &["overview", "--known-at", "1999"],
            &["overview", "--framework", "resilient"],
        ]
    ));
}
