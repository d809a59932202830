//! Reading one log: lines of bounded length, parsed in parallel and kept in order.

use crate::tree::{self, Node};
use linchpin_model::fault::Fault;
use linchpin_model::log::Line;
use rayon::prelude::*;
use std::io::{self, Read};

/// The longest line that is read, in bytes. A statement takes about a thousand.
pub(crate) const LONGEST_LINE: usize = 1 << 20;

/// So many bytes of lines are parsed at a time.
const BATCH: usize = 8 << 20;

/// What stands on a line of a log.
pub(crate) struct Entry {
    /// counted from 1
    pub number: u64,
    pub found: Result<Line, Unread>,
}

/// A line that could not be understood.
pub(crate) struct Unread {
    /// what is wrong, each with a column where that helps
    pub faults: Vec<(Option<u64>, Fault)>,
    /// the id of the statement on it, if that much could be read
    pub id: Option<String>,
}

impl Unread {
    fn new(column: Option<u64>, fault: Fault) -> Self {
        Unread { faults: vec![(column, fault)], id: None }
    }
}

/// Reads a log from its start. Every piece of the file passes through `tap` in order. A line longer than
/// [`LONGEST_LINE`] is skipped without being held in memory.
pub(crate) fn read(file: &mut dyn Read, mut tap: impl FnMut(&[u8])) -> io::Result<Vec<Entry>> {
    let mut entries = Vec::new();
    let mut batch = Batch::default();
    let mut piece = vec![0; 1 << 18];
    // the line that is being read: its number, what was read of it, and how long it is
    let (mut number, mut line, mut length) = (1, Vec::new(), 0);
    loop {
        let read = match file.read(&mut piece) {
            Ok(0) => break,
            Ok(read) => read,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            Err(error) => return Err(error),
        };
        tap(&piece[..read]);
        let mut rest = &piece[..read];
        while let Some(end) = rest.iter().position(|byte| *byte == b'\n') {
            length += end;
            if length <= LONGEST_LINE {
                line.extend_from_slice(&rest[..end]);
            }
            batch.take(number, &line, length, true);
            (line, length) = (Vec::new(), 0);
            number += 1;
            rest = &rest[end + 1..];
            if batch.bytes.len() >= BATCH {
                batch.parse(&mut entries);
            }
        }
        length += rest.len();
        if length <= LONGEST_LINE {
            line.extend_from_slice(rest);
        }
    }
    if length > 0 {
        batch.take(number, &line, length, false);
    }
    batch.parse(&mut entries);
    Ok(entries)
}

/// Lines that wait to be parsed together.
#[derive(Default)]
struct Batch {
    bytes: Vec<u8>,
    lines: Vec<Raw>,
}

struct Raw {
    number: u64,
    start: usize,
    end: usize,
    length: usize,
    /// whether a line break ends it
    ended: bool,
}

impl Batch {
    fn take(&mut self, number: u64, line: &[u8], length: usize, ended: bool) {
        let start = self.bytes.len();
        if length <= LONGEST_LINE {
            self.bytes.extend_from_slice(line);
        }
        self.lines.push(Raw { number, start, end: self.bytes.len(), length, ended });
    }

    fn parse(&mut self, into: &mut Vec<Entry>) {
        let parsed: Vec<Option<Entry>> = self
            .lines
            .par_iter()
            .map(|raw| {
                let bytes = &self.bytes[raw.start..raw.end];
                let found = if raw.length > LONGEST_LINE {
                    Err(too_long(raw.length))
                } else if bytes.iter().all(u8::is_ascii_whitespace) {
                    return None;
                } else {
                    parse(bytes, raw.ended)
                };
                Some(Entry { number: raw.number, found })
            })
            .collect();
        into.extend(parsed.into_iter().flatten());
        self.bytes.clear();
        self.lines.clear();
    }
}

fn too_long(length: usize) -> Unread {
    Unread::new(
        None,
        Fault::new(
            "line-too-long",
            format!("the line has {length} bytes; more than {LONGEST_LINE} are not read"),
            "write one entry on each line; long texts do not belong in a log",
        ),
    )
}

/// Reads one line; `ended` says whether a line break ends it.
pub(crate) fn parse(bytes: &[u8], ended: bool) -> Result<Line, Unread> {
    let found = understand(bytes);
    match found {
        Err(_) if !ended && serde_json::from_slice::<serde::de::IgnoredAny>(bytes).is_err() => {
            let what = "the last line breaks off, as after a crash while it was written";
            Err(Unread::new(None, Fault::new("torn-line", what, "delete the line")))
        }
        other => other,
    }
}

fn understand(bytes: &[u8]) -> Result<Line, Unread> {
    let text = std::str::from_utf8(bytes).map_err(|error| {
        let column = String::from_utf8_lossy(&bytes[..error.valid_up_to()]).chars().count() as u64 + 1;
        Unread::new(Some(column), not_utf8())
    })?;
    if text.starts_with('\u{feff}') {
        let what = "the file begins with a byte order mark";
        return Err(Unread::new(
            None,
            Fault::new("byte-order-mark", what, "save the file as UTF-8 without one"),
        ));
    }
    let error = match serde_json::from_str(text) {
        Ok(line) => return Ok(line),
        Err(error) => error,
    };
    if ["<<<<<<<", "=======", ">>>>>>>", "|||||||"].iter().any(|mark| text.starts_with(mark)) {
        let what = "git left a mark of a merge conflict here";
        let remedy = "keep the lines of both sides and delete the marks";
        return Err(Unread::new(None, Fault::new("merge-conflict", what, remedy)));
    }
    let Ok(value) = serde_json::from_str(text) else {
        return Err(Unread::new(Some(error.column() as u64), broken(&error)));
    };
    let node = Node::of_json(value);
    let mut faults = Vec::new();
    tree::read::<Line>(&node, &mut faults);
    if faults.is_empty() {
        // What the parser refuses and the tree does not show: a field that is given twice.
        return Err(Unread::new(Some(error.column() as u64), broken(&error)));
    }
    Err(Unread { faults: faults.into_iter().map(|fault| (None, placed(fault))).collect(), id: id_on(&node) })
}

/// The fault with its place in the line, which no line number can tell.
fn placed(fault: Fault) -> Fault {
    let remedy = match fault.remedy.strip_prefix("write a table") {
        Some(rest) => format!("write a JSON object{rest}"),
        None => fault.remedy.clone(),
    };
    let what = fault.what.replacen("” is a table", "” is a JSON object", 1);
    let fault = Fault { what, remedy, ..fault };
    if fault.field.is_empty() {
        fault
    } else {
        Fault { what: format!("{}: {}", fault.field, fault.what), ..fault }
    }
}

fn broken(error: &serde_json::Error) -> Fault {
    let message = error.to_string();
    let what = message.rsplit_once(" at line ").map_or(message.as_str(), |(what, _)| what);
    Fault::new("broken-json", what, "write one JSON object on the line")
}

pub(crate) fn not_utf8() -> Fault {
    Fault::new("not-utf8", "the text is not UTF-8 from here on", "save the file as UTF-8")
}

fn id_on(node: &Node) -> Option<String> {
    let entry = node.get("entry")?;
    let statement = entry.get("assert").or_else(|| entry.get("supersede")?.get("new"))?;
    statement.get("id")?.text().map(Into::into)
}
