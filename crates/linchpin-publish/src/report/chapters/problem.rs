//! Problem and conclusions: what is asked, by which measure, and what comes out of it.

use crate::report::Material;
use crate::report::writer::Writer;
use crate::said;
use crate::sentence::{Error, Sentence, Slot, Thread};

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
    let told = answers.told();
    for tie in &answers.overview.ties {
        let mut text: Vec<Sentence> = said::standing(tie, told).into_iter().map(|said| said.level).collect();
        let id = &tie.scores.tie;
        for node in tie.scores.nodes.iter().skip(1) {
            text.push(said::criterion(&node.node, &node.now, &told.thread(id, &node.node)));
        }
        writer.text(&text)?;
    }
    let compared: Vec<Sentence> = answers.compared.iter().filter_map(said::comparison).collect();
    writer.text(&compared)?;
    let figures = answers.take(&["cards", "map"]);
    writer.figures(figures);
    Ok(())
}
