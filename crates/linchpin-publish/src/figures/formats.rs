//! Who is in what: alliances, partnerships, formats and agreements with their members.

use crate::figure::{Canvas, Figure};
use crate::names::Names;
use crate::scene::{Letters, Scene, Tone};
use crate::sentence::{Sentence, Slot, Thread};
use crate::table::{Row, Table};
use crate::terms;
use linchpin_model::alliance::Role;
use linchpin_model::id::{EntityId, SourceId};
use linchpin_study::formats::{Answer, Format};
use std::collections::{BTreeMap, BTreeSet};

/// How many members have a column of their own on a page: those in most formats.
const COLUMNS: usize = 6;

/// The figure of formats.
pub fn figure(found: &Answer, names: &Names<'_>) -> Figure {
    let cited = found.formats.iter().flat_map(|format| &format.statements);
    let sources: BTreeSet<SourceId> =
        cited.flat_map(|cited| &cited.evidence).map(|e| e.source.clone()).collect();
    Figure {
        id: "formats",
        about: None,
        title: Sentence::of("figure-formats-title").with("as-of", Slot::Day(found.basis.as_of)),
        finding: finding(found),
        reading: Sentence::of("figure-formats-reading"),
        sources: sources.into_iter().collect(),
        as_of: found.basis.as_of,
        table: table(found, names),
        draw,
    }
}

/// In how many each actor is, those in most first.
fn members(found: &Answer) -> Vec<(&EntityId, usize)> {
    let mut counted: BTreeMap<&EntityId, usize> = BTreeMap::new();
    for member in found.formats.iter().flat_map(|format| &format.members) {
        *counted.entry(&member.actor).or_default() += 1;
    }
    let mut all: Vec<_> = counted.into_iter().collect();
    all.sort_by_key(|(id, count)| (std::cmp::Reverse(*count), (*id).clone()));
    all
}

fn finding(found: &Answer) -> Sentence {
    let thread = || Thread::Answer { schema: found.schema, pointer: "/formats".into() };
    match members(found).first() {
        Some((who, count)) => Sentence::of("figure-formats-finding")
            .with("who", Slot::Label((*who).clone()))
            .with("in", Slot::Count(*count, thread()))
            .with("all", Slot::Count(found.formats.len(), thread())),
        None => Sentence::of("figure-formats-none"),
    }
}

/// A row for each member of each format; a format whose members are not listed has one without a member.
fn table(found: &Answer, names: &Names<'_>) -> Table {
    let order = members(found);
    let mut table = Table::new([
        "format",
        "format_name",
        "kind",
        "kind_name",
        "since",
        "member",
        "member_name",
        "role",
        "rank",
        "statements",
    ]);
    for (at, format) in found.formats.iter().enumerate() {
        let since = terms::span(format.from.as_ref(), format.to.as_ref(), names.voice);
        let thread = Thread::Answer { schema: found.schema, pointer: format!("/formats/{at}") };
        let mut add = |format: &Format, member: Option<(&EntityId, Option<Role>)>| {
            let rank = member.and_then(|(who, _)| order.iter().position(|(id, _)| *id == who));
            table.row(
                Some(thread.clone()),
                [
                    format.id.as_str().into(),
                    names.entity(&format.id).into(),
                    format.kind.name().into(),
                    names.voice.say(terms::bond(format.kind)).into(),
                    since.as_str().into(),
                    member.map(|(who, _)| who.as_str()).into(),
                    member.map(|(who, _)| names.entity(who)).into(),
                    member.and_then(|(_, role)| role).map(Role::name).into(),
                    rank.into(),
                    format.statements.len().into(),
                ],
            );
        };
        match format.members.is_empty() {
            true => add(format, None),
            false => format.members.iter().for_each(|member| add(format, Some((&member.actor, member.role)))),
        }
    }
    table
}

fn draw(table: &Table, canvas: &Canvas<'_>) -> Scene {
    let mut scene = canvas.scene();
    if table.is_empty() {
        scene.text([0.0, 16.0], canvas.say("figure-formats-empty"), &Letters::of(13.0).tone(Tone::Quiet));
        scene.height = 24.0;
        return scene;
    }
    match canvas.width.is_phone() {
        true => list(&mut scene, table, canvas),
        false => grid(&mut scene, table, canvas),
    }
    scene
}

/// A column for each of the members in most formats, the others by name at the end of a row.
fn grid(scene: &mut Scene, table: &Table, canvas: &Canvas<'_>) {
    let mut heads: Vec<(f64, &str, &str)> = vec![];
    for row in table.rows() {
        let Some(rank) = row.number("rank").filter(|rank| (*rank as usize) < COLUMNS) else { continue };
        if !heads.iter().any(|(_, id, _)| *id == row.word("member")) {
            heads.push((rank, row.word("member"), row.word("member_name")));
        }
    }
    heads.sort_by(|a, b| a.0.total_cmp(&b.0));
    let label = 150.0;
    let others = 128.0;
    let letters = Letters::of(11.0).tone(Tone::Quiet).middle();
    let widest = heads.iter().flat_map(|(_, _, name)| name.split(' ')).map(|word| letters.width(word));
    let wanted = widest.fold(64.0, f64::max) + 8.0;
    let step = ((scene.width - label - others) / heads.len().max(1) as f64).min(wanted);
    let lines: Vec<Vec<String>> = heads.iter().map(|(_, _, name)| letters.wrap(name, step - 4.0)).collect();
    let deep = lines.iter().map(Vec::len).max().unwrap_or(1);
    let x = |at: usize| label + step * (at as f64 + 0.5);
    for (at, lines) in lines.iter().enumerate() {
        for (down, line) in lines.iter().enumerate() {
            let y = 12.0 + (deep - lines.len() + down) as f64 * 14.0;
            scene.text([x(at), y], line.clone(), &letters);
        }
    }
    let mut y = 14.0 + deep as f64 * 14.0;
    let mut kind = "";
    for format in table.words("format") {
        let rows: Vec<Row<'_>> = table.having("format", format).collect();
        let Some(first) = rows.first() else { continue };
        if first.word("kind") != kind {
            kind = first.word("kind");
            y += 12.0;
            scene.text([0.0, y], first.word("kind_name"), &Letters::of(12.0).bold());
            scene.line([0.0, y + 6.0], [scene.width, y + 6.0], Tone::Faint, 1.0);
            y += 22.0;
        }
        let end = scene.paragraph([0.0, y + 4.0], first.word("format_name"), label - 8.0, &Letters::of(12.5));
        let mut rest: Vec<&str> = vec![];
        let columns: Vec<(usize, &Row<'_>)> = rows
            .iter()
            .filter_map(|row| match heads.iter().position(|(_, id, _)| *id == row.word("member")) {
                Some(at) => Some((at, row)),
                None => {
                    rest.extend(Some(row.word("member_name")).filter(|name| !name.is_empty()));
                    None
                }
            })
            .collect();
        if let (Some(from), Some(to)) =
            (columns.iter().map(|(at, _)| *at).min(), columns.iter().map(|(at, _)| *at).max())
        {
            scene.line([x(from), y], [x(to), y], Tone::Faint, 3.0);
        }
        for (at, row) in columns {
            scene.group(
                format!("{}: {}", first.word("format_name"), row.word("member_name")),
                row.spun(),
                |scene| {
                    member(scene, [x(at), y], row);
                },
            );
        }
        let said = in_words(first, rest.join(", "), canvas);
        let left = label + step * heads.len() as f64 + 6.0;
        let quiet = Letters::of(11.0).tone(Tone::Quiet);
        let down = scene.paragraph([left, y + 4.0], &said, scene.width - left, &quiet);
        y = end.max(down) + 6.0;
    }
    let key = Letters::of(11.5).tone(Tone::Quiet);
    scene.height =
        scene.paragraph([0.0, y + 8.0], &canvas.say("figure-formats-key"), scene.width, &key) - 6.0;
}

/// The guarantor has a ring around its dot.
fn member(scene: &mut Scene, [x, y]: [f64; 2], row: &Row<'_>) {
    scene.disc([x, y], 7.0, Tone::Paper);
    scene.disc([x, y], 4.5, Tone::First);
    if row.word("role") == Role::Guarantor.name() {
        scene.ring([x, y], 7.5, Tone::First, 1.6);
    }
}

/// Each format with its members in words.
fn list(scene: &mut Scene, table: &Table, canvas: &Canvas<'_>) {
    let mut y = 2.0;
    let mut kind = "";
    for format in table.words("format") {
        let rows: Vec<Row<'_>> = table.having("format", format).collect();
        let Some(first) = rows.first() else { continue };
        if first.word("kind") != kind {
            kind = first.word("kind");
            y += 14.0;
            scene.text([0.0, y], first.word("kind_name"), &Letters::of(12.5).bold());
            scene.line([0.0, y + 6.0], [scene.width, y + 6.0], Tone::Faint, 1.0);
            y += 22.0;
        }
        y = scene.paragraph([0.0, y + 2.0], first.word("format_name"), scene.width, &Letters::of(12.5));
        let names: Vec<String> = rows.iter().map(|row| with_role(row, canvas)).collect();
        let said = in_words(first, names.join(", "), canvas);
        y = scene.paragraph([10.0, y], &said, scene.width - 10.0, &Letters::of(11.5).tone(Tone::Quiet)) + 4.0;
    }
    scene.height = y;
}

/// The members of a format in words, or that the dossier does not list any.
fn in_words(first: &Row<'_>, members: String, canvas: &Canvas<'_>) -> String {
    if first.word("member").is_empty() { canvas.say("figure-formats-unlisted") } else { members }
}

/// A member by its name; of the guarantor it is said that it is.
fn with_role(row: &Row<'_>, canvas: &Canvas<'_>) -> String {
    let name = row.word("member_name");
    match row.word("role") == Role::Guarantor.name() {
        true => canvas.names.voice.fill("figure-formats-guarantor", &[("name", name.into())]),
        false => name.to_string(),
    }
}
