//! Runs the program as a user does, with a fixed clock and locale.

#![allow(dead_code, missing_docs, reason = "each test file uses some of it")]

use std::path::PathBuf;
use std::process::{Command, Stdio};

/// What a run of the program left.
pub struct Run {
    pub stdout: String,
    pub stderr: String,
    pub code: i32,
}

impl Run {
    /// Everything a user sees, for a snapshot: output, errors and exit code.
    pub fn told(&self) -> String {
        let mut told = self.stdout.clone();
        if !self.stderr.is_empty() {
            told.push_str(&format!("--- standard error\n{}", self.stderr));
        }
        if self.code != 0 {
            told.push_str(&format!("--- exit code {}\n", self.code));
        }
        told
    }

    /// The output of a run that went well and had nothing to complain of.
    #[track_caller]
    pub fn output(self) -> String {
        assert_eq!((self.code, self.stderr.as_str()), (0, ""), "{}", self.stdout);
        self.stdout
    }
}

/// The program, on 1 January 2026 and in a locale without a language.
pub fn command(args: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_linchpin"));
    command.args(args).stdin(Stdio::null()).current_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/tests"));
    for name in ["LC_ALL", "LC_MESSAGES", "LANG", "NO_COLOR", "CLICOLOR_FORCE"] {
        command.env_remove(name);
    }
    command.env("SOURCE_DATE_EPOCH", "1767225600");
    command
}

/// Runs the program.
pub fn linchpin(args: &[&str]) -> Run {
    let output = command(args).output().expect("the program starts");
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("the program speaks UTF-8");
    Run {
        stdout: text(output.stdout),
        stderr: text(output.stderr),
        code: output.status.code().expect("the program ends by itself"),
    }
}

/// Runs the program on the made-up dossier of the tests.
pub fn northland(args: &[&str]) -> Run {
    linchpin(&[&["--dossier", "northland"], args].concat())
}

/// Runs the program on the dossier in a folder.
pub fn on(dir: &std::path::Path, args: &[&str]) -> Run {
    linchpin(&[&["--dossier", dir.to_str().expect("a path of text")], args].concat())
}

/// A copy of the made-up dossier, to be broken.
pub fn northland_copy() -> (tempfile::TempDir, PathBuf) {
    let temporary = tempfile::tempdir().expect("a temporary folder");
    let dir = temporary.path().join("northland");
    let made = linchpin(&["new", "--from", "northland", dir.to_str().expect("a path of text")]);
    assert_eq!(made.code, 0, "{}", made.stderr);
    (temporary, dir)
}

/// The shape of a JSON text: each path with the types that occur there, list items taken together.
pub fn shape(json: &str) -> String {
    let mut found = std::collections::BTreeMap::<String, std::collections::BTreeSet<&str>>::new();
    let mut open = vec![(String::new(), serde_json::from_str(json).expect("the output is JSON"))];
    while let Some((path, value)) = open.pop() {
        let kind = match &value {
            serde_json::Value::Null => "null",
            serde_json::Value::Bool(_) => "boolean",
            serde_json::Value::Number(_) => "number",
            serde_json::Value::String(_) => "string",
            serde_json::Value::Array(_) => "list",
            serde_json::Value::Object(_) => "object",
        };
        found.entry(path.clone()).or_default().insert(kind);
        match value {
            serde_json::Value::Array(items) => {
                open.extend(items.into_iter().map(|v| (format!("{path}[]"), v)))
            }
            serde_json::Value::Object(fields) => {
                open.extend(fields.into_iter().map(|(name, v)| (format!("{path}.{name}"), v)));
            }
            _ => {}
        }
    }
    let lines = found
        .into_iter()
        .map(|(path, kinds)| format!("{path}: {}\n", kinds.into_iter().collect::<Vec<_>>().join(" or ")));
    lines.collect()
}

/// The first line of a CSV output, one column per line.
pub fn columns(csv: &str) -> String {
    csv.lines().next().unwrap_or_default().replace(',', "\n")
}

/// A copy of the made-up dossier with lines added to some of its files, or with new files.
pub fn northland_with(more: &[(&str, &str)]) -> (tempfile::TempDir, PathBuf) {
    let (temporary, dir) = northland_copy();
    for (file, text) in more {
        let path = dir.join(file);
        let old = if path.exists() {
            std::fs::read_to_string(&path).expect("a file of text")
        } else {
            String::new()
        };
        std::fs::write(&path, format!("{old}\n{text}")).expect("a copy that can be changed");
    }
    (temporary, dir)
}

/// A line of a log, with `'` for the quotation marks: claim, validity, who says it and in English what; credibility 2.
pub fn logged(id: &str, source: &str, claim: &str, valid: &str, said: &str, text: &str) -> String {
    let line = format!(
        "{{'recorded':'2025-09-02T09:00:00Z','by':'kim','entry':{{'assert':{{'id':'{id}','claim':{claim},\
         'valid':'{valid}','said':{said},'text':{{'de':'{text}','en':'{text}'}},\
         'evidence':[{{'source':'{source}','locator':'p. 20','stance':'supports','credibility':2}}]}}}}}}\n"
    );
    line.replace('\'', "\"")
}

/// The rows of a CSV output, by the names of its columns.
pub fn rows(csv: &str) -> Vec<std::collections::BTreeMap<String, String>> {
    let mut reader = csv::Reader::from_reader(csv.as_bytes());
    let head = reader.headers().expect("a line of names").clone();
    let row = |row: csv::StringRecord| head.iter().zip(&row).map(|(n, c)| (n.into(), c.into())).collect();
    reader.records().map(|record| row(record.expect("a sound row"))).collect()
}

/// Fails where a line takes more than a hundred columns.
#[track_caller]
pub fn fits(text: &str) {
    for line in text.lines() {
        let columns = unicode_width::UnicodeWidthStr::width(line);
        assert!(columns <= 100, "{columns} columns:\n{line}");
    }
}

/// A copy of the made-up dossier with measures and topics of both tables of a study.
pub fn northland_with_tables() -> (tempfile::TempDir, PathBuf) {
    let measures = r#"
[[measure]]
id = "troops"
unit = "person"
table = "burden"
name = { de = "Soldaten im Land", en = "Troops in the country" }
definition = { de = "Im Land stationierte Soldaten; die Reihe nennt, wer zählt.", en = "Soldiers stationed in the country; the series names who counts." }

[[measure]]
id = "basing-cost"
unit = "money"
table = "burden"
name = { de = "Unmittelbare Kosten", en = "Direct cost" }
definition = { de = "Ohne den Wert des Bodens.", en = "Without the value of the land." }

[[measure]]
id = "aid"
unit = "money"
table = "burden"
name = { de = "Hilfe", en = "Aid" }
definition = { de = "Gezahlte Hilfe.", en = "Aid paid." }

[[measure]]
id = "fish-share"
unit = "percent"
table = "exposure"
name = { de = "Anteil am Fischhandel", en = "Share of trade in fish" }
definition = { de = "Anteil des Partners.", en = "The partner’s share." }
"#;
    let topics = r#"
[[topic]]
id = "cost-pact"
table = "burden"
name = { de = "Kostenabkommen", en = "Cost pact" }
levels = [{ id = "lapsed", de = "ausgelaufen", en = "lapsed" }, { id = "running", de = "in Kraft", en = "running" }]

[[topic]]
id = "pressure"
table = "exposure"
name = { de = "Druck", en = "Pressure" }
"#;
    let quantity = |id: &str, who: &str, rest: &str, valid: &str| {
        let (claim, said) =
            (format!("{{'quantity':{{{who},{rest}}}}}"), "{'speaker':'polar-institute','modality':'said'}");
        logged(&format!("polar-2023-{id}"), "polar-2023", &claim, valid, said, "A number.")
    };
    let to_south = "'subject':'XNO','object':'XSU'";
    let troops = |value: &str| format!("'measure':'troops',{value},'unit':'person'");
    let cost = |value: &str| format!("'measure':'basing-cost',{value}");
    let said = "{'speaker':'polar-institute','modality':'said'}";
    let polar = [
        quantity("301", to_south, &troops("'value':40000,'bound':'more_than','series':'north'"), "2022"),
        quantity("302", to_south, &troops("'value':55300,'bound':'circa','series':'south'"), "2020"),
        quantity(
            "303",
            to_south,
            &troops("'value':2500,'bound':'exact','series':'south','scope':'army'"),
            "2020",
        ),
        quantity("304", "'subject':'XNO','object':'XEA'", &troops("'value':900,'bound':'less_than'"), "2021"),
        quantity(
            "305",
            "'subject':'XSU','object':'XNO'",
            &cost("'value':200500000000,'unit':'JPY','price_year':2020,'bound':'exact'"),
            "2020",
        ),
        quantity(
            "306",
            "'subject':'XSU','object':'XNO'",
            &cost("'value':1900000000,'high':2100000000,'unit':'USD','price_year':2015,'bound':'range'"),
            "2020",
        ),
        quantity(
            "307",
            "'subject':'XEA','object':'XSU'",
            "'measure':'fish-share','value':12.5,'unit':'percent','bound':'at_least'",
            "2021",
        ),
        logged(
            "polar-2023-308",
            "polar-2023",
            "{'provision':{'subject':'XNO-XSU','topic':'cost-pact','value':'running','binding':'binding'}}",
            "2019/..",
            said,
            "The cost pact is in force.",
        ),
        logged(
            "polar-2023-309",
            "polar-2023",
            "{'event':{'subject':'XEA','object':'XSU','type':'COERCE','status':'completed','topic':'pressure'}}",
            "2022-04",
            said,
            "Eastland stops fish from Southland.",
        ),
    ];
    let lapsed =
        "{'provision':{'subject':'XNO-XSU','topic':'cost-pact','value':'lapsed','binding':'binding'}}";
    let harbour = "{'speaker':'harbour-times','modality':'said'}";
    let harbour =
        logged("harbour-2025-301", "harbour-2025", lapsed, "2025-07", harbour, "The cost pact has lapsed.");
    northland_with(&[
        ("measures.toml", measures),
        ("topics.toml", topics),
        ("statements/polar-2023.jsonl", &polar.concat()),
        ("statements/harbour-2025.jsonl", &harbour),
    ])
}

/// Runs the program on the made-up dossier, grown by what lists are made of: events, plans, formats, a capital.
pub fn grown(args: &[&str]) -> Run {
    linchpin(&[&["--dossier", "northland-grown"], args].concat())
}

/// The cells of one column of a CSV output.
#[track_caller]
pub fn cells(csv: &str, column: &str) -> Vec<String> {
    assert!(
        csv.lines().next().is_some_and(|heads| heads.split(',').any(|head| head == column)),
        "no {column}"
    );
    rows(csv).into_iter().filter_map(|mut row| row.remove(column)).collect()
}

/// What a command prints in English and in German, where no line may be wider than there is room.
#[track_caller]
pub fn in_both_languages(args: &[&str]) -> [String; 2] {
    ["en", "de"].map(|lang| {
        let told = linchpin(&[args, &["--lang", lang]].concat()).output();
        fits(&told);
        told
    })
}

/// What is said of wrong command lines on a dossier, in both languages.
#[track_caller]
pub fn refused(run: impl Fn(&[&str]) -> Run, lines: &[&[&str]]) -> String {
    let mut told = String::new();
    for &args in lines {
        for lang in ["en", "de"] {
            let refusal = run(&[args, &["--lang", lang]].concat());
            assert_eq!(refusal.code, 2, "{args:?}");
            told.push_str(&format!("$ linchpin {}\n{}\n", args.join(" "), refusal.told()));
        }
    }
    told
}
