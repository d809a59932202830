//! What every command works with: the voice, the shared options, the dossier, and the way out.

use crate::builtin::BuiltIn;
use crate::cli::{Format, Global};
use crate::error::{Error, at};
use crate::i18n::Voice;
use crate::render::{date, number};
use linchpin_dossier::{Faults, Files, Folder, Knowledge, Snapshot};
use linchpin_index::engine::Draws;
use linchpin_model::text::Lang;
use linchpin_publish::export::sheet;
use linchpin_study::{Precision, Setting};
use serde::Serialize;
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};

/// How many faults of a dossier are shown where another command needs it sound.
const FAULTS_SHOWN: usize = 5;

/// A folder with none of these is no dossier; one with any of them may be a broken one.
const PARTS: [&str; 4] = ["dossier.toml", "actors.toml", "sources.toml", "statements"];

/// Draws at most, where `--precision` decides.
const MOST_DRAWS: u64 = 10_000_000;

/// What a command works with.
pub struct Context<'v> {
    /// the user's language
    pub voice: &'v Voice,
    /// the shared options
    pub global: Global,
}

impl<'v> Context<'v> {
    /// Makes the shared options take effect.
    pub fn new(voice: &'v Voice, global: Global) -> Result<Self, Error> {
        if let Some(threads) = global.threads {
            let pool = rayon::ThreadPoolBuilder::new().num_threads(threads.into()).build_global();
            pool.map_err(|error| Error::input(error.to_string()))?;
        }
        Ok(Context { voice, global })
    }

    /// The user's language.
    pub fn lang(&self) -> Lang {
        self.voice.lang()
    }

    /// The form of the output.
    pub fn format(&self) -> Format {
        self.global.format.unwrap_or(Format::Text)
    }

    /// Prints an answer in the form of the output. The text is made only where it is wanted.
    pub fn show<A: Serialize>(
        &self,
        answer: &A,
        csv: impl FnOnce(&A, &Self) -> Result<(), Error>,
        text: impl FnOnce() -> Result<String, Error>,
    ) -> Result<(), Error> {
        match self.format() {
            Format::Json => self.json(answer),
            Format::Csv => csv(answer, self),
            Format::Text => self.print(&text()?),
        }
    }

    /// Where the dossier lies.
    pub fn place(&self) -> Place {
        self.global.dossier.clone().map_or(Place::BuiltIn, Place::Folder)
    }

    /// The dossier, which must be sound.
    pub fn snapshot(&self) -> Result<Snapshot, Error> {
        let place = self.place();
        place.must_exist(self.voice)?;
        linchpin_dossier::read_files(&*place.files()).map_err(|faults| self.unsound(&place, &faults))
    }

    /// Says what is wrong with a dossier.
    pub fn unsound(&self, place: &Place, Faults(faults): &Faults) -> Error {
        let mut what = self.voice.fill(
            "dossier-unsound",
            &[
                ("count", faults.len().into()),
                ("hidden", faults.len().saturating_sub(FAULTS_SHOWN).into()),
                ("place", place.name(self.voice).into()),
            ],
        );
        for fault in faults.iter().take(FAULTS_SHOWN) {
            what.push_str(&format!("\n  {}", place.locate(fault)));
        }
        let check = match place {
            Place::BuiltIn => "linchpin check".to_string(),
            Place::Folder(path) => format!("linchpin check {}", path.display()),
        };
        match faults.len() {
            1 => Error::input(what),
            _ => {
                Error::input(what).with(self.voice.fill("dossier-unsound-remedy", &[("check", check.into())]))
            }
        }
    }

    /// The setting of an assessment.
    pub fn setting(&self, framework: Option<String>) -> Result<Setting, Error> {
        let voice = self.voice;
        let as_of = self.global.as_of.as_deref();
        let known_at = self.global.known_at.as_deref();
        Ok(Setting {
            as_of: as_of.map(|day| date::past_option("--as-of", day, voice)).transpose()?,
            knowledge: Knowledge {
                known_at: known_at.map(|day| date::option("--known-at", day, voice)).transpose()?,
                recorded_by: None,
            },
            framework,
            draws: self.global.draws,
            precision: self.global.precision.as_deref().map(|given| precision(given, voice)).transpose()?,
            still: self.global.hold.iter().map(|hold| (*hold).into()).collect(),
            seed: self.global.seed,
        })
    }

    /// How often something other than an assessment is drawn.
    pub fn draws(&self) -> Result<Draws, Error> {
        let asked = self.global.precision.as_deref().map(|given| precision(given, self.voice)).transpose()?;
        let count = u64::from(self.global.draws);
        Ok(Draws { precision: asked.map(Precision::value), most: MOST_DRAWS.max(count), count })
    }

    /// Prints a text.
    pub fn print(&self, text: &str) -> Result<(), Error> {
        write(text, self.voice)
    }

    /// Prints an answer as one JSON object.
    pub fn json(&self, answer: &impl Serialize) -> Result<(), Error> {
        self.print(&json(answer))
    }

    /// Prints a table as CSV, safe to open in a spreadsheet.
    pub fn csv(
        &self,
        columns: &[&str],
        rows: impl IntoIterator<Item = impl IntoIterator<Item = impl AsRef<str>>>,
    ) -> Result<(), Error> {
        self.put(sheet::csv(columns, rows).as_bytes())
    }

    /// Prints what is for programs, byte by byte.
    pub fn put(&self, bytes: &[u8]) -> Result<(), Error> {
        finish(std::io::stdout().lock().write_all(bytes), self.voice)
    }

    /// A score in the user's language.
    pub fn score(&self, value: f64) -> String {
        number::score(value, self.lang())
    }

    /// A count in the user's language.
    pub fn count(&self, count: usize) -> String {
        number::count(count as u64, self.lang())
    }

    /// A share in the user's language.
    pub fn percent(&self, share: f64) -> String {
        number::percent(share, self.lang())
    }
}

/// An answer as one JSON object.
pub fn json(answer: &impl Serialize) -> String {
    let text =
        serde_json::to_string_pretty(answer).unwrap_or_else(|e| panic!("an answer became no JSON: {e}"));
    format!("{text}\n")
}

/// Where a dossier lies.
pub enum Place {
    /// inside the program
    BuiltIn,
    /// in a folder
    Folder(PathBuf),
}

impl Place {
    /// Its files.
    pub fn files(&self) -> Box<dyn Files> {
        match self {
            Place::BuiltIn => Box::new(BuiltIn),
            Place::Folder(path) => Box::new(Folder::new(path)),
        }
    }

    /// Says how to make a dossier where there is none.
    pub fn must_exist(&self, voice: &Voice) -> Result<(), Error> {
        let Place::Folder(path) = self else { return Ok(()) };
        let dir = path.display().to_string();
        let missing = |id: &str| {
            let make = voice.fill("dossier-missing-remedy", &[("dir", dir.clone().into())]);
            Error::input(voice.fill(id, &[("dir", dir.clone().into())])).with(make)
        };
        match std::fs::metadata(path) {
            Ok(found) if !found.is_dir() => Err(missing("dossier-no-folder")),
            Ok(_) if let Err(error) = std::fs::read_dir(path) => Err(at(voice, &dir, &error)),
            Ok(_) if !PARTS.iter().any(|part| path.join(part).exists()) => Err(missing("dossier-empty")),
            Ok(_) => Ok(()),
            Err(error) if error.kind() == ErrorKind::NotFound => Err(missing("dossier-missing")),
            Err(error) => Err(at(voice, &dir, &error)),
        }
    }

    /// Its name in a message.
    pub fn name(&self, voice: &Voice) -> String {
        match self {
            Place::BuiltIn => voice.say("dossier-built-in"),
            Place::Folder(path) => path.display().to_string(),
        }
    }

    /// One of its files, so that an editor finds it.
    pub fn file(&self, name: &str) -> String {
        match self {
            Place::BuiltIn => name.to_string(),
            Place::Folder(path) => path.join(name).display().to_string(),
        }
    }

    /// A fault with its place, so that an editor finds the file.
    pub fn locate(&self, fault: &linchpin_dossier::Located) -> String {
        match self {
            Place::BuiltIn => fault.to_string(),
            Place::Folder(path) if fault.file.is_empty() => format!("{}: {}", path.display(), fault.fault),
            Place::Folder(path) => path.join(fault.to_string()).display().to_string(),
        }
    }
}

/// Writes a text, in colour if the output is a terminal.
pub fn write(text: &str, voice: &Voice) -> Result<(), Error> {
    finish(anstream::stdout().write_all(text.as_bytes()), voice)
}

fn finish(written: std::io::Result<()>, voice: &Voice) -> Result<(), Error> {
    match written.and_then(|()| std::io::stdout().flush()) {
        Ok(()) => Ok(()),
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Err(Error::Gone),
        Err(error) => Err(at(voice, &voice.say("standard-output"), &error)),
    }
}

/// Reads a file of text.
pub fn read_text(path: &Path, voice: &Voice) -> Result<String, Error> {
    std::fs::read_to_string(path).map_err(|error| at(voice, &path.display().to_string(), &error))
}

/// The Monte Carlo error that `--precision` asks for, with a decimal point or comma.
fn precision(given: &str, voice: &Voice) -> Result<Precision, Error> {
    let value: Option<f64> = given.replace(',', ".").parse().ok();
    value.and_then(Precision::of).ok_or_else(|| {
        Error::usage(voice.fill("precision-malformed", &[("value", given.into())]))
            .with(voice.say("precision-remedy"))
    })
}
