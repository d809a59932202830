//! The alliances side by side: for each its level, mean and intervals, where it moved, and its criteria.

use super::interval;
use crate::figure::{Canvas, Figure};
use crate::names::Names;
use crate::number;
use crate::scene::{Letters, Scale, Scene, Tone};
use crate::sentence::{Sentence, Slot, Thread};
use crate::table::{Cell, Row, Table};
use linchpin_model::Date;
use linchpin_model::id::SourceId;
use linchpin_study::assess::{NodeScore, Shown};
use linchpin_study::overview::{Answer, Outlook};
use std::collections::BTreeSet;

/// The figure of an overview.
pub fn figure(found: &Answer, names: &Names<'_>) -> Figure {
    let nodes = || found.ties.iter().flat_map(|tie| &tie.scores.nodes);
    let sources: BTreeSet<&SourceId> = nodes().flat_map(|node| &node.now.sources).collect();
    Figure {
        id: "cards",
        about: None,
        title: title(found),
        finding: finding(found),
        reading: reading(found),
        sources: sources.into_iter().cloned().collect(),
        as_of: found.frame.as_of,
        table: table(found, names),
        draw,
    }
}

fn title(found: &Answer) -> Sentence {
    Sentence::of("figure-cards-title").with("as-of", Slot::Day(found.frame.as_of))
}

fn reading(found: &Answer) -> Sentence {
    match found.since {
        Some(since) => Sentence::of("figure-cards-reading-since").with("since", Slot::Day(since)),
        None => Sentence::of("figure-cards-reading"),
    }
}

/// Which alliance stands highest and which lowest, or that none has a total.
pub fn finding(found: &Answer) -> Sentence {
    let root = |tie: &Outlook| tie.scores.nodes.first().map(|root| root.now.clone());
    let mut shown: Vec<_> =
        found.ties.iter().filter_map(|tie| Some((tie, root(tie)?))).filter(|(_, root)| root.shown).collect();
    shown.sort_by(|(_, a), (_, b)| b.score.mean.total_cmp(&a.score.mean));
    let thread = |tie: &Outlook| root_thread(tie, found.frame.as_of);
    let all = Thread::Answer { schema: found.schema, pointer: "/ties".into() };
    match shown.as_slice() {
        [] => Sentence::of("figure-cards-none").with("count", Slot::Count(found.ties.len(), all)),
        [(tie, score)] => Sentence::of("figure-cards-one")
            .with("tie", Slot::Label(tie.scores.tie.clone()))
            .score(score, &thread(tie)),
        [(first, high), .., (last, low)] => Sentence::of("figure-cards-several")
            .with("first", Slot::Label(first.scores.tie.clone()))
            .with("high", Slot::Score(high.score.mean, thread(first)))
            .with("last", Slot::Label(last.scores.tie.clone()))
            .with("low", Slot::Score(low.score.mean, thread(last))),
    }
}

fn root_thread(tie: &Outlook, as_of: Date) -> Thread {
    let node = tie.scores.nodes.first().map_or(String::new(), |root| root.node.clone());
    Thread::Node { tie: tie.scores.tie.clone(), node, as_of }
}

/// A row for each node of each alliance, and one for the newest total that was shown.
fn table(found: &Answer, names: &Names<'_>) -> Table {
    let lead = ["row", "tie", "tie_name", "node", "node_name", "as_of"];
    let more = ["mean_before", "direction", "probability", "difference"];
    let mut table = Table::new(lead.into_iter().chain(interval::COLUMNS).chain(more));
    for tie in &found.ties {
        let id = &tie.scores.tie;
        let mut add = |kind: &str, node: &str, as_of: Date, shown: &Shown, more: [Cell; 4]| {
            let lead: [Cell; 6] = [
                kind.into(),
                id.as_str().into(),
                names.entity(id).into(),
                node.into(),
                names.node(node).into(),
                as_of.into(),
            ];
            let thread = Thread::Node { tie: id.clone(), node: node.into(), as_of };
            table.row(Some(thread), lead.into_iter().chain(interval::cells(shown, names)).chain(more));
        };
        for (at, node) in tie.scores.nodes.iter().enumerate() {
            let kind = if at == 0 { "total" } else { "criterion" };
            add(kind, &node.node, found.frame.as_of, &node.now, change(node));
        }
        if let (Some(past), Some(root)) = (&tie.last_shown, tie.scores.nodes.first()) {
            add("last-shown", &root.node, past.as_of, &past.score, [const { Cell::Empty }; 4]);
        }
    }
    table
}

fn change(node: &NodeScore) -> [Cell; 4] {
    let before = node.before.as_ref().filter(|before| before.shown).map(|before| before.score.mean);
    let change = node.change.as_ref().filter(|change| change.shown);
    [
        before.into(),
        change.map(|change| change.direction).into(),
        change.map(|change| change.probability).into(),
        change.map(|change| change.mean).into(),
    ]
}

/// From one row of a card to the next.
const ROW: f64 = 30.0;
/// Between cards.
const GUTTER: f64 = 20.0;

fn draw(table: &Table, canvas: &Canvas<'_>) -> Scene {
    let mut scene = canvas.scene();
    let columns = canvas.pick(2, 1);
    let width = (scene.width - GUTTER * (columns - 1) as f64) / columns as f64;
    let ties = table.words("tie");
    let mut top = 6.0;
    for pair in ties.chunks(columns) {
        let mut bottom = top;
        for (at, tie) in pair.iter().enumerate() {
            let left = at as f64 * (width + GUTTER);
            let rows: Vec<Row<'_>> = table.having("tie", tie).collect();
            bottom = card(&mut scene, [left, top], width, &rows, canvas).max(bottom);
        }
        top = bottom + GUTTER;
    }
    scene.height = top - GUTTER + 2.0;
    scene
}

/// One card; gives where it ends.
fn card(scene: &mut Scene, [left, top]: [f64; 2], width: f64, rows: &[Row<'_>], canvas: &Canvas<'_>) -> f64 {
    let Some(total) = rows.iter().find(|row| row.word("row") == "total") else { return top };
    let nodes: Vec<&Row<'_>> = rows.iter().filter(|row| row.word("row") != "last-shown").collect();
    let past = rows.iter().find(|row| row.word("row") == "last-shown");
    let bottom = top + 92.0 + ROW * nodes.len() as f64 + 22.0;
    scene.block([left, top], [left + width, bottom], Tone::Wash, 1.0);
    scene.block([left, top], [left + width, top + 3.0], Tone::Ink, 1.0);
    let inner = left + 14.0;
    let room = width - 28.0;
    scene.text([inner, top + 26.0], total.word("tie_name"), &Letters::of(14.0).bold());
    head(scene, [inner, top + 54.0], room, total, past, canvas);
    let names = Letters::of(12.5);
    let label = nodes
        .iter()
        .map(|row| names.clone().bold().width(row.word("node_name")))
        .fold(0.0, f64::max)
        .min(room * 0.42);
    let values = 70.0;
    let scale = Scale::new([0.0, 1.0], [inner + label + 14.0, left + width - 14.0 - values]);
    for (at, row) in nodes.iter().enumerate() {
        let y = top + 104.0 + ROW * at as f64;
        line(scene, [inner, y], label, &scale, row, at == 0, canvas);
    }
    let axis = bottom - 10.0;
    for (value, text) in [(0.0, "0"), (1.0, "1")] {
        scene.text([scale.place(value), axis], text, &Letters::of(11.0).tone(Tone::Quiet).middle());
    }
    bottom
}

/// The level word in large letters, or that too little is known and what was known last.
fn head(
    scene: &mut Scene,
    [x, y]: [f64; 2],
    room: f64,
    total: &Row<'_>,
    past: Option<&Row<'_>>,
    canvas: &Canvas<'_>,
) {
    let lang = canvas.names.voice.lang();
    let quiet = Letters::of(12.0).tone(Tone::Quiet);
    let interval = |row: &Row<'_>| {
        let ends = row.number("q05").zip(row.number("q95"));
        ends.map_or(String::new(), |(low, high)| number::interval([low, high], lang))
    };
    if total.is("shown") {
        scene.text([x, y], total.word("level"), &Letters::of(22.0).bold());
        let slots = [("mean", mean(total, canvas).into()), ("i90", interval(total).into())];
        let said = canvas.names.voice.fill("figure-cards-mean", &slots);
        scene.paragraph([x, y + 20.0], &said, room, &quiet);
        return;
    }
    scene.text([x, y], canvas.say("figure-cards-too-little"), &Letters::of(16.0).bold());
    if let Some(past) = past {
        let slots = [
            (
                "date",
                past.day("as_of")
                    .map_or(String::new(), |day| crate::date::day(day, canvas.names.voice))
                    .into(),
            ),
            ("level", past.word("level").into()),
            ("mean", mean(past, canvas).into()),
        ];
        let said = canvas.names.voice.fill("figure-cards-last", &slots);
        scene.paragraph([x, y + 20.0], &said, room, &quiet);
    }
}

/// A node's name, interval and value.
fn line(
    scene: &mut Scene,
    [x, y]: [f64; 2],
    label: f64,
    scale: &Scale,
    row: &Row<'_>,
    total: bool,
    canvas: &Canvas<'_>,
) {
    let letters = Letters::of(12.5);
    let letters = if total { letters.bold() } else { letters };
    let lines = letters.wrap(row.word("node_name"), label);
    let first = y + 4.5 - (lines.len().saturating_sub(1)) as f64 * 7.0;
    for (at, text) in lines.iter().take(2).enumerate() {
        scene.text([x, first + at as f64 * 14.0], text.clone(), &letters);
    }
    let right = scale.place(1.0) + 12.0;
    interval::ground(scene, scale, y);
    let title = format!("{}, {}", row.word("tie_name"), row.word("node_name"));
    scene.group(title, row.spun(), |scene| {
        if let Some(before) = row.number("mean_before") {
            scene.disc([scale.place(before), y], 4.5, Tone::Wash);
            scene.ring([scale.place(before), y], 4.5, Tone::Quiet, 1.4);
        }
        interval::draw(scene, scale, y, row, if total { Tone::Ink } else { Tone::First });
        if row.is("shown") {
            let arrow = match row.word("direction") {
                "up" => " ↑",
                "down" => " ↓",
                "same" => " →",
                _ => "",
            };
            scene.text([right, y + 4.5], format!("{}{arrow}", mean(row, canvas)), &letters);
        } else {
            scene.text(
                [right, y + 4.5],
                canvas.say("figure-cards-gap"),
                &Letters::of(11.0).tone(Tone::Quiet),
            );
        }
    });
}

fn mean(row: &Row<'_>, canvas: &Canvas<'_>) -> String {
    row.number("mean").map_or(String::new(), |mean| number::score(mean, canvas.names.voice.lang()))
}
