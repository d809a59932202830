//! `linchpin validate`: how the method fares where the truth is known.

use super::assess::NONE;
use crate::cli::Format;
use crate::context::Context;
use crate::error::Error;
use crate::heading::{Heading, heading};
use crate::names::{Names, study_error};
use crate::render::table::{Edge, Table};
use crate::render::{date, footnotes, number, width};
use anstyle::Style;
use clap::ValueEnum;
use linchpin_study::validate::{
    Answer, BIAS, COVERAGE, COVERAGE_IF_WRONG, Experiment, FALSE_DECLINES, Row, Validate, answer, total_runs,
};
use std::io::{IsTerminal, Write};
use std::sync::atomic::{AtomicUsize, Ordering};

/// The options of `validate`.
#[derive(clap::Args)]
pub struct Args {
    #[arg(value_name = "EXPERIMENT", value_enum)]
    experiments: Vec<Name>,
    #[arg(long, value_name = "N", default_value_t = 1000, allow_negative_numbers = true)]
    #[arg(value_parser = clap::value_parser!(u32).range(10..=100_000))]
    runs: u32,
    #[arg(long, value_name = "DATE")]
    since: Option<String>,
    #[arg(long, value_name = "ID")]
    framework: Option<String>,
}

#[derive(ValueEnum, Clone, Copy)]
enum Name {
    Calibration,
    Placebo,
}

/// From which probability on a change is called likely in the experiments.
const LIKELY: f64 = 0.8;

pub fn run(args: &Args, context: &Context<'_>) -> Result<(), Error> {
    let snapshot = context.snapshot()?;
    let since = args.since.as_deref().map(|day| date::option("--since", day, context.voice)).transpose()?;
    let setting = context.setting(args.framework.clone())?;
    let failed = |error| study_error(error, context.voice);
    let framework = setting.framework(&snapshot).map_err(failed)?;
    let asked = args.experiments.iter().map(|name| match name {
        Name::Calibration => Experiment::Calibration,
        Name::Placebo => Experiment::Placebo,
    });
    let mut experiments: Vec<Experiment> = asked.collect();
    if experiments.is_empty() {
        experiments = vec![Experiment::Calibration, Experiment::Placebo];
    }
    experiments.dedup();
    let question = Validate { experiments, runs: args.runs as usize, since, setting: setting.clone() };
    let progress = Progress::new(total_runs(&question), context);
    let found = answer(&question, &snapshot, &|_| progress.one_more()).map_err(failed)?;
    progress.clear();
    match context.format() {
        Format::Json => context.json(&found),
        Format::Csv => csv(&found, context),
        Format::Text => {
            let names = Names::new(context, &snapshot, framework, found.frame.as_of);
            context.print(&text(&found, &names, context))
        }
    }
}

/// A line on standard error, where that is a terminal.
struct Progress {
    done: AtomicUsize,
    total: usize,
    /// the line before and after the number that is done
    words: Option<[String; 2]>,
}

impl Progress {
    fn new(total: usize, context: &Context<'_>) -> Progress {
        let total_text = number::count(total as u64, context.lang());
        let slots = [("done", "\u{0}".into()), ("total", total_text.into())];
        let line = context.voice.fill("validate-progress", &slots);
        let (before, after) = line.split_once('\u{0}').unwrap_or((&line, ""));
        let words = std::io::stderr().is_terminal().then(|| [before.to_string(), after.to_string()]);
        Progress { done: AtomicUsize::new(0), total, words }
    }

    fn one_more(&self) {
        let done = self.done.fetch_add(1, Ordering::Relaxed) + 1;
        if let Some([before, after]) = &self.words
            && done.is_multiple_of((self.total / 200).max(1))
        {
            let _ = write!(std::io::stderr(), "\r{before}{done}{after}");
        }
    }

    fn clear(&self) {
        if self.words.is_some() {
            let _ = write!(std::io::stderr(), "\r\u{1b}[K");
        }
    }
}

fn text(found: &Answer, names: &Names<'_>, context: &Context<'_>) -> String {
    let voice = context.voice;
    let bold = Style::new().bold();
    let sample = [
        ("runs", number::count(found.runs as u64, context.lang()).into()),
        ("seed", found.frame.seed.to_string().into()),
    ];
    let sample = (voice.say("validate-sample"), voice.fill("validate-sample-value", &sample));
    let title = voice.say("validate-title");
    let head = Heading { sample: Some(sample), ..Heading::new(title, &found.frame) };
    let mut text = heading(&head, names, context);
    for (experiment, id) in
        [(Experiment::Calibration, "validate-calibration"), (Experiment::Placebo, "validate-placebo")]
    {
        let rows: Vec<&Row> = found.rows.iter().filter(|row| row.experiment == experiment).collect();
        if rows.is_empty() {
            continue;
        }
        let (table, note) = match experiment {
            Experiment::Calibration => (calibration(&rows, names, context), calibration_note(context)),
            Experiment::Placebo => (placebo(&rows, names, context), placebo_note(context)),
        };
        let dates = [
            ("dense", date::day(found.dense, voice).into()),
            ("sparse", date::day(found.sparse, voice).into()),
        ];
        let title = voice.fill(id, &dates);
        text.push_str(&format!("\n{bold}{title}{bold:#}\n{}", table.set(width(), "  ")));
        text.push_str(&footnotes(&[note]));
    }
    let held = found.rows.iter().filter(|row| row.holds).count();
    let slots = [("held", held.to_string().into()), ("total", found.rows.len().to_string().into())];
    text + &format!("\n{}\n", voice.fill("validate-held", &slots))
}

fn calibration(rows: &[&Row], names: &Names<'_>, context: &Context<'_>) -> Table {
    let voice = context.voice;
    let within = |interval: f64| (number::whole_percent(interval, context.lang()), Edge::Right);
    let mut table = Table::new([
        (voice.say("column-world"), Edge::Left),
        (voice.say("column-node"), Edge::Left),
        within(90.0),
        within(50.0),
        (voice.say("column-ranks"), Edge::Left),
        (voice.say("column-bias"), Edge::Right),
        (voice.say("column-holds"), Edge::Left),
    ]);
    for row in rows {
        table.row([
            world(row.world, context),
            names.node(&row.node),
            share(row.covered_90, context),
            share(row.covered_50, context),
            bars(&row.ranks),
            number::difference(row.bias, context.lang()),
            yes_or_no(row.holds, context),
        ]);
    }
    table
}

fn placebo(rows: &[&Row], names: &Names<'_>, context: &Context<'_>) -> Table {
    let voice = context.voice;
    let mut table = Table::new([
        (voice.say("column-world"), Edge::Left),
        (voice.say("column-node"), Edge::Left),
        (voice.say("column-bias"), Edge::Right),
        (voice.say("column-false-declines"), Edge::Right),
        (voice.say("column-false-rises"), Edge::Right),
        (voice.say("column-holds"), Edge::Left),
    ]);
    for row in rows {
        table.row([
            world(row.world, context),
            names.node(&row.node),
            number::difference(row.bias, context.lang()),
            share(row.false_declines, context),
            share(row.false_rises, context),
            yes_or_no(row.holds, context),
        ]);
    }
    table
}

fn calibration_note(context: &Context<'_>) -> String {
    let slots = [
        ("low", context.percent(COVERAGE[0]).into()),
        ("high", context.percent(COVERAGE[1]).into()),
        ("wrong", context.percent(COVERAGE_IF_WRONG).into()),
    ];
    context.voice.fill("note-calibration", &slots)
}

fn placebo_note(context: &Context<'_>) -> String {
    let slots = [
        ("bias", context.score(BIAS).into()),
        ("likely", context.percent(LIKELY).into()),
        ("declines", context.percent(FALSE_DECLINES).into()),
    ];
    context.voice.fill("note-placebo", &slots)
}

fn world(id: &str, context: &Context<'_>) -> String {
    let message = match id {
        "as-assumed" => "world-as-assumed",
        "volatility-doubled" => "world-volatility-doubled",
        "volatility-halved" => "world-volatility-halved",
        "disagreement-doubled" => "world-disagreement-doubled",
        "disagreement-halved" => "world-disagreement-halved",
        "shared-errors-doubled" => "world-shared-errors-doubled",
        "shared-errors-halved" => "world-shared-errors-halved",
        "fair-press" => "world-fair-press",
        "leaning-press" => "world-leaning-press",
        other => return other.to_string(),
    };
    context.voice.say(message)
}

fn share(share: Option<f64>, context: &Context<'_>) -> String {
    share.map_or(NONE.into(), |share| context.percent(share))
}

fn yes_or_no(holds: bool, context: &Context<'_>) -> String {
    context.voice.say(if holds { "yes" } else { "no" })
}

/// A histogram in one line. Half the height is the share that each bar should have.
fn bars(shares: &[f64]) -> String {
    const HEIGHTS: [char; 8] = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];
    let due = 1.0 / shares.len().max(1) as f64;
    let height = |share: &f64| ((share / due * 4.0).round() as usize).clamp(1, HEIGHTS.len()) - 1;
    shares.iter().map(|share| HEIGHTS[height(share)]).collect()
}

fn csv(found: &Answer, context: &Context<'_>) -> Result<(), Error> {
    let number = |n: Option<f64>| n.map_or(String::new(), |n| n.to_string());
    let rows: Vec<Vec<String>> = found
        .rows
        .iter()
        .map(|row| {
            let experiment = match row.experiment {
                Experiment::Calibration => "calibration",
                Experiment::Placebo => "placebo",
            };
            vec![
                experiment.to_string(),
                row.world.to_string(),
                row.node.clone(),
                found.runs.to_string(),
                number(row.covered_90),
                number(row.covered_50),
                row.ranks.iter().map(f64::to_string).collect::<Vec<_>>().join(" "),
                row.bias.to_string(),
                number(row.false_declines),
                number(row.false_rises),
                row.holds.to_string(),
            ]
        })
        .collect();
    let columns = [
        "experiment",
        "world",
        "node",
        "runs",
        "covered_90",
        "covered_50",
        "ranks",
        "bias",
        "false_declines",
        "false_rises",
        "holds",
    ];
    context.csv(&columns, rows.iter().map(|row| row.iter().map(String::as_str)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bars_of_a_level_histogram_are_half_high() {
        assert_eq!(bars(&[0.25; 4]), "▄▄▄▄");
        assert_eq!(bars(&[0.0, 0.125, 0.375, 0.5]), "▁▂▆█");
    }
}
