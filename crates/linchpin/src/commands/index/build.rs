//! `linchpin index build DIR`: from a pair of tables and a method to scores and ranks.

use super::{fault, text, write};
use crate::cells::cell;
use crate::cli::USUAL_DRAWS;
use crate::context::Context;
use crate::error::{Error, at};
use linchpin_study::index::{Answer, Index, Input, Place, Setting, Settings, Sheet, Uncertain, answer, pair};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// The method beside the tables.
const METHOD: &str = "index.toml";

/// The options of `index build`.
#[derive(clap::Args)]
pub struct Args {
    #[arg(value_name = "DIR")]
    dir: PathBuf,
    #[arg(long, value_name = "FILE")]
    method: Option<PathBuf>,
    #[arg(long, value_name = "METHOD")]
    impute: Option<String>,
    #[arg(long, value_name = "METHOD")]
    screen: Option<String>,
    #[arg(long, value_name = "METHOD")]
    treat: Option<String>,
    #[arg(long, value_name = "METHOD")]
    winsorise: Option<String>,
    #[arg(long, value_name = "METHOD", allow_hyphen_values = true)]
    normalise: Option<String>,
    #[arg(long, value_name = "METHOD")]
    weights: Option<String>,
    #[arg(long, value_name = "METHOD")]
    aggregate: Option<String>,
    #[arg(long, value_name = "SOURCES")]
    uncertainty: Option<String>,
    #[arg(long)]
    sensitivity: bool,
    #[arg(long, value_name = "FILE")]
    weight_sets: Option<PathBuf>,
    #[arg(long, value_name = "FILE", requires = "out")]
    replicates: Option<PathBuf>,
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
    #[arg(long, requires = "out")]
    force: bool,
}

pub fn run(args: &Args, context: &Context<'_>) -> Result<(), Error> {
    let voice = context.voice;
    let failed = |error| fault::told(&error, voice);
    let prefix = pair(&names(&args.dir, context)?, &args.dir.display().to_string()).map_err(failed)?;
    let [data, meta] = ["iData.csv", "iMeta.csv"].map(|name| args.dir.join(format!("{prefix}{name}")));
    let input = Input::read(&sheet(&data, context)?, &sheet(&meta, context)?).map_err(failed)?;
    let settings = settings(args, context)?;
    let weights = settings.weights_file().map_err(failed)?.map(|name| weights_path(&name, args));
    let weights = weights.map(|path| sheet(&path, context)).transpose()?;
    let drawn = [
        ("--sensitivity", args.sensitivity),
        ("--precision", context.global.precision.is_some()),
        ("--draws", context.global.draws != USUAL_DRAWS),
    ];
    if let Some((option, _)) = drawn.iter().find(|(_, given)| *given && settings.uncertain.is_none()) {
        return Err(Error::usage(voice.fill("index-nothing-uncertain", &[("option", (*option).into())])));
    }
    let [sets, replicates] = [&args.weight_sets, &args.replicates]
        .map(|path| path.as_deref().map(|path| sheet(path, context)).transpose());
    let (sets, replicates) = (sets?, replicates?);
    let question = Index {
        input: &input,
        settings: &settings,
        weights: weights.as_ref(),
        seed: context.global.seed,
        draws: context.draws()?,
        sensitivity: args.sensitivity,
        weight_sets: sets.as_ref(),
        replicates: replicates.as_ref(),
    };
    let found = answer(&question).map_err(failed)?;
    if let Some(out) = &args.out {
        write::all(&found.files, out, args.force, context)?;
    }
    context.show(&found, csv, || Ok(text::text(&found, args.out.as_deref(), context)))
}

/// The names of the files in a folder.
fn names(dir: &Path, context: &Context<'_>) -> Result<BTreeSet<String>, Error> {
    let failed = |error: std::io::Error| at(context.voice, &dir.display().to_string(), &error);
    let entries = std::fs::read_dir(dir).map_err(failed)?.collect::<Result<Vec<_>, _>>().map_err(failed)?;
    Ok(entries.into_iter().filter_map(|entry| entry.file_name().into_string().ok()).collect())
}

fn bytes(path: &Path, context: &Context<'_>) -> Result<Vec<u8>, Error> {
    std::fs::read(path).map_err(|error| at(context.voice, &path.display().to_string(), &error))
}

fn sheet(path: &Path, context: &Context<'_>) -> Result<Sheet, Error> {
    let read = Sheet::read(&path.display().to_string(), &bytes(path, context)?);
    read.map_err(|error| fault::told(&error, context.voice))
}

/// The settings of the method file, and over them those of the command line.
fn settings(args: &Args, context: &Context<'_>) -> Result<Settings, Error> {
    let beside = Some(args.dir.join(METHOD)).filter(|path| path.is_file());
    let mut settings = match args.method.clone().or(beside) {
        Some(path) => Settings::read(&path.display().to_string(), &bytes(&path, context)?)
            .map_err(|error| fault::told(&error, context.voice))?,
        None => Settings::default(),
    };
    for (option, given, setting) in [
        ("--impute", &args.impute, &mut settings.impute),
        ("--screen", &args.screen, &mut settings.screen),
        ("--treat", &args.treat, &mut settings.treat),
        ("--winsorise", &args.winsorise, &mut settings.winsorise),
        ("--normalise", &args.normalise, &mut settings.normalise),
        ("--weights", &args.weights, &mut settings.weights),
        ("--aggregate", &args.aggregate, &mut settings.aggregate),
    ] {
        if let Some(text) = given {
            *setting = Some(Setting { text: text.clone(), place: Place::of(option) });
        }
    }
    if let Some(text) = &args.uncertainty {
        let place = Place::of("--uncertainty");
        let given = Uncertain::read(text, &place).map_err(|error| fault::told(&error, context.voice))?;
        // what is not written as an option stays as the file has it
        let written = settings.uncertain.take().unwrap_or_default();
        settings.uncertain = Some(Uncertain { noise_of: written.noise_of, sure: written.sure, ..given });
    }
    Ok(settings)
}

/// Where a table of weights lies: as it is written on the command line, and beside the method file that names it.
fn weights_path(name: &str, args: &Args) -> PathBuf {
    if args.weights.is_some() {
        return PathBuf::from(name);
    }
    let method = args.method.as_deref().and_then(Path::parent);
    method.unwrap_or(&args.dir).join(name)
}

/// One row for each unit: its rank, its score, and the scores of the other aggregates by their codes.
fn csv(found: &Answer, context: &Context<'_>) -> Result<(), Error> {
    let mut columns = vec!["unit", "name", "rank", "score"];
    columns.extend(found.aggregates.iter().skip(1).map(|aggregate| aggregate.code.as_str()));
    if found.uncertainty.is_some() {
        columns.extend([
            "mean",
            "low90",
            "low50",
            "high50",
            "high90",
            "best_rank",
            "worst_rank",
            "tied_with_next",
        ]);
    }
    let of = |unit: &str| found.uncertainty.iter().flat_map(|it| &it.units).find(|it| it.unit == unit);
    let row = |ranked: &linchpin_study::index::Ranked| {
        let mut cells = vec![ranked.unit.clone(), ranked.name.clone(), cell(ranked.rank), cell(ranked.score)];
        cells.extend(ranked.aggregates.iter().map(|score| cell(*score)));
        if let Some(of) = of(&ranked.unit) {
            let ends = [
                of.i90.map(|it| it[0]),
                of.i50.map(|it| it[0]),
                of.i50.map(|it| it[1]),
                of.i90.map(|it| it[1]),
            ];
            cells.push(cell(of.mean));
            cells.extend(ends.map(cell));
            cells.extend([cell(of.ranks.map(|it| it[0])), cell(of.ranks.map(|it| it[1]))]);
            cells.push(of.tied_with_next.to_string());
        }
        cells
    };
    context.csv(&columns, found.ranking.iter().map(row))
}
