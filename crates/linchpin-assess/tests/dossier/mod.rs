//! The built-in dossier in memory, to be changed by tests.

use linchpin_assess::Cell;
use linchpin_dossier::{Files, Folder, Snapshot, read_files};
use std::collections::BTreeMap;
use std::io::Read;
use std::path::Path;

/// All files of the built-in dossier.
pub fn files() -> BTreeMap<String, Vec<u8>> {
    let folder = Folder::new(Path::new(env!("CARGO_MANIFEST_DIR")).join("../../dossiers/indo-pacific"));
    folder
        .list()
        .unwrap()
        .into_iter()
        .map(|name| {
            let mut bytes = vec![];
            folder.open(&name).unwrap().read_to_end(&mut bytes).unwrap();
            (name, bytes)
        })
        .collect()
}

/// A dossier read from memory; panics with its faults.
pub fn read(files: &BTreeMap<String, Vec<u8>>) -> Snapshot {
    read_files(files).unwrap_or_else(|faults| panic!("{faults}"))
}

/// A tie at a date.
pub fn cell(tie: &str, as_of: &str) -> Cell {
    Cell { tie: tie.into(), as_of: as_of.parse().unwrap() }
}
