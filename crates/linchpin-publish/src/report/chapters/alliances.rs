//! The alliances in brief: a box each, facet by facet.

use crate::report::Material;
use crate::report::document::Block;
use crate::report::writer::Writer;
use crate::said;
use crate::sentence::{Error, Sentence, Slot};
use linchpin_study::profile::Answer;

/// Writes the chapter.
pub fn write(writer: &mut Writer<'_>, answers: &Material<'_>) -> Result<(), Error> {
    if answers.profiles.is_empty() {
        return Ok(());
    }
    writer.heading(1, "alliances", &Sentence::of("report-alliances"))?;
    writer.text(&[Sentence::of("report-alliances-intro")])?;
    for profile in &answers.profiles {
        in_brief(writer, profile)?;
    }
    Ok(())
}

fn in_brief(writer: &mut Writer<'_>, profile: &Answer) -> Result<(), Error> {
    let title = writer.plain(&Sentence::of("said-brief").with("tie", Slot::Label(profile.tie.clone())))?;
    let mut rows = vec![];
    for (name, told) in said::brief(profile, writer.names) {
        rows.push((writer.say(name)?, writer.paragraph(&told)?));
    }
    let id = format!("brief-{}", profile.tie);
    writer.blocks.push(Block::Box { id, title, rows });
    Ok(())
}
