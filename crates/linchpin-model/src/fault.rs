//! Faults: what is wrong with a piece of input, and what would be right.

use std::fmt;

/// One thing wrong with a record. Where the record stands is known to whoever read it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Fault {
    /// a stable name of the kind of fault, such as `unknown-actor`
    pub code: &'static str,
    /// what is wrong
    pub what: String,
    /// what would be right
    pub remedy: String,
}

impl Fault {
    /// A fault.
    pub fn new(code: &'static str, what: impl Into<String>, remedy: impl Into<String>) -> Self {
        Fault { code, what: what.into(), remedy: remedy.into() }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}; {}", self.code, self.what, self.remedy)
    }
}
