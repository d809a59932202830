//! The report: the living study as a document that can be printed, cited and passed on.

pub mod bibliography;
pub mod document;
