//! A document and names to test forms of the report with.

use super::document::{Block, Document, Span};
use crate::figure::{Canvas, Figure};
use crate::figures::cards;
use crate::names::Names;
use crate::scene::{Letters, Scene};
use crate::sentence::Thread;
use crate::table::Table;
use crate::voice::Voice;
use linchpin_dossier::Snapshot;
use linchpin_model::text::Lang;
use linchpin_study::Setting;
use linchpin_study::overview::{self, Overview};

fn built_in() -> Snapshot {
    let dossier = concat!(env!("CARGO_MANIFEST_DIR"), "/../../dossiers/indo-pacific");
    linchpin_dossier::read(std::path::Path::new(dossier)).unwrap()
}

/// A document that says one thing everywhere.
pub fn saying(text: &str, notes: usize) -> Document {
    let (words, span) = (|| text.to_string(), || Span::Words(text.into()));
    let spans = || {
        vec![
            span(),
            Span::Strong(words()),
            Span::Emphasis(words()),
            Span::Traced(words(), Thread::Framework(words())),
            Span::Link(format!("https://example.org/{text}")),
            Span::Link(words()),
            Span::Note(0),
            Span::Note(7),
        ]
    };
    Document {
        lang: Lang::De,
        title: words(),
        subtitle: words(),
        facts: vec![(words(), words())],
        running_head: words(),
        blocks: vec![
            Block::Heading { level: 0, id: words(), text: words() },
            Block::Heading { level: 2, id: String::new(), text: words() },
            Block::Paragraph(spans()),
            Block::Paragraph(vec![]),
            Block::Points(vec![spans(), vec![]]),
            Block::Box { id: words(), title: words(), rows: vec![(words(), spans()), (words(), vec![])] },
            Block::Table {
                id: words(),
                caption: spans(),
                head: vec![words(), words()],
                rows: vec![vec![spans(), spans()], vec![], vec![vec![], vec![], spans()]],
            },
            Block::Table { id: words(), caption: vec![], head: vec![], rows: vec![] },
        ],
        notes: vec![spans(); notes],
        notes_title: words(),
        bibliography_title: words(),
        bibliography: vec![(words(), spans())],
        cite_title: words(),
        cite: spans(),
    }
}

/// Runs something with the names of the built-in dossier.
pub fn with_names<T>(lang: Lang, run: impl FnOnce(&Names<'_>) -> T) -> T {
    let (snapshot, setting, voice) = (built_in(), Setting::default(), Voice::new(lang));
    let framework = setting.framework(&snapshot).unwrap();
    let day = setting.basis(&setting.view(&snapshot)).unwrap().as_of;
    run(&Names::new(&voice, &snapshot, framework, day))
}

/// A figure: the cards of the built-in dossier.
pub fn a_figure(names: &Names<'_>) -> Figure {
    let setting = Setting { draws: 200, ..Setting::default() };
    let found = overview::answer(&Overview { ties: vec![], since: None, setting }, names.snapshot).unwrap();
    cards::figure(&found, names)
}

/// A document with nothing but a figure whose drawing has 60 rows of 40 units: higher than any page.
pub fn high(names: &Names<'_>) -> Document {
    fn draw(_: &Table, canvas: &Canvas<'_>) -> Scene {
        let mut scene = canvas.scene();
        (0..60).for_each(|row| scene.text([0.0, 40.0 * f64::from(row) + 25.0], "row", &Letters::of(12.0)));
        scene.height = 2400.0;
        scene
    }
    let figure = Figure { draw, ..a_figure(names) };
    let mut document = saying("t", 0);
    document.blocks = vec![Block::Figure { figure: Box::new(figure), number: 1 }];
    document
}
