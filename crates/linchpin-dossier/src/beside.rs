//! The files that stand beside words and statements, and that a dossier may lack: findings and further codings.

use crate::read::Reader;
use crate::tree::{self, Node, Value};
use linchpin_model::check;
use linchpin_model::coding::Coding;
use linchpin_model::fault::Fault;
use linchpin_model::finding::Finding;
use linchpin_model::id::CoderId;
use linchpin_model::statement::Statement;
use serde::de::DeserializeOwned;
use std::collections::{BTreeMap, BTreeSet};

/// The conclusions that sources draw.
pub(crate) const FINDINGS: &str = "findings.toml";

/// What was read beside words and statements.
#[derive(Debug, Default)]
pub(crate) struct Beside {
    /// in the order of their file
    pub findings: Vec<Finding>,
    /// by coder
    pub codings: BTreeMap<CoderId, Vec<Coding>>,
}

/// The id of the coder whose codings stand in a file, if this is the name of one.
pub(crate) fn coder_of(name: &str) -> Option<&str> {
    name.strip_prefix("codings/")?.strip_suffix(".toml")
}

/// Whether a file of this name stands beside words and statements.
pub(crate) fn belongs(name: &str) -> bool {
    name == FINDINGS || coder_of(name).is_some()
}

impl Reader<'_> {
    /// Reads findings and codings; words, frameworks and logs must have been read before.
    pub(crate) fn beside(&mut self) {
        self.findings();
        let names: Vec<String> = self.trees.keys().filter(|name| coder_of(name).is_some()).cloned().collect();
        for name in names {
            self.codings(&name);
        }
    }

    fn findings(&mut self) {
        let framework = self.loaded.settings.as_ref().map(|settings| settings.framework.clone());
        let mut seen = BTreeSet::new();
        for (record, finding) in self.records::<Finding>(FINDINGS, "finding") {
            let framework = framework.as_ref().and_then(|id| self.loaded.frameworks.get(id));
            let mut faults = check::finding(&finding, &self.loaded.words(), framework);
            if !seen.insert(finding.id.clone()) {
                let what = format!("the finding “{}” is there twice", finding.id);
                faults.push(Fault::new("duplicate-id", what, "give each finding an id of its own").at("id"));
            }
            self.faults_of(FINDINGS, &record, faults);
            self.loaded.beside.findings.push(finding);
        }
    }

    fn codings(&mut self, name: &str) {
        let coder = CoderId::from(coder_of(name).unwrap_or_default());
        if !self.loaded.vocabulary.coders.contains_key(&coder) {
            let what = format!("the file is named after “{coder}”, which is no coder of this dossier");
            let remedy = "add the coder to dossier.toml, or rename the file";
            self.fault(name, None, None, Fault::new("unknown-coder", what, remedy));
        }
        let records = self.records::<Coding>(name, "coding");
        let mut seen = BTreeSet::new();
        let mut found = vec![];
        for (record, coding) in &records {
            let statement = self.statement(coding.statement.as_str());
            let mut faults = check::coding(coding, statement, &self.loaded.words());
            if statement.is_none() && self.loaded.unreadable_statements.contains(coding.statement.as_str()) {
                faults.clear();
            }
            if !seen.insert(&coding.statement) {
                let what = format!("“{}” is coded twice here", coding.statement);
                faults.push(Fault::new("duplicate-id", what, "keep one of the two").at("statement"));
            }
            found.push((record, faults));
        }
        for (record, faults) in found {
            self.faults_of(name, record, faults);
        }
        let codings = records.iter().map(|(_, coding)| coding.clone()).collect();
        self.loaded.beside.codings.insert(coder, codings);
    }

    fn statement(&self, id: &str) -> Option<&Statement> {
        self.loaded.lines.iter().filter_map(|logged| logged.statement()).find(|s| s.id.as_str() == id)
    }

    /// The records of a file that has nothing else in it.
    fn records<T: DeserializeOwned>(&mut self, file: &str, key: &str) -> Vec<(Node, T)> {
        let Some(Node { value: Value::Table(fields), .. }) = self.trees.remove(file) else { return vec![] };
        let mut found = vec![];
        for (name, node) in fields {
            let Value::List(records) = node.value else {
                self.stranger(file, &name, key, node.line);
                continue;
            };
            if name != key {
                self.stranger(file, &name, key, node.line);
                continue;
            }
            for record in records {
                let mut faults = Vec::new();
                let read = tree::read(&record, &mut faults);
                self.faults_of(file, &record, faults);
                found.extend(read.map(|read| (record, read)));
            }
        }
        found
    }

    fn stranger(&mut self, file: &str, name: &str, key: &str, line: u64) {
        let what = format!("there is no list “{name}” here");
        let fault = Fault::new("unknown-field", what, format!("write [[{key}]] above each record"));
        self.fault(file, Some(line), None, fault);
    }
}
