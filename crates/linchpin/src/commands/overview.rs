//! `linchpin overview`: what the study holds, and what stands out.

use super::assess::{SCORE_COLUMNS, direction, explanations, must_be_earlier, score_row, table};
use super::statements::kind_name;
use crate::cells::cell;
use crate::context::Context;
use crate::error::Error;
use crate::heading::{Heading, heading};
use crate::i18n::Slot;
use crate::names::{Names, section as tie_section, study_error};
use crate::render::table::{Edge, Table};
use crate::render::{columns, date, footnotes, number, section, width, wrap};
use linchpin_model::Date;
use linchpin_study::assess::{NodeScore, Shown};
use linchpin_study::overview::{
    Answer, Doubt, Holdings, OfSource, Other, Outlook, Overview, Standout, answer,
};

/// The options of `overview`.
#[derive(clap::Args)]
pub struct Args {
    #[arg(long, value_name = "DATE")]
    since: Option<String>,
    #[arg(long, value_name = "ID")]
    framework: Option<String>,
}

pub fn run(args: &Args, context: &Context<'_>) -> Result<(), Error> {
    let snapshot = context.snapshot()?;
    let since = args.since.as_deref().map(|day| date::option("--since", day, context.voice)).transpose()?;
    let setting = context.setting(args.framework.clone())?;
    let failed = |error| study_error(error, context.voice);
    let framework = setting.framework(&snapshot).map_err(failed)?;
    let found =
        answer(&Overview { ties: vec![], since, setting: setting.clone() }, &snapshot).map_err(failed)?;
    must_be_earlier(since, found.frame.as_of, context)?;
    context.show(&found, csv, || {
        let names = Names::new(context.voice, &snapshot, framework, found.frame.as_of);
        Ok(text(&found, &names, context))
    })
}

fn text(found: &Answer, names: &Names<'_>, context: &Context<'_>) -> String {
    let voice = context.voice;
    let title = voice.fill("overview-title", &[("name", names.text(&names.snapshot.settings().name).into())]);
    let mut text =
        heading(&Heading { since: found.since, ..Heading::new(title, &found.frame) }, names, context);
    text.push('\n');
    for tie in &found.ties {
        text.push_str(&format!("{}\n", wrap(&lead(tie, found.since, names, context), width(), "")));
    }
    for tie in &found.ties {
        text.push_str(&tie_section(&tie.scores.tie, names));
        text.push_str(&table(&tie.scores, found.since, names, context).set(width(), "  "));
        text.push_str(&standing_out(tie, names, context));
    }
    text.push_str(&others(&found.others, names, context));
    text.push_str(&section(&voice.say("overview-holdings")));
    text.push_str(&holdings(&found.holdings, names, context));
    let nodes = || found.ties.iter().flat_map(|tie| &tie.scores.nodes);
    let mut notes = explanations(nodes, found.since, &found.frame, context);
    if found.ties.iter().any(|tie| tie.last_shown.is_some()) {
        notes.push(voice.say("overview-note-last-shown"));
    }
    format!("{text}\n{}", footnotes(&notes))
}

/// An alliance in one sentence: its level, or that there is too little evidence for one.
fn lead(tie: &Outlook, since: Option<Date>, names: &Names<'_>, context: &Context<'_>) -> String {
    let voice = context.voice;
    let name = names.entity(&tie.scores.tie);
    let Some(root) = tie.scores.nodes.first() else { return name };
    let said = |id: &str, shown: &Shown, more: &[Slot<'_>]| {
        let slots = [("tie", name.as_str().into()), ("score", score(shown, names, context).into())];
        voice.fill(id, &[&slots[..], more].concat())
    };
    let change = root.change.as_ref().filter(|change| change.shown).zip(since);
    match (&tie.last_shown, change) {
        (_, Some((change, since))) => {
            let since = ("since", date::day(since, voice).into());
            said("overview-lead-change", &root.now, &[since, ("change", direction(change, context).into())])
        }
        _ if root.now.shown => said("overview-lead", &root.now, &[]),
        (Some(past), _) => {
            said("overview-lead-past", &past.score, &[("date", date::day(past.as_of, voice).into())])
        }
        (None, _) => voice.fill("overview-lead-none", &[("tie", name.as_str().into())]),
    }
}

/// A score in a sentence: `high, 0.72 (90% 0.61–0.81)`.
fn score(shown: &Shown, names: &Names<'_>, context: &Context<'_>) -> String {
    let slots = [
        ("level", names.level(shown.level.as_deref()).into()),
        ("mean", context.score(shown.score.mean).into()),
        ("i90", number::interval(shown.score.i90, context.lang()).into()),
    ];
    context.voice.fill("overview-score", &slots)
}

/// What lifts a score the most, what lowers it the most, and what speaks against relying on it.
fn standing_out(tie: &Outlook, names: &Names<'_>, context: &Context<'_>) -> String {
    let voice = context.voice;
    let standout = |standout: &Standout| {
        let slots = [
            ("node", names.node(&standout.node).into()),
            ("score", score(&standout.score, names, context).into()),
            ("weight", context.percent(standout.weight).into()),
        ];
        voice.fill("overview-standout", &slots)
    };
    let lines = [
        ("overview-strength", tie.strength.as_ref().map(standout)),
        ("overview-weakness", tie.weakness.as_ref().map(standout)),
        ("overview-doubt", tie.doubt.as_ref().map(|d| doubt(d, names, context))),
    ];
    let lines: Vec<(String, String)> =
        lines.into_iter().filter_map(|(id, line)| Some((voice.say(id), line?))).collect();
    let labels = lines.iter().map(|(label, _)| columns(label)).max().unwrap_or_default();
    let line = |(label, line): &(String, String)| {
        let hanging = " ".repeat(2 + labels + 2);
        let wrapped = wrap(line, width(), &hanging);
        let space = " ".repeat(labels - columns(label));
        format!("  {label}{space}  {}\n", wrapped.get(hanging.len()..).unwrap_or_default())
    };
    lines.iter().map(line).collect()
}

fn doubt(doubt: &Doubt, names: &Names<'_>, context: &Context<'_>) -> String {
    let voice = context.voice;
    match doubt {
        Doubt::Hidden { criteria } => {
            let hidden: Vec<String> = criteria.iter().map(|path| names.node(path)).collect();
            let slots = [("criteria", hidden.join(", ").into()), ("count", hidden.len().into())];
            voice.fill("overview-doubt-hidden", &slots)
        }
        Doubt::SingleSource { source } => {
            voice.fill("overview-doubt-single", &[("source", names.citation(source).into())])
        }
        Doubt::Thin { criterion, coverage, missing, leaves } => {
            let slots = [
                ("criterion", names.node(criterion).into()),
                ("coverage", context.score(*coverage).into()),
                ("missing", (*missing).into()),
                ("leaves", (*leaves).into()),
            ];
            voice.fill("overview-doubt-thin", &slots)
        }
    }
}

/// The alliances that are not assessed, with how much is said of them.
fn others(others: &[Other], names: &Names<'_>, context: &Context<'_>) -> String {
    if others.is_empty() {
        return String::new();
    }
    let voice = context.voice;
    let one = |other: &Other| {
        let slots = [("tie", names.entity(&other.tie).into()), ("count", other.statements.into())];
        voice.fill("overview-other", &slots)
    };
    let (known, silent): (Vec<&Other>, Vec<&Other>) = others.iter().partition(|other| other.statements > 0);
    let known: Vec<String> = known.into_iter().map(one).collect();
    let silent: Vec<String> = silent.into_iter().map(|other| names.entity(&other.tie)).collect();
    let mut text = section(&voice.say("overview-others"));
    for (id, list) in [("overview-others-known", known), ("overview-others-silent", silent)] {
        if !list.is_empty() {
            let line = voice.fill(id, &[("ties", list.join(", ").into())]);
            text.push_str(&format!("{}\n", wrap(&line, width(), "  ")));
        }
    }
    text
}

/// How many statements there are, of which kind, from which sources.
fn holdings(holdings: &Holdings, names: &Names<'_>, context: &Context<'_>) -> String {
    let voice = context.voice;
    let count = |count: usize| context.count(count);
    let slots =
        [("statements", count(holdings.statements).into()), ("sources", holdings.by_source.len().into())];
    let mut line = voice.fill("overview-counts", &slots);
    if let Some([from, to]) = holdings.period {
        let years = [("from", from.year().to_string().into()), ("to", to.year().to_string().into())];
        line.push_str(&voice.fill("overview-period", &years));
    }
    if holdings.contradicted > 0 {
        let slots = [("count", holdings.contradicted.into())];
        line.push_str(&format!(" {}", voice.fill("overview-contradicted", &slots)));
    }
    let mut kinds = Table::new([
        (voice.say("column-kind"), Edge::Left),
        (voice.say("overview-column-statements"), Edge::Right),
    ]);
    for kind in &holdings.by_kind {
        kinds.row([kind_name(kind.kind, context), count(kind.statements)]);
    }
    let mut sources = Table::new([
        (voice.say("column-source"), Edge::Wrapped),
        (voice.say("overview-column-issued"), Edge::Left),
        (voice.say("overview-column-statements"), Edge::Right),
    ]);
    for source in &holdings.by_source {
        let issued = date::day(source.known, voice);
        sources.row([names.bibliography(&source.source), issued, count(source.statements)]);
    }
    let [kinds, sources] = [kinds, sources].map(|table| table.set(width(), "  "));
    format!("{}\n\n{kinds}\n{sources}", wrap(&line, width(), "  "))
}

/// A row for each score that the text tells of, for each other alliance, kind of statement and source.
fn csv(found: &Answer, context: &Context<'_>) -> Result<(), Error> {
    let mut head = vec!["row", "tie", "item", "as_of", "statements"];
    head.extend(SCORE_COLUMNS);
    head.extend(["direction", "probability", "difference"]);
    let row = |kind: &str, tie: &str, item: &str, as_of: Option<Date>| {
        let as_of = cell(as_of);
        vec![kind.to_string(), tie.to_string(), item.to_string(), as_of]
    };
    let scored = |lead: Vec<String>, shown: &Shown, node: Option<&NodeScore>| {
        let change = node.and_then(|node| node.change.as_ref());
        let change = change
            .map(|c| [c.direction.to_string(), c.probability.to_string(), c.mean.to_string()])
            .unwrap_or_default();
        [lead, vec![String::new()], score_row(shown).to_vec(), change.to_vec()].concat()
    };
    let now = Some(found.frame.as_of);
    let mut rows: Vec<Vec<String>> = vec![];
    for tie in &found.ties {
        let id = tie.scores.tie.as_str();
        for (at, node) in tie.scores.nodes.iter().enumerate() {
            let kind = if at == 0 { "total" } else { "criterion" };
            rows.push(scored(row(kind, id, &node.node, now), &node.now, Some(node)));
        }
        for (kind, standout) in [("strength", &tie.strength), ("weakness", &tie.weakness)] {
            rows.extend(standout.iter().map(|s| scored(row(kind, id, &s.node, now), &s.score, None)));
        }
        let root = tie.scores.nodes.first().map_or("", |root| root.node.as_str());
        let past = tie.last_shown.iter();
        rows.extend(past.map(|p| scored(row("last_shown", id, root, Some(p.as_of)), &p.score, None)));
    }
    let counted = |lead: Vec<String>, statements: usize| {
        [lead, vec![statements.to_string()], vec![String::new(); SCORE_COLUMNS.len() + 3]].concat()
    };
    let holdings = &found.holdings;
    rows.extend(found.others.iter().map(|o| counted(row("other", o.tie.as_str(), "", None), o.statements)));
    rows.extend(holdings.by_kind.iter().map(|k| counted(row("kind", "", k.kind, None), k.statements)));
    let source = |s: &OfSource| counted(row("source", "", s.source.as_str(), Some(s.known)), s.statements);
    rows.extend(holdings.by_source.iter().map(source));
    context.csv(&head, rows)
}
