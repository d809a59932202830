//! `linchpin burden`: who pays and provides what, by which definition.

pub mod table;

use crate::context::Context;
use crate::error::Error;
use linchpin_study::burden::answer;
use table::Words;

/// The options of `burden`.
#[derive(clap::Args)]
pub struct Args {
    #[arg(value_name = "ACTOR_OR_TIE")]
    about: Option<String>,
}

pub fn run(args: &Args, context: &Context<'_>) -> Result<(), Error> {
    let words = Words {
        title: "burden-title",
        title_about: "burden-title-about",
        none: "burden-none",
        note: "burden-note",
    };
    table::run(&args.about, answer, &words, context)
}
