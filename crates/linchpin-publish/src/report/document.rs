//! The report as a document in one language: what it says and in which order, before it has a form.

use crate::figure::Figure;
use crate::sentence::{Run, Spoken, Thread};
use linchpin_model::id::StatementId;
use linchpin_model::text::Lang;

/// A part of a paragraph.
#[derive(Clone, Debug, PartialEq)]
pub enum Span {
    /// words
    Words(String),
    /// words that stand out
    Strong(String),
    /// words in italics: the titles of books and newspapers
    Emphasis(String),
    /// a number, or what a statement says, and where it comes from
    Traced(String, Thread),
    /// the mark of the n-th note, counted from 0
    Note(usize),
    /// an address
    Link(String),
}

/// A part of a document.
pub enum Block {
    /// a heading
    Heading {
        /// 1 for a chapter, 2 for a section
        level: u8,
        /// what an address can point to, the same in all languages
        id: String,
        /// its words
        text: String,
    },
    /// a paragraph
    Paragraph(Vec<Span>),
    /// a list of points, a paragraph each
    Points(Vec<Vec<Span>>),
    /// a box that tells something in brief
    Box {
        /// what an address can point to
        id: String,
        /// its heading
        title: String,
        /// what is told, and what it is called
        rows: Vec<(String, Vec<Span>)>,
    },
    /// a figure with its finding, which is its caption
    Figure {
        /// the figure
        figure: Box<Figure>,
        /// its number, counted from 1
        number: usize,
    },
    /// a table
    Table {
        /// what an address can point to
        id: String,
        /// what it shows
        caption: Vec<Span>,
        /// the names of its columns
        head: Vec<String>,
        /// its rows, as long as the head
        rows: Vec<Vec<Vec<Span>>>,
    },
}

/// A report in one language.
pub struct Document {
    /// the language
    pub lang: Lang,
    /// its title
    pub title: String,
    /// below it
    pub subtitle: String,
    /// what the title page tells besides: dates, framework, version; with what each is called
    pub facts: Vec<(String, String)>,
    /// what stands above every page of print
    pub running_head: String,
    /// its parts
    pub blocks: Vec<Block>,
    /// its notes, in the order of their marks
    pub notes: Vec<Vec<Span>>,
    /// the heading of the notes, where they do not stand at the foot of a page
    pub notes_title: String,
    /// the heading of the bibliography
    pub bibliography_title: String,
    /// the sources: what an address can point to, and the entry
    pub bibliography: Vec<(String, Vec<Span>)>,
    /// the heading of how to cite the report
    pub cite_title: String,
    /// how to cite it
    pub cite: Vec<Span>,
}

/// The most statements that one note cites.
pub const CITED_AT_ONCE: usize = 4;

/// The notes of a document while it is written: the same evidence is noted once for each place, and a note of the same
/// statements gets the same number.
#[derive(Default)]
pub struct Notes {
    cited: Vec<Vec<StatementId>>,
}

impl Notes {
    /// The place of a note on some statements; of many it cites the first [`CITED_AT_ONCE`], which weigh most.
    pub fn place(&mut self, statements: &[StatementId]) -> usize {
        let statements = &statements[..statements.len().min(CITED_AT_ONCE)];
        let known = self.cited.iter().position(|cited| cited == statements);
        known.unwrap_or_else(|| {
            self.cited.push(statements.to_vec());
            self.cited.len() - 1
        })
    }

    /// What each note is about, in order.
    pub fn all(&self) -> &[Vec<StatementId>] {
        &self.cited
    }
}

/// Spoken sentences as a paragraph, with the marks of their notes.
pub fn spans(sentences: &[Spoken], notes: &mut Notes) -> Vec<Span> {
    let mut spans = vec![];
    for (at, sentence) in sentences.iter().enumerate() {
        if at > 0 {
            spans.push(Span::Words(" ".into()));
        }
        for run in &sentence.0 {
            spans.push(match run {
                Run::Words(words) => Span::Words(words.clone()),
                Run::Traced(number, thread) => Span::Traced(number.clone(), thread.clone()),
                Run::Notes(statements) => Span::Note(notes.place(statements)),
            });
        }
    }
    spans
}

/// The words of a paragraph without its notes.
pub fn plain(spans: &[Span]) -> String {
    let words = |span: &Span| match span {
        Span::Words(words)
        | Span::Strong(words)
        | Span::Emphasis(words)
        | Span::Traced(words, _)
        | Span::Link(words) => words.clone(),
        Span::Note(_) => String::new(),
    };
    spans.iter().map(words).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_note_on_the_same_statements_is_the_same_note() {
        let mut notes = Notes::default();
        let ids = |ids: &[&str]| ids.iter().map(|id| StatementId::from(*id)).collect::<Vec<_>>();
        let said =
            |words: &str, cited: &[&str]| Spoken(vec![Run::Words(words.into()), Run::Notes(ids(cited))]);
        let spans =
            spans(&[said("One.", &["a"]), said("Two.", &["a", "b"]), said("Three.", &["a"])], &mut notes);
        let marks: Vec<usize> = spans
            .iter()
            .filter_map(|span| if let Span::Note(at) = span { Some(*at) } else { None })
            .collect();
        assert_eq!(marks, [0, 1, 0]);
        assert_eq!(plain(&spans), "One. Two. Three.");
        assert_eq!(notes.all(), [ids(&["a"]), ids(&["a", "b"])]);
    }
}
