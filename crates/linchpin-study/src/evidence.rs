//! What scores rest on: what each leaf weighs, how fresh its evidence is, and how much of a score each source carries.

use linchpin_assess::{Assessment, Carried, Cell, Slot};
use linchpin_dossier::{Seen, View};
use linchpin_model::Date;
use linchpin_model::id::{EntityId, SourceId, StatementId};
use linchpin_model::statement::{Kind, Stance};
use linchpin_model::vocabulary::Vocabulary;
use serde::Serialize;
use std::collections::BTreeMap;

/// How many statements there are of a kind.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct KindCount {
    /// the kind
    pub kind: &'static str,
    /// how many
    pub statements: usize,
}

/// Counts statements by kind, in the order of kinds.
pub(crate) fn count_kinds(kinds: impl Iterator<Item = Kind>) -> Vec<KindCount> {
    let mut counts: BTreeMap<Kind, usize> = BTreeMap::new();
    for kind in kinds {
        *counts.entry(kind).or_default() += 1;
    }
    counts.into_iter().map(|(kind, statements)| KindCount { kind: kind.name(), statements }).collect()
}

/// Some alliances at a date.
pub(crate) fn cells(ties: &[EntityId], as_of: Date) -> Vec<Cell> {
    ties.iter().map(|tie| Cell { tie: tie.clone(), as_of }).collect()
}

/// A node or leaf and everything below it, each node before what stands below it.
pub(crate) fn below(assessment: &Assessment, slot: Slot) -> Vec<Slot> {
    let children = assessment.children(slot).into_iter().flat_map(|child| below(assessment, child));
    [slot].into_iter().chain(children).collect()
}

/// The root and the nodes directly below it.
pub(crate) fn criteria(assessment: &Assessment) -> Vec<Slot> {
    let root = assessment.root();
    [vec![root], assessment.children(root)].concat()
}

/// What every node and leaf weighs in the root, in one cell; the weights of all leaves sum to 1.
pub(crate) fn weights_in_root(assessment: &Assessment, cell: usize) -> BTreeMap<Slot, f64> {
    let mut weights = BTreeMap::new();
    let mut open = vec![(assessment.root(), 1.0)];
    while let Some((slot, weight)) = open.pop() {
        weights.insert(slot, weight);
        let shares = assessment.children(slot).into_iter().zip(assessment.weights(cell, slot));
        open.extend(shares.map(|(child, share)| (child, weight * share)));
    }
    weights
}

/// The path of the node below the root that a leaf or node belongs to; its own for the root.
pub(crate) fn criterion_of(path: &str) -> &str {
    path.split('/').next().unwrap_or(path)
}

/// Up to when a statement is attested: the day it last holds, but no later than its newest supporting source and the
/// date of validity. What still holds is only as fresh as the source that says so.
pub(crate) fn attested(seen: &Seen, as_of: Date, vocabulary: &Vocabulary) -> Date {
    let newest = supporting(seen).filter_map(|id| vocabulary.sources.get(id)).map(|s| s.known_from()).max();
    seen.statement.valid.last_day().min(newest.unwrap_or(seen.known)).min(as_of)
}

/// By the path of each leaf, up to when its newest statement is attested.
pub(crate) fn newest_evidence(view: &View, carried: &[Carried], as_of: Date) -> BTreeMap<String, Date> {
    let mut newest: BTreeMap<String, Date> = BTreeMap::new();
    for c in carried {
        let Some(seen) = view.get(&c.statement) else { continue };
        let day = attested(&seen, as_of, view.vocabulary());
        newest.entry(c.leaf.clone()).and_modify(|known| *known = (*known).max(day)).or_insert(day);
    }
    newest
}

/// Years between two days, by days of 365.25 to the year; 0 where the first is not the earlier.
pub(crate) fn years_between(earlier: Date, later: Date) -> f64 {
    let days = earlier.until(later).map(|span| span.get_days()).unwrap_or_default();
    f64::from(days.max(0)) / 365.25
}

/// By source, its share of the evidence of a node or leaf.
pub(crate) fn by_source(assessment: &Assessment, cell: usize, slot: Slot) -> BTreeMap<SourceId, f64> {
    let mut shares: BTreeMap<SourceId, f64> = BTreeMap::new();
    for c in assessment.carried(cell, slot) {
        *shares.entry(c.source).or_default() += c.in_node;
    }
    shares
}

/// The statements that carry a node or leaf, those that carry most first.
pub(crate) fn carriers(assessment: &Assessment, cell: usize, slot: Slot) -> Vec<StatementId> {
    let mut shares: BTreeMap<StatementId, f64> = BTreeMap::new();
    for c in assessment.carried(cell, slot) {
        *shares.entry(c.statement).or_default() += c.in_node;
    }
    let mut found: Vec<(StatementId, f64)> = shares.into_iter().collect();
    found.sort_by(|(_, a), (_, b)| b.total_cmp(a));
    found.into_iter().map(|(statement, _)| statement).collect()
}

/// The node or leaf that is named, else those that are shown foremost.
pub(crate) fn named_or_foremost(
    assessment: &Assessment,
    named: Option<&str>,
) -> Result<Vec<Slot>, linchpin_assess::Error> {
    Ok(named
        .map(|path| assessment.find(path))
        .transpose()?
        .map_or_else(|| foremost_shown(assessment), |slot| vec![slot]))
}

/// The root, if it is shown for any alliance; else the nodes directly below it that are.
fn foremost_shown(assessment: &Assessment) -> Vec<Slot> {
    let is_shown =
        |slot: &Slot| (0..assessment.cells().len()).any(|cell| assessment.score(cell, *slot).shown);
    let root = assessment.root();
    if is_shown(&root) {
        return vec![root];
    }
    assessment.children(root).into_iter().filter(is_shown).collect()
}

/// The sources that support a statement, as far as its view sees them.
pub(crate) fn supporting<'v>(seen: &Seen<'v>) -> impl Iterator<Item = &'v SourceId> + use<'v> {
    seen.evidence().filter(|e| e.stance == Stance::Supports).map(|e| &e.source)
}
