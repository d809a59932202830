//! The model of an uncertain index: what each draw takes, and from which random numbers.

use super::super::aggregate::Aggregate;
use super::super::build::{Built, Data, Method};
use super::super::combine::Level;
use super::super::error::Error;
use super::super::hierarchy::Hierarchy;
use super::super::rank::ranks as nominal_ranks;
use super::Uncertainty;
use super::indicator::{Indicator, indicator};
use super::prepare::{or, prepare};
use super::source::{Choices, Named};
use super::weighing::Weights;
use crate::column::{BLOCK, Below, Choice, Column, Mean, means, ranks, take_chosen};
use crate::engine::{Leaf, Model};
use crate::points::{Numbers, Streams};

pub use super::source::Source;

/// An uncertain index, ready to be drawn. Leaves are the normalised indicators, one column a unit; outcomes are for each
/// node that is shown the scores of all units, their ranks, and the mean over units of the absolute difference from their
/// nominal ranks.
pub struct Drawn {
    hierarchy: Hierarchy,
    units: usize,
    /// codes of the units
    codes: Vec<String>,
    nominal: Built,
    indicators: Vec<Indicator>,
    leaves: Vec<Leaf>,
    weights: Weights,
    /// alternatives of the mean of each aggregate
    aggregations: Vec<Vec<Way>>,
    shown: Vec<Shown>,
    outcomes: Vec<f32>,
    combining: Vec<usize>,
    names: Vec<String>,
    sources: Vec<(Source, Vec<usize>)>,
    choices: Choices,
    gaps: bool,
}

/// An aggregate in one way: the mean, and the least number of parts.
struct Way {
    mean: Mean,
    least: f32,
}

/// A node whose scores are outcomes.
struct Shown {
    node: usize,
    /// not a number where a unit has none
    nominal: Vec<f32>,
}

impl Drawn {
    /// Prepares an index for drawing. `shown` are the nodes whose scores and ranks are wanted.
    ///
    /// # Errors
    /// When the index is not defined for one of the alternatives, or is not one that can be drawn.
    ///
    /// # Panics
    /// When the data, the method or the uncertainty have not one entry for each unit, indicator or node.
    pub fn new(
        data: &Data<'_>,
        method: &Method,
        uncertainty: &Uncertainty,
        shown: &[usize],
    ) -> Result<Drawn, Error> {
        uncertainty.check(method)?;
        let prepared = prepare(data, method, uncertainty)?;
        let mut named = Named::default();
        let choices = Choices::of(&prepared, uncertainty, &mut named);
        let nodes = data.hierarchy.nodes().len();
        let given = prepared.nominal.combined.weights.clone().unwrap_or_else(|| vec![1.0; nodes]);
        let weights = Weights::new(data.hierarchy, &given, &uncertainty.weighing, &mut named)?;
        let indicators: Vec<Indicator> = (0..data.hierarchy.indicators())
            .map(|at| indicator(at, data, method, uncertainty, &prepared, &mut named))
            .collect();
        let units = prepared.nominal.units.len();
        let leaf = |of: &Indicator| Leaf {
            width: units,
            innovations: choices.of_indicators().chain(of.innovations()).collect(),
        };
        let nominal = &prepared.nominal.combined.scores;
        let shown: Vec<Shown> = shown
            .iter()
            .map(|&node| Shown {
                node,
                nominal: nominal_ranks(nominal.column(node))
                    .iter()
                    .map(|rank| rank.map_or(f32::NAN, |rank| rank as f32))
                    .collect(),
            })
            .collect();
        Ok(Drawn {
            codes: prepared.nominal.units.iter().map(|&unit| data.units[unit].clone()).collect(),
            leaves: indicators.iter().map(leaf).collect(),
            gaps: indicators.iter().any(Indicator::has_gaps),
            aggregations: aggregations(data.hierarchy, method, uncertainty),
            outcomes: vec![f32::INFINITY; shown.len() * (2 * units + 1)],
            nominal: prepared.nominal,
            hierarchy: data.hierarchy.clone(),
            names: named.names,
            sources: named.sources,
            units,
            indicators,
            combining: choices.of_aggregates().chain(weights.innovations()).collect(),
            weights,
            shown,
            choices,
        })
    }

    /// The index without uncertainty.
    pub fn nominal(&self) -> &Built {
        &self.nominal
    }

    /// What is aggregated into what.
    pub fn hierarchy(&self) -> &Hierarchy {
        &self.hierarchy
    }

    /// Codes of the units that are drawn.
    pub fn units(&self) -> &[String] {
        &self.codes
    }

    /// The random numbers of a seed: each is named by what it is for, so that another order of units or indicators, or a
    /// source more or less, changes none.
    pub fn streams(&self, seed: u64) -> Streams {
        Streams::named(&self.names, seed)
    }

    /// The sources of uncertainty, and the innovations of each.
    pub fn sources(&self) -> &[(Source, Vec<usize>)] {
        &self.sources
    }

    /// How many innovations there are.
    pub fn innovations(&self) -> usize {
        self.names.len()
    }

    /// The nodes that are shown.
    pub fn shown(&self) -> impl Iterator<Item = usize> + '_ {
        self.shown.iter().map(|shown| shown.node)
    }

    /// The outcome that is the score of a unit at the `k`-th node that is shown.
    pub fn score(&self, k: usize, unit: usize) -> usize {
        k * (2 * self.units + 1) + unit
    }

    /// The outcome that is its rank.
    pub fn rank(&self, k: usize, unit: usize) -> usize {
        self.score(k, unit) + self.units
    }

    /// The outcome that is the mean absolute shift of ranks.
    pub fn shift(&self, k: usize) -> usize {
        self.score(k, 0) + 2 * self.units
    }

    fn aggregate(
        &self,
        node: usize,
        below: Below<'_>,
        chosen: &Choice,
        spare: &mut [Column],
        into: &mut [Column],
    ) {
        let ways = &self.aggregations[node - self.hierarchy.indicators()];
        for (k, way) in ways.iter().enumerate() {
            let below = Below { least: way.least, ..below };
            if k == 0 {
                means(below, way.mean, into);
            } else {
                means(below, way.mean, spare);
                take_chosen(chosen, k as u32, spare, into);
            }
        }
    }
}

impl Model for Drawn {
    fn leaves(&self) -> &[Leaf] {
        &self.leaves
    }

    fn combining(&self) -> &[usize] {
        &self.combining
    }

    fn outcomes(&self) -> &[f32] {
        &self.outcomes
    }

    fn leaf(&self, leaf: usize, numbers: &mut Numbers<'_>, into: &mut [Column]) {
        self.indicators[leaf].draw(&self.choices, numbers, into);
    }

    fn combine(&self, leaves: &[Column], numbers: &mut Numbers<'_>, into: &mut [Column]) {
        let units = self.units;
        let aggregates = self.hierarchy.aggregates();
        let mut weights = vec![[0.0; BLOCK]; self.hierarchy.nodes().len()];
        self.weights.draw(numbers, &Choices::pick(self.choices.weights, numbers), &mut weights);
        let chosen = Choices::pick(self.choices.aggregation, numbers);
        let mut scores = vec![[0.0; BLOCK]; (aggregates.len() + 1) * units];
        let (scores, spare) = scores.split_at_mut(aggregates.len() * units);
        for node in aggregates.clone() {
            let (then, own) = scores.split_at_mut((node - aggregates.start) * units);
            let children = &self.hierarchy.nodes()[node].children;
            let below = Below {
                first: leaves,
                then,
                units,
                children,
                weights: &weights,
                gaps: self.gaps,
                least: 1.0,
            };
            self.aggregate(node, below, &chosen, spare, &mut own[..units]);
        }
        for (shown, into) in self.shown.iter().zip(into.chunks_exact_mut(2 * units + 1)) {
            let at = shown.node * units;
            let of = if at < leaves.len() {
                &leaves[at..at + units]
            } else {
                &scores[at - leaves.len()..][..units]
            };
            let (own, rest) = into.split_at_mut(units);
            own.copy_from_slice(of);
            let (own_ranks, shift) = rest.split_at_mut(units);
            ranks(own, own_ranks);
            shift[0] = shifts(own_ranks, &shown.nominal);
        }
    }
}

/// The mean over units of the absolute difference of ranks; units without a rank do not count.
fn shifts(ranks: &[Column], nominal: &[f32]) -> Column {
    let (mut sum, mut count) = ([0.0f32; BLOCK], [0.0f32; BLOCK]);
    for (ranks, nominal) in ranks.iter().zip(nominal) {
        for i in 0..BLOCK {
            let off = (ranks[i] - nominal).abs();
            sum[i] += if off.is_nan() { 0.0 } else { off };
            count[i] += if off.is_nan() { 0.0 } else { 1.0 };
        }
    }
    std::array::from_fn(|i| sum[i] / count[i])
}

fn aggregations(hierarchy: &Hierarchy, method: &Method, uncertainty: &Uncertainty) -> Vec<Vec<Way>> {
    let alternatives = or(&uncertainty.levels, &method.levels);
    let way = |levels: &[Level], node: usize| {
        let Level { method, available } = Level::of(levels, hierarchy.nodes()[node].level);
        let children = hierarchy.nodes()[node].children.len();
        let enough = |count: &usize| *count as f64 / children as f64 >= available;
        Way { mean: mean(method), least: (1..=children).find(enough).unwrap_or(children) as f32 }
    };
    hierarchy.aggregates().map(|node| alternatives.iter().map(|levels| way(levels, node)).collect()).collect()
}

fn mean(method: Aggregate) -> Mean {
    match method {
        Aggregate::Arithmetic | Aggregate::Copeland | Aggregate::Power(1.0) => Mean::Arithmetic,
        Aggregate::Geometric | Aggregate::Power(0.0) => Mean::Geometric,
        Aggregate::Harmonic | Aggregate::Power(-1.0) => Mean::Harmonic,
        Aggregate::Power(p) => Mean::Power(p as f32),
    }
}
