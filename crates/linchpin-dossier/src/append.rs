//! Appending to the logs of a dossier.
//!
//! A line counts as written once [`append`] has returned: then it is on the disk. Whatever happens before, at any
//! moment, the log holds all lines that were ever confirmed, and at most one torn line after them, which the next
//! append moves out of the way.

use crate::log_file::{self, LONGEST_LINE};
use crate::read::{line_faults, load};
use crate::{Faults, Folder, Located, Logged};
use linchpin_model::check;
use linchpin_model::fault::Fault;
use linchpin_model::id::{SourceId, is_well_formed};
use linchpin_model::log::Line;
use std::fs::{self, File, OpenOptions};
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Why nothing was appended. The log is as it was.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// the new lines are at fault; their places count the lines that were given, from 1
    #[error("nothing was written, because the new lines are at fault:\n{0}")]
    Lines(Faults),
    /// the dossier's words cannot be read, so nobody knows whether the lines are right
    #[error("nothing was written, because the dossier's words are at fault:\n{0}")]
    Words(Faults),
    /// the dossier cannot be written to
    #[error("nothing was written: cannot {doing} {}: {cause}", .path.display())]
    Io {
        /// what was tried
        doing: &'static str,
        /// with what
        path: PathBuf,
        /// what went wrong
        #[source]
        cause: io::Error,
    },
}

/// What an append did besides appending.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Appended {
    /// where a torn last line was moved to
    pub torn: Option<PathBuf>,
}

/// Appends lines to the log of a source: all of them, or none. When this returns, they are on the disk.
///
/// Lines that would make the dossier unsound are refused. Writers of the same dossier wait for each other.
pub fn append(dir: &Path, source: &SourceId, lines: &[Line]) -> Result<Appended, Error> {
    if lines.is_empty() {
        return Ok(Appended::default());
    }
    let statements = dir.join("statements");
    let (bytes, checked) = written(lines);
    checked?;
    // Whatever holds no dossier is not made into one.
    if !dir.join("dossier.toml").is_file() {
        return Err(Error::Words(Faults(load(&Folder::new(dir)).faults)));
    }
    if !statements.is_dir() {
        fs::create_dir(&statements).map_err(failed("make the folder", &statements))?;
        sync_folder(dir)?;
    }
    let _lock = lock(&statements)?;
    validate(dir, source, lines)?;
    let path = statements.join(format!("{source}.jsonl"));
    write(&path, source, &bytes)
}

/// The lines as bytes, and what cannot be written so that it reads back.
fn written(lines: &[Line]) -> (Vec<u8>, Result<(), Error>) {
    let (mut bytes, mut faults) = (Vec::new(), Vec::new());
    for (at, line) in lines.iter().enumerate() {
        let start = bytes.len();
        if let Err(error) = serde_json::to_writer(&mut bytes, line) {
            faults.push(new_line(
                at,
                Fault::new("unwritable", error.to_string(), "write a value that JSON has"),
            ));
        }
        let length = bytes.len() - start;
        if length > LONGEST_LINE {
            let what = format!("the line has {length} bytes; more than {LONGEST_LINE} are not read");
            faults.push(new_line(at, Fault::new("line-too-long", what, "write a shorter statement")));
        } else if let Err(unread) = log_file::parse(&bytes[start..], true) {
            faults.extend(unread.faults.into_iter().map(|(_, fault)| new_line(at, fault)));
        }
        bytes.push(b'\n');
    }
    let outcome = if faults.is_empty() { Ok(()) } else { Err(Error::Lines(Faults(faults))) };
    (bytes, outcome)
}

fn new_line(at: usize, fault: Fault) -> Located {
    Located { file: "new".into(), line: Some(at as u64 + 1), column: None, fault }
}

fn refuse_unknown_words(loaded: &crate::read::Loaded) -> Result<(), Error> {
    if loaded.settings.is_some() && loaded.missing.is_empty() {
        return Ok(());
    }
    let about_words = |located: &&Located| !located.file.ends_with(".jsonl");
    Err(Error::Words(Faults(loaded.faults.iter().filter(about_words).cloned().collect())))
}

/// Checks the new lines as if they stood in the log already.
fn validate(dir: &Path, source: &SourceId, lines: &[Line]) -> Result<(), Error> {
    let loaded = load(&Folder::new(dir));
    refuse_unknown_words(&loaded)?;
    let words = loaded.words();
    let mut faults = Vec::new();
    if !is_well_formed(source.as_str()) || !words.known.sources.contains_key(source) {
        let ids = words.known.sources.keys().map(|id| id.as_str());
        let remedy = check::instead(source.as_str(), ids, || "add it to sources.toml first".into());
        let what = format!("“{source}” is no source of this dossier");
        faults.push(new_line(0, Fault::new("unknown-source", what, remedy)));
    }
    let file: Arc<str> = format!("statements/{source}.jsonl").into();
    for (at, line) in lines.iter().enumerate() {
        let logged = Logged { file: file.clone(), number: at as u64 + 1, line: line.clone() };
        faults.extend(line_faults(&logged, &words).into_iter().map(|fault| new_line(at, fault)));
    }
    let before = loaded.lines.len();
    let all: Vec<&Line> = loaded.lines.iter().map(|logged| &logged.line).chain(lines).collect();
    let place = |at: usize| match loaded.lines.get(at) {
        Some(logged) => format!("{}:{}", logged.file, logged.number),
        None => format!("new:{}", at - before + 1),
    };
    let together = check::log(&all, place, &loaded.unreadable_statements);
    faults
        .extend(together.into_iter().filter(|(at, _)| *at >= before).map(|(at, f)| new_line(at - before, f)));
    faults.sort();
    if faults.is_empty() { Ok(()) } else { Err(Error::Lines(Faults(faults))) }
}

/// Waits until no other program writes to the dossier, and keeps others out while the file is held.
fn lock(statements: &Path) -> Result<File, Error> {
    let path = statements.join(".lock");
    let file = OpenOptions::new()
        .write(true)
        .create(true)
        .truncate(false)
        .open(&path)
        .map_err(failed("write to", statements))?;
    file.lock().map_err(failed("lock", &path))?;
    Ok(file)
}

fn write(path: &Path, source: &SourceId, bytes: &[u8]) -> Result<Appended, Error> {
    let new = !path.exists();
    let mut log =
        OpenOptions::new().read(true).append(true).create(true).open(path).map_err(failed("write", path))?;
    let (tail, torn) = tail(&mut log).map_err(failed("read", path))?;
    let mut appended = Appended::default();
    let mut content = Vec::with_capacity(bytes.len() + 1);
    if torn {
        appended.torn = Some(set_aside(&mut log, tail, path, source)?);
    } else if tail.is_some() {
        content.push(b'\n');
    }
    content.extend_from_slice(bytes);
    let length = log.metadata().map_err(failed("read", path))?.len();
    // One write, so that a crash leaves a beginning of these lines and never a mixture.
    let done = log.write_all(&content).and_then(|()| log.sync_all());
    if let Err(error) = done {
        // Not confirmed, so not kept. If even this fails, the first error is the one to tell.
        let _ = log.set_len(length).and_then(|()| log.sync_all());
        return Err(failed("write", path)(error));
    }
    if let (true, Some(folder)) = (new, path.parent()) {
        sync_folder(folder)?;
    }
    Ok(appended)
}

/// Where a last line starts that no line break ends, if there is one, and whether it is torn.
fn tail(log: &mut File) -> io::Result<(Option<u64>, bool)> {
    let length = log.metadata()?.len();
    let mut start = length;
    let mut piece = vec![0; 1 << 16];
    while start > 0 {
        let size = piece.len().min(usize::try_from(start).unwrap_or(usize::MAX));
        log.seek(SeekFrom::Start(start - size as u64))?;
        log.read_exact(&mut piece[..size])?;
        let line_break = piece[..size].iter().rposition(|byte| *byte == b'\n');
        if let Some(at) = line_break {
            start = start - size as u64 + at as u64 + 1;
            break;
        }
        start -= size as u64;
    }
    if start == length {
        return Ok((None, false));
    }
    if length - start > LONGEST_LINE as u64 {
        return Ok((Some(start), true));
    }
    let mut last = Vec::new();
    log.seek(SeekFrom::Start(start))?;
    log.read_to_end(&mut last)?;
    let whole = serde_json::from_slice::<serde::de::IgnoredAny>(&last).is_ok();
    Ok((Some(start), !whole))
}

/// Moves the torn end of a log to a file of its own.
fn set_aside(log: &mut File, start: Option<u64>, path: &Path, source: &SourceId) -> Result<PathBuf, Error> {
    let start = start.unwrap_or(0);
    let folder = path.parent().unwrap_or(Path::new("."));
    let (mut aside, target) = free_name(folder, source)?;
    log.seek(SeekFrom::Start(start)).map_err(failed("read", path))?;
    let copied = io::copy(&mut *log, &mut aside).and_then(|_| aside.sync_all());
    copied.map_err(failed("write", &target))?;
    sync_folder(folder)?;
    log.set_len(start).and_then(|()| log.sync_all()).map_err(failed("shorten", path))?;
    Ok(target)
}

/// A new file `<source>.torn-<n>`, for the smallest number that is free.
fn free_name(folder: &Path, source: &SourceId) -> Result<(File, PathBuf), Error> {
    let mut number = 1u32;
    loop {
        let target = folder.join(format!("{source}.torn-{number}"));
        match File::create_new(&target) {
            Ok(file) => return Ok((file, target)),
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists && number < u32::MAX => number += 1,
            Err(error) => return Err(failed("write", &target)(error)),
        }
    }
}

/// Makes a new name in a folder last, where the system has such a thing.
fn sync_folder(folder: &Path) -> Result<(), Error> {
    if cfg!(unix) {
        File::open(folder).and_then(|folder| folder.sync_all()).map_err(failed("write to", folder))?;
    }
    Ok(())
}

fn failed(doing: &'static str, path: &Path) -> impl FnOnce(io::Error) -> Error {
    let path = path.to_path_buf();
    move |cause| Error::Io { doing, path, cause }
}
