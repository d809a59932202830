//! `linchpin mechanisms`.

mod harness;
use harness::{cells, columns, grown, in_both_languages, refused, shape};
use insta::assert_snapshot;

#[test]
fn in_english() {
    assert_snapshot!(grown(&["mechanisms"]).output());
}

#[test]
fn in_german() {
    assert_snapshot!(grown(&["mechanisms", "--lang", "de"]).output());
}

#[test]
fn the_shape_of_its_json() {
    let json = grown(&["mechanisms", "--format", "json"]).output();
    assert!(json.contains("\"schema\": \"linchpin.mechanisms/1\""));
    assert_snapshot!(shape(&json));
}

#[test]
fn the_columns_of_its_csv() {
    assert_snapshot!(columns(&grown(&["mechanisms", "--format", "csv"]).output()));
}

/// Statement, and whether sources give both signs for its cause and effect.
fn listed(filters: &[&str]) -> Vec<String> {
    let csv = grown(&[&["mechanisms", "--format", "csv"], filters].concat()).output();
    let rows = cells(&csv, "statement").into_iter().zip(cells(&csv, "both_signs"));
    rows.map(|(id, both)| format!("{id} {both}")).collect()
}

#[test]
fn the_effect_with_most_mechanisms_comes_first() {
    assert_eq!(
        listed(&[]),
        ["harbour-2025-109 true", "polar-2023-117 true", "polar-2023-012 false", "harbour-2025-110 false"]
    );
}

#[test]
fn filters() {
    assert_eq!(listed(&["--cause", "cost-quarrel"]).len(), 3);
    assert_eq!(listed(&["--cause", "Streit um Kosten", "--effect", "TRUST"]), ["harbour-2025-110 false"]);
    assert_eq!(listed(&["--tie", "XNO-XEA"]), ["polar-2023-117 false", "harbour-2025-110 false"]);
    assert_eq!(listed(&["--tie", "XNO-XSU"]), ["harbour-2025-109 true", "polar-2023-117 true"]);
}

#[test]
fn what_had_begun_and_what_was_known() {
    assert_eq!(listed(&["--as-of", "2024"]).len(), 2);
    assert_eq!(listed(&["--known-at", "2024"]).len(), 2);
}

#[test]
fn nothing_is_explained() {
    let told = grown(&["mechanisms", "--cause", "trust"]).output();
    assert!(told.ends_with("\nNo source explains this.\n"), "{told}");
}

#[test]
fn what_cannot_be_listed() {
    assert_snapshot!(refused(
        grown,
        &[
            &["mechanisms", "--cause", "cost-quarel"],
            &["mechanisms", "--effect", "peace"],
            &["mechanisms", "--tie", "xno"],
        ]
    ));
}

#[test]
fn the_built_in_dossier() {
    let [english, german] = in_both_languages(&["mechanisms"]);
    assert!(english.contains("Resilience of the alliance"), "{english}");
    assert!(german.contains("Am häufigsten erklärt"), "{german}");
    in_both_languages(&["mechanisms", "--tie", "USA-KOR"]);
}
