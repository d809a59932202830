//! What strengthens and what weakens what, by the mechanisms that sources give: causes on the left, effects on the right.
//!
//! Of the networks that a dossier holds this one tells a reader most: ties between members are in the figures of formats and of the
//! map, while explanations are nowhere else to be seen at a glance.

use crate::figure::{Canvas, Figure};
use crate::names::Names;
use crate::scene::{Dash, Letters, Mark, Scene, Step, Tone};
use crate::sentence::{Sentence, Slot, Thread};
use crate::table::{Row, Table};
use linchpin_model::id::{SourceId, StatementId};
use linchpin_model::statement::Sign;
use linchpin_study::mechanisms::{Answer, Cause, Effect};
use std::collections::BTreeSet;

/// How many pairs of cause and effect are drawn: those with most mechanisms.
const DRAWN: usize = 18;

/// The figure of mechanisms.
pub fn figure(found: &Answer, names: &Names<'_>) -> Figure {
    let chosen = chosen(found);
    let cited =
        chosen.iter().flat_map(|(_, _, cause)| &cause.mechanisms).flat_map(|one| &one.statement.evidence);
    let sources: BTreeSet<SourceId> = cited.map(|evidence| evidence.source.clone()).collect();
    Figure {
        id: "network",
        about: None,
        title: Sentence::of("figure-network-title").with("as-of", Slot::Day(found.basis.as_of)),
        finding: finding(&chosen, found),
        reading: Sentence::of("figure-network-reading"),
        sources: sources.into_iter().collect(),
        as_of: found.basis.as_of,
        table: table(&chosen, names),
        draw,
    }
}

type Pair<'a> = (usize, &'a Effect, &'a Cause);

/// The pairs with most mechanisms.
fn chosen(found: &Answer) -> Vec<Pair<'_>> {
    let mut all: Vec<Pair<'_>> = vec![];
    for (at, effect) in found.effects.iter().enumerate() {
        all.extend(effect.causes.iter().map(|cause| (at, effect, cause)));
    }
    all.sort_by_key(|(at, _, cause)| (std::cmp::Reverse(cause.mechanisms.len()), *at, cause.cause.clone()));
    all.truncate(DRAWN);
    all
}

fn finding(chosen: &[Pair<'_>], found: &Answer) -> Sentence {
    let all: usize = found.effects.iter().map(Effect::mechanisms).sum();
    let thread = || Thread::Answer { schema: found.schema, pointer: "/effects".into() };
    match chosen.first() {
        Some((_, effect, cause)) => Sentence::of("figure-network-finding")
            .with("effect", Slot::Factor(effect.effect.clone()))
            .with("cause", Slot::Factor(cause.cause.clone()))
            .with("mechanisms", Slot::Count(cause.mechanisms.len(), thread()))
            .with("all", Slot::Count(all, thread())),
        None => Sentence::of("figure-network-none"),
    }
}

fn table(chosen: &[Pair<'_>], names: &Names<'_>) -> Table {
    let mut table = Table::new(["cause", "cause_name", "effect", "effect_name", "strengthen", "weaken"]);
    for (_, effect, cause) in chosen {
        let ids: Vec<StatementId> = cause.mechanisms.iter().map(|one| one.statement.id.clone()).collect();
        let strengthen = cause.mechanisms.iter().filter(|one| one.sign == Sign::Strengthens).count();
        table.row(
            Some(Thread::Statements(ids)),
            [
                cause.cause.as_str().into(),
                names.factor(&cause.cause).into(),
                effect.effect.as_str().into(),
                names.factor(&effect.effect).into(),
                strengthen.into(),
                (cause.mechanisms.len() - strengthen).into(),
            ],
        );
    }
    table
}

fn draw(table: &Table, canvas: &Canvas<'_>) -> Scene {
    let mut scene = canvas.scene();
    if table.is_empty() {
        scene.text([0.0, 16.0], canvas.say("figure-network-empty"), &Letters::of(13.0).tone(Tone::Quiet));
        scene.height = 24.0;
        return scene;
    }
    match canvas.width.is_phone() {
        true => list(&mut scene, table),
        false => graph(&mut scene, table, canvas),
    }
    scene
}

fn signs(row: &Row<'_>) -> String {
    let count = |column: &str| row.number(column).unwrap_or_default();
    let plus = Some(format!("+{:.0}", count("strengthen"))).filter(|_| count("strengthen") > 0.0);
    let minus = Some(format!("−{:.0}", count("weaken"))).filter(|_| count("weaken") > 0.0);
    plus.into_iter().chain(minus).collect::<Vec<_>>().join(" ")
}

/// Causes and effects in two columns, each in the order of the mean height of what it is joined to.
fn graph(scene: &mut Scene, table: &Table, canvas: &Canvas<'_>) {
    let effects = table.words("effect");
    let height_of = |id: &str| effects.iter().position(|effect| *effect == id).unwrap_or_default() as f64;
    let mut causes = table.words("cause");
    let mean = |cause: &str| {
        let joined: Vec<f64> =
            table.having("cause", cause).map(|row| height_of(row.word("effect"))).collect();
        joined.iter().sum::<f64>() / joined.len().max(1) as f64
    };
    causes.sort_by(|a, b| mean(a).total_cmp(&mean(b)));
    let room = 232.0;
    let letters = Letters::of(12.0);
    let head = Letters::of(12.0).bold();
    scene.text([0.0, 12.0], canvas.say("figure-network-causes"), &head);
    scene.text([scene.width - room, 12.0], canvas.say("figure-network-effects"), &head);
    let heights = |ids: &[&str], column: &str| -> (Vec<f64>, f64) {
        let mut y = 36.0;
        let mut places = vec![];
        for id in ids {
            let lines = letters.wrap(name_of(table, column, id), room).len().max(1) as f64;
            places.push(y + (lines - 1.0) * letters.leading() / 2.0);
            y += lines * letters.leading() + 12.0;
        }
        (places, y)
    };
    let ((left, a), (right, b)) = (heights(&causes, "cause"), heights(&effects, "effect"));
    let height = a.max(b);
    // the shorter column takes as much room as the longer one
    let stretch = |places: Vec<f64>, used: f64| -> Vec<f64> {
        let more = (height - used) / places.len().max(1) as f64;
        places.iter().enumerate().map(|(at, y)| y + more * (at as f64 + 0.5)).collect()
    };
    let (left, right) = (stretch(left, a), stretch(right, b));
    for row in table.rows() {
        let from = causes.iter().position(|id| *id == row.word("cause")).map_or(0.0, |at| left[at]);
        let to = effects.iter().position(|id| *id == row.word("effect")).map_or(0.0, |at| right[at]);
        edge(scene, [room + 8.0, from], [scene.width - room - 10.0, to], &row);
    }
    let ends = [(&causes, &left, "cause", 0.0), (&effects, &right, "effect", scene.width - room)];
    for (ids, places, column, x) in ends {
        for (id, y) in ids.iter().zip(places) {
            let lines = letters.wrap(name_of(table, column, id), room);
            let first = y + 4.0 - (lines.len() as f64 - 1.0) * letters.leading() / 2.0;
            for (down, line) in lines.iter().enumerate() {
                let at = first + down as f64 * letters.leading();
                match column {
                    "cause" => scene.text([x + room, at], line.clone(), &letters.clone().end()),
                    _ => scene.text([x, at], line.clone(), &letters),
                }
            }
        }
    }
    scene.height = height;
}

/// The name of a cause or effect.
fn name_of<'t>(table: &'t Table, column: &'t str, id: &'t str) -> &'t str {
    let row = table.having(column, id).next();
    row.map_or("", |row| row.word(if column == "cause" { "cause_name" } else { "effect_name" }))
}

/// A curve from a cause to an effect: whole where it strengthens, broken where it weakens, one beside the other where sources
/// say both; the wider, the more mechanisms.
fn edge(scene: &mut Scene, from: [f64; 2], to: [f64; 2], row: &Row<'_>) {
    let title = format!("{} → {}: {}", row.word("cause_name"), row.word("effect_name"), signs(row));
    scene.group(title, row.spun(), |scene| {
        for (column, tone, dash, shift) in
            [("strengthen", Tone::First, Dash::Solid, -1.5), ("weaken", Tone::Second, Dash::Dashed, 1.5)]
        {
            let count = row.number(column).unwrap_or_default();
            if count == 0.0 {
                continue;
            }
            let middle = (from[0] + to[0]) / 2.0;
            let steps = vec![
                Step::Move([from[0], from[1] + shift]),
                Step::Curve([middle, from[1] + shift], [middle, to[1] + shift], [to[0], to[1] + shift]),
            ];
            let width = 0.8 + 0.55 * count.min(6.0);
            scene.marks.push(Mark::Line { steps, tone, width, dash });
            scene.disc([to[0], to[1] + shift], 2.4, tone);
        }
    });
}

/// Each effect with its causes in words.
fn list(scene: &mut Scene, table: &Table) {
    let mut y = 4.0;
    for effect in table.words("effect") {
        let rows: Vec<Row<'_>> = table.having("effect", effect).collect();
        let name = rows.first().map_or("", |row| row.word("effect_name"));
        y = scene.paragraph([0.0, y + 12.0], name, scene.width, &Letters::of(12.5).bold());
        for row in rows {
            scene.text([scene.width, y], signs(&row), &Letters::of(12.0).end());
            scene.group(row.word("cause_name"), row.spun(), |scene| {
                y = scene.paragraph(
                    [10.0, y],
                    row.word("cause_name"),
                    scene.width - 70.0,
                    &Letters::of(12.0),
                );
            });
        }
    }
    scene.height = y;
}
