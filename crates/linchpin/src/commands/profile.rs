//! `linchpin profile`: what kind of alliance it is, facet by facet.

use crate::cells::{CITED_COLUMNS, cell, cited_cells};
use crate::context::Context;
use crate::error::Error;
use crate::heading::{Heading, heading};
use crate::names::{Names, study_error};
use crate::notes::Notes;
use crate::render::table::{Edge, Table};
use crate::render::{date, footnotes, quantity, section, width, wrap};
use linchpin_model::alliance::Member;
use linchpin_model::vocabulary::Facet;
use linchpin_publish::terms;
use linchpin_study::Amount;
use linchpin_study::profile::{Answer, Content, FacetRows, LevelGiven, Profile, Row, answer};

/// The options of `profile`.
#[derive(clap::Args)]
pub struct Args {
    #[arg(value_name = "TIE")]
    tie: String,
}

/// Marks a value that another statement contradicts.
const DISPUTED: &str = "≠";

pub fn run(args: &Args, context: &Context<'_>) -> Result<(), Error> {
    let snapshot = context.snapshot()?;
    let setting = context.setting(None)?;
    let failed = |error| study_error(error, context.voice);
    let question = Profile { tie: args.tie.clone(), setting: setting.clone() };
    let found = answer(&question, &snapshot).map_err(failed)?;
    context.show(&found, csv, || {
        let framework = setting.framework(&snapshot).map_err(failed)?;
        let names = Names::new(context.voice, &snapshot, framework, found.basis.as_of);
        Ok(text(&found, &names, context))
    })
}

fn text(found: &Answer, names: &Names<'_>, context: &Context<'_>) -> String {
    let voice = context.voice;
    let title = voice.fill("profile-title", &[("tie", names.entity(&found.tie).into())]);
    let mut text = heading(&Heading::plain(title, &found.basis), names, context);
    text.push_str(&format!("\n{}\n", wrap(&what_binds(found, names, context), width(), "")));
    let mut notes = Notes::default();
    for facet in &found.facets {
        text.push_str(&section(&voice.say(terms::facet(facet.facet))));
        if facet.rows.is_empty() {
            text.push_str(&format!("  {}\n", voice.say("profile-nothing")));
        } else {
            text.push_str(&table(facet, &mut notes, names, context).set(width(), "  "));
        }
    }
    text.push('\n');
    if found.facets.iter().flat_map(|facet| &facet.rows).any(|row| row.disputed) {
        text.push_str(&footnotes(&[format!("{DISPUTED} {}", voice.say("profile-disputed"))]));
    }
    text + &notes.set(names, context)
}

/// The kind of alliance, its members with their roles, and since when it has existed.
fn what_binds(found: &Answer, names: &Names<'_>, context: &Context<'_>) -> String {
    let member = |member: &Member| match member.role {
        Some(role) => format!("{} ({})", names.entity(&member.actor), context.voice.say(terms::role(role))),
        None => names.entity(&member.actor),
    };
    let members = found.members.iter().map(member);
    let members: Vec<String> = members.chain(found.includes.iter().map(|tie| names.entity(tie))).collect();
    let kind = context.voice.say(terms::bond(found.kind));
    let lasting = terms::span(found.from.as_ref(), found.to.as_ref(), context.voice);
    let bond = if lasting.is_empty() { kind } else { format!("{kind}, {lasting}") };
    match members.is_empty() {
        true => format!("{bond}. {}", context.voice.say("profile-no-members")),
        false => format!("{bond}: {}.", members.join(", ")),
    }
}

fn table<'a>(facet: &'a FacetRows, notes: &mut Notes<'a>, names: &Names<'_>, context: &Context<'_>) -> Table {
    let voice = context.voice;
    let mut table = Table::new([
        (voice.say("profile-column-topic"), Edge::Wrapped),
        (voice.say("profile-column-level"), Edge::Left),
        (voice.say("profile-column-when"), Edge::Left),
    ]);
    for row in &facet.rows {
        let mark = if row.disputed { format!(" {DISPUTED}") } else { String::new() };
        let topic = format!("{} {}", topic(row, names), notes.spaced_marks(&row.statements));
        table.row([topic, said(row, names, context) + &mark, date::brief(&row.valid, voice)]);
    }
    table
}

/// A topic or measure, about whom it is said, and which part is counted.
fn topic(row: &Row, names: &Names<'_>) -> String {
    let scope = match &row.content {
        Content::Amount(amount) => amount.scope.clone(),
        Content::Level(_) | Content::Events(_) => None,
    };
    let of: Vec<String> = row.whose.as_ref().map(|id| names.entity(id)).into_iter().chain(scope).collect();
    let name = names.text(&row.name);
    if of.is_empty() { name.into() } else { format!("{name} ({})", of.join("; ")) }
}

fn said(row: &Row, names: &Names<'_>, context: &Context<'_>) -> String {
    match &row.content {
        Content::Level(level) => names.text(&level.name).into(),
        Content::Amount(amount) => quantity::written(amount, &row.valid, context.voice),
        Content::Events(count) => context.voice.fill("count-events", &[("count", (*count).into())]),
    }
}

const COLUMNS: [&str; 17] = [
    "tie",
    "facet",
    "predicate",
    "whose",
    "content",
    "level",
    "level_de",
    "level_en",
    "value",
    "high",
    "unit",
    "bound",
    "price_year",
    "series",
    "scope",
    "disputed",
    "since",
];

/// One row for each statement.
fn csv(found: &Answer, context: &Context<'_>) -> Result<(), Error> {
    let columns: Vec<&str> = COLUMNS.into_iter().chain(CITED_COLUMNS).collect();
    let mut rows: Vec<Vec<String>> = vec![];
    for facet in &found.facets {
        for row in &facet.rows {
            let cells = cells(found, facet.facet, row);
            rows.extend(
                row.statements.iter().map(|cited| cells.iter().cloned().chain(cited_cells(cited)).collect()),
            );
        }
    }
    context.csv(&columns, rows)
}

fn cells(found: &Answer, facet: Facet, row: &Row) -> [String; 17] {
    let (level, amount) = match &row.content {
        Content::Level(level) => (Some(level), None),
        Content::Amount(amount) => (None, Some(amount)),
        Content::Events(_) => (None, None),
    };
    let content = match &row.content {
        Content::Level(_) => "level",
        Content::Amount(_) => "amount",
        Content::Events(_) => "event",
    };
    let of_level = |of: fn(&LevelGiven) -> &str| level.map_or("", of).to_string();
    let of_amount = |of: fn(&Amount) -> Option<String>| amount.and_then(of).unwrap_or_default();
    [
        found.tie.to_string(),
        facet.name().into(),
        row.predicate.clone(),
        cell(row.whose.as_ref()),
        content.into(),
        of_level(|level| &level.id),
        of_level(|level| &level.name.de),
        of_level(|level| &level.name.en),
        of_amount(|amount| Some(amount.value.to_string())),
        of_amount(|amount| amount.high.map(|high| high.to_string())),
        of_amount(|amount| Some(amount.unit.to_string())),
        of_amount(|amount| Some(amount.bound.name().into())),
        of_amount(|amount| amount.price_year.map(|year| year.to_string())),
        of_amount(|amount| amount.series.clone()),
        of_amount(|amount| amount.scope.clone()),
        row.disputed.to_string(),
        row.valid.clone(),
    ]
}
