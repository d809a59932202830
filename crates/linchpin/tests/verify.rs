//! `linchpin verify`.

mod harness;
use harness::{columns, fits, linchpin, northland, northland_copy, refused, rows, shape};
use insta::assert_snapshot;

#[test]
fn in_english() {
    assert_snapshot!(northland(&["verify"]).output());
}

#[test]
fn in_german() {
    assert_snapshot!(northland(&["verify", "--lang", "de"]).output());
}

#[test]
fn what_rests_on_grades_alone_falls_without_them() {
    let rows = rows(&northland(&["verify", "--format", "csv"]).output());
    let of = |id: &str| rows.iter().find(|row| row["id"] == id).unwrap();
    let graded = of("in-high-regard");
    assert!(graded["probability"].parse::<f64>().unwrap() > 0.8, "{graded:?}");
    assert_eq!(graded["verdict_without_judgements"], "too-little-evidence");
    assert_eq!(of("south-contributes-more")["verdict"], "borne-out");
    assert_eq!(
        of("south-contributes-more")["probability"],
        of("south-contributes-more")["probability_without_judgements"]
    );
    assert_eq!(of("north-unworried")["verdict"], "contradicted");
    assert_eq!(of("east-in-high-regard")["verdict"], "too-little-evidence");
    assert_eq!(of("east-in-high-regard")["probability"], "");
}

#[test]
fn one_finding() {
    let rows = rows(&northland(&["verify", "north-unworried", "--format", "csv"]).output());
    assert_eq!(rows.iter().map(|row| row["id"].as_str()).collect::<Vec<_>>(), ["north-unworried"]);
}

#[test]
fn nothing_is_borne_out_before_it_could_be_known() {
    let args = ["verify", "south-contributes-more", "--known-at", "2023-06-30", "--format", "csv"];
    let rows = rows(&northland(&args).output());
    assert_eq!(rows[0]["verdict"], "borne-out");
    let run = northland(&["verify", "--known-at", "2023-01-01"]);
    assert_eq!(run.code, 2, "{}", run.told());
}

#[test]
fn the_shape_of_its_json() {
    let json = northland(&["verify", "--format", "json"]).output();
    assert!(json.contains("\"schema\": \"linchpin.verification/1\""));
    assert_snapshot!(shape(&json));
}

#[test]
fn the_columns_of_its_csv() {
    assert_snapshot!(columns(&northland(&["verify", "--format", "csv"]).output()));
}

#[test]
fn a_dossier_without_findings_says_so() {
    let (_temporary, dir) = northland_copy();
    std::fs::remove_file(dir.join("findings.toml")).unwrap();
    let told = linchpin(&["--dossier", dir.to_str().unwrap(), "verify"]).output();
    assert!(told.contains("no findings"), "{told}");
    let run = linchpin(&["--dossier", dir.to_str().unwrap(), "validate", "labels"]);
    assert_eq!(run.code, 1);
    assert!(run.stderr.contains("no findings"), "{}", run.stderr);
}

#[test]
fn what_cannot_be_verified() {
    assert_snapshot!(refused(northland, &[&["verify", "south-contributes"], &["verify", "--as-of", "2023"]]));
}

#[test]
fn most_conclusions_of_the_built_in_dossier_are_borne_out() {
    for lang in ["en", "de"] {
        fits(&linchpin(&["verify", "--lang", lang]).output());
    }
    let csv = linchpin(&["verify", "--format", "csv"]).output();
    let count = |verdict: &str| csv.matches(&format!(",{verdict},0.")).count();
    let (held, failed) = (count("borne-out"), count("contradicted"));
    assert!(csv.lines().count() > 25, "{csv}");
    assert!(held > 5 * failed, "{held} borne out, {failed} contradicted");
}
