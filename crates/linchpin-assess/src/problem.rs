//! The assessment as arrays: every leaf of every tie with its states, ready to be drawn.

use crate::error::Error;
use crate::facts::Facts;
use crate::forms::{Carrier, Form, Formed, Known, form};
use crate::readings::{LeafState, unmultiplied};
use crate::tie::Tie;
use crate::tree::{Child, Tree};
use linchpin_index::reading::{CODER_EFFECT_SD, SOURCE_EFFECT_SD};
use linchpin_model::Date;
use linchpin_model::framework::Framework;
use linchpin_model::id::{EntityId, IndicatorId};
use std::collections::BTreeMap;

/// A tie at a date.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Cell {
    /// the tie
    pub tie: EntityId,
    /// the date of validity
    pub as_of: Date,
}

/// Mean and variance of a leaf, before the beta distribution makes them fit.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Moments {
    pub mean: f64,
    pub variance: f64,
}

/// One tie's leaves and weights in one world.
#[derive(Clone)]
pub(crate) struct TieProblem {
    pub tie: Tie,
    /// one form for each leaf of the tree
    pub forms: Vec<Form>,
    /// for each leaf, the first tie that has this very form: this one, or the same in the first world
    pub origins: Vec<usize>,
    /// for each node of the tree, its children's weights in this tie
    pub weights: Vec<Vec<f64>>,
    /// for each leaf, its weight as salience has it, for each date
    pub salience: Vec<Vec<f64>>,
}

/// What a world knows, in the same places in all of them, and an indicator that it does without.
pub(crate) struct Selection<'v> {
    pub facts: Facts<'v>,
    pub without: Option<&'v IndicatorId>,
}

/// Everything that draws need.
#[derive(Clone)]
pub(crate) struct Problem<'v> {
    pub facts: Facts<'v>,
    pub tree: Tree,
    pub dates: Vec<Date>,
    /// the dates under whose names residuals are drawn: their own, unless dates are to share them
    pub drawn_as: Vec<Date>,
    pub states: Vec<LeafState>,
    /// names of the states, under which their innovations are drawn
    pub names: Vec<String>,
    pub ties: Vec<TieProblem>,
    /// (tie, date) of each cell
    pub cells: Vec<(usize, usize)>,
}

/// No leaf is quite 0 or 1, also where two sides stand at the same place or a list is complete (METHOD 11).
const CERTAIN: [f64; 2] = [0.02, 0.98];
/// The mean of a leaf without evidence is drawn towards this by two virtual siblings (METHOD 16).
pub(crate) const UNINFORMED: f64 = 0.5;
/// The standard deviation of a leaf without evidence (METHOD 16).
pub(crate) const MISSING_SD: f64 = 0.25;

impl<'v> Problem<'v> {
    /// Compiles a framework over facts for some cells.
    pub fn compile(facts: Facts<'v>, framework: &Framework, cells: &[Cell]) -> Result<Problem<'v>, Error> {
        Self::compile_leaves(facts, framework, cells, &|_| true)
    }

    /// The same for the wanted leaves alone.
    pub fn compile_leaves(
        facts: Facts<'v>,
        framework: &Framework,
        cells: &[Cell],
        wanted: &dyn Fn(usize) -> bool,
    ) -> Result<Problem<'v>, Error> {
        let cells: Vec<(usize, Cell)> = cells.iter().map(|cell| (0, cell.clone())).collect();
        Self::compile_worlds(vec![Selection { facts, without: None }], framework, &cells, wanted)
    }

    /// Compiles cells in several worlds, of which there is at least one.
    pub fn compile_worlds(
        mut worlds: Vec<Selection<'v>>,
        framework: &Framework,
        cells: &[(usize, Cell)],
        wanted: &dyn Fn(usize) -> bool,
    ) -> Result<Problem<'v>, Error> {
        let mut dates: Vec<Date> = cells.iter().map(|(_, cell)| cell.as_of).collect();
        dates.sort();
        dates.dedup();
        let tree = Tree::of(framework);
        let vocabulary = worlds[0].facts.vocabulary;
        let asked = ties_in_worlds(cells);
        let find = |(_, id): &(usize, &EntityId)| {
            Tie::find(vocabulary, id).ok_or_else(|| Error::no_tie(id, vocabulary))
        };
        let found = asked.iter().map(find).collect::<Result<Vec<Tie>, _>>()?;
        let known = |((world, _), tie)| Known { tie, world, facts: &worlds[world].facts };
        let known: Vec<Known> = asked.iter().copied().zip(&found).map(known).collect();
        let Formed { forms, origins, states, names } = form(&known, framework, &tree, &dates, wanted);
        let mut ties = vec![];
        for (((tie, forms), origins), (world, _)) in found.into_iter().zip(forms).zip(origins).zip(&asked) {
            let without = worlds[*world].without;
            let weights = tree.all_weights_for(framework, &tie, vocabulary, without);
            let salience = forms.iter().map(|f| leaf_salience(f, &states, dates.len())).collect();
            ties.push(TieProblem { tie, forms, origins, weights, salience });
        }
        let place = |(world, cell): &(usize, Cell)| {
            let tie = asked.iter().position(|asked| *asked == (*world, &cell.tie)).unwrap_or_default();
            (tie, dates.binary_search(&cell.as_of).unwrap_or_default())
        };
        let cells = cells.iter().map(place).collect();
        let facts = worlds.swap_remove(0).facts;
        Ok(Problem { facts, tree, drawn_as: dates.clone(), dates, states, names, ties, cells })
    }

    /// The same problem with other states, for experiments.
    pub fn with_states(&self, states: Vec<LeafState>) -> Problem<'v> {
        Problem { states, ..self.clone() }
    }

    /// Mean and variance of a leaf at a date under one of the nine multipliers; `None` without evidence.
    pub fn moments(&self, tie: usize, leaf: usize, date: usize, by: usize) -> Option<Moments> {
        let moments = self.plain_moments(tie, leaf, date, by)?;
        Some(Moments { mean: moments.mean.clamp(CERTAIN[0], CERTAIN[1]), ..moments })
    }

    fn plain_moments(&self, tie: usize, leaf: usize, date: usize, by: usize) -> Option<Moments> {
        if !self.applies(tie, leaf) {
            return None;
        }
        match &self.ties[tie].forms[leaf] {
            Form::State(state) => self.state_moments(*state, date, by),
            Form::Gap(a, b) => {
                let (first, second) = (self.state_moments(*a, date, by)?, self.state_moments(*b, date, by)?);
                let shared = self.shared_covariance(*a, *b, date, by);
                Some(Moments {
                    mean: 1.0 - (first.mean - second.mean).abs(),
                    variance: (first.variance + second.variance - 2.0 * shared).max(1e-9),
                })
            }
            Form::Alone(at) => at[date].as_ref().map(|a| Moments { mean: a.mean, variance: a.variance }),
        }
    }

    /// A state's mean and P = C + Σ A² var(b) (METHOD 13).
    pub fn state_moments(&self, state: usize, date: usize, by: usize) -> Option<Moments> {
        let solved = &self.states[state].solved[by];
        let count = self.dates.len();
        solved.informed(date).then(|| {
            let shared: f64 = self
                .shared_weights(state, date, by)
                .map(|(effect, weight)| weight * weight * effect.variance())
                .sum();
            Moments {
                mean: solved.mean[date],
                variance: (solved.covariance[date * count + date] + shared).max(1e-9),
            }
        })
    }

    /// The weights of the sources and coders whose errors a state shares with others.
    pub fn shared_weights(
        &self,
        state: usize,
        date: usize,
        by: usize,
    ) -> impl Iterator<Item = (Effect, f64)> + '_ {
        let solved = &self.states[state].solved[by];
        let sources = self.facts.sources.len() as u32;
        let coders = self.facts.coders.len() as u32;
        let of_sources = solved.by_source[date].iter().filter(move |(id, _)| *id < sources);
        let of_coders = solved.by_coder[date].iter().filter(move |(id, _)| *id < coders);
        of_sources
            .map(|(id, weight)| (Effect::Source(*id), *weight))
            .chain(of_coders.map(|(id, weight)| (Effect::Coder(*id), *weight)))
    }

    fn shared_covariance(&self, a: usize, b: usize, date: usize, by: usize) -> f64 {
        let of_b: BTreeMap<Effect, f64> = self.shared_weights(b, date, by).collect();
        self.shared_weights(a, date, by)
            .filter_map(|(effect, weight)| of_b.get(&effect).map(|other| weight * other * effect.variance()))
            .sum()
    }

    /// The mean that a leaf without evidence is given: its informed siblings', drawn towards one half (METHOD 16).
    pub fn missing_mean(&self, tie: usize, leaf: usize, date: usize) -> f64 {
        let mean = |sibling| self.moments(tie, sibling, date, unmultiplied()).map(|m| m.mean);
        drawn_to_half(self.tree.siblings(leaf).filter_map(mean))
    }

    /// How well a leaf is covered by evidence: 1 − min(1, 12 P), and 0 without any (METHOD 16).
    pub fn coverage(&self, tie: usize, leaf: usize, date: usize) -> f64 {
        self.moments(tie, leaf, date, unmultiplied()).map_or(0.0, |m| 1.0 - (12.0 * m.variance).min(1.0))
    }

    /// Whether a leaf's indicator says anything about a tie.
    pub fn applies(&self, tie: usize, leaf: usize) -> bool {
        let parent = self.tree.leaves[leaf].parent;
        let place = self.tree.nodes[parent].children.iter().position(|c| *c == Child::Leaf(leaf));
        place.is_some_and(|place| self.ties[tie].weights[parent][place] > 0.0)
    }

    /// Weights of a node's children at a date: as the framework has them, times twice the mean salience of positions.
    pub fn weights_at(&self, tie: usize, node: usize, date: usize) -> Vec<f64> {
        let problem = &self.ties[tie];
        self.tree.nodes[node]
            .children
            .iter()
            .zip(&problem.weights[node])
            .map(|(child, weight)| match child {
                Child::Leaf(leaf) => weight * problem.salience[*leaf][date],
                Child::Node(_) => *weight,
            })
            .collect()
    }

    /// Who carries a leaf at a date, with shares that sum to 1; empty without evidence.
    pub fn carriers(&self, tie: usize, leaf: usize, date: usize) -> Vec<Carrier> {
        if !self.applies(tie, leaf) {
            return vec![];
        }
        match &self.ties[tie].forms[leaf] {
            Form::State(state) => self.state_carriers(*state, date, 1.0),
            Form::Gap(a, b) => {
                let mut both = self.state_carriers(*a, date, 0.5);
                let second = self.state_carriers(*b, date, 0.5);
                if both.is_empty() || second.is_empty() {
                    return vec![];
                }
                both.extend(second);
                both
            }
            Form::Alone(at) => at[date].as_ref().map_or(vec![], |a| a.carriers.clone()),
        }
    }

    fn state_carriers(&self, state: usize, date: usize, total: f64) -> Vec<Carrier> {
        let leaf = &self.states[state];
        let weights = &leaf.solved[unmultiplied()].weights[date];
        let sum: f64 =
            weights.iter().zip(&leaf.carriers).filter(|(_, c)| !c.is_empty()).map(|(w, _)| w.abs()).sum();
        if sum <= 0.0 {
            return vec![];
        }
        weights
            .iter()
            .zip(&leaf.carriers)
            .filter(|(weight, _)| **weight != 0.0)
            .flat_map(|(weight, shares)| {
                let weight = total * weight.abs() / sum;
                shares.iter().map(move |s| Carrier {
                    fact: s.fact,
                    source: s.source,
                    share: weight * s.share,
                })
            })
            .collect()
    }
}

/// The mean of some, drawn towards one half (METHOD 16).
pub(crate) fn drawn_to_half(known: impl Iterator<Item = f64>) -> f64 {
    let (sum, count) = known.fold((0.0, 0.0), |(sum, count), mean| (sum + mean, count + 1.0));
    (sum + 2.0 * UNINFORMED) / (count + 2.0)
}

/// An error shared by everything that one source says, or one coder codes (METHOD 12).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Effect {
    Source(u32),
    Coder(u32),
}

impl Effect {
    pub fn sd(self) -> f64 {
        match self {
            Effect::Source(_) => SOURCE_EFFECT_SD,
            Effect::Coder(_) => CODER_EFFECT_SD,
        }
    }

    fn variance(self) -> f64 {
        self.sd() * self.sd()
    }
}

/// The ties of some cells, each with its world: first those of the first world, also where only another asks for one.
fn ties_in_worlds(cells: &[(usize, Cell)]) -> Vec<(usize, &EntityId)> {
    let mut found: Vec<(usize, &EntityId)> = vec![];
    let first = cells.iter().map(|(_, cell)| (0, &cell.tie));
    for tie in first.chain(cells.iter().map(|(world, cell)| (*world, &cell.tie))) {
        if !found.contains(&tie) {
            found.push(tie);
        }
    }
    found
}

/// Only gaps weigh by salience: how much their issue matters to both sides, against a middling ½ (METHOD 17).
fn leaf_salience(form: &Form, states: &[LeafState], dates: usize) -> Vec<f64> {
    match form {
        Form::Gap(a, b) => (0..dates).map(|d| states[*a].salience[d] + states[*b].salience[d]).collect(),
        _ => vec![1.0; dates],
    }
}
