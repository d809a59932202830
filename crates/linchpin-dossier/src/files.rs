//! Where the files of a dossier lie: in a folder on disk, in memory, or inside the program.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

/// A tree of files. Names are relative to the dossier and joined by `/`, such as `statements/swp-2021.jsonl`.
pub trait Files: Sync {
    /// The names of all files, in any order. Hidden files (their name, or their folder's, starts with a dot) are left
    /// out.
    fn list(&self) -> io::Result<Vec<String>>;

    /// One file, to be read from its start.
    fn open(&self, name: &str) -> io::Result<Box<dyn Read + '_>>;
}

/// A folder on disk. Its files are those at its top and in the folders right below it.
#[derive(Clone, Debug)]
pub struct Folder {
    path: PathBuf,
}

impl Folder {
    /// The folder at a path.
    pub fn new(path: impl Into<PathBuf>) -> Self {
        Folder { path: path.into() }
    }
}

impl Files for Folder {
    fn list(&self) -> io::Result<Vec<String>> {
        let mut names = Vec::new();
        for (name, path) in entries(&self.path)? {
            // a folder with the name of a file is listed as one, so that it is reported
            let posing = path.is_dir() && (name.ends_with(".toml") || name.ends_with(".jsonl"));
            if path.is_file() || posing {
                names.push(name);
            } else if path.is_dir() {
                let below = entries(&path)?.into_iter().filter(|(_, path)| path.is_file());
                names.extend(below.map(|(file, _)| format!("{name}/{file}")));
            }
        }
        Ok(names)
    }

    fn open(&self, name: &str) -> io::Result<Box<dyn Read + '_>> {
        let path = self.path.join(name);
        match path.is_dir() {
            true => Err(io::ErrorKind::IsADirectory.into()),
            false => Ok(Box::new(File::open(path)?)),
        }
    }
}

/// What stands in a folder, without what is hidden or has a name that is no text.
fn entries(folder: &Path) -> io::Result<Vec<(String, PathBuf)>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        if let Ok(name) = entry.file_name().into_string()
            && !name.starts_with('.')
        {
            found.push((name, entry.path()));
        }
    }
    Ok(found)
}

/// A tree of files in memory.
impl Files for BTreeMap<String, Vec<u8>> {
    fn list(&self) -> io::Result<Vec<String>> {
        Ok(self.keys().cloned().collect())
    }

    fn open(&self, name: &str) -> io::Result<Box<dyn Read + '_>> {
        match self.get(name) {
            Some(bytes) => Ok(Box::new(bytes.as_slice())),
            None => Err(io::ErrorKind::NotFound.into()),
        }
    }
}
