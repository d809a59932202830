//! The dossier inside the program, so that the binary alone works in an empty folder.

use include_dir::{Dir, include_dir};
use linchpin_dossier::Files;
use std::io::{self, Read};

/// Its name for `linchpin new --from`.
pub const NAME: &str = "indo-pacific";

static FOLDER: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/../../dossiers/indo-pacific");

/// The files of the dossier inside the program.
pub struct BuiltIn;

impl Files for BuiltIn {
    fn list(&self) -> io::Result<Vec<String>> {
        let mut names = vec![];
        let mut folders = vec![&FOLDER];
        while let Some(folder) = folders.pop() {
            folders.extend(folder.dirs());
            names.extend(
                folder.files().filter_map(|file| file.path().to_str()).map(|name| name.replace('\\', "/")),
            );
        }
        names.sort();
        Ok(names)
    }

    fn open(&self, name: &str) -> io::Result<Box<dyn Read + '_>> {
        match FOLDER.get_file(name) {
            Some(file) => Ok(Box::new(file.contents())),
            None => Err(io::ErrorKind::NotFound.into()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_file_that_is_listed_can_be_opened() {
        let names = BuiltIn.list().unwrap();
        assert!(
            names.contains(&"dossier.toml".to_string()) && names.iter().any(|n| n.starts_with("statements/"))
        );
        for name in names {
            let mut text = String::new();
            BuiltIn.open(&name).unwrap().read_to_string(&mut text).unwrap();
            assert!(!text.is_empty(), "{name}");
        }
    }
}
