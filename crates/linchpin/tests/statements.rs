//! `linchpin statements`.

mod harness;
use harness::{linchpin, northland, refused, shape};
use insta::assert_snapshot;

const COLUMNS: &str = "id,kind,subject,object,predicate,value,unit,bound,valid_from,valid_to,known_at,recorded_at,\
                       speaker,modality,rank,status,source,locator,text_de,text_en";

#[test]
fn csv_by_default() {
    let csv = northland(&["statements"]).output();
    assert_eq!(csv.lines().next(), Some(COLUMNS));
    assert_snapshot!(csv);
}

#[test]
fn csv_with_details() {
    let csv = northland(&["statements", "--details"]).output();
    assert!(
        csv.lines()
            .next()
            .is_some_and(|heads| heads.starts_with(COLUMNS) && heads.ends_with(",condition_en"))
    );
    assert_snapshot!(csv);
}

#[test]
fn in_english() {
    assert_snapshot!(northland(&["statements", "--format", "text"]).output());
}

#[test]
fn in_german() {
    assert_snapshot!(northland(&["statements", "--format", "text", "--lang", "de"]).output());
}

#[test]
fn the_shape_of_its_json() {
    let json = northland(&["statements", "--format", "json"]).output();
    assert!(json.contains("\"schema\": \"linchpin.statements/2\""));
    assert_snapshot!(shape(&json));
}

/// The ids that some filters leave, in order.
fn ids(filters: &[&str]) -> Vec<String> {
    let csv = northland(&[&["statements"], filters].concat()).output();
    csv.lines().skip(1).map(|line| line.split(',').next().unwrap_or_default().to_string()).collect()
}

#[test]
fn filters() {
    assert_eq!(ids(&["--kind", "provision"]), ["polar-2023-007", "polar-2023-008"]);
    assert_eq!(
        ids(&["--subject", "xno-xsu", "--predicate", "standing"]),
        ["harbour-2025-005", "polar-2023-011"]
    );
    assert_eq!(ids(&["--object", "XEA"]), ["harbour-2025-003"]);
    assert_eq!(ids(&["--predicate", "CONSULT"]), ["harbour-2025-003"]);
    assert_eq!(ids(&["--predicate", "consult/Visit"]), ["harbour-2025-003"]);
    assert_eq!(ids(&["--subject", "xsu-xno"]), ids(&["--subject", "XNO-XSU"]));
    assert_eq!(ids(&["--speaker", "bo-strand"]), ["harbour-2025-001"]);
    assert_eq!(ids(&["--source", "harbour-2025"]).len(), 5);
    assert_eq!(ids(&["--valid-at", "1965"]), ["polar-2023-007"]);
    assert_eq!(ids(&["--id", "polar-2023-012"]), ["polar-2023-012"]);
    assert_eq!(ids(&["--known-at", "2024", "--source", "harbour-2025"]), Vec::<String>::new());
    assert_eq!(ids(&["--as-of", "1961"]), ["polar-2023-007"]);
    assert_eq!(ids(&["--search", "treaty ASSIST"]), ["polar-2023-007"]);
    assert_eq!(ids(&["--search", "vertrag beistand"]), ["polar-2023-007"]);
    assert_eq!(ids(&["--search", "treaty beistand"]), Vec::<String>::new());
    assert_eq!(ids(&["--tie", "xsu-xno", "--node", "support"]), ["harbour-2025-005", "polar-2023-011"]);
}

#[test]
fn the_built_in_dossier() {
    let csv = linchpin(&["statements"]).output();
    assert_eq!(csv.lines().next(), Some(COLUMNS));
    for kind in ["quantity", "position", "event", "provision", "judgement", "mechanism"] {
        assert!(csv.lines().any(|line| line.split(',').nth(1) == Some(kind)), "no {kind}");
    }
}

#[test]
fn what_cannot_be_listed() {
    assert_snapshot!(refused(
        northland,
        &[
            &["statements", "--kind", "opinion"],
            &["statements", "--subject", "XNP"],
            &["statements", "--subject", "xyz:9"],
            &["statements", "--id", "polar-2023-0012"],
            &["statements", "--predicate", "opinion"],
            &["statements", "--source", "nobody"],
            &["statements", "--node", "support"],
            &["statements", "--valid-at", "2023-04-31"],
        ]
    ));
}

/// Names in any case and language, and codes of other people's data, mean the same actor.
#[test]
fn actors_by_name_and_code() {
    let by_id = linchpin(&["statements", "--subject", "KOR"]).output();
    for asked in
        ["kor", "Südkoreas", "South Korea", "cow:732", "gw:732", "iso:KR", "iso:kor", "iso:410", "cameo:KOR"]
    {
        assert_eq!(linchpin(&["statements", "--subject", asked]).output(), by_id, "{asked}");
    }
}

/// A code that another state had, or that one had at another time, is never resolved silently.
#[test]
fn a_code_means_what_it_meant_then() {
    let now = linchpin(&["statements", "--subject", "cow:365"]).output();
    assert_eq!(now, linchpin(&["statements", "--subject", "RUS"]).output());
    let then = linchpin(&["statements", "--subject", "cow:365", "--valid-at", "1985"]).output();
    assert_eq!(then.lines().count(), 1, "nothing is said of the Soviet Union: {then}");
    let told = linchpin(&["statements", "--subject", "cow:255", "--valid-at", "1980"]);
    insta::assert_snapshot!(told.told());
    let ended = linchpin(&["statements", "--subject", "Soviet Union"]).told();
    assert!(ended.contains("SUN (1922-12-30/1991-12-25, succeeded by RUS)"), "{ended}");
}
