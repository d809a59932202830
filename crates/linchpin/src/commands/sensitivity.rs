//! `linchpin sensitivity`: what the uncertainty of scores and ranks comes from.

use crate::context::Context;
use crate::error::Error;
use crate::heading::{Heading, heading, uncertain};
use crate::names::{Names, node_path, study_error};
use crate::render::table::{Edge, Table};
use crate::render::{footnotes, number, section, width, wrap};
use linchpin_study::sensitivity::{Answer, Measured, Sensitivity, Share, Shares, answer};

/// The options of `sensitivity`.
#[derive(clap::Args)]
pub struct Args {
    #[arg(value_name = "TIE")]
    ties: Vec<String>,
    #[arg(long, value_name = "NODE")]
    node: Option<String>,
    #[arg(long, value_name = "N", allow_negative_numbers = true, default_value_t = 256)]
    #[arg(value_parser = clap::value_parser!(u32).range(64..=65_536))]
    points: u32,
    #[arg(long, value_name = "N", allow_negative_numbers = true, default_value_t = 16)]
    #[arg(value_parser = clap::value_parser!(u32).range(2..=1_000))]
    replicates: u32,
    #[arg(long)]
    all: bool,
    #[arg(long, value_name = "ID")]
    framework: Option<String>,
}

/// How many sources and indicators are listed.
const SHOWN: usize = 6;

pub fn run(args: &Args, context: &Context<'_>) -> Result<(), Error> {
    let snapshot = context.snapshot()?;
    let setting = context.setting(args.framework.clone())?;
    let failed = |error| study_error(error, context.voice);
    let framework = setting.framework(&snapshot).map_err(failed)?;
    let node = args.node.as_deref().map(|node| node_path(framework, node, context.voice)).transpose()?;
    let question = Sensitivity {
        ties: args.ties.clone(),
        node,
        points: args.points as usize,
        replicates: args.replicates as usize,
        setting: setting.clone(),
    };
    let found = answer(&question, &snapshot).map_err(failed)?;
    context.show(&found, csv, || {
        let names = Names::new(context.voice, &snapshot, framework, found.frame.as_of);
        Ok(text(&found, args.all, &names, context))
    })
}

fn text(found: &Answer, all: bool, names: &Names<'_>, context: &Context<'_>) -> String {
    let voice = context.voice;
    let count = |n: usize| number::count(n as u64, context.lang());
    let slots = [
        ("points", count(found.points).into()),
        ("replicates", count(found.replicates).into()),
        ("evaluations", count(found.evaluations).into()),
        ("seed", found.frame.seed.to_string().into()),
    ];
    let sample = Some((voice.say("sensitivity-points"), voice.fill("sensitivity-points-value", &slots)));
    let title = voice.say("sensitivity-title");
    let mut text = heading(&Heading { sample, ..Heading::new(title, &found.frame) }, names, context);
    if found.of.is_empty() {
        return text + &format!("\n{}\n", wrap(&voice.say("sensitivity-nothing"), width(), ""));
    }
    for of in &found.of {
        text.push_str(&section(&title_of(of, names, context)));
        text.push_str(&format!("{}\n", wrap(&lead(of, context), width(), "  ")));
        if !of.groups.is_empty() {
            text.push_str(&table(of, all, names, context).set(width(), "  "));
        }
    }
    text.push('\n');
    let given = voice.fill("note-given", &[("framework", found.frame.framework.as_str().into())]);
    text + &footnotes(&[voice.say("sensitivity-note"), given])
}

fn title_of(of: &Measured, names: &Names<'_>, context: &Context<'_>) -> String {
    let id = if of.measure == "rank" { "sensitivity-of-rank" } else { "sensitivity-of-score" };
    let slots = [("tie", names.entity(&of.tie).into()), ("node", names.node(&of.node).into())];
    context.voice.fill(id, &slots)
}

/// What matters most among the kinds, in a sentence.
fn lead(of: &Measured, context: &Context<'_>) -> String {
    let voice = context.voice;
    let sd = number::score(of.sd, context.lang());
    let mut kinds = of.groups.iter().filter(|shares| shares.by == "kind");
    match (kinds.next(), kinds.next()) {
        (Some(first), Some(second)) => {
            let slots = [
                ("sd", sd.into()),
                ("first", uncertain(&first.group, voice).into()),
                ("first-share", context.percent(first.total.value.clamp(0.0, 1.0)).into()),
                ("second", uncertain(&second.group, voice).into()),
                ("second-share", context.percent(second.total.value.clamp(0.0, 1.0)).into()),
            ];
            voice.fill("sensitivity-lead", &slots)
        }
        _ => voice.say("sensitivity-constant"),
    }
}

fn table(of: &Measured, all: bool, names: &Names<'_>, context: &Context<'_>) -> Table {
    let voice = context.voice;
    let mut table = Table::new([
        (voice.say("sensitivity-column-group"), Edge::Wrapped),
        (voice.say("sensitivity-column-first"), Edge::Right),
        (voice.say("sensitivity-column-total"), Edge::Right),
    ]);
    for (by, id) in [
        ("kind", "sensitivity-by-kind"),
        ("source", "sensitivity-by-source"),
        ("indicator", "sensitivity-by-indicator"),
    ] {
        let shown = if all || by == "kind" { usize::MAX } else { SHOWN };
        // what cannot be told from nothing is not listed
        let told = |shares: &&Shares| shares.by == by && (all || shares.total.i95[0] > 0.0);
        let groups: Vec<&Shares> = of.groups.iter().filter(told).take(shown).collect();
        if groups.is_empty() {
            continue;
        }
        table.section(voice.say(id), String::new());
        for shares in groups {
            let name = match by {
                "kind" => uncertain(&shares.group, voice),
                "indicator" => names.node(&shares.group),
                _ => shares.group.clone(),
            };
            table.row([name, share(shares.first, context), share(shares.total, context)]);
        }
    }
    table
}

/// A share in percent with half the width of its interval.
fn share(share: Share, context: &Context<'_>) -> String {
    let percent = |x: f64| number::fixed(100.0 * x, 0, context.lang());
    let reach = (share.i95[1] - share.i95[0]) / 2.0;
    format!("{} ± {}", percent(share.value), number::fixed(100.0 * reach, 1, context.lang()))
}

const COLUMNS: [&str; 13] = [
    "tie",
    "as_of",
    "node",
    "measure",
    "sd",
    "by",
    "group",
    "first",
    "first_low",
    "first_high",
    "total",
    "total_low",
    "total_high",
];

/// One row for each group of each score and rank.
fn csv(found: &Answer, context: &Context<'_>) -> Result<(), Error> {
    let row = |of: &Measured, shares: &Shares| -> Vec<String> {
        let of_share = |share: Share| [share.value, share.i95[0], share.i95[1]];
        let numbers = [of_share(shares.first), of_share(shares.total)].concat();
        let mut row = vec![of.tie.to_string(), found.frame.as_of.to_string(), of.node.clone()];
        row.extend([of.measure.to_string(), of.sd.to_string(), shares.by.to_string(), shares.group.clone()]);
        row.extend(numbers.iter().map(f64::to_string));
        row
    };
    let rows: Vec<Vec<String>> =
        found.of.iter().flat_map(|of| of.groups.iter().map(move |shares| row(of, shares))).collect();
    context.csv(&COLUMNS, rows)
}
