//! `linchpin validate`.

mod support;
use insta::assert_snapshot;
use support::{columns, northland, shape};

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

#[test]
fn the_shape_of_its_json() {
    let json = northland(&["validate", "--runs", "10", "--format", "json"]).output();
    assert!(json.contains("\"schema\": \"linchpin.validation/1\""));
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
    for args in [&["validate", "vintages"][..], &["validate", "--runs", "3"], &["validate", "--draws", "500"]]
    {
        for lang in ["en", "de"] {
            let run = northland(&[args, &["--lang", lang]].concat());
            assert_eq!(run.code, 2);
            told.push_str(&format!("$ linchpin {}\n{}\n", args.join(" "), run.told()));
        }
    }
    assert_snapshot!(told);
}
