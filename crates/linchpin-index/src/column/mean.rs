//! Power means of columns, in logarithms.

use super::exponential::{exp2_less_1_of, exp2_of, log2_of_1_plus_one};
use super::{BLOCK, Column};
use pulp::Simd;

/// The nearest that an exponent comes to 0, where the mean is the geometric one; what this changes lies below 10⁻⁴.
const NEAREST: f32 = 1e-4;

#[inline(always)]
fn away_from_0(exponent: f32) -> f32 {
    if exponent.abs() < NEAREST { NEAREST } else { exponent }
}

/// A part of a mean: the logarithm to base 2 of its value, its weight, and a factor on the weight.
#[derive(Clone, Copy)]
pub struct Part<'c> {
    /// log₂ of the value
    pub log: &'c Column,
    /// weight in each draw
    pub weight: &'c Column,
    /// on the weight in every draw
    pub factor: f32,
}

/// log₂ of the power mean (Σ w xᵖ / Σ w)^(1/p) of some parts, with an exponent for each draw; the geometric mean at p = 0
/// (METHOD 22). NaN where no weight is positive.
#[pulp::with_simd(log_power_mean = pulp::Arch::new())]
#[inline(always)]
pub fn log_power_mean_simd<'a, S: Simd>(
    _: S,
    parts: &'a [Part<'a>],
    exponent: &'a Column,
    into: &'a mut Column,
) {
    let mut p = [0.0f32; BLOCK];
    for i in 0..BLOCK {
        p[i] = away_from_0(exponent[i]);
    }
    let (mut sum, mut total) = ([0.0f32; BLOCK], [0.0f32; BLOCK]);
    for part in parts {
        for i in 0..BLOCK {
            let weight = part.factor * part.weight[i];
            sum[i] = weight.mul_add(exp2_less_1_of(p[i] * part.log[i]), sum[i]);
            total[i] += weight;
        }
    }
    for i in 0..BLOCK {
        into[i] = log2_of_1_plus_one(sum[i] / total[i]) / p[i];
    }
}

/// Adds a part to a sum of weighted powers less their weights, of which a power mean is made: over the sum of weights it is
/// q = (Σ w xᵖ)/(Σ w) − 1.
#[pulp::with_simd(add_power = pulp::Arch::new())]
#[inline(always)]
pub fn add_power_simd<'a, S: Simd>(_: S, part: Part<'a>, exponent: &'a Column, into: &'a mut Column) {
    for (i, exponent) in exponent.iter().enumerate() {
        let power = exp2_less_1_of(away_from_0(*exponent) * part.log[i]);
        into[i] += part.factor * part.weight[i] * power;
    }
}

/// The sum of two columns.
#[pulp::with_simd(join = pulp::Arch::new())]
#[inline(always)]
pub fn join_simd<'a, S: Simd>(_: S, one: &'a Column, other: &'a Column, into: &'a mut Column) {
    for (i, into) in into.iter_mut().enumerate() {
        *into = one[i] + other[i];
    }
}

/// Adds a column to another.
#[pulp::with_simd(add = pulp::Arch::new())]
#[inline(always)]
pub fn add_simd<'a, S: Simd>(_: S, more: &'a Column, into: &'a mut Column) {
    for (i, into) in into.iter_mut().enumerate() {
        *into += more[i];
    }
}

/// The quotient of two columns.
#[pulp::with_simd(divide = pulp::Arch::new())]
#[inline(always)]
pub fn divide_simd<'a, S: Simd>(_: S, one: &'a Column, by: &'a Column, into: &'a mut Column) {
    for (i, into) in into.iter_mut().enumerate() {
        *into = one[i] / by[i];
    }
}

/// What takes a mean, by its q, to the sum of powers of the mean above it.
#[derive(Clone)]
pub enum Ascent {
    /// both have the same exponent
    Same,
    /// the exponent above over the one below
    Ratio(Box<Column>),
}

impl Ascent {
    /// From one exponent to another.
    pub fn of(below: &Column, above: &Column) -> Ascent {
        if below == above {
            return Ascent::Same;
        }
        let ratio = |i: usize| away_from_0(above[i]) / away_from_0(below[i]);
        Ascent::Ratio(Box::new(std::array::from_fn(ratio)))
    }

    /// Adds a mean with its weight to the sum above.
    pub fn add(&self, q: &Column, weight: &Column, into: &mut Column) {
        match self {
            Ascent::Same => add_weighted(q, weight, into),
            Ascent::Ratio(ratio) => add_raised(q, ratio, weight, into),
        }
    }
}

#[pulp::with_simd(add_weighted = pulp::Arch::new())]
#[inline(always)]
fn add_weighted_simd<'a, S: Simd>(_: S, q: &'a Column, weight: &'a Column, into: &'a mut Column) {
    for (i, into) in into.iter_mut().enumerate() {
        *into = weight[i].mul_add(q[i], *into);
    }
}

#[pulp::with_simd(add_raised = pulp::Arch::new())]
#[inline(always)]
fn add_raised_simd<'a, S: Simd>(
    _: S,
    q: &'a Column,
    ratio: &'a Column,
    weight: &'a Column,
    into: &'a mut Column,
) {
    for (i, into) in into.iter_mut().enumerate() {
        *into = weight[i].mul_add(exp2_less_1_of(ratio[i] * log2_of_1_plus_one(q[i])), *into);
    }
}

/// The power mean (1 + q)^(1/p) by its q.
#[pulp::with_simd(mean_of = pulp::Arch::new())]
#[inline(always)]
pub fn mean_of_simd<'a, S: Simd>(_: S, q: &'a Column, exponent: &'a Column, into: &'a mut Column) {
    for (i, exponent) in exponent.iter().enumerate() {
        into[i] = exp2_of(log2_of_1_plus_one(q[i]) / away_from_0(*exponent));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::mean::power_mean;

    #[test]
    fn means_are_those_in_double_precision() {
        let values: [f32; 4] = [0.02, 0.3, 0.9, 0.55];
        let weights: [f32; 4] = [0.2, 0.5, 0.3, 0.0];
        let logs = values.map(|x| [x.log2(); BLOCK]);
        let columns = weights.map(|w| [w / 2.0; BLOCK]);
        let parts: Vec<Part> =
            logs.iter().zip(&columns).map(|(log, weight)| Part { log, weight, factor: 2.0 }).collect();
        let exponents: Column = std::array::from_fn(|i| (i as f32 - 20.0) / 20.0);
        let mut found = [0.0; BLOCK];
        log_power_mean(&parts, &exponents, &mut found);
        for (found, p) in found.iter().zip(exponents) {
            let exact = power_mean(&values.map(f64::from), &weights.map(f64::from), f64::from(p));
            let within = if p == 0.0 { 2e-4 } else { 3e-6 };
            assert!((f64::from(found.exp2()) - exact).abs() < within, "{p}: {} is not {exact}", found.exp2());
        }
        let mut sum = [0.0; BLOCK];
        parts.iter().for_each(|part| add_power(*part, &exponents, &mut sum));
        let (mut q, mut by_parts) = ([0.0; BLOCK], [0.0; BLOCK]);
        divide(&sum, &[weights.iter().sum(); BLOCK], &mut q);
        mean_of(&q, &exponents, &mut by_parts);
        assert!(
            found.iter().zip(by_parts).all(|(a, b)| (a.exp2() - b).abs() < 2e-4),
            "{found:?} {by_parts:?}"
        );
        // one mean alone above it is that mean, whatever the exponents
        for above in [exponents, [0.7; BLOCK]] {
            let (mut sum_above, mut mean) = ([0.0; BLOCK], [0.0; BLOCK]);
            Ascent::of(&exponents, &above).add(&q, &[1.0; BLOCK], &mut sum_above);
            mean_of(&sum_above, &above, &mut mean);
            assert!(mean.iter().zip(by_parts).all(|(a, b)| (a - b).abs() < 3e-4), "{mean:?} {by_parts:?}");
        }
    }
}
