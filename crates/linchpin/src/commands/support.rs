//! `linchpin support`: who in a capital carries the alliance, and who does not.

use super::assess::{score_cells, why_hidden};
use crate::asked::entity_id;
use crate::cells::{CITED_COLUMNS, cell, cited_cells, text_cells};
use crate::context::Context;
use crate::error::Error;
use crate::heading::{Heading, heading};
use crate::names::{Names, study_error};
use crate::notes::{Notes, speaker};
use crate::render::table::{Edge, Table};
use crate::render::{SINGLE, date, footnotes, number, section, width, wrap};
use anstyle::Style;
use linchpin_model::id::EntityId;
use linchpin_model::text::Text;
use linchpin_study::Cited;
use linchpin_study::support::{Answer, Group, Held, Observed, Stand, Support, Voice, answer};

/// The options of `support`.
#[derive(clap::Args)]
pub struct Args {
    #[arg(value_name = "STATE")]
    state: String,
    #[arg(long, value_name = "ID")]
    framework: Option<String>,
}

pub fn run(args: &Args, context: &Context<'_>) -> Result<(), Error> {
    let snapshot = context.snapshot()?;
    let setting = context.setting(args.framework.clone())?;
    let failed = |error| study_error(error, context.voice);
    let framework = setting.framework(&snapshot).map_err(failed)?;
    let day = setting.as_of.unwrap_or_else(date::today);
    let label = context.voice.say("value-state");
    let state = entity_id(&args.state, &label, day, &snapshot, context)?;
    let found = answer(&Support { state, setting: setting.clone() }, &snapshot).map_err(failed)?;
    context.show(&found, csv, || {
        let names = Names::new(context.voice, &snapshot, framework, found.frame.as_of);
        Ok(text(&found, &names, context))
    })
}

fn text(found: &Answer, names: &Names<'_>, context: &Context<'_>) -> String {
    let voice = context.voice;
    let title = voice.fill("support-title", &[("state", names.entity(&found.state).into())]);
    let mut text = heading(&Heading::new(title, &found.frame), names, context);
    text.push('\n');
    if found.scores.is_empty() && found.unheard.is_empty() {
        let slots = [("framework", found.frame.framework.as_str().into())];
        return text + &wrap(&voice.fill("support-no-node", &slots), width(), "") + "\n";
    }
    if !found.scores.is_empty() {
        text.push_str(&scores(found, names, context).set(width(), ""));
    }
    if !found.unheard.is_empty() {
        let ties: Vec<String> = found.unheard.iter().map(|tie| names.entity(tie)).collect();
        let line = voice.fill("support-unheard", &[("ties", ties.join(", ").into())]);
        text.push_str(&format!("{}\n", wrap(&line, width(), "")));
    }
    text.push_str(&format!("\n{}\n", wrap(&lead(found, context), width(), "")));
    let mut notes = Notes::default();
    for group in &found.groups {
        text.push_str(&section(&voice.say(group_name(group.group))));
        for actor in &group.actors {
            text.push_str(&actor_lines(actor, &mut notes, names, context));
        }
    }
    if !found.observers.is_empty() {
        text.push_str(&section(&voice.say("support-observers")));
        for observed in &found.observers {
            let line = observed_line(observed, &mut notes, names, context);
            text.push_str(&format!("{}\n", wrap(&line, width(), "  ")));
        }
    }
    let mut below = vec![];
    if found.scores.iter().any(|score| score.score.shown && score.score.single_source) {
        below.push(format!("{SINGLE} {}", voice.say("note-single")));
    }
    if !found.scores.is_empty() {
        below.push(voice.say("note-intervals"));
    }
    format!("{text}\n{}{}", footnotes(&below), notes.set(names, context))
}

/// The score of the support in the capital for each of its alliances.
fn scores(found: &Answer, names: &Names<'_>, context: &Context<'_>) -> Table {
    let voice = context.voice;
    let percent = |p: f64| number::whole_percent(p, context.lang());
    let mut table = Table::new([
        (voice.say("support-column-alliance"), Edge::Left),
        (voice.say("column-level"), Edge::Left),
        (voice.say("column-mean"), Edge::Right),
        (percent(50.0), Edge::Left),
        (percent(90.0), Edge::Left),
        (voice.say("column-coverage"), Edge::Right),
    ]);
    for score in &found.scores {
        let name = names.entity(&score.tie);
        let shown = &score.score;
        if shown.shown {
            let level = names.level(shown.level.as_deref());
            table.row([name, level].into_iter().chain(score_cells(shown, context)));
        } else {
            table.remark(name, why_hidden(shown, names, context));
        }
    }
    table
}

/// How many have been heard, and how many of them have changed their mind.
fn lead(found: &Answer, context: &Context<'_>) -> String {
    let voices: Vec<&Voice> = found.groups.iter().flat_map(|group| &group.actors).collect();
    let moved = |voice: &&&Voice| voice.stands.iter().any(|stand| stand.changed);
    let slots = [("actors", voices.len().into()), ("moved", voices.iter().filter(moved).count().into())];
    context.voice.fill("support-lead", &slots)
}

fn group_name(group: Group) -> &'static str {
    match group {
        Group::State => "support-state",
        Group::Head => "support-head",
        Group::Ministry => "support-ministry",
        Group::Military => "support-military",
        Group::Parliament => "support-parliament",
        Group::Governing => "support-governing",
        Group::Opposition => "support-opposition",
        Group::Public => "support-public",
        Group::Region => "support-region",
        Group::Other => "support-other",
    }
}

/// An actor, and below it the newest level on each issue and the earlier ones.
fn actor_lines<'a>(
    voice: &'a Voice,
    notes: &mut Notes<'a>,
    names: &Names<'_>,
    context: &Context<'_>,
) -> String {
    let quiet = Style::new().dimmed();
    let mut text = format!("  {}\n", names.entity(&voice.actor));
    for stand in &voice.stands {
        let mut levels = stand.levels.iter().map(|held| held_line(held, notes, names, context));
        let newest = levels.next().unwrap_or_default();
        let earlier: Vec<String> = levels.collect();
        let line = format!("{}: {newest}", on_what(&stand.name, stand.object.as_ref(), names));
        text.push_str(&format!("{}\n", wrap(&line, width(), "    ")));
        if !earlier.is_empty() {
            let slots = [("levels", earlier.join("; ").into())];
            let line = wrap(&context.voice.fill("support-earlier", &slots), width(), "      ");
            text.push_str(&format!("{quiet}{line}{quiet:#}\n"));
        }
    }
    text
}

fn on_what(name: &Text, object: Option<&EntityId>, names: &Names<'_>) -> String {
    let object = object.map_or(String::new(), |object| format!(" ({})", names.entity(object)));
    format!("{}{object}", names.text(name))
}

/// A level with who held the office and when: `priority (Joe Biden, 2021) [3]`.
fn held_line<'a>(held: &'a Held, notes: &mut Notes<'a>, names: &Names<'_>, context: &Context<'_>) -> String {
    let holder = held.holder.as_ref().map(|holder| names.entity(holder));
    let when = holder.into_iter().chain([date::brief(&held.valid, context.voice)]).collect::<Vec<_>>();
    let level = held.level.as_ref().map(|level| names.text(level)).or_else(|| {
        let first = held.statements.first();
        first.map(|cited| cited.text.get(context.lang()))
    });
    format!(
        "{} ({})\u{a0}{}",
        level.unwrap_or_default(),
        when.join(", "),
        notes.spaced_marks(&held.statements)
    )
}

fn observed_line<'a>(
    observed: &'a Observed,
    notes: &mut Notes<'a>,
    names: &Names<'_>,
    context: &Context<'_>,
) -> String {
    let said = &observed.statement;
    let level = observed.level.as_ref().map(|level| names.text(level)).unwrap_or_default();
    let what = on_what(&observed.name, observed.object.as_ref(), names);
    let by = [speaker(said, names), date::brief(&said.valid, context.voice)].join(", ");
    format!("{}: {what}: {level} · {by}\u{a0}{}", names.entity(&observed.subject), notes.mark(said))
}

const COLUMNS: [&str; 9] =
    ["state", "group", "actor", "holder", "predicate", "object", "newest", "level_de", "level_en"];

/// One row for each statement; those of observers have the group `observers`.
fn csv(found: &Answer, context: &Context<'_>) -> Result<(), Error> {
    let columns: Vec<&str> = COLUMNS.into_iter().chain(CITED_COLUMNS).collect();
    let mut rows: Vec<Vec<String>> = vec![];
    for group in &found.groups {
        for voice in &group.actors {
            rows.extend(voice.stands.iter().flat_map(|stand| stand_rows(found, group.group, voice, stand)));
        }
    }
    rows.extend(found.observers.iter().map(|observed| observed_row(found, observed)));
    context.csv(&columns, rows)
}

fn stand_rows(found: &Answer, group: Group, voice: &Voice, stand: &Stand) -> Vec<Vec<String>> {
    let mut rows = vec![];
    for (at, held) in stand.levels.iter().enumerate() {
        let [level_de, level_en] = text_cells(held.level.as_ref());
        let lead = [
            found.state.to_string(),
            group.name().into(),
            voice.actor.to_string(),
            cell(held.holder.as_ref()),
            stand.predicate.clone(),
            cell(stand.object.as_ref()),
            (at == 0).to_string(),
            level_de,
            level_en,
        ];
        let row = |cited: &Cited| lead.iter().cloned().chain(cited_cells(cited)).collect::<Vec<String>>();
        rows.extend(held.statements.iter().map(row));
    }
    rows
}

fn observed_row(found: &Answer, observed: &Observed) -> Vec<String> {
    let [level_de, level_en] = text_cells(observed.level.as_ref());
    let lead = [
        found.state.to_string(),
        "observers".into(),
        observed.subject.to_string(),
        String::new(),
        observed.predicate.clone(),
        cell(observed.object.as_ref()),
        String::new(),
        level_de,
        level_en,
    ];
    lead.into_iter().chain(cited_cells(&observed.statement)).collect()
}
