//! A document and names to test forms of the report with.

use super::document::{Block, Document, Span};
use crate::names::Names;
use crate::sentence::Thread;
use crate::voice::Voice;
use linchpin_dossier::Snapshot;
use linchpin_model::text::Lang;
use linchpin_study::Setting;

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
