//! Why a score changed: Owen values of time, new facts, revised data and method, and inside facts and data of sources
//! (METHOD 29).
//!
//! A coalition of causes has a worth: the mean score as the assessment would give it with these causes and no others.
//!
//! - *time* passes: what is known grows old, and governments change. Without it the score is as of the earlier date, and facts
//!   that are new count as if they had begun by then, so that what they say is theirs and what age does is time's;
//! - *new facts* began after the earlier date;
//! - *revised data* tell of the time before, and became known since; what is no longer held counts here too;
//! - the *method* is the framework.
//!
//! Draws are fixed: every coalition is worked out with the same random numbers. A leaf depends on few causes only, and is
//! solved once for each subset of these; [`linchpin_index::coalition`] does the rest.

use crate::draw::floored_log;
use crate::error::Error;
use crate::errors::errors;
use crate::facts::{Fact, Facts, has_begun};
use crate::innovations::Names;
use crate::layout::{Common, LeafPlan, leaf_plan, leaf_tables, missing_leaf};
use crate::problem::{Cell, Problem, drawn_to_half};
use crate::readings::unmultiplied;
use crate::tie::Tie;
use crate::tree::{self, Tree};
use crate::unused;
use linchpin_dossier::View;
use linchpin_index::coalition::{self, Block as Drawn, Child, Node, spread};
use linchpin_index::column::{BLOCK, Table};
use linchpin_index::owen::{self, Coalition};
use linchpin_index::points::{Numbers, Streams};
use linchpin_model::Date;
use linchpin_model::edtf::{END, Edtf};
use linchpin_model::framework::Framework;
use linchpin_model::id::{EntityId, SourceId};
use linchpin_model::statement::Statement;
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

/// Where a change starts or ends.
#[derive(Clone, Copy)]
pub struct Side<'v> {
    /// what may be known
    pub view: &'v View<'v>,
    /// the framework
    pub framework: &'v Framework,
    /// the date of validity
    pub as_of: Date,
}

/// A group of causes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Why {
    /// what is known grows old, and governments change
    Time,
    /// what began since
    NewFacts,
    /// what became known since about the time before
    RevisedData,
    /// another framework
    Method,
}

/// What a cause contributes to a change.
#[derive(Clone, Debug, PartialEq)]
pub struct Contribution {
    /// its group
    pub why: Why,
    /// the source, of facts and data
    pub source: Option<SourceId>,
    /// what it adds to the score
    pub value: f64,
    /// standard error, where orders of causes are sampled
    pub error: Option<f64>,
}

/// A change and what makes it up.
#[derive(Clone, Debug, PartialEq)]
pub struct Attribution {
    /// path of the node
    pub node: String,
    /// the mean score before, over these draws
    pub from: f64,
    /// the mean score after
    pub to: f64,
    /// contributions, by group and source; they sum to the difference
    pub contributions: Vec<Contribution>,
    /// the draws
    pub draws: usize,
}

/// Pairs of orders that are sampled where there are more causes than [`owen::EXACT`].
const ORDERS: usize = 200;

/// Attributes the change of some nodes of a tie, given by their paths, over as many draws at least.
pub fn attribute(
    tie: &EntityId,
    before: Side,
    after: Side,
    paths: &[&str],
    draws: usize,
    seed: u64,
) -> Result<Vec<Attribution>, Error> {
    let methods = if same_method(before.framework, after.framework) {
        vec![after.framework]
    } else {
        vec![before.framework, after.framework]
    };
    let evidence = Evidence::of(before, after);
    let games: Vec<Game> = methods
        .iter()
        .map(|framework| Game::of(tie, &evidence, framework, paths))
        .collect::<Result<_, _>>()?;
    let causes = evidence.causes(methods.len() > 1);
    let unions = unions(&causes);
    let blocks = draws.div_ceil(BLOCK);
    let worths: Vec<Worth> = games.into_iter().map(|game| game.worth(blocks, seed)).collect();
    let attribution =
        |(at, path): (usize, &&str)| {
            // the method, if it changed, is the last cause
            let worth = |coalition: Coalition| {
                let data = coalition & !(1 << evidence.players());
                worths[usize::from(data != coalition)].of(data, at)
            };
            let all = (1 << causes.len()) - 1;
            let values = if causes.len() <= owen::EXACT {
                let table: Vec<f64> = (0..=all).map(worth).collect();
                owen::exact(&unions, &table).into_iter().map(|value| (value, None)).collect()
            } else {
                let sampled = owen::sampled(&unions, worth, ORDERS, seed);
                sampled.into_iter().map(|(value, error)| (value, Some(error))).collect::<Vec<_>>()
            };
            let contribution = |((why, source), (value, error)): (&(Why, Option<SourceId>), _)| {
                Contribution { why: *why, source: source.clone(), value, error }
            };
            let mut contributions: Vec<Contribution> = causes.iter().zip(values).map(contribution).collect();
            contributions.sort_by_key(|c| c.why);
            let (from, to) = (worth(0), worth(all));
            Attribution { node: path.to_string(), from, to, contributions, draws: blocks * BLOCK }
        };
    Ok(paths.iter().enumerate().map(attribution).collect())
}

fn same_method(a: &Framework, b: &Framework) -> bool {
    (&a.id, a.version) == (&b.id, b.version)
}

fn unions(causes: &[(Why, Option<SourceId>)]) -> Vec<Vec<usize>> {
    let mut unions: BTreeMap<Why, Vec<usize>> = BTreeMap::new();
    causes.iter().enumerate().for_each(|(at, (why, _))| unions.entry(*why).or_default().push(at));
    unions.into_values().collect()
}

/// The player that stands for time.
const TIME: usize = 0;

/// When a piece of evidence counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum When {
    Always,
    /// with a player
    With(usize),
    /// without a player: it is no longer held
    Without(usize),
}

/// All evidence of both sides, and which cause brings it.
struct Evidence<'v> {
    facts: Facts<'v>,
    /// for each fact and each of its sources
    when: Vec<Vec<When>>,
    /// for each fact that begins after the earlier date, the same as if it had begun by then
    earlier: Vec<Option<Statement>>,
    dates: [Date; 2],
    /// facts and data by source; time comes before them
    sources: Vec<(Why, u32)>,
}

impl<'v> Evidence<'v> {
    fn of(before: Side<'v>, after: Side<'v>) -> Evidence<'v> {
        let facts = Facts::of(after.view);
        let held = Facts::of(before.view);
        let known: BTreeMap<_, &Fact> = held.all.iter().map(|fact| (&fact.statement.id, fact)).collect();
        let has = |fact: &Fact, source: u32| fact.sources.iter().any(|(own, _)| *own == source);
        let mut sources: Vec<(Why, u32)> = vec![];
        let mut player = |why: Why, source: u32| {
            let at = sources.iter().position(|known| *known == (why, source)).unwrap_or_else(|| {
                sources.push((why, source));
                sources.len() - 1
            });
            at + 1
        };
        let mut when: Vec<Vec<When>> = vec![];
        for fact in &facts.all {
            let begun = has_begun(fact.statement, before.as_of);
            let was_known = |source: u32| known.get(&fact.statement.id).is_some_and(|old| has(old, source));
            let of_source = |(source, _): &(u32, usize)| match (begun, was_known(*source)) {
                (true, true) => When::Always,
                (true, false) => When::With(player(Why::RevisedData, *source)),
                (false, _) => When::With(player(Why::NewFacts, *source)),
            };
            when.push(fact.sources.iter().map(of_source).collect());
        }
        let mut all = facts.all.clone();
        let now: BTreeSet<_> = facts.all.iter().map(|fact| &fact.statement.id).collect();
        for fact in held.all.iter().filter(|fact| !now.contains(&fact.statement.id)) {
            let gone = |(source, _): &(u32, usize)| When::Without(player(Why::RevisedData, *source));
            when.push(fact.sources.iter().map(gone).collect());
            let coder = facts.coders.iter().position(|coder| *coder == held.coders[fact.coder as usize]);
            all.push(Fact { coder: coder.unwrap_or_default() as u32, ..fact.clone() });
        }
        let earlier = all.iter().map(|fact| begun_by(fact.statement, before.as_of)).collect();
        let dates = [before.as_of, after.as_of];
        Evidence { facts: facts.with(all), when, earlier, dates, sources }
    }

    /// Time, facts and data.
    fn players(&self) -> usize {
        1 + self.sources.len()
    }

    fn causes(&self, method: bool) -> Vec<(Why, Option<SourceId>)> {
        let of_source =
            |(why, source): &(Why, u32)| (*why, Some(self.facts.sources[*source as usize].clone()));
        let mut causes = vec![(Why::Time, None)];
        causes.extend(self.sources.iter().map(of_source));
        causes.extend(method.then_some((Why::Method, None)));
        causes
    }

    /// What a coalition knows.
    fn known_to(&self, coalition: Coalition) -> Facts<'_> {
        let is_in = |player: usize| coalition >> player & 1 == 1;
        let counts = |when: &When| match when {
            When::Always => true,
            When::With(player) => is_in(*player),
            When::Without(player) => !is_in(*player),
        };
        let fact = |(at, fact): (usize, &Fact<'v>)| {
            let told = fact.sources.iter().zip(&self.when[at]).filter(|(_, when)| counts(when));
            let sources: Vec<_> = told.map(|(source, _)| *source).collect();
            let statement = match &self.earlier[at] {
                Some(earlier) if !is_in(TIME) => earlier,
                _ => fact.statement,
            };
            (!sources.is_empty()).then_some(Fact { statement, sources, coder: fact.coder })
        };
        self.facts.with(self.facts.all.iter().enumerate().filter_map(fact).collect())
    }

    /// For each leaf of a framework the players that it depends on. Balances of events are pooled over all ties.
    fn of_leaves(&self, framework: &Framework, tree: &Tree, tie: &Tie) -> Vec<Coalition> {
        let all_ties = Tie::all(self.facts.vocabulary);
        let of_leaf = |leaf: &tree::TreeLeaf| {
            let pooled = framework.indicator[leaf.indicator].balance.is_some();
            let ties = all_ties.iter().filter(|other| pooled || other.id == tie.id);
            let taken = ties.flat_map(|tie| unused::taken(&self.facts, framework, tie, leaf));
            let players = taken.flat_map(|fact| &self.when[fact]).filter_map(|when| match when {
                When::Always => None,
                When::With(player) | When::Without(player) => Some(*player),
            });
            players.fold(1 << TIME, |all, player| all | (1 << player))
        };
        tree.leaves.iter().map(of_leaf).collect()
    }
}

/// A statement as if what it says had begun by a date; `None` where it had.
fn begun_by(statement: &Statement, date: Date) -> Option<Statement> {
    if has_begun(statement, date) {
        return None;
    }
    let last = statement.valid.last_day().max(date);
    let valid = match last {
        last if last == date => date.to_string(),
        END => format!("{date}/.."),
        last => format!("{date}/{last}"),
    };
    let valid: Edtf = valid.parse().ok()?;
    Some(Statement { valid, ..statement.clone() })
}

/// The tie under one framework, every leaf solved for each subset of its causes.
struct Game {
    tree: coalition::Tree,
    /// by leaf and place of the subset: its plan, and a factor on its weight
    solved: Vec<Vec<(LeafPlan, f32)>>,
    names: Names,
    /// in the order of the framework's nodes, not the tree's
    common: Common,
    order: Vec<usize>,
}

/// A leaf solved from what a coalition knows.
struct Solved {
    tables: Vec<Table>,
    /// the mean that siblings without evidence look to; `None` without evidence
    mean: Option<f64>,
    factor: f32,
}

impl Game {
    fn of(tie: &EntityId, evidence: &Evidence, framework: &Framework, paths: &[&str]) -> Result<Game, Error> {
        let vocabulary = evidence.facts.vocabulary;
        let found = Tie::find(vocabulary, tie).ok_or_else(|| Error::no_tie(tie, vocabulary))?;
        let tree = Tree::of(framework);
        let own = evidence.of_leaves(framework, &tree, &found);
        let mut wanted: BTreeMap<Coalition, BTreeSet<usize>> = BTreeMap::new();
        for (leaf, players) in own.iter().enumerate() {
            for subset in 0..1 << players.count_ones() {
                wanted.entry(spread(*players, subset)).or_default().insert(leaf);
            }
        }
        let problems: BTreeMap<Coalition, (Problem, BTreeMap<usize, Solved>)> = wanted
            .into_par_iter()
            .map(|(coalition, leaves)| {
                let as_of = evidence.dates[(coalition >> TIME & 1) as usize];
                let cell = Cell { tie: tie.clone(), as_of };
                let facts = evidence.known_to(coalition);
                let wanted = |leaf: usize| leaves.contains(&leaf);
                let mut problem = Problem::compile_leaves(facts, framework, &[cell], &wanted)?;
                // both dates draw the same residual, so that their difference is not the noise of draws
                problem.drawn_as = vec![evidence.dates[1]];
                let solved = leaves.iter().map(|leaf| (*leaf, Solved::of(&problem, *leaf))).collect();
                Ok((coalition, (problem, solved)))
            })
            .collect::<Result<_, Error>>()?;
        let mut names = Names::default();
        let common = Common::of(&tree, &mut names);
        let errors: BTreeMap<Coalition, _> = problems
            .iter()
            .map(|(coalition, (problem, _))| (*coalition, errors(problem, &mut names)))
            .collect();
        let solved = |leaf: usize, coalition: Coalition| &problems[&(coalition & own[leaf])].1[&leaf];
        // what a leaf without evidence is like depends on its siblings
        let may_be_missing = |leaf: usize| {
            let players = own[leaf];
            (0..1 << players.count_ones()).any(|subset| solved(leaf, spread(players, subset)).mean.is_none())
        };
        let with_siblings = |leaf: usize| {
            let all = tree.siblings(leaf).fold(own[leaf], |all, sibling| all | own[sibling]);
            if may_be_missing(leaf) { all } else { own[leaf] }
        };
        let players: Vec<Coalition> = (0..tree.leaves.len()).map(with_siblings).collect();
        let plan = |leaf: usize, coalition: Coalition, names: &mut Names| {
            let own_part = coalition & own[leaf];
            let Solved { tables, mean, factor } = solved(leaf, coalition);
            let plan = if mean.is_some() {
                let problem = &problems[&own_part].0;
                leaf_plan(problem, framework, &errors[&own_part], (0, leaf, 0), tables.clone(), names)
            } else {
                let known = tree.siblings(leaf).filter_map(|sibling| solved(sibling, coalition).mean);
                missing_leaf(&tree.leaves[leaf].path, tie, drawn_to_half(known), names)
            };
            (plan, *factor)
        };
        let solved = (0..tree.leaves.len())
            .map(|leaf| {
                let subsets = 0..1usize << players[leaf].count_ones();
                subsets.map(|subset| plan(leaf, spread(players[leaf], subset), &mut names)).collect()
            })
            .collect();
        let wanted = paths
            .iter()
            .map(|path| {
                let at = tree.order.iter().position(|node| tree.nodes[*node].path == *path);
                at.ok_or_else(|| Error::no_node(path, tree.nodes.iter().map(|node| node.path.as_str())))
            })
            .collect::<Result<Vec<_>, _>>()?;
        let nodes = tree.order.iter().map(|node| game_node(&tree, *node)).collect();
        let order = tree.order.clone();
        let tree = coalition::Tree { players: evidence.players(), leaves: players, nodes, wanted };
        Ok(Game { tree, solved, names, common, order })
    }

    fn worth(self, blocks: usize, seed: u64) -> Worth {
        let streams = self.names.streams(seed);
        if self.tree.players <= owen::EXACT {
            return Worth::All(coalition::worth(&self.tree, blocks, |block| self.block(&streams, block)));
        }
        let blocks = (0..blocks).into_par_iter().map(|block| self.block(&streams, block)).collect();
        Worth::One { tree: self.tree, blocks }
    }

    fn block(&self, streams: &Streams, block: usize) -> Drawn {
        let mut numbers = Numbers::of(streams);
        numbers.at(block as u64);
        let weights = self.common.draw_weights(&mut numbers);
        let exponents = self.common.draw_exponents(&mut numbers).to_vec();
        let mut value = |(plan, factor): &(LeafPlan, f32)| {
            let mut values = plan.values(&self.common, &mut numbers);
            plan.move_goalposts(&mut numbers, &mut values);
            (floored_log(&values), *factor)
        };
        let leaves = self.solved.iter().map(|leaf| leaf.iter().map(&mut value).collect()).collect();
        Drawn { leaves, weights: self.order.iter().map(|node| weights[*node].clone()).collect(), exponents }
    }
}

impl Solved {
    fn of(problem: &Problem, leaf: usize) -> Solved {
        let parent = problem.tree.leaves[leaf].parent;
        let node = &problem.tree.nodes[parent];
        let place =
            node.children.iter().position(|child| *child == tree::Child::Leaf(leaf)).unwrap_or_default();
        Solved {
            tables: leaf_tables(problem, 0, leaf, 0),
            mean: problem.moments(0, leaf, 0, unmultiplied()).map(|m| m.mean),
            factor: (problem.weights_at(0, parent, 0)[place] / node.weights[place]) as f32,
        }
    }
}

fn game_node(tree: &Tree, node: usize) -> Node {
    let child = |child: &tree::Child| match child {
        tree::Child::Leaf(leaf) => Child::Leaf(*leaf),
        tree::Child::Node(below) => {
            Child::Node(tree.order.iter().position(|other| other == below).unwrap_or_default())
        }
    };
    let node = &tree.nodes[node];
    Node { children: node.children.iter().map(child).collect(), exponent: usize::from(node.is_root) }
}

/// The worth of coalitions: of all, or worked out as they are asked for.
enum Worth {
    All(Vec<Vec<f64>>),
    One { tree: coalition::Tree, blocks: Vec<Drawn> },
}

impl Worth {
    fn of(&self, coalition: Coalition, wanted: usize) -> f64 {
        match self {
            Worth::All(worth) => worth[wanted][coalition as usize],
            Worth::One { tree, blocks } => coalition::worth_of(tree, blocks, coalition)[wanted],
        }
    }
}
