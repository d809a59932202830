//! What a check finds: faults with their places.

use linchpin_model::fault::Fault;
use std::fmt;

/// A fault and where it stands.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Located {
    /// the file, relative to the dossier; empty where the fault is in no file
    pub file: String,
    /// the line, counted from 1; none where the fault concerns the whole file
    pub line: Option<u64>,
    /// the column in characters, counted from 1; only where the text itself is malformed
    pub column: Option<u64>,
    /// what is wrong
    pub fault: Fault,
}

impl fmt::Display for Located {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(if self.file.is_empty() { "." } else { &self.file })?;
        for number in [self.line, self.column].into_iter().flatten() {
            write!(f, ":{number}")?;
        }
        write!(f, ": {}", self.fault)
    }
}

/// All faults of a dossier, by file and line; never empty.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub struct Faults(pub Vec<Located>);

impl fmt::Display for Faults {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, fault) in self.0.iter().enumerate() {
            if at > 0 {
                f.write_str("\n")?;
            }
            write!(f, "{fault}")?;
        }
        Ok(())
    }
}

/// The outcome of a check.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    /// all faults, by file and line
    pub faults: Vec<Located>,
    /// how many files were read
    pub files: usize,
    /// how many log lines were understood
    pub lines: usize,
    /// how many statements these lines hold, superseded ones included
    pub statements: usize,
}

impl Report {
    /// Whether nothing is wrong.
    pub fn is_sound(&self) -> bool {
        self.faults.is_empty()
    }
}
