//! The data before normalisation, once for each combination of treatment and completed data set.

use super::super::build::{Built, Data, Impute, Method, build};
use super::super::error::Error;
use super::super::matrix::Matrix;
use super::Uncertainty;

/// What is worked out before anything is drawn.
pub struct Prepared {
    /// the index without uncertainty
    pub nominal: Built,
    /// the units of the nominal index × indicators, by completed set and treatment: set · treatments + treatment
    pub variants: Vec<Matrix>,
    /// completed data sets that a draw chooses from; 1 where it does not
    pub sets: usize,
    /// treatments
    pub treatments: usize,
}

/// Builds the index by every combination of alternatives, so that none is drawn that is not defined.
///
/// # Errors
/// The first thing that is not defined.
pub fn prepare(data: &Data<'_>, method: &Method, uncertainty: &Uncertainty) -> Result<Prepared, Error> {
    let nominal = build(data, method)?;
    let treatments = or(&uncertainty.treat, &method.treat);
    let drawn = uncertainty.imputation && matches!(method.impute, Impute::Multiple { .. });
    let mut by_treatment = vec![];
    for treat in &treatments {
        let mut last = None;
        for normalise in or(&uncertainty.normalise, &method.normalise) {
            for levels in or(&uncertainty.levels, &method.levels) {
                let normalise = normalise.clone();
                let method = Method { treat: treat.clone(), normalise, levels, ..method.clone() };
                last = Some(build(data, &method)?);
            }
        }
        by_treatment.extend(last.map(|built| sets(&built, &nominal.units, drawn)));
    }
    let sets = by_treatment.first().map_or(1, Vec::len);
    let variants = (0..sets).flat_map(|set| by_treatment.iter().map(move |of| of[set].clone())).collect();
    Ok(Prepared { nominal, variants, sets, treatments: treatments.len() })
}

/// The alternatives, or the only way.
pub fn or<T: Clone>(alternatives: &[T], only: &T) -> Vec<T> {
    if alternatives.is_empty() { vec![only.clone()] } else { alternatives.to_vec() }
}

/// The data of an index: those of each completed set, or all in one.
fn sets(built: &Built, units: &[usize], drawn: bool) -> Vec<Matrix> {
    if drawn && !built.completed.is_empty() {
        built.completed.iter().map(|set| of_units(&set.prepared, &set.units, units)).collect()
    } else {
        vec![of_units(&built.prepared, &built.units, units)]
    }
}

/// The rows of some units, missing where they are not there.
fn of_units(data: &Matrix, there: &[usize], wanted: &[usize]) -> Matrix {
    let mut out = Matrix::missing(wanted.len(), data.columns());
    for (to, unit) in wanted.iter().enumerate() {
        if let Some(from) = there.iter().position(|other| other == unit) {
            (0..data.columns()).for_each(|column| out.column_mut(column)[to] = data.at(from, column));
        }
    }
    out
}
