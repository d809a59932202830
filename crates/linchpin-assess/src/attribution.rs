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

mod evidence;
mod game;

use crate::error::Error;
use evidence::Evidence;
use game::{Game, Worth};
use linchpin_dossier::View;
use linchpin_index::column::BLOCK;
use linchpin_index::owen::{self, Coalition};
use linchpin_model::Date;
use linchpin_model::framework::Framework;
use linchpin_model::id::{EntityId, SourceId};
use std::collections::BTreeMap;

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
