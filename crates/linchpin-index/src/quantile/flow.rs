//! The differential equation of quantile functions, followed for several of them at once.
//!
//! A solution is followed by Taylor series, each as far as its last terms stay small. Several are followed side by side,
//! each in a lane of its own and in steps of its own length, so that the compiler can turn the arithmetic of all lanes into
//! vector instructions; a lane whose solution has come to its end takes the next. What a solution comes to does not depend on
//! which others are followed beside it.

use super::PER_UNIT;
use pulp::Simd;

/// Solutions that are followed side by side.
const LANES: usize = 16;

/// A number for each lane.
type Lane = [f64; LANES];

/// Terms of a Taylor series beyond the first.
const ORDER: usize = 14;
/// The coefficients of a series, for each lane.
type Terms = [Lane; ORDER + 1];
/// The size of its last terms, relative to the first.
const TOLERANCE: f64 = 1e-10;
/// An x below this is small enough for its digits not to matter.
const NEGLIGIBLE: f64 = 1e-9;
/// An x below this is 0.
const NOTHING: f64 = 1e-15;
/// The furthest and the nearest that a series is followed; both are powers of two.
const REACH: [f64; 2] = [0.5, 1.0 / 4096.0];
/// The furthest reach to the power of the last term but one: ½¹³.
const POWER: f64 = 1.0 / 8192.0;
/// Places that one series can reach.
const MOST_REACHED: usize = (REACH[0] * PER_UNIT) as usize + 1;

/// A point of a solution: x at z, and the derivative v of logit x (beta) or ln x (gamma).
#[derive(Clone, Copy, Debug)]
pub(super) struct Point {
    pub z: f64,
    pub x: f64,
    pub v: f64,
}

/// The differential equation of a quantile function: x′ = x(1 − cx)v, v′ = −v(z + (a − sx)v).
#[derive(Clone, Copy, Debug)]
pub(super) struct Flow {
    pub a: f64,
    pub s: f64,
    pub c: f64,
}

/// A solution to be followed from a point to places that lie ever further from it, all on one side.
#[derive(Clone, Copy, Debug)]
pub(super) struct Course {
    pub flow: Flow,
    pub from: Point,
    /// the nearest place
    pub first: f64,
    /// from one place to the next: a sixteenth, up or down
    pub step: f64,
    /// how many places there are
    pub count: usize,
}

impl Course {
    /// A place, counted from the nearest; multiples of a sixteenth are exact.
    fn place(&self, at: usize) -> f64 {
        self.first + at as f64 * self.step
    }
}

/// x at all places of some courses. Where x falls to nothing it stays 0.
pub(super) fn follow(courses: &[Course]) -> Vec<Vec<f64>> {
    let mut values: Vec<Vec<f64>> = courses.iter().map(|course| Vec::with_capacity(course.count)).collect();
    let mut waiting = 0..courses.len();
    let mut taken: [Option<usize>; LANES] = [None; LANES];
    let mut here = Here::default();
    let (mut x, mut v) = ([[0.0; LANES]; ORDER + 1], [[0.0; LANES]; ORDER + 1]);
    loop {
        for (lane, taken) in taken.iter_mut().enumerate() {
            if let Some(course) = *taken {
                if here.x[lane] < NOTHING {
                    values[course].resize(courses[course].count, 0.0);
                }
                *taken = taken.filter(|_| values[course].len() < courses[course].count);
            }
            if taken.is_none() {
                *taken = waiting.find(|next| courses[*next].count > 0);
                taken.iter().for_each(|next| here.begin(lane, &courses[*next]));
            }
        }
        if taken.iter().all(Option::is_none) {
            return values;
        }
        expand(&here, &mut x, &mut v);
        let (mut reached, mut last) = ([0; LANES], [0.0; LANES]);
        let (mut next, mut step) = ([0.0; LANES], [0.0; LANES]);
        for (lane, course) in taken.iter().enumerate() {
            let Some(at) = *course else { continue };
            let (course, done) = (&courses[at], values[at].len());
            (next[lane], step[lane]) = (course.place(done), course.step);
            let place = |nth: usize| next[lane] + nth as f64 * step[lane];
            let reach = reach(&x, &v, lane);
            let within = |nth: &usize| (place(*nth) - here.z[lane]).abs() <= reach;
            reached[lane] = (0..MOST_REACHED.min(course.count - done)).take_while(within).count();
            last[lane] = match reached[lane] {
                0 => here.z[lane] + reach.copysign(next[lane] - here.z[lane]),
                some => place(some - 1),
            };
        }
        let most = reached.into_iter().max().unwrap_or_default();
        let mut found = [[0.0; LANES]; MOST_REACHED];
        for (nth, found) in found.iter_mut().enumerate().take(most) {
            let mut distances = [0.0; LANES];
            for lane in 0..LANES {
                distances[lane] = next[lane] + nth as f64 * step[lane] - here.z[lane];
            }
            evaluate(&x, &distances, found);
        }
        for (lane, course) in taken.iter().enumerate() {
            if let Some(course) = course {
                values[*course].extend(found[..reached[lane]].iter().map(|x| some_or_nothing(x[lane])));
            }
        }
        let mut distances = [0.0; LANES];
        for lane in 0..LANES {
            distances[lane] = last[lane] - here.z[lane];
        }
        evaluate(&x, &distances, &mut here.x);
        here.x = here.x.map(some_or_nothing);
        evaluate(&v, &distances, &mut here.v);
        here.z = last;
    }
}

fn some_or_nothing(x: f64) -> f64 {
    if x < NOTHING { 0.0 } else { x }
}

/// Where each lane stands, and the equation that it follows.
#[derive(Default)]
struct Here {
    z: Lane,
    x: Lane,
    v: Lane,
    a: Lane,
    s: Lane,
    c: Lane,
}

impl Here {
    fn begin(&mut self, lane: usize, course: &Course) {
        let Point { z, x, v } = course.from;
        let Flow { a, s, c } = course.flow;
        (self.z[lane], self.x[lane], self.v[lane]) = (z, x, v);
        (self.a[lane], self.s[lane], self.c[lane]) = (a, s, c);
    }
}

/// How far from the point the last two terms of both series of a lane stay small.
fn reach(x: &Terms, v: &Terms, lane: usize) -> f64 {
    let last = [(x, x[0][lane].max(NEGLIGIBLE)), (v, v[0][lane])];
    let small = |reach: f64, power: f64| {
        last.iter().all(|(terms, scale)| {
            power * (terms[ORDER - 1][lane].abs() + reach * terms[ORDER][lane].abs()) <= TOLERANCE * scale
        })
    };
    // powers of two, so that nothing is rounded
    let (mut found, mut power) = (REACH[0], POWER);
    while found > REACH[1] && !small(found, power) {
        found /= 2.0;
        power *= POWER;
    }
    found
}

/// The Taylor series of the solutions through a point of each lane.
#[pulp::with_simd(expand = pulp::Arch::new())]
#[inline(always)]
fn expand_simd<'a, S: Simd>(simd: S, here: &'a Here, x: &'a mut Terms, v: &'a mut Terms) {
    // the factors x(1 − cx) of x′ and z + (a − sx)v of −v′
    let (mut growth, mut decay) = ([[0.0; LANES]; ORDER], [[0.0; LANES]; ORDER]);
    (x[0], v[0]) = (here.x, here.v);
    for n in 0..ORDER {
        let (mut squared, mut both) = ([0.0; LANES], [0.0; LANES]);
        for k in 0..=n {
            add_product(simd, &x[k], &x[n - k], &mut squared);
            add_product(simd, &x[k], &v[n - k], &mut both);
        }
        for lane in 0..LANES {
            growth[n][lane] = x[n][lane] - here.c[lane] * squared[lane];
            decay[n][lane] = if n == 0 {
                here.z[lane] + (here.a[lane] - here.s[lane] * x[0][lane]) * v[0][lane]
            } else {
                let z = if n == 1 { 1.0 } else { 0.0 };
                z + here.a[lane] * v[n][lane] - here.s[lane] * both[lane]
            };
        }
        let next = (n + 1) as f64;
        let (mut grown, mut decayed) = ([0.0; LANES], [0.0; LANES]);
        for k in 0..=n {
            add_product(simd, &growth[k], &v[n - k], &mut grown);
            add_product(simd, &decay[k], &v[n - k], &mut decayed);
        }
        for lane in 0..LANES {
            x[n + 1][lane] = grown[lane] / next;
            v[n + 1][lane] = -decayed[lane] / next;
        }
    }
}

/// Adds products. The lanes are told to be vectors, which the compiler does not see by itself here.
#[inline(always)]
fn add_product<S: Simd>(simd: S, a: &Lane, b: &Lane, sum: &mut Lane) {
    let (sum, _) = S::as_mut_simd_f64s(sum);
    let ((a, _), (b, _)) = (S::as_simd_f64s(a), S::as_simd_f64s(b));
    for i in 0..sum.len() {
        sum[i] = simd.add_f64s(sum[i], simd.mul_f64s(a[i], b[i]));
    }
}

/// The series of each lane at a distance.
#[pulp::with_simd(evaluate = pulp::Arch::new())]
#[inline(always)]
fn evaluate_simd<'a, S: Simd>(_: S, terms: &'a Terms, distances: &'a Lane, into: &'a mut Lane) {
    let mut sum = [0.0; LANES];
    for term in terms.iter().rev() {
        for lane in 0..LANES {
            sum[lane] = sum[lane] * distances[lane] + term[lane];
        }
    }
    *into = sum;
}
