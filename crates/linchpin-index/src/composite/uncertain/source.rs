//! Where the numbers of an uncertain index come from: sources, the innovations of each, and choices between alternatives.

use super::prepare::Prepared;
use super::{Uncertainty, Weighing};
use crate::column::{BLOCK, Choice, pick};
use crate::points::Numbers;

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

/// Innovations as they are named, and what they belong to.
#[derive(Default)]
pub(super) struct Named {
    pub names: Vec<String>,
    pub sources: Vec<(Source, Vec<usize>)>,
}

impl Named {
    pub fn innovation(&mut self, source: Source, name: String) -> usize {
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

/// The innovations that choose between alternatives, and how many alternatives each has.
#[derive(Clone, Copy, Default)]
pub(super) struct Choices {
    pub set: Option<(usize, u32)>,
    pub treatment: Option<(usize, u32)>,
    pub normalisation: Option<(usize, u32)>,
    pub aggregation: Option<(usize, u32)>,
    pub weights: Option<(usize, u32)>,
}

impl Choices {
    /// Those that some alternatives need.
    pub fn of(prepared: &Prepared, uncertainty: &Uncertainty, named: &mut Named) -> Choices {
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

    /// The innovations that choose the data and the scale of an indicator.
    pub fn of_indicators(&self) -> impl Iterator<Item = usize> + '_ {
        [self.set, self.treatment, self.normalisation].into_iter().flatten().map(|(at, _)| at)
    }

    /// The innovations that choose the weights and the mean.
    pub fn of_aggregates(&self) -> impl Iterator<Item = usize> + '_ {
        [self.weights, self.aggregation].into_iter().flatten().map(|(at, _)| at)
    }

    /// Which alternative each draw takes; the first, where there is one.
    pub fn pick(which: Option<(usize, u32)>, numbers: &Numbers<'_>) -> Choice {
        let mut choice = [0; BLOCK];
        if let Some((innovation, alternatives)) = which {
            let mut uniforms = [0.0; BLOCK];
            numbers.uniforms(innovation, &mut uniforms);
            pick(&uniforms, alternatives, &mut choice);
        }
        choice
    }

    /// The variant of the data that each draw takes.
    pub fn variant(&self, numbers: &Numbers<'_>) -> Choice {
        let [set, treatment] = [self.set, self.treatment].map(|which| Choices::pick(which, numbers));
        let treatments = self.treatment.map_or(1, |(_, count)| count);
        std::array::from_fn(|i| set[i] * treatments + treatment[i])
    }
}
