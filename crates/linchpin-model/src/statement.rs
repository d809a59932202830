//! Statements: one sourced assertion each, of one of six kinds, with speaker, modality and evidence.

use crate::edtf::Edtf;
use crate::id::{EntityId, FactorId, IssueId, MeasureId, SourceId, StatementId, TopicId};
use crate::plover::{EventStatus, EventType};
use crate::source::Credibility;
use crate::text::Text;
use crate::unit::Unit;
use serde::{Deserialize, Serialize};

/// One sourced assertion. A statement never changes; the log supersedes it by another.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Statement {
    /// its id
    pub id: StatementId,
    /// what is asserted
    pub claim: Claim,
    /// when it holds
    pub valid: Edtf,
    /// who asserts it, through whom and how
    pub said: Attribution,
    /// the assertion in the coder's words
    pub text: Text,
    /// where it stands
    pub evidence: Vec<Evidence>,
}

/// What is asserted.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Claim {
    /// a number
    Quantity(Quantity),
    /// a place on an issue
    Position(Position),
    /// something that happened, or is said to
    Event(Event),
    /// what a treaty or institution lays down
    Provision(Provision),
    /// a grade that the source gives
    Judgement(Judgement),
    /// why something strengthens or weakens something else
    Mechanism(Mechanism),
}

/// The kind of a claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// a number
    Quantity,
    /// a place on an issue
    Position,
    /// something that happened
    Event,
    /// what is laid down
    Provision,
    /// a grade by the source
    Judgement,
    /// a cause and its effect
    Mechanism,
}

impl Kind {
    /// All kinds.
    pub const ALL: [Kind; 6] =
        [Kind::Quantity, Kind::Position, Kind::Event, Kind::Provision, Kind::Judgement, Kind::Mechanism];

    /// The kind's name, as in a statement.
    pub fn name(self) -> &'static str {
        match self {
            Kind::Quantity => "quantity",
            Kind::Position => "position",
            Kind::Event => "event",
            Kind::Provision => "provision",
            Kind::Judgement => "judgement",
            Kind::Mechanism => "mechanism",
        }
    }
}

/// How a value relates to what was measured.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Bound {
    /// as stated
    Exact,
    /// about
    Circa,
    /// more than
    MoreThan,
    /// less than
    LessThan,
    /// at least
    AtLeast,
    /// at most
    AtMost,
    /// from `value` to `high`
    Range,
}

impl Bound {
    /// The bound as in a statement.
    pub fn name(self) -> &'static str {
        match self {
            Bound::Exact => "exact",
            Bound::Circa => "circa",
            Bound::MoreThan => "more_than",
            Bound::LessThan => "less_than",
            Bound::AtLeast => "at_least",
            Bound::AtMost => "at_most",
            Bound::Range => "range",
        }
    }
}

/// A number with its unit, definition and scope.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Quantity {
    /// of whom
    pub subject: EntityId,
    /// with whom or where
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub object: Option<EntityId>,
    /// what is counted
    pub measure: MeasureId,
    /// the value in base units; the lower end of a range
    pub value: f64,
    /// the upper end of a range
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub high: Option<f64>,
    /// the unit
    pub unit: Unit,
    /// for money: the year of its prices
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub price_year: Option<i16>,
    /// how the value relates to what was measured
    pub bound: Bound,
    /// who counts; values of different series are no trend
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub series: Option<String>,
    /// which part is counted, if not the whole
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub scope: Option<String>,
}

/// The layer of a position: partners can share the first and differ in the last.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Layer {
    /// what is wanted
    Goal,
    /// what comes first
    Priority,
    /// how to get there
    Means,
}

impl Layer {
    /// The layer as in a statement.
    pub fn name(self) -> &'static str {
        match self {
            Layer::Goal => "goal",
            Layer::Priority => "priority",
            Layer::Means => "means",
        }
    }
}

/// Where an actor stands on an issue.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Place {
    /// a level of the issue's scale, or `omitted` (left unmentioned) or `undecided`
    Level(String),
    /// for an issue that ranks items: the items, first to last
    Order(Vec<String>),
}

/// The place of an actor that left an issue unmentioned.
pub const OMITTED: &str = "omitted";
/// The place of an actor that has not decided.
pub const UNDECIDED: &str = "undecided";

/// An actor's position on an issue.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Position {
    /// whose position
    pub subject: EntityId,
    /// towards whom
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub object: Option<EntityId>,
    /// on what
    pub issue: IssueId,
    /// where
    pub place: Place,
    /// goal, priority or means
    pub layer: Layer,
    /// how much it matters to the actor, 0 to 1
    pub salience: f64,
}

/// An event after PLOVER.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Event {
    /// who acts
    pub subject: EntityId,
    /// towards whom
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub object: Option<EntityId>,
    /// the event type
    pub r#type: EventType,
    /// its mode
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mode: Option<String>,
    /// its contexts
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub context: Vec<String>,
    /// how far it came
    pub status: EventStatus,
    /// what it is about
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub topic: Option<TopicId>,
}

/// How binding a provision is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Binding {
    /// in law
    Binding,
    /// in law, with an exception
    Waivable,
    /// without legal force
    Symbolic,
    /// declared
    Declared,
}

impl Binding {
    /// The binding as in a statement.
    pub fn name(self) -> &'static str {
        match self {
            Binding::Binding => "binding",
            Binding::Waivable => "waivable",
            Binding::Symbolic => "symbolic",
            Binding::Declared => "declared",
        }
    }
}

/// What a treaty, law or institution lays down.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Provision {
    /// for whom, or of which alliance
    pub subject: EntityId,
    /// towards whom
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub object: Option<EntityId>,
    /// about what
    pub topic: TopicId,
    /// the level laid down
    pub value: String,
    /// how binding
    pub binding: Binding,
}

/// A grade that the source itself gives.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Judgement {
    /// of whom
    pub subject: EntityId,
    /// towards whom
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub object: Option<EntityId>,
    /// in which respect
    pub topic: TopicId,
    /// the level given
    pub grade: String,
}

/// Which way a cause works.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Sign {
    /// more of the cause, more of the effect
    Strengthens,
    /// more of the cause, less of the effect
    Weakens,
}

impl Sign {
    /// The sign as in a statement.
    pub fn name(self) -> &'static str {
        match self {
            Sign::Strengthens => "strengthens",
            Sign::Weakens => "weakens",
        }
    }
}

/// Why something strengthens or weakens something else.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Mechanism {
    /// for whom or in which alliance
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub subject: Option<EntityId>,
    /// the cause
    pub cause: FactorId,
    /// the effect
    pub effect: FactorId,
    /// which way
    pub sign: Sign,
    /// under which condition
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub condition: Option<Text>,
}

/// How an assertion is put forward.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Modality {
    /// stated
    Said,
    /// passed on from others
    Reported,
    /// put forward as an accusation
    Alleged,
    /// said not to be so
    Denied,
}

impl Modality {
    /// The modality as in a statement.
    pub fn name(self) -> &'static str {
        match self {
            Modality::Said => "said",
            Modality::Reported => "reported",
            Modality::Alleged => "alleged",
            Modality::Denied => "denied",
        }
    }
}

/// Who asserts something, through whom and how.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Attribution {
    /// who asserts it
    pub speaker: EntityId,
    /// through whom it reached the source, nearest to the speaker first
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub via: Vec<EntityId>,
    /// how it is put forward
    pub modality: Modality,
    /// whether it is put forward with reserve
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub hedged: bool,
}

/// Whether evidence speaks for or against a statement.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Stance {
    /// for
    Supports,
    /// against
    Contradicts,
}

/// Where a statement stands in a source.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Evidence {
    /// the source
    pub source: SourceId,
    /// page, section or paragraph, for a reader
    pub locator: String,
    /// the passage, for a program
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub anchor: Option<Anchor>,
    /// for or against
    pub stance: Stance,
    /// Admiralty grade of the information
    pub credibility: Credibility,
}

/// A passage of a text. Where the text changed, the passage is *exact*, *moved* (found once elsewhere) or
/// *lost* (found nowhere or more than once).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Anchor {
    /// SHA-256 of the whole text, hexadecimal
    pub text: String,
    /// first byte and the byte after the last, in UTF-8
    pub span: [u32; 2],
    /// SHA-256 of the passage, hexadecimal
    pub passage: String,
    /// the passage, only where it may be quoted
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub quote: Option<String>,
}

impl Statement {
    /// Whether it is asserted only in order to say that it is not so.
    pub fn is_denied(&self) -> bool {
        self.said.modality == Modality::Denied
    }
}

impl Claim {
    /// Its kind.
    pub fn kind(&self) -> Kind {
        match self {
            Claim::Quantity(_) => Kind::Quantity,
            Claim::Position(_) => Kind::Position,
            Claim::Event(_) => Kind::Event,
            Claim::Provision(_) => Kind::Provision,
            Claim::Judgement(_) => Kind::Judgement,
            Claim::Mechanism(_) => Kind::Mechanism,
        }
    }

    /// The word for the level it names: a place on an issue, what is laid down, a grade. `None` for a ranking, and for
    /// claims without levels.
    pub fn level(&self) -> Option<&str> {
        match self {
            Claim::Position(Position { place: Place::Level(word), .. }) => Some(word),
            Claim::Provision(c) => Some(&c.value),
            Claim::Judgement(c) => Some(&c.grade),
            _ => None,
        }
    }

    /// Whom or what it is about.
    pub fn subject(&self) -> Option<&EntityId> {
        match self {
            Claim::Quantity(c) => Some(&c.subject),
            Claim::Position(c) => Some(&c.subject),
            Claim::Event(c) => Some(&c.subject),
            Claim::Provision(c) => Some(&c.subject),
            Claim::Judgement(c) => Some(&c.subject),
            Claim::Mechanism(c) => c.subject.as_ref(),
        }
    }

    /// Towards whom or what.
    pub fn object(&self) -> Option<&EntityId> {
        match self {
            Claim::Quantity(c) => c.object.as_ref(),
            Claim::Position(c) => c.object.as_ref(),
            Claim::Event(c) => c.object.as_ref(),
            Claim::Provision(c) => c.object.as_ref(),
            Claim::Judgement(c) => c.object.as_ref(),
            Claim::Mechanism(_) => None,
        }
    }
}
