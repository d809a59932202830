//! `linchpin compare`: which of two is greater, and how sure that is.

use super::assess::{SCORE_COLUMNS, score_cells, score_row, why_hidden};
use crate::cells::cell;
use crate::context::Context;
use crate::error::Error;
use crate::heading::{Heading, heading};
use crate::names::{Names, node_path, study_error};
use crate::render::table::{Edge, Table};
use crate::render::{NONE, SINGLE, date, footnotes, likely, number, width, wrap};
use linchpin_model::text::Lang;
use linchpin_study::assess::Probabilities;
use linchpin_study::compare::{Answer, Compare, Compared, Side, answer};

/// The options of `compare`.
#[derive(clap::Args)]
pub struct Args {
    #[arg(value_name = "SIDE")]
    first: String,
    #[arg(value_name = "SIDE")]
    second: String,
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
    let (first, second) = (side(&args.first, context)?, side(&args.second, context)?);
    let question = Compare { first, second, node, setting: setting.clone() };
    let found = answer(&question, &snapshot).map_err(failed)?;
    if (&found.first.tie, found.first.as_of) == (&found.second.tie, found.second.as_of) {
        let error = Error::usage(context.voice.say("compare-same"));
        return Err(error.with(context.voice.say("compare-same-remedy")));
    }
    context.show(&found, csv, || {
        let names = Names::new(context.voice, &snapshot, framework, found.frame.as_of);
        Ok(text(&found, &names, context))
    })
}

/// An alliance, and after `@` its date of validity.
fn side(text: &str, context: &Context<'_>) -> Result<Side, Error> {
    match text.split_once('@') {
        None => Ok(Side { tie: text.into(), as_of: None }),
        Some((tie, day)) => {
            let place = format!("{tie}@");
            let as_of = Some(date::past_option(&place, day, context.voice)?);
            Ok(Side { tie: tie.into(), as_of })
        }
    }
}

fn text(found: &Answer, names: &Names<'_>, context: &Context<'_>) -> String {
    let voice = context.voice;
    let (first, second) =
        (label(found, &found.first, names, context), label(found, &found.second, names, context));
    let title = [
        ("node", names.node(&found.node).into()),
        ("first", first.as_str().into()),
        ("second", second.as_str().into()),
    ];
    let mut title = voice.fill("compare-title", &title);
    if only_dates_differ(found) {
        title = format!("{}, {title}", names.entity(&found.first.tie));
    }
    let dates = [Some(found.first.as_of), Some(found.second.as_of).filter(|day| *day != found.first.as_of)];
    let mut text = heading(&Heading { dates, ..Heading::new(title, &found.frame) }, names, context);
    text.push('\n');
    text.push_str(&scores(found, [&first, &second], names, context).set(width(), ""));
    text.push('\n');
    let mut notes = vec![];
    let both_shown = found.first.score.shown && found.second.score.shown;
    if both_shown {
        let against = [("first", first.as_str().into()), ("second", second.as_str().into())];
        text.push_str(&format!("{}\n", voice.fill("compare-against", &against)));
        text.push_str(&probabilities(found.first_is, found, context).set(width(), "  "));
        let slots = [("difference", number::difference(found.difference, context.lang()).into())];
        text.push_str(&format!("\n{}\n", voice.fill("compare-difference", &slots)));
    } else {
        text.push_str(&wrap(&voice.say("compare-too-little"), width(), ""));
        text.push('\n');
    }
    let matched = on_matched_panel(found, context);
    if both_shown || matched.is_some() {
        notes.push(voice.fill("note-common-draws", &[("framework", found.frame.framework.as_str().into())]));
        notes.push(voice.say(if context.lang() == Lang::De { "note-words-own" } else { "note-words-icd" }));
    }
    text.push_str(&matched.unwrap_or_default());
    if [&found.first, &found.second].iter().any(|side| side.score.shown && side.score.single_source) {
        notes.insert(0, format!("{SINGLE} {}", voice.say("note-single")));
    }
    text + &footnotes(&notes)
}

/// How a side is called: by what tells it from the other.
fn label(found: &Answer, side: &Compared, names: &Names<'_>, context: &Context<'_>) -> String {
    let (name, day) = (names.entity(&side.tie), date::day(side.as_of, context.voice));
    if only_dates_differ(found) {
        day
    } else if found.first.as_of == found.second.as_of {
        name
    } else {
        context.voice.fill("compare-side", &[("tie", name.into()), ("date", day.into())])
    }
}

fn only_dates_differ(found: &Answer) -> bool {
    found.first.tie == found.second.tie
}

fn scores(found: &Answer, labels: [&String; 2], names: &Names<'_>, context: &Context<'_>) -> Table {
    let voice = context.voice;
    let percent = |p: f64| number::whole_percent(p, context.lang());
    let mut table = Table::new([
        (names.node(&found.node), Edge::Left),
        (voice.say("column-level"), Edge::Left),
        (voice.say("column-mean"), Edge::Right),
        (percent(50.0), Edge::Left),
        (percent(90.0), Edge::Left),
        (voice.say("column-coverage"), Edge::Right),
    ]);
    for (side, label) in [&found.first, &found.second].into_iter().zip(labels) {
        if side.score.shown {
            let cells = [label.clone(), names.level(side.score.level.as_deref())];
            table.row(cells.into_iter().chain(score_cells(&side.score, context)));
        } else {
            table.remark(label, why_hidden(&side.score, names, context));
        }
    }
    table
}

/// How the sides compare on the indicators that both know; none for a single indicator, which is its own panel.
fn on_matched_panel(found: &Answer, context: &Context<'_>) -> Option<String> {
    let matched = found.matched.filter(|_| found.first.score.leaves > 1)?;
    let leaves = number::fixed(found.effective_leaves, 1, context.lang());
    let title = context.voice.fill("compare-matched", &[("leaves", leaves.into())]);
    let table = probabilities(matched, found, context).set(width(), "  ");
    Some(format!("\n{}\n{table}", wrap(&title, width(), "")))
}

fn probabilities(p: Probabilities, found: &Answer, context: &Context<'_>) -> Table {
    let voice = context.voice;
    let threshold = context.score(found.threshold);
    let mut table = Table::new([
        (voice.say("column-proposition"), Edge::Left),
        (voice.say("column-probability"), Edge::Right),
        (voice.say("column-in-words"), Edge::Left),
    ]);
    for (id, p) in [("compare-greater", p.greater), ("compare-tied", p.tied), ("compare-less", p.less)] {
        let slots = [("threshold", threshold.as_str().into())];
        let word = likely::word(p, found.frame.draws, voice).unwrap_or_else(|| NONE.into());
        table.row([voice.fill(id, &slots), likely::shown(p, voice), word]);
    }
    table
}

fn csv(found: &Answer, context: &Context<'_>) -> Result<(), Error> {
    let mut columns = vec!["side", "tie", "node", "as_of", "known_at"];
    columns.extend(SCORE_COLUMNS);
    columns.extend(["p_greater", "p_tied", "p_less", "difference", "threshold"]);
    columns.extend(["matched_p_greater", "matched_p_tied", "matched_p_less", "effective_leaves"]);
    let p = found.first_is;
    let matched = |of: fn(Probabilities) -> f64| found.matched.map(of);
    let row = |name: &str,
               side: &Compared,
               [greater, less]: [f64; 2],
               difference: f64,
               matched: [Option<f64>; 3]| {
        let mut row =
            vec![name.to_string(), side.tie.to_string(), found.node.clone(), side.as_of.to_string()];
        row.push(cell(found.frame.known_at));
        row.extend(score_row(&side.score));
        row.extend([greater, p.tied, less, difference, found.threshold].map(|n| n.to_string()));
        row.extend(matched.map(cell));
        row.push(found.effective_leaves.to_string());
        row
    };
    let on_panel @ [greater, tied, less] = [matched(|p| p.greater), matched(|p| p.tied), matched(|p| p.less)];
    let rows = [
        row("first", &found.first, [p.greater, p.less], found.difference, on_panel),
        row("second", &found.second, [p.less, p.greater], -found.difference, [less, tied, greater]),
    ];
    context.csv(&columns, rows)
}
