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

mod flow;

use crate::column::Table;
use crate::normal;
use flow::{Course, Flow, Point};
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
        Self::betas(&[(mean, variance)]).swap_remove(0)
    }

    /// Several beta distributions, each with a mean and variance, as [`QuantileTable::beta`] has them; faster than one by one.
    ///
    /// # Panics
    /// As [`QuantileTable::beta`].
    pub fn betas(moments: &[(f64, f64)]) -> Vec<Self> {
        let sketches = moments.iter().map(|&(mean, variance)| Sketch::of_beta(mean, variance));
        drawn(&sketches.collect::<Vec<_>>())
    }

    /// The gamma distribution with a shape and scale 1. Points are right to 1e-8, above 1 to 1e-8 of their size.
    /// Below a shape of 1e-4 all points are 0.
    ///
    /// # Panics
    /// When the shape is negative, infinite or not a number.
    pub fn gamma(shape: f64) -> Self {
        Self::gammas(&[shape]).swap_remove(0)
    }

    /// Several gamma distributions, each with a shape, as [`QuantileTable::gamma`] has them; faster than one by one.
    ///
    /// # Panics
    /// As [`QuantileTable::gamma`].
    pub fn gammas(shapes: &[f64]) -> Vec<Self> {
        drawn(&shapes.iter().map(|&shape| Sketch::of_gamma(shape)).collect::<Vec<_>>())
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
}

/// A table before its points are worked out.
enum Sketch {
    /// normal between 0 and 1, or all at one place
    Normal { mean: f64, sd: f64 },
    /// they follow from a point; whether those above it are told from 1 down
    Followed { courses: [Course; 2], mirrored: bool },
}

impl Sketch {
    fn of_beta(mean: f64, variance: f64) -> Sketch {
        assert!(
            !mean.is_nan() && variance >= 0.0,
            "no beta distribution has mean {mean}, variance {variance}"
        );
        let mean = mean.clamp(NEAREST_MEAN, 1.0 - NEAREST_MEAN);
        let variance = variance.min(mean * (1.0 - mean) / 3.0);
        if variance < NORMAL_BELOW {
            return Sketch::Normal { mean, sd: libm::sqrt(variance) };
        }
        let s = mean * (1.0 - mean) / variance - 1.0;
        let (a, b) = (mean * s, (1.0 - mean) * s);
        let ln_beta = a.ln_beta(b);
        let from = Point::at(
            mean,
            mean.inc_beta(a, b, ln_beta),
            libm::exp(a * libm::log(mean) + b * libm::log1p(-mean) - ln_beta),
        );
        // Towards 1 it is 1 − x that must keep its digits, and 1 − x has the mirrored distribution.
        let lower = below(Flow { a, s, c: 1.0 }, from);
        let upper = above(Flow { a: b, s, c: 1.0 }, from).mirrored();
        Sketch::Followed { courses: [lower, upper], mirrored: true }
    }

    fn of_gamma(shape: f64) -> Sketch {
        assert!(shape >= 0.0 && shape.is_finite(), "no gamma distribution has shape {shape}");
        if shape < ZERO_BELOW {
            return Sketch::Normal { mean: 0.0, sd: 0.0 };
        }
        let from = Point::at(
            shape,
            shape.inc_gamma(shape),
            libm::exp(shape * libm::log(shape) - shape - libm::lgamma(shape)),
        );
        let flow = Flow { a: shape, s: 1.0, c: 0.0 };
        Sketch::Followed { courses: [below(flow, from), above(flow, from)], mirrored: false }
    }
}

/// From a point down to the end of a table.
fn below(flow: Flow, from: Point) -> Course {
    let count = points().partition_point(|&place| place < from.z);
    Course { flow, from, first: (count as f64 - 1.0) / PER_UNIT - END, step: -1.0 / PER_UNIT, count }
}

/// From a point up to the end of a table.
fn above(flow: Flow, from: Point) -> Course {
    let split = points().partition_point(|&place| place < from.z);
    Course { flow, from, first: split as f64 / PER_UNIT - END, step: 1.0 / PER_UNIT, count: POINTS - split }
}

/// The tables of some sketches.
fn drawn(sketches: &[Sketch]) -> Vec<QuantileTable> {
    let courses: Vec<Course> = sketches
        .iter()
        .filter_map(|sketch| match sketch {
            Sketch::Normal { .. } => None,
            Sketch::Followed { courses, .. } => Some(courses),
        })
        .flatten()
        .copied()
        .collect();
    let mut followed = flow::follow(&courses).into_iter();
    let mut table = |sketch: &Sketch| match sketch {
        Sketch::Normal { mean, sd } => {
            QuantileTable { values: points().map(|z| (mean + sd * z).clamp(0.0, 1.0)) }
        }
        Sketch::Followed { mirrored, .. } => {
            let [below, above] = [(); 2].map(|()| followed.next().unwrap_or_default());
            let above = above.into_iter().map(|x| if *mirrored { 1.0 - x } else { x });
            let mut table = QuantileTable { values: [0.0; POINTS] };
            table.values.iter_mut().zip(below.into_iter().rev().chain(above)).for_each(|(to, x)| *to = x);
            table
        }
    };
    sketches.iter().map(&mut table).collect()
}

fn points() -> [f64; POINTS] {
    std::array::from_fn(|i| i as f64 / PER_UNIT - END)
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

impl Course {
    /// By the same equation from the mirrored point to the mirrored places.
    fn mirrored(self) -> Self {
        Course { from: self.from.mirrored(), first: -self.first, step: -self.step, ..self }
    }
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
