//! `linchpin export`: the study for other programs.

use crate::context::Context;
use crate::error::Error;
use crate::names::{Names, study_error};
use crate::written::Written;
use clap::{Subcommand, ValueEnum};
use linchpin_dossier::Snapshot;
use linchpin_publish::export::bibliography::{self, bibliography};
use linchpin_publish::export::statements::{self, statements};
use linchpin_publish::export::{assessment, map, network};
use linchpin_publish::figures::{Asked, Kind, ask};
use linchpin_study::assess::{Assess, answer};
use std::path::PathBuf;

/// The options of `export`.
#[derive(clap::Args)]
#[command(disable_help_subcommand = true, arg_required_else_help = true)]
pub struct Args {
    #[command(subcommand)]
    what: What,
}

#[derive(Subcommand)]
enum What {
    Bibliography {
        #[arg(long = "as", value_name = "FORM", value_enum, default_value_t = Library::CslJson)]
        form: Library,
        #[command(flatten)]
        to: To,
    },
    Statements {
        #[arg(long = "as", value_name = "FORM", value_enum, default_value_t = Lines::Csv)]
        form: Lines,
        #[command(flatten)]
        to: To,
    },
    Assessment {
        #[arg(value_name = "TIE")]
        ties: Vec<String>,
        #[arg(long, value_name = "ID")]
        framework: Option<String>,
        #[command(flatten)]
        to: To,
    },
    Network {
        #[command(flatten)]
        to: To,
    },
    Map {
        #[command(flatten)]
        to: To,
    },
}

/// Where the export goes.
#[derive(clap::Args)]
struct To {
    #[arg(long, short = 'o', value_name = "FILE")]
    out: Option<PathBuf>,
    #[arg(long, requires = "out")]
    force: bool,
}

#[derive(ValueEnum, Clone, Copy)]
enum Library {
    CslJson,
    Bibtex,
    Ris,
}

impl From<Library> for bibliography::Form {
    fn from(form: Library) -> Self {
        match form {
            Library::CslJson => bibliography::Form::CslJson,
            Library::Bibtex => bibliography::Form::Bibtex,
            Library::Ris => bibliography::Form::Ris,
        }
    }
}

#[derive(ValueEnum, Clone, Copy)]
enum Lines {
    Csv,
    Jsonl,
    Annotations,
}

impl From<Lines> for statements::Form {
    fn from(form: Lines) -> Self {
        match form {
            Lines::Csv => statements::Form::Csv,
            Lines::Jsonl => statements::Form::JsonLines,
            Lines::Annotations => statements::Form::Annotations,
        }
    }
}

pub fn run(args: &Args, context: &Context<'_>) -> Result<(), Error> {
    let (What::Bibliography { to, .. }
    | What::Statements { to, .. }
    | What::Assessment { to, .. }
    | What::Network { to }
    | What::Map { to }) = &args.what;
    to.must_be_free(context)?;
    let snapshot = context.snapshot()?;
    let text = match &args.what {
        What::Bibliography { form, .. } => {
            let setting = context.setting(None)?;
            bibliography(&setting.view(&snapshot), (*form).into(), context.voice)
        }
        What::Statements { form, .. } => statements(&context.setting(None)?, &snapshot, (*form).into()),
        What::Assessment { ties, framework, .. } => {
            let setting = context.setting(framework.clone())?;
            let question = Assess { ties: ties.clone(), since: None, setting };
            let found = answer(&question, &snapshot).map_err(|error| study_error(error, context.voice))?;
            assessment::table(&found)
        }
        What::Map { .. } => map_of(&snapshot, context)?,
        What::Network { .. } => network::graph(snapshot.vocabulary(), context.setting(None)?.as_of),
    };
    to.write(&text, context)
}

/// The map that the figure of that name draws, as data.
fn map_of(snapshot: &Snapshot, context: &Context<'_>) -> Result<String, Error> {
    let setting = context.setting(None)?;
    let failed = |error| study_error(error, context.voice);
    let framework = setting.framework(snapshot).map_err(failed)?;
    let as_of = setting.basis(&setting.view(snapshot)).map_err(failed)?.as_of;
    let names = Names::new(context.voice, snapshot, framework, as_of);
    let asked = Asked { setting, ..Asked::default() };
    Ok(map::features(&ask(Kind::Map, &asked, snapshot).map_err(failed)?.figure(&names).table))
}

impl To {
    /// Refuses before anything is worked out what would be refused in the end.
    fn must_be_free(&self, context: &Context<'_>) -> Result<(), Error> {
        match &self.out {
            Some(path) if !self.force && path.exists() => {
                let slots = [("file", path.display().to_string().into())];
                Err(Error::input(context.voice.fill("export-exists", &slots))
                    .with(context.voice.say("export-exists-remedy")))
            }
            _ => Ok(()),
        }
    }

    fn write(&self, text: &str, context: &Context<'_>) -> Result<(), Error> {
        let Some(path) = &self.out else { return context.put(text.as_bytes()) };
        Written::beside(path, text.as_bytes(), context.voice)?.put(self.force, context.voice)?;
        let slots = [("file", path.display().to_string().into())];
        context.print(&format!("{}\n", context.voice.fill("export-done", &slots)))
    }
}
