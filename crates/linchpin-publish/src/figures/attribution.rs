//! Why a score changed: from the earlier mean to the later one, in the steps of its causes.

use crate::figure::{Canvas, Figure};
use crate::names::Names;
use crate::number;
use crate::scene::{Letters, Scale, Scene, Tone, ticks};
use crate::sentence::{Sentence, Slot, Thread};
use crate::table::{Cell, Row, Table};
use linchpin_model::id::SourceId;
use linchpin_study::changes::{Answer, Cause, Causes};
use std::collections::BTreeSet;

/// From this on a step is drawn by itself; smaller ones are drawn together.
const FELT: f64 = 0.005;

/// The figure of what changed.
pub fn figure(found: &Answer, names: &Names<'_>) -> Figure {
    let told = told(found);
    let sources: BTreeSet<SourceId> =
        told.iter().flat_map(|causes| &causes.causes).filter_map(|cause| cause.source.clone()).collect();
    Figure {
        id: "attribution",
        about: Some(found.tie.to_string()),
        title: Sentence::of("figure-attribution-title")
            .with("tie", Slot::Label(found.tie.clone()))
            .with("from", Slot::Day(found.from))
            .with("as-of", Slot::Day(found.frame.as_of)),
        finding: finding(&told, found),
        reading: Sentence::of("figure-attribution-reading"),
        sources: sources.into_iter().collect(),
        as_of: found.frame.as_of,
        table: table(&told, found, names),
        draw,
    }
}

/// The nodes that are drawn: the root where it is shown at both dates, else those below it that are.
fn told(found: &Answer) -> Vec<&Causes> {
    let depth = |causes: &&Causes| causes.node.matches('/').count();
    let least = found.causes.iter().map(|causes| depth(&causes)).min();
    let top: Vec<&Causes> = found.causes.iter().filter(|causes| Some(depth(causes)) == least).collect();
    if top.len() == 1 && least == Some(0) { top } else { found.causes.iter().collect() }
}

fn thread(causes: &Causes, found: &Answer) -> Thread {
    let at = found.causes.iter().position(|other| other.node == causes.node).unwrap_or_default();
    Thread::Answer { schema: found.schema, pointer: format!("/causes/{at}") }
}

/// The node that moved most.
fn finding(told: &[&Causes], found: &Answer) -> Sentence {
    let moved = |causes: &&&Causes| libm::fabs(causes.to - causes.from);
    match told.iter().max_by(|a, b| moved(a).total_cmp(&moved(b))) {
        None => Sentence::of("figure-attribution-none").with("tie", Slot::Label(found.tie.clone())),
        Some(most) => Sentence::of("figure-attribution-finding")
            .with("node", Slot::Node(most.node.clone()))
            .with("direction", Slot::Which(if most.to < most.from { "down" } else { "up" }))
            .with("from", Slot::Score(most.from, thread(most, found)))
            .with("to", Slot::Score(most.to, thread(most, found))),
    }
}

/// For each node its start, its steps and its end.
fn table(told: &[&Causes], found: &Answer, names: &Names<'_>) -> Table {
    let mut table =
        Table::new(["tie", "node", "node_name", "step", "why", "source", "label", "value", "from", "to"]);
    for causes in told {
        let mut add = |step: &str, cause: Option<&Cause>, label: String, value: Cell, from: f64, to: f64| {
            table.row(
                Some(thread(causes, found)),
                [
                    found.tie.as_str().into(),
                    causes.node.as_str().into(),
                    names.node(&causes.node).into(),
                    step.into(),
                    cause.map(|cause| cause.why).into(),
                    cause.and_then(|cause| cause.source.as_ref()).map(|source| source.as_str()).into(),
                    label.into(),
                    value,
                    from.into(),
                    to.into(),
                ],
            );
        };
        let day = |date| crate::date::day(date, names.voice);
        add("start", None, day(found.from), causes.from.into(), causes.from, causes.from);
        let (felt, small): (Vec<&Cause>, Vec<&Cause>) =
            causes.causes.iter().partition(|cause| libm::fabs(cause.value) >= FELT);
        let mut at = causes.from;
        for cause in felt {
            add("cause", Some(cause), label(cause, names), cause.value.into(), at, at + cause.value);
            at += cause.value;
        }
        if !small.is_empty() {
            let rest: f64 = small.iter().map(|cause| cause.value).sum();
            let slots = [("count", small.len().into())];
            add(
                "rest",
                None,
                names.voice.fill("figure-attribution-rest", &slots),
                rest.into(),
                at,
                at + rest,
            );
        }
        add("end", None, day(found.frame.as_of), causes.to.into(), causes.to, causes.to);
    }
    table
}

fn label(cause: &Cause, names: &Names<'_>) -> String {
    let why = names.voice.say(match cause.why {
        "time" => "figure-attribution-time",
        "new-facts" => "figure-attribution-new",
        "revised-data" => "figure-attribution-revised",
        _ => "figure-attribution-method",
    });
    match &cause.source {
        Some(source) => format!("{why}: {}", names.citation(source)),
        None => why,
    }
}

const ROW: f64 = 22.0;

fn draw(table: &Table, canvas: &Canvas<'_>) -> Scene {
    let mut scene = canvas.scene();
    if table.is_empty() {
        scene.text([0.0, 16.0], canvas.say("figure-attribution-empty"), &Letters::of(13.0).tone(Tone::Quiet));
        scene.height = 24.0;
        return scene;
    }
    let ends = table.rows().flat_map(|row| [row.number("from"), row.number("to")]).flatten();
    let (low, high) = ends.fold((1.0_f64, 0.0_f64), |(low, high), end| (low.min(end), high.max(end)));
    let marks = ticks((low - 0.04).max(0.0), (high + 0.04).min(1.0), 4);
    let (first, last) = (marks[0].max(0.0), marks[marks.len() - 1].min(1.0));
    let label = canvas.pick(290.0, 168.0);
    let scale = Scale::new([first, last], [label + 12.0, scene.width - 56.0]);
    let lang = canvas.names.voice.lang();
    let mut y = 10.0;
    for node in table.words("node") {
        let rows: Vec<Row<'_>> = table.having("node", node).collect();
        let name = rows.first().map_or("", |row| row.word("node_name"));
        y = scene.paragraph([0.0, y + 8.0], name, scene.width, &Letters::of(13.0).bold());
        let top = y - 8.0;
        let mut rest = vec![];
        for row in rows {
            let lines = Letters::of(12.0).wrap(row.word("label"), label);
            for (at, line) in lines.iter().enumerate() {
                scene.text([0.0, y + 4.0 + at as f64 * 15.0], line.clone(), &Letters::of(12.0));
            }
            rest.push((y, row));
            y += ROW + (lines.len().saturating_sub(1)) as f64 * 15.0;
        }
        for value in marks.iter().filter(|value| **value >= first && **value <= last) {
            scene.line([scale.place(*value), top], [scale.place(*value), y - 8.0], Tone::Faint, 1.0);
        }
        for pair in rest.windows(2) {
            let end = pair[0].1.number("to").unwrap_or_default();
            scene.broken(
                [scale.place(end), pair[0].0 + 6.0],
                [scale.place(end), pair[1].0 - 6.0],
                Tone::Quiet,
                1.0,
                crate::scene::Dash::Dotted,
            );
        }
        for (y, row) in &rest {
            step(&mut scene, &scale, *y, row, lang);
        }
        for value in marks.iter().filter(|value| **value >= first && **value <= last) {
            let text = number::fixed(*value, 2, lang);
            scene.text([scale.place(*value), y + 4.0], text, &Letters::of(11.0).tone(Tone::Quiet).middle());
        }
        y += 24.0;
    }
    scene.height = y - 14.0;
    scene
}

/// A level as a dot, a step as an arrowless bar from where the score was to where it came, with its value behind it.
fn step(scene: &mut Scene, scale: &Scale, y: f64, row: &Row<'_>, lang: linchpin_model::text::Lang) {
    let [from, to] = ["from", "to"].map(|column| scale.place(row.number(column).unwrap_or_default()));
    let value = row.number("value").unwrap_or_default();
    let is_level = matches!(row.word("step"), "start" | "end");
    let text = if is_level { number::score(value, lang) } else { number::difference(value, lang) };
    scene.group(format!("{}: {text}", row.word("label")), row.spun(), |scene| {
        let right = from.max(to);
        let letters = Letters::of(12.0);
        if is_level {
            scene.disc([to, y], 5.0, Tone::Ink);
            scene.text([right + 10.0, y + 4.0], text.clone(), &letters.bold().rim());
        } else {
            let tone = if value < 0.0 { Tone::Second } else { Tone::First };
            scene.block([from.min(to), y - 6.0], [right.max(from.min(to) + 1.0), y + 6.0], tone, 1.0);
            scene.text([right + 8.0, y + 4.0], text.clone(), &letters.rim());
        }
    });
}
