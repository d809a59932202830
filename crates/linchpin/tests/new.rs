//! `linchpin new`.

mod harness;
use harness::linchpin;
use insta::assert_snapshot;
use std::fs;

#[test]
fn a_small_dossier_that_is_sound_and_can_be_assessed() {
    let temporary = tempfile::tempdir().unwrap();
    let dir = temporary.path().join("mine");
    let dir = dir.to_str().unwrap();
    let told = linchpin(&["new", dir]).output().replace(dir, "DIR");
    assert_snapshot!(told, @"The dossier in DIR is ready. “linchpin --dossier DIR assess” assesses it.");
    linchpin(&["check", dir]).output();
    let assessed = linchpin(&["assess", "--dossier", dir, "--draws", "1000", "--format", "json"]).output();
    let shown = assessed.matches("\"shown\": true").count();
    assert_eq!(shown, 9, "the root and both criteria have a score, one before, and a change");
    assert!(!assessed.contains("\"shown\": false"), "{assessed}");
    assert!(
        linchpin(&["check", "--unused", dir])
            .output()
            .contains("Every statement feeds the framework “first”.")
    );
}

#[test]
fn a_copy_of_the_built_in_dossier_that_gives_the_same_answers() {
    let temporary = tempfile::tempdir().unwrap();
    let dir = temporary.path().join("kopie");
    let dir = dir.to_str().unwrap();
    let told = linchpin(&["new", "--from", "indo-pacific", dir, "--lang", "de"]).output().replace(dir, "DIR");
    assert_snapshot!(told, @"Das Dossier in DIR ist angelegt. „linchpin --dossier DIR assess“ bewertet es.");
    linchpin(&["check", dir]).output();
    assert_eq!(linchpin(&["statements"]).output(), linchpin(&["statements", "--dossier", dir]).output());
    let json = ["assess", "--format", "json", "--draws", "1000"];
    assert_eq!(linchpin(&json).output(), linchpin(&[&json[..], &["--dossier", dir]].concat()).output());
}

#[test]
fn nothing_is_overwritten() {
    let temporary = tempfile::tempdir().unwrap();
    let path = temporary.path();
    fs::write(path.join("notes.txt"), "mine").unwrap();
    let mut told = String::new();
    for lang in ["en", "de"] {
        let full = linchpin(&["new", path.to_str().unwrap(), "--lang", lang]);
        let file = linchpin(&["new", path.join("notes.txt").to_str().unwrap(), "--lang", lang]);
        let from = linchpin(&["new", "--from", "nowhere", path.join("x").to_str().unwrap(), "--lang", lang]);
        assert_eq!([full.code, file.code, from.code], [1; 3]);
        told.push_str(&(full.told() + &file.told() + &from.told()).replace(path.to_str().unwrap(), "DIR"));
    }
    assert_snapshot!(told);
    assert_eq!(fs::read_to_string(path.join("notes.txt")).unwrap(), "mine");
    assert_eq!(fs::read_dir(path).unwrap().count(), 1);
}
