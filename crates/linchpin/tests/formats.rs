//! `linchpin formats`.

mod harness;
use harness::{cells, columns, grown, in_both_languages, refused, shape};
use insta::assert_snapshot;

#[test]
fn in_english() {
    assert_snapshot!(grown(&["formats"]).output());
}

#[test]
fn in_german() {
    assert_snapshot!(grown(&["formats", "--lang", "de"]).output());
}

#[test]
fn of_an_actor() {
    assert_snapshot!(grown(&["formats", "Southland"]).output());
}

#[test]
fn the_shape_of_its_json() {
    let json = grown(&["formats", "XSU", "--format", "json"]).output();
    assert!(json.contains("\"schema\": \"linchpin.formats/1\""));
    assert_snapshot!(shape(&json));
}

#[test]
fn one_row_for_each_format_and_member() {
    let csv = grown(&["formats", "XSU", "--format", "csv"]).output();
    assert_snapshot!(csv);
    assert_snapshot!(columns(&csv));
}

fn listed(args: &[&str]) -> Vec<String> {
    let mut formats = cells(&grown(&[&["formats", "--format", "csv"], args].concat()).output(), "format");
    formats.dedup();
    formats
}

#[test]
fn only_those_that_an_actor_is_in_or_takes_a_position_on() {
    assert_eq!(listed(&["XIS"]), ["polar-ring"]);
    assert_eq!(listed(&["XSU"]), ["XNO-XSU", "signal-pact", "polar-ring"]);
    assert_eq!(listed(&["xno-president"]), listed(&["XNO"]));
    assert_eq!(listed(&[]).len(), 5, "a group is no format");
}

/// A format that did not exist yet is not there, and a position that was not known yet neither.
#[test]
fn what_existed_and_what_was_known() {
    assert_eq!(listed(&["XSU", "--as-of", "2021"]), ["XNO-XSU", "signal-pact"]);
    assert_eq!(listed(&["XSU", "--known-at", "2024"]), ["XNO-XSU", "signal-pact"]);
}

#[test]
fn three_statements_are_cited_unless_all_are_asked_for() {
    let (few, all) = (grown(&["formats", "XIS"]).output(), grown(&["formats", "XIS", "--all"]).output());
    assert_eq!(few, all, "the Polar Ring has no more than three");
    let few = grown(&["formats", "XSU"]).output();
    let all = grown(&["formats", "XSU", "--all"]).output();
    assert!(!few.contains("[5]") && all.contains("[19]"), "{few}\n{all}");
}

#[test]
fn an_actor_that_is_in_nothing() {
    let told = grown(&["formats", "visitors"]).output();
    assert!(told.ends_with("no alliance, partnership, format or agreement with visitors.\n"), "{told}");
}

#[test]
fn what_cannot_be_listed() {
    assert_snapshot!(refused(grown, &[&["formats", "XUS"], &["formats", "XNO", "XSU"]]));
}

#[test]
fn the_built_in_dossier() {
    let [english, _] = in_both_languages(&["formats"]);
    assert!(english.contains("Quad") && english.contains("Australia, India, Japan, US"), "{english}");
    in_both_languages(&["formats", "--all"]);
    let [_, german] = in_both_languages(&["formats", "cow:732"]);
    assert!(german.contains("Nicht dabei") && german.contains("Rolle der Quad"), "{german}");
}
