//! New dossiers.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on may stop")]

use linchpin_dossier::new::{Error, copy, minimal, minimal_files};
use linchpin_dossier::{Files, Folder, check, read, read_files};
use std::collections::BTreeMap;
use std::fs;

#[test]
fn a_minimal_dossier_is_sound_wherever_it_is_made() {
    let home = tempfile::tempdir().unwrap();
    let deep = home.path().join("one/two");
    minimal(&deep).unwrap();
    assert!(check(&deep).is_sound());
    let empty = home.path().join("empty");
    fs::create_dir(&empty).unwrap();
    minimal(&empty).unwrap();
    assert_eq!(read(&empty).unwrap().version(), read_files(&minimal_files()).unwrap().version());
    assert!(empty.join(".gitignore").is_file());
    let names = |dir: &std::path::Path| fs::read_dir(dir).unwrap().count();
    assert_eq!((names(home.path()), names(&deep.join(".."))), (2, 1), "nothing is left beside it");
    assert_eq!(names(&empty), 11, "eight files, two folders and .gitignore");
}

#[test]
fn what_is_there_is_left_alone() {
    let home = tempfile::tempdir().unwrap();
    let file = home.path().join("notes.txt");
    fs::write(&file, "mine").unwrap();
    assert!(matches!(minimal(home.path()), Err(Error::NotEmpty(_))));
    assert!(matches!(minimal(&file), Err(Error::NotAFolder(_))));
    assert!(matches!(minimal(&file.join("below")), Err(Error::Io { .. })));
    assert_eq!(fs::read_dir(home.path()).unwrap().count(), 1);
    assert_eq!(fs::read_to_string(&file).unwrap(), "mine");
}

#[test]
fn a_copy_that_fails_leaves_nothing() {
    let home = tempfile::tempdir().unwrap();
    let target = home.path().join("copy");
    for bad in ["../outside.txt", "/outside.txt", ""] {
        let mut files = minimal_files();
        files.insert(bad.into(), b"x".to_vec());
        assert!(matches!(copy(&files, &target), Err(Error::BadName(_))), "{bad}");
    }
    let files: BTreeMap<String, Vec<u8>> = minimal_files();
    struct Gone(BTreeMap<String, Vec<u8>>);
    impl Files for Gone {
        fn list(&self) -> std::io::Result<Vec<String>> {
            Ok(self.0.keys().cloned().chain(["gone.toml".into()]).collect())
        }
        fn open(&self, name: &str) -> std::io::Result<Box<dyn std::io::Read + '_>> {
            self.0.open(name)
        }
    }
    let error = copy(&Gone(files), &target).unwrap_err().to_string();
    assert!(error.starts_with("cannot read gone.toml"), "{error}");
    assert_eq!(fs::read_dir(home.path()).unwrap().count(), 0);
}

#[test]
fn a_copy_of_a_folder_is_the_same_dossier() {
    let home = tempfile::tempdir().unwrap();
    let (first, second) = (home.path().join("first"), home.path().join("second"));
    minimal(&first).unwrap();
    copy(&Folder::new(&first), &second).unwrap();
    assert_eq!(read(&first).unwrap().version(), read(&second).unwrap().version());
}
