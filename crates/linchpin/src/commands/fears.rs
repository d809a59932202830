//! `linchpin fears`: what speaks for and against each fear of an ally.

use crate::asked::entity_id;
use crate::cells::{CITED_COLUMNS, cell, cited_cells, text_cells};
use crate::context::Context;
use crate::error::Error;
use crate::heading::{Heading, heading};
use crate::names::{Names, study_error};
use crate::notes::{Notes, speaker};
use crate::render::table::{Edge, Table};
use crate::render::{date, footnotes, section, width, wrap};
use anstyle::Style;
use linchpin_model::framework::FearFamily;
use linchpin_study::Cited;
use linchpin_study::fears::{Answer, Case, Cause, Evidence, Fears, answer};

/// The options of `fears`.
#[derive(clap::Args)]
pub struct Args {
    #[arg(value_name = "ACTOR")]
    actor: String,
    #[arg(long, value_name = "ID")]
    framework: Option<String>,
}

/// From which width on the two sides stand beside each other.
const ROOM_FOR_BOTH: usize = 100;
/// Marks an observer.
const OBSERVER: &str = "°";
const FAMILIES: [(FearFamily, &str, &str); 2] = [
    (FearFamily::Abandonment, "abandonment", "fears-abandonment"),
    (FearFamily::Entrapment, "entrapment", "fears-entrapment"),
];

pub fn run(args: &Args, context: &Context<'_>) -> Result<(), Error> {
    let snapshot = context.snapshot()?;
    let setting = context.setting(args.framework.clone())?;
    let failed = |error| study_error(error, context.voice);
    let framework = setting.framework(&snapshot).map_err(failed)?;
    let day = setting.basis(&setting.view(&snapshot)).map_err(failed)?.as_of;
    let ally = entity_id(&args.actor, &context.voice.say("value-actor"), day, &snapshot, context)?;
    let found = answer(&Fears { ally, setting: setting.clone() }, &snapshot).map_err(failed)?;
    context.show(&found, csv, || {
        let names = Names::new(context.voice, &snapshot, framework, found.basis.as_of);
        Ok(text(&found, &names, context))
    })
}

fn text(found: &Answer, names: &Names<'_>, context: &Context<'_>) -> String {
    let voice = context.voice;
    let title = voice.fill("fears-title", &[("ally", names.entity(&found.ally).into())]);
    let mut text = heading(&Heading::plain(title, &found.basis), names, context);
    text.push_str(&format!("\n{}\n", wrap(&lead(found, names, context), width(), "")));
    let mut notes = Notes::default();
    for (family, _, id) in FAMILIES {
        let of_family: Vec<&Case> =
            found.fears.iter().filter(|fear| fear.family == family && fear.has_evidence()).collect();
        if !of_family.is_empty() {
            text.push_str(&section(&voice.say(id)));
        }
        for fear in of_family {
            text.push_str(&case(fear, &mut notes, names, context));
        }
    }
    let bare: Vec<&str> =
        found.fears.iter().filter(|fear| !fear.has_evidence()).map(|fear| names.text(&fear.name)).collect();
    if !bare.is_empty() && bare.len() < found.fears.len() {
        let line = voice.fill("fears-without", &[("fears", bare.join(", ").into())]);
        text.push_str(&format!("\n{}\n", wrap(&line, width(), "")));
    }
    let places = notes.places(names);
    let space = if places.is_empty() { "" } else { "\n" };
    let mut below = vec![voice.say("fears-note")];
    if found.fears.iter().any(Case::hears_observers) {
        below.insert(0, format!("{OBSERVER} {}", voice.say("fears-observer")));
    }
    format!("{text}{space}{places}\n{}", footnotes(&below))
}

/// On how many fears there is evidence, and on which there is the most.
fn lead(found: &Answer, names: &Names<'_>, context: &Context<'_>) -> String {
    let statements = |fear: &Case| fear.in_favour.len() + fear.against.len();
    let known = found.fears.iter().filter(|fear| fear.has_evidence()).count();
    // of equals the first
    let most = found.fears.iter().rev().filter(|f| statements(f) > 0).max_by_key(|fear| statements(fear));
    let slots = [("known", known.into()), ("all", found.fears.len().into())];
    match most {
        _ if found.fears.is_empty() => context.voice.say("fears-not-in-framework"),
        _ if known == 0 => context.voice.say("fears-none"),
        None => context.voice.fill("fears-lead-causes", &slots),
        Some(most) => {
            let name = [("fear", names.text(&most.name).into())];
            context.voice.fill("fears-lead", &[&slots[..], &name[..]].concat())
        }
    }
}

/// A fear: its name, how much speaks for and against it, and what.
fn case<'a>(fear: &'a Case, notes: &mut Notes<'a>, names: &Names<'_>, context: &Context<'_>) -> String {
    let (voice, bold, quiet) = (context.voice, Style::new().bold(), Style::new().dimmed());
    let name = names.text(&fear.name);
    let head = format!("  {bold}{name}{bold:#}\n  {quiet}{}{quiet:#}\n", count(fear, context));
    let entries = |side: &'a [Evidence], notes: &mut Notes<'a>| -> Vec<[String; 2]> {
        side.iter().map(|evidence| entry(evidence, notes, names, context)).collect()
    };
    let sides = [
        (voice.say("fears-for"), entries(&fear.in_favour, notes)),
        (voice.say("fears-against"), entries(&fear.against, notes)),
    ];
    let mut blocks = match sides.iter().all(|(_, entries)| !entries.is_empty()) && width() >= ROOM_FOR_BOTH {
        true => vec![beside(&sides)],
        false => sides.iter().map(|(title, entries)| list(title, entries)).collect(),
    };
    for (id, causes) in [("fears-drives", &fear.drives), ("fears-eases", &fear.eases)] {
        let causes: Vec<[String; 2]> =
            causes.iter().map(|cause| driver(cause, notes, names, context)).collect();
        blocks.push(list(&voice.say(id), &causes));
    }
    blocks.retain(|block| !block.is_empty());
    format!("\n{head}{}", blocks.join("\n"))
}

/// How many statements speak for and against a fear, and when the newest of them holds.
fn count(fear: &Case, context: &Context<'_>) -> String {
    let voice = context.voice;
    let slots = [("for", fear.in_favour.len().into()), ("against", fear.against.len().into())];
    let newest = fear.newest.as_ref().map(|valid| date::edtf_text(valid, context.voice));
    match newest {
        Some(newest) => voice.fill("fears-count", &[&slots[..], &[("newest", newest.into())]].concat()),
        None => voice.say("fears-count-causes"),
    }
}

/// Two lists beside each other.
fn beside([left, right]: &[(String, Vec<[String; 2]>); 2]) -> String {
    let heads = [left, right].map(|(title, _)| (title.clone(), Edge::Wrapped));
    let stacked = |entries: &[[String; 2]]| {
        entries.iter().map(|entry| entry.join("\n")).collect::<Vec<_>>().join("\n\n")
    };
    let mut table = Table::new(heads);
    table.row([stacked(&left.1), stacked(&right.1)]);
    table.set(width(), "  ")
}

/// A title and entries below it, over the whole width; nothing without entries.
fn list(title: &str, entries: &[[String; 2]]) -> String {
    if entries.is_empty() {
        return String::new();
    }
    let bold = Style::new().bold();
    let lines: Vec<String> = entries
        .iter()
        .map(|[head, said]| format!("{}\n{}\n", wrap(head, width(), "    "), wrap(said, width(), "      ")))
        .collect();
    format!("  {bold}{title}{bold:#}\n{}", lines.concat())
}

/// When, who and the level if there is one; and what is said.
fn entry<'a>(
    evidence: &'a Evidence,
    notes: &mut Notes<'a>,
    names: &Names<'_>,
    context: &Context<'_>,
) -> [String; 2] {
    let level = evidence.cited.level.as_ref();
    let level = level.map_or(String::new(), |level| format!(" → {}", names.text(level)));
    let who = who(&evidence.cited, evidence.observer, names, context);
    [format!("{who}{level}"), said(&evidence.cited, notes, names)]
}

/// What drives or eases a fear, under which condition, and when and who says so; and what is said.
fn driver<'a>(
    cause: &'a Cause,
    notes: &mut Notes<'a>,
    names: &Names<'_>,
    context: &Context<'_>,
) -> [String; 2] {
    let condition = cause.condition.as_ref().map_or(String::new(), |c| format!(" ({})", names.text(c)));
    let who = who(&cause.cited, cause.observer, names, context);
    [format!("{}{condition}; {who}", names.text(&cause.name)), said(&cause.cited, notes, names)]
}

fn said<'a>(cited: &'a Cited, notes: &mut Notes<'a>, names: &Names<'_>) -> String {
    format!("{} {}", names.text(&cited.text), notes.mark(cited))
}

/// When a statement holds and who makes it.
fn who(cited: &Cited, observer: bool, names: &Names<'_>, context: &Context<'_>) -> String {
    let mark = if observer { OBSERVER } else { "" };
    format!("{}, {}{mark}", date::edtf_text(&cited.valid, context.voice), speaker(cited, names))
}

/// One row for each fear and statement.
fn csv(found: &Answer, context: &Context<'_>) -> Result<(), Error> {
    let mut columns = vec!["ally", "fear", "family", "side", "subject", "level", "observer", "cause"];
    columns.extend(["condition_de", "condition_en"]);
    columns.extend(CITED_COLUMNS);
    let mut rows: Vec<Vec<String>> = vec![];
    for fear in &found.fears {
        let family = FAMILIES.iter().find(|(family, ..)| *family == fear.family).map_or("", |(_, id, _)| id);
        let lead =
            |side: &str| [found.ally.as_str(), fear.fear.as_str(), family, side].map(String::from).to_vec();
        for (side, list) in [("for", &fear.in_favour), ("against", &fear.against)] {
            for evidence in list {
                let subject = cell(evidence.subject.as_ref());
                let level = evidence.level.clone().unwrap_or_default();
                let mut row = lead(side);
                row.extend([subject, level, evidence.observer.to_string()]);
                row.extend([const { String::new() }; 3]);
                row.extend(cited_cells(&evidence.cited));
                rows.push(row);
            }
        }
        for (side, list) in [("drives", &fear.drives), ("eases", &fear.eases)] {
            for cause in list {
                let mut row = lead(side);
                row.extend([
                    String::new(),
                    String::new(),
                    cause.observer.to_string(),
                    cause.cause.to_string(),
                ]);
                row.extend(text_cells(cause.condition.as_ref()));
                row.extend(cited_cells(&cause.cited));
                rows.push(row);
            }
        }
    }
    context.csv(&columns, rows)
}
