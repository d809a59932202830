//! What the guide shows of the questions about the built-in dossier is what the program prints. Where lines are left out, the
//! guide has a line with `…`.

mod harness;
use harness::command;
use std::path::Path;

/// 22 November 2026
const DAY_OF_GUIDE: &str = "1795305600";
/// Commands whose examples need no files of the reader's; the guide names files from the root of the repository.
const CHECKED: [&str; 28] = [
    "overview",
    "assess",
    "explain",
    "compare",
    "trajectory",
    "changes",
    "profile",
    "matrix",
    "fears",
    "burden",
    "support",
    "exposure",
    "formats",
    "mechanisms",
    "timeline",
    "calendar",
    "statements",
    "sensitivity",
    "sources",
    "retract",
    "robustness",
    "overturn",
    "tensions",
    "gaps",
    "verify",
    "weigh",
    "index",
    "export",
];

struct Example {
    args: Vec<String>,
    /// stretches of output, without the lines left out between them
    shown: Vec<String>,
}

fn examples(guide: &str) -> Vec<Example> {
    let mut found: Vec<Example> = vec![];
    for block in guide.split("```console\n").skip(1) {
        let block = block.split("```").next().unwrap_or_default();
        for part in block.split("$ linchpin ").skip(1) {
            let mut lines = part.lines();
            let args = lines.next().unwrap_or_default().split_whitespace().map(String::from).collect();
            let output: Vec<&str> = lines.collect();
            let shown = output
                .split(|line| *line == "…")
                .map(|lines| lines.join("\n"))
                .filter(|stretch| !stretch.trim().is_empty())
                .collect();
            found.push(Example { args, shown });
        }
    }
    found
}

#[test]
fn shows_what_the_program_prints() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/guide.md");
    let guide = std::fs::read_to_string(path).expect("the guide");
    let mut checked = 0;
    for example in examples(&guide) {
        let known = example.args.first().is_some_and(|name| CHECKED.contains(&name.as_str()));
        if !known || example.shown.is_empty() {
            continue;
        }
        let args: Vec<&str> =
            ["--lang", "en"].into_iter().chain(example.args.iter().map(String::as_str)).collect();
        let output = command(&args)
            .env("SOURCE_DATE_EPOCH", DAY_OF_GUIDE)
            .current_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."))
            .output()
            .expect("the program starts");
        let told = [output.stdout, output.stderr].concat();
        let told = String::from_utf8(told).expect("the program speaks UTF-8");
        let mut rest = told.as_str();
        for stretch in &example.shown {
            match rest.find(stretch.trim_end()) {
                Some(at) => rest = &rest[at + stretch.trim_end().len()..],
                None => panic!("$ linchpin {}\nshows\n{stretch}\nbut prints\n{told}", example.args.join(" ")),
            }
        }
        checked += 1;
    }
    assert!(checked >= 5, "only {checked} examples with output");
}
