//! `linchpin formats`: who is in what.

use crate::asked::entity_id;
use crate::cells::{cell, text_cells};
use crate::context::Context;
use crate::error::Error;
use crate::heading::{Heading, heading};
use crate::names::{Names, study_error};
use crate::notes::Notes;
use crate::render::table::{Edge, Table};
use crate::render::{NONE, date, footnotes, section, width, wrap};
use linchpin_model::alliance::{AllianceKind, Member, Role};
use linchpin_publish::terms;
use linchpin_study::formats::{Answer, Format, Formats, Standing, answer};

/// The options of `formats`.
#[derive(clap::Args)]
pub struct Args {
    #[arg(value_name = "ACTOR")]
    actor: Option<String>,
    #[arg(long)]
    all: bool,
}

/// How many statements about each format are cited.
const CITED: usize = 3;

/// The sections of the text and their titles.
const SECTIONS: [(AllianceKind, &str); 4] = [
    (AllianceKind::TreatyAlliance, "formats-treaty-alliances"),
    (AllianceKind::Partnership, "formats-partnerships"),
    (AllianceKind::Plurilateral, "formats-plurilateral"),
    (AllianceKind::InformationSharing, "formats-information-sharing"),
];

pub fn run(args: &Args, context: &Context<'_>) -> Result<(), Error> {
    let snapshot = context.snapshot()?;
    let setting = context.setting(None)?;
    let failed = |error| study_error(error, context.voice);
    let day = setting.as_of.unwrap_or_else(date::today);
    let label = context.voice.say("value-actor");
    let named = |actor: &String| entity_id(actor, &label, day, &snapshot, context);
    let actor = args.actor.as_ref().map(named).transpose()?;
    let found = answer(&Formats { actor, setting: setting.clone() }, &snapshot).map_err(failed)?;
    context.show(&found, csv, || {
        let framework = setting.framework(&snapshot).map_err(failed)?;
        let names = Names::new(context.voice, &snapshot, framework, found.basis.as_of);
        let cited = if args.all { usize::MAX } else { CITED };
        Ok(text(&found, cited, &names, context))
    })
}

fn text(found: &Answer, cited: usize, names: &Names<'_>, context: &Context<'_>) -> String {
    let voice = context.voice;
    let title = match &found.actor {
        Some(actor) => voice.fill("formats-title-actor", &[("actor", names.entity(actor).into())]),
        None => voice.say("formats-title"),
    };
    let mut text = heading(&Heading::plain(title, &found.basis), names, context);
    text.push_str(&format!("\n{}\n", wrap(&lead(found, names, context), width(), "")));
    let mut notes = Notes::default();
    for (kind, title) in SECTIONS {
        let of_kind: Vec<&Format> = found.formats.iter().filter(|format| format.kind == kind).collect();
        if !of_kind.is_empty() {
            text.push_str(&section(&voice.say(title)));
            text.push_str(&table(&of_kind, cited, &mut notes, names, context).set(width(), "  "));
        }
    }
    if !found.outside.is_empty() {
        text.push_str(&section(&voice.say("formats-outside")));
        text.push_str(&outside(found, &mut notes, names, context).set(width(), "  "));
    }
    let mut below = String::new();
    if found.formats.iter().any(|format| format.members.is_empty()) {
        below.push_str(&footnotes(&[format!("{NONE} {}", voice.say("profile-no-members"))]));
    }
    below.push_str(&notes.set(names, context));
    if below.is_empty() { text } else { format!("{text}\n{below}") }
}

fn lead(found: &Answer, names: &Names<'_>, context: &Context<'_>) -> String {
    let voice = context.voice;
    let count = found.formats.len();
    match &found.actor {
        None => voice.fill("formats-lead", &[("count", count.into())]),
        Some(actor) => {
            let actor = names.entity(actor);
            voice.fill("formats-lead-actor", &[("actor", actor.into()), ("count", count.into())])
        }
    }
}

fn table<'a>(
    formats: &[&'a Format],
    cited: usize,
    notes: &mut Notes<'a>,
    names: &Names<'_>,
    context: &Context<'_>,
) -> Table {
    let voice = context.voice;
    let mut table = Table::new([
        (voice.say("formats-column-name"), Edge::Left),
        (voice.say("formats-column-lasting"), Edge::Left),
        (voice.say("formats-column-members"), Edge::Wrapped),
        (voice.say("formats-column-statements"), Edge::Right),
        (voice.say("formats-column-newest"), Edge::Left),
    ]);
    for format in formats {
        table.row([
            names.entity(&format.id),
            terms::span(format.from.as_ref(), format.to.as_ref(), context.voice),
            members(&format.members, names),
            context.count(format.statements.len()),
            notes.spaced_marks(format.statements.iter().take(cited)),
        ]);
    }
    table
}

fn members(members: &[Member], names: &Names<'_>) -> String {
    let members: Vec<String> = members.iter().map(|member| names.entity(&member.actor)).collect();
    if members.is_empty() { NONE.into() } else { members.join(", ") }
}

fn outside<'a>(found: &'a Answer, notes: &mut Notes<'a>, names: &Names<'_>, context: &Context<'_>) -> Table {
    let voice = context.voice;
    let mut table = Table::new([
        (voice.say("formats-column-name"), Edge::Left),
        (voice.say("formats-column-who"), Edge::Left),
        (voice.say("formats-column-position"), Edge::Wrapped),
        (voice.say("formats-column-when"), Edge::Left),
        (voice.say("column-notes"), Edge::Left),
    ]);
    for (format, position) in found.outside.iter().flat_map(|f| f.positions.iter().map(move |p| (f, p))) {
        table.row([
            names.entity(&format.id),
            names.entity(&position.subject),
            place(position, names),
            date::brief(&position.statement.valid, voice),
            notes.mark(&position.statement),
        ]);
    }
    table
}

fn place(position: &Standing, names: &Names<'_>) -> String {
    let issue = names.issue(&position.issue);
    let place = position.place.as_ref().map(|place| names.text(place));
    place.map_or(issue.to_string(), |place| format!("{issue}: {place}"))
}

const COLUMNS: [&str; 12] = [
    "format",
    "kind",
    "from",
    "to",
    "statements",
    "actor",
    "is_member",
    "role",
    "issue",
    "place_de",
    "place_en",
    "statement",
];

/// One row for each format and member, and one for each position on a format of somebody who is not in it.
fn csv(found: &Answer, context: &Context<'_>) -> Result<(), Error> {
    let mut rows: Vec<Vec<String>> = vec![];
    for format in found.formats.iter().chain(&found.outside) {
        let lead = [
            format.id.to_string(),
            format.kind.name().into(),
            cell(format.from.as_ref()),
            cell(format.to.as_ref()),
            format.statements.len().to_string(),
        ];
        let mut tails: Vec<[String; 7]> = format.members.iter().map(member_cells).collect();
        tails.extend(format.positions.iter().map(position_cells));
        if tails.is_empty() {
            tails.push([const { String::new() }; 7]);
        }
        rows.extend(tails.into_iter().map(|tail| lead.iter().cloned().chain(tail).collect()));
    }
    context.csv(&COLUMNS, rows)
}

fn member_cells(member: &Member) -> [String; 7] {
    let role = member.role.map_or("", Role::name);
    [&member.actor.to_string(), "true", role, "", "", "", ""].map(String::from)
}

fn position_cells(position: &Standing) -> [String; 7] {
    let [place_de, place_en] = text_cells(position.place.as_ref());
    [
        position.subject.to_string(),
        false.to_string(),
        String::new(),
        position.issue.to_string(),
        place_de,
        place_en,
        position.statement.id.to_string(),
    ]
}
