//! Text in two languages, and names that change with time and grammatical case.

use crate::Date;
use crate::edtf::Edtf;
use serde::{Deserialize, Serialize};

/// A language that Linchpin speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Lang {
    /// German
    De,
    /// English
    En,
}

impl Lang {
    /// Its code of BCP 47.
    pub fn code(self) -> &'static str {
        match self {
            Lang::De => "de",
            Lang::En => "en",
        }
    }
}

/// The same text in German and English.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Text {
    /// German
    pub de: String,
    /// English
    pub en: String,
}

impl Text {
    /// The text in a language.
    pub fn get(&self, lang: Lang) -> &str {
        match lang {
            Lang::De => &self.de,
            Lang::En => &self.en,
        }
    }
}

/// A grammatical case. English uses only the nominative.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Case {
    /// who
    Nominative,
    /// whose
    Genitive,
    /// to whom
    Dative,
    /// whom
    Accusative,
}

/// A name in one language, with its article where the language wants one, and the time it was in use.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Name {
    /// language of the name
    pub lang: Lang,
    /// nominative
    pub nom: String,
    /// genitive
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub r#gen: Option<String>,
    /// dative
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub dat: Option<String>,
    /// accusative
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub acc: Option<String>,
    /// form for tables and labels, without article
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub short: Option<String>,
    /// when the name was in use; always, if absent
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub used: Option<Edtf>,
}

impl Name {
    /// The name in a case; the nominative where the language or record has no other form.
    pub fn in_case(&self, case: Case) -> &str {
        let form = match case {
            Case::Nominative => None,
            Case::Genitive => self.r#gen.as_deref(),
            Case::Dative => self.dat.as_deref(),
            Case::Accusative => self.acc.as_deref(),
        };
        form.unwrap_or(&self.nom)
    }

    /// The short form, else the nominative.
    pub fn label(&self) -> &str {
        self.short.as_deref().unwrap_or(&self.nom)
    }
}

/// The name in use on a day in a language, else the first of that language.
pub fn name_on(names: &[Name], lang: Lang, day: Date) -> Option<&Name> {
    let mut of_lang = names.iter().filter(|n| n.lang == lang);
    let in_use = names.iter().find(|n| n.lang == lang && n.used.as_ref().is_none_or(|used| used.covers(day)));
    in_use.or_else(|| of_lang.next())
}
