//! Figures: the drawing as pixels, with the same drawing as SVG beside it for programs that can show that.

use super::package::Relations;
use super::xml::Xml;
use super::{Error, TEXT_WIDTH};
use crate::figure::Figure;
use crate::names::Names;
use crate::report::slices::slices;
use crate::scene::skin::{FONT, Skin, Theme, Tone};
use crate::scene::{Mark, Width, png::png, svg::svg};

const DRAWING: &str = "http://schemas.openxmlformats.org/drawingml/2006/main";
const PICTURE: &str = "http://schemas.openxmlformats.org/drawingml/2006/picture";
const SVG: &str = "http://schemas.microsoft.com/office/drawing/2016/SVG/main";
/// The name of the extension that holds an SVG, given by Microsoft (MS-ODRAWXML 2.3.2.8).
const SVG_EXTENSION: &str = "{96DAC541-7B7A-43D3-8B79-37D633B846F1}";

/// Pixels to a unit of a drawing: 240 to an inch of paper.
const PIXELS: f64 = 2.0;
/// The highest that a piece of a drawing may be, in twentieths of a point, so that its caption and sources stand on the same page.
const HIGHEST: f64 = 10_000.0;
/// The smallest that a drawing may be set, as a share of its full width: smaller letters cannot be read, and it is cut instead.
const SMALLEST: f64 = 0.85;
/// A whole in thousandths of a percent, in which Word says how much of a picture is cropped.
const WHOLE: f64 = 100_000.0;
/// English metric units, in which Word measures drawings, in a twentieth of a point.
const EMU: f64 = 635.0;
/// The typeface of figures as programs have it that cannot be given one; of the same widths.
const OFFICE_FONT: &str = "Arial, Helvetica, sans-serif";

/// A figure as it stands in a file.
pub struct Picture {
    /// the file as pixels
    pub png: Vec<u8>,
    /// the file as SVG
    pub svg: Vec<u8>,
    /// its number and what is to be seen in it
    pub finding: String,
    /// what it shows
    pub title: String,
    /// how to read it, and what it rests on
    pub reading: String,
    /// what it shows and finds, for somebody who cannot see it
    alt: String,
    /// its width on paper, in English metric units
    width: u64,
    /// its pieces, one for a page
    pieces: Vec<Piece>,
}

/// What stands on one page of a picture.
pub struct Piece {
    /// its height on paper, in English metric units
    height: u64,
    /// how much of the picture is above and below it, in thousandths of a percent
    cropped: [u64; 2],
}

impl Picture {
    /// The figure of a number, as wide as the text; a little smaller, or else in pieces, where it would be too high for a page.
    pub fn of(figure: &Figure, number: usize, names: &Names<'_>) -> Result<Picture, Error> {
        let mut scene = figure.drawing(Width::Page, names);
        let full = f64::from(TEXT_WIDTH) / scene.width;
        let whole = full.min(HIGHEST / scene.height);
        let scale = if whole < full * SMALLEST { full } else { whole };
        let on_paper = |length: f64| (length * scale * EMU).round() as u64;
        let share = |length: f64| (length / scene.height * WHOLE).round() as u64;
        let piece = |[top, bottom]: [f64; 2]| Piece {
            height: on_paper(bottom - top),
            cropped: [share(top), share(scene.height - bottom)],
        };
        // a hair higher, so that what fits exactly is not cut for a rounding
        let pieces = slices(&scene, HIGHEST / scale + 0.01).into_iter().map(piece).collect();
        let width = on_paper(scene.width);
        let no_picture = || Error::Figure { figure: figure.slug() };
        let png = png(&scene, Theme::Light, PIXELS).ok_or_else(no_picture)?;
        let (title, alt) = (figure.title.speak(names)?.plain(), figure.alt(names)?);
        scene.marks = rims_apart(scene.marks);
        let svg = svg(&scene, Skin::File(Theme::Light), &figure.slug(), &title, &alt);
        let label = names.voice.fill("report-figure", &[("number", number.to_string().into())]);
        Ok(Picture {
            png,
            svg: svg.replacen(FONT, OFFICE_FONT, 1).into_bytes(),
            finding: format!("{label} {}", figure.finding.speak(names)?.plain()),
            title,
            reading: format!("{} {}", figure.reading.speak(names)?.plain(), figure.source_line(names)),
            alt,
            width,
            pieces,
        })
    }

    /// How many pieces it has.
    pub fn pieces(&self) -> usize {
        self.pieces.len()
    }

    /// The element that shows a piece of it: of the `number`-th picture of the document, with an `id` that no other element has.
    pub fn write(&self, number: usize, at: usize, id: usize, relations: &mut Relations, xml: &mut Xml) {
        let Some(piece) = self.pieces.get(at) else { return };
        let [pixels, vectors] =
            ["png", "svg"].map(|form| relations.part("image", &format!("media/{}", name(number, form))));
        let alt = match self.pieces.len() {
            1 => self.alt.clone(),
            count => format!("{} ({}/{count})", self.alt, at + 1),
        };
        let [id, wide, high] = [id as u64, self.width, piece.height].map(|n| n.to_string());
        let size = [("cx", wide.as_str()), ("cy", high.as_str())];
        let label = name(number, "png");
        let named = [("id", id.as_str()), ("name", &label), ("descr", &alt)];
        xml.element("w:drawing", &[], |xml| {
            let distances = [("distT", "0"), ("distB", "0"), ("distL", "0"), ("distR", "0")];
            xml.element("wp:inline", &distances, |xml| {
                xml.empty("wp:extent", &size);
                xml.empty("wp:docPr", &named);
                xml.element("wp:cNvGraphicFramePr", &[], |xml| {
                    xml.empty("a:graphicFrameLocks", &[("xmlns:a", DRAWING), ("noChangeAspect", "1")]);
                });
                xml.element("a:graphic", &[("xmlns:a", DRAWING)], |xml| {
                    xml.element("a:graphicData", &[("uri", PICTURE)], |xml| {
                        xml.element("pic:pic", &[("xmlns:pic", PICTURE)], |xml| {
                            xml.element("pic:nvPicPr", &[], |xml| {
                                xml.empty("pic:cNvPr", &named);
                                xml.empty("pic:cNvPicPr", &[]);
                            });
                            fill(&pixels, &vectors, piece.cropped, xml);
                            shape(&size, xml);
                        });
                    });
                });
            });
        });
    }
}

/// The name of the file of the n-th picture.
pub fn name(number: usize, form: &str) -> String {
    format!("figure{number}.{form}")
}

/// The pixels, and the SVG that programs take in their stead that know how to.
fn fill(pixels: &str, vectors: &str, cropped: [u64; 2], xml: &mut Xml) {
    xml.element("pic:blipFill", &[], |xml| {
        xml.element("a:blip", &[("r:embed", pixels)], |xml| {
            xml.element("a:extLst", &[], |xml| {
                xml.element("a:ext", &[("uri", SVG_EXTENSION)], |xml| {
                    xml.empty("asvg:svgBlip", &[("xmlns:asvg", SVG), ("r:embed", vectors)]);
                });
            });
        });
        if cropped != [0, 0] {
            let [above, below] = cropped.map(|share| share.to_string());
            xml.empty("a:srcRect", &[("t", &above), ("b", &below)]);
        }
        xml.element("a:stretch", &[], |xml| xml.empty("a:fillRect", &[]));
    });
}

fn shape(size: &[(&str, &str)], xml: &mut Xml) {
    xml.element("pic:spPr", &[], |xml| {
        xml.element("a:xfrm", &[], |xml| {
            xml.empty("a:off", &[("x", "0"), ("y", "0")]);
            xml.empty("a:ext", size);
        });
        xml.element("a:prstGeom", &[("prst", "rect")], |xml| xml.empty("a:avLst", &[]));
    });
}

/// Texts with a rim as two texts, the rim below: office programs do not know that a stroke can lie under its letters, and would
/// cover them with it.
fn rims_apart(marks: Vec<Mark>) -> Vec<Mark> {
    let apart = |mark: Mark| match mark {
        Mark::Text { at, anchor, text, size, weight, tone, rim: true } => {
            let rim =
                Mark::Text { at, anchor, text: text.clone(), size, weight, tone: Tone::Paper, rim: true };
            vec![rim, Mark::Text { at, anchor, text, size, weight, tone, rim: false }]
        }
        Mark::Group { title, thread, marks } => {
            vec![Mark::Group { title, thread, marks: rims_apart(marks) }]
        }
        mark => vec![mark],
    };
    marks.into_iter().flat_map(apart).collect()
}
