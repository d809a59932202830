//! The posterior density of the coders' parameters, with items summed out, and its gradient.
//!
//! For each pair of coder and scale there is a table of the probability of each level at each place of the grid. An item's
//! likelihood at a place is the product over its ratings, and its likelihood the sum over places. The same pass gives the
//! item's distribution over the places, from which come both the gradient (Fisher's identity: the derivative of a
//! marginal log-likelihood is the mean of that of the full one) and what is told of the item.

use super::model::{Model, Pattern};
use super::thresholds::Thresholds;
use crate::normal;

/// Added to every probability of a level, so that no rating is impossible at any place.
const FLOOR: f64 = 1e-30;
/// After this many ratings the product over them is brought back to the size of 1: 1e-30 eight times over is still a
/// number.
const RATINGS_PER_SCALING: usize = 8;

/// What a pair's ratings look like from every place.
#[derive(Clone, Debug)]
pub(super) struct Table {
    /// the coder's reliability
    pub reliability: f64,
    /// the standardised thresholds
    pub thresholds: Thresholds,
    /// those as numbers
    pub standardised: Vec<f64>,
    /// for each level the probability at each place
    probability: Vec<Vec<f64>>,
    /// for each threshold the normal density there at each place
    density: Vec<Vec<f64>>,
}

/// √(1 + β²): how much wider what a coder perceives is spread than items are.
pub(super) fn perceived_sd(reliability: f64) -> f64 {
    libm::sqrt(1.0 + reliability * reliability)
}

impl Table {
    fn new(reliability: f64, thresholds: Thresholds, places: &[f64]) -> Table {
        let standardised = thresholds.standardised();
        let sd = perceived_sd(reliability);
        let mut probability = vec![];
        let mut density = vec![];
        // tails beyond the threshold before, which is −∞ at first: (0, on the left)
        let mut before: Vec<(f64, bool)> = vec![(0.0, true); places.len()];
        for threshold in &standardised {
            let at: Vec<f64> = places.iter().map(|z| sd * threshold - reliability * z).collect();
            let known: Vec<(f64, f64)> = at.iter().map(|u| normal::density_and_tail(u.abs())).collect();
            let tails: Vec<(f64, bool)> =
                known.iter().zip(&at).map(|((_, tail), u)| (*tail, *u <= 0.0)).collect();
            probability.push(between(&before, &tails));
            density.push(known.iter().map(|(density, _)| *density).collect());
            before = tails;
        }
        probability.push(between(&before, &vec![(0.0, false); places.len()]));
        Table { reliability, thresholds, standardised, probability, density }
    }
}

/// The probability between two points of which only the lesser tails are known, so that it keeps its relative precision.
fn between(low: &[(f64, bool)], high: &[(f64, bool)]) -> Vec<f64> {
    let one = |(&(low, low_is_left), &(high, high_is_left)): (&(f64, bool), &(f64, bool))| {
        FLOOR
            + match (low_is_left, high_is_left) {
                (true, true) => high - low,
                (false, _) => low - high,
                (true, false) => 1.0 - low - high,
            }
    };
    low.iter().zip(high).map(one).collect()
}

impl Model {
    /// The tables of all pairs under some parameters.
    pub(super) fn tables(&self, x: &[f64]) -> Vec<Table> {
        let layout = &self.layout;
        let spreads = layout.spreads(x);
        let common: Vec<Thresholds> = (0..layout.levels.len()).map(|scale| layout.common(scale, x)).collect();
        let table = |pair: &super::layout::Pair| {
            let own = layout.own(pair, &common[pair.scale], &spreads, x);
            Table::new(layout.reliability(pair.coder, x), own, &self.places.z)
        };
        layout.pairs.iter().map(table).collect()
    }

    /// Visits every pattern of items with its distribution over the places, and returns the log-likelihood of all items.
    pub(super) fn visit(&self, tables: &[Table], mut visit: impl FnMut(usize, &Pattern, &[f64])) -> f64 {
        let mut log_likelihood = 0.0;
        let mut weights = vec![0.0; self.places.z.len()];
        for (at, pattern) in self.patterns.iter().enumerate() {
            weights.copy_from_slice(&self.places.priors[pattern.prior]);
            let mut log = 0.0;
            for ratings in pattern.ratings.chunks(RATINGS_PER_SCALING) {
                for &(pair, level) in ratings {
                    let probability = &tables[pair].probability[level];
                    weights.iter_mut().zip(probability).for_each(|(w, p)| *w *= p);
                }
                let total: f64 = weights.iter().sum();
                weights.iter_mut().for_each(|w| *w /= total);
                log += libm::log(total);
            }
            log_likelihood += pattern.count * log;
            visit(at, pattern, &weights);
        }
        log_likelihood
    }

    /// The logarithm of the posterior density up to a constant; its gradient is written into `gradient`. Not finite where
    /// parameters are so extreme that nothing can be computed.
    pub(super) fn log_posterior(&self, x: &[f64], gradient: &mut [f64]) -> f64 {
        let log_prior = self.layout.prior(x, gradient);
        let tables = self.tables(x);
        let places = self.places.z.len();
        // how many items are expected at each place, by pair and level
        let mut expected: Vec<Vec<Vec<f64>>> =
            tables.iter().map(|table| vec![vec![0.0; places]; table.probability.len()]).collect();
        let log_likelihood = self.visit(&tables, |_, pattern, weights| {
            for &(pair, level) in &pattern.ratings {
                let expected = &mut expected[pair][level];
                expected.iter_mut().zip(weights).for_each(|(e, w)| *e += pattern.count * w);
            }
        });
        let mut by_parameter = vec![0.0; self.layout.coders.len()];
        for ((pair, table), expected) in self.layout.pairs.iter().zip(&tables).zip(&expected) {
            let (by_thresholds, by_reliability) = derivatives(table, expected, &self.places.z);
            by_parameter[pair.coder] += by_reliability * self.layout.reliability_slope(pair.coder, x);
            self.layout.thresholds_chain(pair, &table.thresholds.chain(&by_thresholds), x, gradient);
        }
        for (coder, by) in by_parameter.into_iter().enumerate() {
            gradient[self.layout.coders[coder]] += by;
        }
        log_prior + log_likelihood
    }
}

/// The derivatives of the log-likelihood by a pair's standardised thresholds and by the coder's reliability.
fn derivatives(table: &Table, expected: &[Vec<f64>], places: &[f64]) -> (Vec<f64>, f64) {
    let sd = perceived_sd(table.reliability);
    let mut by_reliability = 0.0;
    let mut by_thresholds = vec![];
    for (k, density) in table.density.iter().enumerate() {
        let (mut by_point, mut by_slope) = (0.0, 0.0);
        for q in 0..places.len() {
            let [below, above] = [k, k + 1].map(|level| expected[level][q] / table.probability[level][q]);
            let by = density[q] * (below - above);
            by_point += by;
            by_slope -= by * places[q];
        }
        by_thresholds.push(sd * by_point);
        by_reliability += by_slope + by_point * table.standardised[k] * table.reliability / sd;
    }
    (by_thresholds, by_reliability)
}

#[cfg(test)]
mod tests {
    use super::super::model::{Codings, Item, Rating};
    use super::*;
    use crate::innovation::Innovations;

    /// Three coders, two scales, ratings without much sense.
    fn model() -> Model {
        let items: Vec<Item> = (0..9).map(|at| Item { mean: 0.1 * at as f64, ..Item::on(at % 2) }).collect();
        let levels = vec![4, 2];
        let mut ratings = vec![];
        for (item, of) in items.iter().enumerate() {
            for coder in (0..3).filter(|coder| (item + coder) % 4 != 0) {
                ratings.push(Rating { item, coder, level: (item * 5 + coder) % levels[of.scale] });
            }
        }
        Model::new(&Codings { coders: 3, levels, items, ratings }).unwrap()
    }

    fn anywhere(model: &Model) -> Vec<f64> {
        let mut x = vec![0.0; model.layout.len()];
        Innovations::new(2).stream("anywhere").fill(0, &mut x);
        x
    }

    #[test]
    fn the_gradient_is_that_of_small_steps() {
        let model = model();
        let x = anywhere(&model);
        let mut gradient = vec![0.0; x.len()];
        model.log_posterior(&x, &mut gradient);
        let mut ignored = gradient.clone();
        for at in 0..x.len() {
            let mut moved = |by: f64| {
                let mut x = x.clone();
                x[at] += by;
                model.log_posterior(&x, &mut ignored)
            };
            let slope = (moved(1e-5) - moved(-1e-5)) / 2e-5;
            assert!(
                (slope - gradient[at]).abs() < 1e-6 * slope.abs().max(1.0),
                "{at}: {slope}, {}",
                gradient[at]
            );
        }
    }

    #[test]
    fn levels_share_all_probability_and_keep_their_tails() {
        let table = Table::new(3.0, Thresholds::new(0.2, vec![-0.5, 0.4]), &[-4.0, 0.0, 12.0]);
        for place in 0..3 {
            let total: f64 = table.probability.iter().map(|level| level[place]).sum();
            assert!((total - 1.0).abs() < 1e-12, "{total}");
        }
        // the lowest level of an item far above: about Φ(√10·κ₁ − 36)
        let far = normal::cdf(libm::sqrt(10.0) * table.standardised[0] - 36.0);
        assert!(table.probability[0][2] >= far && table.probability[0][2] < far + 2.0 * FLOOR);
        let low = table.probability[0][0] / normal::cdf(libm::sqrt(10.0) * table.standardised[0] + 12.0);
        assert!((low - 1.0).abs() < 1e-12);
    }

    #[test]
    fn one_rating_is_as_likely_as_the_level_is_used() {
        // P(level ≤ k) = Φ(κ_k) whatever the reliability: the item is summed out exactly
        let rating = |level| Rating { item: 0, coder: 0, level };
        for level in 0..3 {
            let codings = Codings {
                coders: 1,
                levels: vec![3],
                items: vec![Item::on(0)],
                ratings: vec![rating(level)],
            };
            let model = Model::new(&codings).unwrap();
            let x = anywhere(&model);
            let tables = model.tables(&x);
            let [low, high] = [tables[0].standardised[0], tables[0].standardised[1]].map(normal::cdf);
            let expected = [low, high - low, 1.0 - high][level];
            let found = libm::exp(model.visit(&tables, |_, _, _| ()));
            assert!((found / expected - 1.0).abs() < 1e-4, "{found}, not {expected}");
        }
    }

    #[test]
    fn many_ratings_of_an_item_are_no_trouble() {
        let ratings = (0..80).map(|coder| Rating { item: 0, coder, level: coder % 3 }).collect();
        let codings = Codings { coders: 80, levels: vec![3], items: vec![Item::on(0)], ratings };
        let model = Model::new(&codings).unwrap();
        let x = anywhere(&model);
        assert!(model.log_posterior(&x, &mut vec![0.0; x.len()]).is_finite());
    }
}
