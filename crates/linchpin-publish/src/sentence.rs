//! Sentences as data: a message and typed slots, spoken in a language only at the end.
//!
//! Whatever is a number in a sentence carries a [`Thread`]: the statements or the node of an assessment that it comes from. A
//! sentence whose message is missing, whose slot is empty, or whose name has no form in the case that it stands in, is refused.

use crate::date;
use crate::likely;
use crate::names::Names;
use crate::number;
use crate::quantity;
use crate::voice::{Fault, Slot as Filling};
use linchpin_model::Date;
use linchpin_model::id::{EntityId, FactorId, SourceId, StatementId};
use linchpin_model::text::{Case, Text};
use linchpin_study::Amount;
use linchpin_study::assess::Shown;
use std::fmt;

/// Where a number comes from.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Thread {
    /// a node or indicator of an alliance at a date
    Node {
        /// the alliance
        tie: EntityId,
        /// the path of the node
        node: String,
        /// the date of validity
        as_of: Date,
    },
    /// statements
    Statements(Vec<StatementId>),
    /// a place in the answer to a question: its schema and a pointer into it (RFC 6901)
    Answer {
        /// such as `linchpin.overview/1`
        schema: &'static str,
        /// such as `/holdings/statements`
        pointer: String,
    },
    /// the framework: a weight, a bound, a threshold
    Framework(String),
}

impl fmt::Display for Thread {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Thread::Node { tie, node, as_of } => write!(f, "node {tie} {node} {as_of}"),
            Thread::Statements(ids) => {
                let ids: Vec<&str> = ids.iter().map(StatementId::as_str).collect();
                write!(f, "statement {}", ids.join(" "))
            }
            Thread::Answer { schema, pointer } => write!(f, "answer {schema} {pointer}"),
            Thread::Framework(what) => write!(f, "framework {what}"),
        }
    }
}

/// What fills a slot of a sentence.
#[derive(Clone, Debug, PartialEq)]
pub enum Slot {
    /// an actor or alliance by its name in a grammatical case, with its article
    Entity(EntityId, Case),
    /// several of them, joined by commas and “and”
    Entities(Vec<EntityId>, Case),
    /// an actor or alliance by its short name, as in tables
    Label(EntityId),
    /// who, and towards whom, by their short names
    Sides(EntityId, Option<EntityId>),
    /// a node or indicator by its name
    Node(String),
    /// several of them
    Nodes(Vec<String>),
    /// a cause or effect of mechanisms by its name
    Factor(FactorId),
    /// a level word by its id
    Level(String),
    /// a source in few words
    Source(SourceId),
    /// a score, mean or coverage
    Score(f64, Thread),
    /// an interval of scores
    Interval([f64; 2], Thread),
    /// a difference of scores
    Difference(f64, Thread),
    /// a share
    Share(f64, Thread),
    /// a count, in words where it is small; the message may decide by it between singular and plural, in a second slot with `-count` behind its name
    Count(usize, Thread),
    /// a number that is always written in digits: a seed, a version
    Digits(u64, Thread),
    /// a count of events with the word for them
    Events(usize, Thread),
    /// what a statement says
    Stated(Text, StatementId),
    /// an amount with its unit, and when it holds
    Amount(Box<Amount>, String, Thread),
    /// the probability of a stated proposition: its word of ICD 203, where there is one, and how many draws it rests on
    Likely(f64, u64, Thread),
    /// the confidence in a judgement; never beside a probability
    Confidence(&'static str),
    /// a day
    Day(Date),
    /// a month
    Month(Date),
    /// a date of EDTF
    When(String),
    /// a text of the dossier
    Text(Text),
    /// a word: a message without slots
    Word(&'static str),
    /// a word that is the same in every language: a version, an address
    Name(String),
    /// what a message decides by
    Which(&'static str),
}

/// A sentence before it is spoken.
#[derive(Clone, Debug, PartialEq)]
pub struct Sentence {
    /// its message
    pub message: &'static str,
    /// what fills the slots of the message
    pub slots: Vec<(&'static str, Slot)>,
    /// the statements it rests on, for notes
    pub notes: Vec<StatementId>,
}

/// A part of a spoken sentence.
#[derive(Clone, Debug, PartialEq)]
pub enum Run {
    /// words
    Words(String),
    /// a number, or what a statement says, and where it comes from
    Traced(String, Thread),
    /// what backs the sentence up to here
    Notes(Vec<StatementId>),
}

/// A sentence as spoken.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Spoken(pub Vec<Run>);

/// Why a sentence cannot be spoken.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Error {
    /// the language lacks the message, or the message wants another slot
    #[error("{0}")]
    Message(#[from] Fault),
    /// the dossier does not name an actor, alliance, node, level or source
    #[error("“{message}” speaks of {id}, for which there is no name in {lang}; give it one in the dossier")]
    NoName {
        /// the message
        message: &'static str,
        /// what has no name
        id: String,
        /// the language
        lang: &'static str,
    },
    /// a probability and a confidence in one sentence, which ICD 203 forbids
    #[error("“{0}” has a probability and a confidence in one sentence; say them in two")]
    LikelyAndConfident(&'static str),
}

/// Around a number in a filled message, so that it is found again: from the private use area of Unicode.
const OPEN: char = '\u{e000}';
const CLOSE: char = '\u{e001}';
/// The n-th character from here on stands behind [`OPEN`] and names the n-th thread.
const FIRST: u32 = 0xe100;

impl Sentence {
    /// A sentence without slots.
    pub fn of(message: &'static str) -> Sentence {
        Sentence { message, slots: vec![], notes: vec![] }
    }

    /// The same with a slot filled.
    pub fn with(mut self, slot: &'static str, filling: Slot) -> Sentence {
        self.slots.push((slot, filling));
        self
    }

    /// The same with notes.
    pub fn noted(mut self, notes: impl IntoIterator<Item = StatementId>) -> Sentence {
        for note in notes {
            if !self.notes.contains(&note) {
                self.notes.push(note);
            }
        }
        self
    }

    /// The same with what a statement says in the slot `said`, and a note of it.
    pub fn saying(self, text: &Text, id: &StatementId) -> Sentence {
        self.with("said", Slot::Stated(text.clone(), id.clone())).noted([id.clone()])
    }

    /// The same with a score: its level, mean and 90 % interval in the slots `level`, `mean` and `i90`.
    pub fn score(self, shown: &Shown, thread: &Thread) -> Sentence {
        let level = shown.level.clone().unwrap_or_default();
        self.with("level", Slot::Level(level))
            .with("mean", Slot::Score(shown.score.mean, thread.clone()))
            .with("i90", Slot::Interval(shown.score.i90, thread.clone()))
    }

    /// The sentence in the language of some names. It begins with a capital.
    pub fn speak(&self, names: &Names<'_>) -> Result<Spoken, Error> {
        self.set(names, capitalised)
    }

    /// The same as a phrase, for a table or a label: it begins as its words do.
    pub fn phrase(&self, names: &Names<'_>) -> Result<Spoken, Error> {
        self.set(names, str::to_string)
    }

    fn set(&self, names: &Names<'_>, begin: fn(&str) -> String) -> Result<Spoken, Error> {
        let has = |is: fn(&Slot) -> bool| self.slots.iter().any(|(_, slot)| is(slot));
        if has(|slot| matches!(slot, Slot::Likely(..))) && has(|slot| matches!(slot, Slot::Confidence(_))) {
            return Err(Error::LikelyAndConfident(self.message));
        }
        let mut threads = vec![];
        let mut fillings: Vec<(String, Filled)> = vec![];
        for (name, slot) in &self.slots {
            let filled = self.fill(slot, names, &mut threads)?;
            if let Slot::Count(count, _) = slot {
                fillings.push((format!("{name}-count"), Filled::Number(*count)));
            }
            fillings.push(((*name).to_string(), Filled::Text(filled)));
        }
        let slots: Vec<Filling<'_>> = fillings
            .iter()
            .map(|(name, filled)| match filled {
                Filled::Text(text) => (name.as_str(), text.as_str().into()),
                Filled::Number(number) => (name.as_str(), (*number).into()),
            })
            .collect();
        let text = begin(&names.voice.speak(self.message, &slots)?);
        let mut runs = parted(&text, &threads);
        if !self.notes.is_empty() {
            runs.push(Run::Notes(self.notes.clone()));
        }
        Ok(Spoken(runs))
    }

    fn fill(&self, slot: &Slot, names: &Names<'_>, threads: &mut Vec<Thread>) -> Result<String, Error> {
        let voice = names.voice;
        let lang = voice.lang();
        let mut number = |text: String, thread: &Thread| {
            let place = char::from_u32(FIRST + threads.len() as u32).unwrap_or(CLOSE);
            threads.push(thread.clone());
            format!("{OPEN}{place}{text}{CLOSE}")
        };
        let named = |id: &dyn fmt::Display, name: Option<String>| {
            let lang = lang.code();
            name.ok_or_else(|| Error::NoName { message: self.message, id: id.to_string(), lang })
        };
        Ok(match slot {
            Slot::Entity(id, case) => named(id, names.in_case(id, *case))?,
            Slot::Entities(ids, case) => {
                let all: Result<Vec<String>, Error> =
                    ids.iter().map(|id| named(id, names.in_case(id, *case))).collect();
                voice.list(&all?)
            }
            Slot::Label(id) => names.entity(id),
            Slot::Sides(subject, object) => names.sides(subject, object.as_ref()),
            Slot::Node(path) => names.node(path),
            Slot::Nodes(paths) => voice.list(&paths.iter().map(|path| names.node(path)).collect::<Vec<_>>()),
            Slot::Factor(id) => names.factor(id).to_string(),
            Slot::Level(id) => {
                let level = names.level(Some(id));
                named(id, (!level.is_empty()).then_some(level))?
            }
            Slot::Source(id) => names.citation(id),
            Slot::Score(value, thread) => number(number::score(*value, lang), thread),
            Slot::Interval(value, thread) => number(number::interval(*value, lang), thread),
            Slot::Difference(value, thread) => number(number::difference(*value, lang), thread),
            Slot::Share(value, thread) => number(number::percent(*value, lang), thread),
            Slot::Count(count, thread) => number(number::in_words(*count, lang), thread),
            Slot::Digits(count, thread) => number(number::count(*count, lang), thread),
            Slot::Events(count, thread) => {
                number(voice.fill("count-events", &[("count", (*count).into())]), thread)
            }
            Slot::Stated(text, id) => {
                number(text.get(lang).to_string(), &Thread::Statements(vec![id.clone()]))
            }
            Slot::Amount(amount, valid, thread) => number(quantity::written(amount, valid, voice), thread),
            Slot::Likely(p, draws, thread) => {
                let shown = number(likely::shown(*p, voice), thread);
                match likely::word(*p, *draws, voice) {
                    Some(word) => {
                        voice.fill("likely-with-word", &[("word", word.into()), ("share", shown.into())])
                    }
                    None => voice.fill("likely-without-word", &[("share", shown.into())]),
                }
            }
            Slot::Confidence(id) | Slot::Word(id) => voice.speak(id, &[])?,
            Slot::Day(day) => date::day(*day, voice),
            Slot::Month(day) => date::month(*day, voice),
            Slot::When(date) => date::edtf_text(date, voice),
            Slot::Text(text) => text.get(lang).to_string(),
            Slot::Name(name) => name.clone(),
            Slot::Which(which) => (*which).to_string(),
        })
    }
}

enum Filled {
    Text(String),
    Number(usize),
}

impl Spoken {
    /// As plain text, without notes.
    pub fn plain(&self) -> String {
        let text = |run: &Run| match run {
            Run::Words(text) | Run::Traced(text, _) => text.clone(),
            Run::Notes(_) => String::new(),
        };
        self.0.iter().map(text).collect()
    }
}

/// A sentence begins with a capital, whatever fills its first slot: a number in words too.
fn capitalised(text: &str) -> String {
    // a number is marked by two characters before it
    let start = if text.starts_with(OPEN) { 2 } else { 0 };
    let mut letters = text.chars();
    let marks: String = letters.by_ref().take(start).collect();
    match letters.next() {
        Some(first) => marks.chars().chain(first.to_uppercase()).chain(letters).collect(),
        None => marks,
    }
}

/// A filled message in parts: its numbers and the words between.
fn parted(text: &str, threads: &[Thread]) -> Vec<Run> {
    let mut runs = vec![];
    let words = |text: &str, runs: &mut Vec<Run>| {
        if !text.is_empty() {
            runs.push(Run::Words(text.to_string()));
        }
    };
    let mut parts = text.split(OPEN);
    words(parts.next().unwrap_or_default(), &mut runs);
    for part in parts {
        let (marked, rest) = part.split_once(CLOSE).unwrap_or((part, ""));
        let mut letters = marked.chars();
        let place = letters.next().map(|place| (place as u32).wrapping_sub(FIRST) as usize);
        match place.and_then(|place| threads.get(place)) {
            Some(thread) => runs.push(Run::Traced(letters.collect(), thread.clone())),
            None => words(marked, &mut runs),
        }
        words(rest, &mut runs);
    }
    runs
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_found_again_whatever_their_order() {
        let threads = [Thread::Framework("a".into()), Thread::Framework("b".into())];
        let runs = parted("Of \u{e000}\u{e101}7\u{e001} only \u{e000}\u{e100}3\u{e001}.", &threads);
        let expected = [
            Run::Words("Of ".into()),
            Run::Traced("7".into(), threads[1].clone()),
            Run::Words(" only ".into()),
            Run::Traced("3".into(), threads[0].clone()),
            Run::Words(".".into()),
        ];
        assert_eq!(runs, expected);
        assert_eq!(Spoken(runs).plain(), "Of 7 only 3.");
    }

    #[test]
    fn a_sentence_begins_with_a_capital() {
        assert_eq!(capitalised("über das Bündnis"), "Über das Bündnis");
        let number = |word| format!("{OPEN}\u{e100}{word}{CLOSE} Termine");
        assert_eq!(capitalised(&number("sieben")), number("Sieben"));
        assert_eq!(capitalised(""), "");
    }
}
