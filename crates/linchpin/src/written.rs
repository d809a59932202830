//! Files as a whole: written beside their place and then put there in one step, so that no reader ever sees half of one.

use crate::error::{Error, at};
use crate::i18n::Voice;
use std::io::Write;
use std::path::{Path, PathBuf};
use tempfile::{Builder, NamedTempFile};

/// A file that is written, but not in its place yet. It vanishes if it is never put there.
pub struct Written {
    file: NamedTempFile,
    path: PathBuf,
}

impl Written {
    /// Writes a file beside its place.
    pub fn beside(path: &Path, bytes: &[u8], voice: &Voice) -> Result<Written, Error> {
        let dir = path.parent().filter(|dir| !dir.as_os_str().is_empty()).unwrap_or(Path::new("."));
        let failed = |error: std::io::Error| at(voice, &dir.display().to_string(), &error);
        let mut file = as_others_read_it().tempfile_in(dir).map_err(failed)?;
        file.write_all(bytes).map_err(failed)?;
        Ok(Written { file, path: path.into() })
    }

    /// Puts it in its place; over what is there only if that is wanted, even if it came there since.
    pub fn put(self, force: bool, voice: &Voice) -> Result<(), Error> {
        let put = if force { self.file.persist(&self.path) } else { self.file.persist_noclobber(&self.path) };
        let failed = |error: std::io::Error| at(voice, &self.path.display().to_string(), &error);
        put.map(drop).map_err(|error| failed(error.error))
    }
}

/// Temporary files are their owner's alone, files that are put somewhere are as readable as others.
#[cfg(unix)]
fn as_others_read_it() -> Builder<'static, 'static> {
    use std::fs::Permissions;
    use std::os::unix::fs::PermissionsExt;
    let mut builder = Builder::new();
    // less what the umask takes away
    builder.permissions(Permissions::from_mode(0o666));
    builder
}

#[cfg(not(unix))]
fn as_others_read_it() -> Builder<'static, 'static> {
    Builder::new()
}
