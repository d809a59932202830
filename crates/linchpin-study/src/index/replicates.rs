//! An index built over and over with choices that are written down, as COINr's uncertainty analysis writes its own.

use super::digits::digits;
use super::error::{Error, What};
use super::files::File;
use super::input::Input;
use super::settings::{Setting, Settings};
use super::sheet::Sheet;
use super::uncertainty::weight_sets;
use linchpin_index::composite::build::{Data, Method, build};
use linchpin_index::composite::combine::Weights;

/// The choices: a row for each replicate with `rep` and any of `winmax`, `norm`, `weights_rep` and `agg`.
#[derive(Clone, Copy, Debug)]
pub struct Replicates<'a> {
    /// the choices
    pub choices: &'a Sheet,
    /// the lists of weights that `weights_rep` names
    pub sets: Option<&'a Sheet>,
}

/// Builds every replicate in double precision and returns the scores of the root as a table: `uCode`, then a column `r_1`, …
/// by `rep`. A scale that is named without numbers has those of an alternative of that name in the method.
///
/// # Errors
/// When a choice is not understood, or the index is not defined with it.
pub fn replicates(
    input: &Input,
    data: &Data<'_>,
    method: &Method,
    settings: &Settings,
    weights: Option<&Sheet>,
    given: Replicates<'_>,
) -> Result<File, Error> {
    let sheet = given.choices;
    let sets = given.sets.map(|sets| weight_sets(sets, input)).transpose()?.unwrap_or_default();
    let rep = sheet.column("rep")?;
    let (mut heads, mut columns) = (vec!["uCode".to_string()], vec![]);
    let mut units: Vec<usize> = vec![];
    for row in 0..sheet.rows() {
        let changed = settings_of(settings, sheet, row);
        let (own, _) = changed.method(input, weights, 0)?;
        let mut own = Method { impute: method.impute, ..own };
        if let Some(at) = sheet.find("weights_rep") {
            let cell = sheet.cell(row, at);
            let unknown = || {
                let valid = format!("1 … {} (--weight-sets)", sets.len());
                sheet.place(row, at).error(What::NotOneOf { value: cell.into(), valid })
            };
            let set = cell.parse().ok().and_then(|number: u64| sets.get(&number)).ok_or_else(unknown)?;
            own.weights = Weights::Given(set.clone());
        }
        let built = build(data, &own)?;
        heads.push(format!("r_{}", sheet.cell(row, rep)));
        let root = built.combined.scores.column(input.hierarchy.root());
        let mut column = vec![f64::NAN; input.units.len()];
        built.units.iter().zip(root).for_each(|(&unit, score)| column[unit] = *score);
        columns.push(column);
        units.extend(built.units);
    }
    units.sort_unstable();
    units.dedup();
    let of_unit = |&unit: &usize| {
        let scores = columns.iter().map(|column| digits(column[unit]));
        [input.units[unit].clone()].into_iter().chain(scores).collect()
    };
    Ok(File { name: "replicates.csv".into(), heads, rows: units.iter().map(of_unit).collect() })
}

/// The settings with the choices of a row.
fn settings_of(settings: &Settings, sheet: &Sheet, row: usize) -> Settings {
    let mut changed = settings.clone();
    let choice = |column: &str| {
        sheet.find(column).map(|at| Setting { text: sheet.cell(row, at).into(), place: sheet.place(row, at) })
    };
    if let Some(choice) = choice("winmax") {
        changed.winsorise = Some(choice);
    }
    if let Some(choice) = choice("norm") {
        let numbered = settings.uncertain.as_ref().and_then(|of| of.normalise.as_ref());
        let text = numbered
            .and_then(|of| of.text.split('|').find(|it| name(it) == choice.text.trim_start_matches("n_")));
        let text = text.map_or(choice.text.clone(), String::from);
        changed.normalise = Some(Setting { text, ..choice });
    }
    if let Some(choice) = choice("agg") {
        changed.aggregate = Some(choice);
    }
    changed
}

/// The name of a form without its numbers.
fn name(form: &str) -> &str {
    form.trim().trim_start_matches("n_").split(':').next().unwrap_or_default()
}
