//! The commands, one file each. A file holds the command's options, and a function that asks the study and shows the
//! answer.

pub mod anchor;
pub mod assess;
pub mod check;
pub mod compare;
pub mod completions;
pub mod explain;
pub mod help;
pub mod man;
pub mod new;
pub mod statements;
pub mod validate;
