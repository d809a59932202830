//! The options that all commands share, and the list of commands.
//!
//! Only the structure stands here; every text comes from `i18n` by the id of what it describes (see [`crate::help`]).

use crate::commands::{
    anchor, assess, burden, calendar, changes, check, coders, compare, completions, explain, export,
    exposure, fears, figure, formats, gaps, help, index, man, matrix, mechanisms, new, overturn, overview,
    profile, report, retract, robustness, sensitivity, serve, sources, statements, support, tensions,
    timeline, trajectory, validate, verify, weigh,
};
use crate::context::Context;
use crate::error::Error;
use crate::i18n::Voice;
use crate::{help as texts, usage};
use clap::{
    ArgMatches, Args, CommandFactory, FromArgMatches, Parser, Subcommand, ValueEnum, parser::ValueSource,
};
use linchpin_model::text::Lang;
use linchpin_study::{Setting, Uncertain};
use std::ffi::OsString;
use std::path::PathBuf;

#[derive(Parser)]
#[command(name = "linchpin", version, subcommand_required = true, arg_required_else_help = true)]
#[command(disable_help_flag = true, disable_version_flag = true, disable_help_subcommand = true)]
struct Cli {
    #[command(flatten)]
    global: Global,
    #[command(subcommand)]
    command: Command,
    #[arg(long, short = 'V', action = clap::ArgAction::Version)]
    version: Option<bool>,
}

/// Options that stand before or after any command.
#[derive(Args, Clone, Debug)]
pub struct Global {
    #[arg(long, global = true, value_name = "LANG", value_enum)]
    pub lang: Option<LangCode>,
    #[arg(long, global = true, value_name = "FORMAT", value_enum)]
    pub format: Option<Format>,
    #[arg(long, global = true, value_name = "DIR")]
    pub dossier: Option<PathBuf>,
    #[arg(long, global = true, value_name = "DATE")]
    pub as_of: Option<String>,
    #[arg(long, global = true, value_name = "DATE")]
    pub known_at: Option<String>,
    #[arg(long, global = true, value_name = "N", allow_negative_numbers = true, default_value_t = USUAL_DRAWS)]
    #[arg(value_parser = clap::value_parser!(u32).range(100..=1_000_000))]
    pub draws: u32,
    #[arg(long, global = true, value_name = "ERROR", allow_negative_numbers = true)]
    pub precision: Option<String>,
    #[arg(long, global = true, value_name = "WHAT", value_enum, value_delimiter = ',')]
    pub hold: Vec<Hold>,
    #[arg(long, global = true, value_name = "N", allow_negative_numbers = true, default_value_t = 1)]
    pub seed: u64,
    #[arg(long, global = true, value_name = "N", allow_negative_numbers = true, value_parser = clap::value_parser!(u16).range(1..=1024))]
    pub threads: Option<u16>,
    #[arg(long, short = 'h', global = true, action = clap::ArgAction::Help)]
    help: Option<bool>,
}

/// `--hold`.
#[derive(ValueEnum, Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hold {
    /// what a source's statements share
    Sources,
    /// what a coder's statements share
    Coders,
    /// what readings leave open
    Leaves,
    /// the framework's weights
    Weights,
    /// the ends of scales of quantities
    Goalposts,
    /// the exponents of means
    Exponents,
    /// volatility, disagreement and the size of shared errors
    Multipliers,
}

impl From<Hold> for Uncertain {
    fn from(hold: Hold) -> Uncertain {
        match hold {
            Hold::Sources => Uncertain::Sources,
            Hold::Coders => Uncertain::Coders,
            Hold::Leaves => Uncertain::Leaves,
            Hold::Weights => Uncertain::Weights,
            Hold::Goalposts => Uncertain::Goalposts,
            Hold::Exponents => Uncertain::Exponents,
            Hold::Multipliers => Uncertain::Multipliers,
        }
    }
}

/// `--draws`, unless the user says how many.
pub const USUAL_DRAWS: u32 = 10_000;

/// `--draws` of commands that assess many times: fewer than usual, unless the user says how many.
#[derive(Args)]
pub struct FewerDraws {
    #[arg(long, value_name = "N", allow_negative_numbers = true, default_value_t = 1_000)]
    #[arg(value_parser = clap::value_parser!(u32).range(100..=1_000_000))]
    draws: u32,
}

impl FewerDraws {
    /// A setting with this number of draws.
    pub fn of(&self, setting: Setting) -> Setting {
        Setting { draws: self.draws, ..setting }
    }
}

/// `--lang`.
#[derive(ValueEnum, Clone, Copy, Debug, PartialEq, Eq)]
pub enum LangCode {
    /// German
    De,
    /// English
    En,
}

impl From<LangCode> for Lang {
    fn from(code: LangCode) -> Lang {
        match code {
            LangCode::De => Lang::De,
            LangCode::En => Lang::En,
        }
    }
}

/// `--format`.
#[derive(ValueEnum, Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// for a reader
    Text,
    /// one object, with the name and version of its shape
    Json,
    /// one table
    Csv,
}

#[derive(Subcommand)]
enum Command {
    Overview(overview::Args),
    Assess(assess::Args),
    Explain(explain::Args),
    Compare(compare::Args),
    Trajectory(trajectory::Args),
    Changes(changes::Args),
    Profile(profile::Args),
    Matrix(matrix::Args),
    Fears(fears::Args),
    Burden(burden::Args),
    Support(support::Args),
    Exposure(exposure::Args),
    Formats(formats::Args),
    Mechanisms(mechanisms::Args),
    Timeline(timeline::Args),
    Calendar(calendar::Args),
    Statements(statements::Args),
    Sources(sources::Args),
    Sensitivity(sensitivity::Args),
    Retract(retract::Args),
    Robustness(robustness::Args),
    Overturn(overturn::Args),
    Tensions(tensions::Args),
    Gaps(gaps::Args),
    Verify(verify::Args),
    Coders(coders::Args),
    Validate(validate::Args),
    Weigh(weigh::Args),
    Report(report::Args),
    Serve(serve::Args),
    Figure(figure::Args),
    Index(index::Args),
    Export(export::Args),
    Check(check::Args),
    New(new::Args),
    Anchor(anchor::Args),
    Completions(completions::Args),
    Man(man::Args),
    Help(help::Args),
}

/// The options of a command that assesses once.
const ONE_ASSESSMENT: [&str; 9] =
    ["dossier", "format", "as_of", "known_at", "draws", "precision", "hold", "seed", "threads"];

/// The shared options that each command makes use of, besides `--lang` and `--help`. It hides the others, and refuses
/// them: an option that changes nothing is a misunderstanding. Only `--dossier` may stand anywhere, because people put
/// it into an alias (but not with `new`, where it reads like what to copy), and `--format` where it names what the command prints anyway ([`PRINTS_ONLY`]).
const MAKES_USE_OF: &[(&str, &[&str])] = &[
    ("overview", &ONE_ASSESSMENT),
    ("assess", &ONE_ASSESSMENT),
    ("explain", &ONE_ASSESSMENT),
    ("compare", &ONE_ASSESSMENT),
    ("trajectory", &ONE_ASSESSMENT),
    ("changes", &ONE_ASSESSMENT),
    ("profile", &["dossier", "format", "as_of", "known_at", "threads"]),
    ("matrix", &["dossier", "format", "as_of", "known_at", "draws", "seed", "threads"]),
    ("fears", &["dossier", "format", "as_of", "known_at", "threads"]),
    ("burden", &["dossier", "format", "as_of", "known_at", "threads"]),
    ("support", &["dossier", "format", "as_of", "known_at", "draws", "seed", "threads"]),
    ("exposure", &["dossier", "format", "as_of", "known_at", "threads"]),
    ("formats", &["dossier", "format", "as_of", "known_at", "threads"]),
    ("mechanisms", &["dossier", "format", "as_of", "known_at", "threads"]),
    ("timeline", &["dossier", "format", "as_of", "known_at", "threads"]),
    ("calendar", &["dossier", "format", "as_of", "known_at", "threads"]),
    ("statements", &["dossier", "format", "as_of", "known_at", "draws", "seed", "threads"]),
    ("sources", &["dossier", "format", "as_of", "known_at", "draws", "seed", "threads"]),
    ("sensitivity", &["dossier", "format", "as_of", "known_at", "seed", "threads"]),
    ("retract", &["dossier", "format", "as_of", "known_at", "draws", "seed", "threads"]),
    ("overturn", &["dossier", "format", "as_of", "known_at", "draws", "seed", "threads"]),
    ("robustness", &["dossier", "format", "as_of", "known_at", "draws", "seed", "threads"]),
    ("tensions", &["dossier", "format", "as_of", "known_at", "draws", "seed", "threads"]),
    ("gaps", &["dossier", "format", "as_of", "known_at", "threads"]),
    ("verify", &["dossier", "format", "known_at", "draws", "seed", "threads"]),
    ("coders", &["dossier", "format", "draws", "seed", "threads"]),
    ("validate", &["dossier", "format", "as_of", "known_at", "seed", "threads"]),
    ("weigh", &["dossier", "format", "as_of", "known_at", "draws", "seed", "threads"]),
    ("report", &["dossier", "as_of", "known_at", "draws", "seed", "threads"]),
    ("serve", &["dossier", "threads"]),
    ("figure", &ONE_ASSESSMENT),
    ("index", &["format", "draws", "precision", "seed", "threads"]),
    ("export", &["dossier", "as_of", "known_at", "draws", "precision", "hold", "seed", "threads"]),
    ("check", &["dossier", "format", "threads"]),
    ("new", &[]),
    ("anchor", &[]),
    ("completions", &[]),
    ("man", &[]),
    ("help", &[]),
];

/// Commands that print in one form only. They may be asked for it, though that changes nothing.
const PRINTS_ONLY: [(&str, Format); 1] = [("anchor", Format::Json)];

/// Of the shared options that a command makes use of, those that some of the commands below it make no use of.
const NOT_BELOW: [(&str, &str, &[&str]); 3] = [
    ("export", "bibliography", &["as_of", "draws", "precision", "hold", "seed"]),
    ("export", "statements", &["as_of", "draws", "precision", "hold", "seed"]),
    ("export", "network", &["known_at", "draws", "precision", "hold", "seed"]),
];

/// The shared options that some commands make no use of.
const NOT_FOR_ALL: [&str; 9] = ONE_ASSESSMENT;

/// The tree of commands with its options, without texts. Options that a command makes no use of are hidden there.
pub fn command() -> clap::Command {
    let mut root = Cli::command();
    let globals: Vec<clap::Arg> = root.get_arguments().filter(|arg| arg.is_global_set()).cloned().collect();
    for (name, of_use) in MAKES_USE_OF {
        root = root.mut_subcommand(name, |command| {
            let command = hiding(command, &globals, |id| NOT_FOR_ALL.contains(&id) && !of_use.contains(&id));
            let below = NOT_BELOW.iter().filter(|(command, ..)| command == name);
            below.fold(command, |command, (_, below, useless)| {
                command.mut_subcommand(below, |command| hiding(command, &globals, |id| useless.contains(&id)))
            })
        });
    }
    root
}

/// A command that hides some of the shared options.
fn hiding(command: clap::Command, globals: &[clap::Arg], which: impl Fn(&str) -> bool) -> clap::Command {
    let hidden = globals.iter().filter(|arg| which(arg.get_id().as_str()));
    command.args(hidden.map(|arg| arg.clone().hide(true)))
}

/// Reads the command line and runs its command.
pub fn run(args: Vec<OsString>, voice: &Voice) -> Result<(), Error> {
    if cfg!(debug_assertions) && std::env::var_os("LINCHPIN_TEST_PANIC").is_some() {
        panic!("a panic, asked for by a test");
    }
    let mut command = texts::in_language(command(), voice);
    let matches = match command.try_get_matches_from_mut(args) {
        Ok(matches) => matches,
        Err(error) => return usage::report(&error, voice),
    };
    refuse_useless(&matches, voice)?;
    let cli = Cli::from_arg_matches(&matches).map_err(|error| Error::usage(error.to_string()))?;
    let context = Context::new(voice, cli.global)?;
    match cli.command {
        Command::Overview(args) => overview::run(&args, &context),
        Command::Assess(args) => assess::run(&args, &context),
        Command::Explain(args) => explain::run(&args, &context),
        Command::Compare(args) => compare::run(&args, &context),
        Command::Trajectory(args) => trajectory::run(&args, &context),
        Command::Changes(args) => changes::run(&args, &context),
        Command::Profile(args) => profile::run(&args, &context),
        Command::Matrix(args) => matrix::run(&args, &context),
        Command::Fears(args) => fears::run(&args, &context),
        Command::Burden(args) => burden::run(&args, &context),
        Command::Support(args) => support::run(&args, &context),
        Command::Exposure(args) => exposure::run(&args, &context),
        Command::Formats(args) => formats::run(&args, &context),
        Command::Mechanisms(args) => mechanisms::run(&args, &context),
        Command::Timeline(args) => timeline::run(&args, &context),
        Command::Calendar(args) => calendar::run(&args, &context),
        Command::Statements(args) => statements::run(&args, &context),
        Command::Sources(args) => sources::run(&args, &context),
        Command::Sensitivity(args) => sensitivity::run(&args, &context),
        Command::Retract(args) => retract::run(&args, &context),
        Command::Robustness(args) => robustness::run(&args, &context),
        Command::Overturn(args) => overturn::run(&args, &context),
        Command::Tensions(args) => tensions::run(&args, &context),
        Command::Gaps(args) => gaps::run(&args, &context),
        Command::Verify(args) => verify::run(&args, &context),
        Command::Coders(args) => coders::run(&args, &context),
        Command::Validate(args) => validate::run(&args, &context),
        Command::Weigh(args) => weigh::run(&args, &context),
        Command::Report(args) => report::run(&args, &context),
        Command::Serve(args) => serve::run(&args, &context),
        Command::Figure(args) => figure::run(&args, &context),
        Command::Index(args) => index::run(&args, &context),
        Command::Export(args) => export::run(&args, &context),
        Command::Check(args) => check::run(&args, &context),
        Command::New(args) => new::run(&args, &context),
        Command::Anchor(args) => anchor::run(&args, &context),
        Command::Completions(args) => completions::run(&args, &context),
        Command::Man(args) => man::run(&args, &context),
        Command::Help(args) => help::run(&args, &context),
    }
}

fn refuse_useless(matches: &ArgMatches, voice: &Voice) -> Result<(), Error> {
    let Some((name, matches)) = matches.subcommand() else { return Ok(()) };
    let of_use = MAKES_USE_OF.iter().find(|(command, _)| *command == name).map_or(&[][..], |(_, ids)| ids);
    let only = PRINTS_ONLY.iter().find(|(command, _)| *command == name).map(|(_, format)| format);
    let harmless = |id: &str| {
        id == "dossier" && name != "new"
            || id == "format" && only.is_some() && matches.get_one::<Format>(id) == only
    };
    let below = matches.subcommand_name().unwrap_or_default();
    let not_below = NOT_BELOW.iter().find(|(command, of_it, _)| (*command, *of_it) == (name, below));
    let useless = |id: &&&str| not_below.is_some_and(|(.., ids)| ids.contains(id)) || !of_use.contains(id);
    let called = not_below.map_or(name.to_string(), |_| format!("{name} {below}"));
    for id in NOT_FOR_ALL.iter().filter(|id| useless(id) && !harmless(id)) {
        if matches.value_source(id) == Some(ValueSource::CommandLine) {
            let slots =
                [("option", format!("--{}", id.replace('_', "-")).into()), ("command", called.into())];
            let error = Error::usage(voice.fill("usage-useless-option", &slots));
            return Err(match matches.get_one::<PathBuf>("dossier").filter(|_| *id == "dossier") {
                Some(dossier) => {
                    let slots = [("from", dossier.display().to_string().into())];
                    error.with(voice.fill("new-dossier-remedy", &slots))
                }
                None => error,
            });
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::path::Path;

    fn names() -> Vec<String> {
        command().get_subcommands().map(|c| c.get_name().to_string()).collect()
    }

    #[test]
    fn the_tree_is_sound() {
        command().debug_assert();
        let listed: Vec<&str> = MAKES_USE_OF.iter().map(|(name, _)| *name).collect();
        assert_eq!(names(), listed, "every command says which options it makes use of");
    }

    #[test]
    fn every_command_has_a_file_a_test_and_a_section_in_the_guide() {
        let here = Path::new(env!("CARGO_MANIFEST_DIR"));
        let guide = std::fs::read_to_string(here.join("../../docs/guide.md")).unwrap();
        for name in names() {
            for file in [format!("src/commands/{name}.rs"), format!("tests/{name}.rs")] {
                assert!(here.join(&file).is_file(), "{name} has no {file}");
            }
            let heading = format!("## {name}");
            assert!(guide.lines().any(|line| line == heading), "docs/guide.md has no section “{heading}”");
        }
    }
}
