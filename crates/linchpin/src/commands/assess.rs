//! `linchpin assess`: how resilient the alliances are, and what changed.

use crate::cells::cell;
use crate::context::Context;
use crate::error::Error;
use crate::heading::{Heading, heading};
use crate::names::{Names, study_error};
use crate::render::table::{Edge, Table};
use crate::render::{NONE, SINGLE, date, footnotes, number, width};
use anstyle::Style;
use linchpin_model::Date;
use linchpin_study::Frame;
use linchpin_study::assess::{Answer, Assess, Change, NodeScore, Shown, TieScores, answer};

/// The options of `assess`.
#[derive(clap::Args)]
pub struct Args {
    #[arg(value_name = "TIE")]
    ties: Vec<String>,
    #[arg(long, value_name = "DATE")]
    since: Option<String>,
    #[arg(long, value_name = "ID")]
    framework: Option<String>,
}

/// How many of the indicators without evidence are named.
const MISSING_SHOWN: usize = 3;

pub fn run(args: &Args, context: &Context<'_>) -> Result<(), Error> {
    let snapshot = context.snapshot()?;
    let since = args.since.as_deref().map(|day| date::option("--since", day, context.voice)).transpose()?;
    let setting = context.setting(args.framework.clone())?;
    let failed = |error| study_error(error, context.voice);
    let framework = setting.framework(&snapshot).map_err(failed)?;
    let question = Assess { ties: args.ties.clone(), since, setting: setting.clone() };
    let found = answer(&question, &snapshot).map_err(failed)?;
    must_be_earlier(since, found.frame.as_of, context)?;
    context.show(&found, csv, || {
        let names = Names::new(context.voice, &snapshot, framework, found.frame.as_of);
        Ok(text(&found, &names, context))
    })
}

/// Refuses a date to measure changes from that is not before the date of the assessment.
pub fn must_be_earlier(since: Option<Date>, as_of: Date, context: &Context<'_>) -> Result<(), Error> {
    let Some(since) = since.filter(|since| *since >= as_of) else { return Ok(()) };
    let slots = [
        ("since", date::day(since, context.voice).into()),
        ("as-of", date::day(as_of, context.voice).into()),
    ];
    Err(Error::usage(context.voice.fill("since-too-late", &slots)))
}

fn text(found: &Answer, names: &Names<'_>, context: &Context<'_>) -> String {
    let voice = context.voice;
    let bold = Style::new().bold();
    let root = names.framework.root().map_or("", |root| root.id.as_str());
    let title = voice.fill("assess-title", &[("name", names.node(root).into())]);
    let mut text =
        heading(&Heading { since: found.since, ..Heading::new(title, &found.frame) }, names, context);
    for tie in &found.ties {
        let name = names.entity(&tie.tie);
        text.push_str(&format!("\n{bold}{name}{bold:#}  {}\n", tie.tie));
        text.push_str(&table(tie, found.since, names, context).set(width(), "  "));
    }
    let nodes = || found.ties.iter().flat_map(|tie| &tie.nodes);
    format!("{text}\n{}", footnotes(&explanations(nodes, found.since, &found.frame, context)))
}

/// The root and its criteria in a table.
pub fn table(tie: &TieScores, since: Option<Date>, names: &Names<'_>, context: &Context<'_>) -> Table {
    let voice = context.voice;
    let percent = |p: f64| number::whole_percent(p, context.lang());
    let mut heads = vec![
        (voice.say("column-criterion"), Edge::Left),
        (voice.say("column-level"), Edge::Left),
        (voice.say("column-mean"), Edge::Right),
        (percent(50.0), Edge::Left),
        (percent(90.0), Edge::Left),
        (voice.say("column-coverage"), Edge::Right),
    ];
    if since.is_some() {
        heads.push((voice.say("column-before"), Edge::Right));
        heads.push((voice.say("column-change"), Edge::Left));
    }
    let mut table = Table::new(heads);
    for node in &tie.nodes {
        let name = names.node(&node.node);
        if !node.now.shown {
            let why = why_hidden(&node.now, names, context);
            table.remark(name, why + &earlier(node, since, names, context));
            continue;
        }
        let mut cells = vec![name, names.level(node.now.level.as_deref())];
        cells.extend(score_cells(&node.now, context));
        if since.is_some() {
            cells.push(node.before.as_ref().filter(|s| s.shown).map_or(NONE.into(), |s| mean(s, context)));
            cells.push(
                node.change.as_ref().filter(|c| c.shown).map_or(NONE.into(), |c| direction(c, context)),
            );
        }
        table.row(cells);
        let change = node.change.as_ref().filter(|change| change.shown);
        if let Some(remark) = change.and_then(|change| on_matched_panel(change, context)) {
            table.remark(String::new(), remark);
        }
    }
    table
}

/// The change over only those indicators that both dates know (METHOD 27).
pub fn on_matched_panel(change: &Change, context: &Context<'_>) -> Option<String> {
    let matched = change.matched?;
    let (likeliest, probability) = [("up", matched.greater), ("same", matched.tied), ("down", matched.less)]
        .into_iter()
        .max_by(|a, b| a.1.total_cmp(&b.1))?;
    let slots = [
        ("leaves", number::fixed(change.effective_leaves, 1, context.lang()).into()),
        ("arrow", arrow(likeliest).into()),
        ("probability", likelihood(probability, context).into()),
    ];
    Some(context.voice.fill("assess-matched", &slots))
}

/// Mean, both intervals and coverage.
pub fn score_cells(shown: &Shown, context: &Context<'_>) -> [String; 4] {
    let interval = |bounds| number::interval(bounds, context.lang());
    [
        mean(shown, context),
        interval(shown.score.i50),
        interval(shown.score.i90),
        context.score(shown.coverage),
    ]
}

/// The mean, marked where one source carries it.
pub fn mean(shown: &Shown, context: &Context<'_>) -> String {
    format!("{}{}", context.score(shown.score.mean), if shown.single_source { SINGLE } else { " " })
}

/// The likeliest direction of a change, its mean and its probability: `↓ −0.04 (71%)`.
pub fn direction(change: &Change, context: &Context<'_>) -> String {
    let difference = number::difference(change.mean, context.lang());
    format!("{} {difference} ({})", arrow(change.direction), likelihood(change.probability, context))
}

/// A probability in percent; draws never make anything impossible or certain (METHOD 28).
pub fn likelihood(probability: f64, context: &Context<'_>) -> String {
    context.percent(probability.clamp(0.01, 0.99))
}

fn arrow(direction: &str) -> &'static str {
    match direction {
        "up" => "↑",
        "down" => "↓",
        _ => "→",
    }
}

/// The score at the earlier date, where only that is shown.
fn earlier(node: &NodeScore, since: Option<Date>, names: &Names<'_>, context: &Context<'_>) -> String {
    let (Some(before), Some(since)) = (node.before.as_ref().filter(|before| before.shown), since) else {
        return String::new();
    };
    let slots = [
        ("since", date::day(since, context.voice).into()),
        ("level", names.level(before.level.as_deref()).into()),
        ("mean", mean(before, context).trim_end().to_string().into()),
        ("i90", number::interval(before.score.i90, context.lang()).into()),
    ];
    format!("; {}", context.voice.fill("assess-earlier", &slots))
}

/// Why a score is not shown.
pub fn why_hidden(shown: &Shown, names: &Names<'_>, context: &Context<'_>) -> String {
    if !shown.applies {
        context.voice.say("not-applicable")
    } else if shown.hidden.is_empty() {
        too_little(shown, names, context)
    } else {
        no_total(shown, shown.hidden.iter().map(|path| names.node(path)), context)
    }
}

fn too_little(shown: &Shown, names: &Names<'_>, context: &Context<'_>) -> String {
    let voice = context.voice;
    let coverage = context.score(shown.coverage);
    let needed = context.score(shown.needed);
    let few: Vec<String> = shown.missing.iter().take(MISSING_SHOWN).map(|path| names.node(path)).collect();
    let more = shown.missing.len() - few.len();
    if few.is_empty() {
        return voice.fill("too-little", &[("coverage", coverage.into()), ("needed", needed.into())]);
    }
    let slots = [
        ("coverage", coverage.into()),
        ("needed", needed.into()),
        ("missing", few.join(", ").into()),
        ("more", more.into()),
    ];
    voice.fill("too-little-missing", &slots)
}

/// Why the root is not shown: it needs all of its criteria.
fn no_total(root: &Shown, hidden: impl Iterator<Item = String>, context: &Context<'_>) -> String {
    let coverage = context.score(root.coverage);
    let hidden: Vec<String> = hidden.collect();
    let slots = [
        ("coverage", coverage.into()),
        ("missing", hidden.join(", ").into()),
        ("count", hidden.len().into()),
    ];
    context.voice.fill("too-little-total", &slots)
}

/// What the columns of [`table`] and its marks mean.
pub fn explanations<'s, N: Iterator<Item = &'s NodeScore>>(
    nodes: impl Fn() -> N,
    since: Option<Date>,
    frame: &Frame,
    context: &Context<'_>,
) -> Vec<String> {
    let voice = context.voice;
    let mut notes = vec![];
    let single = |shown: &Shown| shown.shown && shown.single_source;
    if nodes().any(|n| single(&n.now) || n.before.as_ref().is_some_and(single)) {
        notes.push(format!("{SINGLE} {}", voice.say("note-single")));
    }
    if let Some(since) = since {
        let slots = [
            ("since", date::day(since, voice).into()),
            ("threshold", number::score(linchpin_assess::THRESHOLD, context.lang()).into()),
        ];
        notes.push(voice.fill("note-change", &slots));
        if nodes().any(|n| n.now.shown && !n.change.as_ref().is_some_and(|c| c.shown)) {
            notes.push(format!("{NONE} {}", voice.say("note-not-shown")));
        }
    }
    notes.push(voice.say("note-intervals"));
    notes.push(voice.fill("note-given", &[("framework", frame.framework.as_str().into())]));
    notes
}

const COLUMNS: [&str; 29] = [
    "tie",
    "node",
    "as_of",
    "known_at",
    "shown",
    "level",
    "mean",
    "q25",
    "q75",
    "q05",
    "q95",
    "coverage",
    "leaves_known",
    "leaves",
    "sources",
    "single_source",
    "missing",
    "since",
    "since_shown",
    "since_mean",
    "since_coverage",
    "change_shown",
    "direction",
    "probability",
    "difference",
    "p_greater",
    "p_tied",
    "p_less",
    "effective_leaves",
];

fn csv(found: &Answer, context: &Context<'_>) -> Result<(), Error> {
    let rows = found.ties.iter().flat_map(|tie| tie.nodes.iter().map(|node| row(found, tie, node)));
    let rows: Vec<Vec<String>> = rows.collect();
    context.csv(&COLUMNS, rows)
}

fn row(found: &Answer, tie: &TieScores, node: &NodeScore) -> Vec<String> {
    let frame = &found.frame;
    let mut row = vec![tie.tie.to_string(), node.node.clone(), frame.as_of.to_string()];
    row.push(cell(frame.known_at));
    row.extend(score_row(&node.now));
    row.push(cell(found.since));
    let before = node.before.as_ref();
    row.push(cell(before.map(|b| b.shown)));
    row.push(cell(before.map(|b| b.score.mean)));
    row.push(cell(before.map(|b| b.coverage)));
    let change = node.change.as_ref();
    row.push(cell(change.map(|c| c.shown)));
    row.push(cell(change.map(|c| c.direction)));
    let number = |of: fn(&Change) -> f64| cell(change.map(of));
    row.extend([
        number(|c| c.probability),
        number(|c| c.mean),
        number(|c| c.all.greater),
        number(|c| c.all.tied),
        number(|c| c.all.less),
        number(|c| c.effective_leaves),
    ]);
    row
}

/// The columns of [`SCORE_COLUMNS`].
pub fn score_row(shown: &Shown) -> [String; 13] {
    let s = &shown.score;
    [
        shown.shown.to_string(),
        shown.level.clone().unwrap_or_default(),
        s.mean.to_string(),
        s.i50[0].to_string(),
        s.i50[1].to_string(),
        s.i90[0].to_string(),
        s.i90[1].to_string(),
        shown.coverage.to_string(),
        shown.leaves_known.to_string(),
        shown.leaves.to_string(),
        shown.sources.iter().map(|s| s.as_str()).collect::<Vec<_>>().join(" "),
        shown.single_source.to_string(),
        shown.missing.join(" "),
    ]
}

/// Whether a score is shown, its level, mean and coverage, for a CSV table that has several in a row.
pub fn brief_score(shown: &Shown) -> [String; 4] {
    let level = shown.level.clone().unwrap_or_default();
    [shown.shown.to_string(), level, shown.score.mean.to_string(), shown.coverage.to_string()]
}

/// The columns of a score in a CSV table.
pub const SCORE_COLUMNS: [&str; 13] = {
    let mut columns = [""; 13];
    let mut at = 0;
    while at < columns.len() {
        columns[at] = COLUMNS[at + 4];
        at += 1;
    }
    columns
};
