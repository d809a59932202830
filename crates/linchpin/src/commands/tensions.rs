//! `linchpin tensions`: where sources contradict each other, or stand alone, or grow old.

use super::gaps::{newest, percent_points};
use super::statements::kind_name;
use crate::cells::{cell, text_cells};
use crate::context::Context;
use crate::error::Error;
use crate::heading::{Heading, heading};
use crate::names::{Names, study_error};
use crate::notes::entry;
use crate::render::table::{Edge, Table};
use crate::render::{NONE, footnotes, section, width, wrap};
use anstyle::Style;
use linchpin_study::Cited;
use linchpin_study::tensions::{Answer, Contradiction, How, Judgement, Tensions, answer};

/// The options of `tensions`.
#[derive(clap::Args)]
pub struct Args {
    #[arg(value_name = "TIE")]
    tie: Option<String>,
    #[arg(long, value_name = "YEARS", default_value_t = 2)]
    #[arg(allow_negative_numbers = true, value_parser = clap::value_parser!(i16).range(0..=200))]
    older_than: i16,
    #[arg(long)]
    all: bool,
    #[arg(long, value_name = "ID")]
    framework: Option<String>,
}

/// How many entries of each list are shown.
const SHOWN: usize = 10;

pub fn run(args: &Args, context: &Context<'_>) -> Result<(), Error> {
    let snapshot = context.snapshot()?;
    let setting = context.setting(args.framework.clone())?;
    let failed = |error| study_error(error, context.voice);
    let framework = setting.framework(&snapshot).map_err(failed)?;
    let question = Tensions { tie: args.tie.clone(), older_than: args.older_than, setting: setting.clone() };
    let found = answer(&question, &snapshot).map_err(failed)?;
    context.show(&found, csv, || {
        let names = Names::new(context.voice, &snapshot, framework, found.frame.as_of);
        let shown = if args.all { usize::MAX } else { SHOWN };
        Ok(text(&found, shown, &names, context))
    })
}

fn text(found: &Answer, shown: usize, names: &Names<'_>, context: &Context<'_>) -> String {
    let voice = context.voice;
    let ties: Vec<String> = found.ties.iter().map(|tie| names.entity(tie)).collect();
    let title = voice.fill("tensions-title", &[("ties", ties.join(", ").into())]);
    let mut text = heading(&Heading::new(title, &found.frame), names, context);
    let slots = [
        ("contradictions", found.contradictions.len().into()),
        ("single", found.single_source.len().into()),
        ("stale", found.stale.len().into()),
        ("years", i64::from(found.older_than).into()),
    ];
    text.push_str(&format!("\n{}\n", wrap(&voice.fill("tensions-lead", &slots), width(), "")));
    text.push_str(&section(&voice.say("tensions-contradictions")));
    text.push_str(&contradictions(&found.contradictions, shown, names, context));
    if !found.different_series.is_empty() {
        text.push_str(&section(&voice.say("tensions-series")));
        text.push_str(&contradictions(&found.different_series, shown, names, context));
    }
    text.push_str(&section(&voice.say("tensions-single")));
    text.push_str(&judgements(&found.single_source, shown, Last::Source, names, context));
    text.push_str(&section(&voice.fill("tensions-stale", &slots[3..])));
    text.push_str(&judgements(&found.stale, shown, Last::Newest, names, context));
    text.push('\n');
    text + &footnotes(&[voice.say("tensions-note")])
}

fn none_or_more(all: usize, shown: usize, context: &Context<'_>) -> String {
    let voice = context.voice;
    match all.saturating_sub(shown) {
        0 if all == 0 => format!("  {}\n", voice.say("tensions-none")),
        0 => String::new(),
        more => format!("  {}\n", voice.fill("tensions-more", &[("count", more.into())])),
    }
}

fn contradictions(found: &[Contradiction], shown: usize, names: &Names<'_>, context: &Context<'_>) -> String {
    let bold = Style::new().bold();
    let mut text = String::new();
    for one in found.iter().take(shown) {
        let head = wrap(&head(one, names, context), width(), "  ");
        text.push_str(&format!("{bold}{head}{bold:#}\n"));
        text.extend(one.statements.iter().map(|cited| entry(cited, "• ", "    ", names, context)));
    }
    text + &none_or_more(found.len(), shown, context)
}

/// Who, towards whom, on what, how they differ and how much it weighs.
fn head(one: &Contradiction, names: &Names<'_>, context: &Context<'_>) -> String {
    let voice = context.voice;
    let sides: Vec<String> =
        [&one.subject, &one.object].into_iter().flatten().map(|entity| names.entity(entity)).collect();
    let how = voice.say(match one.how {
        How::Level => "tensions-how-level",
        How::Value => "tensions-how-value",
        How::Series => "tensions-how-series",
        How::Sign => "tensions-how-sign",
        How::Denial => "tensions-how-denial",
        How::Evidence => "tensions-how-evidence",
    });
    let within = one.within_one_source.then(|| voice.say("tensions-within"));
    let weight = (one.weight > 0.0)
        .then(|| voice.fill("tensions-weight", &[("weight", percent_points(one.weight, context).into())]));
    let parts = [
        Some(sides.join(" → ")),
        Some(names.text(&one.about).to_string()),
        Some(kind_name(one.kind, context)),
        Some(how),
        within,
        weight,
    ];
    let parts = parts.into_iter().flatten().filter(|part| !part.is_empty());
    parts.collect::<Vec<_>>().join(" · ")
}

/// What the last column of a table of judgements says.
#[derive(Clone, Copy)]
enum Last {
    Source,
    Newest,
}

fn judgements(
    found: &[Judgement],
    shown: usize,
    last: Last,
    names: &Names<'_>,
    context: &Context<'_>,
) -> String {
    let voice = context.voice;
    if found.is_empty() {
        return none_or_more(0, shown, context);
    }
    let mut table = Table::new([
        (voice.say("column-judgement"), Edge::Wrapped),
        (voice.say("column-tie"), Edge::Left),
        (voice.say("column-weight"), Edge::Right),
        (voice.say("column-level"), Edge::Left),
        match last {
            Last::Source => (voice.say("column-source"), Edge::Left),
            Last::Newest => (voice.say("column-newest"), Edge::Left),
        },
    ]);
    for judgement in found.iter().take(shown) {
        let level = names.level(judgement.score.level.as_deref());
        table.row([
            names.node(&judgement.node),
            names.entity(&judgement.tie),
            percent_points(judgement.weight, context),
            if level.is_empty() { NONE.into() } else { level },
            match last {
                Last::Source => judgement.score.sources.first().map_or(String::new(), |id| id.to_string()),
                Last::Newest => newest(judgement.newest, judgement.years, context),
            },
        ]);
    }
    table.set(width(), "  ") + &none_or_more(found.len(), shown, context)
}

const COLUMNS: [&str; 21] = [
    "list",
    "number",
    "how",
    "within_one_source",
    "tie",
    "node",
    "weight",
    "kind",
    "subject",
    "object",
    "predicate",
    "statement",
    "valid",
    "speaker",
    "sources",
    "newest",
    "years",
    "level_de",
    "level_en",
    "text_de",
    "text_en",
];

/// One row for each statement of a contradiction, and one for each judgement.
fn csv(found: &Answer, context: &Context<'_>) -> Result<(), Error> {
    let mut rows: Vec<Vec<String>> = vec![];
    for (list, contradictions) in
        [("contradiction", &found.contradictions), ("different-series", &found.different_series)]
    {
        for (at, one) in contradictions.iter().enumerate() {
            rows.extend(one.statements.iter().map(|cited| statement_row(list, at + 1, one, cited)));
        }
    }
    for (list, judgements) in [("single-source", &found.single_source), ("stale", &found.stale)] {
        rows.extend(judgements.iter().enumerate().map(|(at, one)| judgement_row(list, at + 1, one)));
    }
    context.csv(&COLUMNS, rows)
}

fn statement_row(list: &str, number: usize, one: &Contradiction, cited: &Cited) -> Vec<String> {
    let [level_de, level_en] = text_cells(cited.level.as_ref());
    let mut sources: Vec<String> = vec![];
    for passage in &cited.evidence {
        let source = format!("{}{}", if passage.supports { "" } else { "-" }, passage.source);
        if !sources.contains(&source) {
            sources.push(source);
        }
    }
    vec![
        list.into(),
        number.to_string(),
        one.how.name().into(),
        one.within_one_source.to_string(),
        String::new(),
        String::new(),
        one.weight.to_string(),
        one.kind.into(),
        cell(one.subject.as_ref()),
        cell(one.object.as_ref()),
        one.predicate.clone(),
        cited.id.to_string(),
        cited.valid.clone(),
        cited.speaker.to_string(),
        sources.join(" "),
        String::new(),
        String::new(),
        level_de,
        level_en,
        cited.text.de.clone(),
        cited.text.en.clone(),
    ]
}

fn judgement_row(list: &str, number: usize, one: &Judgement) -> Vec<String> {
    let lead = [list.into(), number.to_string(), String::new(), String::new()];
    let what = [one.tie.to_string(), one.node.clone(), one.weight.to_string()];
    let sources: Vec<&str> = one.score.sources.iter().map(|id| id.as_str()).collect();
    let evidence = [sources.join(" "), cell(one.newest), cell(one.years)];
    let none = |count: usize| vec![String::new(); count];
    [lead.to_vec(), what.to_vec(), none(7), evidence.to_vec(), none(4)].concat()
}
