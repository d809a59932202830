//! Measures with their values: who carries which burden, and how exposed somebody is. Each measure has a scale of its own, each
//! value a line of its own; nothing is added up, and no line joins values.

use crate::figure::{Canvas, Figure};
use crate::names::Names;
use crate::quantity;
use crate::scene::{Letters, Scale, Scene, Tone};
use crate::sentence::{Sentence, Slot, Thread};
use crate::table::{Row, Table};
use linchpin_model::id::SourceId;
use linchpin_model::text::Text;
use linchpin_study::burden::table::{Answer, Measured, Value};
use std::collections::{BTreeMap, BTreeSet};

/// The messages of one of the two figures.
struct Words {
    id: &'static str,
    title: &'static str,
    finding: &'static str,
    none: &'static str,
}

/// The figure of burdens.
pub fn burden(found: &Answer, names: &Names<'_>) -> Figure {
    let words = Words {
        id: "burden",
        title: "figure-burden-title",
        finding: "figure-burden-finding",
        none: "figure-burden-none",
    };
    figure(words, found, names)
}

/// The figure of exposure to pressure.
pub fn exposure(found: &Answer, names: &Names<'_>) -> Figure {
    let words = Words {
        id: "exposure",
        title: "figure-exposure-title",
        finding: "figure-exposure-finding",
        none: "figure-exposure-none",
    };
    figure(words, found, names)
}

fn figure(words: Words, found: &Answer, names: &Names<'_>) -> Figure {
    let values = found.measures.iter().flat_map(|measure| &measure.values);
    let sources: BTreeSet<SourceId> =
        values.flat_map(|value| &value.cited.evidence).map(|evidence| evidence.source.clone()).collect();
    Figure {
        id: words.id,
        about: None,
        title: Sentence::of(words.title).with("as-of", Slot::Day(found.basis.as_of)),
        finding: finding(&words, found),
        reading: Sentence::of("figure-measures-reading"),
        sources: sources.into_iter().collect(),
        as_of: found.basis.as_of,
        table: table(found, names),
        draw,
    }
}

/// Of the first measure that has values: its greatest one.
fn finding(words: &Words, found: &Answer) -> Sentence {
    let first = found.measures.iter().find(|measure| !measure.values.is_empty());
    let greatest = first.and_then(|measure| {
        Some((measure, measure.values.iter().max_by(|a, b| a.value.total_cmp(&b.value))?))
    });
    match greatest {
        Some((measure, value)) => Sentence::of(words.finding)
            .with("measure", Slot::Text(measure.name.clone()))
            .with("subject", Slot::Sides(value.subject.clone(), value.object.clone()))
            .with("amount", Slot::Amount(Box::new(value.amount()), value.cited.valid.clone(), thread(value)))
            .with("when", Slot::When(value.cited.valid.clone())),
        None => Sentence::of(words.none),
    }
}

fn thread(value: &Value) -> Thread {
    Thread::Statements(vec![value.cited.id.clone()])
}

/// A row for each value, in base units, with the amount in words.
fn table(found: &Answer, names: &Names<'_>) -> Table {
    let mut table = Table::new([
        "measure",
        "measure_name",
        "who",
        "label",
        "detail",
        "valid",
        "value",
        "high",
        "bound",
        "unit",
        "price_year",
        "series",
        "scope",
        "amount",
        "statement",
    ]);
    for measure in &found.measures {
        for value in &measure.values {
            row(&mut table, measure, value, names);
        }
    }
    table
}

fn row(table: &mut Table, measure: &Measured, value: &Value, names: &Names<'_>) {
    let amount = value.amount();
    let when = crate::date::brief(&value.cited.valid, names.voice);
    let sides = names.sides(&value.subject, value.object.as_ref());
    let detail = detail(measure, value, names);
    table.row(
        Some(thread(value)),
        [
            measure.measure.as_str().into(),
            names.text(&measure.name).into(),
            value.subject.as_str().into(),
            format!("{sides}, {when}").into(),
            detail.into(),
            value.cited.valid.as_str().into(),
            value.value.into(),
            value.high.into(),
            value.bound.name().into(),
            amount.unit.to_string().into(),
            value.price_year.map(f64::from).into(),
            value.series.clone().into(),
            value.scope.clone().into(),
            quantity::written(&amount, &value.cited.valid, names.voice).into(),
            value.cited.id.as_str().into(),
        ],
    );
}

/// Which part a value counts and who counts, by the names that the dossier has for them.
fn detail(measure: &Measured, value: &Value, names: &Names<'_>) -> String {
    let Value { scope, series, .. } = value;
    let known = names.snapshot.vocabulary().measures.get(&measure.measure);
    let called = [
        scope.as_deref().map(|said| name(said, known.map(|known| &known.scope), names)),
        series.as_deref().map(|said| name(said, known.map(|known| &known.series), names)),
    ];
    called.into_iter().flatten().collect::<Vec<_>>().join("; ")
}

/// What something said is called, if it has a name.
fn name<'a>(said: &'a str, called: Option<&'a BTreeMap<String, Text>>, names: &Names<'_>) -> &'a str {
    called.and_then(|called| called.get(said)).map_or(said, |text| names.text(text))
}

const ROW: f64 = 19.0;
/// Between the columns of a page.
const GUTTER: f64 = 28.0;

/// Blocks of measures, on a page in two columns, each block in the one that is shorter so far.
fn draw(table: &Table, canvas: &Canvas<'_>) -> Scene {
    let mut scene = canvas.scene();
    if table.is_empty() {
        scene.text([0.0, 16.0], canvas.say("figure-measures-empty"), &Letters::of(13.0).tone(Tone::Quiet));
        scene.height = 24.0;
        return scene;
    }
    let columns = canvas.pick(2, 1);
    let width = (scene.width - GUTTER * (columns - 1) as f64) / columns as f64;
    let mut ends: Vec<f64> = vec![6.0; columns];
    for measure in table.words("measure") {
        let rows: Vec<Row<'_>> = table.having("measure", measure).collect();
        let block = block(&rows, width, canvas);
        let shortest = (0..columns).min_by(|a, b| ends[*a].total_cmp(&ends[*b])).unwrap_or_default();
        scene.place([(width + GUTTER) * shortest as f64, ends[shortest]], block.marks);
        ends[shortest] += block.height;
    }
    scene.height = ends.into_iter().fold(0.0, f64::max);
    scene
}

/// A measure with its values; those in different units have no common scale.
fn block(rows: &[Row<'_>], width: f64, canvas: &Canvas<'_>) -> Scene {
    let mut scene = Scene::new(width);
    let name = rows.first().map_or("", |row| row.word("measure_name"));
    let mut y = scene.paragraph([0.0, 12.0], name, width, &Letters::of(13.0).bold());
    let mut units: Vec<&str> = vec![];
    for row in rows {
        if !units.contains(&row.word("unit")) {
            units.push(row.word("unit"));
        }
    }
    for unit in units {
        let same: Vec<&Row<'_>> = rows.iter().filter(|row| row.word("unit") == unit).collect();
        y = values(&mut scene, &same, y, canvas);
    }
    scene.height = y + 10.0;
    scene
}

/// Values on one scale from nothing to the greatest; gives where the next begin.
fn values(scene: &mut Scene, rows: &[&Row<'_>], top: f64, canvas: &Canvas<'_>) -> f64 {
    let letters = Letters::of(12.0);
    let widest = rows.iter().map(|row| letters.width(row.word("amount"))).fold(0.0, f64::max);
    // the amount stands behind its bar, and a mark of its bound between them
    let label = canvas.pick((scene.width - widest - 76.0).clamp(90.0, 172.0), scene.width);
    let left = canvas.pick(label + 8.0, 0.0);
    let room = (scene.width - left - widest - 18.0).max(24.0);
    let greatest = rows
        .iter()
        .map(|row| row.number("high").or(row.number("value")).unwrap_or_default())
        .fold(0.0, f64::max);
    let scale = Scale::new([0.0, greatest.max(f64::MIN_POSITIVE)], [left, left + room]);
    let mut y = top;
    for row in rows {
        let mut end = scene.paragraph([0.0, y], row.word("label"), label, &letters);
        if !row.word("detail").is_empty() {
            end =
                scene.paragraph([0.0, end], row.word("detail"), label, &Letters::of(11.0).tone(Tone::Quiet));
        }
        let at = canvas.pick(y - 4.0, end - 4.0);
        bar(scene, &scale, at, row, &letters);
        y = end.max(at + 4.0) + canvas.pick(ROW - letters.leading(), ROW);
    }
    y
}

/// A value as a bar from nothing; a range ends in a paler part, an open bound in an arrow.
fn bar(scene: &mut Scene, scale: &Scale, y: f64, row: &Row<'_>, letters: &Letters) {
    let value = row.number("value").unwrap_or_default().max(0.0);
    let (from, to) = (scale.place(0.0), scale.place(value));
    scene.group(format!("{}: {}", row.word("label"), row.word("amount")), row.spun(), |scene| {
        scene.block([from, y - 5.0], [to.max(from + 1.5), y + 5.0], Tone::First, 1.0);
        let mut end = to.max(from + 1.5);
        if let Some(high) = row.number("high") {
            scene.block([end, y - 5.0], [scale.place(high), y + 5.0], Tone::First, 0.4);
            end = scale.place(high);
        }
        if matches!(row.word("bound"), "at_least" | "more_than") {
            scene.polygon(&[[end + 1.5, y - 5.0], [end + 8.0, y], [end + 1.5, y + 5.0]], Tone::First, 1.0);
            end += 8.0;
        }
        if matches!(row.word("bound"), "at_most" | "less_than") {
            scene.line([end + 3.0, y - 5.0], [end + 3.0, y + 5.0], Tone::First, 1.5);
            end += 3.0;
        }
        scene.text([end + 6.0, y + 4.0], row.word("amount"), letters);
    });
}
