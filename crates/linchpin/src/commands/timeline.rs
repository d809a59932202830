//! `linchpin timeline`: what happened when.

use crate::asked::{entity_id, topic};
use crate::cells::{CITED_COLUMNS, cell, cited_cells};
use crate::context::Context;
use crate::error::Error;
use crate::heading::{Heading, heading};
use crate::names::{Names, study_error};
use crate::notes::speaker;
use crate::render::{date, section, width, wrap};
use anstyle::Style;
use clap::ValueEnum;
use linchpin_model::plover::EventStatus;
use linchpin_publish::terms;
use linchpin_study::Cited;
use linchpin_study::timeline::{Answer, Entry, EntryKind, Matter, Timeline, answer};

/// The options of `timeline`.
#[derive(clap::Args)]
pub struct Args {
    #[arg(long, value_name = "TIE")]
    tie: Option<String>,
    #[arg(long, value_name = "ACTOR")]
    actor: Option<String>,
    #[arg(long, value_name = "TOPIC")]
    topic: Option<String>,
    #[arg(long, value_name = "DATE")]
    from: Option<String>,
    #[arg(long, value_name = "DATE")]
    to: Option<String>,
    #[arg(long, value_name = "STATUS", value_enum, value_delimiter = ',')]
    status: Vec<StatusName>,
}

#[derive(ValueEnum, Clone, Copy)]
enum StatusName {
    Completed,
    Ongoing,
    Committed,
    Announced,
    Proposed,
    Conditional,
    Denied,
    Historical,
    Hypothetical,
}

impl From<StatusName> for EventStatus {
    fn from(name: StatusName) -> EventStatus {
        match name {
            StatusName::Completed => EventStatus::Completed,
            StatusName::Ongoing => EventStatus::Ongoing,
            StatusName::Committed => EventStatus::Committed,
            StatusName::Announced => EventStatus::Announced,
            StatusName::Proposed => EventStatus::Proposed,
            StatusName::Conditional => EventStatus::Conditional,
            StatusName::Denied => EventStatus::Denied,
            StatusName::Historical => EventStatus::Historical,
            StatusName::Hypothetical => EventStatus::Hypothetical,
        }
    }
}

pub fn run(args: &Args, context: &Context<'_>) -> Result<(), Error> {
    let snapshot = context.snapshot()?;
    let setting = context.setting(None)?;
    let (from, to) = date::span_options(&args.from, &args.to, context.voice)?;
    let day = setting.as_of.unwrap_or_else(date::today);
    let named = |actor: &String| entity_id(actor, "--actor", day, &snapshot, context);
    let actor = args.actor.as_ref().map(named).transpose()?;
    let question = Timeline {
        tie: args.tie.clone(),
        actor,
        topic: topic(&args.topic, &snapshot, context)?,
        from,
        to,
        statuses: args.status.iter().copied().map(EventStatus::from).collect(),
        setting: setting.clone(),
    };
    let failed = |error| study_error(error, context.voice);
    let found = answer(&question, &snapshot).map_err(failed)?;
    context.show(&found, csv, || {
        let framework = setting.framework(&snapshot).map_err(failed)?;
        let names = Names::new(context.voice, &snapshot, framework, found.basis.as_of);
        Ok(text(&found, &names, context))
    })
}

fn text(found: &Answer, names: &Names<'_>, context: &Context<'_>) -> String {
    let voice = context.voice;
    let title = match &found.tie {
        Some(tie) => voice.fill("timeline-title-tie", &[("tie", names.entity(tie).into())]),
        None => voice.say("timeline-title"),
    };
    let mut text = heading(&Heading::plain(title, &found.basis), names, context);
    text.push_str(&format!("\n{}\n", wrap(&lead(found, context), width(), "")));
    let mut year = None;
    for entry in &found.entries {
        let of = entry.first.year();
        if year != Some(of) {
            text.push_str(&section(&of.to_string()));
        }
        year = Some(of);
        let head = [
            Some(date::edtf_text(&entry.date, voice)),
            Some(sides(&entry.matter, names)),
            mark(entry, context),
        ];
        let head: Vec<String> = head.into_iter().flatten().collect();
        text.push_str(&format!("{}\n", wrap(&head.join(" · "), width(), "  ")));
        text.push_str(&said(&entry.statement, &entry.matter, "    ", names, context));
    }
    text
}

/// How many entries there are, from when to when, and how many of the events did not come about by then.
fn lead(found: &Answer, context: &Context<'_>) -> String {
    let voice = context.voice;
    let (Some(first), Some(last)) = (found.entries.first(), found.entries.last()) else {
        return voice.say("timeline-none");
    };
    let count = |takes: &dyn Fn(&Entry) -> bool| found.entries.iter().filter(|entry| takes(entry)).count();
    let events = count(&|entry| entry.entry == EntryKind::Event);
    let of = |statuses: &[EventStatus]| {
        count(&|entry| entry.matter.status.is_some_and(|status| statuses.contains(&status)))
    };
    let shown = |count: usize| context.count(count);
    let beginnings = found.entries.len() - events;
    let years = match [first, last].map(|entry| entry.first.year().to_string()) {
        [first, last] if first == last => first,
        [first, last] => voice.fill("date-from-to", &[("start", first.into()), ("end", last.into())]),
    };
    let slots = [
        ("events", events.into()),
        ("shown", shown(events).into()),
        ("beginnings", beginnings.into()),
        ("years", years.into()),
    ];
    let all = voice.fill("timeline-lead", &slots);
    use EventStatus::{Announced, Committed, Conditional, Denied, Hypothetical, Proposed};
    let ahead = of(&[Committed, Announced, Proposed, Conditional]);
    let not = of(&[Denied, Hypothetical]);
    if ahead + not == 0 {
        return all;
    }
    let slots = [("ahead", ahead.into()), ("not", not.into())];
    format!("{all} {}", voice.fill("timeline-lead-not-done", &slots))
}

/// What tells an entry from an event that took place.
fn mark(entry: &Entry, context: &Context<'_>) -> Option<String> {
    match entry.matter.status {
        _ if entry.statement.modality == "denied" => Some(context.voice.say("status-denied")),
        None => Some(context.voice.say("timeline-begins")),
        Some(EventStatus::Completed) => None,
        Some(status) => Some(context.voice.say(terms::event_status(status))),
    }
}

/// Who, and towards whom.
pub fn sides(matter: &Matter, names: &Names<'_>) -> String {
    names.sides(&matter.subject, matter.object.as_ref())
}

/// What a statement says, and below it in what type and topic it falls, who says it and in which sources.
fn said(cited: &Cited, matter: &Matter, indent: &str, names: &Names<'_>, context: &Context<'_>) -> String {
    let quiet = Style::new().dimmed();
    let parts = [
        type_and_mode(matter),
        matter.topic.as_ref().map(|topic| names.topic(topic).to_string()),
        Some(cited.id.to_string()),
        Some(speaker(cited, names)),
        Some(citations(cited, names, context)),
    ];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    let sentence = wrap(cited.text.get(context.lang()), width(), indent);
    let place = wrap(&parts.join(" · "), width(), indent);
    format!("{sentence}\n{quiet}{place}{quiet:#}\n")
}

/// The sources of a statement, each once; those that contradict it are told apart.
pub fn citations(cited: &Cited, names: &Names<'_>, context: &Context<'_>) -> String {
    let mut found: Vec<String> = vec![];
    for passage in &cited.evidence {
        let source = names.citation(&passage.source);
        let shown = match passage.supports {
            true => source,
            false => context.voice.fill("note-against", &[("place", source.into())]),
        };
        if !found.contains(&shown) {
            found.push(shown);
        }
    }
    found.join("; ")
}

/// A PLOVER type with its mode: `CONSULT/visit`.
fn type_and_mode(matter: &Matter) -> Option<String> {
    let mode = matter.mode.as_ref().map_or(String::new(), |mode| format!("/{mode}"));
    matter.r#type.map(|r#type| format!("{type}{mode}"))
}

/// The columns of [`matter_row`].
pub const MATTER_COLUMNS: [&str; 7] = ["subject", "object", "type", "mode", "context", "status", "topic"];

/// Who and what, for a table.
pub fn matter_row(matter: &Matter) -> [String; 7] {
    [
        matter.subject.to_string(),
        cell(matter.object.as_ref()),
        matter.r#type.unwrap_or_default().to_string(),
        matter.mode.clone().unwrap_or_default(),
        matter.context.join(" "),
        matter.status.map_or("", EventStatus::name).to_string(),
        cell(matter.topic.as_ref()),
    ]
}

fn csv(found: &Answer, context: &Context<'_>) -> Result<(), Error> {
    let mut columns = vec!["date", "first", "last", "entry"];
    columns.extend(MATTER_COLUMNS);
    columns.extend(CITED_COLUMNS);
    let row = |entry: &Entry| {
        let mut row = vec![entry.date.clone(), entry.first.to_string(), entry.last.to_string()];
        row.push(entry.entry.name().into());
        row.extend(matter_row(&entry.matter));
        row.extend(cited_cells(&entry.statement));
        row
    };
    let rows: Vec<Vec<String>> = found.entries.iter().map(row).collect();
    context.csv(&columns, rows)
}
