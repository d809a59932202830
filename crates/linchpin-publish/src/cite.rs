//! A statement in a note: who says it, when it holds, where it stands.

use crate::date;
use crate::names::Names;
use linchpin_study::Cited;

/// Who says a statement, when it holds and where it stands, in one line: `swp-2021-012 · May 2021 · Pentagon · Overhaus 2021, Section`.
pub fn place(cited: &Cited, names: &Names<'_>) -> String {
    let valid = date::edtf_text(&cited.valid, names.voice);
    let mut passages: Vec<String> = cited
        .evidence
        .iter()
        .map(|passage| {
            let place = names.passage(&passage.source, &passage.locator);
            match passage.supports {
                true => place,
                false => names.voice.fill("note-against", &[("place", place.into())]),
            }
        })
        .collect();
    passages.dedup();
    let parts = [cited.id.to_string(), valid, speaker(cited, names), passages.join("; ")];
    parts.join(" · ")
}

/// Who says a statement, through whom, and how, where it is not simply said: `Pentagon (reported by unnamed reports)`.
pub fn speaker(cited: &Cited, names: &Names<'_>) -> String {
    let name = names.entity(&cited.speaker);
    let via: Vec<String> = cited.via.iter().map(|id| names.entity(id)).collect();
    let how = match cited.modality {
        "reported" => Some("modality-reported"),
        "alleged" => Some("modality-alleged"),
        "denied" => Some("modality-denied"),
        _ => None,
    };
    let how = how.map(|id| names.voice.say(id));
    let via = (!via.is_empty()).then(|| names.voice.fill("said-via", &[("via", via.join(", ").into())]));
    let remarks: Vec<String> = [how, via].into_iter().flatten().collect();
    if remarks.is_empty() { name } else { format!("{name} ({})", remarks.join(", ")) }
}
