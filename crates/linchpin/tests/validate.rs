//! `linchpin validate`.

mod harness;
use harness::{columns, northland, rows, shape};
use insta::assert_snapshot;

#[test]
fn in_english() {
    assert_snapshot!(northland(&["validate", "--runs", "10"]).output());
}

#[test]
fn in_german() {
    assert_snapshot!(northland(&["validate", "--runs", "10", "--lang", "de"]).output());
}

#[test]
fn one_experiment() {
    let csv = northland(&["validate", "placebo", "--runs", "10", "--format", "csv"]).output();
    assert!(csv.contains("\nplacebo,fair-press,") && !csv.contains("\ncalibration,"), "{csv}");
    assert_snapshot!(columns(&csv));
}

/// The value of a figure in the CSV of an experiment.
fn figure(csv: &str, experiment: &str, figure: &str) -> f64 {
    let found = rows(csv).into_iter().find(|row| row["experiment"] == experiment && row["figure"] == figure);
    let found = found.unwrap_or_else(|| panic!("no {figure} in\n{csv}"));
    found["value"].parse().expect("a number")
}

#[test]
fn swapped_alliances_reverse_their_comparisons() {
    let csv = northland(&["validate", "labels", "--runs", "200", "--format", "csv"]).output();
    assert_eq!(figure(&csv, "labels", "comparisons"), 1.0);
    assert_eq!(figure(&csv, "labels", "reversed"), 1.0);
    // with one comparison of two cells, a permutation leaves it as it is about half of the time
    let permuted = figure(&csv, "labels", "permuted");
    assert!((0.2..0.8).contains(&permuted), "{permuted}");
    // Southland leads on each indicator of contributions
    assert_eq!(figure(&csv, "labels", "under_any_weights"), 1.0);
    assert_eq!(figure(&csv, "labels", "weighted"), 1.0);
}

#[test]
fn later_readings_are_predicted_from_earlier_ones_alone() {
    let csv = northland(&["validate", "vintages", "--format", "csv"]).output();
    assert!(figure(&csv, "vintages", "states") >= 3.0, "{csv}");
    assert!(figure(&csv, "vintages", "readings") >= figure(&csv, "vintages", "states"));
    assert!((0.0..=1.0).contains(&figure(&csv, "vintages", "covered_90")));
}

#[test]
fn a_second_coder_is_compared_with_the_first() {
    let csv = northland(&["validate", "double-coding", "--format", "csv"]).output();
    assert_eq!(figure(&csv, "double-coding", "passages"), 5.0);
    // a level apart once, no level once
    assert_eq!(figure(&csv, "double-coding", "same"), 3.0);
    let alpha = figure(&csv, "double-coding", "alpha_levels");
    assert!((0.3..1.0).contains(&alpha), "{alpha}");
}

#[test]
fn the_shape_of_its_json() {
    let json = northland(&["validate", "--runs", "10", "--format", "json"]).output();
    assert!(json.contains("\"schema\": \"linchpin.validation/2\""));
    assert_snapshot!(shape(&json));
}

#[test]
fn the_same_on_one_thread_or_many() {
    let csv = |threads| {
        northland(&["validate", "calibration", "--runs", "10", "--format", "csv", "--threads", threads])
            .output()
    };
    assert_eq!(csv("1"), csv("3"));
}

#[test]
fn what_cannot_be_tested() {
    let mut told = String::new();
    for args in [&["validate", "vintage"][..], &["validate", "--runs", "3"], &["validate", "--draws", "500"]]
    {
        for lang in ["en", "de"] {
            let run = northland(&[args, &["--lang", lang]].concat());
            assert_eq!(run.code, 2);
            told.push_str(&format!("$ linchpin {}\n{}\n", args.join(" "), run.told()));
        }
    }
    assert_snapshot!(told);
}
