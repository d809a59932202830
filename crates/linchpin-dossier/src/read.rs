//! Reading a dossier, with everything that is wrong in it.

use crate::beside::{self, Beside};
use crate::log_file::{self, not_utf8};
use crate::tree::{self, Lines, Node, Value};
use crate::word::{self, Word};
use crate::{FORMAT, Faults, Files, Folder, Located, Logged, Report, Settings, Snapshot};
use linchpin_model::actor::Actor;
use linchpin_model::alliance::Alliance;
use linchpin_model::check::{self, WordKind, Words};
use linchpin_model::fault::Fault;
use linchpin_model::framework::Framework;
use linchpin_model::log::Line;
use linchpin_model::source::Source;
use linchpin_model::vocabulary::{Factor, Issue, Measure, Topic, Vocabulary};
use rayon::prelude::*;
use sha2::{Digest, Sha256};
use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, Read};
use std::path::Path;
use std::sync::Arc;

/// Reads a dossier from a folder. All its faults are returned if it has any.
pub fn read(dir: &Path) -> Result<Snapshot, Faults> {
    read_files(&Folder::new(dir))
}

/// Reads a dossier wherever its files lie.
pub fn read_files(files: &dyn Files) -> Result<Snapshot, Faults> {
    let loaded = load(files);
    match (loaded.faults.is_empty(), loaded.settings) {
        (true, Some(settings)) => {
            let Loaded { version, vocabulary, frameworks, beside, lines, .. } = loaded;
            Ok(Snapshot::new(version, settings, vocabulary, frameworks, beside, lines))
        }
        _ => Err(Faults(loaded.faults)),
    }
}

/// Checks a dossier in a folder.
pub fn check(dir: &Path) -> Report {
    check_files(&Folder::new(dir))
}

/// Checks a dossier wherever its files lie.
pub fn check_files(files: &dyn Files) -> Report {
    let loaded = load(files);
    Report {
        files: loaded.files,
        lines: loaded.lines.len(),
        statements: loaded.lines.iter().filter(|logged| logged.statement().is_some()).count(),
        faults: loaded.faults,
    }
}

/// A dossier as far as it could be read, with its faults by file and line.
pub(crate) struct Loaded {
    pub version: String,
    pub settings: Option<Settings>,
    pub vocabulary: Vocabulary,
    pub frameworks: BTreeMap<String, Framework>,
    pub beside: Beside,
    pub lines: Vec<Logged>,
    pub faults: Vec<Located>,
    pub files: usize,
    /// ids of words that could not be read
    pub unreadable: BTreeSet<String>,
    /// kinds of words that could not be read at all
    pub missing: BTreeSet<WordKind>,
    /// ids of statements on lines that could not be read
    pub unreadable_statements: BTreeSet<String>,
}

impl Loaded {
    /// The words, as far as they could be read.
    pub fn words(&self) -> Words<'_> {
        Words { known: &self.vocabulary, unreadable: &self.unreadable, missing: &self.missing }
    }
}

/// A SHA-256.
type Hash = [u8; 32];

const SETTINGS: &str = "dossier.toml";

/// The largest TOML file that is read, in bytes.
const LARGEST_TOML: u64 = 64 << 20;

pub(crate) fn load(files: &dyn Files) -> Loaded {
    let mut reader = Reader::new(files);
    if reader.take_in() {
        reader.settings();
        reader.words();
        reader.frameworks();
        reader.logs();
        reader.beside();
    }
    reader.done()
}

/// The id of the source whose statements stand in a log file, if this is the name of one.
pub(crate) fn source_of(name: &str) -> Option<&str> {
    name.strip_prefix("statements/")?.strip_suffix(".jsonl")
}

fn is_framework(name: &str) -> bool {
    name.starts_with("frameworks/") && name.ends_with(".toml")
}

pub(crate) struct Reader<'f> {
    files: &'f dyn Files,
    pub loaded: Loaded,
    /// the TOML files that could be parsed
    pub trees: BTreeMap<String, Node>,
    /// the log files, as far as they could be parsed
    logs: BTreeMap<String, Vec<log_file::Entry>>,
    /// whether a framework file is no TOML, so that nobody knows what it defines
    broken_frameworks: bool,
}

impl<'f> Reader<'f> {
    fn new(files: &'f dyn Files) -> Self {
        Reader {
            files,
            loaded: Loaded {
                version: String::new(),
                settings: None,
                vocabulary: Vocabulary::default(),
                frameworks: BTreeMap::new(),
                beside: Beside::default(),
                lines: Vec::new(),
                faults: Vec::new(),
                files: 0,
                unreadable: BTreeSet::new(),
                missing: BTreeSet::new(),
                unreadable_statements: BTreeSet::new(),
            },
            trees: BTreeMap::new(),
            logs: BTreeMap::new(),
            broken_frameworks: false,
        }
    }

    fn done(mut self) -> Loaded {
        self.loaded.faults.sort();
        self.loaded.faults.dedup();
        self.loaded
    }

    pub fn fault(&mut self, file: &str, line: Option<u64>, column: Option<u64>, fault: Fault) {
        self.loaded.faults.push(Located { file: file.into(), line, column, fault });
    }

    /// Faults of a record, each on the line of its field.
    pub fn faults_of(&mut self, file: &str, record: &Node, faults: Vec<Fault>) {
        for fault in faults {
            self.fault(file, Some(record.line_of(&fault.field)), None, fault);
        }
    }

    /// Reads and parses all files. Says whether there is a dossier of this format to go on with.
    fn take_in(&mut self) -> bool {
        let mut names = match self.files.list() {
            Ok(names) => names,
            Err(error) => {
                let what = format!("the folder cannot be read: {error}");
                let remedy = "give a folder that exists and that you may read";
                self.fault("", None, None, Fault::new("unreadable-folder", what, remedy));
                return false;
            }
        };
        names.sort();
        let is_words = |name: &str| word::FILES.iter().any(|(file, _)| *file == name);
        let belongs = |name: &str| {
            name == SETTINGS
                || is_words(name)
                || is_framework(name)
                || source_of(name).is_some()
                || beside::belongs(name)
        };
        let ours: Vec<&String> = names.iter().filter(|name| belongs(name)).collect();
        if ours.is_empty() {
            let remedy = "give the folder that holds dossier.toml; `linchpin new` makes one";
            self.fault(
                "",
                None,
                None,
                Fault::new("no-dossier", "there is no dossier in this folder", remedy),
            );
            return false;
        }
        for required in word::FILES.iter().map(|(file, _)| *file).chain([SETTINGS]) {
            if !names.iter().any(|name| name == required) {
                let strangers = names.iter().filter(|name| !belongs(name)).map(String::as_str);
                let remedy = match check::nearest(required, strangers) {
                    Some(near) => format!("rename “{near}”, if that is what it should be"),
                    None => "add the file; it may hold nothing but comments".into(),
                };
                let remedy = if required == SETTINGS {
                    "add the file; docs/DOSSIER.md describes it".into()
                } else {
                    remedy
                };
                self.fault(required, None, None, Fault::new("missing-file", "the file is missing", remedy));
            }
        }
        // The version is the hash of what `sha256sum` prints about the files in the order of their names.
        let mut listing = Sha256::new();
        for name in ours {
            let digest = if source_of(name).is_some() { self.take_log(name) } else { self.take_toml(name) };
            match digest {
                Ok(digest) => {
                    listing.update(format!("{}  {name}\n", hex::encode(digest)));
                    self.loaded.files += 1;
                }
                Err(error) => {
                    let (what, remedy) = match error.kind() {
                        io::ErrorKind::IsADirectory => {
                            ("this is a folder, not a file".into(), "put a file of this name in its place")
                        }
                        _ => (format!("the file cannot be read: {error}"), "make it readable"),
                    };
                    self.fault(name, None, None, Fault::new("unreadable-file", what, remedy));
                }
            }
        }
        self.loaded.version = hex::encode(listing.finalize());
        for (file, kind) in word::FILES {
            if !self.trees.contains_key(file) {
                self.loaded.missing.insert(kind);
            }
        }
        self.broken_frameworks =
            names.iter().any(|name| is_framework(name) && !self.trees.contains_key(name));
        self.format()
    }

    fn take_log(&mut self, name: &str) -> io::Result<Hash> {
        let mut digest = Sha256::new();
        let entries = log_file::read(&mut *self.files.open(name)?, |piece| digest.update(piece))?;
        self.logs.insert(name.into(), entries);
        Ok(digest.finalize().into())
    }

    fn take_toml(&mut self, name: &str) -> io::Result<Hash> {
        let mut bytes = Vec::new();
        self.files.open(name)?.take(LARGEST_TOML + 1).read_to_end(&mut bytes)?;
        let digest = Sha256::digest(&bytes).into();
        if bytes.len() as u64 > LARGEST_TOML {
            let what = format!("the file has more than {LARGEST_TOML} bytes");
            self.fault(name, None, None, Fault::new("file-too-large", what, "split the dossier"));
            return Ok(digest);
        }
        let text = match std::str::from_utf8(&bytes) {
            Ok(text) => text,
            Err(error) => {
                let valid = String::from_utf8_lossy(&bytes[..error.valid_up_to()]).into_owned();
                let lines = Lines::of(&valid);
                let place = (lines.line(valid.len()), lines.column(valid.len()));
                self.fault(name, Some(place.0), Some(place.1), not_utf8());
                return Ok(digest);
            }
        };
        let lines = Lines::of(text);
        let (table, errors) = toml::de::DeTable::parse_recoverable(text);
        for error in &errors {
            let start = error.span().map_or(0, |span| span.start).min(text.len());
            let fault = Fault::new("broken-toml", error.message(), "mend the TOML around this place");
            self.fault(name, Some(lines.line(start)), Some(lines.column(start)), fault);
        }
        if errors.is_empty() {
            self.trees.insert(name.into(), Node::of_toml(table.get_ref(), &lines));
        }
        Ok(digest)
    }

    /// Whether the dossier's format is one that this program reads.
    fn format(&mut self) -> bool {
        let Some(format) = self.trees.get(SETTINGS).and_then(|root| root.get("format")) else { return true };
        let line = format.line;
        match format.value {
            Value::Integer(number) if number > i64::from(FORMAT) => {
                // Nothing else can be judged, so nothing else is reported.
                self.loaded.faults.clear();
                let what = format!("the dossier has format {number}, and this program reads {FORMAT}");
                let fault = Fault::new("format-too-new", what, "use a newer version of the program");
                self.fault(SETTINGS, Some(line), None, fault);
                false
            }
            Value::Integer(number) if number < 1 => {
                let fault = Fault::new(
                    "bad-format",
                    format!("there is no format {number}"),
                    format!("write format = {FORMAT}"),
                );
                self.fault(SETTINGS, Some(line), None, fault);
                true
            }
            _ => true,
        }
    }

    fn settings(&mut self) {
        let Some(root) = self.trees.remove(SETTINGS) else {
            self.loaded.missing.insert(WordKind::Coder);
            return;
        };
        let mut faults = Vec::new();
        let settings: Option<Settings> = tree::read(&root, &mut faults);
        self.faults_of(SETTINGS, &root, faults);
        let Some(settings) = settings else {
            self.loaded.missing.insert(WordKind::Coder);
            return;
        };
        for (at, coder) in settings.coder.iter().enumerate() {
            if self.loaded.vocabulary.coders.contains_key(&coder.id) {
                let what = format!("the coder “{}” is defined a second time", coder.id);
                let fault = Fault::new("duplicate-id", what, "give each coder an id of its own");
                self.faults_of(SETTINGS, &root, vec![fault.at(format!("coder.{at}.id"))]);
            }
            self.loaded.vocabulary.coders.insert(coder.id.clone(), coder.clone());
        }
        self.loaded.settings = Some(settings);
        self.trees.insert(SETTINGS.into(), root);
    }

    /// Reads all words, then checks each against all.
    fn words(&mut self) {
        let mut places = Places::default();
        self.gather::<Actor>(&mut places);
        self.gather::<Alliance>(&mut places);
        self.gather::<Factor>(&mut places);
        self.gather::<Issue>(&mut places);
        self.gather::<Measure>(&mut places);
        self.gather::<Source>(&mut places);
        self.gather::<Topic>(&mut places);

        let mut found = Vec::new();
        self.judge::<Actor>(&mut found);
        self.judge::<Alliance>(&mut found);
        self.judge::<Factor>(&mut found);
        self.judge::<Issue>(&mut found);
        self.judge::<Measure>(&mut found);
        self.judge::<Source>(&mut found);
        self.judge::<Topic>(&mut found);
        found.extend(self.between_words());
        for (kind, id, fault) in found {
            if let Some((file, record)) = places.get(&(space(kind), id)) {
                self.faults_of(file, record, vec![fault]);
            }
        }
        self.coders_and_ties();
    }

    /// Adds the words of one kind to the vocabulary.
    fn gather<W: Word>(&mut self, places: &mut Places) {
        let Some(root) = self.trees.remove(W::FILE) else { return };
        let Value::Table(fields) = root.value else { return };
        for (key, node) in fields {
            if key != W::KEY {
                let remedy = format!("write [[{}]] above each record", W::KEY);
                let fault = Fault::new("unknown-field", format!("there is no field “{key}” here"), remedy);
                self.fault(W::FILE, Some(node.line), None, fault);
                self.loaded.missing.insert(W::KIND);
                continue;
            }
            let Value::List(records) = node.value else {
                let fault = Fault::new(
                    "wrong-type",
                    format!("“{key}” is not a list of records"),
                    format!("write [[{key}]], with two brackets, above each record"),
                );
                self.fault(W::FILE, Some(node.line), None, fault);
                self.loaded.missing.insert(W::KIND);
                continue;
            };
            for record in records {
                self.gather_one::<W>(record, places);
            }
        }
    }

    fn gather_one<W: Word>(&mut self, record: Node, places: &mut Places) {
        let mut faults = Vec::new();
        let word: Option<W> = tree::read(&record, &mut faults);
        self.faults_of(W::FILE, &record, faults);
        let Some(word) = word else {
            self.loaded.unreadable.extend(record.get("id").and_then(Node::text).map(Into::into));
            return;
        };
        let name = (space(W::KIND), word.id().to_string());
        if let Some((file, first)) = places.get(&name) {
            let what = format!("the id “{}” is taken: {file}:{} has it", word.id(), first.line);
            let fault = Fault::new("duplicate-id", what, "give the record an id of its own");
            self.faults_of(W::FILE, &record, vec![fault.at("id")]);
            return;
        }
        places.insert(name, (W::FILE, record));
        word.keep(&mut self.loaded.vocabulary);
    }

    /// Checks the words of one kind, each by itself.
    fn judge<W: Word>(&self, found: &mut Vec<(WordKind, String, Fault)>) {
        let words = self.loaded.words();
        for word in W::all(words.known) {
            found.extend(word.check(&words).into_iter().map(|fault| (W::KIND, word.id().to_string(), fault)));
        }
    }

    /// What is wrong between words of the same kind.
    fn between_words(&self) -> Vec<(WordKind, String, Fault)> {
        let known = &self.loaded.vocabulary;
        let belonging =
            known.actors.values().map(|a| (a.id.as_str(), a.of.iter().map(|of| of.as_str()).collect()));
        let including = known
            .alliances
            .values()
            .map(|a| (a.id.as_str(), a.includes.iter().map(|id| id.as_str()).collect()));
        let copying =
            known.sources.values().map(|s| (s.id.as_str(), s.copy_of.iter().map(|of| of.as_str()).collect()));
        let own = |kind: WordKind, found: Vec<(&str, Fault)>| {
            found.into_iter().map(move |(id, fault)| (kind, id.to_string(), fault)).collect::<Vec<_>>()
        };
        let mut found = own(WordKind::Actor, check::cycles(belonging, "of", "belongs to"));
        found.extend(own(WordKind::Alliance, check::cycles(including, "includes", "includes")));
        found.extend(own(WordKind::Source, check::cycles(copying, "copy-of", "is a copy of")));
        let codes = check::clashing_codes(known.actors.values());
        found.extend(codes.into_iter().map(|(id, fault)| (WordKind::Actor, id.to_string(), fault)));
        found
    }

    /// What the settings say that needs the words.
    fn coders_and_ties(&mut self) {
        let (Some(settings), Some(root)) = (&self.loaded.settings, self.trees.remove(SETTINGS)) else {
            return;
        };
        let words = self.loaded.words();
        let mut faults = check::settings(&settings.id, &settings.name, &words);
        for (at, coder) in settings.coder.iter().enumerate() {
            let found = check::coder(coder, &words).into_iter();
            faults.extend(found.map(|fault| Fault { field: format!("coder.{at}.{}", fault.field), ..fault }));
        }
        let found = check::ties(&settings.ties, &words).into_iter();
        faults.extend(found.map(|fault| Fault { field: format!("ties.{}", fault.field), ..fault }));
        self.faults_of(SETTINGS, &root, faults);
        self.trees.insert(SETTINGS.into(), root);
    }

    fn frameworks(&mut self) {
        let names: Vec<String> = self.trees.keys().filter(|name| is_framework(name)).cloned().collect();
        let mut unreadable = BTreeSet::new();
        for name in &names {
            let Some(root) = self.trees.remove(name) else { continue };
            let mut faults = Vec::new();
            let framework: Option<Framework> = tree::read(&root, &mut faults);
            let Some(framework) = framework else {
                unreadable.extend(root.get("id").and_then(Node::text).map(String::from));
                self.faults_of(name, &root, faults);
                continue;
            };
            faults.extend(check::framework(&framework, &self.loaded.words()));
            if self.loaded.frameworks.contains_key(&framework.id) {
                let what = format!("another file defines the framework “{}” already", framework.id);
                faults.push(Fault::new("duplicate-id", what, "give it an id of its own").at("id"));
            }
            self.faults_of(name, &root, faults);
            self.loaded.frameworks.entry(framework.id.clone()).or_insert(framework);
        }
        self.named_framework(&unreadable);
    }

    /// The framework that the settings name must be there.
    fn named_framework(&mut self, unreadable: &BTreeSet<String>) {
        let known = &self.loaded.frameworks;
        if known.is_empty() && unreadable.is_empty() && !self.broken_frameworks {
            let remedy = "add one to the folder frameworks; `linchpin new` writes a small one";
            let fault = Fault::new("no-framework", "the dossier has no framework", remedy);
            self.fault("frameworks", None, None, fault);
            return;
        }
        let (Some(settings), Some(root)) = (&self.loaded.settings, self.trees.get(SETTINGS)) else { return };
        let wanted = &settings.framework;
        if known.contains_key(wanted) || unreadable.contains(wanted) || self.broken_frameworks {
            return;
        }
        let remedy = check::instead(wanted, known.keys().map(String::as_str), || "name a framework".into());
        let what = format!("no file in the folder frameworks has the id “{wanted}”");
        let line = root.line_of("framework");
        self.fault(SETTINGS, Some(line), None, Fault::new("unknown-framework", what, remedy));
    }

    fn logs(&mut self) {
        for (name, entries) in std::mem::take(&mut self.logs) {
            self.source_known(&name);
            let file: Arc<str> = name.as_str().into();
            for entry in entries {
                match entry.found {
                    Ok(line) => {
                        self.loaded.lines.push(Logged { file: file.clone(), number: entry.number, line });
                    }
                    Err(unread) => {
                        self.loaded.unreadable_statements.extend(unread.id);
                        for (column, fault) in unread.faults {
                            self.fault(&name, Some(entry.number), column, fault);
                        }
                    }
                }
            }
        }
        let words = self.loaded.words();
        let alone: Vec<(usize, Fault)> = self
            .loaded
            .lines
            .par_iter()
            .enumerate()
            .flat_map_iter(|(at, logged)| {
                let faults = line_faults(logged, &words);
                faults.into_iter().map(move |fault| (at, fault))
            })
            .collect();
        let lines: Vec<&Line> = self.loaded.lines.iter().map(|logged| &logged.line).collect();
        let place = |at: usize| format!("{}:{}", self.loaded.lines[at].file, self.loaded.lines[at].number);
        let together = check::log(&lines, place, &self.loaded.unreadable_statements);
        for (at, fault) in alone.into_iter().chain(together) {
            let (file, number) = (self.loaded.lines[at].file.clone(), self.loaded.lines[at].number);
            self.fault(&file, Some(number), None, fault);
        }
    }

    /// A log must bear the name of a source.
    fn source_known(&mut self, name: &str) {
        let Some(source) = source_of(name) else { return };
        let words = self.loaded.words();
        let known = &words.known.sources;
        if known.contains_key(source)
            || words.missing.contains(&WordKind::Source)
            || words.unreadable.contains(source)
        {
            return;
        }
        let what = format!("the log is named after “{source}”, which is no source of this dossier");
        let ids = known.keys().map(|id| id.as_str());
        let remedy = match check::nearest(source, ids) {
            Some(near) => format!("rename it to {near}.jsonl?"),
            None => "add the source to sources.toml, or rename the log".into(),
        };
        self.fault(name, None, None, Fault::new("unknown-source", what, remedy));
    }
}

/// Actors and alliances share one space of ids; every other kind has its own.
fn space(kind: WordKind) -> WordKind {
    if kind == WordKind::Alliance { WordKind::Actor } else { kind }
}

/// Where each word stands: its file and record.
type Places = BTreeMap<(WordKind, String), (&'static str, Node)>;

/// Everything wrong with a line by itself, and with its standing in its file.
pub(crate) fn line_faults(logged: &Logged, words: &Words) -> Vec<Fault> {
    let mut faults = check::line(&logged.line, words);
    let source = source_of(&logged.file);
    let first = logged.statement().and_then(|statement| statement.evidence.first());
    if let (Some(evidence), Some(source)) = (first, source)
        && evidence.source.as_str() != source
        && [source, evidence.source.as_str()].iter().all(|id| words.known.sources.contains_key(*id))
    {
        faults.push(Fault::new(
            "wrong-log",
            format!("the first evidence is from “{}”, but this is the log of “{source}”", evidence.source),
            format!(
                "move the line to statements/{}.jsonl, or put the evidence from “{source}” first",
                evidence.source
            ),
        ));
    }
    faults
}
