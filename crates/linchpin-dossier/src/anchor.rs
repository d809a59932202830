//! Anchors: passages of a text that are found again, or known to be lost.
//!
//! A dossier holds no source text, only where a passage stands and the SHA-256 of the text and of the passage. When
//! the text at hand is another version, the passage is searched for by hashing stretches of the same length in
//! bytes; a hash that rolls along the text cannot be used, since only the SHA-256 is known. So the search goes in
//! two steps: first the stretches that begin and end with words, which passages do; then, if that finds nothing, all
//! others, but never more than [`SEARCH_LIMIT`] bytes in all. In a text of 1 MB that reaches passages of about 1,000
//! bytes wherever they begin, and longer ones where they begin and end with words. What is not found in these bounds
//! is lost.

use crate::{Knowledge, Snapshot};
use linchpin_model::id::{SourceId, StatementId};
use linchpin_model::statement::Anchor;
use rayon::prelude::*;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::ops::Range;
use std::path::{Path, PathBuf};

/// How many bytes are hashed at most in the second step of a search; about a second's work.
pub const SEARCH_LIMIT: u64 = 1 << 30;

/// Why there is no anchor.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Error {
    /// the passage is not in the text
    #[error(
        "the text has no such passage; copy its first and last words exactly, as in “first words … last words”"
    )]
    Never,
    /// the passage is in the text more than once
    #[error("the text has this passage {0} times; take more words, so that it is the only one")]
    Several(usize),
    /// nothing is sought
    #[error("there is nothing to look for; give some words of the passage")]
    Nothing,
    /// the span does not lie between characters of the text
    #[error(
        "bytes {start} to {end} are no passage of the text, which has {length} bytes; give a first byte and the byte \
         after the last, both between characters"
    )]
    BadSpan {
        /// the first byte
        start: usize,
        /// the byte after the last
        end: usize,
        /// how many bytes the text has
        length: usize,
    },
}

/// The place of a passage that stands in the text exactly once. Runs of white space count as one space on both
/// sides. A long passage may be given by its beginning and end, joined by `…` or `...`: it runs from the first words
/// to the nearest last words after them.
pub fn find(text: &str, passage: &str) -> Result<Range<usize>, Error> {
    let text = Folded::of(text);
    let sought = Folded::of(passage.trim()).text;
    if sought.is_empty() {
        return Err(Error::Nothing);
    }
    let whole: Vec<_> = text.places(&sought).map(|start| start..start + sought.len()).collect();
    let found = if whole.is_empty() { text.spans_of_ends(&sought) } else { whole };
    match found.as_slice() {
        [] => Err(Error::Never),
        [span] => Ok(text.origin(span)),
        several => Err(Error::Several(several.len())),
    }
}

/// The anchor of a passage, given by its bytes; without a quotation.
pub fn make(text: &str, span: Range<usize>) -> Result<Anchor, Error> {
    let wrong = Error::BadSpan { start: span.start, end: span.end, length: text.len() };
    let passage = text.get(span.clone()).filter(|passage| !passage.is_empty()).ok_or(wrong.clone())?;
    let [Ok(start), Ok(end)] = [u32::try_from(span.start), u32::try_from(span.end)] else {
        return Err(wrong);
    };
    Ok(Anchor {
        text: sha256(text.as_bytes()),
        span: [start, end],
        passage: sha256(passage.as_bytes()),
        quote: None,
    })
}

/// What became of an anchor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// the passage stands where the anchor says
    Exact,
    /// the text has changed, and the passage stands elsewhere in it, once
    Moved([u32; 2]),
    /// the text has changed, and the passage was found nowhere or more than once
    Lost,
    /// the text is not at hand
    NotPresent,
}

/// Finds the passage of an anchor in a text.
pub fn check(text: &str, anchor: &Anchor) -> Outcome {
    check_hashed(text, &sha256(text.as_bytes()), anchor)
}

fn check_hashed(text: &str, hash: &str, anchor: &Anchor) -> Outcome {
    let span = anchor.span[0] as usize..anchor.span[1] as usize;
    let there = text.get(span.clone()).filter(|passage| sha256(passage.as_bytes()) == anchor.passage);
    if there.is_some() && hash == anchor.text {
        return Outcome::Exact;
    }
    let Some(start) = there.map(|_| span.start).or_else(|| search(text, anchor)) else {
        return Outcome::Lost;
    };
    // Once one place is known, so are the words, and the others are found by them.
    let passage = &text[start..start + span.len()];
    let alone = places(text, passage).take(2).count() == 1;
    match (alone, there) {
        (false, _) => Outcome::Lost,
        (true, Some(_)) => Outcome::Exact,
        (true, None) => match [start, start + span.len()].map(u32::try_from) {
            [Ok(start), Ok(end)] => Outcome::Moved([start, end]),
            _ => Outcome::Lost,
        },
    }
}

/// Where a stretch of the text with the anchor's length and hash starts.
fn search(text: &str, anchor: &Anchor) -> Option<usize> {
    let length = anchor.span[1].checked_sub(anchor.span[0]).filter(|length| *length > 0)? as usize;
    let wanted: [u8; 32] = hex::decode(&anchor.passage).ok()?.try_into().ok()?;
    let last = text.len().checked_sub(length)?;
    let fits = |start: &usize| text.is_char_boundary(*start) && text.is_char_boundary(start + length);
    let matches = |start: &usize| -> bool {
        let digest: [u8; 32] = Sha256::digest(&text.as_bytes()[*start..start + length]).into();
        digest == wanted
    };
    let by_words = |start: &usize| between_words(text, *start) && between_words(text, start + length);
    let first = (0..=last).filter(fits).filter(by_words).find(matches);
    let budget = usize::try_from(SEARCH_LIMIT / length as u64).unwrap_or(usize::MAX);
    first.or_else(|| (0..=last).filter(fits).filter(|start| !by_words(start)).take(budget).find(matches))
}

/// Whether no word runs across a place in a text.
fn between_words(text: &str, at: usize) -> bool {
    let before = text[..at].chars().next_back().is_some_and(char::is_alphanumeric);
    let after = text[at..].chars().next().is_some_and(char::is_alphanumeric);
    !(before && after)
}

/// All places of a passage in a text, overlapping ones included.
fn places<'t>(text: &'t str, passage: &'t str) -> impl Iterator<Item = usize> + 't {
    let mut from = 0;
    std::iter::from_fn(move || {
        let at = from + text.get(from..)?.find(passage)?;
        from = at + text[at..].chars().next().map_or(1, char::len_utf8);
        Some(at)
    })
}

fn sha256(bytes: &[u8]) -> String {
    hex::encode(Sha256::digest(bytes))
}

/// A text in which each run of white space is one space, and where its bytes come from.
struct Folded {
    text: String,
    /// for each byte of the folded text: the first byte of its character in the original
    origins: Vec<usize>,
    /// for each byte of the folded text: the byte after its character in the original
    ends: Vec<usize>,
}

impl Folded {
    fn of(original: &str) -> Self {
        let mut folded = Folded { text: String::new(), origins: Vec::new(), ends: Vec::new() };
        for (at, character) in original.char_indices() {
            let space = character.is_whitespace();
            if space && folded.text.ends_with(' ') {
                continue;
            }
            let character = if space { ' ' } else { character };
            folded.text.push(character);
            let end = at + original[at..].chars().next().map_or(1, char::len_utf8);
            folded.origins.resize(folded.text.len(), at);
            folded.ends.resize(folded.text.len(), end);
        }
        folded
    }

    fn places<'t>(&'t self, passage: &'t str) -> impl Iterator<Item = usize> + 't {
        places(&self.text, passage)
    }

    /// The spans from the beginning of a passage to its end, where an ellipsis joins the two.
    fn spans_of_ends(&self, passage: &str) -> Vec<Range<usize>> {
        let Some((head, tail)) = passage.split_once('…').or_else(|| passage.split_once("...")) else {
            return Vec::new();
        };
        let (head, tail) = (head.trim(), tail.trim());
        if head.is_empty() || tail.is_empty() {
            return Vec::new();
        }
        let spans = self.places(head).filter_map(|start| {
            let after = start + head.len();
            let end = after + self.text[after..].find(tail)? + tail.len();
            Some(start..end)
        });
        spans.collect()
    }

    /// Where a stretch of the folded text stands in the original.
    fn origin(&self, span: &Range<usize>) -> Range<usize> {
        self.origins[span.start]..self.ends[span.end - 1]
    }
}

/// What became of all anchors of a dossier.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AnchorReport {
    /// anchors whose passage stands where they say
    pub exact: usize,
    /// anchors whose passage stands elsewhere in a changed text
    pub moved: usize,
    /// anchors whose passage is no longer in the text, or in it more than once
    pub lost: usize,
    /// anchors whose text is not at hand
    pub not_present: usize,
    /// each, in the order of the logs
    pub each: Vec<AnchorFinding>,
}

/// What became of one anchor.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AnchorFinding {
    /// the statement that rests on the passage
    pub statement: StatementId,
    /// the source that the passage is from
    pub source: SourceId,
    /// the log, relative to the dossier
    pub file: String,
    /// the line in it, counted from 1
    pub line: u64,
    /// what became of it
    pub outcome: Outcome,
}

/// A folder of texts that cannot be read.
#[derive(Debug, thiserror::Error)]
#[error("cannot read the texts in {}: {cause}", .path.display())]
pub struct TextsError {
    /// the folder or file
    pub path: PathBuf,
    /// what went wrong
    #[source]
    pub cause: io::Error,
}

/// Finds every anchor of the statements that are in force, whatever their rank and status, in the texts of a folder.
///
/// The text of a source is the file with the SHA-256 that the anchor names, else the one with the source's
/// `text-sha256`, else the one called `<source id>.txt`. Anchors whose text is not there are counted apart.
pub fn anchors(snapshot: &Snapshot, texts: &Path) -> Result<AnchorReport, TextsError> {
    let texts = Texts::read(texts)?;
    let view = snapshot.view(&Knowledge::default());
    let mut sought = Vec::new();
    for seen in view.statements() {
        let Some((file, line)) = seen.place else { continue };
        let anchored = seen.statement.evidence.iter().filter_map(|e| Some((&e.source, e.anchor.as_ref()?)));
        sought.extend(anchored.map(|(source, anchor)| (&seen.statement.id, source, file, line, anchor)));
    }
    let each: Vec<AnchorFinding> = sought
        .into_par_iter()
        .map(|(statement, source, file, line, anchor)| {
            let outcome = match texts.of(snapshot, source, anchor) {
                Some((text, hash)) => check_hashed(text, hash, anchor),
                None => Outcome::NotPresent,
            };
            AnchorFinding {
                statement: statement.clone(),
                source: source.clone(),
                file: file.into(),
                line,
                outcome,
            }
        })
        .collect();
    let count = |fits: fn(&Outcome) -> bool| each.iter().filter(|finding| fits(&finding.outcome)).count();
    Ok(AnchorReport {
        exact: count(|outcome| *outcome == Outcome::Exact),
        moved: count(|outcome| matches!(outcome, Outcome::Moved(_))),
        lost: count(|outcome| *outcome == Outcome::Lost),
        not_present: count(|outcome| *outcome == Outcome::NotPresent),
        each,
    })
}

/// The texts of a folder.
struct Texts {
    by_hash: BTreeMap<String, String>,
    /// the hash of a file, by its name
    by_name: BTreeMap<String, String>,
}

impl Texts {
    fn read(folder: &Path) -> Result<Self, TextsError> {
        let failed = |path: &Path| {
            let path = path.to_path_buf();
            move |cause| TextsError { path, cause }
        };
        let mut texts = Texts { by_hash: BTreeMap::new(), by_name: BTreeMap::new() };
        for entry in fs::read_dir(folder).map_err(failed(folder))? {
            let path = entry.map_err(failed(folder))?.path();
            let Some(name) = path.file_name().and_then(|name| name.to_str()).filter(|_| path.is_file())
            else {
                continue;
            };
            // What is no text holds no passage.
            let Ok(text) = String::from_utf8(fs::read(&path).map_err(failed(&path))?) else { continue };
            let hash = sha256(text.as_bytes());
            texts.by_name.insert(name.into(), hash.clone());
            texts.by_hash.insert(hash, text);
        }
        Ok(texts)
    }

    /// The text of a source, with its hash.
    fn of(&self, snapshot: &Snapshot, source: &SourceId, anchor: &Anchor) -> Option<(&str, &str)> {
        let record = snapshot.vocabulary().sources.get(source);
        let named = self.by_name.get(&format!("{source}.txt"));
        [Some(&anchor.text), record.and_then(|record| record.text_sha256.as_ref()), named]
            .into_iter()
            .flatten()
            .find_map(|hash| self.by_hash.get_key_value(hash))
            .map(|(hash, text)| (text.as_str(), hash.as_str()))
    }
}
