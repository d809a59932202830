//! Bibliographic records, with the field names of CSL-JSON.

use crate::Date;
use crate::edtf::Edtf;
use crate::id::{EntityId, SourceId};
use crate::text::Lang;
use serde::{Deserialize, Serialize};

/// Reliability of a source, Admiralty Code (NATO AJP-2.1, STANAG 2511): A reliable to E unreliable, F unknown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Reliability {
    /// completely reliable
    A,
    /// usually reliable
    B,
    /// fairly reliable
    C,
    /// not usually reliable
    D,
    /// unreliable
    E,
    /// cannot be judged
    F,
}

/// Credibility of a piece of information, Admiralty Code: 1 confirmed to 5 improbable, 6 unknown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "u8", into = "u8")]
pub struct Credibility(u8);

impl TryFrom<u8> for Credibility {
    type Error = String;
    fn try_from(grade: u8) -> Result<Self, String> {
        if (1..=6).contains(&grade) {
            Ok(Credibility(grade))
        } else {
            Err(format!("{grade} is no credibility; write 1 (confirmed) to 6 (cannot be judged)"))
        }
    }
}

impl From<Credibility> for u8 {
    fn from(grade: Credibility) -> u8 {
        grade.0
    }
}

/// The worse of reliability and credibility, as a row 0 (A/1) to 5 (F/6) of a table of grades.
pub fn worse_grade(reliability: Reliability, credibility: Credibility) -> usize {
    (reliability as usize).max(usize::from(credibility.0) - 1)
}

/// A person or body in a bibliographic record.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Creator {
    /// family name
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub family: Option<String>,
    /// given name
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub given: Option<String>,
    /// name of a body
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub literal: Option<String>,
}

impl Creator {
    /// The name for a citation: the family name, or the body's.
    pub fn label(&self) -> &str {
        self.family.as_deref().or(self.literal.as_deref()).or(self.given.as_deref()).unwrap_or_default()
    }
}

/// A source.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Source {
    /// its id; also the name of its statements' file
    pub id: SourceId,
    /// CSL type, such as `report` or `article-newspaper`
    pub r#type: String,
    /// title
    pub title: String,
    /// authors
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub author: Vec<Creator>,
    /// translators and adapters
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub translator: Vec<Creator>,
    /// newspaper, journal or book
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub container_title: Option<String>,
    /// series
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub collection_title: Option<String>,
    /// number in the series
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<String>,
    /// publisher
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub publisher: Option<String>,
    /// where the publisher sits
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub publisher_place: Option<String>,
    /// length in pages
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number_of_pages: Option<u32>,
    /// when it was issued; decides what could be known when
    pub issued: Edtf,
    /// digital object identifier
    #[serde(default, rename = "DOI", skip_serializing_if = "Option::is_none")]
    pub doi: Option<String>,
    /// address
    #[serde(default, rename = "URL", skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// language of the text
    pub language: Lang,
    /// Admiralty grade
    pub reliability: Reliability,
    /// the actor that speaks where the source asserts in its own voice
    pub speaker: EntityId,
    /// the source of which this one is a syndicated copy; both count as one
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub copy_of: Option<SourceId>,
    /// SHA-256 of the text that anchors were made on, hexadecimal
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text_sha256: Option<String>,
    /// anything a reader should know
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

impl Source {
    /// The day from which the source could certainly be known: the last that `issued` may mean.
    pub fn known_from(&self) -> Date {
        self.issued.last_day()
    }
}
