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
