//! What an assessment knows of a view: usable statements, by what they are about, with the grades of their sources.

use linchpin_dossier::{Seen, View};
use linchpin_model::Date;
use linchpin_model::actor::ActorKind;
use linchpin_model::edtf::BEGINNING;
use linchpin_model::id::{CoderId, SourceId};
use linchpin_model::source::worse_grade;
use linchpin_model::statement::{Claim, Kind, Modality, Stance, Statement};
use linchpin_model::vocabulary::Vocabulary;
use std::collections::BTreeMap;

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
    /// independent sources in order of issue and title, so that the order does not depend on their ids
    pub sources: Vec<&'v SourceId>,
    pub coders: Vec<CoderId>,
}

/// The row of the grade table (0 best) that information contradicted by another source has at least.
const CONTRADICTED: usize = 3;

impl<'v> Facts<'v> {
    pub fn of(view: &'v View<'v>) -> Facts<'v> {
        let vocabulary = view.vocabulary();
        let mut sources: Vec<&SourceId> =
            vocabulary.sources.keys().filter(|id| vocabulary.original(id) == *id).collect();
        sources.sort_by_key(|id| vocabulary.sources.get(*id).map(|s| (s.issued.first_day(), &s.title)));
        let place: BTreeMap<&SourceId, u32> =
            sources.iter().enumerate().map(|(i, id)| (*id, i as u32)).collect();
        let mut coders: Vec<CoderId> = vec![];
        let mut all = vec![];
        let mut usable: Vec<Seen> = view.usable().collect();
        // by what they say, so that neither ids nor the order of lines decide between equals
        usable.sort_by(|a, b| said_of(a.statement).cmp(&said_of(b.statement)));
        for seen in usable {
            let statement = seen.statement;
            if !may_count(statement, vocabulary) {
                continue;
            }
            let contradicted = seen.evidence().any(|e| e.stance == Stance::Contradicts);
            let mut graded: BTreeMap<u32, usize> = BTreeMap::new();
            for evidence in seen.evidence().filter(|e| e.stance == Stance::Supports) {
                let Some(source) = vocabulary.sources.get(&evidence.source) else { continue };
                let Some(&at) = place.get(vocabulary.original(&evidence.source)) else { continue };
                let own = worse_grade(source.reliability, evidence.credibility);
                let grade = if contradicted { own.max(CONTRADICTED) } else { own };
                graded.entry(at).and_modify(|g| *g = (*g).min(grade)).or_insert(grade);
            }
            let coder = match coders.iter().position(|c| c == seen.coder) {
                Some(at) => at,
                None => {
                    coders.push(seen.coder.clone());
                    coders.len() - 1
                }
            };
            all.push(Fact { statement, sources: graded.into_iter().collect(), coder: coder as u32 });
        }
        let none = Facts { vocabulary, all: vec![], by_predicate: BTreeMap::new(), sources, coders };
        none.with(all)
    }

    /// Other facts of the same sources and coders.
    pub fn with<'w>(&self, all: Vec<Fact<'w>>) -> Facts<'w>
    where
        'v: 'w,
    {
        let mut by_predicate: BTreeMap<(Kind, &str), Vec<usize>> = BTreeMap::new();
        for (at, fact) in all.iter().enumerate() {
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
        let record = self.sources.get(source as usize).and_then(|id| self.vocabulary.sources.get(*id));
        record.map_or(String::new(), |s| format!("source|{}|{}", s.issued, s.title))
    }
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
