//! Arithmetic across the units of a composite index: one column a unit, and for each draw the units are compared or added.
//!
//! Loops run over a few places of all columns at a time, so that what is carried from unit to unit stays in registers.

use super::{BLOCK, Column};
use pulp::Simd;

/// Places worked on at a time: one vector of the widest kind.
pub(super) const LANES: usize = 16;
pub(super) type Lanes = [f32; LANES];

#[inline(always)]
pub(super) fn lanes(column: &Column, at: usize) -> &Lanes {
    &column.as_chunks().0[at]
}

#[inline(always)]
pub(super) fn lanes_mut(column: &mut Column, at: usize) -> &mut Lanes {
    &mut column.as_chunks_mut().0[at]
}

/// Moves and scales columns so that in each draw the least unit is 0 and the greatest 1; all are ½ where they are equal.
#[pulp::with_simd(scale_to_unit = pulp::Arch::new())]
#[inline(always)]
pub fn scale_to_unit_simd<'a, S: Simd>(_: S, units: &'a mut [Column]) {
    let (mut low, mut high) = ([f32::INFINITY; BLOCK], [f32::NEG_INFINITY; BLOCK]);
    for unit in units.iter() {
        for i in 0..BLOCK {
            low[i] = low[i].min(unit[i]);
            high[i] = high[i].max(unit[i]);
        }
    }
    let (mut over, mut shift) = ([0.0; BLOCK], [0.5; BLOCK]);
    for i in 0..BLOCK {
        let range = high[i] - low[i];
        over[i] = if range > 0.0 { 1.0 / range } else { 0.0 };
        shift[i] = if range > 0.0 { 0.0 } else { 0.5 };
    }
    for unit in units.iter_mut() {
        for i in 0..BLOCK {
            // no more than 1, also where the inverse of the range is rounded up
            unit[i] = (unit[i] - low[i]).mul_add(over[i], shift[i]).min(1.0);
        }
    }
}

/// Adds a number to each unit's column, times another: x = shift + factor·x.
#[pulp::with_simd(shift_and_scale = pulp::Arch::new())]
#[inline(always)]
pub fn shift_and_scale_simd<'a, S: Simd>(
    _: S,
    units: &'a mut [Column],
    shifts: &'a [f32],
    factors: &'a [f32],
) {
    for ((unit, shift), factor) in units.iter_mut().zip(shifts).zip(factors) {
        for x in unit.iter_mut() {
            *x = factor.mul_add(*x, *shift);
        }
    }
}

/// For each unit the sum of its parts times their weights. The parts of a unit stand `units` columns apart, beginning with
/// its own place: `parts[p · units + u]`.
#[pulp::with_simd(weighted_sums = pulp::Arch::new())]
#[inline(always)]
pub fn weighted_sums_simd<'a, S: Simd>(
    _: S,
    parts: &'a [Column],
    weights: &'a [Column],
    sums: &'a mut [Column],
) {
    let units = sums.len();
    for (u, sum) in sums.iter_mut().enumerate() {
        for at in 0..BLOCK / LANES {
            let mut total = [0.0f32; LANES];
            for (p, weight) in weights.iter().enumerate() {
                let (weight, part) = (lanes(weight, at), lanes(&parts[p * units + u], at));
                for i in 0..LANES {
                    total[i] = weight[i].mul_add(part[i], total[i]);
                }
            }
            *lanes_mut(sum, at) = total;
        }
    }
}

/// The rank of each unit in each draw: 1 is the greatest, and units that are equal have the rank of the first of them. What
/// is not a number has no rank, and none is below it.
#[pulp::with_simd(ranks = pulp::Arch::new())]
#[inline(always)]
pub fn ranks_simd<'a, S: Simd>(_: S, scores: &'a [Column], ranks: &'a mut [Column]) {
    for (u, rank) in ranks.iter_mut().enumerate() {
        for at in 0..BLOCK / LANES {
            let own = lanes(&scores[u], at);
            let mut above = [1.0f32; LANES];
            for i in 0..LANES {
                // not a number where the score is none
                above[i] = if own[i].is_nan() { own[i] } else { above[i] };
            }
            for other in scores {
                let other = lanes(other, at);
                for i in 0..LANES {
                    above[i] += if other[i] > own[i] { 1.0 } else { 0.0 };
                }
            }
            *lanes_mut(rank, at) = above;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn units() -> Vec<Column> {
        [1.0f32, 3.0, 2.0, 3.0].iter().map(|x| std::array::from_fn(|i| x + i as f32)).collect()
    }

    #[test]
    fn scaled_units_reach_from_0_to_1() {
        let mut units = units();
        scale_to_unit(&mut units);
        assert!(units[0] == [0.0; BLOCK] && units[1] == [1.0; BLOCK] && units[2] == [0.5; BLOCK]);
        let mut equal = vec![[7.0; BLOCK]; 2];
        scale_to_unit(&mut equal);
        assert_eq!(equal, [[0.5; BLOCK]; 2]);
    }

    #[test]
    fn sums_take_each_units_own_parts() {
        let parts: Vec<Column> = [1.0, 2.0, 10.0, 20.0].map(|x| [x; BLOCK]).to_vec();
        let mut sums = vec![[0.0; BLOCK]; 2];
        weighted_sums(&parts, &[[1.0; BLOCK], [0.5; BLOCK]], &mut sums);
        assert_eq!(sums, [[6.0; BLOCK], [12.0; BLOCK]]);
        shift_and_scale(&mut sums, &[1.0, 0.0], &[0.0, 2.0]);
        assert_eq!(sums, [[1.0; BLOCK], [24.0; BLOCK]]);
    }

    #[test]
    fn equal_units_share_the_better_rank() {
        let mut ranks_of = vec![[0.0; BLOCK]; 4];
        ranks(&units(), &mut ranks_of);
        assert_eq!(ranks_of.iter().map(|r| r[9]).collect::<Vec<_>>(), [4.0, 1.0, 3.0, 1.0]);
        let mut without = units();
        without[1] = [f32::NAN; BLOCK];
        ranks(&without, &mut ranks_of);
        assert!(ranks_of[1][9].is_nan() && [0, 2, 3].map(|u| ranks_of[u][9]) == [3.0, 2.0, 1.0]);
    }
}
