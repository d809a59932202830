//! A source as the record in CSL-JSON that the style reads.

use super::Report;
use crate::export::bibliography::in_one_line;
use crate::export::bibliography::issued::Issued;
use hayagriva::citationberg::json::{
    DateValue, Item, LiteralName, NameItem, NameValue, Value, VecDate, VecDateRange,
};
use linchpin_model::source::{Creator, Source};
use std::collections::BTreeMap;

/// No language, so that titles keep the capitals that their authors gave them: the title case of the processor would make “Us” of
/// “US” in quotation marks.
const UNTOUCHED: &str = "zxx";

/// Makes a record, field by field.
pub struct Record(BTreeMap<String, Value>);

impl Record {
    /// The record of a source.
    pub fn of_source(source: &Source) -> Item {
        let kind = kind(source);
        let title = if QUOTED.contains(&kind) { inner_marks(&source.title) } else { source.title.clone() };
        let mut record = Record::new(source.id.as_str(), kind, &title);
        record.names("author", &source.author);
        record.names("translator", &source.translator);
        record.text("container-title", source.container_title.as_deref());
        record.text("collection-title", source.collection_title.as_deref());
        record.text(number_of(source), source.number.as_deref());
        record.text("publisher", source.publisher.as_deref());
        record.text("publisher-place", source.publisher_place.as_deref());
        record.issued(Issued::of(&source.issued));
        record.text("DOI", source.doi.as_deref());
        record.text("URL", source.url.as_deref());
        Item(record.0)
    }

    /// The record of the report itself.
    pub fn of_report(report: &Report<'_>) -> Item {
        let mut record = Record::new("report", "report", report.title);
        record.names("author", report.author);
        record.text("publisher", report.publisher);
        record.text("version", report.version);
        record.issued(Issued::of(&report.issued.into()));
        record.text("URL", report.url);
        Item(record.0)
    }

    fn new(id: &str, kind: &str, title: &str) -> Record {
        let mut record = Record(BTreeMap::new());
        // as it is, since entries are told apart by it
        record.0.insert("id".into(), Value::String(id.into()));
        record.text("type", Some(kind));
        record.text("title", Some(title));
        record.text("language", Some(UNTOUCHED));
        record
    }

    fn text(&mut self, field: &str, text: Option<&str>) {
        let text = text.map(in_one_line).filter(|text| !text.is_empty());
        self.0.extend(text.map(|text| (field.to_string(), Value::String(text))));
    }

    fn names(&mut self, field: &str, creators: &[Creator]) {
        let names: Vec<NameValue> = creators.iter().filter_map(name).collect();
        if !names.is_empty() {
            self.0.insert(field.into(), Value::Names(names));
        }
    }

    /// The processor knows no spans: of one stands what both ends share; where that is nothing, its first year, as not certain.
    fn issued(&mut self, issued: Issued) {
        let (parts, circa) = match issued.dates.as_slice() {
            [] => return,
            [one] => (one.clone(), issued.circa),
            [first, .., last] => {
                let shared = first.iter().zip(last).take_while(|(a, b)| a == b).count();
                match shared {
                    0 => (first[..first.len().min(1)].to_vec(), true),
                    _ => (first[..shared].to_vec(), issued.circa),
                }
            }
        };
        if parts.is_empty() {
            return;
        }
        let date_parts = VecDateRange(vec![VecDate(parts)]);
        let season = issued.season.map(|season| season.to_string());
        self.0.insert(
            "issued".into(),
            Value::Date(DateValue::DateParts { date_parts, literal: None, season, circa }),
        );
    }
}

/// Types whose titles the style puts in quotation marks.
const QUOTED: [&str; 7] = [
    "article-journal",
    "article-magazine",
    "article-newspaper",
    "chapter",
    "paper-conference",
    "post-weblog",
    "webpage",
];

/// The type by which the style sets a source: its own where the style has words for it in both languages, else that of a page,
/// of which it sets whatever is known. What CSL calls an article is a preprint to it, which sources of dossiers are not; and what
/// stands in nothing, or has no author besides the newspaper, it would set as a book or not at all.
fn kind(source: &Source) -> &str {
    let is_signed = source.author.iter().any(|author| name(author).is_some());
    let is_part = source.container_title.as_deref().is_some_and(|title| !in_one_line(title).is_empty());
    match source.r#type.as_str() {
        kind @ ("bill" | "book" | "legislation" | "map" | "pamphlet" | "regulation" | "report"
        | "standard" | "thesis" | "treaty") => kind,
        "classic" => "book",
        "article" if is_signed && is_part => "article-newspaper",
        kind @ ("article-journal" | "article-magazine" | "article-newspaper" | "chapter"
        | "paper-conference" | "post-weblog")
            if is_signed && is_part =>
        {
            kind
        }
        _ => "webpage",
    }
}

/// Quotation marks as they stand within others, in German and English.
fn inner_marks(title: &str) -> String {
    let inner = |mark| match mark {
        '„' => '‚',
        '“' => '‘',
        '”' => '’',
        other => other,
    };
    title.chars().map(inner).collect()
}

/// What the number of a source counts: issues of a journal, volumes of a series, else reports.
fn number_of(source: &Source) -> &'static str {
    match (source.r#type.as_str(), &source.collection_title) {
        ("article-journal" | "article-magazine" | "article-newspaper", _) => "issue",
        (_, Some(_)) => "collection-number",
        _ => "number",
    }
}

/// A person by family and given name, anybody else by the one name there is.
fn name(creator: &Creator) -> Option<NameValue> {
    let known = |part: &Option<String>| part.as_deref().map(in_one_line).filter(|part| !part.is_empty());
    match (known(&creator.family), known(&creator.given)) {
        (Some(family), given @ Some(_)) => Some(NameValue::Item(NameItem {
            family,
            given,
            non_dropping_particle: None,
            dropping_particle: None,
            suffix: None,
            comma_suffix: None,
        })),
        _ => {
            let literal = in_one_line(creator.label());
            (!literal.is_empty()).then_some(NameValue::Literal(LiteralName { literal }))
        }
    }
}
