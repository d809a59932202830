//! `linchpin overturn`: which one further statement would change a judgement.

use super::changes::score;
use crate::cells::{cell, text_cells};
use crate::cli::FewerDraws;
use crate::context::Context;
use crate::error::Error;
use crate::heading::{Heading, heading};
use crate::names::{Names, node_path, study_error};
use crate::render::table::{Edge, Table};
use crate::render::{NONE, SINGLE, footnotes, number, section, width, wrap};
use linchpin_publish::said;
use linchpin_study::overturn::{Answer, Moves, Overturn, Overturned, Supposed, Together, answer};

/// The options of `overturn`.
#[derive(clap::Args)]
pub struct Args {
    #[arg(value_name = "TIE")]
    ties: Vec<String>,
    #[arg(long, value_name = "NODE")]
    node: Option<String>,
    #[arg(long)]
    all: bool,
    #[arg(long, value_name = "ID")]
    framework: Option<String>,
    #[command(flatten)]
    draws: FewerDraws,
}

/// How many indicators are listed.
const SHOWN: usize = 6;

pub fn run(args: &Args, context: &Context<'_>) -> Result<(), Error> {
    let snapshot = context.snapshot()?;
    let setting = args.draws.of(context.setting(args.framework.clone())?);
    let failed = |error| study_error(error, context.voice);
    let framework = setting.framework(&snapshot).map_err(failed)?;
    let node = args.node.as_deref().map(|node| node_path(framework, node, context.voice)).transpose()?;
    let question = Overturn { ties: args.ties.clone(), node, setting: setting.clone() };
    let found = answer(&question, &snapshot).map_err(failed)?;
    context.show(&found, csv, || {
        let names = Names::new(context.voice, &snapshot, framework, found.frame.as_of);
        Ok(text(&found, args.all, &names, context))
    })
}

fn text(found: &Answer, all: bool, names: &Names<'_>, context: &Context<'_>) -> String {
    let voice = context.voice;
    let title = voice.say("overturn-title");
    let mut text = heading(&Heading::new(title, &found.frame), names, context);
    if found.judgements.is_empty() {
        return text + &format!("\n{}\n", wrap(&voice.say("overturn-nothing"), width(), ""));
    }
    for judgement in &found.judgements {
        let slots =
            [("tie", names.entity(&judgement.tie).into()), ("node", names.node(&judgement.node).into())];
        text.push_str(&section(&voice.fill("overturn-of", &slots)));
        text.push_str(&format!("{}\n", wrap(&lead(judgement, names, context), width(), "  ")));
        if !judgement.leaves.is_empty() {
            text.push_str(&table(judgement, all, names, context));
        }
        for line in together(judgement, names, context) {
            text.push_str(&format!("{}\n", wrap(&line, width(), "  ")));
        }
    }
    text.push('\n');
    text + &footnotes(&notes(found, context))
}

fn notes(found: &Answer, context: &Context<'_>) -> Vec<String> {
    let voice = context.voice;
    let given = [("framework", found.frame.framework.as_str().into())];
    let supposed = [("count", context.count(found.supposed).into())];
    let mut notes = vec![voice.fill("overturn-note", &supposed), voice.fill("note-given", &given)];
    if found.judgements.iter().any(|judgement| judgement.now.single_source) {
        notes.insert(0, format!("{SINGLE} {}", voice.say("note-single")));
    }
    notes
}

/// The level as it stands, where it ends, and of how many indicators one statement would do.
fn lead(judgement: &Overturned, names: &Names<'_>, context: &Context<'_>) -> String {
    let sufficient = judgement.leaves.iter().filter(|moves| suffices(moves)).count();
    let slots = [
        ("now", score(&judgement.now, names, context).into()),
        ("low", context.score(judgement.bounds[0]).into()),
        ("high", context.score(judgement.bounds[1]).into()),
        ("leaves", judgement.leaves.len().into()),
        ("sufficient", sufficient.into()),
    ];
    context.voice.fill("overturn-lead", &slots)
}

fn suffices(moves: &Moves) -> bool {
    moves.up.is_some() || moves.down.is_some()
}

/// The fewest statements that change the level together, each way, where it takes more than one.
fn together(judgement: &Overturned, names: &Names<'_>, context: &Context<'_>) -> Vec<String> {
    let line = |(id, together): (&str, &Option<Together>)| {
        let together = together.as_ref().filter(|together| together.leaves.len() > 1)?;
        let leaves: Vec<String> = together.leaves.iter().map(|leaf| names.node(leaf)).collect();
        let slots = [
            ("count", together.leaves.len().into()),
            ("leaves", leaves.join(", ").into()),
            ("level", names.level(Some(&together.becomes)).into()),
            ("mean", context.score(together.mean).into()),
        ];
        Some(context.voice.fill(id, &slots))
    };
    let both = [
        ("overturn-together-up", &judgement.together_up),
        ("overturn-together-down", &judgement.together_down),
    ];
    both.into_iter().filter_map(line).collect()
}

/// Of each indicator the statements that change the word, else those that move the score furthest.
fn table(judgement: &Overturned, all: bool, names: &Names<'_>, context: &Context<'_>) -> String {
    let voice = context.voice;
    let mut table = Table::new([
        (voice.say("column-indicator"), Edge::Wrapped),
        (voice.say("overturn-column-statement"), Edge::Wrapped),
        (voice.say("overturn-column-becomes"), Edge::Left),
    ]);
    let sufficient = judgement.leaves.iter().filter(|moves| suffices(moves)).count();
    // where no statement does, those come first that come nearest
    let some = if sufficient > 0 { sufficient.min(SHOWN) } else { SHOWN.min(judgement.leaves.len()) };
    let listed = if all { judgement.leaves.len() } else { some };
    for moves in &judgement.leaves[..listed] {
        let told: [&Option<Supposed>; 2] = match suffices(moves) {
            true => [&moves.up, &moves.down],
            false => [&moves.highest, &moves.lowest],
        };
        let mut leaf = names.node(&moves.leaf);
        if told.iter().all(|supposed| supposed.is_none()) {
            table.row([leaf.clone(), NONE.into(), String::new()]);
        }
        for supposed in told.into_iter().flatten() {
            let becomes = becomes(supposed, judgement, names, context);
            table.row([std::mem::take(&mut leaf), said::supposed(supposed, names), becomes]);
        }
    }
    let mut text = table.set(width(), "  ");
    if listed < judgement.leaves.len() {
        let more = [("count", (judgement.leaves.len() - listed).into())];
        text.push_str(&format!("{}\n", wrap(&voice.fill("overturn-more", &more), width(), "  ")));
    }
    text
}

/// The level and mean with a supposed statement; only the mean where the level stays.
fn becomes(supposed: &Supposed, judgement: &Overturned, names: &Names<'_>, context: &Context<'_>) -> String {
    let mean = number::score(supposed.mean, context.lang());
    match judgement.now.level.as_ref() == Some(&supposed.becomes) {
        true => mean,
        false => format!("{} {mean}", names.level(Some(&supposed.becomes))),
    }
}

const COLUMNS: [&str; 24] = [
    "tie",
    "node",
    "as_of",
    "known_at",
    "level",
    "mean",
    "level_from",
    "level_to",
    "leaf",
    "leaf_mean",
    "which",
    "kind",
    "subject",
    "object",
    "predicate",
    "level_de",
    "level_en",
    "value",
    "unit",
    "event",
    "becomes_level",
    "becomes_mean",
    "difference",
    "changes_level",
];

/// One row for each supposed statement that an answer names.
fn csv(found: &Answer, context: &Context<'_>) -> Result<(), Error> {
    let mut rows: Vec<Vec<String>> = vec![];
    for judgement in &found.judgements {
        let now = &judgement.now;
        for moves in &judgement.leaves {
            let named = [
                ("up", &moves.up),
                ("down", &moves.down),
                ("highest", &moves.highest),
                ("lowest", &moves.lowest),
            ];
            for (which, supposed) in named.into_iter().filter_map(|(which, one)| Some((which, one.as_ref()?)))
            {
                let [level_de, level_en] = text_cells(supposed.level.as_ref());
                let changes = now.level.as_ref() != Some(&supposed.becomes);
                rows.push(vec![
                    judgement.tie.to_string(),
                    judgement.node.clone(),
                    found.frame.as_of.to_string(),
                    cell(found.frame.known_at),
                    now.level.clone().unwrap_or_default(),
                    now.score.mean.to_string(),
                    judgement.bounds[0].to_string(),
                    judgement.bounds[1].to_string(),
                    moves.leaf.clone(),
                    cell(moves.now.shown.then_some(moves.now.score.mean)),
                    which.to_string(),
                    supposed.kind.to_string(),
                    supposed.subject.to_string(),
                    cell(supposed.object.as_ref()),
                    supposed.predicate.clone().unwrap_or_default(),
                    level_de,
                    level_en,
                    cell(supposed.amount.as_ref().map(|amount| amount.value)),
                    cell(supposed.amount.as_ref().map(|amount| amount.unit)),
                    cell(supposed.event),
                    supposed.becomes.clone(),
                    supposed.mean.to_string(),
                    (supposed.mean - now.score.mean).to_string(),
                    changes.to_string(),
                ]);
            }
        }
    }
    context.csv(&COLUMNS, rows)
}
