//! `linchpin anchor`.

mod harness;
use harness::linchpin;
use insta::assert_snapshot;
use std::fs;

const TEXT: &str =
    "The alliance rests on two pillars.\nOne is law, the other is\nhabit. The alliance rests.\n";

fn run(args: &[&str]) -> harness::Run {
    let temporary = tempfile::tempdir().expect("a temporary folder");
    let file = temporary.path().join("study.txt");
    fs::write(&file, TEXT).expect("the file can be written");
    let file = file.to_str().expect("a path of text");
    let mut run = linchpin(&[&["anchor", file], args].concat());
    run.stderr = run.stderr.replace(file, "study.txt");
    run
}

#[test]
fn json_ready_to_be_pasted() {
    assert_snapshot!(run(&["--find", "the other is habit."]).output());
    assert_snapshot!(run(&["--find", "One is … habit", "--quote"]).output());
}

#[test]
fn json_is_the_only_form() {
    let find = ["--find", "the other is habit."];
    let with = |format: &str| run(&[&find[..], &["--format", format]].concat());
    assert_eq!(with("json").output(), run(&find).output());
    assert_eq!([with("text").code, with("csv").code], [2; 2]);
}

#[test]
fn what_is_not_there_once() {
    let mut told = String::new();
    for passage in ["The alliance rests", "three pillars", ""] {
        for lang in ["en", "de"] {
            told.push_str(&run(&["--find", passage, "--lang", lang]).told());
        }
    }
    assert_snapshot!(told);
    assert_eq!(run(&["--find", "The alliance rests"]).code, 1);
}

#[test]
fn a_file_that_cannot_be_read() {
    let told =
        ["en", "de"].map(|lang| linchpin(&["anchor", "missing.txt", "--find", "x", "--lang", lang]).told());
    assert_snapshot!(told.concat());
}
