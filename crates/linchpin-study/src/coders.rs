//! What do several coders together say, and which of them is more reliable?
//!
//! Codings are a dossier's further codings beside its log ([`of_dossier`]), or a table of anybody's ([`of_table`]). The model is
//! that of [`linchpin_index::ordinal`]; its chains run in parallel, and their number is part of the question, so that the
//! number of threads changes nothing.

mod dossier;
mod table;

use crate::setting::Interval;
use crate::validate::Agreement;
use linchpin_index::agreement::{Metric, Stratum, krippendorff};
use linchpin_index::innovation::Innovations;
use linchpin_index::ordinal::{self, CodedItem, Coder, Item, Model, Plan, Posterior, Rating};
use linchpin_index::reading;
use linchpin_index::summary::Summary;
use rayon::prelude::*;
use serde::Serialize;

pub use dossier::of_dossier;
pub use table::{Fault, Flaw, MOST_LEVELS, of_table};

/// The name and version of the answer's shape.
pub const SCHEMA: &str = "linchpin.coders/1";

/// The question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Coders {
    /// draws of all chains together; each chain draws as many, rounded up
    pub draws: u32,
    /// number of chains
    pub chains: u32,
    /// the seed
    pub seed: u64,
}

impl Default for Coders {
    fn default() -> Self {
        Coders { draws: 4000, chains: 4, seed: 1 }
    }
}

/// Codings with the names of what is coded. Coders and items stand in the order of their names, so that the order in which
/// they were read plays no part.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Codings {
    /// the coders' names, rising
    pub coders: Vec<String>,
    /// the scales
    pub scales: Vec<Scale>,
    /// what is coded, by name
    pub items: Vec<Coded>,
}

/// A scale.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Scale {
    /// its name
    pub scale: String,
    /// the names of its levels, rising; two or more
    pub levels: Vec<String>,
}

/// An item with the levels that coders give it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Coded {
    /// its name
    pub item: String,
    /// issue or topic, where it is a statement
    pub about: Option<String>,
    /// which of the scales
    pub scale: usize,
    /// what its levels are called; empty, where as on the scale
    pub words: Vec<String>,
    /// which coder gives it which level, both counted from 0, by coder
    pub given: Vec<(usize, usize)>,
    /// the level that the log has for it
    pub logged: Option<usize>,
}

/// Why there is no answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Error {
    /// nobody gave anything a level
    #[error("there are no codings with a level; a dossier keeps further codings in codings/")]
    NoCodings,
}

/// The answer.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Answer {
    /// [`SCHEMA`]
    pub schema: &'static str,
    /// draws of all chains
    pub draws: usize,
    /// number of chains
    pub chains: u32,
    /// the seed
    pub seed: u64,
    /// levels given
    pub ratings: usize,
    /// whether the chains have converged; if not, no figure is to be relied on
    pub converged: bool,
    /// how they have
    pub diagnosis: Diagnosis,
    /// Krippendorff's ordinal α, each scale a stratum; none where no two coders could disagree
    pub alpha: Option<Agreement>,
    /// the coders, the most reliable first
    pub coders: Vec<CoderTold>,
    /// what coders have in common
    pub hierarchy: Hierarchy,
    /// the scales
    pub scales: Vec<ScaleTold>,
    /// the items, by name
    pub items: Vec<ItemTold>,
}

/// How the chains have converged.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Diagnosis {
    /// greatest rank-normalised split R̂; none where it cannot be told
    pub rhat: Option<f64>,
    /// least effective number of draws for the middle of a distribution
    pub bulk_ess: Option<f64>,
    /// least effective number of draws for the tails
    pub tail_ess: Option<f64>,
    /// paths that ended in a divergence
    pub divergences: usize,
}

/// What coders have in common.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Hierarchy {
    /// typical reliability
    pub reliability: Interval,
    /// spread of reliabilities
    pub reliability_spread: Interval,
    /// spread of shifts of thresholds
    pub shift_spread: Interval,
    /// spread of log gaps between thresholds
    pub gap_spread: Interval,
}

/// A coder.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct CoderTold {
    /// the name
    pub coder: String,
    /// levels given
    pub ratings: usize,
    /// reliability β
    pub reliability: Interval,
    /// by how many levels the coder gives more (above 0, lenient) or less (below 0, strict) than the coders of the same scales
    pub shift: Interval,
    /// probability that the coder is the lenient side
    pub p_lenient: f64,
    /// probability that no other coder is more reliable
    pub p_most_reliable: f64,
    /// on each scale that the coder uses
    pub scales: Vec<CoderOnScale>,
}

/// A coder on a scale.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct CoderOnScale {
    /// the scale
    pub scale: String,
    /// levels given on it
    pub ratings: usize,
    /// thresholds γ of what the coder perceives
    pub thresholds: Vec<Interval>,
    /// thresholds κ = γ/√(1 + β²), which compare with those of the scale
    pub standardised: Vec<Interval>,
}

/// A scale.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ScaleTold {
    /// the scale
    #[serde(flatten)]
    pub of: Scale,
    /// places on the latent axis where the levels from the second on begin, for its coders together
    pub thresholds: Vec<Interval>,
    /// the same for coders like these, however many there were
    pub common: Vec<Interval>,
}

/// An item.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ItemTold {
    /// the name
    pub item: String,
    /// issue or topic, where it is a statement
    pub about: Option<String>,
    /// the scale
    pub scale: String,
    /// who gave it which level
    pub given: Vec<Given>,
    /// its latent place
    pub latent: Interval,
    /// probability of each level
    pub levels: Vec<f64>,
    /// the likeliest level; the lower of two that are equally likely
    pub likeliest: String,
    /// expected place in [0, 1], by the middles of levels
    pub place: f64,
    /// the level of the log, where there is one
    pub logged: Option<Logged>,
}

/// A level that a coder gave.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Given {
    /// who
    pub coder: String,
    /// which level
    pub level: String,
}

/// What the log says of an item.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Logged {
    /// the level
    pub level: String,
    /// the middle of that level, in [0, 1]
    pub place: f64,
    /// the combined place less that of the log
    pub difference: f64,
}

/// Answers the question.
pub fn answer(question: &Coders, codings: &Codings) -> Result<Answer, Error> {
    let data = data(codings);
    // names are resolved when codings are read, so nothing but their lack can be wrong with them
    let model = Model::new(&data).map_err(|_| Error::NoCodings)?;
    let chains = question.chains.max(1);
    let plan = Plan::of(&model, question.draws.div_ceil(chains) as usize);
    let innovations = Innovations::new(question.seed);
    let drawn: Vec<ordinal::Chain> =
        (0..chains as usize).into_par_iter().map(|number| model.chain(&innovations, number, &plan)).collect();
    let found = ordinal::combine(&model, &drawn);
    let mut coders: Vec<CoderTold> =
        codings.coders.iter().zip(&found.coders).map(|(name, coder)| told(name, coder, codings)).collect();
    coders.sort_by(|a, b| b.reliability.mean.total_cmp(&a.reliability.mean));
    Ok(Answer {
        schema: SCHEMA,
        draws: found.draws,
        chains,
        seed: question.seed,
        ratings: data.ratings.len(),
        converged: found.converged(chains as usize),
        diagnosis: diagnosis(&found),
        alpha: krippendorff(&strata(codings), Metric::Ordinal, question.seed).map(Agreement::from),
        coders,
        hierarchy: hierarchy(&found),
        scales: codings.scales.iter().zip(&found.scales).map(|(of, scale)| scale_told(of, scale)).collect(),
        items: codings
            .items
            .iter()
            .zip(&found.items)
            .map(|(of, item)| item_told(of, item, codings))
            .collect(),
    })
}

fn data(codings: &Codings) -> ordinal::Codings {
    let ratings = codings.items.iter().enumerate().flat_map(|(item, coded)| {
        coded.given.iter().map(move |&(coder, level)| Rating { item, coder, level })
    });
    ordinal::Codings {
        coders: codings.coders.len(),
        levels: codings.scales.iter().map(|scale| scale.levels.len()).collect(),
        items: codings.items.iter().map(|coded| Item::on(coded.scale)).collect(),
        ratings: ratings.collect(),
    }
}

/// The items of each scale, with what every coder said.
fn strata(codings: &Codings) -> Vec<Stratum> {
    let mut strata: Vec<Stratum> = vec![vec![]; codings.scales.len()];
    for coded in &codings.items {
        let mut unit = vec![None; codings.coders.len()];
        coded.given.iter().for_each(|&(coder, level)| unit[coder] = Some(level));
        strata[coded.scale].push(unit);
    }
    strata
}

fn intervals(summaries: &[Summary]) -> Vec<Interval> {
    summaries.iter().copied().map(Interval::from).collect()
}

fn diagnosis(found: &Posterior) -> Diagnosis {
    Diagnosis {
        // chains that each stay at one place have no finite R̂, and JSON no infinity
        rhat: found.worst.map(|worst| worst.rhat).filter(|rhat| rhat.is_finite()),
        bulk_ess: found.worst.map(|worst| worst.bulk_ess),
        tail_ess: found.worst.map(|worst| worst.tail_ess),
        divergences: found.divergences,
    }
}

fn hierarchy(found: &Posterior) -> Hierarchy {
    let of = found.hierarchy;
    Hierarchy {
        reliability: of.reliability.into(),
        reliability_spread: of.reliability_spread.into(),
        shift_spread: of.shift_spread.into(),
        gap_spread: of.gap_spread.into(),
    }
}

fn told(name: &str, coder: &Coder, codings: &Codings) -> CoderTold {
    let scales: Vec<CoderOnScale> = coder
        .scales
        .iter()
        .map(|on| CoderOnScale {
            scale: codings.scales[on.scale].scale.clone(),
            ratings: on.ratings,
            thresholds: intervals(&on.thresholds),
            standardised: intervals(&on.standardised),
        })
        .collect();
    CoderTold {
        coder: name.into(),
        ratings: scales.iter().map(|on| on.ratings).sum(),
        reliability: coder.reliability.into(),
        shift: coder.shift.into(),
        p_lenient: coder.lenient,
        p_most_reliable: coder.most_reliable,
        scales,
    }
}

fn scale_told(of: &Scale, scale: &ordinal::Scale) -> ScaleTold {
    ScaleTold { of: of.clone(), thresholds: intervals(&scale.thresholds), common: intervals(&scale.common) }
}

fn item_told(of: &Coded, item: &CodedItem, codings: &Codings) -> ItemTold {
    let Scale { scale, levels } = &codings.scales[of.scale];
    let levels = if of.words.is_empty() { levels } else { &of.words };
    let given = of
        .given
        .iter()
        .map(|&(coder, level)| Given { coder: codings.coders[coder].clone(), level: levels[level].clone() });
    let logged = of.logged.map(|level| {
        let (place, _) = reading::level(level + 1, levels.len(), false);
        Logged { level: levels[level].clone(), place, difference: item.place - place }
    });
    let likeliest = (0..levels.len()).rev().max_by(|&a, &b| item.levels[a].total_cmp(&item.levels[b]));
    ItemTold {
        item: of.item.clone(),
        about: of.about.clone(),
        scale: scale.clone(),
        given: given.collect(),
        latent: item.latent.into(),
        levels: item.levels.clone(),
        likeliest: likeliest.map_or(String::new(), |level| levels[level].clone()),
        place: item.place,
        logged,
    }
}
