//! The sources of a dossier for reference managers: CSL-JSON, BibTeX, RIS.
//!
//! All three are written here. CSL-JSON is what the records are, so serde does it. Of the crates that write BibTeX, `biblatex`
//! (0.12) escapes `\`, `~` and `^` into LaTeX commands of another meaning (a line break, accents); `hayagriva` (0.10) reads BibTeX and
//! writes its own format only. No maintained crate writes RIS.

mod bibtex;
mod csl;
pub(crate) mod issued;
mod kind;
mod ris;

use crate::voice::Voice;
use linchpin_dossier::View;
use linchpin_model::source::Source;

/// The form of a bibliography.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// a list in CSL-JSON, schema 1.0.2
    CslJson,
    /// BibTeX with UTF-8 letters; `date` besides `year` and `month` for BibLaTeX
    Bibtex,
    /// RIS, with CRLF at the end of lines
    Ris,
}

/// A source with what is to be noted on it, in the language of the voice.
struct Listed<'s> {
    source: &'s Source,
    notes: Vec<String>,
}

/// All sources that a view sees, by id. Syndicated copies are listed too, each with a note that says of what.
pub fn bibliography(view: &View<'_>, form: Form, voice: &Voice) -> String {
    let known = &view.vocabulary().sources;
    let sources = view.sources().filter_map(|id| known.get(id));
    let listed: Vec<Listed<'_>> = sources.map(|source| listed(source, view, voice)).collect();
    match form {
        Form::CslJson => csl::list(&listed),
        Form::Bibtex => listed.iter().map(bibtex::entry).collect::<Vec<_>>().join("\n"),
        Form::Ris => listed.iter().map(ris::record).collect(),
    }
}

fn listed<'s>(source: &'s Source, view: &View<'_>, voice: &Voice) -> Listed<'s> {
    let copy = source.copy_of.as_ref().map(|id| {
        let title = view.vocabulary().sources.get(id).map_or("", |original| original.title.as_str());
        voice.fill("export-copy-of", &[("source", id.as_str().into()), ("title", title.into())])
    });
    Listed { source, notes: copy.into_iter().chain(source.note.clone()).collect() }
}

/// A text without breaks of lines, other characters that control, and several blanks in a row. Blanks that do not break stay.
pub(crate) fn in_one_line(text: &str) -> String {
    let parts = text.split(|c: char| c == ' ' || c.is_control()).filter(|part| !part.is_empty());
    parts.collect::<Vec<_>>().join(" ")
}
