//! Cells of CSV tables.

use linchpin_model::text::Text;
use linchpin_study::Cited;

/// A value as it is; an empty cell where there is none.
pub fn cell(value: Option<impl ToString>) -> String {
    value.map_or_else(String::new, |value| value.to_string())
}

/// A text in German and English; two empty cells where there is none.
pub fn text_cells(text: Option<&Text>) -> [String; 2] {
    text.map_or_else(Default::default, |text| [text.de.clone(), text.en.clone()])
}

/// The columns of a cited statement.
pub const CITED_COLUMNS: [&str; 12] = [
    "statement",
    "kind",
    "valid",
    "known_at",
    "speaker",
    "via",
    "modality",
    "sources",
    "locators",
    "contradicting",
    "text_de",
    "text_en",
];

/// The cells of [`CITED_COLUMNS`].
pub fn cited_cells(cited: &Cited) -> [String; 12] {
    let sources = |supports: bool| {
        let passages = cited.evidence.iter().filter(move |passage| passage.supports == supports);
        passages.map(|passage| passage.source.as_str()).collect::<Vec<_>>().join(" ")
    };
    let locators: Vec<&str> =
        cited.evidence.iter().filter(|p| p.supports).map(|passage| passage.locator.as_str()).collect();
    [
        cited.id.to_string(),
        cited.kind.to_string(),
        cited.valid.clone(),
        cited.known.to_string(),
        cited.speaker.to_string(),
        cited.via.iter().map(|id| id.as_str()).collect::<Vec<_>>().join(" "),
        cited.modality.to_string(),
        sources(true),
        locators.join("; "),
        sources(false),
        cited.text.de.clone(),
        cited.text.en.clone(),
    ]
}
