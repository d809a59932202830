//! `linchpin weigh`: the alliances by other weights.

use super::changes::score;
use crate::cli::FewerDraws;
use crate::context::Context;
use crate::error::Error;
use crate::heading::{Heading, heading};
use crate::names::{Names, node_path, section, study_error};
use crate::render::table::{Edge, Table};
use crate::render::{NONE, SINGLE, footnotes, width};
use linchpin_study::assess::Shown;
use linchpin_study::weigh::{Answer, Both, Weigh, answer};
use std::collections::BTreeMap;

/// The options of `weigh`.
#[derive(clap::Args)]
pub struct Args {
    #[arg(value_name = "WEIGHT", required = true)]
    weights: Vec<String>,
    #[arg(long, value_name = "TIE")]
    tie: Vec<String>,
    #[arg(long, value_name = "ID")]
    framework: Option<String>,
    #[command(flatten)]
    draws: FewerDraws,
}

pub fn run(args: &Args, context: &Context<'_>) -> Result<(), Error> {
    let voice = context.voice;
    let snapshot = context.snapshot()?;
    let setting = args.draws.of(context.setting(args.framework.clone())?);
    let failed = |error| study_error(error, voice);
    let framework = setting.framework(&snapshot).map_err(failed)?;
    let mut weights = BTreeMap::new();
    for given in &args.weights {
        let malformed = || {
            let error = Error::usage(voice.fill("weigh-malformed", &[("given", given.as_str().into())]));
            error.with(voice.say("weigh-malformed-remedy"))
        };
        let (node, weight) = given.split_once('=').ok_or_else(malformed)?;
        let weight: f64 = weight.replace(',', ".").parse().map_err(|_| malformed())?;
        weights.insert(node_path(framework, node, voice)?, weight);
    }
    let found = answer(&Weigh { weights, ties: args.tie.clone(), setting: setting.clone() }, &snapshot)
        .map_err(failed)?;
    context.show(&found, csv, || {
        let names = Names::new(voice, &snapshot, framework, found.frame.as_of);
        Ok(text(&found, &names, context))
    })
}

fn text(found: &Answer, names: &Names<'_>, context: &Context<'_>) -> String {
    let voice = context.voice;
    let mut text = heading(&Heading::new(voice.say("weigh-title"), &found.frame), names, context);
    text.push('\n');
    let mut table = Table::new([
        (voice.say("weigh-column-node"), Edge::Left),
        (voice.say("weigh-column-official"), Edge::Right),
        (voice.say("weigh-column-own"), Edge::Right),
    ]);
    for weight in &found.weights {
        table.row([names.node(&weight.node), context.percent(weight.official), context.percent(weight.own)]);
    }
    text.push_str(&table.set(width(), "  "));
    for tie in &found.ties {
        text.push_str(&section(&tie.tie, names));
        let mut table = Table::new([
            (voice.say("weigh-column-node"), Edge::Left),
            (voice.say("weigh-column-official"), Edge::Left),
            (voice.say("weigh-column-own"), Edge::Left),
        ]);
        let told = |shown: &Shown| score(shown, names, context);
        for both in &tie.nodes {
            let own = both.own.as_ref().map_or(NONE.to_string(), told);
            table.row([names.node(&both.node), told(&both.official), own]);
        }
        text.push_str(&table.set(width(), "  "));
    }
    let given = [("framework", found.frame.framework.as_str().into())];
    let mut notes = vec![voice.say("weigh-note"), voice.fill("note-given", &given)];
    let single =
        |both: &Both| both.official.single_source || both.own.as_ref().is_some_and(|own| own.single_source);
    if found.ties.iter().flat_map(|tie| &tie.nodes).any(single) {
        notes.insert(0, format!("{SINGLE} {}", voice.say("note-single")));
    }
    text.push('\n');
    text + &footnotes(&notes)
}

const COLUMNS: [&str; 12] =
    ["tie", "node", "as_of", "known_at", "by", "weight", "shown", "level", "mean", "q05", "q95", "coverage"];

/// Two rows for each alliance and node: by the framework, and by the asker's weights.
fn csv(found: &Answer, context: &Context<'_>) -> Result<(), Error> {
    let mut rows: Vec<Vec<String>> = vec![];
    for tie in &found.ties {
        for both in &tie.nodes {
            let weight = found.weights.iter().find(|weight| weight.node == both.node);
            let sides = [
                ("framework", Some(&both.official), weight.map(|weight| weight.official)),
                ("own", both.own.as_ref(), weight.map(|weight| weight.own)),
            ];
            for (by, shown, weight) in sides {
                let Some(shown) = shown else { continue };
                rows.push(vec![
                    tie.tie.to_string(),
                    both.node.clone(),
                    found.frame.as_of.to_string(),
                    crate::cells::cell(found.frame.known_at),
                    by.to_string(),
                    crate::cells::cell(weight),
                    shown.shown.to_string(),
                    shown.level.clone().unwrap_or_default(),
                    shown.score.mean.to_string(),
                    shown.score.i90[0].to_string(),
                    shown.score.i90[1].to_string(),
                    shown.coverage.to_string(),
                ]);
            }
        }
    }
    context.csv(&COLUMNS, rows)
}
