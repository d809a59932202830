//! `linchpin sensitivity`.

mod harness;
use harness::{columns, fits, linchpin, northland, refused, rows, shape};
use insta::assert_snapshot;

#[test]
fn in_english() {
    assert_snapshot!(northland(&["sensitivity", "XNO-XSU", "--as-of", "2023-06"]).output());
}

#[test]
fn in_german() {
    assert_snapshot!(northland(&["sensitivity", "--node", "contributions", "--lang", "de"]).output());
}

#[test]
fn where_too_little_is_known() {
    let text = linchpin(&["sensitivity", "USA-KOR", "--as-of", "2000"]).output();
    assert!(text.contains("Too little evidence"), "{text}");
}

/// What is known of the same thing is the same, whichever way it is asked.
#[test]
fn more_points_narrow_the_intervals_and_threads_change_nothing() {
    let told = |more: &[&str]| {
        let args = [&["sensitivity", "USA-KOR", "--as-of", "2021-05-10", "--format", "csv"], more].concat();
        linchpin(&args).output()
    };
    let width = |told: &str| -> f64 {
        let number = |text: &String| text.parse::<f64>().expect("a number");
        rows(told).iter().map(|row| number(&row["total_high"]) - number(&row["total_low"])).sum()
    };
    let few = told(&["--points", "64"]);
    assert!(width(&told(&["--points", "1024"])) < 0.6 * width(&few));
    assert_eq!(few, told(&["--points", "64", "--threads", "5"]));
}

#[test]
fn the_shape_of_its_json() {
    assert_snapshot!(shape(&northland(&["sensitivity", "--as-of", "2023-06", "--format", "json"]).output()));
}

#[test]
fn the_columns_of_its_csv() {
    assert_snapshot!(columns(&northland(&["sensitivity", "--as-of", "2023-06", "--format", "csv"]).output()));
}

#[test]
fn fits_the_page() {
    for lang in ["de", "en"] {
        fits(&linchpin(&["sensitivity", "--as-of", "2021-05-10", "--all", "--lang", lang]).output());
    }
}

#[test]
fn what_cannot_be_asked() {
    let lines: &[&[&str]] = &[
        &["sensitivity", "USA-XXX"],
        &["sensitivity", "USA-KOR", "--points", "3"],
        &["sensitivity", "USA-KOR", "--replicates", "1"],
        &["sensitivity", "USA-KOR", "--node", "nothing"],
        &["sensitivity", "USA-KOR", "--draws", "100"],
    ];
    assert_snapshot!(refused(linchpin, lines));
}
