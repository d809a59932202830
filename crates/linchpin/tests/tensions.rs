//! `linchpin tensions`.

mod harness;
use harness::{columns, fits, linchpin, logged, northland, northland_with, refused, rows, shape};
use insta::assert_snapshot;
use std::path::PathBuf;

/// A dossier in which the newer source contradicts the older one in every way there is, and itself once.
fn quarrelling() -> (tempfile::TempDir, PathBuf) {
    let harbour = |id: &str, claim: &str, valid: &str, said: &str, text: &str| {
        logged(&format!("harbour-2025-{id}"), "harbour-2025", claim, valid, said, text)
    };
    let paper = "{'speaker':'harbour-times','modality':'said'}";
    let berg = "{'speaker':'ada-berg','modality':'said'}";
    let denied = "{'speaker':'XSU','modality':'denied'}";
    let threat = |subject: &str, place: &str| {
        format!(
            "{{'position':{{'subject':'{subject}','issue':'threat','place':'{place}','layer':'goal','salience':0.5}}}}"
        )
    };
    let spent = |more: &str| {
        format!("{{'quantity':{{'subject':'XEA','measure':'defence-share','unit':'percent',{more}}}}}")
    };
    let mechanism = "{'mechanism':{'cause':'shared-threat','effect':'cohesion','sign':'weakens'}}";
    let pact =
        "{'provision':{'subject':'XNO-XEA','topic':'mutual-defence','value':'assist','binding':'declared'}}";
    let lines = [
        // levels, by another source; a third statement agrees with one of them
        harbour(
            "101",
            &threat("XNO", "gravest"),
            "2023-03",
            paper,
            "Northland saw no graver threat in March 2023.",
        ),
        harbour(
            "102",
            &threat("XNO", "gravest"),
            "2023-04",
            berg,
            "In April 2023 Berg saw no graver threat.",
        ),
        // the same mouth in the same source is one voice
        harbour(
            "103",
            &threat("XEA", "serious"),
            "2025-08",
            "{'speaker':'XEA','modality':'said'}",
            "Eastland speaks of a serious threat.",
        ),
        // values that do not fit, and values of another series
        harbour(
            "104",
            &spent("'value':1.6,'bound':'exact'"),
            "2022",
            paper,
            "Eastland spent 1.6 percent in 2022.",
        ),
        harbour(
            "105",
            &spent("'value':2.0,'bound':'exact','series':'nordic'"),
            "2022",
            paper,
            "By the Nordic count Eastland spent 2 percent in 2022.",
        ),
        harbour(
            "106",
            &spent("'value':1.0,'bound':'more_than'"),
            "2022",
            paper,
            "Eastland spent more than 1 percent in 2022.",
        ),
        // another year is no contradiction
        harbour(
            "107",
            &spent("'value':1.9,'bound':'exact'"),
            "2024",
            paper,
            "Eastland spent 1.9 percent in 2024.",
        ),
        harbour("108", mechanism, "2023", paper, "A shared threat drives the partners apart."),
        harbour(
            "109",
            &threat("XSU", "serious"),
            "2023",
            denied,
            "Southland denies that it feels under serious threat.",
        ),
        harbour("110", pact, "1970/..", paper, "The treaty of 1970 is taken to oblige both to assist."),
    ];
    let disputed = harbour("111", &threat("XSU", "serious"), "2025-08", paper, "Southland feels under serious threat.")
        .replace(
            "\"credibility\":2}]",
            "\"credibility\":2},{\"source\":\"polar-2023\",\"locator\":\"p. 9\",\"stance\":\"contradicts\",\"credibility\":2}]",
        );
    northland_with(&[("statements/harbour-2025.jsonl", &format!("{}{disputed}", lines.concat()))])
}

fn quarrels(args: &[&str]) -> String {
    let (_temporary, dir) = quarrelling();
    let dossier = dir.to_str().expect("a path of text");
    linchpin(&[&["tensions", "--dossier", dossier], args].concat()).output()
}

/// Each contradiction of an answer: how, and its statements.
fn contradictions(args: &[&str], list: &str) -> Vec<(String, Vec<String>)> {
    let mut found: Vec<(String, Vec<String>)> = vec![];
    let mut before = String::new();
    for row in rows(&quarrels(&[args, &["--format", "csv"]].concat())) {
        if row["list"] == list {
            if row["number"] != before {
                found.push((row["how"].clone(), vec![]));
            }
            before = row["number"].clone();
            if let Some((_, statements)) = found.last_mut() {
                statements.push(row["statement"].replace("harbour-2025-", "h").replace("polar-2023-", "p"));
            }
        }
    }
    found
}

fn entry(how: &str, statements: &[&str]) -> (String, Vec<String>) {
    (how.into(), statements.iter().map(|id| id.to_string()).collect())
}

#[test]
fn in_english() {
    assert_snapshot!(quarrels(&[]));
}

#[test]
fn in_german() {
    assert_snapshot!(quarrels(&["--lang", "de"]));
}

#[test]
fn where_all_is_at_peace() {
    assert_snapshot!(northland(&["tensions", "XNO-XSU", "--older-than", "10"]).output());
}

#[test]
fn what_contradicts_what() {
    let mut found = contradictions(&[], "contradiction");
    found.sort();
    assert_eq!(
        found,
        [
            entry("denial", &["p002", "h109"]),
            entry("evidence", &["h111"]),
            entry("level", &["p001", "h101", "h102"]),
            entry("level", &["p008", "h110"]),
            entry("sign", &["p012", "h108"]),
            entry("value", &["p010", "h104"]),
        ]
    );
    assert_eq!(contradictions(&[], "different-series"), [entry("series", &["p010", "h105"])]);
}

#[test]
fn only_what_concerns_the_alliance() {
    let hows = |tie: &str| {
        let mut found: Vec<String> = contradictions(&[tie], "contradiction")
            .into_iter()
            .map(|(_, statements)| statements[0].clone())
            .collect();
        found.sort();
        found
    };
    assert_eq!(hows("XNO-XSU"), ["h111", "p001", "p002", "p012"]);
    assert_eq!(hows("XNO-XEA"), ["p001", "p008", "p010", "p012"]);
}

#[test]
fn only_what_was_known_and_had_begun() {
    assert!(contradictions(&["--known-at", "2024"], "contradiction").is_empty());
    let by_1969 = contradictions(&["--as-of", "1969"], "contradiction");
    assert!(by_1969.is_empty(), "{by_1969:?}");
    let by_1971 = contradictions(&["--as-of", "1971"], "contradiction");
    assert_eq!(by_1971, [entry("level", &["p008", "h110"])]);
}

#[test]
fn evidence_is_old_after_as_many_years_as_one_says() {
    let stale = |years: &str| {
        let csv = northland(&["tensions", "XNO-XEA", "--older-than", years, "--format", "csv"]).output();
        let found = rows(&csv).into_iter().filter(|row| row["list"] == "stale");
        found.map(|row| row["node"].clone()).collect::<Vec<_>>()
    };
    assert_eq!(stale("2"), ["contributions", "contributions/duty", "contributions/effort"]);
    assert_eq!(stale("3"), Vec::<String>::new());
    assert!(stale("0").len() > 3);
}

#[test]
fn the_shape_of_its_json() {
    let json = quarrels(&["--format", "json"]);
    assert!(json.contains("\"schema\": \"linchpin.tensions/1\""));
    assert_snapshot!(shape(&json));
}

#[test]
fn the_columns_of_its_csv() {
    assert_snapshot!(columns(&northland(&["tensions", "--format", "csv"]).output()));
}

#[test]
fn the_built_in_dossier() {
    for (lang, section) in [("en", "\nContradictions\n"), ("de", "\nWidersprüche\n")] {
        let text = linchpin(&["tensions", "--lang", lang]).output();
        assert!(text.contains(section) && text.contains("swp-2021"), "{text}");
        fits(&text);
        fits(&linchpin(&["tensions", "USA-KOR", "--all", "--lang", lang]).output());
    }
}

#[test]
fn what_makes_no_sense() {
    assert_snapshot!(refused(
        northland,
        &[&["tensions", "XNO-XSA"], &["tensions", "--older-than", "-1"], &["tensions", "--older-than", "x"],]
    ));
}
