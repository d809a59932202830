//! What is wrong with the files of an index, and where.

use linchpin_index::composite::error::Error as Undefined;
use std::fmt;

/// Why there is no index.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum Error {
    /// a file or a setting is at fault
    #[error("{place}: {what}")]
    At {
        /// where
        place: Box<Place>,
        /// what is wrong
        what: What,
    },
    /// the description is no hierarchy
    #[error("{place}: {what}")]
    NoHierarchy {
        /// where
        place: Box<Place>,
        /// what is wrong
        what: Undefined,
    },
    /// the files are sound, but a step is not defined for their data
    #[error(transparent)]
    Undefined(#[from] Undefined),
}

/// A place in a file, or an option of the command line.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Place {
    /// the file or option
    pub file: String,
    /// the line, counted from 1
    pub line: Option<u64>,
    /// the name of the column
    pub column: Option<String>,
}

impl Place {
    /// A whole file, or an option.
    pub fn of(file: &str) -> Place {
        Place { file: file.into(), line: None, column: None }
    }

    /// A line of it.
    pub fn line(self, line: u64) -> Place {
        Place { line: Some(line), ..self }
    }

    /// A column of it.
    pub fn column(self, column: &str) -> Place {
        Place { column: Some(column.into()), ..self }
    }

    /// An error here.
    pub fn error(self, what: What) -> Error {
        Error::At { place: Box::new(self), what }
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.file)?;
        self.line.map_or(Ok(()), |line| write!(f, ":{line}"))?;
        self.column.as_ref().map_or(Ok(()), |column| write!(f, " ({column})"))
    }
}

/// What is wrong.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum What {
    /// bytes that are not UTF-8
    #[error("this is not text in UTF-8; save the file as “CSV UTF-8”")]
    NotUtf8,
    /// a row of another length than the first
    #[error("the row has {found} cells, the first row has {expected}")]
    Ragged {
        /// cells of the first row
        expected: u64,
        /// cells of this one
        found: u64,
    },
    /// a table without rows
    #[error("the table has no rows")]
    Empty,
    /// a table whose cells are parted by semicolons
    #[error("the cells are parted by semicolons; write commas, and points in numbers")]
    Semicolons,
    /// a column that must be there
    #[error("there is no column “{column}”")]
    NoColumn {
        /// which
        column: String,
    },
    /// a column that is there twice
    #[error("there are two columns “{column}”")]
    DuplicateColumn {
        /// which
        column: String,
    },
    /// a row without a code
    #[error("the cell is empty; every row needs a code")]
    NoCode,
    /// a unit that is there twice
    #[error("the unit “{unit}” is there twice; an index is built for one point in time")]
    DuplicateUnit {
        /// which
        unit: String,
    },
    /// a cell that is no number
    #[error("“{value}” is no number; an empty cell is a missing value")]
    NotANumber {
        /// the cell
        value: String,
    },
    /// a number with a comma
    #[error("“{value}” has a comma; write a point before the decimals, and nothing between thousands")]
    Comma {
        /// the cell
        value: String,
    },
    /// infinity, or “NaN”
    #[error("“{value}” is no finite number; an empty cell is a missing value")]
    NotFinite {
        /// the cell
        value: String,
    },
    /// a cell that is not one of a few words or numbers
    #[error("“{value}” is not one of {valid}")]
    NotOneOf {
        /// the cell
        value: String,
        /// what would be right
        valid: String,
    },
    /// no row of the kind
    #[error("no row has the type “Indicator”")]
    NoIndicators,
    /// a column of the data that the description names is not there
    #[error("“{code}” is described in {described}, and there is no such column")]
    NoData {
        /// which
        code: String,
        /// the file that describes it
        described: String,
    },
    /// a denominator that no row describes
    #[error("the denominator “{denominator}” of “{code}” is no row of the type “Denominator”")]
    NoDenominator {
        /// the indicator
        code: String,
        /// its denominator
        denominator: String,
    },
    /// a method file that is no TOML, or has unknown keys
    #[error("{message}")]
    Toml {
        /// what TOML says, in English
        message: String,
    },
    /// a setting that is not understood
    #[error("“{value}” is no value for {setting}; write one of {valid}")]
    BadSetting {
        /// which setting
        setting: String,
        /// as written
        value: String,
        /// the forms that it may have
        valid: String,
    },
    /// a setting for an indicator, unit or column that is not there
    #[error("there is no {kind} “{name}”")]
    Unknown {
        /// of what kind
        kind: Kind,
        /// as written
        name: String,
    },
    /// a parameter that was to come from the description
    #[error("“{code}” has no {column}")]
    NoParameter {
        /// the indicator
        code: String,
        /// the column that is empty or missing
        column: String,
    },
    /// a table of weights without one of the nodes
    #[error("there is no weight of “{code}”")]
    NoWeight {
        /// which
        code: String,
    },
    /// a folder without a pair of tables
    #[error("there is no pair of files iData.csv and iMeta.csv, nor one with a common prefix")]
    NoPair,
    /// a folder with several
    #[error("there is more than one pair of tables: {pairs}")]
    Pairs {
        /// their prefixes
        pairs: String,
    },
}

/// What is unknown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// an indicator
    Indicator,
    /// a unit
    Unit,
    /// a column of groups
    Group,
    /// an indicator or aggregate
    Node,
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Kind::Indicator => "indicator",
            Kind::Unit => "unit",
            Kind::Group => "column of groups",
            Kind::Node => "indicator or aggregate",
        })
    }
}
