//! One module per question that a reader asks of a study. A request and a snapshot give an answer: a plain,
//! serialisable value, the same for terminal, JSON, web page and report.
//!
//! | module | question |
//! |---|---|
//! | [`overview`] | how resilient are the alliances, and what changed? |
//! | [`explain`] | why is this score what it is? |
//! | [`compare`] | which of two is greater, and how sure is that? |
//! | [`statements`] | what do the sources say? |
//! | [`validate`] | how does the method fare where the truth is known? |
//!
//! Each answer carries the name and version of its schema.

pub mod compare;
pub mod explain;
pub mod overview;
mod setting;
pub mod statements;
pub mod validate;

pub use setting::{Error, Frame, Interval, Setting};
