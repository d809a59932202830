//! A study for other programs: its sources for reference managers, its statements, scores and ties for statistics, graphs
//! and the semantic web. Each export is a text, made of nothing but its arguments.

pub mod assessment;
pub mod bibliography;
pub mod map;
pub mod network;
pub mod sheet;
pub mod statements;
