//! One chain of draws from the posterior.

use super::hamiltonian::Sampler;
use super::model::{Model, Pattern};
use crate::innovation::Innovations;

/// How long a chain is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Plan {
    /// draws that only tune the chain and are not kept
    pub warm_up: usize,
    /// draws that are kept
    pub draws: usize,
}

/// A warm-up has at least this many draws, and at most that many, so that very many parameters do not make it endless.
const WARM_UP: [usize; 2] = [500, 2000];
/// With so many draws of the warm-up for each parameter, its last window shows how the parameters vary together.
const WARM_UP_PER_PARAMETER: usize = 7;

impl Plan {
    /// As many draws as wanted after the warm-up that a model needs.
    pub fn of(model: &Model, draws: usize) -> Plan {
        let warm_up = WARM_UP_PER_PARAMETER * model.layout.len();
        Plan { warm_up: warm_up.clamp(WARM_UP[0], WARM_UP[1]), draws }
    }
}

/// What a chain leaves.
#[derive(Clone, Debug, PartialEq)]
pub struct Chain {
    /// the parameters of each draw
    pub(super) draws: Vec<Vec<f64>>,
    /// for each pattern of items the mean place of each draw
    pub(super) means: Vec<Vec<f64>>,
    /// for each pattern its distribution over the places, summed over draws
    pub(super) places: Vec<Vec<f64>>,
    /// for each pattern the probability of each level, summed over draws
    pub(super) levels: Vec<Vec<f64>>,
    /// paths that ended in a divergence: parts of the posterior that are too narrow for the chain
    pub divergences: usize,
    /// paths that were cut at their greatest length
    pub cut: usize,
}

/// The chain that finds out how fine a grid the items need.
const PILOT: Plan = Plan { warm_up: 60, draws: 40 };
/// The pilot's draws may have missed that much of the reliability.
const MARGIN: f64 = 1.2;

impl Model {
    /// The greatest precision with which the ratings of an item place it, as far as a short chain tells: the root of the sum of
    /// β² over its coders.
    pub(super) fn sharpness(&self) -> f64 {
        let density = |x: &[f64], gradient: &mut [f64]| self.log_posterior(x, gradient);
        let start = vec![0.0; self.layout.len()];
        let mut sampler = Sampler::new(&density, start, &Innovations::new(0), "coders/pilot");
        sampler.warm_up(PILOT.warm_up);
        let mut greatest: f64 = 0.0;
        for _ in 0..PILOT.draws {
            sampler.draw();
            let x = sampler.x();
            let squares: Vec<f64> = (0..self.layout.coders.len())
                .map(|coder| self.layout.reliability(coder, &x))
                .map(|reliability| reliability * reliability)
                .collect();
            let of = |pattern: &Pattern| -> f64 {
                pattern.ratings.iter().map(|(pair, _)| squares[self.layout.pairs[*pair].coder]).sum()
            };
            greatest = self.patterns.iter().map(of).fold(greatest, f64::max);
        }
        MARGIN * libm::sqrt(greatest)
    }

    /// Draws a chain. It depends on the seed, its number and the plan, and on no other chain.
    pub fn chain(&self, innovations: &Innovations, number: usize, plan: &Plan) -> Chain {
        let name = format!("coders/{number}");
        let mut start = vec![0.0; self.layout.len()];
        innovations.stream(&format!("{name}/start")).fill(0, &mut start);
        let density = |x: &[f64], gradient: &mut [f64]| self.log_posterior(x, gradient);
        let start = self.layout.dispersed(&start);
        let mut sampler = Sampler::new(&density, start, innovations, &name);
        sampler.warm_up(plan.warm_up);
        let mut chain = Chain {
            draws: vec![],
            means: vec![vec![]; self.patterns.len()],
            places: vec![vec![0.0; self.places.z.len()]; self.patterns.len()],
            levels: self.patterns.iter().map(|p| vec![0.0; self.layout.levels[p.scale]]).collect(),
            divergences: 0,
            cut: 0,
        };
        for _ in 0..plan.draws {
            let path = sampler.draw();
            chain.divergences += usize::from(path.diverged);
            chain.cut += usize::from(path.cut);
            self.note(sampler.x(), &mut chain);
        }
        chain
    }

    /// Notes a draw of the parameters, and what it says about the items.
    fn note(&self, x: Vec<f64>, chain: &mut Chain) {
        let tables = self.tables(&x);
        let shared: Vec<Vec<f64>> = (0..self.layout.levels.len())
            .map(|scale| {
                let users = self.layout.pairs.iter().zip(&tables).filter(|(pair, _)| pair.scale == scale);
                let shared = mean_thresholds(users.map(|(_, table)| table.standardised.as_slice()));
                // nobody uses the scale
                if shared.is_empty() { self.layout.common(scale, &x).standardised() } else { shared }
            })
            .collect();
        self.visit(&tables, |at, pattern, weights| {
            chain.means[at].push(self.places.mean(weights));
            chain.places[at].iter_mut().zip(weights).for_each(|(sum, w)| *sum += w);
            let mut below = 0.0;
            for (level, sum) in chain.levels[at].iter_mut().enumerate() {
                let up_to = match shared[pattern.scale].get(level) {
                    Some(threshold) => self.places.share_up_to(*threshold, weights),
                    None => 1.0,
                };
                *sum += up_to - below;
                below = up_to;
            }
        });
        chain.draws.push(x);
    }
}

/// The mean of the thresholds of several coders. Empty, where there is none.
pub(super) fn mean_thresholds<'t>(all: impl Iterator<Item = &'t [f64]>) -> Vec<f64> {
    let mut sum: Vec<f64> = vec![];
    let mut count = 0.0;
    for thresholds in all {
        sum.resize(thresholds.len(), 0.0);
        sum.iter_mut().zip(thresholds).for_each(|(sum, t)| *sum += t);
        count += 1.0;
    }
    sum.iter().map(|sum| sum / count).collect()
}
