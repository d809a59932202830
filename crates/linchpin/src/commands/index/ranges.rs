//! How sure an index is, for a reader: ranges of scores and ranks, ties, and where they come from.

use crate::context::Context;
use crate::render::table::{Edge, Table};
use crate::render::{NONE, number, section, width};
use linchpin_study::index::{Answer, Part, Ranged, Ranges, Sensitive, Sensitivity};

/// How many sources and indicators are listed.
const SHOWN: usize = 8;

/// The sections about uncertainty; nothing where nothing is uncertain.
pub fn text(found: &Answer, context: &Context<'_>) -> String {
    let voice = context.voice;
    let Some(ranges) = &found.uncertainty else { return String::new() };
    let mut text = section(&voice.say(match ranges.meaning {
        "sensitivity_range" => "index-meaning-sensitivity-range",
        "uncertainty_interval" => "index-meaning-uncertainty-interval",
        _ => "index-meaning-range-over-methods",
    }));
    text.push_str(&scores(ranges, context).set(width(), "  "));
    if let Some(sensitivity) = &found.sensitivity {
        text.push_str(&section(&voice.say("index-sensitivity")));
        text.push_str(&sources(sensitivity, context).set(width(), "  "));
        text.push_str(&section(&voice.say("index-left-out")));
        text.push_str(&left_out(sensitivity, context).set(width(), "  "));
    }
    text
}

/// What the figures mean.
pub fn notes(found: &Answer, context: &Context<'_>) -> Vec<String> {
    let voice = context.voice;
    let Some(ranges) = &found.uncertainty else { return vec![] };
    let range = voice.say(match ranges.meaning {
        "sensitivity_range" => "index-range-sensitivity-range",
        "uncertainty_interval" => "index-range-uncertainty-interval",
        _ => "index-range-methods",
    });
    let slots = [
        ("draws", number::count(ranges.draws, context.lang()).into()),
        ("seed", ranges.seed.to_string().into()),
        ("range", range.into()),
        ("sure", context.percent(ranges.sure).into()),
        ("error", number::fixed(ranges.error, 2, context.lang()).into()),
    ];
    let mut notes = vec![voice.fill("index-ranges-note", &slots)];
    let sometimes = ranges.units.iter().filter(|unit| unit.score.is_some() && unit.missing > 0.0);
    let missing: Vec<String> =
        sometimes.map(|unit| format!("{} ({})", unit.unit, context.percent(unit.missing))).collect();
    if !missing.is_empty() {
        notes.push(voice.fill("index-missing-note", &[("list", missing.join(", ").into())]));
    }
    if found.sensitivity.is_some() {
        notes.push(voice.say("index-sensitivity-note"));
    }
    notes
}

fn scores(ranges: &Ranges, context: &Context<'_>) -> Table {
    let voice = context.voice;
    let heads = [
        ("index-column-sure-ranks", Edge::Left),
        ("index-column-unit", Edge::Left),
        ("index-column-score", Edge::Right),
        ("index-column-middle50", Edge::Right),
        ("index-column-middle90", Edge::Right),
        ("index-column-above-next", Edge::Right),
    ];
    let mut table = Table::new(heads.map(|(id, edge)| (voice.say(id), edge)));
    let none = || NONE.to_string();
    let interval =
        |ends: Option<[f64; 2]>| ends.map_or_else(none, |ends| number::interval(ends, context.lang()));
    for of in &ranges.units {
        table.row([
            possible(of),
            of.unit.clone(),
            of.score.map_or_else(none, |score| number::score(score, context.lang())),
            interval(of.i50),
            interval(of.i90),
            of.above_next.map_or_else(none, |above| context.percent(above)),
        ]);
    }
    table
}

/// The ranks that are possible, with a mark where the order to the next unit is not sure.
pub fn possible(of: &Ranged) -> String {
    let Some([best, worst]) = of.ranks else { return NONE.into() };
    let ranks = if best == worst { best.to_string() } else { format!("{best}–{worst}") };
    if of.tied_with_next { format!("{ranks} ≈") } else { ranks }
}

/// By kind, and below that the single sources with the most influence.
fn sources(found: &Sensitivity, context: &Context<'_>) -> Table {
    let voice = context.voice;
    let heads = [
        ("index-column-source", Edge::Left),
        ("index-column-alone", Edge::Right),
        ("index-column-with-others", Edge::Right),
    ];
    let mut table = Table::new(heads.map(|(id, edge)| (voice.say(id), edge)));
    let mut single: Vec<&Sensitive> =
        found.sources.iter().filter(|of| of.of == "shift" && of.code.is_some()).collect();
    single.sort_by(|a, b| b.total.value.total_cmp(&a.total.value));
    for of in found.kinds.iter().chain(single.into_iter().take(SHOWN)) {
        let source = voice.say(source_id(of.source));
        let named = match &of.code {
            Some(code) => {
                voice.fill("index-source-of", &[("source", source.into()), ("code", code.as_str().into())])
            }
            None => source,
        };
        table.row([named, part(of.first, context), part(of.total, context)]);
    }
    table
}

fn source_id(source: &str) -> &'static str {
    match source {
        "weights" => "index-source-weights",
        "noise" => "index-source-noise",
        "imputation" => "index-source-imputation",
        "treatment" => "index-source-treatment",
        "normalisation" => "index-source-normalisation",
        _ => "index-source-aggregation",
    }
}

/// A share with its interval; the estimate may fall short of 0.
fn part(part: Part, context: &Context<'_>) -> String {
    let [value, low, high] =
        [part.value, part.i95[0], part.i95[1]].map(|of| context.percent(of.clamp(0.0, 1.0)));
    format!("{value} ({low}–{high})")
}

fn left_out(found: &Sensitivity, context: &Context<'_>) -> Table {
    let voice = context.voice;
    let heads = [
        ("index-column-without", Edge::Left),
        ("index-column-shift", Edge::Right),
        ("index-column-greatest", Edge::Right),
    ];
    let mut table = Table::new(heads.map(|(id, edge)| (voice.say(id), edge)));
    for of in found.left_out.iter().take(SHOWN) {
        let shift = number::fixed(of.mean_shift, 2, context.lang());
        table.row([of.indicator.clone(), shift, of.greatest.to_string()]);
    }
    table
}
