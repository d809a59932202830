//! Anybody's codings, as a table in CSV.

use super::{Coded, Codings, Scale};
use std::collections::BTreeMap;

/// A scale has no more levels than this.
pub const MOST_LEVELS: usize = 100;

const ITEM: &str = "item";
const CODER: &str = "coder";
const LEVEL: &str = "level";
const SCALE: &str = "scale";

/// What is wrong with a table, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// the line, from 1
    pub line: u64,
    /// the column, from 1; none where the whole line is meant
    pub column: Option<usize>,
    /// what is wrong
    pub flaw: Flaw,
}

/// What can be wrong with a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Flaw {
    /// there is nothing below the line of column names, or not even that
    Empty,
    /// the bytes are no text in UTF-8
    NotText,
    /// a column that must be there is not
    NoColumn(&'static str),
    /// a column that means nothing here
    StrangeColumn(String),
    /// a column that is there twice
    ColumnTwice(String),
    /// a line has more or fewer cells than there are columns
    Cells {
        /// how many it has
        found: usize,
        /// how many it should have
        wanted: usize,
    },
    /// a cell is empty
    Blank(&'static str),
    /// a level that is no whole number from 1 to [`MOST_LEVELS`]
    NoNumber(String),
    /// a level that is none of the words for levels
    NoWord {
        /// as written
        found: String,
        /// the words
        known: Vec<String>,
    },
    /// a coder rates an item again
    Twice {
        /// the item
        item: String,
        /// the coder
        coder: String,
        /// the line where the coder did so first
        first: u64,
    },
    /// an item stands on another scale than before
    OtherScale {
        /// the item
        item: String,
        /// the scale it stood on
        before: String,
        /// the line where it did
        first: u64,
    },
}

/// What the columns are called in the table at hand.
struct Columns {
    item: usize,
    coder: usize,
    level: usize,
    scale: Option<usize>,
    count: usize,
}

/// One line of the table.
struct Row {
    line: u64,
    item: String,
    coder: String,
    level: usize,
    scale: String,
}

/// The codings of a table with the columns `item`, `coder`, `level` and, where items stand on several scales, `scale`, in
/// any order. A level is one of `words`, which rise; without words it is a whole number from 1, and a scale has as many
/// levels as its greatest, but at least two.
pub fn of_table(bytes: &[u8], words: &[String]) -> Result<Codings, Fault> {
    let text = text(bytes)?;
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .trim(csv::Trim::All)
        .from_reader(text.as_bytes());
    let mut records = reader.records().map(|record| {
        // text in memory that is UTF-8 can always be read
        record.map_err(|_| Fault { line: 1, column: None, flaw: Flaw::NotText })
    });
    let empty = Fault { line: 1, column: None, flaw: Flaw::Empty };
    let head = records.next().ok_or_else(|| empty.clone())??;
    let columns = Columns::of(&head)?;
    let rows: Vec<Row> =
        records.map(|record| row(&record?, &columns, words)).collect::<Result<_, Fault>>()?;
    if rows.is_empty() {
        return Err(empty);
    }
    consistent(&rows, &columns)?;
    Ok(codings(&rows, words))
}

fn text(bytes: &[u8]) -> Result<&str, Fault> {
    let text = std::str::from_utf8(bytes).map_err(|error| {
        let before = &bytes[..error.valid_up_to()];
        let line = 1 + before.iter().filter(|byte| **byte == b'\n').count() as u64;
        Fault { line, column: None, flaw: Flaw::NotText }
    })?;
    // spreadsheets like to put a byte order mark first
    Ok(text.strip_prefix('\u{feff}').unwrap_or(text))
}

impl Columns {
    fn of(head: &csv::StringRecord) -> Result<Columns, Fault> {
        let line = line(head);
        let fault = |column: Option<usize>, flaw| Fault { line, column, flaw };
        let mut places: BTreeMap<&str, usize> = BTreeMap::new();
        for (at, name) in head.iter().enumerate() {
            if ![ITEM, CODER, LEVEL, SCALE].contains(&name) {
                return Err(fault(Some(at + 1), Flaw::StrangeColumn(name.into())));
            }
            if places.insert(name, at).is_some() {
                return Err(fault(Some(at + 1), Flaw::ColumnTwice(name.into())));
            }
        }
        let place = |name| places.get(name).copied().ok_or_else(|| fault(None, Flaw::NoColumn(name)));
        Ok(Columns {
            item: place(ITEM)?,
            coder: place(CODER)?,
            level: place(LEVEL)?,
            scale: places.get(SCALE).copied(),
            count: head.len(),
        })
    }
}

fn line(record: &csv::StringRecord) -> u64 {
    record.position().map_or(1, csv::Position::line)
}

fn row(record: &csv::StringRecord, columns: &Columns, words: &[String]) -> Result<Row, Fault> {
    let line = line(record);
    if record.len() != columns.count {
        let flaw = Flaw::Cells { found: record.len(), wanted: columns.count };
        return Err(Fault { line, column: None, flaw });
    }
    let cell = |at: usize, name: &'static str| match &record[at] {
        "" => Err(Fault { line, column: Some(at + 1), flaw: Flaw::Blank(name) }),
        text => Ok(text.to_string()),
    };
    let written = cell(columns.level, LEVEL)?;
    let level =
        level(&written, words).map_err(|flaw| Fault { line, column: Some(columns.level + 1), flaw })?;
    Ok(Row {
        line,
        item: cell(columns.item, ITEM)?,
        coder: cell(columns.coder, CODER)?,
        level,
        scale: columns.scale.map_or(Ok(String::new()), |at| cell(at, SCALE))?,
    })
}

/// A level, counted from 0.
fn level(written: &str, words: &[String]) -> Result<usize, Flaw> {
    if words.is_empty() {
        let number = written.parse().ok().filter(|number| (1..=MOST_LEVELS).contains(number));
        return number.map(|number| number - 1).ok_or_else(|| Flaw::NoNumber(written.into()));
    }
    let place = words.iter().position(|word| word == written);
    place.ok_or_else(|| Flaw::NoWord { found: written.into(), known: words.to_vec() })
}

/// No coder rates an item twice, and an item stands on one scale.
fn consistent(rows: &[Row], columns: &Columns) -> Result<(), Fault> {
    let mut rated: BTreeMap<(&str, &str), u64> = BTreeMap::new();
    let mut scales: BTreeMap<&str, &Row> = BTreeMap::new();
    for row in rows {
        if let Some(first) = rated.insert((&row.item, &row.coder), row.line) {
            let flaw = Flaw::Twice { item: row.item.clone(), coder: row.coder.clone(), first };
            return Err(Fault { line: row.line, column: Some(columns.coder + 1), flaw });
        }
        let before = scales.entry(&row.item).or_insert(row);
        if before.scale != row.scale {
            let flaw =
                Flaw::OtherScale { item: row.item.clone(), before: before.scale.clone(), first: before.line };
            return Err(Fault { line: row.line, column: columns.scale.map(|at| at + 1), flaw });
        }
    }
    Ok(())
}

fn codings(rows: &[Row], words: &[String]) -> Codings {
    let names = |of: fn(&Row) -> &String| {
        let mut names: Vec<String> = rows.iter().map(|row| of(row).clone()).collect();
        names.sort_unstable();
        names.dedup();
        names
    };
    let coders = names(|row| &row.coder);
    let scale_names = names(|row| &row.scale);
    let mut highest = vec![1; scale_names.len()];
    let mut items: BTreeMap<&str, Coded> = BTreeMap::new();
    let place = |names: &[String], name: &String| names.binary_search(name).unwrap_or_default();
    for row in rows {
        let scale = place(&scale_names, &row.scale);
        highest[scale] = row.level.max(highest[scale]);
        let item = items.entry(&row.item).or_insert_with(|| Coded {
            item: row.item.clone(),
            scale,
            ..Coded::default()
        });
        item.given.push((place(&coders, &row.coder), row.level));
    }
    items.values_mut().for_each(|item| item.given.sort_unstable());
    let levels = |highest: usize| -> Vec<String> {
        if words.is_empty() {
            (1..=highest + 1).map(|level| level.to_string()).collect()
        } else {
            words.to_vec()
        }
    };
    let scales = scale_names.into_iter().zip(highest);
    Codings {
        coders,
        scales: scales.map(|(scale, highest)| Scale { scale, levels: levels(highest) }).collect(),
        items: items.into_values().collect(),
    }
}
