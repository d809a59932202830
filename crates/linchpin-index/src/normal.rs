//! The standard normal distribution: density, distribution and quantile, the same on every machine.

use std::f64::consts::{FRAC_1_SQRT_2, PI};

/// The density at `x`.
pub fn density(x: f64) -> f64 {
    libm::exp(-0.5 * x * x) / libm::sqrt(2.0 * PI)
}

/// The probability of a value up to `x`. The lower tail keeps its relative precision.
pub fn cdf(x: f64) -> f64 {
    0.5 * libm::erfc(-x * FRAC_1_SQRT_2)
}

/// The density at `x` and the tail beyond it, Φ(−x), for `x` of 0 or more: one exponential for both, where they are wanted by
/// the million. Both are 0 beyond x = 12. The tail is good to 1e-8 of itself: algorithm 5666 of Hart (1968), *Computer Approximations*, with a
/// continued fraction for what lies further out.
pub fn density_and_tail(x: f64) -> (f64, f64) {
    if x > FARTHEST {
        return (0.0, 0.0);
    }
    let bell = libm::exp(-0.5 * x * x);
    let tail = if x < 7.071_067_811_865_475 {
        let [above, below] = HART.map(|row| row.iter().fold(0.0, |sum, c| sum * x + c));
        bell * above / below
    } else {
        let fraction = [4.0, 3.0, 2.0, 1.0].iter().fold(x + 0.65, |rest, k| x + k / rest);
        bell / (fraction * SQRT_2PI)
    };
    (bell / SQRT_2PI, tail)
}

/// Beyond this the tail is below 1e-33.
const FARTHEST: f64 = 12.0;
const SQRT_2PI: f64 = 2.506_628_274_631_000_5;

/// Numerator and denominator of Hart's algorithm 5666, the highest power first.
const HART: [[f64; 8]; 2] = [
    [
        0.0,
        3.526_249_659_989_11e-2,
        0.700_383_064_443_688,
        6.373_962_203_531_65,
        33.912_866_078_383,
        112.079_291_497_871,
        221.213_596_169_931,
        220.206_867_912_376,
    ],
    [
        8.838_834_764_831_84e-2,
        1.755_667_163_182_64,
        16.064_177_579_207,
        86.780_732_202_946_1,
        296.564_248_779_674,
        637.333_633_378_831,
        793.826_512_519_948,
        440.413_735_824_752,
    ],
];

/// The value up to which probability `p` lies, to about 16 digits: algorithm PPND16 of Wichura (1988),
/// "Algorithm AS 241: The percentage points of the normal distribution", Applied Statistics 37 (3), 477–484.
///
/// Minus infinity at 0, infinity at 1, NaN outside [0, 1].
pub fn quantile(p: f64) -> f64 {
    let from_half = p - 0.5;
    if from_half.abs() <= 0.425 {
        let r = 0.180625 - from_half * from_half;
        return from_half * polynomial(&CENTRE[0], r) / polynomial(&CENTRE[1], r);
    }
    let tail = if from_half < 0.0 { p } else { 1.0 - p };
    if tail.is_nan() || tail < 0.0 {
        return f64::NAN;
    }
    let r = libm::sqrt(-libm::log(tail));
    let size = if r.is_infinite() {
        f64::INFINITY
    } else if r <= 5.0 {
        polynomial(&TAIL[0], r - 1.6) / polynomial(&TAIL[1], r - 1.6)
    } else {
        polynomial(&FAR_TAIL[0], r - 5.0) / polynomial(&FAR_TAIL[1], r - 5.0)
    };
    size.copysign(from_half)
}

fn polynomial(coefficients: &[f64; 8], x: f64) -> f64 {
    coefficients.iter().rev().fold(0.0, |sum, c| sum * x + c)
}

/// Numerator and denominator for |p − ½| ≤ .425.
#[expect(clippy::excessive_precision, reason = "as printed")]
const CENTRE: [[f64; 8]; 2] = [
    [
        3.3871328727963666080e0,
        1.3314166789178437745e2,
        1.9715909503065514427e3,
        1.3731693765509461125e4,
        4.5921953931549871457e4,
        6.7265770927008700853e4,
        3.3430575583588128105e4,
        2.5090809287301226727e3,
    ],
    [
        1.0,
        4.2313330701600911252e1,
        6.8718700749205790830e2,
        5.3941960214247511077e3,
        2.1213794301586595867e4,
        3.9307895800092710610e4,
        2.8729085735721942674e4,
        5.2264952788528545610e3,
    ],
];

/// Numerator and denominator for tails down to e⁻²⁵.
#[expect(clippy::excessive_precision, reason = "as printed")]
const TAIL: [[f64; 8]; 2] = [
    [
        1.42343711074968357734e0,
        4.63033784615654529590e0,
        5.76949722146069140550e0,
        3.64784832476320460504e0,
        1.27045825245236838258e0,
        2.41780725177450611770e-1,
        2.27238449892691845833e-2,
        7.74545014278341407640e-4,
    ],
    [
        1.0,
        2.05319162663775882187e0,
        1.67638483018380384940e0,
        6.89767334985100004550e-1,
        1.48103976427480074590e-1,
        1.51986665636164571966e-2,
        5.47593808499534494600e-4,
        1.05075007164441684324e-9,
    ],
];

/// Numerator and denominator for tails beyond.
#[expect(clippy::excessive_precision, reason = "as printed")]
const FAR_TAIL: [[f64; 8]; 2] = [
    [
        6.65790464350110377720e0,
        5.46378491116411436990e0,
        1.78482653991729133580e0,
        2.96560571828504891230e-1,
        2.65321895265761230930e-2,
        1.24266094738807843860e-3,
        2.71155556874348757815e-5,
        2.01033439929228813265e-7,
    ],
    [
        1.0,
        5.99832206555887937690e-1,
        1.36929880922735805310e-1,
        1.48753612908506148525e-2,
        7.86869131145613259100e-4,
        1.84631831751005468180e-5,
        1.42151175831644588870e-7,
        2.04426310338993978564e-15,
    ],
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quantiles_are_those_of_the_tables() {
        // Wichura's own check values, and the usual 97.5 % point.
        for (p, x) in [
            (0.25, -0.6744897501960817),
            (0.001, -3.090232306167814),
            (1e-20, -9.262340089798408),
            (0.975, 1.959963984540054),
        ] {
            assert!((quantile(p) / x - 1.0).abs() < 1e-15, "{p}: {}", quantile(p));
        }
        assert_eq!(quantile(0.5), 0.0);
    }

    #[test]
    fn the_quick_tail_is_the_tail() {
        for i in 0..=120 {
            let x = f64::from(i) / 10.0;
            let (quick_density, quick_tail) = density_and_tail(x);
            assert!((quick_tail / cdf(-x) - 1.0).abs() < 1e-8, "{x}: {quick_tail}, {}", cdf(-x));
            assert!((quick_density / density(x) - 1.0).abs() < 1e-14, "{x}");
        }
        assert_eq!(density_and_tail(40.0), (0.0, 0.0));
    }

    #[test]
    fn quantile_undoes_cdf() {
        for i in -300..=80 {
            let x = f64::from(i) / 10.0;
            let back = quantile(cdf(x));
            // near 1 a probability has no more digits than 1 − p leaves
            let lost = 1e-16 / density(x);
            assert!(
                (back - x).abs() <= 1e-14 * x.abs().max(1.0) + if x > 0.0 { lost } else { 0.0 },
                "{x} {back}"
            );
        }
    }

    #[test]
    fn the_ends_are_infinite_and_the_outside_is_nothing() {
        assert_eq!(quantile(0.0), f64::NEG_INFINITY);
        assert_eq!(quantile(1.0), f64::INFINITY);
        assert!(quantile(-0.1).is_nan() && quantile(1.1).is_nan() && quantile(f64::NAN).is_nan());
    }
}
