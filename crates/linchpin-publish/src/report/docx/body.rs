//! The main part of a Word file: title page, contents, the parts of the document, bibliography.

use super::package::Relations;
use super::picture::Picture;
use super::table::{cell, row, table, two, widths};
use super::text::{field, field_begin, field_end, line, paragraph, run, span, words};
use super::xml::Xml;
use super::{Error, NAMESPACES};
use crate::names::Names;
use crate::report::document::{Block, Document, Span, plain};

/// The deepest heading that has a style.
const DEEPEST: u8 = 3;
/// The deepest heading that the contents list.
const LISTED: u8 = 2;

/// The main part while it is written, and what it needs besides.
pub struct Body<'a> {
    document: &'a Document,
    names: &'a Names<'a>,
    /// other parts and addresses
    pub relations: Relations,
    /// the figures, in their order
    pub pictures: Vec<Picture>,
    /// figures set so far
    shown: usize,
    /// pieces of figures set so far
    pieces: usize,
    /// the notes by their place in the document, in the order in which they are first cited
    pub cited: Vec<usize>,
    /// headings set so far
    headings: usize,
}

impl<'a> Body<'a> {
    /// A body with its figures drawn and nothing written.
    pub fn of(document: &'a Document, names: &'a Names<'a>, relations: Relations) -> Result<Body<'a>, Error> {
        let figures = document.blocks.iter().filter_map(|block| match block {
            Block::Figure { figure, number } => Some(Picture::of(figure, *number, names)),
            _ => None,
        });
        let pictures = figures.collect::<Result<_, Error>>()?;
        Ok(Body { document, names, relations, pictures, shown: 0, pieces: 0, cited: vec![], headings: 0 })
    }

    /// The part; `header` and `footer` are references to what stands above and below each page.
    pub fn write(&mut self, header: &str, footer: &str) -> Vec<u8> {
        Xml::part("w:document", &NAMESPACES, |xml| {
            xml.element("w:body", &[], |xml| {
                self.cover(xml);
                self.contents(xml);
                front_end(header, footer, xml);
                for block in &self.document.blocks {
                    self.block(block, xml);
                }
                self.bibliography(xml);
                section(&[], xml);
            });
        })
    }

    fn cover(&mut self, xml: &mut Xml) {
        let Document { title, subtitle, facts, cite, cite_title, .. } = self.document;
        line("Title", title, xml);
        line("Subtitle", subtitle, xml);
        let columns = two(0.26);
        table("FactsTable", "", &columns, xml, |xml| {
            for (name, value) in facts {
                row(false, xml, |xml| {
                    cell(&columns[..1], xml, |xml| line("FactName", name, xml));
                    cell(&columns[1..], xml, |xml| line("FactText", value, xml));
                });
            }
            row(false, xml, |xml| {
                cell(&columns[..1], xml, |xml| line("FactName", cite_title, xml));
                cell(&columns[1..], xml, |xml| self.paragraph("FactText", cite, xml));
            });
        });
    }

    /// The headings as a field that Word fills anew with the numbers of pages; until then it lists them.
    fn contents(&self, xml: &mut Xml) {
        let listed = self.listed();
        let [first, rest @ ..] = listed.as_slice() else { return };
        line("TOCHeading", &self.names.voice.say("report-contents"), xml);
        let entry = |entry: &Listed, xml: &mut Xml, begin: &dyn Fn(&mut Xml)| {
            paragraph(&format!("TOC{}", entry.level), xml, |xml| {
                begin(xml);
                let anchor = heading_mark(entry.number);
                xml.element("w:hyperlink", &[("w:anchor", &anchor), ("w:history", "1")], |xml| {
                    words(entry.text, xml);
                    run("", xml, |xml| xml.empty("w:tab", &[]));
                    field("", &format!("PAGEREF {anchor} \\h"), "", xml);
                });
            });
        };
        let instruction = format!("TOC \\o \"1-{LISTED}\" \\h \\z");
        entry(first, xml, &|xml| field_begin("", &instruction, xml));
        for one in rest {
            entry(one, xml, &|_| {});
        }
        paragraph("Gap", xml, |xml| field_end("", xml));
    }

    /// The headings of the contents, the bibliography's being the last.
    fn listed(&self) -> Vec<Listed<'a>> {
        let document = self.document;
        let headings = document.blocks.iter().filter_map(|block| match block {
            Block::Heading { level, text, .. } => Some((*level, text.as_str())),
            _ => None,
        });
        let last = (1, document.bibliography_title.as_str());
        let last = Some(last).filter(|_| !document.bibliography.is_empty());
        let numbered = headings.chain(last).enumerate();
        let listed = numbered.map(|(at, (level, text))| Listed { level: level.max(1), text, number: at + 1 });
        listed.filter(|heading| heading.level <= LISTED).collect()
    }

    fn block(&mut self, block: &Block, xml: &mut Xml) {
        match block {
            Block::Heading { level, text, .. } => self.heading(*level, text, xml),
            Block::Paragraph(spans) => self.paragraph("BodyText", spans, xml),
            Block::Points(points) => {
                points.iter().for_each(|point| self.paragraph("ListBullet", point, xml));
            }
            Block::Box { title, rows, .. } => self.brief(title, rows, xml),
            Block::Figure { .. } => self.figure(xml),
            Block::Table { caption, head, rows, .. } => self.table(caption, head, rows, xml),
        }
    }

    fn heading(&mut self, level: u8, text: &str, xml: &mut Xml) {
        self.headings += 1;
        let mark = heading_mark(self.headings);
        paragraph(&format!("Heading{}", level.clamp(1, DEEPEST)), xml, |xml| {
            bookmarked(&mark, self.bookmark(), xml, |xml| words(text, xml));
        });
    }

    /// The id of the next bookmark: there is one for each heading and for each note.
    fn bookmark(&self) -> usize {
        self.headings + self.cited.len()
    }

    fn paragraph(&mut self, style: &str, spans: &[Span], xml: &mut Xml) {
        paragraph(style, xml, |xml| {
            let mut after_note = false;
            for span in spans {
                after_note = self.span(span, after_note, xml);
            }
        });
    }

    /// A part of a paragraph; gives whether it is the mark of a note.
    fn span(&mut self, part: &Span, after_note: bool, xml: &mut Xml) -> bool {
        match part {
            Span::Note(at) if *at < self.document.notes.len() => {
                if after_note {
                    // two marks are not to be read as one number
                    run("FootnoteReference", xml, |xml| xml.element("w:t", &[], |xml| xml.text(",")));
                }
                self.mark(*at, xml);
                true
            }
            Span::Note(_) => after_note,
            part => {
                span(part, &mut self.relations, xml);
                false
            }
        }
    }

    /// The mark of a note. A footnote has one mark: further ones are references to the first.
    fn mark(&mut self, at: usize, xml: &mut Xml) {
        let known = self.cited.iter().position(|cited| *cited == at);
        let number = known.unwrap_or(self.cited.len()) + 1;
        let (mark, shown) = (format!("_RefNote{number}"), number.to_string());
        match known {
            Some(_) => field("FootnoteReference", &format!("NOTEREF {mark} \\f \\h"), &shown, xml),
            None => {
                self.cited.push(at);
                bookmarked(&mark, self.bookmark(), xml, |xml| {
                    run("FootnoteReference", xml, |xml| {
                        xml.empty("w:footnoteReference", &[("w:id", &shown)])
                    });
                });
            }
        }
    }

    fn brief(&mut self, title: &str, rows: &[(String, Vec<Span>)], xml: &mut Xml) {
        line("Gap", "", xml);
        let columns = two(0.25);
        table("BriefTable", title, &columns, xml, |xml| {
            row(false, xml, |xml| cell(&columns, xml, |xml| line("BriefHeading", title, xml)));
            for (name, told) in rows {
                row(false, xml, |xml| {
                    cell(&columns[..1], xml, |xml| line("BriefName", name, xml));
                    cell(&columns[1..], xml, |xml| self.paragraph("BriefText", told, xml));
                });
            }
        });
        line("Gap", "", xml);
    }

    fn figure(&mut self, xml: &mut Xml) {
        let Some(picture) = self.pictures.get(self.shown) else { return };
        self.shown += 1;
        line("Caption", &picture.finding, xml);
        line("FigureTitle", &picture.title, xml);
        let last = picture.pieces().saturating_sub(1);
        for at in 0..picture.pieces() {
            self.pieces += 1;
            paragraph(if at == last { "Figure" } else { "FigurePart" }, xml, |xml| {
                run("", xml, |xml| picture.write(self.shown, at, self.pieces, &mut self.relations, xml));
            });
        }
        line("FigureReading", &picture.reading, xml);
    }

    fn table(&mut self, caption: &[Span], head: &[String], rows: &[Vec<Vec<Span>>], xml: &mut Xml) {
        self.paragraph("Caption", caption, xml);
        let columns = rows.iter().map(Vec::len).chain([head.len()]).max().unwrap_or_default();
        if columns == 0 {
            return;
        }
        let widths = widths(columns, head, rows);
        table("ReportTable", &plain(caption), &widths, xml, |xml| {
            row(true, xml, |xml| {
                for (at, width) in widths.iter().enumerate() {
                    let name = head.get(at).map_or("", String::as_str);
                    cell(&[*width], xml, |xml| line("TableHead", name, xml));
                }
            });
            for cells in rows {
                row(false, xml, |xml| {
                    for (at, width) in widths.iter().enumerate() {
                        let spans = cells.get(at).map_or(&[][..], Vec::as_slice);
                        cell(&[*width], xml, |xml| self.paragraph("TableText", spans, xml));
                    }
                });
            }
        });
        line("Gap", "", xml);
    }

    fn bibliography(&mut self, xml: &mut Xml) {
        let Document { bibliography, bibliography_title, .. } = self.document;
        if bibliography.is_empty() {
            return;
        }
        self.heading(1, bibliography_title, xml);
        for (_, entry) in bibliography {
            self.paragraph("Bibliography", entry, xml);
        }
    }
}

/// A heading of the contents.
struct Listed<'a> {
    level: u8,
    text: &'a str,
    /// among all headings, counted from 1
    number: usize,
}

/// The bookmark of the n-th heading, of the kind that Word makes for contents.
fn heading_mark(number: usize) -> String {
    format!("_Toc{number:08}")
}

fn bookmarked(name: &str, id: usize, xml: &mut Xml, inside: impl FnOnce(&mut Xml)) {
    let id = id.to_string();
    xml.empty("w:bookmarkStart", &[("w:id", &id), ("w:name", name)]);
    inside(xml);
    xml.empty("w:bookmarkEnd", &[("w:id", &id)]);
}

/// The end of title page and contents: the text begins on a page of its own. What stands above and below their pages stands on all
/// later ones too, but not on the first.
fn front_end(header: &str, footer: &str, xml: &mut Xml) {
    xml.element("w:p", &[], |xml| {
        xml.element("w:pPr", &[], |xml| {
            xml.property("w:pStyle", "Gap");
            let edges = [("w:headerReference", header), ("w:footerReference", footer)];
            section(&edges, xml);
        });
    });
}

/// Pages: A4 upright, margins of 25 mm, 30 mm above. Where they have edges of their own, the first has none.
fn section(edges: &[(&str, &str)], xml: &mut Xml) {
    xml.element("w:sectPr", &[], |xml| {
        for (edge, id) in edges {
            xml.empty(edge, &[("w:type", "default"), ("r:id", id)]);
        }
        xml.empty("w:pgSz", &[("w:w", "11906"), ("w:h", "16838")]);
        let margins = [
            ("w:top", "1701"),
            ("w:right", "1417"),
            ("w:bottom", "1417"),
            ("w:left", "1417"),
            ("w:header", "850"),
            ("w:footer", "680"),
            ("w:gutter", "0"),
        ];
        xml.empty("w:pgMar", &margins);
        if !edges.is_empty() {
            xml.empty("w:titlePg", &[]);
        }
    });
}
