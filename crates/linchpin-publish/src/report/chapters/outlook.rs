//! What lies ahead: dates that are known, and where new evidence would tell most.

use crate::report::Material;
use crate::report::writer::Writer;
use crate::sentence::{Error, Sentence, Slot, Thread};
use linchpin_study::calendar::{Entry, State};
use linchpin_study::gaps::{Gap, TieGaps};

/// How many indicators are told where evidence is missing most.
const TOLD: usize = 3;

/// Writes the chapter.
pub fn write(writer: &mut Writer<'_>, answers: &Material<'_>) -> Result<(), Error> {
    writer.heading(1, "outlook", &Sentence::of("report-outlook"))?;
    let calendar = &answers.calendar;
    let count = |state: State| calendar.entries.iter().filter(|entry| entry.state == state).count();
    let thread = || Thread::Answer { schema: calendar.schema, pointer: "/entries".into() };
    writer.text(&[
        Sentence::of("report-outlook-dates")
            .with("ahead", Slot::Count(count(State::Ahead), thread()))
            .with("as-of", Slot::Day(calendar.basis.as_of)),
        Sentence::of("report-outlook-open")
            .with("overdue", Slot::Count(count(State::Overdue), thread()))
            .with("open", Slot::Count(count(State::Open), thread())),
    ])?;
    let ahead = calendar.entries.iter().filter(|entry| entry.state == State::Ahead);
    let points: Vec<Vec<Sentence>> = ahead.map(|entry| vec![dated(entry)]).collect();
    writer.points(&points)?;
    writer.heading(2, "gaps", &Sentence::of("report-gaps"))?;
    for tie in &answers.gaps.ties {
        writer.text(&missing(tie, answers))?;
    }
    writer.text(&[Sentence::of("report-outlook-scenarios")])
}

fn dated(entry: &Entry) -> Sentence {
    let cited = &entry.statement;
    Sentence::of("said-on").with("on", Slot::When(entry.date.clone())).saying(&cited.text, &cited.id)
}

/// How much of an alliance is covered, and where evidence would gain most.
fn missing(tie: &TieGaps, answers: &Material<'_>) -> Vec<Sentence> {
    let root = answers.root_thread(&tie.tie);
    let most: Vec<&Gap> = tie.leaves.iter().filter(|gap| gap.gain > 0.0).take(TOLD).collect();
    let covered = Sentence::of("report-gaps-covered")
        .with("tie", Slot::Label(tie.tie.clone()))
        .with("coverage", Slot::Share(tie.coverage, root));
    if most.is_empty() {
        return vec![covered];
    }
    let leaves = most.iter().map(|gap| gap.leaf.clone()).collect();
    vec![covered, Sentence::of("report-gaps-most").with("leaves", Slot::Nodes(leaves))]
}
