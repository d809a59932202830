//! `linchpin weigh`.

mod harness;
use harness::{columns, fits, linchpin, northland, refused, rows, shape};
use insta::assert_snapshot;

#[test]
fn in_english() {
    assert_snapshot!(northland(&["weigh", "contributions=2", "--as-of", "2023-06"]).output());
}

#[test]
fn in_german() {
    let args = ["weigh", "convergence=1", "support=0", "--as-of", "2023-06", "--lang", "de"];
    assert_snapshot!(northland(&args).output());
}

#[test]
fn as_json_it_has_a_shape() {
    let json = northland(&["weigh", "support=0", "--as-of", "2023-06", "--format", "json"]).output();
    assert_snapshot!(shape(&json));
}

#[test]
fn as_csv_it_is_one_table() {
    let csv = northland(&["weigh", "support=3", "--format", "csv"]).output();
    assert_snapshot!(columns(&csv));
}

/// The mean of a node by one of the two weights.
fn mean(args: &[&str], tie: &str, node: &str, by: &str) -> f64 {
    let more = ["--as-of", "2021-05-10", "--format", "csv"];
    let found = rows(&linchpin(&[&["weigh"], args, &more].concat()).output());
    let row = found.iter().find(|row| row["tie"] == tie && row["node"] == node && row["by"] == by);
    row.unwrap_or_else(|| panic!("{tie} {node} {by}"))["mean"].parse().expect("a number")
}

#[test]
fn the_same_weights_give_the_same_scores_and_the_total_follows_what_weighs() {
    let same = ["convergence=20", "contributions=20", "support=20"];
    let of = |args: &[&str], by| mean(args, "USA-JPN", "resilience", by);
    assert_eq!(of(&same, "own"), of(&same, "framework"));
    let only = ["convergence=1", "contributions=0", "support=0"];
    let alone = of(&only, "own");
    let convergence = mean(&only, "USA-JPN", "convergence", "framework");
    assert!((alone - convergence).abs() < 1e-9, "{alone} {convergence}");
    // more weight on the higher criterion raises the total, and the criterion itself stays
    let more = ["convergence=3"];
    assert!(of(&more, "own") > of(&more, "framework"));
    assert_eq!(
        mean(&more, "USA-JPN", "convergence", "own"),
        mean(&more, "USA-JPN", "convergence", "framework")
    );
}

#[test]
fn what_is_no_weight_is_refused() {
    assert_snapshot!(refused(
        northland,
        &[
            &["weigh", "convergence"],
            &["weigh", "convergence=much"],
            &["weigh", "convergence=-1"],
            &["weigh", "convergence=nan"],
            &["weigh", "nothing=1"],
            &["weigh"],
        ]
    ));
}

#[test]
fn where_nothing_weighs_anything_there_is_no_score() {
    let nothing = ["weigh", "convergence=0", "contributions=0", "support=0", "--as-of", "2023-06"];
    let found = rows(&northland(&[&nothing[..], &["--format", "csv"]].concat()).output());
    assert!(!found.is_empty() && found.iter().all(|row| row["by"] == "framework"));
    northland(&nothing).output();
}

#[test]
fn in_a_narrow_terminal_it_fits() {
    fits(&northland(&["weigh", "support=2"]).output());
}
