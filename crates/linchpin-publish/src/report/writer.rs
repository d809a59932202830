//! Writes a document down: speaks sentences, counts figures and notes.

use super::document::{Block, Notes, Span, spans};
use crate::figure::Figure;
use crate::names::Names;
use crate::sentence::{Error, Sentence};

/// What has been written so far.
pub struct Writer<'a> {
    /// names and language
    pub names: &'a Names<'a>,
    /// the parts
    pub blocks: Vec<Block>,
    /// the notes
    pub notes: Notes,
    figures: usize,
}

impl<'a> Writer<'a> {
    /// Nothing yet.
    pub fn new(names: &'a Names<'a>) -> Writer<'a> {
        Writer { names, blocks: vec![], notes: Notes::default(), figures: 0 }
    }

    /// A message without slots, as a label.
    pub fn say(&self, message: &'static str) -> Result<String, Error> {
        Ok(Sentence::of(message).phrase(self.names)?.plain())
    }

    /// A sentence as plain words.
    pub fn plain(&self, sentence: &Sentence) -> Result<String, Error> {
        Ok(sentence.speak(self.names)?.plain())
    }

    /// Sentences as a paragraph, each with the mark of its note.
    pub fn paragraph(&mut self, sentences: &[Sentence]) -> Result<Vec<Span>, Error> {
        let spoken: Result<Vec<_>, Error> =
            sentences.iter().map(|sentence| sentence.speak(self.names)).collect();
        Ok(spans(&spoken?, &mut self.notes))
    }

    /// Adds a heading: 1 for a chapter, 2 for a section.
    pub fn heading(&mut self, level: u8, id: &str, heading: &Sentence) -> Result<(), Error> {
        let text = self.plain(heading)?;
        self.blocks.push(Block::Heading { level, id: id.to_string(), text });
        Ok(())
    }

    /// Adds a paragraph, unless there is nothing to say.
    pub fn text(&mut self, sentences: &[Sentence]) -> Result<(), Error> {
        if !sentences.is_empty() {
            let paragraph = self.paragraph(sentences)?;
            self.blocks.push(Block::Paragraph(paragraph));
        }
        Ok(())
    }

    /// Adds a list of points, unless there are none.
    pub fn points(&mut self, points: &[Vec<Sentence>]) -> Result<(), Error> {
        if !points.is_empty() {
            let points: Result<Vec<_>, Error> = points.iter().map(|point| self.paragraph(point)).collect();
            self.blocks.push(Block::Points(points?));
        }
        Ok(())
    }

    /// Adds figures with the next numbers.
    pub fn figures(&mut self, figures: impl IntoIterator<Item = Figure>) {
        for figure in figures {
            self.figures += 1;
            self.blocks.push(Block::Figure { figure: Box::new(figure), number: self.figures });
        }
    }

    /// A cell of a table.
    pub fn cell(&mut self, sentence: &Sentence) -> Result<Vec<Span>, Error> {
        let spoken = sentence.phrase(self.names)?;
        Ok(spans(&[spoken], &mut self.notes))
    }
}
