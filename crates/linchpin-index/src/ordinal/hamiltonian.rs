//! A Hamiltonian chain that chooses the length of its paths itself: the no-U-turn sampler of Hoffman & Gelman (2014, Journal of
//! Machine Learning Research 15, 1593–1623) with multinomial choice along the path (Betancourt 2017, arXiv:1701.02434).
//!
//! During the warm-up the step is tuned by dual averaging (Nesterov 2009; Hoffman & Gelman, § 3.2) and the scale of each
//! parameter taken from the draws of rising windows.

use crate::innovation::Stream;
use crate::innovation::{Innovations, Numbers};

/// A density to draw from: the logarithm at a point, with the gradient written into the slice.
pub(super) type Density<'d> = dyn Fn(&[f64], &mut [f64]) -> f64 + 'd;

/// A path is at most doubled this often.
const DEEPEST: u32 = 10;
/// A step that loses this much of log density was far too long for the place: a divergence.
const DIVERGES: f64 = 1000.0;
/// The mean acceptance that the step is tuned to. Higher than for most models, since spreads near 0 need short steps.
const ACCEPTANCE: f64 = 0.9;
/// Shares of the warm-up before the first window and after the last, in which only the step is tuned.
const BEFORE: f64 = 0.15;
const AFTER: f64 = 0.1;

/// A point with its log density and gradient.
#[derive(Clone, Debug)]
struct Point {
    x: Vec<f64>,
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
    /// variance of each parameter, as far as known
    variance: Vec<f64>,
    momenta: Stream,
    paths: u64,
    choices: Numbers,
}

/// A stretch of a path.
struct Stretch {
    /// its first and last point
    ends: [Point; 2],
    /// a point of it, chosen by density
    chosen: (Vec<f64>, f64),
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
        let mut gradient = vec![0.0; start.len()];
        let log = density(&start, &mut gradient);
        let variance = vec![1.0; start.len()];
        let at = Point { momentum: vec![0.0; start.len()], x: start, gradient, log };
        let momenta = innovations.stream(&format!("{name}/momenta"));
        let choices = Numbers::of(innovations.stream(&format!("{name}/choices")));
        Sampler { density, at, step: 0.1, variance, momenta, paths: 0, choices }
    }

    /// Where the chain is.
    pub fn x(&self) -> &[f64] {
        &self.at.x
    }

    /// Finds step and scales by drawing; the draws are of no other use.
    pub fn warm_up(&mut self, draws: usize) {
        let last = draws - (AFTER * draws as f64) as usize;
        let mut tuning = Tuning::new(self.first_step());
        let mut seen = Moments::new(self.at.x.len());
        let ends = windows(draws);
        for draw in 0..draws {
            self.step = tuning.step();
            let path = self.draw();
            tuning.learn(path.acceptance);
            if draw >= (BEFORE * draws as f64) as usize && draw < last {
                seen.add(&self.at.x);
            }
            if ends.contains(&(draw + 1)) && seen.count > 1.0 {
                self.variance = seen.variance();
                seen = Moments::new(self.at.x.len());
                tuning = Tuning::new(self.first_step());
            }
        }
        self.step = tuning.settled();
    }

    /// Moves the chain along one path.
    pub fn draw(&mut self) -> Path {
        self.push_off();
        let energy = self.energy(&self.at);
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
            path.join(more, forward, &self.variance);
            if path.turns {
                break;
            }
        }
        told.acceptance = path.acceptance / path.points.max(1.0);
        let (x, log) = path.chosen;
        if x != self.at.x {
            let mut gradient = vec![0.0; x.len()];
            (self.density)(&x, &mut gradient);
            self.at = Point { momentum: vec![0.0; x.len()], x, gradient, log };
        }
        told
    }

    /// 2^depth steps from a point.
    fn stretch(&mut self, from: &Point, depth: u32, direction: f64, energy: f64) -> Stretch {
        if depth == 0 {
            let to = self.leap(from, direction * self.step);
            let gained = energy - self.energy(&to);
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
        near.join(far, forward, &self.variance);
        near
    }

    /// One leapfrog step.
    fn leap(&self, from: &Point, step: f64) -> Point {
        let mut to = from.clone();
        let half_push = |momentum: &mut [f64], gradient: &[f64]| {
            momentum.iter_mut().zip(gradient).for_each(|(p, g)| *p += 0.5 * step * g);
        };
        half_push(&mut to.momentum, &from.gradient);
        for ((x, p), v) in to.x.iter_mut().zip(&to.momentum).zip(&self.variance) {
            *x += step * v * p;
        }
        to.log = (self.density)(&to.x, &mut to.gradient);
        half_push(&mut to.momentum, &to.gradient);
        to
    }

    fn push_off(&mut self) {
        let len = self.at.x.len();
        self.momenta.fill(self.paths * len as u64, &mut self.at.momentum);
        self.at.momentum.iter_mut().zip(&self.variance).for_each(|(p, v)| *p /= libm::sqrt(*v));
        self.paths += 1;
    }

    fn energy(&self, point: &Point) -> f64 {
        let kinetic: f64 = point.momentum.iter().zip(&self.variance).map(|(p, v)| p * p * v).sum();
        0.5 * kinetic - point.log
    }

    /// A step of which the first leap is accepted about half of the time.
    fn first_step(&mut self) -> f64 {
        self.push_off();
        let energy = self.energy(&self.at);
        let accepted =
            |sampler: &Self, step: f64| energy - sampler.energy(&sampler.leap(&sampler.at, step)) > -0.7;
        let mut step = 0.5;
        let longer = accepted(self, step);
        let factor = if longer { 2.0 } else { 0.5 };
        while (1e-7..8.0).contains(&step) && accepted(self, step) == longer {
            step *= factor;
        }
        step
    }
}

impl Stretch {
    /// A single point whose log density, against the beginning of the path, is given.
    fn of(point: Point, log_weight: f64) -> Stretch {
        Stretch {
            chosen: (point.x.clone(), point.log),
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
    fn join(&mut self, other: Stretch, forward: bool, variance: &[f64]) {
        self.log_weight = log_sum(self.log_weight, other.log_weight);
        self.momentum.iter_mut().zip(&other.momentum).for_each(|(sum, p)| *sum += p);
        let [first, last] = other.ends;
        self.ends[usize::from(forward)] = if forward { last } else { first };
        let along = |end: &Point| -> f64 {
            end.momentum.iter().zip(&self.momentum).zip(variance).map(|((p, sum), v)| p * sum * v).sum()
        };
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

/// Running means and variances (Welford 1962).
struct Moments {
    count: f64,
    mean: Vec<f64>,
    squares: Vec<f64>,
}

impl Moments {
    fn new(len: usize) -> Moments {
        Moments { count: 0.0, mean: vec![0.0; len], squares: vec![0.0; len] }
    }

    fn add(&mut self, x: &[f64]) {
        self.count += 1.0;
        for ((mean, squares), x) in self.mean.iter_mut().zip(&mut self.squares).zip(x) {
            let from = x - *mean;
            *mean += from / self.count;
            *squares += from * (x - *mean);
        }
    }

    /// The variances, drawn towards 1, which they are before the data, as five draws would.
    fn variance(&self) -> Vec<f64> {
        let weight = self.count / (self.count + 5.0);
        self.squares.iter().map(|s| weight * s / (self.count - 1.0) + (1.0 - weight)).collect()
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
                sampler.x().to_vec()
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
