//! Actors: states, offices, parties, persons, organisations, and those who only speak.

use crate::Date;
use crate::code::Code;
use crate::edtf::Edtf;
use crate::id::EntityId;
use crate::text::Name;
use serde::{Deserialize, Serialize};

/// What an actor is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ActorKind {
    /// a state, meaning its government where it takes a position
    State,
    /// an office or body of a state
    Office,
    /// a person
    Person,
    /// a party or political camp
    Party,
    /// a group such as the public
    Group,
    /// a part of a state's territory
    Region,
    /// an international organisation
    Organisation,
    /// someone quoted who speaks for no state: experts, critics, unnamed reports
    Observer,
    /// the author or publisher of a source
    Medium,
}

impl ActorKind {
    /// The kind as in a dossier.
    pub fn name(self) -> &'static str {
        match self {
            ActorKind::State => "state",
            ActorKind::Office => "office",
            ActorKind::Person => "person",
            ActorKind::Party => "party",
            ActorKind::Group => "group",
            ActorKind::Region => "region",
            ActorKind::Organisation => "organisation",
            ActorKind::Observer => "observer",
            ActorKind::Medium => "medium",
        }
    }
}

/// The part of a state's politics that an actor belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Part {
    /// president or prime minister, and their advisers
    Head,
    /// ministries
    Ministry,
    /// armed forces
    Military,
    /// parliament
    Parliament,
    /// parties in government
    Governing,
    /// parties in opposition
    Opposition,
    /// the public
    Public,
    /// a region
    Region,
}

/// A part that an actor belongs to during a time.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DatedPart {
    /// the part
    pub part: Part,
    /// first day; always, if absent
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<Edtf>,
    /// last day; still, if absent
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<Edtf>,
}

/// Who held an office, for which party, from when to when.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Tenure {
    /// the holder
    pub person: EntityId,
    /// the holder's party or camp
    pub party: EntityId,
    /// first day in office
    pub from: Date,
    /// last day in office; still in office, if absent
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<Date>,
}

/// How a state is governed, as far as the method needs it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum System {
    /// the president decides
    Presidential,
    /// parliament and cabinet decide
    Parliamentary,
}

/// An actor.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Actor {
    /// its id; the ISO 3166-1 alpha-3 code for states
    pub id: EntityId,
    /// what it is
    pub kind: ActorKind,
    /// the state it belongs to
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub of: Option<EntityId>,
    /// which part of that state's politics it is, and when
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub parts: Vec<DatedPart>,
    /// for a state: the office of its head of government
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub head: Option<EntityId>,
    /// for a state: how it is governed
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub system: Option<System>,
    /// for an office: who held it
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub holders: Vec<Tenure>,
    /// codes in other people's data
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub codes: Vec<Code>,
    /// when it began to exist
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<Edtf>,
    /// when it ceased to exist
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<Edtf>,
    /// what came after it; never chosen by the program
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub successors: Vec<EntityId>,
    /// its names
    pub names: Vec<Name>,
}

impl Actor {
    /// Whether the actor belongs to a part of its state's politics on a day.
    pub fn is_part(&self, part: Part, day: Date) -> bool {
        self.parts.iter().any(|p| p.part == part && within(p.from.as_ref(), p.to.as_ref(), day))
    }

    /// Who held the office on a day.
    pub fn holder_on(&self, day: Date) -> Option<&Tenure> {
        self.holders.iter().find(|t| t.from <= day && t.to.is_none_or(|to| day <= to))
    }

    /// Whether the actor existed on a day.
    pub fn existed_on(&self, day: Date) -> bool {
        within(self.from.as_ref(), self.to.as_ref(), day)
    }
}

fn within(from: Option<&Edtf>, to: Option<&Edtf>, day: Date) -> bool {
    from.is_none_or(|from| from.first_day() <= day) && to.is_none_or(|to| day <= to.last_day())
}
