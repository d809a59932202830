//! A statement as an answer cites it: what it says, who says it, and where it stands.

use linchpin_dossier::Seen;
use linchpin_model::Date;
use linchpin_model::actor::ActorKind;
use linchpin_model::edtf::{BEGINNING, Edtf};
use linchpin_model::id::{EntityId, SourceId, StatementId};
use linchpin_model::statement::{Claim, OMITTED, Place, Stance, Statement, UNDECIDED};
use linchpin_model::text::Text;
use linchpin_model::vocabulary::{Level, Vocabulary};
use serde::Serialize;

/// A statement, for a footnote.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Cited {
    /// its id
    pub id: StatementId,
    /// its kind
    pub kind: &'static str,
    /// when it holds, EDTF
    pub valid: String,
    /// when it could be known
    pub known: Date,
    /// who says it
    pub speaker: EntityId,
    /// through whom it reached the source, nearest to the speaker first
    pub via: Vec<EntityId>,
    /// how it is put forward
    pub modality: &'static str,
    /// the level that it was coded as, or the order of a ranking; none for numbers, events and mechanisms
    pub level: Option<Text>,
    /// what it says
    pub text: Text,
    /// where it stands
    pub evidence: Vec<Passage>,
}

/// Where a statement stands in a source.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Passage {
    /// the source
    pub source: SourceId,
    /// page, section or paragraph
    pub locator: String,
    /// whether the passage supports the statement, rather than contradicts it
    pub supports: bool,
}

impl Cited {
    /// The statement as the view sees it.
    pub fn of(seen: &Seen<'_>, vocabulary: &Vocabulary) -> Cited {
        let statement = seen.statement;
        let passage = |e: &linchpin_model::statement::Evidence| Passage {
            source: e.source.clone(),
            locator: e.locator.clone(),
            supports: e.stance == Stance::Supports,
        };
        Cited {
            id: statement.id.clone(),
            kind: statement.claim.kind().name(),
            valid: statement.valid.to_string(),
            known: seen.known,
            speaker: statement.said.speaker.clone(),
            via: statement.said.via.clone(),
            modality: statement.said.modality.name(),
            level: level(&statement.claim, vocabulary),
            text: statement.text.clone(),
            evidence: seen.evidence().map(passage).collect(),
        }
    }
}

/// The last day of which a statement speaks, as far as there was a day to speak of: what holds until further notice is
/// known to hold until its source was issued.
pub(crate) fn last_spoken_of(seen: &Seen<'_>, as_of: Date) -> Date {
    let valid = &seen.statement.valid;
    let last = if valid.is_open_ended() { seen.known.max(valid.first_day()) } else { valid.last_day() };
    last.min(as_of)
}

/// When a statement begins to hold, as far as that is known, and when it became known: the later, the newer.
pub(crate) fn age(seen: &Seen<'_>) -> (Date, Date) {
    (days(&seen.statement.valid).0, seen.known)
}

/// Whether who asserts something is an observer, who speaks for no state.
pub(crate) fn is_observers(statement: &Statement, vocabulary: &Vocabulary) -> bool {
    let speaker = vocabulary.actors.get(&statement.said.speaker);
    speaker.is_some_and(|speaker| speaker.kind == ActorKind::Observer)
}

/// The first and last day of a span as far as they are known: an open end is as good as the other one.
pub(crate) fn days(valid: &Edtf) -> (Date, Date) {
    let (first, last) = (valid.first_day(), valid.last_day());
    match (first == BEGINNING, valid.is_open_ended()) {
        (true, _) => (last, last),
        (_, true) => (first, first),
        _ => (first, last),
    }
}

/// When several things held, EDTF: of one date that date, else the years from the first to the last.
pub(crate) fn spanned<'e>(all: impl IntoIterator<Item = &'e Edtf>) -> String {
    let all: Vec<&Edtf> = all.into_iter().collect();
    if let [one, others @ ..] = all.as_slice()
        && others.iter().all(|other| other == one)
    {
        return one.to_string();
    }
    let first = all.iter().map(|one| days(one).0.year()).min().unwrap_or_default();
    let last = all.iter().map(|one| days(one).1.year()).max().unwrap_or_default();
    match all.iter().any(|one| one.is_open_ended()) {
        true => format!("{first}/.."),
        false => format!("{first}/{last}"),
    }
}

/// The words for the level that a claim was coded as.
pub(crate) fn level(claim: &Claim, vocabulary: &Vocabulary) -> Option<Text> {
    let word = |levels: &[Level], id: &str| {
        let found = levels.iter().find(|l| l.id == id)?;
        Some(Text { de: found.de.clone(), en: found.en.clone() })
    };
    let topic = |id, level: &str| word(&vocabulary.topics.get(id)?.levels, level);
    match claim {
        Claim::Position(c) => {
            let issue = vocabulary.issues.get(&c.issue)?;
            match &c.place {
                Place::Level(id) if id == OMITTED => {
                    Some(Text { de: "ausgelassen".into(), en: "omitted".into() })
                }
                Place::Level(id) if id == UNDECIDED => {
                    Some(Text { de: "unentschieden".into(), en: "undecided".into() })
                }
                Place::Level(id) => word(&issue.levels, id),
                Place::Order(order) => {
                    let items: Vec<Text> = order.iter().filter_map(|id| word(&issue.items, id)).collect();
                    let join = |of: fn(&Text) -> &str| items.iter().map(of).collect::<Vec<_>>().join(" > ");
                    Some(Text { de: join(|t| &t.de), en: join(|t| &t.en) })
                }
            }
        }
        Claim::Provision(c) => topic(&c.topic, &c.value),
        Claim::Judgement(c) => topic(&c.topic, &c.grade),
        Claim::Quantity(_) | Claim::Event(_) | Claim::Mechanism(_) => None,
    }
}
