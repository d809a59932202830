//! A dossier on disk: read, checked and appended to, and immutable snapshots and views of it.
//!
//! ```
//! use linchpin_dossier::{Knowledge, new, read_files};
//!
//! let snapshot = read_files(&new::minimal_files()).expect("the minimal dossier is sound");
//! let view = snapshot.view(&Knowledge::default());
//! assert_eq!(view.statements().count(), 3);
//!
//! // Nothing was known before the only source was issued.
//! let early = Knowledge { known_at: Some("2023-06-14".parse().unwrap()), ..Knowledge::default() };
//! assert_eq!(snapshot.view(&early).statements().count(), 0);
//! ```
//!
//! | module | what it holds |
//! |---|---|
//! | `files` | where files lie: a folder, memory, the program itself |
//! | `read` | from files to a [`Snapshot`] or to all [`Faults`] |
//! | `beside` | findings and further codings, which a dossier may lack |
//! | `tree`, `word`, `log_file` | TOML and JSON with line numbers, kinds of words, lines of logs |
//! | `snapshot`, `view` | what was read, and what of it could be known at a time |
//! | [`mod@append`] | writing to a log so that nothing confirmed is ever lost |
//! | [`anchor`] | passages of texts, found again or lost |
//! | [`new`] | new dossiers |

pub mod anchor;
pub mod append;
mod beside;
mod files;
mod log_file;
pub mod new;
mod read;
mod report;
mod snapshot;
mod tree;
mod view;
mod word;

pub use anchor::{AnchorReport, anchors};
pub use append::append;
pub use files::{Files, Folder};
pub use read::{check, check_files, read, read_files};
pub use report::{Faults, Located, Report};
pub use snapshot::{Logged, Settings, Snapshot};
pub use view::{Knowledge, Seen, View};

/// The version of the format that this program reads and writes.
pub const FORMAT: u32 = 1;
