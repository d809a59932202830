//! RIS, as reference managers read it (tags of Research Information Systems' format of 2011).

use super::issued::Issued;
use super::kind::in_ris;
use super::{Listed, in_one_line};
use linchpin_model::source::{Creator, Source};
use linchpin_model::text::Lang;

/// A source as a record, each line ended by CRLF.
pub fn record(listed: &Listed<'_>) -> String {
    let source = listed.source;
    let mut lines = vec![("TY", in_ris(&source.r#type).to_string()), ("ID", source.id.to_string())];
    lines.push(("TI", source.title.clone()));
    lines.extend(source.author.iter().map(|author| ("AU", name(author))));
    lines.extend(source.translator.iter().map(|translator| ("A4", name(translator))));
    lines.extend(issued(source));
    lines.extend(place(source));
    let language = if source.language == Lang::De { "de" } else { "en" };
    lines.push(("LA", language.into()));
    lines.extend(listed.notes.iter().map(|note| ("N1", note.clone())));
    lines.push(("ER", String::new()));
    // a line must not break, or its rest would be read as a tag
    lines.iter().map(|(tag, value)| format!("{tag}  - {}\r\n", in_one_line(value))).collect()
}

/// Year, and the date with its slashes where more than the year is known.
fn issued(source: &Source) -> Vec<(&'static str, String)> {
    let dates = Issued::of(&source.issued).dates;
    let Some((year, rest)) = dates.first().and_then(|date| date.split_first()) else { return vec![] };
    let field = |at: usize| rest.get(at).map_or(String::new(), |field| format!("{field:02}"));
    let mut lines = vec![("PY", format!("{year:04}"))];
    if !rest.is_empty() {
        lines.push(("DA", format!("{year:04}/{}/{}/", field(0), field(1))));
    }
    lines
}

/// Where it stands: in what, in which series, with whom, at which address. A report has its series where others have their book.
fn place(source: &Source) -> Vec<(&'static str, String)> {
    let is_report = source.r#type == "report";
    let series = if is_report && source.container_title.is_none() { "T2" } else { "T3" };
    let number = if is_report { "SN" } else { "IS" };
    let pages = source.number_of_pages.map(|pages| pages.to_string());
    let all = [
        ("T2", &source.container_title),
        (series, &source.collection_title),
        (number, &source.number),
        ("PB", &source.publisher),
        ("CY", &source.publisher_place),
        ("SP", &pages),
        ("DO", &source.doi),
        ("UR", &source.url),
    ];
    all.into_iter().filter_map(|(tag, value)| Some((tag, value.clone()?))).collect()
}

fn name(creator: &Creator) -> String {
    match (&creator.family, &creator.given) {
        (Some(family), Some(given)) => format!("{family}, {given}"),
        _ => creator.label().to_string(),
    }
}
