//! `linchpin index`: composite indices of anyone's data.

pub mod build;
mod fault;
mod ranges;
mod text;
mod write;

use crate::context::Context;
use crate::error::Error;
use clap::Subcommand;

/// The options of `index`.
#[derive(clap::Args)]
#[command(disable_help_subcommand = true, arg_required_else_help = true)]
pub struct Args {
    #[command(subcommand)]
    what: What,
}

#[derive(Subcommand)]
enum What {
    Build(Box<build::Args>),
}

pub fn run(args: &Args, context: &Context<'_>) -> Result<(), Error> {
    match &args.what {
        What::Build(args) => build::run(args, context),
    }
}
