//! `linchpin burden`.

mod harness;
use harness::{Run, columns, fits, linchpin, northland, northland_with_tables, on, refused, rows, shape};
use insta::assert_snapshot;

/// The arguments, asked of the made-up dossier with tables.
fn burden(args: &[&str]) -> Run {
    let (_temporary, dir) = northland_with_tables();
    on(&dir, &[&["burden"], args].concat())
}

/// The last digits of the statements, in order.
fn found(args: &[&str]) -> Vec<String> {
    let csv = burden(&[args, &["--format", "csv"]].concat()).output();
    rows(&csv).into_iter().map(|row| row["statement"].replace("-2023", "").replace("-2025", "")).collect()
}

#[test]
fn in_english() {
    assert_snapshot!(burden(&[]).output());
}

#[test]
fn in_german() {
    assert_snapshot!(burden(&["--lang", "de"]).output());
}

#[test]
fn measures_stand_as_the_dossier_has_them_and_values_side_by_side() {
    let all = [
        "polar-304",
        "polar-301",
        "polar-302",
        "polar-303",
        "polar-305",
        "polar-306",
        "harbour-301",
        "polar-308",
    ];
    assert_eq!(found(&[]), all, "by whom, the whole before its parts, by series; nothing of the other table");
}

#[test]
fn an_actor_on_either_side() {
    assert_eq!(found(&["XEA"]), ["polar-304"]);
    let south = ["polar-301", "polar-302", "polar-303", "polar-305", "polar-306", "harbour-301", "polar-308"];
    assert_eq!(found(&["Southland"]), south, "also what concerns its alliances");
}

#[test]
fn an_alliance_and_nobody_else() {
    assert_eq!(found(&["xea-xno"]), ["polar-304"]);
    assert!(!found(&["XNO-XSU"]).contains(&"polar-304".to_string()));
    assert_eq!(found(&["XNO-XSU"]), found(&["XSU"]));
}

#[test]
fn only_what_had_begun_and_what_was_known() {
    assert_eq!(found(&["XSU", "--as-of", "2019"]), ["polar-308"]);
    assert!(!found(&["--known-at", "2024"]).contains(&"harbour-301".to_string()));
}

#[test]
fn the_year_of_prices_is_told_where_it_is_another() {
    let text = burden(&["XSU"]).output().replace('\u{a0}', " ");
    for value in [
        "more than 40,000 people",
        "about 55,300 people",
        "200.5 billion JPY [",
        "1.9–2.1 billion USD (2015 prices)",
    ] {
        assert!(text.contains(value), "{value}: {text}");
    }
    assert!(!text.contains("2020 prices"), "{text}");
}

#[test]
fn every_value_stands_under_its_definition() {
    let text = burden(&[]).output();
    let place = |words: &str| text.find(words).unwrap_or_else(|| panic!("{words}: {text}"));
    assert!(place("Direct cost\n") < place("Without the value of the land."));
    assert!(place("Without the value of the land.") < place("200.5"));
    assert!(text.contains("Nothing on: Aid"));
}

#[test]
fn an_empty_table_says_so() {
    for (lang, told) in [("en", "No statement on burdens"), ("de", "keine Aussage über Lasten")] {
        assert!(northland(&["burden", "--lang", lang]).output().contains(told));
    }
}

#[test]
fn the_shape_of_its_json() {
    let json = burden(&["--format", "json"]).output();
    assert!(json.contains("\"schema\": \"linchpin.burden/1\""));
    assert_snapshot!(shape(&json));
}

#[test]
fn the_columns_of_its_csv() {
    assert_snapshot!(columns(&burden(&["--format", "csv"]).output()));
}

#[test]
fn the_built_in_dossier() {
    for (lang, words) in [
        ("en", ["55,300", "not the total cost of the presence", "a demand is no payment"]),
        ("de", ["55.300", "nicht die Gesamtkosten der Präsenz", "eine Forderung ist keine"]),
    ] {
        let text = linchpin(&["burden", "--lang", lang]).output();
        fits(&text);
        for word in words {
            assert!(text.replace('\u{a0}', " ").contains(word), "{word} is not in\n{text}");
        }
        fits(&linchpin(&["burden", "USA-KOR", "--lang", lang]).output());
    }
    let of = |about: &str| rows(&linchpin(&["burden", about, "--format", "csv"]).output());
    let states = ["USA", "KOR", "USA-KOR", "us-asian-alliances"];
    let troops = of("USA-KOR").into_iter().filter(|row| row["measure"] == "us-troops");
    for row in troops {
        assert!(
            states.contains(&row["subject"].as_str()) && states.contains(&row["object"].as_str()),
            "{row:?}"
        );
    }
}

#[test]
fn what_cannot_be_asked() {
    assert_snapshot!(refused(
        northland,
        &[&["burden", "XNP"], &["burden", "XNO-XEB"], &["burden", "XSU", "--draws", "500"]]
    ));
}
