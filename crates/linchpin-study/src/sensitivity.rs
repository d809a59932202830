//! What does the uncertainty of scores and ranks come from? Sobol indices by kind of uncertainty, by source and by indicator.

use crate::evidence::named_or_foremost;
use crate::setting::{Error, Frame, Setting, ties_named};
use linchpin_assess::{
    Cell, Design, Estimate, Group, Indices, Measure, Plan, Sensitivity as Found, assess, sensitivity,
};
use linchpin_dossier::Snapshot;
use linchpin_model::id::EntityId;
use serde::Serialize;

/// The name and version of the answer's shape.
pub const SCHEMA: &str = "linchpin.sensitivity/1";

/// The question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sensitivity {
    /// the alliances; those that the dossier names, if none are named
    pub ties: Vec<String>,
    /// the node; the root, or the nodes below it where it is not shown, if absent
    pub node: Option<String>,
    /// points of each replicate
    pub points: usize,
    /// independent scrambles
    pub replicates: usize,
    /// the setting; its number of draws is not used
    pub setting: Setting,
}

/// The answer.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Answer {
    /// [`SCHEMA`]
    pub schema: &'static str,
    /// the setting
    pub frame: Frame,
    /// points of each replicate
    pub points: usize,
    /// independent scrambles
    pub replicates: usize,
    /// evaluations of all scores
    pub evaluations: usize,
    /// scores, then ranks of several alliances; empty where too little is known of all nodes
    pub of: Vec<Measured>,
}

/// A score or rank and what its variance comes from.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Measured {
    /// the alliance
    pub tie: EntityId,
    /// path of the node
    pub node: String,
    /// `score` or `rank`
    pub measure: &'static str,
    /// its standard deviation
    pub sd: f64,
    /// kinds, sources and indicators, those with the greatest total index first; none where it does not vary
    pub groups: Vec<Shares>,
}

/// The indices of a group.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Shares {
    /// `kind`, `source` or `indicator`
    pub by: &'static str,
    /// the kind's name, the source's id or the leaf's path
    pub group: String,
    /// first-order index: what it does alone
    pub first: Share,
    /// total index: what it does alone and with others
    pub total: Share,
}

/// A share of the variance with its 95 % interval.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Share {
    /// the estimate
    pub value: f64,
    /// its interval over independent scrambles
    pub i95: [f64; 2],
}

/// Draws that show which nodes are shown: that depends on evidence alone.
const FEWEST: u32 = 100;

/// Answers the question.
pub fn answer(question: &Sensitivity, snapshot: &Snapshot) -> Result<Answer, Error> {
    let setting = &question.setting;
    let view = setting.view(snapshot);
    let framework = setting.framework(snapshot)?;
    let frame = setting.frame(&view, framework)?;
    let ties = ties_named(snapshot, &question.ties)?;
    let cells: Vec<Cell> = ties.into_iter().map(|tie| Cell { tie, as_of: frame.as_of }).collect();
    let assessment = assess(&view, framework, &cells, &Plan { draws: FEWEST, ..Plan::default() })?;
    let slots = named_or_foremost(&assessment, question.node.as_deref())?;
    let design = Design { points: question.points, replicates: question.replicates, seed: setting.seed };
    let paths: Vec<&str> = slots.iter().map(|slot| assessment.path(*slot)).collect();
    let found = sensitivity(&view, framework, &cells, &paths, design)?;
    let shown = |found: &Found| {
        let slot = assessment.find(&found.node).ok();
        let shown = |cell: usize| slot.is_some_and(|slot| assessment.score(cell, slot).shown);
        match found.measure {
            Measure::Score => (0..cells.len()).any(|cell| cells[cell].tie == found.tie && shown(cell)),
            Measure::Rank => (0..cells.len()).all(shown),
        }
    };
    let of = found.of.iter().filter(|found| shown(found)).map(|of| measured(of, &found.groups)).collect();
    let (points, replicates, evaluations) = (question.points, question.replicates, found.evaluations);
    Ok(Answer { schema: SCHEMA, frame, points, replicates, evaluations, of })
}

fn measured(found: &Found, groups: &[Group]) -> Measured {
    let shares = |(group, indices): (&Group, &Indices)| {
        let (by, group) = match group {
            Group::Kind(kind) => ("kind", kind.name().to_string()),
            Group::Source(id) => ("source", id.clone()),
            Group::Indicator(path) => ("indicator", path.clone()),
        };
        Shares { by, group, first: share(indices.first), total: share(indices.total) }
    };
    let indices = found.groups.iter().flatten();
    let mut groups: Vec<Shares> = groups.iter().zip(indices).map(shares).collect();
    groups.sort_by(|a, b| b.total.value.total_cmp(&a.total.value));
    Measured {
        tie: found.tie.clone(),
        node: found.node.clone(),
        measure: match found.measure {
            Measure::Score => "score",
            Measure::Rank => "rank",
        },
        sd: found.variance.sqrt(),
        groups,
    }
}

fn share(estimate: Estimate) -> Share {
    Share { value: estimate.value, i95: estimate.i95 }
}
