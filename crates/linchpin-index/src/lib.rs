//! The arithmetic of a composite index with uncertainty: arrays of numbers in, arrays of numbers out.
//!
//! From readings of a leaf to its state at the wanted dates ([`state`]), from a state and a standard normal to a value in
//! [0, 1] ([`quantile`]), from values and weights to a node ([`weights`], [`mean`]). All of it is drawn by one engine
//! ([`engine`]): random numbers by name and count ([`innovation`], [`points`]), blocks of draws in vector instructions
//! ([`mod@column`]), and tallies of what is asked ([`tally`]); [`sobol`] says which innovations matter. What causes contribute to a difference is their Owen value ([`owen`],
//! [`coalition`]). Apart from that stand [`ordinal`], what several coders make of the same items, and [`composite`], any index of
//! anyone's tables, step by step.
//!
//! This crate knows nothing of alliances or statements; `linchpin-assess` translates. Values are shares of a
//! scale, 0 to 1, where 1 is resilient; times are years since an epoch of the caller's choice. The same
//! arguments give the same bits on every machine and any number of threads: transcendental functions come from `libm` or
//! are polynomials of operations that IEEE 754 defines, and sums have a fixed order.
//!
//! ```
//! use linchpin_index::innovation::Innovations;
//! use linchpin_index::mean::power_mean;
//! use linchpin_index::quantile::QuantileTable;
//! use linchpin_index::reading::{level, level_variance};
//! use linchpin_index::state::{Clock, MULTIPLIERS, Reading, Sees, Wanted, estimate};
//! use linchpin_index::tally::Tally;
//!
//! // Two sources place a leaf on the fourth and the third of five levels, in 2019 and 2021.
//! let reading = |at: f64, k: usize, source: u32| {
//!     let (value, sd) = level(k, 5, false);
//!     Reading { at, value, variance: level_variance(sd, 1), source, coder: 0, error: source }
//! };
//! let readings = [reading(2019.5, 4, 0), reading(2021.3, 3, 1)];
//!
//! // Its state when the second was just in, and four years of silence later.
//! let clock = Clock { q: 0.04, steps: vec![] };
//! let wanted = [2021.5, 2025.5].map(|at| Wanted { at, sees: Sees::Until(at) });
//! let state = estimate(&readings, &clock, &wanted, MULTIPLIERS[4].0);
//! assert!((state.mean[0] - state.mean[1]).abs() < 1e-3); // silence lowers nothing …
//! assert!(state.covariance[3] > state.covariance[0]); // … but widens the interval
//!
//! // A thousand draws of the leaf, and of its mean with a second leaf that is known to be .8.
//! let table = QuantileTable::beta(state.mean[0], state.covariance[0]);
//! let mut z = [0.0; 1000];
//! Innovations::new(7).stream("leaf/interoperability/USA-JPN").fill(0, &mut z);
//! let mut tally = Tally::default();
//! for z in z {
//!     tally.add(&[power_mean(&[table.at(z), 0.8], &[0.5, 0.5], 1.0) as f32]);
//! }
//! let summary = tally.summary();
//! assert!(summary.i90[0] < summary.i50[0] && summary.i50[1] < summary.i90[1]);
//! assert!((summary.mean - (state.mean[0] + 0.8) / 2.0).abs() < 0.01);
//! ```

pub mod agreement;
pub mod coalition;
pub mod column;
pub mod composite;
pub mod engine;
pub mod events;
mod factor;
pub mod goalpost;
pub mod innovation;
pub mod mean;
pub mod normal;
pub mod order;
pub mod ordinal;
pub mod owen;
pub mod points;
pub mod quantile;
pub mod reading;
pub mod sobol;
pub mod state;
pub mod summary;
pub mod tally;
pub mod weights;
