//! A table of a study: the measures that belong to it with their values, and what is said about its topics. Each value
//! stands under the definition of its measure, beside those of other sources and series; nothing is added up, converted
//! or joined into a trend.

use crate::amount::Amount;
use crate::cited::{Cited, last_spoken_of};
use crate::setting::{Basis, Error, Setting, stands_for};
use linchpin_dossier::{Seen, Snapshot};
use linchpin_model::Date;
use linchpin_model::id::{EntityId, MeasureId, TopicId};
use linchpin_model::statement::{Bound, Claim, Quantity, Statement};
use linchpin_model::text::Text;
use linchpin_model::unit::Unit;
use linchpin_model::vocabulary::{Table, Vocabulary};
use serde::Serialize;
use std::collections::BTreeSet;

/// The question.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Question {
    /// the actor or alliance that it is about; all, if absent
    pub about: Option<EntityId>,
    /// the setting
    pub setting: Setting,
}

/// The answer.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Answer {
    /// the name and version of its shape
    pub schema: &'static str,
    /// dossier and dates
    pub basis: Basis,
    /// the actor or alliance that it is about
    pub about: Option<EntityId>,
    /// the measures with values, in the vocabulary's order
    pub measures: Vec<Measured>,
    /// the topics with statements, in the vocabulary's order
    pub topics: Vec<Discussed>,
    /// the measures and topics of the table on which there is nothing
    pub without: Vec<Text>,
}

/// A measure and its values.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Measured {
    /// the measure
    pub measure: MeasureId,
    /// its name
    pub name: Text,
    /// what is and is not counted
    pub definition: Text,
    /// by whom and towards whom, the whole before its parts, by series and time
    pub values: Vec<Value>,
}

/// A value of a measure.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Value {
    /// of whom
    pub subject: EntityId,
    /// with whom or where
    pub object: Option<EntityId>,
    /// the value in base units; the lower end of a range
    pub value: f64,
    /// the upper end of a range
    pub high: Option<f64>,
    /// how the value relates to what was measured
    pub bound: Bound,
    /// the unit
    pub unit: Unit,
    /// for money: the year of its prices
    pub price_year: Option<i16>,
    /// who counts
    pub series: Option<String>,
    /// which part is counted, if not the whole
    pub scope: Option<String>,
    /// the statement
    pub cited: Cited,
}

/// A topic and what is said about it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Discussed {
    /// the topic
    pub topic: TopicId,
    /// its name
    pub name: Text,
    /// the statements, the newest first
    pub said: Vec<Said>,
}

/// A statement about a topic.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Said {
    /// about whom
    pub subject: EntityId,
    /// towards whom
    pub object: Option<EntityId>,
    /// the id of the level of a provision or judgement, the status of an event
    pub value: String,
    /// the statement
    pub cited: Cited,
}

/// Answers the question of one table.
pub(crate) fn answer(
    schema: &'static str,
    table: Table,
    question: &Question,
    snapshot: &Snapshot,
) -> Result<Answer, Error> {
    let view = question.setting.view(snapshot);
    let basis = question.setting.basis(&view)?;
    let vocabulary = snapshot.vocabulary();
    let about = question.about.as_ref().map(|id| About::of(id, vocabulary));
    let seen: Vec<Seen> = view
        .begun_by(basis.as_of)
        .filter(|seen| about.as_ref().is_none_or(|about| about.concerns(seen.statement)))
        .collect();
    let (mut measures, mut topics, mut without) = (vec![], vec![], vec![]);
    for measure in vocabulary.measures_as_written().into_iter().filter(|m| m.table == Some(table)) {
        let values = values(&measure.id, &seen, vocabulary);
        if values.is_empty() {
            without.push(measure.name.clone());
            continue;
        }
        let (name, definition) = (measure.name.clone(), measure.definition.clone());
        measures.push(Measured { measure: measure.id.clone(), name, definition, values });
    }
    for topic in vocabulary.topics_as_written().into_iter().filter(|t| t.table == Some(table)) {
        let said = said(&topic.id, &seen, basis.as_of, vocabulary);
        match said.is_empty() {
            true => without.push(topic.name.clone()),
            false => topics.push(Discussed { topic: topic.id.clone(), name: topic.name.clone(), said }),
        }
    }
    Ok(Answer { schema, basis, about: question.about.clone(), measures, topics, without })
}

/// The actor or alliance that a table is about.
struct About<'v> {
    vocabulary: &'v Vocabulary,
    id: &'v EntityId,
    /// its members, for an alliance
    members: Option<BTreeSet<&'v EntityId>>,
}

impl Value {
    /// The number as such.
    pub fn amount(&self) -> Amount {
        Amount {
            value: self.value,
            high: self.high,
            unit: self.unit,
            price_year: self.price_year,
            bound: self.bound,
            series: self.series.clone(),
            scope: self.scope.clone(),
        }
    }
}

impl<'v> About<'v> {
    fn of(id: &'v EntityId, vocabulary: &'v Vocabulary) -> About<'v> {
        let alliance = vocabulary.alliances.get(id);
        let members = alliance.map(|alliance| alliance.members.iter().map(|member| &member.actor).collect());
        About { vocabulary, id, members }
    }

    /// Whether a statement is about an actor or what belongs to it, on either side; for an alliance: about nobody but the
    /// alliance, its members and what belongs to them.
    fn concerns(&self, statement: &Statement) -> bool {
        let sides: Vec<&EntityId> =
            statement.claim.subject().into_iter().chain(statement.claim.object()).collect();
        match &self.members {
            None => sides.iter().any(|side| stands_for(self.vocabulary, side, self.id)),
            Some(members) => !sides.is_empty() && sides.iter().all(|side| self.belongs(side, members)),
        }
    }

    /// Whether an entity is the alliance, a group that includes it, a member or what belongs to one.
    fn belongs(&self, entity: &EntityId, members: &BTreeSet<&EntityId>) -> bool {
        match self.vocabulary.alliances.get(entity) {
            Some(alliance) => entity == self.id || alliance.includes.contains(self.id),
            None => self.vocabulary.state_of(entity).is_some_and(|state| members.contains(state)),
        }
    }
}

fn values(measure: &MeasureId, seen: &[Seen], vocabulary: &Vocabulary) -> Vec<Value> {
    let mut found: Vec<(&Quantity, &Seen)> = seen
        .iter()
        .filter_map(|seen| match &seen.statement.claim {
            Claim::Quantity(quantity) if quantity.measure == *measure => Some((quantity, seen)),
            _ => None,
        })
        .collect();
    found.sort_by(|(a, left), (b, right)| {
        let key = |q: &'_ Quantity| (q.subject.clone(), q.object.clone(), q.scope.clone());
        let time = |seen: &Seen| (seen.statement.valid.first_day(), seen.statement.valid.last_day());
        key(a)
            .cmp(&key(b))
            .then_with(|| a.series.cmp(&b.series))
            .then_with(|| time(left).cmp(&time(right)))
            .then_with(|| left.statement.id.cmp(&right.statement.id))
    });
    let value = |(quantity, seen): (&Quantity, &Seen)| Value {
        subject: quantity.subject.clone(),
        object: quantity.object.clone(),
        value: quantity.value,
        high: quantity.high,
        bound: quantity.bound,
        unit: quantity.unit,
        price_year: quantity.price_year,
        series: quantity.series.clone(),
        scope: quantity.scope.clone(),
        cited: Cited::of(seen, vocabulary),
    };
    found.into_iter().map(value).collect()
}

fn said(topic: &TopicId, seen: &[Seen], as_of: Date, vocabulary: &Vocabulary) -> Vec<Said> {
    let of_topic = |claim: &Claim| match claim {
        Claim::Event(c) if c.topic.as_ref() == Some(topic) => Some(c.status.name().to_string()),
        Claim::Provision(c) if c.topic == *topic => Some(c.value.clone()),
        Claim::Judgement(c) if c.topic == *topic => Some(c.grade.clone()),
        _ => None,
    };
    let mut found: Vec<(Date, Said)> = seen
        .iter()
        .filter_map(|seen| {
            let claim = &seen.statement.claim;
            let said = Said {
                value: of_topic(claim)?,
                subject: claim.subject()?.clone(),
                object: claim.object().cloned(),
                cited: Cited::of(seen, vocabulary),
            };
            Some((last_spoken_of(seen, as_of), said))
        })
        .collect();
    found.sort_by(|(a, left), (b, right)| b.cmp(a).then_with(|| left.cited.id.cmp(&right.cited.id)));
    found.into_iter().map(|(_, said)| said).collect()
}
