//! Whose fault it is when a command fails: the input's, the usage's or the program's.

use crate::i18n::Voice;
use anstyle::{AnsiColor, Style};
use linchpin_model::text::Lang;
use std::fmt::Write as _;
use std::io::Write as _;
use std::process::ExitCode;

/// Who has to mend it; decides the exit code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Blame {
    /// the input: exit code 1
    Input,
    /// how the command was called: exit code 2
    Usage,
    /// the program: exit code 3
    Program,
}

/// Why a command failed, in the user's language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Error {
    /// something to report
    Failed {
        /// who has to mend it
        blame: Blame,
        /// what is wrong, and where
        what: String,
        /// what would be right
        remedy: Option<String>,
    },
    /// what was printed shows that the input is at fault; nothing more is to be said
    Found,
    /// the reader of the output has gone away, which is no error
    Gone,
}

impl Error {
    /// The input is at fault.
    pub fn input(what: impl Into<String>) -> Error {
        Error::Failed { blame: Blame::Input, what: what.into(), remedy: None }
    }

    /// The way the command was called is at fault.
    pub fn usage(what: impl Into<String>) -> Error {
        Error::Failed { blame: Blame::Usage, what: what.into(), remedy: None }
    }

    /// The same error with what would be right.
    pub fn with(self, help: impl Into<String>) -> Error {
        match self {
            Error::Failed { blame, what, .. } => Error::Failed { blame, what, remedy: Some(help.into()) },
            other => other,
        }
    }

    /// Prints the error and gives the exit code.
    pub fn report(&self, voice: &Voice) -> ExitCode {
        let Error::Failed { blame, what, remedy } = self else {
            return ExitCode::from(u8::from(*self == Error::Found));
        };
        let red = AnsiColor::Red.on_default().bold();
        let mut text = format!("{red}{}{red:#} {what}\n", voice.say("error-label"));
        if let Some(remedy) = remedy {
            let dim = Style::new().dimmed();
            let _ = writeln!(text, "{dim}{}{dim:#} {remedy}", voice.say("remedy-label"));
        }
        if *blame == Blame::Program {
            text.push_str(&bug_report(voice));
        }
        let _ = anstream::stderr().write_all(text.as_bytes());
        ExitCode::from(match blame {
            Blame::Input => 1,
            Blame::Usage => 2,
            Blame::Program => 3,
        })
    }
}

/// A failure of reading or writing, told with the place where it happened.
pub fn at(voice: &Voice, place: &str, error: &std::io::Error) -> Error {
    use std::io::ErrorKind;
    let why = match error.kind() {
        ErrorKind::NotFound => voice.say("io-not-found"),
        ErrorKind::PermissionDenied => voice.say("io-denied"),
        ErrorKind::ReadOnlyFilesystem => voice.say("io-read-only"),
        ErrorKind::StorageFull => voice.say("io-full"),
        ErrorKind::AlreadyExists => voice.say("io-exists"),
        ErrorKind::NotADirectory => voice.say("io-no-folder"),
        ErrorKind::IsADirectory => voice.say("io-folder"),
        ErrorKind::InvalidData => voice.say("io-not-text"),
        _ => error.to_string(),
    };
    Error::input(voice.fill("io-failed", &[("place", place.into()), ("why", why.into())]))
}

/// Turns a panic into a report of a bug and exit code 3.
pub fn report_panics(lang: Lang) {
    std::panic::set_hook(Box::new(move |panic| {
        let what = panic.payload();
        let what = what.downcast_ref::<String>().map(String::as_str).or(what.downcast_ref::<&str>().copied());
        let what = what.unwrap_or("?");
        let place = panic.location().map_or(String::new(), |l| format!(" ({}:{})", l.file(), l.line()));
        let text = format!("{what}{place}\n{}", bug_report(&crate::i18n::voice(lang)));
        let _ = anstream::stderr().write_all(text.as_bytes());
        std::process::exit(3);
    }));
}

fn bug_report(voice: &Voice) -> String {
    let version = env!("CARGO_PKG_VERSION");
    let system = format!("{} {}", std::env::consts::OS, std::env::consts::ARCH);
    let slots = [("version", version.into()), ("system", system.into())];
    format!("{}\n", voice.fill("bug", &slots))
}
