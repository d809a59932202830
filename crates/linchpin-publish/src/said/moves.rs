//! What moved of an alliance, and why.

use super::{Told, direction, is_told};
use crate::sentence::{Sentence, Slot, Thread};
use linchpin_study::assess::{Change, NodeScore};
use linchpin_study::changes::{Answer, Cause, Causes, NewOnLeaf};

/// From this difference on a cause is told.
const FELT: f64 = 0.01;

/// How far an indicator moved, and how sure its direction is; nothing where that is open.
pub fn leaf_moved(leaf: &NodeScore, found: &Answer, told: Told<'_>) -> Option<Vec<Sentence>> {
    let has_direction = |change: &&Change| change.shown && change.direction != "same" && is_told(change);
    let change = leaf.change.as_ref().filter(has_direction)?;
    let thread = told.thread(&found.tie, &leaf.node);
    let moved = Sentence::of("said-leaf-moved")
        .with("node", Slot::Node(leaf.node.clone()))
        .with("difference", Slot::Difference(change.mean, thread.clone()));
    let likely = direction(Sentence::of("said-leaf-direction"), change, told.overview.frame.draws, thread);
    Some(vec![moved, likely.noted(told.carriers(&found.tie, &leaf.node))])
}

/// Why a node changed: what each cause adds, as far as it is felt.
pub fn why(causes: &Causes, found: &Answer) -> Vec<Sentence> {
    let pointer = |at: usize| Thread::Answer { schema: found.schema, pointer: format!("/causes/{at}") };
    let at = found.causes.iter().position(|other| other.node == causes.node).unwrap_or_default();
    let felt = felt(causes);
    if felt.is_empty() {
        return vec![];
    }
    let mut said = vec![
        Sentence::of("said-why")
            .with("node", Slot::Node(causes.node.clone()))
            .with("from", Slot::Score(causes.from, pointer(at)))
            .with("to", Slot::Score(causes.to, pointer(at))),
    ];
    for cause in felt {
        let sentence = Sentence::of(match &cause.source {
            Some(_) => "said-cause-source",
            None => "said-cause",
        });
        let sentence = sentence
            .with("why", Slot::Which(cause.why))
            .with("value", Slot::Difference(cause.value, pointer(at)));
        said.push(match &cause.source {
            Some(source) => sentence.with("source", Slot::Source(source.clone())),
            None => sentence,
        });
    }
    said
}

/// The causes that are felt, in their order.
pub fn felt(causes: &Causes) -> Vec<&Cause> {
    causes.causes.iter().filter(|cause| libm::fabs(cause.value) >= FELT).collect()
}

/// The newest statement on an indicator.
pub fn new(leaf: &NewOnLeaf) -> Option<Sentence> {
    let cited = leaf.statements.first()?;
    let on = Sentence::of("said-on").with("on", Slot::Node(leaf.leaf.clone()));
    Some(on.saying(&cited.text, &cited.id))
}
