//! `linchpin new DIR`: a new dossier, minimal or as a copy.

use crate::builtin::{self, BuiltIn};
use crate::context::{Context, Place};
use crate::error::{Error, at};
use linchpin_dossier::{Folder, new};
use std::path::PathBuf;

/// The options of `new`.
#[derive(clap::Args)]
pub struct Args {
    #[arg(value_name = "DIR")]
    dir: PathBuf,
    #[arg(long, value_name = "DOSSIER")]
    from: Option<String>,
}

pub fn run(args: &Args, context: &Context<'_>) -> Result<(), Error> {
    let voice = context.voice;
    let dir = args.dir.display().to_string();
    let made = match args.from.as_deref() {
        None => new::minimal(&args.dir),
        Some(builtin::NAME) => new::copy(&BuiltIn, &args.dir),
        Some(from) => {
            let from = PathBuf::from(from);
            if !from.exists() {
                let slots = [("from", from.display().to_string().into()), ("known", builtin::NAME.into())];
                return Err(Error::input(voice.fill("new-from-missing", &slots))
                    .with(voice.fill("new-from-remedy", &[("known", builtin::NAME.into())])));
            }
            Place::Folder(from.clone()).must_exist(voice)?;
            new::copy(&Folder::new(from), &args.dir)
        }
    };
    made.map_err(|error| match error {
        new::Error::NotEmpty(path) => {
            Error::input(voice.fill("new-not-empty", &[("dir", path.display().to_string().into())]))
                .with(voice.say("new-not-empty-remedy"))
        }
        new::Error::NotAFolder(path) => {
            Error::input(voice.fill("new-not-a-folder", &[("dir", path.display().to_string().into())]))
                .with(voice.say("new-not-empty-remedy"))
        }
        new::Error::Io { path, cause, .. } => at(voice, &path.display().to_string(), &cause),
        new::Error::BadName(name) => Error::input(voice.fill("new-bad-name", &[("name", name.into())])),
    })?;
    context.print(&format!("{}\n", voice.fill("new-done", &[("dir", dir.into())])))
}
