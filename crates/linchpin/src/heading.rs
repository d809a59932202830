//! The lines above an answer: which dates, framework, draws and dossier it rests on.

use crate::context::Context;
use crate::i18n::Voice;
use crate::names::Names;
use crate::render::{date, number, wrap};
use anstyle::Style;
use linchpin_assess::Uncertain;
use linchpin_model::Date;
use linchpin_study::{Basis, Frame};

/// How many digits of a dossier's SHA-256 are shown.
const HASH_SHOWN: usize = 12;

/// A title and the lines below it.
pub struct Heading<'a> {
    /// the title
    pub title: String,
    /// dossier and dates
    pub basis: &'a Basis,
    /// framework and draws, where there is an assessment
    pub frame: Option<&'a Frame>,
    /// the dates of validity, where they are not the frame's
    pub dates: [Option<Date>; 2],
    /// whether a date of validity is told; an answer about many dates has none
    pub dated: bool,
    /// the date that changes are measured from
    pub since: Option<Date>,
    /// a line in place of the one about draws
    pub sample: Option<(String, String)>,
}

impl<'a> Heading<'a> {
    /// The usual heading.
    pub fn new(title: String, frame: &'a Frame) -> Self {
        Heading { frame: Some(frame), ..Heading::plain(title, &frame.basis) }
    }

    /// The heading of an answer about many dates.
    pub fn undated(title: String, frame: &'a Frame) -> Self {
        Heading { dated: false, ..Heading::new(title, frame) }
    }

    /// The heading of an answer without an assessment.
    pub fn plain(title: String, basis: &'a Basis) -> Self {
        Heading { title, basis, frame: None, dates: [None, None], dated: true, since: None, sample: None }
    }
}

/// Writes a heading out.
pub fn heading(heading: &Heading<'_>, names: &Names<'_>, context: &Context<'_>) -> String {
    let Heading { title, basis, frame, dates: [first, second], dated, since, sample } = heading;
    let voice = context.voice;
    let day = |date: Date| date::day(date, voice);
    let as_of = first.unwrap_or(basis.as_of);
    let id = match second {
        Some(_) => "heading-as-of-two",
        None if as_of == basis.newest_evidence => "heading-as-of-newest",
        None => "heading-as-of-asked",
    };
    let slots = [
        ("as-of", day(as_of).into()),
        ("second", second.map_or(String::new(), day).into()),
        ("newest", day(basis.newest_evidence).into()),
        ("today", day(date::today()).into()),
    ];
    let mut lines = vec![];
    if *dated {
        lines.push((voice.say("heading-as-of"), voice.fill(id, &slots)));
    }
    lines.push((
        voice.say("heading-known-at"),
        match basis.known_at {
            Some(known) => voice.fill("heading-known-until", &[("date", day(known).into())]),
            None => voice.say("heading-known-all"),
        },
    ));
    if let Some(since) = since {
        lines.push((voice.say("heading-since"), day(*since)));
    }
    if let Some(frame) = frame {
        let framework = [
            ("name", names.text(&names.framework.name).into()),
            ("id", frame.framework.as_str().into()),
            ("version", frame.framework_version.to_string().into()),
        ];
        lines.push((voice.say("heading-framework"), voice.fill("heading-framework-value", &framework)));
        lines.push(sample.clone().unwrap_or_else(|| draws(frame, context)));
        if !frame.held.is_empty() {
            let held: Vec<String> = frame.held.iter().map(|kind| uncertain(kind, voice)).collect();
            lines.push((voice.say("heading-held"), held.join(", ")));
            lines.push((voice.say("heading-ranges"), voice.say(ranges(frame))));
        }
    }
    let version = basis.dossier_version.get(..HASH_SHOWN).unwrap_or(&basis.dossier_version);
    let dossier = [
        ("name", names.text(&names.snapshot.settings().name).into()),
        ("id", basis.dossier.as_str().into()),
        ("version", version.into()),
    ];
    lines.push((voice.say("heading-dossier"), voice.fill("heading-dossier-value", &dossier)));
    let (bold, quiet) = (Style::new().bold(), Style::new().dimmed());
    let width = lines.iter().map(|(label, _)| crate::render::columns(label)).max().unwrap_or_default();
    let mut text = format!("{bold}{title}{bold:#}\n\n");
    for (label, value) in lines {
        let space = " ".repeat(width - crate::render::columns(&label));
        let inner = " ".repeat(width + 2);
        let value = wrap(&value, crate::render::width(), &inner);
        text.push_str(&format!("{quiet}{label}{quiet:#}{space}  {}\n", value.trim_start()));
    }
    text
}

fn draws(frame: &Frame, context: &Context<'_>) -> (String, String) {
    let precision = frame.precision.map(|error| number::all_digits(error, context.lang()));
    let id = if precision.is_some() { "heading-draws-precise" } else { "heading-draws-value" };
    let draws = [
        ("draws", number::count(frame.draws, context.lang()).into()),
        ("precision", precision.unwrap_or_default().into()),
        ("seed", frame.seed.to_string().into()),
    ];
    (context.voice.say("heading-draws"), context.voice.fill(id, &draws))
}

/// What intervals are where not everything varies: of weights alone they say nothing of how sure the evidence is.
fn ranges(frame: &Frame) -> &'static str {
    let varies = |kind: &&Uncertain| !frame.held.contains(&kind.name());
    match Uncertain::ALL.iter().filter(varies).collect::<Vec<_>>()[..] {
        [] => "heading-ranges-none",
        [Uncertain::Weights] => "heading-ranges-weights",
        _ => "heading-ranges-partial",
    }
}

/// A source of uncertainty by its name in answers.
pub fn uncertain(kind: &str, voice: &Voice) -> String {
    voice.say(match kind {
        "sources" => "uncertain-sources",
        "coders" => "uncertain-coders",
        "leaves" => "uncertain-leaves",
        "weights" => "uncertain-weights",
        "goalposts" => "uncertain-goalposts",
        "exponents" => "uncertain-exponents",
        _ => "uncertain-multipliers",
    })
}
