//! `linchpin calendar`: what expires, is due or has been announced.

use super::timeline::{MATTER_COLUMNS, citations, matter_row, sides};
use crate::cells::{CITED_COLUMNS, cell, cited_cells};
use crate::context::Context;
use crate::error::Error;
use crate::heading::{Heading, heading};
use crate::names::{Names, study_error};
use crate::render::table::{Edge, Table};
use crate::render::{date, section, width, wrap};
use linchpin_model::plover::EventStatus;
use linchpin_publish::terms;
use linchpin_study::calendar::{Answer, Calendar, DateKind, Entry, State, answer};

/// The options of `calendar`.
#[derive(clap::Args)]
pub struct Args {
    #[arg(long, value_name = "DATE")]
    from: Option<String>,
    #[arg(long, value_name = "DATE")]
    to: Option<String>,
}

/// The sections of the text and their titles.
const SECTIONS: [(State, &str); 4] = [
    (State::Ahead, "calendar-ahead"),
    (State::Overdue, "calendar-overdue"),
    (State::Open, "calendar-open"),
    (State::Past, "calendar-past"),
];

pub fn run(args: &Args, context: &Context<'_>) -> Result<(), Error> {
    let snapshot = context.snapshot()?;
    let setting = context.setting(None)?;
    let (from, to) = date::span_options(&args.from, &args.to, context.voice)?;
    let failed = |error| study_error(error, context.voice);
    let found = answer(&Calendar { from, to, setting: setting.clone() }, &snapshot).map_err(failed)?;
    context.show(&found, csv, || {
        let framework = setting.framework(&snapshot).map_err(failed)?;
        let names = Names::new(context.voice, &snapshot, framework, found.basis.as_of);
        Ok(text(&found, &names, context))
    })
}

fn text(found: &Answer, names: &Names<'_>, context: &Context<'_>) -> String {
    let title = context.voice.say("calendar-title");
    let mut text = heading(&Heading::plain(title, &found.basis), names, context);
    text.push_str(&format!("\n{}\n", wrap(&lead(found, context), width(), "")));
    for (state, title) in SECTIONS {
        let entries = || found.entries.iter().filter(|entry| entry.state == state);
        if entries().next().is_some() {
            text.push_str(&section(&context.voice.say(title)));
            text.push_str(&table(entries(), names, context).set(width(), "  "));
        }
    }
    text
}

fn lead(found: &Answer, context: &Context<'_>) -> String {
    let voice = context.voice;
    let count = |state: State| found.entries.iter().filter(|entry| entry.state == state).count();
    let slots = [
        ("from", date::day(found.from.max(found.basis.as_of), voice).into()),
        ("ahead", count(State::Ahead).into()),
        ("overdue", count(State::Overdue).into()),
        ("open", count(State::Open).into()),
    ];
    voice.fill("calendar-lead", &slots)
}

fn table<'e>(entries: impl Iterator<Item = &'e Entry>, names: &Names<'_>, context: &Context<'_>) -> Table {
    let voice = context.voice;
    let mut table = Table::new([
        (voice.say("calendar-column-date"), Edge::Left),
        (voice.say("calendar-column-kind"), Edge::Left),
        (voice.say("calendar-column-what"), Edge::Wrapped),
    ]);
    for entry in entries {
        table.row([date::brief(&entry.date, voice), kind(entry, context), what(entry, names, context)]);
    }
    table
}

/// What kind of date it is; of an event without a date of its own, how far it came.
fn kind(entry: &Entry, context: &Context<'_>) -> String {
    let voice = context.voice;
    let unsure = |status: &EventStatus| matches!(status, EventStatus::Proposed | EventStatus::Conditional);
    match (entry.kind, entry.matter.status) {
        (DateKind::Expires, _) => voice.say("calendar-expires"),
        (DateKind::Election, _) => voice.say("calendar-election"),
        (DateKind::Announced, Some(status)) => voice.say(terms::event_status(status)),
        (DateKind::Due | DateKind::Announced, status) => match status.filter(unsure) {
            Some(status) => {
                format!("{}, {}", voice.say("calendar-due"), voice.say(terms::event_status(status)))
            }
            None => voice.say("calendar-due"),
        },
    }
}

/// Who is concerned, what the statement says, where, and what is known of completion.
fn what(entry: &Entry, names: &Names<'_>, context: &Context<'_>) -> String {
    let said = &entry.statement;
    let mut what = format!(
        "{}: {} ({}, {})",
        sides(&entry.matter, names),
        said.text.get(context.lang()),
        said.id,
        citations(said, names, context)
    );
    if let Some(done) = &entry.completed_by {
        let slots =
            [("date", date::edtf_text(&done.valid, context.voice).into()), ("id", done.id.as_str().into())];
        what.push_str(&format!(" {}", context.voice.fill("calendar-completed", &slots)));
    }
    what
}

fn csv(found: &Answer, context: &Context<'_>) -> Result<(), Error> {
    let mut columns = vec!["date", "first", "last", "date_kind", "state"];
    columns.extend(MATTER_COLUMNS);
    columns.push("completed_by");
    columns.extend(CITED_COLUMNS);
    let row = |entry: &Entry| {
        let mut row = vec![entry.date.clone(), entry.first.to_string(), entry.last.to_string()];
        row.extend([entry.kind.name().to_string(), entry.state.name().to_string()]);
        row.extend(matter_row(&entry.matter));
        row.push(cell(entry.completed_by.as_ref().map(|done| &done.id)));
        row.extend(cited_cells(&entry.statement));
        row
    };
    let rows: Vec<Vec<String>> = found.entries.iter().map(row).collect();
    context.csv(&columns, rows)
}
