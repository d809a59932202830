//! Why an index cannot be built: what, and where.

/// Why an index cannot be built. Units and indicators are named by their codes.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum Error {
    /// two rows have one code
    #[error("“{code}” is there twice")]
    DuplicateCode {
        /// which
        code: String,
    },
    /// a level of 0
    #[error("“{code}” has level 0; indicators are at level 1, aggregates above")]
    LevelZero {
        /// whose
        code: String,
    },
    /// a parent that no row describes
    #[error("the parent of “{code}”, “{parent}”, is no row of the table")]
    UnknownParent {
        /// whose
        code: String,
        /// which
        parent: String,
    },
    /// rows that are each other's parents
    #[error("a cycle of parents: {}", codes.join(" → "))]
    Cycle {
        /// from the first to the first again
        codes: Vec<String>,
    },
    /// a parent on the level of its child or below
    #[error(
        "“{code}” (level {level}) has the parent “{parent}” (level {parent_level}), which must be higher"
    )]
    ParentNotAbove {
        /// the child
        code: String,
        /// its level
        level: usize,
        /// the parent
        parent: String,
        /// its level
        parent_level: usize,
    },
    /// an aggregate of nothing
    #[error("nothing is aggregated into “{code}”")]
    NoChildren {
        /// which
        code: String,
    },
    /// not exactly one root
    #[error("an index has one aggregate without a parent, not {}: {}", codes.len(), codes.join(", "))]
    Roots {
        /// the nodes without a parent
        codes: Vec<String>,
    },
    /// a weight that is negative or no number
    #[error("the weight of “{code}” is {weight}; a weight is 0 or more")]
    BadWeight {
        /// whose
        code: String,
        /// the weight
        weight: f64,
    },
    /// children that have no weight among them
    #[error("the weights below “{code}” sum to zero")]
    ZeroWeights {
        /// the aggregate
        code: String,
    },
    /// a value is to be divided by zero
    #[error("“{indicator}” of {unit} is to be divided by zero")]
    ZeroDenominator {
        /// whose
        unit: String,
        /// which
        indicator: String,
    },
    /// no unit is left after screening
    #[error("screening leaves no unit")]
    NoUnits,
    /// the unit that others are compared with was screened out or has no value
    #[error("the reference unit {unit} has no value of “{indicator}”")]
    NoReference {
        /// the reference
        unit: String,
        /// the indicator
        indicator: String,
    },
    /// a mean that needs positive values
    #[error("{mean} of “{code}” needs positive values, and “{child}” of {unit} is {value}")]
    NotPositive {
        /// the aggregate
        code: String,
        /// which mean
        mean: &'static str,
        /// the child
        child: String,
        /// whose
        unit: String,
        /// the value
        value: f64,
    },
    /// principal components of a group that has none
    #[error("there are no principal components below “{code}”: {why}")]
    NoComponents {
        /// the aggregate
        code: String,
        /// why
        why: NoComponents,
    },
    /// a linear program without a solution: bounds of shares that no weights meet
    #[error("no weights of {unit} below “{code}” meet the bounds of shares")]
    NoBestWeights {
        /// the aggregate
        code: String,
        /// whose
        unit: String,
    },
    /// a method that is not drawn
    #[error("an index by {method} is not drawn; use given, equal or pca weights, and a mean")]
    NotDrawn {
        /// which
        method: &'static str,
    },
    /// an amount of uncertainty that is none
    #[error("an uncertainty of {what} of {value} is none; it lies from {least} to {most}")]
    BadUncertainty {
        /// of what
        what: &'static str,
        /// as given
        value: f64,
        /// the least that there is
        least: f64,
        /// the greatest
        most: f64,
    },
    /// a number of methods that fits neither all levels nor one each
    #[error("{given} methods for {levels} levels of aggregates; give one, or one a level")]
    MethodsPerLevel {
        /// how many were given
        given: usize,
        /// how many levels there are
        levels: usize,
    },
}

/// Why a group has no principal components.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NoComponents {
    /// fewer than three units without gaps
    #[error("fewer than three units have all values")]
    TooFewUnits,
    /// a column without variation
    #[error("one of its columns does not vary")]
    Constant,
}
