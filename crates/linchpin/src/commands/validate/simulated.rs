//! Experiments 1 and 2 as tables.

use crate::context::Context;
use crate::names::Names;
use crate::render::table::{Edge, Table};
use crate::render::{NONE, number};
use linchpin_study::validate::{BIAS, COVERAGE, COVERAGE_IF_WRONG, FALSE_DECLINES, Row};

/// From which probability on a change is called likely in the experiments.
const LIKELY: f64 = 0.8;

pub fn calibration(rows: &[&Row], names: &Names<'_>, context: &Context<'_>) -> Table {
    let voice = context.voice;
    let within = |interval: f64| (number::whole_percent(interval, context.lang()), Edge::Right);
    let mut table = Table::new([
        (voice.say("column-world"), Edge::Left),
        (voice.say("column-node"), Edge::Left),
        within(90.0),
        within(50.0),
        (voice.say("column-ranks"), Edge::Left),
        (voice.say("column-bias"), Edge::Right),
        (voice.say("column-holds"), Edge::Left),
    ]);
    for row in rows {
        table.row([
            world(row.world, context),
            names.node(&row.node),
            share(row.covered_90, context),
            share(row.covered_50, context),
            bars(&row.ranks),
            number::difference(row.bias, context.lang()),
            yes_or_no(row.holds, context),
        ]);
    }
    table
}

pub fn placebo(rows: &[&Row], names: &Names<'_>, context: &Context<'_>) -> Table {
    let voice = context.voice;
    let mut table = Table::new([
        (voice.say("column-world"), Edge::Left),
        (voice.say("column-node"), Edge::Left),
        (voice.say("column-bias"), Edge::Right),
        (voice.say("column-false-declines"), Edge::Right),
        (voice.say("column-false-rises"), Edge::Right),
        (voice.say("column-holds"), Edge::Left),
    ]);
    for row in rows {
        table.row([
            world(row.world, context),
            names.node(&row.node),
            number::difference(row.bias, context.lang()),
            share(row.false_declines, context),
            share(row.false_rises, context),
            yes_or_no(row.holds, context),
        ]);
    }
    table
}

pub fn calibration_note(context: &Context<'_>) -> String {
    let slots = [
        ("low", context.percent(COVERAGE[0]).into()),
        ("high", context.percent(COVERAGE[1]).into()),
        ("wrong", context.percent(COVERAGE_IF_WRONG).into()),
    ];
    context.voice.fill("note-calibration", &slots)
}

pub fn placebo_note(context: &Context<'_>) -> String {
    let slots = [
        ("bias", context.score(BIAS).into()),
        ("likely", context.percent(LIKELY).into()),
        ("declines", context.percent(FALSE_DECLINES).into()),
    ];
    context.voice.fill("note-placebo", &slots)
}

fn world(id: &str, context: &Context<'_>) -> String {
    let message = match id {
        "as-assumed" => "world-as-assumed",
        "volatility-doubled" => "world-volatility-doubled",
        "volatility-halved" => "world-volatility-halved",
        "disagreement-doubled" => "world-disagreement-doubled",
        "disagreement-halved" => "world-disagreement-halved",
        "shared-errors-doubled" => "world-shared-errors-doubled",
        "shared-errors-halved" => "world-shared-errors-halved",
        "fair-press" => "world-fair-press",
        "leaning-press" => "world-leaning-press",
        other => return other.to_string(),
    };
    context.voice.say(message)
}

fn share(share: Option<f64>, context: &Context<'_>) -> String {
    share.map_or(NONE.into(), |share| context.percent(share))
}

fn yes_or_no(holds: bool, context: &Context<'_>) -> String {
    context.voice.say(if holds { "yes" } else { "no" })
}

/// A histogram in one line. Half the height is the share that each bar should have.
fn bars(shares: &[f64]) -> String {
    const HEIGHTS: [char; 8] = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];
    let due = 1.0 / shares.len().max(1) as f64;
    let height = |share: &f64| ((share / due * 4.0).round() as usize).clamp(1, HEIGHTS.len()) - 1;
    shares.iter().map(|share| HEIGHTS[height(share)]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bars_of_a_level_histogram_are_half_high() {
        assert_eq!(bars(&[0.25; 4]), "▄▄▄▄");
        assert_eq!(bars(&[0.0, 0.125, 0.375, 0.5]), "▁▂▆█");
    }
}
