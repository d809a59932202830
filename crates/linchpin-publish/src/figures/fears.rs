//! What speaks for and against each fear of an ally: one mark for each statement, so that nobody takes it for a score.

use crate::figure::{Canvas, Figure};
use crate::names::Names;
use crate::scene::{Letters, Scene, Tone};
use crate::sentence::{Sentence, Slot, Thread};
use crate::table::{Row, Table};
use linchpin_model::id::SourceId;
use linchpin_study::Cited;
use linchpin_study::fears::{Answer, Case};
use std::collections::BTreeSet;

/// The figure of the fears of an ally.
pub fn figure(found: &Answer, names: &Names<'_>) -> Figure {
    let cited = found.fears.iter().flat_map(all_cited);
    let sources: BTreeSet<SourceId> =
        cited.flat_map(|cited| &cited.evidence).map(|e| e.source.clone()).collect();
    Figure {
        id: "fears",
        about: Some(found.ally.to_string()),
        title: Sentence::of("figure-fears-title")
            .with("ally", Slot::Label(found.ally.clone()))
            .with("as-of", Slot::Day(found.basis.as_of)),
        finding: finding(found),
        reading: Sentence::of("figure-fears-reading"),
        sources: sources.into_iter().collect(),
        as_of: found.basis.as_of,
        table: table(found, names),
        draw,
    }
}

fn all_cited(case: &Case) -> impl Iterator<Item = &Cited> {
    let evidence = case.in_favour.iter().chain(&case.against).map(|evidence| &evidence.cited);
    evidence.chain(case.drives.iter().chain(&case.eases).map(|cause| &cause.cited))
}

/// The fear of which most is said.
fn finding(found: &Answer) -> Sentence {
    let said = |case: &Case| all_cited(case).count();
    let most = found
        .fears
        .iter()
        .enumerate()
        .rev()
        .max_by_key(|(_, case)| said(case))
        .filter(|(_, case)| said(case) > 0);
    let Some((at, case)) = most else {
        return Sentence::of("figure-fears-none").with("ally", Slot::Label(found.ally.clone()));
    };
    let thread = || Thread::Answer { schema: found.schema, pointer: format!("/fears/{at}") };
    Sentence::of("figure-fears-finding")
        .with("fear", Slot::Text(case.name.clone()))
        .with("ally", Slot::Label(found.ally.clone()))
        .with("for", Slot::Count(case.in_favour.len() + case.drives.len(), thread()))
        .with("against", Slot::Count(case.against.len() + case.eases.len(), thread()))
}

/// A row for each statement.
fn table(found: &Answer, names: &Names<'_>) -> Table {
    let mut table = Table::new([
        "ally",
        "fear",
        "fear_name",
        "side",
        "kind",
        "observer",
        "statement",
        "text",
        "valid",
        "known",
    ]);
    for case in &found.fears {
        let mut add = |side: &str, kind: &str, observer: bool, cited: &Cited| {
            table.row(
                Some(Thread::Statements(vec![cited.id.clone()])),
                [
                    found.ally.as_str().into(),
                    case.fear.as_str().into(),
                    names.text(&case.name).into(),
                    side.into(),
                    kind.into(),
                    observer.into(),
                    cited.id.as_str().into(),
                    names.text(&cited.text).into(),
                    cited.valid.as_str().into(),
                    cited.known.into(),
                ],
            );
        };
        case.in_favour.iter().for_each(|one| add("for", "evidence", one.observer, &one.cited));
        case.drives.iter().for_each(|one| add("for", "mechanism", one.observer, &one.cited));
        case.against.iter().for_each(|one| add("against", "evidence", one.observer, &one.cited));
        case.eases.iter().for_each(|one| add("against", "mechanism", one.observer, &one.cited));
        if !case.has_evidence() {
            table.row(
                None,
                [
                    found.ally.as_str().into(),
                    case.fear.as_str().into(),
                    names.text(&case.name).into(),
                    "none".into(),
                    "".into(),
                    false.into(),
                    "".into(),
                    "".into(),
                    "".into(),
                    None::<f64>.into(),
                ],
            );
        }
    }
    table
}

/// How wide a mark is, with the space after it, and how high a line of marks.
const MARK: [f64; 2] = [11.0, 13.0];

fn draw(table: &Table, canvas: &Canvas<'_>) -> Scene {
    let mut scene = canvas.scene();
    if table.is_empty() {
        scene.text([0.0, 16.0], canvas.say("figure-fears-empty"), &Letters::of(13.0).tone(Tone::Quiet));
        scene.height = 24.0;
        return scene;
    }
    let middle = canvas.pick(480.0, scene.width / 2.0);
    let reach = canvas.pick(210.0, scene.width / 2.0 - 34.0);
    let label = canvas.pick(middle - reach - 56.0, scene.width);
    let head = Letters::of(12.0).bold();
    scene.text([middle - 12.0, 12.0], canvas.say("figure-fears-against"), &head.clone().end());
    scene.text([middle + 12.0, 12.0], canvas.say("figure-fears-for"), &head);
    let mut y = 30.0;
    for fear in table.words("fear") {
        let rows: Vec<Row<'_>> = table.having("fear", fear).collect();
        let name = rows.first().map_or("", |row| row.word("fear_name"));
        let end = scene.paragraph([0.0, y + 6.0], name, label, &Letters::of(12.5));
        let top = canvas.pick(y, end - 4.0);
        if rows.iter().all(|row| row.word("side") == "none") {
            let letters = Letters::of(11.0).tone(Tone::Quiet).middle().rim();
            scene.text([middle, top + 6.0], canvas.say("figure-fears-silent"), &letters);
            y = end.max(top + 16.0) + 10.0;
            continue;
        }
        let mut bottom = top;
        for (side, direction) in [("against", -1.0), ("for", 1.0)] {
            let marks: Vec<&Row<'_>> = rows.iter().filter(|row| row.word("side") == side).collect();
            bottom = side_of(&mut scene, &marks, [middle, top], direction, reach).max(bottom);
        }
        let bottom = bottom.max(canvas.pick(end - 14.0, bottom));
        scene.line([middle, top - 6.0], [middle, bottom], Tone::Ink, 1.0);
        y = bottom + 16.0;
    }
    scene.height = y;
    scene
}

/// The marks of one side from the middle outwards, with their number at the end; gives where they end.
fn side_of(scene: &mut Scene, rows: &[&Row<'_>], [middle, top]: [f64; 2], direction: f64, reach: f64) -> f64 {
    let across = ((reach / MARK[0]) as usize).max(1);
    for (at, row) in rows.iter().enumerate() {
        let x = middle + direction * (8.0 + (at % across) as f64 * MARK[0]);
        let y = top + (at / across) as f64 * MARK[1];
        scene.group(row.word("text"), row.spun(), |scene| mark(scene, [x, y], row, direction > 0.0));
    }
    let lines = rows.len().div_ceil(across);
    let last = rows.len().saturating_sub(lines.saturating_sub(1) * across) as f64;
    let x = middle + direction * (8.0 + last * MARK[0] + if rows.is_empty() { 0.0 } else { 2.0 });
    let y = top + (lines.max(1) - 1) as f64 * MARK[1] + 4.0;
    let letters = Letters::of(11.5).tone(Tone::Quiet);
    let letters = if direction < 0.0 { letters.end() } else { letters };
    scene.text([x, y], rows.len().to_string(), &letters);
    top + lines.max(1) as f64 * MARK[1]
}

/// A statement: a square for what is said, open where an observer says it; a disc for a mechanism.
fn mark(scene: &mut Scene, [x, y]: [f64; 2], row: &Row<'_>, speaks_for: bool) {
    let tone = if speaks_for { Tone::Second } else { Tone::First };
    let r = 3.8;
    match (row.word("kind"), row.is("observer")) {
        ("mechanism", false) => scene.disc([x, y], r, tone),
        ("mechanism", true) => scene.ring([x, y], r - 0.6, tone, 1.4),
        (_, false) => scene.block([x - r, y - r], [x + r, y + r], tone, 1.0),
        (_, true) => scene.frame([x - r + 0.6, y - r + 0.6], [x + r - 0.6, y + r - 0.6], tone, 1.4),
    }
}
