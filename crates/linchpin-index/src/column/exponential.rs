//! Logarithms and powers to base 2, in single precision.
//!
//! The usual reduction to a mantissa about 1 and a whole exponent, then a polynomial fitted for the least greatest
//! error (Muller 2016, *Elementary Functions*, ch. 3 and 11). [`exp2_less_1`] and [`log2_of_1_plus`] keep their digits near
//! 0, where power means with a small exponent lose them.

use super::Column;
use pulp::Simd;

/// log₂ of positive numbers, to 3·10⁻⁷ of themselves or absolutely, whichever is greater; of 0 and subnormal ones about
/// −127.
#[pulp::with_simd(log2 = pulp::Arch::new())]
#[inline(always)]
pub fn log2_simd<'a, S: Simd>(_: S, column: &'a mut Column) {
    for x in column.iter_mut() {
        *x = log2_of(*x);
    }
}

/// 2ˣ, to 3·10⁻⁷ of itself for |x| < 126.
#[pulp::with_simd(exp2 = pulp::Arch::new())]
#[inline(always)]
pub fn exp2_simd<'a, S: Simd>(_: S, column: &'a mut Column) {
    for x in column.iter_mut() {
        *x = exp2_of(*x);
    }
}

/// 2ˣ − 1, to 3·10⁻⁷ of itself for |x| < 126.
#[pulp::with_simd(exp2_less_1 = pulp::Arch::new())]
#[inline(always)]
pub fn exp2_less_1_simd<'a, S: Simd>(_: S, column: &'a mut Column) {
    for x in column.iter_mut() {
        *x = exp2_less_1_of(*x);
    }
}

/// log₂(1 + x) for x > −1, to 3·10⁻⁷ of itself.
#[pulp::with_simd(log2_of_1_plus = pulp::Arch::new())]
#[inline(always)]
pub fn log2_of_1_plus_simd<'a, S: Simd>(_: S, column: &'a mut Column) {
    for x in column.iter_mut() {
        *x = log2_of_1_plus_one(*x);
    }
}

/// log₂(1 + f)/f for √½ ≤ 1 + f < √2, by rising powers of f.
const LOGARITHM: [f32; 9] = [
    std::f32::consts::LOG2_E,
    -0.721_347_35,
    0.480_910_64,
    -0.360_703_7,
    0.287_916_18,
    -0.238_944_59,
    0.215_716_15,
    -0.207_271_8,
    0.125_838_1,
];

/// (2ʳ − 1)/r for |r| ≤ ½, by rising powers of r.
const POWER: [f32; 6] =
    [std::f32::consts::LN_2, 0.240_226_5, 0.055_503_575, 0.009_618_238, 0.001_339_073_4, 0.000_154_034_8];

/// The bits of √½: what lies between them and those of a number counts its exponent from there.
const SQRT_HALF_BITS: u32 = 0x3F35_04F3;
const MANTISSA_BITS: u32 = 23;
const MANTISSA: u32 = (1 << MANTISSA_BITS) - 1;

/// Adding and subtracting this rounds to a whole number.
const ROUNDS: f32 = 12_582_912.0;

#[inline(always)]
pub(super) fn log2_of(x: f32) -> f32 {
    let (exponent, f) = reduce(x);
    f.mul_add(polynomial(&LOGARITHM, f), exponent)
}

/// The exponent e and f with x = 2ᵉ(1 + f) and √½ ≤ 1 + f < √2.
#[inline(always)]
pub(super) fn reduce(x: f32) -> (f32, f32) {
    let from = x.to_bits().wrapping_sub(SQRT_HALF_BITS);
    let exponent = (from as i32) >> MANTISSA_BITS;
    let mantissa = f32::from_bits((from & MANTISSA).wrapping_add(SQRT_HALF_BITS));
    (exponent as f32, mantissa - 1.0)
}

/// 2 to the whole number nearest to x, and 2 to the rest, less 1.
#[inline(always)]
fn split(x: f32) -> (f32, f32) {
    let shifted = x + ROUNDS;
    let rest = x - (shifted - ROUNDS);
    let whole = shifted.to_bits().wrapping_sub(ROUNDS.to_bits());
    let power = f32::from_bits(whole.wrapping_add(127) << MANTISSA_BITS);
    (power, rest * polynomial(&POWER, rest))
}

#[inline(always)]
pub(super) fn exp2_of(x: f32) -> f32 {
    let (power, fraction) = split(x);
    power.mul_add(fraction, power)
}

#[inline(always)]
pub(super) fn exp2_less_1_of(x: f32) -> f32 {
    let (power, fraction) = split(x);
    power.mul_add(fraction, power - 1.0)
}

#[inline(always)]
pub(super) fn log2_of_1_plus_one(x: f32) -> f32 {
    let (exponent, reduced) = reduce(1.0 + x);
    let f = if exponent == 0.0 { x } else { reduced };
    f.mul_add(polynomial(&LOGARITHM, f), exponent)
}

#[inline(always)]
pub(super) fn polynomial<const N: usize>(coefficients: &[f32; N], x: f32) -> f32 {
    let mut sum = coefficients[N - 1];
    let mut i = N - 1;
    while i > 0 {
        i -= 1;
        sum = sum.mul_add(x, coefficients[i]);
    }
    sum
}

#[cfg(test)]
mod tests {
    use super::super::BLOCK;
    use super::*;

    fn near(found: f32, expected: f64, why: f64) {
        let error = (f64::from(found) - expected).abs();
        assert!(error <= 4e-7 * expected.abs().max(f64::MIN_POSITIVE), "{why}: {found} is not {expected}");
    }

    fn column(of: impl Fn(usize) -> f32) -> Column {
        std::array::from_fn(of)
    }

    #[test]
    fn logarithms_of_all_sizes() {
        for scale in [1e-30f32, 1e-3, 1.0, 7.3, 1e20] {
            let mut x = column(|i| scale * (0.5 + i as f32 / 100.0));
            let given = x;
            log2(&mut x);
            for (x, given) in x.iter().zip(given) {
                let exact = libm::log2(f64::from(given));
                assert!((f64::from(*x) - exact).abs() <= 4e-7 * exact.abs().max(1.0), "{given}: {x}");
            }
        }
    }

    #[test]
    fn powers_of_all_sizes() {
        for scale in [1e-6f32, 0.01, 1.0, 1.9] {
            let mut x = column(|i| scale * (i as f32 - 63.7));
            let mut less_1 = x;
            let given = x;
            exp2(&mut x);
            exp2_less_1(&mut less_1);
            for i in 0..BLOCK {
                let exact = libm::exp2(f64::from(given[i]));
                near(x[i], exact, f64::from(given[i]));
                near(
                    less_1[i],
                    libm::expm1(f64::from(given[i]) * std::f64::consts::LN_2),
                    f64::from(given[i]),
                );
            }
        }
    }

    #[test]
    fn small_numbers_keep_their_digits() {
        for scale in [1e-9f32, 1e-4, 0.007, 0.9] {
            let mut x = column(|i| scale * (i as f32 - 63.7) / 64.0);
            let given = x;
            log2_of_1_plus(&mut x);
            for (x, given) in x.iter().zip(given) {
                near(*x, libm::log1p(f64::from(given)) / std::f64::consts::LN_2, f64::from(given));
            }
        }
    }
}
