//! Log lines, one by one and together.

use super::{Findings, WordKind, Words, cycles, statement::other_statement, statement::statement};
use crate::fault::Fault;
use crate::id::StatementId;
use crate::log::{Entry, Line};
use crate::statement::Statement;
use std::collections::{BTreeMap, BTreeSet};

/// Everything wrong with a log line by itself.
pub fn line(line: &Line, words: &Words) -> Vec<Fault> {
    let mut f = Findings::new(*words);
    if !words.known.coders.contains_key(&line.by) {
        f.unknown("by", &[WordKind::Coder], line.by.as_str());
    }
    match &line.entry {
        Entry::Assert(new) => f.faults.extend(statement(new, words)),
        Entry::Supersede(superseding) => {
            f.faults.extend(statement(&superseding.new, words));
            if superseding.because.trim().is_empty() {
                f.add(
                    "entry.supersede.because",
                    "empty-text",
                    "“because” is empty",
                    "say why the statement is replaced",
                );
            }
        }
        Entry::Rank(_) | Entry::Review(_) => {}
    }
    f.faults
}

/// At most so many unknown statements are compared with all known ones to find what was meant.
const GUESSES: usize = 50;

/// Everything wrong between the lines of all logs of a dossier: statements asserted twice, entries about statements
/// that nobody asserted, statements superseded twice or in a circle. Lines stand in the dossier's order and are
/// numbered from 0; `place` says where one stands, for the message about another. Ids in `unreadable` belong to
/// lines that could not be read.
pub fn log(
    lines: &[&Line],
    place: impl Fn(usize) -> String,
    unreadable: &BTreeSet<String>,
) -> Vec<(usize, Fault)> {
    let mut found = Vec::new();
    let mut asserted: BTreeMap<&StatementId, usize> = BTreeMap::new();
    for (at, line) in lines.iter().enumerate() {
        let Some(statement) = introduced(line) else { continue };
        if let Some(&first) = asserted.get(&statement.id) {
            let what = format!("the id “{}” is taken: {} has it", statement.id, place(first));
            found.push((
                at,
                Fault::new("duplicate-id", what, "give the statement an id that no other ever had"),
            ));
        } else {
            asserted.insert(&statement.id, at);
        }
    }
    let mut superseded: BTreeMap<&str, (usize, &str)> = BTreeMap::new();
    let mut guesses = 0;
    for (at, line) in lines.iter().enumerate() {
        let about = match &line.entry {
            Entry::Assert(_) => continue,
            Entry::Supersede(superseding) => {
                let (old, new) = (superseding.old.as_str(), superseding.new.id.as_str());
                if let Some((first, _)) = superseded.get(old) {
                    let what = format!("“{old}” is superseded a second time; first in {}", place(*first));
                    let remedy = "supersede the statement that took its place";
                    found.push((at, Fault::new("superseded-twice", what, remedy)));
                } else {
                    superseded.insert(old, (at, new));
                }
                &superseding.old
            }
            Entry::Rank(ranking) => &ranking.id,
            Entry::Review(reviewing) => &reviewing.id,
        };
        if !asserted.contains_key(about) && !unreadable.contains(about.as_str()) {
            guesses += 1;
            let candidates = asserted.keys().map(|id| id.as_str()).filter(|_| guesses <= GUESSES);
            let remedy = other_statement(about.as_str(), candidates);
            found.push((at, Fault::new("unknown-statement", format!("no log asserts “{about}”"), remedy)));
        }
    }
    let edges = superseded.iter().map(|(old, (_, new))| (*old, vec![*new]));
    for (old, fault) in cycles(edges, "entry.supersede.old", "is superseded by") {
        if let Some((at, _)) = superseded.get(old) {
            found.push((*at, fault));
        }
    }
    found
}

fn introduced(line: &Line) -> Option<&Statement> {
    match &line.entry {
        Entry::Assert(statement) => Some(statement),
        Entry::Supersede(superseding) => Some(&superseding.new),
        Entry::Rank(_) | Entry::Review(_) => None,
    }
}
