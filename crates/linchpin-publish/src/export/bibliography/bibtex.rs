//! BibTeX. Letters stay UTF-8, as BibTeX 8, Biber and LaTeX since 2018 read them; what LaTeX would take for a command is escaped.

use super::issued::Issued;
use super::kind::in_bibtex;
use super::{Listed, in_one_line};
use linchpin_model::source::{Creator, Source};
use linchpin_model::text::Lang;

/// The macros for months that every style knows.
const MONTHS: [&str; 12] =
    ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/// A source as an entry. Its key is its id.
pub fn entry(listed: &Listed<'_>) -> String {
    let source = listed.source;
    let kind = in_bibtex(&source.r#type, source.container_title.is_some());
    let mut fields = vec![("author", names(&source.author))];
    // a second pair of braces keeps styles from writing German nouns small
    fields.push(("title", Some(format!("{{{}}}", escaped(&source.title)))));
    fields.push(("translator", names(&source.translator)));
    fields.extend(place(source, kind));
    fields.extend(issued(source));
    fields.push(("doi", source.doi.as_deref().map(address)));
    fields.push(("url", source.url.as_deref().map(address)));
    let language = if source.language == Lang::De { "german" } else { "english" };
    fields.push(("language", Some(language.into())));
    let notes: Vec<String> = listed.notes.iter().map(|note| escaped(note)).collect();
    fields.push(("note", (!notes.is_empty()).then(|| notes.join(" "))));
    let set = |(name, value): (&str, Option<String>)| Some(format!("  {name} = {{{}}},\n", value?));
    let month = month(source).map_or(String::new(), |month| format!("  month = {month},\n"));
    let fields: String = fields.into_iter().filter_map(set).collect();
    format!("@{kind}{{{},\n{fields}{month}}}\n", source.id)
}

/// Where it stands, by the names that fields have in entries of a kind.
fn place(source: &Source, kind: &str) -> Vec<(&'static str, Option<String>)> {
    let text = |value: &Option<String>| value.as_deref().map(escaped);
    let container = match kind {
        "article" => "journal",
        "incollection" | "inproceedings" => "booktitle",
        _ => "howpublished",
    };
    let publisher = match kind {
        "techreport" => "institution",
        "phdthesis" => "school",
        _ => "publisher",
    };
    let series = if kind == "techreport" { "type" } else { "series" };
    vec![
        (container, text(&source.container_title)),
        (series, text(&source.collection_title)),
        ("number", text(&source.number)),
        (publisher, text(&source.publisher)),
        ("address", text(&source.publisher_place)),
        ("pagetotal", source.number_of_pages.map(|pages| pages.to_string())),
    ]
}

/// The year for BibTeX, and the date as it is for BibLaTeX, which reads EDTF.
fn issued(source: &Source) -> Vec<(&'static str, Option<String>)> {
    let dates = Issued::of(&source.issued).dates;
    let year = dates.first().and_then(|date| date.first()).map(|year| year.to_string());
    vec![("year", year), ("date", Some(source.issued.to_string()))]
}

/// The month, where it is sure which.
fn month(source: &Source) -> Option<&'static str> {
    let dates = Issued::of(&source.issued).dates;
    let [date] = dates.as_slice() else { return None };
    let month = usize::try_from(*date.get(1)?).ok()?;
    MONTHS.get(month.checked_sub(1)?).copied()
}

fn names(creators: &[Creator]) -> Option<String> {
    let names: Vec<String> = creators.iter().map(name).collect();
    (!names.is_empty()).then(|| names.join(" and "))
}

/// A person as `Family, Given`; a body in braces, so that it is not taken for a person.
fn name(creator: &Creator) -> String {
    match (&creator.family, &creator.given) {
        (Some(family), Some(given)) => format!("{}, {}", part_of_name(family), part_of_name(given)),
        _ => format!("{{{}}}", escaped(creator.label())),
    }
}

/// A part of a name, in braces where a comma or `and` would part it.
fn part_of_name(part: &str) -> String {
    let is_parted =
        part.contains(',') || part.split_whitespace().any(|word| word.eq_ignore_ascii_case("and"));
    if is_parted { format!("{{{}}}", escaped(part)) } else { escaped(part) }
}

/// A text that LaTeX prints as it is, in one line. BibTeX counts braces that LaTeX would take as escaped, so they become commands.
fn escaped(text: &str) -> String {
    let mut found = String::new();
    for c in in_one_line(text).chars() {
        match c {
            '\\' => found.push_str(r"{\textbackslash}"),
            '{' => found.push_str(r"{\textbraceleft}"),
            '}' => found.push_str(r"{\textbraceright}"),
            '~' => found.push_str(r"{\textasciitilde}"),
            '^' => found.push_str(r"{\textasciicircum}"),
            '<' => found.push_str(r"{\textless}"),
            '>' => found.push_str(r"{\textgreater}"),
            '|' => found.push_str(r"{\textbar}"),
            '&' | '%' | '$' | '#' | '_' => found.extend(['\\', c]),
            c => found.push(c),
        }
    }
    found
}

/// An address or DOI: printed as it is, so that nothing is escaped, but nothing may end the field either.
fn address(address: &str) -> String {
    let mut found = String::new();
    for c in address.chars().filter(|c| !c.is_control()) {
        match c {
            '{' | '}' | '\\' | ' ' => found.push_str(&format!("%{:02X}", u32::from(c))),
            c => found.push(c),
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use biblatex::{Bibliography, ChunksExt};
    use linchpin_model::source::Reliability;
    use proptest::prelude::*;

    #[test]
    fn what_latex_would_take_for_a_command_is_escaped() {
        assert_eq!(escaped("R&D: 50 % of $1_000 #1"), r"R\&D: 50 \% of \$1\_000 \#1");
        assert_eq!(
            escaped(r"\input{x}~^"),
            r"{\textbackslash}input{\textbraceleft}x{\textbraceright}{\textasciitilde}{\textasciicircum}"
        );
        assert_eq!(escaped("Ärger\nmit <Süd>"), r"Ärger mit {\textless}Süd{\textgreater}");
    }

    #[test]
    fn bodies_and_names_that_look_like_several_stand_in_braces() {
        let creator = |family: Option<&str>, given: Option<&str>, literal: Option<&str>| Creator {
            family: family.map(String::from),
            given: given.map(String::from),
            literal: literal.map(String::from),
        };
        assert_eq!(name(&creator(Some("von Ruß"), Some("Ünal"), None)), "von Ruß, Ünal");
        assert_eq!(name(&creator(Some("Smith, Jr."), Some("A."), None)), "{Smith, Jr.}, A.");
        assert_eq!(name(&creator(None, None, Some("Press and Radio"))), "{Press and Radio}");
        assert_eq!(name(&creator(Some("Plato"), None, None)), "{Plato}");
    }

    fn source(title: &str, body: &str) -> Source {
        let author = Creator { family: None, given: None, literal: Some(body.into()) };
        Source {
            id: "s-1".into(),
            r#type: "report".into(),
            title: title.into(),
            author: vec![author],
            translator: vec![],
            container_title: None,
            collection_title: None,
            number: None,
            publisher: None,
            publisher_place: None,
            number_of_pages: None,
            issued: "2024-02-29".parse().unwrap(),
            doi: None,
            url: Some(format!("https://example.org/{title}")),
            language: Lang::De,
            reliability: Reliability::A,
            speaker: "s".into(),
            copy_of: None,
            text_sha256: None,
            note: None,
        }
    }

    const HOSTILE: &str = "[\\\\{}\"%&$#_~^<>|@,=\n\r\tä a-z]{1,30}";

    proptest! {
        #[test]
        fn an_entry_is_read_back(title in HOSTILE, body in HOSTILE) {
            let source = source(&title, &body);
            let written = entry(&Listed { source: &source, notes: vec![title.clone()] });
            let read = Bibliography::parse(&written).unwrap();
            let read = read.get("s-1").unwrap();
            let text = |field: &str| read.get(field).unwrap().format_verbatim();
            prop_assert_eq!(text("title"), in_one_line(&title), "{}", written);
            prop_assert_eq!(text("note"), in_one_line(&title), "{}", written);
            prop_assert_eq!(text("author"), in_one_line(&body), "{}", written);
            prop_assert_eq!(text("language"), "german");
        }

        /// BibTeX reads up to the brace that closes the field, whatever stands before it.
        #[test]
        fn braces_are_balanced_and_nothing_breaks_the_line(text in HOSTILE) {
            for written in [escaped(&text), address(&text)] {
                let mut depth = 0;
                for c in written.chars() {
                    depth += match c { '{' => 1, '}' => -1, _ => 0 };
                    prop_assert!(depth >= 0, "{}", written);
                }
                prop_assert_eq!(depth, 0);
                prop_assert!(!written.contains(char::is_control));
            }
        }
    }
}
