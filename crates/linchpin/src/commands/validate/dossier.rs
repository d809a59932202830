//! Experiments 3 to 5, on the dossier itself, as tables.

use crate::context::Context;
use crate::render::table::{Edge, Table};
use crate::render::{number, width};
use linchpin_study::validate::{ALPHA, Agreement, DoubleCoding, Gain, JOINTLY, LabelPlacebo, Vintages};

/// The label placebo: what was counted, and how often.
pub fn labels(found: &LabelPlacebo, context: &Context<'_>) -> Table {
    let voice = context.voice;
    let of = |some: usize, all: usize| {
        voice.fill("validate-of", &[("some", some.to_string().into()), ("all", all.to_string().into())])
    };
    let mut table = measures(context);
    for (message, value) in [
        ("validate-labels-hold", of(found.hold, found.conclusions)),
        ("validate-labels-reversed", of(found.reversed, found.comparisons)),
        ("validate-labels-permuted", context.percent(found.permuted)),
        ("validate-labels-both", context.percent(found.permuted_and_weighted)),
        ("validate-labels-weighted", context.percent(found.weighted)),
        ("validate-labels-any", of(found.under_any_weights, found.hold)),
    ] {
        table.row([voice.say(message), value]);
    }
    table
}

/// What the label placebo asks for.
pub fn labels_note(context: &Context<'_>) -> String {
    context.voice.fill("note-labels", &[("jointly", context.percent(JOINTLY).into())])
}

/// The vintages: how later readings were predicted.
pub fn vintages(found: &Vintages, context: &Context<'_>) -> Table {
    let voice = context.voice;
    let gain = |gain: Gain| {
        let mean = number::difference(gain.mean, context.lang());
        gain.error.map_or(mean.clone(), |error| format!("{mean} ± {}", context.score(error)))
    };
    let mut table = measures(context);
    for (message, value) in [
        ("validate-vintages-states", found.states.to_string()),
        ("validate-vintages-readings", found.readings.to_string()),
        ("validate-vintages-new", found.new_states.to_string()),
        ("validate-vintages-covered", context.percent(found.covered_90)),
        ("validate-vintages-persistence", gain(found.over_persistence)),
        ("validate-vintages-half", gain(found.over_half)),
    ] {
        table.row([voice.say(message), value]);
    }
    table
}

/// The double coding: α of each part of a coding.
pub fn double_coding(found: &DoubleCoding, context: &Context<'_>) -> Table {
    let voice = context.voice;
    let mut table = Table::new([
        (voice.say("validate-part"), Edge::Left),
        (voice.say("validate-alpha"), Edge::Right),
        (number::whole_percent(90.0, context.lang()), Edge::Left),
        (voice.say("validate-passages"), Edge::Right),
    ]);
    for (message, agreement) in parts(found) {
        if let Some(Agreement { alpha, i90, units }) = agreement {
            let cells = [context.score(*alpha), number::interval(*i90, context.lang()), units.to_string()];
            table.row([voice.say(message)].into_iter().chain(cells));
        }
    }
    table
}

fn parts(found: &DoubleCoding) -> [(&'static str, &Option<Agreement>); 6] {
    [
        ("validate-coding-levels", &found.levels),
        ("validate-coding-kind", &found.kind_of_place),
        ("validate-coding-salience", &found.salience),
        ("validate-coding-layer", &found.layer),
        ("validate-coding-modality", &found.modality),
        ("validate-coding-hedged", &found.hedged),
    ]
}

/// The passages that were read differently, as a table below the other.
pub fn disagreements(found: &DoubleCoding, context: &Context<'_>) -> String {
    let voice = context.voice;
    let mut table = Table::new([
        (voice.say("validate-statement"), Edge::Left),
        (voice.say("validate-about"), Edge::Left),
        (voice.say("validate-first"), Edge::Left),
        (voice.say("validate-second"), Edge::Left),
    ]);
    for d in &found.disagreements {
        let second = d.second.clone().unwrap_or_else(|| voice.say("validate-no-level"));
        table.row([d.statement.to_string(), d.about.clone(), d.first.clone(), second]);
    }
    table.set(width(), "  ")
}

/// What the double coding asks for.
pub fn double_coding_note(found: &DoubleCoding, context: &Context<'_>) -> String {
    let slots = [
        ("coder", found.coder.as_str().into()),
        ("same", found.same.to_string().into()),
        ("passages", found.passages.to_string().into()),
        ("alpha", context.score(ALPHA).into()),
    ];
    context.voice.fill("note-double-coding", &slots)
}

fn measures(context: &Context<'_>) -> Table {
    Table::new([
        (context.voice.say("validate-what"), Edge::Left),
        (context.voice.say("validate-result"), Edge::Right),
    ])
}
