//! Passages found, moved and lost.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on may stop")]

use linchpin_dossier::anchor::{Error, Outcome, check, find, make};
use linchpin_dossier::{anchors, new, read};
use linchpin_model::statement::Anchor;
use proptest::prelude::*;
use std::fs;

const TEXT: &str =
    "Das Bündnis wurde 1961\n  geschlossen. Beide Seiten bekräftigten es 2021. Es gilt fort.\n";

fn anchor(text: &str, passage: &str) -> Anchor {
    make(text, find(text, passage).unwrap()).unwrap()
}

#[test]
fn white_space_is_folded_on_both_sides() {
    let span = find(TEXT, " wurde  1961 geschlossen. ").unwrap();
    assert_eq!(&TEXT[span], "wurde 1961\n  geschlossen.");
}

#[test]
fn a_passage_may_be_given_by_its_ends() {
    for sought in ["Das Bündnis … geschlossen.", "Das Bündnis ... geschlossen."] {
        assert_eq!(&TEXT[find(TEXT, sought).unwrap()], "Das Bündnis wurde 1961\n  geschlossen.");
    }
    assert_eq!(find("a b c a b c", "a … c"), Err(Error::Several(2)));
    assert_eq!(find("a … b", "a … b"), Ok(0.."a … b".len()), "the text may hold an ellipsis itself");
}

#[test]
fn what_is_not_there_once_is_not_found() {
    assert_eq!(find(TEXT, "2022"), Err(Error::Never));
    assert_eq!(find(TEXT, "es"), Err(Error::Several(2)));
    assert_eq!(find("aaa", "aa"), Err(Error::Several(2)), "overlapping places count");
    assert_eq!(find(TEXT, " \n"), Err(Error::Nothing));
    assert_eq!(find(TEXT, "…"), Err(Error::Never));
    let error = make("für", 0..2).unwrap_err();
    assert_eq!(error, Error::BadSpan { start: 0, end: 2, length: 4 });
    assert!(make("x", 1..1).is_err() && make("x", 0..9).is_err());
}

#[test]
fn an_unchanged_text_is_exact_even_if_the_passage_recurs() {
    let span = TEXT.find("es").unwrap();
    assert_eq!(check(TEXT, &make(TEXT, span..span + 2).unwrap()), Outcome::Exact);
}

#[test]
fn in_a_changed_text_a_passage_is_moved_or_lost_but_never_mistaken() {
    let anchor = anchor(TEXT, "Beide Seiten bekräftigten es 2021.");
    let [start, end] = anchor.span;
    let before = format!("Vorab. {TEXT}");
    assert_eq!(check(&before, &anchor), Outcome::Moved([start + 7, end + 7]));
    assert_eq!(check(&format!("{TEXT} Danach."), &anchor), Outcome::Exact, "the passage has not moved");
    assert_eq!(check(&TEXT.replace("2021", "2022"), &anchor), Outcome::Lost, "a lookalike");
    assert_eq!(check(&format!("{TEXT}{TEXT}"), &anchor), Outcome::Lost, "twice");
    assert_eq!(check("", &anchor), Outcome::Lost);
    let inside = format!("x{}y", &TEXT[start as usize..end as usize]);
    assert_eq!(check(&inside, &anchor), Outcome::Moved([1, 1 + end - start]), "in the middle of a word");
}

#[test]
fn nonsense_anchors_are_lost() {
    for span in [[0, 0], [9, 3], [0, u32::MAX], [u32::MAX, u32::MAX]] {
        let anchor = Anchor { text: "x".into(), span, passage: "y".into(), quote: None };
        assert_eq!(check(TEXT, &anchor), Outcome::Lost);
    }
}

#[test]
fn all_anchors_of_a_dossier_are_found_in_a_folder_of_texts() {
    let home = tempfile::tempdir().unwrap();
    let (dossier, texts) = (home.path().join("dossier"), home.path().join("texts"));
    new::minimal(&dossier).unwrap();
    fs::create_dir(&texts).unwrap();
    let log = dossier.join("statements/polar-review-2023.jsonl");
    let anchored = serde_json::to_string(&anchor(TEXT, "Das Bündnis … geschlossen.")).unwrap();
    let with_anchor = fs::read_to_string(&log)
        .unwrap()
        .replace("\"locator\":\"p. 2\"", &format!("\"locator\":\"p. 2\",\"anchor\":{anchored}"));
    fs::write(&log, with_anchor).unwrap();
    let snapshot = read(&dossier).unwrap();
    let counts = || {
        let report = anchors(&snapshot, &texts).unwrap();
        assert_eq!(report.each.len(), 1);
        assert_eq!((report.each[0].statement.as_str(), report.each[0].line), ("polar-review-2023-003", 3));
        [report.exact, report.moved, report.lost, report.not_present]
    };
    assert_eq!(counts(), [0, 0, 0, 1]);
    fs::write(texts.join("whatever.pdf"), [0xff, 0xfe]).unwrap();
    fs::write(texts.join("whatever.txt"), TEXT).unwrap();
    assert_eq!(counts(), [1, 0, 0, 0], "found by its hash");
    fs::write(texts.join("whatever.txt"), "another text").unwrap();
    fs::write(texts.join("polar-review-2023.txt"), format!("Vorab. {TEXT}")).unwrap();
    assert_eq!(counts(), [0, 1, 0, 0], "found by the source's name");
    fs::write(texts.join("polar-review-2023.txt"), "Another text.").unwrap();
    assert_eq!(counts(), [0, 0, 1, 0]);
    assert!(anchors(&snapshot, &home.path().join("nowhere")).unwrap_err().to_string().contains("nowhere"));
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn an_anchor_finds_its_passage_again(text in "[a-zäß .\n]{1,80}", start in 0usize..80, length in 1usize..20, prefix in "[xyz ]{0,9}") {
        let start = (0..=text.len()).filter(|at| text.is_char_boundary(*at)).nth(start).unwrap_or(0);
        let end = (start + 1..=text.len()).filter(|at| text.is_char_boundary(*at)).nth(length);
        if let Some(anchor) = end.and_then(|end| make(&text, start..end).ok()) {
            prop_assert_eq!(check(&text, &anchor), Outcome::Exact);
            let passage = &text[anchor.span[0] as usize..anchor.span[1] as usize];
            let changed = format!("{prefix}{text}!");
            match check(&changed, &anchor) {
                Outcome::Moved([start, end]) => prop_assert_eq!(&changed[start as usize..end as usize], passage),
                Outcome::Exact => prop_assert_eq!(&changed[anchor.span[0] as usize..anchor.span[1] as usize], passage),
                Outcome::Lost => prop_assert!(changed.match_indices(passage).count() != 1 || passage.len() < 2 || changed.contains(passage)),
                Outcome::NotPresent => prop_assert!(false),
            }
        }
    }

    #[test]
    fn finding_never_panics(text in "\\PC{0,60}", passage in "\\PC{0,20}") {
        if let Ok(span) = find(&text, &passage) {
            prop_assert!(text.get(span).is_some());
        }
    }
}
