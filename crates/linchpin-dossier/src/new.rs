//! New dossiers: a minimal one, or a copy of another.

use crate::Files;
use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io;
use std::path::{Component, Path, PathBuf};

/// Why no dossier was made. Nothing is left behind.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// something is there already
    #[error("{} is not empty; give a folder that is empty or does not exist", .0.display())]
    NotEmpty(PathBuf),
    /// a file bears the name
    #[error("{} is a file; give a folder that is empty or does not exist", .0.display())]
    NotAFolder(PathBuf),
    /// the file to copy has a name that leads out of the dossier
    #[error(
        "“{0}” cannot be the name of a file in a dossier; write names without “..” and without a leading “/”"
    )]
    BadName(String),
    /// reading or writing failed
    #[error("cannot {doing} {}: {cause}", .path.display())]
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

/// The files of the minimal dossier.
const MINIMAL: [(&str, &str); 11] = [
    (".gitignore", include_str!("minimal/gitignore")),
    ("actors.toml", include_str!("minimal/actors.toml")),
    ("alliances.toml", include_str!("minimal/alliances.toml")),
    ("dossier.toml", include_str!("minimal/dossier.toml")),
    ("factors.toml", include_str!("minimal/factors.toml")),
    ("frameworks/first.toml", include_str!("minimal/frameworks/first.toml")),
    ("issues.toml", include_str!("minimal/issues.toml")),
    ("measures.toml", include_str!("minimal/measures.toml")),
    ("sources.toml", include_str!("minimal/sources.toml")),
    ("statements/polar-review-2023.jsonl", include_str!("minimal/statements/polar-review-2023.jsonl")),
    ("topics.toml", include_str!("minimal/topics.toml")),
];

/// The minimal dossier, in memory: one tie of two made-up members, a small framework, one source, three statements.
pub fn minimal_files() -> BTreeMap<String, Vec<u8>> {
    MINIMAL.iter().map(|(name, text)| ((*name).to_string(), text.as_bytes().to_vec())).collect()
}

/// Writes the minimal dossier into a folder that is empty or does not exist.
pub fn minimal(dir: &Path) -> Result<(), Error> {
    copy(&minimal_files(), dir)
}

/// Copies a dossier into a folder that is empty or does not exist. The folder appears with everything in it, or not
/// at all; one that exists already is filled file by file, `dossier.toml` last.
pub fn copy(files: &dyn Files, dir: &Path) -> Result<(), Error> {
    let exists = vacant(dir)?;
    let parent = dir.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let beside = if exists { dir } else { parent };
    fs::create_dir_all(beside).map_err(failed("make the folder", beside))?;
    let workshop = tempfile::Builder::new()
        .prefix(".linchpin-new-")
        .tempdir_in(beside)
        .map_err(failed("write to", beside))?;
    // One level deeper, because the temporary folder itself is closed to other users.
    let draft = workshop.path().join("dossier");
    fs::create_dir(&draft).map_err(failed("make the folder", &draft))?;
    for name in files.list().map_err(failed("list the files of", Path::new("the dossier to copy")))? {
        write(files, &name, &draft)?;
    }
    if exists { fill(&draft, dir) } else { fs::rename(&draft, dir).map_err(failed("make the folder", dir)) }
}

/// Whether the folder exists; an error, if something is in it.
fn vacant(dir: &Path) -> Result<bool, Error> {
    match fs::metadata(dir) {
        Ok(found) if !found.is_dir() => Err(Error::NotAFolder(dir.into())),
        Ok(_) => {
            let mut entries = fs::read_dir(dir).map_err(failed("read", dir))?;
            if entries.next().is_some() { Err(Error::NotEmpty(dir.into())) } else { Ok(true) }
        }
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(false),
        Err(error) => Err(failed("read", dir)(error)),
    }
}

fn write(files: &dyn Files, name: &str, draft: &Path) -> Result<(), Error> {
    let inside = Path::new(name).components().all(|part| matches!(part, Component::Normal(_)));
    if name.is_empty() || !inside {
        return Err(Error::BadName(name.into()));
    }
    let target = draft.join(name);
    if let Some(folder) = target.parent() {
        fs::create_dir_all(folder).map_err(failed("make the folder", folder))?;
    }
    let mut source = files.open(name).map_err(failed("read", Path::new(name)))?;
    let mut file = File::create_new(&target).map_err(failed("write", &target))?;
    io::copy(&mut source, &mut file).map_err(failed("write", &target))?;
    file.sync_all().map_err(failed("write", &target))
}

/// Moves everything into a folder that exists and is empty, and takes it back if that fails.
fn fill(draft: &Path, dir: &Path) -> Result<(), Error> {
    let entries = fs::read_dir(draft).map_err(failed("read", draft))?;
    let mut names: Vec<_> = entries.flatten().map(|entry| entry.file_name()).collect();
    names.sort_by_key(|name| (name == "dossier.toml", name.clone()));
    for (at, name) in names.iter().enumerate() {
        if let Err(error) = fs::rename(draft.join(name), dir.join(name)) {
            for moved in &names[..at] {
                // If even this fails, the first error is the one to tell.
                let _ = fs::rename(dir.join(moved), draft.join(moved));
            }
            return Err(failed("write to", dir)(error));
        }
    }
    Ok(())
}

fn failed(doing: &'static str, path: &Path) -> impl FnOnce(io::Error) -> Error {
    let path = path.to_path_buf();
    move |cause| Error::Io { doing, path, cause }
}
