//! Key points: how each alliance stands, what carries and burdens it, what moved, and what all this rests on.

use crate::report::Material;
use crate::report::writer::Writer;
use crate::said;
use crate::sentence::{Error, Sentence};

/// How many alliances are told of by name.
const TOLD: usize = 6;

/// Writes the chapter.
pub fn write(writer: &mut Writer<'_>, answers: &Material<'_>) -> Result<(), Error> {
    writer.heading(1, "key-points", &Sentence::of("report-key-points"))?;
    let told = answers.told();
    let mut points: Vec<Vec<Sentence>> = vec![];
    for tie in answers.overview.ties.iter().take(TOLD) {
        points.push(said::standing(tie, told).into_iter().flatten().collect());
        points.extend(Some(said::moved(tie, told)).filter(|moved| !moved.is_empty()));
    }
    points.push(said::evidence(told));
    writer.points(&points)
}
