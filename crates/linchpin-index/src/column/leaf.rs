//! From innovations to the values of a leaf: weighted sums whose weights depend on the draw, and tables of quantiles.

use super::{BLOCK, Column};
use crate::quantile::{END, PER_UNIT, POINTS};
use pulp::Simd;

/// Which of a few variants holds in each draw.
pub type Choice = [u32; BLOCK];
/// The most variants.
pub const VARIANTS: usize = 16;
/// A number for each variant.
pub type Variants = [f32; VARIANTS];
/// A quantile function on points of the standard normal ([`crate::quantile::QuantileTable`]).
pub type Table = [f32; POINTS];

/// The place in a list of probabilities that each uniform falls on, the probabilities given by where each ends, rising.
#[pulp::with_simd(choose = pulp::Arch::new())]
#[inline(always)]
pub fn choose_simd<'a, S: Simd>(_: S, uniforms: &'a Column, ends: &'a [f32], into: &'a mut Choice) {
    *into = [0; BLOCK];
    for end in ends {
        for i in 0..BLOCK {
            into[i] += u32::from(uniforms[i] >= *end);
        }
    }
}

/// Adds a column times the weight of each draw's variant.
#[pulp::with_simd(add_chosen = pulp::Arch::new())]
#[inline(always)]
pub fn add_chosen_simd<'a, S: Simd>(
    _: S,
    weights: &'a Variants,
    choice: &'a Choice,
    column: &'a Column,
    into: &'a mut Column,
) {
    for i in 0..BLOCK {
        into[i] = weights[choice[i] as usize % VARIANTS].mul_add(column[i], into[i]);
    }
}

/// Turns standard normals into values by the table of each draw's variant; by the only one, where there is one. Beyond ±4 a
/// table stays as it is.
///
/// # Panics
/// When a draw chooses a table that is not there.
#[pulp::with_simd(look_up = pulp::Arch::new())]
#[inline(always)]
pub fn look_up_simd<'a, S: Simd>(_: S, tables: &'a [Table], choice: &'a Choice, column: &'a mut Column) {
    for (z, chosen) in column.iter_mut().zip(choice) {
        let table = if tables.len() == 1 { &tables[0] } else { &tables[*chosen as usize] };
        let position = (z.clamp(-END as f32, END as f32) + END as f32) * PER_UNIT as f32;
        let below = (position as usize).min(POINTS - 2);
        *z = (position - below as f32).mul_add(table[below + 1] - table[below], table[below]);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::quantile::QuantileTable;

    #[test]
    fn choices_have_their_probabilities() {
        let uniforms: Column = std::array::from_fn(|i| (i as f32 + 0.5) / BLOCK as f32);
        let mut choice = [9; BLOCK];
        choose(&uniforms, &[0.25, 0.75, 1.0], &mut choice);
        let count = |which: u32| choice.iter().filter(|c| **c == which).count();
        assert_eq!([0, 1, 2, 3].map(count), [BLOCK / 4, BLOCK / 2, BLOCK / 4, 0]);
    }

    #[test]
    fn each_draw_has_its_variant() {
        let choice: Choice = std::array::from_fn(|i| i as u32 % 2);
        let weights: Variants = std::array::from_fn(|i| 1.0 + i as f32);
        let mut sum = [0.5; BLOCK];
        add_chosen(&weights, &choice, &[2.0; BLOCK], &mut sum);
        assert_eq!(sum[..2], [2.5, 4.5]);

        let tables = [(0.3, 0.01), (0.7, 0.02)].map(|(mean, variance)| QuantileTable::beta(mean, variance));
        let given: Column = std::array::from_fn(|i| (i as f32 - 32.0) / 6.0);
        let mut values = given;
        look_up(&tables.each_ref().map(QuantileTable::single), &choice, &mut values);
        for i in 0..BLOCK {
            let exact = tables[i % 2].at(f64::from(given[i]));
            assert!((f64::from(values[i]) - exact).abs() < 1e-6, "{i}");
        }
    }
}
