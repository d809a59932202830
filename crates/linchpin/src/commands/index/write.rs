//! The tables of an index on the disk.

use crate::context::Context;
use crate::error::{Error, at};
use crate::written::Written;
use linchpin_publish::export::sheet;
use linchpin_study::index::File;
use std::path::Path;

/// Writes tables into a folder, which is made where there is none. They are put there once all are written.
pub fn all(files: &[File], dir: &Path, force: bool, context: &Context<'_>) -> Result<(), Error> {
    let voice = context.voice;
    std::fs::create_dir_all(dir).map_err(|error| at(voice, &dir.display().to_string(), &error))?;
    let there: Vec<&str> =
        files.iter().map(|file| file.name.as_str()).filter(|name| dir.join(name).exists()).collect();
    if !force && !there.is_empty() {
        let slots = [("dir", dir.display().to_string().into()), ("files", there.join(", ").into())];
        return Err(Error::input(voice.fill("index-exists", &slots)).with(voice.say("index-exists-remedy")));
    }
    let written: Vec<Written> = files
        .iter()
        .map(|file| {
            let text = sheet::csv(&file.heads, &file.rows);
            Written::beside(&dir.join(&file.name), text.as_bytes(), voice)
        })
        .collect::<Result<_, _>>()?;
    written.into_iter().try_for_each(|file| file.put(force, voice))
}
