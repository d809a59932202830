//! CSL-JSON, schema 1.0.2 of the Citation Style Language.

use super::Listed;
use super::issued::Issued;
use linchpin_model::source::{Creator, Source};
use linchpin_model::text::Lang;
use serde::Serialize;

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct Item<'s> {
    id: &'s str,
    r#type: &'s str,
    title: &'s str,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    author: &'s [Creator],
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    translator: &'s [Creator],
    #[serde(skip_serializing_if = "Option::is_none")]
    container_title: &'s Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    collection_title: &'s Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    number: &'s Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    publisher: &'s Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    publisher_place: &'s Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    number_of_pages: Option<u32>,
    issued: Day,
    #[serde(rename = "DOI", skip_serializing_if = "Option::is_none")]
    doi: &'s Option<String>,
    #[serde(rename = "URL", skip_serializing_if = "Option::is_none")]
    url: &'s Option<String>,
    language: Lang,
    #[serde(skip_serializing_if = "Option::is_none")]
    note: Option<String>,
}

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct Day {
    date_parts: Vec<Vec<i16>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    season: Option<i16>,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    circa: bool,
}

/// Sources as a list.
pub fn list(listed: &[Listed<'_>]) -> String {
    let items: Vec<Item<'_>> = listed.iter().map(item).collect();
    let text =
        serde_json::to_string_pretty(&items).unwrap_or_else(|e| panic!("a bibliography became no JSON: {e}"));
    text + "\n"
}

fn item<'l>(listed: &'l Listed<'_>) -> Item<'l> {
    let source: &Source = listed.source;
    let Issued { dates, season, circa } = Issued::of(&source.issued);
    Item {
        id: source.id.as_str(),
        r#type: &source.r#type,
        title: &source.title,
        author: &source.author,
        translator: &source.translator,
        container_title: &source.container_title,
        collection_title: &source.collection_title,
        number: &source.number,
        publisher: &source.publisher,
        publisher_place: &source.publisher_place,
        number_of_pages: source.number_of_pages,
        issued: Day { date_parts: dates, season, circa },
        doi: &source.doi,
        url: &source.url,
        language: source.language,
        note: (!listed.notes.is_empty()).then(|| listed.notes.join(" ")),
    }
}
