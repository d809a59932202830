//! Tables that turn a standard normal into a beta or gamma variate (METHOD 14).
//!
//! The quantile function x(z) = F⁻¹(Φ(z)) of a density f solves x′ = φ(z)/f(x) (Steinbrecher & Shaw 2008,
//! "Quantile mechanics", European Journal of Applied Mathematics 19 (2), 87–112). For the beta density, with
//! v the derivative of logit x, and for the gamma density, with v that of ln x, this is
//!
//! ```text
//! x′ = x (1 − c x) v            beta:  a the first shape, s the sum of both, c = 1
//! v′ = −v (z + (a − s x) v)     gamma: a the shape, s = 1, c = 0
//! ```
//!
//! Both right-hand sides are polynomials, so the Taylor coefficients of a solution follow from each other by
//! multiplication alone (Moore 1966), and one inversion, at the distribution's mean, yields all points. Small
//! errors do not grow: what stays constant along a solution is by how much Φ(z) and F(x) disagree.

use crate::column::Table;
use crate::normal;
use special::{Beta, Gamma};

/// Points of a table.
pub(crate) const POINTS: usize = 129;
/// A table ends at plus and minus this z.
pub(crate) const END: f64 = 4.0;
/// Points to a unit of z.
pub(crate) const PER_UNIT: f64 = 16.0;

/// The least distance of a beta distribution's mean from 0 and 1; nearer ones are set there.
const NEAREST_MEAN: f64 = 0.001;
/// Below this variance a beta distribution is drawn as the normal one, which is then right to 1e-6.
const NORMAL_BELOW: f64 = 1e-9;
/// Below this shape a gamma distribution is drawn as 0.
const ZERO_BELOW: f64 = 1e-4;

/// A quantile function as 129 points on z from −4 to 4, a sixteenth apart and linear between.
#[derive(Clone, Debug, PartialEq)]
pub struct QuantileTable {
    values: [f64; POINTS],
}

impl QuantileTable {
    /// The beta distribution with a mean and variance.
    ///
    /// The variance is at most m(1 − m)/3, where both shapes together are 2 (METHOD 14). A mean within .001 of
    /// 0 or 1 is set there. Points are right to 1e-8, and to 1e-6 where the variance is below 1e-6.
    ///
    /// # Panics
    /// When mean or variance is not a number, or the variance is negative.
    pub fn beta(mean: f64, variance: f64) -> Self {
        assert!(
            !mean.is_nan() && variance >= 0.0,
            "no beta distribution has mean {mean}, variance {variance}"
        );
        let mean = mean.clamp(NEAREST_MEAN, 1.0 - NEAREST_MEAN);
        let variance = variance.min(mean * (1.0 - mean) / 3.0);
        if variance < NORMAL_BELOW {
            let sd = libm::sqrt(variance);
            return QuantileTable { values: points().map(|z| (mean + sd * z).clamp(0.0, 1.0)) };
        }
        let s = mean * (1.0 - mean) / variance - 1.0;
        let (a, b) = (mean * s, (1.0 - mean) * s);
        let ln_beta = a.ln_beta(b);
        let start = Point::at(
            mean,
            mean.inc_beta(a, b, ln_beta),
            libm::exp(a * libm::log(mean) + b * libm::log1p(-mean) - ln_beta),
        );
        // Towards 1 it is 1 − x that must keep its digits, and 1 − x has the mirrored distribution.
        let lower = Flow { a, s, c: 1.0 };
        let upper = Flow { a: b, s, c: 1.0 };
        Self::of(
            start.z,
            |below| lower.follow(start, below),
            |above| {
                let mirrored: Vec<f64> = above.iter().map(|z| -z).collect();
                let mut values = upper.follow(start.mirrored(), &mirrored);
                values.iter_mut().for_each(|x| *x = 1.0 - *x);
                values
            },
        )
    }

    /// The gamma distribution with a shape and scale 1. Points are right to 1e-8, above 1 to 1e-8 of their size.
    /// Below a shape of 1e-4 all points are 0.
    ///
    /// # Panics
    /// When the shape is negative, infinite or not a number.
    pub fn gamma(shape: f64) -> Self {
        assert!(shape >= 0.0 && shape.is_finite(), "no gamma distribution has shape {shape}");
        if shape < ZERO_BELOW {
            return QuantileTable { values: [0.0; POINTS] };
        }
        let start = Point::at(
            shape,
            shape.inc_gamma(shape),
            libm::exp(shape * libm::log(shape) - shape - libm::lgamma(shape)),
        );
        let flow = Flow { a: shape, s: 1.0, c: 0.0 };
        Self::of(start.z, |below| flow.follow(start, below), |above| flow.follow(start, above))
    }

    /// The same in single precision, for [`crate::column::look_up`].
    pub fn single(&self) -> Table {
        self.values.map(|value| value as f32)
    }

    /// The value at a standard normal; that at ±4 for one outside.
    pub fn at(&self, z: f64) -> f64 {
        let position = (z.clamp(-END, END) + END) * PER_UNIT;
        let below = (position as usize).min(POINTS - 2);
        let [low, high] = [self.values[below], self.values[below + 1]];
        low + (position - below as f64) * (high - low)
    }

    /// A table whose points below and above `z` come from two functions of their places, nearest first.
    fn of(z: f64, below: impl Fn(&[f64]) -> Vec<f64>, above: impl Fn(&[f64]) -> Vec<f64>) -> Self {
        let mut places = points();
        let split = places.partition_point(|&place| place < z);
        let (lower, upper) = places.split_at_mut(split);
        lower.reverse();
        let mut values = below(lower);
        values.reverse();
        values.extend(above(upper));
        let mut table = QuantileTable { values: [0.0; POINTS] };
        table.values.copy_from_slice(&values);
        table
    }
}

fn points() -> [f64; POINTS] {
    std::array::from_fn(|i| i as f64 / PER_UNIT - END)
}

/// A point of a solution: x at z, and the derivative v of logit x (beta) or ln x (gamma).
#[derive(Clone, Copy, Debug)]
struct Point {
    z: f64,
    x: f64,
    v: f64,
}

impl Point {
    /// At x, from the probability up to it and the density there of logit x (beta) or ln x (gamma).
    fn at(x: f64, probability: f64, density: f64) -> Self {
        let z = normal::quantile(probability);
        Point { z, x, v: normal::density(z) / density }
    }

    fn mirrored(self) -> Self {
        Point { z: -self.z, x: 1.0 - self.x, v: self.v }
    }
}

/// The differential equation of a quantile function: x′ = x(1 − cx)v, v′ = −v(z + (a − sx)v).
#[derive(Clone, Copy, Debug)]
struct Flow {
    a: f64,
    s: f64,
    c: f64,
}

impl Flow {
    /// x at places that lie ever further from the start, all on one side of it. Where x falls to nothing it
    /// stays 0.
    fn follow(&self, start: Point, places: &[f64]) -> Vec<f64> {
        let mut values = Vec::with_capacity(POINTS);
        let mut here = start;
        while let Some(&next) = places.get(values.len()) {
            if here.x < NOTHING {
                values.resize(places.len(), 0.0);
                break;
            }
            let series = self.expand(here);
            let reach = series.reach();
            let within = places[values.len()..].iter().take_while(|z| (*z - here.z).abs() <= reach);
            let mut last = here.z + reach.copysign(next - here.z);
            for &z in within {
                values.push(series.x(z - here.z));
                last = z;
            }
            here = series.point(last, here.z);
        }
        values
    }

    /// The Taylor series of the solution through a point.
    fn expand(&self, at: Point) -> Series {
        let (mut x, mut v) = ([0.0; ORDER + 1], [0.0; ORDER + 1]);
        // the factors x(1 − cx) of x′ and z + (a − sx)v of −v′
        let (mut growth, mut decay) = ([0.0; ORDER], [0.0; ORDER]);
        (x[0], v[0]) = (at.x, at.v);
        for n in 0..ORDER {
            growth[n] = x[n] - self.c * product(&x, &x, n);
            decay[n] = if n == 0 {
                at.z + (self.a - self.s * x[0]) * v[0]
            } else {
                let z = if n == 1 { 1.0 } else { 0.0 };
                z + self.a * v[n] - self.s * product(&x, &v, n)
            };
            let next = (n + 1) as f64;
            x[n + 1] = product(&growth, &v, n) / next;
            v[n + 1] = -product(&decay, &v, n) / next;
        }
        Series { x, v }
    }
}

/// Terms of a Taylor series beyond the first.
const ORDER: usize = 14;
/// The size of its last terms, relative to the first.
const TOLERANCE: f64 = 1e-10;
/// An x below this is small enough for its digits not to matter.
const NEGLIGIBLE: f64 = 1e-9;
/// An x below this is 0.
const NOTHING: f64 = 1e-15;
/// The furthest and the nearest that a series is followed.
const REACH: [f64; 2] = [0.5, 1.0 / 4096.0];

/// Coefficients of x and v in powers of the distance from a point.
struct Series {
    x: [f64; ORDER + 1],
    v: [f64; ORDER + 1],
}

impl Series {
    /// How far from the point the last two terms of both stay small.
    fn reach(&self) -> f64 {
        let scale = [self.x[0].max(NEGLIGIBLE), self.v[0]];
        let mut reach = REACH[0];
        while reach > REACH[1] {
            let power = (1..ORDER).fold(1.0, |power, _| power * reach);
            let small = |terms: &[f64; ORDER + 1], scale: f64| {
                power * (terms[ORDER - 1].abs() + reach * terms[ORDER].abs()) <= TOLERANCE * scale
            };
            if small(&self.x, scale[0]) && small(&self.v, scale[1]) {
                break;
            }
            reach /= 2.0;
        }
        reach
    }

    fn x(&self, distance: f64) -> f64 {
        let x = evaluate(&self.x, distance);
        if x < NOTHING { 0.0 } else { x }
    }

    fn point(&self, z: f64, from: f64) -> Point {
        Point { z, x: self.x(z - from), v: evaluate(&self.v, z - from) }
    }
}

/// Coefficient `n` of the product of two series.
fn product(a: &[f64], b: &[f64], n: usize) -> f64 {
    a[..=n].iter().zip(b[..=n].iter().rev()).map(|(a, b)| a * b).sum()
}

fn evaluate(series: &[f64; ORDER + 1], distance: f64) -> f64 {
    series.iter().rev().fold(0.0, |sum, term| sum * distance + term)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn uniform_is_the_normal_distribution_function() {
        let table = QuantileTable::beta(0.5, 1.0 / 12.0);
        for z in points() {
            assert!((table.at(z) - normal::cdf(z)).abs() < 1e-10, "{z}");
        }
    }

    #[test]
    fn exponential_is_minus_the_logarithm() {
        let table = QuantileTable::gamma(1.0);
        for z in points() {
            let x = -libm::log(normal::cdf(-z));
            assert!((table.at(z) / x - 1.0).abs() < 1e-9, "{z} {} {x}", table.at(z));
        }
    }

    #[test]
    fn outside_and_between() {
        let table = QuantileTable::beta(0.4, 0.01);
        assert_eq!(table.at(9.0), table.at(4.0));
        assert_eq!(table.at(f64::NEG_INFINITY), table.at(-4.0));
        let between = (table.at(0.0) + table.at(0.0625)) / 2.0;
        assert!((table.at(0.03125) - between).abs() < 1e-15);
    }

    #[test]
    fn little_variance_is_nearly_normal() {
        for (mean, variance) in [(0.5, 0.99e-9), (0.02, 0.99e-9), (0.98, 1.01e-9)] {
            let table = QuantileTable::beta(mean, variance);
            for z in points() {
                assert!((table.at(z) - (mean + libm::sqrt(variance) * z)).abs() < 1e-6);
            }
        }
        assert_eq!(QuantileTable::beta(0.3, 0.0).at(3.0), 0.3);
    }

    #[test]
    fn vanishing_shapes_are_zero() {
        assert_eq!(QuantileTable::gamma(0.0).at(4.0), 0.0);
    }
}
