//! A dossier as it was when it was read.

use crate::beside::Beside;
use crate::view::{Knowledge, View, Views};
use linchpin_model::Date;
use linchpin_model::coding::Coding;
use linchpin_model::finding::Finding;
use linchpin_model::framework::Framework;
use linchpin_model::id::{CoderId, EntityId, StatementId};
use linchpin_model::log::{Entry, Line};
use linchpin_model::statement::Statement;
use linchpin_model::text::Text;
use linchpin_model::vocabulary::{Coder, Vocabulary};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::sync::Arc;

/// What `dossier.toml` says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Settings {
    /// the version of the format, [`crate::FORMAT`]
    pub format: u32,
    /// the dossier's id
    pub id: String,
    /// its name
    pub name: Text,
    /// the framework that is used where none is named
    pub framework: String,
    /// the ties that are assessed where none is named
    pub ties: Vec<EntityId>,
    /// the date that changes are measured from
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub compare_with: Option<Date>,
    /// who codes statements
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub coder: Vec<Coder>,
}

/// A line of a log and where it stands.
#[derive(Clone, Debug, PartialEq)]
pub struct Logged {
    /// the file, relative to the dossier
    pub file: Arc<str>,
    /// the line in it, counted from 1
    pub number: u64,
    /// what it says
    pub line: Line,
}

impl Logged {
    /// The statement that the line brings in, if it does.
    pub fn statement(&self) -> Option<&Statement> {
        introduced(&self.line)
    }
}

/// The statement that a line brings in, if it does.
pub(crate) fn introduced(line: &Line) -> Option<&Statement> {
    match &line.entry {
        Entry::Assert(statement) => Some(statement),
        Entry::Supersede(superseding) => Some(&superseding.new),
        Entry::Rank(_) | Entry::Review(_) => None,
    }
}

/// The older statement that a line is about, if it is about one.
fn concerned(line: &Line) -> Option<&StatementId> {
    match &line.entry {
        Entry::Assert(_) => None,
        Entry::Supersede(superseding) => Some(&superseding.old),
        Entry::Rank(ranking) => Some(&ranking.id),
        Entry::Review(reviewing) => Some(&reviewing.id),
    }
}

/// A dossier as it was when it was read: sound, and never changed.
#[derive(Debug)]
pub struct Snapshot {
    version: String,
    settings: Settings,
    vocabulary: Vocabulary,
    frameworks: BTreeMap<String, Framework>,
    findings: Vec<Finding>,
    codings: BTreeMap<CoderId, Vec<Coding>>,
    /// by file name, then line
    lines: Vec<Logged>,
    /// the lines that bring in a statement, by the statement's id
    by_id: Vec<usize>,
    /// for each line that brings in a statement: the later entries about it, by the time they were recorded
    about: BTreeMap<usize, Vec<usize>>,
    views: Views,
}

impl Snapshot {
    pub(crate) fn new(
        version: String,
        settings: Settings,
        vocabulary: Vocabulary,
        frameworks: BTreeMap<String, Framework>,
        Beside { findings, codings }: Beside,
        lines: Vec<Logged>,
    ) -> Self {
        let by_id = statements_by_id(&lines);
        let mut about: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for (at, logged) in lines.iter().enumerate() {
            if let Some(subject) = concerned(&logged.line).and_then(|id| position(&lines, &by_id, id)) {
                about.entry(subject).or_default().push(at);
            }
        }
        for entries in about.values_mut() {
            entries.sort_by_key(|&at| (lines[at].line.recorded, at));
        }
        Snapshot {
            version,
            settings,
            vocabulary,
            frameworks,
            findings,
            codings,
            lines,
            by_id,
            about,
            views: Views::default(),
        }
    }

    /// The SHA-256 of the dossier's files, hexadecimal: equal where every file has the same name and bytes.
    pub fn version(&self) -> &str {
        &self.version
    }

    /// What `dossier.toml` says.
    pub fn settings(&self) -> &Settings {
        &self.settings
    }

    /// The dossier's words.
    pub fn vocabulary(&self) -> &Vocabulary {
        &self.vocabulary
    }

    /// The dossier's frameworks, by id.
    pub fn frameworks(&self) -> &BTreeMap<String, Framework> {
        &self.frameworks
    }

    /// The conclusions that the sources draw, in the order of their file.
    pub fn findings(&self) -> &[Finding] {
        &self.findings
    }

    /// What further coders made of the passages, by coder.
    pub fn codings(&self) -> &BTreeMap<CoderId, Vec<Coding>> {
        &self.codings
    }

    /// All lines of all logs, by file name, then line.
    pub fn lines(&self) -> &[Logged] {
        &self.lines
    }

    /// What could be known at a time.
    pub fn view(&self, at: &Knowledge) -> View<'_> {
        View::of(self, at)
    }

    /// What the views know that were made last.
    pub(crate) fn views(&self) -> &Views {
        &self.views
    }

    /// The line that brought in a statement, whether or not another superseded it.
    pub fn find(&self, id: &StatementId) -> Option<&Logged> {
        self.line_of(id).map(|at| &self.lines[at])
    }

    /// Everything the logs say about a statement, about those it superseded and about those that superseded it, in
    /// the order in which it was recorded. Empty, if nobody asserted it.
    pub fn history(&self, id: &StatementId) -> Vec<&Logged> {
        let Some(mut first) = self.line_of(id) else { return Vec::new() };
        for _ in 0..self.lines.len() {
            match &self.lines[first].line.entry {
                Entry::Supersede(superseding) => match self.line_of(&superseding.old) {
                    Some(older) => first = older,
                    None => break,
                },
                _ => break,
            }
        }
        let (mut told, mut open) = (std::collections::BTreeSet::new(), vec![first]);
        while let Some(at) = open.pop() {
            if told.insert(at) {
                open.extend(self.entries_about(at));
            }
        }
        let mut told: Vec<&Logged> = told.into_iter().map(|at| &self.lines[at]).collect();
        told.sort_by_key(|logged| logged.line.recorded);
        told
    }

    /// The place among the lines of the one that brought in a statement.
    pub(crate) fn line_of(&self, id: &StatementId) -> Option<usize> {
        position(&self.lines, &self.by_id, id)
    }

    /// The later entries about the statement that a line brought in, by the time they were recorded.
    pub(crate) fn entries_about(&self, line: usize) -> impl Iterator<Item = usize> {
        self.about.get(&line).into_iter().flatten().copied()
    }
}

/// The places of the lines that bring in statements, sorted by the statements' ids.
fn statements_by_id(lines: &[Logged]) -> Vec<usize> {
    let mut found: Vec<(&StatementId, usize)> =
        lines.iter().enumerate().filter_map(|(at, logged)| Some((&logged.statement()?.id, at))).collect();
    found.sort();
    found.into_iter().map(|(_, at)| at).collect()
}

fn position(lines: &[Logged], by_id: &[usize], id: &StatementId) -> Option<usize> {
    let found = by_id.binary_search_by(|&at| lines[at].statement().map(|s| &s.id).cmp(&Some(id)));
    found.ok().map(|index| by_id[index])
}
