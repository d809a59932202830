//! The section of `linchpin changes` that says why scores changed.

use super::{depth, in_tree};
use crate::context::Context;
use crate::names::Names;
use crate::render::table::{Edge, Table};
use crate::render::{date, number, width, wrap};
use linchpin_study::changes::{Answer, Cause, Causes};

/// The groups of causes in their order, each with the message that names it.
const GROUPS: [(&str, &str); 4] = [
    ("time", "changes-cause-time"),
    ("new-facts", "changes-cause-new-facts"),
    ("revised-data", "changes-cause-revised-data"),
    ("method", "changes-cause-method"),
];

/// A source that contributes less than this is not named.
const NAMED_FROM: f64 = 0.005;

/// Nodes by rows with their start, the groups of causes and the end, and below each the sources that count.
pub fn text(found: &Answer, as_known_then: bool, names: &Names<'_>, context: &Context<'_>) -> String {
    let voice = context.voice;
    let present: Vec<(&str, &str)> = GROUPS
        .into_iter()
        .filter(|(why, _)| found.causes.iter().any(|of| !group(of, why).is_empty()))
        .collect();
    let heads =
        [(voice.say("column-criterion"), Edge::Wrapped), (voice.say("changes-causes-before"), Edge::Right)];
    let groups = present.iter().map(|(_, id)| (voice.say(id), Edge::Right));
    let end = (voice.say("changes-causes-after"), Edge::Right);
    let mut table = Table::new(heads.into_iter().chain(groups).chain([end]));
    let score = |value: f64| number::score(value, context.lang());
    for of in &found.causes {
        let name = in_tree(&of.node, depth(&found.node), names);
        let groups = present.iter().map(|(why, _)| sum(&group(of, why), context));
        table.row([name, score(of.from)].into_iter().chain(groups).chain([score(of.to)]));
        for (why, id) in &present {
            let counts = |cause: &&Cause| cause.source.is_some() && cause.value.abs() >= NAMED_FROM;
            let sources: Vec<String> =
                group(of, why).into_iter().filter(counts).map(|c| source(c, context)).collect();
            if !sources.is_empty() {
                table.remark(String::new(), format!("{}: {}", voice.say(id), sources.join(", ")));
            }
        }
    }
    let mut note = voice.say("changes-causes-note");
    if as_known_then {
        let slots = [("from", date::day(found.from, voice).into())];
        note = format!("{} {note}", voice.fill("changes-causes-known-then", &slots));
    }
    format!("{}{}\n", table.set(width(), "  "), wrap(&note, width(), "  "))
}

/// The causes of a node in a group.
pub fn group<'c>(of: &'c Causes, why: &str) -> Vec<&'c Cause> {
    of.causes.iter().filter(|cause| cause.why == why).collect()
}

fn source(cause: &Cause, context: &Context<'_>) -> String {
    let id = cause.source.as_ref().map_or(String::new(), |id| id.to_string());
    format!("{id} {}", sum(&[cause], context))
}

/// What some causes contribute together, with twice the standard error where orders are sampled.
fn sum(causes: &[&Cause], context: &Context<'_>) -> String {
    let value = number::difference(causes.iter().map(|cause| cause.value).sum(), context.lang());
    let squares: f64 = causes.iter().filter_map(|cause| cause.error).map(|error| error * error).sum();
    if squares > 0.0 {
        return format!("{value} (±{})", number::fixed(2.0 * squares.sqrt(), 3, context.lang()));
    }
    value
}
