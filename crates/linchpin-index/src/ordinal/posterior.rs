//! What the chains together say about items, coders and scales.

use super::chain::{Chain, mean_thresholds};
use super::density::perceived_sd;
use super::diagnostics::Diagnosis;
use super::model::Model;
use super::thresholds::Thresholds;
use crate::normal;
use crate::summary::Summary;

/// R̂ may be this great at most (Vehtari et al. 2021).
pub const GREATEST_RHAT: f64 = 1.01;
/// Each chain should be worth so many draws, in the middle and in the tails (the same).
pub const LEAST_ESS_PER_CHAIN: f64 = 100.0;
/// One path in so many may end in a divergence.
pub const PATHS_PER_DIVERGENCE: usize = 200;

/// Everything that is told of a run.
#[derive(Clone, Debug, PartialEq)]
pub struct Posterior {
    /// the items, in the order of the codings
    pub items: Vec<CodedItem>,
    /// the coders, in the order of the codings
    pub coders: Vec<Coder>,
    /// the scales, in the order of the codings
    pub scales: Vec<Scale>,
    /// what coders have in common
    pub hierarchy: Hierarchy,
    /// number of draws of all chains
    pub draws: usize,
    /// the greatest R̂ and the least effective numbers of draws of all quantities; `None` where the draws are too few to
    /// tell, or never moved
    pub worst: Option<Diagnosis>,
    /// paths that ended in a divergence
    pub divergences: usize,
    /// paths that were cut at their greatest length
    pub cut: usize,
}

impl Posterior {
    /// Whether the chains agree, are worth enough draws, and hardly ever diverged.
    pub fn converged(&self, chains: usize) -> bool {
        let least = LEAST_ESS_PER_CHAIN * chains as f64;
        let sound = |worst: Diagnosis| {
            worst.rhat <= GREATEST_RHAT && worst.bulk_ess >= least && worst.tail_ess >= least
        };
        self.worst.is_some_and(sound) && self.divergences * PATHS_PER_DIVERGENCE <= self.draws
    }
}

/// An item.
#[derive(Clone, Debug, PartialEq)]
pub struct CodedItem {
    /// its latent place, in standard deviations of items
    pub latent: Summary,
    /// probability of each level: where its latent place lies among the thresholds that its coders share
    pub levels: Vec<f64>,
    /// its expected place in [0, 1], each level by its middle (k − ½)/K
    pub place: f64,
}

/// A coder.
#[derive(Clone, Debug, PartialEq)]
pub struct Coder {
    /// β
    pub reliability: Summary,
    /// by how many levels what the coder gives is above what the coders of the same scales give, on the average over items
    /// and over the coder's ratings: above 0 is lenient, below 0 strict
    pub shift: Summary,
    /// probability that the shift is above 0
    pub lenient: f64,
    /// probability that no other coder is more reliable
    pub most_reliable: f64,
    /// the scales that the coder uses
    pub scales: Vec<ScaleOfCoder>,
}

/// A coder on a scale.
#[derive(Clone, Debug, PartialEq)]
pub struct ScaleOfCoder {
    /// the scale
    pub scale: usize,
    /// how many items the coder rates on it
    pub ratings: usize,
    /// γ, the K − 1 thresholds of what the coder perceives
    pub thresholds: Vec<Summary>,
    /// κ = γ/√(1 + β²), which compare with [`Scale::thresholds`]
    pub standardised: Vec<Summary>,
}

/// A scale.
#[derive(Clone, Debug, PartialEq)]
pub struct Scale {
    /// the mean of its coders' standardised thresholds: places on the latent axis at which levels begin
    pub thresholds: Vec<Summary>,
    /// the thresholds that coders like these would have in common, however many there were
    pub common: Vec<Summary>,
}

/// What coders have in common.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Hierarchy {
    /// the reliability that those of coders like these are spread about
    pub reliability: Summary,
    /// standard deviation of reliabilities, but for the cut at 0
    pub reliability_spread: Summary,
    /// standard deviation of coders' shifts
    pub shift_spread: Summary,
    /// standard deviation of the logarithms of coders' gaps
    pub gap_spread: Summary,
}

/// A quantity at each draw of each chain.
type Traced = Vec<Vec<f64>>;

/// Takes chains of one model and plan together.
///
/// # Panics
/// When there are no draws.
pub fn combine(model: &Model, chains: &[Chain]) -> Posterior {
    let traces = Traces::of(model, chains);
    let diagnoses: Vec<Option<Diagnosis>> = traces.all().map(|traced| Diagnosis::of(traced)).collect();
    let of_items = (0..model.patterns.len()).map(|at| {
        let means: Traced = chains.iter().map(|chain| chain.means[at].clone()).collect();
        Diagnosis::of(&means)
    });
    let draws = chains.iter().map(|chain| chain.draws.len()).sum();
    let patterns: Vec<CodedItem> =
        (0..model.patterns.len()).map(|at| item(model, chains, at, draws)).collect();
    let layout = &model.layout;
    Posterior {
        items: model.pattern_of.iter().map(|at| patterns[*at].clone()).collect(),
        coders: (0..layout.coders.len()).map(|coder| traces.coder(coder, model)).collect(),
        scales: (0..layout.levels.len()).map(|scale| traces.scale(scale)).collect(),
        hierarchy: traces.hierarchy(),
        draws,
        worst: diagnoses.into_iter().chain(of_items).reduce(worse).flatten(),
        divergences: chains.iter().map(|chain| chain.divergences).sum(),
        cut: chains.iter().map(|chain| chain.cut).sum(),
    }
}

/// The worse of two in each respect; one that could not be told is worst.
fn worse(a: Option<Diagnosis>, b: Option<Diagnosis>) -> Option<Diagnosis> {
    let (a, b) = (a?, b?);
    Some(Diagnosis {
        rhat: a.rhat.max(b.rhat),
        bulk_ess: a.bulk_ess.min(b.bulk_ess),
        tail_ess: a.tail_ess.min(b.tail_ess),
    })
}

fn item(model: &Model, chains: &[Chain], at: usize, draws: usize) -> CodedItem {
    let sum = |of: &dyn Fn(&Chain) -> Vec<f64>| {
        let mut sum: Vec<f64> = vec![];
        for chain in chains {
            let part = of(chain);
            sum.resize(part.len(), 0.0);
            sum.iter_mut().zip(part).for_each(|(sum, part)| *sum += part / draws as f64);
        }
        sum
    };
    let weights = sum(&|chain| chain.places[at].clone());
    let levels = sum(&|chain| chain.levels[at].clone());
    let quantile = |p: f64| model.places.quantile(p, &weights);
    let count = levels.len() as f64;
    CodedItem {
        latent: Summary {
            mean: model.places.mean(&weights),
            i50: [0.25, 0.75].map(quantile),
            i90: [0.05, 0.95].map(quantile),
        },
        place: levels.iter().enumerate().map(|(k, p)| p * (k as f64 + 0.5) / count).sum(),
        levels,
    }
}

/// The quantities of the coders and scales at every draw.
struct Traces {
    /// typical reliability, then the spreads of reliabilities, shifts and gaps
    hierarchy: Vec<Traced>,
    /// by coder
    reliability: Vec<Traced>,
    /// by pair and threshold
    standardised: Vec<Vec<Traced>>,
    /// by scale and threshold
    common: Vec<Vec<Traced>>,
    /// by scale and threshold: the mean of the pairs on the scale
    shared: Vec<Vec<Traced>>,
}

impl Traces {
    fn of(model: &Model, chains: &[Chain]) -> Traces {
        let layout = &model.layout;
        let trace = |of: &dyn Fn(&[f64]) -> f64| -> Traced {
            chains.iter().map(|chain| chain.draws.iter().map(|x| of(x)).collect()).collect()
        };
        let thresholds = |count: usize, of: &dyn Fn(&[f64]) -> Vec<f64>| -> Vec<Traced> {
            let drawn: Vec<Vec<Vec<f64>>> =
                chains.iter().map(|chain| chain.draws.iter().map(|x| of(x)).collect()).collect();
            let one = |k: usize| drawn.iter().map(|chain| chain.iter().map(|t| t[k]).collect()).collect();
            (0..count).map(one).collect()
        };
        let own = |at: usize, x: &[f64]| -> Vec<f64> {
            let pair = &layout.pairs[at];
            let common: Thresholds = layout.common(pair.scale, x);
            layout.own(pair, &common, &layout.spreads(x), x).standardised()
        };
        let shared = |scale: usize, x: &[f64]| {
            let users = (0..layout.pairs.len()).filter(|at| layout.pairs[*at].scale == scale);
            let all: Vec<Vec<f64>> = users.map(|at| own(at, x)).collect();
            let shared = mean_thresholds(all.iter().map(Vec::as_slice));
            if shared.is_empty() { layout.common(scale, x).standardised() } else { shared }
        };
        let scales = 0..layout.levels.len();
        Traces {
            hierarchy: vec![
                trace(&|x| layout.spreads(x).typical),
                trace(&|x| layout.spreads(x).reliability),
                trace(&|x| layout.spreads(x).shift),
                trace(&|x| layout.spreads(x).gap),
            ],
            reliability: (0..layout.coders.len()).map(|r| trace(&|x| layout.reliability(r, x))).collect(),
            standardised: (0..layout.pairs.len())
                .map(|at| thresholds(layout.levels[layout.pairs[at].scale] - 1, &|x| own(at, x)))
                .collect(),
            common: scales
                .clone()
                .map(|s| thresholds(layout.levels[s] - 1, &|x| layout.common(s, x).standardised()))
                .collect(),
            shared: scales.map(|s| thresholds(layout.levels[s] - 1, &|x| shared(s, x))).collect(),
        }
    }

    fn all(&self) -> impl Iterator<Item = &Traced> {
        let by_threshold = self.standardised.iter().chain(&self.common).flatten();
        self.hierarchy.iter().chain(&self.reliability).chain(by_threshold)
    }

    fn hierarchy(&self) -> Hierarchy {
        let [reliability, reliability_spread, shift_spread, gap_spread] =
            [0, 1, 2, 3].map(|at| summary(&self.hierarchy[at]));
        Hierarchy { reliability, reliability_spread, shift_spread, gap_spread }
    }

    fn scale(&self, scale: usize) -> Scale {
        let summaries = |of: &[Traced]| of.iter().map(summary).collect();
        Scale { thresholds: summaries(&self.shared[scale]), common: summaries(&self.common[scale]) }
    }

    fn coder(&self, coder: usize, model: &Model) -> Coder {
        let pairs = model.layout.pairs.iter().enumerate().filter(|(_, pair)| pair.coder == coder);
        let perceived = |traced: &Traced| -> Traced {
            let scaled = |(t, b): (&Vec<f64>, &Vec<f64>)| {
                t.iter().zip(b).map(|(threshold, beta)| threshold * perceived_sd(*beta)).collect()
            };
            traced.iter().zip(&self.reliability[coder]).map(scaled).collect()
        };
        let scales: Vec<ScaleOfCoder> = pairs
            .clone()
            .map(|(at, pair)| ScaleOfCoder {
                scale: pair.scale,
                ratings: model.rated[at],
                thresholds: self.standardised[at].iter().map(|t| summary(&perceived(t))).collect(),
                standardised: self.standardised[at].iter().map(summary).collect(),
            })
            .collect();
        let mut shift = vec![0.0; self.reliability[coder].iter().map(Vec::len).sum()];
        let ratings: usize = scales.iter().map(|of| of.ratings).sum();
        for (at, pair) in pairs {
            let share = model.rated[at] as f64 / ratings as f64;
            let own = levels_given(&self.standardised[at]);
            let users = model.layout.pairs.iter().zip(&self.standardised);
            let of_all: Vec<Vec<f64>> =
                users.filter(|(p, _)| p.scale == pair.scale).map(|(_, t)| levels_given(t)).collect();
            for (draw, shift) in shift.iter_mut().enumerate() {
                let mean = of_all.iter().map(|of| of[draw]).sum::<f64>() / of_all.len() as f64;
                *shift += share * (own[draw] - mean);
            }
        }
        let lenient = shift.iter().filter(|shift| **shift > 0.0).count() as f64 / shift.len() as f64;
        Coder {
            reliability: summary(&self.reliability[coder]),
            shift: Summary::of(&shift),
            lenient,
            most_reliable: self.most_reliable(coder),
            scales,
        }
    }

    fn most_reliable(&self, coder: usize) -> f64 {
        let (mut most, mut draws) = (0.0, 0.0);
        for (chain, own) in self.reliability[coder].iter().enumerate() {
            for (draw, own) in own.iter().enumerate() {
                let none_above = self.reliability.iter().all(|of| of[chain][draw] <= *own);
                most += f64::from(none_above);
                draws += 1.0;
            }
        }
        most / draws
    }
}

/// The mean level that standardised thresholds give over items drawn from N(0, 1), at every draw.
fn levels_given(thresholds: &[Traced]) -> Vec<f64> {
    let mut given = vec![1.0; thresholds[0].iter().map(Vec::len).sum()];
    for threshold in thresholds {
        let draws = threshold.iter().flatten();
        given.iter_mut().zip(draws).for_each(|(given, t)| *given += normal::cdf(-t));
    }
    given
}

fn summary(traced: &Traced) -> Summary {
    Summary::of(&traced.concat())
}

#[cfg(test)]
mod tests {
    use super::super::Plan;
    use super::super::model::{Codings, Item, Rating};
    use super::*;
    use crate::innovation::Innovations;

    const PLAN: Plan = Plan { warm_up: 300, draws: 300 };

    fn run(coders: usize, levels: usize, ratings: &[(usize, usize, usize)]) -> Posterior {
        let items = ratings.iter().map(|(item, ..)| item + 1).max().unwrap_or_default();
        let rating = |&(item, coder, level)| Rating { item, coder, level };
        let codings = Codings {
            coders,
            levels: vec![levels],
            items: vec![Item::on(0); items],
            ratings: ratings.iter().map(rating).collect(),
        };
        let model = Model::new(&codings).unwrap();
        let chains: Vec<Chain> = (0..4).map(|n| model.chain(&Innovations::new(1), n, &PLAN)).collect();
        combine(&model, &chains)
    }

    #[test]
    fn one_coder_and_one_item_have_the_width_of_their_priors() {
        let found = run(1, 3, &[(0, 0, 2)]);
        let [item, coder] = [found.items[0].latent, found.coders[0].reliability];
        // rated high, hence above the mean, but hardly narrower than N(0, 1), whose 90 % take 3.29
        assert!(item.mean > 0.3 && item.i90[1] - item.i90[0] > 2.2, "{item:?}");
        assert!(coder.i90[0] < 0.8 && coder.i90[1] > 2.5, "{coder:?}");
        assert_eq!(found.coders[0].most_reliable, 1.0);
        assert_eq!(found.coders[0].shift, Summary { mean: 0.0, i50: [0.0; 2], i90: [0.0; 2] });
        assert!((found.items[0].levels.iter().sum::<f64>() - 1.0).abs() < 1e-9);
    }

    #[test]
    fn where_all_agree_or_a_level_is_never_used_there_is_an_answer() {
        let all_agree: Vec<_> = (0..30).flat_map(|i| [(i, 0, 1), (i, 1, 1)]).collect();
        let found = run(2, 4, &all_agree);
        assert!(found.items[0].levels[1] > 0.5 && found.items[0].place < 0.5, "{:?}", found.items[0]);
        assert!(found.coders[0].shift.mean.abs() < 0.1);
        let skips_two: Vec<_> = (0..30).flat_map(|i| [(i, 0, 3 * (i % 2)), (i, 1, 3 * (i % 2))]).collect();
        let found = run(2, 4, &skips_two);
        assert!(found.items[0].place < 0.4 && found.items[1].place > 0.6);
        let gaps: Vec<f64> = found.scales[0].thresholds.windows(2).map(|t| t[1].mean - t[0].mean).collect();
        assert!(gaps.iter().all(|gap| *gap > 0.0), "{gaps:?}");
    }

    #[test]
    fn a_coder_without_ratings_and_a_scale_without_items_have_their_priors() {
        let codings = Codings {
            coders: 2,
            levels: vec![2, 5],
            items: vec![Item::on(0), Item::on(1)],
            ratings: vec![Rating { item: 0, coder: 0, level: 1 }],
        };
        let model = Model::new(&codings).unwrap();
        let chains: Vec<Chain> = (0..2).map(|n| model.chain(&Innovations::new(1), n, &PLAN)).collect();
        let found = combine(&model, &chains);
        let unrated = &found.items[1];
        assert!(unrated.latent.mean.abs() < 1e-9 && (unrated.place - 0.5).abs() < 0.05, "{unrated:?}");
        assert!(found.coders[1].scales.is_empty());
        assert_eq!(found.coders[1].shift.mean, 0.0);
    }

    #[test]
    fn too_short_a_run_is_not_taken_for_converged() {
        let ratings: Vec<_> = (0..20).flat_map(|i| [(i, 0, i % 3), (i, 1, (i + i / 7) % 3)]).collect();
        let found = run(2, 3, &ratings);
        assert!(!Posterior { draws: 199, divergences: 1, ..found.clone() }.converged(4));
        let apart = Diagnosis { rhat: 1.02, bulk_ess: 1e4, tail_ess: 1e4 };
        assert!(!Posterior { worst: Some(apart), divergences: 0, ..found.clone() }.converged(4));
        let poor = Diagnosis { rhat: 1.0, bulk_ess: 1e4, tail_ess: 399.0 };
        assert!(!Posterior { worst: Some(poor), divergences: 0, ..found.clone() }.converged(4));
        assert!(!Posterior { worst: None, divergences: 0, ..found }.converged(4));
    }
}
