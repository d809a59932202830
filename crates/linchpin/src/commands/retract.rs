//! `linchpin retract`: which judgements fall without a source.

use super::assess::brief_score;
use super::changes::{in_tree, score};
use super::sources::kinds;
use crate::asked::source_argument;
use crate::cells::cell;
use crate::cli::FewerDraws;
use crate::context::Context;
use crate::error::Error;
use crate::heading::{Heading, heading};
use crate::names::{Names, section as tie_section, study_error};
use crate::notes::entry;
use crate::render::table::{Edge, Table};
use crate::render::{SINGLE, footnotes, hanging, number, section, width, wrap};
use linchpin_study::assess::Shown;
use linchpin_study::retract::{Answer, Outcome, Retract, TieWithout, Without, answer};
use linchpin_study::{Cited, KindCount};

/// The options of `retract`.
#[derive(clap::Args)]
pub struct Args {
    #[arg(value_name = "SOURCE")]
    source: String,
    #[arg(long)]
    all: bool,
    #[arg(long, value_name = "ID")]
    framework: Option<String>,
    #[command(flatten)]
    draws: FewerDraws,
}

pub fn run(args: &Args, context: &Context<'_>) -> Result<(), Error> {
    let snapshot = context.snapshot()?;
    let setting = args.draws.of(context.setting(args.framework.clone())?);
    let failed = |error| study_error(error, context.voice);
    let framework = setting.framework(&snapshot).map_err(failed)?;
    let source = source_argument(&args.source, &snapshot, context)?;
    let question = Retract { source, setting: setting.clone() };
    let found = answer(&question, &snapshot).map_err(failed)?;
    context.show(&found, csv, || {
        let names = Names::new(context.voice, &snapshot, framework, found.frame.as_of);
        Ok(text(&found, args.all, &names, context))
    })
}

fn text(found: &Answer, all: bool, names: &Names<'_>, context: &Context<'_>) -> String {
    let voice = context.voice;
    let title = voice.fill("retract-title", &[("source", found.source.as_str().into())]);
    let mut text = heading(&Heading::new(title, &found.frame), names, context);
    let record = format!("{}: {}", found.source, names.bibliography(&found.source));
    text.push_str(&format!("\n{}\n", hanging(&record, "", "  ")));
    if !found.with_it.is_empty() {
        let others: Vec<&str> = found.with_it.iter().map(|id| id.as_str()).collect();
        let slots = [("others", others.join(", ").into())];
        text.push_str(&format!("{}\n", wrap(&voice.fill("retract-with-it", &slots), width(), "")));
    }
    text.push('\n');
    for tie in &found.ties {
        text.push_str(&format!("{}\n", wrap(&lead(tie, names, context), width(), "")));
    }
    for tie in &found.ties {
        text.push_str(&tie_section(&tie.tie, names));
        text.push_str(&table(tie, names, context).set(width(), "  "));
        if !tie.lost_leaves.is_empty() {
            let lost: Vec<String> = tie.lost_leaves.iter().map(|leaf| names.node(leaf)).collect();
            let slots = [("count", lost.len().into()), ("leaves", lost.join(", ").into())];
            text.push_str(&format!("{}\n", wrap(&voice.fill("retract-lost", &slots), width(), "  ")));
        }
    }
    let lists = [
        ("retract-vanishing", &found.vanishing_kinds, &found.vanishing),
        ("retract-staying", &found.staying_kinds, &found.staying),
    ];
    for (id, counts, statements) in lists {
        text.push_str(&list(id, counts, statements, all, names, context));
    }
    text.push('\n');
    let given = [("framework", found.frame.framework.as_str().into())];
    let mut notes = vec![voice.say("retract-note"), voice.fill("note-given", &given)];
    let single = |shown: &Shown| shown.shown && shown.single_source;
    let nodes = || found.ties.iter().flat_map(|tie| &tie.nodes);
    if nodes().any(|node| single(&node.before) || single(&node.after)) {
        notes.insert(0, format!("{SINGLE} {}", voice.say("note-single")));
    }
    text + &footnotes(&notes)
}

/// How many of the scores of an alliance that are shown fall, and how many get another level.
fn lead(tie: &TieWithout, names: &Names<'_>, context: &Context<'_>) -> String {
    let count = |outcome: Outcome| tie.nodes.iter().filter(|node| node.outcome == outcome).count();
    let shown = tie.nodes.iter().filter(|node| node.before.shown).count();
    let slots = [
        ("tie", names.entity(&tie.tie).into()),
        ("shown", shown.into()),
        ("falling", count(Outcome::Falls).into()),
        ("changing", count(Outcome::Changes).into()),
    ];
    context.voice.fill("retract-lead", &slots)
}

/// Each node with everything and without the source, those below another indented.
fn table(tie: &TieWithout, names: &Names<'_>, context: &Context<'_>) -> Table {
    let voice = context.voice;
    let mut table = Table::new([
        (voice.say("column-criterion"), Edge::Wrapped),
        (voice.say("retract-with"), Edge::Left),
        (voice.say("column-without"), Edge::Left),
        (voice.say("column-difference"), Edge::Right),
        (voice.say("column-coverage"), Edge::Right),
    ]);
    for node in &tie.nodes {
        table.row([
            in_tree(&node.node, 0, names),
            score(&node.before, names, context),
            score(&node.after, names, context),
            difference(node, context),
            format!("{} → {}", context.score(node.before.coverage), context.score(node.after.coverage)),
        ]);
    }
    table
}

/// The difference of the means, where both are shown.
fn difference(node: &Without, context: &Context<'_>) -> String {
    match node.before.shown && node.after.shown {
        true => number::difference(node.after.score.mean - node.before.score.mean, context.lang()),
        false => String::new(),
    }
}

/// Some statements: how many of each kind, and where all are asked for, one by one.
fn list(
    id: &str,
    counts: &[KindCount],
    statements: &[Cited],
    all: bool,
    names: &Names<'_>,
    context: &Context<'_>,
) -> String {
    let slots = [("count", statements.len().into()), ("shown", context.count(statements.len()).into())];
    let mut text = section(&context.voice.fill(id, &slots));
    if !counts.is_empty() {
        let more = if all { String::new() } else { context.voice.say("retract-all") };
        text.push_str(&format!("{}\n", wrap(&format!("{}{more}", kinds(counts, context)), width(), "  ")));
    }
    if all {
        text.extend(statements.iter().map(|cited| entry(cited, "• ", "  ", names, context)));
    }
    text
}

const COLUMNS: [&str; 16] = [
    "source",
    "tie",
    "node",
    "as_of",
    "known_at",
    "outcome",
    "shown",
    "level",
    "mean",
    "coverage",
    "shown_without",
    "level_without",
    "mean_without",
    "coverage_without",
    "leaves_known",
    "leaves_known_without",
];

/// One row for each alliance and node.
fn csv(found: &Answer, context: &Context<'_>) -> Result<(), Error> {
    let row = |tie: &TieWithout, node: &Without| {
        let lead = [
            found.source.to_string(),
            tie.tie.to_string(),
            node.node.clone(),
            found.frame.as_of.to_string(),
            cell(found.frame.known_at),
            node.outcome.name().to_string(),
        ];
        let leaves = [node.before.leaves_known, node.after.leaves_known].map(|count| count.to_string());
        [&lead[..], &brief_score(&node.before), &brief_score(&node.after), &leaves].concat()
    };
    let rows: Vec<Vec<String>> = found
        .ties
        .iter()
        .flat_map(|tie| tie.nodes.iter().map(move |node| (tie, node)))
        .map(|(t, n)| row(t, n))
        .collect();
    context.csv(&COLUMNS, rows)
}
