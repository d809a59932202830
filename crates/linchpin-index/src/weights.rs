//! Uncertain weights: Dirichlet draws about the published ones.

use crate::column::{BLOCK, Column, Table, look_up};
use crate::quantile::QuantileTable;

/// Relative standard deviation of each weight where all are equal (METHOD 20).
pub const RELATIVE_SD: f64 = 0.25;

/// The weights of a node's children as a Dirichlet distribution, κ·w with κ = (K − 1)/.25² − 1 for K children
/// (METHOD 20).
///
/// A draw is a gamma variate for each child, divided by their sum (Devroye 1986, XI.4.1), so that a child's
/// draw depends on its own innovation. Children of weight 0 do not count as children and draw 0.
#[derive(Clone, Debug, PartialEq)]
pub struct DirichletTables {
    means: Vec<f64>,
    /// none for a child without weight, or where there is but one
    gammas: Vec<Option<Table>>,
}

impl DirichletTables {
    /// The distribution about some weights, which need not sum to 1.
    ///
    /// # Panics
    /// When a weight is negative or none is positive.
    pub fn new(weights: &[f64]) -> Self {
        DirichletTables::with_spread(weights, RELATIVE_SD)
    }

    /// The same with another relative standard deviation of each weight where all are equal; it lies between 0 and 1.
    ///
    /// # Panics
    /// When a weight is negative or none is positive.
    pub fn with_spread(weights: &[f64], relative_sd: f64) -> Self {
        assert!(weights.iter().all(|&w| w >= 0.0), "weights must not be negative: {weights:?}");
        let total: f64 = weights.iter().sum();
        assert!(total > 0.0, "at least one weight must be positive: {weights:?}");
        let means: Vec<f64> = weights.iter().map(|w| w / total).collect();
        let children = weights.iter().filter(|&&w| w > 0.0).count();
        let concentration = (children - 1) as f64 / (relative_sd * relative_sd) - 1.0;
        let is_drawn = |mean: &f64| children > 1 && *mean > 0.0;
        let shapes: Vec<f64> =
            means.iter().filter(|mean| is_drawn(mean)).map(|mean| concentration * mean).collect();
        let mut tables = QuantileTable::gammas(&shapes).into_iter().map(|table| table.single());
        let gammas = means.iter().map(|mean| if is_drawn(mean) { tables.next() } else { None }).collect();
        DirichletTables { gammas, means }
    }

    /// The published weights, summing to 1: the mean of the distribution.
    pub fn means(&self) -> &[f64] {
        &self.means
    }

    /// Turns standard normals, one column a child, into weights that sum to 1 in each draw.
    ///
    /// # Panics
    /// When there is not one column a child.
    pub fn draw(&self, columns: &mut [Column]) {
        assert_eq!(columns.len(), self.means.len(), "one column of normals a child");
        let mut total = [0.0; BLOCK];
        for (column, gamma) in columns.iter_mut().zip(&self.gammas) {
            match gamma {
                Some(table) => look_up(std::slice::from_ref(table), &[0; BLOCK], column),
                None => column.fill(0.0),
            }
            total.iter_mut().zip(column).for_each(|(total, weight)| *total += *weight);
        }
        for (column, mean) in columns.iter_mut().zip(&self.means) {
            for (weight, total) in column.iter_mut().zip(&total) {
                *weight = if *total > 0.0 { *weight / total } else { *mean as f32 };
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::points::{Numbers, Streams};

    /// By draw and child.
    fn draws(weights: &[f64], count: usize) -> Vec<Vec<f64>> {
        let tables = DirichletTables::new(weights);
        let streams = Streams::named((0..weights.len()).map(|child| format!("weight/{child}")), 5);
        let mut found = vec![];
        let mut columns = vec![[0.0; BLOCK]; weights.len()];
        for block in 0..count.div_ceil(BLOCK) {
            let mut numbers = Numbers::of(&streams);
            numbers.at(block as u64);
            columns.iter_mut().enumerate().for_each(|(child, column)| numbers.normals(child, column));
            tables.draw(&mut columns);
            found.extend((0..BLOCK).map(|i| columns.iter().map(|column| f64::from(column[i])).collect()));
        }
        found.truncate(count);
        found
    }

    fn mean_and_sd(values: impl Iterator<Item = f64> + Clone) -> (f64, f64) {
        let n = values.clone().count() as f64;
        let mean = values.clone().sum::<f64>() / n;
        (mean, libm::sqrt(values.map(|v| (v - mean) * (v - mean)).sum::<f64>() / n))
    }

    #[test]
    fn equal_weights_vary_by_a_quarter() {
        for children in [2, 3, 8] {
            let draws = draws(&vec![1.0; children], 40_000);
            for child in 0..children {
                let (mean, sd) = mean_and_sd(draws.iter().map(|d| d[child]));
                assert!((mean * children as f64 - 1.0).abs() < 0.005, "{mean}");
                assert!((sd / mean - RELATIVE_SD).abs() < 0.004, "{}", sd / mean);
            }
        }
    }

    #[test]
    fn unequal_weights_keep_their_means() {
        let weights = [0.6, 0.3, 0.09, 0.01];
        let draws = draws(&weights, 40_000);
        for (child, weight) in weights.iter().enumerate() {
            let (mean, sd) = mean_and_sd(draws.iter().map(|d| d[child]));
            assert!((mean - weight).abs() < 4.0 * sd / 200.0, "{mean} {weight}");
            // Var w = w(1 − w)/(κ + 1), and κ + 1 = 48
            assert!((sd / libm::sqrt(weight * (1.0 - weight) / 48.0) - 1.0).abs() < 0.05, "{sd}");
        }
    }

    #[test]
    fn weights_sum_to_one_and_an_only_child_has_all() {
        for draw in draws(&[3.0, 0.0, 1.0], 100) {
            assert!((draw.iter().sum::<f64>() - 1.0).abs() < 1e-6 && draw[1] == 0.0);
        }
        assert_eq!(draws(&[0.7], 1), [[1.0]]);
        assert_eq!(draws(&[0.0, 2.0], 1), [[0.0, 1.0]]);
    }
}
