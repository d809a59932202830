//! `linchpin man`: the manual page, from the same definitions as `--help`.

use crate::context::Context;
use crate::error::{Error, at};
use crate::{cli, help};
use std::path::{Path, PathBuf};

/// The options of `man`.
#[derive(clap::Args)]
pub struct Args {
    #[arg(long, value_name = "DIR")]
    dir: Option<PathBuf>,
}

/// The headings that manual pages are made with, and the messages that put them into the user's language.
const HEADINGS: [(&str, &str); 5] = [
    ("NAME", "man-name"),
    ("SYNOPSIS", "man-synopsis"),
    ("DESCRIPTION", "man-description"),
    ("EXTRA", "man-extra"),
    ("VERSION", "man-version"),
];

pub fn run(args: &Args, context: &Context<'_>) -> Result<(), Error> {
    let mut root = help::in_language(cli::command(), context.voice);
    root.build();
    match &args.dir {
        None => context.print(&page(&root, "linchpin", context)),
        Some(dir) => write_all(&root, dir, context),
    }
}

fn write_all(root: &clap::Command, dir: &Path, context: &Context<'_>) -> Result<(), Error> {
    let failed = |path: &Path| {
        let place = path.display().to_string();
        move |error: std::io::Error| at(context.voice, &place, &error)
    };
    std::fs::create_dir_all(dir).map_err(failed(dir))?;
    let mut pages = vec![("linchpin".to_string(), root)];
    for command in root.get_subcommands() {
        let name = format!("linchpin-{}", command.get_name());
        let below = command.get_subcommands().map(|below| (format!("{name}-{}", below.get_name()), below));
        pages.extend([(name.clone(), command)].into_iter().chain(below));
    }
    let mut written = String::new();
    for (name, command) in pages {
        let path = dir.join(format!("{name}.1"));
        std::fs::write(&path, page(command, &name, context)).map_err(failed(&path))?;
        written.push_str(&format!("{}\n", path.display()));
    }
    context.print(&written)
}

fn page(command: &clap::Command, name: &str, context: &Context<'_>) -> String {
    let mut bytes = vec![];
    let man = clap_mangen::Man::new(command.clone().display_name(name)).title(name).source(source());
    man.render(&mut bytes).unwrap_or_else(|error| panic!("a manual page could not be made: {error}"));
    let text = anstream::adapter::strip_str(&String::from_utf8_lossy(&bytes)).to_string();
    // the section has a heading of its own
    let examples = context.voice.say("help-examples");
    let lines = text.lines().filter(|line| *line != examples).map(|line| match line.strip_prefix(".SH ") {
        Some(heading) => {
            let heading = heading.trim_matches('"');
            let known = HEADINGS.iter().find(|(english, _)| *english == heading);
            let heading = known.map_or(heading.to_string(), |(_, id)| context.voice.say(id));
            format!(".SH \"{}\"", heading.to_uppercase())
        }
        None => line.to_string(),
    });
    lines.map(|line| line + "\n").collect()
}

fn source() -> String {
    format!("linchpin {}", env!("CARGO_PKG_VERSION"))
}
