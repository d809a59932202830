//! The languages of the program. Every text that a user sees stands in `i18n/de` and `i18n/en`: what several commands
//! share in `program.ftl`, the texts of a command in a file of its name.
//!
//! Numbers and dates come into a message as text that [`crate::render`] has already put into the language; a number
//! that decides between singular and plural comes in as a number.

use linchpin_model::text::Lang;
pub use linchpin_publish::voice::{Slot, Voice};
use std::ffi::OsString;

macro_rules! messages {
    ($lang:literal) => {
        messages!($lang: "program", "calendar", "changes", "burden", "coders", "export", "exposure", "fears", "figure", "formats", "gaps", "index",
            "matrix", "mechanisms", "overturn", "overview", "profile", "report", "retract", "robustness", "sensitivity", "serve", "sources", "support", "tensions", "timeline", "trajectory",
            "verify", "weigh")
    };
    ($lang:literal: $($file:literal),+) => {
        concat!($(include_str!(concat!("../i18n/", $lang, "/", $file, ".ftl")), "\n"),+)
    };
}

const DE: &str = messages!("de");
const EN: &str = messages!("en");

/// A voice that knows the program's messages.
pub fn voice(lang: Lang) -> Voice {
    Voice::with(lang, if lang == Lang::De { DE } else { EN })
}

/// The language to speak: as `--lang` says, else as the locale says, else English. It is found before the rest of the
/// command line is read, so that faults in it are reported in the right language.
pub fn choose(args: &[OsString], env: impl Fn(&str) -> Option<String>) -> Lang {
    asked_for(args).unwrap_or_else(|| from_locale(env))
}

fn asked_for(args: &[OsString]) -> Option<Lang> {
    let words = args.iter().skip(1).map(|arg| arg.to_string_lossy()).take_while(|word| word != "--");
    let words: Vec<_> = words.collect();
    let mut values = words.iter().enumerate().filter_map(|(at, word)| match word.strip_prefix("--lang")? {
        "" => words.get(at + 1).map(|next| next.as_ref()),
        rest => rest.strip_prefix('='),
    });
    values.next_back().and_then(by_code)
}

fn from_locale(env: impl Fn(&str) -> Option<String>) -> Lang {
    let set = ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().filter_map(env).find(|value| !value.is_empty());
    set.and_then(|locale| by_code(locale.get(..2).unwrap_or_default())).unwrap_or(Lang::En)
}

fn by_code(code: &str) -> Option<Lang> {
    match code {
        "de" => Some(Lang::De),
        "en" => Some(Lang::En),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use linchpin_publish::voice::messages;
    use std::collections::{BTreeMap, BTreeSet};

    #[test]
    fn both_languages_have_the_same_messages_and_slots() {
        let (de, en) = (messages(DE), messages(EN));
        let ids = |m: &BTreeMap<String, _>| m.keys().cloned().collect::<Vec<_>>();
        assert_eq!(ids(&de), ids(&en));
        for (id, slots) in &en {
            assert_eq!(de.get(id), Some(slots), "slots of {id}");
        }
        for lang in [Lang::De, Lang::En] {
            voice(lang);
        }
    }

    /// Everything in quotation marks in the program's source.
    fn literals() -> BTreeSet<String> {
        let mut found = BTreeSet::new();
        let mut folders = vec![std::path::PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/src"))];
        while let Some(folder) = folders.pop() {
            for entry in std::fs::read_dir(folder).unwrap() {
                let path = entry.unwrap().path();
                if path.is_dir() {
                    folders.push(path);
                    continue;
                }
                let text = std::fs::read_to_string(&path).unwrap();
                found.extend(text.split('"').map(String::from));
            }
        }
        found
    }

    #[test]
    fn no_message_is_unused() {
        let mut used = literals();
        used.extend(crate::help::message_ids(&crate::cli::command()));
        let unused: Vec<String> = messages(EN).into_keys().filter(|id| !used.contains(id)).collect();
        assert!(unused.is_empty(), "unused messages: {unused:?}");
    }

    #[test]
    fn the_language_follows_the_option_then_the_locale() {
        let args = |line: &str| line.split(' ').map(OsString::from).collect::<Vec<_>>();
        let locale = |pairs: &'static [(&str, &str)]| {
            move |name: &str| pairs.iter().find(|(n, _)| *n == name).map(|(_, v)| v.to_string())
        };
        assert_eq!(choose(&args("linchpin assess --lang=de"), locale(&[])), Lang::De);
        assert_eq!(choose(&args("linchpin --lang en assess"), locale(&[("LANG", "de_DE.UTF-8")])), Lang::En);
        assert_eq!(choose(&args("linchpin"), locale(&[("LANG", "de_AT.UTF-8")])), Lang::De);
        assert_eq!(choose(&args("linchpin"), locale(&[("LC_ALL", "C"), ("LANG", "de_DE")])), Lang::En);
        assert_eq!(choose(&args("linchpin"), locale(&[("LC_ALL", ""), ("LANG", "de_DE")])), Lang::De);
        assert_eq!(choose(&args("linchpin"), locale(&[("LANG", "fr_FR")])), Lang::En);
        assert_eq!(choose(&args("linchpin anchor x --find -- --lang=de"), locale(&[])), Lang::En);
    }
}
