//! How much hangs on one source, one coder or one indicator? Each is left out in turn, by the same random numbers: which
//! judgements get another level word or can no longer be given, and which conclusions of the texts flip.

use crate::assess::{Shown, level_shown, shown};
use crate::otherwise::Otherwise;
use crate::retract::{Outcome, inner_nodes};
use crate::setting::{Error, Frame, Setting, ties_named};
use crate::verify::{Verdict, verdicts};
use linchpin_assess::{Assessment, Slot, World};
use linchpin_dossier::{Snapshot, View};
use linchpin_model::finding::Finding;
use linchpin_model::framework::Framework;
use linchpin_model::id::{CoderId, EntityId, FindingId, IndicatorId, SourceId};
use linchpin_model::text::Text;
use serde::Serialize;
use std::collections::BTreeSet;

/// The name and version of the answer's shape.
pub const SCHEMA: &str = "linchpin.robustness/1";

/// The question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Robustness {
    /// the alliances; those that the dossier names, if none are named
    pub ties: Vec<String>,
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
    /// what is left out: sources, coders, indicators
    pub left_out: Vec<LeftOut>,
    /// the alliances
    pub ties: Vec<TieRobustness>,
    /// the conclusions of the texts, in the order of their file
    pub findings: Vec<FindingRobustness>,
}

/// What is left out.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct LeftOut {
    /// what it is
    pub by: Part,
    /// its id
    pub id: String,
}

/// A part of what an assessment rests on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Part {
    /// a source and its syndicated copies
    Source,
    /// everything that one coder coded
    Coder,
    /// an indicator
    Indicator,
}

impl Part {
    /// Its name, as in JSON and CSV.
    pub fn name(self) -> &'static str {
        match self {
            Part::Source => "source",
            Part::Coder => "coder",
            Part::Indicator => "indicator",
        }
    }
}

/// An alliance and its nodes.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct TieRobustness {
    /// the alliance
    pub tie: EntityId,
    /// its nodes, in the order of the tree
    pub nodes: Vec<NodeRobustness>,
}

/// A node and what becomes of it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct NodeRobustness {
    /// the node's path
    pub node: String,
    /// with everything
    pub all: Shown,
    /// for each part that is left out, in their order
    pub without: Vec<Reduced>,
}

/// A node without a part.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Reduced {
    /// what becomes of the judgement
    pub outcome: Outcome,
    /// the level's id; none, if the node is not shown
    pub level: Option<String>,
    /// the mean; none, if the node is not shown
    pub mean: Option<f64>,
    /// how much of the weight is covered by evidence
    pub coverage: f64,
}

impl Reduced {
    fn of(assessment: &Assessment, pair: [usize; 2], slot: Slot) -> Reduced {
        let score = assessment.score(pair[1], slot);
        Reduced {
            outcome: Outcome::of(assessment, pair, slot),
            level: level_shown(assessment, pair[1], slot).cloned(),
            mean: score.shown.then_some(score.mean),
            coverage: score.coverage,
        }
    }
}

/// A conclusion and what becomes of it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct FindingRobustness {
    /// its id
    pub id: FindingId,
    /// what the source concludes
    pub text: Text,
    /// with everything
    pub all: Verdict,
    /// for each part that is left out, in their order
    pub without: Vec<Verdict>,
}

/// Worlds that are assessed at a time: each takes memory.
const TOGETHER: usize = 24;

/// Answers the question.
pub fn answer(question: &Robustness, snapshot: &Snapshot) -> Result<Answer, Error> {
    let setting = &question.setting;
    let view = setting.view(snapshot);
    let framework = setting.framework(snapshot)?;
    let frame = setting.frame(&view, framework)?;
    let ties = ties_named(snapshot, &question.ties)?;
    let without = without_each(&view, framework);
    let findings: Vec<&Finding> = snapshot.findings().iter().collect();
    let mut of_ties: Vec<TieRobustness> =
        ties.iter().map(|tie| TieRobustness { tie: tie.clone(), nodes: vec![] }).collect();
    let mut of_findings: Vec<FindingRobustness> = vec![];
    for some in without.chunks(TOGETHER) {
        let others = some.iter().map(|without| without.world(&view));
        let worlds: Vec<World> = [World::of(&view)].into_iter().chain(others).collect();
        let found = Otherwise::of(&ties, frame.as_of, snapshot, &worlds, framework, setting)?;
        let nodes = inner_nodes(&found.assessment);
        for (at, tie) in of_ties.iter_mut().enumerate() {
            for (place, slot) in nodes.iter().enumerate() {
                if tie.nodes.len() == place {
                    let (node, all) =
                        (found.assessment.path(*slot).into(), shown(&found.assessment, at, *slot));
                    tie.nodes.push(NodeRobustness { node, all, without: vec![] });
                }
                let reduced = |world: usize| Reduced::of(&found.assessment, found.pair(world, at), *slot);
                tie.nodes[place].without.extend((1..worlds.len()).map(reduced));
            }
        }
        let verdicts = verdicts(&findings, &worlds, framework, setting)?;
        for (at, finding) in findings.iter().enumerate() {
            let [all, without @ ..] = &verdicts.iter().map(|of| of[at].clone()).collect::<Vec<_>>()[..]
            else {
                continue;
            };
            if of_findings.len() == at {
                let (id, text) = (finding.id.clone(), finding.text.clone());
                of_findings.push(FindingRobustness { id, text, all: all.clone(), without: vec![] });
            }
            of_findings[at].without.extend_from_slice(without);
        }
    }
    let left_out = without.into_iter().map(|without| without.left_out).collect();
    Ok(Answer { schema: SCHEMA, frame, left_out, ties: of_ties, findings: of_findings })
}

/// What is known without a part, or the framework without an indicator.
struct WithoutPart<'v> {
    left_out: LeftOut,
    view: Option<View<'v>>,
    indicator: Option<&'v IndicatorId>,
}

impl<'v> WithoutPart<'v> {
    fn known(by: Part, id: &str, view: View<'v>) -> WithoutPart<'v> {
        WithoutPart { left_out: LeftOut { by, id: id.into() }, view: Some(view), indicator: None }
    }

    fn indicator(id: &'v IndicatorId) -> WithoutPart<'v> {
        let left_out = LeftOut { by: Part::Indicator, id: id.to_string() };
        WithoutPart { left_out, view: None, indicator: Some(id) }
    }

    fn world<'w>(&'w self, whole: &'w View<'v>) -> World<'w> {
        World { view: self.view.as_ref().unwrap_or(whole), without: self.indicator }
    }
}

/// Everything without each independent source, without each coder and without each indicator; but nothing is left out
/// without which there is nothing, or on which nothing rests.
fn without_each<'v>(view: &View<'v>, framework: &'v Framework) -> Vec<WithoutPart<'v>> {
    let vocabulary = view.vocabulary();
    let sources: BTreeSet<&SourceId> = view.sources().map(|id| vocabulary.original(id)).collect();
    let coders: BTreeSet<CoderId> = view.usable().map(|seen| seen.coder.clone()).collect();
    let statements = view.usable().count();
    let some_is_left = |rest: &View| (1..statements).contains(&rest.usable().count());
    let source = |id: &SourceId| WithoutPart::known(Part::Source, id.as_str(), view.without_source(id));
    let coder =
        |id: &CoderId| WithoutPart::known(Part::Coder, &id.to_string(), view.keep(|seen| seen.coder != id));
    let of_views = sources.into_iter().map(source).chain(coders.iter().map(coder));
    let told = |without: &WithoutPart| without.view.as_ref().is_some_and(some_is_left);
    of_views.filter(told).chain(framework.indicator.iter().map(|i| WithoutPart::indicator(&i.id))).collect()
}
