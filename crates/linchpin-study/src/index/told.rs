//! An index as a reader is told of it.

use super::input::Input;
use linchpin_index::composite::aggregate::Aggregate;
use linchpin_index::composite::build::{Built, Impute, Method, Step};
use linchpin_index::composite::combine::{Level, Weights};
use linchpin_index::composite::components::components;
use linchpin_index::composite::describe::cronbach;
use linchpin_index::composite::impute::Middle;
use linchpin_index::composite::matrix::Matrix;
use linchpin_index::composite::rank::ranks;
use linchpin_index::composite::transform::Mark;
use serde::Serialize;

/// What a step did.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(tag = "step", rename_all = "snake_case")]
pub enum Done {
    /// indicators were divided by the size of the unit
    Denominate {
        /// how many
        indicators: usize,
    },
    /// gaps were filled
    Impute {
        /// by what: `none`, `mean`, `median`, `group_mean`, `group_median`, `multiple`
        by: &'static str,
        /// gaps before
        before: usize,
        /// gaps after
        after: usize,
        /// completed data sets, where values were drawn
        sets: Option<usize>,
    },
    /// units of which too little is known were dropped
    Screen {
        /// how many
        dropped: usize,
        /// how many are left
        left: usize,
    },
    /// outliers were treated
    Treat {
        /// indicators with outliers
        outlying: usize,
        /// indicators with points drawn in
        winsorised: usize,
        /// points drawn in
        points: usize,
        /// indicators of which a logarithm or power was taken
        transformed: usize,
    },
    /// indicators were put on one scale
    Normalise {
        /// those of which less is better
        reversed: usize,
    },
    /// aggregates were made
    Aggregate {
        /// where the weights come from: `given`, `equal`, `pca`, `benefit`
        weights: &'static str,
        /// how: one for all levels, or one each from below
        means: Vec<String>,
    },
}

/// A unit in its place.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Ranked {
    /// its code
    pub unit: String,
    /// its name
    pub name: String,
    /// 1 for the best; units with one score share the best rank of theirs; none without a score
    pub rank: Option<usize>,
    /// the score of the root
    pub score: Option<f64>,
    /// the scores of the other aggregates, in the order of [`super::Answer::aggregates`] after the root
    pub aggregates: Vec<Option<f64>>,
    /// where values were drawn: the least and the greatest rank among the completed data sets
    pub rank_range: Option<[usize; 2]>,
}

/// An aggregate and what holds its children together.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Aggregated {
    /// its code
    pub code: String,
    /// its name
    pub name: String,
    /// its level
    pub level: usize,
    /// its children
    pub children: usize,
    /// Cronbach's α of its children; none where there is but one, or none of them varies
    pub alpha: Option<f64>,
    /// the share of variance that the first principal component of its children explains
    pub explained: Option<f64>,
    /// how its children became one
    pub by: &'static str,
}

/// A value, or none where it is missing.
pub fn some(value: f64) -> Option<f64> {
    (!value.is_nan()).then_some(value)
}

/// What each step did.
pub fn steps(input: &Input, method: &Method, built: &Built) -> Vec<Done> {
    let mut before = &input.indicators;
    let mut told = vec![];
    for stage in &built.stages {
        told.push(match stage.step {
            Step::Denominate => Done::Denominate { indicators: input.divided_by.iter().flatten().count() },
            Step::Impute => impute(method, before, &stage.data),
            Step::Screen => {
                let left = stage.units.len();
                Done::Screen { dropped: before.units() - left, left }
            }
            Step::Treat => treat(built),
        });
        before = &stage.data;
    }
    told.push(Done::Normalise { reversed: input.directions.iter().filter(|it| **it < 0.0).count() });
    let weights = match method.weights {
        Weights::Given(_) => "given",
        Weights::Equal => "equal",
        Weights::Components => "pca",
        Weights::Benefit(_) => "benefit",
    };
    let means = method.levels.iter().map(|level| mean_name(level.method)).collect();
    told.push(Done::Aggregate { weights, means });
    told
}

fn impute(method: &Method, before: &Matrix, after: &Matrix) -> Done {
    let (by, sets) = match method.impute {
        Impute::None => ("none", None),
        Impute::Column(Middle::Mean) => ("mean", None),
        Impute::Column(Middle::Median) => ("median", None),
        Impute::Group(Middle::Mean) => ("group_mean", None),
        Impute::Group(Middle::Median) => ("group_median", None),
        Impute::Multiple { sets, .. } => ("multiple", Some(sets)),
    };
    Done::Impute { by, before: before.gaps(), after: after.gaps(), sets }
}

fn treat(built: &Built) -> Done {
    let count =
        |which: fn(&Mark) -> bool| built.treatments.iter().filter(|of| of.marks.iter().any(which)).count();
    let drawn = |mark: &Mark| matches!(mark, Mark::High | Mark::Low);
    Done::Treat {
        outlying: built.treatments.iter().filter(|of| !of.before.passes).count(),
        winsorised: count(drawn),
        points: built.treatments.iter().flat_map(|of| &of.marks).filter(|mark| drawn(mark)).count(),
        transformed: count(|mark| *mark == Mark::Transformed),
    }
}

/// A mean as it is written in a method.
fn mean_name(method: Aggregate) -> String {
    match method {
        Aggregate::Power(p) => format!("genmean:{p}"),
        other => short(other).to_string(),
    }
}

fn short(method: Aggregate) -> &'static str {
    match method {
        Aggregate::Arithmetic => "amean",
        Aggregate::Geometric => "gmean",
        Aggregate::Harmonic => "hmean",
        Aggregate::Power(_) => "genmean",
        Aggregate::Copeland => "copeland",
    }
}

/// The places of the aggregates, the root first and each level in the order of the description.
pub fn from_above(input: &Input) -> Vec<usize> {
    let mut places: Vec<usize> = input.hierarchy.aggregates().collect();
    places.sort_by_key(|&at| std::cmp::Reverse(input.hierarchy.nodes()[at].level));
    places
}

/// The units by their scores.
pub fn ranking(input: &Input, built: &Built) -> Vec<Ranked> {
    let (scores, places) = (&built.combined.scores, from_above(input));
    let of_root = ranks(scores.column(places[0]));
    let ranges: Vec<Vec<(usize, usize)>> = built
        .completed
        .iter()
        .map(|set| {
            let of_set = ranks(set.combined.scores.column(places[0]));
            set.units.iter().copied().zip(of_set).filter_map(|(unit, rank)| Some((unit, rank?))).collect()
        })
        .collect();
    let range = |unit: usize| {
        let mut of_unit: Vec<usize> =
            ranges.iter().flatten().filter(|(u, _)| *u == unit).map(|(_, rank)| *rank).collect();
        of_unit.sort_unstable();
        Some([*of_unit.first()?, *of_unit.last()?])
    };
    let one = |at: usize| {
        let unit = built.units[at];
        Ranked {
            unit: input.units[unit].clone(),
            name: input.unit_names[unit].clone(),
            rank: of_root[at],
            score: some(scores.at(at, places[0])),
            aggregates: places[1..].iter().map(|&place| some(scores.at(at, place))).collect(),
            rank_range: range(unit),
        }
    };
    let mut ranking: Vec<Ranked> = (0..built.units.len()).map(one).collect();
    ranking.sort_by_key(|ranked| ranked.rank.unwrap_or(usize::MAX));
    ranking
}

/// The aggregates, the root first.
pub fn aggregates(input: &Input, method: &Method, built: &Built) -> Vec<Aggregated> {
    let one = |&at: &usize| {
        let node = &input.hierarchy.nodes()[at];
        let level = Level::of(&method.levels, node.level);
        let scores = &built.combined.scores;
        Aggregated {
            code: node.code.clone(),
            name: input.node_names[at].clone(),
            level: node.level,
            children: node.children.len(),
            alpha: some(cronbach(scores, &node.children)),
            explained: components(scores, &node.children).ok().map(|found| found.explained[0]),
            by: if matches!(method.weights, Weights::Benefit(_)) { "benefit" } else { short(level.method) },
        }
    };
    from_above(input).iter().map(one).collect()
}
