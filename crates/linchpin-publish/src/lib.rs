//! A study as others read it: figures, sentences in two languages, the report, and exports for other programs.
//!
//! A [`figure`] is a [`table`] first; a [`scene`] of marks is made from it, and from that SVG and pixels. A [`sentence`] is a
//! message with typed slots until a [`voice`] speaks it, and every number in it knows where it comes from. Below both lies what
//! every text of the program needs: [`names`], how a statement is cited ([`cite`]), [`number`]s, [`date`]s, amounts
//! ([`quantity`]) and words for probabilities ([`likely`]), each in both languages.

pub mod cite;
pub mod coast;
pub mod date;
pub mod export;
pub mod figure;
pub mod figures;
pub mod likely;
pub mod names;
pub mod number;
pub mod quantity;
pub mod report;
pub mod said;
pub mod scene;
pub mod sentence;
pub mod table;
pub mod terms;
pub mod voice;
