//! Power means of columns, in logarithms.

use super::exponential::{exp2_less_1_of, log2_of_1_plus_one};
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

/// A sum of weighted powers less their weights, and the sum of the weights: what a power mean is made of, part by part.
#[derive(Clone, Copy)]
pub struct Sums {
    powers: Column,
    weights: Column,
}

impl Sums {
    /// Those without parts.
    pub const NONE: Sums = Sums { powers: [0.0; BLOCK], weights: [0.0; BLOCK] };
}

/// The sums of one part alone.
#[pulp::with_simd(sums_of_part = pulp::Arch::new())]
#[inline(always)]
pub fn sums_of_part_simd<'a, S: Simd>(_: S, part: Part<'a>, exponent: &'a Column, into: &'a mut Sums) {
    for (i, exponent) in exponent.iter().enumerate() {
        let p = away_from_0(*exponent);
        let weight = part.factor * part.weight[i];
        into.powers[i] = weight * exp2_less_1_of(p * part.log[i]);
        into.weights[i] = weight;
    }
}

/// The sums of two sets of parts together.
#[pulp::with_simd(add_sums = pulp::Arch::new())]
#[inline(always)]
pub fn add_sums_simd<'a, S: Simd>(_: S, more: &'a Sums, into: &'a mut Sums) {
    for i in 0..BLOCK {
        into.powers[i] += more.powers[i];
        into.weights[i] += more.weights[i];
    }
}

/// log₂ of the power mean of the parts that are summed up.
#[pulp::with_simd(log_mean_of_sums = pulp::Arch::new())]
#[inline(always)]
pub fn log_mean_of_sums_simd<'a, S: Simd>(_: S, sums: &'a Sums, exponent: &'a Column, into: &'a mut Column) {
    for (i, exponent) in exponent.iter().enumerate() {
        into[i] = log2_of_1_plus_one(sums.powers[i] / sums.weights[i]) / away_from_0(*exponent);
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
        let mut sums = Sums::NONE;
        for part in &parts {
            let mut own = Sums::NONE;
            sums_of_part(*part, &exponents, &mut own);
            add_sums(&own, &mut sums);
        }
        let mut by_parts = [0.0; BLOCK];
        log_mean_of_sums(&sums, &exponents, &mut by_parts);
        assert!(found.iter().zip(by_parts).all(|(a, b)| (a - b).abs() < 2e-4), "{found:?} {by_parts:?}");
    }
}
