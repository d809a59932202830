//! `docs/DOSSIER.md` says what the program does: its examples can be read, and its lists are complete.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on may stop")]

use linchpin_dossier::FORMAT;
use linchpin_model::plover::{CONTEXTS, EventType};
use linchpin_model::statement::{Claim, Statement};
use linchpin_model::unit::Unit;
use serde_json::Value;
use std::path::Path;

fn page() -> String {
    std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/DOSSIER.md")).unwrap()
}

/// The blocks of code in a language.
fn blocks(page: &str, language: &str) -> Vec<String> {
    let start = format!("```{language}\n");
    page.split(&start).skip(1).map(|rest| rest.split("```").next().unwrap().to_string()).collect()
}

#[test]
fn examples_in_toml_can_be_read() {
    let page = page();
    let blocks = blocks(&page, "toml");
    assert!(blocks.len() >= 9);
    for block in blocks {
        toml::from_str::<toml::Table>(&block).unwrap_or_else(|error| panic!("{block}\n{error}"));
    }
}

#[test]
fn examples_of_claims_and_statements_can_be_read() {
    let (mut claims, mut statements) = (0, 0);
    for block in blocks(&page(), "json") {
        let Ok(value) = serde_json::from_str::<Value>(&block) else { continue };
        if value.get("claim").is_some() {
            serde_json::from_value::<Statement>(value).unwrap_or_else(|error| panic!("{block}\n{error}"));
            statements += 1;
        } else if value.get("span").is_none() {
            serde_json::from_value::<Claim>(value).unwrap_or_else(|error| panic!("{block}\n{error}"));
            claims += 1;
        }
    }
    assert_eq!((claims, statements), (6, 1), "one of each kind");
}

#[test]
fn lists_are_complete() {
    let page = page();
    for name in [
        "AGREE",
        "CONSULT",
        "SUPPORT",
        "CONCEDE",
        "COOPERATE",
        "AID",
        "RETREAT",
        "REQUEST",
        "ACCUSE",
        "REJECT",
        "THREATEN",
        "PROTEST",
        "SANCTION",
        "MOBILIZE",
        "COERCE",
        "ASSAULT",
    ] {
        let kind: EventType = serde_json::from_value(name.into()).unwrap();
        let modes: Vec<String> = kind.modes().iter().map(|mode| format!("`{mode}`")).collect();
        let row = format!("| `{name}` | {}", modes.join(", "));
        assert!(page.contains(row.trim_end()), "{row}");
    }
    let flat = page.split_whitespace().collect::<Vec<_>>().join(" ");
    let contexts: Vec<String> = CONTEXTS.iter().map(|context| format!("`{context}`")).collect();
    assert!(flat.contains(&format!("Contexts: {}.", contexts.join(", "))));
    let currencies = flat.split("Currencies: ").nth(1).unwrap().split('.').next().unwrap();
    for code in currencies.split(", ") {
        code.parse::<Unit>().unwrap();
    }
    assert!(page.contains(&format!("This page describes format {FORMAT}.")));
}
