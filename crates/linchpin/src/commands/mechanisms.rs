//! `linchpin mechanisms`: what strengthens or weakens what, and under which condition.

use crate::asked::factor;
use crate::cells::{CITED_COLUMNS, cell, cited_cells, text_cells};
use crate::context::Context;
use crate::error::Error;
use crate::heading::{Heading, heading};
use crate::names::{Names, study_error};
use crate::notes::{Notes, speaker};
use crate::render::{footnotes, width, wrap};
use anstyle::Style;
use linchpin_model::statement::Sign;
use linchpin_study::mechanisms::{Answer, Cause, Effect, Explained, Mechanisms, answer};

/// The options of `mechanisms`.
#[derive(clap::Args)]
pub struct Args {
    #[arg(long, value_name = "FACTOR")]
    cause: Option<String>,
    #[arg(long, value_name = "FACTOR")]
    effect: Option<String>,
    #[arg(long, value_name = "TIE")]
    tie: Option<String>,
}

/// How many effects and causes the first sentences name.
const NAMED: usize = 3;
/// Marks a cause of which some say that it strengthens, and others that it weakens an effect.
const BOTH: &str = "≠";

pub fn run(args: &Args, context: &Context<'_>) -> Result<(), Error> {
    let snapshot = context.snapshot()?;
    let setting = context.setting(None)?;
    let question = Mechanisms {
        cause: factor(&args.cause, "--cause", &snapshot, context)?,
        effect: factor(&args.effect, "--effect", &snapshot, context)?,
        tie: args.tie.clone(),
        setting: setting.clone(),
    };
    let failed = |error| study_error(error, context.voice);
    let found = answer(&question, &snapshot).map_err(failed)?;
    context.show(&found, csv, || {
        let framework = setting.framework(&snapshot).map_err(failed)?;
        let names = Names::new(context.voice, &snapshot, framework, found.basis.as_of);
        Ok(text(&found, &names, context))
    })
}

fn text(found: &Answer, names: &Names<'_>, context: &Context<'_>) -> String {
    let voice = context.voice;
    let title = match &found.tie {
        Some(tie) => voice.fill("mechanisms-title-tie", &[("tie", names.entity(tie).into())]),
        None => voice.say("mechanisms-title"),
    };
    let mut text = heading(&Heading::plain(title, &found.basis), names, context);
    text.push_str(&format!("\n{}\n", wrap(&lead(found, names, context), width(), "")));
    if found.effects.is_empty() {
        return text;
    }
    let mut notes = Notes::default();
    for effect in &found.effects {
        text.push_str(&section(effect, &mut notes, names, context));
    }
    let mut legend = vec![voice.say("mechanisms-legend")];
    if found.effects.iter().flat_map(|effect| &effect.causes).any(|cause| cause.both_signs) {
        legend.push(format!("{BOTH} {}", voice.say("mechanisms-both")));
    }
    format!("{text}\n{}{}", footnotes(&legend), notes.set(names, context))
}

/// How many mechanisms there are, what they explain most often, and which causes reach farthest.
fn lead(found: &Answer, names: &Names<'_>, context: &Context<'_>) -> String {
    let voice = context.voice;
    let count: usize = found.effects.iter().map(Effect::mechanisms).sum();
    if count == 0 {
        return voice.say("mechanisms-none");
    }
    if found.effects.len() == 1 || found.causes.len() == 1 {
        return count_line(found, count, context);
    }
    let named = |factor: &str, count: usize| format!("{factor}\u{a0}({count})");
    let effects = found.effects.iter().take(NAMED).map(|e| named(names.factor(&e.effect), e.mechanisms()));
    let causes = found.causes.iter().take(NAMED).map(|c| named(names.factor(&c.cause), c.effects));
    let (effects, causes) = (effects.collect::<Vec<_>>().join(", "), causes.collect::<Vec<_>>().join(", "));
    let most = [("effects", effects.into()), ("causes", causes.into())];
    format!("{} {}", count_line(found, count, context), voice.fill("mechanisms-lead-most", &most))
}

fn count_line(found: &Answer, count: usize, context: &Context<'_>) -> String {
    let slots = [
        ("mechanisms", count.into()),
        ("shown", context.count(count).into()),
        ("cause-count", found.causes.len().into()),
        ("effect-count", found.effects.len().into()),
    ];
    context.voice.fill("mechanisms-lead", &slots)
}

fn section<'a>(
    effect: &'a Effect,
    notes: &mut Notes<'a>,
    names: &Names<'_>,
    context: &Context<'_>,
) -> String {
    let (bold, quiet) = (Style::new().bold(), Style::new().dimmed());
    let name = names.factor(&effect.effect);
    let count = context.count(effect.mechanisms());
    let mut text = format!("\n{bold}{name}{bold:#}  {quiet}{count}{quiet:#}\n");
    for cause in &effect.causes {
        for sign in [Sign::Strengthens, Sign::Weakens] {
            let of_sign: Vec<&Explained> = cause.mechanisms.iter().filter(|m| m.sign == sign).collect();
            if !of_sign.is_empty() {
                text.push_str(&format!("{}\n", wrap(&driver(cause, sign, names), width(), "  ")));
            }
            for mechanism in of_sign {
                let line = explained(mechanism, notes, names, context);
                text.push_str(&format!("{}\n", wrap(&line, width(), "      ")));
            }
        }
    }
    text
}

/// A cause and which way it works: `↓ Fear of abandonment`.
fn driver(cause: &Cause, sign: Sign, names: &Names<'_>) -> String {
    let arrow = match sign {
        Sign::Strengthens => "↑",
        Sign::Weakens => "↓",
    };
    let both = if cause.both_signs { format!(" {BOTH}") } else { String::new() };
    format!("{arrow} {}{both}", names.factor(&cause.cause))
}

/// Whose alliance, under which condition, by whom.
fn explained<'a>(
    mechanism: &'a Explained,
    notes: &mut Notes<'a>,
    names: &Names<'_>,
    context: &Context<'_>,
) -> String {
    let whose = mechanism.subject.as_ref().map(|subject| names.entity(subject));
    let whose = whose.unwrap_or_else(|| context.voice.say("mechanisms-general"));
    let condition = mechanism.condition.as_ref().map(|condition| format!(", {}", names.text(condition)));
    let by = speaker(&mechanism.statement, names);
    format!("{whose}{} · {by}\u{a0}{}", condition.unwrap_or_default(), notes.mark(&mechanism.statement))
}

/// One row for each mechanism.
fn csv(found: &Answer, context: &Context<'_>) -> Result<(), Error> {
    let mut columns =
        vec!["effect", "cause", "sign", "both_signs", "subject", "condition_de", "condition_en"];
    columns.extend(CITED_COLUMNS);
    let mut rows: Vec<Vec<String>> = vec![];
    for effect in &found.effects {
        for cause in &effect.causes {
            rows.extend(cause.mechanisms.iter().map(|mechanism| row(effect, cause, mechanism)));
        }
    }
    context.csv(&columns, rows)
}

fn row(effect: &Effect, cause: &Cause, mechanism: &Explained) -> Vec<String> {
    let [condition_de, condition_en] = text_cells(mechanism.condition.as_ref());
    let mut row = vec![
        effect.effect.to_string(),
        cause.cause.to_string(),
        mechanism.sign.name().to_string(),
        cause.both_signs.to_string(),
        cell(mechanism.subject.as_ref()),
        condition_de,
        condition_en,
    ];
    row.extend(cited_cells(&mechanism.statement));
    row
}
