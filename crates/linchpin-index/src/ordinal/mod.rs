//! Ordinal ratings of items by several coders, combined by a hierarchical item-response model.
//!
//! Each item has a latent place z ~ N(mean, sd²), by default N(0, 1). Coder r gives item i one of K levels: level k with
//! probability Φ(γ_rk − β_r z_i) − Φ(γ_r,k−1 − β_r z_i). The coder's *reliability* β_r > 0 is shared by all scales; the
//! *thresholds* γ_r1 < γ_r2 < … belong to a scale and say how strict the coder is there (Johnson & Albert 1999, *Ordinal
//! Data Modeling*, ch. 5; Pemstein et al. 2018, *The V-Dem Measurement Model*). Both are hierarchical, so that a coder
//! with few ratings is taken for one like the others; see [`Layout`] for the hierarchy.
//!
//! The items are summed out over a grid of places, which leaves a smooth posterior of the coders' parameters alone with a
//! gradient that comes almost free; Hamiltonian chains draw from it ([`Model::chain`]). Nothing is conditioned on the
//! items' places, so that coders who nearly always agree, where a sampler that alternates between items and coders hardly
//! moves, cost no more than others. A chain is a function of its number and the seed; the caller may run several at once.
//!
//! ```
//! use linchpin_index::innovation::Innovations;
//! use linchpin_index::ordinal::{Codings, Item, Model, Plan, Rating, combine};
//!
//! // Two coders place four items on three levels; the second skips the last item.
//! let rating = |item, coder, level| Rating { item, coder, level };
//! let codings = Codings {
//!     coders: 2,
//!     levels: vec![3],
//!     items: vec![Item::on(0); 4],
//!     ratings: vec![
//!         rating(0, 0, 0), rating(1, 0, 1), rating(2, 0, 2), rating(3, 0, 2),
//!         rating(0, 1, 0), rating(1, 1, 1), rating(2, 1, 1),
//!     ],
//! };
//! let model = Model::new(&codings)?;
//! let plan = Plan { warm_up: 200, draws: 200 };
//! let chains = [0, 1].map(|number| model.chain(&Innovations::new(1), number, &plan));
//! let found = combine(&model, &chains);
//! assert!(found.items[0].latent.mean < found.items[1].latent.mean);
//! assert!(found.items[1].place < found.items[2].place);
//! # Ok::<(), linchpin_index::ordinal::Error>(())
//! ```

mod chain;
mod density;
pub mod diagnostics;
mod hamiltonian;
mod layout;
mod model;
mod places;
mod posterior;
mod thresholds;

pub use chain::{Chain, Plan};
pub use layout::Layout;
pub use model::{Codings, Error, Item, Model, Rating};
pub use posterior::{CodedItem, Coder, Hierarchy, Posterior, Scale, ScaleOfCoder, combine};
