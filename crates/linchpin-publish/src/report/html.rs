//! The report as one HTML file: readable without a network and without JavaScript, on a phone as on a page, and made to be printed.
//!
//! On screen a note stands at the end, linked both ways. In print it stands at the foot of its page where the program that prints
//! can do that (CSS Generated Content for Paged Media), else at the end as well.

use super::document::{Block, Document, Span};
use super::slices::slices;
use crate::figure::{Figure, Look};
use crate::names::Names;
use crate::scene::Width;
use crate::scene::skin::{Skin, style_sheet};
use crate::scene::svg::{escape, piece};
use crate::sentence::Error;
use std::collections::BTreeSet;
use std::fmt::Write;

const STYLE: &str = include_str!("report.css");

/// The greatest height of a drawing on paper, in widths of it: what stands above and below it fits on the page too.
const HIGHEST: f64 = 1.15;

/// The document as an HTML file.
pub fn html(document: &Document, names: &Names<'_>) -> Result<String, Error> {
    let mut page = Page { document, names, out: String::new(), cited: BTreeSet::new() };
    page.head();
    page.cover();
    page.contents();
    page.out.push_str("<main>\n");
    for block in &document.blocks {
        page.block(block)?;
    }
    page.notes();
    page.bibliography();
    page.out.push_str("</main>\n</body>\n</html>\n");
    Ok(page.out)
}

struct Page<'a> {
    document: &'a Document,
    names: &'a Names<'a>,
    out: String,
    /// notes whose mark has been set: only the first mark is where a note leads back to
    cited: BTreeSet<usize>,
}

impl Page<'_> {
    fn head(&mut self) {
        let Document { lang, title, subtitle, running_head, .. } = self.document;
        let (title, subtitle) = (escape(title), escape(subtitle));
        let head = running_head.replace('\\', "\\\\").replace('"', "\\\"");
        let _ = write!(
            self.out,
            "<!doctype html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n\
             <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
             <meta name=\"generator\" content=\"Linchpin {}\">\n<title>{title}. {subtitle}</title>\n\
             <style>\n{}{STYLE}@page{{@top-left{{content:\"{}\"}}}}\n</style>\n</head>\n<body>\n",
            lang.code(),
            env!("CARGO_PKG_VERSION"),
            style_sheet(),
            head.replace('<', "\\3c "),
        );
    }

    fn cover(&mut self) {
        let Document { title, subtitle, facts, cite, cite_title, .. } = self.document;
        let _ = write!(
            self.out,
            "<header class=\"cover\">\n<h1>{}</h1>\n<p class=\"subtitle\">{}</p>\n<dl>\n",
            escape(title),
            escape(subtitle)
        );
        for (name, value) in facts {
            let _ = writeln!(self.out, "<div><dt>{}</dt><dd>{}</dd></div>", escape(name), escape(value));
        }
        let _ = write!(self.out, "<div><dt>{}</dt><dd>", escape(cite_title));
        self.spans(cite);
        self.out.push_str("</dd></div>\n</dl>\n</header>\n");
    }

    fn contents(&mut self) {
        let title = self.names.voice.say("report-contents");
        let _ = writeln!(
            self.out,
            "<nav class=\"contents\" aria-label=\"{0}\">\n<h2>{0}</h2>\n<ol>",
            escape(&title)
        );
        let Document { blocks, notes_title, bibliography_title, notes, bibliography, .. } = self.document;
        let chapters = blocks.iter().filter_map(|block| match block {
            Block::Heading { level: 1, id, text } => Some((id.as_str(), text.as_str())),
            _ => None,
        });
        let back = [
            ("notes", notes_title, notes.is_empty()),
            ("sources", bibliography_title, bibliography.is_empty()),
        ];
        let back = back.iter().filter(|(_, _, empty)| !empty).map(|(id, text, _)| (*id, text.as_str()));
        for (id, text) in chapters.chain(back) {
            let _ = writeln!(self.out, "<li><a href=\"#{}\">{}</a></li>", escape(id), escape(text));
        }
        self.out.push_str("</ol>\n</nav>\n");
    }

    fn block(&mut self, block: &Block) -> Result<(), Error> {
        match block {
            Block::Heading { level, id, text } => {
                let level = level + 1;
                let _ = writeln!(self.out, "<h{level} id=\"{}\">{}</h{level}>", escape(id), escape(text));
            }
            Block::Paragraph(spans) => self.wrapped("p", spans),
            Block::Points(points) => {
                self.out.push_str("<ul>\n");
                points.iter().for_each(|point| self.wrapped("li", point));
                self.out.push_str("</ul>\n");
            }
            Block::Box { id, title, rows } => {
                let (id, title) = (escape(id), escape(title));
                let _ = write!(self.out, "<aside class=\"brief\" id=\"{id}\">\n<h3>{title}</h3>\n<dl>\n");
                for (name, value) in rows {
                    let _ = write!(self.out, "<div><dt>{}</dt><dd>", escape(name));
                    self.spans(value);
                    self.out.push_str("</dd></div>\n");
                }
                self.out.push_str("</dl>\n</aside>\n");
            }
            Block::Figure { figure, number } => self.figure(figure, *number)?,
            Block::Table { id, caption, head, rows } => self.table(id, caption, head, rows),
        }
        Ok(())
    }

    /// A figure as drawn for a page and for a phone, and in pieces if it is higher than paper; the style sheet shows one of them.
    fn figure(&mut self, figure: &Figure, number: usize) -> Result<(), Error> {
        let said = |sentence: &crate::sentence::Sentence| sentence.speak(self.names);
        let (finding, title, reading) =
            (said(&figure.finding)?, said(&figure.title)?, said(&figure.reading)?);
        let label = self.names.voice.fill("report-figure", &[("number", number.to_string().into())]);
        let _ = writeln!(self.out, "<figure id=\"figure-{}\">\n<figcaption>", escape(&figure.slug()));
        let _ = write!(self.out, "<p class=\"finding\">{} ", escape(&label));
        self.runs(&finding);
        self.out.push_str("</p>\n<p class=\"title\">");
        self.runs(&title);
        self.out.push_str("</p>\n</figcaption>\n");
        let [page, phone] = [Width::Page, Width::Phone].map(|width| figure.drawing(width, self.names));
        let pieces = slices(&page, HIGHEST * page.width);
        let high = if pieces.len() > 1 { " high" } else { "" };
        for (width, scene) in [(Width::Page, &page), (Width::Phone, &phone)] {
            let svg = figure.svg_of(scene, Look { width, skin: Skin::Inline }, self.names)?;
            let class = width.pick("page", "phone");
            let _ = writeln!(self.out, "<div class=\"{class}{high}\">{svg}</div>");
        }
        if !high.is_empty() {
            let id = figure.drawing_id(Width::Page);
            let pieces: String = pieces.into_iter().map(|between| piece(&page, &id, between)).collect();
            let _ = writeln!(self.out, "<div class=\"pieces\">{pieces}</div>");
        }
        self.out.push_str("<p class=\"reading\">");
        self.runs(&reading);
        let _ = write!(self.out, " {}</p>\n</figure>\n", escape(&figure.source_line(self.names)));
        Ok(())
    }

    fn runs(&mut self, spoken: &crate::sentence::Spoken) {
        let spans =
            super::document::spans(std::slice::from_ref(spoken), &mut super::document::Notes::default());
        let spans: Vec<Span> = spans.into_iter().filter(|span| !matches!(span, Span::Note(_))).collect();
        self.spans(&spans);
    }

    fn table(&mut self, id: &str, caption: &[Span], head: &[String], rows: &[Vec<Vec<Span>>]) {
        let _ =
            write!(self.out, "<div class=\"wide\" tabindex=\"0\"><table id=\"{}\">\n<caption>", escape(id));
        self.spans(caption);
        self.out.push_str("</caption>\n<thead><tr>");
        for name in head {
            let _ = write!(self.out, "<th scope=\"col\">{}</th>", escape(name));
        }
        self.out.push_str("</tr></thead>\n<tbody>\n");
        for row in rows {
            self.out.push_str("<tr>");
            for (at, cell) in row.iter().enumerate() {
                let (open, close) = if at == 0 { ("<th scope=\"row\">", "</th>") } else { ("<td>", "</td>") };
                self.out.push_str(open);
                self.spans(cell);
                self.out.push_str(close);
            }
            self.out.push_str("</tr>\n");
        }
        self.out.push_str("</tbody>\n</table></div>\n");
    }

    fn wrapped(&mut self, tag: &str, spans: &[Span]) {
        let _ = write!(self.out, "<{tag}>");
        self.spans(spans);
        let _ = writeln!(self.out, "</{tag}>");
    }

    fn spans(&mut self, spans: &[Span]) {
        for span in spans {
            let _ = match span {
                Span::Words(words) => write!(self.out, "{}", escape(words)),
                Span::Strong(words) => write!(self.out, "<strong>{}</strong>", escape(words)),
                Span::Emphasis(words) => write!(self.out, "<em>{}</em>", escape(words)),
                Span::Traced(words, thread) => {
                    let thread = escape(&thread.to_string());
                    write!(self.out, "<span data-thread=\"{thread}\">{}</span>", escape(words))
                }
                Span::Link(address) => {
                    let address = escape(address);
                    write!(self.out, "<a href=\"{address}\">{address}</a>")
                }
                Span::Note(at) => {
                    self.mark(*at);
                    Ok(())
                }
            };
        }
    }

    /// The mark of a note, and for print the note itself where it is first cited.
    fn mark(&mut self, at: usize) {
        let number = at + 1;
        let first = self.cited.insert(at);
        let id = if first { format!(" id=\"cited-{number}\"") } else { String::new() };
        let _ = write!(
            self.out,
            "<sup class=\"mark\"><a href=\"#note-{number}\"{id} role=\"doc-noteref\">{number}</a></sup>"
        );
        let document = self.document;
        if let Some(note) = document.notes.get(at).filter(|_| first) {
            self.out.push_str("<span class=\"footnote\" aria-hidden=\"true\">");
            self.spans(note);
            self.out.push_str("</span>");
        }
    }

    fn notes(&mut self) {
        let Document { notes, notes_title, .. } = self.document;
        if notes.is_empty() {
            return;
        }
        let back = escape(&self.names.voice.say("report-note-back"));
        let title = escape(notes_title);
        let _ = write!(
            self.out,
            "<section class=\"notes\" role=\"doc-endnotes\">\n<h2 id=\"notes\">{title}</h2>\n<ol>\n"
        );
        for (at, note) in notes.iter().enumerate() {
            let number = at + 1;
            let _ = write!(self.out, "<li id=\"note-{number}\">");
            self.spans(note);
            let _ = writeln!(
                self.out,
                " <a href=\"#cited-{number}\" role=\"doc-backlink\" aria-label=\"{back}\">↑</a></li>"
            );
        }
        self.out.push_str("</ol>\n</section>\n");
    }

    fn bibliography(&mut self) {
        let Document { bibliography, bibliography_title, .. } = self.document;
        if bibliography.is_empty() {
            return;
        }
        let title = escape(bibliography_title);
        let _ = write!(
            self.out,
            "<section class=\"sources\" role=\"doc-bibliography\">\n<h2 id=\"sources\">{title}</h2>\n<ul>\n"
        );
        for (id, entry) in bibliography {
            let _ = write!(self.out, "<li id=\"source-{}\">", escape(id));
            self.spans(entry);
            self.out.push_str("</li>\n");
        }
        self.out.push_str("</ul>\n</section>\n");
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::sample::{high, with_names};
    use linchpin_model::text::Lang;

    #[test]
    fn a_drawing_higher_than_paper_stands_in_pieces_too() {
        with_names(Lang::En, |names| {
            let document = high(names);
            let page = html(&document, names).unwrap();
            let (_, pieces) = page.split_once("<div class=\"pieces\">").expect("pieces");
            let (pieces, _) = pieces.split_once("</div>").expect("an end");
            let views: Vec<Vec<f64>> = pieces
                .split("viewBox=\"")
                .skip(1)
                .map(|view| view.split('"').next().unwrap().split(' ').map(|n| n.parse().unwrap()).collect())
                .collect();
            assert!(views.len() > 1 && views[0][1] == 0.0);
            assert!(
                views.windows(2).all(|pair| (pair[0][1] + pair[0][3] - pair[1][1]).abs() < 0.02),
                "{views:?}"
            );
            assert!(page.contains("id=\"cards-page\"") && pieces.contains("href=\"#cards-page\""));
            assert!(page.contains("<div class=\"page high\">"));
        });
    }
}
