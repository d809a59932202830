//! `linchpin matrix`: who stands where on which issue, and how far apart.

use crate::asked::{entity_id, issue};
use crate::cells::{CITED_COLUMNS, cell, cited_cells};
use crate::context::Context;
use crate::error::Error;
use crate::heading::{Heading, heading};
use crate::names::{Names, study_error};
use crate::notes::{Notes, speaker};
use crate::render::table::{Edge, Table};
use crate::render::{NONE, date, footnotes, number, width, wrap};
use clap::ValueEnum;
use linchpin_model::id::EntityId;
use linchpin_model::statement::Layer;
use linchpin_model::text::Lang;
use linchpin_model::vocabulary::Level;
use linchpin_study::matrix::{Answer, Cell, Distance, Matrix, Row, Stand, Taken, answer};

/// The options of `matrix`.
#[derive(clap::Args)]
pub struct Args {
    #[arg(long, value_name = "ISSUE")]
    issue: Option<String>,
    #[arg(long, value_name = "ACTORS", value_delimiter = ',')]
    actors: Vec<String>,
    #[arg(long, value_name = "ORDER", value_enum, default_value_t = Order::Issue, conflicts_with = "issue")]
    by: Order,
    #[arg(long, value_name = "ID")]
    framework: Option<String>,
}

/// In which order the issues stand.
#[derive(ValueEnum, Clone, Copy, PartialEq, Eq)]
enum Order {
    Issue,
    Distance,
}

/// Marks a position from before the present head of government took office.
const FORMER: &str = "†";
/// Marks a distance that the method does not model.
const MERE: &str = "*";
/// Marks a position that is not heard as the holder's own.
const UNHEARD: &str = "°";

pub fn run(args: &Args, context: &Context<'_>) -> Result<(), Error> {
    let snapshot = context.snapshot()?;
    let setting = context.setting(args.framework.clone())?;
    let failed = |error| study_error(error, context.voice);
    let framework = setting.framework(&snapshot).map_err(failed)?;
    let day = setting.basis(&setting.view(&snapshot)).map_err(failed)?.as_of;
    let actors = args.actors.iter().map(|actor| entity_id(actor.trim(), "--actors", day, &snapshot, context));
    let question = Matrix {
        issue: issue(&args.issue, "--issue", &snapshot, context)?,
        actors: actors.collect::<Result<_, _>>()?,
        setting: setting.clone(),
    };
    let mut found = answer(&question, &snapshot).map_err(failed)?;
    if args.by == Order::Distance {
        // what has no distance comes last
        let greatest = |row: &Row| row.greatest().unwrap_or(-1.0);
        found.rows.sort_by(|a, b| greatest(b).total_cmp(&greatest(a)));
    }
    context.show(&found, csv, || {
        let names = Names::new(context.voice, &snapshot, framework, found.frame.as_of);
        Ok(match question.issue {
            Some(_) => one_issue(&found, &names, context),
            None => all_issues(&found, args.by, &names, context),
        })
    })
}

fn all_issues(found: &Answer, order: Order, names: &Names<'_>, context: &Context<'_>) -> String {
    let voice = context.voice;
    let mut text = heading(&Heading::new(voice.say("matrix-title"), &found.frame), names, context);
    text.push('\n');
    for line in extremes(found, names, context) {
        text.push_str(&format!("{}\n", wrap(&line, width(), "")));
    }
    let mut notes = Notes::default();
    let heads = found.actors.iter().map(|actor| (names.entity(actor), Edge::Wrapped));
    let mut table = Table::new([(voice.say("matrix-column-issue"), Edge::Wrapped)].into_iter().chain(heads));
    let mut section = None;
    for row in &found.rows {
        if order == Order::Issue && section != Some(&row.section) {
            let title = row.section.as_ref().map(|path| names.node(path));
            table.section(title.unwrap_or_else(|| voice.say("matrix-further")), "");
            section = Some(&row.section);
        }
        let distances = row.distances.iter().filter_map(|d| distance(d, names, context));
        let distances = distances.map(|distance| format!("↔ {distance}"));
        let lead: Vec<String> = [names.text(&row.name).to_string()].into_iter().chain(distances).collect();
        let cells = row.cells.iter().map(|cell| standing(cell, &mut notes, names, context));
        table.row([lead.join("\n")].into_iter().chain(cells).collect::<Vec<_>>());
    }
    if found.rows.is_empty() {
        text.push_str(&format!("{}\n", voice.say("matrix-none")));
    } else {
        text.push_str(&format!("\n{}", table.set(width(), "")));
    }
    if !found.silent.is_empty() && !found.rows.is_empty() {
        let words = names.snapshot.vocabulary();
        let silent: Vec<&str> = found.silent.iter().map(|id| names.text(&words.issues[id].name)).collect();
        let line = voice.fill("matrix-silent", &[("issues", silent.join(", ").into())]);
        text.push_str(&format!("\n{}\n", wrap(&line, width(), "")));
    }
    format!("{text}\n{}\n{}", notes.places(names), footnotes(&explanations(found, context)))
}

/// For each alliance the issues on which its two sides are furthest apart and closest.
fn extremes(found: &Answer, names: &Names<'_>, context: &Context<'_>) -> Vec<String> {
    let lines = found.ties.iter().enumerate().filter_map(|(tie, id)| {
        let mut known: Vec<(&Row, f64)> = found
            .rows
            .iter()
            .filter(|row| row.distances[tie].modelled)
            .filter_map(|row| Some((row, row.distances[tie].value?)))
            .collect();
        known.sort_by(|a, b| b.1.total_cmp(&a.1));
        let ((first, most), (last, least)) = (known.first()?, known.last()?);
        let slots = [
            ("tie", names.entity(id).into()),
            ("count", known.len().into()),
            ("far", names.text(&first.name).into()),
            ("most", context.score(*most).into()),
            ("near", names.text(&last.name).into()),
            ("least", context.score(*least).into()),
        ];
        Some(context.voice.fill("matrix-extremes", &slots))
    });
    lines.collect()
}

/// How far apart the sides of an alliance stand: `US–Japan 0.21 (0.08–0.35)`.
fn distance(distance: &Distance, names: &Names<'_>, context: &Context<'_>) -> Option<String> {
    let value = context.score(distance.value?);
    let name = names.entity(&distance.tie).replace(' ', "\u{a0}");
    Some(match distance.i90 {
        Some(i90) => format!("{name} {value}\u{a0}({})", number::interval(i90, context.lang())),
        None => format!("{name} {value}{MERE}"),
    })
}

/// An actor's positions, one a line: `hedge (means, 2026, 0.75) [3]`.
fn standing<'a>(cell: &'a Cell, notes: &mut Notes<'a>, names: &Names<'_>, context: &Context<'_>) -> String {
    let line = |stand: &'a Stand, notes: &mut Notes<'a>| {
        let object = stand.object.as_ref().map_or(String::new(), |id| format!("{}; ", names.entity(id)));
        let [layer, salience] = [layer_name(stand.layer, context), context.score(stand.salience)];
        let former = if stand.former { FORMER } else { "" };
        let about = format!("({object}{layer}, {}{former}, {salience})", stand.day.year());
        format!("{} {about} {}", names.text(&stand.place), notes.marks(&stand.cited))
    };
    let lines: Vec<String> = cell.stands.iter().map(|stand| line(stand, notes)).collect();
    if lines.is_empty() { NONE.into() } else { lines.join("\n") }
}

fn layer_name(layer: Layer, context: &Context<'_>) -> String {
    context.voice.say(match layer {
        Layer::Goal => "matrix-goal",
        Layer::Priority => "matrix-priority",
        Layer::Means => "matrix-means",
    })
}

/// The notes below the table: what it is, and what its marks mean.
fn explanations(found: &Answer, context: &Context<'_>) -> Vec<String> {
    let voice = context.voice;
    let parts = if found.positions.is_empty() { "matrix-note-cell" } else { "matrix-note-position" };
    let mut notes = vec![voice.say("matrix-note-rebuilt"), voice.say(parts)];
    let distances = || found.rows.iter().flat_map(|row| &row.distances);
    let stands = || found.rows.iter().flat_map(|row| &row.cells).flat_map(|cell| &cell.stands);
    if stands().any(|stand| stand.former) {
        notes.push(format!("{FORMER} {}", voice.say("matrix-note-former")));
    }
    if distances().any(|distance| distance.modelled) {
        let slots = [("framework", found.frame.framework.as_str().into())];
        notes.push(voice.fill("matrix-note-distance", &slots));
    }
    if distances().any(|distance| !distance.modelled && distance.value.is_some()) {
        notes.push(format!("{MERE} {}", voice.say("matrix-note-mere")));
    }
    if found.positions.iter().any(|taken| !taken.heard) {
        notes.push(format!("{UNHEARD} {}", voice.say("matrix-note-unheard")));
    }
    notes
}

/// All positions on one issue, by actor and time.
fn one_issue(found: &Answer, names: &Names<'_>, context: &Context<'_>) -> String {
    let voice = context.voice;
    let Some(row) = found.rows.first() else { return String::new() };
    let title = voice.fill("matrix-title-issue", &[("issue", names.text(&row.name).into())]);
    let title = wrap(&title, width(), "");
    let mut text = heading(&Heading::new(title, &found.frame), names, context);
    let issue = &names.snapshot.vocabulary().issues[&row.issue];
    let scale = |levels: &[Level]| -> Vec<String> {
        let word = |level: &Level| match context.lang() {
            Lang::De => level.de.clone(),
            Lang::En => level.en.clone(),
        };
        levels.iter().map(word).collect()
    };
    let line = match issue.levels.is_empty() {
        false => voice.fill("matrix-scale", &[("levels", scale(&issue.levels).join(" – ").into())]),
        true => voice.fill("matrix-items", &[("items", scale(&issue.items).join(", ").into())]),
    };
    text.push_str(&format!("\n{}\n", wrap(&line, width(), "")));
    let distances: Vec<String> = row.distances.iter().filter_map(|d| distance(d, names, context)).collect();
    if !distances.is_empty() {
        let line = voice.fill("matrix-distances", &[("distances", distances.join("; ").into())]);
        text.push_str(&format!("{}\n", wrap(&line, width(), "")));
    }
    let mut notes = Notes::default();
    if found.positions.is_empty() {
        text.push_str(&format!("\n{}\n", voice.say("matrix-no-positions")));
    } else {
        text.push_str(&format!("\n{}\n", taken(found, &mut notes, names, context).set(width(), "")));
    }
    format!("{text}{}\n{}", notes.set(names, context), footnotes(&explanations(found, context)))
}

/// Positions on one issue, with a section for each state.
fn taken<'a>(found: &'a Answer, notes: &mut Notes<'a>, names: &Names<'_>, context: &Context<'_>) -> Table {
    let voice = context.voice;
    let mut table = Table::new([
        (voice.say("matrix-column-when"), Edge::Wrapped),
        (voice.say("matrix-column-who"), Edge::Wrapped),
        (voice.say("matrix-column-layer"), Edge::Left),
        (voice.say("matrix-column-where"), Edge::Wrapped),
        (voice.say("matrix-column-salience"), Edge::Right),
        (String::new(), Edge::Left),
    ]);
    let mut section: Option<&Option<EntityId>> = None;
    for taken in &found.positions {
        if section != Some(&taken.state) {
            let title = taken.state.as_ref().map(|state| names.entity(state));
            table.section(title.unwrap_or_else(|| voice.say("matrix-stateless")), "");
            section = Some(&taken.state);
        }
        let cited = &taken.cited;
        let level = cited.level.as_ref().map_or(taken.level.clone(), |level| names.text(level).to_string());
        let object = taken.object.as_ref().map_or(String::new(), |id| format!(" ({})", names.entity(id)));
        let holder = names.entity(&taken.subject);
        let holder = match taken.heard {
            true => holder,
            false => format!("{holder}{UNHEARD}, {}", speaker(cited, names)),
        };
        table.row([
            date::edtf_text(&cited.valid, voice),
            holder,
            layer_name(taken.layer, context),
            format!("{level}{object}"),
            context.score(taken.salience),
            notes.mark(cited),
        ]);
    }
    table
}

/// A row for each place that an actor takes, or for each position on the issue that was asked about; then a row for
/// each distance.
fn csv(found: &Answer, context: &Context<'_>) -> Result<(), Error> {
    let mut columns =
        vec!["row", "issue", "section", "actor", "object", "layer", "level", "salience", "former"];
    columns.extend(["heard", "tie", "distance", "q05", "q95", "modelled"]);
    columns.extend(CITED_COLUMNS);
    let empty = |count: usize| vec![String::new(); count];
    let mut rows: Vec<Vec<String>> = vec![];
    for row in &found.rows {
        let lead = |kind: &str| {
            vec![kind.to_string(), row.issue.to_string(), row.section.clone().unwrap_or_default()]
        };
        let position = |taken: &Taken| {
            let layer = taken.layer.name().to_string();
            let own = [taken.subject.to_string(), cell(taken.object.as_ref()), layer, taken.level.clone()];
            let weight = [taken.salience.to_string(), String::new(), taken.heard.to_string()];
            [lead("position"), own.to_vec(), weight.to_vec(), empty(5), cited_cells(&taken.cited).to_vec()]
                .concat()
        };
        rows.extend(found.positions.iter().map(position));
        let stands = row.cells.iter().flat_map(|cell| cell.stands.iter().map(move |stand| (cell, stand)));
        for (of, stand) in stands.filter(|_| found.positions.is_empty()) {
            let layer = stand.layer.name().to_string();
            let own = [of.actor.to_string(), cell(stand.object.as_ref()), layer, stand.level.clone()];
            let weight = [stand.salience.to_string(), stand.former.to_string(), true.to_string()];
            let lead = [lead("position"), own.to_vec(), weight.to_vec(), empty(5)].concat();
            rows.extend(stand.cited.iter().map(|cited| [&lead[..], &cited_cells(cited)[..]].concat()));
        }
        for distance in &row.distances {
            let bound = |at: usize| cell(distance.i90.map(|bounds| bounds[at]));
            let value = cell(distance.value);
            let own = [distance.tie.to_string(), value, bound(0), bound(1), distance.modelled.to_string()];
            rows.push([lead("distance"), empty(7), own.to_vec(), empty(CITED_COLUMNS.len())].concat());
        }
    }
    context.csv(&columns, rows)
}
