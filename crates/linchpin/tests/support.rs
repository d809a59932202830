//! `linchpin support`.

mod harness;
use harness::{cells, columns, grown, in_both_languages, northland, refused, shape};
use insta::assert_snapshot;

#[test]
fn in_english() {
    assert_snapshot!(grown(&["support", "XNO"]).output());
}

#[test]
fn in_german() {
    assert_snapshot!(grown(&["support", "XNO", "--lang", "de"]).output());
}

#[test]
fn of_an_ally() {
    assert_snapshot!(grown(&["support", "southland"]).output());
}

#[test]
fn the_shape_of_its_json() {
    let json = grown(&["support", "XNO", "--format", "json"]).output();
    assert!(json.contains("\"schema\": \"linchpin.support/1\""));
    assert_snapshot!(shape(&json));
}

#[test]
fn the_columns_of_its_csv() {
    assert_snapshot!(columns(&grown(&["support", "XNO", "--format", "csv"]).output()));
}

/// Statement, group and level of every row.
fn listed(state: &str, options: &[&str]) -> Vec<String> {
    let csv = grown(&[&["support", state, "--format", "csv"], options].concat()).output();
    let [ids, groups, levels] = ["statement", "group", "level_en"].map(|column| cells(&csv, column));
    let rows = ids.into_iter().zip(groups).zip(levels);
    rows.map(|((id, group), level)| format!("{id} {group} {level}")).collect()
}

#[test]
fn by_part_and_newest_first() {
    assert_eq!(
        listed("XNO", &[]),
        [
            "harbour-2025-111 head burden",
            "polar-2023-118 head priority",
            "polar-2023-120 parliament affirmed",
            "harbour-2025-112 opposition affirmed",
            "polar-2023-119 opposition affirmed",
            "harbour-2025-113 observers conditional",
        ]
    );
}

/// A party that went into opposition is in government where that is asked of an earlier day.
#[test]
fn parts_are_those_of_the_day() {
    let then = listed("XNO", &["--as-of", "2023-06-15"]);
    assert!(then.contains(&"polar-2023-119 governing affirmed".to_string()), "{then:?}");
    assert!(!then.iter().any(|row| row.starts_with("harbour")), "{then:?}");
}

#[test]
fn only_what_was_known() {
    let known = listed("XNO", &["--known-at", "2023-06-15"]);
    assert!(known.len() == 3 && known.iter().all(|row| row.starts_with("polar")), "{known:?}");
}

/// The score is that of `explain` on the node about the capital.
#[test]
fn the_score_is_that_of_the_node() {
    let json = grown(&["support", "XSU", "--format", "json"]).output();
    let answer: serde_json::Value = serde_json::from_str(&json).unwrap();
    let explained = grown(&["explain", "XNO-XSU", "--node", "ally-capital", "--format", "json"]).output();
    let explained: serde_json::Value = serde_json::from_str(&explained).unwrap();
    assert_eq!(answer["scores"][0]["score"], explained["node"]["score"]);
}

#[test]
fn an_office_stands_for_its_state() {
    assert_eq!(listed("xno-president", &[]), listed("XNO", &[]));
}

/// An ally of whom nothing is known has no score, rather than one without meaning.
#[test]
fn of_whom_nobody_has_been_heard() {
    let told = grown(&["support", "XEA"]).output();
    assert!(told.contains("Without evidence: support there for Northland–Eastland."), "{told}");
    assert!(told.contains("Nobody there has been heard yet.") && !told.contains("Coverage"), "{told}");
}

#[test]
fn a_framework_without_capitals() {
    let told = northland(&["support", "XNO"]).output();
    assert!(told.ends_with("“resilience” has no criterion about the support in a capital.\n"), "{told}");
}

#[test]
fn what_cannot_be_shown() {
    assert_snapshot!(refused(
        grown,
        &[
            &["support"],
            &["support", "XIS"],
            &["support", "Atlantis"],
            &["support", "XNO", "--framework", "other"],
        ]
    ));
}

#[test]
fn the_built_in_dossier() {
    for state in ["USA", "JPN", "KOR"] {
        let [english, german] = in_both_languages(&["support", state]);
        assert!(english.contains("Head of government and advisers"), "{english}");
        assert!(german.contains("Regierungschef und Berater"), "{german}");
    }
    let [english, _] = in_both_languages(&["support", "US"]);
    let words = english.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(words.contains("burden (Donald Trump, 2017–2021)"), "{english}");
    assert!(english.contains("earlier:") && english.contains("Joe Biden"), "{english}");
}
