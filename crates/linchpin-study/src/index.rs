//! What does a composite index come to? From COINr's pair of tables and a method to scores and ranks, with everything that
//! was done on the way (`docs/INDEX.md`).

mod digits;
pub mod error;
mod files;
pub mod input;
mod method;
mod ranges;
mod replicates;
pub mod settings;
mod sheet;
mod syntax;
mod told;
mod uncertainty;
mod warnings;

pub use error::{Error, Kind, Place, What};
pub use files::File;
pub use input::{Input, pair};
pub use ranges::{LeftOut, Part, Ranged, Ranges, Sensitive, Sensitivity};
pub use replicates::Replicates;
pub use settings::{OfIndicator, Setting, Settings};
pub use sheet::Sheet;
pub use told::{Aggregated, Done, Ranked};
pub use uncertainty::Uncertain;
pub use warnings::Warning;

use linchpin_index::composite::build::{Data, build};
use linchpin_index::composite::error::Error as Undefined;
use linchpin_index::engine::Draws;
use ranges::{Drawing, SURE};
use serde::Serialize;

/// The name and version of the answer's shape.
pub const SCHEMA: &str = "linchpin.index/1";

/// The question.
#[derive(Clone, Debug)]
pub struct Index<'a> {
    /// the data
    pub input: &'a Input,
    /// the method as written
    pub settings: &'a Settings,
    /// the table of weights that the method names, if it names one
    pub weights: Option<&'a Sheet>,
    /// of all random numbers
    pub seed: u64,
    /// how often the index is drawn, where the settings say what is uncertain
    pub draws: Draws,
    /// whether sources of uncertainty are told apart
    pub sensitivity: bool,
    /// lists of weights, for the settings to take
    pub weight_sets: Option<&'a Sheet>,
    /// choices to be replayed
    pub replicates: Option<&'a Sheet>,
}

/// The answer.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Answer {
    /// [`SCHEMA`]
    pub schema: &'static str,
    /// code of the root
    pub index: String,
    /// name of the root
    pub name: String,
    /// how many units there were
    pub units: usize,
    /// how many indicators there are
    pub indicators: usize,
    /// what each step did, in their order
    pub steps: Vec<Done>,
    /// the units that are left, the best first
    pub ranking: Vec<Ranked>,
    /// the aggregates, the root first
    pub aggregates: Vec<Aggregated>,
    /// what a reader should know before trusting the ranking
    pub warnings: Vec<Warning>,
    /// scores and ranks over all draws, where something is uncertain
    #[serde(skip_serializing_if = "Option::is_none")]
    pub uncertainty: Option<Ranges>,
    /// what they are sensitive to, where that was asked for
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sensitivity: Option<Sensitivity>,
    /// every step as a table
    #[serde(skip)]
    pub files: Vec<File>,
}

/// Answers the question.
///
/// # Errors
/// When a setting is not understood or a step is not defined for the data.
pub fn answer(question: &Index<'_>) -> Result<Answer, Error> {
    let Index { input, settings, weights, seed, .. } = question;
    let (method, groups) = settings.method(input, *weights, *seed)?;
    let levels = input.hierarchy.levels() - 1;
    if method.levels.len() != 1 && method.levels.len() != levels {
        return Err(Undefined::MethodsPerLevel { given: method.levels.len(), levels }.into());
    }
    let data = Data {
        hierarchy: &input.hierarchy,
        units: &input.units,
        indicators: &input.indicators,
        directions: &input.directions,
        denominators: &input.denominators,
        divided_by: &input.divided_by,
        groups: &groups,
    };
    let built = build(&data, &method)?;
    let root = input.hierarchy.root();
    let mut files = files::all(input, &built);
    let (mut uncertainty, mut sensitivity) = (None, None);
    if let Some(uncertain) = &settings.uncertain {
        let meant = uncertain.meant(settings, input, *weights, question.weight_sets, *seed)?;
        let drawing = Drawing {
            draws: question.draws,
            seed: *seed,
            sure: uncertain.sure.unwrap_or(SURE),
            sensitivity: question.sensitivity,
        };
        let (ranges, sensitive) = ranges::ranges(input, &data, &method, &meant, drawing)?;
        files.extend(ranges::files(&ranges, sensitive.as_ref()));
        (uncertainty, sensitivity) = (Some(ranges), sensitive);
    }
    if let Some(choices) = question.replicates {
        let given = Replicates { choices, sets: question.weight_sets };
        files.push(replicates::replicates(input, &data, &method, settings, *weights, given)?);
    }
    Ok(Answer {
        schema: SCHEMA,
        index: input.hierarchy.nodes()[root].code.clone(),
        name: input.node_names[root].clone(),
        units: input.units.len(),
        indicators: input.hierarchy.indicators(),
        steps: told::steps(input, &method, &built),
        ranking: told::ranking(input, &built),
        aggregates: told::aggregates(input, &method, &built),
        warnings: warnings::all(input, &built),
        uncertainty,
        sensitivity,
        files,
    })
}
