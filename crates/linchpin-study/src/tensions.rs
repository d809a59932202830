//! Where do sources contradict each other, or stand alone, or grow old?
//!
//! Two statements contradict each other where they say different things about the same at a time both hold, and do not
//! come from the same mouth in the same source. Whom to believe is left to the reader: contradictions are kept and cited.

use crate::amount::{Amount, Leeway};
use crate::assess::{Shown, cells_as_usual, shown};
use crate::cited::Cited;
use crate::evidence::{attested, below, newest_evidence, supporting, weights_in_root, years_between};
use crate::setting::{Affairs, Error, Frame, Setting, ties_named};
use linchpin_assess::{Assessment, assess};
use linchpin_dossier::{Seen, Snapshot, View};
use linchpin_model::Date;
use linchpin_model::id::{EntityId, SourceId, StatementId};
use linchpin_model::plover::EventStatus;
use linchpin_model::statement::{Claim, Layer, OMITTED, Place, Position, Sign, Stance, UNDECIDED};
use linchpin_model::text::Text;
use linchpin_model::vocabulary::{Level, Vocabulary};
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// The name and version of the answer's shape.
pub const SCHEMA: &str = "linchpin.tensions/1";

/// How far numbers may lie apart: two standard deviations of METHOD 5.
const LEEWAY: Leeway = Leeway { exact: 0.02, circa: 0.10 };

/// The question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tensions {
    /// the alliance; everything and the alliances that the dossier names, if absent
    pub tie: Option<String>,
    /// from how many years on evidence is old
    pub older_than: i16,
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
    /// the alliances whose judgements are looked at
    pub ties: Vec<EntityId>,
    /// statements that contradict each other, the weightiest first
    pub contradictions: Vec<Contradiction>,
    /// values that differ where different series count, the weightiest first
    pub different_series: Vec<Contradiction>,
    /// judgements that rest on a single source, the weightiest first
    pub single_source: Vec<Judgement>,
    /// from how many years on evidence is old
    pub older_than: i16,
    /// judgements whose newest evidence is older, the weightiest first
    pub stale: Vec<Judgement>,
}

/// Statements that do not go together.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Contradiction {
    /// how they contradict each other
    pub how: How,
    /// their kind
    pub kind: &'static str,
    /// whom they are about
    pub subject: Option<EntityId>,
    /// towards whom
    pub object: Option<EntityId>,
    /// the id of the issue, topic or measure; the type of an event, cause and effect of a mechanism
    pub predicate: String,
    /// its name
    pub about: Text,
    /// the greatest weight in the root of a leaf that one of them carries; 0 if they carry none
    pub weight: f64,
    /// whether all of them stand in one source, which quotes several
    pub within_one_source: bool,
    /// the statements, those that agree beside each other
    pub statements: Vec<Cited>,
}

/// How statements contradict each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum How {
    /// different levels or orders
    Level,
    /// values that do not fit each other
    Value,
    /// values that do not fit each other, of different series
    Series,
    /// one says more, the other less
    Sign,
    /// one says that it is so, the other that it is not
    Denial,
    /// a source supports it, another contradicts it
    Evidence,
}

impl How {
    /// Its name, as in JSON and CSV.
    pub fn name(self) -> &'static str {
        match self {
            How::Level => "level",
            How::Value => "value",
            How::Series => "series",
            How::Sign => "sign",
            How::Denial => "denial",
            How::Evidence => "evidence",
        }
    }
}

/// A node or leaf of an alliance and what it rests on.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Judgement {
    /// the alliance
    pub tie: EntityId,
    /// the path of the node or leaf
    pub node: String,
    /// what it weighs in the root; 1 for the root
    pub weight: f64,
    /// its score
    pub score: Shown,
    /// up to when its newest statement is attested
    pub newest: Option<Date>,
    /// years from then to the date of validity
    pub years: Option<f64>,
}

/// Answers the question.
pub fn answer(question: &Tensions, snapshot: &Snapshot) -> Result<Answer, Error> {
    let setting = &question.setting;
    let view = setting.view(snapshot);
    let framework = setting.framework(snapshot)?;
    let frame = setting.frame(&view, framework)?;
    let ties = ties_named(snapshot, question.tie.as_slice())?;
    let cells = cells_as_usual(&ties, frame.as_of, snapshot);
    let assessment = assess(&view, framework, &cells, &setting.plan(vec![]))?;
    let affairs =
        ties.first().filter(|_| question.tie.is_some()).map(|tie| Affairs::of(view.vocabulary(), tie));
    let statements: Vec<Seen> = view
        .begun_by(frame.as_of)
        .filter(|seen| affairs.as_ref().is_none_or(|affairs| affairs.include(&seen.statement.claim)))
        .collect();
    let (different_series, contradictions): (Vec<_>, Vec<_>) =
        contradictions(&statements, &weights(&assessment, ties.len()), view.vocabulary())
            .into_iter()
            .partition(|found| found.how == How::Series);
    let judgements = judgements(&assessment, ties.len(), &view);
    let long_ago = years_before(frame.as_of, question.older_than);
    let those =
        |which: &dyn Fn(&Judgement) -> bool| judgements.iter().filter(|j| which(j)).cloned().collect();
    Ok(Answer {
        schema: SCHEMA,
        ties,
        contradictions,
        different_series,
        single_source: those(&|judgement| judgement.score.sources.len() == 1),
        older_than: question.older_than,
        stale: those(&|judgement| judgement.newest.is_some_and(|newest| newest < long_ago)),
        frame,
    })
}

/// What is to be known of a statement before it is relied on.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Marks {
    /// statements that contradict others, with those
    pub contradicted: BTreeMap<StatementId, Vec<StatementId>>,
    /// statements that one source alone supports; its syndicated copies are no other
    pub single_source: BTreeSet<StatementId>,
    /// statements that have not been attested for so many years
    pub stale: BTreeSet<StatementId>,
}

/// The marks of all statements that had begun by the date of validity; no assessment is made for them.
pub fn marks(older_than: i16, setting: &Setting, snapshot: &Snapshot) -> Result<Marks, Error> {
    let view = setting.view(snapshot);
    let as_of = setting.basis(&view)?.as_of;
    let vocabulary = view.vocabulary();
    let statements: Vec<Seen> = view.begun_by(as_of).collect();
    let long_ago = years_before(as_of, older_than);
    let mut marks = Marks::default();
    for seen in &statements {
        let sources: BTreeSet<&SourceId> = supporting(seen).map(|id| vocabulary.original(id)).collect();
        if sources.len() < 2 {
            marks.single_source.insert(seen.statement.id.clone());
        }
        if attested(seen, as_of, vocabulary) < long_ago {
            marks.stale.insert(seen.statement.id.clone());
        }
    }
    for found in contradictions(&statements, &BTreeMap::new(), vocabulary) {
        if found.how == How::Series {
            continue;
        }
        let ids: Vec<StatementId> = found.statements.iter().map(|cited| cited.id.clone()).collect();
        for id in &ids {
            let others = ids.iter().filter(|other| *other != id).cloned();
            marks.contradicted.entry(id.clone()).or_default().extend(others);
        }
    }
    Ok(marks)
}

/// The same day some years before; the 28th of a February without a 29th.
fn years_before(day: Date, years: i16) -> Date {
    let year = day.year().saturating_sub(years);
    Date::new(year, day.month(), day.day()).or_else(|_| Date::new(year, day.month(), 28)).unwrap_or(day)
}

/// For each statement that carries a leaf, the greatest weight of such a leaf in the root of any alliance.
fn weights(assessment: &Assessment, ties: usize) -> BTreeMap<StatementId, f64> {
    let mut greatest: BTreeMap<StatementId, f64> = BTreeMap::new();
    for cell in 0..ties {
        let by_slot = weights_in_root(assessment, cell);
        let by_path: BTreeMap<&str, f64> = by_slot.iter().map(|(at, w)| (assessment.path(*at), *w)).collect();
        for carried in assessment.carried(cell, assessment.root()) {
            let weight = by_path.get(carried.leaf.as_str()).copied().unwrap_or_default();
            let known = greatest.entry(carried.statement).or_default();
            *known = known.max(weight);
        }
    }
    greatest
}

/// The nodes and leaves of all alliances that have evidence, the weightiest first.
fn judgements(assessment: &Assessment, ties: usize, view: &View) -> Vec<Judgement> {
    let mut found = vec![];
    for (cell, at) in assessment.cells().iter().enumerate().take(ties) {
        let weights = weights_in_root(assessment, cell);
        let newest = newest_evidence(view, &assessment.carried(cell, assessment.root()), at.as_of);
        let newest_of = |slot| {
            let leaves = below(assessment, slot).into_iter();
            leaves.filter_map(|slot| newest.get(assessment.path(slot))).max().copied()
        };
        for slot in below(assessment, assessment.root()) {
            let score = shown(assessment, cell, slot);
            if !score.applies || score.leaves_known == 0 {
                continue;
            }
            let newest = newest_of(slot);
            found.push(Judgement {
                tie: at.tie.clone(),
                node: assessment.path(slot).into(),
                weight: weights.get(&slot).copied().unwrap_or_default(),
                score,
                newest,
                years: newest.map(|day| years_between(day, at.as_of)),
            });
        }
    }
    found.sort_by(|a, b| b.weight.total_cmp(&a.weight));
    found
}

/// All contradictions among some statements, the weightiest first.
fn contradictions(
    statements: &[Seen],
    weights: &BTreeMap<StatementId, f64>,
    vocabulary: &Vocabulary,
) -> Vec<Contradiction> {
    let mut by_thing: BTreeMap<Thing, Vec<&Seen>> = BTreeMap::new();
    for seen in statements {
        by_thing.entry(Thing::of(&seen.statement.claim)).or_default().push(seen);
    }
    let mut found: Vec<Contradiction> = vec![];
    for about in by_thing.values() {
        let groups = clashes(about, vocabulary);
        found.extend(groups.into_iter().map(|(how, group)| contradiction(how, group, weights, vocabulary)));
    }
    let disputed = |seen: &&Seen| seen.evidence().any(|e| e.stance == Stance::Contradicts);
    let disputed = statements.iter().filter(disputed);
    found.extend(disputed.map(|seen| contradiction(How::Evidence, vec![seen], weights, vocabulary)));
    found.sort_by(|a, b| b.weight.total_cmp(&a.weight));
    found
}

fn contradiction(
    how: How,
    mut statements: Vec<&Seen>,
    weights: &BTreeMap<StatementId, f64>,
    vocabulary: &Vocabulary,
) -> Contradiction {
    statements.sort_by(|a, b| {
        let side = |seen: &Seen| side(&seen.statement.claim, vocabulary);
        let rest = |seen: &Seen| {
            let statement = seen.statement;
            (statement.is_denied(), statement.valid.first_day(), statement.id.clone())
        };
        side(a).total_cmp(&side(b)).then_with(|| rest(a).cmp(&rest(b)))
    });
    let claim = &statements[0].statement.claim;
    let sources: BTreeSet<&SourceId> =
        statements.iter().flat_map(|seen| seen.evidence()).map(|e| vocabulary.original(&e.source)).collect();
    let weight = |seen: &&Seen| weights.get(&seen.statement.id).copied().unwrap_or_default();
    let (predicate, about) = about(claim, vocabulary);
    Contradiction {
        how,
        kind: claim.kind().name(),
        subject: claim.subject().cloned(),
        object: claim.object().cloned(),
        predicate,
        about,
        weight: statements.iter().map(weight).fold(0.0, f64::max),
        within_one_source: sources.len() < 2,
        statements: statements.iter().map(|seen| Cited::of(seen, vocabulary)).collect(),
    }
}

/// The groups of statements about one thing in which each clashes with another, and how.
fn clashes<'s>(about: &[&'s Seen<'s>], vocabulary: &Vocabulary) -> Vec<(How, Vec<&'s Seen<'s>>)> {
    let mut pairs: BTreeMap<How, Vec<[usize; 2]>> = BTreeMap::new();
    for (i, a) in about.iter().enumerate() {
        for (j, b) in about.iter().enumerate().skip(i + 1) {
            let independent = || !from_one_mouth(a, b, vocabulary);
            let together = a.statement.valid.overlaps(&b.statement.valid);
            if let Some(how) = how(a, b).filter(|_| together && independent()) {
                pairs.entry(how).or_default().push([i, j]);
            }
        }
    }
    let groups = pairs
        .into_iter()
        .flat_map(|(how, pairs)| joined(about.len(), &pairs).into_iter().map(move |group| (how, group)));
    groups.map(|(how, group)| (how, group.into_iter().map(|at| about[at]).collect())).collect()
}

/// The places that pairs join, directly or through others.
fn joined(places: usize, pairs: &[[usize; 2]]) -> Vec<Vec<usize>> {
    let mut group: Vec<usize> = (0..places).collect();
    for [a, b] in pairs {
        let (from, to) = (group[*b], group[*a]);
        group.iter_mut().filter(|g| **g == from).for_each(|g| *g = to);
    }
    let mut groups: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (place, group) in group.into_iter().enumerate() {
        groups.entry(group).or_default().push(place);
    }
    groups.into_values().filter(|group| group.len() > 1).collect()
}

/// Whether two statements have a speaker in common and a source in common: that is one voice, not two.
fn from_one_mouth(a: &Seen, b: &Seen, vocabulary: &Vocabulary) -> bool {
    let originals = |seen: &Seen| -> BTreeSet<SourceId> {
        supporting(seen).map(|id| vocabulary.original(id).clone()).collect()
    };
    a.statement.said.speaker == b.statement.said.speaker && !originals(a).is_disjoint(&originals(b))
}

/// How two statements about the same thing contradict each other, if they do.
fn how(a: &Seen, b: &Seen) -> Option<How> {
    let differ = differ(&a.statement.claim, &b.statement.claim);
    match (a.statement.is_denied(), b.statement.is_denied()) {
        (false, false) => differ,
        (true, true) => None,
        _ => differ.is_none().then_some(How::Denial),
    }
}

/// How two claims about the same thing differ, if they do. An actor that left an issue unmentioned or undecided takes no
/// place that could differ from another.
fn differ(a: &Claim, b: &Claim) -> Option<How> {
    match (a, b) {
        (Claim::Position(a), Claim::Position(b)) => places_differ(a, b).then_some(How::Level),
        (Claim::Provision(a), Claim::Provision(b)) => (a.value != b.value).then_some(How::Level),
        (Claim::Judgement(a), Claim::Judgement(b)) => (a.grade != b.grade).then_some(How::Level),
        (Claim::Mechanism(a), Claim::Mechanism(b)) => (a.sign != b.sign).then_some(How::Sign),
        (Claim::Event(a), Claim::Event(b)) => {
            let denied = |status| status == EventStatus::Denied;
            let happened = |status| matches!(status, EventStatus::Completed | EventStatus::Ongoing);
            let opposed = denied(a.status) && happened(b.status) || happened(a.status) && denied(b.status);
            opposed.then_some(How::Denial)
        }
        (Claim::Quantity(a), Claim::Quantity(b)) => {
            let how = if a.series == b.series { How::Value } else { How::Series };
            (!Amount::of(a).fits(&Amount::of(b), LEEWAY)).then_some(how)
        }
        _ => None,
    }
}

fn places_differ(a: &Position, b: &Position) -> bool {
    match (&a.place, &b.place) {
        (Place::Level(a), Place::Level(b)) => {
            let silent = |level: &String| [OMITTED, UNDECIDED].contains(&level.as_str());
            a != b && !silent(a) && !silent(b)
        }
        (Place::Order(a), Place::Order(b)) => {
            let rank = |item: &String| b.iter().position(|other| other == item);
            let ranks: Vec<usize> = a.iter().filter_map(rank).collect();
            !ranks.is_sorted()
        }
        _ => false,
    }
}

/// A number by which claims about the same thing that agree stand beside each other.
fn side(claim: &Claim, vocabulary: &Vocabulary) -> f64 {
    let place = |levels: &[Level], id: &str| {
        levels.iter().position(|level| level.id == id).map_or(f64::MAX, |at| at as f64)
    };
    let on_topic = |topic, id: &str| place(vocabulary.topics.get(topic).map_or(&[], |t| &t.levels[..]), id);
    match claim {
        Claim::Quantity(c) => c.value,
        Claim::Position(c) => match (&c.place, vocabulary.issues.get(&c.issue)) {
            (Place::Level(id), Some(issue)) => place(&issue.levels, id),
            (Place::Order(order), Some(issue)) => place(&issue.items, order.first().map_or("", |id| id)),
            (_, None) => f64::MAX,
        },
        Claim::Event(c) => f64::from(u8::from(c.status == EventStatus::Denied)),
        Claim::Provision(c) => on_topic(&c.topic, &c.value),
        Claim::Judgement(c) => on_topic(&c.topic, &c.grade),
        Claim::Mechanism(c) => f64::from(u8::from(c.sign == Sign::Weakens)),
    }
}

/// What statements have in common that can contradict each other.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Thing<'a> {
    kind: &'static str,
    subject: Option<&'a EntityId>,
    object: Option<&'a EntityId>,
    /// issue, topic or measure with scope and unit; type, mode and topic; cause and effect
    predicate: [String; 3],
    layer: Option<Layer>,
}

impl<'a> Thing<'a> {
    fn of(claim: &'a Claim) -> Thing<'a> {
        let one = |id: &str| [id.to_string(), String::new(), String::new()];
        let predicate = match claim {
            Claim::Quantity(c) => {
                let unit = format!("{} {}", c.unit, c.price_year.unwrap_or_default());
                [c.measure.to_string(), c.scope.clone().unwrap_or_default(), unit]
            }
            Claim::Position(c) => one(c.issue.as_str()),
            Claim::Event(c) => {
                let topic = c.topic.as_ref().map_or(String::new(), |topic| topic.to_string());
                [c.r#type.name().to_string(), c.mode.clone().unwrap_or_default(), topic]
            }
            Claim::Provision(c) => one(c.topic.as_str()),
            Claim::Judgement(c) => one(c.topic.as_str()),
            Claim::Mechanism(c) => [c.cause.to_string(), c.effect.to_string(), String::new()],
        };
        let layer = match claim {
            Claim::Position(c) => Some(c.layer),
            _ => None,
        };
        Thing {
            kind: claim.kind().name(),
            subject: claim.subject(),
            object: claim.object(),
            predicate,
            layer,
        }
    }
}

/// What a claim is about: id and name.
fn about(claim: &Claim, vocabulary: &Vocabulary) -> (String, Text) {
    let named = |id: &str, name: Option<&Text>| {
        let id = id.to_string();
        (id.clone(), name.cloned().unwrap_or(Text { de: id.clone(), en: id }))
    };
    let topic = |id| vocabulary.topics.get(id).map(|topic| &topic.name);
    let factor = |id| vocabulary.factors.get(id).map(|factor| &factor.name);
    match claim {
        Claim::Quantity(c) => {
            named(c.measure.as_str(), vocabulary.measures.get(&c.measure).map(|measure| &measure.name))
        }
        Claim::Position(c) => {
            named(c.issue.as_str(), vocabulary.issues.get(&c.issue).map(|issue| &issue.name))
        }
        Claim::Event(c) => named(c.r#type.name(), c.topic.as_ref().and_then(topic)),
        Claim::Provision(c) => named(c.topic.as_str(), topic(&c.topic)),
        Claim::Judgement(c) => named(c.topic.as_str(), topic(&c.topic)),
        Claim::Mechanism(c) => {
            let (cause, of_cause) = named(c.cause.as_str(), factor(&c.cause));
            let (effect, of_effect) = named(c.effect.as_str(), factor(&c.effect));
            let name = Text {
                de: format!("{} → {}", of_cause.de, of_effect.de),
                en: format!("{} → {}", of_cause.en, of_effect.en),
            };
            (format!("{cause}>{effect}"), name)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_clashes_with_a_common_third_is_one_group() {
        assert_eq!(joined(5, &[[0, 2], [2, 4]]), [vec![0, 2, 4]]);
        assert_eq!(joined(4, &[[2, 3], [0, 1]]), [vec![0, 1], vec![2, 3]]);
    }

    #[test]
    fn a_leap_day_has_a_day_years_before() {
        let day = |text: &str| text.parse::<Date>().unwrap();
        assert_eq!(years_before(day("2024-02-29"), 2), day("2022-02-28"));
        assert_eq!(years_before(day("2026-01-14"), 2), day("2024-01-14"));
    }
}
