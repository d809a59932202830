//! What changed and why, alliance by alliance.

use crate::report::Material;
use crate::report::writer::Writer;
use crate::said::moves;
use crate::sentence::{Error, Sentence, Slot};
use linchpin_study::changes::Answer;

/// How many indicators are told, and how many new statements.
const TOLD: usize = 4;

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
    let told = answers.told();
    let leaves: Vec<Vec<Sentence>> =
        found.leaves.iter().filter_map(|leaf| moves::leaf_moved(leaf, found, told)).take(TOLD).collect();
    writer.text(&[match leaves.is_empty() {
        true => Sentence::of("report-changes-none").with("since", Slot::Day(found.from)),
        false => Sentence::of("report-changes-since").with("since", Slot::Day(found.from)),
    }])?;
    writer.points(&leaves)?;
    let causes: Vec<Vec<Sentence>> =
        found.causes.iter().map(|causes| moves::why(causes, found)).filter(|said| !said.is_empty()).collect();
    if !causes.is_empty() {
        writer.text(&[Sentence::of("report-changes-causes")])?;
    }
    writer.points(&causes)?;
    let new: Vec<Vec<Sentence>> =
        found.new.iter().filter_map(|leaf| Some(vec![moves::new(leaf)?])).take(TOLD + 2).collect();
    if !new.is_empty() {
        writer.text(&[Sentence::of("report-changes-news")])?;
    }
    writer.points(&new)
}
