//! Statements for other programs: as a table, as JSON Lines, as Web Annotations.

mod annotations;

use super::sheet;
use linchpin_dossier::{Seen, Snapshot};
use linchpin_model::statement::Statement;
use linchpin_model::{Date, Timestamp};
use linchpin_study::Setting;
use linchpin_study::statements::{Row, Statements, answer};
use serde::Serialize;

/// The form of statements.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// a table with a row for each piece of evidence and all columns, those of `linchpin statements --details`
    Csv,
    /// one statement a line, with rank and status
    JsonLines,
    /// an annotation collection (W3C Web Annotation Data Model, 2017) with one annotation for each piece of evidence
    Annotations,
}

/// All statements that may be known in a setting, whatever their rank and status.
pub fn statements(setting: &Setting, snapshot: &Snapshot, form: Form) -> String {
    match form {
        Form::Csv => {
            let all = Statements { setting: setting.clone(), ..Statements::default() };
            sheet::csv(&Row::COLUMNS, answer(&all, snapshot).rows.iter().map(Row::cells))
        }
        Form::JsonLines => setting.view(snapshot).statements().map(|seen| line(&seen)).collect(),
        Form::Annotations => annotations::collection(&setting.view(snapshot)),
    }
}

/// A statement as the log has it, with what the log says of it besides.
#[derive(Serialize)]
struct Line<'s> {
    statement: Statement,
    rank: &'static str,
    status: &'static str,
    recorded: Option<Timestamp>,
    by: &'s str,
    known: Date,
}

fn line(seen: &Seen<'_>) -> String {
    let line = Line {
        statement: Statement { evidence: seen.evidence().cloned().collect(), ..seen.statement.clone() },
        rank: seen.rank.name(),
        status: seen.status.name(),
        recorded: seen.recorded,
        by: seen.coder.as_str(),
        known: seen.known,
    };
    let text = serde_json::to_string(&line).unwrap_or_else(|e| panic!("a statement became no JSON: {e}"));
    text + "\n"
}
