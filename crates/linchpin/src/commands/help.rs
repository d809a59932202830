//! `linchpin help [COMMAND]`: the same as `linchpin COMMAND --help`.

use crate::context::Context;
use crate::error::Error;
use crate::{cli, help};
use linchpin_model::check::nearest;

/// The options of `help`.
#[derive(clap::Args)]
pub struct Args {
    #[arg(value_name = "COMMAND")]
    command: Option<String>,
}

pub fn run(args: &Args, context: &Context<'_>) -> Result<(), Error> {
    let mut root = help::in_language(cli::command(), context.voice);
    root.build();
    let Some(name) = &args.command else { return context.print(&root.render_help().ansi().to_string()) };
    if let Some(command) = root.find_subcommand_mut(name) {
        return context.print(&command.render_help().ansi().to_string());
    }
    let names: Vec<String> = root.get_subcommands().map(|c| c.get_name().to_string()).collect();
    let voice = context.voice;
    let remedy = match nearest(name, names.iter().map(String::as_str)) {
        Some(near) => voice.fill("did-you-mean", &[("near", near.into())]),
        None => voice.fill("help-remedy", &[("known", names.join(", ").into())]),
    };
    Err(Error::usage(voice.fill("usage-unknown-command", &[("command", name.as_str().into())])).with(remedy))
}
