//! All steps of an index, one after the other.

use super::combine::{Combined, Level, Weights, combine};
use super::denominate::denominate;
use super::error::Error;
use super::hierarchy::Hierarchy;
use super::impute::{Middle, by_column, by_group};
use super::matrix::Matrix;
use super::multiple::{Names, middle, multiple};
use super::normalise::{Normalise, normalise};
use super::screen::{Screen, Screened, screen};
use super::treat::{Treat, Treatment, treat_all};
use crate::innovation::Innovations;

/// What an index is built from.
#[derive(Clone, Copy, Debug)]
pub struct Data<'a> {
    /// what is aggregated into what
    pub hierarchy: &'a Hierarchy,
    /// codes of the units
    pub units: &'a [String],
    /// units × indicators, in the order of the hierarchy
    pub indicators: &'a Matrix,
    /// 1 or −1 for each indicator
    pub directions: &'a [f64],
    /// units × what indicators are divided by
    pub denominators: &'a Matrix,
    /// for each indicator the column of `denominators`, or none
    pub divided_by: &'a [Option<usize>],
    /// for each unit its group, or none
    pub groups: &'a [Option<usize>],
}

/// A step before normalisation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// [`mod@super::denominate`]
    Denominate,
    /// [`super::impute`] or [`mod@super::multiple`]
    Impute,
    /// [`mod@super::screen`]
    Screen,
    /// [`mod@super::treat`]
    Treat,
}

/// How gaps are filled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Impute {
    /// they are not
    None,
    /// by the middle of the column
    Column(Middle),
    /// by the middle of the unit's group in it
    Group(Middle),
    /// by draws: that many completed sets, and their mean for the index itself
    Multiple {
        /// completed sets
        sets: usize,
        /// of the random numbers
        seed: u64,
    },
}

/// How an index is built.
#[derive(Clone, Debug, PartialEq)]
pub struct Method {
    /// the steps before normalisation, in their order; those that are not named are left out
    pub order: Vec<Step>,
    /// how gaps are filled
    pub impute: Impute,
    /// which units stay
    pub screen: Screen,
    /// how each indicator is treated
    pub treat: Vec<Treat>,
    /// how each indicator is normalised; the reference unit is counted among all units
    pub normalise: Vec<Normalise>,
    /// the weights
    pub weights: Weights,
    /// how aggregates are made: one for all levels, or one each from below
    pub levels: Vec<Level>,
}

/// The data after a step.
#[derive(Clone, Debug)]
pub struct Stage {
    /// which
    pub step: Step,
    /// the units that are left, counted among all
    pub units: Vec<usize>,
    /// units × indicators
    pub data: Matrix,
}

/// An index, with all that was done on the way.
#[derive(Clone, Debug)]
pub struct Built {
    /// the units that are left, counted among all
    pub units: Vec<usize>,
    /// the data after each step
    pub stages: Vec<Stage>,
    /// how each unit that was there fared in screening, by its place among all; none without that step
    pub screened: Vec<(usize, Screened)>,
    /// what was done to each indicator; none without that step
    pub treatments: Vec<Treatment>,
    /// units × indicators, after the last step before normalisation
    pub prepared: Matrix,
    /// units × indicators
    pub normalised: Matrix,
    /// scores and weights
    pub combined: Combined,
    /// the same index from each completed data set, where there are several
    pub completed: Vec<Completed>,
}

/// An index from one completed data set.
#[derive(Clone, Debug)]
pub struct Completed {
    /// all units × indicators that were there when gaps were filled
    pub data: Matrix,
    /// the units that are left in the index, counted among all
    pub units: Vec<usize>,
    /// those units × indicators, after the last step before normalisation
    pub prepared: Matrix,
    /// scores
    pub combined: Combined,
}

/// Builds an index.
///
/// # Errors
/// The first thing that is not defined, with the codes of where it is.
///
/// # Panics
/// When the data and the method have not one entry for each unit and indicator.
pub fn build(data: &Data<'_>, method: &Method) -> Result<Built, Error> {
    let start = State {
        units: (0..data.units.len()).collect(),
        data: data.indicators.clone(),
        screened: vec![],
        treatments: vec![],
    };
    let (mut state, mut stages, mut sets) = (start, vec![], vec![]);
    for (at, &step) in method.order.iter().enumerate() {
        if let (Step::Impute, Impute::Multiple { sets: count, seed }) = (step, method.impute) {
            let drawn = draw(data, &state, count, seed);
            let before = state.clone();
            state.data = middle(&drawn);
            sets.extend(drawn.into_iter().map(|set| (at + 1, State { data: set, ..before.clone() })));
        } else {
            state.apply(step, data, method)?;
        }
        stages.push(Stage { step, units: state.units.clone(), data: state.data.clone() });
    }
    let mut completed = vec![];
    for (next, set) in sets {
        let mut state = set.clone();
        method.order[next..].iter().try_for_each(|&step| state.apply(step, data, method))?;
        let (_, combined) = state.finish(data, method)?;
        completed.push(Completed { data: set.data, units: state.units, prepared: state.data, combined });
    }
    let (normalised, combined) = state.finish(data, method)?;
    let State { units, data: prepared, screened, treatments } = state;
    Ok(Built { units, stages, screened, treatments, prepared, normalised, combined, completed })
}

/// The data on their way.
#[derive(Clone)]
struct State {
    units: Vec<usize>,
    data: Matrix,
    screened: Vec<(usize, Screened)>,
    treatments: Vec<Treatment>,
}

impl State {
    fn apply(&mut self, step: Step, data: &Data<'_>, method: &Method) -> Result<(), Error> {
        match step {
            Step::Denominate => self.denominate(data)?,
            Step::Impute => self.impute(data, method.impute),
            Step::Screen => self.screen(&method.screen)?,
            Step::Treat => (self.data, self.treatments) = treat_all(&self.data, &method.treat),
        }
        Ok(())
    }

    fn denominate(&mut self, data: &Data<'_>) -> Result<(), Error> {
        let divisors = data.denominators.of_units(&self.units);
        self.data =
            denominate(&self.data, &divisors, data.divided_by).map_err(|zero| Error::ZeroDenominator {
                unit: data.units[self.units[zero.unit]].clone(),
                indicator: data.hierarchy.nodes()[zero.indicator].code.clone(),
            })?;
        Ok(())
    }

    fn impute(&mut self, data: &Data<'_>, how: Impute) {
        match how {
            // several sets are drawn by `build` itself
            Impute::None | Impute::Multiple { .. } => {}
            Impute::Column(middle) => self.data = by_column(&self.data, middle),
            Impute::Group(middle) => {
                let groups: Vec<Option<usize>> = self.units.iter().map(|&unit| data.groups[unit]).collect();
                self.data = by_group(&self.data, &groups, middle);
            }
        }
    }

    fn screen(&mut self, method: &Screen) -> Result<(), Error> {
        let here = |units: &[usize]| {
            units.iter().filter_map(|unit| self.units.iter().position(|u| u == unit)).collect()
        };
        let method = Screen { keep: here(&method.keep), drop: here(&method.drop), ..*method };
        let judged = screen(&self.data, &method);
        let left: Vec<usize> = (0..judged.len()).filter(|&at| judged[at].stays).collect();
        self.screened = self.units.iter().copied().zip(judged).collect();
        self.data = self.data.of_units(&left);
        self.units = left.iter().map(|&at| self.units[at]).collect();
        if self.units.is_empty() { Err(Error::NoUnits) } else { Ok(()) }
    }

    fn finish(&self, data: &Data<'_>, method: &Method) -> Result<(Matrix, Combined), Error> {
        let mut normalised = self.data.clone();
        for (column, &how) in method.normalise.iter().enumerate() {
            let how = self.located(how, column, data)?;
            let values = normalise(self.data.column(column), data.directions[column], how);
            normalised.column_mut(column).copy_from_slice(&values);
        }
        let unit = |at: usize| data.units[self.units[at]].clone();
        let combined = combine(data.hierarchy, &normalised, &method.weights, &method.levels, &unit)?;
        Ok((normalised, combined))
    }

    /// The same method with its reference unit counted among those that are left.
    fn located(&self, how: Normalise, column: usize, data: &Data<'_>) -> Result<Normalise, Error> {
        match (located(how, &self.units), how) {
            (
                Normalise::DistanceToReference { unit, .. },
                Normalise::DistanceToReference { unit: named, .. },
            ) if unit >= self.units.len() || self.data.at(unit, column).is_nan() => Err(Error::NoReference {
                unit: data.units[named].clone(),
                indicator: data.hierarchy.nodes()[column].code.clone(),
            }),
            (how, _) => Ok(how),
        }
    }
}

/// A method with its reference unit, counted among all, counted among those that are left; one that is gone comes after
/// the last.
pub(super) fn located(how: Normalise, units: &[usize]) -> Normalise {
    match how {
        Normalise::DistanceToReference { unit, cap } => {
            let place = units.iter().position(|&left| left == unit);
            Normalise::DistanceToReference { unit: place.unwrap_or(units.len()), cap }
        }
        other => other,
    }
}

/// Completed data sets; the indicators of one parent inform each other.
fn draw(data: &Data<'_>, state: &State, count: usize, seed: u64) -> Vec<Matrix> {
    let nodes = data.hierarchy.nodes();
    let indicators = |at: usize| -> Vec<usize> {
        nodes[at].children.iter().copied().filter(|&child| child < data.hierarchy.indicators()).collect()
    };
    let groups: Vec<Vec<usize>> = data.hierarchy.aggregates().map(indicators).collect();
    let units: Vec<String> = state.units.iter().map(|&unit| data.units[unit].clone()).collect();
    let columns: Vec<String> =
        nodes[..data.hierarchy.indicators()].iter().map(|node| node.code.clone()).collect();
    let names = Names { innovations: Innovations::new(seed), units: &units, columns: &columns };
    multiple(&state.data, &groups, count, &names)
}
