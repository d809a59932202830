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
    /// the field at fault within its record, such as `holders.2.person` (list items are counted from 0);
    /// empty, if the record as a whole is
    pub field: String,
}

impl Fault {
    /// A fault of a record as a whole.
    pub fn new(code: &'static str, what: impl Into<String>, remedy: impl Into<String>) -> Self {
        Fault { code, what: what.into(), remedy: remedy.into(), field: String::new() }
    }

    /// The same fault, at a field of the record.
    pub fn at(self, field: impl Into<String>) -> Self {
        Fault { field: field.into(), ..self }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}; {}", self.code, self.what, self.remedy)
    }
}
