//! Key points: how each alliance stands, what carries and burdens it, what moved, and what all this rests on.

use crate::report::Material;
use crate::report::writer::Writer;
use crate::sentence::{Error, Sentence, Slot, Thread};
use linchpin_model::text::Case;
use linchpin_study::assess::{Change, NodeScore};
use linchpin_study::overview::{Doubt, Outlook, Standout};

/// From this probability on a direction is told as one.
pub const TOLD_FROM: f64 = 0.55;
/// How many alliances are told of by name.
const TOLD: usize = 6;

/// Writes the chapter.
pub fn write(writer: &mut Writer<'_>, answers: &Material<'_>) -> Result<(), Error> {
    writer.heading(1, "key-points", &Sentence::of("report-key-points"))?;
    let mut points: Vec<Vec<Sentence>> = vec![];
    for tie in answers.overview.ties.iter().take(TOLD) {
        points.push(standing(tie, answers));
        points.extend(Some(moved(tie, answers)).filter(|moved| !moved.is_empty()));
    }
    points.push(evidence(answers));
    writer.points(&points)
}

/// Where an alliance stands, what lifts and what lowers it, and the greatest doubt.
pub fn standing(tie: &Outlook, answers: &Material<'_>) -> Vec<Sentence> {
    let Some(root) = tie.scores.nodes.first() else { return vec![] };
    let id = &tie.scores.tie;
    let mut said = vec![match (&root.now, &tie.last_shown) {
        (now, _) if now.shown => Sentence::of("report-standing")
            .with("tie", Slot::Entity(id.clone(), Case::Nominative))
            .score(now, &answers.thread(id, &root.node)),
        (_, Some(past)) => Sentence::of("report-standing-past")
            .with("tie", Slot::Entity(id.clone(), Case::Accusative))
            .with("date", Slot::Day(past.as_of))
            .score(
                &past.score,
                &Thread::Node { tie: id.clone(), node: root.node.clone(), as_of: past.as_of },
            ),
        (_, None) => {
            Sentence::of("report-standing-none").with("tie", Slot::Entity(id.clone(), Case::Accusative))
        }
    }];
    let standout = |message: &'static str, standout: &Standout| {
        let thread = answers.thread(id, &standout.node);
        Sentence::of(message)
            .with("node", Slot::Node(standout.node.clone()))
            .score(&standout.score, &thread)
            .noted(answers.carriers(id, &standout.node))
    };
    said.extend(tie.strength.iter().map(|strength| standout("report-strength", strength)));
    said.extend(tie.weakness.iter().map(|weakness| standout("report-weakness", weakness)));
    said.extend(tie.doubt.iter().map(|doubt| self::doubt(tie, doubt, answers)));
    said
}

fn doubt(tie: &Outlook, doubt: &Doubt, answers: &Material<'_>) -> Sentence {
    let id = &tie.scores.tie;
    match doubt {
        Doubt::Hidden { criteria } => {
            Sentence::of("report-doubt-hidden").with("criteria", Slot::Nodes(criteria.clone()))
        }
        Doubt::SingleSource { source } => {
            Sentence::of("report-doubt-single").with("source", Slot::Source(source.clone()))
        }
        Doubt::Thin { criterion, coverage, missing, leaves } => {
            let thread = answers.thread(id, criterion);
            Sentence::of("report-doubt-thin")
                .with("criterion", Slot::Node(criterion.clone()))
                .with("coverage", Slot::Share(*coverage, thread.clone()))
                .with("missing", Slot::Count(*missing, thread.clone()))
                .with("leaves", Slot::Count(*leaves, thread))
        }
    }
}

/// What moved since the date of comparison, of the root and the criteria.
fn moved(tie: &Outlook, answers: &Material<'_>) -> Vec<Sentence> {
    let Some(since) = answers.overview.since else { return vec![] };
    let id = &tie.scores.tie;
    let told = |node: &NodeScore| -> Option<Sentence> {
        let change = node.change.as_ref().filter(|change| change.shown)?;
        let thread = answers.thread(id, &node.node);
        let sentence = Sentence::of(if is_told(change) { "report-moved" } else { "report-moved-open" })
            .with("node", Slot::Node(node.node.clone()))
            .with("tie", Slot::Label(id.clone()))
            .with("since", Slot::Day(since))
            .with("difference", Slot::Difference(change.mean, thread.clone()));
        Some(if is_told(change) { direction(sentence, change, answers, thread) } else { sentence })
    };
    tie.scores.nodes.iter().filter_map(told).collect()
}

fn is_told(change: &Change) -> bool {
    change.probability >= TOLD_FROM
}

/// The likeliest direction and its probability in the slots `direction` and `likely`.
pub fn direction(sentence: Sentence, change: &Change, answers: &Material<'_>, thread: Thread) -> Sentence {
    sentence
        .with("direction", Slot::Which(change.direction))
        .with("likely", Slot::Likely(change.probability, answers.overview.frame.draws, thread))
}

/// What the study rests on.
fn evidence(answers: &Material<'_>) -> Vec<Sentence> {
    let holdings = &answers.overview.holdings;
    let thread = |pointer: &str| Thread::Answer { schema: answers.overview.schema, pointer: pointer.into() };
    let mut said = vec![
        Sentence::of("report-evidence")
            .with("statements", Slot::Count(holdings.statements, thread("/holdings/statements")))
            .with("sources", Slot::Count(holdings.by_source.len(), thread("/holdings/by_source"))),
    ];
    if let [most, _, ..] = holdings.by_source.as_slice() {
        let share = most.statements as f64 / holdings.statements.max(1) as f64;
        said.push(
            Sentence::of("report-evidence-most")
                .with("share", Slot::Share(share, thread("/holdings/by_source/0/statements")))
                .with("source", Slot::Source(most.source.clone())),
        );
    }
    said
}
