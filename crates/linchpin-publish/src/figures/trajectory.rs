//! A score over the years, with the criteria below it. Where too little was known there is a gap, and nothing is drawn across it.

use super::interval;
use crate::date;
use crate::figure::{Canvas, Figure};
use crate::names::Names;
use crate::number;
use crate::scene::{Dash, Letters, Scale, Scene, Tone, spread, year_of};
use crate::sentence::{Sentence, Slot, Thread};
use crate::table::{Cell, Row, Table};
use linchpin_model::Date;
use linchpin_model::id::{EntityId, SourceId};
use linchpin_study::trajectory::{Answer, Line, Point};
use std::collections::BTreeSet;

/// How many years before the first score that is shown the drawing begins.
const BEFORE: f64 = 2.0;

/// The figure of a trajectory.
pub fn figure(found: &Answer, names: &Names<'_>) -> Figure {
    let points = found.lines.iter().flat_map(|line| &line.points);
    let sources: BTreeSet<SourceId> = points.flat_map(|point| point.score.sources.clone()).collect();
    Figure {
        id: "trajectory",
        about: Some(found.tie.to_string()),
        title: Sentence::of("figure-trajectory-title")
            .with("tie", Slot::Label(found.tie.clone()))
            .with("to", Slot::Day(found.to)),
        finding: finding(found),
        reading: Sentence::of("figure-trajectory-reading"),
        sources: sources.into_iter().collect(),
        as_of: found.frame.as_of,
        table: table(found, names),
        draw,
    }
}

/// How the line that is shown most often moved.
fn finding(found: &Answer) -> Sentence {
    let shown = |line: &Line| line.points.iter().filter(|point| point.score.shown).count();
    let Some(line) = found.lines.iter().rev().max_by_key(|line| shown(line)).filter(|line| shown(line) > 0)
    else {
        return Sentence::of("figure-trajectory-none").with("tie", Slot::Label(found.tie.clone()));
    };
    let points: Vec<&Point> = line.points.iter().filter(|point| point.score.shown).collect();
    let (first, last) = (points[0], points[points.len() - 1]);
    let sentence = |message| Sentence::of(message).with("node", Slot::Node(line.node.clone()));
    let level = |point: &Point| Slot::Level(point.score.level.clone().unwrap_or_default());
    if points.len() == 1 {
        return sentence("figure-trajectory-once")
            .with("date", Slot::Month(first.date))
            .with("level", level(first));
    }
    let sentence = match first.score.level == last.score.level {
        true => sentence("figure-trajectory-same"),
        false => sentence("figure-trajectory-finding").with("start", level(first)),
    };
    sentence.with("from", Slot::Month(first.date)).with("to", Slot::Month(last.date)).with("end", level(last))
}

/// The points of each line, the heads of government of the members and the dates of the sources.
fn table(found: &Answer, names: &Names<'_>) -> Table {
    let lead = ["row", "tie", "node", "label", "date"];
    let mut table = Table::new(lead.into_iter().chain(interval::COLUMNS));
    let none = || [const { Cell::Empty }; 8];
    for line in &found.lines {
        for point in &line.points {
            let thread = Thread::Node { tie: found.tie.clone(), node: line.node.clone(), as_of: point.date };
            let cells: [Cell; 5] = [
                "score".into(),
                found.tie.as_str().into(),
                line.node.as_str().into(),
                names.node(&line.node).into(),
                point.date.into(),
            ];
            table.row(Some(thread), cells.into_iter().chain(interval::cells(&point.score, names)));
        }
    }
    for (date, label) in offices(&found.tie, names) {
        let cells: [Cell; 5] =
            ["office".into(), found.tie.as_str().into(), Cell::Empty, label.into(), date.into()];
        table.row(None, cells.into_iter().chain(none()));
    }
    let points = found.lines.iter().flat_map(|line| &line.points);
    let sources: BTreeSet<&SourceId> = points.flat_map(|point| &point.score.sources).collect();
    for source in sources {
        let Some(record) = names.snapshot.vocabulary().sources.get(source) else { continue };
        let label = names.citation(source);
        let cells: [Cell; 5] = [
            "source".into(),
            found.tie.as_str().into(),
            Cell::Empty,
            label.into(),
            record.known_from().into(),
        ];
        table.row(None, cells.into_iter().chain(none()));
    }
    table
}

/// When somebody became head of government of a member, and who.
fn offices(tie: &EntityId, names: &Names<'_>) -> Vec<(Date, String)> {
    let words = names.snapshot.vocabulary();
    let members = words.alliances.get(tie).map_or(&[][..], |alliance| &alliance.members);
    let mut found = vec![];
    for member in members {
        let head = words.actors.get(&member.actor).and_then(|state| state.head.as_ref());
        let holders = head.and_then(|head| words.actors.get(head)).map_or(&[][..], |office| &office.holders);
        found.extend(holders.iter().map(|tenure| (tenure.from, names.entity(&tenure.person))));
    }
    found.sort();
    found
}

/// The height of a panel with a total, and of one with a criterion.
const PANEL: [f64; 2] = [120.0, 86.0];

fn draw(table: &Table, canvas: &Canvas<'_>) -> Scene {
    let mut scene = canvas.scene();
    let scores: Vec<Row<'_>> = table.having("row", "score").collect();
    let shown = || scores.iter().filter(|row| row.is("shown")).filter_map(|row| row.day("date"));
    let (Some(first), Some(last)) = (shown().min(), scores.iter().filter_map(|row| row.day("date")).max())
    else {
        scene.text([0.0, 16.0], canvas.say("figure-trajectory-empty"), &Letters::of(13.0).tone(Tone::Quiet));
        scene.height = 24.0;
        return scene;
    };
    let from = year_of(first) - BEFORE;
    let to = year_of(last) + 0.15;
    let right = scene.width - canvas.pick(92.0, 70.0);
    let years = Scale::new([from, to], [canvas.pick(26.0, 22.0), right]);
    let offices: Vec<Row<'_>> = table
        .having("row", "office")
        .filter(|row| row.day("date").is_some_and(|day| year_of(day) > from))
        .collect();
    let mut y = marks(&mut scene, &offices, &years, canvas);
    let top = y;
    let mut nodes: Vec<&str> = vec![];
    for row in &scores {
        if !nodes.contains(&row.word("node")) {
            nodes.push(row.word("node"));
        }
    }
    for (at, node) in nodes.iter().enumerate() {
        let rows: Vec<&Row<'_>> = scores.iter().filter(|row| row.word("node") == *node).collect();
        y = panel(&mut scene, &rows, &years, [y, PANEL[usize::from(at > 0)]], at == 0, canvas);
    }
    let mut guides = Scene::new(scene.width);
    for row in &offices {
        let x = row.day("date").map_or(0.0, |day| years.day(day));
        guides.broken([x, top - 4.0], [x, y - 10.0], Tone::Faint, 1.0, Dash::Dotted);
    }
    scene.marks.splice(0..0, guides.marks);
    axis(&mut scene, table, &years, [from, to], y, canvas);
    scene.height = y + 26.0;
    scene
}

/// The heads of government above the panels, on as many lines as they need; gives where the panels begin.
fn marks(scene: &mut Scene, offices: &[Row<'_>], years: &Scale, canvas: &Canvas<'_>) -> f64 {
    let letters = Letters::of(11.0).tone(Tone::Quiet).middle();
    let mut ends: Vec<f64> = vec![];
    for row in offices {
        let x = row.day("date").map_or(0.0, |day| years.day(day));
        let half = letters.width(row.word("label")) / 2.0;
        let centre = x.clamp(half, scene.width - half);
        let line = ends.iter().position(|end| centre - half > end + 6.0).unwrap_or_else(|| {
            ends.push(f64::NEG_INFINITY);
            ends.len() - 1
        });
        ends[line] = centre + half;
        let when = row.day("date").map_or(String::new(), |day| date::day(day, canvas.names.voice));
        scene.group(format!("{}, {when}", row.word("label")), "", |scene| {
            scene.text([centre, 12.0 + line as f64 * 15.0], row.word("label"), &letters);
        });
    }
    14.0 + ends.len() as f64 * 15.0
}

/// One line of scores between 0 and 1; gives where the next begins.
fn panel(
    scene: &mut Scene,
    rows: &[&Row<'_>],
    years: &Scale,
    [top, height]: [f64; 2],
    total: bool,
    canvas: &Canvas<'_>,
) -> f64 {
    let lang = canvas.names.voice.lang();
    let name = rows.first().map_or("", |row| row.word("label"));
    scene.text([0.0, top + 12.0], name, &Letters::of(12.5).bold().rim());
    let (ceiling, floor) = (top + 22.0, top + height - 16.0);
    let scale = Scale::new([0.0, 1.0], [floor, ceiling]);
    let right = years_end(years, rows);
    let left = years_start(years, canvas);
    for (value, text) in [(0.0, "0"), (0.5, "½"), (1.0, "1")] {
        scene.line([left, scale.place(value)], [right, scale.place(value)], Tone::Faint, 1.0);
        scene.text([left - 6.0, scale.place(value) + 4.0], text, &Letters::of(11.0).tone(Tone::Quiet).end());
    }
    let tone = if total { Tone::Ink } else { Tone::First };
    let visible: Vec<&&Row<'_>> =
        rows.iter().filter(|row| row.day("date").is_some_and(|day| years.day(day) >= left)).collect();
    let mut runs: Vec<Vec<&Row<'_>>> = vec![];
    for pair in visible.chunk_by(|a, b| a.is("shown") && b.is("shown")) {
        if pair[0].is("shown") {
            runs.push(pair.iter().map(|row| **row).collect());
        }
    }
    gaps(scene, &runs, [left, right], years, [ceiling, floor], canvas);
    let mut ends = vec![];
    for run in &runs {
        let x = |row: &Row<'_>| row.day("date").map_or(0.0, |day| years.day(day));
        let band = |low: &str, high: &str| {
            let place =
                |row: &Row<'_>, column: &str| [x(row), scale.place(row.number(column).unwrap_or_default())];
            let down = run.iter().map(|row| place(row, high));
            let back = run.iter().rev().map(|row| place(row, low));
            down.chain(back).collect::<Vec<_>>()
        };
        if run.len() > 1 {
            scene.polygon(&band("q05", "q95"), tone, 0.16);
            scene.polygon(&band("q25", "q75"), tone, 0.25);
            let means: Vec<[f64; 2]> =
                run.iter().map(|row| [x(row), scale.place(row.number("mean").unwrap_or_default())]).collect();
            scene.polyline(&means, tone, 2.0, Dash::Solid);
        }
        for row in run {
            let at = x(row);
            let place = |column: &str| scale.place(row.number(column).unwrap_or_default());
            let when = row.day("date").map_or(String::new(), |day| date::day(day, canvas.names.voice));
            let said = row.number("mean").map_or(String::new(), |mean| number::score(mean, lang));
            scene.group(format!("{name}, {when}: {said}"), row.spun(), |scene| {
                if run.len() == 1 {
                    scene.line([at, place("q05")], [at, place("q95")], tone, 2.0);
                    scene.line([at, place("q25")], [at, place("q75")], tone, 6.0);
                }
                scene.disc([at, place("mean")], 3.2, tone);
            });
        }
        if let Some(row) = run.last() {
            let label = row.word("level").to_string();
            ends.push((x(row), scale.place(row.number("mean").unwrap_or_default()), label));
        }
    }
    let Some((x, y, label)) = ends.pop() else { return top + height };
    let letters = Letters::of(11.5);
    let wide = letters.width(&label);
    let y = spread(&[y + 4.0], 0.0, [ceiling + 4.0, floor])[0];
    if x + 8.0 + wide <= scene.width {
        scene.text([x + 8.0, y], label, &letters.rim());
    } else {
        scene.text([x - 8.0, y], label, &letters.end().rim());
    }
    top + height
}

fn years_start(_: &Scale, canvas: &Canvas<'_>) -> f64 {
    canvas.pick(26.0, 22.0)
}

fn years_end(years: &Scale, rows: &[&Row<'_>]) -> f64 {
    rows.iter().filter_map(|row| row.day("date")).map(|day| years.day(day)).fold(0.0, f64::max)
}

/// Marks where too little was known: a grey area without any value, with the words once where there is room.
fn gaps(
    scene: &mut Scene,
    runs: &[Vec<&Row<'_>>],
    [left, right]: [f64; 2],
    years: &Scale,
    [ceiling, floor]: [f64; 2],
    canvas: &Canvas<'_>,
) {
    let x = |row: Option<&&Row<'_>>| row.and_then(|row| row.day("date")).map(|day| years.day(day));
    let mut from = left;
    let mut open = vec![];
    for run in runs {
        open.push([from, x(run.first()).unwrap_or(from)]);
        from = x(run.last()).unwrap_or(from);
    }
    open.push([from, right]);
    let middle = (ceiling + floor) / 2.0;
    let letters = Letters::of(11.0).tone(Tone::Quiet).middle().rim();
    let text = canvas.say("figure-trajectory-gap");
    let widest = open.iter().copied().max_by(|a, b| (a[1] - a[0]).total_cmp(&(b[1] - b[0])));
    for [from, to] in open.into_iter().filter(|[from, to]| to - from > 12.0) {
        scene.block([from + 6.0, ceiling], [to - 6.0, floor], Tone::Faint, 0.6);
    }
    // the score at the end of a line stands beside it, so the words keep clear of both ends
    if let Some([from, to]) =
        widest.filter(|[from, to]| to - from > letters.width(&text) + 2.0 * canvas.pick(90.0, 40.0))
    {
        scene.text([(from + to) / 2.0, middle + 4.0], text, &letters);
    }
}

/// The years below the panels, and the dates at which sources were issued.
fn axis(scene: &mut Scene, table: &Table, years: &Scale, [from, to]: [f64; 2], y: f64, canvas: &Canvas<'_>) {
    for row in table.having("row", "source") {
        let Some(day) = row.day("date").filter(|day| year_of(*day) > from) else { continue };
        let title = format!("{}, {}", row.word("label"), date::day(day, canvas.names.voice));
        scene.group(title, "", |scene| {
            let x = years.day(day);
            scene.polygon(&[[x - 4.0, y + 2.0], [x + 4.0, y + 2.0], [x, y - 5.0]], Tone::Second, 1.0);
        });
    }
    let step = canvas.pick(1.0, 2.0) * libm::ceil((to - from) / 12.0);
    let mut year = libm::ceil(from);
    while year <= to {
        let text = format!("{year:.0}");
        let letters = Letters::of(11.0).tone(Tone::Quiet).middle();
        let half = letters.width(&text) / 2.0;
        let x = years.place(year);
        if x - half >= 0.0 && x + half <= scene.width {
            scene.text([x, y + 18.0], text, &letters);
        }
        year += step;
    }
}
