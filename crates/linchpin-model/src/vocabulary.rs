//! The words of one dossier: its actors, alliances, issues, topics, measures, factors, sources and coders.

use crate::actor::{Actor, ActorKind};
use crate::alliance::{Alliance, AllianceKind};
use crate::id::{CoderId, EntityId, FactorId, IssueId, MeasureId, SourceId, TopicId};
use crate::source::Source;
use crate::statement::Claim;
use crate::text::Text;
use crate::unit::Dimension;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// A step of an ordinal scale, or an item of a ranking.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Level {
    /// its id within the scale
    pub id: String,
    /// German
    pub de: String,
    /// English
    pub en: String,
}

/// A question on which actors take positions: a scale between two poles, or items to rank.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Issue {
    /// its id
    pub id: IssueId,
    /// its name
    pub name: Text,
    /// the scale, from one pole to the other
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub levels: Vec<Level>,
    /// the items to rank
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub items: Vec<Level>,
    /// the level that leaving the issue unmentioned amounts to; none, if absent
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub omitted: Option<String>,
    /// its place in the dossier's file, counted from 0: tables keep the order in which it was written
    #[serde(skip)]
    pub place: usize,
}

/// A facet of an alliance's profile.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Facet {
    /// legal and political basis
    Basis,
    /// obligations and how binding they are
    Obligations,
    /// planning and command
    Command,
    /// political consultation
    Consultation,
    /// military underpinning
    Military,
    /// nuclear dimension
    Nuclear,
}

impl Facet {
    /// The facet as in a dossier.
    pub fn name(self) -> &'static str {
        match self {
            Facet::Basis => "basis",
            Facet::Obligations => "obligations",
            Facet::Command => "command",
            Facet::Consultation => "consultation",
            Facet::Military => "military",
            Facet::Nuclear => "nuclear",
        }
    }
}

/// A table of a study that a measure or topic belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Table {
    /// who pays and provides what
    Burden,
    /// how open to pressure a country is: trade, coercion, supply
    Exposure,
}

/// What provisions lay down, sources grade and events are about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Topic {
    /// its id
    pub id: TopicId,
    /// its name
    pub name: Text,
    /// its scale, from the least to the most; none for topics of events only
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub levels: Vec<Level>,
    /// the facet of the profile it belongs to
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub facet: Option<Facet>,
    /// the table it belongs to
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub table: Option<Table>,
    /// its place in the dossier's file, counted from 0: tables keep the order in which it was written
    #[serde(skip)]
    pub place: usize,
}

/// What quantities count.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Measure {
    /// its id
    pub id: MeasureId,
    /// its name
    pub name: Text,
    /// the dimension its values have
    pub unit: Dimension,
    /// what is and is not counted
    pub definition: Text,
    /// the facet of the profile it belongs to
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub facet: Option<Facet>,
    /// the table it belongs to
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub table: Option<Table>,
    /// what its series are called: who counts
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub series: BTreeMap<String, Text>,
    /// what the parts are called that values count where they do not count the whole
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub scope: BTreeMap<String, Text>,
    /// its place in the dossier's file, counted from 0: tables keep the order in which it was written
    #[serde(skip)]
    pub place: usize,
}

/// A cause or effect in mechanisms.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Factor {
    /// its id
    pub id: FactorId,
    /// its name
    pub name: Text,
}

/// Who coded.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Coder {
    /// its id
    pub id: CoderId,
    /// a person or a program
    pub kind: CoderKind,
    /// its name
    pub name: String,
    /// a program's version
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub version: Option<String>,
}

/// What a coder is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum CoderKind {
    /// a person
    Person,
    /// a program
    Program,
}

/// All words of a dossier, by id.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Vocabulary {
    /// actors
    pub actors: BTreeMap<EntityId, Actor>,
    /// alliances and groups of them
    pub alliances: BTreeMap<EntityId, Alliance>,
    /// issues
    pub issues: BTreeMap<IssueId, Issue>,
    /// topics
    pub topics: BTreeMap<TopicId, Topic>,
    /// measures
    pub measures: BTreeMap<MeasureId, Measure>,
    /// factors
    pub factors: BTreeMap<FactorId, Factor>,
    /// sources
    pub sources: BTreeMap<SourceId, Source>,
    /// coders
    pub coders: BTreeMap<CoderId, Coder>,
}

/// The words of one kind in the order in which the dossier's file has them.
fn as_written<'v, W>(words: impl Iterator<Item = &'v W>, place: impl Fn(&W) -> usize) -> Vec<&'v W> {
    let mut found: Vec<&W> = words.collect();
    found.sort_by_key(|word| place(word));
    found
}

impl Vocabulary {
    /// The issues in the order in which the dossier's file has them.
    pub fn issues_as_written(&self) -> Vec<&Issue> {
        as_written(self.issues.values(), |issue| issue.place)
    }

    /// The topics in the order in which the dossier's file has them.
    pub fn topics_as_written(&self) -> Vec<&Topic> {
        as_written(self.topics.values(), |topic| topic.place)
    }

    /// The measures in the order in which the dossier's file has them.
    pub fn measures_as_written(&self) -> Vec<&Measure> {
        as_written(self.measures.values(), |measure| measure.place)
    }

    /// Whether an actor or alliance of that id exists.
    pub fn knows(&self, entity: &EntityId) -> bool {
        self.actors.contains_key(entity) || self.alliances.contains_key(entity)
    }

    /// The state an actor is or belongs to.
    pub fn state_of(&self, actor: &EntityId) -> Option<&EntityId> {
        let actor = self.actors.get(actor)?;
        if actor.kind == ActorKind::State { Some(&actor.id) } else { actor.of.as_ref() }
    }

    /// The groups that include an alliance.
    pub fn groups_of(&self, tie: &EntityId) -> impl Iterator<Item = &Alliance> {
        let groups = self.alliances.values().filter(|alliance| alliance.kind == AllianceKind::Group);
        groups.filter(move |group| group.includes.contains(tie))
    }

    /// The states behind an entity: the members of an alliance, and of the ties that a group includes; the state of an
    /// actor; else the entity itself.
    pub fn parties<'v>(&'v self, entity: &'v EntityId) -> BTreeSet<&'v EntityId> {
        match self.alliances.get(entity) {
            Some(alliance) => {
                let included = alliance.includes.iter().filter_map(|id| self.alliances.get(id));
                included.chain([alliance]).flat_map(|tie| tie.members.iter().map(|m| &m.actor)).collect()
            }
            None => [self.state_of(entity).unwrap_or(entity)].into(),
        }
    }

    /// The independent source behind a source: what a syndicated copy is a copy of.
    pub fn original<'a>(&'a self, source: &'a SourceId) -> &'a SourceId {
        let mut at = source;
        for _ in 0..self.sources.len() {
            match self.sources.get(at).and_then(|s| s.copy_of.as_ref()) {
                Some(next) => at = next,
                None => break,
            }
        }
        at
    }

    /// The scale on which a claim places something: that of a position's issue, or of the topic of a provision or
    /// judgement. `None` for other claims, and empty for an issue that ranks items.
    pub fn scale(&self, claim: &Claim) -> Option<&[Level]> {
        let topic = |id| self.topics.get(id).map(|topic| topic.levels.as_slice());
        match claim {
            Claim::Position(c) => self.issues.get(&c.issue).map(|issue| issue.levels.as_slice()),
            Claim::Provision(c) => topic(&c.topic),
            Claim::Judgement(c) => topic(&c.topic),
            Claim::Quantity(_) | Claim::Event(_) | Claim::Mechanism(_) => None,
        }
    }

    /// How an entity is written in tables: states by their ISO 3166-1 alpha-3 code, an alliance of states by its
    /// members' codes joined with `-` in the alliance's order, everything else by its id.
    pub fn table_code(&self, entity: &EntityId) -> String {
        match self.alliances.get(entity) {
            Some(alliance) if !alliance.members.is_empty() => {
                alliance.members.iter().map(|m| m.actor.as_str()).collect::<Vec<_>>().join("-")
            }
            _ => entity.to_string(),
        }
    }
}
