//! The living study as a web app: what the report and the figures say, to be explored, understood and cited.
//!
//! A request becomes an [`address::Address`] (what is asked is all in it), an address and an [`live::Edition`] of the dossier become
//! a page, and a page is kept as bytes under its question. Nothing is written, nothing is fetched, and whatever a browser is given
//! comes from here.
//!
//! | module | duty |
//! |---|---|
//! | [`address`] | what is asked, in an address, and back |
//! | [`guard`] | who is answered, and what a browser is told to refuse |
//! | [`live`] | the dossier as it is on disk, swapped when it changes and is sound |
//! | `cache`, `reply` | answers as bytes |
//! | `app` | from a request to an answer |
//! | `page` | one module per page |
//! | `api` | the same answers for programs |
//! | `speech` | sentences as HTML, every number a link, every sentence a footnote |
//! | [`server`] | connections, patience and shutting down |

pub mod address;
mod api;
mod app;
mod assets;
mod cache;
pub mod guard;
pub mod live;
mod page;
mod reply;
pub mod server;
mod speech;
mod words;

pub use live::Source;
pub use server::{Options, serve};
