//! The scale of an indicator, found anew in each draw: one column a unit, and what is not a number is missing.

use super::across::{LANES, lanes, lanes_mut};
use super::{BLOCK, Choice, Column};
use pulp::Simd;

/// Which of so many alternatives each uniform falls on, all equally likely.
#[pulp::with_simd(pick = pulp::Arch::new())]
#[inline(always)]
pub fn pick_simd<'a, S: Simd>(_: S, uniforms: &'a Column, alternatives: u32, into: &'a mut Choice) {
    for i in 0..BLOCK {
        into[i] = ((uniforms[i] * alternatives as f32) as i32 as u32).min(alternatives.saturating_sub(1));
    }
}

/// The entry of a table that each draw has chosen.
///
/// # Panics
/// When a draw chooses an entry that is not there.
pub fn take(table: &[f32], choice: &Choice, into: &mut Column) {
    for (x, at) in into.iter_mut().zip(choice) {
        *x = table[*at as usize];
    }
}

/// Takes the columns of an alternative over into the draws that have chosen it.
#[pulp::with_simd(take_chosen = pulp::Arch::new())]
#[inline(always)]
pub fn take_chosen_simd<'a, S: Simd>(
    _: S,
    choice: &'a Choice,
    alternative: u32,
    from: &'a [Column],
    into: &'a mut [Column],
) {
    for (from, into) in from.iter().zip(into) {
        for i in 0..BLOCK {
            into[i] = if choice[i] == alternative { from[i] } else { into[i] };
        }
    }
}

/// The least and the greatest unit of each draw; infinities where there is none.
#[pulp::with_simd(extremes = pulp::Arch::new())]
#[inline(always)]
pub fn extremes_simd<'a, S: Simd>(
    _: S,
    units: &'a [Column],
    least: &'a mut Column,
    greatest: &'a mut Column,
) {
    (*least, *greatest) = ([f32::INFINITY; BLOCK], [f32::NEG_INFINITY; BLOCK]);
    for unit in units {
        for i in 0..BLOCK {
            // comparisons with what is not a number are false
            least[i] = if unit[i] < least[i] { unit[i] } else { least[i] };
            greatest[i] = if unit[i] > greatest[i] { unit[i] } else { greatest[i] };
        }
    }
}

/// Mean and standard deviation (n − 1) over the units of each draw.
#[pulp::with_simd(moments = pulp::Arch::new())]
#[inline(always)]
pub fn moments_simd<'a, S: Simd>(_: S, units: &'a [Column], mean: &'a mut Column, deviation: &'a mut Column) {
    let mut count = [0.0f32; BLOCK];
    *mean = [0.0; BLOCK];
    for unit in units {
        for i in 0..BLOCK {
            let there = !unit[i].is_nan();
            mean[i] += if there { unit[i] } else { 0.0 };
            count[i] += if there { 1.0 } else { 0.0 };
        }
    }
    for i in 0..BLOCK {
        mean[i] /= count[i];
    }
    *deviation = [0.0; BLOCK];
    for unit in units {
        for i in 0..BLOCK {
            let off = if unit[i].is_nan() { 0.0 } else { unit[i] - mean[i] };
            deviation[i] = off.mul_add(off, deviation[i]);
        }
    }
    for i in 0..BLOCK {
        deviation[i] = (deviation[i] / (count[i] - 1.0)).sqrt();
    }
}

/// Makes standard normals into values with errors: x = value + sd·x.
#[pulp::with_simd(add_errors = pulp::Arch::new())]
#[inline(always)]
pub fn add_errors_simd<'a, S: Simd>(_: S, values: &'a Column, sds: &'a Column, into: &'a mut Column) {
    for i in 0..BLOCK {
        into[i] = sds[i].mul_add(into[i], values[i]);
    }
}

/// Moves and scales all units: x = (x − from)·factor + shift.
#[pulp::with_simd(stretch = pulp::Arch::new())]
#[inline(always)]
pub fn stretch_simd<'a, S: Simd>(
    _: S,
    units: &'a mut [Column],
    from: &'a Column,
    factor: &'a Column,
    shift: f32,
) {
    for unit in units {
        for i in 0..BLOCK {
            unit[i] = (unit[i] - from[i]).mul_add(factor[i], shift);
        }
    }
}

/// Keeps all units within bounds.
#[pulp::with_simd(clamp = pulp::Arch::new())]
#[inline(always)]
pub fn clamp_simd<'a, S: Simd>(_: S, units: &'a mut [Column], least: f32, most: f32) {
    for unit in units {
        for x in unit {
            let above = if *x < least { least } else { *x };
            *x = if above > most { most } else { above };
        }
    }
}

/// The number of units below each, times a step, and a first: ranks from below, in which ties share the least of theirs.
#[pulp::with_simd(ranks_from_below = pulp::Arch::new())]
#[inline(always)]
pub fn ranks_from_below_simd<'a, S: Simd>(
    _: S,
    units: &'a [Column],
    step: f32,
    first: f32,
    into: &'a mut [Column],
) {
    for (u, rank) in into.iter_mut().enumerate() {
        for at in 0..BLOCK / LANES {
            let own = lanes(&units[u], at);
            let mut below = [0.0f32; LANES];
            for other in units {
                let other = lanes(other, at);
                for i in 0..LANES {
                    below[i] += if other[i] < own[i] { 1.0 } else { 0.0 };
                }
            }
            let rank = lanes_mut(rank, at);
            for i in 0..LANES {
                rank[i] = if own[i].is_nan() { own[i] } else { below[i].mul_add(step, first) };
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const GAP: f32 = f32::NAN;

    fn units() -> Vec<Column> {
        [1.0, 5.0, GAP, 2.0].map(|x| [x; BLOCK]).to_vec()
    }

    #[test]
    fn what_is_missing_has_no_part_in_the_scale() {
        let (mut a, mut b) = ([0.0; BLOCK], [0.0; BLOCK]);
        extremes(&units(), &mut a, &mut b);
        assert_eq!((a[3], b[63]), (1.0, 5.0));
        moments(&units(), &mut a, &mut b);
        assert!((a[0] - 8.0 / 3.0).abs() < 1e-6 && (b[0] - 13.0f32.sqrt() / 3.0f32.sqrt()).abs() < 1e-6);
        let mut ranks = units();
        ranks_from_below(&units(), 0.5, 1.0, &mut ranks);
        assert_eq!([ranks[0][0], ranks[1][0], ranks[3][0]], [1.0, 2.0, 1.5]);
        assert!(ranks[2][0].is_nan());
    }

    #[test]
    fn units_are_moved_scaled_and_kept_within_bounds() {
        let mut units = units();
        add_errors(&[-1.0; BLOCK], &[2.0; BLOCK], &mut units[3]);
        assert_eq!(units[3][0], 3.0);
        add_errors(&[0.5; BLOCK], &[0.5; BLOCK], &mut units[3]);
        stretch(&mut units, &[1.0; BLOCK], &[10.0; BLOCK], 7.0);
        clamp(&mut units, 8.0, 40.0);
        assert_eq!([units[0][0], units[1][0], units[3][0]], [8.0, 40.0, 17.0]);
        assert!(units[2][0].is_nan());
    }

    #[test]
    fn alternatives_are_equally_likely_and_each_draw_has_its_own() {
        let uniforms: Column = std::array::from_fn(|i| (i as f32 + 0.5) / BLOCK as f32);
        let mut choice = [0; BLOCK];
        pick(&uniforms, 4, &mut choice);
        assert!((0..4).all(|k| choice.iter().filter(|c| **c == k).count() == BLOCK / 4));
        let mut taken = [0.0; BLOCK];
        take(&[5.0, 6.0, 7.0, 8.0], &choice, &mut taken);
        assert_eq!((taken[0], taken[63]), (5.0, 8.0));
        let mut into = [[0.0; BLOCK]];
        take_chosen(&choice, 3, &[[9.0; BLOCK]], &mut into);
        assert_eq!((into[0][0], into[0][63]), (0.0, 9.0));
    }
}
