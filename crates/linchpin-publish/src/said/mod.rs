//! Sentences about scores, for whoever tells them: the report, a page, a feed.
//!
//! [`standing`] says where an alliance stands, [`moved`] what became of it; [`moves`] has the sentences about why.

mod brief;
pub mod moves;
mod outlook;
mod supposed;

pub use brief::brief;
pub use outlook::{Standing, evidence, moved, standing};
pub use supposed::supposed;

use crate::sentence::{Sentence, Slot, Thread};
use linchpin_model::id::{EntityId, StatementId};
use linchpin_study::assess::{Change, Shown};
use linchpin_study::compare::Answer as Comparison;
use linchpin_study::{explain, overview};
use std::sync::Arc;

/// From this probability on a direction is told as one.
const TOLD_FROM: f64 = 0.55;

/// The answers that sentences about scores are made of.
#[derive(Clone, Copy)]
pub struct Told<'a> {
    /// what stands out
    pub overview: &'a overview::Answer,
    /// the alliances that are told in full; the others have no notes
    pub explained: &'a [Arc<explain::Answer>],
}

impl<'a> Told<'a> {
    /// Where the numbers of a node come from.
    pub fn thread(&self, tie: &EntityId, node: &str) -> Thread {
        Thread::Node { tie: tie.clone(), node: node.into(), as_of: self.overview.frame.as_of }
    }

    /// Every node of an alliance that is told in full.
    pub fn branch(&self, tie: &EntityId, path: &str) -> Option<&'a explain::Branch> {
        self.explained.iter().find(|one| one.tie == *tie).and_then(|one| one.node.find(path))
    }

    /// The statements that carry a node, those that carry most first.
    pub fn carriers(&self, tie: &EntityId, node: &str) -> Vec<StatementId> {
        self.branch(tie, node).map_or(vec![], carriers)
    }
}

/// The statements that carry a node, those that carry most first, each once.
pub fn carriers(branch: &explain::Branch) -> Vec<StatementId> {
    weighed(branch, usize::MAX).into_iter().map(|used| used.id.clone()).collect()
}

/// The statements that carry a node, those that carry most first, each once: at most some of each indicator.
pub fn weighed(branch: &explain::Branch, of_each: usize) -> Vec<&explain::Used> {
    let of = |leaf: &explain::Branch| leaf.weight * leaf.score.coverage;
    let mut used: Vec<(f64, &explain::Used)> = branch
        .leaves()
        .into_iter()
        .flat_map(|leaf| leaf.statements.iter().take(of_each).map(move |used| (of(leaf) * used.share, used)))
        .collect();
    used.sort_by(|a, b| b.0.total_cmp(&a.0).then_with(|| a.1.id.cmp(&b.1.id)));
    let mut told: Vec<&explain::Used> = vec![];
    for (_, used) in used {
        if !told.iter().any(|known| known.id == used.id) {
            told.push(used);
        }
    }
    told
}

/// A criterion in a sentence: its level, or how much evidence is missing.
pub fn criterion(node: &str, shown: &Shown, thread: &Thread) -> Sentence {
    let message = if shown.shown { "said-criterion" } else { "said-criterion-hidden" };
    let sentence = Sentence::of(message).with("node", Slot::Node(node.into()));
    match shown.shown {
        true => sentence.score(shown, thread),
        false => sentence
            .with("coverage", Slot::Share(shown.coverage, thread.clone()))
            .with("needed", Slot::Share(shown.needed, Thread::Framework(node.into()))),
    }
}

/// Which of two alliances stands higher in a criterion, where both are shown.
pub fn comparison(found: &Comparison) -> Option<Sentence> {
    if !found.first.score.shown || !found.second.score.shown {
        return None;
    }
    let (first, second) = (&found.first.tie, &found.second.tie);
    let sentence = |message| Sentence::of(message).with("node", Slot::Node(found.node.clone()));
    let greater = found.first_is.greater;
    let less = found.first_is.less;
    let (high, low, p) = if greater >= less { (first, second, greater) } else { (second, first, less) };
    let draws = found.frame.draws;
    let thread = Thread::Answer { schema: found.schema, pointer: "/first_is".into() };
    let ties = |sentence: Sentence| {
        sentence.with("first", Slot::Label(high.clone())).with("second", Slot::Label(low.clone()))
    };
    Some(match p >= TOLD_FROM {
        true => ties(sentence("said-compared")).with("likely", Slot::Likely(p, draws, thread)),
        false => ties(sentence("said-compared-open")),
    })
}

/// Whether a change has a direction that can be told.
pub fn is_told(change: &Change) -> bool {
    change.probability >= TOLD_FROM
}

/// The likeliest direction and its probability, out of so many draws, in the slots `direction` and `likely`.
pub fn direction(sentence: Sentence, change: &Change, draws: u64, thread: Thread) -> Sentence {
    sentence
        .with("direction", Slot::Which(change.direction))
        .with("likely", Slot::Likely(change.probability, draws, thread))
}
