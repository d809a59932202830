//! From random bits to standard normals and to the probabilities below them.

use super::exponential::{polynomial, reduce};
use super::{BLOCK, Column, Words};
use pulp::Simd;

/// The upper bit is the sign; the others say how likely a normal further from 0 is.
const SIGN: u32 = 1 << 31;

/// Standard normals by inversion, one a word, with tails down to a probability of 2⁻³³ (|z| < 6.4).
///
/// With s = √(−2 ln p), |z| = s − (a₀ + a₁s + a₂s²)/(1 + b₁s + b₂s² + b₃s³), the form of Hastings (1955), *Approximations for
/// Digital Computers*, sheet 68; the coefficients are fitted anew over these tails, and right to 3·10⁻⁶.
#[pulp::with_simd(normals = pulp::Arch::new())]
#[inline(always)]
pub fn normals_simd<'a, S: Simd>(_: S, words: &'a Words, into: &'a mut Column) {
    for i in 0..BLOCK {
        into[i] = normal(words[i]);
    }
}

/// The probabilities of a normal below that of [`normals`], in (0, 1).
#[pulp::with_simd(uniforms = pulp::Arch::new())]
#[inline(always)]
pub fn uniforms_simd<'a, S: Simd>(_: S, words: &'a Words, into: &'a mut Column) {
    for i in 0..BLOCK {
        let tail = ((words[i] & !SIGN) >> 9) as i32 as f32 + 0.5;
        let tail = tail * (1.0 / (1 << 23) as f32);
        into[i] = if words[i] & SIGN != 0 { tail } else { 1.0 - tail };
    }
}

/// The word whose normal has a probability of so many 2³²ths, and a half, below it.
#[inline(always)]
pub fn word_of_probability(probability: u32) -> u32 {
    if probability & SIGN == 0 { probability | SIGN } else { !probability & !SIGN }
}

/// By rising powers of s.
const NUMERATOR: [f32; 3] = [2.924_003, 4.026_439_7, 0.387_810_93];
const DENOMINATOR: [f32; 4] = [1.0, 3.223_78, 1.482_650_3, 0.070_692_59];
/// log₂(1 + f)/f, to 3·10⁻⁷: enough here, where the fit of the fraction is coarser.
const LOGARITHM: [f32; 7] =
    [1.442_699_7, -0.721_375_9, 0.480_464_95, -0.358_961_52, 0.297_263_4, -0.272_701_25, 0.170_635_82];
/// −2 ln 2
const MINUS_TWO_LN_2: f32 = -1.386_294_4;

#[inline(always)]
fn normal(word: u32) -> f32 {
    let (exponent, f) = reduce((word & !SIGN) as i32 as f32 + 0.5);
    let log2_of_tail = f.mul_add(polynomial(&LOGARITHM, f), exponent - 32.0);
    let s = (MINUS_TWO_LN_2 * log2_of_tail).sqrt();
    let size = s - polynomial(&NUMERATOR, s) / polynomial(&DENOMINATOR, s);
    f32::from_bits(size.to_bits() ^ (word & SIGN))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::normal::quantile;

    #[test]
    fn normals_are_quantiles_into_the_far_tails() {
        let mut word = 0;
        while word < SIGN - 1 - (word / 8) {
            let p = (f64::from(word) + 0.5) / f64::from(1u32 << 31) / 2.0;
            let (upper, lower) = (f64::from(normal(word)), f64::from(normal(word | SIGN)));
            assert!((upper + quantile(p)).abs() < 4e-6, "{p}: {upper} is not {}", -quantile(p));
            assert_eq!(upper, -lower);
            word += 1 + word / 8;
        }
        assert!(normal(0) > 6.3, "{}", normal(0));
    }

    #[test]
    fn uniforms_are_probabilities_below_normals() {
        let words: Words = std::array::from_fn(|i| (i as u32).wrapping_mul(0x9E37_79B9) ^ 0x1234_5678);
        let (mut z, mut u) = ([0.0; BLOCK], [0.0; BLOCK]);
        normals(&words, &mut z);
        uniforms(&words, &mut u);
        for (z, u) in z.iter().zip(u) {
            assert!((crate::normal::cdf(f64::from(*z)) - f64::from(u)).abs() < 2e-6, "{z} {u}");
        }
        let mut ends = [0.0; BLOCK];
        uniforms(&std::array::from_fn(|i| if i == 0 { 0 } else { SIGN }), &mut ends);
        assert!(ends[0] < 1.0 && ends[1] > 0.0);
    }
}
