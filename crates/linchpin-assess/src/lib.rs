//! A framework and a view of statements become an assessment: scores with intervals, comparisons, and the statements
//! that carry each score.
//!
//! The way of a number: [`View`](linchpin_dossier::View) → facts (who may be heard on what) → observations (rules applied
//! for a tie) → readings (per source and month) → states of leaves (best linear estimates) → joint draws → scores.
//! `docs/METHOD.md` gives the formulas; this crate compiles them to arrays for `linchpin-index`.

mod assessment;
mod attribution;
mod balance;
mod clock;
mod draw;
mod error;
mod errors;
pub mod experiments;
mod facts;
mod forms;
mod hypotheses;
mod innovations;
mod layout;
mod observe;
mod plan;
mod problem;
mod readings;
mod score;
mod sensitivity;
mod taken;
mod tie;
mod tree;
mod unused;

pub use assessment::{Assessment, Slot, THRESHOLD, assess, assess_worlds, roots_shown};
pub use attribution::{Attribution, Contribution, Side, Why, attribute};
pub use error::Error;
pub use hypotheses::{Hypothesis, hypotheses};
pub use innovations::Kind as Uncertain;
pub use linchpin_index::sobol::{Design, Estimate, Indices};
pub use plan::{MOST_DRAWS, Plan, Point, Proposition, World};
pub use problem::Cell;
pub use score::{Carried, Change, Score};
pub use sensitivity::{Group, Measure, Sensitivities, Sensitivity, sensitivity};
pub use taken::{is_government, is_heard, takes};
pub use tie::{assessable_ties, is_of_part};
pub use unused::{feeding, matching_statements, unused};
