//! The words of the pages, in both languages.

use linchpin_model::text::Lang;
use linchpin_publish::voice::Voice;

const DE: &str = include_str!("../i18n/de/web.ftl");
const EN: &str = include_str!("../i18n/en/web.ftl");

/// The two voices of the app.
pub struct Voices {
    de: Voice,
    en: Voice,
}

impl Voices {
    /// Voices that know the words of pages besides those of reports and figures.
    pub fn new() -> Voices {
        Voices { de: Voice::with(Lang::De, DE), en: Voice::with(Lang::En, EN) }
    }

    /// The voice of a language.
    pub fn of(&self, lang: Lang) -> &Voice {
        match lang {
            Lang::De => &self.de,
            Lang::En => &self.en,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use linchpin_publish::voice::messages;
    use std::collections::BTreeSet;
    use std::path::Path;

    #[test]
    fn both_languages_have_the_same_messages_and_slots() {
        assert_eq!(messages(DE), messages(EN));
    }

    /// Everything between quotation marks in the source and the templates of this crate.
    fn quoted(folder: &Path, found: &mut BTreeSet<String>) {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            match path.is_dir() {
                true => quoted(&path, found),
                false => found.extend(std::fs::read_to_string(&path).unwrap().split('"').map(String::from)),
            }
        }
    }

    #[test]
    fn no_message_is_unused() {
        let mut used = BTreeSet::new();
        for folder in ["src", "templates"] {
            quoted(&Path::new(env!("CARGO_MANIFEST_DIR")).join(folder), &mut used);
        }
        let unused: Vec<String> = messages(EN).into_keys().filter(|id| !used.contains(id)).collect();
        assert!(unused.is_empty(), "unused messages: {unused:?}");
    }
}
