//! Problem and conclusions: what is asked, by which measure, and what comes out of it.

use super::key_points::{TOLD_FROM, standing};
use crate::report::Material;
use crate::report::writer::Writer;
use crate::sentence::{Error, Sentence, Slot, Thread};
use linchpin_study::assess::Shown;
use linchpin_study::compare::Answer as Comparison;

/// Writes the chapter.
pub fn write(writer: &mut Writer<'_>, answers: &mut Material<'_>) -> Result<(), Error> {
    writer.heading(1, "problem", &Sentence::of("report-problem"))?;
    let framework = &writer.names.framework;
    let criteria: Vec<String> = answers.criteria.clone();
    let frame = &answers.overview.frame;
    let weights = Thread::Framework(framework.id.clone());
    writer.text(&[
        Sentence::of("report-problem-question")
            .with("dossier", Slot::Text(writer.names.snapshot.settings().name.clone())),
        Sentence::of("report-problem-inner"),
    ])?;
    writer.text(&[
        Sentence::of("report-problem-framework")
            .with("framework", Slot::Text(framework.name.clone()))
            .with("criteria", Slot::Nodes(criteria.clone()))
            .with("count", Slot::Count(criteria.len(), weights)),
        Sentence::of("report-problem-given"),
        Sentence::of("report-problem-dates").with("as-of", Slot::Day(frame.as_of)),
    ])?;
    writer.heading(2, "conclusions", &Sentence::of("report-conclusions"))?;
    for tie in &answers.overview.ties {
        let mut said: Vec<Sentence> = standing(tie, answers).into_iter().take(1).collect();
        let id = &tie.scores.tie;
        for node in tie.scores.nodes.iter().skip(1) {
            said.push(criterion(&node.node, &node.now, &answers.thread(id, &node.node)));
        }
        writer.text(&said)?;
    }
    let compared: Vec<Sentence> = answers.compared.iter().filter_map(comparison).collect();
    writer.text(&compared)?;
    let figures = answers.take(&["cards", "map"]);
    writer.figures(figures);
    Ok(())
}

/// A criterion in a sentence: its level, or how much evidence is missing.
pub fn criterion(node: &str, shown: &Shown, thread: &Thread) -> Sentence {
    let message = if shown.shown { "report-criterion" } else { "report-criterion-hidden" };
    let sentence = Sentence::of(message).with("node", Slot::Node(node.into()));
    match shown.shown {
        true => sentence.score(shown, thread),
        false => sentence
            .with("coverage", Slot::Share(shown.coverage, thread.clone()))
            .with("needed", Slot::Share(shown.needed, Thread::Framework(node.into()))),
    }
}

/// Which of two alliances stands higher in a criterion, where both are shown.
fn comparison(found: &Comparison) -> Option<Sentence> {
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
        true => ties(sentence("report-compared")).with("likely", Slot::Likely(p, draws, thread)),
        false => ties(sentence("report-compared-open")),
    })
}
