//! What the uncertainty of scores comes from: for each score the kinds of uncertainty and the indicators that matter most.

use crate::figure::{Canvas, Figure};
use crate::names::Names;
use crate::number;
use crate::scene::{Letters, Scale, Scene, Tone};
use crate::sentence::{Sentence, Slot, Thread};
use crate::table::{Row, Table};
use linchpin_study::sensitivity::{Answer, Measured, Shares};

/// How many groups of a kind are drawn of a score: those with the greatest total index.
const DRAWN: usize = 4;
/// Up to how many scores are drawn.
const SCORES: usize = 6;

/// The figure of sensitivity.
pub fn figure(found: &Answer, names: &Names<'_>) -> Figure {
    Figure {
        id: "sensitivity",
        about: None,
        title: Sentence::of("figure-sensitivity-title").with("as-of", Slot::Day(found.frame.as_of)),
        finding: finding(found),
        reading: Sentence::of("figure-sensitivity-reading"),
        sources: vec![],
        as_of: found.frame.as_of,
        table: table(found, names),
        draw,
    }
}

fn scores(found: &Answer) -> impl Iterator<Item = (usize, &Measured)> {
    let of_scores =
        found.of.iter().enumerate().filter(|(_, one)| one.measure == "score" && !one.groups.is_empty());
    of_scores.take(SCORES)
}

/// The kind of uncertainty that matters most to the first score.
fn finding(found: &Answer) -> Sentence {
    let most = scores(found).find_map(|(at, one)| {
        let kind = one.groups.iter().position(|group| group.by == "kind")?;
        Some((at, one, kind, &one.groups[kind]))
    });
    match most {
        Some((at, one, kind, group)) => Sentence::of("figure-sensitivity-finding")
            .with("node", Slot::Node(one.node.clone()))
            .with("tie", Slot::Label(one.tie.clone()))
            .with("kind", Slot::Word(kind_name(&group.group)))
            .with("share", Slot::Share(group.total.value, thread(found, at, kind))),
        None => Sentence::of("figure-sensitivity-none"),
    }
}

fn thread(found: &Answer, of: usize, group: usize) -> Thread {
    Thread::Answer { schema: found.schema, pointer: format!("/of/{of}/groups/{group}/total") }
}

/// The message of a kind of uncertainty.
fn kind_name(kind: &str) -> &'static str {
    match kind {
        "sources" => "uncertain-sources",
        "coders" => "uncertain-coders",
        "leaves" => "uncertain-leaves",
        "weights" => "uncertain-weights",
        "goalposts" => "uncertain-goalposts",
        "exponents" => "uncertain-exponents",
        _ => "uncertain-multipliers",
    }
}

fn table(found: &Answer, names: &Names<'_>) -> Table {
    let mut table = Table::new([
        "tie",
        "tie_name",
        "node",
        "node_name",
        "by",
        "group",
        "group_name",
        "first",
        "total",
        "q025",
        "q975",
    ]);
    for (at, one) in scores(found) {
        for by in ["kind", "indicator"] {
            let groups = one
                .groups
                .iter()
                .enumerate()
                .filter(|(_, group)| group.by == by && group.total.value > 0.005);
            for (place, group) in groups.take(DRAWN) {
                table.row(
                    Some(thread(found, at, place)),
                    [
                        one.tie.as_str().into(),
                        names.entity(&one.tie).into(),
                        one.node.as_str().into(),
                        names.node(&one.node).into(),
                        group.by.into(),
                        group.group.as_str().into(),
                        group_name(group, names).into(),
                        group.first.value.into(),
                        group.total.value.into(),
                        group.total.i95[0].into(),
                        group.total.i95[1].into(),
                    ],
                );
            }
        }
    }
    table
}

fn group_name(group: &Shares, names: &Names<'_>) -> String {
    match group.by {
        "kind" => names.voice.say(kind_name(&group.group)),
        _ => names.node(&group.group),
    }
}

const ROW: f64 = 20.0;

fn draw(table: &Table, canvas: &Canvas<'_>) -> Scene {
    let mut scene = canvas.scene();
    if table.is_empty() {
        scene.text([0.0, 16.0], canvas.say("figure-sensitivity-empty"), &Letters::of(13.0).tone(Tone::Quiet));
        scene.height = 24.0;
        return scene;
    }
    let label = canvas.pick(330.0, 190.0);
    let scale = Scale::new([0.0, 1.0], [label + 10.0, scene.width - 44.0]);
    let lang = canvas.names.voice.lang();
    let mut y = 4.0;
    let mut panel = ("", "");
    let mut by = "";
    for row in table.rows() {
        if panel != (row.word("tie"), row.word("node")) {
            panel = (row.word("tie"), row.word("node"));
            by = row.word("by");
            let name = format!("{}, {}", row.word("tie_name"), row.word("node_name"));
            y = scene.paragraph([0.0, y + 18.0], &name, scene.width, &Letters::of(13.0).bold()) + 4.0;
        } else if by != row.word("by") {
            by = row.word("by");
            scene.line([0.0, y - 9.0], [scene.width, y - 9.0], Tone::Faint, 1.0);
            y += 8.0;
        }
        let end = scene.paragraph([0.0, y + 4.0], row.word("group_name"), label, &Letters::of(12.0));
        let total = row.number("total").unwrap_or_default();
        let text = number::percent(total, lang);
        scene.group(format!("{}: {text}", row.word("group_name")), row.spun(), |scene| {
            bar(scene, &scale, y, &row);
            scene.text([scene.width, y + 4.0], text.clone(), &Letters::of(12.0).end());
        });
        y = (end - 4.0).max(y) + ROW - 15.0 + if end - y > 20.0 { 0.0 } else { 1.0 };
    }
    scene.height = y;
    scene
}

/// The total index as a pale bar with its interval, the first-order index as a full one in it.
fn bar(scene: &mut Scene, scale: &Scale, y: f64, row: &Row<'_>) {
    let place = |column: &str| scale.place(row.number(column).unwrap_or_default().clamp(0.0, 1.0));
    scene.block([scale.place(0.0), y - 5.0], [place("total"), y + 5.0], Tone::First, 0.3);
    // both are estimates: by chance the part may come out greater than the whole
    let first = place("first").min(place("total"));
    scene.block([scale.place(0.0), y - 5.0], [first, y + 5.0], Tone::First, 1.0);
    let interval = [[place("q025"), y], [place("q975"), y]];
    scene.line(interval[0], interval[1], Tone::Paper, 4.0);
    scene.line(interval[0], interval[1], Tone::Ink, 1.2);
}
