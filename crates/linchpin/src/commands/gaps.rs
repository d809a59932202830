//! `linchpin gaps`: where evidence is missing or old, and what to look for.

use super::statements::kind_name;
use crate::cells::cell;
use crate::context::Context;
use crate::error::Error;
use crate::heading::{Heading, heading};
use crate::names::{Names, section as tie_section, study_error};
use crate::render::table::{Edge, Table};
use crate::render::{NONE, date, footnotes, hanging, number, width, wrap};
use anstyle::Style;
use linchpin_model::Date;
use linchpin_study::gaps::{Answer, Gap, Gaps, Selected, TieGaps, Wanted, answer};

/// The options of `gaps`.
#[derive(clap::Args)]
pub struct Args {
    #[arg(value_name = "TIE")]
    tie: Option<String>,
    #[arg(long)]
    all: bool,
    #[arg(long, value_name = "ID")]
    framework: Option<String>,
}

/// How many indicators of an alliance are listed.
const SHOWN: usize = 10;
/// How many indicators the sentence above names.
const NAMED: usize = 3;

pub fn run(args: &Args, context: &Context<'_>) -> Result<(), Error> {
    let snapshot = context.snapshot()?;
    let setting = context.setting(args.framework.clone())?;
    let failed = |error| study_error(error, context.voice);
    let framework = setting.framework(&snapshot).map_err(failed)?;
    let question = Gaps { tie: args.tie.clone(), setting: setting.clone() };
    let found = answer(&question, &snapshot).map_err(failed)?;
    context.show(&found, csv, || {
        let names = Names::new(context.voice, &snapshot, framework, found.frame.as_of);
        Ok(text(&found, args.all, &names, context))
    })
}

fn text(found: &Answer, all: bool, names: &Names<'_>, context: &Context<'_>) -> String {
    let voice = context.voice;
    let bold = Style::new().bold();
    let shown = if all { usize::MAX } else { SHOWN };
    let title = voice.say("gaps-title");
    let mut text = heading(&Heading::new(title, &found.frame), names, context);
    text.push('\n');
    for tie in &found.ties {
        text.push_str(&format!("{}\n", wrap(&lead(tie, names, context), width(), "")));
    }
    for tie in &found.ties {
        text.push_str(&tie_section(&tie.tie, names));
        text.push_str(&table(tie, shown, names, context).set(width(), "  "));
        let more = tie.leaves.len().saturating_sub(shown);
        if more > 0 {
            text.push_str(&format!("  {}\n", voice.fill("gaps-more", &[("count", more.into())])));
        }
        text.push_str(&format!("\n  {bold}{}{bold:#}\n", voice.say("gaps-look-for")));
        for gap in tie.leaves.iter().take(shown) {
            text.push_str(&look_for(gap, names, context));
        }
    }
    text.push('\n');
    text + &footnotes(&[voice.say("gaps-note")])
}

/// How much of an alliance's score is covered, and which indicators would gain most.
fn lead(tie: &TieGaps, names: &Names<'_>, context: &Context<'_>) -> String {
    let most: Vec<String> = tie.leaves.iter().take(NAMED).map(|gap| names.node(&gap.leaf)).collect();
    let slots = [
        ("tie", names.entity(&tie.tie).into()),
        ("coverage", context.percent(tie.coverage).into()),
        ("leaves", most.join(", ").into()),
    ];
    context.voice.fill("gaps-lead", &slots)
}

fn table(tie: &TieGaps, shown: usize, names: &Names<'_>, context: &Context<'_>) -> Table {
    let voice = context.voice;
    let mut table = Table::new([
        (voice.say("column-indicator"), Edge::Wrapped),
        (voice.say("column-criterion"), Edge::Left),
        (voice.say("column-newest"), Edge::Left),
        (voice.say("column-coverage"), Edge::Right),
        (voice.say("column-sources"), Edge::Right),
        (voice.say("column-gain"), Edge::Right),
    ]);
    for gap in tie.leaves.iter().take(shown) {
        table.row([
            names.node(&gap.leaf),
            names.node(&gap.criterion),
            newest(gap.newest, gap.years, context),
            context.score(gap.coverage),
            gap.sources.len().to_string(),
            percent_points(gap.gain, context),
        ]);
    }
    table
}

/// When something was last attested, and how long ago that is.
pub fn newest(day: Option<Date>, years: Option<f64>, context: &Context<'_>) -> String {
    let (Some(day), Some(years)) = (day, years) else { return NONE.into() };
    let slots = [
        ("date", date::month(day, context.voice).into()),
        ("years", number::fixed(years, 1, context.lang()).into()),
    ];
    context.voice.fill("gaps-newest", &slots)
}

/// A share of the weight in percent with one place.
pub fn percent_points(share: f64, context: &Context<'_>) -> String {
    let slots = [("percent", number::fixed(share * 100.0, 1, context.lang()).into())];
    context.voice.fill("gaps-percent", &slots)
}

/// The statements that would carry an indicator, in words.
fn look_for(gap: &Gap, names: &Names<'_>, context: &Context<'_>) -> String {
    let mut text = format!("{}\n", wrap(&names.node(&gap.leaf), width(), "  "));
    for wanted in &gap.wanted {
        let line = hanging(&format!("• {}", words(wanted, names, context)), "    ", "      ");
        text.push_str(&format!("{line}\n"));
    }
    text
}

/// A kind of statement, whose, towards whom and on what.
fn words(wanted: &Wanted, names: &Names<'_>, context: &Context<'_>) -> String {
    let sides = [Some(&wanted.subject), wanted.object.as_ref()];
    let sides: Vec<String> = sides.into_iter().flatten().map(|side| whose(side, names, context)).collect();
    let about: Vec<&str> = wanted.about.iter().map(|about| names.text(&about.name)).collect();
    let kind = match wanted.types.is_empty() {
        true => kind_name(wanted.kind, context),
        false => format!("{} {}", kind_name(wanted.kind, context), wanted.types.join("/")),
    };
    let parts = [kind, sides.join(" → "), about.join(", ")];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}

/// States with the parts of their politics that are meant.
fn whose(whose: &Selected, names: &Names<'_>, context: &Context<'_>) -> String {
    let states: Vec<String> = whose.actors.iter().map(|actor| names.entity(actor)).collect();
    let or = context.voice.say("gaps-or");
    let states = states.join(&format!(" {or} "));
    let parts: Vec<String> = whose.parts.iter().filter_map(|part| part_name(part, context)).collect();
    if parts.is_empty() { states } else { format!("{states} ({})", parts.join(", ")) }
}

/// The name of a part of a state's politics; none for the state itself.
fn part_name(part: &str, context: &Context<'_>) -> Option<String> {
    let id = match part {
        "government" => "gaps-part-government",
        "head" => "gaps-part-head",
        "ministry" => "gaps-part-ministry",
        "military" => "gaps-part-military",
        "parliament" => "gaps-part-parliament",
        "governing" => "gaps-part-governing",
        "opposition" => "gaps-part-opposition",
        "public" => "gaps-part-public",
        "region" => "gaps-part-region",
        _ => return None,
    };
    Some(context.voice.say(id))
}

const COLUMNS: [&str; 12] = [
    "tie",
    "leaf",
    "criterion",
    "as_of",
    "known_at",
    "weight",
    "coverage",
    "gain",
    "newest",
    "years",
    "sources",
    "wanted",
];

/// One row for each alliance and indicator.
fn csv(found: &Answer, context: &Context<'_>) -> Result<(), Error> {
    let row = |tie: &TieGaps, gap: &Gap| {
        vec![
            tie.tie.to_string(),
            gap.leaf.clone(),
            gap.criterion.clone(),
            found.frame.as_of.to_string(),
            cell(found.frame.known_at),
            gap.weight.to_string(),
            gap.coverage.to_string(),
            gap.gain.to_string(),
            cell(gap.newest),
            cell(gap.years),
            gap.sources.iter().map(|id| id.as_str()).collect::<Vec<_>>().join(" "),
            gap.wanted.iter().map(pattern).collect::<Vec<_>>().join("; "),
        ]
    };
    let rows: Vec<Vec<String>> = found
        .ties
        .iter()
        .flat_map(|tie| tie.leaves.iter().map(move |gap| (tie, gap)))
        .map(|(t, g)| row(t, g))
        .collect();
    context.csv(&COLUMNS, rows)
}

/// A kind of statement by ids: `position JPN:government>USA-JPN own-role`.
fn pattern(wanted: &Wanted) -> String {
    let side = |whose: &Selected| {
        let actors: Vec<&str> = whose.actors.iter().map(|actor| actor.as_str()).collect();
        let parts: Vec<&str> = whose.parts.iter().filter(|part| **part != "itself").copied().collect();
        let parts = if parts.is_empty() { String::new() } else { format!(":{}", parts.join("+")) };
        format!("{}{parts}", actors.join("|"))
    };
    let object = wanted.object.as_ref().map_or(String::new(), |object| format!(">{}", side(object)));
    let about: Vec<&str> = wanted.about.iter().map(|about| about.id.as_str()).collect();
    let sides = format!("{}{object}", side(&wanted.subject));
    let parts = [wanted.kind.to_string(), wanted.types.join("|"), sides, about.join("|")];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}
