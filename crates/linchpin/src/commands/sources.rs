//! `linchpin sources`: what rests on each source.

use super::changes::score;
use crate::cells::cell;
use crate::cli::FewerDraws;
use crate::context::Context;
use crate::error::Error;
use crate::heading::{Heading, heading};
use crate::names::{Names, section as tie_section, study_error};
use crate::render::table::{Edge, Table};
use crate::render::{NONE, date, footnotes, hanging, section, width, wrap};
use anstyle::Style;
use linchpin_model::id::EntityId;
use linchpin_model::text::Lang;
use linchpin_publish::terms;
use linchpin_study::KindCount;
use linchpin_study::retract::{Outcome, Without};
use linchpin_study::sources::{Answer, Carries, Sources, Used, answer};

/// The options of `sources`.
#[derive(clap::Args)]
pub struct Args {
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
    let found = answer(&Sources { setting: setting.clone() }, &snapshot).map_err(failed)?;
    context.show(&found, csv, || {
        let names = Names::new(context.voice, &snapshot, framework, found.frame.as_of);
        Ok(text(&found, &names, context))
    })
}

fn text(found: &Answer, names: &Names<'_>, context: &Context<'_>) -> String {
    let voice = context.voice;
    let title = voice.say("sources-title");
    let mut text = heading(&Heading::new(title, &found.frame), names, context);
    text.push('\n');
    for tie in &found.ties {
        text.push_str(&format!("{}\n", wrap(&lead(found, tie, names, context), width(), "")));
    }
    for tie in &found.ties {
        text.push_str(&tie_section(tie, names));
        text.push_str(&shares(found, tie, names, context).set(width(), "  "));
    }
    text.push_str(&section(&voice.say("sources-each")));
    for used in &found.sources {
        text.push_str(&one(used, names, context));
    }
    text.push('\n');
    let given = [("framework", found.frame.framework.as_str().into())];
    text + &footnotes(&[voice.say("sources-note"), voice.fill("note-given", &given)])
}

/// What a source carries of the nodes of an alliance, the root first.
fn of_tie<'u>(used: &'u Used, tie: &EntityId) -> Vec<&'u Carries> {
    used.carries.iter().filter(|carries| carries.tie == *tie).collect()
}

/// The source on which most of an alliance rests, and what would survive without it.
fn lead(found: &Answer, tie: &EntityId, names: &Names<'_>, context: &Context<'_>) -> String {
    let voice = context.voice;
    let share = |used: &&Used| of_tie(used, tie).first().map_or(0.0, |root| root.share);
    let most = found.sources.iter().max_by(|a, b| share(a).total_cmp(&share(b)));
    let Some(most) = most.filter(|most| share(most) > 0.0) else {
        return voice.fill("sources-none", &[("tie", names.entity(tie).into())]);
    };
    let carried = of_tie(most, tie);
    let shown = carried.iter().filter(|carries| carries.without.before.shown).count();
    let falling = carried.iter().filter(|carries| carries.without.outcome == Outcome::Falls).count();
    let slots = [
        ("tie", names.entity(tie).into()),
        ("share", context.percent(share(&most)).into()),
        ("source", most.source.as_str().into()),
        ("shown", shown.into()),
        ("falling", falling.into()),
    ];
    voice.fill("sources-lead", &slots)
}

/// The share of every source in the root and the criteria, and what becomes of the scores without it.
fn shares(found: &Answer, tie: &EntityId, names: &Names<'_>, context: &Context<'_>) -> Table {
    let mut heads = vec![(context.voice.say("column-source"), Edge::Left)];
    heads.extend(found.nodes.iter().map(|node| (names.node(node), Edge::Right)));
    heads.push((context.voice.say("column-without"), Edge::Wrapped));
    let mut table = Table::new(heads);
    for used in found.sources.iter().filter(|used| !used.carries.is_empty()) {
        let carried = of_tie(used, tie);
        let share = |carries: &&Carries| {
            if carries.share > 0.0 { context.percent(carries.share) } else { NONE.into() }
        };
        let mut cells = vec![used.source.to_string()];
        cells.extend(carried.iter().map(share));
        cells.push(without(carried.iter().map(|carries| &carries.without), names, context));
        table.row(cells);
    }
    table
}

/// What becomes of some scores: those that are no longer shown, and those that get another level word.
fn without<'w>(
    nodes: impl Iterator<Item = &'w Without> + Clone,
    names: &Names<'_>,
    context: &Context<'_>,
) -> String {
    let voice = context.voice;
    if !nodes.clone().any(|node| node.before.shown) {
        return voice.say("sources-nothing-shown");
    }
    let of = |outcome: Outcome| nodes.clone().filter(move |node| node.outcome == outcome);
    let falling: Vec<String> = of(Outcome::Falls).map(|node| names.node(&node.node)).collect();
    let mut parts = vec![];
    if !falling.is_empty() {
        parts.push(voice.fill("sources-falls", &[("nodes", falling.join(", ").into())]));
    }
    parts.extend(of(Outcome::Changes).map(|node| {
        let slots = [
            ("node", names.node(&node.node).into()),
            ("before", score(&node.before, names, context).into()),
            ("after", score(&node.after, names, context).into()),
        ];
        voice.fill("sources-changes", &slots)
    }));
    if parts.is_empty() { voice.say("sources-survives") } else { parts.join("; ") }
}

/// A source: its record, and how much it says. A copy stands below what it is a copy of.
fn one(used: &Used, names: &Names<'_>, context: &Context<'_>) -> String {
    let voice = context.voice;
    let (bold, quiet) = (Style::new().bold(), Style::new().dimmed());
    let indent = if used.copy_of.is_some() { "    " } else { "  " };
    let inner = format!("{indent}  ");
    let line = format!("{}: {}", used.source, names.bibliography(&used.source));
    let issued = date::edtf_text(&used.issued, voice);
    let mut facts =
        vec![voice.say(terms::grade(used.reliability)), voice.say(terms::language(used.language)), issued];
    if let Some(original) = &used.copy_of {
        facts.push(voice.fill("sources-copy", &[("original", original.as_str().into())]));
    }
    let slots = [
        ("count", used.statements.into()),
        ("shown", context.count(used.statements).into()),
        ("only", context.count(used.only_here).into()),
    ];
    facts.push(voice.fill("sources-statements", &slots));
    let mut text = format!("{bold}{}{bold:#}\n", hanging(&line, indent, &inner));
    text.push_str(&format!("{}\n", wrap(&facts.join(" · "), width(), &inner)));
    if !used.by_kind.is_empty() {
        text.push_str(&format!(
            "{quiet}{}{quiet:#}\n",
            wrap(&kinds(&used.by_kind, context), width(), &inner)
        ));
    }
    text
}

/// How many statements of each kind, in words.
pub fn kinds(counts: &[KindCount], context: &Context<'_>) -> String {
    let one = |count: &KindCount| {
        let id = match count.kind {
            "quantity" => "sources-quantities",
            "position" => "sources-positions",
            "event" => "sources-events",
            "provision" => "sources-provisions",
            "judgement" => "sources-judgements",
            _ => "sources-mechanisms",
        };
        let shown = context.count(count.statements);
        context.voice.fill(id, &[("count", count.statements.into()), ("shown", shown.into())])
    };
    counts.iter().map(one).collect::<Vec<_>>().join(", ")
}

const COLUMNS: [&str; 20] = [
    "source",
    "copy_of",
    "reliability",
    "language",
    "issued",
    "statements",
    "only_here",
    "by_kind",
    "tie",
    "node",
    "as_of",
    "known_at",
    "share",
    "level",
    "mean",
    "coverage",
    "level_without",
    "mean_without",
    "coverage_without",
    "outcome",
];

/// One row for each source, alliance and node; one for each copy.
fn csv(found: &Answer, context: &Context<'_>) -> Result<(), Error> {
    let mut rows: Vec<Vec<String>> = vec![];
    for used in &found.sources {
        let kinds: Vec<String> =
            used.by_kind.iter().map(|count| format!("{}:{}", count.kind, count.statements)).collect();
        let lead = [
            used.source.to_string(),
            cell(used.copy_of.as_ref()),
            format!("{:?}", used.reliability),
            match used.language {
                Lang::De => "de".into(),
                Lang::En => "en".into(),
            },
            used.issued.clone(),
            used.statements.to_string(),
            used.only_here.to_string(),
            kinds.join(" "),
        ];
        if used.carries.is_empty() {
            rows.push([lead.to_vec(), vec![String::new(); COLUMNS.len() - lead.len()]].concat());
        }
        for carries in &used.carries {
            let without = &carries.without;
            let cells = [
                carries.tie.to_string(),
                without.node.clone(),
                found.frame.as_of.to_string(),
                cell(found.frame.known_at),
                carries.share.to_string(),
                without.before.level.clone().unwrap_or_default(),
                without.before.score.mean.to_string(),
                without.before.coverage.to_string(),
                without.after.level.clone().unwrap_or_default(),
                without.after.score.mean.to_string(),
                without.after.coverage.to_string(),
                without.outcome.name().to_string(),
            ];
            rows.push([&lead[..], &cells].concat());
        }
    }
    context.csv(&COLUMNS, rows)
}
