//! `linchpin verify`: do the conclusions that the sources draw follow from what was coded?

use crate::asked::finding;
use crate::cells::cell;
use crate::cli::FewerDraws;
use crate::context::Context;
use crate::error::Error;
use crate::heading::{Heading, heading};
use crate::names::{Names, study_error};
use crate::render::table::{Edge, Table};
use crate::render::{NONE, date, footnotes, likely, width, wrap};
use anstyle::Style;
use linchpin_model::finding::{Asked, Point};
use linchpin_model::text::Lang;
use linchpin_study::verify::{Answer, BORNE_OUT, Proposition, Verdict, Verified, Verify, answer};

/// The options of `verify`.
#[derive(clap::Args)]
pub struct Args {
    #[arg(value_name = "FINDING")]
    finding: Option<String>,
    #[arg(long, value_name = "ID")]
    framework: Option<String>,
    #[command(flatten)]
    draws: FewerDraws,
}

/// The verdicts, from the best to the worst, each with its message.
const VERDICTS: [(&str, &str); 5] = [
    ("borne-out", "verify-borne-out"),
    ("leaning-for", "verify-leaning-for"),
    ("leaning-against", "verify-leaning-against"),
    ("contradicted", "verify-contradicted"),
    ("too-little-evidence", "verify-too-little"),
];

pub fn run(args: &Args, context: &Context<'_>) -> Result<(), Error> {
    let snapshot = context.snapshot()?;
    let setting = args.draws.of(context.setting(args.framework.clone())?);
    let failed = |error| study_error(error, context.voice);
    let framework = setting.framework(&snapshot).map_err(failed)?;
    let question = Verify { finding: finding(&args.finding, &snapshot, context)?, setting: setting.clone() };
    let found = answer(&question, &snapshot).map_err(failed)?;
    context.show(&found, csv, || {
        let names = Names::new(context.voice, &snapshot, framework, found.frame.as_of);
        Ok(text(&found, &names, context))
    })
}

fn text(found: &Answer, names: &Names<'_>, context: &Context<'_>) -> String {
    let voice = context.voice;
    let mut text = heading(&Heading::undated(voice.say("verify-title"), &found.frame), names, context);
    if found.findings.is_empty() {
        return text + &format!("\n{}\n", wrap(&voice.say("verify-none"), width(), ""));
    }
    text.push_str(&format!("\n{}\n", summary(found, context).set(width(), "")));
    for (verdict, message) in VERDICTS {
        let of_this = |finding: &&Verified| finding.all.verdict == verdict;
        let findings: Vec<&Verified> = found.findings.iter().filter(of_this).collect();
        if findings.is_empty() {
            continue;
        }
        let bold = Style::new().bold();
        text.push_str(&format!("{bold}{}{bold:#}\n", voice.say(message)));
        for finding in findings {
            text.push_str(&one(finding, found.frame.draws, names, context));
        }
        text.push('\n');
    }
    let bound =
        [("bound", context.percent(BORNE_OUT).into()), ("other", context.percent(1.0 - BORNE_OUT).into())];
    let given = [("framework", found.frame.framework.as_str().into())];
    let words = if context.lang() == Lang::De { "note-words-own" } else { "note-words-icd" };
    text + &footnotes(&[
        voice.fill("verify-note", &bound),
        voice.fill("note-given", &given),
        voice.say(words),
    ])
}

/// How many findings have which verdict, with and without judgements.
fn summary(found: &Answer, context: &Context<'_>) -> Table {
    let voice = context.voice;
    let mut table = Table::new([
        (voice.say("verify-verdict"), Edge::Left),
        (voice.say("verify-findings"), Edge::Right),
        (voice.say("verify-without"), Edge::Right),
    ]);
    for (verdict, message) in VERDICTS {
        let count = |of: fn(&Verified) -> &Verdict| {
            found.findings.iter().filter(|finding| of(finding).verdict == verdict).count().to_string()
        };
        table.row([voice.say(message), count(|f| &f.all), count(|f| &f.without_judgements)]);
    }
    table
}

fn one(finding: &Verified, draws: u64, names: &Names<'_>, context: &Context<'_>) -> String {
    let voice = context.voice;
    let quiet = Style::new().dimmed();
    let said = wrap(names.text(&finding.text), width(), "  ");
    let odds = [
        ("p", probability(&finding.all, draws, context).into()),
        ("without", probability(&finding.without_judgements, draws, context).into()),
    ];
    let asked = format!(
        "{}: {}",
        proposition(&finding.proposition, names, context),
        voice.fill("verify-odds", &odds)
    );
    let place = format!("{} · {}", finding.id, names.passage(&finding.source, &finding.locator));
    let [asked, place] = [asked, place].map(|line| wrap(&line, width(), "    "));
    format!("{said}\n{asked}\n{quiet}{place}{quiet:#}\n")
}

/// The probability in figures and, where one fits, in words.
fn probability(verdict: &Verdict, draws: u64, context: &Context<'_>) -> String {
    let Some(p) = verdict.probability else { return context.voice.say("verify-unknown") };
    let shown = likely::shown(p, context.voice);
    likely::word(p, draws, context.voice).map_or(shown.clone(), |word| format!("{word} ({shown})"))
}

fn proposition(asked: &Proposition, names: &Names<'_>, context: &Context<'_>) -> String {
    let of = point(&asked.of, names, context);
    let (message, slot) = match (&asked.at_least, &asked.at_most, &asked.exceeds) {
        (Some(bound), ..) => ("verify-at-least", names.text(&bound.name).to_string()),
        (_, Some(bound), _) => ("verify-at-most", names.text(&bound.name).to_string()),
        (_, _, Some(other)) => ("verify-exceeds", point(other, names, context)),
        _ => ("verify-at-least", NONE.to_string()),
    };
    context.voice.fill(message, &[("of", of.into()), ("bound", slot.into())])
}

/// What a point asks for, in words: “Support · US–Japan · 10 May 2021”.
fn point(point: &Point, names: &Names<'_>, context: &Context<'_>) -> String {
    let words = names.snapshot.vocabulary();
    let (about, who) = match point.asked() {
        Some(Asked::Node(tie, node)) => (names.node(node), names.entity(tie)),
        Some(Asked::Issue(subject, object, issue)) => {
            let name = words.issues.get(issue).map_or(issue.as_str(), |issue| names.text(&issue.name));
            (name.to_string(), names.sides(subject, object))
        }
        Some(Asked::Topic(subject, object, topic)) => {
            let name = words.topics.get(topic).map_or(topic.as_str(), |topic| names.text(&topic.name));
            (name.to_string(), names.sides(subject, object))
        }
        None => return NONE.to_string(),
    };
    format!("{about} · {who} · {}", date::day(point.on, context.voice))
}

fn csv(found: &Answer, context: &Context<'_>) -> Result<(), Error> {
    let columns = [
        "id",
        "source",
        "locator",
        "of",
        "on",
        "condition",
        "bound",
        "verdict",
        "probability",
        "mean",
        "sources",
        "verdict_without_judgements",
        "probability_without_judgements",
        "text_de",
        "text_en",
    ];
    let rows: Vec<Vec<String>> = found
        .findings
        .iter()
        .map(|f| {
            let asked = &f.proposition;
            let (condition, bound) = match (&asked.at_least, &asked.at_most, &asked.exceeds) {
                (Some(bound), ..) => ("at-least", bound.level.clone()),
                (_, Some(bound), _) => ("at-most", bound.level.clone()),
                (_, _, Some(other)) => ("exceeds", format!("{}@{}", code(other), other.on)),
                _ => ("", String::new()),
            };
            vec![
                f.id.to_string(),
                f.source.to_string(),
                f.locator.clone(),
                code(&asked.of),
                asked.of.on.to_string(),
                condition.into(),
                bound,
                f.all.verdict.into(),
                cell(f.all.probability),
                cell(f.all.mean),
                f.all.sources.to_string(),
                f.without_judgements.verdict.into(),
                cell(f.without_judgements.probability),
                f.text.de.clone(),
                f.text.en.clone(),
            ]
        })
        .collect();
    context.csv(&columns, rows)
}

/// A point by its ids: `USA-JPN:support`, `JPN>USA:taiwan`.
fn code(point: &Point) -> String {
    let whom = |subject, object: Option<_>| match object {
        Some(object) => format!("{subject}>{object}"),
        None => format!("{subject}"),
    };
    match point.asked() {
        Some(Asked::Node(tie, node)) => format!("{tie}:{node}"),
        Some(Asked::Issue(subject, object, issue)) => format!("{}:{issue}", whom(subject, object)),
        Some(Asked::Topic(subject, object, topic)) => format!("{}:{topic}", whom(subject, object)),
        None => String::new(),
    }
}
