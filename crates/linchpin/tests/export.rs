//! `linchpin export`.

mod harness;
use harness::{cells, linchpin, northland, northland_with, refused, rows, shape};
use insta::assert_snapshot;
use serde_json::Value;
use std::fs;

/// Sources that no format takes as they are: a copy with its note, a body with `and`, and what LaTeX, RIS, XML and spreadsheets
/// would read as commands.
const HOSTILE: &str = r##"
[[source]]
id = "hostile-2024"
type = "article-newspaper"
title = "=cmd()|'{x}' & 50 % of \"R_1\" <b>\\input{}</b>\nER  - #1 ~ Größe"
author = [{ literal = "Press and Radio" }, { family = "Smith, Jr.", given = "{A}" }]
container-title = "\tTimes & Co"
issued = "2024-02-29"
URL = "https://example.org/a_b?c=%20{d}"
language = "en"
reliability = "C"
speaker = "harbour-times"
copy-of = "harbour-2025"
note = "@first"

[[source]]
id = "season-2024"
type = "speech"
title = "A speech"
issued = "2024-23~"
language = "de"
reliability = "C"
speaker = "harbour-times"
"##;

fn hostile(args: &[&str]) -> String {
    let (_temporary, dir) = northland_with(&[("sources.toml", HOSTILE)]);
    harness::on(&dir, args).output()
}

fn json(text: &str) -> Value {
    serde_json::from_str(text).expect("the output is JSON")
}

#[test]
fn a_bibliography_as_csl_json() {
    let text = hostile(&["export", "bibliography"]);
    let items = json(&text);
    assert_eq!(items.as_array().map(Vec::len), Some(4), "two of northland and two more");
    let title = "=cmd()|'{x}' & 50 % of \"R_1\" <b>\\input{}</b>\nER  - #1 ~ Größe";
    assert_eq!(items[1]["title"], title, "the title is as in the dossier");
    assert_snapshot!(text);
}

#[test]
fn a_bibliography_as_bibtex() {
    assert_snapshot!(hostile(&["export", "bibliography", "--as", "bibtex"]));
}

#[test]
fn a_bibliography_as_ris() {
    let text = hostile(&["export", "bibliography", "--as", "ris", "--lang", "de"]);
    assert_eq!(text.matches('\n').count(), text.matches("\r\n").count(), "every line ends with CRLF");
    let tags: Vec<&str> = text.lines().map(|line| line.get(..6).unwrap_or_default()).collect();
    assert!(tags.iter().all(|tag| tag[2..] == *"  - "), "{tags:?}");
    let count = |tag: &str| tags.iter().filter(|t| t.starts_with(tag)).count();
    assert_eq!((count("TY"), count("ER")), (4, 4), "a title ends no record");
    assert_snapshot!(text.replace("\r\n", "\n"));
}

#[test]
fn only_sources_that_were_known() {
    let ids = |args: &[&str]| {
        let items = json(&northland(&[&["export", "bibliography"], args].concat()).output());
        items.as_array().expect("a list").iter().map(|item| item["id"].to_string()).collect::<Vec<_>>()
    };
    assert_eq!(ids(&[]), [r#""harbour-2025""#, r#""polar-2023""#]);
    assert_eq!(ids(&["--known-at", "2024"]), [r#""polar-2023""#]);
}

#[test]
fn statements_as_csv_are_those_of_statements() {
    let csv = linchpin(&["export", "statements"]).output();
    assert_eq!(csv, linchpin(&["statements", "--details"]).output());
}

#[test]
fn statements_as_json_lines_are_those_of_the_log() {
    let text = northland(&["export", "statements", "--as", "jsonl"]).output();
    let log = ["harbour-2025", "polar-2023"].map(|source| {
        let path = format!("{}/tests/northland/statements/{source}.jsonl", env!("CARGO_MANIFEST_DIR"));
        fs::read_to_string(path).expect("a log")
    });
    let logged: Vec<Value> = log.concat().lines().map(json).collect();
    let in_log = |id: &Value| {
        let asserted = logged.iter().map(|line| (&line["entry"]["assert"], line));
        asserted.into_iter().find(|(statement, _)| statement["id"] == *id).expect("a statement of the log")
    };
    let lines: Vec<Value> = text.lines().map(json).collect();
    assert!(lines.len() >= 15);
    for line in &lines {
        let (statement, logged) = in_log(&line["statement"]["id"]);
        assert_eq!(line["statement"], *statement);
        assert_eq!((&line["recorded"], &line["by"]), (&logged["recorded"], &logged["by"]));
        assert!(line["rank"].is_string() && line["status"].is_string());
    }
    assert_snapshot!(shape(text.lines().next().expect("a line")));
}

#[test]
fn statements_as_annotations() {
    let text = northland(&["export", "statements", "--as", "annotations"]).output();
    let first = json(&text)["first"]["items"][0].clone();
    assert_snapshot!(serde_json::to_string_pretty(&first).expect("JSON"));
}

/// Every piece of evidence has an annotation, whose selector is its anchor; ids are unique, and nothing is quoted that the
/// dossier does not quote.
#[test]
fn annotations_of_the_built_in_dossier() {
    let found = json(&linchpin(&["export", "statements", "--as", "annotations"]).output());
    let items = found["first"]["items"].as_array().expect("a list");
    let evidence = rows(&linchpin(&["statements"]).output()).len();
    assert_eq!((items.len(), found["total"].as_u64()), (evidence, Some(evidence as u64)));
    let ids: std::collections::BTreeSet<String> = items.iter().map(|item| item["id"].to_string()).collect();
    assert_eq!(ids.len(), evidence);
    let anchors: Vec<Value> = linchpin(&["export", "statements", "--as", "jsonl"])
        .output()
        .lines()
        .flat_map(|line| json(line)["statement"]["evidence"].as_array().cloned().unwrap_or_default())
        .map(|evidence| evidence["anchor"].clone())
        .collect();
    for (item, anchor) in items.iter().zip(&anchors) {
        let (target, selectors) = (&item["target"], &item["target"]["selector"]);
        if anchor.is_null() {
            assert!(selectors.is_null());
            continue;
        }
        assert_eq!(selectors[0]["type"], "DataPositionSelector");
        assert_eq!([&selectors[0]["start"], &selectors[0]["end"]], [&anchor["span"][0], &anchor["span"][1]]);
        assert_eq!(target["source"]["sha256"], anchor["text"]);
        assert_eq!(selectors[1]["exact"], anchor["quote"], "{item}");
    }
}

#[test]
fn an_assessment_is_that_of_assess() {
    let asked = ["--as-of", "2021-05-10", "--draws", "1000"];
    let tidy = rows(&linchpin(&[&["export", "assessment"], &asked[..]].concat()).output());
    let wide = rows(&linchpin(&[&["assess", "--format", "csv"], &asked[..]].concat()).output());
    assert_eq!(tidy.len(), wide.len() * 6);
    for row in &tidy {
        let is_same = |r: &&std::collections::BTreeMap<String, String>| {
            r["tie"] == row["tie"] && r["node"] == row["node"]
        };
        let same = wide.iter().find(is_same).expect("the same node");
        let told = (&row["value"], &row["shown"], &row["level"], &row["as_of"]);
        assert_eq!(told, (&same[&row["figure"]], &same["shown"], &same["level"], &same["as_of"]));
    }
}

#[test]
fn an_assessment_of_one_alliance() {
    assert_snapshot!(northland(&["export", "assessment", "xsu-xno", "--as-of", "2023-06"]).output());
}

#[test]
fn a_network() {
    let alliance = r#"
[[alliance]]
id = "pact"
kind = "plurilateral"
members = [{ actor = "XNO" }, { actor = "XSU" }, { actor = "XEA" }]
from = "1980"
to = "1990"
names = [{ lang = "de", nom = "Pakt <&> \"Größe\"" }, { lang = "en", nom = "Pact ]]> 'size'" }]
"#;
    let (_temporary, dir) = northland_with(&[("alliances.toml", alliance)]);
    let edges = |args: &[&str]| {
        let text = harness::on(&dir, &[&["export", "network"], args].concat()).output();
        text.matches("<edge ").count()
    };
    assert_eq!(edges(&[]), 5, "two alliances of two and three pairs of the pact");
    assert_eq!(edges(&["--as-of", "1985"]), 5);
    assert_eq!(edges(&["--as-of", "1995"]), 2, "the pact has ended");
    assert_eq!(edges(&["--as-of", "1965"]), 1, "one alliance had begun");
    assert_snapshot!(harness::on(&dir, &["export", "network"]).output());
}

/// Formulas that someone wrote into a dossier stay text in every table of the program.
#[test]
fn no_cell_is_a_formula() {
    let claim =
        "{'position':{'subject':'XSU','issue':'threat','place':'serious','layer':'goal','salience':0.5}}";
    let said = "{'speaker':'polar-institute','modality':'said'}";
    let line = harness::logged("polar-2023-091", "polar-2023", claim, "2023", said, "=HYPERLINK(1)");
    let (_temporary, dir) = northland_with(&[("statements/polar-2023.jsonl", &line)]);
    for command in [&["export", "statements"][..], &["statements"]] {
        let texts = cells(&harness::on(&dir, command).output(), "text_en");
        assert!(texts.contains(&"'=HYPERLINK(1)".to_string()), "{command:?}");
    }
    let values = cells(&linchpin(&["statements"]).output(), "value");
    assert!(values.iter().any(|value| value.parse::<f64>().is_ok()), "numbers stay numbers");
}

#[test]
fn a_file_is_written_whole_and_never_over_another() {
    let temporary = tempfile::tempdir().expect("a temporary folder");
    let path = temporary.path().join("sources.bib");
    let path = path.to_str().expect("a path of text");
    let asked = ["export", "bibliography", "--as", "bibtex"];
    let into = |more: &[&str]| northland(&[&asked[..], &["-o", path], more].concat());
    let mut told = into(&[]).output();
    let printed = northland(&asked).output();
    assert_eq!(fs::read_to_string(path).expect("the file"), printed);
    fs::write(path, "mine").expect("a file");
    for lang in ["en", "de"] {
        let refusal = into(&["--lang", lang]);
        assert_eq!(refusal.code, 1);
        told.push_str(&refusal.told());
    }
    assert_eq!(fs::read_to_string(path).expect("the file"), "mine");
    told.push_str(&into(&["--force", "--lang", "de"]).output());
    assert_eq!(fs::read_to_string(path).expect("the file"), printed);
    assert_eq!(fs::read_dir(temporary.path()).expect("the folder").count(), 1, "nothing is left behind");
    let nowhere = temporary.path().join("none/sources.bib");
    let nowhere = northland(&[&asked[..], &["-o", nowhere.to_str().expect("a path of text")]].concat());
    assert_eq!(nowhere.code, 1);
    told.push_str(&nowhere.told());
    assert_snapshot!(told.replace(temporary.path().to_str().expect("a path of text"), "DIR"));
}

#[test]
fn what_cannot_be_exported() {
    let lines: &[&[&str]] = &[
        &["export", "pictures"],
        &["export", "bibliography", "--as", "word"],
        &["export", "bibliography", "--as-of", "2021"],
        &["export", "statements", "--draws", "1000"],
        &["export", "network", "--known-at", "2021"],
        &["export", "assessment", "USA-XXX"],
        &["export", "assessment", "--format", "json"],
        &["export", "network", "--force"],
    ];
    assert_snapshot!(refused(linchpin, lines));
}

#[test]
fn a_map_as_geojson() {
    let text = linchpin(&["export", "map"]).output();
    let features = json(&text)["features"].as_array().expect("features").len();
    assert!(features > 1, "members and ties: {features}");
    assert_snapshot!(shape(&text));
}
