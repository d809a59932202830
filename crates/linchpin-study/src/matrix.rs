//! Who stands where on which issue, and how far apart? Positions as of a date, rebuilt from coded statements; the
//! distance between the two sides of an alliance is what the assessment makes of them.

use crate::cited::{Cited, last_spoken_of};
use crate::evidence::cells;
use crate::setting::{Error, Frame, Setting};
use linchpin_assess::{Assessment, assess, assessable_ties, is_government, is_heard};
use linchpin_dossier::{Seen, Snapshot, View};
use linchpin_model::Date;
use linchpin_model::alliance::Role;
use linchpin_model::framework::{Framework, Indicator, Side, Whose};
use linchpin_model::id::{EntityId, IssueId, StatementId};
use linchpin_model::statement::{Claim, Layer, OMITTED, Place, Position};
use linchpin_model::text::Text;
use linchpin_model::vocabulary::{Issue, Vocabulary};
use serde::Serialize;
use std::collections::BTreeSet;

/// The name and version of the answer's shape.
pub const SCHEMA: &str = "linchpin.matrix/1";

/// The question.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Matrix {
    /// one issue, with all positions on it; all issues, if absent
    pub issue: Option<IssueId>,
    /// whose positions; the members of the alliances that the dossier names, if empty
    pub actors: Vec<EntityId>,
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
    /// the columns
    pub actors: Vec<EntityId>,
    /// the alliances between them for which there are distances
    pub ties: Vec<EntityId>,
    /// the rows: issues that the framework compares the two sides on, in its order, then all others
    pub rows: Vec<Row>,
    /// issues on which none of the actors has a position
    pub silent: Vec<IssueId>,
    /// every position on the issue that was asked about, also of parties, camps and persons; by actor and time
    pub positions: Vec<Taken>,
}

/// An issue and where the actors stand on it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Row {
    /// the issue
    pub issue: IssueId,
    /// its name
    pub name: Text,
    /// the path of the node of the framework under which the two sides are compared on it
    pub section: Option<String>,
    /// one for each actor
    pub cells: Vec<Cell>,
    /// one for each alliance
    pub distances: Vec<Distance>,
}

/// Where an actor stands.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Cell {
    /// the actor
    pub actor: EntityId,
    /// its newest positions, by layer; several places in one layer where statements of one month differ
    pub stands: Vec<Stand>,
}

/// A place that an actor takes in a layer.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Stand {
    /// goal, priority or means
    pub layer: Layer,
    /// the id of the level, `omitted`, `undecided`, or the order of items joined by `>`
    pub level: String,
    /// in words
    pub place: Text,
    /// towards whom
    pub object: Option<EntityId>,
    /// how much it matters to the actor, 0 to 1
    pub salience: f64,
    /// the day of which the newest statement speaks
    pub day: Date,
    /// whether the head of government has changed since
    pub former: bool,
    /// the statements, the newest first
    pub cited: Vec<Cited>,
}

/// How far apart the two sides of an alliance stand, 0 to 1.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Distance {
    /// the alliance
    pub tie: EntityId,
    /// the distance; none where a side has no position that can be placed
    pub value: Option<f64>,
    /// 5 and 95 % quantiles; none where the distance is not modelled
    pub i90: Option<[f64; 2]>,
    /// whether it is one less the score of an indicator, rather than the mere difference of the places on the scale
    pub modelled: bool,
}

/// A position on the issue that was asked about.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Taken {
    /// who holds it
    pub subject: EntityId,
    /// the state to which the holder belongs
    pub state: Option<EntityId>,
    /// towards whom
    pub object: Option<EntityId>,
    /// goal, priority or means
    pub layer: Layer,
    /// the id of the level, `omitted`, `undecided`, or the order of items joined by `>`
    pub level: String,
    /// how much it matters to the holder, 0 to 1
    pub salience: f64,
    /// whether it is heard as the holder's own: what only observers or unnamed reports say is not
    pub heard: bool,
    /// the statement
    pub cited: Cited,
}

impl Row {
    /// The greatest distance, where there is one.
    pub fn greatest(&self) -> Option<f64> {
        self.distances.iter().filter_map(|distance| distance.value).max_by(f64::total_cmp)
    }
}

/// Answers the question.
pub fn answer(question: &Matrix, snapshot: &Snapshot) -> Result<Answer, Error> {
    let setting = &question.setting;
    let view = setting.view(snapshot);
    let framework = setting.framework(snapshot)?;
    let frame = setting.frame(&view, framework)?;
    let vocabulary = snapshot.vocabulary();
    let mut ties = snapshot.settings().ties.clone();
    let mut actors = members(&ties, vocabulary);
    if !question.actors.is_empty() {
        let mut seen = BTreeSet::new();
        actors = question.actors.iter().filter(|actor| seen.insert(*actor)).cloned().collect();
        ties =
            assessable_ties(vocabulary).into_iter().filter(|tie| joins(tie, &actors, vocabulary)).collect();
    }
    let assessment = match ties.is_empty() {
        true => None,
        false => Some(assess(&view, framework, &cells(&ties, frame.as_of), &setting.plan(vec![]))?),
    };
    let table = Rebuilt {
        vocabulary,
        positions: positions(&view, frame.as_of),
        as_of: frame.as_of,
        ties: &ties,
        assessment: assessment.as_ref(),
    };
    let wanted = |issue: &IssueId| question.issue.as_ref().is_none_or(|asked| asked == issue);
    let (mut rows, mut silent) = (vec![], vec![]);
    for (issue, compared) in ordered(framework, vocabulary).into_iter().filter(|(issue, _)| wanted(&issue.id))
    {
        let row = table.row(issue, compared, &actors, framework);
        if question.issue.is_some() || row.cells.iter().any(|cell| !cell.stands.is_empty()) {
            rows.push(row);
        } else {
            silent.push(issue.id.clone());
        }
    }
    let only = !question.actors.is_empty();
    let positions = question.issue.as_ref().map_or(vec![], |issue| table.taken(issue, &actors, only));
    Ok(Answer { schema: SCHEMA, frame, actors, ties, rows, silent, positions })
}

/// The members of some alliances, guarantors first.
fn members(ties: &[EntityId], vocabulary: &Vocabulary) -> Vec<EntityId> {
    let all = || ties.iter().filter_map(|tie| vocabulary.alliances.get(tie)).flat_map(|tie| &tie.members);
    let guarantors = all().filter(|member| member.role == Some(Role::Guarantor));
    let others = all().filter(|member| member.role != Some(Role::Guarantor));
    let mut seen = BTreeSet::new();
    let in_order = guarantors.chain(others).map(|member| &member.actor);
    in_order.filter(|actor| seen.insert(*actor)).cloned().collect()
}

/// Whether both sides of an alliance are among some actors.
fn joins(tie: &EntityId, actors: &[EntityId], vocabulary: &Vocabulary) -> bool {
    let sides = [Role::Guarantor, Role::Ally].map(|role| vocabulary.alliances.get(tie)?.in_role(role));
    sides.into_iter().all(|side| side.is_some_and(|side| actors.contains(side)))
}

/// The issues in order, each with the indicator that compares the two sides of an alliance on it.
fn ordered<'v>(
    framework: &'v Framework,
    vocabulary: &'v Vocabulary,
) -> Vec<(&'v Issue, Option<&'v Indicator>)> {
    let mut found: Vec<(&Issue, Option<&Indicator>)> = vec![];
    for indicator in &framework.indicator {
        let compared = indicator.gap.iter().chain(&indicator.order).find(|gap| {
            let sides = gap.sides.each_ref().map(|side| &side.whose);
            let [guarantor, ally] = [Side::Guarantor, Side::Ally].map(Whose::Side);
            sides == [&guarantor, &ally] || sides == [&ally, &guarantor]
        });
        let issue = compared.and_then(|gap| vocabulary.issues.get(&gap.issue));
        found.extend(issue.map(|issue| (issue, Some(indicator))));
    }
    found.extend(vocabulary.issues_as_written().into_iter().map(|issue| (issue, None)));
    let mut seen = BTreeSet::new();
    found.retain(|(issue, _)| seen.insert(&issue.id));
    found
}

/// A position that had begun, with the day of which its statement speaks.
struct Begun<'v> {
    seen: Seen<'v>,
    position: &'v Position,
    day: Date,
}

/// The positions that had begun by a day, the newest first.
fn positions<'v>(view: &'v View<'_>, as_of: Date) -> Vec<Begun<'v>> {
    let mut found: Vec<Begun> = view
        .begun_by(as_of)
        .filter_map(|seen| match &seen.statement.claim {
            Claim::Position(position) => Some(Begun { seen, position, day: last_spoken_of(&seen, as_of) }),
            _ => None,
        })
        .collect();
    let id = |begun: &Begun<'v>| -> &'v StatementId { &begun.seen.statement.id };
    found.sort_by(|a, b| b.day.cmp(&a.day).then_with(|| id(a).cmp(id(b))));
    found
}

/// What a table is rebuilt from.
struct Rebuilt<'v> {
    vocabulary: &'v Vocabulary,
    /// the newest first
    positions: Vec<Begun<'v>>,
    as_of: Date,
    ties: &'v [EntityId],
    /// its cells are the ties
    assessment: Option<&'v Assessment<'v>>,
}

impl Rebuilt<'_> {
    fn row(
        &self,
        issue: &Issue,
        compared: Option<&Indicator>,
        actors: &[EntityId],
        framework: &Framework,
    ) -> Row {
        let cell =
            |actor: &EntityId| Cell { actor: actor.clone(), stands: self.stands(issue, actor, |_| true) };
        Row {
            issue: issue.id.clone(),
            name: issue.name.clone(),
            section: compared.and_then(|i| i.under.first()).map(|node| framework.path(node)),
            cells: actors.iter().map(cell).collect(),
            distances: (0..self.ties.len())
                .map(|tie| {
                    let modelled = compared.and_then(|i| self.modelled(tie, i, framework));
                    modelled.unwrap_or_else(|| self.mere(tie, issue))
                })
                .collect(),
        }
    }

    /// The newest places of an actor in each layer, among some positions: all that statements of the newest month give it.
    fn stands(&self, issue: &Issue, actor: &EntityId, among: impl Fn(&Position) -> bool) -> Vec<Stand> {
        let own: Vec<&Begun> = self
            .positions
            .iter()
            .filter(|begun| begun.position.issue == issue.id && among(begun.position))
            .filter(|begun| is_heard(self.vocabulary, begun.seen.statement))
            .filter(|begun| {
                is_government(self.vocabulary, &begun.position.subject, actor, &begun.seen.statement.valid)
            })
            .collect();
        let mut found: Vec<Stand> = vec![];
        for layer in [Layer::Goal, Layer::Priority, Layer::Means] {
            let mut of_layer = own.iter().filter(|begun| begun.position.layer == layer).peekable();
            let Some(newest) = of_layer.peek().map(|begun| begun.day.first_of_month()) else { continue };
            let first = found.len();
            for begun in of_layer.take_while(|begun| begun.day.first_of_month() == newest) {
                let (level, object) = (level(&begun.position.place), &begun.position.object);
                let cited = Cited::of(&begun.seen, self.vocabulary);
                let same = |stand: &&mut Stand| stand.level == level && stand.object == *object;
                match found[first..].iter_mut().find(same) {
                    Some(stand) => {
                        stand.salience = stand.salience.max(begun.position.salience);
                        stand.cited.push(cited);
                    }
                    None => found.push(Stand {
                        layer,
                        place: cited
                            .level
                            .clone()
                            .unwrap_or_else(|| Text { de: level.clone(), en: level.clone() }),
                        level,
                        object: object.clone(),
                        salience: begun.position.salience,
                        day: begun.day,
                        former: self.is_former(actor, begun.day),
                        cited: vec![cited],
                    }),
                }
            }
        }
        found
    }

    /// Whether a state's head of government has changed since a day.
    fn is_former(&self, state: &EntityId, day: Date) -> bool {
        let actors = &self.vocabulary.actors;
        let office = actors.get(state).and_then(|state| actors.get(state.head.as_ref()?));
        office.and_then(|office| office.holder_on(self.as_of)).is_some_and(|holder| day < holder.from)
    }

    /// The distance that an indicator sees; none where it says nothing or has no evidence.
    fn modelled(&self, tie: usize, indicator: &Indicator, framework: &Framework) -> Option<Distance> {
        let assessment = self.assessment?;
        let path = format!("{}/{}", framework.path(indicator.under.first()?), indicator.id);
        let slot = assessment.find(&path).ok()?;
        let score = assessment.score(tie, slot);
        let [low, high] = assessment.summary(tie, slot).i90;
        (score.applies && score.shown).then(|| Distance {
            tie: self.ties[tie].clone(),
            value: Some(1.0 - score.mean),
            i90: Some([1.0 - high, 1.0 - low]),
            modelled: true,
        })
    }

    /// The difference between the newest places of both sides on the scale, in a layer that both have, if there is one;
    /// what a side holds towards another ally says nothing about this one.
    fn mere(&self, tie: usize, issue: &Issue) -> Distance {
        let tie = &self.ties[tie];
        let others: Vec<EntityId> =
            assessable_ties(self.vocabulary).into_iter().filter(|other| other != tie).collect();
        let concerns = |position: &Position| !position.object.as_ref().is_some_and(|to| others.contains(to));
        let sides = [Role::Guarantor, Role::Ally].map(|role| {
            let state = self.vocabulary.alliances[tie].in_role(role);
            let stands = state.map_or(vec![], |state| self.stands(issue, state, concerns));
            stands
                .iter()
                .filter_map(|stand| Some((stand.layer, stand.day, height(issue, &stand.level)?)))
                .collect()
        });
        Distance { tie: tie.clone(), value: apart(&sides), i90: None, modelled: false }
    }

    /// Every position on an issue, by state and time; only those of some actors and who belongs to them, if asked.
    fn taken(&self, issue: &IssueId, actors: &[EntityId], only: bool) -> Vec<Taken> {
        let state_of = |subject: &EntityId| self.vocabulary.state_of(subject).cloned();
        let place = |taken: &Taken| {
            let of = |actor: &EntityId| Some(actor) == taken.state.as_ref() || *actor == taken.subject;
            actors.iter().position(of).unwrap_or(actors.len())
        };
        let on_issue = self.positions.iter().rev().filter(|begun| begun.position.issue == *issue);
        let mut found: Vec<Taken> = on_issue
            .map(|begun| Taken {
                subject: begun.position.subject.clone(),
                state: state_of(&begun.position.subject),
                object: begun.position.object.clone(),
                layer: begun.position.layer,
                level: level(&begun.position.place),
                salience: begun.position.salience,
                heard: is_heard(self.vocabulary, begun.seen.statement),
                cited: Cited::of(&begun.seen, self.vocabulary),
            })
            .filter(|taken| !only || place(taken) < actors.len())
            .collect();
        found.sort_by_key(|taken| (place(taken), taken.state.clone()));
        found
    }
}

/// The level of a place, or its order of items.
fn level(place: &Place) -> String {
    match place {
        Place::Level(level) => level.clone(),
        Place::Order(order) => order.join(">"),
    }
}

/// Where a level stands on the scale, 0 to 1; leaving an issue unmentioned stands where the issue says.
fn height(issue: &Issue, level: &str) -> Option<f64> {
    let level = if level == OMITTED { issue.omitted.as_deref()? } else { level };
    let at = issue.levels.iter().position(|known| known.id == level)?;
    Some((at as f64 + 0.5) / issue.levels.len() as f64)
}

/// How far apart two sides stand in the newest layer that both have, else in the newest layer of each.
fn apart([one, other]: &[Vec<(Layer, Date, f64)>; 2]) -> Option<f64> {
    let newest = |side: &[(Layer, Date, f64)], among: &dyn Fn(Layer) -> bool| {
        let known = side.iter().filter(|(layer, ..)| among(*layer));
        known.max_by_key(|(_, day, _)| *day).map(|(layer, ..)| *layer)
    };
    let mean = |side: &[(Layer, Date, f64)], layer: Layer| {
        let heights: Vec<f64> =
            side.iter().filter(|(l, ..)| *l == layer).map(|(.., height)| *height).collect();
        heights.iter().sum::<f64>() / heights.len() as f64
    };
    let shared = newest(one, &|layer| other.iter().any(|(theirs, ..)| *theirs == layer));
    let layers = match shared {
        Some(layer) => [layer, layer],
        None => [newest(one, &|_| true)?, newest(other, &|_| true)?],
    };
    Some((mean(one, layers[0]) - mean(other, layers[1])).abs())
}
