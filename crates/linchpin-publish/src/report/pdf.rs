//! The report as PDF: its Typst file, compiled here without network, files, clock or fonts of the machine, so that the same file
//! gives the same bytes everywhere. The text is tagged and figures have a description, for those who listen to it.

use crate::scene::text::{BOLD, REGULAR};
use ::typst::diag::{FileError, FileResult, SourceDiagnostic};
use ::typst::foundations::{Bytes, Datetime};
use ::typst::layout::PagedDocument;
use ::typst::syntax::{FileId, Source};
use ::typst::text::{Font, FontBook};
use ::typst::utils::LazyHash;
use ::typst::{Library, LibraryExt, World, WorldExt};
use std::sync::LazyLock;
use typst_pdf::PdfOptions;

/// Why there is no PDF.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Error {
    /// the file is no Typst, or uses what a report cannot have: files, packages, the date
    #[error("line {line}, column {column} of the Typst file: {why}")]
    Typst {
        /// counted from 1
        line: usize,
        /// counted from 1, in characters
        column: usize,
        /// what Typst says, with its hints
        why: String,
    },
    /// Typst says no place
    #[error("the Typst file becomes no PDF: {0}")]
    Pdf(String),
}

/// Compiles a Typst file that needs no other.
pub fn pdf(source: &str) -> Result<Vec<u8>, Error> {
    let world = OneFile::new(source);
    let pages = ::typst::compile::<PagedDocument>(&world).output;
    let pages = pages.map_err(|faults| world.error(&faults))?;
    typst_pdf::pdf(&pages, &PdfOptions::default()).map_err(|faults| world.error(&faults))
}

/// All that Typst gets to see.
struct OneFile {
    source: Source,
}

struct Typefaces {
    book: LazyHash<FontBook>,
    fonts: Vec<Font>,
}

static LIBRARY: LazyLock<LazyHash<Library>> = LazyLock::new(|| LazyHash::new(Library::default()));

/// The typeface of figures and those that Typst brings along.
static TYPEFACES: LazyLock<Typefaces> = LazyLock::new(|| {
    let files = [REGULAR, BOLD].into_iter().chain(typst_assets::fonts());
    let fonts: Vec<Font> = files.flat_map(|file| Font::iter(Bytes::new(file))).collect();
    Typefaces { book: LazyHash::new(FontBook::from_fonts(&fonts)), fonts }
});

impl OneFile {
    fn new(source: &str) -> OneFile {
        OneFile { source: Source::detached(source) }
    }

    /// The first fault, with its place.
    fn error(&self, faults: &[SourceDiagnostic]) -> Error {
        let Some(fault) = faults.first() else { return Error::Pdf(String::new()) };
        let hints = fault.hints.iter().map(|hint| format!("; {hint}"));
        let why: String = std::iter::once(fault.message.to_string()).chain(hints).collect();
        let start = self.range(fault.span).map(|range| range.start);
        match start.and_then(|start| self.source.lines().byte_to_line_column(start)) {
            Some((line, column)) => Error::Typst { line: line + 1, column: column + 1, why },
            None => Error::Pdf(why),
        }
    }
}

impl World for OneFile {
    fn library(&self) -> &LazyHash<Library> {
        &LIBRARY
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &TYPEFACES.book
    }

    fn main(&self) -> FileId {
        self.source.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        if id == self.source.id() { Ok(self.source.clone()) } else { Err(FileError::AccessDenied) }
    }

    fn file(&self, _: FileId) -> FileResult<Bytes> {
        Err(FileError::AccessDenied)
    }

    fn font(&self, index: usize) -> Option<Font> {
        TYPEFACES.fonts.get(index).cloned()
    }

    fn today(&self, _: Option<i64>) -> Option<Datetime> {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::typst::tests::{HOSTILE, saying, with_names};
    use crate::report::typst::typst;
    use crate::report::{Question, ask, document};
    use linchpin_model::text::Lang;
    use linchpin_study::Setting;

    #[test]
    fn the_report_becomes_a_pdf_and_lacks_no_font() {
        let setting = Setting { draws: 200, ..Setting::default() };
        let question = Question { since: None, setting };
        for lang in [Lang::De, Lang::En] {
            let source = with_names(lang, |names| {
                let document = document(&ask(&question, names.snapshot).unwrap(), names).unwrap();
                typst(&document, names).unwrap()
            });
            let world = OneFile::new(&source);
            let warnings = ::typst::compile::<PagedDocument>(&world).warnings;
            assert!(warnings.is_empty(), "{warnings:?}");
            let file = pdf(&source).unwrap();
            assert!(file.starts_with(b"%PDF-"));
            assert_eq!(pdf(&source).unwrap(), file);
        }
    }

    #[test]
    fn hostile_text_compiles() {
        let source = with_names(Lang::De, |names| typst(&saying(HOSTILE, 1), names).unwrap());
        assert!(pdf(&source).is_ok());
    }

    #[test]
    fn a_fault_is_told_with_its_place() {
        let error = pdf("Text\n#let = 1").unwrap_err();
        assert!(matches!(error, Error::Typst { line: 2, .. }), "{error}");
        assert!(pdf("#read(\"/etc/passwd\")").is_err());
        assert!(pdf("#import \"@preview/cetz:0.3.0\"").is_err());
        assert!(pdf("#datetime.today()").is_err());
    }
}
