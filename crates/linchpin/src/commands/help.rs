//! `linchpin help [COMMAND…]`: the same as `linchpin COMMAND --help`.

use crate::context::Context;
use crate::error::Error;
use crate::{cli, help};
use linchpin_model::check::nearest;

/// The options of `help`.
#[derive(clap::Args)]
pub struct Args {
    #[arg(value_name = "COMMAND")]
    command: Vec<String>,
}

pub fn run(args: &Args, context: &Context<'_>) -> Result<(), Error> {
    let mut root = help::in_language(cli::command(), context.voice);
    root.build();
    let mut found = &mut root;
    for name in &args.command {
        let names: Vec<String> = found.get_subcommands().map(|c| c.get_name().to_string()).collect();
        found = found.find_subcommand_mut(name).ok_or_else(|| unknown(name, &names, context))?;
    }
    context.print(&found.render_help().ansi().to_string())
}

fn unknown(name: &str, names: &[String], context: &Context<'_>) -> Error {
    let voice = context.voice;
    let remedy = match nearest(name, names.iter().map(String::as_str)) {
        Some(near) => voice.fill("did-you-mean", &[("near", near.into())]),
        None => voice.fill("help-remedy", &[("known", names.join(", ").into())]),
    };
    Error::usage(voice.fill("usage-unknown-command", &[("command", name.into())])).with(remedy)
}
