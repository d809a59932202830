//! What is wrong with a command line, in the user's language.

use crate::error::Error;
use crate::i18n::Voice;
use clap::error::{ContextKind, ContextValue, ErrorKind};

/// Prints help and version where they were asked for; everything else is an error of usage.
pub fn report(error: &clap::Error, voice: &Voice) -> Result<(), Error> {
    match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
            crate::context::write(&error.render().ansi().to_string(), voice)
        }
        ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            crate::context::write(&error.render().ansi().to_string(), voice)?;
            Err(Error::usage(voice.say("usage-no-command")))
        }
        _ => Err(described(error, voice)),
    }
}

fn described(error: &clap::Error, voice: &Voice) -> Error {
    let get = |kind| error.get(kind).map(words).unwrap_or_default();
    let arg = bare(&get(ContextKind::InvalidArg));
    let value = get(ContextKind::InvalidValue);
    let what = match error.kind() {
        ErrorKind::MissingSubcommand => voice.say("usage-no-command"),
        ErrorKind::UnknownArgument => voice.fill("usage-unknown-argument", &[("arg", arg.into())]),
        ErrorKind::InvalidSubcommand => {
            let command = get(ContextKind::InvalidSubcommand);
            voice.fill("usage-unknown-command", &[("command", command.into())])
        }
        ErrorKind::InvalidValue if value.is_empty() => voice.fill("usage-no-value", &[("arg", arg.into())]),
        ErrorKind::InvalidValue => {
            let valid = get(ContextKind::ValidValue);
            voice
                .fill("usage-value", &[("arg", arg.into()), ("value", value.into()), ("valid", valid.into())])
        }
        ErrorKind::ValueValidation => number(voice, &arg, value),
        ErrorKind::MissingRequiredArgument => voice.fill("usage-missing", &[("arg", arg.into())]),
        ErrorKind::ArgumentConflict if arg == bare(&get(ContextKind::PriorArg)) => {
            voice.fill("usage-twice", &[("arg", arg.into())])
        }
        ErrorKind::ArgumentConflict => voice.fill(
            "usage-conflict",
            &[("arg", arg.into()), ("other", bare(&get(ContextKind::PriorArg)).into())],
        ),
        ErrorKind::WrongNumberOfValues | ErrorKind::TooFewValues | ErrorKind::TooManyValues => {
            voice.fill("usage-count", &[("arg", arg.into())])
        }
        ErrorKind::InvalidUtf8 => voice.say("usage-utf8"),
        // nothing else can come of the tree of commands as it is
        _ => error.to_string(),
    };
    let suggestion =
        [ContextKind::SuggestedArg, ContextKind::SuggestedSubcommand, ContextKind::SuggestedValue]
            .into_iter()
            .map(get)
            .find(|s| !s.is_empty());
    let remedy = match suggestion {
        Some(near) => voice.fill("did-you-mean", &[("near", near.into())]),
        None => voice.say("usage-see-help"),
    };
    Error::usage(what).with(remedy)
}

/// Numbers are the only values that clap itself validates.
fn number(voice: &Voice, arg: &str, value: String) -> String {
    let range = [
        ("--draws", "100", "1000000"),
        ("--chains", "1", "64"),
        ("--runs", "10", "100000"),
        ("--points", "64", "65536"),
        ("--replicates", "2", "1000"),
        ("--threads", "1", "1024"),
        ("--older-than", "0", "200"),
        ("--seed", "0", "18446744073709551615"),
    ];
    let found = range.into_iter().find(|(option, ..)| arg == *option);
    let (_, low, high) = found.unwrap_or(("", "0", "18446744073709551615"));
    let slots = [("arg", arg.into()), ("value", value.into()), ("low", low.into()), ("high", high.into())];
    voice.fill("usage-number", &slots)
}

/// An argument without the marks of a usage line: `--draws` of `--draws <N>`, `DIR` of `<DIR>`.
fn bare(arg: &str) -> String {
    let named = arg.split(", ").map(|arg| {
        let arg = arg.trim_end_matches("...");
        let inner = arg.strip_prefix('<').and_then(|arg| arg.strip_suffix('>'));
        let inner = inner.or_else(|| arg.strip_prefix('[').and_then(|arg| arg.strip_suffix(']')));
        inner.unwrap_or_else(|| arg.split(" <").next().unwrap_or(arg))
    });
    named.collect::<Vec<_>>().join(", ")
}

fn words(value: &ContextValue) -> String {
    match value {
        ContextValue::String(word) => word.clone(),
        ContextValue::Strings(words) => words.join(", "),
        ContextValue::Number(number) => number.to_string(),
        _ => String::new(),
    }
}
