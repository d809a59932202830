//! All evidence of both sides of a change, and which cause brings it.

use super::{Side, Why};
use crate::facts::{Fact, Facts, has_begun};
use crate::tie::Tie;
use crate::tree::{self, Tree};
use crate::unused;
use linchpin_index::owen::Coalition;
use linchpin_model::Date;
use linchpin_model::edtf::{END, Edtf};
use linchpin_model::framework::Framework;
use linchpin_model::id::SourceId;
use linchpin_model::statement::Statement;
use std::collections::{BTreeMap, BTreeSet};

/// The player that stands for time.
pub(super) const TIME: usize = 0;

/// When a piece of evidence counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum When {
    Always,
    /// with a player
    With(usize),
    /// without a player: it is no longer held
    Without(usize),
}

/// All evidence of both sides, and which cause brings it.
pub(super) struct Evidence<'v> {
    pub facts: Facts<'v>,
    /// for each fact and each of its sources
    pub when: Vec<Vec<When>>,
    /// for each fact that begins after the earlier date, the same as if it had begun by then
    pub earlier: Vec<Option<Statement>>,
    pub dates: [Date; 2],
    /// facts and data by source; time comes before them
    pub sources: Vec<(Why, u32)>,
}

impl<'v> Evidence<'v> {
    pub fn of(before: Side<'v>, after: Side<'v>) -> Evidence<'v> {
        let facts = Facts::of(after.view);
        let held = Facts::of(before.view);
        let known: BTreeMap<_, &Fact> = held.all.iter().map(|fact| (&fact.statement.id, fact)).collect();
        let has = |fact: &Fact, source: u32| fact.sources.iter().any(|(own, _)| *own == source);
        let mut sources: Vec<(Why, u32)> = vec![];
        let mut player = |why: Why, source: u32| {
            let at = sources.iter().position(|known| *known == (why, source)).unwrap_or_else(|| {
                sources.push((why, source));
                sources.len() - 1
            });
            at + 1
        };
        let mut when: Vec<Vec<When>> = vec![];
        for fact in &facts.all {
            let begun = has_begun(fact.statement, before.as_of);
            let was_known = |source: u32| known.get(&fact.statement.id).is_some_and(|old| has(old, source));
            let of_source = |(source, _): &(u32, usize)| match (begun, was_known(*source)) {
                (true, true) => When::Always,
                (true, false) => When::With(player(Why::RevisedData, *source)),
                (false, _) => When::With(player(Why::NewFacts, *source)),
            };
            when.push(fact.sources.iter().map(of_source).collect());
        }
        let mut all = facts.all.clone();
        let now: BTreeSet<_> = facts.all.iter().map(|fact| &fact.statement.id).collect();
        for fact in held.all.iter().filter(|fact| !now.contains(&fact.statement.id)) {
            let gone = |(source, _): &(u32, usize)| When::Without(player(Why::RevisedData, *source));
            when.push(fact.sources.iter().map(gone).collect());
            let coder = facts.coders.iter().position(|coder| *coder == held.coders[fact.coder as usize]);
            all.push(Fact { coder: coder.unwrap_or_default() as u32, ..fact.clone() });
        }
        let earlier = all.iter().map(|fact| begun_by(fact.statement, before.as_of)).collect();
        let dates = [before.as_of, after.as_of];
        Evidence { facts: facts.with(all), when, earlier, dates, sources }
    }

    /// Time, facts and data.
    pub fn players(&self) -> usize {
        1 + self.sources.len()
    }

    pub fn causes(&self, method: bool) -> Vec<(Why, Option<SourceId>)> {
        let of_source =
            |(why, source): &(Why, u32)| (*why, Some(self.facts.sources[*source as usize].clone()));
        let mut causes = vec![(Why::Time, None)];
        causes.extend(self.sources.iter().map(of_source));
        causes.extend(method.then_some((Why::Method, None)));
        causes
    }

    /// What a coalition knows.
    pub fn known_to(&self, coalition: Coalition) -> Facts<'_> {
        let is_in = |player: usize| coalition >> player & 1 == 1;
        let counts = |when: &When| match when {
            When::Always => true,
            When::With(player) => is_in(*player),
            When::Without(player) => !is_in(*player),
        };
        let fact = |(at, fact): (usize, &Fact<'v>)| {
            let told = fact.sources.iter().zip(&self.when[at]).filter(|(_, when)| counts(when));
            let sources: Vec<_> = told.map(|(source, _)| *source).collect();
            let statement = match &self.earlier[at] {
                Some(earlier) if !is_in(TIME) => earlier,
                _ => fact.statement,
            };
            (!sources.is_empty()).then_some(Fact { statement, sources, coder: fact.coder })
        };
        self.facts.with(self.facts.all.iter().enumerate().filter_map(fact).collect())
    }

    /// For each leaf of a framework the players that it depends on. Balances of events are pooled over all ties.
    pub fn of_leaves(&self, framework: &Framework, tree: &Tree, tie: &Tie) -> Vec<Coalition> {
        let all_ties = Tie::all(self.facts.vocabulary);
        let of_leaf = |leaf: &tree::TreeLeaf| {
            let pooled = framework.indicator[leaf.indicator].balance.is_some();
            let ties = all_ties.iter().filter(|other| pooled || other.id == tie.id);
            let taken = ties.flat_map(|tie| unused::taken(&self.facts, framework, tie, leaf));
            let players = taken.flat_map(|fact| &self.when[fact]).filter_map(|when| match when {
                When::Always => None,
                When::With(player) | When::Without(player) => Some(*player),
            });
            players.fold(1 << TIME, |all, player| all | (1 << player))
        };
        tree.leaves.iter().map(of_leaf).collect()
    }
}

/// A statement as if what it says had begun by a date; `None` where it had.
pub(super) fn begun_by(statement: &Statement, date: Date) -> Option<Statement> {
    if has_begun(statement, date) {
        return None;
    }
    let last = statement.valid.last_day().max(date);
    let valid = match last {
        last if last == date => date.to_string(),
        END => format!("{date}/.."),
        last => format!("{date}/{last}"),
    };
    let valid: Edtf = valid.parse().ok()?;
    Some(Statement { valid, ..statement.clone() })
}
