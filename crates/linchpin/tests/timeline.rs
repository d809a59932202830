//! `linchpin timeline`.

mod harness;
use harness::{cells, columns, grown, in_both_languages, northland, refused, shape};
use insta::assert_snapshot;

#[test]
fn in_english() {
    assert_snapshot!(grown(&["timeline"]).output());
}

#[test]
fn in_german() {
    assert_snapshot!(grown(&["timeline", "--lang", "de"]).output());
}

#[test]
fn the_shape_of_its_json() {
    let json = grown(&["timeline", "--format", "json"]).output();
    assert!(json.contains("\"schema\": \"linchpin.timeline/1\""));
    assert_snapshot!(shape(&json));
}

#[test]
fn the_columns_of_its_csv() {
    assert_snapshot!(columns(&grown(&["timeline", "--format", "csv"]).output()));
}

/// What stands in a column with some filters.
fn listed(column: &str, filters: &[&str]) -> Vec<String> {
    cells(&grown(&[&["timeline", "--format", "csv"], filters].concat()).output(), column)
}

#[test]
fn entries_stand_in_the_order_of_their_dates() {
    let dates = listed("first", &[]);
    assert!(dates.len() > 10 && dates.is_sorted(), "{dates:?}");
}

#[test]
fn filters() {
    let ids = |filters: &[&str]| listed("statement", filters);
    assert_eq!(ids(&["--topic", "withdrawal"]), ids(&["--topic", "Abzug von Truppen"]));
    assert_eq!(
        ids(&["--topic", "withdrawal"]),
        ["polar-2023-104", "polar-2023-105", "polar-2023-107", "harbour-2025-102"]
    );
    assert_eq!(
        ids(&["--topic", "withdrawal", "--from", "2020", "--to", "2023"]),
        ["polar-2023-105", "polar-2023-107"]
    );
    assert_eq!(ids(&["--status", "denied,hypothetical"]), ["polar-2023-104", "polar-2023-105"]);
    assert_eq!(
        ids(&["--status", "denied", "--status", "hypothetical"]),
        ids(&["--status", "denied,hypothetical"])
    );
    assert_eq!(ids(&["--to", "1961-04-11"]), ["polar-2023-007"]);
    assert_eq!(ids(&["--from", "1961-04", "--to", "1961"]), ["polar-2023-101"]);
}

/// An alliance: itself, a group that includes it, and what its members do to each other.
#[test]
fn of_an_alliance() {
    let sides = |filters: &[&str]| -> Vec<String> {
        let (subjects, objects) = (listed("subject", filters), listed("object", filters));
        subjects.into_iter().zip(objects).map(|(s, o)| format!("{s}>{o}")).collect()
    };
    let of_south = sides(&["--tie", "xsu-xno"]);
    for side in ["XNO>XSU", "XSU>XNO", "XNO-XSU>", "xno-president>XSU", "XNO>northern-alliances"] {
        assert!(of_south.contains(&side.to_string()), "{side} in {of_south:?}");
    }
    assert!(!of_south.iter().any(|side| side.contains("XEA")), "{of_south:?}");
    assert_eq!(sides(&["--tie", "signal-pact"]), ["XEA>XSU"]);
    let of_group = sides(&["--tie", "northern-alliances"]);
    assert!(of_group.contains(&"XNO>XEA".to_string()) && of_group.contains(&"XNO>XSU".to_string()));
    assert_eq!(listed("statement", &["--tie", "polar-ring"]), Vec::<String>::new());
}

/// An actor: its offices, the persons who held them, and the alliances it is in.
#[test]
fn of_an_actor() {
    let strand = listed("statement", &["--actor", "Bo Strand"]);
    assert_eq!(strand, ["harbour-2025-003"]);
    assert_eq!(listed("statement", &["--actor", "ada-berg"]), ["polar-2023-103"]);
    let of_south = listed("subject", &["--actor", "XSU"]);
    assert!(of_south.contains(&"XNO-XSU".to_string()) && !of_south.contains(&"XNO-XEA".to_string()));
}

#[test]
fn what_lies_ahead_is_left_to_the_calendar() {
    let all = listed("statement", &[]);
    assert!(!all.contains(&"harbour-2025-103".to_string()), "{all:?}");
    assert!(listed("statement", &["--as-of", "2025-12-31"]).contains(&"harbour-2025-103".to_string()));
    assert!(listed("first", &["--as-of", "2019"]).iter().all(|first| first.as_str() <= "2019-12-31"));
}

#[test]
fn only_what_was_known() {
    let known = listed("sources", &["--known-at", "2023-06-15", "--as-of", "2025-09"]);
    assert!(!known.is_empty() && known.iter().all(|source| source == "polar-2023"), "{known:?}");
}

#[test]
fn provisions_begin_only_where_their_beginning_is_dated() {
    let entries = listed("entry", &[]);
    let statements = listed("statement", &[]);
    let begin = |id: &str| statements.iter().position(|s| s == id).map(|at| entries[at].as_str());
    assert_eq!(begin("polar-2023-112"), Some("beginning"));
    assert_eq!(begin("harbour-2025-106"), None, "it describes how things stood in a month");
    assert!(!listed("entry", &["--status", "completed"]).contains(&"beginning".to_string()));
}

#[test]
fn nothing_happened() {
    let told = northland(&["timeline", "--tie", "XNO-XSU", "--to", "1950"]).output();
    assert!(told.ends_with("\nThe dossier knows of no such event.\n"), "{told}");
}

#[test]
fn what_cannot_be_listed() {
    assert_snapshot!(refused(
        grown,
        &[
            &["timeline", "--tie", "xno"],
            &["timeline", "--actor", "nobody"],
            &["timeline", "--topic", "withdrawl"],
            &["timeline", "--status", "done"],
            &["timeline", "--from", "2022", "--to", "2021-12"],
            &["timeline", "--from", "May 2021"],
            &["timeline", "--seed", "2"],
        ]
    ));
}

#[test]
fn the_built_in_dossier() {
    let [english, german] = in_both_languages(&["timeline", "--tie", "USA-JPN"]);
    assert!(english.contains("\n2021\n") && english.contains("CONSULT"), "{english}");
    assert!(german.contains("16. März 2021"), "{german}");
    in_both_languages(&["timeline"]);
}
