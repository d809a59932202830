//! A figure: a table, what it shows and what it finds, and how it is drawn.

use crate::export::sheet;
use crate::names::Names;
use crate::scene::{Letters, Scene, Tone, Width, png, skin::Skin, skin::Theme, svg};
use crate::sentence::{Error, Sentence};
use crate::table::Table;
use linchpin_model::Date;
use linchpin_model::id::SourceId;
use serde::Serialize;

/// How a figure is to look.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Look {
    /// how wide it is
    pub width: Width,
    /// where its colours come from
    pub skin: Skin,
}

/// What a drawing is made on: a width, and a language with the names of a dossier.
#[derive(Clone, Copy)]
pub struct Canvas<'a> {
    /// how wide it is
    pub width: Width,
    /// names and language
    pub names: &'a Names<'a>,
}

impl<'a> Canvas<'a> {
    /// An empty drawing of the canvas's width.
    pub fn scene(&self) -> Scene {
        Scene::new(self.width.units())
    }

    /// One of two things, by width.
    pub fn pick<T>(&self, page: T, phone: T) -> T {
        self.width.pick(page, phone)
    }

    /// A message without slots.
    pub fn say(&self, id: &str) -> String {
        self.names.voice.say(id)
    }
}

/// A figure in one language.
pub struct Figure {
    /// its name, as on the command line and in an address
    pub id: &'static str,
    /// whom it is about, where there are several of its kind: an alliance or actor
    pub about: Option<String>,
    /// what it shows
    pub title: Sentence,
    /// what is to be seen in it
    pub finding: Sentence,
    /// how to read it: scale, unit, marks
    pub reading: Sentence,
    /// what it rests on
    pub sources: Vec<SourceId>,
    /// its date of validity
    pub as_of: Date,
    /// what is drawn
    pub table: Table,
    /// draws the table
    pub draw: fn(&Table, &Canvas<'_>) -> Scene,
}

/// The name and version of the shape of [`Data`].
pub const SCHEMA: &str = "linchpin.figure/1";

/// What a figure shows, for a program.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Data {
    /// [`SCHEMA`]
    pub schema: &'static str,
    /// its name
    pub figure: &'static str,
    /// whom it is about
    pub about: Option<String>,
    /// the language of its texts, BCP 47
    pub language: &'static str,
    /// the date of validity
    pub as_of: Date,
    /// what it shows
    pub title: String,
    /// what is to be seen in it
    pub finding: String,
    /// how to read it
    pub reading: String,
    /// what it rests on
    pub sources: Vec<SourceId>,
    /// the names of the columns
    pub columns: Vec<&'static str>,
    /// the rows, as in CSV
    pub rows: Vec<Vec<String>>,
}

/// Letters of the finding above a figure in a file.
const FINDING: f64 = 16.0;
/// Letters of what stands around a drawing in a file.
const SMALL: f64 = 11.5;
/// Empty space at the edges of a file.
const MARGIN: f64 = 16.0;

impl Figure {
    /// Its name with whom it is about, for files and anchors: `trajectory-USA-JPN`.
    pub fn slug(&self) -> String {
        match &self.about {
            Some(about) => format!("{}-{about}", self.id),
            None => self.id.to_string(),
        }
    }

    /// The drawing alone, for a page that says the rest.
    pub fn drawing(&self, width: Width, names: &Names<'_>) -> Scene {
        (self.draw)(&self.table, &Canvas { width, names })
    }

    /// The drawing with finding, reading and sources around it, for a file that stands for itself.
    pub fn sheet(&self, width: Width, names: &Names<'_>) -> Result<Scene, Error> {
        let drawing = self.drawing(width, names);
        let inner = drawing.width;
        let mut sheet = Scene::new(inner + 2.0 * MARGIN);
        let finding = Letters::of(width.pick(FINDING, FINDING - 1.0)).bold();
        let small = Letters::of(SMALL).tone(Tone::Quiet);
        let mut y = MARGIN + 14.0;
        y = sheet.paragraph([MARGIN, y], &self.finding.speak(names)?.plain(), inner, &finding);
        y = sheet.paragraph([MARGIN, y + 2.0], &self.title.speak(names)?.plain(), inner, &Letters::of(13.0));
        let top = y;
        sheet.place([MARGIN, top], drawing.marks);
        y = top + drawing.height + 20.0;
        y = sheet.paragraph([MARGIN, y], &self.reading.speak(names)?.plain(), inner, &small);
        y = sheet.paragraph([MARGIN, y + 3.0], &self.source_line(names), inner, &small);
        sheet.height = y + MARGIN - small.leading() + 6.0;
        Ok(sheet)
    }

    /// The figure as SVG: the drawing alone where it stands in a page, with what belongs to it where it is a file.
    pub fn svg(&self, look: Look, names: &Names<'_>) -> Result<String, Error> {
        let scene = match look.skin {
            Skin::Inline => self.drawing(look.width, names),
            Skin::File(_) => self.sheet(look.width, names)?,
        };
        self.svg_of(&scene, look, names)
    }

    /// The drawing as SVG in a page where its marks are links.
    pub fn linked_svg(
        &self,
        width: Width,
        names: &Names<'_>,
        links: svg::Links<'_>,
    ) -> Result<String, Error> {
        let title = self.title.speak(names)?.plain();
        let drawing = self.drawing(width, names);
        Ok(svg::linked(&drawing, &self.drawing_id(width), &title, &self.alt(names)?, links))
    }

    /// A drawing of the figure, already made, as SVG.
    pub fn svg_of(&self, scene: &Scene, look: Look, names: &Names<'_>) -> Result<String, Error> {
        let title = self.title.speak(names)?.plain();
        Ok(svg::svg(scene, look.skin, &self.drawing_id(look.width), &title, &self.alt(names)?))
    }

    /// The id of a drawing in a page, where both widths may stand.
    pub fn drawing_id(&self, width: Width) -> String {
        format!("{}-{}", self.slug(), width.pick("page", "phone"))
    }

    /// The figure as a PNG file, `scale` pixels to a unit; `None` where that is more than memory holds.
    pub fn png(
        &self,
        width: Width,
        theme: Theme,
        scale: f64,
        names: &Names<'_>,
    ) -> Result<Option<Vec<u8>>, Error> {
        Ok(png::png(&self.sheet(width, names)?, theme, scale))
    }

    /// What the figure shows and finds, for somebody who cannot see it.
    pub fn alt(&self, names: &Names<'_>) -> Result<String, Error> {
        Ok(format!("{} {}", self.title.speak(names)?.plain(), self.finding.speak(names)?.plain()))
    }

    /// The table as CSV.
    pub fn csv(&self) -> String {
        sheet::csv(self.table.columns(), self.table.records())
    }

    /// The table with what a reader must know to use it.
    pub fn data(&self, names: &Names<'_>) -> Result<Data, Error> {
        Ok(Data {
            schema: SCHEMA,
            figure: self.id,
            about: self.about.clone(),
            language: names.voice.lang().code(),
            as_of: self.as_of,
            title: self.title.speak(names)?.plain(),
            finding: self.finding.speak(names)?.plain(),
            reading: self.reading.speak(names)?.plain(),
            sources: self.sources.clone(),
            columns: self.table.columns().to_vec(),
            rows: self.table.records(),
        })
    }

    /// The line that says what the figure rests on.
    pub fn source_line(&self, names: &Names<'_>) -> String {
        let sources: Vec<String> = self.sources.iter().map(|id| names.citation(id)).collect();
        let day = crate::date::day(self.as_of, names.voice);
        let dossier = names.text(&names.snapshot.settings().name);
        let id = if sources.is_empty() { "figure-sources-none" } else { "figure-sources" };
        let slots =
            [("sources", sources.join("; ").into()), ("dossier", dossier.into()), ("as-of", day.into())];
        names.voice.fill(id, &slots)
    }
}
