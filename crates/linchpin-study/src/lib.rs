//! One module per question that a reader asks of a study. A request and a snapshot give an answer: a plain,
//! serialisable value, the same for terminal, JSON, web page and report.
//!
//! | module | question |
//! |---|---|
//! | [`overview`] | what does the study hold, and what stands out? |
//! | [`assess`] | how resilient are the alliances, and what changed? |
//! | [`explain`] | why is this score what it is? |
//! | [`compare`] | which of two is greater, and how sure is that? |
//! | [`trajectory`] | how did a score move over the years? |
//! | [`changes`] | what moved since a date, and which statements are new? |
//! | [`profile`] | what kind of alliance is it, facet by facet? |
//! | [`matrix`] | who stands where on which issue, and how far apart? |
//! | [`fears`] | what speaks for and against each fear of an ally? |
//! | [`burden`] | who pays and provides what, by which definition? |
//! | [`support`] | who in a capital carries the alliance, and who does not? |
//! | [`exposure`] | how open to pressure is a country? |
//! | [`formats`] | who is in what? |
//! | [`mechanisms`] | what strengthens or weakens what, under which condition? |
//! | [`timeline`] | what happened when? |
//! | [`calendar`] | what expires, is due or has been announced? |
//! | [`statements`] | what do the sources say? |
//! | [`sources`] | what rests on each source? |
//! | [`retract`] | which judgements fall without a source? |
//! | [`robustness`] | what hangs on a single source, coder or indicator? |
//! | [`overturn`] | which one further statement would change a judgement? |
//! | [`weigh`] | what if the criteria weighed otherwise? |
//! | [`sensitivity`] | what does the uncertainty come from? |
//! | [`tensions`] | where do sources contradict each other, or stand alone, or grow old? |
//! | [`gaps`] | where is evidence missing or old, and what to look for? |
//! | [`coders`] | what do several coders together say, and which is more reliable? |
//! | [`verify`] | do the conclusions that the sources draw follow from what was coded? |
//! | [`validate`] | how does the method fare where the truth is known? |
//! | [`index`] | what does a composite index come to? |
//!
//! Each answer carries the name and version of its schema.

mod amount;
pub mod assess;
pub mod burden;
pub mod calendar;
pub mod changes;
mod cited;
pub mod coders;
pub mod compare;
mod evidence;
pub mod explain;
pub mod exposure;
pub mod fears;
pub mod formats;
pub mod gaps;
pub mod index;
pub mod matrix;
pub mod mechanisms;
mod otherwise;
pub mod overturn;
pub mod overview;
pub mod profile;
pub mod retract;
pub mod robustness;
pub mod sensitivity;
mod setting;
pub mod sources;
pub mod statements;
pub mod support;
pub mod tensions;
pub mod timeline;
pub mod trajectory;
pub mod validate;
pub mod verify;
pub mod weigh;
mod words;

pub use amount::Amount;
pub use cited::{Cited, Passage};
pub use evidence::KindCount;
pub use linchpin_assess::Uncertain;
pub use setting::{Basis, Error, Frame, Interval, Precision, Setting, tie_named};
