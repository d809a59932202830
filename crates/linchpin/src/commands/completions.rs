//! `linchpin completions SHELL`: what a shell needs to complete the program's commands and options.

use crate::context::Context;
use crate::error::Error;
use crate::{cli, help};
use clap_complete::Shell;

/// The options of `completions`.
#[derive(clap::Args)]
pub struct Args {
    #[arg(value_name = "SHELL", value_enum)]
    shell: Shell,
}

pub fn run(args: &Args, context: &Context<'_>) -> Result<(), Error> {
    let mut command = help::in_language(cli::command(), context.voice);
    let mut script = vec![];
    clap_complete::generate(args.shell, &mut command, "linchpin", &mut script);
    context.print(&String::from_utf8_lossy(&script))
}
