//! Tables against inversion by bisection, and against the moments that were asked for.

use linchpin_index::normal;
use linchpin_index::quantile::QuantileTable;
use special::{Beta, Gamma};

fn points() -> impl Iterator<Item = f64> {
    (-64..=64).map(|i| f64::from(i) / 16.0)
}

/// The x in [low, high] up to which a distribution has a probability.
fn bisected(probability: f64, low: f64, high: f64, cdf: impl Fn(f64) -> f64) -> f64 {
    let (mut low, mut high) = (low, high);
    for _ in 0..60 {
        let middle = 0.5 * (low + high);
        if cdf(middle) < probability { low = middle } else { high = middle }
    }
    0.5 * (low + high)
}

#[test]
fn beta_points_are_those_of_bisection() {
    for mean in [0.001, 0.02, 0.1, 0.3, 0.5, 0.77, 0.98, 0.999] {
        for variance in [1.0, 0.05, 0.01, 0.0025, 1e-4, 1.01e-6] {
            let table = QuantileTable::beta(mean, variance);
            let variance = f64::min(variance, mean * (1.0 - mean) / 3.0);
            let s = mean * (1.0 - mean) / variance - 1.0;
            let (a, b) = (mean * s, (1.0 - mean) * s);
            let ln_beta = a.ln_beta(b);
            for z in points() {
                // the smaller tail, which has digits
                let x = if z < 0.0 {
                    bisected(normal::cdf(z), 0.0, 1.0, |x| x.inc_beta(a, b, ln_beta))
                } else {
                    1.0 - bisected(normal::cdf(-z), 0.0, 1.0, |x| x.inc_beta(b, a, ln_beta))
                };
                let off = (table.at(z) - x).abs();
                assert!(off < 1e-8, "mean {mean} variance {variance} z {z}: {} not {x}", table.at(z));
            }
        }
    }
}

#[test]
fn gamma_points_are_those_of_bisection() {
    for shape in [1e-4, 0.001, 0.01, 0.15, 0.5, 1.0, 2.7, 15.0, 94.0, 1000.0, 1e5] {
        let table = QuantileTable::gamma(shape);
        let most = shape + 10.0 * libm::sqrt(shape) + 40.0;
        for z in points() {
            let x = bisected(normal::cdf(z), 0.0, most, |x| x.inc_gamma(shape));
            let off = (table.at(z) - x).abs() / x.max(1.0);
            assert!(off < 1e-8, "shape {shape} z {z}: {} not {x}", table.at(z));
        }
    }
}

/// Mean and variance of a table at a standard normal, by the midpoint rule.
fn moments(table: &QuantileTable) -> (f64, f64) {
    let step = 1.0 / 1024.0;
    let grid = || (0..16 * 1024).map(|i| -8.0 + (f64::from(i) + 0.5) * step);
    let expected =
        |f: &dyn Fn(f64) -> f64| grid().map(|z| f(table.at(z)) * normal::density(z) * step).sum::<f64>();
    let mean = expected(&|x| x);
    (mean, expected(&|x| (x - mean) * (x - mean)))
}

#[test]
fn beta_tables_have_the_moments_asked_for() {
    for mean in [0.02, 0.2, 0.5, 0.9] {
        for variance in [0.09, 0.02, 0.003, 1e-4] {
            let (got_mean, got_variance) = moments(&QuantileTable::beta(mean, variance));
            let variance = f64::min(variance, mean * (1.0 - mean) / 3.0);
            assert!((got_mean - mean).abs() < 2e-4, "{mean} {variance}: {got_mean}");
            assert!((got_variance / variance - 1.0).abs() < 6e-3, "{mean} {variance}: {got_variance}");
        }
    }
}

#[test]
fn tables_rise() {
    for table in [QuantileTable::beta(0.02, 1.0), QuantileTable::beta(0.98, 0.01), QuantileTable::gamma(0.01)]
    {
        let values: Vec<f64> = points().map(|z| table.at(z)).collect();
        assert!(values.windows(2).all(|pair| pair[0] <= pair[1]));
    }
}

#[test]
fn tables_made_together_are_those_made_alone() {
    let moments: Vec<(f64, f64)> = (0..150)
        .map(|i| (f64::from((i * 37) % 101) / 100.0, [1.0, 0.07, 0.02, 1e-3, 1e-5, 1e-10][i as usize % 6]))
        .collect();
    for (table, (mean, variance)) in QuantileTable::betas(&moments).iter().zip(&moments) {
        assert_eq!(*table, QuantileTable::beta(*mean, *variance), "mean {mean} variance {variance}");
    }
    let shapes: Vec<f64> = (0..40).map(|i| libm::exp(f64::from(i) / 2.0 - 10.0)).collect();
    for (table, shape) in QuantileTable::gammas(&shapes).iter().zip(&shapes) {
        assert_eq!(*table, QuantileTable::gamma(*shape), "shape {shape}");
    }
    assert!(QuantileTable::betas(&[]).is_empty());
}
