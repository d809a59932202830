//! Sobol indices of 80 factors with N = 2¹⁴: 64 uncertain indicators in 16 groups of 4, and 16 uncertain weights of the groups
//! in 4 criteria; first-order and total index of each factor by Jansen's estimators, from 16 scrambles of 1,024 points. Prints
//! the time of the 1.3 million evaluations, that of plain loops on one thread (extrapolated from some of them), and the ratio.
//!
//! `cargo bench -p linchpin-index --bench sobol`

use linchpin_index::column::{BLOCK, Column, Part, exp2, log_power_mean, log2};
use linchpin_index::engine::{Leaf, Model};
use linchpin_index::mean::power_mean;
use linchpin_index::points::{Net, Numbers};
use linchpin_index::sobol::{Design, evaluations, indices};
use std::time::Instant;

const INDICATORS: usize = 64;
const GROUPS: usize = 16;
const CRITERIA: usize = 4;
const FACTORS: usize = INDICATORS + GROUPS;
const DESIGN: Design = Design { points: 1024, replicates: 16, seed: 1 };
const EXPONENT: f32 = 1.0;
const ROOT_EXPONENT: f32 = 0.5;
/// Blocks that the plain loops work out.
const TRIED: usize = 64;

struct Composite {
    leaves: Vec<Leaf>,
    combining: Vec<usize>,
}

impl Composite {
    fn new() -> Composite {
        Composite {
            leaves: (0..INDICATORS).map(|at| Leaf { width: 1, innovations: vec![at] }).collect(),
            combining: (INDICATORS..FACTORS).collect(),
        }
    }
}

fn indicator(at: usize, u: f32) -> f32 {
    let middle = 0.2 + 0.6 * (at * 7 % INDICATORS) as f32 / INDICATORS as f32;
    middle + 0.3 * (u - 0.5)
}

fn weight(u: f32) -> f32 {
    0.75 + 0.5 * u
}

impl Model for Composite {
    fn leaves(&self) -> &[Leaf] {
        &self.leaves
    }

    fn combining(&self) -> &[usize] {
        &self.combining
    }

    fn outcomes(&self) -> &[f32] {
        &[f32::INFINITY]
    }

    fn leaf(&self, leaf: usize, numbers: &mut Numbers<'_>, into: &mut [Column]) {
        numbers.uniforms(leaf, &mut into[0]);
        into[0] = into[0].map(|u| indicator(leaf, u));
        log2(&mut into[0]);
    }

    fn combine(&self, leaves: &[Column], numbers: &mut Numbers<'_>, into: &mut [Column]) {
        let even = [1.0; BLOCK];
        let mut weights = [[0.0; BLOCK]; GROUPS];
        for (group, weights) in weights.iter_mut().enumerate() {
            numbers.uniforms(INDICATORS + group, weights);
            *weights = weights.map(weight);
        }
        let mean = |logs: &[Column], weights: &dyn Fn(usize) -> usize, all: &[Column], exponent: f32| {
            let part = |(at, log)| Part { log, weight: &all[weights(at)], factor: 1.0 };
            let parts: Vec<Part> = logs.iter().enumerate().map(part).collect();
            let mut mean = [0.0; BLOCK];
            log_power_mean(&parts, &[exponent; BLOCK], &mut mean);
            mean
        };
        let groups: Vec<Column> =
            leaves.chunks(INDICATORS / GROUPS).map(|own| mean(own, &|_| 0, &[even], EXPONENT)).collect();
        let criteria: Vec<Column> = groups
            .chunks(GROUPS / CRITERIA)
            .enumerate()
            .map(|(at, own)| mean(own, &|group| at * GROUPS / CRITERIA + group, &weights, EXPONENT))
            .collect();
        into[0] = mean(&criteria, &|_| 0, &[even], ROOT_EXPONENT);
        exp2(&mut into[0]);
    }
}

/// The same for one point, in double precision.
fn plain(u: &[f32]) -> f64 {
    let mean = |values: &[f64], weights: &[f64], exponent: f32| power_mean(values, weights, exponent.into());
    let value = |at: usize| f64::from(indicator(at, u[at]));
    let of_group = |group: usize| {
        let own = INDICATORS / GROUPS;
        let values: Vec<f64> = (group * own..(group + 1) * own).map(value).collect();
        mean(&values, &[1.0; INDICATORS / GROUPS], EXPONENT)
    };
    let of_criterion = |criterion: usize| {
        let own = criterion * GROUPS / CRITERIA..(criterion + 1) * GROUPS / CRITERIA;
        let weights: Vec<f64> = own.clone().map(|group| weight(u[INDICATORS + group]).into()).collect();
        mean(&own.map(of_group).collect::<Vec<_>>(), &weights, EXPONENT)
    };
    mean(&(0..CRITERIA).map(of_criterion).collect::<Vec<_>>(), &[1.0; CRITERIA], ROOT_EXPONENT)
}

/// Seconds for the plain loops, one evaluation after the other, and the mean of what they give.
fn plain_seconds() -> (f64, f64) {
    let [net, _] = Net::pair(FACTORS, DESIGN.seed, 0);
    let mut numbers = Numbers::of(&net);
    let mut points = vec![[0.0; BLOCK]; FACTORS];
    let mut sum = 0.0;
    let start = Instant::now();
    for block in 0..TRIED {
        numbers.at((block % (DESIGN.points / BLOCK)) as u64);
        points.iter_mut().enumerate().for_each(|(factor, column)| numbers.uniforms(factor, column));
        for draw in 0..BLOCK {
            let point: Vec<f32> = points.iter().map(|column| column[draw]).collect();
            sum += plain(&point);
        }
    }
    let tried = TRIED * BLOCK;
    let all = evaluations(FACTORS, DESIGN) as f64 / tried as f64;
    (start.elapsed().as_secs_f64() * all, sum / tried as f64)
}

fn main() {
    let model = Composite::new();
    let alone = |factor: usize| (0..FACTORS).map(|other| other == factor).collect();
    let groups: Vec<Vec<bool>> = (0..FACTORS).map(alone).collect();
    let start = Instant::now();
    let found = indices(&model, FACTORS, &groups, DESIGN);
    let seconds = start.elapsed().as_secs_f64();
    let (plain, mean) = plain_seconds();
    println!("Sobol indices, {FACTORS} factors, N = {}", DESIGN.points * DESIGN.replicates);
    println!("  {} evaluations, on all threads   {seconds:.3} s", evaluations(FACTORS, DESIGN));
    println!("  plain loops, on one thread          {plain:.3} s (from {} of them)", TRIED * BLOCK);
    println!("  ratio                               {:.1}", plain / seconds);
    let first: f64 = found[0].groups.iter().flatten().map(|indices| indices.first.value).sum();
    println!("  first-order indices sum to {first:.3}; mean {mean:.3}, variance {:.6}", found[0].variance);
}
