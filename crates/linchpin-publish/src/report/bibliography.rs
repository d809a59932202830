//! The bibliography of a report and how the report is cited: full notes and bibliography of the Chicago Manual of Style (18th
//! edition), set by the Citation Style Language.
//!
//! Of the styles that `hayagriva` brings along this is the one whose entries are right in German as well as in English: days with
//! their point and month („28. Oktober 2025“), quotation marks of the language, dates that are not certain in brackets. ISO 690
//! and the Harvard styles lose the day or write “Available from” into German; DIN 1505 is not among them.
//!
//! The processor gets CSL-JSON, which the records of a dossier are but for a few fields (`record`).

mod record;

use crate::export::bibliography::in_one_line;
use crate::report::document::Span;
use crate::voice::Voice;
use hayagriva::archive::{ArchivedStyle, locales};
use hayagriva::citationberg::json::Item;
use hayagriva::citationberg::taxonomy::{OtherTerm, Term};
use hayagriva::citationberg::{FontStyle, FontWeight, IndependentStyle, Locale, LocaleCode, Style};
use hayagriva::{
    BibliographyDriver, BibliographyRequest, CitationItem, CitationRequest, ElemChild, ElemChildren,
    Formatted,
};
use linchpin_model::Date;
use linchpin_model::id::SourceId;
use linchpin_model::source::{Creator, Source};
use linchpin_model::text::Lang;
use record::Record;
use std::sync::LazyLock;

/// What is cited when a report is.
#[derive(Clone, Copy, Debug)]
pub struct Report<'a> {
    /// its title, with the subtitle
    pub title: &'a str,
    /// who wrote it; may be nobody
    pub author: &'a [Creator],
    /// the dossier, or who publishes it
    pub publisher: Option<&'a str>,
    /// which state of the dossier and the program it is of
    pub version: Option<&'a str>,
    /// the day it is of
    pub issued: Date,
    /// where it is
    pub url: Option<&'a str>,
}

/// The bibliography of some sources, sorted as the style wants it. A syndicated copy stands after its original and says so.
pub fn entries(sources: &[&Source], lang: Lang) -> Vec<(SourceId, Vec<Span>)> {
    let items: Vec<Item> = sources.iter().map(|source| Record::of_source(source)).collect();
    let voice = Voice::new(lang);
    let mut sorted = vec![];
    for (key, mut spans) in set(&items, lang) {
        let Some(source) = sources.iter().find(|source| source.id.as_str() == key) else { continue };
        if let Some(original) = &source.copy_of {
            spans.push(Span::Words(format!(" {}", copy_note(original, sources, &voice))));
        }
        sorted.push((*source, joined(spans)));
    }
    copies_last(sorted).into_iter().map(|(source, spans)| (source.id.clone(), spans)).collect()
}

/// How a report is cited.
pub fn cite(report: &Report<'_>, lang: Lang) -> Vec<Span> {
    let entries = set(&[Record::of_report(report)], lang);
    entries.into_iter().flat_map(|(_, spans)| joined(spans)).collect()
}

fn copy_note(original: &SourceId, sources: &[&Source], voice: &Voice) -> String {
    match sources.iter().find(|source| source.id == *original) {
        Some(listed) => voice.fill("source-copy-of", &[("title", in_one_line(&listed.title).into())]),
        None => voice.fill("source-copy-of-unlisted", &[("source", original.as_str().into())]),
    }
}

/// The entries with each copy moved behind its original, a copy of a copy behind that.
fn copies_last<T>(entries: Vec<(&Source, T)>) -> Vec<(&Source, T)> {
    let listed: Vec<&Source> = entries.iter().map(|(source, _)| *source).collect();
    let place = |id: &SourceId| listed.iter().position(|source| source.id == *id);
    let rank = |source: &Source| {
        let mut rank = (place(&source.id), 0);
        // no more steps than there are sources, lest copies of one another lead in circles
        while let Some(original) = rank.0.and_then(|at| place(listed[at].copy_of.as_ref()?))
            && rank.1 < listed.len()
        {
            rank = (Some(original), rank.1 + 1);
        }
        rank
    };
    let mut ranked: Vec<_> = entries.into_iter().map(|entry| (rank(entry.0), entry)).collect();
    ranked.sort_by_key(|(rank, _)| *rank);
    ranked.into_iter().map(|(_, entry)| entry).collect()
}

static STYLE: LazyLock<IndependentStyle> = LazyLock::new(|| match ArchivedStyle::ChicagoNotes.get() {
    Style::Independent(style) => style,
    Style::Dependent(_) => panic!("the built-in style has the rules of another"),
});

/// The words of both languages.
static LOCALES: LazyLock<[Locale; 2]> = LazyLock::new(|| {
    let mut all = locales();
    [Lang::De, Lang::En].map(|lang| {
        let code = code(lang);
        let at = all.iter().position(|locale| locale.lang.as_ref() == Some(&code));
        let mut locale = all.swap_remove(at.unwrap_or_else(|| panic!("no built-in words of {}", code.0)));
        if lang == Lang::En {
            quote_double(&mut locale);
        }
        locale
    })
});

fn code(lang: Lang) -> LocaleCode {
    let code = match lang {
        Lang::De => "de-DE",
        Lang::En => "en-GB",
    };
    LocaleCode(code.into())
}

/// Double quotation marks outside and single ones inside, as everywhere else in the program: British words have them the other
/// way round.
fn quote_double(locale: &mut Locale) {
    let swapped = |name| match name {
        Term::Other(OtherTerm::OpenQuote) => Term::Other(OtherTerm::OpenInnerQuote),
        Term::Other(OtherTerm::OpenInnerQuote) => Term::Other(OtherTerm::OpenQuote),
        Term::Other(OtherTerm::CloseQuote) => Term::Other(OtherTerm::CloseInnerQuote),
        Term::Other(OtherTerm::CloseInnerQuote) => Term::Other(OtherTerm::CloseQuote),
        other => other,
    };
    for term in locale.terms.iter_mut().flat_map(|terms| &mut terms.terms) {
        term.name = swapped(term.name);
    }
}

/// Entries as the style sets and sorts them, with the ids of their records.
fn set(items: &[Item], lang: Lang) -> Vec<(String, Vec<Span>)> {
    let (style, locales) = (&*STYLE, &*LOCALES);
    let mut driver = BibliographyDriver::new();
    for item in items {
        let cited = vec![CitationItem::with_entry(item)];
        driver.citation(CitationRequest::new(cited, style, Some(code(lang)), locales, None));
    }
    let set = driver.finish(BibliographyRequest::new(style, Some(code(lang)), locales));
    let entries = set.bibliography.map_or(vec![], |bibliography| bibliography.items);
    entries.into_iter().map(|entry| (entry.key, spans(&entry.content))).collect()
}

fn spans(children: &ElemChildren) -> Vec<Span> {
    let span = |child: &ElemChild| match child {
        ElemChild::Text(text) => vec![formatted(text)],
        ElemChild::Elem(inner) => spans(&inner.children),
        ElemChild::Link { url, .. } => vec![Span::Link(url.clone())],
        // neither comes from CSL-JSON: mathematics of Typst, and places in a text that the caller fills
        ElemChild::Markup(text) => vec![Span::Words(text.clone())],
        ElemChild::Transparent { .. } => vec![],
    };
    children.0.iter().flat_map(span).collect()
}

fn formatted(text: &Formatted) -> Span {
    let words = text.text.clone();
    match (text.formatting.font_style, text.formatting.font_weight) {
        (FontStyle::Italic, _) => Span::Emphasis(words),
        (_, FontWeight::Bold) => Span::Strong(words),
        _ => Span::Words(words),
    }
}

/// The same with neighbours of one kind in one span.
fn joined(spans: Vec<Span>) -> Vec<Span> {
    let mut joined: Vec<Span> = vec![];
    for span in spans {
        match (joined.last_mut(), span) {
            (Some(Span::Words(before)), Span::Words(words))
            | (Some(Span::Emphasis(before)), Span::Emphasis(words)) => before.push_str(&words),
            (_, span) => joined.push(span),
        }
    }
    joined
}

#[cfg(test)]
mod tests;
