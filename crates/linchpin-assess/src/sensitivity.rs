//! What the uncertainty of scores and ranks comes from: Sobol indices of the independent innovations, in groups (METHOD 39).

use crate::draw::{Asked, Drawing};
use crate::error::Error;
use crate::facts::Facts;
use crate::forms::Form;
use crate::innovations::{Innovation, Kind};
use crate::layout::Layout;
use crate::problem::{Cell, Problem};
use linchpin_dossier::View;
use linchpin_index::column::{Column, ranks};
use linchpin_index::engine::{Leaf, Model};
use linchpin_index::points::Numbers;
use linchpin_index::sobol::{self, Design, Indices, evaluations};
use linchpin_model::framework::Framework;
use linchpin_model::id::EntityId;
use std::collections::{BTreeMap, BTreeSet};

/// A group of sources of uncertainty.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Group {
    /// everything of a kind
    Kind(Kind),
    /// the error that everything from a source shares, by the source's id
    Source(String),
    /// what readings leave open about an indicator, by the leaf's path
    Indicator(String),
}

/// What is measured.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Measure {
    /// the score of a node
    Score,
    /// the rank of the alliance among those asked, by the score of a node
    Rank,
}

/// The indices of one score or rank.
#[derive(Clone, Debug, PartialEq)]
pub struct Sensitivity {
    /// the alliance
    pub tie: EntityId,
    /// path of the node
    pub node: String,
    /// score or rank
    pub measure: Measure,
    /// its variance
    pub variance: f64,
    /// first-order and total index of each group, in the order of groups; `None` where it does not vary
    pub groups: Option<Vec<Indices>>,
}

/// The indices of scores and ranks.
#[derive(Clone, Debug, PartialEq)]
pub struct Sensitivities {
    /// kinds, then sources, then indicators
    pub groups: Vec<Group>,
    /// for each alliance and node its score, then, of several alliances, its rank
    pub of: Vec<Sensitivity>,
    /// evaluations that were made
    pub evaluations: usize,
}

/// The indices of some nodes, given by their paths, of all cells; of several cells also of their ranks.
pub fn sensitivity(
    view: &View,
    framework: &Framework,
    cells: &[Cell],
    paths: &[&str],
    design: Design,
) -> Result<Sensitivities, Error> {
    if cells.is_empty() {
        return Err(Error::NoCells);
    }
    let problem = Problem::compile(Facts::of(view), framework, cells)?;
    let node = |path: &&str| {
        let at = problem.tree.nodes.iter().position(|node| node.path == **path);
        at.ok_or_else(|| Error::no_node(path, problem.tree.nodes.iter().map(|node| node.path.as_str())))
    };
    let nodes = paths.iter().map(node).collect::<Result<Vec<_>, _>>()?;
    let drawing = Drawing::of(Layout::of(&problem, framework), None, Asked::default());
    let innovations = &drawing.layout.names.all;
    let (groups, marks): (Vec<Group>, Vec<Vec<bool>>) = groups(&problem, innovations).into_iter().unzip();
    let asked = Scores::of(&drawing, &nodes, cells.len());
    let found = sobol::indices(&asked, innovations.len(), &marks, design);
    let outcomes = asked.measures().zip(found);
    let told = |((cell, node, measure), found): ((usize, usize, Measure), sobol::Sensitivity)| Sensitivity {
        tie: cells[cell].tie.clone(),
        node: paths[node].to_string(),
        measure,
        variance: found.variance,
        groups: found.groups,
    };
    let evaluations = evaluations(groups.len(), design);
    Ok(Sensitivities { of: outcomes.map(told).collect(), groups, evaluations })
}

/// All groups that have an innovation, each with its marks.
fn groups(problem: &Problem, innovations: &[Innovation]) -> Vec<(Group, Vec<bool>)> {
    let leaves_of = leaves_of_states(problem);
    let mut found: BTreeMap<Group, Vec<bool>> = BTreeMap::new();
    for (at, innovation) in innovations.iter().enumerate() {
        let mut mark = |group: Group| found.entry(group).or_insert(vec![false; innovations.len()])[at] = true;
        mark(Group::Kind(innovation.kind));
        match innovation.kind {
            Kind::Sources => mark(Group::Source(innovation.of.clone())),
            Kind::Leaves => match leaves_of.get(innovation.of.as_str()) {
                Some(leaves) => leaves.iter().for_each(|leaf| mark(Group::Indicator(leaf.to_string()))),
                None => mark(Group::Indicator(innovation.of.clone())),
            },
            _ => {}
        }
    }
    found.into_iter().collect()
}

/// For each state, by its name, the paths of the leaves that it makes: a position may serve several.
fn leaves_of_states<'p>(problem: &'p Problem) -> BTreeMap<&'p str, BTreeSet<&'p str>> {
    let mut found: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for tie in &problem.ties {
        for (leaf, form) in problem.tree.leaves.iter().zip(&tie.forms) {
            let states = match form {
                Form::State(state) => vec![*state],
                Form::Gap(a, b) => vec![*a, *b],
                Form::Alone(_) => vec![],
            };
            for state in states {
                found.entry(&problem.names[state]).or_default().insert(&leaf.path);
            }
        }
    }
    found
}

/// Some nodes of all cells, and their ranks.
struct Scores<'d, 'p> {
    drawing: &'d Drawing<'p>,
    nodes: &'d [usize],
    cells: usize,
    outcomes: Vec<f32>,
}

impl<'d, 'p> Scores<'d, 'p> {
    fn of(drawing: &'d Drawing<'p>, nodes: &'d [usize], cells: usize) -> Scores<'d, 'p> {
        let measures = if cells > 1 { 2 } else { 1 };
        Scores { drawing, nodes, cells, outcomes: vec![f32::INFINITY; measures * nodes.len() * cells] }
    }

    /// (cell, node, measure) of each outcome.
    fn measures(&self) -> impl Iterator<Item = (usize, usize, Measure)> + '_ {
        let of = move |measure| {
            (0..self.nodes.len()).flat_map(move |node| (0..self.cells).map(move |cell| (cell, node, measure)))
        };
        of(Measure::Score).chain(of(Measure::Rank)).take(self.outcomes.len())
    }
}

impl Model for Scores<'_, '_> {
    fn leaves(&self) -> &[Leaf] {
        self.drawing.leaves()
    }

    fn combining(&self) -> &[usize] {
        self.drawing.combining()
    }

    fn outcomes(&self) -> &[f32] {
        &self.outcomes
    }

    fn leaf(&self, leaf: usize, numbers: &mut Numbers<'_>, into: &mut [Column]) {
        self.drawing.leaf(leaf, numbers, into);
    }

    fn combine(&self, leaves: &[Column], numbers: &mut Numbers<'_>, into: &mut [Column]) {
        let of_cells = self.drawing.nodes_of_cells(leaves, numbers);
        let (scores, by_rank) = into.split_at_mut(self.nodes.len() * self.cells);
        for (n, node) in self.nodes.iter().enumerate() {
            let own = n * self.cells..(n + 1) * self.cells;
            for (score, nodes) in scores[own.clone()].iter_mut().zip(&of_cells) {
                *score = nodes[*node];
            }
            if !by_rank.is_empty() {
                ranks(&scores[own.clone()], &mut by_rank[own]);
            }
        }
    }
}
