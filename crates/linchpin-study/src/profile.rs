//! What kind of alliance is it, facet by facet? What binds its members, and what sources say of its six facets.

use crate::amount::{Amount, Leeway};
use crate::cited::{Cited, age, days, level, spanned};
use crate::setting::{Basis, Circle, Error, Setting, alliance_named};
use linchpin_dossier::{Seen, Snapshot};
use linchpin_model::Date;
use linchpin_model::alliance::{Alliance, AllianceKind, Member};
use linchpin_model::edtf::Edtf;
use linchpin_model::id::EntityId;
use linchpin_model::plover::EventStatus;
use linchpin_model::statement::Claim;
use linchpin_model::text::Text;
use linchpin_model::unit::Unit;
use linchpin_model::vocabulary::{Facet, Vocabulary};
use serde::Serialize;
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// The name and version of the answer's shape.
pub const SCHEMA: &str = "linchpin.profile/1";

/// The facets, in the order of a profile.
const FACETS: [Facet; 6] =
    [Facet::Basis, Facet::Obligations, Facet::Command, Facet::Consultation, Facet::Military, Facet::Nuclear];

/// How far numbers may lie apart without being disputed.
const LEEWAY: Leeway = Leeway { exact: 0.0, circa: 0.05 };

/// The question.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Profile {
    /// the alliance
    pub tie: String,
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
    /// the alliance
    pub tie: EntityId,
    /// what binds its members
    pub kind: AllianceKind,
    /// its members
    pub members: Vec<Member>,
    /// for a group: the ties it stands for
    pub includes: Vec<EntityId>,
    /// since when it has existed
    pub from: Option<Edtf>,
    /// until when
    pub to: Option<Edtf>,
    /// the six facets
    pub facets: Vec<FacetRows>,
}

/// What is said of a facet.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct FacetRows {
    /// the facet
    pub facet: Facet,
    /// by topic or measure, that with the newest statement first; of each the newest first
    pub rows: Vec<Row>,
}

/// What statements say about a topic or measure, as far as they say the same.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Row {
    /// the topic or measure
    pub predicate: String,
    /// its name
    pub name: Text,
    /// about whom, if not about the alliance itself
    pub whose: Option<EntityId>,
    /// what is said
    pub content: Content,
    /// since when, or when, EDTF
    pub valid: String,
    /// whether another row says something else about the same, for a time that overlaps
    pub disputed: bool,
    /// the statements, the newest first
    pub statements: Vec<Cited>,
}

/// What is said about a topic or measure.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Content {
    /// a level of a topic
    Level(LevelGiven),
    /// a number
    Amount(Amount),
    /// so many events took place
    Events(usize),
}

/// A level of a topic.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct LevelGiven {
    /// its id
    pub id: String,
    /// its words
    pub name: Text,
}

/// Answers the question.
pub fn answer(question: &Profile, snapshot: &Snapshot) -> Result<Answer, Error> {
    let view = question.setting.view(snapshot);
    let basis = question.setting.basis(&view)?;
    let vocabulary = snapshot.vocabulary();
    let tie = alliance_named(snapshot, &question.tie)?;
    let alliance = &vocabulary.alliances[&tie];
    let portrait = Portrait { vocabulary, alliance, circle: Circle::of(vocabulary, &tie) };
    let mut traits: BTreeMap<(Facet, String), Vec<Trait>> = BTreeMap::new();
    for found in view.begun_by(basis.as_of).filter_map(|seen| portrait.features(&seen)) {
        traits.entry((found.facet, found.predicate.clone())).or_default().push(found);
    }
    let facets = FACETS.map(|facet| {
        let of_facet = traits.iter().filter(|((of, _), _)| *of == facet);
        let mut topics: Vec<Vec<Row>> = of_facet.map(|(_, traits)| rows(traits)).collect();
        topics.sort_by_key(|rows| Reverse(rows.iter().map(newest).max()));
        FacetRows { facet, rows: topics.into_iter().flatten().collect() }
    });
    Ok(Answer {
        schema: SCHEMA,
        basis,
        tie,
        kind: alliance.kind,
        members: alliance.members.clone(),
        includes: alliance.includes.clone(),
        from: alliance.from.clone(),
        to: alliance.to.clone(),
        facets: facets.into(),
    })
}

/// An alliance whose profile is drawn.
struct Portrait<'v> {
    vocabulary: &'v Vocabulary,
    alliance: &'v Alliance,
    circle: Circle<'v>,
}

/// What one statement says about a facet.
struct Trait {
    facet: Facet,
    predicate: String,
    name: Text,
    whose: Option<EntityId>,
    content: Content,
    valid: Edtf,
    age: (Date, Date),
    cited: Cited,
}

impl Trait {
    /// What two statements must have in common to say something about the same.
    fn thing(&self) -> (&Option<EntityId>, Option<(&Option<String>, Unit)>) {
        let of_amount = match &self.content {
            Content::Amount(amount) => Some((&amount.scope, amount.unit)),
            Content::Level(_) | Content::Events(_) => None,
        };
        (&self.whose, of_amount)
    }

    /// Whether both cannot be so.
    fn contradicts(&self, other: &Trait) -> bool {
        let differ = match (&self.content, &other.content) {
            (Content::Level(one), Content::Level(other)) => one != other,
            (Content::Amount(one), Content::Amount(other)) => !one.fits(other, LEEWAY),
            _ => false,
        };
        differ && self.thing() == other.thing() && self.valid.overlaps(&other.valid)
    }
}

impl Portrait<'_> {
    fn features(&self, seen: &Seen<'_>) -> Option<Trait> {
        let statement = seen.statement;
        let claim = &statement.claim;
        if statement.is_denied() || !self.is_about(claim) {
            return None;
        }
        let of_topic = |id| {
            let topic = self.vocabulary.topics.get(id)?;
            Some((topic.facet?, topic.id.to_string(), topic.name.clone()))
        };
        let of_level = |id: &str| {
            let name = level(claim, self.vocabulary)?;
            Some(Content::Level(LevelGiven { id: id.into(), name }))
        };
        let ((facet, predicate, name), content) = match claim {
            Claim::Provision(c) => (of_topic(&c.topic)?, of_level(&c.value)?),
            Claim::Judgement(c) => (of_topic(&c.topic)?, of_level(&c.grade)?),
            Claim::Event(c) if matches!(c.status, EventStatus::Completed | EventStatus::Ongoing) => {
                (of_topic(c.topic.as_ref()?)?, Content::Events(1))
            }
            Claim::Quantity(c) => {
                let measure = self.vocabulary.measures.get(&c.measure)?;
                let named = (measure.facet?, measure.id.to_string(), measure.name.clone());
                (named, Content::Amount(Amount::of(c)))
            }
            Claim::Event(_) | Claim::Position(_) | Claim::Mechanism(_) => return None,
        };
        Some(Trait {
            facet,
            predicate,
            name,
            whose: claim.subject().filter(|subject| !self.circle.means(subject)).cloned(),
            content,
            valid: statement.valid.clone(),
            age: age(seen),
            cited: Cited::of(seen, self.vocabulary),
        })
    }

    /// Whether a claim is about the alliance, about what its members do to each other, or about what one of them
    /// brings along. The last says something about an alliance or partnership as a whole, but not about a format or
    /// a single agreement.
    fn is_about(&self, claim: &Claim) -> bool {
        let whole = matches!(self.alliance.kind, AllianceKind::TreatyAlliance | AllianceKind::Partnership);
        let brings = matches!(claim, Claim::Provision(_) | Claim::Quantity(_)) && claim.object().is_none();
        let of_member = |subject: &EntityId| self.alliance.has_member(subject);
        self.circle.concerns(claim) || (whole && brings && claim.subject().is_some_and(of_member))
    }
}

/// The rows of one topic or measure: first of the alliance itself, then of each that it is about, the newest first.
/// Statements that say the same, one after the other, share a row; so do all events.
fn rows(traits: &[Trait]) -> Vec<Row> {
    let mut sorted: Vec<&Trait> = traits.iter().collect();
    sorted.sort_by_key(|t| (is_event(t), t.thing(), Reverse(t.age), &t.cited.id));
    let mut runs: Vec<Vec<&Trait>> = vec![];
    for one in sorted {
        match runs.last_mut() {
            Some(run) if belongs(run, one) => run.push(one),
            _ => runs.push(vec![one]),
        }
    }
    runs.into_iter().filter_map(|run| row(&run, traits)).collect()
}

fn is_event(one: &Trait) -> bool {
    matches!(one.content, Content::Events(_))
}

fn belongs(run: &[&Trait], one: &Trait) -> bool {
    let same = |before: &Trait| match &one.content {
        Content::Level(_) => before.content == one.content,
        Content::Events(_) => is_event(before),
        Content::Amount(_) => false,
    };
    run.last().is_some_and(|before| before.thing() == one.thing() && same(before))
}

fn row(run: &[&Trait], all: &[Trait]) -> Option<Row> {
    let newest = run.first()?;
    let content = match &newest.content {
        Content::Events(_) => Content::Events(run.len()),
        content => content.clone(),
    };
    Some(Row {
        predicate: newest.predicate.clone(),
        name: newest.name.clone(),
        whose: newest.whose.clone(),
        content,
        valid: spanned(run.iter().map(|one| &one.valid)),
        disputed: run.iter().any(|one| all.iter().any(|other| one.contradicts(other))),
        statements: run.iter().map(|one| one.cited.clone()).collect(),
    })
}

/// When the newest statement of a row holds, and when it became known.
fn newest(row: &Row) -> Option<(Date, Date)> {
    let dated = |cited: &Cited| Some((days(&cited.valid.parse().ok()?).0, cited.known));
    row.statements.iter().filter_map(dated).max()
}
