//! `linchpin trajectory`.

mod harness;
use harness::{columns, fits, linchpin, northland, refused, rows, shape};
use insta::assert_snapshot;

#[test]
fn in_english() {
    assert_snapshot!(northland(&["trajectory", "XNO-XSU"]).output());
}

#[test]
fn in_german() {
    assert_snapshot!(northland(&["trajectory", "XNO-XSU", "--lang", "de"]).output());
}

#[test]
fn criteria_where_the_total_is_never_shown() {
    assert_snapshot!(northland(&["trajectory", "XNO-XEA"]).output());
}

#[test]
fn a_node_by_years_in_german() {
    let args = ["trajectory", "XNO-XSU", "--node", "support", "--from", "2021", "--step", "year"];
    assert_snapshot!(northland(&[&args[..], &["--lang", "de"]].concat()).output());
}

fn dates(args: &[&str]) -> Vec<String> {
    let csv = northland(&[&["trajectory", "XNO-XSU", "--format", "csv"], args].concat()).output();
    let rows = rows(&csv);
    let roots = rows.iter().filter(|row| row["node"] == "resilience");
    roots.map(|row| row["date"].clone()).collect()
}

#[test]
fn dates_are_where_evidence_begins_or_ceases_to_hold() {
    let expected =
        ["1961-01-01", "2022-01-01", "2023-01-01", "2023-05-01", "2024-01-01", "2025-08-30", "2025-09-01"];
    assert_eq!(dates(&[]), expected);
    assert_eq!(
        dates(&["--from", "2023-02", "--to", "2024"]),
        ["2023-02-01", "2023-05-01", "2024-01-01", "2024-12-31"]
    );
    // what a source of 2025 says cannot be known in 2024
    assert_eq!(
        dates(&["--known-at", "2024"]),
        ["1961-01-01", "2022-01-01", "2023-01-01", "2023-05-01", "2023-06-15"]
    );
}

#[test]
fn dates_follow_the_calendar() {
    assert_eq!(
        dates(&["--from", "2024-06", "--step", "quarter"]),
        ["2024-06-30", "2024-09-30", "2024-12-31", "2025-03-31", "2025-06-30", "2025-09-01"]
    );
    assert_eq!(dates(&["--from", "2023", "--step", "year"]), ["2023-12-31", "2024-12-31", "2025-09-01"]);
    assert_eq!(dates(&["--from", "2025-07", "--step", "month"]), ["2025-07-31", "2025-08-31", "2025-09-01"]);
}

#[test]
fn the_newest_date_is_that_of_assess() {
    let newest = |args: &[&str], date: &str| {
        let csv = northland(&[args, &["--format", "csv", "--draws", "500"]].concat()).output();
        let found = rows(&csv).into_iter().find(|row| row["node"] == "support" && row[date] == "2025-09-01");
        let found = found.expect("a row");
        ["mean", "q05", "q95", "coverage"].map(|column| found[column].parse::<f64>().expect("a number"))
    };
    let assessed = newest(&["assess", "XNO-XSU"], "as_of");
    let drawn = newest(&["trajectory", "XNO-XSU"], "date");
    for (ours, theirs) in drawn.iter().zip(assessed) {
        assert!((ours - theirs).abs() < 1e-5, "{drawn:?} and {assessed:?}");
    }
}

#[test]
fn gaps_have_no_number() {
    let text = northland(&["trajectory", "XNO-XSU", "--node", "support"]).output();
    let csv = northland(&["trajectory", "XNO-XSU", "--node", "support", "--format", "csv"]).output();
    let (shown, hidden): (Vec<_>, Vec<_>) = rows(&csv).into_iter().partition(|row| row["shown"] == "true");
    assert_eq!((shown.len(), hidden.len()), (4, 3));
    assert_eq!(text.matches('●').count(), shown.len(), "{text}");
    assert!(text.contains("too little evidence on 3 dates"), "{text}");
}

#[test]
fn fewer_draws_unless_the_user_says_how_many() {
    let draws = |args: &[&str]| {
        let text = linchpin(&[&["--dossier", "northland"], args].concat()).output();
        let line = text.lines().find(|line| line.starts_with("Draws")).expect("a line about draws");
        line.to_string()
    };
    assert_eq!(draws(&["trajectory", "XNO-XSU"]), "Draws      1000, seed 1");
    assert_eq!(draws(&["--draws", "300", "trajectory", "XNO-XSU"]), "Draws      300, seed 1");
    assert_eq!(draws(&["trajectory", "XNO-XSU", "--draws", "10000"]), "Draws      10,000, seed 1");
}

#[test]
fn the_shape_of_its_json() {
    let json = northland(&["trajectory", "XNO-XSU", "--format", "json"]).output();
    assert!(json.contains("\"schema\": \"linchpin.trajectory/1\""));
    assert_snapshot!(shape(&json));
}

#[test]
fn the_columns_of_its_csv() {
    let csv = northland(&["trajectory", "XNO-XSU", "--format", "csv"]).output();
    assert_eq!(csv.lines().count(), 1 + 7 * 4, "a row for each date and node");
    assert_snapshot!(columns(&csv));
}

#[test]
fn the_built_in_dossier() {
    for lang in ["en", "de"] {
        for args in
            [&["USA-JPN"][..], &["USA-KOR", "--node", "support", "--from", "2017", "--step", "quarter"]]
        {
            let text = linchpin(&[&["trajectory", "--lang", lang], args].concat()).output();
            assert!(text.contains('●'), "{text}");
            fits(&text);
        }
    }
    let csv = linchpin(&["trajectory", "USA-KOR", "--from", "1951", "--format", "csv"]).output();
    let found = rows(&csv);
    let of = |node: &str| {
        found.iter().filter(|row| row["node"] == node).map(|row| &row["date"]).collect::<Vec<_>>()
    };
    assert!(of("support").len() >= 20 && of("support").is_sorted());
    assert_eq!(of("support"), of("resilience"));
}

#[test]
fn what_cannot_be_drawn() {
    assert_snapshot!(refused(
        northland,
        &[
            &["trajectory"],
            &["trajectory", "XNO-XSU", "--from", "2026"],
            &["trajectory", "XNO-XSU", "--step", "month"],
            &["trajectory", "XNO-XSU", "--step", "week"],
            &["trajectory", "XNO-XSU", "--to", "2027"],
            &["trajectory", "XNO-XSU", "--to", "2024", "--as-of", "2024"],
            &["trajectory", "XNO-XSU", "--draws", "10"],
        ]
    ));
}
