//! What changed and why, alliance by alliance.

use super::key_points::{TOLD_FROM, direction};
use crate::report::Material;
use crate::report::writer::Writer;
use crate::sentence::{Error, Sentence, Slot, Thread};
use linchpin_study::assess::{Change, NodeScore};
use linchpin_study::changes::{Answer, Cause, Causes};

/// How many indicators are told, and how many new statements.
const TOLD: usize = 4;
/// From this difference on a cause is told.
const FELT: f64 = 0.01;

/// Writes the chapter, unless there is no date to compare with.
pub fn write(writer: &mut Writer<'_>, answers: &mut Material<'_>) -> Result<(), Error> {
    if answers.changes.is_empty() {
        return Ok(());
    }
    writer.heading(1, "changes", &Sentence::of("report-changes"))?;
    writer.text(&[Sentence::of("report-changes-intro")])?;
    for found in &answers.asked.changes {
        section(writer, found, answers)?;
        let figures = answers.take_about(&["trajectory", "attribution"], &found.tie);
        writer.figures(figures);
    }
    Ok(())
}

fn section(writer: &mut Writer<'_>, found: &Answer, answers: &Material<'_>) -> Result<(), Error> {
    let id = format!("changes-{}", found.tie);
    writer.heading(2, &id, &Sentence::of("report-section").with("about", Slot::Label(found.tie.clone())))?;
    let leaves: Vec<Vec<Sentence>> =
        found.leaves.iter().filter_map(|leaf| leaf_moved(leaf, found, answers)).take(TOLD).collect();
    writer.text(&[match leaves.is_empty() {
        true => Sentence::of("report-changes-none").with("since", Slot::Day(found.from)),
        false => Sentence::of("report-changes-since").with("since", Slot::Day(found.from)),
    }])?;
    writer.points(&leaves)?;
    let causes: Vec<Vec<Sentence>> =
        found.causes.iter().map(|causes| why(causes, found)).filter(|said| !said.is_empty()).collect();
    if !causes.is_empty() {
        writer.text(&[Sentence::of("report-changes-causes")])?;
    }
    writer.points(&causes)?;
    let new: Vec<Vec<Sentence>> = found
        .new
        .iter()
        .filter_map(|leaf| {
            let cited = leaf.statements.first()?;
            let on = Sentence::of("report-said-on").with("on", Slot::Node(leaf.leaf.clone()));
            Some(vec![on.saying(&cited.text, &cited.id)])
        })
        .take(TOLD + 2)
        .collect();
    if !new.is_empty() {
        writer.text(&[Sentence::of("report-changes-news")])?;
    }
    writer.points(&new)
}

fn leaf_moved(leaf: &NodeScore, found: &Answer, answers: &Material<'_>) -> Option<Vec<Sentence>> {
    let told =
        |change: &&Change| change.shown && change.direction != "same" && change.probability >= TOLD_FROM;
    let change = leaf.change.as_ref().filter(told)?;
    let thread = answers.thread(&found.tie, &leaf.node);
    let moved = Sentence::of("report-leaf-moved")
        .with("node", Slot::Node(leaf.node.clone()))
        .with("difference", Slot::Difference(change.mean, thread.clone()));
    let likely = direction(Sentence::of("report-leaf-direction"), change, answers, thread);
    Some(vec![moved, likely.noted(answers.carriers(&found.tie, &leaf.node))])
}

/// Why a node changed: what each cause adds, as far as it is felt.
fn why(causes: &Causes, found: &Answer) -> Vec<Sentence> {
    let pointer = |at: usize| Thread::Answer { schema: found.schema, pointer: format!("/causes/{at}") };
    let at = found.causes.iter().position(|other| other.node == causes.node).unwrap_or_default();
    let felt: Vec<&Cause> = causes.causes.iter().filter(|cause| libm::fabs(cause.value) >= FELT).collect();
    if felt.is_empty() {
        return vec![];
    }
    let mut said = vec![
        Sentence::of("report-why")
            .with("node", Slot::Node(causes.node.clone()))
            .with("from", Slot::Score(causes.from, pointer(at)))
            .with("to", Slot::Score(causes.to, pointer(at))),
    ];
    for cause in felt {
        let sentence = Sentence::of(match &cause.source {
            Some(_) => "report-cause-source",
            None => "report-cause",
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
