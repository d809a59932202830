//! `linchpin coders [FILE]`: what several coders together say, and which is more reliable.

mod output;

use crate::context::Context;
use crate::error::{Error, at};
use crate::i18n::{Slot, Voice};
use linchpin_dossier::Snapshot;
use linchpin_study::coders::{
    Answer, Coders, Codings, Fault, Flaw, MOST_LEVELS, answer, of_dossier, of_table,
};
use std::path::{Path, PathBuf};

/// The options of `coders`.
#[derive(clap::Args)]
pub struct Args {
    #[arg(value_name = "FILE")]
    file: Option<PathBuf>,
    #[arg(long, value_name = "WORDS", value_delimiter = ',', requires = "file")]
    levels: Vec<String>,
    #[arg(long)]
    all: bool,
    #[arg(long, value_name = "N", allow_negative_numbers = true, default_value_t = 4_000)]
    #[arg(value_parser = clap::value_parser!(u32).range(100..=1_000_000))]
    draws: u32,
    #[arg(long, value_name = "N", allow_negative_numbers = true, default_value_t = 4)]
    #[arg(value_parser = clap::value_parser!(u32).range(1..=64))]
    chains: u32,
}

/// Where codings come from.
enum Origin {
    Dossier(Box<Snapshot>),
    Table(String),
}

pub fn run(args: &Args, context: &Context<'_>) -> Result<(), Error> {
    let voice = context.voice;
    let (codings, origin) = match &args.file {
        Some(file) => (table(file, &args.levels, voice)?, Origin::Table(file.display().to_string())),
        None => {
            let snapshot = context.snapshot()?;
            (of_dossier(&snapshot), Origin::Dossier(Box::new(snapshot)))
        }
    };
    let question = Coders { draws: args.draws, chains: args.chains, seed: context.global.seed };
    let found: Answer = answer(&question, &codings)
        .map_err(|_| Error::input(voice.say("coders-none")).with(voice.say("coders-none-remedy")))?;
    context.show(&found, output::csv, || Ok(output::text(&found, &origin, args.all, context)))
}

/// The codings of a file.
fn table(file: &Path, levels: &[String], voice: &Voice) -> Result<Codings, Error> {
    let levels = words(levels, voice)?;
    let name = file.display().to_string();
    let bytes = std::fs::read(file).map_err(|error| at(voice, &name, &error))?;
    of_table(&bytes, &levels).map_err(|fault| told(&fault, &name, voice))
}

/// The words for levels, which must be told apart.
fn words(levels: &[String], voice: &Voice) -> Result<Vec<String>, Error> {
    let levels: Vec<String> = levels.iter().map(|word| word.trim().to_string()).collect();
    let twice = levels.iter().enumerate().any(|(at, word)| levels[..at].contains(word));
    let count = levels.len();
    if count == 1 || count > MOST_LEVELS || twice || levels.iter().any(String::is_empty) {
        let remedy = voice.fill("coders-levels-remedy", &[("most", MOST_LEVELS.into())]);
        return Err(Error::usage(voice.say("coders-levels")).with(remedy));
    }
    Ok(levels)
}

/// What is wrong with a table: `codings.csv:3:2: …`, so that an editor finds it.
fn told(fault: &Fault, file: &str, voice: &Voice) -> Error {
    let most = MOST_LEVELS;
    let plain = |id: &'static str, slots: &[Slot<'_>]| (voice.fill(id, slots), voice.fill(remedy(id), &[]));
    let (what, remedy) = match &fault.flaw {
        Flaw::Empty => plain("coders-empty", &[]),
        Flaw::NotText => plain("coders-not-text", &[]),
        Flaw::NoColumn(name) => plain("coders-no-column", &[("name", (*name).into())]),
        Flaw::StrangeColumn(name) => plain("coders-strange-column", &[("name", name.as_str().into())]),
        Flaw::ColumnTwice(name) => plain("coders-column-twice", &[("name", name.as_str().into())]),
        Flaw::Cells { found, wanted } => {
            plain("coders-cells", &[("found", (*found).into()), ("wanted", (*wanted).into())])
        }
        Flaw::Blank(name) => plain("coders-blank", &[("name", (*name).into())]),
        Flaw::NoNumber(found) => (
            voice.fill("coders-no-number", &[("found", found.as_str().into())]),
            voice.fill("coders-no-number-remedy", &[("most", most.into())]),
        ),
        Flaw::NoWord { found, known } => (
            voice.fill("coders-no-word", &[("found", found.as_str().into())]),
            voice.fill("coders-no-word-remedy", &[("known", known.join(", ").into())]),
        ),
        Flaw::Twice { item, coder, first } => plain(
            "coders-twice",
            &[
                ("item", item.as_str().into()),
                ("coder", coder.as_str().into()),
                ("first", first.to_string().into()),
            ],
        ),
        Flaw::OtherScale { item, before, first } => plain(
            "coders-other-scale",
            &[
                ("item", item.as_str().into()),
                ("before", before.as_str().into()),
                ("first", first.to_string().into()),
            ],
        ),
    };
    let column = fault.column.map_or(String::new(), |column| format!(":{column}"));
    Error::input(format!("{file}:{}{column}: {what}", fault.line)).with(remedy)
}

/// The message that says what would be right instead of what another one tells.
fn remedy(id: &str) -> &'static str {
    match id {
        "coders-not-text" => "coders-not-text-remedy",
        "coders-column-twice" | "coders-twice" => "coders-twice-remedy",
        "coders-cells" => "coders-cells-remedy",
        "coders-blank" => "coders-blank-remedy",
        "coders-other-scale" => "coders-other-scale-remedy",
        _ => "coders-columns-remedy",
    }
}
