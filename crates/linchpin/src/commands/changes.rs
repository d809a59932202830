//! `linchpin changes`: what moved since a date, and which statements are new.

mod causes;

use super::assess::{brief_score, direction, likelihood, mean, on_matched_panel};
use crate::asked::earlier_date;
use crate::cells::cell;
use crate::context::Context;
use crate::error::Error;
use crate::heading::{Heading, heading};
use crate::names::{Names, node_path, study_error};
use crate::notes::entry;
use crate::render::table::{Edge, Table};
use crate::render::{NONE, SINGLE, date, footnotes, likely, number, section, width, wrap};
use anstyle::Style;
use linchpin_assess::THRESHOLD;
use linchpin_study::Cited;
use linchpin_study::assess::{Change, NodeScore, Shown};
use linchpin_study::changes::{Answer, Changes, NewOnLeaf, answer};
use std::collections::BTreeSet;

/// The options of `changes`.
#[derive(clap::Args)]
pub struct Args {
    #[arg(value_name = "TIE")]
    tie: String,
    #[arg(long, value_name = "DATE")]
    from: Option<String>,
    #[arg(long, value_name = "NODE")]
    node: Option<String>,
    #[arg(long)]
    as_known_then: bool,
    #[arg(long, value_name = "ID")]
    framework_then: Option<String>,
    #[arg(long)]
    all: bool,
    #[arg(long, value_name = "ID")]
    framework: Option<String>,
}

/// How many of the indicators that moved are listed.
const LEAVES_SHOWN: usize = 8;
/// How many new statements of an indicator are listed.
const STATEMENTS_SHOWN: usize = 2;
/// The least probability at which a direction is named.
const NAMED_FROM: f64 = 0.55;

pub fn run(args: &Args, context: &Context<'_>) -> Result<(), Error> {
    let snapshot = context.snapshot()?;
    let from = args.from.as_deref().map(|day| date::option("--from", day, context.voice)).transpose()?;
    let setting = context.setting(args.framework.clone())?;
    let framework = setting.framework(&snapshot).map_err(|error| study_error(error, context.voice))?;
    let node = args.node.as_deref().map(|node| node_path(framework, node, context.voice)).transpose()?;
    let question = Changes {
        tie: args.tie.clone(),
        from,
        node,
        as_known_then: args.as_known_then,
        framework_then: args.framework_then.clone(),
        setting: setting.clone(),
    };
    let found = answer(&question, &snapshot).map_err(|error| earlier_date(error, context.voice))?;
    context.show(&found, csv, || {
        let names = Names::new(context.voice, &snapshot, framework, found.frame.as_of);
        Ok(text(&found, args, &names, context))
    })
}

fn text(found: &Answer, args: &Args, names: &Names<'_>, context: &Context<'_>) -> String {
    let (voice, all) = (context.voice, args.all);
    let what = match is_root(&found.node, names) {
        true => names.entity(&found.tie),
        false => format!("{}, {}", names.entity(&found.tie), names.node(&found.node)),
    };
    let title = [("what", what.into()), ("from", date::day(found.from, voice).into())];
    let title = voice.fill("changes-title", &title);
    let heading_of = Heading { since: Some(found.from), ..Heading::new(title, &found.frame) };
    let mut text = heading(&heading_of, names, context);
    text.push('\n');
    for sentence in headline(found, names, context) {
        text.push_str(&format!("{}\n", wrap(&sentence, width(), "")));
    }
    text.push_str(&section(&voice.say("changes-scores")));
    text.push_str(&scores(found, names, context).set(width(), "  "));
    if !found.leaves.is_empty() {
        text.push_str(&section(&voice.say("changes-indicators")));
        text.push_str(&indicators(found, all, names, context));
    }
    if !found.causes.is_empty() {
        text.push_str(&section(&voice.say("changes-causes")));
        text.push_str(&causes::text(found, args.as_known_then, names, context));
    }
    text.push_str(&section(&voice.say("changes-new")));
    text.push_str(&news(found, all, names, context));
    text.push('\n');
    text + &footnotes(&notes(found, context))
}

/// What moved and what did not, and how many statements are new. What cannot be compared is named only as far as the
/// nodes directly below the one asked about.
fn headline(found: &Answer, names: &Names<'_>, context: &Context<'_>) -> Vec<String> {
    let voice = context.voice;
    let mut groups: [(&str, Vec<String>); 5] = [
        ("changes-rose", vec![]),
        ("changes-fell", vec![]),
        ("changes-same", vec![]),
        ("changes-open", vec![]),
        ("changes-hidden", vec![]),
    ];
    for node in &found.nodes {
        let change = node.change.as_ref().filter(|change| change.shown);
        if change.is_none() && !is_foremost(node, found, names) {
            continue;
        }
        let group = change.map_or(4, |change| match change.direction {
            _ if change.probability < NAMED_FROM => 3,
            "up" => 0,
            "down" => 1,
            _ => 2,
        });
        let name = names.node(&node.node);
        groups[group].1.push(change.map_or(name.clone(), |change| moved(&name, change, found, context)));
    }
    let threshold = number::score(THRESHOLD, context.lang());
    let mut sentences: Vec<String> = vec![];
    for (id, nodes) in groups {
        let what = nodes.join(", ");
        let slots = [("what", what.into()), ("threshold", threshold.clone().into())];
        if !nodes.is_empty() {
            sentences.push(voice.fill(id, &slots));
        }
    }
    let statements: BTreeSet<_> =
        found.new.iter().flat_map(|leaf| leaf.statements.iter().map(|cited| &cited.id)).collect();
    let slots = [("statements", statements.len().into()), ("leaves", found.new.len().into())];
    sentences.push(voice.fill("changes-news", &slots));
    sentences
}

/// Whether a node is the one asked about or stands directly below it.
fn is_foremost(node: &NodeScore, found: &Answer, names: &Names<'_>) -> bool {
    // the paths of the criteria do not name the root
    let below = if is_root(&found.node, names) { 0 } else { depth(&found.node) + 1 };
    node.node == found.node || depth(&node.node) == below
}

fn is_root(path: &str, names: &Names<'_>) -> bool {
    names.framework.root().is_some_and(|root| root.id.as_str() == path)
}

/// The name of a node, indented by how deep it stands below a depth.
pub fn in_tree(path: &str, above: usize, names: &Names<'_>) -> String {
    // no-break spaces, for wrapping drops others
    format!("{}{}", "\u{a0}\u{a0}".repeat(depth(path) - above), names.node(path))
}

fn depth(path: &str) -> usize {
    path.matches('/').count()
}

/// A node with its change and how sure that is.
fn moved(name: &str, change: &Change, found: &Answer, context: &Context<'_>) -> String {
    let word = likely::word(change.probability, found.frame.draws, context.voice);
    let probability = likelihood(change.probability, context);
    let sure = word.map_or(probability.clone(), |word| format!("{word}, {probability}"));
    format!("{name} {} ({sure})", number::difference(change.mean, context.lang()))
}

/// Each node on both dates, those below another indented.
fn scores(found: &Answer, names: &Names<'_>, context: &Context<'_>) -> Table {
    let mut table = table("column-criterion", found, context);
    for node in &found.nodes {
        table.row(cells(node, &in_tree(&node.node, depth(&found.node), names), names, context));
        let change = node.change.as_ref().filter(|change| change.shown && is_foremost(node, found, names));
        if let Some(remark) = change.and_then(|change| on_matched_panel(change, context)) {
            table.remark(String::new(), remark);
        }
    }
    table
}

fn table(first: &str, found: &Answer, context: &Context<'_>) -> Table {
    Table::new([
        (context.voice.say(first), Edge::Wrapped),
        (date::day(found.from, context.voice), Edge::Left),
        (date::day(found.frame.as_of, context.voice), Edge::Left),
        (context.voice.say("column-change"), Edge::Left),
    ])
}

fn cells(node: &NodeScore, name: &str, names: &Names<'_>, context: &Context<'_>) -> [String; 4] {
    let change = node.change.as_ref().filter(|change| change.shown);
    [
        name.to_string(),
        node.before.as_ref().map_or(NONE.into(), |before| score(before, names, context)),
        score(&node.now, names, context),
        change.map_or(NONE.into(), |change| direction(change, context)),
    ]
}

/// Level and mean, or that there is too little evidence.
pub fn score(shown: &Shown, names: &Names<'_>, context: &Context<'_>) -> String {
    match shown.shown {
        true => format!("{} {}", names.level(shown.level.as_deref()), mean(shown, context).trim_end()),
        false => context.voice.say("changes-too-little"),
    }
}

/// The indicators that moved most, and those that have evidence on one date only.
fn indicators(found: &Answer, all: bool, names: &Names<'_>, context: &Context<'_>) -> String {
    let voice = context.voice;
    let change = |leaf: &&NodeScore| leaf.change.as_ref().is_some_and(|change| change.shown);
    let most = if all { usize::MAX } else { LEAVES_SHOWN };
    let far =
        |leaf: &&NodeScore| all || leaf.change.as_ref().is_some_and(|change| change.mean.abs() > THRESHOLD);
    let shown: Vec<&NodeScore> = found.leaves.iter().filter(change).filter(far).collect();
    let mut text = String::new();
    if shown.is_empty() {
        let slots = [("threshold", number::score(THRESHOLD, context.lang()).into())];
        text.push_str(&format!("{}\n", wrap(&voice.fill("changes-none-moved", &slots), width(), "  ")));
    } else {
        let mut table = table("column-indicator", found, context);
        for leaf in shown.iter().take(most) {
            table.row(cells(leaf, &names.node(&leaf.node), names, context));
        }
        text.push_str(&table.set(width(), "  "));
    }
    let more = shown.len().saturating_sub(most);
    if more > 0 {
        text.push_str(&format!("  {}\n", voice.fill("changes-more-moved", &[("count", more.into())])));
    }
    let only = |now: bool| {
        let leaves = found.leaves.iter().filter(|leaf| !leaf.change.as_ref().is_some_and(|c| c.shown));
        let those: Vec<String> =
            leaves.filter(|leaf| leaf.now.shown == now).map(|leaf| names.node(&leaf.node)).collect();
        those.join(", ")
    };
    for (id, which) in [("changes-gained", only(true)), ("changes-lost", only(false))] {
        if !which.is_empty() {
            let slots = [("which", which.into())];
            text.push_str(&format!("{}\n", wrap(&voice.fill(id, &slots), width(), "  ")));
        }
    }
    text
}

/// The new statements by the indicator that they carry.
fn news(found: &Answer, all: bool, names: &Names<'_>, context: &Context<'_>) -> String {
    let voice = context.voice;
    let mut text = String::new();
    for leaf in &found.new {
        text.push_str(&new_on(leaf, all, names, context));
    }
    if found.new.is_empty() {
        text.push_str(&format!("{}\n", wrap(&voice.say("changes-nothing-new"), width(), "  ")));
    }
    if found.elsewhere.is_empty() {
        return text;
    }
    let slots = [("count", found.elsewhere.len().into()), ("all", all.to_string().into())];
    text.push_str(&format!("\n{}\n", wrap(&voice.fill("changes-elsewhere", &slots), width(), "  ")));
    if all {
        text.push_str(&entries(found.elsewhere.iter(), names, context));
    }
    text
}

fn new_on(leaf: &NewOnLeaf, all: bool, names: &Names<'_>, context: &Context<'_>) -> String {
    let bold = Style::new().bold();
    let shown = if all { usize::MAX } else { STATEMENTS_SHOWN };
    let slots = [("leaf", names.node(&leaf.leaf).into()), ("share", context.percent(leaf.share).into())];
    let head = wrap(&context.voice.fill("changes-carry", &slots), width(), "  ");
    let mut text = format!("{bold}{head}{bold:#}\n");
    text.push_str(&entries(leaf.statements.iter().take(shown), names, context));
    let more = leaf.statements.len().saturating_sub(shown);
    if more > 0 {
        text.push_str(&format!("    {}\n", context.voice.fill("changes-more", &[("count", more.into())])));
    }
    text
}

fn entries<'c>(cited: impl Iterator<Item = &'c Cited>, names: &Names<'_>, context: &Context<'_>) -> String {
    cited.map(|cited| entry(cited, "• ", "    ", names, context)).collect()
}

fn notes(found: &Answer, context: &Context<'_>) -> Vec<String> {
    let voice = context.voice;
    let mut notes = vec![];
    let single = |shown: &Shown| shown.shown && shown.single_source;
    let scores = || found.nodes.iter().chain(&found.leaves);
    if scores().any(|node| single(&node.now) || node.before.as_ref().is_some_and(single)) {
        notes.push(format!("{SINGLE} {}", voice.say("note-single")));
    }
    let threshold = number::score(THRESHOLD, context.lang());
    notes.push(voice.fill("changes-note", &[("threshold", threshold.into())]));
    notes.push(voice.fill("note-given", &[("framework", found.frame.framework.as_str().into())]));
    notes
}

const COLUMNS: [&str; 26] = [
    "tie",
    "node",
    "from",
    "as_of",
    "known_at",
    "from_shown",
    "from_level",
    "from_mean",
    "from_coverage",
    "shown",
    "level",
    "mean",
    "coverage",
    "change_shown",
    "direction",
    "probability",
    "difference",
    "p_greater",
    "p_tied",
    "p_less",
    "effective_leaves",
    "by_time",
    "by_new_facts",
    "by_revised_data",
    "by_method",
    "new_statements",
];

/// One row for each node and indicator.
fn csv(found: &Answer, context: &Context<'_>) -> Result<(), Error> {
    let rows: Vec<Vec<String>> =
        found.nodes.iter().chain(&found.leaves).map(|node| row(found, node)).collect();
    context.csv(&COLUMNS, rows)
}

fn row(found: &Answer, node: &NodeScore) -> Vec<String> {
    let mut row = vec![found.tie.to_string(), node.node.clone()];
    row.extend([found.from, found.frame.as_of].map(|day| day.to_string()));
    row.push(cell(found.frame.known_at));
    row.extend(node.before.as_ref().map_or_else(Default::default, brief_score));
    row.extend(brief_score(&node.now));
    row.extend(node.change.as_ref().map_or_else(Default::default, |change| {
        [
            change.shown.to_string(),
            change.direction.to_string(),
            change.probability.to_string(),
            change.mean.to_string(),
            change.all.greater.to_string(),
            change.all.tied.to_string(),
            change.all.less.to_string(),
            change.effective_leaves.to_string(),
        ]
    }));
    let of_node = found.causes.iter().find(|of| of.node == node.node);
    row.extend(["time", "new-facts", "revised-data", "method"].map(|why| {
        let group = of_node.map(|of| causes::group(of, why)).filter(|group| !group.is_empty());
        cell(group.map(|group| group.iter().map(|cause| cause.value).sum::<f64>()))
    }));
    let new = found.new.iter().filter(|leaf| leaf.leaf == node.node).flat_map(|leaf| &leaf.statements);
    row.push(new.map(|cited| cited.id.as_str()).collect::<Vec<_>>().join(" "));
    row
}
