//! The model of an uncertain index: what each draw takes, and from which random numbers.

use super::super::aggregate::Aggregate;
use super::super::build::{Built, Data, Method, located};
use super::super::combine::{Level, check_weights};
use super::super::error::Error;
use super::super::hierarchy::Hierarchy;
use super::super::normalise::{has_no_length, normalise};
use super::super::rank::ranks as nominal_ranks;
use super::super::sums::deviation;
use super::prepare::{Prepared, or, prepare};
use super::scale::{Frame, Scale, taken, there};
use super::{Noise, Uncertainty, Weighing};
use crate::column::{BLOCK, Below, Choice, Column, Mean, means, pick, ranks, shift_and_scale, take_chosen};
use crate::engine::{Leaf, Model};
use crate::points::{Numbers, Streams};
use crate::weights::DirichletTables;

/// A source of uncertainty.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Source {
    /// the weights below an aggregate, by its place
    WeightsBelow(usize),
    /// which of some lists of weights
    WeightSets,
    /// the errors of an indicator, by its place
    Noise(usize),
    /// which of the completed data sets
    Imputation,
    /// which treatment
    Treatment,
    /// which normalisation
    Normalisation,
    /// which mean
    Aggregation,
}

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

/// The innovations that choose between alternatives, and how many alternatives each has.
#[derive(Clone, Copy, Default)]
struct Choices {
    set: Option<(usize, u32)>,
    treatment: Option<(usize, u32)>,
    normalisation: Option<(usize, u32)>,
    aggregation: Option<(usize, u32)>,
    weights: Option<(usize, u32)>,
}

/// An indicator in each draw.
struct Indicator {
    /// for each unit its value by variant: normalised where nothing is added, else in its frame
    values: Vec<Vec<f32>>,
    /// where errors are added
    errors: Option<Errors>,
}

struct Errors {
    /// for each unit the innovation and its standard deviation by variant; none without an error
    noise: Vec<Option<(usize, Vec<f32>)>>,
    /// alternatives of normalisation
    scales: Vec<Scale>,
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

enum Weights {
    Fixed(Vec<f32>),
    /// weight, factor and innovation of each node but the root
    Perturbed(Vec<(f32, f32, usize)>),
    /// for each aggregate its children, the innovation of the first of each and the distribution
    Dirichlet(Vec<(Vec<usize>, Vec<usize>, DirichletTables)>),
    /// by node and set
    Sets(Vec<Vec<f32>>),
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
        let choices = choices(&prepared, uncertainty, &mut named);
        let weights = weights(data.hierarchy, &prepared, uncertainty, &mut named)?;
        let combining = choices.weights.iter().chain(&choices.aggregation).map(|(at, _)| *at);
        let combining: Vec<usize> = combining.chain(weights.innovations()).collect();
        let indicators: Vec<Indicator> = (0..data.hierarchy.indicators())
            .map(|at| indicator(at, data, method, uncertainty, &prepared, &mut named))
            .collect();
        let alternatives: Vec<usize> =
            [choices.set, choices.treatment, choices.normalisation].iter().flatten().map(|(at, _)| *at).collect();
        let units = prepared.nominal.units.len();
        let leaf = |of: &Indicator| {
            let noise = of.errors.iter().flat_map(|errors| errors.noise.iter().flatten().map(|(at, _)| *at));
            Leaf { width: units, innovations: alternatives.iter().copied().chain(noise).collect() }
        };
        let missing = |of: &Indicator| of.values.iter().flatten().any(|value| value.is_nan());
        let dead = |of: &Indicator| of.errors.iter().flat_map(|errors| &errors.scales).any(Scale::may_lose_all);
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
            gaps: indicators.iter().any(|of| missing(of) || dead(of)) || needs_several(method, uncertainty),
            aggregations: aggregations(data.hierarchy, method, uncertainty),
            outcomes: vec![f32::INFINITY; shown.len() * (2 * units + 1)],
            nominal: prepared.nominal,
            hierarchy: data.hierarchy.clone(),
            names: named.names,
            sources: named.sources,
            units,
            indicators,
            weights,
            shown,
            combining,
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

    fn pick(&self, which: Option<(usize, u32)>, numbers: &Numbers<'_>) -> Choice {
        let mut choice = [0; BLOCK];
        if let Some((innovation, alternatives)) = which {
            let mut uniforms = [0.0; BLOCK];
            numbers.uniforms(innovation, &mut uniforms);
            pick(&uniforms, alternatives, &mut choice);
        }
        choice
    }

    /// The variant of the data that each draw takes.
    fn variant(&self, numbers: &Numbers<'_>) -> Choice {
        let (set, treatment) = (self.pick(self.choices.set, numbers), self.pick(self.choices.treatment, numbers));
        let treatments = self.choices.treatment.map_or(1, |(_, count)| count);
        std::array::from_fn(|i| set[i] * treatments + treatment[i])
    }

    fn aggregate(&self, node: usize, below: Below<'_>, chosen: &Choice, spare: &mut [Column], into: &mut [Column]) {
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
        let indicator = &self.indicators[leaf];
        let variant = self.variant(numbers);
        let Some(errors) = &indicator.errors else {
            let normalisation = self.pick(self.choices.normalisation, numbers);
            let ways = self.choices.normalisation.map_or(1, |(_, count)| count);
            let which = std::array::from_fn(|i| variant[i] * ways + normalisation[i]);
            into.iter_mut().zip(&indicator.values).for_each(|(column, values)| *column = taken(values, &which));
            return;
        };
        for ((column, values), noise) in into.iter_mut().zip(&indicator.values).zip(&errors.noise) {
            match noise {
                None => *column = taken(values, &variant),
                Some((innovation, sds)) => {
                    numbers.normals(*innovation, column);
                    if let ([value], [sd]) = (&values[..], &sds[..]) {
                        shift_and_scale(std::slice::from_mut(column), &[*value], &[*sd]);
                    } else {
                        let (value, sd) = (taken(values, &variant), taken(sds, &variant));
                        (0..BLOCK).for_each(|i| column[i] = sd[i].mul_add(column[i], value[i]));
                    }
                }
            }
        }
        let Some((first, others)) = errors.scales.split_first() else { return };
        if others.is_empty() {
            return first.apply(into, &variant);
        }
        let chosen = self.pick(self.choices.normalisation, numbers);
        let values = into.to_vec();
        first.apply(into, &variant);
        let mut spare = values.clone();
        for (k, scale) in others.iter().enumerate() {
            spare.copy_from_slice(&values);
            scale.apply(&mut spare, &variant);
            take_chosen(&chosen, k as u32 + 1, &spare, into);
        }
    }

    fn combine(&self, leaves: &[Column], numbers: &mut Numbers<'_>, into: &mut [Column]) {
        let units = self.units;
        let aggregates = self.hierarchy.aggregates();
        let mut weights = vec![[0.0; BLOCK]; self.hierarchy.nodes().len()];
        self.weights.draw(numbers, &self.pick(self.choices.weights, numbers), &mut weights);
        let chosen = self.pick(self.choices.aggregation, numbers);
        let mut scores = vec![[0.0; BLOCK]; (aggregates.len() + 1) * units];
        let (scores, spare) = scores.split_at_mut(aggregates.len() * units);
        for node in aggregates.clone() {
            let (then, own) = scores.split_at_mut((node - aggregates.start) * units);
            let children = &self.hierarchy.nodes()[node].children;
            let below = Below { first: leaves, then, units, children, weights: &weights, gaps: self.gaps, least: 1.0 };
            self.aggregate(node, below, &chosen, spare, &mut own[..units]);
        }
        for (shown, into) in self.shown.iter().zip(into.chunks_exact_mut(2 * units + 1)) {
            let at = shown.node * units;
            let of = if at < leaves.len() { &leaves[at..at + units] } else { &scores[at - leaves.len()..][..units] };
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
            sum[i] += if off == off { off } else { 0.0 };
            count[i] += if off == off { 1.0 } else { 0.0 };
        }
    }
    std::array::from_fn(|i| sum[i] / count[i])
}

/// Innovations as they are named, and what they belong to.
#[derive(Default)]
struct Named {
    names: Vec<String>,
    sources: Vec<(Source, Vec<usize>)>,
}

impl Named {
    fn innovation(&mut self, source: Source, name: String) -> usize {
        let at = self.names.len();
        self.names.push(name);
        match self.sources.iter_mut().find(|(of, _)| *of == source) {
            Some((_, innovations)) => innovations.push(at),
            None => self.sources.push((source, vec![at])),
        }
        at
    }

    fn choice(&mut self, source: Source, name: &str, alternatives: usize) -> Option<(usize, u32)> {
        (alternatives > 1).then(|| (self.innovation(source, format!("index/{name}")), alternatives as u32))
    }
}

fn choices(prepared: &Prepared, uncertainty: &Uncertainty, named: &mut Named) -> Choices {
    let sets = match &uncertainty.weighing {
        Weighing::Sets(sets) => sets.len(),
        _ => 1,
    };
    Choices {
        set: named.choice(Source::Imputation, "imputation", prepared.sets),
        treatment: named.choice(Source::Treatment, "treatment", prepared.treatments),
        normalisation: named.choice(Source::Normalisation, "normalisation", uncertainty.normalise.len()),
        aggregation: named.choice(Source::Aggregation, "aggregation", uncertainty.levels.len()),
        weights: named.choice(Source::WeightSets, "weights", sets),
    }
}

fn weights(
    hierarchy: &Hierarchy,
    prepared: &Prepared,
    uncertainty: &Uncertainty,
    named: &mut Named,
) -> Result<Weights, Error> {
    let nodes = hierarchy.nodes();
    let given = prepared.nominal.combined.weights.clone().unwrap_or_else(|| vec![1.0; nodes.len()]);
    let name = |child: usize| format!("index/weight/{}", nodes[child].code);
    Ok(match &uncertainty.weighing {
        Weighing::Given => Weights::Fixed(given.iter().map(|weight| *weight as f32).collect()),
        Weighing::Perturbed(factors) => {
            if factors.len() != 1 && factors.len() + 1 != hierarchy.levels() {
                let levels = hierarchy.levels() - 1;
                return Err(Error::MethodsPerLevel { given: factors.len(), levels });
            }
            let one = |child: usize| {
                let parent = nodes[child].parent.unwrap_or(child);
                let factor = if factors.len() == 1 { factors[0] } else { factors[nodes[child].level - 1] };
                let innovation = named.innovation(Source::WeightsBelow(parent), name(child));
                (given[child] as f32, factor as f32, innovation)
            };
            Weights::Perturbed((0..hierarchy.root()).map(one).collect())
        }
        Weighing::Dirichlet(sd) => {
            let mut all = vec![];
            for parent in hierarchy.aggregates() {
                let children = nodes[parent].children.clone();
                let own: Vec<f64> = children.iter().map(|&child| given[child]).collect();
                // without spread there is no distribution
                let tables = DirichletTables::with_spread(&own, sd.max(1e-3));
                let innovations = children
                    .iter()
                    .map(|&child| named.innovation(Source::WeightsBelow(parent), name(child)))
                    .collect();
                all.push((children, innovations, tables));
            }
            Weights::Dirichlet(all)
        }
        Weighing::Sets(sets) => {
            sets.iter().try_for_each(|set| check_weights(hierarchy, set))?;
            let of_node = |node: usize| sets.iter().map(|set| set[node] as f32).collect();
            Weights::Sets((0..nodes.len()).map(of_node).collect())
        }
    })
}

impl Weights {
    fn innovations(&self) -> Vec<usize> {
        match self {
            Weights::Fixed(_) | Weights::Sets(_) => vec![],
            Weights::Perturbed(nodes) => nodes.iter().map(|(.., innovation)| *innovation).collect(),
            Weights::Dirichlet(all) => all.iter().flat_map(|(_, innovations, _)| innovations.clone()).collect(),
        }
    }

    /// Writes the weights of all nodes; those of children count relative to each other.
    fn draw(&self, numbers: &Numbers<'_>, set: &Choice, into: &mut [Column]) {
        match self {
            Weights::Fixed(weights) => into.iter_mut().zip(weights).for_each(|(column, w)| column.fill(*w)),
            Weights::Sets(sets) => into.iter_mut().zip(sets).for_each(|(column, own)| *column = taken(own, set)),
            Weights::Perturbed(nodes) => {
                for (column, (weight, factor, innovation)) in into.iter_mut().zip(nodes) {
                    numbers.uniforms(*innovation, column);
                    let (least, range) = (weight * (1.0 - factor), 2.0 * weight * factor);
                    shift_and_scale(std::slice::from_mut(column), &[least], &[range]);
                }
            }
            Weights::Dirichlet(all) => {
                for (children, innovations, tables) in all {
                    let mut columns = vec![[0.0; BLOCK]; children.len()];
                    let pairs = columns.iter_mut().zip(innovations);
                    pairs.for_each(|(column, innovation)| numbers.normals(*innovation, column));
                    tables.draw(&mut columns);
                    children.iter().zip(columns).for_each(|(&child, column)| into[child] = column);
                }
            }
        }
    }
}

fn aggregations(hierarchy: &Hierarchy, method: &Method, uncertainty: &Uncertainty) -> Vec<Vec<Way>> {
    let alternatives = or(&uncertainty.levels, &method.levels);
    let way = |levels: &[Level], node: usize| {
        let Level { method, available } = Level::of(levels, hierarchy.nodes()[node].level);
        let children = hierarchy.nodes()[node].children.len();
        let enough = |count: &usize| *count as f64 / children as f64 >= available;
        Way { mean: mean(method), least: (1..=children).find(enough).unwrap_or(children) as f32 }
    };
    hierarchy
        .aggregates()
        .map(|node| alternatives.iter().map(|levels| way(levels, node)).collect())
        .collect()
}

fn mean(method: Aggregate) -> Mean {
    match method {
        Aggregate::Arithmetic | Aggregate::Copeland | Aggregate::Power(1.0) => Mean::Arithmetic,
        Aggregate::Geometric | Aggregate::Power(0.0) => Mean::Geometric,
        Aggregate::Harmonic | Aggregate::Power(-1.0) => Mean::Harmonic,
        Aggregate::Power(p) => Mean::Power(p as f32),
    }
}

/// Whether an aggregate may want more than one of its parts.
fn needs_several(method: &Method, uncertainty: &Uncertainty) -> bool {
    or(&uncertainty.levels, &method.levels).iter().flatten().any(|level| level.available > 1.0)
}

fn indicator(
    at: usize,
    data: &Data<'_>,
    method: &Method,
    uncertainty: &Uncertainty,
    prepared: &Prepared,
    named: &mut Named,
) -> Indicator {
    let direction = data.directions[at];
    let units = &prepared.nominal.units;
    let ways: Vec<_> =
        or(&uncertainty.normalise, &method.normalise).iter().map(|of| located(of[at], units)).collect();
    let columns: Vec<&[f64]> = prepared.variants.iter().map(|variant| variant.column(at)).collect();
    let noise = uncertainty.noise.get(at).unwrap_or(&Noise::None);
    let sds: Vec<Vec<f64>> = columns.iter().map(|column| spread(noise, column, units)).collect();
    let noisy = |unit: usize| sds.iter().any(|sds| sds[unit] > 0.0);
    if !(0..units.len()).any(noisy) {
        // nothing is added, so each variant is normalised once
        let normalised: Vec<Vec<f64>> = columns
            .iter()
            .flat_map(|column| ways.iter().map(|&how| normalise(column, direction, how)))
            .collect();
        let values = (0..units.len())
            .map(|unit| one_if_same(normalised.iter().map(|column| column[unit] as f32).collect()))
            .collect();
        return Indicator { values, errors: None };
    }
    let upwards = |column: &&[f64]| -> Vec<f64> { column.iter().map(|x| x * direction).collect() };
    let frames: Vec<Frame> = columns.iter().map(|column| Frame::of(&upwards(column))).collect();
    let each = |of: &dyn Fn(usize) -> f32| one_if_same((0..columns.len()).map(of).collect());
    let values = |unit: usize| each(&|v| frames[v].place(columns[v][unit] * direction));
    let code = &data.hierarchy.nodes()[at].code;
    let mut error = |unit: usize| {
        let name = format!("index/noise/{code}/{}", data.units[units[unit]]);
        noisy(unit).then(|| {
            let sds = (0..columns.len()).map(|v| (sds[v][unit] / frames[v].spread) as f32).collect();
            (named.innovation(Source::Noise(at), name), one_if_same(sds))
        })
    };
    let scale = |&how: &_| {
        let live: Vec<bool> = columns
            .iter()
            .map(|column| !has_no_length(column, &normalise(column, direction, how)))
            .collect();
        Scale::new(how, direction, &frames, &live, there(columns[0]))
    };
    let errors = Errors {
        noise: (0..units.len()).map(&mut error).collect(),
        scales: ways.iter().map(scale).collect(),
    };
    Indicator { values: (0..units.len()).map(values).collect(), errors: Some(errors) }
}

/// The standard deviation of the error of each unit.
fn spread(noise: &Noise, column: &[f64], units: &[usize]) -> Vec<f64> {
    let of_spread = deviation(column);
    let one = |(at, value): (usize, &f64)| match noise {
        Noise::None => 0.0,
        Noise::OfValue(share) => share * value.abs(),
        Noise::OfSpread(share) => share * of_spread,
        Noise::Absolute(sd) => *sd,
        Noise::Each(sds) => sds[units[at]],
    };
    column.iter().enumerate().map(one).map(|sd| if sd.is_nan() { 0.0 } else { sd }).collect()
}

/// One entry where all variants have the same, so that nothing is looked up.
fn one_if_same(values: Vec<f32>) -> Vec<f32> {
    let first = values[0];
    let same = values.iter().all(|value| value.to_bits() == first.to_bits());
    if same { vec![first] } else { values }
}
