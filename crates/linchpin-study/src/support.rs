//! Who in a capital carries the alliance, and who does not? What the framework reads about the support in a capital,
//! by part of its politics and actor, with the levels that each held before.

use crate::assess::{Shown, shown};
use crate::cited::{Cited, age, days, is_observers, level, spanned};
use crate::setting::{Circle, Error, Frame, Setting};
use linchpin_assess::{Cell, assess, assessable_ties, is_of_part, matching_statements};
use linchpin_dossier::{Seen, Snapshot, View};
use linchpin_model::actor::Part;
use linchpin_model::alliance::Role;
use linchpin_model::edtf::Edtf;
use linchpin_model::framework::Framework;
use linchpin_model::id::{EntityId, StatementId};
use linchpin_model::statement::Claim;
use linchpin_model::text::Text;
use linchpin_model::vocabulary::Vocabulary;
use serde::Serialize;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

/// The name and version of the answer's shape.
pub const SCHEMA: &str = "linchpin.support/1";

/// The question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Support {
    /// the state whose capital is meant, or an actor of it
    pub state: EntityId,
    /// the setting
    pub setting: Setting,
}

/// The answer.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Answer {
    /// [`SCHEMA`]
    pub schema: &'static str,
    /// the setting
    pub frame: Frame,
    /// the state
    pub state: EntityId,
    /// the support in its capital for each of its alliances, those that the dossier names first
    pub scores: Vec<CapitalScore>,
    /// alliances about which nobody there has been heard
    pub unheard: Vec<EntityId>,
    /// who has been heard, by part of politics
    pub groups: Vec<GroupVoices>,
    /// what observers say about them, the newest first
    pub observers: Vec<Observed>,
}

/// The support in a capital for an alliance.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct CapitalScore {
    /// the alliance
    pub tie: EntityId,
    /// the state's role in it
    pub role: Role,
    /// the node's path
    pub node: String,
    /// its score
    pub score: Shown,
}

/// A part of a state's politics.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Group {
    /// the state itself, where a source says no more than “Tokyo”
    State,
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
    /// regions
    Region,
    /// of no part
    Other,
}

/// The parts of politics and their groups, in order.
const PARTS: [(Part, Group); 8] = [
    (Part::Head, Group::Head),
    (Part::Ministry, Group::Ministry),
    (Part::Military, Group::Military),
    (Part::Parliament, Group::Parliament),
    (Part::Governing, Group::Governing),
    (Part::Opposition, Group::Opposition),
    (Part::Public, Group::Public),
    (Part::Region, Group::Region),
];

impl Group {
    /// The group's name, as in JSON.
    pub fn name(self) -> &'static str {
        match self {
            Group::State => "state",
            Group::Head => "head",
            Group::Ministry => "ministry",
            Group::Military => "military",
            Group::Parliament => "parliament",
            Group::Governing => "governing",
            Group::Opposition => "opposition",
            Group::Public => "public",
            Group::Region => "region",
            Group::Other => "other",
        }
    }
}

/// Who has been heard of a part of politics.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct GroupVoices {
    /// the part
    pub group: Group,
    /// the actors, the one heard last first
    pub actors: Vec<Voice>,
}

/// An actor and where it stands.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Voice {
    /// the actor
    pub actor: EntityId,
    /// on each issue or topic and towards each alliance, the newest first
    pub stands: Vec<Stand>,
}

/// Where an actor stands on an issue or topic towards somebody, and stood before.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Stand {
    /// the issue, topic or measure
    pub predicate: String,
    /// its name
    pub name: Text,
    /// towards whom
    pub object: Option<EntityId>,
    /// whether it gave way to another at another time; two levels for one time only differ
    pub changed: bool,
    /// the levels, the newest first; the same one, held on, is there once
    pub levels: Vec<Held>,
}

/// A level that was held for a time.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Held {
    /// the level; none, where the statement has none
    pub level: Option<Text>,
    /// for an office: who held it
    pub holder: Option<EntityId>,
    /// when, EDTF
    pub valid: String,
    /// the statements, the newest first
    pub statements: Vec<Cited>,
}

/// What an observer says about an actor.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Observed {
    /// about whom
    pub subject: EntityId,
    /// towards whom
    pub object: Option<EntityId>,
    /// the issue or topic
    pub predicate: String,
    /// its name
    pub name: Text,
    /// the level
    pub level: Option<Text>,
    /// the statement
    pub statement: Cited,
}

/// Answers the question.
pub fn answer(question: &Support, snapshot: &Snapshot) -> Result<Answer, Error> {
    let setting = &question.setting;
    let view = setting.view(snapshot);
    let framework = setting.framework(snapshot)?;
    let frame = setting.frame(&view, framework)?;
    let vocabulary = snapshot.vocabulary();
    let state = vocabulary.state_of(&question.state).unwrap_or(&question.state);
    let ties = ties_of(snapshot, state)?;
    let readings: Vec<Reading> = ties.iter().map(|tie| Reading::of(tie, &view, framework)).collect();
    let (heard, unheard): (Vec<&Reading>, Vec<&Reading>) =
        readings.iter().filter(|reading| !reading.nodes.is_empty()).partition(|r| !r.statements.is_empty());
    let scores = scores(&heard, &view, framework, &frame, setting)?;
    let unheard = unheard.iter().map(|reading| reading.tie.clone()).collect();
    let read: BTreeSet<&StatementId> = heard.iter().flat_map(|reading| &reading.statements).collect();

    let capital = Capital { vocabulary, state, framework, frame: &frame };
    let mut seen: Vec<Seen<'_>> = view.begun_by(frame.as_of).collect();
    seen.sort_by_cached_key(|seen| (Reverse(age(seen)), seen.statement.id.clone()));
    let groups = capital.groups(seen.iter().filter(|seen| read.contains(&seen.statement.id)));
    let circles: Vec<Circle<'_>> = ties.iter().map(|(tie, _)| Circle::of(vocabulary, tie)).collect();
    let observers = seen.iter().filter_map(|seen| capital.observed(seen, &circles)).collect();
    let state = state.clone();
    Ok(Answer { schema: SCHEMA, frame, state, scores, unheard, groups, observers })
}

/// The ties that can be assessed in which a state has a role, those that the dossier names first.
fn ties_of(snapshot: &Snapshot, state: &EntityId) -> Result<Vec<(EntityId, Role)>, Error> {
    let vocabulary = snapshot.vocabulary();
    let assessable = assessable_ties(vocabulary);
    let named = &snapshot.settings().ties;
    let others = assessable.iter().filter(|tie| !named.contains(tie));
    let members = |tie: &EntityId| vocabulary.alliances.get(tie).map_or(&[][..], |a| a.members.as_slice());
    let with_role = |tie: &EntityId| {
        let role = members(tie).iter().find(|member| member.actor == *state)?.role?;
        Some((tie.clone(), role))
    };
    let found: Vec<(EntityId, Role)> = named.iter().chain(others).filter_map(with_role).collect();
    if found.is_empty() {
        let roles = assessable.iter().flat_map(members).filter(|member| member.role.is_some());
        let known: BTreeSet<&str> = roles.map(|member| member.actor.as_str()).collect();
        let known = known.into_iter().collect::<Vec<_>>().join(", ");
        return Err(Error::NoRole { state: state.clone(), known });
    }
    Ok(found)
}

/// What the framework reads about the support in a capital for an alliance.
struct Reading {
    tie: EntityId,
    role: Role,
    /// the paths of the nodes about the capital
    nodes: Vec<String>,
    /// what the indicators below them take
    statements: BTreeSet<StatementId>,
}

impl Reading {
    fn of((tie, role): &(EntityId, Role), view: &View<'_>, framework: &Framework) -> Reading {
        let about = framework.node.iter().filter(|node| node.capital == Some(*role));
        let nodes: Vec<String> = about.map(|node| framework.path(&node.id)).collect();
        let below = |path: &str| {
            nodes.iter().any(|node| path.strip_prefix(node).is_some_and(|rest| rest.starts_with('/')))
        };
        let taken = matching_statements(view, framework, tie).into_iter();
        let statements = taken.filter(|(path, _)| below(path)).flat_map(|(_, taken)| taken).collect();
        Reading { tie: tie.clone(), role: *role, nodes, statements }
    }
}

fn scores(
    readings: &[&Reading],
    view: &View<'_>,
    framework: &Framework,
    frame: &Frame,
    setting: &Setting,
) -> Result<Vec<CapitalScore>, Error> {
    if readings.is_empty() {
        return Ok(vec![]);
    }
    let cell = |reading: &&Reading| Cell { tie: reading.tie.clone(), as_of: frame.as_of };
    let cells: Vec<Cell> = readings.iter().map(cell).collect();
    let assessment = assess(view, framework, &cells, &setting.plan(vec![]))?;
    let mut found = vec![];
    for (cell, reading) in readings.iter().enumerate() {
        for node in &reading.nodes {
            let score = shown(&assessment, cell, assessment.find(node)?);
            found.push(CapitalScore {
                tie: reading.tie.clone(),
                role: reading.role,
                node: node.clone(),
                score,
            });
        }
    }
    Ok(found)
}

/// A state whose politics is looked at.
struct Capital<'v> {
    vocabulary: &'v Vocabulary,
    state: &'v EntityId,
    framework: &'v Framework,
    frame: &'v Frame,
}

/// An issue, topic or measure, its name, and towards whom.
type Subject = (String, Text, Option<EntityId>);

impl Capital<'_> {
    /// Who has been heard, from statements in order of their age.
    fn groups<'s>(&self, read: impl Iterator<Item = &'s Seen<'s>>) -> Vec<GroupVoices> {
        let mut voices: Vec<(&EntityId, Vec<&Seen<'_>>)> = vec![];
        for seen in read {
            let Some(actor) = seen.statement.claim.subject() else { continue };
            match voices.iter_mut().find(|(known, _)| *known == actor) {
                Some((_, said)) => said.push(seen),
                None => voices.push((actor, vec![seen])),
            }
        }
        let mut groups: BTreeMap<Group, Vec<Voice>> = BTreeMap::new();
        for (actor, said) in voices {
            let voice = Voice { actor: actor.clone(), stands: self.stands(&said) };
            groups.entry(self.group(actor, &said)).or_default().push(voice);
        }
        groups.into_iter().map(|(group, actors)| GroupVoices { group, actors }).collect()
    }

    /// The part of politics that an actor belongs to at the date of validity, else did when it was last heard.
    fn group(&self, actor: &EntityId, said: &[&Seen<'_>]) -> Group {
        if actor == self.state {
            return Group::State;
        }
        let last_heard = said.first().map(|seen| seen.statement.valid.clone());
        let dates = [Some(Edtf::from(self.frame.as_of)), last_heard];
        let on = |valid: Edtf| {
            let is_part =
                |(part, _): &&(Part, Group)| is_of_part(self.vocabulary, actor, self.state, *part, &valid);
            PARTS.iter().find(is_part).map(|(_, group)| *group)
        };
        dates.into_iter().flatten().find_map(on).unwrap_or(Group::Other)
    }

    fn stands(&self, said: &[&Seen<'_>]) -> Vec<Stand> {
        let mut stands: Vec<(Subject, Vec<&Seen<'_>>)> = vec![];
        for seen in said {
            let Some(subject) = self.subject_matter(&seen.statement.claim) else { continue };
            match stands.iter_mut().find(|(known, _)| *known == subject) {
                Some((_, said)) => said.push(seen),
                None => stands.push((subject, vec![seen])),
            }
        }
        let stand = |((predicate, name, object), said): (Subject, Vec<&Seen<'_>>)| {
            let changed = said.iter().any(|one| said.iter().any(|other| self.gives_way(one, other)));
            Stand { predicate, name, object, changed, levels: self.levels(&said) }
        };
        stands.into_iter().map(stand).collect()
    }

    fn gives_way(&self, one: &Seen<'_>, other: &Seen<'_>) -> bool {
        let level = |seen: &Seen<'_>| level(&seen.statement.claim, self.vocabulary);
        !one.statement.valid.overlaps(&other.statement.valid) && level(one) != level(other)
    }

    fn levels(&self, said: &[&Seen<'_>]) -> Vec<Held> {
        let mut runs: Vec<(Option<Text>, Option<EntityId>, Vec<&Seen<'_>>)> = vec![];
        let word = |seen: &Seen<'_>| level(&seen.statement.claim, self.vocabulary).map(|level| level.en);
        let mut said = said.to_vec();
        said.sort_by_cached_key(|seen| (Reverse(age(seen)), word(seen)));
        for seen in said {
            let (level, holder) = (level(&seen.statement.claim, self.vocabulary), self.holder(seen));
            match runs.last_mut() {
                Some((known, held_by, run))
                    if level.is_some() && (&*known, &*held_by) == (&level, &holder) =>
                {
                    run.push(seen);
                }
                _ => runs.push((level, holder, vec![seen])),
            }
        }
        let held = |(level, holder, run): (Option<Text>, Option<EntityId>, Vec<&Seen<'_>>)| Held {
            level,
            holder,
            valid: spanned(run.iter().map(|seen| &seen.statement.valid)),
            statements: run.iter().map(|seen| Cited::of(seen, self.vocabulary)).collect(),
        };
        runs.into_iter().map(held).collect()
    }

    /// Who held the office that a statement is about: when it began to hold, or where it only names a month or year,
    /// as late in it as was known.
    fn holder(&self, seen: &Seen<'_>) -> Option<EntityId> {
        let office = self.vocabulary.actors.get(seen.statement.claim.subject()?)?;
        let (first, last) = days(&seen.statement.valid);
        let day = if seen.statement.valid.is_interval() { first } else { last.min(seen.known).max(first) };
        office.holder_on(day).map(|tenure| tenure.person.clone())
    }

    fn subject_matter(&self, claim: &Claim) -> Option<Subject> {
        let words = self.vocabulary;
        let of_topic = |id| words.topics.get(id).map(|topic| (topic.id.to_string(), topic.name.clone()));
        let (predicate, name) = match claim {
            Claim::Position(c) => {
                words.issues.get(&c.issue).map(|issue| (issue.id.to_string(), issue.name.clone()))?
            }
            Claim::Quantity(c) => {
                let measure = words.measures.get(&c.measure)?;
                (measure.id.to_string(), measure.name.clone())
            }
            Claim::Provision(c) => of_topic(&c.topic)?,
            Claim::Judgement(c) => of_topic(&c.topic)?,
            Claim::Event(c) => match &c.topic {
                Some(topic) => of_topic(topic)?,
                None => {
                    let name = c.r#type.name().to_string();
                    (name.clone(), Text { de: name.clone(), en: name })
                }
            },
            Claim::Mechanism(_) => return None,
        };
        Some((predicate, name, claim.object().cloned()))
    }

    /// What an observer says about where somebody in the capital stands towards one of its alliances; what is feared of
    /// the other side is another matter.
    fn observed(&self, seen: &Seen<'_>, circles: &[Circle<'_>]) -> Option<Observed> {
        let claim = &seen.statement.claim;
        let is_fear = |claim: &Claim| match claim {
            Claim::Judgement(c) => {
                self.framework.fear.iter().any(|fear| fear.topic.as_ref() == Some(&c.topic))
            }
            _ => false,
        };
        let takes = matches!(claim, Claim::Position(_) | Claim::Judgement(_)) && !is_fear(claim);
        let subject = claim.subject()?;
        let is_about = self.vocabulary.state_of(subject) == Some(self.state)
            && circles.iter().any(|circle| circle.concerns(claim));
        let by_observer = !seen.statement.is_denied() && is_observers(seen.statement, self.vocabulary);
        if !takes || !is_about || !by_observer {
            return None;
        }
        let (predicate, name, object) = self.subject_matter(claim)?;
        Some(Observed {
            subject: subject.clone(),
            object,
            predicate,
            name,
            level: level(claim, self.vocabulary),
            statement: Cited::of(seen, self.vocabulary),
        })
    }
}
