//! The vocabulary of a study of alliances: what an actor, a tie, a source, a statement and a framework are,
//! and when they are well-formed.
//!
//! This crate reads and writes nothing. `linchpin-dossier` reads these types from a folder of text;
//! `linchpin-assess` turns statements and a framework into scores.
//!
//! ```
//! use linchpin_model::edtf::Edtf;
//! let valid: Edtf = "2018-09".parse().unwrap();
//! assert_eq!(valid.first_day().to_string(), "2018-09-01");
//! assert!(valid.covers("2018-09-30".parse().unwrap()));
//! ```

pub mod actor;
pub mod alliance;
pub mod check;
pub mod code;
pub mod coding;
pub mod edtf;
pub mod fault;
pub mod finding;
pub mod framework;
pub mod id;
pub mod log;
pub mod plover;
pub mod source;
pub mod statement;
pub mod text;
pub mod unit;
pub mod vocabulary;

pub use jiff::Timestamp;
pub use jiff::civil::Date;
