//! The sources of chance in an assessment, each a standard normal with a name of its own.
//!
//! Names say what a thing is, not where it stands, so that two assessments that differ in one leaf share all others.

use linchpin_index::points::Streams;
use std::collections::BTreeMap;

/// A number standing for an innovation among all.
pub(crate) type At = usize;

/// What kind of thing is uncertain.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// the error that everything from one source shares
    Sources,
    /// the error that everything coded by one coder shares
    Coders,
    /// what readings leave open about a leaf, and leaves without any
    Leaves,
    /// the weights of the framework
    Weights,
    /// the goalposts of quantities
    Goalposts,
    /// how far a low value may be made up for by a high one
    Exponents,
    /// how fast things change, how much sources disagree, how large shared errors are
    Multipliers,
}

impl Kind {
    /// All kinds.
    pub const ALL: [Kind; 7] = [
        Kind::Sources,
        Kind::Coders,
        Kind::Leaves,
        Kind::Weights,
        Kind::Goalposts,
        Kind::Exponents,
        Kind::Multipliers,
    ];

    /// Its name in answers and on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Kind::Sources => "sources",
            Kind::Coders => "coders",
            Kind::Leaves => "leaves",
            Kind::Weights => "weights",
            Kind::Goalposts => "goalposts",
            Kind::Exponents => "exponents",
            Kind::Multipliers => "multipliers",
        }
    }
}

/// An innovation: its kind, and the source, coder or leaf whose it is; empty where it is no one's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Innovation {
    pub kind: Kind,
    pub of: String,
}

/// All innovations of an assessment, by their names.
#[derive(Default)]
pub(crate) struct Names {
    known: BTreeMap<String, At>,
    names: Vec<String>,
    pub all: Vec<Innovation>,
}

impl Names {
    /// The innovation of a name, new or known.
    pub fn at(&mut self, name: String, kind: Kind, of: &str) -> At {
        if let Some(known) = self.known.get(&name) {
            return *known;
        }
        self.known.insert(name.clone(), self.names.len());
        self.names.push(name);
        self.all.push(Innovation { kind, of: of.into() });
        self.names.len() - 1
    }

    /// Their random numbers under a seed.
    pub fn streams(&self, seed: u64) -> Streams {
        Streams::named(&self.names, seed)
    }
}
