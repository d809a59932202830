//! A Hamiltonian chain that chooses the length of its paths itself: the no-U-turn sampler of Hoffman & Gelman (2014, Journal of
//! Machine Learning Research 15, 1593–1623) with multinomial choice along the path (Betancourt 2017, arXiv:1701.02434).
//!
//! The chain moves in coordinates y with x = L·y, in which the parameters should be uncorrelated and of one scale. During the
//! warm-up, L is taken from the draws of rising windows, and the step is tuned by dual averaging (Nesterov 2009; Hoffman &
//! Gelman, § 3.2).

use crate::factor::Factor;
use crate::innovation::{Innovations, Numbers, Stream};

/// A density to draw from: the logarithm at a point, with the gradient written into the slice.
pub(super) type Density<'d> = dyn Fn(&[f64], &mut [f64]) -> f64 + 'd;

/// A path is at most doubled this often.
const DEEPEST: u32 = 10;
/// A step that loses this much of log density was far too long for the place: a divergence.
const DIVERGES: f64 = 1000.0;
/// The mean acceptance that the step is tuned to. High, since coders who agree closely leave steep walls beside flat ground.
const ACCEPTANCE: f64 = 0.95;
/// Shares of the warm-up before the first window and after the last, in which only the step is tuned.
const BEFORE: f64 = 0.15;
const AFTER: f64 = 0.1;

/// A correlation of parameters is believed where there are this many draws for each parameter.
const DRAWS_PER_PARAMETER: usize = 3;

/// A point with its log density and gradient, in coordinates y.
#[derive(Clone, Debug)]
struct Point {
    y: Vec<f64>,
    momentum: Vec<f64>,
    gradient: Vec<f64>,
    log: f64,
}

/// What one path gave.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Path {
    /// whether it ended in a divergence
    pub diverged: bool,
    /// whether it was still going on at its greatest length
    pub cut: bool,
    acceptance: f64,
}

/// A chain under way.
pub(super) struct Sampler<'d> {
    density: &'d Density<'d>,
    at: Point,
    step: f64,
    /// L with x = L·y
    scale: Scale,
    momenta: Stream,
    paths: u64,
    choices: Numbers,
}

/// A stretch of a path.
struct Stretch {
    /// its first and last point
    ends: [Point; 2],
    /// a point of it, chosen by density
    chosen: Point,
    /// logarithm of the sum of densities
    log_weight: f64,
    /// sum of momenta
    momentum: Vec<f64>,
    /// whether it has begun to turn back
    turns: bool,
    diverged: bool,
    acceptance: f64,
    points: f64,
}

impl<'d> Sampler<'d> {
    /// A chain from a starting point; its random numbers are those of its name.
    pub fn new(density: &'d Density<'d>, start: Vec<f64>, innovations: &Innovations, name: &str) -> Self {
        let scale = Scale::Apart(vec![1.0; start.len()]);
        let at = Point::at(start, &scale, density);
        let momenta = innovations.stream(&format!("{name}/momenta"));
        let choices = Numbers::of(innovations.stream(&format!("{name}/choices")));
        Sampler { density, at, step: 0.1, scale, momenta, paths: 0, choices }
    }

    /// Where the chain is.
    pub fn x(&self) -> Vec<f64> {
        self.scale.times(&self.at.y)
    }

    /// Finds step and scales by drawing; the draws are of no other use.
    pub fn warm_up(&mut self, draws: usize) {
        let last = draws - (AFTER * draws as f64) as usize;
        let mut tuning = Tuning::new(self.first_step());
        let mut seen: Vec<Vec<f64>> = vec![];
        let ends = windows(draws);
        for draw in 0..draws {
            self.step = tuning.step();
            let path = self.draw();
            tuning.learn(path.acceptance);
            if draw >= (BEFORE * draws as f64) as usize && draw < last {
                seen.push(self.x());
            }
            if ends.contains(&(draw + 1)) && seen.len() > 1 {
                let x = self.x();
                self.scale = Scale::of(&seen);
                let y = self.scale.solve(x);
                self.at = Point::at(y, &self.scale, self.density);
                seen.clear();
                tuning = Tuning::new(self.first_step());
            }
        }
        self.step = tuning.settled();
    }

    /// Moves the chain along one path.
    pub fn draw(&mut self) -> Path {
        self.push_off();
        let energy = self.at.energy();
        let mut path = Stretch::of(self.at.clone(), 0.0);
        path.acceptance = 0.0;
        path.points = 0.0;
        let mut told = Path::default();
        for depth in 0..=DEEPEST {
            if depth == DEEPEST {
                told.cut = true;
                break;
            }
            let forward = self.choices.uniform() < 0.5;
            let from = path.ends[usize::from(forward)].clone();
            let more = self.stretch(&from, depth, if forward { 1.0 } else { -1.0 }, energy);
            path.acceptance += more.acceptance;
            path.points += more.points;
            told.diverged |= more.diverged;
            if more.turns || more.diverged {
                break;
            }
            // the far half is preferred, so that the chain moves on
            if libm::log(self.choices.uniform()) < more.log_weight - path.log_weight {
                path.chosen = more.chosen.clone();
            }
            path.join(more, forward);
            if path.turns {
                break;
            }
        }
        told.acceptance = path.acceptance / path.points.max(1.0);
        self.at = path.chosen;
        told
    }

    /// 2^depth steps from a point.
    fn stretch(&mut self, from: &Point, depth: u32, direction: f64, energy: f64) -> Stretch {
        if depth == 0 {
            let to = self.leap(from, direction * self.step);
            let gained = energy - to.energy();
            let gained = if gained.is_nan() { f64::NEG_INFINITY } else { gained };
            let mut one = Stretch::of(to, gained);
            one.diverged = gained < -DIVERGES;
            one.acceptance = libm::exp(gained.min(0.0));
            return one;
        }
        let forward = direction > 0.0;
        let mut near = self.stretch(from, depth - 1, direction, energy);
        if near.turns || near.diverged {
            return near;
        }
        let middle = near.ends[usize::from(forward)].clone();
        let far = self.stretch(&middle, depth - 1, direction, energy);
        near.acceptance += far.acceptance;
        near.points += far.points;
        if far.turns || far.diverged {
            near.turns = far.turns;
            near.diverged = far.diverged;
            return near;
        }
        let both = log_sum(near.log_weight, far.log_weight);
        if libm::log(self.choices.uniform()) < far.log_weight - both {
            near.chosen = far.chosen.clone();
        }
        near.join(far, forward);
        near
    }

    /// One leapfrog step.
    fn leap(&self, from: &Point, step: f64) -> Point {
        let mut to = from.clone();
        let half_push = |momentum: &mut [f64], gradient: &[f64]| {
            momentum.iter_mut().zip(gradient).for_each(|(p, g)| *p += 0.5 * step * g);
        };
        half_push(&mut to.momentum, &from.gradient);
        to.y.iter_mut().zip(&to.momentum).for_each(|(y, p)| *y += step * p);
        let momentum = to.momentum;
        to = Point { momentum, ..Point::at(to.y, &self.scale, self.density) };
        half_push(&mut to.momentum, &to.gradient);
        to
    }

    fn push_off(&mut self) {
        let len = self.at.y.len();
        self.momenta.fill(self.paths * len as u64, &mut self.at.momentum);
        self.paths += 1;
    }

    /// A step of which the first leap is accepted about half of the time.
    fn first_step(&mut self) -> f64 {
        self.push_off();
        let energy = self.at.energy();
        let accepted = |sampler: &Self, step: f64| energy - sampler.leap(&sampler.at, step).energy() > -0.7;
        let mut step = 0.5;
        let longer = accepted(self, step);
        let factor = if longer { 2.0 } else { 0.5 };
        while (1e-7..8.0).contains(&step) && accepted(self, step) == longer {
            step *= factor;
        }
        step
    }
}

impl Point {
    /// A point at rest.
    fn at(y: Vec<f64>, scale: &Scale, density: &Density) -> Point {
        let mut by_x = vec![0.0; y.len()];
        let log = density(&scale.times(&y), &mut by_x);
        Point { momentum: vec![0.0; y.len()], gradient: scale.transposed_times(&by_x), y, log }
    }

    fn energy(&self) -> f64 {
        0.5 * self.momentum.iter().map(|p| p * p).sum::<f64>() - self.log
    }
}

impl Stretch {
    /// A single point whose log density, against the beginning of the path, is given.
    fn of(point: Point, log_weight: f64) -> Stretch {
        Stretch {
            chosen: point.clone(),
            momentum: point.momentum.clone(),
            ends: [point.clone(), point],
            log_weight,
            turns: false,
            diverged: false,
            acceptance: 1.0,
            points: 1.0,
        }
    }

    /// Takes in the stretch that goes on from one of the ends.
    fn join(&mut self, other: Stretch, forward: bool) {
        self.log_weight = log_sum(self.log_weight, other.log_weight);
        self.momentum.iter_mut().zip(&other.momentum).for_each(|(sum, p)| *sum += p);
        let [first, last] = other.ends;
        self.ends[usize::from(forward)] = if forward { last } else { first };
        let along =
            |end: &Point| -> f64 { end.momentum.iter().zip(&self.momentum).map(|(p, sum)| p * sum).sum() };
        self.turns = self.ends.iter().any(|end| along(end) <= 0.0);
    }
}

/// log(eᵃ + eᵇ).
fn log_sum(a: f64, b: f64) -> f64 {
    let high = a.max(b);
    if high == f64::NEG_INFINITY { high } else { high + libm::log1p(libm::exp(a.min(b) - high)) }
}

/// After how many draws of a warm-up the scales are taken anew: three windows, each twice as long as the one before.
fn windows(draws: usize) -> [usize; 3] {
    let (before, room) = (BEFORE * draws as f64, (1.0 - BEFORE - AFTER) * draws as f64);
    [1.0, 3.0, 7.0].map(|sevenths| (before + room * sevenths / 7.0) as usize)
}

/// Dual averaging of the logarithm of the step.
struct Tuning {
    towards: f64,
    lack: f64,
    log_step: f64,
    log_settled: f64,
    draws: f64,
}

impl Tuning {
    fn new(step: f64) -> Tuning {
        let log_step = libm::log(step);
        Tuning { towards: libm::log(10.0) + log_step, lack: 0.0, log_step, log_settled: log_step, draws: 0.0 }
    }

    fn step(&self) -> f64 {
        libm::exp(self.log_step)
    }

    fn settled(&self) -> f64 {
        libm::exp(self.log_settled)
    }

    /// The constants are those of Hoffman & Gelman: γ = .05, t₀ = 10, κ = .75.
    fn learn(&mut self, acceptance: f64) {
        self.draws += 1.0;
        let share = 1.0 / (self.draws + 10.0);
        self.lack = (1.0 - share) * self.lack + share * (ACCEPTANCE - acceptance);
        self.log_step = self.towards - libm::sqrt(self.draws) / 0.05 * self.lack;
        let weight = libm::pow(self.draws, -0.75);
        self.log_settled = weight * self.log_step + (1.0 - weight) * self.log_settled;
    }
}

/// L of x = L·y, from what a window of draws says about how the parameters vary.
enum Scale {
    /// standard deviations: of too many parameters to tell how they vary together
    Apart(Vec<f64>),
    /// the factor of their covariance
    Together(Factor),
}

impl Scale {
    fn of(draws: &[Vec<f64>]) -> Scale {
        let parameters = draws[0].len();
        let count = draws.len() as f64;
        let mean = |at: usize| draws.iter().map(|x| x[at]).sum::<f64>() / count;
        let means: Vec<f64> = (0..parameters).map(mean).collect();
        // variances are drawn a little, as five draws would, towards what is small for a parameter
        let weight = count / (count + 5.0);
        let covariance = |i: usize, j: usize| {
            let products = draws.iter().map(|x| (x[i] - means[i]) * (x[j] - means[j]));
            weight * products.sum::<f64>() / (count - 1.0) + f64::from(i == j) * 1e-3 * (1.0 - weight)
        };
        if draws.len() >= DRAWS_PER_PARAMETER * parameters {
            Scale::Together(Factor::of(parameters, covariance))
        } else {
            Scale::Apart((0..parameters).map(|at| libm::sqrt(covariance(at, at))).collect())
        }
    }

    fn times(&self, y: &[f64]) -> Vec<f64> {
        match self {
            Scale::Apart(sds) => y.iter().zip(sds).map(|(y, sd)| y * sd).collect(),
            Scale::Together(factor) => factor.times(y),
        }
    }

    fn transposed_times(&self, by_x: &[f64]) -> Vec<f64> {
        match self {
            Scale::Apart(_) => self.times(by_x),
            Scale::Together(factor) => factor.transposed_times(by_x),
        }
    }

    /// y of L·y.
    fn solve(&self, mut x: Vec<f64>) -> Vec<f64> {
        match self {
            Scale::Apart(sds) => x.iter_mut().zip(sds).for_each(|(x, sd)| *x /= sd),
            Scale::Together(factor) => factor.solve_lower(&mut x),
        }
        x
    }
}

#[cfg(test)]
mod tests {
    use super::super::diagnostics::Diagnosis;
    use super::*;

    /// Draws of a chain from a density.
    fn chain(density: &Density, len: usize, draws: usize, number: usize) -> Vec<Vec<f64>> {
        let name = format!("test/{number}");
        let start = vec![number as f64 - 1.5; len];
        let mut sampler = Sampler::new(density, start, &Innovations::new(4), &name);
        sampler.warm_up(500);
        (0..draws)
            .map(|_| {
                assert!(!sampler.draw().diverged);
                sampler.x()
            })
            .collect()
    }

    #[test]
    fn a_normal_distribution_with_unequal_scales_and_correlation() {
        // sd 10 and .1, correlated by .8 with a third and fourth
        let density = |x: &[f64], gradient: &mut [f64]| {
            let mut log = 0.0;
            for (two, sd) in [10.0, 0.1].into_iter().enumerate() {
                let (a, b) = (x[2 * two] / sd, x[2 * two + 1]);
                let rest = 1.0 - 0.64;
                log -= 0.5 * (a * a - 1.6 * a * b + b * b) / rest;
                gradient[2 * two] = -(a - 0.8 * b) / rest / sd;
                gradient[2 * two + 1] = -(b - 0.8 * a) / rest;
            }
            log
        };
        let chains: Vec<Vec<Vec<f64>>> = (0..4).map(|number| chain(&density, 4, 2000, number)).collect();
        for (at, sd) in [10.0, 1.0, 0.1, 1.0].into_iter().enumerate() {
            let of: Vec<Vec<f64>> =
                chains.iter().map(|chain| chain.iter().map(|x| x[at]).collect()).collect();
            let told = Diagnosis::of(&of).unwrap();
            assert!(told.rhat < 1.01 && told.bulk_ess > 2000.0 && told.tail_ess > 1500.0, "{at}: {told:?}");
            let all = of.concat();
            let mean = all.iter().sum::<f64>() / all.len() as f64;
            let square = all.iter().map(|x| x * x).sum::<f64>() / all.len() as f64;
            assert!(
                (mean / sd).abs() < 0.08 && (square / (sd * sd) - 1.0).abs() < 0.1,
                "{at}: {mean}, {square}"
            );
        }
    }

    #[test]
    fn a_step_into_nothing_is_a_divergence_and_the_chain_stays() {
        let density = |x: &[f64], gradient: &mut [f64]| {
            gradient[0] = 0.0;
            if x[0].abs() < 0.1 { 0.0 } else { f64::NAN }
        };
        let mut sampler = Sampler::new(&density, vec![0.0], &Innovations::new(1), "walls");
        let diverged = (0..50).filter(|_| sampler.draw().diverged).count();
        assert!(diverged > 0);
        assert!(sampler.x()[0].abs() < 0.1);
    }

    #[test]
    fn windows_end_before_the_last_tuning() {
        assert_eq!(windows(1000), [257, 471, 900]);
    }
}
