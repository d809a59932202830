//! A study as others read it: figures, sentences in two languages, the report, and exports for other programs.
//!
//! Below that, what every text of the program needs: a [`voice`], [`number`]s, [`date`]s, amounts ([`quantity`]) and words for
//! probabilities ([`likely`]), each in both languages.

pub mod cite;
pub mod coast;
pub mod date;
pub mod likely;
pub mod names;
pub mod number;
pub mod quantity;
pub mod voice;
