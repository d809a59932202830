//! `linchpin profile`.

mod harness;
use harness::{cells, columns, grown, in_both_languages, refused, shape};
use insta::assert_snapshot;

#[test]
fn in_english() {
    assert_snapshot!(grown(&["profile", "XNO-XSU"]).output());
}

#[test]
fn in_german() {
    assert_snapshot!(grown(&["profile", "XNO-XSU", "--lang", "de"]).output());
}

/// A format has no roles, and what its members bring along is not its own.
#[test]
fn of_a_format() {
    assert_snapshot!(grown(&["profile", "polar-ring"]).output());
}

#[test]
fn the_shape_of_its_json() {
    let json = grown(&["profile", "XNO-XSU", "--format", "json"]).output();
    assert!(json.contains("\"schema\": \"linchpin.profile/1\""));
    assert_snapshot!(shape(&json));
}

#[test]
fn the_columns_of_its_csv() {
    assert_snapshot!(columns(&grown(&["profile", "XNO-XSU", "--format", "csv"]).output()));
}

fn csv(args: &[&str]) -> String {
    grown(&[&["profile", "XNO-XSU", "--format", "csv"], args].concat()).output()
}

#[test]
fn facets_stand_in_their_order() {
    let order = ["basis", "obligations", "command", "consultation", "military", "nuclear"];
    let facets = cells(&csv(&[]), "facet");
    let places: Vec<_> = facets.iter().map(|facet| order.iter().position(|f| f == facet)).collect();
    assert!(places.len() > 5 && places.is_sorted(), "{facets:?}");
}

/// 5,000 and about 5,100 agree, more than 6,000 contradicts both; 800 sailors are another matter.
#[test]
fn values_that_disagree_are_both_there_and_marked() {
    let csv = csv(&[]);
    let disputed: Vec<(String, String)> =
        cells(&csv, "value").into_iter().zip(cells(&csv, "disputed")).collect();
    for (value, is) in [("5000", "true"), ("5100", "true"), ("6000", "true"), ("800", "false")] {
        assert!(disputed.contains(&(value.into(), is.into())), "{value} {is}: {disputed:?}");
    }
    let levels: Vec<(String, String)> =
        cells(&csv, "level").into_iter().zip(cells(&csv, "disputed")).collect();
    assert!(levels.contains(&("combined".into(), "true".into())), "{levels:?}");
    assert!(levels.contains(&("liaison".into(), "true".into())), "{levels:?}");
    assert!(levels.contains(&("assist".into(), "false".into())), "{levels:?}");
    let alone = grown(&["profile", "XNO-XSU", "--known-at", "2023-06-15", "--format", "csv"]).output();
    assert!(!cells(&alone, "disputed").contains(&"true".to_string()), "{alone}");
}

#[test]
fn what_had_begun_and_what_was_known() {
    let then = cells(&csv(&["--as-of", "2014"]), "statement");
    assert_eq!(then, ["polar-2023-101", "polar-2023-007"]);
    let known = cells(&csv(&["--known-at", "2023-06-15"]), "sources");
    assert!(!known.is_empty() && known.iter().all(|source| source == "polar-2023"), "{known:?}");
}

/// What is said of a group holds for its alliances.
#[test]
fn what_is_said_of_a_group_counts() {
    for tie in ["XNO-XSU", "XNO-XEA", "northern-alliances"] {
        let csv = grown(&["profile", tie, "--format", "csv"]).output();
        assert!(cells(&csv, "statement").contains(&"harbour-2025-107".to_string()), "{tie}: {csv}");
    }
}

#[test]
fn what_cannot_be_profiled() {
    assert_snapshot!(refused(
        grown,
        &[
            &["profile"],
            &["profile", "xno-xso"],
            &["profile", "polar-rim"],
            &["profile", "XNO-XSU", "--draws", "500"]
        ]
    ));
}

#[test]
fn the_built_in_dossier() {
    let [english, german] = in_both_languages(&["profile", "USA-JPN"]);
    assert!(english.contains("US (guarantor), Japan (ally)"), "{english}");
    assert!(english.contains("Mutual Cooperation and Security") && english.contains("≠"), "{english}");
    assert!(german.contains("Nukleare Dimension"), "{german}");
    for tie in ["USA-KOR", "JPN-KOR", "quad", "gsomia", "nato", "us-asian-alliances", "USA-THA"] {
        in_both_languages(&["profile", tie]);
    }
}
