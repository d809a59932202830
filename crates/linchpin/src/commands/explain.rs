//! `linchpin explain`: why a score is what it is, down to statements and sources.

use super::assess::{SCORE_COLUMNS, score_cells, score_row, why_hidden};
use super::statements::kind_name;
use crate::cells::{cell, text_cells};
use crate::context::Context;
use crate::error::Error;
use crate::heading::{Heading, heading};
use crate::names::{Names, node_path, study_error};
use crate::render::table::{Edge, Table};
use crate::render::{NONE, SINGLE, columns, date, footnotes, hanging, number, section, width, wrap};
use anstyle::Style;
use linchpin_study::explain::{Answer, Branch, Explain, Used, answer};

/// The options of `explain`.
#[derive(clap::Args)]
pub struct Args {
    #[arg(value_name = "TIE")]
    tie: String,
    #[arg(long, value_name = "NODE")]
    node: Option<String>,
    #[arg(long, value_name = "ID")]
    framework: Option<String>,
}

pub fn run(args: &Args, context: &Context<'_>) -> Result<(), Error> {
    let snapshot = context.snapshot()?;
    let setting = context.setting(args.framework.clone())?;
    let failed = |error| study_error(error, context.voice);
    let framework = setting.framework(&snapshot).map_err(failed)?;
    let node = args.node.as_deref().map(|node| node_path(framework, node, context.voice)).transpose()?;
    let question = Explain { tie: args.tie.clone(), node, setting: setting.clone() };
    let found = answer(&question, &snapshot).map_err(failed)?;
    context.show(&found, csv, || {
        let names = Names::new(context.voice, &snapshot, framework, found.frame.as_of);
        Ok(text(&found, &names, context))
    })
}

fn text(found: &Answer, names: &Names<'_>, context: &Context<'_>) -> String {
    let voice = context.voice;
    let title = [("tie", names.entity(&found.tie).into()), ("node", names.text(&found.node.name).into())];
    let mut text = heading(&Heading::new(voice.fill("explain-title", &title), &found.frame), names, context);
    text.push('\n');
    branch(&found.node, 0, true, names, context, &mut text);
    if !found.sources.is_empty() {
        contributions(found, names, context, &mut text);
    }
    text.push('\n');
    let mut notes = vec![voice.say("note-explain")];
    if any_single(&found.node) {
        notes.insert(0, format!("{SINGLE} {}", voice.say("note-single")));
    }
    notes.push(voice.fill("note-given", &[("framework", found.frame.framework.as_str().into())]));
    text + &footnotes(&notes)
}

/// What each source and each kind of statement contributes.
fn contributions(found: &Answer, names: &Names<'_>, context: &Context<'_>, text: &mut String) {
    let voice = context.voice;
    text.push_str(&section(&voice.say("explain-sources")));
    text.push_str(&sources(found, context).set(width(), "  "));
    for contribution in &found.sources {
        let line = format!("{}: {}", contribution.source, names.bibliography(&contribution.source));
        text.push_str(&format!("{}\n", hanging(&line, "  ", "    ")));
    }
    text.push_str(&section(&voice.say("explain-kinds")));
    let mut kinds =
        Table::new([(voice.say("column-kind"), Edge::Left), (voice.say("column-share"), Edge::Right)]);
    for kind in &found.by_kind {
        kinds.row([kind_name(kind.kind, context), context.percent(kind.share)]);
    }
    text.push_str(&kinds.set(width(), "  "));
}

fn any_single(branch: &Branch) -> bool {
    (branch.score.shown && branch.score.single_source) || branch.children.iter().any(any_single)
}

/// A node or indicator with its score, and everything below it.
fn branch(
    at: &Branch,
    depth: usize,
    first: bool,
    names: &Names<'_>,
    context: &Context<'_>,
    text: &mut String,
) {
    let (bold, quiet) = (Style::new().bold(), Style::new().dimmed());
    let indent = "  ".repeat(depth);
    let inner = format!("{indent}  ");
    let name = names.text(&at.name);
    let head = if at.children.is_empty() { name.to_string() } else { format!("{bold}{name}{bold:#}") };
    let id = at.path.rsplit('/').next().unwrap_or(&at.path);
    text.push_str(&format!("{indent}{head}  {quiet}{id}{quiet:#}\n"));
    text.push_str(&format!("{}\n", hanging(&numbers(at, first, names, context), &inner, &inner)));
    for rule in &at.rules {
        let slots = [("takes", rule.takes.as_str().into())];
        let line = hanging(&context.voice.fill("explain-reads", &slots), &inner, &format!("{inner}  "));
        text.push_str(&format!("{quiet}{line}{quiet:#}\n"));
        if first {
            let slots = [("because", names.text(&rule.because).into())];
            let line = hanging(&context.voice.fill("explain-because", &slots), &inner, &format!("{inner}  "));
            text.push_str(&format!("{quiet}{line}{quiet:#}\n"));
        }
    }
    for used in &at.statements {
        statement(used, &inner, names, context, text);
    }
    for child in &at.children {
        branch(child, depth + 1, false, names, context, text);
    }
}

/// The line of numbers of a node or indicator.
fn numbers(at: &Branch, first: bool, names: &Names<'_>, context: &Context<'_>) -> String {
    let voice = context.voice;
    let mut parts = vec![];
    if at.score.shown {
        let [mean, i50, i90, coverage] = score_cells(&at.score, context);
        parts.push(names.level(at.score.level.as_deref()));
        parts.push(mean.trim_end().to_string());
        parts.push(voice.fill("explain-intervals", &[("i50", i50.into()), ("i90", i90.into())]));
        parts.push(voice.fill("explain-coverage", &[("coverage", coverage.into())]));
    } else if at.children.is_empty() && at.score.applies {
        let id = if at.statements.is_empty() { "explain-no-evidence" } else { "explain-too-uncertain" };
        parts.push(voice.say(id));
    } else {
        parts.push(why_hidden(&at.score, names, context));
    }
    if !first {
        parts.push(voice.fill("explain-weight", &[("weight", context.percent(at.weight).into())]));
    }
    parts.join(" · ")
}

fn statement(used: &Used, indent: &str, names: &Names<'_>, context: &Context<'_>, text: &mut String) {
    let quiet = Style::new().dimmed();
    let share = format!("{:>5}  ", context.percent(used.share));
    let inner = format!("{indent}{}", " ".repeat(columns(&share)));
    let said = hanging(&format!("{share}{}", used.text.get(context.lang())), indent, &inner);
    let valid = date::edtf_text(&used.valid, context.voice);
    let level = used.level.as_ref().map(|level| format!("→ {}", level.get(context.lang())));
    let place: Vec<String> = [
        Some(used.id.to_string()),
        level,
        Some(valid),
        Some(names.entity(&used.speaker)),
        Some(names.passage(&used.source, &used.locator)),
    ]
    .into_iter()
    .flatten()
    .collect();
    let place = wrap(&place.join(" · "), width(), &inner);
    text.push_str(&format!("{said}\n{quiet}{place}{quiet:#}\n"));
}

fn sources(found: &Answer, context: &Context<'_>) -> Table {
    let voice = context.voice;
    let mut table = Table::new([
        (voice.say("column-source"), Edge::Left),
        (voice.say("column-share"), Edge::Right),
        (voice.say("column-mean-without"), Edge::Right),
        (voice.say("column-difference"), Edge::Right),
        (voice.say("column-coverage-without"), Edge::Right),
    ]);
    for c in &found.sources {
        // what the gate hides of the score, it hides here as well
        let mean = c.mean_without.filter(|_| found.node.score.shown);
        let difference = mean.map(|mean| mean - found.node.score.score.mean);
        table.row([
            c.source.to_string(),
            context.percent(c.share),
            mean.map_or(NONE.into(), |mean| context.score(mean)),
            difference.map_or(NONE.into(), |d| number::difference(d, context.lang())),
            context.score(c.coverage_without),
        ]);
    }
    table
}

/// One row for each statement of each indicator, and one for each indicator without any.
fn csv(found: &Answer, context: &Context<'_>) -> Result<(), Error> {
    let mut columns = vec!["tie", "node", "as_of", "known_at", "weight"];
    columns.extend(SCORE_COLUMNS);
    columns.extend([
        "statement",
        "kind",
        "valid",
        "speaker",
        "source",
        "locator",
        "share",
        "level_de",
        "level_en",
        "text_de",
        "text_en",
    ]);
    let mut rows: Vec<Vec<String>> = vec![];
    let mut open = vec![&found.node];
    while let Some(at) = open.pop() {
        open.extend(at.children.iter().rev());
        let mut lead = vec![found.tie.to_string(), at.path.clone(), found.frame.as_of.to_string()];
        lead.push(cell(found.frame.known_at));
        lead.push(at.weight.to_string());
        lead.extend(score_row(&at.score));
        if at.statements.is_empty() {
            rows.push([lead.clone(), vec![String::new(); 11]].concat());
        }
        for used in &at.statements {
            let [level_de, level_en] = text_cells(used.level.as_ref());
            let cells = [
                used.id.to_string(),
                used.kind.to_string(),
                used.valid.clone(),
                used.speaker.to_string(),
                used.source.to_string(),
                used.locator.clone(),
                used.share.to_string(),
                level_de,
                level_en,
                used.text.de.clone(),
                used.text.en.clone(),
            ];
            rows.push([lead.clone(), cells.to_vec()].concat());
        }
    }
    context.csv(&columns, rows)
}
