//! `linchpin anchor FILE --find "…"`: the anchor of a passage, ready to be pasted into a log line.

use crate::context::{Context, read_text};
use crate::error::Error;
use linchpin_dossier::anchor;
use std::path::PathBuf;

/// The options of `anchor`.
#[derive(clap::Args)]
pub struct Args {
    #[arg(value_name = "FILE")]
    file: PathBuf,
    #[arg(long, value_name = "PASSAGE", required = true)]
    find: String,
    #[arg(long)]
    quote: bool,
}

/// How many of several places are shown.
const PLACES_SHOWN: usize = 5;

pub fn run(args: &Args, context: &Context<'_>) -> Result<(), Error> {
    let voice = context.voice;
    let text = read_text(&args.file, voice)?;
    let file = args.file.display().to_string();
    let failed = |error: anchor::Error| match error {
        anchor::Error::Never => Error::input(voice.fill("anchor-never", &[("file", file.clone().into())]))
            .with(voice.say("anchor-never-remedy")),
        anchor::Error::Several(count) => {
            let mut what =
                voice.fill("anchor-several", &[("file", file.clone().into()), ("count", count.into())]);
            for line in places(&text, &args.find).into_iter().take(PLACES_SHOWN) {
                what.push_str(&format!("\n  {file}:{line}"));
            }
            Error::input(what).with(voice.say("anchor-several-remedy"))
        }
        anchor::Error::Nothing => Error::usage(voice.say("anchor-nothing")),
        anchor::Error::BadSpan { .. } => {
            Error::input(voice.fill("anchor-too-long", &[("file", file.clone().into())]))
        }
    };
    let span = anchor::find(&text, &args.find).map_err(failed)?;
    let mut found = anchor::make(&text, span.clone()).map_err(failed)?;
    if args.quote {
        found.quote = text.get(span).map(String::from);
    }
    let line = serde_json::to_string(&found).unwrap_or_else(|e| panic!("an anchor became no JSON: {e}"));
    context.print(&format!("{line}\n"))
}

/// The lines in which a passage begins, counted from 1; runs of white space count as one space.
fn places(text: &str, passage: &str) -> Vec<usize> {
    let start = passage.split(['…']).next().unwrap_or_default();
    let start = start.split("...").next().unwrap_or_default();
    let words: Vec<&str> = start.split_whitespace().collect();
    let Some((first, rest)) = words.split_first() else { return vec![] };
    let begins = |at: &usize| {
        let mut after = text[at + first.len()..].trim_start();
        rest.iter().all(|word| match after.strip_prefix(word) {
            Some(behind) => {
                after = behind.trim_start();
                true
            }
            None => false,
        })
    };
    let starts = text.match_indices(first).map(|(at, _)| at).filter(begins);
    starts.map(|at| 1 + text[..at].matches('\n').count()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_lines() {
        let text = "one two\nthree one\ntwo four\none three";
        assert_eq!(places(text, "one two"), [1, 2]);
        assert_eq!(places(text, "one … four"), [1, 2, 4]);
        assert_eq!(places(text, " "), Vec::<usize>::new());
    }
}
