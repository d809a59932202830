//! What the README shows is what the program prints. `UPDATE_README=1 cargo test -p linchpin --test readme` renews it.

mod harness;
use harness::command;
use std::path::Path;

const BEGIN: &str = "```text\n";
/// 22 November 2026
const DAY_OF_README: &str = "1795305600";
const END: &str = "\n```\n";

#[test]
fn shows_what_the_program_prints() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../README.md");
    let readme = std::fs::read_to_string(&path).expect("the README");
    let start = readme.find(BEGIN).expect("a block of output") + BEGIN.len();
    let end = start + readme[start..].find(END).expect("its end");
    let shown = &readme[start..end];
    let mut assess = command(&["--lang", "en", "assess", "--as-of", "2021-05-10"]);
    let output = assess.env("SOURCE_DATE_EPOCH", DAY_OF_README).output().expect("the program starts");
    let told = String::from_utf8(output.stdout).expect("the program speaks UTF-8");
    let told = told.trim_end();
    if std::env::var_os("UPDATE_README").is_some() {
        let renewed = format!("{}{told}{}", &readme[..start], &readme[end..]);
        std::fs::write(&path, renewed).expect("the README can be written");
        return;
    }
    assert_eq!(shown, told, "UPDATE_README=1 renews it");
}

#[test]
fn its_two_commands_come_first() {
    let readme = include_str!("../../../README.md");
    let first = readme.split("```").nth(1).expect("a block of commands");
    assert_eq!(first, "console\ncargo run --release -- assess\ncargo test --workspace\n");
}
