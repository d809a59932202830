//! The corpus of broken dossiers in `tests/broken`.
//!
//! Each folder there is a case. It holds the files that differ from the minimal dossier, `removed.txt` with the names
//! of files that are missing, one on each line, and `expected.txt` with the report. To accept new reports, run
//! `UPDATE_EXPECTED=1 cargo test -p linchpin-dossier --test broken` and review what changed.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on may stop")]

use linchpin_dossier::{Report, check, check_files, new};
use std::collections::BTreeMap;
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

fn cases() -> Vec<PathBuf> {
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/broken");
    let mut cases: Vec<_> = fs::read_dir(corpus).unwrap().map(|entry| entry.unwrap().path()).collect();
    cases.sort();
    cases
}

/// The minimal dossier with the changes of a case.
fn files_of(case: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut files = new::minimal_files();
    let mut folders = vec![case.to_path_buf()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let name = path.strip_prefix(case).unwrap().to_str().unwrap().replace('\\', "/");
            match name.as_str() {
                "expected.txt" => {}
                "removed.txt" => {
                    for removed in fs::read_to_string(&path).unwrap().lines() {
                        files.remove(removed).expect("a file of the minimal dossier is removed");
                    }
                }
                _ => {
                    files.insert(name, fs::read(&path).unwrap());
                }
            }
        }
    }
    files
}

fn printed(report: &Report) -> String {
    report.faults.iter().fold(String::new(), |mut text, fault| {
        writeln!(text, "{fault}").unwrap();
        text
    })
}

#[test]
fn every_case_is_reported_as_expected() {
    let accept = std::env::var_os("UPDATE_EXPECTED").is_some();
    let mut wrong = Vec::new();
    let cases = cases();
    assert!(cases.len() >= 40, "only {} cases", cases.len());
    for case in &cases {
        let report = printed(&check_files(&files_of(case)));
        let expected = case.join("expected.txt");
        if accept {
            fs::write(&expected, &report).unwrap();
        }
        let expected = fs::read_to_string(&expected).unwrap_or_default();
        if report != expected || report.is_empty() {
            let name = case.file_name().unwrap().to_string_lossy().into_owned();
            wrong.push(format!("{name}\n--- expected\n{expected}--- reported\n{report}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_folder_on_disk_is_reported_like_files_in_memory() {
    for case in cases().iter().step_by(7) {
        let files = files_of(case);
        let dir = tempfile::tempdir().unwrap();
        for (name, bytes) in &files {
            let path = dir.path().join(name);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, bytes).unwrap();
        }
        assert_eq!(check(dir.path()), check_files(&files), "{}", case.display());
    }
}

#[test]
fn a_folder_that_is_not_there_is_reported() {
    let home = tempfile::tempdir().unwrap();
    let report = printed(&check(&home.path().join("nowhere")));
    assert!(report.starts_with(".: unreadable-folder: the folder cannot be read: "), "{report}");
    assert!(report.ends_with("; give a folder that exists and that you may read\n"), "{report}");
}

#[test]
fn the_minimal_dossier_is_sound() {
    let report = check_files(&new::minimal_files());
    assert_eq!(printed(&report), "");
    assert_eq!((report.files, report.lines, report.statements), (10, 3, 3));
}
