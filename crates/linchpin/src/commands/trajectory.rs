//! `linchpin trajectory`: how a score moved over the years.

use super::assess::{SCORE_COLUMNS, mean, score_row};
use crate::asked::earlier_date;
use crate::cells::cell;
use crate::cli::FewerDraws;
use crate::context::Context;
use crate::error::Error;
use crate::heading::{Heading, heading};
use crate::names::{Names, node_path, study_error};
use crate::render::table::{Edge, Table};
use crate::render::{SINGLE, date, footnotes, number, section, width, wrap};
use clap::ValueEnum;
use linchpin_study::assess::Shown;
use linchpin_study::trajectory::{Answer, Line, Point, Step, Trajectory, answer};

/// The options of `trajectory`.
#[derive(clap::Args)]
pub struct Args {
    #[arg(value_name = "TIE")]
    tie: String,
    #[arg(long, value_name = "DATE")]
    from: Option<String>,
    #[arg(long, value_name = "DATE", conflicts_with = "as_of")]
    to: Option<String>,
    #[arg(long, value_name = "NODE")]
    node: Option<String>,
    #[arg(long, value_name = "STEP", value_enum, default_value_t = StepName::Evidence)]
    step: StepName,
    #[arg(long, value_name = "ID")]
    framework: Option<String>,
    #[command(flatten)]
    draws: FewerDraws,
}

#[derive(ValueEnum, Clone, Copy)]
enum StepName {
    Evidence,
    Month,
    Quarter,
    Year,
}

impl From<StepName> for Step {
    fn from(name: StepName) -> Step {
        match name {
            StepName::Evidence => Step::Evidence,
            StepName::Month => Step::Month,
            StepName::Quarter => Step::Quarter,
            StepName::Year => Step::Year,
        }
    }
}

/// How many columns the scale from 0 to 1 takes, apart from its end.
const SCALE: usize = 24;

pub fn run(args: &Args, context: &Context<'_>) -> Result<(), Error> {
    let voice = context.voice;
    let snapshot = context.snapshot()?;
    let setting = args.draws.of(context.setting(args.framework.clone())?);
    let from = args.from.as_deref().map(|day| date::start_option("--from", day, voice)).transpose()?;
    let to = args.to.as_deref().map(|day| date::past_option("--to", day, voice)).transpose()?;
    let framework = setting.framework(&snapshot).map_err(|error| study_error(error, voice))?;
    let node = args.node.as_deref().map(|node| node_path(framework, node, voice)).transpose()?;
    let (tie, step) = (args.tie.clone(), args.step.into());
    let question = Trajectory { tie, node: node.clone(), from, to, step, setting: setting.clone() };
    let found = answer(&question, &snapshot).map_err(|error| earlier_date(error, voice))?;
    context.show(&found, csv, || {
        let names = Names::new(context.voice, &snapshot, framework, found.frame.as_of);
        Ok(text(&found, &drawn(&found, node.is_some()), &names, context))
    })
}

/// The lines of which every date is shown: all where a node is asked for, else the root; where that is never shown, the
/// criteria that are.
fn drawn(found: &Answer, asked: bool) -> Vec<&Line> {
    let ever = |line: &&Line| line.points.iter().any(|point| point.score.shown);
    match found.lines.first() {
        Some(root) if !asked && ever(&root) => vec![root],
        _ if asked => found.lines.iter().collect(),
        _ => found.lines.iter().filter(ever).collect(),
    }
}

/// An overview of all lines, and of some of them every date.
fn text(found: &Answer, drawn: &[&Line], names: &Names<'_>, context: &Context<'_>) -> String {
    let voice = context.voice;
    let first = found.lines.first().map_or(String::new(), |line| names.node(&line.node));
    let title = [
        ("tie", names.entity(&found.tie).into()),
        ("node", first.into()),
        ("from", date::day(found.from, voice).into()),
        ("to", date::day(found.to, voice).into()),
    ];
    let title = voice.fill("trajectory-title", &title);
    let mut text = heading(&Heading::new(title, &found.frame), names, context);
    text.push('\n');
    for line in &found.lines {
        text.push_str(&format!("{}\n", wrap(&summary(line, names, context), width(), "")));
    }
    for line in drawn {
        text.push_str(&section(&names.node(&line.node)));
        text.push_str(&points(line, names, context).set(width(), "  "));
    }
    text.push('\n');
    text + &footnotes(&notes(found, drawn, names, context))
}

/// In a sentence: on how many dates a score is shown, and from where to where it moved.
fn summary(line: &Line, names: &Names<'_>, context: &Context<'_>) -> String {
    let shown: Vec<&Point> = line.points.iter().filter(|point| point.score.shown).collect();
    let slots = [
        ("node", names.node(&line.node).into()),
        ("shown", shown.len().into()),
        ("dates", line.points.len().into()),
    ];
    let (Some(first), Some(last)) = (shown.first(), shown.last()) else {
        return context.voice.fill("trajectory-never", &slots);
    };
    let score = |point: &Point| {
        let slots = [
            ("date", date::day(point.date, context.voice).into()),
            ("level", names.level(point.score.level.as_deref()).into()),
            ("mean", context.score(point.score.score.mean).into()),
        ];
        context.voice.fill("trajectory-score", &slots)
    };
    if shown.len() == 1 {
        let slots = [&slots[..], &[("first", score(first).into())]].concat();
        return context.voice.fill("trajectory-once", &slots);
    }
    let (least, greatest) = extremes(shown.iter().map(|point| point.score.score.mean), context);
    let id = if least == greatest { "trajectory-stayed" } else { "trajectory-moved" };
    let more = [
        ("first", score(first).into()),
        ("last", score(last).into()),
        ("least", least.into()),
        ("greatest", greatest.into()),
    ];
    context.voice.fill(id, &[&slots[..], &more].concat())
}

/// The least and the greatest of some numbers between 0 and 1.
fn extremes(of: impl Iterator<Item = f64> + Clone, context: &Context<'_>) -> (String, String) {
    (context.score(of.clone().fold(1.0, f64::min)), context.score(of.fold(0.0, f64::max)))
}

/// Every date of a line; dates in a row that have too little evidence are one row.
fn points(line: &Line, names: &Names<'_>, context: &Context<'_>) -> Table {
    let voice = context.voice;
    let mut table = Table::new([
        (voice.say("column-date"), Edge::Left),
        (voice.say("column-level"), Edge::Left),
        (voice.say("column-mean"), Edge::Right),
        (number::whole_percent(90.0, context.lang()), Edge::Left),
        (voice.say("column-coverage"), Edge::Right),
        (scale(), Edge::Left),
    ]);
    for run in line.points.chunk_by(|a, b| !a.score.shown && !b.score.shown) {
        match run {
            [point] if point.score.shown => table.row([
                date::day(point.date, voice),
                names.level(point.score.level.as_deref()),
                mean(&point.score, context),
                number::interval(point.score.score.i90, context.lang()),
                context.score(point.score.coverage),
                bar(&point.score),
            ]),
            hidden => {
                let from = hidden.first().map_or(String::new(), |point| date::day(point.date, voice));
                table.remark(from, gap(hidden, context));
            }
        }
    }
    table
}

/// What is said of dates in a row that have too little evidence.
fn gap(hidden: &[Point], context: &Context<'_>) -> String {
    let last = hidden.last().map_or(String::new(), |point| date::day(point.date, context.voice));
    let (least, greatest) = extremes(hidden.iter().map(|point| point.score.coverage), context);
    let coverage = if least == greatest { least } else { format!("{least}–{greatest}") };
    let slots = [("dates", hidden.len().into()), ("last", last.into()), ("coverage", coverage.into())];
    context.voice.fill("trajectory-gap", &slots)
}

/// The head of the column of bars: 0, ½ and 1 where they lie.
fn scale() -> String {
    let half = " ".repeat(SCALE / 2 - 1);
    format!("0{half}½{half}1")
}

/// The 90 % interval as a line, the 50 % interval as a thick one, and the mean as a dot.
fn bar(shown: &Shown) -> String {
    let place = |value: f64| (value.clamp(0.0, 1.0) * SCALE as f64).round() as usize;
    let within = |[low, high]: [f64; 2], at: usize| place(low) <= at && at <= place(high);
    (0..=SCALE)
        .map(|at| match at {
            at if at == place(shown.score.mean) => '●',
            at if within(shown.score.i50, at) => '━',
            at if within(shown.score.i90, at) => '─',
            _ => '·',
        })
        .collect()
}

fn notes(found: &Answer, drawn: &[&Line], names: &Names<'_>, context: &Context<'_>) -> Vec<String> {
    let voice = context.voice;
    let mut notes = vec![];
    let mut shown = drawn.iter().flat_map(|line| &line.points).filter(|point| point.score.shown);
    if shown.clone().any(|point| point.score.single_source) {
        notes.push(format!("{SINGLE} {}", voice.say("note-single")));
    }
    if found.step == Step::Evidence.name() {
        notes.push(voice.say("trajectory-dates"));
    }
    if found.left_out > 0 {
        notes.push(voice.fill("trajectory-left-out", &[("count", found.left_out.into())]));
    }
    if shown.next().is_some() {
        notes.push(voice.say("trajectory-bars"));
    }
    let gate = names.framework.gate;
    let still = |point: &Point| point.score.shown && point.score.coverage < gate.coverage;
    if found.lines.iter().skip(1).flat_map(|line| &line.points).any(still) {
        let slots = [("band", number::score(gate.hysteresis, context.lang()).into())];
        notes.push(voice.fill("trajectory-band", &slots));
    }
    notes.push(voice.fill("note-given", &[("framework", found.frame.framework.as_str().into())]));
    notes
}

/// One row for each date and node.
fn csv(found: &Answer, context: &Context<'_>) -> Result<(), Error> {
    let mut columns = vec!["tie", "node", "date", "known_at"];
    columns.extend(SCORE_COLUMNS);
    let known = cell(found.frame.known_at);
    let row = |line: &Line, point: &Point| {
        let lead = [found.tie.to_string(), line.node.clone(), point.date.to_string(), known.clone()];
        lead.into_iter().chain(score_row(&point.score)).collect::<Vec<String>>()
    };
    let lines = found.lines.iter();
    let rows: Vec<Vec<String>> = lines
        .flat_map(|line| line.points.iter().map(move |point| (line, point)))
        .map(|(l, p)| row(l, p))
        .collect();
    context.csv(&columns, rows)
}
