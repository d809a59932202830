//! The assessment: scores of all nodes of all cells, comparisons of any two, and who carries what.

use crate::draw::{self, Asked, Bounds, Draws, How, Panel};
use crate::error::Error;
use crate::facts::Facts;
use crate::plan::{MOST_DRAWS, Plan, Point, Proposition, World};
use crate::problem::{Cell, Problem, Selection};
use crate::score::{Carried, Change, Score};
use crate::tie::Setting;
use crate::tree::Child;
use linchpin_dossier::View;
use linchpin_index::engine;
use linchpin_index::summary::{Share, Summary};
use linchpin_model::framework::{Framework, Whose};
use linchpin_model::id::EntityId;
use linchpin_model::statement::Kind;
use linchpin_model::vocabulary::Vocabulary;
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

/// The difference that counts as one (METHOD 26).
pub const THRESHOLD: f64 = 0.02;
/// The coverage from which a leaf belongs to a matched panel (METHOD 27).
const PANEL_COVERAGE: f64 = 0.25;

/// Scores of all nodes and leaves of all cells, drawn together.
pub struct Assessment<'v> {
    cells: Vec<Cell>,
    problem: Problem<'v>,
    framework: &'v Framework,
    draws: Draws,
    panels: Vec<Panel>,
    /// per cell, nodes in the framework's order, then leaves
    scores: Vec<Vec<Score>>,
}

/// Assesses cells by a framework over a view. All cells are drawn together, so that any two may be compared.
///
/// ```
/// # use linchpin_assess::{assess, Cell, Plan};
/// # fn example(view: &linchpin_dossier::View, framework: &linchpin_model::framework::Framework) -> Result<(), linchpin_assess::Error> {
/// let cell = |tie: &str| Cell { tie: tie.into(), as_of: "2021-05-10".parse().unwrap() };
/// let assessment = assess(view, framework, &[cell("USA-JPN"), cell("USA-KOR")], &Plan::default())?;
/// let support = assessment.find("support")?;
/// println!("{:.2}", assessment.score(0, support).mean);
/// # Ok(())
/// # }
/// ```
pub fn assess<'v>(
    view: &'v View<'v>,
    framework: &'v Framework,
    cells: &[Cell],
    plan: &Plan,
) -> Result<Assessment<'v>, Error> {
    let cells: Vec<(usize, Cell)> = cells.iter().map(|cell| (0, cell.clone())).collect();
    assess_worlds(&[World::of(view)], framework, &cells, plan)
}

/// Whether the roots of cells are shown, which depends on evidence alone: nothing is drawn.
pub fn roots_shown(view: &View<'_>, framework: &Framework, cells: &[Cell]) -> Result<Vec<bool>, Error> {
    let cells: Vec<(usize, Cell)> = cells.iter().map(|cell| (0, cell.clone())).collect();
    let mut assessment = undrawn(&[World::of(view)], framework, &cells, &Plan::default())?;
    assessment.scores = (0..cells.len()).map(|cell| assessment.score_cell(cell)).collect();
    assessment.gate(false);
    let root = assessment.root();
    Ok((0..cells.len()).map(|cell| assessment.score(cell, root).shown).collect())
}

/// Assesses cells, each in one of some worlds of one dossier, by a framework. A leaf that a world knows just as the first does
/// is worked out once.
pub fn assess_worlds<'v>(
    worlds: &[World<'v>],
    framework: &'v Framework,
    cells: &[(usize, Cell)],
    plan: &Plan,
) -> Result<Assessment<'v>, Error> {
    let mut assessment = undrawn(worlds, framework, cells, plan)?;
    let propositions = plan.ask.iter().map(|asked| assessment.bounds(asked)).collect::<Result<_, _>>()?;
    let panels = assessment.panels.clone();
    let asked = Asked { panels, propositions, threshold: THRESHOLD as f32 };
    let draws = engine::Draws {
        count: plan.draws.into(),
        precision: plan.precision,
        most: plan.precision.map_or(plan.draws, |_| MOST_DRAWS).into(),
    };
    let how = How { draws, seed: plan.seed, still: &plan.still };
    assessment.draws = draw::draw(&assessment.problem, framework, &how, asked);
    assessment.scores = (0..cells.len()).map(|cell| assessment.score_cell(cell)).collect();
    assessment.gate(plan.trajectory);
    Ok(assessment)
}

/// An assessment before anything is drawn: the cells compiled, without scores.
fn undrawn<'v>(
    worlds: &[World<'v>],
    framework: &'v Framework,
    cells: &[(usize, Cell)],
    plan: &Plan,
) -> Result<Assessment<'v>, Error> {
    if cells.is_empty() || cells.iter().any(|(world, _)| *world >= worlds.len()) {
        return Err(Error::NoCells);
    }
    if plan.draws < 100 {
        return Err(Error::TooFewDraws(plan.draws));
    }
    let views: Vec<&View> = worlds.iter().map(|world| world.view).collect();
    let known = Facts::of_worlds(&views).into_iter().zip(worlds);
    let selections = known.map(|(facts, world)| Selection { facts, without: world.without }).collect();
    let problem = Problem::compile_worlds(selections, framework, cells, &|_| true)?;
    let panels: Vec<Panel> = plan.changes.iter().map(|&pair| panel(&problem, pair)).collect();
    let none = Draws { values: vec![], changes: vec![], matched: vec![], propositions: vec![] };
    Ok(Assessment {
        cells: cells.iter().map(|(_, cell)| cell.clone()).collect(),
        problem,
        framework,
        draws: none,
        panels,
        scores: vec![],
    })
}

/// A node or leaf of an assessment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Slot(usize);

impl<'v> Assessment<'v> {
    /// The cells, as asked.
    pub fn cells(&self) -> &[Cell] {
        &self.cells
    }

    /// The framework.
    pub fn framework(&self) -> &'v Framework {
        self.framework
    }

    /// All nodes, parents before their children where the framework file has it so.
    pub fn nodes(&self) -> impl Iterator<Item = Slot> + use<'v> {
        (0..self.problem.tree.nodes.len()).map(Slot)
    }

    /// All leaves.
    pub fn leaves(&self) -> impl Iterator<Item = Slot> + use<'v> {
        let nodes = self.problem.tree.nodes.len();
        (nodes..nodes + self.problem.tree.leaves.len()).map(Slot)
    }

    /// The dossier's words.
    pub fn vocabulary(&self) -> &'v Vocabulary {
        self.problem.facts.vocabulary
    }

    /// Whether a leaf is another, or lies below a node.
    pub fn is_below(&self, leaf: Slot, slot: Slot) -> bool {
        self.leaf(leaf).is_some_and(|leaf| self.leaves_below(slot).contains(&leaf))
    }

    /// The root.
    pub fn root(&self) -> Slot {
        Slot(self.problem.tree.nodes.iter().position(|n| n.is_root).unwrap_or_default())
    }

    /// The node or leaf of a path such as `convergence/means`, or of its last part where that is unique.
    pub fn find(&self, path: &str) -> Result<Slot, Error> {
        let all: Vec<(Slot, &str)> =
            self.nodes().chain(self.leaves()).map(|slot| (slot, self.path(slot))).collect();
        if let Some((slot, _)) = all.iter().find(|(_, p)| *p == path) {
            return Ok(*slot);
        }
        let mut ending = all.iter().filter(|(_, p)| p.rsplit('/').next() == Some(path));
        match (ending.next(), ending.next()) {
            (Some((slot, _)), None) => Ok(*slot),
            _ => Err(Error::no_node(path, all.iter().map(|(_, p)| *p))),
        }
    }

    /// What [`Assessment::find`] finds, or the root where nothing is named.
    pub fn find_or_root(&self, path: Option<&str>) -> Result<Slot, Error> {
        path.map_or_else(|| Ok(self.root()), |path| self.find(path))
    }

    /// The path of a node or leaf.
    pub fn path(&self, slot: Slot) -> &str {
        match self.leaf(slot) {
            Some(leaf) => &self.problem.tree.leaves[leaf].path,
            None => &self.problem.tree.nodes[slot.0].path,
        }
    }

    /// Children of a node, in the framework's order; none of a leaf.
    pub fn children(&self, slot: Slot) -> Vec<Slot> {
        let nodes = self.problem.tree.nodes.len();
        self.problem.tree.nodes.get(slot.0).map_or(vec![], |n| {
            n.children
                .iter()
                .map(|c| match c {
                    Child::Node(n) => Slot(*n),
                    Child::Leaf(l) => Slot(nodes + l),
                })
                .collect()
        })
    }

    /// The weight of each child of a node in a cell; they sum to 1.
    pub fn weights(&self, cell: usize, slot: Slot) -> Vec<f64> {
        let (tie, date) = self.problem.cells[cell];
        if self.leaf(slot).is_some() {
            return vec![];
        }
        let weights = self.problem.weights_at(tie, slot.0, date);
        let sum: f64 = weights.iter().sum();
        weights.into_iter().map(|w| if sum > 0.0 { w / sum } else { 0.0 }).collect()
    }

    /// The place of a leaf's indicator in the framework; `None` for a node.
    pub fn indicator(&self, slot: Slot) -> Option<usize> {
        self.leaf(slot).map(|leaf| self.problem.tree.leaves[leaf].indicator)
    }

    /// The states that a selector of a leaf stands for in the tie of a cell, or the one that it names; none for the tie
    /// itself.
    pub fn states_of<'w>(&'w self, cell: usize, leaf: Slot, whose: &'w Whose) -> Vec<&'w EntityId> {
        let (tie, _) = self.problem.cells[cell];
        let capital = self.leaf(leaf).and_then(|leaf| self.problem.tree.leaves[leaf].capital);
        let (tie, vocabulary) = (&self.problem.ties[tie].tie, self.problem.facts.vocabulary);
        Setting { vocabulary, tie, capital }.states_of(whose)
    }

    fn applies(&self, cell: usize, slot: Slot) -> bool {
        self.leaf(slot).is_none_or(|leaf| self.problem.applies(self.problem.cells[cell].0, leaf))
    }

    /// The score of a node or leaf in a cell.
    pub fn score(&self, cell: usize, slot: Slot) -> &Score {
        &self.scores[cell][slot.0]
    }

    /// The mean of a node or leaf in a cell, and its intervals, which are worked out when they are asked for.
    pub fn summary(&self, cell: usize, slot: Slot) -> Summary {
        self.draws.values[cell][slot.0].summary()
    }

    /// The draws that were made.
    pub fn draws(&self) -> u64 {
        self.draws.values[0][0].moments.count
    }

    /// How far the mean and the ends of the intervals of any shown score may be off for want of draws.
    pub fn monte_carlo_error(&self) -> f64 {
        let errors = self.scores.iter().zip(&self.draws.values).flat_map(|(scores, tallies)| {
            scores.iter().zip(tallies).filter(|(score, _)| score.shown).map(|(_, t)| t.monte_carlo_error())
        });
        errors.fold(0.0, f64::max)
    }

    /// The probability of the n-th proposition of the plan.
    pub fn probability(&self, asked: usize) -> Share {
        self.draws.propositions[asked].shares().above
    }

    /// The difference of a node or leaf between the cells of the n-th planned pair, the second less the first, over common
    /// draws (METHOD 26, 27).
    pub fn change(&self, planned: usize, slot: Slot) -> Change {
        let panel = &self.panels[planned];
        let [from, to] = panel.cells;
        let all = &self.draws.changes[planned][slot.0];
        let matched = self.draws.matched[planned].get(slot.0).filter(|tally| tally.moments.count > 0);
        let effective_leaves = self
            .leaves_below(slot)
            .into_iter()
            .filter(|&leaf| panel.known[leaf])
            .map(|leaf| {
                let coverage = |cell: usize| {
                    let (tie, date) = self.problem.cells[cell];
                    self.problem.coverage(tie, leaf, date)
                };
                coverage(from).min(coverage(to))
            })
            .sum();
        Change {
            mean: all.moments.mean,
            all: all.shares(),
            matched: matched.map(|tally| tally.shares()),
            effective_leaves,
        }
    }

    fn bounds(&self, asked: &Proposition) -> Result<Bounds, Error> {
        let point = |point: &Point| Ok((point.cell, self.find(&point.path)?.0));
        Ok(Bounds {
            of: point(&asked.of)?,
            at_least: asked.at_least.map(|x| x as f32),
            at_most: asked.at_most.map(|x| x as f32),
            above: asked.exceeds.as_ref().map(point).transpose()?,
        })
    }

    /// Every statement that carries a node or leaf in a cell, in the order of leaves.
    pub fn carried(&self, cell: usize, slot: Slot) -> Vec<Carried> {
        let shares = self.shares(cell, slot);
        let total: f64 = shares.values().map(|(_, in_node)| in_node).sum();
        let carried = |(&(leaf, fact, source), &(in_leaf, in_node)): (&(usize, usize, u32), &(f64, f64))| {
            let statement = self.problem.facts.all[fact].statement;
            Carried {
                statement: statement.id.clone(),
                kind: statement.claim.kind(),
                source: self.problem.facts.sources[source as usize].clone(),
                leaf: self.problem.tree.leaves[leaf].path.clone(),
                in_leaf,
                in_node: if total > 0.0 { in_node / total } else { 0.0 },
            }
        };
        shares.iter().map(carried).collect()
    }

    /// The share of the evidence of a node that each kind of statement carries.
    pub fn by_kind(&self, cell: usize, slot: Slot) -> BTreeMap<Kind, f64> {
        let mut shares = BTreeMap::new();
        for carried in self.carried(cell, slot) {
            *shares.entry(carried.kind).or_default() += carried.in_node;
        }
        shares
    }

    /// By leaf, fact and source: the share in the leaf, and the share in the node before it is made to sum to 1.
    fn shares(&self, cell: usize, slot: Slot) -> BTreeMap<(usize, usize, u32), (f64, f64)> {
        let (tie, date) = self.problem.cells[cell];
        let mut shares: BTreeMap<(usize, usize, u32), (f64, f64)> = BTreeMap::new();
        for (leaf, weight) in self.effective_weights(cell, slot) {
            for carrier in self.problem.carriers(tie, leaf, date) {
                let share = shares.entry((leaf, carrier.fact, carrier.source)).or_default();
                share.0 += carrier.share;
                share.1 += weight * carrier.share;
            }
        }
        shares
    }

    /// Leaves below a node with their weight in it times their coverage.
    fn effective_weights(&self, cell: usize, slot: Slot) -> Vec<(usize, f64)> {
        let (tie, date) = self.problem.cells[cell];
        if let Some(leaf) = self.leaf(slot) {
            return vec![(leaf, 1.0)];
        }
        let mut found = vec![];
        let mut open = vec![(slot, 1.0)];
        while let Some((slot, weight)) = open.pop() {
            match self.leaf(slot) {
                Some(leaf) => found.push((leaf, weight * self.problem.coverage(tie, leaf, date))),
                None => open.extend(
                    self.children(slot)
                        .into_iter()
                        .zip(self.weights(cell, slot))
                        .map(|(child, share)| (child, weight * share)),
                ),
            }
        }
        found.sort_by_key(|(leaf, _)| *leaf);
        found
    }

    fn leaf(&self, slot: Slot) -> Option<usize> {
        slot.0.checked_sub(self.problem.tree.nodes.len())
    }

    fn leaves_below(&self, slot: Slot) -> Vec<usize> {
        match self.leaf(slot) {
            Some(leaf) => vec![leaf],
            None => self.problem.tree.leaves_below(slot.0),
        }
    }

    fn score_cell(&self, cell: usize) -> Vec<Score> {
        let (tie, date) = self.problem.cells[cell];
        let of_leaf: Vec<BTreeSet<u32>> = (0..self.problem.tree.leaves.len())
            .map(|leaf| self.problem.carriers(tie, leaf, date).into_iter().map(|c| c.source).collect())
            .collect();
        let slots: Vec<Slot> = self.nodes().chain(self.leaves()).collect();
        slots.into_par_iter().map(|slot| self.score_slot(cell, slot, &of_leaf)).collect()
    }

    fn score_slot(&self, cell: usize, slot: Slot, sources_of_leaf: &[BTreeSet<u32>]) -> Score {
        let (tie, date) = self.problem.cells[cell];
        let leaves: Vec<usize> =
            self.leaves_below(slot).into_iter().filter(|&l| self.problem.applies(tie, l)).collect();
        let known = leaves.iter().filter(|&&l| self.problem.coverage(tie, l, date) > 0.0).count();
        let coverage = match self.leaf(slot) {
            Some(leaf) => self.problem.coverage(tie, leaf, date),
            None => self.effective_weights(cell, slot).iter().map(|(_, weight)| weight).sum(),
        };
        let used: BTreeSet<u32> = leaves.iter().flat_map(|&l| &sources_of_leaf[l]).copied().collect();
        let sources = used.into_iter().map(|s| self.problem.facts.sources[s as usize].clone()).collect();
        Score {
            // there is none before anything is drawn
            mean: self.draws.values.get(cell).map_or(f64::NAN, |values| values[slot.0].moments.mean),
            coverage,
            leaves: (known, leaves.len()),
            sources,
            shown: known > 0,
            needed: 0.0,
            applies: self.applies(cell, slot),
        }
    }

    /// Which nodes are shown: enough coverage and leaves; along a trajectory, in the band below the bound, what was
    /// shown at the date before stays so; the root where all its children are. Leaves are shown where there is evidence.
    fn gate(&mut self, trajectory: bool) {
        let gate = self.framework.gate;
        let mut by_time: Vec<usize> = (0..self.cells.len()).collect();
        by_time.sort_by_key(|&c| self.problem.cells[c]);
        let mut before: BTreeMap<(usize, Slot), bool> = BTreeMap::new();
        for cell in by_time {
            let tie = self.problem.cells[cell].0;
            for node in self.problem.tree.order.clone() {
                let slot = Slot(node);
                let children_shown = self.children(slot).iter().all(|c| self.scores[cell][c.0].shown);
                let score = &self.scores[cell][node];
                let bound = match before.get(&(tie, slot)).filter(|_| trajectory) {
                    Some(true) => gate.coverage - gate.hysteresis,
                    Some(false) | None => gate.coverage,
                };
                let shown = if self.problem.tree.nodes[node].is_root {
                    children_shown
                } else {
                    score.coverage >= bound && score.leaves.0 >= gate.leaves.min(score.leaves.1)
                };
                before.insert((tie, slot), shown);
                let score = &mut self.scores[cell][node];
                score.shown = shown;
                score.needed = if self.problem.tree.nodes[node].is_root { 0.0 } else { bound };
            }
        }
    }
}

fn panel(problem: &Problem, (from, to): (usize, usize)) -> Panel {
    let cells = [problem.cells[from], problem.cells[to]];
    let known = (0..problem.tree.leaves.len())
        .map(|leaf| cells.iter().all(|&(tie, date)| problem.coverage(tie, leaf, date) >= PANEL_COVERAGE))
        .collect();
    Panel { cells: [from, to], known }
}
