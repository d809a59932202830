//! What if the criteria weighed otherwise? The alliances by the framework's weights and by the asker's own, from the same random
//! numbers, so that nothing but the weights differs.

use crate::assess::{Shown, cells_as_usual, shown};
use crate::evidence::criteria;
use crate::setting::{Error, Frame, Setting, ties_named};
use linchpin_assess::{Assessment, Slot, assess};
use linchpin_dossier::Snapshot;
use linchpin_model::framework::{Framework, Node};
use linchpin_model::id::{EntityId, NodeId};
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// The name and version of the answer's shape.
pub const SCHEMA: &str = "linchpin.weighing/1";

/// The question.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Weigh {
    /// the asker's weights by the path of a node, in any unit: they are shares among siblings. Nodes that are not named keep
    /// their weight; what weighs nothing is left out
    pub weights: BTreeMap<String, f64>,
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
    /// the nodes below the root, with what they weigh
    pub weights: Vec<Weight>,
    /// the alliances
    pub ties: Vec<Weighed>,
    /// the alliances whose total is shown, the highest first: by the framework
    pub official_order: Vec<EntityId>,
    /// the same by the asker's weights
    pub own_order: Vec<EntityId>,
}

/// What a node below the root weighs among its siblings, 0 to 1.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Weight {
    /// its path
    pub node: String,
    /// by the framework
    pub official: f64,
    /// by the asker
    pub own: f64,
}

/// An alliance by both weights.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Weighed {
    /// the alliance
    pub tie: EntityId,
    /// the root and the nodes right below it
    pub nodes: Vec<Both>,
}

/// A node by both weights.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Both {
    /// its path
    pub node: String,
    /// by the framework
    pub official: Shown,
    /// by the asker's weights; none, where it is left out, or nothing weighs anything
    pub own: Option<Shown>,
}

/// Answers the question.
pub fn answer(question: &Weigh, snapshot: &Snapshot) -> Result<Answer, Error> {
    let setting = &question.setting;
    let view = setting.view(snapshot);
    let framework = setting.framework(snapshot)?;
    let own_framework = reweighed(framework, &question.weights)?;
    let frame = setting.frame(&view, framework)?;
    let ties = ties_named(snapshot, &question.ties)?;
    let cells = cells_as_usual(&ties, frame.as_of, snapshot);
    let plan = setting.plan(vec![]);
    let own_assessment =
        || own_framework.as_ref().map(|own| assess(&view, own, &cells[..ties.len()], &plan)).transpose();
    let (official, own) = rayon::join(|| assess(&view, framework, &cells, &plan), own_assessment);
    let (official, own) = (official?, own?);
    let weighed = ties
        .iter()
        .enumerate()
        .map(|(at, tie)| Weighed { tie: tie.clone(), nodes: both(&official, own.as_ref(), at) });
    Ok(Answer {
        schema: SCHEMA,
        weights: weights(framework, own_framework.as_ref()),
        ties: weighed.collect(),
        official_order: order(&official, &ties),
        own_order: own.as_ref().map_or(vec![], |own| order(own, &ties)),
        frame: frame.drawn(&official),
    })
}

fn both(official: &Assessment<'_>, own: Option<&Assessment<'_>>, cell: usize) -> Vec<Both> {
    let of = |slot: Slot| {
        let path = official.path(slot);
        let same = |own: &Assessment<'_>| {
            let same = if slot == official.root() { Some(own.root()) } else { own.find(path).ok() };
            same.map(|slot| shown(own, cell, slot))
        };
        Both { node: path.into(), official: shown(official, cell, slot), own: own.and_then(same) }
    };
    criteria(official).into_iter().map(of).collect()
}

fn order(assessment: &Assessment<'_>, ties: &[EntityId]) -> Vec<EntityId> {
    let root = assessment.root();
    let scores = ties.iter().enumerate().map(|(at, tie)| (assessment.score(at, root), tie));
    let mut known: Vec<_> =
        scores.filter(|(score, _)| score.shown).map(|(score, tie)| (score.mean, tie)).collect();
    known.sort_by(|(a, _), (b, _)| b.total_cmp(a));
    known.into_iter().map(|(_, tie)| tie.clone()).collect()
}

/// The nodes right below the root.
fn below_root(framework: &Framework) -> impl Iterator<Item = &Node> {
    let root = framework.root().map(|root| &root.id);
    framework.node.iter().filter(move |node| node.parent.is_some() && node.parent.as_ref() == root)
}

fn weights(official: &Framework, own: Option<&Framework>) -> Vec<Weight> {
    let total = |framework: &Framework| below_root(framework).map(|node| node.weight).sum::<f64>();
    let share = |framework: &Framework, id: &NodeId| {
        framework.node(id).map_or(0.0, |node| node.weight / total(framework))
    };
    let weight = |node: &Node| Weight {
        node: official.path(&node.id),
        official: share(official, &node.id),
        own: own.map_or(0.0, |own| share(own, &node.id)),
    };
    below_root(official).map(weight).collect()
}

/// The framework with other weights; what weighs nothing is left out, with all below it. None, if nothing is left.
fn reweighed(framework: &Framework, weights: &BTreeMap<String, f64>) -> Result<Option<Framework>, Error> {
    let mut own = framework.clone();
    let mut gone: BTreeSet<NodeId> = BTreeSet::new();
    for (path, weight) in weights {
        let found =
            framework.node.iter().position(|node| node.parent.is_some() && framework.path(&node.id) == *path);
        let known =
            || below_root(framework).map(|node| framework.path(&node.id)).collect::<Vec<_>>().join(", ");
        let at = found.ok_or_else(|| Error::NoWeight { what: path.clone(), known: known() })?;
        if !(0.0..=MOST).contains(weight) {
            return Err(Error::NoWeight { what: format!("{path}={weight}"), known: known() });
        }
        own.node[at].weight = *weight;
        if *weight == 0.0 {
            gone.insert(own.node[at].id.clone());
        }
    }
    // weights as large as the framework's own, since how uncertain they are depends on their sum
    for parent in framework.node.iter().map(|node| &node.id) {
        let sum = |framework: &Framework| {
            framework
                .node
                .iter()
                .filter(|node| node.parent.as_ref() == Some(parent))
                .map(|node| node.weight)
                .sum::<f64>()
        };
        let factor = sum(framework) / sum(&own);
        if factor.is_finite() && factor != 1.0 {
            own.node
                .iter_mut()
                .filter(|node| node.parent.as_ref() == Some(parent))
                .for_each(|node| node.weight *= factor);
        }
    }
    while let Some(next) = own
        .node
        .iter()
        .find(|node| !gone.contains(&node.id) && node.parent.as_ref().is_some_and(|p| gone.contains(p)))
    {
        gone.insert(next.id.clone());
    }
    own.node.retain(|node| !gone.contains(&node.id));
    for indicator in &mut own.indicator {
        indicator.under.retain(|node| !gone.contains(node));
    }
    own.indicator.retain(|indicator| !indicator.under.is_empty());
    let is_left = below_root(&own).next().is_some();
    Ok(is_left.then_some(own))
}

/// The greatest weight.
const MOST: f64 = 1e6;
