//! What may be supposed about a leaf is what the leaf would read.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on may stop")]

mod dossier;

use dossier::{cell, files, read};
use linchpin_assess::{Cell, hypotheses, matching_statements};
use linchpin_dossier::Knowledge;
use linchpin_model::statement::Kind;
use std::collections::{BTreeMap, BTreeSet};

/// Leaves about which nothing can be supposed.
const WITHOUT: [(&str, &[&str]); 2] = [
    ("USA-JPN", &["contributions/guarantor/k01", "support/washington/s5"]),
    ("USA-KOR", &["contributions/guarantor/k01", "support/partner-capital/s6", "support/washington/s5"]),
];

#[test]
fn every_supposed_statement_is_read_and_every_indicator_has_some() {
    let snapshot = read(&files());
    let framework = &snapshot.frameworks()["resilience"];
    let view = snapshot.view(&Knowledge::default());
    for tie in ["USA-JPN", "USA-KOR"] {
        let Cell { tie, as_of } = cell(tie, "2021-05-10");
        let supposed = hypotheses(&view, framework, &tie, as_of).unwrap();
        let all = view.plus(supposed.iter().map(|h| h.statement.clone()).collect());
        let read = matching_statements(&all, framework, &tie);
        let mut kinds: BTreeSet<Kind> = BTreeSet::new();
        let mut of_leaf: BTreeMap<&str, usize> = BTreeMap::new();
        for hypothesis in &supposed {
            let read = &read[&hypothesis.leaf];
            assert!(read.contains(&hypothesis.statement.id), "{tie}: {hypothesis:?}");
            kinds.insert(hypothesis.statement.claim.kind());
            *of_leaf.entry(&hypothesis.leaf).or_default() += 1;
        }
        let without: Vec<&str> =
            read.keys().map(String::as_str).filter(|leaf| !of_leaf.contains_key(leaf)).collect();
        // the past of the series is unknown, or the dossier has nobody whom the statement could be about
        assert_eq!(without, WITHOUT.iter().find(|(of, _)| tie == (*of).into()).unwrap().1, "{tie}");
        assert_eq!(kinds.len(), 5, "{kinds:?}");
    }
}
