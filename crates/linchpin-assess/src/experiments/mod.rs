//! Experiments that show how the method fares.
//!
//! Where the truth is known, because dossiers are drawn from the method's own assumptions, with the readings, sources
//! and dates of a real one, and assessed as if they were real:
//!
//! 1. [`mod@calibration`]: do 90 % intervals hold the truth nine times out of ten, and do they still hold it often
//!    enough where the method's assumptions are wrong by a factor of two?
//! 2. [`mod@placebo`]: where nothing changes but the density of evidence, with or without a press that leans towards
//!    bad news, does the method report a change?
//!
//! And on the real dossier:
//!
//! 3. [`mod@labels`]: would the conclusions come out with other labels or other weights as well?
//! 4. [`mod@vintages`]: does what was known early predict what was read later?

pub mod calibration;
pub mod labels;
pub mod placebo;
mod simulate;
pub mod vintages;

use crate::error::Error;
use crate::facts::Facts;
use crate::problem::{Cell, Problem};
use linchpin_dossier::View;
use linchpin_model::Date;
use linchpin_model::framework::Framework;
use linchpin_model::id::EntityId;
use rayon::prelude::*;
use std::sync::atomic::{AtomicUsize, Ordering};

pub use simulate::World;

/// Draws of each simulated assessment.
pub const DRAWS: u32 = 199;

/// What is asked of an experiment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trial {
    /// the ties
    pub ties: Vec<EntityId>,
    /// the dates, rising
    pub dates: Vec<Date>,
    /// number of simulated dossiers
    pub runs: usize,
    /// the seed
    pub seed: u64,
}

/// Called with the number of runs done.
pub type Progress<'p> = &'p (dyn Fn(usize) + Sync);

fn compile<'v>(view: &'v View<'v>, framework: &Framework, trial: &Trial) -> Result<Problem<'v>, Error> {
    let cells: Vec<Cell> = trial
        .ties
        .iter()
        .flat_map(|tie| trial.dates.iter().map(|as_of| Cell { tie: tie.clone(), as_of: *as_of }))
        .collect();
    if cells.is_empty() {
        return Err(Error::NoCells);
    }
    Problem::compile(Facts::of(view), framework, &cells)
}

/// The root and its children.
fn criteria(problem: &Problem) -> Vec<usize> {
    let nodes = &problem.tree.nodes;
    let root = nodes.iter().position(|n| n.is_root).unwrap_or_default();
    let children = nodes[root].children.iter().filter_map(|c| match c {
        crate::tree::Child::Node(n) => Some(*n),
        crate::tree::Child::Leaf(_) => None,
    });
    [root].into_iter().chain(children).collect()
}

impl Trial {
    /// The seed of one of its runs.
    fn seed_of(&self, run: usize) -> u64 {
        self.seed.wrapping_mul(1_000_003).wrapping_add(run as u64)
    }
}

/// What comes of each of so many runs, in their order.
fn runs<T: Send>(times: usize, progress: Progress, run: impl Fn(usize) -> T + Sync) -> Vec<T> {
    let done = AtomicUsize::new(0);
    (0..times)
        .into_par_iter()
        .map(|number| {
            let result = run(number);
            progress(done.fetch_add(1, Ordering::Relaxed) + 1);
            result
        })
        .collect()
}
