//! Statements that nobody made, in words.

use crate::names::Names;
use crate::quantity;
use linchpin_study::overturn::Supposed;

/// A supposed statement in words: `South Korea · Severity of the threat from China: risk`.
pub fn supposed(supposed: &Supposed, names: &Names<'_>) -> String {
    let words = names.snapshot.vocabulary();
    let predicate = supposed.predicate.as_deref().unwrap_or_default();
    let about = match supposed.kind {
        "position" => names.issue(&predicate.into()).to_string(),
        "quantity" => {
            words.measures.get(predicate).map_or("", |measure| names.text(&measure.name)).to_string()
        }
        _ => names.topic(&predicate.into()).to_string(),
    };
    let what = match (&supposed.level, &supposed.amount, supposed.event) {
        (Some(level), ..) => Some(names.text(level).to_string()),
        (_, Some(amount), _) => Some(quantity::written(amount, "", names.voice)),
        (.., Some(_)) => Some(names.voice.say("said-supposed-event")),
        _ => None,
    };
    let said =
        [Some(about).filter(|about| !about.is_empty()), what].into_iter().flatten().collect::<Vec<_>>();
    let sides = names.sides(&supposed.subject, supposed.object.as_ref());
    let text = format!("{sides} · {}", said.join(": "));
    match supposed.kind {
        "judgement" => names.voice.fill("said-supposed-grade", &[("text", text.into())]),
        _ => text,
    }
}
