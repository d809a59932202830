//! What expires, is due or has been announced? What lies ahead of a date, and what was to come and is not known to
//! have come.

use crate::cited::{Cited, days};
use crate::setting::{Basis, Error, Setting};
use crate::timeline::Matter;
use linchpin_dossier::{Seen, Snapshot};
use linchpin_model::Date;
use linchpin_model::edtf::Edtf;
use linchpin_model::id::EntityId;
use linchpin_model::plover::{EventStatus, EventType};
use linchpin_model::statement::{Claim, Event};
use linchpin_model::vocabulary::Vocabulary;
use serde::Serialize;
use std::collections::BTreeSet;

/// The name and version of the answer's shape.
pub const SCHEMA: &str = "linchpin.calendar/1";

/// The context of events, and the id of the topic, that elections bear.
const ELECTION: &str = "election";

/// The question.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Calendar {
    /// what lies ahead of this day; of the date of validity, if absent
    pub from: Option<Date>,
    /// nothing after this day
    pub to: Option<Date>,
    /// what may be known
    pub setting: Setting,
}

/// The answer.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Answer {
    /// [`SCHEMA`]
    pub schema: &'static str,
    /// dossier and dates
    pub basis: Basis,
    /// what lies ahead of this day is listed
    pub from: Date,
    /// up to this one
    pub to: Option<Date>,
    /// by date, the earliest first
    pub entries: Vec<Entry>,
}

/// Something with a date.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Entry {
    /// when, EDTF; of a provision its end
    pub date: String,
    /// the first day that this may mean
    pub first: Date,
    /// the last day that this may mean
    pub last: Date,
    /// what kind of date it is
    pub kind: DateKind,
    /// how it stands at the date of validity
    pub state: State,
    /// who and what
    #[serde(flatten)]
    pub matter: Matter,
    /// the statement that says so
    pub statement: Cited,
    /// the first later report of a completed event between the same parties on the same topic
    pub completed_by: Option<Cited>,
}

/// What kind of date something has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum DateKind {
    /// what is laid down or agreed ends
    Expires,
    /// an event is to have happened
    Due,
    /// an event was announced, promised or proposed without a date of its own
    Announced,
    /// an election
    Election,
}

impl DateKind {
    /// The kind's name, as in JSON.
    pub fn name(self) -> &'static str {
        match self {
            DateKind::Expires => "expires",
            DateKind::Due => "due",
            DateKind::Announced => "announced",
            DateKind::Election => "election",
        }
    }
}

/// How something with a date stands at the date of validity.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum State {
    /// the date is still to come
    Ahead,
    /// the date has passed, and no completion is known
    Overdue,
    /// there is no date, and no completion is known
    Open,
    /// the date has passed, or completion is known
    Past,
}

impl State {
    /// The state's name, as in JSON.
    pub fn name(self) -> &'static str {
        match self {
            State::Ahead => "ahead",
            State::Overdue => "overdue",
            State::Open => "open",
            State::Past => "past",
        }
    }
}

/// Answers the question.
pub fn answer(question: &Calendar, snapshot: &Snapshot) -> Result<Answer, Error> {
    let view = question.setting.view(snapshot);
    let basis = question.setting.basis(&view)?;
    let from = question.from.unwrap_or(basis.as_of);
    let usable: Vec<Seen<'_>> = view.usable().filter(|seen| !seen.statement.is_denied()).collect();
    let almanac = Almanac { usable: &usable, vocabulary: snapshot.vocabulary(), as_of: basis.as_of };
    let mut entries: Vec<Entry> = usable.iter().filter_map(|seen| almanac.entry(seen)).collect();
    entries.retain(|entry| {
        let unsettled = matches!(entry.state, State::Overdue | State::Open);
        (unsettled || from <= entry.last) && question.to.is_none_or(|to| entry.first <= to)
    });
    entries.sort_by_cached_key(|entry| (entry.first, entry.last, entry.statement.id.clone()));
    Ok(Answer { schema: SCHEMA, basis, from, to: question.to, entries })
}

/// Everything that may have a date, or report that something was completed.
struct Almanac<'v> {
    usable: &'v [Seen<'v>],
    vocabulary: &'v Vocabulary,
    as_of: Date,
}

impl Almanac<'_> {
    fn entry(&self, seen: &Seen<'_>) -> Option<Entry> {
        match &seen.statement.claim {
            Claim::Provision(_) => self.expiry(seen),
            Claim::Event(event) if self.is_election(event) => self.event(seen, event, DateKind::Election),
            Claim::Event(event) if is_planned(event.status) => {
                let kind = if looks_ahead(seen) { DateKind::Due } else { DateKind::Announced };
                self.event(seen, event, kind)
            }
            Claim::Event(event) if event.r#type == EventType::Agree => self.expiry(seen),
            _ => None,
        }
    }

    /// The end of what is laid down or agreed. An end in the month in which a statement became known is only the end
    /// of what its source could say.
    fn expiry(&self, seen: &Seen<'_>) -> Option<Entry> {
        let valid = &seen.statement.valid;
        let last = valid.last_day();
        let has_begun = days(valid).0 <= self.as_of;
        let is_end = valid.is_interval() && !valid.is_open_ended();
        if !is_end || !has_begun || last.first_of_month() == seen.known.first_of_month() {
            return None;
        }
        let (_, date) = valid.as_str().split_once('/')?;
        let first = date.parse::<Edtf>().map_or(last, |end| end.first_day());
        let state = if last >= self.as_of { State::Ahead } else { State::Past };
        self.dated(seen, (date, first, last), DateKind::Expires, state, None)
    }

    fn event(&self, seen: &Seen<'_>, event: &Event, kind: DateKind) -> Option<Entry> {
        let valid = &seen.statement.valid;
        let (first, last) = days(valid);
        let completed_by = is_planned(event.status).then(|| self.completion(seen, event)).flatten();
        let state = match kind {
            DateKind::Announced if first > self.as_of => return None,
            _ if completed_by.is_some() => State::Past,
            DateKind::Announced => State::Open,
            _ if last >= self.as_of => State::Ahead,
            _ if is_planned(event.status) => State::Overdue,
            _ => State::Past,
        };
        self.dated(seen, (valid.as_str(), first, last), kind, state, completed_by)
    }

    fn dated(
        &self,
        seen: &Seen<'_>,
        (date, first, last): (&str, Date, Date),
        kind: DateKind,
        state: State,
        completed_by: Option<&Seen<'_>>,
    ) -> Option<Entry> {
        Some(Entry {
            date: date.into(),
            first,
            last,
            kind,
            state,
            matter: Matter::of(&seen.statement.claim)?,
            statement: Cited::of(seen, self.vocabulary),
            completed_by: completed_by.map(|seen| Cited::of(seen, self.vocabulary)),
        })
    }

    fn is_election(&self, event: &Event) -> bool {
        let is_about = event.topic.as_ref().is_some_and(|topic| topic.as_str() == ELECTION)
            || event.context.iter().any(|context| context == ELECTION);
        let takes_place =
            is_planned(event.status) || matches!(event.status, EventStatus::Completed | EventStatus::Ongoing);
        is_about && takes_place
    }

    /// The first report of a completed event that may be what was planned: not before the plan, between the same
    /// states, and of the same type and topic. What happened while a plan without a date was spoken of was the announcement.
    fn completion(&self, plan: &Seen<'_>, planned: &Event) -> Option<&Seen<'_>> {
        let (spoken, spoken_until) = days(&plan.statement.valid);
        let has_date = looks_ahead(plan);
        let since = if has_date { plan.known.min(spoken) } else { spoken };
        let completes = |seen: &&Seen<'_>| {
            let Claim::Event(done) = &seen.statement.claim else { return false };
            let first = days(&seen.statement.valid).0;
            done.status == EventStatus::Completed
                && since <= first
                && (has_date || first > spoken_until)
                && first <= self.as_of
                && self.parties(done) == self.parties(planned)
                && same_matter(done, planned)
        };
        let place = |seen: &&Seen<'_>| (days(&seen.statement.valid), seen.statement.id.clone());
        self.usable.iter().filter(completes).min_by_key(place)
    }

    /// Both sides of an event, offices and persons as their state: who meets whom is often told the other way round.
    fn parties<'e>(&'e self, event: &'e Event) -> BTreeSet<&'e EntityId> {
        let sides = [Some(&event.subject), event.object.as_ref()].into_iter().flatten();
        sides.map(|side| self.vocabulary.state_of(side).unwrap_or(side)).collect()
    }
}

/// Whether an event of this status is yet to happen.
fn is_planned(status: EventStatus) -> bool {
    use EventStatus::{Announced, Committed, Conditional, Proposed};
    matches!(status, Announced | Committed | Proposed | Conditional)
}

/// Whether the date of an event lies after its source, so that it is the date of the event. Else it is the date on
/// which somebody spoke of it.
fn looks_ahead(seen: &Seen<'_>) -> bool {
    let valid = &seen.statement.valid;
    let ends_later = !valid.is_open_ended() && valid.last_day() > seen.known.last_of_month();
    valid.first_day() > seen.known || ends_later
}

/// Whether two events are of one type, mode and topic: a visit completes no withdrawal. A mode that only one of them has
/// is no difference where they share a topic.
fn same_matter(one: &Event, other: &Event) -> bool {
    let modes_fit =
        one.mode == other.mode || one.topic.is_some() && (one.mode.is_none() || other.mode.is_none());
    one.r#type == other.r#type && one.topic == other.topic && modes_fit
}
