//! Do the conclusions that the sources draw follow from what was coded? Each finding of the dossier is put to the
//! assessment as a proposition: once with everything, and once without the grades that the sources themselves give, so
//! that a source's conclusion is not merely read back from it.

use crate::retract::Outcome;
use crate::setting::{Error, Frame, Setting};
use linchpin_assess::{self as assess, Assessment, Cell, Plan, Score, World, assess_worlds, assessable_ties};
use linchpin_dossier::Snapshot;
use linchpin_model::actor::ActorKind;
use linchpin_model::alliance::Role;
use linchpin_model::finding::{Asked, Finding, Point};
use linchpin_model::framework::{
    Class, Framework, Indicator, Node, Pattern, Reading, Rule, Selector, Side, Who, Whose,
};
use linchpin_model::id::{EntityId, FindingId, SourceId};
use linchpin_model::statement::Kind;
use linchpin_model::text::Text;
use linchpin_model::vocabulary::{Level, Vocabulary};
use serde::Serialize;

/// The name and version of the answer's shape.
pub const SCHEMA: &str = "linchpin.verification/1";

/// From this probability on a finding is borne out; up to its complement it is contradicted.
pub const BORNE_OUT: f64 = 0.8;

/// The question.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Verify {
    /// only this finding
    pub finding: Option<FindingId>,
    /// the setting; its date of validity is not used, since each finding has its own
    pub setting: Setting,
}

/// The answer.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Answer {
    /// [`SCHEMA`]
    pub schema: &'static str,
    /// the setting
    pub frame: Frame,
    /// the findings, in the order of their file
    pub findings: Vec<Verified>,
}

/// A finding and what the statements make of it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Verified {
    /// its id
    pub id: FindingId,
    /// what the source concludes
    pub text: Text,
    /// the source
    pub source: SourceId,
    /// where in it
    pub locator: String,
    /// the proposition that is put to the assessment
    pub proposition: Proposition,
    /// with everything
    pub all: Verdict,
    /// without the grades that sources give
    pub without_judgements: Verdict,
}

/// What is asked: a value against a bound or against another value.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Proposition {
    /// what it is about
    pub of: Point,
    /// its least level
    pub at_least: Option<Bound>,
    /// its greatest level
    pub at_most: Option<Bound>,
    /// what it is greater than
    pub exceeds: Option<Point>,
}

/// A level as a bound.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Bound {
    /// the level's id
    pub level: String,
    /// its name
    pub name: Text,
    /// the end of the level that counts, 0 to 1
    pub value: f64,
}

/// How probable a proposition is.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Verdict {
    /// `borne-out`, `leaning-for`, `leaning-against`, `contradicted` or `too-little-evidence`
    pub verdict: &'static str,
    /// the probability; none where there is too little evidence
    pub probability: Option<f64>,
    /// the mean of what the proposition is about
    pub mean: Option<f64>,
    /// independent sources behind it
    pub sources: usize,
}

impl Verdict {
    const TOO_LITTLE: Verdict =
        Verdict { verdict: "too-little-evidence", probability: None, mean: None, sources: 0 };

    /// Which way it leans: for the finding, or against it; `None` where there is too little evidence.
    pub fn leans(&self) -> Option<bool> {
        self.probability.map(|p| p >= 0.5)
    }

    /// What becomes of the finding where the verdict is another: it changes where it leans the other way, and falls where
    /// there is no answer any more.
    pub fn becomes(&self, other: &Verdict) -> Outcome {
        match (self.leans(), other.leans()) {
            (None, None) => Outcome::NotShown,
            (None, Some(_)) => Outcome::Appears,
            (Some(_), None) => Outcome::Falls,
            (Some(before), Some(after)) if before == after => Outcome::Stays,
            (Some(_), Some(_)) => Outcome::Changes,
        }
    }
}

/// Answers the question.
pub fn answer(question: &Verify, snapshot: &Snapshot) -> Result<Answer, Error> {
    let setting = &question.setting;
    let view = setting.view(snapshot);
    let framework = setting.framework(snapshot)?;
    let frame = setting.frame(&view, framework)?;
    let findings: Vec<&Finding> = snapshot
        .findings()
        .iter()
        .filter(|finding| question.finding.as_ref().is_none_or(|id| finding.id == *id))
        .collect();
    if findings.is_empty() {
        return Ok(Answer { schema: SCHEMA, frame, findings: vec![] });
    }
    let vocabulary = snapshot.vocabulary();
    let ungraded = view.keep(|seen| seen.statement.claim.kind() != Kind::Judgement);
    let worlds = [&view, &ungraded].map(World::of);
    let of_worlds = verdicts(&findings, &worlds, framework, setting)?;
    let verified = |(at, finding): (usize, &&Finding)| Verified {
        id: finding.id.clone(),
        text: finding.text.clone(),
        source: finding.source.clone(),
        locator: finding.locator.clone(),
        proposition: proposition(finding, framework, vocabulary),
        all: of_worlds[0][at].clone(),
        without_judgements: of_worlds[1][at].clone(),
    };
    let verified = findings.iter().enumerate().map(verified).collect();
    Ok(Answer { schema: SCHEMA, frame, findings: verified })
}

fn proposition(finding: &Finding, framework: &Framework, vocabulary: &Vocabulary) -> Proposition {
    let bound = |level: &Option<String>, end: usize| {
        let (name, ends) = level_of(&finding.of, level.as_ref()?, framework, vocabulary)?;
        Some(Bound { level: level.clone()?, name, value: ends[end] })
    };
    Proposition {
        of: finding.of.clone(),
        at_least: bound(&finding.at_least, 0),
        at_most: bound(&finding.at_most, 1),
        exceeds: finding.exceeds.clone(),
    }
}

/// The name of a level of what a point is about, and its lower and upper end.
pub(crate) fn level_of(
    point: &Point,
    id: &str,
    framework: &Framework,
    vocabulary: &Vocabulary,
) -> Option<(Text, [f64; 2])> {
    let scale: &[Level] = match point.asked()? {
        Asked::Node(..) => {
            let name = framework.level.iter().find(|level| level.id == id)?.name.clone();
            return Some((name, framework.level_bounds(id)?));
        }
        Asked::Issue(_, _, issue) => &vocabulary.issues.get(issue)?.levels,
        Asked::Topic(_, _, topic) => &vocabulary.topics.get(topic)?.levels,
    };
    let at = scale.iter().position(|level| level.id == id)?;
    let name = Text { de: scale[at].de.clone(), en: scale[at].en.clone() };
    let count = scale.len() as f64;
    Some((name, [at as f64 / count, (at + 1) as f64 / count]))
}

/// For each of some worlds a verdict on each finding.
pub(crate) fn verdicts(
    findings: &[&Finding],
    worlds: &[World],
    framework: &Framework,
    setting: &Setting,
) -> Result<Vec<Vec<Verdict>>, Error> {
    let Some(first) = worlds.first() else { return Ok(vec![]) };
    let vocabulary = first.view.vocabulary();
    let points: Vec<&Point> =
        findings.iter().flat_map(|f| [Some(&f.of), f.exceeds.as_ref()]).flatten().collect();
    let mut nodes: Vec<Cell> = points.iter().filter_map(|point| node_cell(point)).collect();
    nodes.sort();
    nodes.dedup();
    let probes = probes(&points, framework, vocabulary);
    let standing = probe_framework(framework, &probes);
    let cells: Vec<Cell> = probes.iter().map(|probe| probe.cell.clone()).collect();
    let about_nodes = Put::of(&nodes, |point| {
        let Some(Asked::Node(_, node)) = point.asked() else { return None };
        let cell = nodes.iter().position(|known| Some(known) == node_cell(point).as_ref())?;
        Some(assess::Point { cell, path: node.to_string() })
    });
    let about_standing = Put::of(&cells, |point| {
        let cell = probes.iter().position(|probe| probe.point == *point)?;
        Some(assess::Point { cell, path: indicator_id(cell) })
    });
    let proposition = |finding: &&Finding| proposition(finding, framework, vocabulary);
    let propositions: Vec<Proposition> = findings.iter().map(proposition).collect();
    let of_nodes = about_nodes.answer(&propositions, worlds, framework, setting)?;
    // where someone stands does not depend on the framework's indicators
    let views = views(worlds);
    let of_standing = about_standing.answer(&propositions, &views, &standing, setting)?;
    let either = |(of_nodes, of_standing): (Option<Verdict>, &Option<Verdict>)| {
        of_nodes.or_else(|| of_standing.clone()).unwrap_or(Verdict::TOO_LITTLE)
    };
    let in_world = |(of_nodes, world): (Vec<Option<Verdict>>, &World)| {
        let view = views.iter().position(|known| std::ptr::eq(known.view, world.view)).unwrap_or_default();
        of_nodes.into_iter().zip(&of_standing[view]).map(either).collect()
    };
    Ok(of_nodes.into_iter().zip(worlds).map(in_world).collect())
}

/// The views of some worlds, each once.
fn views<'v>(worlds: &[World<'v>]) -> Vec<World<'v>> {
    let mut found: Vec<World> = vec![];
    for world in worlds {
        if !found.iter().any(|known| std::ptr::eq(known.view, world.view)) {
            found.push(World::of(world.view));
        }
    }
    found
}

/// Where among some cells a point stands.
type Place<'p> = Box<dyn Fn(&Point) -> Option<assess::Point> + 'p>;

/// Cells of one framework, and where among them a point stands.
struct Put<'p> {
    cells: &'p [Cell],
    place: Place<'p>,
}

impl<'p> Put<'p> {
    fn of(cells: &'p [Cell], place: impl Fn(&Point) -> Option<assess::Point> + 'p) -> Put<'p> {
        Put { cells, place: Box::new(place) }
    }

    /// For each world a verdict on each proposition whose points stand among the cells.
    fn answer(
        &self,
        propositions: &[Proposition],
        worlds: &[World],
        framework: &Framework,
        setting: &Setting,
    ) -> Result<Vec<Vec<Option<Verdict>>>, Error> {
        if self.cells.is_empty() {
            return Ok(vec![vec![None; propositions.len()]; worlds.len()]);
        }
        let in_world = |world: usize| self.cells.iter().map(move |cell| (world, cell.clone()));
        let cells: Vec<(usize, Cell)> = (0..worlds.len()).flat_map(in_world).collect();
        let put = |world: usize| propositions.iter().map(move |p| self.put(p, world * self.cells.len()));
        let put: Vec<Option<assess::Proposition>> = (0..worlds.len()).flat_map(put).collect();
        let plan = Plan { ask: put.iter().flatten().cloned().collect(), ..setting.plan(vec![]) };
        let assessment = assess_worlds(worlds, framework, &cells, &plan)?;
        let mut asked = 0..;
        let verdict = |put: &Option<assess::Proposition>| {
            let asked = put.as_ref().and_then(|put| Some((put, asked.next()?)));
            asked.map(|(put, asked)| verdict(&assessment, put, asked)).transpose()
        };
        let all = put.iter().map(verdict).collect::<Result<Vec<_>, _>>()?;
        Ok(all.chunks(propositions.len()).map(<[_]>::to_vec).collect())
    }

    /// A proposition on the cells of a world that begin at a place.
    fn put(&self, proposition: &Proposition, first: usize) -> Option<assess::Proposition> {
        let place = |point: &Point| {
            let assess::Point { cell, path } = (self.place)(point)?;
            Some(assess::Point { cell: first + cell, path })
        };
        let exceeds = match &proposition.exceeds {
            Some(other) => Some(place(other)?),
            None => None,
        };
        Some(assess::Proposition {
            of: place(&proposition.of)?,
            at_least: proposition.at_least.as_ref().map(|bound| bound.value),
            at_most: proposition.at_most.as_ref().map(|bound| bound.value),
            exceeds,
        })
    }
}

fn node_cell(point: &Point) -> Option<Cell> {
    match point.asked()? {
        Asked::Node(tie, _) => Some(Cell { tie: tie.clone(), as_of: point.on }),
        _ => None,
    }
}

/// The verdict on the n-th proposition that was asked of an assessment.
fn verdict(assessment: &Assessment<'_>, put: &assess::Proposition, asked: usize) -> Result<Verdict, Error> {
    let score =
        |point: &assess::Point| Ok::<_, Error>(assessment.score(point.cell, assessment.find(&point.path)?));
    let shown = |score: &Score| score.shown && score.coverage > 0.0;
    let of = score(&put.of)?;
    let other = put.exceeds.as_ref().map(score).transpose()?;
    let sources = of.sources.len();
    // under another framework than the dossier's own, a level may be unknown and nothing be asked
    let asks = put.at_least.is_some() || put.at_most.is_some() || put.exceeds.is_some();
    if !asks || !shown(of) || other.is_some_and(|other| !shown(other)) {
        return Ok(Verdict { sources, ..Verdict::TOO_LITTLE });
    }
    let probability = assessment.probability(asked).p;
    let verdict = match probability {
        p if p >= BORNE_OUT => "borne-out",
        p if p >= 0.5 => "leaning-for",
        p if p > 1.0 - BORNE_OUT => "leaning-against",
        _ => "contradicted",
    };
    Ok(Verdict { verdict, probability: Some(probability), mean: Some(of.mean), sources })
}

/// A point about where someone stands, and the cell that hosts it: a tie that the subject's state belongs to.
struct Probe {
    point: Point,
    cell: Cell,
    pattern: Vec<Pattern>,
    /// a change of this side's head of government is a step
    office: Option<Side>,
}

fn probes(points: &[&Point], framework: &Framework, vocabulary: &Vocabulary) -> Vec<Probe> {
    let ties = assessable_ties(vocabulary);
    let mut found: Vec<Probe> = vec![];
    for point in points {
        if found.iter().any(|probe| probe.point == **point) {
            continue;
        }
        found.extend(probe(point, &ties, framework, vocabulary));
    }
    found
}

fn probe(point: &Point, ties: &[EntityId], framework: &Framework, vocabulary: &Vocabulary) -> Option<Probe> {
    let (subject, object, kinds): (_, _, &[Kind]) = match point.asked()? {
        Asked::Node(..) => return None,
        Asked::Issue(subject, object, _) => (subject, object, &[Kind::Position]),
        Asked::Topic(subject, object, _) => (subject, object, &[Kind::Provision, Kind::Judgement]),
    };
    let side = |tie: &EntityId| {
        let state = vocabulary.state_of(subject)?;
        let alliance = vocabulary.alliances.get(tie)?;
        [(Role::Guarantor, Side::Guarantor), (Role::Ally, Side::Ally)]
            .into_iter()
            .find(|(role, _)| alliance.in_role(*role) == Some(state))
            .map(|(_, side)| side)
    };
    let own = ties.iter().find_map(|tie| Some((tie, side(tie)?)));
    let (tie, office) = own.map_or((ties.first()?, None), |(tie, side)| (tie, Some(side)));
    let is_state = vocabulary.actors.get(subject).is_some_and(|actor| actor.kind == ActorKind::State);
    let who = if is_state { Who::Government } else { Who::Itself };
    let named = |id: &EntityId, who| Selector { whose: Whose::Entity(id.clone()), who: vec![who] };
    let pattern = |kind: &Kind| Pattern {
        kind: *kind,
        subject: named(subject, who),
        object: object.map(|object| named(object, Who::Itself)),
        issue: point.issue.clone(),
        topic: point.topic.clone(),
        measure: None,
        types: vec![],
        statuses: vec![],
    };
    // a framework may do without the class of positions; then nothing is known of how fast they change
    framework.volatility.get(&Class::Position)?;
    Some(Probe {
        point: point.clone(),
        cell: Cell { tie: tie.clone(), as_of: point.on },
        pattern: kinds.iter().map(pattern).collect(),
        office: office.filter(|_| is_state),
    })
}

fn indicator_id(at: usize) -> String {
    format!("standing-{at}")
}

/// A framework of nothing but the points, with the volatility of another.
fn probe_framework(framework: &Framework, probes: &[Probe]) -> Framework {
    let silent = || Text { de: String::new(), en: String::new() };
    let root = Node {
        id: "standing".into(),
        parent: None,
        weight: 1.0,
        because: silent(),
        name: silent(),
        capital: None,
    };
    let indicator = |(at, probe): (usize, &Probe)| Indicator {
        id: indicator_id(at).as_str().into(),
        under: vec![root.id.clone()],
        weight: 1.0,
        weight_where: Default::default(),
        not_for: vec![],
        because: silent(),
        name: silent(),
        class: Class::Position,
        office_of: probe.office.into_iter().collect(),
        rule: probe
            .pattern
            .iter()
            .map(|takes| Rule { takes: takes.clone(), by: Reading::Levels, because: silent() })
            .collect(),
        gap: None,
        order: None,
        checklist: None,
        balance: None,
    };
    Framework {
        indicator: probes.iter().enumerate().map(indicator).collect(),
        node: vec![root.clone()],
        fear: vec![],
        ..framework.clone()
    }
}
