//! What an assessment knows of a view: usable statements, by what they are about, with the grades of their sources.

use linchpin_dossier::{Seen, View};
use linchpin_model::Date;
use linchpin_model::actor::ActorKind;
use linchpin_model::edtf::BEGINNING;
use linchpin_model::id::{CoderId, SourceId, StatementId};
use linchpin_model::source::worse_grade;
use linchpin_model::statement::{Claim, Kind, Modality, Stance, Statement};
use linchpin_model::vocabulary::Vocabulary;
use std::collections::{BTreeMap, BTreeSet};

/// A usable statement and its independent sources.
#[derive(Clone)]
pub(crate) struct Fact<'v> {
    pub statement: &'v Statement,
    /// independent source and row of the grade table, one for each source that supports the statement
    pub sources: Vec<(u32, usize)>,
    pub coder: u32,
}

/// All facts of a view, indexed by kind and predicate.
#[derive(Clone)]
pub(crate) struct Facts<'v> {
    pub vocabulary: &'v Vocabulary,
    pub all: Vec<Fact<'v>>,
    by_predicate: BTreeMap<(Kind, &'v str), Vec<usize>>,
    /// independent sources in order of issue and title, so that the order does not depend on their ids; then those of
    /// hypothetical statements
    pub sources: Vec<&'v SourceId>,
    pub coders: Vec<CoderId>,
}

/// The row of the grade table (0 best) that information contradicted by another source has at least.
const CONTRADICTED: usize = 3;

impl<'v> Facts<'v> {
    pub fn of(view: &'v View<'v>) -> Facts<'v> {
        Self::of_worlds(&[view]).remove(0)
    }

    /// The facts of several views, each in the same place in all of them, so that they can be compared. A fact that a view
    /// does not know has no sources there.
    pub fn of_worlds(views: &[&'v View<'v>]) -> Vec<Facts<'v>> {
        let Some(first) = views.first() else { return vec![] };
        let vocabulary = first.vocabulary();
        let usable: Vec<Vec<Seen>> = views
            .iter()
            .map(|view| view.usable().filter(|seen| may_count(seen.statement, vocabulary)).collect())
            .collect();
        let sources = sources(usable.iter().flatten(), vocabulary);
        let place: BTreeMap<&SourceId, u32> =
            sources.iter().enumerate().map(|(i, id)| (*id, i as u32)).collect();
        // views may suppose different things under one id
        let mut statements: BTreeMap<&StatementId, Vec<&Statement>> = BTreeMap::new();
        for seen in usable.iter().flatten() {
            let of_id = statements.entry(&seen.statement.id).or_default();
            if !of_id.iter().any(|known| same(known, seen.statement)) {
                of_id.push(seen.statement);
            }
        }
        let mut ordered: Vec<&Statement> = statements.into_values().flatten().collect();
        // by what they say, so that neither ids nor the order of lines decide between equals
        ordered.sort_by(|a, b| said_of(a).cmp(&said_of(b)));
        let mut places: BTreeMap<&StatementId, Vec<usize>> = BTreeMap::new();
        ordered.iter().enumerate().for_each(|(at, s)| places.entry(&s.id).or_default().push(at));
        let at = |seen: &Seen| {
            let of_id = &places[&seen.statement.id];
            of_id.iter().copied().find(|at| same(ordered[*at], seen.statement)).unwrap_or(of_id[0])
        };
        let mut coders: Vec<CoderId> = vec![];
        let known = |usable: &Vec<Seen<'v>>| {
            let mut all: Vec<Fact> = ordered.iter().map(|s| Fact::unknown(s)).collect();
            let mut in_order: Vec<(usize, &Seen)> = usable.iter().map(|seen| (at(seen), seen)).collect();
            in_order.sort_by_key(|(at, _)| *at);
            for (at, seen) in in_order {
                let coder = coders.iter().position(|c| c == seen.coder).unwrap_or_else(|| {
                    coders.push(seen.coder.clone());
                    coders.len() - 1
                });
                let fact = &mut all[at];
                fact.coder = coder as u32;
                fact.sources = graded(seen, &place, vocabulary);
            }
            all
        };
        let worlds: Vec<Vec<Fact>> = usable.iter().map(known).collect();
        let none = Facts { vocabulary, all: vec![], by_predicate: BTreeMap::new(), sources, coders };
        worlds.into_iter().map(|all| none.with(all)).collect()
    }

    /// The places of the facts that another view, in the same places, sees differently.
    pub fn differing(&self, other: &Facts) -> Vec<usize> {
        let differs = |(_, (a, b)): &(usize, (&Fact, &Fact))| {
            a.sources != b.sources || (!a.sources.is_empty() && a.coder != b.coder)
        };
        self.all.iter().zip(&other.all).enumerate().filter(differs).map(|(at, _)| at).collect()
    }

    /// Other facts of the same sources and coders.
    pub fn with<'w>(&self, all: Vec<Fact<'w>>) -> Facts<'w>
    where
        'v: 'w,
    {
        let mut by_predicate: BTreeMap<(Kind, &str), Vec<usize>> = BTreeMap::new();
        for (at, fact) in all.iter().enumerate().filter(|(_, fact)| !fact.sources.is_empty()) {
            for predicate in predicates(&fact.statement.claim) {
                by_predicate.entry((fact.statement.claim.kind(), predicate)).or_default().push(at);
            }
        }
        let (sources, coders) = (self.sources.clone(), self.coders.clone());
        Facts { vocabulary: self.vocabulary, all, by_predicate, sources, coders }
    }

    /// Facts of a kind about an issue, topic or measure; for events without a topic, under the empty predicate.
    pub fn about<'f>(&'f self, kind: Kind, predicate: &'f str) -> &'f [usize] {
        // the map's key lives as long as the view; a shorter key finds it all the same
        let by_predicate: &BTreeMap<(Kind, &'f str), Vec<usize>> = &self.by_predicate;
        by_predicate.get(&(kind, predicate)).map_or(&[], Vec::as_slice)
    }

    /// The name under which a source's shared error is drawn: what it is, not what its id is.
    pub fn source_name(&self, source: u32) -> String {
        let id = self.sources[source as usize];
        let record = self.vocabulary.sources.get(id);
        record.map_or_else(|| format!("source|{id}"), |s| format!("source|{}|{}", s.issued, s.title))
    }
}

impl<'v> Fact<'v> {
    /// A statement that a view does not know.
    fn unknown(statement: &'v Statement) -> Fact<'v> {
        Fact { statement, sources: vec![], coder: 0 }
    }
}

/// Independent sources in order of issue and title, and then, by id, those that only hypothetical statements name.
fn sources<'s, 'v: 's>(
    seen: impl Iterator<Item = &'s Seen<'v>>,
    vocabulary: &'v Vocabulary,
) -> Vec<&'v SourceId> {
    let mut sources: Vec<&SourceId> =
        vocabulary.sources.keys().filter(|id| vocabulary.original(id) == *id).collect();
    sources.sort_by_key(|id| vocabulary.sources.get(*id).map(|s| (s.issued.first_day(), &s.title)));
    let hypothetical: BTreeSet<&SourceId> = seen
        .filter(|seen| seen.is_hypothetical())
        .flat_map(|seen| seen.statement.evidence.iter().map(|evidence| &evidence.source))
        .filter(|id| !vocabulary.sources.contains_key(*id))
        .collect();
    sources.extend(hypothetical);
    sources
}

/// The independent sources that support a statement, each with its grade. A source that the dossier does not have is as
/// reliable as what it says is credible.
fn graded(seen: &Seen, place: &BTreeMap<&SourceId, u32>, vocabulary: &Vocabulary) -> Vec<(u32, usize)> {
    let contradicted = seen.evidence().any(|e| e.stance == Stance::Contradicts);
    let mut graded: BTreeMap<u32, usize> = BTreeMap::new();
    for evidence in seen.evidence().filter(|e| e.stance == Stance::Supports) {
        let source = vocabulary.sources.get(&evidence.source);
        if source.is_none() && !seen.is_hypothetical() {
            continue;
        }
        let Some(&at) = place.get(vocabulary.original(&evidence.source)) else { continue };
        let own = source.map_or(usize::from(u8::from(evidence.credibility)) - 1, |source| {
            worse_grade(source.reliability, evidence.credibility)
        });
        let grade = if contradicted { own.max(CONTRADICTED) } else { own };
        graded.entry(at).and_modify(|g| *g = (*g).min(grade)).or_insert(grade);
    }
    graded.into_iter().collect()
}

/// Whether two statements are one; nearly always they are at the same place in memory or differ in their id.
fn same(a: &Statement, b: &Statement) -> bool {
    std::ptr::eq(a, b) || a == b
}

fn said_of(statement: &Statement) -> (&str, &str, &str) {
    (statement.valid.as_str(), &statement.text.en, &statement.text.de)
}

/// Events also stand under the empty predicate, for rules that take any topic.
pub(crate) fn predicates(claim: &Claim) -> Vec<&str> {
    match claim {
        Claim::Quantity(c) => vec![c.measure.as_str()],
        Claim::Position(c) => vec![c.issue.as_str()],
        Claim::Provision(c) => vec![c.topic.as_str()],
        Claim::Judgement(c) => vec![c.topic.as_str()],
        Claim::Event(c) => c.topic.iter().map(|t| t.as_str()).chain([""]).collect(),
        Claim::Mechanism(_) => vec![],
    }
}

/// Who may be heard on what: what is denied counts for nothing; observers and unnamed reports never set a position;
/// a grade counts only where the source itself gives it.
pub(crate) fn may_count(statement: &Statement, vocabulary: &Vocabulary) -> bool {
    let said = &statement.said;
    if statement.is_denied() {
        return false;
    }
    let kind_of = |id| vocabulary.actors.get(id).map(|a| a.kind);
    match statement.claim.kind() {
        Kind::Position => {
            said.modality == Modality::Said
                && !said.via.iter().chain([&said.speaker]).any(|id| kind_of(id) == Some(ActorKind::Observer))
        }
        Kind::Judgement => kind_of(&said.speaker) == Some(ActorKind::Medium),
        _ => true,
    }
}

/// Whether what a statement says had begun by a date. Of an event without a beginning it is only known that it has
/// happened by its end (METHOD 4).
pub(crate) fn has_begun(statement: &Statement, date: Date) -> bool {
    let valid = &statement.valid;
    match valid.first_day() {
        BEGINNING if statement.claim.kind() == Kind::Event => valid.last_day() <= date,
        first => first <= date,
    }
}
