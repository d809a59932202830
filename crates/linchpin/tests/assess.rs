//! `linchpin assess`.

mod harness;
use harness::{columns, command, fits, linchpin, northland, refused, shape};
use insta::assert_snapshot;
use std::io::Read;
use std::process::Stdio;

#[test]
fn in_english() {
    assert_snapshot!(northland(&["assess"]).output());
}

#[test]
fn in_german() {
    assert_snapshot!(northland(&["assess", "--lang", "de"]).output());
}

#[test]
fn with_what_was_known_then() {
    assert_snapshot!(northland(&["assess", "xsu-xno", "--known-at", "2024"]).output());
}

#[test]
fn the_shape_of_its_json() {
    let json = northland(&["assess", "--format", "json"]).output();
    assert!(json.contains("\"schema\": \"linchpin.assessment/1\""));
    assert_snapshot!(shape(&json));
}

#[test]
fn the_columns_of_its_csv() {
    let csv = northland(&["assess", "--format", "csv"]).output();
    assert_eq!(csv.lines().count(), 1 + 2 * 4, "a row for each alliance and node");
    assert_snapshot!(columns(&csv));
}

#[test]
fn the_built_in_dossier() {
    for (lang, criteria) in [
        ("en", ["Convergence", "Contributions", "Support"]),
        ("de", ["Übereinstimmung", "Beiträge", "Rückhalt"]),
    ] {
        let text = linchpin(&["assess", "--lang", lang]).output();
        for word in criteria.into_iter().chain(["USA-JPN", "USA-KOR"]) {
            assert!(text.contains(word), "{word} is not in\n{text}");
        }
    }
}

#[test]
fn the_same_on_one_thread_or_many() {
    let json = |threads| {
        northland(&["assess", "--format", "json", "--draws", "1000", "--threads", threads]).output()
    };
    assert_eq!(json("1"), json("4"));
}

#[test]
fn another_seed_gives_other_draws() {
    let json = |seed| northland(&["assess", "--format", "json", "--draws", "1000", "--seed", seed]).output();
    assert_eq!(json("7"), json("7"));
    assert_ne!(json("7"), json("8"));
}

#[test]
fn no_colour_but_on_a_terminal() {
    assert!(!northland(&["assess"]).output().contains('\u{1b}'));
    let run = |no_color: &str| {
        let mut command = command(&["--dossier", "northland", "assess"]);
        let output = command.env("CLICOLOR_FORCE", "1").env("NO_COLOR", no_color).output().unwrap();
        String::from_utf8(output.stdout).unwrap()
    };
    assert!(run("").contains('\u{1b}'));
    assert!(!run("1").contains('\u{1b}'));
}

#[test]
fn a_reader_who_goes_away_is_no_error() {
    let mut command = command(&["statements"]);
    let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let mut first = [0; 10];
    child.stdout.take().unwrap().read_exact(&mut first).unwrap();
    let mut complaint = String::new();
    child.stderr.take().unwrap().read_to_string(&mut complaint).unwrap();
    assert_eq!((child.wait().unwrap().code(), complaint.as_str()), (Some(0), ""));
}

#[test]
fn what_cannot_be_assessed() {
    assert_snapshot!(refused(
        northland,
        &[
            &["assess", "XNO-XUS"],
            &["assess", "XEA-XSU"],
            &["assess", "--as-of", "2021-02-30"],
            &["assess", "--as-of", "spring"],
            &["assess", "--known-at", "1999"],
            &["assess", "--since", "2030"],
            &["assess", "--framework", "resilient"],
            &["assess", "--draws", "10"],
        ]
    ));
}

#[test]
fn a_tie_without_a_guarantor_cannot_be_assessed() {
    let told = ["en", "de"].map(|lang| linchpin(&["assess", "quad", "--lang", lang]).told());
    assert!(told.concat().contains("--- exit code 2"));
    assert!(
        told[0].contains("no alliance between one guarantor and one ally") && told[0].contains("USA-JPN")
    );
    assert!(told[1].contains("kein Bündnis zwischen einer Garantiemacht und einem Verbündeten"));
}

#[test]
fn what_intervals_are_where_only_weights_vary() {
    let hold = "sources,coders,leaves,goalposts,exponents,multipliers";
    for (lang, told) in [("en", "sensitivity ranges"), ("de", "Empfindlichkeitsspannen")] {
        let text = northland(&["assess", "--hold", hold, "--lang", lang]).output();
        assert!(text.contains(told), "{text}");
        fits(&text);
        let most = northland(&["assess", "--hold", "sources", "--lang", lang]).output();
        assert!(
            !most.contains(told) && (most.contains("too narrow") || most.contains("zu schmal")),
            "{most}"
        );
        assert!(!northland(&["assess", "--lang", lang]).output().contains(told));
    }
}
