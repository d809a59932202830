//! `linchpin man`.

mod harness;
use harness::linchpin;
use insta::assert_snapshot;

#[test]
fn in_english() {
    assert_snapshot!(linchpin(&["man"]).output());
}

#[test]
fn in_german() {
    assert_snapshot!(linchpin(&["man", "--lang", "de"]).output());
}

#[test]
fn a_page_for_each_command() {
    let temporary = tempfile::tempdir().unwrap();
    let dir = temporary.path().join("man1");
    let told = linchpin(&["man", "--dir", dir.to_str().unwrap()]).output();
    assert_eq!(told.lines().count(), std::fs::read_dir(&dir).unwrap().count());
    let page = std::fs::read_to_string(dir.join("linchpin-assess.1")).unwrap();
    assert!(page.contains("linchpin\\-assess") && page.contains("\\-\\-since"), "{page}");
}
