//! Who pays and provides what, by which definition?

pub mod table;

use crate::setting::Error;
use linchpin_dossier::Snapshot;
use linchpin_model::vocabulary;
use table::{Answer, Question};

/// The name and version of the answer's shape.
pub const SCHEMA: &str = "linchpin.burden/1";

/// Answers the question.
pub fn answer(question: &Question, snapshot: &Snapshot) -> Result<Answer, Error> {
    table::answer(SCHEMA, vocabulary::Table::Burden, question, snapshot)
}
