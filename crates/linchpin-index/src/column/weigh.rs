//! Weighted means of the parts of an aggregate, for all units of a block.

use super::across::{LANES, Lanes, lanes, lanes_mut};
use super::exponential::{exp2_of, log2_of};
use super::{BLOCK, Column};
use pulp::Simd;

/// Which mean.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Mean {
    /// Σwx/Σw
    Arithmetic,
    /// exp(Σw ln x/Σw), not a number where an x is not positive
    Geometric,
    /// Σw/Σ(w/x), likewise
    Harmonic,
    /// (Σwxᵖ/Σw)^(1/p) with p other than 0; not a number where an x is negative, or is 0 and p negative. The exponents
    /// p·log₂x are kept within ±125
    Power(f32),
}

/// The parts of an aggregate: nodes by their places, of which the first stand in one slice of columns and the others in
/// another, each with one column a unit.
#[derive(Clone, Copy)]
pub struct Below<'a> {
    /// columns of the first nodes, by node and unit
    pub first: &'a [Column],
    /// columns of the nodes after them
    pub then: &'a [Column],
    /// units
    pub units: usize,
    /// places of the parts
    pub children: &'a [usize],
    /// for each node its weight
    pub weights: &'a [Column],
    /// whether values may be missing (not a number); they take their weight with them
    pub gaps: bool,
    /// the least number of parts with a value, where values may be missing
    pub least: f32,
}

impl<'a> Below<'a> {
    #[inline(always)]
    fn column(&self, child: usize, unit: usize) -> &'a Column {
        let at = child * self.units + unit;
        if at < self.first.len() { &self.first[at] } else { &self.then[at - self.first.len()] }
    }
}

/// The mean of each unit's parts; not a number where too few are there, or those that are have no weight.
#[pulp::with_simd(means = pulp::Arch::new())]
#[inline(always)]
pub fn means_simd<'a, S: Simd>(_: S, below: Below<'a>, mean: Mean, into: &'a mut [Column]) {
    let positive = |x: f32, y: f32| if x > 0.0 { y } else { f32::NAN };
    match mean {
        Mean::Arithmetic => each(&below, |x| x, |mean| mean, into),
        Mean::Geometric => each(&below, |x| positive(x, log2_of(x)), exp2_of, into),
        Mean::Harmonic => each(&below, |x| positive(x, 1.0 / x), |mean| 1.0 / mean, into),
        Mean::Power(p) => {
            let zero = if p > 0.0 { 0.0 } else { f32::NAN };
            let raised = |x: f32| {
                let power = exp2_of((p * log2_of(x)).clamp(-125.0, 125.0));
                if x == 0.0 { zero } else { positive(x, power) }
            };
            // a logarithm of what is not a number would be one
            let root = |mean: f32| if mean == 0.0 { 0.0 } else { exp2_of(positive(mean, log2_of(mean)) / p) };
            each(&below, raised, root, into);
        }
    }
}

#[inline(always)]
fn each(below: &Below<'_>, of: impl Fn(f32) -> f32, back: impl Fn(f32) -> f32, into: &mut [Column]) {
    if below.gaps { with_gaps(below, of, back, into) } else { complete(below, of, back, into) }
}

#[inline(always)]
fn complete(below: &Below<'_>, of: impl Fn(f32) -> f32, back: impl Fn(f32) -> f32, into: &mut [Column]) {
    let mut over = [0.0f32; BLOCK];
    for &child in below.children {
        over.iter_mut().zip(&below.weights[child]).for_each(|(over, weight)| *over += weight);
    }
    over.iter_mut().for_each(|over| *over = 1.0 / *over);
    for (unit, mean) in into.iter_mut().enumerate() {
        for at in 0..BLOCK / LANES {
            let mut sum: Lanes = [0.0; LANES];
            for &child in below.children {
                let (weight, x) = (lanes(&below.weights[child], at), lanes(below.column(child, unit), at));
                for i in 0..LANES {
                    sum[i] = weight[i].mul_add(of(x[i]), sum[i]);
                }
            }
            let (mean, over) = (lanes_mut(mean, at), lanes(&over, at));
            for i in 0..LANES {
                mean[i] = back(sum[i] * over[i]);
            }
        }
    }
}

#[inline(always)]
fn with_gaps(below: &Below<'_>, of: impl Fn(f32) -> f32, back: impl Fn(f32) -> f32, into: &mut [Column]) {
    for (unit, mean) in into.iter_mut().enumerate() {
        for at in 0..BLOCK / LANES {
            let (mut sum, mut total, mut count): (Lanes, Lanes, Lanes) =
                ([0.0; LANES], [0.0; LANES], [0.0; LANES]);
            for &child in below.children {
                let (weight, x) = (lanes(&below.weights[child], at), lanes(below.column(child, unit), at));
                for i in 0..LANES {
                    let there = !x[i].is_nan();
                    sum[i] = if there { weight[i].mul_add(of(x[i]), sum[i]) } else { sum[i] };
                    total[i] += if there { weight[i] } else { 0.0 };
                    count[i] += if there { 1.0 } else { 0.0 };
                }
            }
            let mean = lanes_mut(mean, at);
            for i in 0..LANES {
                let enough = count[i] >= below.least && total[i] > 0.0;
                mean[i] = if enough { back(sum[i] / total[i]) } else { f32::NAN };
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::mean::power_mean;

    const GAP: f32 = f32::NAN;

    fn of(values: &[f32], weights: &[f32], mean: Mean, gaps: bool, least: f32) -> f32 {
        let columns: Vec<Column> = values.iter().map(|x| [*x; BLOCK]).collect();
        let weights: Vec<Column> = weights.iter().map(|w| [*w; BLOCK]).collect();
        let (first, then) = columns.split_at(1);
        let children: Vec<usize> = (0..values.len()).collect();
        let below = Below { first, then, units: 1, children: &children, weights: &weights, gaps, least };
        let mut into = [[0.0; BLOCK]];
        means(below, mean, &mut into);
        into[0][17]
    }

    #[test]
    fn means_are_those_in_double_precision() {
        let (values, weights) = ([3.0f32, 70.0, 12.5], [0.2f32, 1.0, 0.7]);
        for (mean, p) in [
            (Mean::Arithmetic, 1.0),
            (Mean::Geometric, 0.0),
            (Mean::Harmonic, -1.0),
            (Mean::Power(2.0), 2.0),
            (Mean::Power(-0.5), -0.5),
        ] {
            let exact = power_mean(&values.map(f64::from), &weights.map(f64::from), p);
            for gaps in [false, true] {
                let found = f64::from(of(&values, &weights, mean, gaps, 1.0));
                assert!((found / exact - 1.0).abs() < 3e-6, "{mean:?}: {found} is not {exact}");
            }
            let found = f64::from(of(&[3.0, GAP, 70.0, 12.5], &[0.2, 9.0, 1.0, 0.7], mean, true, 3.0));
            assert!((found / exact - 1.0).abs() < 3e-6, "{mean:?} with a gap: {found}");
        }
    }

    #[test]
    fn what_is_not_defined_is_not_a_number() {
        for mean in [Mean::Geometric, Mean::Harmonic, Mean::Power(-2.0)] {
            assert!([0.0, -1.0].iter().all(|x| of(&[5.0, *x], &[1.0; 2], mean, false, 1.0).is_nan()));
        }
        assert_eq!(of(&[0.0, 0.0], &[1.0; 2], Mean::Power(2.0), true, 1.0), 0.0);
        assert!(of(&[5.0, GAP], &[1.0; 2], Mean::Arithmetic, true, 2.0).is_nan());
        assert!(of(&[5.0, GAP], &[0.0, 1.0], Mean::Arithmetic, true, 1.0).is_nan());
        assert!(of(&[5.0], &[0.0], Mean::Arithmetic, false, 1.0).is_nan());
    }
}
