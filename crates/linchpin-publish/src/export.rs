//! A study for other programs. Each export is a text, made of nothing but its arguments.

pub mod sheet;
