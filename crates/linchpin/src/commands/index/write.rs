//! The tables of an index on the disk.

use crate::context::Context;
use crate::error::{Error, at};
use linchpin_study::index::File;
use std::io::Write;
use std::path::Path;
use tempfile::NamedTempFile;

/// Writes tables into a folder, which is made where there is none. Each is written beside its place and then put there in
/// one step, once all are written; so no reader ever sees half a table.
pub fn all(files: &[File], dir: &Path, force: bool, context: &Context<'_>) -> Result<(), Error> {
    let failed = |path: &Path| {
        let place = path.display().to_string();
        move |error: std::io::Error| at(context.voice, &place, &error)
    };
    std::fs::create_dir_all(dir).map_err(failed(dir))?;
    let there: Vec<&str> =
        files.iter().map(|file| file.name.as_str()).filter(|name| dir.join(name).exists()).collect();
    if !force && !there.is_empty() {
        let slots = [("dir", dir.display().to_string().into()), ("files", there.join(", ").into())];
        return Err(Error::input(context.voice.fill("index-exists", &slots))
            .with(context.voice.say("index-exists-remedy")));
    }
    let mut written = vec![];
    for file in files {
        let mut temporary = NamedTempFile::new_in(dir).map_err(failed(dir))?;
        temporary.write_all(&bytes(file)).map_err(failed(dir))?;
        written.push((temporary, dir.join(&file.name)));
    }
    for (temporary, path) in written {
        // another program may have made the file since
        let put = if force { temporary.persist(&path) } else { temporary.persist_noclobber(&path) };
        put.map_err(|error| failed(&path)(error.error))?;
    }
    Ok(())
}

fn bytes(file: &File) -> Vec<u8> {
    let mut writer = csv::Writer::from_writer(vec![]);
    let malformed = |error: csv::Error| -> () { panic!("a table became no CSV: {error}") };
    writer.write_record(&file.heads).unwrap_or_else(malformed);
    for row in &file.rows {
        writer.write_record(row).unwrap_or_else(malformed);
    }
    writer.into_inner().unwrap_or_else(|error| panic!("a table became no CSV: {error}"))
}
