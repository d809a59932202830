//! `linchpin serve`: the living study as a web app.

use crate::context::{Context, Place};
use crate::error::Error;
use crate::render::date;
use linchpin_web::server::Error as ServerError;
use linchpin_web::{Options, Source, serve};
use std::io::IsTerminal;
use std::net::{IpAddr, SocketAddr};
use std::process::{Command, Stdio};

/// The options of `serve`.
#[derive(clap::Args)]
pub struct Args {
    #[arg(long, value_name = "PORT", default_value_t = 7878)]
    port: u16,
    #[arg(long, value_name = "ADDRESS", default_value = "127.0.0.1")]
    host: IpAddr,
    #[arg(long, value_name = "NAME")]
    allow_host: Vec<String>,
    #[arg(long)]
    open: bool,
}

pub fn run(args: &Args, context: &Context<'_>) -> Result<(), Error> {
    let voice = context.voice;
    let place = context.place();
    let source = match &place {
        Place::BuiltIn => Source::Fixed(Box::new(context.snapshot()?)),
        Place::Folder(path) => {
            place.must_exist(voice)?;
            Source::Folder(path.clone())
        }
    };
    log();
    let options =
        Options { host: args.host, port: args.port, allow: args.allow_host.clone(), today: date::today };
    let ready = |address: SocketAddr| {
        let url = format!("http://{address}");
        let _ =
            context.print(&format!("{}\n", voice.fill("serve-ready", &[("address", url.as_str().into())])));
        if args.open {
            open(&url);
        }
    };
    serve(source, &options, ready).map_err(|error| match error {
        ServerError::Unsound(faults) => context.unsound(&place, &faults),
        ServerError::Listen { address, error } => {
            let slots = [("address", address.to_string().into()), ("why", error.to_string().into())];
            Error::input(voice.fill("serve-busy", &slots)).with(voice.say("serve-busy-remedy"))
        }
        ServerError::Machine(error) => Error::input(error.to_string()),
    })
}

/// Logs to standard error: in lines at a terminal, as JSON elsewhere.
fn log() {
    let log = tracing_subscriber::fmt().with_writer(std::io::stderr).with_target(false);
    // a log that is there already stays
    let _ = match std::io::stderr().is_terminal() {
        true => log.compact().try_init(),
        false => log.json().flatten_event(true).try_init(),
    };
}

/// Opens an address in the user's browser, if there is one; it was printed anyway.
fn open(url: &str) {
    let (program, args): (&str, &[&str]) = match std::env::consts::OS {
        "macos" => ("open", &[]),
        "windows" => ("cmd", &["/c", "start"]),
        _ => ("xdg-open", &[]),
    };
    let quiet = || Stdio::null();
    let _ = Command::new(program).args(args).arg(url).stdin(quiet()).stdout(quiet()).stderr(quiet()).spawn();
}
