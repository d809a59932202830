//! Agreement of coders: Krippendorff's α.
//!
//! α = 1 − D_o/D_e, where D_o is the disagreement of coders on the same unit and D_e that to be expected if codes had
//! nothing to do with units. 1 is full agreement, 0 what chance gives. Krippendorff, *Content Analysis* (2018), ch. 12.

use crate::innovation::{Innovations, Numbers};
use crate::summary::quantile;

/// How far two codes lie apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Metric {
    /// equal or not
    Nominal,
    /// the share of codes between them, ends counted half
    Ordinal,
    /// the difference of their numbers
    Interval,
}

/// Codes of one kind of units: for each unit what each coder said, `None` where a coder said nothing. Codes count from 0 in
/// rising order. Units on scales of different length belong to different strata.
pub type Stratum = Vec<Vec<Option<usize>>>;

/// α with its interval.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Agreement {
    /// Krippendorff's α
    pub alpha: f64,
    /// 5 and 95 % quantiles over resampled units
    pub i90: [f64; 2],
    /// units that at least two coders coded
    pub units: usize,
}

/// How often units are resampled for the interval.
const RESAMPLES: usize = 1000;

/// α over strata: the disagreements, observed and expected within each stratum, are added up. `None` where no unit was
/// coded twice, or all codes are the same, so that nothing could disagree.
pub fn krippendorff(strata: &[Stratum], metric: Metric, seed: u64) -> Option<Agreement> {
    let alpha = alpha(strata, metric)?;
    let mut numbers = Numbers::of(Innovations::new(seed).stream("agreement"));
    let mut resampled: Vec<f64> = (0..RESAMPLES)
        .filter_map(|_| {
            let strata: Vec<Stratum> = strata
                .iter()
                .map(|units| (0..units.len()).map(|_| units[numbers.place(units.len())].clone()).collect())
                .collect();
            self::alpha(&strata, metric)
        })
        .collect();
    resampled.sort_unstable_by(f64::total_cmp);
    let units = strata.iter().flatten().filter(|unit| unit.iter().flatten().count() > 1).count();
    Some(Agreement { alpha, i90: [quantile(&resampled, 0.05), quantile(&resampled, 0.95)], units })
}

fn alpha(strata: &[Stratum], metric: Metric) -> Option<f64> {
    let (mut observed, mut expected) = (0.0, 0.0);
    for units in strata {
        let [o, e] = disagreements(units, metric);
        observed += o;
        expected += e;
    }
    (expected > 0.0).then(|| 1.0 - observed / expected)
}

/// Observed and expected disagreement of a stratum, each summed over its pairable codes.
fn disagreements(units: &Stratum, metric: Metric) -> [f64; 2] {
    let pairable: Vec<Vec<usize>> = units
        .iter()
        .map(|unit| unit.iter().flatten().copied().collect::<Vec<_>>())
        .filter(|codes| codes.len() > 1)
        .collect();
    let levels = pairable.iter().flatten().max().map_or(0, |max| max + 1);
    let mut counts = vec![0.0; levels];
    pairable.iter().flatten().for_each(|code| counts[*code] += 1.0);
    let total: f64 = counts.iter().sum();
    let distance = |a: usize, b: usize| {
        let apart = match metric {
            Metric::Nominal => f64::from(a != b),
            Metric::Interval => a.abs_diff(b) as f64,
            Metric::Ordinal => {
                let between: f64 = counts[a.min(b)..=a.max(b)].iter().sum();
                (between - (counts[a] + counts[b]) / 2.0) / total
            }
        };
        apart * apart
    };
    let mut observed = 0.0;
    for codes in &pairable {
        let pairs: f64 = codes.iter().flat_map(|a| codes.iter().map(|b| distance(*a, *b))).sum();
        observed += pairs / (codes.len() - 1) as f64;
    }
    let mut expected = 0.0;
    for (a, of_a) in counts.iter().enumerate() {
        for (b, of_b) in counts.iter().enumerate() {
            expected += of_a * of_b * distance(a, b) / (total - 1.0);
        }
    }
    [observed, expected]
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Four observers, twelve units and five values: the worked example of Krippendorff (2011), *Computing
    /// Krippendorff's Alpha-Reliability*, C.
    fn example() -> Stratum {
        let rows: [[u8; 12]; 4] = [
            [1, 2, 3, 3, 2, 1, 4, 1, 2, 0, 0, 0],
            [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, 0, 3],
            [0, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, 0],
            [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, 0],
        ];
        (0..12).map(|u| rows.iter().map(|row| row[u].checked_sub(1).map(usize::from)).collect()).collect()
    }

    #[test]
    fn the_published_example_comes_out() {
        let published = [(Metric::Nominal, 0.743), (Metric::Ordinal, 0.815), (Metric::Interval, 0.849)];
        for (metric, expected) in published {
            let found = krippendorff(&[example()], metric, 1).unwrap();
            assert!((found.alpha - expected).abs() < 5e-4, "{metric:?}: {}", found.alpha);
            assert!(found.i90[0] < found.alpha && found.alpha <= found.i90[1], "{found:?}");
            assert_eq!(found.units, 11);
        }
    }

    #[test]
    fn a_stratum_is_judged_by_its_own_spread() {
        let same = |code: usize| vec![Some(code), Some(code)];
        let agree: Stratum = vec![same(0), same(1), same(2)];
        let chance: Stratum = vec![vec![Some(0), Some(1)], vec![Some(1), Some(0)]];
        assert_eq!(krippendorff(std::slice::from_ref(&agree), Metric::Ordinal, 1).unwrap().alpha, 1.0);
        assert!(krippendorff(std::slice::from_ref(&chance), Metric::Ordinal, 1).unwrap().alpha < 0.0);
        let both = krippendorff(&[agree, chance], Metric::Nominal, 1).unwrap().alpha;
        assert!((0.0..1.0).contains(&both), "{both}");
    }

    #[test]
    fn where_nothing_could_disagree_there_is_no_alpha() {
        assert_eq!(krippendorff(&[vec![vec![Some(1), Some(1)]; 3]], Metric::Ordinal, 1), None);
        assert_eq!(krippendorff(&[vec![vec![Some(1), None]]], Metric::Nominal, 1), None);
    }
}
