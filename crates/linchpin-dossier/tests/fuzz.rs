//! Whatever a file holds, reading it ends in a report and never in a panic.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on may stop")]

use linchpin_dossier::{check_files, new};
use proptest::prelude::*;

/// A file of the minimal dossier, by number.
fn name(number: usize) -> String {
    let files = new::minimal_files();
    let names: Vec<&String> = files.keys().collect();
    names[number % names.len()].clone()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn arbitrary_bytes_never_panic(number in 0usize..11, bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        let mut files = new::minimal_files();
        files.insert(name(number), bytes);
        check_files(&files);
    }

    #[test]
    fn text_that_looks_right_never_panics(number in 0usize..11, text in "([\\[\\]{}=\",.:\n a-z0-9_-]|\\[\\[actor\\]\\]\n|id = |names = |\"entry\":|\"assert\":|\\PC){0,80}") {
        let mut files = new::minimal_files();
        files.insert(name(number), text.into_bytes());
        check_files(&files);
    }

    #[test]
    fn a_damaged_file_never_panics(number in 0usize..11, at in any::<prop::sample::Index>(), length in 0usize..40, with in "\\PC{0,12}|[0-9\"{}\\[\\],=.\n]{0,8}") {
        let mut files = new::minimal_files();
        let file = files.get_mut(&name(number)).unwrap();
        let start = at.index(file.len());
        let end = (start + length).min(file.len());
        file.splice(start..end, with.into_bytes());
        for found in check_files(&files).faults {
            prop_assert!(!found.fault.what.is_empty() && !found.fault.remedy.is_empty(), "{}", found);
        }
    }

    #[test]
    fn any_json_value_on_a_line_is_reported(value in json(4)) {
        let mut files = new::minimal_files();
        let log = files.get_mut("statements/polar-review-2023.jsonl").unwrap();
        log.extend_from_slice(format!("{value}\n").as_bytes());
        prop_assert!(!check_files(&files).is_sound());
    }
}

#[test]
fn deep_nesting_never_overflows_the_stack() {
    const DEPTH: usize = 100_000;
    let texts = [
        format!("a = {}", "[".repeat(DEPTH)),
        format!("a = {}{}", "[".repeat(DEPTH), "]".repeat(DEPTH)),
        format!("a = {}", "{a=".repeat(DEPTH)),
        format!("{}a = 1", "a.".repeat(DEPTH)),
        format!("[{}a]", "a.".repeat(DEPTH)),
        format!("[[actor]]\n{}a = 1", "a.".repeat(DEPTH)),
    ];
    for text in texts {
        let mut files = new::minimal_files();
        files.insert("actors.toml".into(), text.into_bytes());
        assert!(!check_files(&files).is_sound());
    }
    for text in ["[".repeat(DEPTH), "{\"a\":".repeat(DEPTH)] {
        let mut files = new::minimal_files();
        files.insert("statements/polar-review-2023.jsonl".into(), (text + "\n").into_bytes());
        assert!(!check_files(&files).is_sound());
    }
}

/// JSON values with the names that logs use.
fn json(depth: u32) -> impl Strategy<Value = serde_json::Value> {
    let leaf = prop_oneof![
        Just(serde_json::Value::Null),
        any::<bool>().prop_map(Into::into),
        any::<i64>().prop_map(Into::into),
        any::<f64>().prop_map(Into::into),
        "\\PC{0,8}|2021|preferred".prop_map(Into::into),
    ];
    let key = prop::sample::select(vec![
        "recorded",
        "by",
        "entry",
        "assert",
        "supersede",
        "rank",
        "review",
        "id",
        "claim",
        "quantity",
        "position",
        "place",
        "valid",
        "said",
        "text",
        "evidence",
        "anchor",
        "span",
    ]);
    leaf.prop_recursive(depth, 40, 6, move |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Into::into),
            prop::collection::btree_map(key.clone().prop_map(String::from), inner, 0..5)
                .prop_map(|fields| serde_json::Value::Object(fields.into_iter().collect())),
        ]
    })
}
