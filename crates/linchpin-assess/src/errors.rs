//! How the errors of states come about: shared effects of sources and coders, and what is left, correlated over dates.

use crate::innovations::{At, Kind, Names};
use crate::problem::{Effect, Problem};
use linchpin_index::state::MULTIPLIERS;
use rayon::prelude::*;

/// A state's error at one date: weights of shared effects, and a row of the residual's Cholesky factor.
pub(crate) struct ErrorRow {
    pub shared: Vec<(At, f64)>,
    pub residual: Vec<(At, f64)>,
}

/// The errors of all states, by multiplier, state and date. Their factors are found in parallel, and only then their names,
/// each once: with many dates there are millions of weights and few names.
pub(crate) fn errors(problem: &Problem, names: &mut Names) -> Vec<Vec<Vec<ErrorRow>>> {
    let states = problem.states.len();
    let factors: Vec<Vec<f64>> = (0..MULTIPLIERS.len() * states)
        .into_par_iter()
        .map(|at| residual_factor(problem, at % states, at / states))
        .collect();
    let mut of_dates: Vec<Vec<Option<At>>> = vec![vec![None; problem.dates.len()]; states];
    (0..MULTIPLIERS.len())
        .map(|by| {
            (0..states)
                .map(|state| {
                    let factor = &factors[by * states + state];
                    state_errors(problem, (state, by), factor, &mut of_dates[state], names)
                })
                .collect()
        })
        .collect()
}

/// Cholesky's factor of the covariance of a state's residuals, newest date first, so that its draws at the newest date
/// are the same whether or not an earlier one is asked for beside it.
fn residual_factor(problem: &Problem, state: usize, by: usize) -> Vec<f64> {
    let covariance = &problem.states[state].solved[by].covariance;
    let newest_first: Vec<f64> = covariance.iter().rev().copied().collect();
    cholesky(&newest_first, problem.dates.len())
}

/// The errors of a state at all dates: shared effects, and the residual by its factor.
fn state_errors(
    problem: &Problem,
    (state, by): (usize, usize),
    factor: &[f64],
    of_dates: &mut [Option<At>],
    names: &mut Names,
) -> Vec<ErrorRow> {
    let count = problem.dates.len();
    let mut of_date = |date: usize, names: &mut Names| {
        let name = || format!("state|{}|{}", problem.names[state], problem.drawn_as[date]);
        *of_dates[date].get_or_insert_with(|| names.at(name(), Kind::Leaves, &problem.names[state]))
    };
    // a leaf that knows nothing has no error of its state
    let told = |date: usize| if problem.states[state].solved[by].informed(date) { date..count } else { 0..0 };
    (0..count)
        .map(|date| ErrorRow {
            shared: problem
                .shared_weights(state, date, by)
                .map(|(effect, weight)| (effect_at(problem, effect, names), weight * effect.sd()))
                .collect(),
            residual: told(date)
                .map(|j| (j, factor[(count - 1 - date) * count + (count - 1 - j)]))
                .filter(|(_, weight)| *weight != 0.0)
                .map(|(j, weight)| (of_date(j, names), weight))
                .collect(),
        })
        .collect()
}

fn effect_at(problem: &Problem, effect: Effect, names: &mut Names) -> At {
    match effect {
        Effect::Source(source) => {
            let id = problem.facts.sources[source as usize].as_str();
            names.at(problem.facts.source_name(source), Kind::Sources, id)
        }
        Effect::Coder(coder) => {
            let coder = &problem.facts.coders[coder as usize];
            names.at(format!("coder|{coder}"), Kind::Coders, &coder.to_string())
        }
    }
}

/// The lower triangular factor of a positive semi-definite matrix; a pivot that is not positive gives a zero column.
fn cholesky(matrix: &[f64], n: usize) -> Vec<f64> {
    let mut factor = vec![0.0; n * n];
    for i in 0..n {
        for j in 0..=i {
            let known: f64 = (0..j).map(|k| factor[i * n + k] * factor[j * n + k]).sum();
            let rest = matrix[i * n + j] - known;
            factor[i * n + j] = if i == j {
                libm::sqrt(rest.max(0.0))
            } else if factor[j * n + j] > 1e-12 {
                rest / factor[j * n + j]
            } else {
                0.0
            };
        }
    }
    factor
}
