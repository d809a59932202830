//! What views see: by the day of knowledge, by the moment of recording, with ranks, reviews and superseding, with
//! hypothetical statements and without a source.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on may stop")]

use linchpin_dossier::{Knowledge, Snapshot, View, new, read_files};
use linchpin_model::id::StatementId;
use linchpin_model::log::{Entry, Line, Rank, Status};
use linchpin_model::statement::Statement;
use serde_json::{Value, json};
use std::collections::BTreeMap;

const LOG: &str = "statements/polar-review-2023.jsonl";

/// The minimal dossier with two more sources, the second of them a syndicated copy of the first, and more lines in
/// the log of the first.
fn dossier(lines: &[Value]) -> Snapshot {
    let mut files = new::minimal_files();
    append(
        &mut files,
        "sources.toml",
        r#"
[[source]]
id = "early-note"
type = "report"
title = "A note"
issued = "2022-03"
language = "en"
reliability = "C"
speaker = "polar-institute"

[[source]]
id = "early-copy"
type = "article-newspaper"
title = "The note again"
issued = "2022-05-01"
language = "en"
reliability = "C"
speaker = "polar-institute"
copy-of = "early-note"
"#,
    );
    for line in lines {
        append(&mut files, LOG, &format!("{line}\n"));
    }
    read_files(&files).unwrap_or_else(|faults| panic!("{faults}"))
}

fn append(files: &mut BTreeMap<String, Vec<u8>>, name: &str, text: &str) {
    files.get_mut(name).unwrap().extend_from_slice(text.as_bytes());
}

fn line(recorded: &str, entry: Value) -> Value {
    json!({ "recorded": recorded, "by": "me", "entry": entry })
}

/// A statement about defence spending, resting on these sources.
fn spending(id: &str, value: f64, valid: &str, sources: &[&str]) -> Value {
    let evidence: Vec<Value> = sources
        .iter()
        .map(|source| json!({ "source": source, "locator": "p. 1", "stance": "supports", "credibility": 2 }))
        .collect();
    json!({
        "id": id,
        "claim": { "quantity": {
            "subject": "XSU", "measure": "defence-share-gdp", "value": value, "unit": "percent", "bound": "exact"
        } },
        "valid": valid,
        "said": { "speaker": "polar-institute", "modality": "said" },
        "text": { "de": "Zahl.", "en": "Number." },
        "evidence": evidence,
    })
}

const OWN: &[&str] = &["polar-review-2023"];

fn all(snapshot: &Snapshot) -> View<'_> {
    snapshot.view(&Knowledge::default())
}

fn known_at(day: &str) -> Knowledge {
    Knowledge { known_at: Some(day.parse().unwrap()), ..Knowledge::default() }
}

fn recorded_by(moment: &str) -> Knowledge {
    Knowledge { recorded_by: Some(moment.parse().unwrap()), ..Knowledge::default() }
}

fn ids<'a>(statements: impl Iterator<Item = linchpin_dossier::Seen<'a>>) -> Vec<String> {
    statements.map(|seen| seen.statement.id.to_string().replace("polar-review-2023-", "")).collect()
}

#[test]
fn a_source_is_known_from_the_last_day_it_may_have_been_issued() {
    let snapshot = dossier(&[]);
    assert_eq!(ids(snapshot.view(&known_at("2023-06-14")).statements()), Vec::<String>::new());
    assert_eq!(ids(snapshot.view(&known_at("2023-06-15")).statements()), ["001", "002", "003"]);
    assert_eq!(snapshot.view(&known_at("2023-06-14")).newest_known(), None);
    assert_eq!(all(&snapshot).newest_known(), Some("2023-06-15".parse().unwrap()));
}

#[test]
fn evidence_is_seen_only_from_known_sources() {
    let both = spending("both", 2.0, "2021", &["polar-review-2023", "early-note"]);
    let snapshot = dossier(&[line("2024-03-01T00:00:00Z", json!({ "assert": both }))]);
    assert!(
        snapshot.view(&known_at("2022-03-30")).get(&"both".into()).is_none(),
        "issued “2022-03”, some day of it"
    );
    let early = snapshot.view(&known_at("2022-03-31"));
    let seen = early.get(&"both".into()).unwrap();
    assert_eq!(seen.known.to_string(), "2022-03-31");
    assert_eq!(seen.evidence().map(|e| e.source.as_str()).collect::<Vec<_>>(), ["early-note"]);
    assert_eq!(all(&snapshot).get(&"both".into()).unwrap().evidence().count(), 2);
}

#[test]
fn contradicting_evidence_makes_nothing_known() {
    let mut statement = spending("doubted", 2.0, "2021", &["polar-review-2023", "early-note"]);
    statement["evidence"][1]["stance"] = json!("contradicts");
    let snapshot = dossier(&[line("2024-03-01T00:00:00Z", json!({ "assert": statement }))]);
    assert!(snapshot.view(&known_at("2022-12-31")).get(&"doubted".into()).is_none());
    assert_eq!(all(&snapshot).get(&"doubted".into()).unwrap().known.to_string(), "2023-06-15");
}

#[test]
fn lines_count_from_when_they_were_recorded() {
    let snapshot = dossier(&[
        line(
            "2024-03-01T00:00:00Z",
            json!({ "rank": { "id": "polar-review-2023-001", "rank": "deprecated" } }),
        ),
        line(
            "2024-04-01T00:00:00Z",
            json!({ "review": { "id": "polar-review-2023-002", "status": "rejected" } }),
        ),
        line(
            "2024-05-01T00:00:00Z",
            json!({ "rank": { "id": "polar-review-2023-001", "rank": "preferred" } }),
        ),
    ]);
    let rank = |moment: &str| {
        let view = snapshot.view(&recorded_by(moment));
        let seen = view.get(&"polar-review-2023-001".into());
        seen.map(|seen| (seen.rank, seen.status))
    };
    assert_eq!(rank("2024-01-08T08:59:59Z"), None);
    assert_eq!(rank("2024-02-01T00:00:00Z"), Some((Rank::Normal, Status::Accepted)));
    assert_eq!(rank("2024-03-01T00:00:00Z"), Some((Rank::Deprecated, Status::Accepted)));
    assert_eq!(rank("2024-06-01T00:00:00Z"), Some((Rank::Preferred, Status::Accepted)));
    assert_eq!(ids(snapshot.view(&recorded_by("2024-03-15T00:00:00Z")).usable()), ["002", "003"]);
    assert_eq!(ids(all(&snapshot).usable()), ["001", "003"]);
    assert_eq!(ids(all(&snapshot).statements()), ["001", "002", "003"], "all are kept");
}

#[test]
fn a_later_moment_wins_over_a_later_line() {
    let snapshot = dossier(&[
        line(
            "2024-05-01T00:00:00Z",
            json!({ "rank": { "id": "polar-review-2023-001", "rank": "preferred" } }),
        ),
        line(
            "2024-03-01T00:00:00Z",
            json!({ "rank": { "id": "polar-review-2023-001", "rank": "deprecated" } }),
        ),
    ]);
    assert_eq!(all(&snapshot).get(&"polar-review-2023-001".into()).unwrap().rank, Rank::Preferred);
}

#[test]
fn a_superseded_statement_is_replaced_from_then_on() {
    let newer = |id: &str, value| spending(id, value, "2022", OWN);
    let snapshot = dossier(&[
        line("2024-03-01T00:00:00Z", json!({ "assert": newer("first", 2.0) })),
        line(
            "2024-04-01T00:00:00Z",
            json!({ "supersede": { "old": "first", "new": newer("second", 2.1), "because": "misread" } }),
        ),
        line(
            "2024-05-01T00:00:00Z",
            json!({ "supersede": { "old": "second", "new": newer("third", 2.2), "because": "misread" } }),
        ),
        line("2024-06-01T00:00:00Z", json!({ "rank": { "id": "third", "rank": "preferred" } })),
    ]);
    let at = |moment| ids(snapshot.view(&recorded_by(moment)).statements()).split_off(3);
    assert_eq!(at("2024-03-15T00:00:00Z"), ["first"]);
    assert_eq!(at("2024-04-15T00:00:00Z"), ["second"]);
    assert_eq!(at("2024-05-15T00:00:00Z"), ["third"]);
    for id in ["first", "second", "third"] {
        let numbers: Vec<u64> = snapshot.history(&id.into()).iter().map(|logged| logged.number).collect();
        assert_eq!(numbers, [4, 5, 6, 7], "{id}");
    }
    assert!(snapshot.history(&"nothing".into()).is_empty());
}

#[test]
fn a_preferred_statement_displaces_others_about_the_same_thing_at_the_same_time() {
    let mut scoped = spending("part", 1.0, "2021", OWN);
    scoped["claim"]["quantity"]["scope"] = json!("army");
    let recorded = "2024-03-01T00:00:00Z";
    let snapshot = dossier(&[
        line(recorded, json!({ "assert": spending("preferred", 2.0, "2021", OWN) })),
        line(recorded, json!({ "assert": spending("same-year", 2.5, "2021-06", OWN) })),
        line(recorded, json!({ "assert": spending("next-year", 2.2, "2022", OWN) })),
        line(recorded, json!({ "assert": scoped })),
        line(recorded, json!({ "rank": { "id": "preferred", "rank": "preferred" } })),
    ]);
    assert_eq!(ids(all(&snapshot).usable()).split_off(3), ["preferred", "next-year", "part"]);
    let without = all(&snapshot).keep(|seen| seen.statement.id.as_str() != "preferred");
    assert_eq!(ids(without.usable()).split_off(3), ["same-year", "next-year", "part"]);
}

#[test]
fn hypothetical_statements_are_known_always_and_rank_normal() {
    let snapshot = dossier(&[]);
    let statement: Statement = serde_json::from_value(spending("what-if", 3.0, "2025", OWN)).unwrap();
    let view = snapshot.view(&known_at("2000-01-01")).plus(vec![statement]);
    let seen = view.get(&"what-if".into()).unwrap();
    assert!(seen.is_hypothetical());
    assert_eq!((seen.recorded, seen.coder.as_str(), seen.evidence().count()), (None, "hypothesis", 1));
    assert_eq!(ids(view.usable()), ["what-if"]);
    assert_eq!(view.newest_known(), None);
    let without =
        all(&snapshot).plus(vec![seen.statement.clone()]).without_source(&"polar-review-2023".into());
    assert_eq!(ids(without.statements()), ["what-if"]);
    assert_eq!(without.keep(|seen| !seen.is_hypothetical()).statements().count(), 0);
}

#[test]
fn a_hypothetical_statement_stands_in_front_of_one_of_the_same_id() {
    let snapshot = dossier(&[]);
    let id: StatementId = "polar-review-2023-001".into();
    let Entry::Assert(mut changed) = snapshot.lines()[0].line.entry.clone() else { panic!() };
    changed.text.en = "Changed.".into();
    let view = all(&snapshot).plus(vec![*changed]);
    assert_eq!(view.get(&id).unwrap().statement.text.en, "Changed.");
}

#[test]
fn a_source_goes_with_its_copies() {
    let recorded = "2024-03-01T00:00:00Z";
    let snapshot = dossier(&[line(
        recorded,
        json!({ "assert": spending("copied", 2.0, "2021", &["polar-review-2023", "early-copy"]) }),
    )]);
    for gone in ["early-note", "early-copy"] {
        let view = all(&snapshot).without_source(&gone.into());
        let seen = view.get(&"copied".into()).unwrap();
        assert_eq!(seen.evidence().map(|e| e.source.as_str()).collect::<Vec<_>>(), OWN);
        assert_eq!(seen.known.to_string(), "2023-06-15");
        assert_eq!(ids(view.statements()).len(), 4);
    }
    assert_eq!(all(&snapshot).without_source(&"polar-review-2023".into()).statements().count(), 1);
}

#[test]
fn the_version_is_that_of_names_and_bytes() {
    let files = new::minimal_files();
    let version = |files: &BTreeMap<String, Vec<u8>>| read_files(files).unwrap().version().to_string();
    assert_eq!(version(&files), version(&files.clone()));
    let mut changed = files.clone();
    append(&mut changed, "factors.toml", "# a comment\n");
    assert_ne!(version(&files), version(&changed));
    let mut beside = files.clone();
    beside.insert("README.md".into(), b"notes".to_vec());
    assert_eq!(version(&files), version(&beside), "what is no part of a dossier does not count");
}

#[test]
fn statements_come_by_file_and_line() {
    let mut files = new::minimal_files();
    let first: Line = serde_json::from_slice(files[LOG].split(|b| *b == b'\n').next().unwrap()).unwrap();
    let Entry::Assert(mut statement) = first.entry.clone() else { panic!() };
    append(
        &mut files,
        "sources.toml",
        "[[source]]\nid = \"a-first\"\ntype = \"report\"\ntitle = \"A\"\nissued = \"2023\"\nlanguage = \"en\"\n\
         reliability = \"C\"\nspeaker = \"polar-institute\"\n",
    );
    statement.id = "a-1".into();
    statement.evidence[0].source = "a-first".into();
    let line = Line { entry: Entry::Assert(statement), ..first };
    files.insert(
        "statements/a-first.jsonl".into(),
        format!("\n{}\n", serde_json::to_string(&line).unwrap()).into(),
    );
    let snapshot = read_files(&files).unwrap();
    let view = all(&snapshot);
    assert_eq!(ids(view.statements()), ["a-1", "001", "002", "003"]);
    assert_eq!(view.get(&"a-1".into()).unwrap().place, Some(("statements/a-first.jsonl", 2)));
}
