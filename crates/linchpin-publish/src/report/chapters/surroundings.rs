//! What stands around the alliances and is not scored: burdens, fears, exposure, formats, mechanisms.

use crate::report::Material;
use crate::report::writer::Writer;
use crate::sentence::{Error, Sentence};

/// Each chapter: what an address can point to, its heading, what it begins with, and its figures.
const CHAPTERS: [(&str, &str, &str, &[&str]); 5] = [
    ("burden", "report-burden", "report-burden-intro", &["burden"]),
    ("fears", "report-fears", "report-fears-intro", &["fears"]),
    ("exposure", "report-exposure", "report-exposure-intro", &["exposure"]),
    ("formats", "report-formats", "report-formats-intro", &["formats"]),
    ("network", "report-network", "report-network-intro", &["network"]),
];

/// Writes the chapters, each if it has figures.
pub fn write(writer: &mut Writer<'_>, answers: &mut Material<'_>) -> Result<(), Error> {
    for (id, heading, intro, figures) in CHAPTERS {
        let figures = answers.take(figures);
        if figures.is_empty() {
            continue;
        }
        writer.heading(1, id, &Sentence::of(heading))?;
        let findings: Vec<Sentence> = figures.iter().map(|figure| figure.finding.clone()).collect();
        writer.text(&[vec![Sentence::of(intro)], findings].concat())?;
        writer.figures(figures);
    }
    Ok(())
}
