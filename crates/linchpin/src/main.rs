//! The command line `linchpin`: reads the arguments, asks the study, prints the answer in German or English.
//!
//! | where | what |
//! |---|---|
//! | `cli` | the options that all commands share, and the list of commands |
//! | `commands` | one file per command |
//! | `render` | tables, numbers, dates and probability words in the user's language |
//! | `i18n` | the two languages; all texts stand in `i18n/de` and `i18n/en` |
//! | `help` | the texts of `--help`, completions and manual pages, set from these files |
//! | `usage` | what is wrong with a command line |
//! | `heading` | the lines above an answer: dates, framework, draws, dossier |
//! | `asked` | actors, sources, statements and predicates as a user writes them |
//! | `cells` | cells of CSV tables |
//! | `notes` | footnotes: what says so, who says it, where it stands |
//! | `names` | alliances and nodes as a user writes them, and how they are shown |
//! | `written` | files that appear as a whole |
//! | `builtin` | the dossier inside the program |
//! | `error` | whose fault it is: exit codes 1, 2 and 3 |

mod asked;
mod builtin;
mod cells;
mod cli;
mod commands;
mod context;
mod error;
mod heading;
mod help;
mod i18n;
mod names;
mod notes;
mod render;
mod usage;
mod written;

use std::process::ExitCode;

fn main() -> ExitCode {
    let args: Vec<_> = std::env::args_os().collect();
    let lang = i18n::choose(&args, |name| std::env::var(name).ok());
    error::report_panics(lang);
    let voice = i18n::voice(lang);
    match cli::run(args, &voice) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => error.report(&voice),
    }
}
