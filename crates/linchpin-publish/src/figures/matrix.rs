//! Who stands where: each issue as a scale, with a mark for each capital and the distance between the two sides of an alliance.

use crate::figure::{Canvas, Figure};
use crate::names::Names;
use crate::number;
use crate::scene::{Letters, Scale, Scene, Tone};
use crate::sentence::{Sentence, Slot, Thread};
use crate::table::{Row, Table};
use linchpin_model::id::{SourceId, StatementId};
use linchpin_model::statement::{OMITTED, UNDECIDED};
use linchpin_study::matrix::{Answer, Cell as Taken, Distance, Row as Issue, Stand};
use std::collections::BTreeSet;

/// The figure of positions.
pub fn figure(found: &Answer, names: &Names<'_>) -> Figure {
    let stands = found.rows.iter().flat_map(|row| &row.cells).flat_map(|cell| &cell.stands);
    let sources: BTreeSet<SourceId> = stands
        .flat_map(|stand| &stand.cited)
        .flat_map(|cited| &cited.evidence)
        .map(|e| e.source.clone())
        .collect();
    Figure {
        id: "matrix",
        about: None,
        title: Sentence::of("figure-matrix-title").with("as-of", Slot::Day(found.frame.as_of)),
        finding: finding(found),
        reading: Sentence::of("figure-matrix-reading"),
        sources: sources.into_iter().collect(),
        as_of: found.frame.as_of,
        table: table(found, names),
        draw,
    }
}

/// The issue on which the two sides of an alliance lie furthest apart.
fn finding(found: &Answer) -> Sentence {
    let distances = found.rows.iter().enumerate().flat_map(|(at, row)| {
        row.distances.iter().enumerate().map(move |(tie, distance)| (at, tie, row, distance))
    });
    let most = distances.max_by(|a, b| a.3.value.unwrap_or(-1.0).total_cmp(&b.3.value.unwrap_or(-1.0)));
    match most.and_then(|(at, tie, row, distance)| Some((at, tie, row, distance, distance.value?))) {
        Some((at, tie, row, distance, value)) => Sentence::of("figure-matrix-finding")
            .with("issue", Slot::Text(row.name.clone()))
            .with("tie", Slot::Label(distance.tie.clone()))
            .with("distance", Slot::Score(value, thread(found, at, tie))),
        None => Sentence::of("figure-matrix-none"),
    }
}

fn thread(found: &Answer, row: usize, tie: usize) -> Thread {
    Thread::Answer { schema: found.schema, pointer: format!("/rows/{row}/distances/{tie}") }
}

/// Where a place lies on the scale of its issue, 0 to 1; none for an order, and for what is undecided.
fn place(issue: &Issue, stand: &Stand, names: &Names<'_>) -> Option<f64> {
    let issue = names.snapshot.vocabulary().issues.get(&issue.issue)?;
    let level = match stand.level.as_str() {
        OMITTED => issue.omitted.as_deref()?,
        UNDECIDED => return None,
        level => level,
    };
    let at = issue.levels.iter().position(|known| known.id == level)?;
    Some(at as f64 / (issue.levels.len().max(2) - 1) as f64)
}

/// A row for each place that an actor takes, and for each distance.
fn table(found: &Answer, names: &Names<'_>) -> Table {
    let mut table = Table::new([
        "row",
        "section",
        "issue",
        "issue_name",
        "who",
        "who_name",
        "layer",
        "place",
        "word",
        "former",
        "distance",
        "q05",
        "q95",
    ]);
    for (at, issue) in found.rows.iter().enumerate() {
        let section = issue.section.as_ref().map(|path| names.node(path)).unwrap_or_default();
        for cell in &issue.cells {
            for stand in &cell.stands {
                stand_row(&mut table, &section, issue, cell, stand, names);
            }
        }
        for (tie, distance) in
            issue.distances.iter().enumerate().filter(|(_, distance)| distance.value.is_some())
        {
            distance_row(&mut table, &section, issue, distance, thread(found, at, tie), names);
        }
    }
    table
}

fn stand_row(
    table: &mut Table,
    section: &str,
    issue: &Issue,
    cell: &Taken,
    stand: &Stand,
    names: &Names<'_>,
) {
    let ids: Vec<StatementId> = stand.cited.iter().map(|cited| cited.id.clone()).collect();
    table.row(
        Some(Thread::Statements(ids)),
        [
            "place".into(),
            section.into(),
            issue.issue.as_str().into(),
            names.text(&issue.name).into(),
            cell.actor.as_str().into(),
            names.entity(&cell.actor).into(),
            stand.layer.name().into(),
            place(issue, stand, names).into(),
            names.text(&stand.place).into(),
            stand.former.into(),
            None::<f64>.into(),
            None::<f64>.into(),
            None::<f64>.into(),
        ],
    );
}

fn distance_row(
    table: &mut Table,
    section: &str,
    issue: &Issue,
    distance: &Distance,
    thread: Thread,
    names: &Names<'_>,
) {
    table.row(
        Some(thread),
        [
            "distance".into(),
            section.into(),
            issue.issue.as_str().into(),
            names.text(&issue.name).into(),
            distance.tie.as_str().into(),
            names.entity(&distance.tie).into(),
            "".into(),
            None::<f64>.into(),
            "".into(),
            false.into(),
            distance.value.into(),
            distance.i90.map(|[low, _]| low).into(),
            distance.i90.map(|[_, high]| high).into(),
        ],
    );
}

fn draw(table: &Table, canvas: &Canvas<'_>) -> Scene {
    let mut scene = canvas.scene();
    let places: Vec<Row<'_>> = table.having("row", "place").collect();
    if places.is_empty() {
        scene.text([0.0, 16.0], canvas.say("figure-matrix-empty"), &Letters::of(13.0).tone(Tone::Quiet));
        scene.height = 24.0;
        return scene;
    }
    let mut actors: Vec<(&str, &str)> = vec![];
    for row in &places {
        if !actors.iter().any(|(id, _)| *id == row.word("who")) {
            actors.push((row.word("who"), row.word("who_name")));
        }
    }
    let mut y = legend(&mut scene, &actors) + 8.0;
    let mut section = "";
    let mut issues: Vec<&str> = vec![];
    for row in table.rows() {
        if issues.contains(&row.word("issue"))
            || !places.iter().any(|place| place.word("issue") == row.word("issue"))
        {
            continue;
        }
        issues.push(row.word("issue"));
        if row.word("section") != section && !row.word("section").is_empty() {
            section = row.word("section");
            y += 16.0;
            scene.text([0.0, y], section, &Letters::of(13.0).bold());
            scene.line([0.0, y + 6.0], [scene.width, y + 6.0], Tone::Faint, 1.0);
            y += 24.0;
        }
        y = issue(&mut scene, table, row.word("issue"), &actors, y, canvas);
    }
    scene.height = y;
    scene
}

/// Who has which mark, on as many lines as it takes; gives where the drawing goes on.
fn legend(scene: &mut Scene, actors: &[(&str, &str)]) -> f64 {
    let letters = Letters::of(12.0).bold();
    let (mut x, mut y) = (0.0, 12.0);
    for (at, (_, name)) in actors.iter().enumerate() {
        let wide = letters.width(name) + 36.0;
        if x > 0.0 && x + wide > scene.width {
            (x, y) = (0.0, y + 20.0);
        }
        marker(scene, [x + 7.0, y - 4.0], at, false);
        scene.text([x + 18.0, y], *name, &letters);
        x += wide;
    }
    y + 6.0
}

/// The mark of the n-th actor: a form and a tone of its own, open where its government has changed since.
fn marker(scene: &mut Scene, [x, y]: [f64; 2], at: usize, open: bool) {
    let tone = Tone::series(at);
    let r = 5.5;
    let points: Vec<[f64; 2]> = match at % 4 {
        1 => vec![[x - r, y - r], [x + r, y - r], [x + r, y + r], [x - r, y + r]],
        2 => vec![[x, y - 6.5], [x + 6.5, y + 5.0], [x - 6.5, y + 5.0]],
        3 => vec![[x, y - 7.0], [x + 7.0, y], [x, y + 7.0], [x - 7.0, y]],
        _ => vec![],
    };
    if points.is_empty() {
        scene.disc([x, y], r + 1.0, Tone::Paper);
        if open {
            scene.ring([x, y], r, tone, 1.8)
        } else {
            scene.disc([x, y], r, tone)
        }
        return;
    }
    scene.polygon(&points, if open { Tone::Paper } else { tone }, 1.0);
    let closed: Vec<[f64; 2]> = points.iter().copied().chain(points.first().copied()).collect();
    scene.polyline(&closed, tone, 1.8, crate::scene::Dash::Solid);
}

/// An issue: its name, its scale with the marks, the words of the places, the distances. Gives where the next one begins.
fn issue(
    scene: &mut Scene,
    table: &Table,
    id: &str,
    actors: &[(&str, &str)],
    top: f64,
    canvas: &Canvas<'_>,
) -> f64 {
    let rows: Vec<Row<'_>> = table.having("row", "place").filter(|row| row.word("issue") == id).collect();
    let name = rows.first().map_or("", |row| row.word("issue_name"));
    let quiet = Letters::of(11.0).tone(Tone::Quiet);
    let label = canvas.pick(252.0, scene.width);
    let names_end =
        scene.paragraph([0.0, top + 4.0], name, label - canvas.pick(16.0, 0.0), &Letters::of(12.5));
    let left = canvas.pick(label, 10.0);
    let right = scene.width - canvas.pick(150.0, 10.0);
    let scale = Scale::new([0.0, 1.0], [left + 6.0, right - 6.0]);
    let y = canvas.pick(top, names_end - 2.0);
    // marks at the same place stand one above the other
    let mut stacks: Vec<(f64, usize)> = vec![];
    let placed: Vec<&Row<'_>> = rows.iter().filter(|row| row.number("place").is_some()).collect();
    if !placed.is_empty() {
        scene.line([scale.place(0.0), y], [scale.place(1.0), y], Tone::Faint, 1.5);
    }
    let mut drawn: Vec<(&str, String)> = vec![];
    for row in &placed {
        let x = scale.place(row.number("place").unwrap_or_default());
        let at = actors.iter().position(|(id, _)| *id == row.word("who")).unwrap_or_default();
        let key = (row.word("who"), format!("{x:.1}"));
        if drawn.contains(&key) {
            continue;
        }
        drawn.push(key);
        let stack = match stacks.iter_mut().find(|(known, _)| (*known - x).abs() < 1.0) {
            Some((_, count)) => {
                *count += 1;
                *count - 1
            }
            None => {
                stacks.push((x, 1));
                0
            }
        };
        let title = format!("{name}. {}: {}", row.word("who_name"), row.word("word"));
        scene.group(title, row.spun(), |scene| {
            marker(
                scene,
                [x + stack as f64 * 13.0 - if x > right - 40.0 { stack as f64 * 26.0 } else { 0.0 }, y],
                at,
                row.is("former"),
            );
        });
    }
    let said: Vec<String> = actors
        .iter()
        .filter_map(|(id, name)| {
            let mut words: Vec<&str> = vec![];
            for row in rows.iter().filter(|row| row.word("who") == *id) {
                if !words.contains(&row.word("word")) {
                    words.push(row.word("word"));
                }
            }
            (!words.is_empty()).then(|| format!("{name}: {}", words.join(" / ")))
        })
        .collect();
    let below = if placed.is_empty() { y + 4.0 } else { y + 20.0 };
    let below = scene.paragraph([left, below], &said.join(" · "), right - left, &quiet);
    let end = distances(
        scene,
        table,
        id,
        [canvas.pick(right + 14.0, left), canvas.pick(top + 4.0, below + 2.0)],
        canvas,
    );
    names_end.max(below).max(end) + 10.0
}

/// How far apart the two sides of each alliance are; gives where the lines end.
fn distances(scene: &mut Scene, table: &Table, id: &str, [x, top]: [f64; 2], canvas: &Canvas<'_>) -> f64 {
    let lang = canvas.names.voice.lang();
    let mut y = top;
    for row in table.having("row", "distance").filter(|row| row.word("issue") == id) {
        let value = row.number("distance").map_or(String::new(), |value| number::score(value, lang));
        let said = format!("{} {value}", row.word("who_name"));
        let room = scene.width - x;
        scene.group(format!("{}: {value}", row.word("who_name")), row.spun(), |scene| {
            y = scene.paragraph([x, y], &said, room, &Letters::of(11.0));
        });
    }
    y - 8.0
}
