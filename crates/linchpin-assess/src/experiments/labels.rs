//! Experiment 3, the label placebo: would the conclusions come out whatever the labels?
//!
//! A conclusion says that a node of one cell lies above that of another, or above or below a bound. It is put to the
//! leaves' means (no draws: the question is what carries it, not how sure it is). Conclusions that compare two alliances
//! must reverse where the alliances are swapped. Where values are permuted among the cells of each indicator, or weights
//! are drawn anew, or both, it is counted how often all conclusions that hold come out together.

use super::{Progress, runs};
use crate::error::Error;
use crate::facts::Facts;
use crate::problem::{Cell, Problem};
use crate::readings::unmultiplied;
use crate::tree::Child;
use linchpin_dossier::View;
use linchpin_index::innovation::{Innovations, Numbers};
use linchpin_index::mean::power_mean;
use linchpin_model::framework::Framework;
use linchpin_model::id::EntityId;

/// A conclusion about a node.
#[derive(Clone, Debug, PartialEq)]
pub struct Conclusion {
    /// the node's or leaf's path
    pub node: String,
    /// the cell it is about
    pub of: Cell,
    /// what is said of it
    pub says: Says,
}

/// What a conclusion says of a node.
#[derive(Clone, Debug, PartialEq)]
pub enum Says {
    /// at least this
    AtLeast(f64),
    /// at most this
    AtMost(f64),
    /// more than a node of a cell
    Exceeds(String, Cell),
}

/// What became of the conclusions.
#[derive(Clone, Debug, PartialEq)]
pub struct Labels {
    /// conclusions
    pub conclusions: usize,
    /// conclusions that hold on the leaves' means
    pub hold: usize,
    /// of those that hold, the ones that compare a node of two alliances
    pub comparisons: usize,
    /// of these, the ones that reverse where the alliances are swapped
    pub reversed: usize,
    /// share of runs in which all that hold come out together with values permuted within indicators
    pub permuted: f64,
    /// the same with values permuted and weights drawn anew
    pub permuted_and_weighted: f64,
    /// the same with weights drawn anew alone
    pub weighted: f64,
    /// of those that hold, the ones that hold under any weights: leaf by leaf
    pub under_any_weights: usize,
}

/// Exponents below the root and at the root (METHOD 22).
const EXPONENTS: [f64; 2] = [1.0, 0.5];

/// Puts conclusions to swapped, permuted and reweighted leaves.
pub fn labels(
    view: &View,
    framework: &Framework,
    conclusions: &[Conclusion],
    times: usize,
    seed: u64,
    progress: Progress,
) -> Result<Labels, Error> {
    let mut cells: Vec<Cell> = vec![];
    for conclusion in conclusions {
        let other = match &conclusion.says {
            Says::Exceeds(_, other) => Some(other),
            _ => None,
        };
        for cell in [Some(&conclusion.of), other].into_iter().flatten() {
            if !cells.contains(cell) {
                cells.push(cell.clone());
            }
        }
    }
    if cells.is_empty() {
        return Err(Error::NoCells);
    }
    let problem = Problem::compile(Facts::of(view), framework, &cells)?;
    let table = Table::of(&problem, &cells);
    let asked: Vec<Asked> = conclusions.iter().map(|c| table.ask(c, &cells)).collect::<Result<_, _>>()?;
    let values = table.nodes(&table.leaves, &table.weights);
    let holding: Vec<&Asked> = asked.iter().filter(|asked| asked.holds(&values)).collect();
    let compared: Vec<&&Asked> = holding.iter().filter(|asked| asked.compares(&cells)).collect();
    let swapped = table.nodes(&swap(&table.leaves, &cells), &table.weights);
    let together = |leaves: &[Vec<f64>], weights: &[Vec<Vec<f64>>]| {
        let values = table.nodes(leaves, weights);
        holding.iter().all(|asked| asked.holds(&values))
    };
    let outcomes: Vec<[bool; 3]> = runs(times, progress, |run| {
        let mut numbers = Numbers::of(Innovations::new(seed).stream(&format!("labels|{run}")));
        let permuted = table.permuted(&mut numbers);
        let weights = table.weighted(&mut numbers);
        [
            together(&permuted, &table.weights),
            together(&permuted, &weights),
            together(&table.leaves, &weights),
        ]
    });
    let share = |which: usize| outcomes.iter().filter(|o| o[which]).count() as f64 / times.max(1) as f64;
    Ok(Labels {
        conclusions: asked.len(),
        hold: holding.len(),
        comparisons: compared.len(),
        reversed: compared.iter().filter(|asked| asked.reversed(&swapped)).count(),
        permuted: share(0),
        permuted_and_weighted: share(1),
        weighted: share(2),
        under_any_weights: holding.iter().filter(|asked| table.dominates(asked)).count(),
    })
}

/// A conclusion by places: cells, and slots that count nodes first and then leaves.
struct Asked {
    of: (usize, usize),
    says: Bound,
}

enum Bound {
    AtLeast(f64),
    AtMost(f64),
    Exceeds((usize, usize)),
}

impl Asked {
    fn holds(&self, values: &[Vec<f64>]) -> bool {
        let (cell, slot) = self.of;
        let value = values[cell][slot];
        match self.says {
            Bound::AtLeast(bound) => value >= bound,
            Bound::AtMost(bound) => value <= bound,
            Bound::Exceeds((cell, slot)) => value > values[cell][slot],
        }
    }

    fn reversed(&self, values: &[Vec<f64>]) -> bool {
        let (cell, slot) = self.of;
        matches!(self.says, Bound::Exceeds((other, theirs)) if values[cell][slot] < values[other][theirs])
    }

    /// Whether the same node of two alliances on one date is compared.
    fn compares(&self, cells: &[Cell]) -> bool {
        let (cell, slot) = self.of;
        matches!(self.says, Bound::Exceeds((other, theirs))
            if slot == theirs && cells[cell].tie != cells[other].tie && cells[cell].as_of == cells[other].as_of)
    }
}

/// The means of all leaves and the weights of all nodes, by cell.
struct Table<'p, 'v> {
    problem: &'p Problem<'v>,
    leaves: Vec<Vec<f64>>,
    weights: Vec<Vec<Vec<f64>>>,
}

impl<'p, 'v> Table<'p, 'v> {
    fn of(problem: &'p Problem<'v>, cells: &[Cell]) -> Self {
        let tree = &problem.tree;
        let leaf = |cell: usize, leaf: usize| {
            let (tie, date) = problem.cells[cell];
            let known = problem.moments(tie, leaf, date, unmultiplied());
            known.map_or_else(|| problem.missing_mean(tie, leaf, date), |moments| moments.mean)
        };
        let weights = |cell: usize| {
            let (tie, date) = problem.cells[cell];
            (0..tree.nodes.len()).map(|node| problem.weights_at(tie, node, date)).collect()
        };
        let of_cell = |cell: usize| (0..tree.leaves.len()).map(|l| leaf(cell, l)).collect();
        Table {
            problem,
            leaves: (0..cells.len()).map(of_cell).collect(),
            weights: (0..cells.len()).map(weights).collect(),
        }
    }

    fn ask(&self, conclusion: &Conclusion, cells: &[Cell]) -> Result<Asked, Error> {
        let place = |node: &str, cell: &Cell| -> Result<(usize, usize), Error> {
            let at = cells.iter().position(|known| known == cell).unwrap_or_default();
            Ok((at, self.slot(node)?))
        };
        let says = match &conclusion.says {
            Says::AtLeast(bound) => Bound::AtLeast(*bound),
            Says::AtMost(bound) => Bound::AtMost(*bound),
            Says::Exceeds(node, cell) => Bound::Exceeds(place(node, cell)?),
        };
        Ok(Asked { of: place(&conclusion.node, &conclusion.of)?, says })
    }

    fn slot(&self, path: &str) -> Result<usize, Error> {
        let tree = &self.problem.tree;
        let paths = tree.nodes.iter().map(|n| &n.path).chain(tree.leaves.iter().map(|l| &l.path));
        let known: Vec<&str> = paths.map(String::as_str).collect();
        known
            .iter()
            .position(|known| *known == path)
            .ok_or_else(|| Error::NoNode { node: path.into(), known: known.join(", ") })
    }

    /// The value of every node and leaf of every cell.
    fn nodes(&self, leaves: &[Vec<f64>], weights: &[Vec<Vec<f64>>]) -> Vec<Vec<f64>> {
        let tree = &self.problem.tree;
        (0..leaves.len())
            .map(|cell| {
                let mut values = vec![0.0; tree.nodes.len()];
                for &node in &tree.order {
                    let parts: Vec<f64> = tree.nodes[node]
                        .children
                        .iter()
                        .map(|child| match child {
                            Child::Node(n) => values[*n],
                            Child::Leaf(l) => leaves[cell][*l],
                        })
                        .collect();
                    let exponent = EXPONENTS[usize::from(tree.nodes[node].is_root)];
                    let used = &weights[cell][node];
                    if used.iter().sum::<f64>() > 0.0 {
                        values[node] = power_mean(&parts, used, exponent);
                    }
                }
                values.extend(&leaves[cell]);
                values
            })
            .collect()
    }

    /// Values permuted among the cells that a leaf says anything about.
    fn permuted(&self, numbers: &mut Numbers) -> Vec<Vec<f64>> {
        let mut leaves = self.leaves.clone();
        for leaf in 0..self.problem.tree.leaves.len() {
            let mut places: Vec<usize> = (0..leaves.len())
                .filter(|&cell| self.problem.applies(self.problem.cells[cell].0, leaf))
                .collect();
            let values: Vec<f64> = places.iter().map(|&cell| self.leaves[cell][leaf]).collect();
            // Fisher and Yates
            for last in (1..places.len()).rev() {
                places.swap(last, numbers.place(last + 1));
            }
            for (cell, value) in places.into_iter().zip(values) {
                leaves[cell][leaf] = value;
            }
        }
        leaves
    }

    /// Weights drawn evenly from all that sum to 1, the same for all cells; a child without weight in a cell stays so.
    fn weighted(&self, numbers: &mut Numbers) -> Vec<Vec<Vec<f64>>> {
        let drawn: Vec<Vec<f64>> = self
            .problem
            .tree
            .nodes
            .iter()
            .map(|node| node.children.iter().map(|_| -libm::log(numbers.uniform())).collect())
            .collect();
        let of_node = |(own, drawn): (&Vec<f64>, &Vec<f64>)| {
            own.iter().zip(drawn).map(|(own, drawn)| if *own > 0.0 { *drawn } else { 0.0 }).collect()
        };
        self.weights.iter().map(|cell| cell.iter().zip(&drawn).map(of_node).collect()).collect()
    }

    /// Whether a conclusion holds under any weights: for every leaf below the node.
    fn dominates(&self, asked: &Asked) -> bool {
        let (cell, slot) = asked.of;
        let below = |cell: usize, slot: usize| -> Vec<usize> {
            let tree = &self.problem.tree;
            let leaves = match slot.checked_sub(tree.nodes.len()) {
                Some(leaf) => vec![leaf],
                None => tree.leaves_below(slot),
            };
            let applies = |leaf: &usize| self.problem.applies(self.problem.cells[cell].0, *leaf);
            leaves.into_iter().filter(applies).collect()
        };
        let own = below(cell, slot);
        match asked.says {
            Bound::AtLeast(bound) => own.iter().all(|&l| self.leaves[cell][l] >= bound),
            Bound::AtMost(bound) => own.iter().all(|&l| self.leaves[cell][l] <= bound),
            Bound::Exceeds((other, theirs)) if theirs == slot => {
                own.iter().all(|&l| self.leaves[cell][l] >= self.leaves[other][l])
            }
            Bound::Exceeds((other, theirs)) => {
                let greatest = below(other, theirs).into_iter().map(|l| self.leaves[other][l]);
                let greatest = greatest.fold(f64::MIN, f64::max);
                own.iter().all(|&l| self.leaves[cell][l] >= greatest)
            }
        }
    }
}

/// The leaves of each cell taken from the next alliance on the same date.
fn swap(leaves: &[Vec<f64>], cells: &[Cell]) -> Vec<Vec<f64>> {
    let mut ties: Vec<&EntityId> = cells.iter().map(|cell| &cell.tie).collect();
    ties.sort();
    ties.dedup();
    let next = |cell: &Cell| {
        let at = ties.iter().position(|tie| **tie == cell.tie).unwrap_or_default();
        let tie = ties[(at + 1) % ties.len()];
        cells.iter().position(|other| other.tie == *tie && other.as_of == cell.as_of)
    };
    cells.iter().enumerate().map(|(at, cell)| leaves[next(cell).unwrap_or(at)].clone()).collect()
}
