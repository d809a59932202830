//! The report as a Word file (Office Open XML, ECMA-376, transitional): to be worked on, commented and passed on.
//!
//! Everything has a style under its standard name, so that a house style can be put over it. Notes are footnotes, the contents are
//! a field, figures have alternative texts. The layout that no document changes is in the files of `docx/`: `styles.xml`,
//! `numbering.xml`, `settings.xml`, `fonts.xml`, `theme.xml`.

mod body;
mod package;
mod picture;
mod table;
mod text;
mod xml;

use super::document::{Document, Span};
use crate::names::Names;
use crate::scene::skin::{Theme, Tone};
use crate::sentence;
use body::Body;
use linchpin_model::text::Lang;
use package::{Package, Relations};
use text::{field, line, paragraph, run, span, words};
use xml::Xml;
use zip::result::ZipError;

const STYLES: &str = include_str!("docx/styles.xml");
const NUMBERING: &[u8] = include_bytes!("docx/numbering.xml");
const SETTINGS: &str = include_str!("docx/settings.xml");
const THEME: &str = include_str!("docx/theme.xml");
const FONTS: &[u8] = include_bytes!("docx/fonts.xml");

/// How wide the text of a page is: 160 mm, in twentieths of a point.
const TEXT_WIDTH: u32 = 9_072;

/// The names that elements of text begin with.
const NAMESPACES: [(&str, &str); 3] = [
    ("xmlns:w", "http://schemas.openxmlformats.org/wordprocessingml/2006/main"),
    ("xmlns:r", "http://schemas.openxmlformats.org/officeDocument/2006/relationships"),
    ("xmlns:wp", "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"),
];

/// The part of an XML content type that tells what it is: `…wordprocessingml.styles+xml`.
macro_rules! word {
    ($what:literal) => {
        concat!("application/vnd.openxmlformats-officedocument.wordprocessingml.", $what, "+xml")
    };
}

const CORE_TYPE: &str = "application/vnd.openxmlformats-package.core-properties+xml";
const CORE_KIND: &str =
    "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties";
const THEME_TYPE: &str = "application/vnd.openxmlformats-officedocument.theme+xml";
const APP_TYPE: &str = "application/vnd.openxmlformats-officedocument.extended-properties+xml";

/// Why a report cannot become a Word file.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// a sentence of a figure cannot be spoken
    #[error(transparent)]
    Sentence(#[from] sentence::Error),
    /// a figure has no pixels
    #[error(
        "figure “{figure}” has no area, or more of it than memory holds; write the report as HTML, which draws no pixels"
    )]
    Figure {
        /// the figure
        figure: String,
    },
    /// the archive takes no more
    #[error("the report is too large for a Word file ({0}); write it as HTML")]
    Archive(#[from] ZipError),
}

/// The document as a Word file. The same document gives the same bytes.
pub fn docx(document: &Document, names: &Names<'_>) -> Result<Vec<u8>, Error> {
    let mut relations = Relations::default();
    for (kind, part) in [
        ("styles", "styles.xml"),
        ("numbering", "numbering.xml"),
        ("settings", "settings.xml"),
        ("fontTable", "fontTable.xml"),
        ("theme", "theme.xml"),
        ("footnotes", "footnotes.xml"),
    ] {
        relations.part(kind, part);
    }
    let header = relations.part("header", "header.xml");
    let footer = relations.part("footer", "footer.xml");
    let mut body = Body::of(document, names, relations)?;
    let main = body.write(&header, &footer);
    let mut of_notes = Relations::default();
    let notes = footnotes(document, &body.cited, &mut of_notes);
    let mut package = Package::default();
    let mut of_package = Relations::default();
    of_package.part("officeDocument", "word/document.xml");
    of_package.of_kind(CORE_KIND, "docProps/core.xml");
    of_package.part("extended-properties", "docProps/app.xml");
    package.relations("", &of_package);
    package.xml("docProps/core.xml", CORE_TYPE, core(document));
    package.xml("docProps/app.xml", APP_TYPE, app());
    package.xml("word/document.xml", word!("document.main"), main);
    package.relations("word/document.xml", &body.relations);
    package.xml(
        "word/styles.xml",
        word!("styles"),
        coloured(&in_language(STYLES, document.lang)).into_bytes(),
    );
    package.xml("word/numbering.xml", word!("numbering"), NUMBERING.to_vec());
    package.xml("word/settings.xml", word!("settings"), in_language(SETTINGS, document.lang).into_bytes());
    package.xml("word/fontTable.xml", word!("fontTable"), FONTS.to_vec());
    package.xml("word/theme.xml", THEME_TYPE, coloured(THEME).into_bytes());
    package.xml("word/header.xml", word!("header"), running_head(document));
    package.xml("word/footer.xml", word!("footer"), page_number());
    package.xml("word/footnotes.xml", word!("footnotes"), notes);
    package.relations("word/footnotes.xml", &of_notes);
    for (at, picture) in body.pictures.into_iter().enumerate() {
        for (form, bytes) in [("png", picture.png), ("svg", picture.svg)] {
            package.file(format!("word/media/{}", picture::name(at + 1, form)), bytes);
        }
    }
    Ok(package.write()?)
}

/// The language with its country, for spelling and hyphenation.
fn tag(lang: Lang) -> &'static str {
    match lang {
        Lang::De => "de-DE",
        Lang::En => "en-GB",
    }
}

fn in_language(layout: &str, lang: Lang) -> String {
    layout.replace("{lang}", tag(lang))
}

/// A layout with the colours that figures have on paper.
fn coloured(layout: &str) -> String {
    Tone::ALL.into_iter().fold(layout.to_string(), |layout, tone| {
        let colour = Theme::Light.hex(tone);
        layout.replace(&format!("{{{}}}", tone.name()), colour.trim_start_matches('#'))
    })
}

/// The notes in the order of their first marks, after the lines that part them from the text.
fn footnotes(document: &Document, cited: &[usize], relations: &mut Relations) -> Vec<u8> {
    Xml::part("w:footnotes", &NAMESPACES, |xml| {
        for (id, kind) in [("-1", "separator"), ("0", "continuationSeparator")] {
            xml.element("w:footnote", &[("w:type", kind), ("w:id", id)], |xml| {
                paragraph("NoteSeparator", xml, |xml| {
                    run("", xml, |xml| xml.empty(&format!("w:{kind}"), &[]))
                });
            });
        }
        for (at, note) in cited.iter().enumerate() {
            xml.element("w:footnote", &[("w:id", &(at + 1).to_string())], |xml| {
                paragraph("FootnoteText", xml, |xml| {
                    run("FootnoteReference", xml, |xml| xml.empty("w:footnoteRef", &[]));
                    words(" ", xml);
                    let parts: &[Span] = document.notes.get(*note).map_or(&[], Vec::as_slice);
                    parts.iter().for_each(|part| span(part, relations, xml));
                });
            });
        }
    })
}

fn running_head(document: &Document) -> Vec<u8> {
    Xml::part("w:hdr", &NAMESPACES, |xml| line("Header", &document.running_head, xml))
}

fn page_number() -> Vec<u8> {
    Xml::part("w:ftr", &NAMESPACES, |xml| paragraph("Footer", xml, |xml| field("", "PAGE", "", xml)))
}

/// Title, language and maker (Dublin Core). There is no date: a report does not look at the clock.
fn core(document: &Document) -> Vec<u8> {
    let names = [
        ("xmlns:cp", "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"),
        ("xmlns:dc", "http://purl.org/dc/elements/1.1/"),
    ];
    Xml::part("cp:coreProperties", &names, |xml| {
        xml.element("dc:creator", &[], |xml| xml.text("Linchpin"));
        xml.element("dc:language", &[], |xml| xml.text(tag(document.lang)));
        xml.element("dc:subject", &[], |xml| xml.text(&document.subtitle));
        xml.element("dc:title", &[], |xml| xml.text(&document.title));
    })
}

fn app() -> Vec<u8> {
    let name = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties";
    Xml::part("Properties", &[("xmlns", name)], |xml| {
        xml.element("Application", &[], |xml| xml.text("Linchpin"));
    })
}

#[cfg(test)]
mod tests;
