//! Makes a large dossier out of a small one, for measurements:
//! `cargo run --release -p linchpin-dossier --example synthetic -- BASE DIR 100000`.
//!
//! Its statements are those of BASE again and again, with new ids, from new sources that were issued between 2015 and
//! 2024, and valid in the month before.

use linchpin_dossier::{Files, Folder, new, read_files};
use linchpin_model::log::{Entry, Line};
use linchpin_model::source::Source;
use linchpin_model::statement::Statement;
use std::collections::BTreeMap;
use std::error::Error;
use std::io::Read;
use std::path::Path;

/// How many sources the new statements come from.
const SOURCES: usize = 40;

/// The files of a dossier with so many statements more than its base.
pub fn synthetic(base: &dyn Files, statements: usize) -> Result<BTreeMap<String, Vec<u8>>, Box<dyn Error>> {
    let snapshot = read_files(base)?;
    let mut files = BTreeMap::new();
    for name in base.list()? {
        let mut bytes = Vec::new();
        base.open(&name)?.read_to_end(&mut bytes)?;
        files.insert(name, bytes);
    }
    let model = snapshot.vocabulary().sources.values().next().ok_or("the base has no source")?;
    let sources: Vec<Source> = (0..SOURCES).map(|number| source(model, number)).collect::<Result<_, _>>()?;
    let records = toml::to_string(&BTreeMap::from([("source", &sources)]))?;
    files.entry("sources.toml".into()).or_default().extend_from_slice(format!("\n{records}").as_bytes());

    let models: Vec<(&Line, &Statement)> =
        snapshot.lines().iter().filter_map(|logged| Some((&logged.line, logged.statement()?))).collect();
    for number in 0..statements {
        let (line, statement) = models[number % models.len()];
        let source = &sources[number % SOURCES];
        let line = Line { entry: Entry::Assert(Box::new(again(statement, source, number)?)), ..line.clone() };
        let log = files.entry(format!("statements/{}.jsonl", source.id)).or_default();
        serde_json::to_writer(&mut *log, &line)?;
        log.push(b'\n');
    }
    Ok(files)
}

fn issued(number: usize) -> (usize, usize) {
    (2015 + number % 10, 2 + number % 11)
}

fn source(model: &Source, number: usize) -> Result<Source, Box<dyn Error>> {
    let (year, month) = issued(number);
    let issued = format!("{year}-{month:02}-01").parse()?;
    Ok(Source {
        id: format!("synthetic-{number:02}").into(),
        issued,
        text_sha256: None,
        copy_of: None,
        ..model.clone()
    })
}

fn again(model: &Statement, source: &Source, number: usize) -> Result<Statement, Box<dyn Error>> {
    let (year, month) = issued(number % SOURCES);
    let mut statement = model.clone();
    statement.id = format!("synthetic-{number:06}").into();
    statement.valid = format!("{year}-{:02}", month - 1).parse()?;
    statement.evidence.truncate(1);
    for evidence in &mut statement.evidence {
        evidence.source = source.id.clone();
    }
    Ok(statement)
}

// The benchmark that includes this file has a main function of its own.
#[allow(dead_code)]
fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [base, dir, statements] = arguments.as_slice() else {
        return Err("give the folder of a dossier, a new folder and a number of statements".into());
    };
    let files = synthetic(&Folder::new(base), statements.parse()?)?;
    new::copy(&files, Path::new(dir))?;
    Ok(())
}
