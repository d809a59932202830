//! Codings: what a further coder made of a passage that a statement was coded from, blind to the statement.

use crate::id::StatementId;
use crate::statement::{Layer, Modality};
use serde::{Deserialize, Serialize};

/// A further coder's reading of the passage of one statement. The coder was told the subject, the object and the issue or
/// topic, and read everything else from the passage.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Coding {
    /// the statement as it was first coded
    pub statement: StatementId,
    /// the level that the passage gives, or `omitted` or `undecided`; none, if it gives none
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub level: Option<String>,
    /// the layer of a position
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub layer: Option<Layer>,
    /// the salience of a position, 0 to 1
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub salience: Option<f64>,
    /// how the assertion is put forward
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub modality: Option<Modality>,
    /// whether it is put forward with reserve
    #[serde(default)]
    pub hedged: bool,
    /// between what the coder hesitated, and why
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub doubt: Option<String>,
}
