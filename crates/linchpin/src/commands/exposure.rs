//! `linchpin exposure`: how open to pressure a country is.

use crate::commands::burden::table::{self, Words};
use crate::context::Context;
use crate::error::Error;
use linchpin_study::exposure::answer;

/// The options of `exposure`.
#[derive(clap::Args)]
pub struct Args {
    #[arg(value_name = "ACTOR_OR_TIE")]
    about: Option<String>,
}

pub fn run(args: &Args, context: &Context<'_>) -> Result<(), Error> {
    let words = Words {
        title: "exposure-title",
        title_about: "exposure-title-about",
        none: "exposure-none",
        note: "exposure-note",
    };
    table::run(&args.about, answer, &words, context)
}
