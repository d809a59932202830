//! Have the chains of a simulation converged, and how much do their draws tell?
//!
//! Rank-normalised split R̂ and the effective numbers of draws for the bulk and the tails, after Vehtari, Gelman,
//! Simpson, Carpenter & Bürkner (2021), "Rank-normalization, folding, and localization: an improved R̂ for assessing
//! convergence of MCMC", Bayesian Analysis 16 (2), 667–718. The autocorrelation is summed up to where pairs of lags
//! cease to be positive and falling (Geyer 1992, Statistical Science 7 (4), 473–483).
//!
//! A quantity is given as its draws in each of several chains of equal length. Draws that are all the same tell
//! nothing about convergence, and neither do fewer than four in a chain: both give `None`.

use crate::normal;
use crate::summary::quantile;

/// Fewer draws in a chain than this cannot be halved and compared.
pub const LEAST_DRAWS: usize = 4;

/// What the chains say about one quantity.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Diagnosis {
    /// [`split_rhat`]; 1 where the chains agree
    pub rhat: f64,
    /// [`bulk_ess`]
    pub bulk_ess: f64,
    /// [`tail_ess`]
    pub tail_ess: f64,
}

impl Diagnosis {
    /// All three of one quantity.
    pub fn of(chains: &[Vec<f64>]) -> Option<Diagnosis> {
        Some(Diagnosis {
            rhat: split_rhat(chains)?,
            bulk_ess: bulk_ess(chains)?,
            tail_ess: tail_ess(chains)?,
        })
    }
}

/// Rank-normalised split R̂: the greater of that of the draws and that of their distances from the median, so that
/// chains that differ in place and chains that differ in spread are both found out.
pub fn split_rhat(chains: &[Vec<f64>]) -> Option<f64> {
    let halves = halves(chains)?;
    let mut all: Vec<f64> = halves.concat();
    all.sort_unstable_by(f64::total_cmp);
    let median = quantile(&all, 0.5);
    let folded: Vec<Vec<f64>> =
        halves.iter().map(|half| half.iter().map(|x| (x - median).abs()).collect()).collect();
    let of_place = potential_scale_reduction(&normal_scores(&halves));
    // two values at equal distance from their median fold into one
    let of_spread = if varies(&folded) { potential_scale_reduction(&normal_scores(&folded)) } else { 1.0 };
    Some(of_place.max(of_spread))
}

/// Effective number of draws for the middle of a distribution: that of the normal scores of the split chains.
pub fn bulk_ess(chains: &[Vec<f64>]) -> Option<f64> {
    Some(effective_draws(&normal_scores(&halves(chains)?)))
}

/// Effective number of draws for the tails: the lesser of those of the shares of draws up to the 5 and the 95 %
/// quantile.
pub fn tail_ess(chains: &[Vec<f64>]) -> Option<f64> {
    let halves = halves(chains)?;
    let mut all: Vec<f64> = halves.concat();
    all.sort_unstable_by(f64::total_cmp);
    let of_tail = |p: f64| {
        let bound = quantile(&all, p);
        let below: Vec<Vec<f64>> =
            halves.iter().map(|half| half.iter().map(|&x| f64::from(x <= bound)).collect()).collect();
        varies(&below).then(|| effective_draws(&below))
    };
    // a quantity with few values may have none beyond a quantile; the other tail then speaks for both
    let tails: Vec<f64> = [0.05, 0.95].into_iter().filter_map(of_tail).collect();
    tails.into_iter().min_by(f64::total_cmp).or_else(|| bulk_ess(chains))
}

/// Effective number of draws for the mean of draws as they are, from all their chains. Not split: the caller decides.
fn effective_draws(chains: &[Vec<f64>]) -> f64 {
    let draws = chains[0].len() as f64;
    let total = draws * chains.len() as f64;
    let means: Vec<f64> = chains.iter().map(|chain| mean(chain)).collect();
    let covariance = |lag: usize| {
        let each = chains.iter().zip(&means).map(|(chain, mean)| autocovariance(chain, *mean, lag));
        each.sum::<f64>() / chains.len() as f64
    };
    let within = covariance(0) * draws / (draws - 1.0);
    let pooled = within * (draws - 1.0) / draws + variance(&means);
    let correlation = |lag: usize| 1.0 - (within - covariance(lag)) / pooled;
    let mut time = -1.0;
    let mut last_pair = f64::INFINITY;
    let mut lag = 0;
    while lag + 2 < chains[0].len() {
        let first = if lag == 0 { 1.0 } else { correlation(lag) };
        let pair = first + correlation(lag + 1);
        if pair < 0.0 {
            time += first.max(0.0);
            break;
        }
        last_pair = pair.min(last_pair);
        time += 2.0 * last_pair;
        lag += 2;
    }
    // chains that swing about their mean can know more than independent draws, within reason
    total / time.max(1.0 / libm::log10(total))
}

/// √(pooled variance / variance within chains), Gelman & Rubin (1992).
fn potential_scale_reduction(chains: &[Vec<f64>]) -> f64 {
    let draws = chains[0].len() as f64;
    let means: Vec<f64> = chains.iter().map(|chain| mean(chain)).collect();
    let within = chains.iter().map(|chain| variance(chain)).sum::<f64>() / chains.len() as f64;
    libm::sqrt((draws - 1.0) / draws + variance(&means) / within)
}

/// The two halves of each chain, without the middle draw of an odd number.
fn halves(chains: &[Vec<f64>]) -> Option<Vec<Vec<f64>>> {
    let draws = chains.iter().map(Vec::len).min()?;
    let finite = chains.iter().flatten().all(|x| x.is_finite());
    if draws < LEAST_DRAWS || !finite || !varies(chains) {
        return None;
    }
    let half = draws / 2;
    let both = |chain: &Vec<f64>| [chain[..half].to_vec(), chain[draws - half..draws].to_vec()];
    let halves: Vec<Vec<f64>> = chains.iter().flat_map(both).collect();
    varies(&halves).then_some(halves)
}

fn varies(chains: &[Vec<f64>]) -> bool {
    let mut all = chains.iter().flatten();
    let first = all.next();
    all.any(|x| Some(x) != first)
}

/// Each draw's normal score, Φ⁻¹((rank − ⅜)/(S + ¼)) with its rank among all S draws (Blom 1958); equal draws share
/// the mean of their ranks.
fn normal_scores(chains: &[Vec<f64>]) -> Vec<Vec<f64>> {
    let mut places: Vec<(f64, usize, usize)> = vec![];
    for (c, chain) in chains.iter().enumerate() {
        places.extend(chain.iter().enumerate().map(|(d, &x)| (x, c, d)));
    }
    places.sort_by(|a, b| a.0.total_cmp(&b.0));
    let total = places.len() as f64;
    let mut scores: Vec<Vec<f64>> = chains.iter().map(|chain| vec![0.0; chain.len()]).collect();
    let mut from = 0;
    for equal in places.chunk_by(|a, b| a.0 == b.0) {
        let rank = from as f64 + (equal.len() as f64 + 1.0) / 2.0;
        let score = normal::quantile((rank - 0.375) / (total + 0.25));
        equal.iter().for_each(|(_, c, d)| scores[*c][*d] = score);
        from += equal.len();
    }
    scores
}

fn mean(draws: &[f64]) -> f64 {
    draws.iter().sum::<f64>() / draws.len() as f64
}

fn variance(draws: &[f64]) -> f64 {
    let mean = mean(draws);
    draws.iter().map(|x| (x - mean) * (x - mean)).sum::<f64>() / (draws.len() as f64 - 1.0).max(1.0)
}

/// Mean product of deviations `lag` draws apart, divided by the number of draws whatever the lag, as usual for series.
fn autocovariance(draws: &[f64], mean: f64, lag: usize) -> f64 {
    let pairs = draws.iter().zip(&draws[lag..]);
    pairs.map(|(a, b)| (a - mean) * (b - mean)).sum::<f64>() / draws.len() as f64
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::innovation::Innovations;

    /// Chains of x' = φx + √(1 − φ²)·e, whose autocorrelation time is (1 + φ)/(1 − φ).
    fn autoregressive(phi: f64, chains: usize, draws: usize) -> Vec<Vec<f64>> {
        let chain = |number: usize| {
            let mut shocks = vec![0.0; draws];
            Innovations::new(5).stream(&format!("ar/{number}")).fill(0, &mut shocks);
            let mut x = shocks[0];
            let step = |e: &f64| {
                x = phi * x + libm::sqrt(1.0 - phi * phi) * e;
                x
            };
            shocks.iter().map(step).collect()
        };
        (0..chains).map(chain).collect()
    }

    #[test]
    fn effective_draws_are_the_draws_over_the_autocorrelation_time() {
        for phi in [0.0, 0.5, 0.9, -0.4] {
            let expected = 40_000.0 * (1.0 - phi) / (1.0 + phi);
            let found = bulk_ess(&autoregressive(phi, 4, 10_000)).unwrap();
            assert!((found / expected - 1.0).abs() < 0.1, "φ = {phi}: {found}, not {expected}");
        }
    }

    #[test]
    fn tails_of_correlated_chains_know_less_than_the_draws_say() {
        // the indicator of a 5 % tail of a normal AR(1) with φ = .9 has an autocorrelation time of about 9
        let found = tail_ess(&autoregressive(0.9, 4, 10_000)).unwrap();
        assert!((2500.0..9000.0).contains(&found), "{found}");
        let independent = tail_ess(&autoregressive(0.0, 4, 10_000)).unwrap();
        assert!((independent / 40_000.0 - 1.0).abs() < 0.1, "{independent}");
    }

    #[test]
    fn scale_reduction_by_hand() {
        // means 2 and 4, so variance of means 2; within 1; n = 3: √(2/3 + 2/1)
        let found = potential_scale_reduction(&[vec![1.0, 2.0, 3.0], vec![3.0, 4.0, 5.0]]);
        assert!((found - libm::sqrt(2.0 / 3.0 + 2.0)).abs() < 1e-15, "{found}");
    }

    #[test]
    fn effective_draws_by_hand() {
        // One chain 1 to 8: autocovariances 42/8, 26.25/8, 11.5/8, −1.25/8; within 6, pooled 5.25. The first pair of
        // correlations is 1 + .482; the second, .131 − .173, ends the sum with its positive half.
        let correlation = |covariance: f64| 1.0 - (6.0 - covariance / 8.0) / 5.25;
        let time = -1.0 + 2.0 * (1.0 + correlation(26.25)) + correlation(11.5);
        let found = effective_draws(&[(1..=8).map(f64::from).collect()]);
        assert!((found - 8.0 / time).abs() < 1e-12, "{found}, not {}", 8.0 / time);
        assert!((found - 3.818).abs() < 1e-3, "{found}");
    }

    #[test]
    fn scores_are_those_of_blom_and_equal_draws_share_them() {
        let scores = normal_scores(&[vec![10.0, 30.0], vec![20.0, 20.0]]);
        let score = |rank: f64| normal::quantile((rank - 0.375) / 4.25);
        assert_eq!(scores, [vec![score(1.0), score(4.0)], vec![score(2.5); 2]]);
    }

    #[test]
    fn independent_chains_agree() {
        let rhat = split_rhat(&autoregressive(0.0, 4, 1000)).unwrap();
        assert!((0.999..1.005).contains(&rhat), "{rhat}");
    }

    #[test]
    fn a_chain_apart_or_stuck_or_drifting_or_narrow_is_caught() {
        let sound = || autoregressive(0.0, 4, 1000);
        let changed = |change: fn(usize, &mut f64)| {
            let mut chains = sound();
            chains[0].iter_mut().enumerate().for_each(|(at, x)| change(at, x));
            split_rhat(&chains).unwrap()
        };
        assert!(changed(|_, x| *x += 2.0) > 1.2, "apart");
        assert!(changed(|_, x| *x = 0.3) > 1.1, "stuck");
        assert!(changed(|_, x| *x *= 0.2) > 1.1, "narrow");
        let drifting: Vec<Vec<f64>> = sound()
            .into_iter()
            .map(|chain| chain.iter().enumerate().map(|(at, x)| x + at as f64 / 300.0).collect())
            .collect();
        assert!(split_rhat(&drifting).unwrap() > 1.2, "drifting");
        let all_stuck: Vec<Vec<f64>> = (0..4).map(|at| vec![f64::from(at); 100]).collect();
        assert!(split_rhat(&all_stuck).unwrap() > 1e6, "all stuck");
    }

    #[test]
    fn heavy_tails_are_no_disagreement() {
        // Cauchy draws have no variance, but ranks do
        let cauchy: Vec<Vec<f64>> = autoregressive(0.0, 8, 1000)
            .chunks(2)
            .map(|two| two[0].iter().zip(&two[1]).map(|(a, b)| a / b).collect())
            .collect();
        assert!(split_rhat(&cauchy).unwrap() < 1.01);
    }

    #[test]
    fn what_cannot_be_told() {
        assert_eq!(Diagnosis::of(&[vec![1.0; 10], vec![1.0; 10]]), None);
        assert_eq!(Diagnosis::of(&[vec![1.0, 2.0, 3.0]]), None);
        assert_eq!(Diagnosis::of(&[vec![f64::NAN; 8]]), None);
        assert_eq!(Diagnosis::of(&[]), None);
    }
}
