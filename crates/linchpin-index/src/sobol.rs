//! Variance-based sensitivity: how much of an outcome's variance groups of innovations account for, alone and with others.
//!
//! The first-order index of a group is the share of the variance that knowing the group would take away on average; the
//! total index is the share that would be left if all else were known. Both by Jansen's estimators (Jansen 1999; Saltelli et
//! al. 2010): with points A and B, and A_B the points of A with the group's coordinates from B,
//!
//! ```text
//! first = 1 − E[(f(B) − f(A_B))²] / 2V        total = E[(f(A) − f(A_B))²] / 2V
//! ```
//!
//! Points are scrambled Sobol nets; the estimates of independent scrambles give a t-interval in place of a bootstrap. Only
//! the leaves that a group touches are worked out again.

use crate::column::{BLOCK, Column};
use crate::engine::{Model, all_leaves, width};
use crate::points::{Net, Numbers};
use rayon::prelude::*;
use special::Beta;

/// How much is evaluated.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Design {
    /// points of each replicate, rounded up to whole blocks; powers of two are best
    pub points: usize,
    /// independent scrambles, at least two
    pub replicates: usize,
    /// names the scrambles
    pub seed: u64,
}

/// A share of the variance with its 95 % interval, which may leave [0, 1].
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Estimate {
    /// mean over replicates
    pub value: f64,
    /// its ends
    pub i95: [f64; 2],
}

/// The indices of one group for one outcome.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Indices {
    /// what the group does alone
    pub first: Estimate,
    /// what it does alone and with others
    pub total: Estimate,
}

/// What there is to say of one outcome.
#[derive(Clone, Debug, PartialEq)]
pub struct Sensitivity {
    /// its variance over all points
    pub variance: f64,
    /// the indices of each group; `None` where the outcome does not vary
    pub groups: Option<Vec<Indices>>,
}

/// The indices of groups of innovations, for every outcome of a model. Each group is a mark for every innovation; groups
/// may overlap, and need not cover all.
///
/// # Panics
/// When there are fewer than two replicates, or more points than a net has.
pub fn indices(
    model: &impl Model,
    innovations: usize,
    groups: &[Vec<bool>],
    design: Design,
) -> Vec<Sensitivity> {
    assert!(design.replicates > 1, "an interval needs at least two replicates");
    let blocks = design.points.div_ceil(BLOCK).max(1);
    let touched: Vec<Touched> = groups.iter().map(|group| Touched::by(model, group)).collect();
    let replicates: Vec<Vec<Sums>> = (0..design.replicates)
        .into_par_iter()
        .map(|replicate| {
            let [a, b] = Net::pair(innovations, design.seed, replicate);
            let mut numbers = Numbers::of_two(&a, &b);
            let mut work = Work::of(model);
            let mut sums = vec![Sums::of(groups.len()); model.outcomes().len()];
            for block in 0..blocks {
                numbers.at(block as u64);
                work.block(model, groups, &touched, &mut numbers, &mut sums);
            }
            sums
        })
        .collect();
    (0..model.outcomes().len()).map(|outcome| told(&replicates, outcome, groups.len())).collect()
}

/// Evaluations of a model that a design makes for so many groups.
pub fn evaluations(groups: usize, design: Design) -> usize {
    design.points.div_ceil(BLOCK).max(1) * BLOCK * design.replicates * (groups + 2)
}

/// What a group of innovations changes.
struct Touched {
    /// leaf, and the first of its columns
    leaves: Vec<(usize, usize)>,
    anything: bool,
}

impl Touched {
    fn by(model: &impl Model, group: &[bool]) -> Touched {
        let takes = |innovations: &[usize]| innovations.iter().any(|at| group[*at]);
        let mut column = 0;
        let mut leaves = vec![];
        for (at, leaf) in model.leaves().iter().enumerate() {
            if takes(&leaf.innovations) {
                leaves.push((at, column));
            }
            column += leaf.width;
        }
        Touched { anything: !leaves.is_empty() || takes(model.combining()), leaves }
    }
}

/// Sums over the points of one replicate, of one outcome.
#[derive(Clone)]
struct Sums {
    count: f64,
    /// Σ f and Σ f² over A and B, about the first value
    values: [f64; 2],
    centre: Option<f64>,
    /// for each group Σ (f(B) − f(A_B))² and Σ (f(A) − f(A_B))²
    groups: Vec<[f64; 2]>,
}

impl Sums {
    fn of(groups: usize) -> Sums {
        Sums { count: 0.0, values: [0.0; 2], centre: None, groups: vec![[0.0; 2]; groups] }
    }

    fn add_values(&mut self, column: &Column) {
        let centre = *self.centre.get_or_insert(column[0].into());
        for x in column {
            let from = f64::from(*x) - centre;
            self.values[0] += from;
            self.values[1] += from * from;
        }
        self.count += BLOCK as f64;
    }

    fn variance(&self) -> f64 {
        let mean = self.values[0] / self.count;
        (self.values[1] / self.count - mean * mean).max(0.0)
    }
}

/// Space for one replicate.
struct Work {
    leaves: [Vec<Column>; 2],
    outcomes: [Vec<Column>; 3],
}

impl Work {
    fn of(model: &impl Model) -> Work {
        let leaves = || vec![[0.0; BLOCK]; width(model)];
        let outcomes = || vec![[0.0; BLOCK]; model.outcomes().len()];
        Work { leaves: [leaves(), leaves()], outcomes: [outcomes(), outcomes(), outcomes()] }
    }

    fn block<'s>(
        &mut self,
        model: &impl Model,
        groups: &'s [Vec<bool>],
        touched: &[Touched],
        numbers: &mut Numbers<'s>,
        sums: &mut [Sums],
    ) {
        let [own, mixed] = &mut self.leaves;
        let [a, b, ab] = &mut self.outcomes;
        numbers.swap_all(true);
        all_leaves(model, numbers, mixed);
        model.combine(mixed, numbers, b);
        numbers.swap_all(false);
        all_leaves(model, numbers, own);
        model.combine(own, numbers, a);
        for (outcome, sums) in sums.iter_mut().enumerate() {
            sums.add_values(&a[outcome]);
            sums.add_values(&b[outcome]);
        }
        mixed.copy_from_slice(own);
        for (group, touched) in touched.iter().enumerate() {
            if !touched.anything {
                // f(A_B) is f(A)
                for (outcome, sums) in sums.iter_mut().enumerate() {
                    sums.groups[group][0] += squares_apart(&b[outcome], &a[outcome]);
                }
                continue;
            }
            numbers.swap(&groups[group]);
            for &(leaf, column) in &touched.leaves {
                model.leaf(leaf, numbers, &mut mixed[column..column + model.leaves()[leaf].width]);
            }
            model.combine(mixed, numbers, ab);
            for (outcome, sums) in sums.iter_mut().enumerate() {
                sums.groups[group][0] += squares_apart(&b[outcome], &ab[outcome]);
                sums.groups[group][1] += squares_apart(&a[outcome], &ab[outcome]);
            }
            for &(leaf, column) in &touched.leaves {
                let columns = column..column + model.leaves()[leaf].width;
                mixed[columns.clone()].copy_from_slice(&own[columns]);
            }
        }
        numbers.swap_all(false);
    }
}

/// Σ (a − b)² over a block, in a fixed order of eight partial sums.
fn squares_apart(a: &Column, b: &Column) -> f64 {
    let mut parts = [0.0f64; 8];
    for (a, b) in a.chunks_exact(8).zip(b.chunks_exact(8)) {
        for i in 0..8 {
            let apart = f64::from(a[i] - b[i]);
            parts[i] += apart * apart;
        }
    }
    parts.iter().sum()
}

/// An outcome that varies less than this, relative to its size, varies by rounding alone.
const NOTHING: f64 = 1e-12;

fn told(replicates: &[Vec<Sums>], outcome: usize, groups: usize) -> Sensitivity {
    let of: Vec<&Sums> = replicates.iter().map(|sums| &sums[outcome]).collect();
    let variance = of.iter().map(|sums| sums.variance()).sum::<f64>() / of.len() as f64;
    let size = of[0].centre.unwrap_or_default();
    let varies =
        of.iter().all(|sums| sums.variance() > NOTHING * size.abs().max(NOTHING) * size.abs().max(NOTHING));
    let share = |group: usize, which: usize| -> Vec<f64> {
        let share = |sums: &&Sums| sums.groups[group][which] / sums.count / sums.variance();
        of.iter().map(share).collect()
    };
    let index = |group: usize| Indices {
        // Σ over A and B counts twice the points: half of the mean square apart is the sum over that count
        first: Estimate::of(&share(group, 0).iter().map(|share| 1.0 - share).collect::<Vec<_>>()),
        total: Estimate::of(&share(group, 1)),
    };
    Sensitivity { variance, groups: varies.then(|| (0..groups).map(index).collect()) }
}

impl Estimate {
    /// The mean of independent estimates with Student's interval.
    fn of(values: &[f64]) -> Estimate {
        let n = values.len() as f64;
        let mean = values.iter().sum::<f64>() / n;
        let variance = values.iter().map(|x| (x - mean) * (x - mean)).sum::<f64>() / (n - 1.0);
        let reach = student_975(values.len() - 1) * libm::sqrt(variance / n);
        Estimate { value: mean, i95: [mean - reach, mean + reach] }
    }
}

/// The 97.5 % quantile of Student's t by that of the beta distribution: v/(v + t²) is Beta(v/2, ½), with t² exceeded one time in
/// twenty (Abramowitz & Stegun 1964, 26.7.1).
fn student_975(degrees: usize) -> f64 {
    let half = degrees as f64 / 2.0;
    let x = 0.05.inv_inc_beta(half, 0.5, half.ln_beta(0.5));
    libm::sqrt(degrees as f64 * (1.0 - x) / x)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::Leaf;

    /// A function of uniforms.
    struct Of<F> {
        leaves: Vec<Leaf>,
        f: F,
    }

    impl<F: Fn(&[f64]) -> f64 + Sync> Of<F> {
        fn new(inputs: usize, f: F) -> Of<F> {
            Of { leaves: (0..inputs).map(|at| Leaf { width: 1, innovations: vec![at] }).collect(), f }
        }

        fn indices(&self, points: usize, seed: u64) -> Vec<Indices> {
            let alone = |at: usize| (0..self.leaves.len()).map(|other| other == at).collect();
            let groups: Vec<Vec<bool>> = (0..self.leaves.len()).map(alone).collect();
            let design = Design { points, replicates: 16, seed };
            indices(self, self.leaves.len(), &groups, design).remove(0).groups.unwrap()
        }
    }

    impl<F: Fn(&[f64]) -> f64 + Sync> Model for Of<F> {
        fn leaves(&self) -> &[Leaf] {
            &self.leaves
        }

        fn combining(&self) -> &[usize] {
            &[]
        }

        fn outcomes(&self) -> &[f32] {
            &[f32::INFINITY]
        }

        fn leaf(&self, leaf: usize, numbers: &mut Numbers<'_>, into: &mut [Column]) {
            numbers.uniforms(leaf, &mut into[0]);
        }

        fn combine(&self, leaves: &[Column], _: &mut Numbers<'_>, into: &mut [Column]) {
            into[0] = std::array::from_fn(|i| {
                (self.f)(&leaves.iter().map(|u| f64::from(u[i])).collect::<Vec<_>>()) as f32
            });
        }
    }

    fn ishigami(u: &[f64]) -> f64 {
        let [x, y, z] = [0, 1, 2].map(|i| std::f64::consts::PI * (2.0 * u[i] - 1.0));
        libm::sin(x) + 7.0 * libm::sin(y) * libm::sin(y) + 0.1 * z * z * z * z * libm::sin(x)
    }

    #[test]
    fn ishigami_comes_out() {
        let found = Of::new(3, ishigami).indices(1024, 1);
        for (found, (first, total)) in
            found.iter().zip([(0.313_905, 0.557_589), (0.442_411, 0.442_411), (0.0, 0.243_684)])
        {
            assert!((found.first.value - first).abs() < 0.01, "{found:?} {first}");
            assert!((found.total.value - total).abs() < 0.01, "{found:?} {total}");
        }
    }

    #[test]
    fn the_g_function_comes_out() {
        let a = [0.0, 1.0, 4.5, 9.0, 99.0];
        let g = |u: &[f64]| u.iter().zip(a).map(|(u, a)| ((4.0 * u - 2.0).abs() + a) / (1.0 + a)).product();
        let parts = a.map(|a| 1.0 / (3.0 * (1.0 + a) * (1.0 + a)));
        let all: f64 = parts.iter().map(|part| 1.0 + part).product::<f64>() - 1.0;
        for (found, part) in Of::new(5, g).indices(2048, 2).iter().zip(parts) {
            let total = part * (all + 1.0) / (1.0 + part) / all;
            assert!((found.first.value - part / all).abs() < 0.01, "{found:?} {}", part / all);
            assert!((found.total.value - total).abs() < 0.01, "{found:?} {total}");
        }
    }

    #[test]
    fn a_sum_has_no_interactions_and_a_dictator_everything() {
        let weights = [3.0, 2.0, 1.0, 0.0];
        let sum = |u: &[f64]| u.iter().zip(weights).map(|(u, w)| w * u).sum();
        for (found, share) in Of::new(4, sum).indices(256, 3).iter().zip([9.0, 4.0, 1.0, 0.0]) {
            assert!((found.first.value - share / 14.0).abs() < 0.01, "{found:?}");
            assert!((found.total.value - share / 14.0).abs() < 0.01, "{found:?}");
        }
        let dictator = Of::new(2, |u: &[f64]| u[1] * u[1]).indices(256, 4);
        assert!(
            (dictator[1].first.value - 1.0).abs() < 1e-9 && dictator[0].total.value == 0.0,
            "{dictator:?}"
        );
    }

    #[test]
    fn intervals_hold_the_truth_about_as_often_as_they_say() {
        let held = (0..100u64).filter(|seed| {
            let [low, high] = Of::new(3, ishigami).indices(128, 100 + seed)[2].total.i95;
            (low..high).contains(&0.243_684)
        });
        let held = held.count();
        assert!((85..=100).contains(&held), "{held} of 100");
    }

    #[test]
    fn groups_count_together_and_what_is_constant_has_no_indices() {
        let model = Of::new(3, ishigami);
        let design = Design { points: 512, replicates: 8, seed: 5 };
        let groups = [vec![true; 3], vec![false; 3], vec![true, false, true]];
        let found = indices(&model, 3, &groups, design).remove(0).groups.unwrap();
        assert!((found[0].total.value - 1.0).abs() < 0.06 && (found[0].first.value - 1.0).abs() < 1e-9);
        assert!(found[1].total.value == 0.0 && found[1].first.value.abs() < 0.05);
        assert!((found[2].first.value - (1.0 - 0.442_411)).abs() < 0.02, "{found:?}");
        let constant = Of::new(2, |_: &[f64]| 0.25);
        assert_eq!(indices(&constant, 2, &[vec![true, false]], design)[0].groups, None);
    }

    #[test]
    fn threads_change_no_bit() {
        let with = |threads: usize| {
            let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
            pool.install(|| Of::new(3, ishigami).indices(128, 6))
        };
        assert_eq!(with(1), with(5));
    }

    #[test]
    fn students_quantiles_are_those_of_the_tables() {
        for (degrees, quantile) in
            [(1, 12.706_2), (4, 2.776_45), (5, 2.570_58), (7, 2.364_62), (15, 2.131_45), (120, 1.979_93)]
        {
            assert!(
                (student_975(degrees) / quantile - 1.0).abs() < 3e-6,
                "{degrees}: {}",
                student_975(degrees)
            );
        }
    }
}
