//! `linchpin report`.

mod harness;
use harness::{linchpin, northland, northland_with, on, refused};
use insta::assert_snapshot;
use std::fs;

/// The text of a report without drawings, style and marks.
fn words(html: &str) -> String {
    let mut text = html.to_string();
    for (from, to) in [("<style>", "</style>"), ("<svg", "</svg>"), ("<span class=\"footnote\"", "</span>")] {
        while let Some(start) = text.find(from) {
            let end = text[start..].find(to).map_or(text.len(), |end| start + end + to.len());
            text.replace_range(start..end, "");
        }
    }
    let mut out = String::new();
    let mut inside = false;
    for letter in text.chars() {
        match letter {
            '<' => inside = true,
            '>' => inside = false,
            other if !inside => out.push(other),
            _ => {}
        }
    }
    let lines: Vec<&str> = out.lines().map(str::trim_end).filter(|line| !line.is_empty()).collect();
    lines.join("\n")
}

#[test]
fn in_english() {
    assert_snapshot!(words(&northland(&["report", "--draws", "1000"]).output()));
}

#[test]
fn in_german() {
    assert_snapshot!(words(&northland(&["report", "--draws", "1000", "--lang", "de"]).output()));
}

#[test]
fn the_ending_of_the_file_decides_the_form() {
    let dir = tempfile::tempdir().expect("a folder");
    let begins: [(&str, &[u8]); 3] = [("x.html", b"<!doctype html>"), ("x.docx", b"PK"), ("x.typ", b"#let ")];
    for (name, begin) in begins {
        let path = dir.path().join(name);
        let file = path.to_str().expect("a path of text");
        assert_eq!(northland(&["report", "-o", file]).output(), "");
        let once = fs::read(&path).expect("a file");
        assert!(once.starts_with(begin), "{name}");
        northland(&["report", "-o", file, "--threads", "1"]).output();
        assert!(fs::read(&path).expect("a file") == once, "{name}: the same on one thread as on many");
    }
}

#[test]
fn a_dossier_without_statements_has_a_report() {
    let (_temporary, dir) = northland_with(&[]);
    fs::remove_dir_all(dir.join("statements")).expect("a folder");
    fs::remove_dir_all(dir.join("codings")).expect("a folder");
    let _ = fs::remove_file(dir.join("findings.toml"));
    let html = on(&dir, &["report"]).output();
    assert!(html.contains("no statements yet"), "{html}");
}

#[test]
fn what_cannot_be_written_is_refused() {
    let lines: &[&[&str]] = &[
        &["report", "-o", "x.pdf"],
        &["report", "--framework", "none"],
        &["report", "--known-at", "1900"],
        &["report", "--format", "json"],
    ];
    assert_snapshot!(refused(northland, lines));
}

#[test]
fn the_built_in_dossier_is_told_in_both_languages() {
    for (lang, says) in [("de", "Das Wichtigste in Kürze"), ("en", "Key points")] {
        let html = linchpin(&["report", "--lang", lang, "--draws", "1000"]).output();
        assert!(html.contains(says) && html.contains(&format!("<html lang=\"{lang}\">")));
        assert!(html.matches("<figure ").count() >= 14, "{}", html.matches("<figure ").count());
    }
}
