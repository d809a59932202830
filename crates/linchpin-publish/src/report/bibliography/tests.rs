use super::*;
use crate::report::document::plain;
use linchpin_dossier::Snapshot;

fn built_in() -> Snapshot {
    let dossier = concat!(env!("CARGO_MANIFEST_DIR"), "/../../dossiers/indo-pacific");
    linchpin_dossier::read(std::path::Path::new(dossier)).unwrap()
}

/// Entries as text: titles in italics between underscores, addresses in angle brackets.
fn shown(entries: &[(SourceId, Vec<Span>)]) -> Vec<String> {
    entries.iter().map(|(_, spans)| line(spans)).collect()
}

fn line(spans: &[Span]) -> String {
    let show = |span: &Span| match span {
        Span::Emphasis(words) => format!("_{words}_"),
        Span::Link(address) => format!("<{address}>"),
        other => plain(std::slice::from_ref(other)),
    };
    spans.iter().map(show).collect()
}

fn source(fields: &str) -> Source {
    let defaults = serde_json::json!({"id": "x", "type": "report", "title": "T", "issued": "2020", "language": "en",
        "reliability": "B", "speaker": "s"});
    let mut record: serde_json::Map<String, serde_json::Value> = serde_json::from_value(defaults).unwrap();
    let given: serde_json::Map<String, serde_json::Value> = serde_json::from_str(fields).unwrap();
    record.extend(given);
    serde_json::from_value(record.into()).unwrap()
}

fn one(fields: &str, lang: Lang) -> String {
    line(&entries(&[&source(fields)], lang)[0].1)
}

#[test]
fn the_built_in_dossier() {
    let snapshot = built_in();
    let sources: Vec<&Source> = snapshot.vocabulary().sources.values().collect();
    let german = [
        "Deutsche Welle. „Zurückhaltung in Tokio und Seoul“. Übersetzt von Dang Yuan. _Deutsche Welle_, 2025.",
        "dpa. „Gegengewicht zu China: Japan und USA stärken Allianz“. 28. Oktober 2025.",
        "Kölling, Martin. „Wie sich Japan und Südkorea in rasantem Tempo annähern“. _Handelsblatt_, 14. Januar 2026.",
        "Kölling, Martin, und Annett Meiritz. „So sieht die historische Allianz zwischen den USA und Japan aus“. \
         _Handelsblatt_, 10. April 2024.",
        "Overhaus, Marco, und Alexandra Sakaki. _Die US-Bündnisse mit Japan und Südkorea. Stärken und Bruchlinien in \
         der sicherheitspolitischen Kooperation_. SWP-Studie, 2021/S 05. Stiftung Wissenschaft und Politik, 2021. \
         <https://doi.org/10.18449/2021S05>.",
    ];
    let english = [
        "Deutsche Welle. “Zurückhaltung in Tokio und Seoul”. Translated by Dang Yuan. _Deutsche Welle_, 2025.",
        "dpa. “Gegengewicht zu China: Japan und USA stärken Allianz”. 28 October 2025.",
        "Kölling, Martin. “Wie sich Japan und Südkorea in rasantem Tempo annähern”. _Handelsblatt_, 14 January 2026.",
        "Kölling, Martin, and Annett Meiritz. “So sieht die historische Allianz zwischen den USA und Japan aus”. \
         _Handelsblatt_, 10 April 2024.",
        "Overhaus, Marco, and Alexandra Sakaki. _Die US-Bündnisse mit Japan und Südkorea. Stärken und Bruchlinien in \
         der sicherheitspolitischen Kooperation_. SWP-Studie, 2021/S 05. Stiftung Wissenschaft und Politik, 2021. \
         <https://doi.org/10.18449/2021S05>.",
    ];
    for (lang, expected) in [(Lang::De, german), (Lang::En, english)] {
        let found = entries(&sources, lang);
        assert_eq!(shown(&found), expected);
        let backwards: Vec<&Source> = sources.iter().rev().copied().collect();
        assert_eq!(entries(&backwards, lang), found, "whatever the order that they come in");
    }
}

#[test]
fn what_is_not_known_is_left_out() {
    let cases = [
        // no author: what it stands in comes first; a date that is not certain; marks within marks
        (
            r#"{"type":"webpage","title":"Japan and the “US”: no ordinary allies","container-title":"AMTI",
                "issued":"2023-02~","URL":"https://example.org/a?b=1&c=2"}"#,
            "AMTI. „Japan and the ‘US’: no ordinary allies“. [Februar 2023?]. <https://example.org/a?b=1&c=2>.",
            "AMTI. “Japan and the ‘US’: no ordinary allies”. [February 2023?]. <https://example.org/a?b=1&c=2>.",
        ),
        (
            r#"{"type":"article-newspaper","title":"Ja!","container-title":"Die Zeit","issued":"../1991"}"#,
            "Die Zeit. „Ja!“. 1991.",
            "Die Zeit. “Ja!”. 1991.",
        ),
        // particles, one name only, nobody; a decade
        (
            r#"{"type":"book","title":"Armed","author":[{"family":"von Hippel","given":"Karin"},{"given":"Solo"},{}],
                "publisher":"Cornell","publisher-place":"Ithaca","issued":"199X"}"#,
            "Hippel, Karin von, und Solo. _Armed_. Cornell, [1990?].",
            "Hippel, Karin von, and Solo. _Armed_. Cornell, [1990?].",
        ),
        (
            r#"{"type":"article-journal","title":"Allies","author":[{"family":"Öz","given":"Ay"}],"issued":"2001-XX",
                "container-title":"Security","number":"3","DOI":"10.1/x"}"#,
            "Öz, Ay. „Allies“. _Security_, Nr. 3 (2001). <https://doi.org/10.1/x>.",
            "Öz, Ay. “Allies”. _Security_, no. 3 (2001). <https://doi.org/10.1/x>.",
        ),
        // within a month; a number without a series
        (
            r#"{"title":"Arms","author":[{"literal":"RAND"}],"number":"RR-A1","issued":"2021-05-10/2021-05-12"}"#,
            "RAND. _Arms_. RR-A1. 2021.",
            "RAND. _Arms_. RR-A1. 2021.",
        ),
        (r#"{"type":"webpage","issued":"2021-22"}"#, "„T“. Sommer 2021.", "“T”. Summer 2021."),
    ];
    for (fields, german, english) in cases {
        assert_eq!((one(fields, Lang::De).as_str(), one(fields, Lang::En).as_str()), (german, english));
    }
}

#[test]
fn a_source_of_any_type_has_an_entry() {
    let types = "article article-journal article-magazine article-newspaper bill book broadcast chapter classic \
        collection dataset document entry entry-dictionary entry-encyclopedia event figure graphic hearing interview \
        legal_case legislation manuscript map motion_picture musical_score pamphlet paper-conference patent \
        performance periodical personal_communication post post-weblog regulation report review review-book software \
        song speech standard thesis treaty webpage nonsense";
    let mores = ["", r#","author":[{"family":"Öz","given":"Ay"}]"#, r#","container-title":"Foo""#];
    for kind in types.split_whitespace() {
        for more in mores.iter().map(|more| more.to_string()).chain([mores.concat()]) {
            let entry = one(&format!(r#"{{"type":"{kind}","title":"Talk"{more}}}"#), Lang::De);
            assert!(entry.contains("Talk") && entry.contains("2020"), "{kind} {more}: {entry}");
            let foreign = ["Aired", "Released", "testimony", "review of", "issued"];
            assert!(!foreign.iter().any(|word| entry.contains(word)), "{entry}");
        }
    }
}

#[test]
fn a_hostile_title_stays_text() {
    let fields = r#"{"title":"{$x$} <b>b</b> \\ #import \"q\" & *s* _u_ //\n\u0000[1]"}"#;
    assert_eq!(one(fields, Lang::En), "_{$x$} <b>b</b> \\ #import \"q\" & *s* _u_ // [1]_. 2020.");
}

#[test]
fn a_copy_stands_behind_its_original_and_says_so() {
    let sources = [
        source(r#"{"id":"copy","type":"webpage","title":"A","container-title":"Aargau","copy-of":"dpa"}"#),
        source(r#"{"id":"dpa","type":"webpage","title":"Z","container-title":"Zug"}"#),
        source(r#"{"id":"m","type":"webpage","title":"M","container-title":"Main"}"#),
        source(r#"{"id":"z","type":"webpage","title":"N","container-title":"Zz","copy-of":"gone"}"#),
    ];
    let sources: Vec<&Source> = sources.iter().collect();
    let expected = [
        "Main. “M”. 2020.",
        "Zug. “Z”. 2020.",
        "Aargau. “A”. 2020. Syndicated copy of “Z”; counts as one source with the original.",
        "Zz. “N”. 2020. Syndicated copy of a source that is not listed here (gone); counts as one source with it.",
    ];
    assert_eq!(shown(&entries(&sources, Lang::En)), expected);
    let german = &shown(&entries(&sources, Lang::De))[2];
    assert_eq!(german, "Aargau. „A“. 2020. Übernommen aus „Z“; zählt mit dem Original als eine Quelle.");
}

#[test]
fn copies_of_one_another_are_all_listed() {
    let sources = [source(r#"{"id":"a","copy-of":"b"}"#), source(r#"{"id":"b","title":"B","copy-of":"a"}"#)];
    assert_eq!(entries(&[&sources[0], &sources[1]], Lang::De).len(), 2);
}

#[test]
fn a_report_is_cited() {
    let author = [Creator { family: Some("Nagel".into()), given: Some("Jo".into()), literal: None }];
    let mut report = Report {
        title: "Belastbarkeit der Bündnisse",
        author: &[],
        publisher: Some("Dossier Indo-Pazifik"),
        version: Some("4f2a"),
        issued: Date::constant(2026, 1, 31),
        url: Some("https://example.org"),
    };
    let expected =
        "_Belastbarkeit der Bündnisse_. Version 4f2a. Dossier Indo-Pazifik, 2026. <https://example.org>.";
    assert_eq!(line(&cite(&report, Lang::De)), expected);
    (report.author, report.url) = (&author, None);
    let expected = "Nagel, Jo. _Belastbarkeit der Bündnisse_. Version 4f2a. Dossier Indo-Pazifik, 2026.";
    assert_eq!(line(&cite(&report, Lang::En)), expected);
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig::with_cases(64))]
    #[test]
    fn no_text_makes_it_panic(title: String, family: String, given: String, number: String, url: String) {
        let mut source = source(r#"{"id":"p","publisher":"P"}"#);
        source.author = vec![Creator { family: Some(family), given: Some(given), literal: None }];
        (source.title, source.number, source.url) = (title, Some(number), Some(url));
        for kind in ["report", "article-journal", "webpage"] {
            source.r#type = kind.into();
            assert_eq!(entries(&[&source], Lang::De).len(), 1);
        }
    }
}
