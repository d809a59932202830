//! Statements as annotations of their sources, after the Web Annotation Data Model (W3C Recommendation, 2017).
//!
//! Anchors count bytes of the text in UTF-8, so the selector is a `DataPositionSelector`; it selects from the text whose SHA-256
//! stands beside it. A passage is quoted only where the dossier quotes it. Ids are URNs made of the ids of the dossier.

use linchpin_dossier::{Seen, View};
use linchpin_model::Timestamp;
use linchpin_model::source::Source;
use linchpin_model::statement::{Anchor, Evidence, Stance};
use linchpin_model::text::Lang;
use serde::Serialize;

/// The vocabulary of the W3C, and three terms that it lacks.
#[derive(Serialize)]
struct Vocabulary(&'static str, Terms);

#[derive(Serialize)]
struct Terms {
    locator: &'static str,
    sha256: &'static str,
    credibility: &'static str,
}

const VOCABULARY: Vocabulary = Vocabulary(
    "http://www.w3.org/ns/anno.jsonld",
    Terms {
        locator: "urn:linchpin:term:locator",
        sha256: "urn:linchpin:term:sha256",
        credibility: "urn:linchpin:term:credibility",
    },
);

#[derive(Serialize)]
struct Collection<'s> {
    #[serde(rename = "@context")]
    context: Vocabulary,
    id: String,
    r#type: &'static str,
    total: usize,
    first: Page<'s>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Page<'s> {
    id: String,
    r#type: &'static str,
    start_index: usize,
    items: Vec<Annotation<'s>>,
}

#[derive(Serialize)]
struct Annotation<'s> {
    id: String,
    r#type: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    created: Option<Timestamp>,
    creator: String,
    motivation: &'static str,
    body: Vec<Body<'s>>,
    target: Target<'s>,
}

#[derive(Serialize)]
#[serde(untagged)]
enum Body<'s> {
    /// the statement in words, or whether the passage supports it
    Words {
        r#type: &'static str,
        purpose: &'static str,
        #[serde(skip_serializing_if = "Option::is_none")]
        language: Option<Lang>,
        format: &'static str,
        value: &'s str,
    },
    /// the statement itself, which other annotations may share
    Statement { r#type: &'static str, purpose: &'static str, source: String },
}

#[derive(Serialize)]
struct Target<'s> {
    r#type: &'static str,
    source: Text<'s>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    selector: Vec<Selector<'s>>,
    locator: &'s str,
    credibility: u8,
}

/// The text of a source.
#[derive(Serialize)]
struct Text<'s> {
    id: String,
    r#type: &'static str,
    language: Lang,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    via: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    sha256: Option<&'s str>,
}

#[derive(Serialize)]
#[serde(tag = "type")]
enum Selector<'s> {
    DataPositionSelector { start: u32, end: u32 },
    TextQuoteSelector { exact: &'s str },
}

/// What all ids of a dossier begin with.
struct Ids<'s>(&'s str);

impl Ids<'_> {
    fn of(&self, what: &str, id: &str) -> String {
        format!("urn:linchpin:{}:{what}:{id}", self.0)
    }
}

/// One annotation for each piece of evidence that a view sees.
pub fn collection(view: &View<'_>) -> String {
    let dossier = Ids(&view.snapshot().settings().id);
    let annotated: Vec<Seen<'_>> = view.statements().collect();
    let items: Vec<Annotation<'_>> = annotated
        .iter()
        .flat_map(|seen| seen.evidence().map(|evidence| annotation(seen, evidence, view, &dossier)))
        .collect();
    let collection = Collection {
        context: VOCABULARY,
        id: dossier.of("annotations", view.snapshot().version()),
        r#type: "AnnotationCollection",
        total: items.len(),
        first: Page {
            id: dossier.of("annotations", &format!("{}:1", view.snapshot().version())),
            r#type: "AnnotationPage",
            start_index: 0,
            items,
        },
    };
    let text = serde_json::to_string_pretty(&collection)
        .unwrap_or_else(|e| panic!("annotations became no JSON: {e}"));
    text + "\n"
}

fn annotation<'s>(
    seen: &Seen<'s>,
    evidence: &'s Evidence,
    view: &View<'s>,
    dossier: &Ids<'_>,
) -> Annotation<'s> {
    let statement = seen.statement;
    // counted among all evidence, so that the id is the same where less is known
    let place = statement.evidence.iter().position(|e| std::ptr::eq(e, evidence)).map_or(0, |at| at + 1);
    let words = |purpose, language, value| Body::Words {
        r#type: "TextualBody",
        purpose,
        language,
        format: "text/plain",
        value,
    };
    let stance = match evidence.stance {
        Stance::Supports => "supports",
        Stance::Contradicts => "contradicts",
    };
    let identity = dossier.of("statement", statement.id.as_str());
    Annotation {
        id: dossier.of("annotation", &format!("{}:{place}", statement.id)),
        r#type: "Annotation",
        created: seen.recorded,
        creator: dossier.of("coder", seen.coder.as_str()),
        motivation: "describing",
        body: vec![
            words("describing", Some(Lang::De), &statement.text.de),
            words("describing", Some(Lang::En), &statement.text.en),
            words("classifying", None, stance),
            Body::Statement { r#type: "SpecificResource", purpose: "identifying", source: identity },
        ],
        target: target(evidence, view.vocabulary().sources.get(&evidence.source), dossier),
    }
}

fn target<'s>(evidence: &'s Evidence, source: Option<&'s Source>, dossier: &Ids<'_>) -> Target<'s> {
    let anchor = evidence.anchor.as_ref();
    let doi = source.and_then(|source| source.doi.as_ref()).map(|doi| format!("https://doi.org/{doi}"));
    let url = source.and_then(|source| source.url.clone());
    Target {
        r#type: "SpecificResource",
        source: Text {
            id: dossier.of("source", evidence.source.as_str()),
            r#type: "Text",
            language: source.map_or(Lang::En, |source| source.language),
            via: doi.into_iter().chain(url).collect(),
            sha256: anchor.map(|anchor| anchor.text.as_str()),
        },
        selector: anchor.map_or(vec![], selectors),
        locator: &evidence.locator,
        credibility: evidence.credibility.into(),
    }
}

fn selectors(anchor: &Anchor) -> Vec<Selector<'_>> {
    let [start, end] = anchor.span;
    let quote = anchor.quote.as_deref().map(|exact| Selector::TextQuoteSelector { exact });
    [Selector::DataPositionSelector { start, end }].into_iter().chain(quote).collect()
}
