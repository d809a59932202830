//! The grid of latent places over which items are summed out.

use super::model::Item;
use crate::normal;
use std::collections::BTreeMap;

/// How many standard deviations of a prior the grid reaches to either side.
const REACH: f64 = 4.5;
/// The step of the grid in standard deviations, where nothing calls for a finer one.
const STEP: f64 = 0.15;
/// How many times the narrowest detail, of width w, the step may be. The sum over an even grid is exact but for a term of the
/// order exp(−2π²w²/h²): here 2 in 10,000 of the detail.
const STEPS_PER_DETAIL: f64 = 1.5;
/// A grid has no more steps than this, whatever the priors are.
const MOST: f64 = 4000.0;

/// Places at equal steps, and the probability of each under every prior that occurs.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Places {
    /// the places, rising
    pub z: Vec<f64>,
    /// for each prior the probability of each place; they sum to 1
    pub priors: Vec<Vec<f64>>,
}

impl Places {
    /// The grid for some items, and for each item which of the priors is its. `sharpness` is the greatest precision with
    /// which the ratings of an item place it: the inverse of the width of the narrowest detail.
    pub fn of(items: &[Item], sharpness: f64) -> (Places, Vec<usize>) {
        let reach = |item: &Item, side: f64| item.mean + side * REACH * item.sd;
        let low = items.iter().map(|item| reach(item, -1.0)).fold(f64::INFINITY, f64::min);
        let high = items.iter().map(|item| reach(item, 1.0)).fold(f64::NEG_INFINITY, f64::max);
        let narrowest = items.iter().map(|item| item.sd).fold(1.0, f64::min);
        let step = (STEP * narrowest).min(STEPS_PER_DETAIL / sharpness);
        let steps = ((high - low) / step).ceil().clamp(1.0, MOST);
        let z: Vec<f64> = (0..=steps as usize).map(|at| low + (high - low) * at as f64 / steps).collect();
        // the bits of a float order as well as the float does for telling apart
        let key = |item: &Item| (item.mean.to_bits(), item.sd.to_bits());
        let distinct: BTreeMap<_, &Item> = items.iter().map(|item| (key(item), item)).collect();
        let at: BTreeMap<_, usize> = distinct.keys().enumerate().map(|(at, key)| (*key, at)).collect();
        let priors = distinct.values().map(|item| prior(item, &z)).collect();
        (Places { z, priors }, items.iter().map(|item| at[&key(item)]).collect())
    }

    /// The share of a distribution over the places that lies up to a place, where each place stands for the step about it.
    pub fn share_up_to(&self, bound: f64, weights: &[f64]) -> f64 {
        let half = self.step() / 2.0;
        let share = |z: f64| ((bound - z + half) / (2.0 * half)).clamp(0.0, 1.0);
        self.z.iter().zip(weights).map(|(&z, w)| w * share(z)).sum()
    }

    /// The quantile of a distribution over the places, where each place stands for the step about it.
    pub fn quantile(&self, p: f64, weights: &[f64]) -> f64 {
        let total: f64 = weights.iter().sum();
        let (mut left, step) = (p * total, self.step());
        for (&z, &w) in self.z.iter().zip(weights) {
            if left <= w && w > 0.0 {
                return z + step * (left / w - 0.5);
            }
            left -= w;
        }
        self.z.last().map_or(f64::NAN, |z| z + step / 2.0)
    }

    /// The mean of a distribution over the places.
    pub fn mean(&self, weights: &[f64]) -> f64 {
        self.z.iter().zip(weights).map(|(z, w)| z * w).sum::<f64>() / weights.iter().sum::<f64>()
    }

    fn step(&self) -> f64 {
        self.z[1] - self.z[0]
    }
}

fn prior(item: &Item, z: &[f64]) -> Vec<f64> {
    let density: Vec<f64> = z.iter().map(|z| normal::density((z - item.mean) / item.sd)).collect();
    let total: f64 = density.iter().sum();
    density.iter().map(|d| d / total).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_grid_holds_a_normal_distribution() {
        let items = [Item { scale: 0, mean: 1.0, sd: 0.5 }, Item::on(0), Item::on(1)];
        let (places, prior_of) = Places::of(&items, 4.0);
        assert_eq!(prior_of[1], prior_of[2]);
        for (item, prior) in items.iter().zip(prior_of.iter().map(|&at| &places.priors[at])) {
            assert!((places.mean(prior) - item.mean).abs() < 1e-4);
            for p in [0.05, 0.25, 0.5, 0.95] {
                let exact = item.mean + item.sd * normal::quantile(p);
                assert!((places.quantile(p, prior) - exact).abs() < 0.01, "{p}");
                assert!((places.share_up_to(exact, prior) - p).abs() < 0.01, "{p}");
            }
        }
    }

    #[test]
    fn sharp_ratings_make_it_finer_and_strange_priors_not_endless() {
        let steps = |items: &[Item], sharpness| Places::of(items, sharpness).0.z.len();
        assert!(steps(&[Item::on(0)], 40.0) > 2 * steps(&[Item::on(0)], 3.0));
        let strange = [Item { scale: 0, mean: 1e300, sd: 1e-300 }, Item::on(0)];
        assert_eq!(steps(&strange, 3.0), MOST as usize + 1);
    }
}
