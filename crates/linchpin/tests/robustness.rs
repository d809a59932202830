//! `linchpin robustness`.

mod harness;
use harness::{columns, fits, linchpin, logged, northland, northland_with, refused, rows, shape};
use insta::assert_snapshot;

#[test]
fn in_english() {
    assert_snapshot!(northland(&["robustness", "--as-of", "2023-06"]).output());
}

#[test]
fn in_german() {
    assert_snapshot!(northland(&["robustness", "--as-of", "2023-06", "--all", "--lang", "de"]).output());
}

/// The same question asked of one source alone has the same answer.
#[test]
fn without_a_source_the_scores_are_those_of_retract() {
    let all = rows(&linchpin(&["robustness", "--as-of", "2021-05-10", "--format", "csv"]).output());
    for source in ["swp-2021", "handelsblatt-2024"] {
        let retract = ["retract", source, "--as-of", "2021-05-10", "--format", "csv"];
        for row in rows(&linchpin(&retract).output()) {
            let same = |r: &&std::collections::BTreeMap<String, String>| {
                r["id"] == source && r["tie"] == row["tie"] && r["node"] == row["node"]
            };
            let same = all.iter().find(same).expect("the same node");
            assert_eq!(same["outcome"], row["outcome"], "{source} {}", row["node"]);
            if !same["mean_without"].is_empty() {
                let [ours, theirs] = [&same["mean_without"], &row["mean_without"]]
                    .map(|n| n.parse::<f64>().expect("a number"));
                assert!((ours - theirs).abs() < 1e-6, "{source} {}", row["node"]);
            }
        }
    }
}

#[test]
fn conclusions_with_everything_are_those_of_verify() {
    let robust = rows(&linchpin(&["robustness", "--format", "csv"]).output());
    for row in rows(&linchpin(&["verify", "--format", "csv"]).output()) {
        let same = robust.iter().find(|r| r["finding"] == row["id"]).expect("the same finding");
        assert_eq!((&same["level"], &same["mean"]), (&row["verdict"], &row["probability"]), "{}", row["id"]);
    }
}

#[test]
fn every_part_is_left_out_once() {
    let all = rows(&linchpin(&["robustness", "USA-KOR", "--format", "csv"]).output());
    let parts: std::collections::BTreeSet<(&str, &str)> =
        all.iter().map(|row| (row["left_out"].as_str(), row["id"].as_str())).collect();
    let count = |by: &str| parts.iter().filter(|(part, _)| *part == by).count();
    assert_eq!((count("source"), count("coder")), (5, 0), "everything was coded by one coder");
    assert!(count("indicator") >= 50);
    let of_one = all.iter().filter(|row| row["id"] == "swp-2021" && row["of"] == "judgement");
    assert_eq!(of_one.count(), 13, "a row for each node");
}

/// Without the statements of a second coder the scores are those of the dossier that never had them.
#[test]
fn each_of_several_coders_is_left_out() {
    let claim = "{'quantity':{'subject':'XSU','measure':'defence-share','value':1.0,'unit':'percent','bound':'exact'}}";
    let said = "{'speaker':'polar-institute','modality':'said'}";
    let line = logged("polar-2023-090", "polar-2023", claim, "2023-05", said, "Supposed.");
    let line = line.replace(r#""by":"kim""#, r#""by":"lee""#);
    let (_temporary, dir) = northland_with(&[("statements/polar-2023.jsonl", &line)]);
    let dossier = dir.to_str().expect("a path of text");
    let args = ["robustness", "--as-of", "2023-06", "--format", "csv", "--dossier", dossier];
    let all = rows(&linchpin(&args).output());
    let coders: std::collections::BTreeSet<&str> =
        all.iter().filter(|row| row["left_out"] == "coder").map(|row| row["id"].as_str()).collect();
    assert_eq!(coders.into_iter().collect::<Vec<_>>(), ["kim", "lee"]);
    assert!(
        all.iter().any(|row| row["id"] == "lee" && row["mean"] != row["mean_without"]),
        "lee says nothing"
    );
    let plain = ["assess", "--as-of", "2023-06", "--draws", "1000", "--format", "csv"];
    for row in rows(&northland(&plain).output()) {
        let is_same = |r: &&std::collections::BTreeMap<String, String>| {
            r["id"] == "lee" && r["tie"] == row["tie"] && r["node"] == row["node"]
        };
        let same = all.iter().find(is_same).expect("the same node");
        assert_eq!(same["level_without"], row["level"], "{}", row["node"]);
    }
}

#[test]
fn the_shape_of_its_json() {
    assert_snapshot!(shape(&northland(&["robustness", "--as-of", "2023-06", "--format", "json"]).output()));
}

#[test]
fn the_columns_of_its_csv() {
    assert_snapshot!(columns(&northland(&["robustness", "--as-of", "2023-06", "--format", "csv"]).output()));
}

#[test]
fn fits_the_page() {
    for lang in ["de", "en"] {
        fits(&linchpin(&["robustness", "--all", "--lang", lang]).output());
    }
}

#[test]
fn what_cannot_be_asked() {
    let lines: &[&[&str]] = &[
        &["robustness", "USA-XXX"],
        &["robustness", "--draws", "5"],
        &["robustness", "--framework", "none"],
    ];
    assert_snapshot!(refused(linchpin, lines));
}
