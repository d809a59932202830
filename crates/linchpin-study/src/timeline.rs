//! What happened when? Every event in the order of its date, and the beginnings of what was laid down.

use crate::cited::{Cited, days};
use crate::setting::{Basis, Circle, Error, Setting, acts_for, alliance_named};
use linchpin_dossier::{Seen, Snapshot};
use linchpin_model::Date;
use linchpin_model::edtf::BEGINNING;
use linchpin_model::id::{EntityId, TopicId};
use linchpin_model::plover::EventStatus;
use linchpin_model::statement::Claim;
use linchpin_model::vocabulary::Vocabulary;
use serde::Serialize;

/// The name and version of the answer's shape.
pub const SCHEMA: &str = "linchpin.timeline/1";

/// The question: all conditions that are given must hold.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Timeline {
    /// about this alliance or group, or between its members
    pub tie: Option<String>,
    /// by or towards this actor, or whoever acts for it
    pub actor: Option<EntityId>,
    /// about this topic
    pub topic: Option<TopicId>,
    /// not over before this day
    pub from: Option<Date>,
    /// begun by this day
    pub to: Option<Date>,
    /// events of one of these statuses; with any, beginnings of provisions are left out
    pub statuses: Vec<EventStatus>,
    /// what may be known; what has not begun by the date of validity is left out
    pub setting: Setting,
}

/// The answer.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Answer {
    /// [`SCHEMA`]
    pub schema: &'static str,
    /// dossier and dates
    pub basis: Basis,
    /// the alliance or group that was asked for
    pub tie: Option<EntityId>,
    /// by date, the earliest first
    pub entries: Vec<Entry>,
}

/// An event, or the beginning of a provision.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Entry {
    /// when, EDTF; of a provision its beginning
    pub date: String,
    /// the first day that this may mean; the last one, where the beginning is not known
    pub first: Date,
    /// the last day that this may mean; the first one, where the end is open
    pub last: Date,
    /// what it is
    pub entry: EntryKind,
    /// who and what
    #[serde(flatten)]
    pub matter: Matter,
    /// the statement that says so
    pub statement: Cited,
}

/// What an entry is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum EntryKind {
    /// an event
    Event,
    /// the beginning of a provision
    Beginning,
}

impl EntryKind {
    /// The kind's name, as in JSON.
    pub fn name(self) -> &'static str {
        match self {
            EntryKind::Event => "event",
            EntryKind::Beginning => "beginning",
        }
    }
}

/// Who does what to whom, or what is laid down for whom.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Matter {
    /// who acts, or for whom it is laid down
    pub subject: EntityId,
    /// towards whom
    pub object: Option<EntityId>,
    /// the PLOVER type of an event
    pub r#type: Option<&'static str>,
    /// its mode
    pub mode: Option<String>,
    /// its contexts
    pub context: Vec<String>,
    /// how far an event came
    pub status: Option<EventStatus>,
    /// what it is about
    pub topic: Option<TopicId>,
}

impl Matter {
    /// The matter of an event or provision; other claims have no date of their own.
    pub(crate) fn of(claim: &Claim) -> Option<Matter> {
        match claim {
            Claim::Event(event) => Some(Matter {
                subject: event.subject.clone(),
                object: event.object.clone(),
                r#type: Some(event.r#type.name()),
                mode: event.mode.clone(),
                context: event.context.clone(),
                status: Some(event.status),
                topic: event.topic.clone(),
            }),
            Claim::Provision(provision) => Some(Matter {
                subject: provision.subject.clone(),
                object: provision.object.clone(),
                r#type: None,
                mode: None,
                context: vec![],
                status: None,
                topic: Some(provision.topic.clone()),
            }),
            _ => None,
        }
    }
}

/// Answers the question.
pub fn answer(question: &Timeline, snapshot: &Snapshot) -> Result<Answer, Error> {
    let view = question.setting.view(snapshot);
    let basis = question.setting.basis(&view)?;
    let vocabulary = snapshot.vocabulary();
    let tie = question.tie.as_ref().map(|name| alliance_named(snapshot, name)).transpose()?;
    let circle = tie.as_ref().map(|tie| Circle::of(vocabulary, tie));
    let mut entries: Vec<Entry> = view
        .usable()
        .filter(|seen| circle.as_ref().is_none_or(|circle| circle.concerns(&seen.statement.claim)))
        .filter(|seen| question.actor.as_ref().is_none_or(|actor| involves(vocabulary, seen, actor)))
        .filter_map(|seen| entry(&seen, vocabulary))
        .filter(|entry| entry.first <= basis.as_of && question.takes(entry))
        .collect();
    let place = |entry: &Entry| (entry.first, entry.last, entry.statement.id.clone());
    entries.sort_by_cached_key(place);
    Ok(Answer { schema: SCHEMA, basis, tie, entries })
}

impl Timeline {
    fn takes(&self, entry: &Entry) -> bool {
        let of_status = |status: EventStatus| self.statuses.contains(&status);
        self.from.is_none_or(|from| from <= entry.last)
            && self.to.is_none_or(|to| entry.first <= to)
            && self.topic.as_ref().is_none_or(|topic| entry.matter.topic.as_ref() == Some(topic))
            && (self.statuses.is_empty() || entry.matter.status.is_some_and(of_status))
    }
}

fn involves(vocabulary: &Vocabulary, seen: &Seen<'_>, actor: &EntityId) -> bool {
    let claim = &seen.statement.claim;
    let sides = claim.subject().into_iter().chain(claim.object());
    sides.into_iter().any(|side| acts_for(vocabulary, side, actor, &seen.statement.valid))
}

/// An event, or a provision whose beginning has a date. A provision without an interval only describes how things
/// stood at the time.
fn entry(seen: &Seen<'_>, vocabulary: &Vocabulary) -> Option<Entry> {
    let statement = seen.statement;
    let (valid, matter) = (&statement.valid, Matter::of(&statement.claim)?);
    let (date, first, last, kind) = if matter.r#type.is_some() {
        let (first, last) = days(valid);
        (valid.as_str(), first, last, EntryKind::Event)
    } else {
        let (start, _) = valid.as_str().split_once('/').filter(|_| valid.first_day() != BEGINNING)?;
        (start, valid.first_day(), valid.first_day(), EntryKind::Beginning)
    };
    let statement = Cited::of(seen, vocabulary);
    Some(Entry { date: date.into(), first, last, entry: kind, matter, statement })
}
