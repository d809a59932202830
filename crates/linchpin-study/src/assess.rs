//! How resilient are the alliances, and what changed?

use crate::evidence::{cells, criteria};
use crate::setting::{Error, Frame, Interval, Setting, ties_named};
use linchpin_assess::{Assessment, Cell, Slot, assess};
use linchpin_dossier::Snapshot;
use linchpin_index::summary::Shares;
use linchpin_model::Date;
use linchpin_model::id::{EntityId, SourceId};
use serde::Serialize;

/// The name and version of the answer's shape.
pub const SCHEMA: &str = "linchpin.assessment/1";

/// The question.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Assess {
    /// the alliances; those that the dossier names, if empty
    pub ties: Vec<String>,
    /// the date that changes are measured from; the dossier's own, if absent
    pub since: Option<Date>,
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
    /// the date that changes are measured from; none, if it is not before the date of validity
    pub since: Option<Date>,
    /// the alliances
    pub ties: Vec<TieScores>,
}

/// An alliance's scores.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct TieScores {
    /// the alliance
    pub tie: EntityId,
    /// the root and its children, the root first
    pub nodes: Vec<NodeScore>,
    /// share of the evidence of the root that each kind of statement carries
    pub by_kind: Vec<KindShare>,
}

/// A kind of statement and its share of the evidence.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct KindShare {
    /// the kind
    pub kind: &'static str,
    /// its share, 0 to 1
    pub share: f64,
}

/// A node's score now and before.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct NodeScore {
    /// the node's path
    pub node: String,
    /// at the date of validity
    pub now: Shown,
    /// at the date that changes are measured from
    pub before: Option<Shown>,
    /// what changed between the two
    pub change: Option<Change>,
}

/// A score and whether it is shown.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Shown {
    /// whether there is enough evidence to show the score
    pub shown: bool,
    /// the id of the level word, where the score is shown
    pub level: Option<String>,
    /// the score, computed always
    pub score: Interval,
    /// how much of the weight is covered by evidence, 0 to 1
    pub coverage: f64,
    /// leaves with evidence
    pub leaves_known: usize,
    /// all leaves
    pub leaves: usize,
    /// the coverage that it needs in order to be shown
    pub needed: f64,
    /// whether it says anything about the alliance at all
    pub applies: bool,
    /// paths of the leaves without evidence that still says anything
    pub missing: Vec<String>,
    /// for the root: paths of its children that are not shown
    pub hidden: Vec<String>,
    /// independent sources
    pub sources: Vec<SourceId>,
    /// whether fewer than two independent sources carry it
    pub single_source: bool,
}

/// A change between two dates.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Change {
    /// the likeliest of `up`, `same` and `down`
    pub direction: &'static str,
    /// its probability
    pub probability: f64,
    /// mean difference
    pub mean: f64,
    /// probabilities over all leaves
    pub all: Probabilities,
    /// probabilities over the leaves that both dates know
    pub matched: Option<Probabilities>,
    /// the effective number of those leaves
    pub effective_leaves: f64,
    /// whether both dates are shown, so that the change may be
    pub shown: bool,
}

/// How a difference lies about 0, with the greatest Monte Carlo error of the three.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Probabilities {
    /// greater by more than .02
    pub greater: f64,
    /// within .02
    pub tied: f64,
    /// less by more than .02
    pub less: f64,
    /// Monte Carlo standard error
    pub error: f64,
}

impl From<Shares> for Probabilities {
    fn from(s: Shares) -> Self {
        let error = [s.above.error, s.within.error, s.below.error].into_iter().fold(0.0, f64::max);
        Probabilities { greater: s.above.p, tied: s.within.p, less: s.below.p, error }
    }
}

/// Answers the question.
pub fn answer(question: &Assess, snapshot: &Snapshot) -> Result<Answer, Error> {
    let setting = &question.setting;
    let view = setting.view(snapshot);
    let framework = setting.framework(snapshot)?;
    let frame = setting.frame(&view, framework)?;
    let since = earlier(question.since, snapshot, frame.as_of);
    let ties = ties_named(snapshot, &question.ties)?;
    let (cells, changes) = now_and_before(&ties, frame.as_of, since);
    let assessment = assess(&view, framework, &cells, &setting.plan(changes))?;
    let ties = (0..ties.len()).map(|at| tie_scores(&assessment, &ties, at, since.is_some())).collect();
    Ok(Answer { schema: SCHEMA, frame: frame.drawn(&assessment), since, ties })
}

/// The date that changes are measured from: as asked, else the dossier's; none, if it is not before the date of validity.
pub(crate) fn earlier(asked: Option<Date>, snapshot: &Snapshot, as_of: Date) -> Option<Date> {
    asked.or(snapshot.settings().compare_with).filter(|since| *since < as_of)
}

/// The cells of some alliances at a date and behind them, in the same order, at an earlier one; and the pairs of cells
/// between which changes are wanted.
pub(crate) fn now_and_before(
    ties: &[EntityId],
    as_of: Date,
    since: Option<Date>,
) -> (Vec<Cell>, Vec<(usize, usize)>) {
    let before = since.map_or(vec![], |since| cells(ties, since));
    let changes = since.map_or(vec![], |_| (0..ties.len()).map(|now| (ties.len() + now, now)).collect());
    ([cells(ties, as_of), before].concat(), changes)
}

/// The cells in which [`answer`] assesses some alliances unless it is asked for another earlier date: a number that another
/// question tells as well is the same there to the last digit.
pub(crate) fn cells_as_usual(ties: &[EntityId], as_of: Date, snapshot: &Snapshot) -> Vec<Cell> {
    now_and_before(ties, as_of, earlier(None, snapshot, as_of)).0
}

/// The scores of the n-th of some alliances, assessed in the cells of [`now_and_before`].
pub(crate) fn tie_scores(assessment: &Assessment, ties: &[EntityId], at: usize, changes: bool) -> TieScores {
    let before = changes.then_some((at, ties.len() + at));
    TieScores {
        tie: ties[at].clone(),
        nodes: criteria(assessment)
            .into_iter()
            .map(|slot| node_score(assessment, at, before, slot))
            .collect(),
        by_kind: by_kind(assessment, at, assessment.root()),
    }
}

/// What each kind of statement contributes to a node.
pub(crate) fn by_kind(assessment: &Assessment, cell: usize, slot: Slot) -> Vec<KindShare> {
    let shares = assessment.by_kind(cell, slot);
    shares.into_iter().map(|(kind, share)| KindShare { kind: kind.name(), share }).collect()
}

/// A node's or leaf's score in a cell. With a planned change and its earlier cell, also the score before and the change.
pub(crate) fn node_score(
    assessment: &Assessment,
    now: usize,
    before: Option<(usize, usize)>,
    slot: Slot,
) -> NodeScore {
    let change = before.map(|(planned, before)| {
        let change = assessment.change(planned, slot);
        let all = Probabilities::from(change.all);
        let (direction, probability) = [("up", all.greater), ("same", all.tied), ("down", all.less)]
            .into_iter()
            .max_by(|a, b| a.1.total_cmp(&b.1))
            .unwrap_or(("same", 1.0));
        Change {
            direction,
            probability,
            mean: change.mean,
            all,
            matched: change.matched.map(Probabilities::from),
            effective_leaves: change.effective_leaves,
            shown: assessment.score(now, slot).shown && assessment.score(before, slot).shown,
        }
    });
    NodeScore {
        node: assessment.path(slot).into(),
        now: shown(assessment, now, slot),
        before: before.map(|(_, before)| shown(assessment, before, slot)),
        change,
    }
}

/// A node's or leaf's score in a cell, with what is missing.
pub(crate) fn shown(assessment: &Assessment, cell: usize, slot: Slot) -> Shown {
    let score = assessment.score(cell, slot);
    Shown {
        shown: score.shown,
        level: level_shown(assessment, cell, slot).cloned(),
        score: assessment.summary(cell, slot).into(),
        coverage: score.coverage,
        leaves_known: score.leaves.0,
        leaves: score.leaves.1,
        needed: score.needed,
        applies: score.applies,
        missing: missing(assessment, cell, slot),
        hidden: hidden(assessment, cell, slot),
        sources: score.sources.clone(),
        single_source: score.sources.len() < 2,
    }
}

/// The id of a score's level in a cell; none, if it is not shown.
pub(crate) fn level_shown<'a>(assessment: &'a Assessment, cell: usize, slot: Slot) -> Option<&'a String> {
    let score = assessment.score(cell, slot);
    let level = assessment.framework().level_of(score.mean);
    level.filter(|_| score.shown).map(|level| &level.id)
}

fn hidden(assessment: &Assessment, cell: usize, slot: Slot) -> Vec<String> {
    let children = if slot == assessment.root() { assessment.children(slot) } else { vec![] };
    let hidden = children.into_iter().filter(|child| !assessment.score(cell, *child).shown);
    hidden.map(|child| assessment.path(child).to_string()).collect()
}

fn missing(assessment: &Assessment, cell: usize, slot: Slot) -> Vec<String> {
    let below = format!("{}/", assessment.path(slot));
    let all = slot == assessment.root();
    assessment
        .leaves()
        .filter(|leaf| all || *leaf == slot || assessment.path(*leaf).starts_with(&below))
        .filter(|leaf| assessment.score(cell, *leaf).applies && assessment.score(cell, *leaf).coverage == 0.0)
        .map(|leaf| assessment.path(leaf).to_string())
        .collect()
}
