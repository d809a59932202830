//! Methods and limits: how scores come about, what they do not say, and how much of them rests on little.

use crate::report::Material;
use crate::report::writer::Writer;
use crate::sentence::{Error, Sentence, Slot, Thread};

/// Writes the chapter.
pub fn write(writer: &mut Writer<'_>, answers: &mut Material<'_>) -> Result<(), Error> {
    let frame = answers.overview.frame.clone();
    let holdings = answers.overview.holdings.clone();
    writer.heading(1, "methods", &Sentence::of("report-methods"))?;
    let overview =
        |pointer: &str| Thread::Answer { schema: answers.overview.schema, pointer: pointer.into() };
    writer.text(&[
        Sentence::of("report-methods-statements")
            .with("statements", Slot::Count(holdings.statements, overview("/holdings/statements"))),
        Sentence::of("report-methods-reading"),
        Sentence::of("report-methods-draws")
            .with("draws", Slot::Count(frame.draws as usize, overview("/frame/draws")))
            .with("seed", Slot::Digits(frame.seed, overview("/frame/seed"))),
        Sentence::of("report-methods-intervals"),
        Sentence::of("report-methods-words"),
    ])?;
    writer.heading(2, "limits", &Sentence::of("report-limits"))?;
    let tensions = &answers.tensions;
    let tension = |pointer: &str| Thread::Answer { schema: tensions.schema, pointer: pointer.into() };
    writer.text(&[
        Sentence::of("report-limits-inner"),
        Sentence::of("report-limits-tensions")
            .with("contradictions", Slot::Count(tensions.contradictions.len(), tension("/contradictions")))
            .with("single", Slot::Count(tensions.single_source.len(), tension("/single_source")))
            .with("stale", Slot::Count(tensions.stale.len(), tension("/stale")))
            .with(
                "years",
                Slot::Count(usize::try_from(tensions.older_than).unwrap_or_default(), tension("/older_than")),
            ),
        Sentence::of("report-limits-given")
            .with("framework", Slot::Text(writer.names.framework.name.clone()))
            .with(
                "version",
                Slot::Digits(frame.framework_version.into(), overview("/frame/framework_version")),
            ),
        Sentence::of("report-limits-reconstruction"),
    ])?;
    let figures = answers.take(&["sensitivity"]);
    writer.figures(figures);
    Ok(())
}
