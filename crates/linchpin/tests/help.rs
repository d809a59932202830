//! `linchpin help`, and what is said of a command line that is wrong.

mod harness;
use harness::{command, linchpin};
use insta::assert_snapshot;

const COMMANDS: [&str; 11] = [
    "assess",
    "explain",
    "compare",
    "statements",
    "validate",
    "check",
    "new",
    "anchor",
    "completions",
    "man",
    "help",
];

#[test]
fn of_every_command() {
    for lang in ["en", "de"] {
        let mut told = linchpin(&["help", "--lang", lang]).output();
        for name in COMMANDS {
            told.push_str(&format!(
                "\n================ {name}\n{}",
                linchpin(&["help", name, "--lang", lang]).output()
            ));
        }
        assert_snapshot!(format!("of_every_command_{lang}"), told);
    }
}

#[test]
fn is_the_same_in_every_place() {
    for name in COMMANDS {
        let asked = linchpin(&["help", name]).output();
        assert_eq!(linchpin(&[name, "--help"]).output(), asked);
        assert_eq!(linchpin(&[name, "-h"]).output(), asked);
    }
    assert_eq!(linchpin(&["--help"]).output(), linchpin(&["help"]).output());
}

#[test]
fn the_language_comes_from_the_locale() {
    let german = linchpin(&["help", "--lang", "de"]).output();
    let output = command(&["help"]).env("LANG", "de_CH.UTF-8").output().unwrap();
    assert_eq!(String::from_utf8(output.stdout).unwrap(), german);
}

#[test]
fn wrong_command_lines() {
    let mut told = String::new();
    for line in [
        "asess",
        "help chek",
        "help xyz",
        "assess --sinse 2020",
        "assess --format yaml",
        "assess --format",
        "assess --seed -1",
        "assess --seed 1 --seed 2",
        "assess --lang fr",
        "check --draws 500",
        "man --as-of 2021",
        "new",
        "new a b",
        "new a --format json",
        "new --dossier a b",
        "--draws 5000",
        "completions bsh",
        "anchor x --find y --format csv",
    ] {
        for lang in ["en", "de"] {
            let args: Vec<&str> = line.split(' ').collect();
            let locale = if lang == "de" { "de_DE.UTF-8" } else { "C" };
            let output = command(&args).env("LC_ALL", locale).output().unwrap();
            assert_eq!((output.status.code(), output.stdout.len()), (Some(2), 0), "{line}");
            told.push_str(&format!("$ linchpin {line}\n{}\n", String::from_utf8(output.stderr).unwrap()));
        }
    }
    assert_snapshot!(told);
}

#[test]
fn no_command_at_all_shows_the_help() {
    let run = linchpin(&[]);
    assert_eq!(run.code, 2);
    assert_eq!(run.stdout, linchpin(&["help"]).output());
}

#[test]
fn the_version() {
    assert_eq!(linchpin(&["--version"]).output(), format!("linchpin {}\n", env!("CARGO_PKG_VERSION")));
}

#[cfg(debug_assertions)]
#[test]
fn a_panic_is_a_bug_and_says_so() {
    for (lang, word) in [("en", "This is a bug in linchpin"), ("de", "Das ist ein Fehler in linchpin")] {
        let output = command(&["assess", "--lang", lang]).env("LINCHPIN_TEST_PANIC", "1").output().unwrap();
        assert_eq!(output.status.code(), Some(3));
        let told = String::from_utf8(output.stderr).unwrap();
        assert!(told.contains(word) && told.contains("a panic, asked for by a test"), "{told}");
    }
}
