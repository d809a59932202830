//! A language to write in: messages in Fluent, with slots that must all be filled.

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use linchpin_model::text::Lang;
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use unic_langid::LanguageIdentifier;

macro_rules! messages {
    ($lang:literal) => {
        messages!($lang: "words", "figures", "said", "report")
    };
    ($lang:literal: $($file:literal),+) => {
        concat!($(include_str!(concat!("../i18n/", $lang, "/", $file, ".ftl")), "\n"),+)
    };
}

const DE: &str = messages!("de");
const EN: &str = messages!("en");

/// What fills a slot of a message.
pub type Slot<'a> = (&'a str, FluentValue<'a>);

/// Why a message cannot be spoken.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    /// the language lacks it
    #[error("no message “{id}” in {lang}; write one into the Fluent files of both languages")]
    NoMessage {
        /// its id
        id: String,
        /// the language
        lang: &'static str,
    },
    /// a slot of it is not filled
    #[error("message “{id}” in {lang}: {why}")]
    Slot {
        /// its id
        id: String,
        /// the language
        lang: &'static str,
        /// what Fluent says
        why: String,
    },
}

/// Speaks one language; threads may share it.
pub struct Voice {
    lang: Lang,
    bundle: FluentBundle<FluentResource>,
}

impl Voice {
    /// A voice that knows the messages of this crate.
    pub fn new(lang: Lang) -> Voice {
        Voice::with(lang, "")
    }

    /// A voice that knows others besides, a Fluent text in the same language.
    ///
    /// # Panics
    /// When the text is malformed, or has a message that is known already: that is a bug.
    pub fn with(lang: Lang, more: &str) -> Voice {
        let (id, words) = match lang {
            Lang::De => ("de", DE),
            Lang::En => ("en", EN),
        };
        let id = id.parse::<LanguageIdentifier>().unwrap_or_default();
        let mut bundle = FluentBundle::new_concurrent(vec![id]);
        bundle.set_use_isolating(false);
        for text in [words, more] {
            let resource = FluentResource::try_new(text.into())
                .unwrap_or_else(|(_, faults)| panic!("the messages in {lang:?} are malformed: {faults:?}"));
            if let Err(faults) = bundle.add_resource(resource) {
                panic!("a message in {lang:?} is there twice: {faults:?}");
            }
        }
        Voice { lang, bundle }
    }

    /// The language.
    pub fn lang(&self) -> Lang {
        self.lang
    }

    /// A message without slots.
    ///
    /// # Panics
    /// As [`Voice::fill`].
    pub fn say(&self, id: &str) -> String {
        self.fill(id, &[])
    }

    /// A message with its slots filled. Numbers and dates come in as text that is in the language already; a number that
    /// decides between singular and plural comes in as a number.
    ///
    /// # Panics
    /// When there is no such message, or a slot is not filled: that is a bug, and refused rather than printed.
    pub fn fill(&self, id: &str, slots: &[Slot<'_>]) -> String {
        self.speak(id, slots).unwrap_or_else(|fault| panic!("{fault}"))
    }

    /// A message without slots, if there is one of that id.
    pub fn find(&self, id: &str) -> Option<String> {
        self.speak(id, &[]).ok()
    }

    /// A message with its slots filled, or why that cannot be.
    pub fn speak(&self, id: &str, slots: &[Slot<'_>]) -> Result<String, Fault> {
        let lang = self.lang.code();
        let message = self.bundle.get_message(id).and_then(|message| message.value());
        let pattern = message.ok_or_else(|| Fault::NoMessage { id: id.into(), lang })?;
        let mut args = FluentArgs::new();
        for (name, value) in slots {
            args.set(*name, value.clone());
        }
        let mut faults = vec![];
        let text: Cow<'_, str> = self.bundle.format_pattern(pattern, Some(&args), &mut faults);
        match faults.first() {
            None => Ok(text.into_owned()),
            Some(fault) => Err(Fault::Slot { id: id.into(), lang, why: fault.to_string() }),
        }
    }

    /// Several words joined by commas, the last one by “and”.
    pub fn list(&self, words: &[String]) -> String {
        match words {
            [] => String::new(),
            [one] => one.clone(),
            [first @ .., last] => {
                self.fill("list-and", &[("first", first.join(", ").into()), ("last", last.as_str().into())])
            }
        }
    }
}

/// Each message of a Fluent text with the names of its slots, to compare languages.
///
/// # Panics
/// When a message is there twice.
pub fn messages(text: &str) -> BTreeMap<String, BTreeSet<String>> {
    let mut found: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let mut current = String::new();
    for line in text.lines().filter(|line| !line.starts_with('#')) {
        if let Some((id, _)) = line.split_once(" =").filter(|_| line.starts_with(char::is_alphabetic)) {
            current = id.into();
            assert!(found.insert(current.clone(), BTreeSet::new()).is_none(), "{current} is there twice");
        }
        for rest in line.split('$').skip(1) {
            let is_of_name = |c: &char| c.is_ascii_alphanumeric() || *c == '-';
            let name: String = rest.chars().take_while(is_of_name).collect();
            found.entry(current.clone()).or_default().insert(name);
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_languages_have_the_same_messages_and_slots() {
        let [de, en] = [DE, EN].map(messages);
        assert_eq!(de, en);
        assert!(en.len() > 30);
    }

    #[test]
    #[should_panic(expected = "no message")]
    fn a_missing_message_is_refused() {
        Voice::new(Lang::De).say("nothing-of-the-kind");
    }

    #[test]
    #[should_panic(expected = "date-since")]
    fn a_missing_slot_is_refused() {
        Voice::new(Lang::En).say("date-since");
    }

    /// Everything in quotation marks in the source of this crate.
    fn literals(folder: &std::path::Path, found: &mut BTreeSet<String>) {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            match path.is_dir() {
                true => literals(&path, found),
                false => found.extend(std::fs::read_to_string(&path).unwrap().split('"').map(String::from)),
            }
        }
    }

    #[test]
    fn no_message_is_unused() {
        let mut used = BTreeSet::new();
        literals(std::path::Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/src")), &mut used);
        let unused: Vec<String> = messages(EN).into_keys().filter(|id| !used.contains(id)).collect();
        assert!(unused.is_empty(), "unused messages: {unused:?}");
    }
}
