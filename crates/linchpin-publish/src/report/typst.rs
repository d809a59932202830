//! The report as one Typst file (Typst 0.13 or later), for print: a title page, contents, a head on every page, notes at the foot
//! of theirs, figures in the file itself.
//!
//! The layout is `report.typ`; what follows it here are calls of its functions. Whatever a document says stands in them as a string
//! of Typst, never as markup, so that nothing that a source says is read as code.

use super::document::{Block, Document, Span, plain};
use super::slices::slices;
use crate::figure::Figure;
use crate::names::Names;
use crate::scene::Width;
use crate::scene::skin::{Skin, Theme, Tone};
use crate::scene::svg::svg;
use crate::sentence::Error;
use std::collections::BTreeSet;
use std::fmt::Write;

/// The highest that a piece of a drawing may be, as a multiple of its width, so that caption and sources stand on the same page.
const HIGHEST: f64 = 1.3;

const LAYOUT: &str = include_str!("report.typ");

/// The longest address that Typst links to.
const LONGEST_LINK: usize = 8_000;

/// The document as a Typst file. Typst needs no network for it, and no file besides the typeface of the figures.
pub fn typst(document: &Document, names: &Names<'_>) -> Result<String, Error> {
    let mut page = Page { document, names, out: String::new(), cited: BTreeSet::new() };
    page.layout();
    page.cover();
    for block in &document.blocks {
        page.block(block)?;
    }
    page.bibliography();
    Ok(page.out)
}

struct Page<'a> {
    document: &'a Document,
    names: &'a Names<'a>,
    out: String,
    /// notes whose mark has been set: a further mark refers to the first
    cited: BTreeSet<usize>,
}

impl Page<'_> {
    /// The layout with the colours and words that it needs.
    fn layout(&mut self) {
        let Document { lang, title, running_head, .. } = self.document;
        let colours =
            [("ink", Tone::Ink), ("quiet", Tone::Quiet), ("faint", Tone::Faint), ("wash", Tone::Wash)];
        for (name, tone) in colours {
            let _ = writeln!(self.out, "#let {name} = rgb({})", string(&Theme::Light.hex(tone)));
        }
        let _ = writeln!(
            self.out,
            "{LAYOUT}#show: report.with(language: {}, title: {}, head: {}, contents: {})",
            string(lang.code()),
            string(title),
            string(running_head),
            string(&self.names.voice.say("report-contents")),
        );
    }

    fn cover(&mut self) {
        let Document { title, subtitle, facts, cite, cite_title, .. } = self.document;
        let facts: String =
            facts.iter().map(|(name, value)| format!("({}, {}), ", string(name), string(value))).collect();
        let cite = self.spans(cite);
        let (title, subtitle, cite_title) = (string(title), string(subtitle), string(cite_title));
        let _ = writeln!(self.out, "#cover({title}, {subtitle}, ({facts}({cite_title}, {cite}),))");
    }

    fn block(&mut self, block: &Block) -> Result<(), Error> {
        match block {
            Block::Heading { level, id, text } => {
                let level = (*level).max(1);
                let _ = writeln!(self.out, "#part({level}, {}, {})", anchor(id), string(text));
            }
            Block::Paragraph(spans) => {
                let spans = self.spans(spans);
                let _ = writeln!(self.out, "#par({spans})");
            }
            Block::Points(points) => {
                let points: Vec<String> = points.iter().map(|point| self.spans(point)).collect();
                let _ = writeln!(self.out, "#list({})", points.join(", "));
            }
            Block::Box { id, title, rows } => self.brief(id, title, rows),
            Block::Figure { figure, number } => self.figure(figure, *number)?,
            Block::Table { id, caption, head, rows } => self.table(id, caption, head, rows),
        }
        Ok(())
    }

    fn brief(&mut self, id: &str, title: &str, rows: &[(String, Vec<Span>)]) {
        let told: String = rows
            .iter()
            .map(|(name, value)| format!("\n  ({}, {}),", string(name), self.spans(value)))
            .collect();
        let _ = writeln!(self.out, "#brief({}, {}, ({told}))", anchor(id), string(title));
    }

    fn figure(&mut self, figure: &Figure, number: usize) -> Result<(), Error> {
        let names = self.names;
        let label = names.voice.fill("report-figure", &[("number", number.to_string().into())]);
        let alt = figure.alt(names)?;
        let title = figure.title.speak(names)?.plain();
        let id = format!("figure-{}", figure.slug());
        let scene = figure.drawing(Width::Page, names);
        let pieces: String = slices(&scene, HIGHEST * scene.width)
            .into_iter()
            .map(|[top, bottom]| format!("({:.4}, {:.4}), ", top / scene.width, bottom / scene.width))
            .collect();
        let drawing = svg(&scene, Skin::File(Theme::Light), &id, &title, &alt);
        let finding = format!("{label} {}", figure.finding.speak(names)?.plain());
        let reading = format!("{} {}", figure.reading.speak(names)?.plain(), figure.source_line(names));
        let [alt, title, finding, reading, drawing] =
            [alt, title, finding, reading, drawing].map(|text| string(&text));
        let _ = writeln!(
            self.out,
            "#drawing({}, {finding}, {title}, {reading}, {alt}, {drawing}, ({pieces}))",
            anchor(&id)
        );
        Ok(())
    }

    fn table(&mut self, id: &str, caption: &[Span], head: &[String], rows: &[Vec<Vec<Span>>]) {
        let caption = self.spans(caption);
        let widths: String = (0..head.len()).map(|column| format!("{}, ", width(column, rows))).collect();
        let head: String = head.iter().map(|name| format!("{}, ", string(name))).collect();
        let mut cells = String::new();
        for row in rows {
            let row: String = row.iter().map(|cell| format!("{}, ", self.spans(cell))).collect();
            let _ = write!(cells, "\n  ({row}),");
        }
        let _ = writeln!(self.out, "#rows({}, {caption}, ({widths}), ({head}), ({cells}))", anchor(id));
    }

    fn bibliography(&mut self) {
        let Document { bibliography, bibliography_title, .. } = self.document;
        if bibliography.is_empty() {
            return;
        }
        let _ = writeln!(self.out, "#part(1, {}, {})", anchor("sources"), string(bibliography_title));
        for (id, entry) in bibliography {
            let entry = self.spans(entry);
            let _ = writeln!(self.out, "#source({}, {entry})", anchor(&format!("source-{id}")));
        }
    }

    /// A paragraph as a block of code whose lines Typst joins.
    fn spans(&mut self, spans: &[Span]) -> String {
        let parts: Vec<String> = spans.iter().filter_map(|span| self.span(span)).collect();
        match parts.as_slice() {
            [] => string(""),
            _ => format!("{{{}}}", parts.join("; ")),
        }
    }

    fn span(&mut self, span: &Span) -> Option<String> {
        Some(match span {
            Span::Note(at) => self.mark(*at)?,
            span => words(span),
        })
    }

    /// The note where it is first cited, later on a reference to it. A mark without a note is left out.
    fn mark(&mut self, at: usize) -> Option<String> {
        let note = self.document.notes.get(at)?;
        let label = anchor(&format!("note-{}", at + 1));
        if !self.cited.insert(at) {
            return Some(format!("footnote(label({label}))"));
        }
        // a note has no notes: they could lead in circles
        let note: Vec<String> =
            note.iter().filter(|span| !matches!(span, Span::Note(_))).map(words).collect();
        let note = if note.is_empty() { string("") } else { format!("{{{}}}", note.join("; ")) };
        Some(format!("note({label}, {note})"))
    }
}

/// The longest that cells of a narrow column are, in characters.
const NARROW: usize = 8;

/// The share of a table's width that a column gets: what its rows are called needs most, numbers least.
fn width(column: usize, rows: &[Vec<Vec<Span>>]) -> &'static str {
    let longest = rows.iter().filter_map(|row| row.get(column)).map(|cell| plain(cell).chars().count()).max();
    match (column, longest.unwrap_or_default()) {
        (0, _) => "1.6fr",
        (_, ..=NARROW) => "1fr",
        _ => "1.4fr",
    }
}

/// A part of a paragraph that is no mark.
fn words(span: &Span) -> String {
    match span {
        Span::Words(words) | Span::Traced(words, _) => string(words),
        Span::Strong(words) => format!("strong({})", string(words)),
        Span::Emphasis(words) => format!("emph({})", string(words)),
        Span::Link(address) => {
            let leads = address.starts_with("https://") || address.starts_with("http://");
            match leads && address.len() <= LONGEST_LINK {
                true => format!("link({})", string(address)),
                false => string(address),
            }
        }
        Span::Note(_) => string(""),
    }
}

/// The name of a place in the document, as a string that is never empty.
fn anchor(id: &str) -> String {
    string(&format!("at-{id}"))
}

/// A text as a string of Typst. Only quotation marks and backslashes mean something in one. What controls becomes a blank, the
/// direction of writing included: turned around it would stay so to the end of the paragraph, page numbers and other sources along.
fn string(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    for letter in text.chars() {
        match letter {
            '"' | '\\' => out.extend(['\\', letter]),
            '\n' => out.push_str("\\n"),
            '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => out.push(' '),
            letter if letter.is_control() => out.push(' '),
            letter => out.push(letter),
        }
    }
    out.push('"');
    out
}

#[cfg(test)]
pub(super) mod tests;
