//! When the words, statements, logs and frameworks of a dossier are well-formed.
//!
//! Each function checks one record against the words of its dossier and returns everything that is wrong with it.
//! [`Fault::field`] names the field, so that a reader of files can point at the line.

mod beside;
mod chain;
mod framework;
mod log;
mod statement;
mod words;

pub use beside::{coding, finding};
pub use chain::cycles;
pub use framework::framework;
pub use log::{line, log};
pub use statement::statement;
pub use words::{
    actor, alliance, clashing_codes, coder, factor, issue, measure, settings, source, ties, topic,
};

use crate::fault::Fault;
use crate::id::{EntityId, FactorId, IssueId, MeasureId, SourceId, TopicId, is_well_formed};
use crate::text::Text;
use crate::vocabulary::{Issue, Level, Measure, Topic, Vocabulary};
use std::collections::BTreeSet;

/// The words of a dossier as far as they could be read. What refers to something unreadable is not at fault for it.
#[derive(Clone, Copy)]
pub struct Words<'a> {
    /// the words that were read
    pub known: &'a Vocabulary,
    /// ids of records that exist but could not be read
    pub unreadable: &'a BTreeSet<String>,
    /// kinds of words of which nobody knows what exists, because their file is missing or broken
    pub missing: &'a BTreeSet<WordKind>,
}

/// A kind of words; actors and alliances share one space of ids, but not one file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum WordKind {
    /// actors
    Actor,
    /// alliances
    Alliance,
    /// issues
    Issue,
    /// topics
    Topic,
    /// measures
    Measure,
    /// factors
    Factor,
    /// sources
    Source,
    /// coders
    Coder,
}

impl WordKind {
    /// The word for one of the kind, and the article that goes with it.
    fn noun(self) -> (&'static str, &'static str) {
        match self {
            WordKind::Actor => ("an", "actor"),
            WordKind::Alliance => ("an", "alliance"),
            WordKind::Issue => ("an", "issue"),
            WordKind::Topic => ("a", "topic"),
            WordKind::Measure => ("a", "measure"),
            WordKind::Factor => ("a", "factor"),
            WordKind::Source => ("a", "source"),
            WordKind::Coder => ("a", "coder"),
        }
    }

    fn code(self) -> &'static str {
        match self {
            WordKind::Actor => "unknown-actor",
            WordKind::Alliance => "unknown-alliance",
            WordKind::Issue => "unknown-issue",
            WordKind::Topic => "unknown-topic",
            WordKind::Measure => "unknown-measure",
            WordKind::Factor => "unknown-factor",
            WordKind::Source => "unknown-source",
            WordKind::Coder => "unknown-coder",
        }
    }
}

/// The candidate that a misspelt word most likely means; none, if nothing is near.
pub fn nearest<'c>(word: &str, candidates: impl IntoIterator<Item = &'c str>) -> Option<&'c str> {
    let wanted = word.to_lowercase();
    let length = wanted.chars().count();
    let allowed = (length / 3).max(1);
    candidates
        .into_iter()
        .filter(|candidate| candidate.chars().count().abs_diff(length) <= allowed)
        .map(|candidate| (strsim::osa_distance(&wanted, &candidate.to_lowercase()), candidate))
        .filter(|(distance, _)| *distance <= allowed)
        .min()
        .map(|(_, candidate)| candidate)
}

/// What to write instead of a word: the nearest candidate, else all of them if they are few, else what `otherwise`
/// says.
pub fn instead<'c>(
    word: &str,
    candidates: impl Iterator<Item = &'c str> + Clone,
    otherwise: impl FnOnce() -> String,
) -> String {
    if let Some(near) = nearest(word, candidates.clone()) {
        return format!("did you mean “{near}”?");
    }
    match candidates.clone().count() {
        1..=40 => format!("write {}", either(candidates)),
        _ => otherwise(),
    }
}

/// Words as a choice: `a`, `a or b`, `a, b or c`.
pub fn either<'w>(words: impl Iterator<Item = &'w str>) -> String {
    let words: Vec<&str> = words.collect();
    match words.split_last() {
        None => "nothing".into(),
        Some((last, [])) => (*last).into(),
        Some((last, others)) => format!("{} or {last}", others.join(", ")),
    }
}

/// Collects the faults of one record.
struct Findings<'a> {
    words: Words<'a>,
    faults: Vec<Fault>,
}

impl<'a> Findings<'a> {
    fn new(words: Words<'a>) -> Self {
        Findings { words, faults: Vec::new() }
    }

    fn add(
        &mut self,
        field: impl Into<String>,
        code: &'static str,
        what: impl Into<String>,
        remedy: impl Into<String>,
    ) {
        self.faults.push(Fault::new(code, what, remedy).at(field));
    }

    fn id(&mut self, field: &str, id: &str) {
        if !is_well_formed(id) {
            self.add(
                field,
                "bad-id",
                format!("“{id}” cannot be an id"),
                "write letters without accents, digits and hyphens, starting with a letter or digit, at most 80 characters",
            );
        }
    }

    fn filled(&mut self, field: &str, text: &str) {
        if text.trim().is_empty() {
            let steps: Vec<&str> = field.split('.').filter(|step| step.parse::<usize>().is_err()).collect();
            let name = steps[steps.len().saturating_sub(2)..].join(".");
            self.add(field, "empty-text", format!("“{name}” is empty"), "write the text");
        }
    }

    fn text(&mut self, field: &str, text: &Text) {
        self.filled(&format!("{field}.de"), &text.de);
        self.filled(&format!("{field}.en"), &text.en);
    }

    fn between_zero_and_one(&mut self, field: &str, value: f64) {
        if !(0.0..=1.0).contains(&value) {
            self.add(
                field,
                "outside-0-1",
                format!("{value} lies outside 0 to 1"),
                "write a number from 0 to 1",
            );
        }
    }

    fn above_zero(&mut self, field: &str, value: f64) {
        if value.is_nan() || value <= 0.0 || value.is_infinite() {
            self.add(field, "not-positive", format!("{value} is not above 0"), "write a number above 0");
        }
    }

    fn sha256(&mut self, field: &str, hash: &str) {
        if hash.len() != 64 || !hash.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f')) {
            let shown: String = hash.chars().take(20).collect();
            self.add(
                field,
                "bad-hash",
                format!("“{shown}” is no SHA-256"),
                "write 64 hexadecimal digits in lower case; `linchpin anchor` prints them",
            );
        }
    }

    /// Reports an id that nothing has.
    fn unknown(&mut self, field: &str, kinds: &[WordKind], id: &str) {
        let excused = kinds.iter().any(|kind| self.words.missing.contains(kind));
        if excused || self.words.unreadable.contains(id) {
            return;
        }
        let known = self.words.known;
        let mut candidates: Vec<&str> = Vec::new();
        for kind in kinds {
            match kind {
                WordKind::Actor => candidates.extend(known.actors.keys().map(|id| id.as_str())),
                WordKind::Alliance => candidates.extend(known.alliances.keys().map(|id| id.as_str())),
                WordKind::Issue => candidates.extend(known.issues.keys().map(|id| id.as_str())),
                WordKind::Topic => candidates.extend(known.topics.keys().map(|id| id.as_str())),
                WordKind::Measure => candidates.extend(known.measures.keys().map(|id| id.as_str())),
                WordKind::Factor => candidates.extend(known.factors.keys().map(|id| id.as_str())),
                WordKind::Source => candidates.extend(known.sources.keys().map(|id| id.as_str())),
                WordKind::Coder => candidates.extend(known.coders.keys().map(|id| id.as_str())),
            }
        }
        let code = if let [kind] = kinds { kind.code() } else { "unknown-actor" };
        let nouns: Vec<&str> = kinds.iter().map(|kind| kind.noun().1).collect();
        let (article, _) = kinds.first().map_or(("a", ""), |kind| kind.noun());
        let noun = nouns.join(" or ");
        let remedy = match nearest(id, candidates) {
            Some(near) => format!("did you mean “{near}”?"),
            None => format!("write the id of {article} {noun} of this dossier, or add one of that id"),
        };
        self.add(field, code, format!("“{id}” is no {noun} of this dossier"), remedy);
    }

    fn actor(&mut self, field: &str, id: &EntityId) {
        if !self.words.known.actors.contains_key(id) {
            self.unknown(field, &[WordKind::Actor], id.as_str());
        }
    }

    fn entity(&mut self, field: &str, id: &EntityId) {
        if !self.words.known.knows(id) {
            self.unknown(field, &[WordKind::Actor, WordKind::Alliance], id.as_str());
        }
    }

    fn issue(&mut self, field: &str, id: &IssueId) -> Option<&'a Issue> {
        let found = self.words.known.issues.get(id);
        if found.is_none() {
            self.unknown(field, &[WordKind::Issue], id.as_str());
        }
        found
    }

    fn topic(&mut self, field: &str, id: &TopicId) -> Option<&'a Topic> {
        let found = self.words.known.topics.get(id);
        if found.is_none() {
            self.unknown(field, &[WordKind::Topic], id.as_str());
        }
        found
    }

    fn measure(&mut self, field: &str, id: &MeasureId) -> Option<&'a Measure> {
        let found = self.words.known.measures.get(id);
        if found.is_none() {
            self.unknown(field, &[WordKind::Measure], id.as_str());
        }
        found
    }

    fn factor(&mut self, field: &str, id: &FactorId) {
        if !self.words.known.factors.contains_key(id) {
            self.unknown(field, &[WordKind::Factor], id.as_str());
        }
    }

    fn source(&mut self, field: &str, id: &SourceId) {
        if !self.words.known.sources.contains_key(id) {
            self.unknown(field, &[WordKind::Source], id.as_str());
        }
    }

    /// Reports a word that is not on a scale. `of` names what has the scale, such as `the issue “taiwan”`.
    fn level(&mut self, field: &str, word: &str, levels: &[Level], also: &[&'static str], of: &str) {
        if levels.iter().any(|level| level.id == word) || also.contains(&word) {
            return;
        }
        let known = levels.iter().map(|level| level.id.as_str()).chain(also.iter().copied());
        let near =
            nearest(word, known.clone()).map_or(String::new(), |near| format!("did you mean “{near}”? "));
        self.add(
            field,
            "unknown-level",
            format!("“{word}” is no level of {of}"),
            format!("{near}write {}", either(known)),
        );
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;

    #[test]
    fn a_misspelt_word_finds_its_neighbour() {
        let words = ["USA", "JPN", "us-president", "us-congress"];
        assert_eq!(nearest("USB", words), Some("USA"));
        assert_eq!(nearest("us-presidnet", words), Some("us-president"));
        assert_eq!(nearest("Us-Congress", words), Some("us-congress"));
        assert_eq!(nearest("germany", words), None);
    }

    #[test]
    fn a_choice_reads_like_a_sentence() {
        assert_eq!(either(["a"].into_iter()), "a");
        assert_eq!(either(["a", "b"].into_iter()), "a or b");
        assert_eq!(either(["a", "b", "c"].into_iter()), "a, b or c");
        assert_eq!(instead("x", ["alpha", "beta"].into_iter(), String::new), "write alpha or beta");
    }

    /// The codes of some faults, for short assertions.
    pub(crate) fn codes(faults: &[Fault]) -> Vec<&'static str> {
        faults.iter().map(|fault| fault.code).collect()
    }
}
