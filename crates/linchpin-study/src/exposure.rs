//! How open to pressure is a country? Trade, coercion, supply.

use crate::burden::table::{self, Answer, Question};
use crate::setting::Error;
use linchpin_dossier::Snapshot;
use linchpin_model::vocabulary;

/// The name and version of the answer's shape.
pub const SCHEMA: &str = "linchpin.exposure/1";

/// Answers the question.
pub fn answer(question: &Question, snapshot: &Snapshot) -> Result<Answer, Error> {
    table::answer(SCHEMA, vocabulary::Table::Exposure, question, snapshot)
}
