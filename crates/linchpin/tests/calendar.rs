//! `linchpin calendar`.

mod harness;
use harness::{cells, columns, grown, in_both_languages, northland, refused, shape};
use insta::assert_snapshot;

#[test]
fn in_english() {
    assert_snapshot!(grown(&["calendar", "--from", "2023"]).output());
}

#[test]
fn in_german() {
    assert_snapshot!(grown(&["calendar", "--from", "2023", "--lang", "de"]).output());
}

#[test]
fn the_shape_of_its_json() {
    let json = grown(&["calendar", "--from", "2023", "--format", "json"]).output();
    assert!(json.contains("\"schema\": \"linchpin.calendar/1\""));
    assert_snapshot!(shape(&json));
}

#[test]
fn the_columns_of_its_csv() {
    assert_snapshot!(columns(&grown(&["calendar", "--format", "csv"]).output()));
}

/// Statement, kind and state of every entry.
fn listed(options: &[&str]) -> Vec<String> {
    let csv = grown(&[&["calendar", "--format", "csv"], options].concat()).output();
    let [ids, kinds, states] = ["statement", "date_kind", "state"].map(|column| cells(&csv, column));
    let entries = ids.into_iter().zip(kinds).zip(states);
    entries.map(|((id, kind), state)| format!("{id} {kind} {state}")).collect()
}

#[test]
fn what_lies_ahead_and_what_is_open() {
    assert_eq!(
        listed(&[]),
        [
            "polar-2023-107 announced open",
            "polar-2023-109 due overdue",
            "harbour-2025-105 announced open",
            "harbour-2025-103 due ahead",
            "harbour-2025-104 election ahead",
            "polar-2023-110 expires ahead",
        ]
    );
}

/// A later event between the same states on the same topic closes a plan, told from either side; a threat does not
/// close a withdrawal, and an event with another state closes nothing.
#[test]
fn completion() {
    let json = grown(&["calendar", "--from", "2023", "--format", "json"]).output();
    let answer: serde_json::Value = serde_json::from_str(&json).unwrap();
    let entries = answer["entries"].as_array().unwrap();
    let by = |id: &str| {
        let entry = entries.iter().find(|entry| entry["statement"]["id"] == id).unwrap();
        (entry["state"].as_str().unwrap().to_string(), entry["completed_by"]["id"].clone())
    };
    assert_eq!(by("polar-2023-108"), ("past".into(), "harbour-2025-101".into()));
    assert_eq!(by("polar-2023-109"), ("overdue".into(), serde_json::Value::Null));
    assert_eq!(by("polar-2023-107"), ("open".into(), serde_json::Value::Null));
}

#[test]
fn the_date_of_validity_decides_what_is_ahead() {
    let then = listed(&["--as-of", "2023-06-15", "--known-at", "2023-06-15"]);
    assert_eq!(
        then,
        [
            "polar-2023-107 announced open",
            "polar-2023-108 due ahead",
            "polar-2023-109 due ahead",
            "polar-2023-110 expires ahead",
        ]
    );
    let later = listed(&["--as-of", "2025-12-31"]);
    assert!(later.contains(&"harbour-2025-103 due overdue".to_string()), "{later:?}");
    assert!(later.contains(&"polar-2023-110 expires ahead".to_string()), "{later:?}");
}

#[test]
fn the_window() {
    assert!(!listed(&["--from", "2026"]).iter().any(|entry| entry.starts_with("harbour-2025-103")));
    assert!(!listed(&["--to", "2025"]).iter().any(|entry| entry.contains("election")));
    assert!(listed(&["--from", "2023"]).contains(&"polar-2023-108 due past".to_string()));
    assert!(!listed(&[]).iter().any(|entry| entry.starts_with("polar-2023-108")), "it is settled");
}

/// What a source describes up to its own month does not expire then.
#[test]
fn the_end_of_what_a_source_could_see_is_no_end() {
    let early = listed(&["--from", "2020"]);
    assert!(!early.iter().any(|entry| entry.starts_with("polar-2023-111")), "{early:?}");
}

#[test]
fn nothing_is_ahead() {
    let told = northland(&["calendar"]).output();
    assert!(told.contains("\nNo date is known to lie ahead from") && !told.contains("Date"), "{told}");
}

#[test]
fn what_cannot_be_listed() {
    assert_snapshot!(refused(
        grown,
        &[
            &["calendar", "--from", "2027", "--to", "2026"],
            &["calendar", "--to", "soon"],
            &["calendar", "--tie", "XNO-XSU"],
        ]
    ));
}

#[test]
fn the_built_in_dossier() {
    let [english, german] = in_both_languages(&["calendar"]);
    assert!(english.contains("Trump plans a trip to China"), "{english}");
    assert!(german.contains("Offen: damals angekündigt"), "{german}");
    in_both_languages(&["calendar", "--from", "2015"]);
}
