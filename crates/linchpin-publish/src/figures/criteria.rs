//! A score taken apart: the node asked about and everything below it, down to the indicators, each with its interval.

use super::interval;
use crate::figure::{Canvas, Figure};
use crate::names::Names;
use crate::number;
use crate::scene::{Letters, Scale, Scene, Tone};
use crate::sentence::{Sentence, Slot, Thread};
use crate::table::{Row, Table};
use linchpin_study::explain::{Answer, Branch};

/// The figure of an explanation.
pub fn figure(found: &Answer, names: &Names<'_>) -> Figure {
    Figure {
        id: "criteria",
        about: Some(found.tie.to_string()),
        title: Sentence::of("figure-criteria-title")
            .with("node", Slot::Node(found.node.path.clone()))
            .with("tie", Slot::Label(found.tie.clone()))
            .with("as-of", Slot::Day(found.frame.as_of)),
        finding: finding(found),
        reading: Sentence::of("figure-criteria-reading"),
        sources: found.sources.iter().map(|one| one.source.clone()).collect(),
        as_of: found.frame.as_of,
        table: table(found, names),
        draw,
    }
}

fn thread(found: &Answer, branch: &Branch) -> Thread {
    Thread::Node { tie: found.tie.clone(), node: branch.path.clone(), as_of: found.frame.as_of }
}

/// Which indicators are highest and lowest, of those that are shown.
fn finding(found: &Answer) -> Sentence {
    let mut leaves: Vec<&Branch> = found.node.leaves().into_iter().filter(|leaf| leaf.score.shown).collect();
    leaves.sort_by(|a, b| b.score.score.mean.total_cmp(&a.score.score.mean));
    match leaves.as_slice() {
        [] => Sentence::of("figure-criteria-none").with("tie", Slot::Label(found.tie.clone())),
        [only] => Sentence::of("figure-criteria-one").with("node", Slot::Node(only.path.clone())),
        [high, .., low] => Sentence::of("figure-criteria-finding")
            .with("high", Slot::Node(high.path.clone()))
            .with("most", Slot::Score(high.score.score.mean, thread(found, high)))
            .with("low", Slot::Node(low.path.clone()))
            .with("least", Slot::Score(low.score.score.mean, thread(found, low))),
    }
}

fn table(found: &Answer, names: &Names<'_>) -> Table {
    let lead =
        ["tie", "node", "node_name", "depth", "is_indicator", "weight", "applies", "leaves", "leaves_known"];
    let mut table = Table::new(lead.into_iter().chain(interval::COLUMNS));
    let base = found.node.path.matches('/').count();
    for branch in found.node.descendants() {
        let cells = [
            found.tie.as_str().into(),
            branch.path.as_str().into(),
            names.node(&branch.path).into(),
            (branch.path.matches('/').count() - base).into(),
            branch.children.is_empty().into(),
            branch.weight.into(),
            branch.score.applies.into(),
            branch.score.leaves.into(),
            branch.score.leaves_known.into(),
        ];
        table
            .row(Some(thread(found, branch)), cells.into_iter().chain(interval::cells(&branch.score, names)));
    }
    table
}

/// From one row to the next: of an indicator, and of a node above.
const ROW: [f64; 2] = [20.0, 27.0];

fn draw(table: &Table, canvas: &Canvas<'_>) -> Scene {
    let mut scene = canvas.scene();
    let right = scene.width - 44.0;
    let label = canvas.pick(330.0, scene.width);
    let left = canvas.pick(label + 16.0, 8.0);
    let scale = Scale::new([0.0, 1.0], [left, right]);
    let mut y = canvas.pick(30.0, 26.0);
    let top = y - 14.0;
    for (value, text) in [(0.0, "0"), (0.5, "½"), (1.0, "1")] {
        scene.text([scale.place(value), 11.0], text, &Letters::of(11.0).tone(Tone::Quiet).middle());
    }
    let ground = scene.marks.len();
    for row in table.rows() {
        y += if row.is("is_indicator") { 0.0 } else { ROW[1] - ROW[0] };
        let indent = row.number("depth").unwrap_or_default() * canvas.pick(14.0, 10.0);
        let letters = Letters::of(12.5);
        let letters = if row.is("is_indicator") { letters } else { letters.bold() };
        let lines = letters.wrap(row.word("node_name"), label - indent);
        for (at, line) in lines.iter().enumerate() {
            scene.text([indent, y + 4.0 + at as f64 * 15.0], line.clone(), &letters);
        }
        let extra = (lines.len().saturating_sub(1)) as f64 * 15.0;
        let at = canvas.pick(y, y + extra + 17.0);
        mark(&mut scene, &scale, at, &row, canvas);
        y = canvas.pick(y + extra, at + 4.0) + ROW[0];
    }
    let bottom = y - ROW[0] + 12.0;
    let mut guides = Scene::new(scene.width);
    for value in [0.0, 0.25, 0.5, 0.75, 1.0] {
        guides.line([scale.place(value), top], [scale.place(value), bottom], Tone::Faint, 1.0);
    }
    if !canvas.width.is_phone() {
        scene.marks.splice(ground..ground, guides.marks);
    }
    scene.height = bottom + 2.0;
    scene
}

/// The interval of a row with its mean, or why there is none.
fn mark(scene: &mut Scene, scale: &Scale, y: f64, row: &Row<'_>, canvas: &Canvas<'_>) {
    let lang = canvas.names.voice.lang();
    let tone = if row.is("is_indicator") { Tone::First } else { Tone::Ink };
    let quiet = Letters::of(11.0).tone(Tone::Quiet);
    scene.group(row.word("node_name"), row.spun(), |scene| {
        if !row.is("applies") {
            scene.text(
                [scale.place(0.0) + 4.0, y + 4.0],
                canvas.say("figure-criteria-not-applicable"),
                &quiet.rim(),
            );
        } else if row.is("shown") {
            if canvas.width.is_phone() {
                interval::ground(scene, scale, y);
            }
            interval::draw(scene, scale, y, row, tone);
            let mean = row.number("mean").map_or(String::new(), |mean| number::score(mean, lang));
            let letters = Letters::of(12.0);
            let letters = if row.is("is_indicator") { letters } else { letters.bold() };
            scene.text([scene.width, y + 4.0], mean, &letters.end());
        } else {
            let coverage = row.number("coverage").map_or(String::new(), |share| number::percent(share, lang));
            let said = canvas.names.voice.fill("figure-criteria-gap", &[("coverage", coverage.into())]);
            scene.text([scale.place(0.0) + 4.0, y + 4.0], said, &quiet.rim());
        }
    });
}
