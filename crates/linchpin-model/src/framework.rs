//! A framework: a tree of nodes, indicators at its leaves, and rules that read statements into values between
//! 0 and 1, where 1 is resilient.
//!
//! A rule is data. Every goalpost, weight and rule carries the reason for it.

use crate::actor::{Part, System};
use crate::alliance::Role;
use crate::id::{EntityId, FactorId, FearId, IndicatorId, IssueId, MeasureId, NodeId, TopicId};
use crate::plover::{EventStatus, EventType};
use crate::statement::Kind;
use crate::text::Text;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::fmt;
use std::str::FromStr;

/// A framework as it stands in its file.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Framework {
    /// its id
    pub id: String,
    /// its version; a change to weights, goalposts or rules makes a new one
    pub version: u32,
    /// its name
    pub name: Text,
    /// what it is and is not
    pub note: Text,
    /// when scores are shown
    pub gate: Gate,
    /// words for scores, in rising order
    pub level: Vec<LevelWord>,
    /// volatility of each class of indicator, per square root of a year
    pub volatility: BTreeMap<Class, f64>,
    /// the nodes; exactly one has no parent
    pub node: Vec<Node>,
    /// the indicators
    pub indicator: Vec<Indicator>,
    /// the fears of the allies; they stand beside the score
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub fear: Vec<Fear>,
}

/// When a node's score is shown (METHOD, 23).
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Gate {
    /// least coverage, 0 to 1
    pub coverage: f64,
    /// least number of leaves with evidence
    pub leaves: usize,
    /// half width of the band in which a node stays shown or hidden as it was before
    pub hysteresis: f64,
}

/// A word for scores below a bound.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct LevelWord {
    /// its id
    pub id: String,
    /// scores below this bound, and not below the one before, have this level
    pub below: f64,
    /// the word
    pub name: Text,
}

/// How fast what an indicator measures changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Class {
    /// law
    Legal,
    /// institutions
    Institution,
    /// capabilities
    Capability,
    /// positions
    Position,
    /// support
    Support,
}

/// An inner node of the tree.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Node {
    /// its id
    pub id: NodeId,
    /// the node above; none for the root
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub parent: Option<NodeId>,
    /// its weight among its siblings
    pub weight: f64,
    /// why this weight
    pub because: Text,
    /// its name
    pub name: Text,
    /// whose capital the indicators below it are about
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub capital: Option<Role>,
}

/// An indicator: one leaf under each node it names.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Indicator {
    /// its id
    pub id: IndicatorId,
    /// the nodes it stands under
    pub under: Vec<NodeId>,
    /// its weight among its siblings
    pub weight: f64,
    /// another weight where the capital's system is this
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub weight_where: BTreeMap<System, f64>,
    /// ties that it says nothing about; there it is no leaf, rather than one without evidence
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub not_for: Vec<EntityId>,
    /// why this weight, and these levels
    pub because: Text,
    /// its name
    pub name: Text,
    /// how fast it changes
    pub class: Class,
    /// a change of head of government in these capitals is a step
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub office_of: Vec<Side>,
    /// rules that read one statement each
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub rule: Vec<Rule>,
    /// or: how close two sides stand on an issue
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub gap: Option<Gap>,
    /// or: how far two sides rank alike
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub order: Option<Gap>,
    /// or: how much of a list is there
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub checklist: Option<Checklist>,
    /// or: what recent events weigh
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub balance: Option<Balance>,
}

/// What an ally may fear of its guarantor. There is no validated measure of it, so it has no score: evidence for and
/// against it is shown side by side.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Fear {
    /// its id
    pub id: FearId,
    /// the horn of the alliance dilemma (Snyder 1984) that it belongs to
    pub family: FearFamily,
    /// its name
    pub name: Text,
    /// the topic of judgements about it
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub topic: Option<TopicId>,
    /// the levels of that topic that speak against the fear; all others speak for it
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub against_levels: Vec<String>,
    /// the factor that drives it in mechanisms
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub factor: Option<FactorId>,
    /// other statements that speak for it
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub in_favour: Vec<Pattern>,
    /// other statements that speak against it
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub against: Vec<Pattern>,
    /// why these
    pub because: Text,
}

/// A horn of the alliance dilemma.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum FearFamily {
    /// to be left alone
    Abandonment,
    /// to be drawn in
    Entrapment,
}

/// Reads one kind of statement into a value.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Rule {
    /// which statements
    pub takes: Pattern,
    /// what they are worth
    pub by: Reading,
    /// why
    pub because: Text,
}

/// Which statements a rule takes: all conditions that are given must hold.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Pattern {
    /// their kind
    pub kind: Kind,
    /// whom they are about
    pub subject: Selector,
    /// towards whom
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub object: Option<Selector>,
    /// positions: the issue
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub issue: Option<IssueId>,
    /// events, provisions, judgements: the topic
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub topic: Option<TopicId>,
    /// quantities: the measure
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub measure: Option<MeasureId>,
    /// events: the types
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub types: Vec<EventType>,
    /// events: the statuses; completed and ongoing, if none are given
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub statuses: Vec<EventStatus>,
}

/// What a statement is worth.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Reading {
    /// its level k of K on the issue's or topic's own scale: (k − ½)/K
    Levels,
    /// a value for each level, where equal steps would be wrong
    Ladder(BTreeMap<String, f64>),
    /// one value, on a scale of `of` levels; for events
    Level(OneLevel),
    /// between two goalposts, clamped
    Goalposts(Goalposts),
    /// over the mean of the same series in a span of years, then between two goalposts
    Baseline(Baseline),
}

/// One value on a scale of some number of levels.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct OneLevel {
    /// the value, 0 to 1
    pub value: f64,
    /// the number of levels of the scale
    pub of: u32,
}

/// The quantities that are worth 0 and 1.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Goalposts {
    /// the quantity worth 0 (worth 1, if falling)
    pub low: f64,
    /// the quantity worth 1 (worth 0, if falling); greater than `low`
    pub high: f64,
    /// whether less is more
    #[serde(default)]
    pub falling: bool,
}

/// A quantity relative to its own past.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Baseline {
    /// first year of the base
    pub from_year: i16,
    /// last year of the base
    pub to_year: i16,
    /// goalposts for the ratio
    pub low: f64,
    /// goalposts for the ratio
    pub high: f64,
}

/// How close two sides stand: 1 − |a − b| (METHOD, 17).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Gap {
    /// on what
    pub issue: IssueId,
    /// whose positions
    pub sides: [Selector; 2],
    /// towards whom
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub object: Option<Selector>,
}

/// The share of a fixed list that is present; unknown is missing (METHOD, 18).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Checklist {
    /// the list
    pub topics: Vec<TopicId>,
    /// whose provisions
    pub subject: Selector,
    /// the level that counts as present; every other counts as absent
    pub present: String,
}

/// What recent events weigh, for against against (METHOD, 19).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Balance {
    /// events that count for
    pub in_favour: Vec<Pattern>,
    /// events that count against
    pub against: Vec<Pattern>,
    /// how far back, months
    pub months: u32,
    /// after how many months an event counts half
    pub half_life: f64,
    /// why
    pub because: Text,
}

/// A side of a tie.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Side {
    /// the guarantor
    Guarantor,
    /// the ally
    Ally,
    /// the capital that the node is about
    Capital,
    /// any member
    Member,
    /// the tie itself, or a group that includes it
    Tie,
}

impl Side {
    /// The word for the side in a framework file.
    pub fn name(self) -> &'static str {
        match self {
            Side::Guarantor => "guarantor",
            Side::Ally => "ally",
            Side::Capital => "capital",
            Side::Member => "member",
            Side::Tie => "tie",
        }
    }
}

/// Which parts of a side's politics are meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Who {
    /// the state itself
    Itself,
    /// the state in its foreign relations: itself, head of government and ministries
    Government,
    /// one part
    Part(Part),
}

/// Whose politics a selector means.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Whose {
    /// a side of the tie that is assessed
    Side(Side),
    /// one actor or alliance, whatever tie is assessed
    Entity(EntityId),
}

/// Selects actors relative to a tie: a side, and after a colon parts of its politics joined by `+`.
/// `ally` is the ally's state itself, `guarantor:government` the guarantor's state, head and ministries,
/// `capital:ministry+military` these two, `tie` the alliance or a group that includes it. `=JPN:government` and
/// `=quad` name an actor or alliance of the dossier instead of a side.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Selector {
    /// the side, or the one
    pub whose: Whose,
    /// who on that side
    pub who: Vec<Who>,
}

const WHO: [(&str, Who); 9] = [
    ("government", Who::Government),
    ("head", Who::Part(Part::Head)),
    ("ministry", Who::Part(Part::Ministry)),
    ("military", Who::Part(Part::Military)),
    ("parliament", Who::Part(Part::Parliament)),
    ("governing", Who::Part(Part::Governing)),
    ("opposition", Who::Part(Part::Opposition)),
    ("public", Who::Part(Part::Public)),
    ("region", Who::Part(Part::Region)),
];

impl Who {
    /// The word in a framework file; `itself` for the state itself, which has none there.
    pub fn name(self) -> &'static str {
        WHO.iter().find(|(_, who)| *who == self).map_or("itself", |(name, _)| *name)
    }
}

impl FromStr for Selector {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let (whose, parts) = text.split_once(':').map_or((text, None), |(s, p)| (s, Some(p)));
        let whose = match whose.strip_prefix('=') {
            Some(id) => Whose::Entity(id.into()),
            None => [Side::Guarantor, Side::Ally, Side::Capital, Side::Member, Side::Tie]
                .into_iter()
                .find(|side| side.name() == whose)
                .map(Whose::Side)
                .ok_or_else(|| {
                    format!(
                        "“{whose}” is no side of a tie; write guarantor, ally, capital, member or tie, or = and an id"
                    )
                })?,
        };
        let who = match parts {
            None => vec![Who::Itself],
            Some(parts) => parts
                .split('+')
                .map(|part| {
                    WHO.iter().find(|(name, _)| *name == part).map(|(_, who)| *who).ok_or_else(|| {
                        let known = WHO.map(|(name, _)| name).join(", ");
                        format!("“{part}” is no part of a state's politics; write one of {known}")
                    })
                })
                .collect::<Result<_, _>>()?,
        };
        if whose == Whose::Side(Side::Tie) && who != [Who::Itself] {
            return Err("a tie has no parts; write tie alone".into());
        }
        Ok(Selector { whose, who })
    }
}

impl fmt::Display for Selector {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.whose {
            Whose::Side(side) => f.write_str(side.name())?,
            Whose::Entity(id) => write!(f, "={id}")?,
        }
        let names: Vec<_> =
            WHO.iter().filter(|(_, who)| self.who.contains(who)).map(|(name, _)| *name).collect();
        if names.is_empty() { Ok(()) } else { write!(f, ":{}", names.join("+")) }
    }
}

impl TryFrom<String> for Selector {
    type Error = String;
    fn try_from(text: String) -> Result<Self, String> {
        text.parse()
    }
}

impl From<Selector> for String {
    fn from(selector: Selector) -> String {
        selector.to_string()
    }
}

impl Pattern {
    /// Any statement of a kind about a subject.
    fn of(kind: Kind, subject: &Selector) -> Pattern {
        Pattern {
            kind,
            subject: subject.clone(),
            object: None,
            issue: None,
            topic: None,
            measure: None,
            types: vec![],
            statuses: vec![],
        }
    }
}

impl Gap {
    /// The positions of one of the sides.
    pub fn positions_of(&self, side: &Selector) -> Pattern {
        let (issue, object) = (Some(self.issue.clone()), self.object.clone());
        Pattern { issue, object, ..Pattern::of(Kind::Position, side) }
    }
}

impl Checklist {
    /// The provisions about one of the topics.
    pub fn provisions_on(&self, topic: &TopicId) -> Pattern {
        Pattern { topic: Some(topic.clone()), ..Pattern::of(Kind::Provision, &self.subject) }
    }
}

impl Indicator {
    /// Every pattern by which the indicator takes statements.
    pub fn patterns(&self) -> Vec<Pattern> {
        let rules = self.rule.iter().map(|rule| rule.takes.clone());
        let gaps = self.gap.iter().chain(&self.order);
        let positions = gaps.flat_map(|gap| gap.sides.iter().map(|side| gap.positions_of(side)));
        let lists = self.checklist.iter();
        let provisions = lists.flat_map(|list| list.topics.iter().map(|topic| list.provisions_on(topic)));
        let balances = self.balance.iter();
        let events = balances.flat_map(|balance| balance.in_favour.iter().chain(&balance.against).cloned());
        rules.chain(positions).chain(provisions).chain(events).collect()
    }
}

impl Framework {
    /// A node by id.
    pub fn node(&self, id: &NodeId) -> Option<&Node> {
        self.node.iter().find(|n| n.id == *id)
    }

    /// The root: the node without a parent.
    pub fn root(&self) -> Option<&Node> {
        self.node.iter().find(|n| n.parent.is_none())
    }

    /// A node's path below the root, ids joined by `/`; the root's own id for the root.
    pub fn path(&self, id: &NodeId) -> String {
        let mut names = vec![];
        let mut at = self.node(id);
        while let Some(node) = at.filter(|_| names.len() <= self.node.len()) {
            match &node.parent {
                Some(parent) => {
                    names.push(node.id.as_str());
                    at = self.node(parent);
                }
                None if names.is_empty() => return node.id.to_string(),
                None => break,
            }
        }
        names.reverse();
        names.join("/")
    }

    /// Every node and indicator by path, with its name; an indicator once for each node it stands under.
    pub fn paths(&self) -> Vec<(String, &Text)> {
        let nodes = self.node.iter().map(|node| (self.path(&node.id), &node.name));
        let indicators = self.indicator.iter().flat_map(|indicator| {
            let under = indicator.under.iter();
            under.map(move |node| (format!("{}/{}", self.path(node), indicator.id), &indicator.name))
        });
        nodes.chain(indicators).collect()
    }

    /// The lower and upper end of a level of scores; `None` where there is no such level.
    pub fn level_bounds(&self, id: &str) -> Option<[f64; 2]> {
        let at = self.level.iter().position(|level| level.id == id)?;
        let low = at.checked_sub(1).map_or(0.0, |before| self.level[before].below);
        Some([low, self.level[at].below.min(1.0)])
    }

    /// The word for a score.
    pub fn level_of(&self, score: f64) -> Option<&LevelWord> {
        self.level.iter().find(|l| score < l.below).or(self.level.last())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn selectors_print_as_they_read() {
        for text in
            ["ally", "tie", "guarantor:government", "capital:ministry+military", "=JPN:government", "=quad"]
        {
            assert_eq!(text.parse::<Selector>().unwrap().to_string(), text);
        }
        assert!("ally:president".parse::<Selector>().unwrap_err().contains("write one of government, head"));
        assert!("friend".parse::<Selector>().unwrap_err().contains("no side of a tie"));
        assert!("tie:head".parse::<Selector>().is_err());
    }
}
