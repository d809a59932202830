//! `linchpin matrix`.

mod harness;
use harness::{columns, fits, linchpin, logged, northland, northland_with, on, refused, rows, shape};
use insta::assert_snapshot;
use std::collections::BTreeMap;

#[test]
fn in_english() {
    assert_snapshot!(northland(&["matrix"]).output());
}

#[test]
fn in_german() {
    assert_snapshot!(northland(&["matrix", "--lang", "de"]).output());
}

#[test]
fn one_issue_in_english() {
    assert_snapshot!(northland(&["matrix", "--issue", "course"]).output());
}

#[test]
fn one_issue_in_german() {
    assert_snapshot!(northland(&["matrix", "--issue", "Kurs", "--lang", "de"]).output());
}

#[test]
fn distance_orders_the_issues_if_asked() {
    let first_of = |args: &[&str]| {
        let text = northland(&[&["matrix"], args].concat()).output();
        let place = |word: &str| text.find(&format!("\n{word} ")).unwrap_or_else(|| panic!("{word}: {text}"));
        let first = if place("Course") < place("Severity of the threat") { "course" } else { "threat" };
        (first, text.contains("\nConvergence\n"))
    };
    assert_eq!(first_of(&[]), ("threat", true), "the framework's order, in sections");
    assert_eq!(first_of(&["--by", "distance"]), ("course", false));
}

/// The cells of the rows of one kind.
fn found(args: &[&str], kind: &str) -> Vec<BTreeMap<String, String>> {
    let csv = northland(&[&["matrix", "--format", "csv"], args].concat()).output();
    rows(&csv).into_iter().filter(|row| row["row"] == kind).collect()
}

/// Who stands where, and whether the head of government has changed since.
fn stands(args: &[&str], issue: &str) -> Vec<String> {
    let on_issue = found(args, "position").into_iter().filter(|row| row["issue"] == issue);
    on_issue.map(|row| format!("{} {} {}", row["actor"], row["level"], row["former"])).collect()
}

#[test]
fn the_newest_position_counts_also_of_the_head_of_government() {
    assert_eq!(stands(&[], "course"), ["XNO both false", "XSU both false", "XEA talk false"]);
    assert_eq!(
        stands(&["--as-of", "2024"], "course"),
        ["XNO deter true", "XSU both false", "XEA talk false"]
    );
    assert_eq!(
        stands(&["--as-of", "2023"], "course"),
        ["XNO deter false", "XSU both false", "XEA talk false"]
    );
    assert_eq!(stands(&["--known-at", "2024"], "threat"), stands(&["--as-of", "2023-06"], "threat"));
    assert_eq!(stands(&["--actors", "xea"], "threat"), ["XEA risk false"]);
}

#[test]
fn a_distance_is_one_less_the_score_of_its_indicator() {
    let explained = northland(&["explain", "XNO-XSU", "--node", "course-gap", "--format", "csv"]).output();
    let mean: f64 = rows(&explained)[0]["mean"].parse().unwrap();
    let of_issue = found(&[], "distance").into_iter().filter(|row| row["issue"] == "course");
    let distances: Vec<_> = of_issue.collect();
    let [near, _far] = distances.as_slice() else { panic!("{distances:?}") };
    assert_eq!((near["tie"].as_str(), near["modelled"].as_str()), ("XNO-XSU", "true"));
    let distance: f64 = near["distance"].parse().unwrap();
    // the draws of two alliances together are those of one alone, but for the order of sums
    assert!((distance - (1.0 - mean)).abs() < 1e-9, "{distance} {mean}");
    let bounds: Vec<f64> = ["q05", "q95"].iter().map(|name| near[*name].parse().unwrap()).collect();
    assert!(bounds[0] <= distance && distance <= bounds[1]);
}

#[test]
fn there_are_distances_only_between_sides_that_are_shown() {
    assert!(found(&["--actors", "XSU,XEA"], "distance").is_empty());
    let ties: Vec<String> =
        found(&["--actors", "XEA,XNO"], "distance").into_iter().map(|r| r["tie"].clone()).collect();
    assert!(!ties.is_empty() && ties.iter().all(|tie| tie == "XNO-XEA"), "{ties:?}");
}

const MORE: &str = r#"
[[issue]]
id = "bases"
name = { de = "Stützpunkte", en = "Bases" }
omitted = "none"
levels = [{ id = "none", de = "keine", en = "none" }, { id = "few", de = "wenige", en = "few" }, { id = "many", de = "viele", en = "many" }]

[[issue]]
id = "navy"
name = { de = "Flotte", en = "Navy" }
levels = [{ id = "small", de = "klein", en = "small" }, { id = "great", de = "groß", en = "great" }]
"#;

const GOSSIP: &str = r#"
[[actor]]
id = "gossip"
kind = "observer"
names = [{ lang = "de", nom = "Gerede" }, { lang = "en", nom = "gossip" }]
"#;

/// The arguments, asked of the made-up dossier with issues that no indicator reads.
fn with_more(args: &[&str]) -> String {
    let position = |subject: &str, place: &str, object: &str| {
        let rest = format!("'issue':'bases','place':'{place}','layer':'means','salience':0.5");
        format!("{{'position':{{'subject':'{subject}',{object}{rest}}}}}")
    };
    let polar = |id: &str, claim: String, valid: &str, speaker: &str| {
        let said = format!("{{'speaker':'{speaker}','modality':'said'}}");
        logged(&format!("polar-2023-{id}"), "polar-2023", &claim, valid, &said, "On bases.")
    };
    let lines = [
        polar("201", position("XNO", "many", ""), "2022", "XNO"),
        polar("202", position("XNO", "few", "'object':'XNO-XEA',"), "2023", "XNO"),
        polar("203", position("XSU", "omitted", ""), "2023", "polar-institute"),
        polar("204", position("XEA", "undecided", ""), "2023", "XEA"),
        polar("205", position("XSU", "many", ""), "2023-05", "gossip"),
        polar("206", position("xno-greens", "none", ""), "2021", "xno-greens"),
    ];
    let (_temporary, dir) = northland_with(&[
        ("issues.toml", MORE),
        ("actors.toml", GOSSIP),
        ("statements/polar-2023.jsonl", &lines.concat()),
    ]);
    on(&dir, &[&["matrix"], args].concat()).output()
}

#[test]
fn silence_and_indecision_are_shown_and_other_alliances_left_out_of_a_distance() {
    let csv = with_more(&["--format", "csv"]);
    let bases: Vec<_> = rows(&csv).into_iter().filter(|row| row["issue"] == "bases").collect();
    let stands: Vec<String> = bases
        .iter()
        .filter(|row| row["row"] == "position")
        .map(|row| format!("{} {} {}", row["actor"], row["level"], row["object"]))
        .collect();
    assert_eq!(stands, ["XNO few XNO-XEA", "XSU omitted ", "XEA undecided "], "gossip sets no position");
    let distances: Vec<String> = bases
        .iter()
        .filter(|row| row["row"] == "distance")
        .map(|row| format!("{} {} {}", row["tie"], row["distance"], row["modelled"]))
        .collect();
    // what Northland holds towards Eastland says nothing about Southland; being undecided is no place
    assert_eq!(distances, ["XNO-XSU 0.6666666666666667 false", "XNO-XEA  false"]);
    let text = with_more(&[]);
    for line in [
        "Further issues",
        "omitted (means, 2023,",
        "undecided (means, 2023,",
        "No position of these actors: Navy",
    ] {
        assert!(text.contains(line), "{line}: {text}");
    }
}

#[test]
fn one_issue_has_the_positions_of_everyone() {
    let all = rows(&with_more(&["--issue", "bases", "--format", "csv"]));
    let told = |row: &BTreeMap<String, String>| format!("{} {} {}", row["actor"], row["level"], row["heard"]);
    let positions: Vec<String> = all.iter().filter(|row| row["row"] == "position").map(told).collect();
    let expected = [
        "xno-greens none true",
        "XNO many true",
        "XNO few true",
        "XSU many false",
        "XSU omitted true",
        "XEA undecided true",
    ];
    assert_eq!(positions, expected, "by state, then by time");
    assert!(with_more(&["--issue", "bases"]).contains("Southland°, gossip"));
    assert!(with_more(&["--issue", "navy"]).contains("Nobody has a position on this issue"));
}

#[test]
fn it_never_passes_for_the_study_s_own_table() {
    for (lang, words) in [
        ("en", ["reconstruction", "not the study’s own"]),
        ("de", ["Rekonstruktion", "nicht aus der Studie"]),
    ] {
        for args in [&["matrix"][..], &["matrix", "--issue", "threat"]] {
            let text = northland(&[args, &["--lang", lang]].concat()).output();
            assert!(words.iter().all(|word| text.contains(word)), "{text}");
        }
    }
}

#[test]
fn the_shape_of_its_json() {
    let json = northland(&["matrix", "--issue", "course", "--format", "json"]).output();
    assert!(json.contains("\"schema\": \"linchpin.matrix/1\""));
    assert_snapshot!(shape(&json));
}

#[test]
fn the_columns_of_its_csv() {
    assert_snapshot!(columns(&northland(&["matrix", "--format", "csv"]).output()));
}

#[test]
fn the_built_in_dossier() {
    for (lang, words) in [
        ("en", ["Taiwan", "omitted", "South Korea", "↔"]),
        ("de", ["Taiwan", "ausgelassen", "Südkorea", "↔"]),
    ] {
        let text = linchpin(&["matrix", "--lang", lang]).output();
        fits(&text);
        for word in words {
            assert!(text.contains(word), "{word} is not in\n{text}");
        }
        for args in [
            &["--by", "distance"][..],
            &["--issue", "alliance-value"],
            &["--actors", "USA,JPN,KOR,CHN,PRK,RUS"],
        ] {
            fits(&linchpin(&[&["matrix", "--lang", lang], args].concat()).output());
        }
    }
}

#[test]
fn what_cannot_be_asked() {
    assert_snapshot!(refused(
        northland,
        &[
            &["matrix", "--issue", "curse"],
            &["matrix", "--actors", "XNO,XNP"],
            &["matrix", "--by", "size"],
            &["matrix", "--by", "distance", "--issue", "course"],
        ]
    ));
}
