//! The kinds of words: in which file each stands, under which key, and how it is checked.

use linchpin_model::actor::Actor;
use linchpin_model::alliance::Alliance;
use linchpin_model::check::{self, WordKind, Words};
use linchpin_model::fault::Fault;
use linchpin_model::source::Source;
use linchpin_model::vocabulary::{Factor, Issue, Measure, Topic, Vocabulary};
use serde::de::DeserializeOwned;

/// A word of a dossier that has a file for its kind.
pub(crate) trait Word: DeserializeOwned + 'static {
    /// the kind
    const KIND: WordKind;
    /// the file
    const FILE: &'static str;
    /// the key of its records in the file, `[[key]]`
    const KEY: &'static str;

    /// The word's id.
    fn id(&self) -> &str;

    /// Everything wrong with the word by itself.
    fn check(&self, words: &Words) -> Vec<Fault>;

    /// Adds the word to a vocabulary.
    fn keep(self, vocabulary: &mut Vocabulary);

    /// The words of this kind.
    fn all(vocabulary: &Vocabulary) -> impl Iterator<Item = &Self>;
}

macro_rules! word {
    ($type:ident, $file:literal, $key:ident, $all:ident $(, $place:ident)?) => {
        impl Word for $type {
            const KIND: WordKind = WordKind::$type;
            const FILE: &'static str = $file;
            const KEY: &'static str = stringify!($key);

            fn id(&self) -> &str {
                self.id.as_str()
            }
            fn check(&self, words: &Words) -> Vec<Fault> {
                check::$key(self, words)
            }
            fn keep(self, vocabulary: &mut Vocabulary) {
                let word = self;
                $(let word = $type { $place: vocabulary.$all.len(), ..word };)?
                vocabulary.$all.insert(word.id.clone(), word);
            }
            fn all(vocabulary: &Vocabulary) -> impl Iterator<Item = &Self> {
                vocabulary.$all.values()
            }
        }
    };
}

word!(Actor, "actors.toml", actor, actors);
word!(Alliance, "alliances.toml", alliance, alliances);
word!(Factor, "factors.toml", factor, factors);
word!(Issue, "issues.toml", issue, issues, place);
word!(Measure, "measures.toml", measure, measures, place);
word!(Source, "sources.toml", source, sources);
word!(Topic, "topics.toml", topic, topics, place);

/// The files of words, which every dossier has.
pub(crate) const FILES: [(&str, WordKind); 7] = [
    (Actor::FILE, Actor::KIND),
    (Alliance::FILE, Alliance::KIND),
    (Factor::FILE, Factor::KIND),
    (Issue::FILE, Issue::KIND),
    (Measure::FILE, Measure::KIND),
    (Source::FILE, Source::KIND),
    (Topic::FILE, Topic::KIND),
];
