//! The commands, one file each. A file holds the command's options, and a function that asks the study and shows the
//! answer.

pub mod anchor;
pub mod assess;
pub mod burden;
pub mod calendar;
pub mod changes;
pub mod check;
pub mod coders;
pub mod compare;
pub mod completions;
pub mod explain;
pub mod export;
pub mod exposure;
pub mod fears;
pub mod formats;
pub mod gaps;
pub mod help;
pub mod index;
pub mod man;
pub mod matrix;
pub mod mechanisms;
pub mod new;
pub mod overturn;
pub mod overview;
pub mod profile;
pub mod retract;
pub mod robustness;
pub mod sensitivity;
pub mod sources;
pub mod statements;
pub mod support;
pub mod tensions;
pub mod timeline;
pub mod trajectory;
pub mod validate;
pub mod verify;
