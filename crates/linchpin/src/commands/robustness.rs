//! `linchpin robustness`: how much hangs on one source, coder or indicator.

use super::changes::{in_tree, score};
use crate::cells::cell;
use crate::cli::FewerDraws;
use crate::context::Context;
use crate::error::Error;
use crate::heading::{Heading, heading};
use crate::names::{Names, section as tie_section, study_error};
use crate::render::table::{Edge, Table};
use crate::render::{NONE, SINGLE, footnotes, likely, number, section, width, wrap};
use linchpin_study::retract::Outcome;
use linchpin_study::robustness::{
    Answer, FindingRobustness, LeftOut, NodeRobustness, Part, Reduced, Robustness, TieRobustness, answer,
};

/// The options of `robustness`.
#[derive(clap::Args)]
pub struct Args {
    #[arg(value_name = "TIE")]
    ties: Vec<String>,
    #[arg(long)]
    all: bool,
    #[arg(long, value_name = "ID")]
    framework: Option<String>,
    #[command(flatten)]
    draws: FewerDraws,
}

/// How many parts are listed.
const SHOWN: usize = 8;

pub fn run(args: &Args, context: &Context<'_>) -> Result<(), Error> {
    let snapshot = context.snapshot()?;
    let setting = args.draws.of(context.setting(args.framework.clone())?);
    let failed = |error| study_error(error, context.voice);
    let framework = setting.framework(&snapshot).map_err(failed)?;
    let question = Robustness { ties: args.ties.clone(), setting: setting.clone() };
    let found = answer(&question, &snapshot).map_err(failed)?;
    context.show(&found, csv, || {
        let names = Names::new(context.voice, &snapshot, framework, found.frame.as_of);
        Ok(text(&found, args.all, &names, context))
    })
}

fn text(found: &Answer, all: bool, names: &Names<'_>, context: &Context<'_>) -> String {
    let voice = context.voice;
    let title = voice.say("robustness-title");
    let mut text = heading(&Heading::new(title, &found.frame), names, context);
    text.push_str(&format!("\n{}\n", wrap(&left_out(found, context), width(), "")));
    text.push_str(&section(&voice.say("robustness-parts")));
    text.push_str(&parts(found, all, names, context));
    for tie in &found.ties {
        text.push_str(&tie_section(&tie.tie, names));
        text.push_str(&format!("{}\n", wrap(&lead(tie, context), width(), "  ")));
        if tie.nodes.iter().any(|node| node.all.shown) {
            text.push_str(&judgements(found, tie, names, context).set(width(), "  "));
        }
    }
    if !found.findings.is_empty() {
        text.push_str(&section(&voice.say("robustness-findings")));
        text.push_str(&format!("{}\n", wrap(&findings_lead(found, context), width(), "  ")));
        let listed = |finding: &&FindingRobustness| match all {
            true => finding.without.iter().any(|without| finding.all.becomes(without).is_lost()),
            false => finding.without.iter().any(|without| finding.all.becomes(without) == Outcome::Changes),
        };
        let listed: Vec<&FindingRobustness> = found.findings.iter().filter(listed).collect();
        if !listed.is_empty() {
            text.push_str(&findings(found, &listed, names, context).set(width(), "  "));
        }
    }
    text.push('\n');
    text + &footnotes(&notes(found, context))
}

fn notes(found: &Answer, context: &Context<'_>) -> Vec<String> {
    let voice = context.voice;
    let given = [("framework", found.frame.framework.as_str().into())];
    let mut notes = vec![voice.say("robustness-note"), voice.fill("note-given", &given)];
    if found.ties.iter().flat_map(|tie| &tie.nodes).any(|node| node.all.shown && node.all.single_source) {
        notes.insert(0, format!("{SINGLE} {}", voice.say("note-single")));
    }
    notes
}

/// How many sources, coders and indicators are left out in turn.
fn left_out(found: &Answer, context: &Context<'_>) -> String {
    let count = |by: Part| found.left_out.iter().filter(|part| part.by == by).count();
    let slots = [
        ("sources", count(Part::Source).into()),
        ("coders", count(Part::Coder).into()),
        ("indicators", count(Part::Indicator).into()),
    ];
    context.voice.fill("robustness-left-out", &slots)
}

/// What becomes of scores and conclusions without each part, those first on which most depends.
fn parts(found: &Answer, all: bool, names: &Names<'_>, context: &Context<'_>) -> String {
    let voice = context.voice;
    let counted = |at: usize| {
        let nodes = found.ties.iter().flat_map(|tie| &tie.nodes).map(|node| node.without[at].outcome);
        let findings = found.findings.iter().map(|finding| finding.all.becomes(&finding.without[at]));
        let count = |outcomes: Vec<Outcome>, outcome| outcomes.iter().filter(|o| **o == outcome).count();
        let [nodes, findings]: [Vec<Outcome>; 2] = [nodes.collect(), findings.collect()];
        [
            count(nodes.clone(), Outcome::Falls),
            count(nodes, Outcome::Changes),
            count(findings.clone(), Outcome::Changes),
            count(findings, Outcome::Falls),
        ]
    };
    let mut counts: Vec<(usize, [usize; 4])> =
        (0..found.left_out.len()).map(|at| (at, counted(at))).collect();
    counts.retain(|(_, counts)| counts.iter().any(|count| *count > 0));
    counts.sort_by_key(|(at, counts)| (std::cmp::Reverse(counts.iter().sum::<usize>()), *at));
    if counts.is_empty() {
        return format!("{}\n", wrap(&voice.say("robustness-nothing"), width(), "  "));
    }
    let mut table = Table::new([
        (voice.say("robustness-column-without"), Edge::Wrapped),
        (voice.say("robustness-column-falls"), Edge::Right),
        (voice.say("robustness-column-changes"), Edge::Right),
        (voice.say("robustness-column-turns"), Edge::Right),
        (voice.say("robustness-column-unanswered"), Edge::Right),
    ]);
    let listed = if all { counts.len() } else { SHOWN.min(counts.len()) };
    for (at, of) in &counts[..listed] {
        let of = of.map(|count| if count > 0 { count.to_string() } else { NONE.into() });
        table.row([&[part_name(&found.left_out[*at], names)][..], &of].concat());
    }
    let mut text = table.set(width(), "  ");
    if listed < counts.len() {
        let more = voice.fill("robustness-more", &[("count", (counts.len() - listed).into())]);
        text.push_str(&format!("{}\n", wrap(&more, width(), "  ")));
    }
    text
}

/// How many of the scores that are shown keep their level whatever is left out.
fn lead(tie: &TieRobustness, context: &Context<'_>) -> String {
    let shown = || tie.nodes.iter().filter(|node| node.all.shown);
    let firm = shown().filter(|node| !node.without.iter().any(|without| without.outcome.is_lost())).count();
    let keeps = |node: &&NodeRobustness| node.without.iter().all(|w| w.outcome != Outcome::Changes);
    let slots = [
        ("shown", shown().count().into()),
        ("firm", firm.into()),
        ("keeping", shown().filter(keeps).count().into()),
    ];
    context.voice.fill("robustness-lead", &slots)
}

fn findings_lead(found: &Answer, context: &Context<'_>) -> String {
    let answered = || found.findings.iter().filter(|finding| finding.all.leans().is_some());
    let turns = |finding: &&FindingRobustness| {
        finding.without.iter().any(|without| finding.all.becomes(without) == Outcome::Changes)
    };
    let slots = [
        ("findings", found.findings.len().into()),
        ("answered", answered().count().into()),
        ("turning", answered().filter(turns).count().into()),
    ];
    context.voice.fill("robustness-findings-lead", &slots)
}

/// Each score that is shown, without what it gets another level, and without what it is no longer shown.
fn judgements(found: &Answer, tie: &TieRobustness, names: &Names<'_>, context: &Context<'_>) -> Table {
    let voice = context.voice;
    let mut table = Table::new([
        (voice.say("column-criterion"), Edge::Wrapped),
        (voice.say("robustness-column-all"), Edge::Left),
        (voice.say("robustness-column-other-level"), Edge::Wrapped),
        (voice.say("robustness-column-not-shown"), Edge::Wrapped),
    ]);
    for node in tie.nodes.iter().filter(|node| node.all.shown) {
        let list = |outcome: Outcome| {
            let parts = node.without.iter().zip(&found.left_out);
            let told = parts.filter(|(without, _)| without.outcome == outcome);
            listed(told.map(|(without, part)| match without.mean {
                Some(_) if outcome == Outcome::Changes => {
                    format!("{}: {}", part.id, level_of(without, names, context))
                }
                _ => part.id.clone(),
            }))
        };
        table.row([
            in_tree(&node.node, 0, names),
            score(&node.all, names, context),
            list(Outcome::Changes),
            list(Outcome::Falls),
        ]);
    }
    table
}

/// Some conclusions, without what they turn, and without what they have no answer.
fn findings(found: &Answer, some: &[&FindingRobustness], names: &Names<'_>, context: &Context<'_>) -> Table {
    let voice = context.voice;
    let mut table = Table::new([
        (voice.say("robustness-column-finding"), Edge::Wrapped),
        (voice.say("robustness-column-p"), Edge::Right),
        (voice.say("robustness-column-turns-without"), Edge::Wrapped),
        (voice.say("robustness-column-no-answer"), Edge::Wrapped),
    ]);
    for finding in some {
        let list = |outcome: Outcome| {
            let parts = finding.without.iter().zip(&found.left_out);
            let told = parts.filter(|(without, _)| finding.all.becomes(without) == outcome);
            listed(told.map(|(without, part)| match without.probability {
                Some(p) => format!("{}: {}", part.id, likely::shown(p, voice)),
                None => part.id.clone(),
            }))
        };
        let odds = finding.all.probability.map_or(NONE.into(), |p| likely::shown(p, voice));
        let text = names.text(&finding.text).to_string();
        table.row([text, odds, list(Outcome::Changes), list(Outcome::Falls)]);
    }
    table
}

fn listed(parts: impl Iterator<Item = String>) -> String {
    let parts: Vec<String> = parts.collect();
    if parts.is_empty() { NONE.into() } else { parts.join(", ") }
}

fn part_name(part: &LeftOut, names: &Names<'_>) -> String {
    let indicator = || names.framework.indicator.iter().find(|it| it.id.as_str() == part.id);
    let name = match part.by {
        Part::Source => Some(names.citation(&part.id.as_str().into())),
        Part::Coder => None,
        Part::Indicator => indicator().map(|indicator| names.text(&indicator.name).to_string()),
    };
    name.map_or(part.id.clone(), |name| format!("{}: {name}", part.id))
}

fn level_of(reduced: &Reduced, names: &Names<'_>, context: &Context<'_>) -> String {
    let mean = reduced.mean.map_or(String::new(), |mean| number::score(mean, context.lang()));
    format!("{} {mean}", names.level(reduced.level.as_deref()))
}

const COLUMNS: [&str; 15] = [
    "left_out",
    "id",
    "of",
    "tie",
    "node",
    "finding",
    "as_of",
    "known_at",
    "outcome",
    "level",
    "level_without",
    "mean",
    "mean_without",
    "coverage",
    "coverage_without",
];

/// One row for each part that is left out and each node and conclusion. Means and levels of conclusions are probabilities and
/// verdicts.
fn csv(found: &Answer, context: &Context<'_>) -> Result<(), Error> {
    let lead = |part: &LeftOut| [part.by.name().to_string(), part.id.clone()];
    let dates = || [found.frame.as_of.to_string(), cell(found.frame.known_at)];
    let mut rows: Vec<Vec<String>> = vec![];
    for (at, part) in found.left_out.iter().enumerate() {
        for (tie, node) in found.ties.iter().flat_map(|tie| tie.nodes.iter().map(move |node| (tie, node))) {
            let (with, without) = (&node.all, &node.without[at]);
            let of = ["judgement".into(), tie.tie.to_string(), node.node.clone(), String::new()];
            let told = [
                without.outcome.name().to_string(),
                with.level.clone().unwrap_or_default(),
                without.level.clone().unwrap_or_default(),
                cell(with.shown.then_some(with.score.mean)),
                cell(without.mean),
                with.coverage.to_string(),
                without.coverage.to_string(),
            ];
            rows.push([&lead(part)[..], &of, &dates(), &told].concat());
        }
        for finding in &found.findings {
            let (with, without) = (&finding.all, &finding.without[at]);
            let of = ["conclusion".into(), String::new(), String::new(), finding.id.to_string()];
            let told = [
                with.becomes(without).name().to_string(),
                with.verdict.to_string(),
                without.verdict.to_string(),
                cell(with.probability),
                cell(without.probability),
                String::new(),
                String::new(),
            ];
            rows.push([&lead(part)[..], &of, &dates(), &told].concat());
        }
    }
    context.csv(&COLUMNS, rows)
}
