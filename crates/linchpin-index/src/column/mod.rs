//! Blocks of draws, and the arithmetic on them: each number of an assessment is a column with one place a draw.
//!
//! A column is an array of fixed length, so that the compiler turns a plain loop over it into vector instructions;
//! `pulp` picks at run time the widest that the machine has. Nothing here sums over a column, and every operation is one
//! of IEEE 754 (a fused multiplication and addition among them), so every place has the same bits whatever the width. Numbers are single precision:
//! a thousandth of what a million draws leave uncertain.

#![expect(
    clippy::needless_lifetimes,
    reason = "pulp makes a structure of a function's arguments and needs their names"
)]

mod across;
mod exponential;
mod leaf;
mod mean;
mod normal;
mod philox;
mod scale;
mod weigh;

pub use across::{ranks, scale_to_unit, shift_and_scale, weighted_sums};
pub use exponential::{exp2, exp2_less_1, log2, log2_of_1_plus};
pub use leaf::{Choice, Table, VARIANTS, Variants, add_chosen, choose, look_up};
pub use mean::{Ascent, Part, add, add_power, divide, join, log_power_mean, mean_of};
pub use normal::{normals, uniforms, word_of_probability};
pub use philox::{Key, words, words_of};
pub use scale::{add_errors, clamp, extremes, moments, pick, ranks_from_below, stretch, take, take_chosen};
pub use weigh::{Below, Mean, means};

/// Draws to a block.
pub const BLOCK: usize = 64;

/// One number in each draw of a block.
pub type Column = [f32; BLOCK];

/// Random bits for each draw of a block.
pub type Words = [u32; BLOCK];
