//! `linchpin fears`.

mod harness;
use harness::{columns, fits, linchpin, logged, northland, northland_with, on, refused, rows, shape};
use insta::assert_snapshot;

const TOPICS: &str = r#"
[[topic]]
id = "fear-left"
name = { de = "Furcht, allein zu bleiben", en = "Fear of being left alone" }
levels = [
  { id = "dispelled", de = "ausgeräumt", en = "dispelled" },
  { id = "eased", de = "gemildert", en = "eased" },
  { id = "voiced", de = "ausgesprochen", en = "voiced" },
]

[[topic]]
id = "fear-dragged"
name = { de = "Furcht, hineinzugeraten", en = "Fear of being dragged in" }
levels = [{ id = "eased", de = "gemildert", en = "eased" }, { id = "voiced", de = "ausgesprochen", en = "voiced" }]

[[topic]]
id = "assurance"
name = { de = "Zusicherung", en = "Assurance" }
"#;

const FEARS: &str = r#"
[[fear]]
id = "left-alone"
family = "abandonment"
name = { de = "Allein zu bleiben", en = "Being left alone" }
topic = "fear-left"
against-levels = ["dispelled", "eased"]
factor = "fear"
in-favour = [{ kind = "event", topic = "assurance", subject = "guarantor:government", object = "tie", types = ["REJECT"] }]
against = [{ kind = "event", topic = "assurance", subject = "guarantor:government", object = "tie", types = ["SUPPORT"] }]
because = { de = "eine Zusicherung spricht dagegen", en = "an assurance speaks against it" }

[[fear]]
id = "sold-out"
family = "abandonment"
name = { de = "Verkauft zu werden", en = "Being sold out" }
in-favour = [{ kind = "event", topic = "assurance", subject = "guarantor", types = ["CONCEDE"] }]
because = { de = "ein Zugeständnis an andere spricht dafür", en = "a concession to others speaks for it" }

[[fear]]
id = "dragged-in"
family = "entrapment"
name = { de = "Hineinzugeraten", en = "Being dragged in" }
topic = "fear-dragged"
against-levels = ["eased"]
because = { de = "nur Urteile", en = "judgements only" }
"#;

const ACTORS: &str = r#"
[[actor]]
id = "xsu-premier"
kind = "office"
of = "XSU"
parts = [{ part = "head" }]
names = [{ lang = "de", nom = "Premier Südlands" }, { lang = "en", nom = "Premier of Southland" }]

[[actor]]
id = "old-hand"
kind = "observer"
names = [{ lang = "de", nom = "eine Kennerin" }, { lang = "en", nom = "an old hand" }]
"#;

const ALLIANCES: &str = r#"
[[alliance]]
id = "xno-alliances"
kind = "group"
includes = ["XNO-XSU", "XNO-XEA"]
names = [{ lang = "de", nom = "die Bündnisse Nordlands" }, { lang = "en", nom = "the alliances of Northland" }]
"#;

const FACTORS: &str = r#"
[[factor]]
id = "fear"
name = { de = "Furcht, allein zu bleiben", en = "Fear of being left alone" }
"#;

fn judged(subject: &str, topic: &str, grade: &str) -> String {
    format!("{{'judgement':{{'subject':'{subject}','topic':'{topic}','grade':'{grade}'}}}}")
}

fn assured(r#type: &str) -> String {
    let event = format!("'subject':'xno-president','object':'XSU','type':'{type}','topic':'assurance'");
    format!("{{'event':{{{event},'status':'completed'}}}}")
}

fn works(subject: &str, sign: &str, more: &str) -> String {
    format!("{{'mechanism':{{{subject}'cause':'shared-threat','effect':'fear','sign':'{sign}'{more}}}}}")
}

fn said(speaker: &str, modality: &str) -> String {
    format!("{{'speaker':'{speaker}','modality':'{modality}'}}")
}

/// The arguments, asked of the made-up dossier with fears.
fn fears(args: &[&str]) -> harness::Run {
    let institute = said("polar-institute", "said");
    let polar = |id: &str, claim: String, valid: &str, said: &str, text: &str| {
        logged(&format!("polar-2023-{id}"), "polar-2023", &claim, valid, said, text)
    };
    let lines = [
        polar("101", judged("XSU", "fear-left", "voiced"), "2023", &institute, "Southland fears for itself."),
        polar(
            "102",
            judged("xsu-premier", "fear-left", "eased"),
            "2022",
            &said("old-hand", "said"),
            "The Premier worries less.",
        ),
        polar(
            "103",
            assured("SUPPORT"),
            "2023-03",
            &said("xno-president", "said"),
            "Berg stands by Southland.",
        ),
        polar(
            "104",
            assured("REJECT"),
            "2023-04",
            &said("xno-president", "denied"),
            "Berg never refused help.",
        ),
        polar(
            "105",
            works("'subject':'XNO-XSU',", "weakens", ""),
            "2023",
            &institute,
            "A shared threat calms Southland.",
        ),
        polar(
            "106",
            works("", "strengthens", ",'condition':{'de':'im Krieg','en':'in war'}"),
            "2023",
            &institute,
            "A shared threat frightens allies.",
        ),
        polar("107", judged("XEA", "fear-left", "voiced"), "2023", &institute, "Eastland fears for itself."),
        polar(
            "108",
            judged("xno-alliances", "fear-dragged", "voiced"),
            "2023",
            &institute,
            "Both allies fear Northland’s wars.",
        ),
        polar(
            "109",
            works("'subject':'xno-alliances',", "strengthens", ""),
            "2023",
            &said("XEA", "said"),
            "Eastland says that threats frighten it.",
        ),
    ];
    let rejected = said("xno-president", "said");
    let harbour = logged(
        "harbour-2025-101",
        "harbour-2025",
        &assured("REJECT"),
        "2025-08-20",
        &rejected,
        "Strand refuses a promise.",
    );
    let (_temporary, dir) = northland_with(&[
        ("topics.toml", TOPICS),
        ("frameworks/resilience.toml", FEARS),
        ("actors.toml", ACTORS),
        ("alliances.toml", ALLIANCES),
        ("factors.toml", FACTORS),
        ("statements/polar-2023.jsonl", &lines.concat()),
        ("statements/harbour-2025.jsonl", &harbour),
    ]);
    on(&dir, &[&["fears"], args].concat())
}

/// Fear, side and statement of each row.
fn found(args: &[&str]) -> Vec<String> {
    let csv = fears(&[args, &["--format", "csv"]].concat()).output();
    let row = |row: std::collections::BTreeMap<String, String>| {
        format!("{} {} {}", row["fear"], row["side"], row["statement"])
    };
    rows(&csv).into_iter().map(row).collect()
}

#[test]
fn in_english() {
    assert_snapshot!(fears(&["XSU"]).output());
}

#[test]
fn in_german() {
    assert_snapshot!(fears(&["XSU", "--lang", "de"]).output());
}

#[test]
fn each_statement_stands_on_its_side_the_newest_first() {
    let expected = [
        "left-alone for harbour-2025-101",
        "left-alone for polar-2023-101",
        "left-alone against polar-2023-103",
        "left-alone against polar-2023-102",
        "left-alone drives polar-2023-106",
        "left-alone eases polar-2023-105",
        "dragged-in for polar-2023-108",
    ];
    assert_eq!(found(&["XSU"]), expected);
    assert_eq!(found(&["Südland"]), expected, "an ally may be named");
}

#[test]
fn another_ally_has_fears_of_its_own() {
    let expected = [
        "left-alone for polar-2023-107",
        "left-alone drives polar-2023-106",
        "left-alone drives polar-2023-109",
        "dragged-in for polar-2023-108",
    ];
    assert_eq!(found(&["XEA"]), expected);
}

#[test]
fn only_what_had_begun_and_what_was_known() {
    let late = "left-alone for harbour-2025-101".to_string();
    for option in ["--as-of", "--known-at"] {
        let then = found(&["XSU", option, "2024"]);
        assert!(!then.contains(&late) && then.len() == 6, "{option}: {then:?}");
    }
    assert!(!found(&["XSU", "--as-of", "2022"]).contains(&"left-alone for polar-2023-101".to_string()));
}

#[test]
fn observers_are_marked() {
    let csv = fears(&["XSU", "--format", "csv"]).output();
    let observers: Vec<String> = rows(&csv)
        .into_iter()
        .filter(|row| row["observer"] == "true")
        .map(|row| row["statement"].clone())
        .collect();
    assert_eq!(observers, ["polar-2023-102"]);
}

#[test]
fn no_score_anywhere() {
    let json = fears(&["XSU", "--format", "json"]).output();
    for word in ["score", "mean", "probability", "level_of"] {
        assert!(!json.contains(&format!("\"{word}\"")), "{word} in {json}");
    }
    assert!(json.contains("\"schema\": \"linchpin.fears/1\""));
}

#[test]
fn the_shape_of_its_json() {
    assert_snapshot!(shape(&fears(&["XSU", "--format", "json"]).output()));
}

#[test]
fn the_columns_of_its_csv() {
    assert_snapshot!(columns(&fears(&["XSU", "--format", "csv"]).output()));
}

#[test]
fn a_framework_without_fears_says_so() {
    for (lang, told) in
        [("en", "The framework names no fears."), ("de", "Der Bewertungsrahmen nennt keine Befürchtungen.")]
    {
        assert!(northland(&["fears", "XSU", "--lang", lang]).output().contains(told));
    }
}

#[test]
fn the_built_in_dossier() {
    for (lang, words) in [
        ("en", ["Abandonment", "For", "Against", "no validated measure"]),
        ("de", ["Abandonment", "Dafür", "Dagegen", "kein anerkanntes Maß"]),
    ] {
        for ally in ["JPN", "KOR"] {
            let text = linchpin(&["fears", ally, "--lang", lang]).output();
            fits(&text);
            for word in words {
                assert!(text.contains(word), "{word} is not in\n{text}");
            }
        }
    }
}

#[test]
fn what_cannot_be_asked() {
    assert_snapshot!(refused(
        northland,
        &[&["fears"], &["fears", "XNP"], &["fears", "XNO"], &["fears", "XNO-XSU"]]
    ));
}
