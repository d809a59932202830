//! `linchpin report`: the living study as a document.

use crate::context::Context;
use crate::error::Error;
use crate::names::{Names, study_error};
use crate::render::date;
use crate::written::Written;
use linchpin_publish::report::document::Document;
use linchpin_publish::report::{Question, ask, document, docx, empty, html, typst};
use linchpin_study::Error as StudyError;
use std::path::{Path, PathBuf};

/// The options of `report`.
#[derive(clap::Args)]
pub struct Args {
    #[arg(long, short = 'o', value_name = "FILE")]
    out: Option<PathBuf>,
    #[arg(long, value_name = "DATE")]
    since: Option<String>,
    #[arg(long, value_name = "ID")]
    framework: Option<String>,
}

pub fn run(args: &Args, context: &Context<'_>) -> Result<(), Error> {
    let voice = context.voice;
    let form = form(args.out.as_deref(), context)?;
    let snapshot = context.snapshot()?;
    let since = args.since.as_deref().map(|day| date::option("--since", day, voice)).transpose()?;
    let setting = context.setting(args.framework.clone())?;
    let failed = |error| study_error(error, voice);
    let framework = setting.framework(&snapshot).map_err(failed)?;
    let names = |day| Names::new(voice, &snapshot, framework, day);
    let bytes = match setting.basis(&setting.view(&snapshot)) {
        Err(StudyError::NoStatements) => {
            let names = names(setting.as_of.unwrap_or_else(date::today));
            form.write(&empty(&names).map_err(unsaid)?, &names)
        }
        Err(error) => return Err(failed(error)),
        Ok(basis) => {
            let found = ask(&Question { since, setting: setting.clone() }, &snapshot).map_err(failed)?;
            let names = names(basis.as_of);
            form.write(&document(&found, &names).map_err(unsaid)?, &names)
        }
    };
    let bytes = bytes?;
    match &args.out {
        Some(path) => Written::beside(path, &bytes, voice)?.put(true, voice),
        None => context.put(&bytes),
    }
}

/// Why a sentence cannot be spoken: a fault of the dossier, which lacks a name.
fn unsaid(error: linchpin_publish::sentence::Error) -> Error {
    Error::input(error.to_string())
}

/// In which form a report is written.
#[derive(Clone, Copy)]
enum Form {
    Html,
    Docx,
    Typst,
}

impl Form {
    fn write(self, document: &Document, names: &Names<'_>) -> Result<Vec<u8>, Error> {
        match self {
            Form::Html => Ok(html::html(document, names).map_err(unsaid)?.into_bytes()),
            Form::Docx => docx::docx(document, names).map_err(|error| Error::input(error.to_string())),
            Form::Typst => Ok(typst::typst(document, names).map_err(unsaid)?.into_bytes()),
        }
    }
}

/// The form that the ending of the file asks for; HTML without a file.
fn form(out: Option<&Path>, context: &Context<'_>) -> Result<Form, Error> {
    let Some(path) = out else { return Ok(Form::Html) };
    let ending = path.extension().and_then(|ending| ending.to_str()).unwrap_or_default().to_lowercase();
    match ending.as_str() {
        "html" | "htm" => Ok(Form::Html),
        "docx" => Ok(Form::Docx),
        "typ" => Ok(Form::Typst),
        _ => {
            let slots = [("file", path.display().to_string().into())];
            let error = Error::usage(context.voice.fill("report-ending", &slots));
            Err(error.with(context.voice.say("report-ending-remedy")))
        }
    }
}
