//! Views: what could be known at a time, with statements added or a source taken away.

use crate::snapshot::Snapshot;
use linchpin_model::edtf::BEGINNING;
use linchpin_model::id::{CoderId, EntityId, SourceId, StatementId};
use linchpin_model::log::{Entry, Rank, Status};
use linchpin_model::statement::{Claim, Evidence, Stance, Statement};
use linchpin_model::vocabulary::Vocabulary;
use linchpin_model::{Date, Timestamp};
use std::collections::{BTreeMap, VecDeque};
use std::sync::{Arc, LazyLock, Mutex, PoisonError};

/// What a view may know. The default is everything.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Knowledge {
    /// only sources issued by this day
    pub known_at: Option<Date>,
    /// only lines recorded by this moment
    pub recorded_by: Option<Timestamp>,
}

/// A statement as a view sees it.
#[derive(Clone, Copy, Debug)]
pub struct Seen<'v> {
    /// the statement; its evidence includes what the view does not see, [`Seen::evidence`] does not
    pub statement: &'v Statement,
    /// its rank in this view
    pub rank: Rank,
    /// its status in this view
    pub status: Status,
    /// when it was recorded; none for a hypothetical one
    pub recorded: Option<Timestamp>,
    /// who coded it; `hypothesis` for a hypothetical one
    pub coder: &'v CoderId,
    /// from when it could be known: when the earliest supporting source that the view sees was issued;
    /// [`BEGINNING`] for a hypothetical one
    pub known: Date,
    /// the log file and line that brought it in; none for a hypothetical one
    pub place: Option<(&'v str, u64)>,
    sources: Option<&'v Sources>,
}

impl<'v> Seen<'v> {
    /// The evidence that the view sees; all of it for a hypothetical statement.
    pub fn evidence(&self) -> impl Iterator<Item = &'v Evidence> + use<'v> {
        let sources = self.sources;
        self.statement.evidence.iter().filter(move |e| sources.is_none_or(|s| s.contains_key(&e.source)))
    }

    /// Whether the statement is hypothetical.
    pub fn is_hypothetical(&self) -> bool {
        self.place.is_none()
    }
}

/// The sources that a view sees, and from when each could be known.
type Sources = BTreeMap<SourceId, Date>;

/// Current statements as far as they could be known: superseded ones are gone, ranks and statuses are those of the
/// time, and a statement is seen only while a supporting source is.
///
/// A line that supersedes corrects the coding of a source, so it counts from when it was recorded, also where an
/// earlier [`Knowledge::known_at`] is asked for.
#[derive(Clone, Debug)]
pub struct View<'s> {
    snapshot: &'s Snapshot,
    sources: Arc<Sources>,
    /// by line
    items: Arc<[Item]>,
    hypothetical: Vec<Arc<Statement>>,
}

#[derive(Clone, Copy, Debug)]
struct Item {
    line: usize,
    rank: Rank,
    status: Status,
    known: Date,
}

/// What the views of a snapshot know that were made last, since questions ask for the same again and again.
#[derive(Debug, Default)]
pub(crate) struct Views(Mutex<VecDeque<Known>>);

/// What can be known at a time.
#[derive(Clone, Debug)]
struct Known {
    at: Knowledge,
    sources: Arc<Sources>,
    items: Arc<[Item]>,
}

/// How many times' knowledge is kept.
const KEPT: usize = 8;

impl Views {
    fn get(&self, snapshot: &Snapshot, at: &Knowledge) -> Known {
        // nothing is left halfway where a thread panics
        let kept = || self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(known) = kept().iter().find(|known| known.at == *at) {
            return known.clone();
        }
        let found = Known::of(snapshot, at);
        let mut kept = kept();
        kept.truncate(KEPT - 1);
        kept.push_front(found.clone());
        found
    }
}

static HYPOTHESIS: LazyLock<CoderId> = LazyLock::new(|| "hypothesis".into());

impl Known {
    fn of(snapshot: &Snapshot, at: &Knowledge) -> Known {
        let sources: Sources = snapshot
            .vocabulary()
            .sources
            .values()
            .map(|source| (source.id.clone(), source.known_from()))
            .filter(|(_, known)| at.known_at.is_none_or(|day| *known <= day))
            .collect();
        let recorded =
            |line: usize| at.recorded_by.is_none_or(|moment| snapshot.lines()[line].line.recorded <= moment);
        let items = snapshot.lines().iter().enumerate().filter_map(|(line, logged)| {
            let statement = logged.statement().filter(|_| recorded(line))?;
            let known = known(statement, &sources)?;
            let (mut rank, mut status) = (Rank::default(), Status::default());
            for later in snapshot.entries_about(line).filter(|&later| recorded(later)) {
                match &snapshot.lines()[later].line.entry {
                    Entry::Supersede(_) => return None,
                    Entry::Rank(ranking) => rank = ranking.rank,
                    Entry::Review(reviewing) => status = reviewing.status,
                    Entry::Assert(_) => {}
                }
            }
            Some(Item { line, rank, status, known })
        });
        Known { at: *at, items: items.collect(), sources: Arc::new(sources) }
    }
}

impl<'s> View<'s> {
    pub(crate) fn of(snapshot: &'s Snapshot, at: &Knowledge) -> Self {
        let Known { sources, items, .. } = snapshot.views().get(snapshot, at);
        View { snapshot, items, sources, hypothetical: Vec::new() }
    }

    /// The snapshot that this is a view of.
    pub fn snapshot(&self) -> &'s Snapshot {
        self.snapshot
    }

    /// The dossier's words.
    pub fn vocabulary(&self) -> &'s Vocabulary {
        self.snapshot.vocabulary()
    }

    /// All statements seen, whatever their rank and status: by file and line, then the hypothetical ones in the order
    /// in which they were added.
    pub fn statements(&self) -> impl Iterator<Item = Seen<'_>> {
        let logged = self.items.iter().filter_map(|item| self.seen(item));
        logged.chain(self.hypothetical.iter().map(|statement| hypothetical(statement)))
    }

    /// The statement of an id, if the view sees it.
    pub fn get(&self, id: &StatementId) -> Option<Seen<'_>> {
        if let Some(statement) = self.hypothetical.iter().rev().find(|s| s.id == *id) {
            return Some(hypothetical(statement));
        }
        let line = self.snapshot.line_of(id)?;
        let at = self.items.binary_search_by_key(&line, |item| item.line).ok()?;
        self.seen(&self.items[at])
    }

    /// The statements to build on: accepted, not deprecated, and only the preferred ones where there are preferred
    /// ones that say something about the same thing at a time both are valid.
    pub fn usable(&self) -> impl Iterator<Item = Seen<'_>> {
        let sound = |seen: &Seen| seen.status == Status::Accepted && seen.rank != Rank::Deprecated;
        let mut preferred: BTreeMap<Thing<'_>, Vec<&Statement>> = BTreeMap::new();
        for seen in self.statements().filter(sound).filter(|seen| seen.rank == Rank::Preferred) {
            preferred.entry(Thing::of(&seen.statement.claim)).or_default().push(seen.statement);
        }
        self.statements().filter(sound).filter(move |seen| {
            seen.rank == Rank::Preferred
                || preferred
                    .get(&Thing::of(&seen.statement.claim))
                    .is_none_or(|others| !others.iter().any(|o| o.valid.overlaps(&seen.statement.valid)))
        })
    }

    /// Those of the statements to build on that had begun to hold by a day.
    pub fn begun_by(&self, day: Date) -> impl Iterator<Item = Seen<'_>> {
        self.usable().filter(move |seen| seen.statement.valid.first_day() <= day)
    }

    /// This view with hypothetical statements: accepted, of normal rank, known from the beginning.
    pub fn plus(&self, statements: Vec<Statement>) -> View<'s> {
        let mut view = self.clone();
        view.hypothetical.extend(statements.into_iter().map(Arc::new));
        view
    }

    /// This view as it would be without a source and its syndicated copies: what only they support is gone.
    /// Hypothetical statements stay.
    pub fn without_source(&self, source: &SourceId) -> View<'s> {
        let vocabulary = self.snapshot.vocabulary();
        let gone = vocabulary.original(source);
        let sources: Sources = self
            .sources
            .iter()
            .filter(|(id, _)| *id != source && vocabulary.original(id) != gone)
            .map(|(id, day)| (id.clone(), *day))
            .collect();
        let items = self.items.iter().filter_map(|item| {
            let statement = self.snapshot.lines()[item.line].statement()?;
            Some(Item { known: known(statement, &sources)?, ..*item })
        });
        View {
            snapshot: self.snapshot,
            items: items.collect(),
            sources: Arc::new(sources),
            hypothetical: self.hypothetical.clone(),
        }
    }

    /// This view with only the statements that a test accepts, hypothetical ones included.
    pub fn keep(&self, only: impl Fn(&Seen<'_>) -> bool) -> View<'s> {
        View {
            snapshot: self.snapshot,
            items: self.items.iter().filter(|i| self.seen(i).is_some_and(|s| only(&s))).copied().collect(),
            sources: self.sources.clone(),
            hypothetical: self.hypothetical.iter().filter(|s| only(&hypothetical(s))).cloned().collect(),
        }
    }

    /// When the newest statement became known, hypothetical ones aside; none, if the view is empty.
    pub fn newest_known(&self) -> Option<Date> {
        self.items.iter().map(|item| item.known).max()
    }

    /// The sources that the view sees, by id.
    pub fn sources(&self) -> impl Iterator<Item = &SourceId> {
        self.sources.keys()
    }

    fn seen(&self, item: &Item) -> Option<Seen<'_>> {
        let logged = &self.snapshot.lines()[item.line];
        Some(Seen {
            statement: logged.statement()?,
            rank: item.rank,
            status: item.status,
            recorded: Some(logged.line.recorded),
            coder: &logged.line.by,
            known: item.known,
            place: Some((&logged.file, logged.number)),
            sources: Some(&self.sources),
        })
    }
}

fn hypothetical(statement: &Statement) -> Seen<'_> {
    Seen {
        statement,
        rank: Rank::default(),
        status: Status::default(),
        recorded: None,
        coder: &HYPOTHESIS,
        known: BEGINNING,
        place: None,
        sources: None,
    }
}

/// When the earliest supporting source among those seen was issued.
fn known(statement: &Statement, sources: &Sources) -> Option<Date> {
    let supporting = statement.evidence.iter().filter(|e| e.stance == Stance::Supports);
    supporting.filter_map(|e| sources.get(&e.source)).min().copied()
}

/// What two statements have in common if a preferred one displaces the other: subject, object and predicate.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Thing<'a> {
    subject: Option<&'a EntityId>,
    object: Option<&'a EntityId>,
    predicate: [&'a str; 3],
    number: [usize; 2],
}

impl<'a> Thing<'a> {
    fn of(claim: &'a Claim) -> Self {
        let (predicate, number) = match claim {
            Claim::Quantity(c) => ([c.measure.as_str(), c.scope.as_deref().unwrap_or_default(), ""], 0),
            Claim::Position(c) => ([c.issue.as_str(), "", ""], c.layer as usize),
            Claim::Event(c) => {
                let topic = c.topic.as_ref().map_or("", |t| t.as_str());
                ([c.r#type.name(), c.mode.as_deref().unwrap_or_default(), topic], 0)
            }
            Claim::Provision(c) => ([c.topic.as_str(), "", ""], 0),
            Claim::Judgement(c) => ([c.topic.as_str(), "", ""], 0),
            Claim::Mechanism(c) => ([c.cause.as_str(), c.effect.as_str(), ""], 0),
        };
        Thing {
            subject: claim.subject(),
            object: claim.object(),
            predicate,
            number: [claim.kind() as usize, number],
        }
    }
}
