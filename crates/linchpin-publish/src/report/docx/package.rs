//! The file around the parts: their types, how they refer to each other, and the archive they stand in
//! (ECMA-376 part 2, Open Packaging Conventions).

use super::xml::Xml;
use std::io::{Cursor, Write};
use zip::result::ZipError;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, System, ZipWriter};

const TYPES: &str = "http://schemas.openxmlformats.org/package/2006/content-types";
const RELATIONS: &str = "http://schemas.openxmlformats.org/package/2006/relationships";
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// The types of parts that are told by the ending of their name.
const BY_ENDING: [(&str, &str); 4] = [
    ("rels", "application/vnd.openxmlformats-package.relationships+xml"),
    ("xml", "application/xml"),
    ("png", "image/png"),
    ("svg", "image/svg+xml"),
];

/// What a part refers to, in the order of the ids.
#[derive(Default)]
pub struct Relations(Vec<Relation>);

#[derive(PartialEq)]
struct Relation {
    kind: String,
    target: String,
    external: bool,
}

impl Relations {
    /// Refers to another part, its name as seen from this one; gives the id of the reference.
    pub fn part(&mut self, kind: &str, target: &str) -> String {
        self.add(Relation { kind: format!("{OFFICE}/{kind}"), target: target.into(), external: false })
    }

    /// Refers to an address; gives the id of the reference.
    pub fn address(&mut self, address: String) -> String {
        self.add(Relation { kind: format!("{OFFICE}/hyperlink"), target: address, external: true })
    }

    /// Refers to a part by the full name of its kind.
    pub fn of_kind(&mut self, kind: &str, target: &str) {
        self.add(Relation { kind: kind.into(), target: target.into(), external: false });
    }

    fn add(&mut self, relation: Relation) -> String {
        let known = self.0.iter().position(|one| *one == relation);
        let at = known.unwrap_or(self.0.len());
        if known.is_none() {
            self.0.push(relation);
        }
        format!("rId{}", at + 1)
    }

    fn write(&self) -> Vec<u8> {
        Xml::part("Relationships", &[("xmlns", RELATIONS)], |xml| {
            for (at, relation) in self.0.iter().enumerate() {
                let id = format!("rId{}", at + 1);
                let mut attributes =
                    vec![("Id", id.as_str()), ("Type", &relation.kind), ("Target", &relation.target)];
                if relation.external {
                    attributes.push(("TargetMode", "External"));
                }
                xml.empty("Relationship", &attributes);
            }
        })
    }
}

/// The parts of a file.
#[derive(Default)]
pub struct Package {
    parts: Vec<Part>,
}

struct Part {
    name: String,
    /// where the ending of the name does not tell it
    kind: Option<&'static str>,
    bytes: Vec<u8>,
}

impl Package {
    /// Adds a part of XML with its content type.
    pub fn xml(&mut self, name: &str, kind: &'static str, bytes: Vec<u8>) {
        self.parts.push(Part { name: name.into(), kind: Some(kind), bytes });
    }

    /// Adds a part whose ending tells its type.
    pub fn file(&mut self, name: String, bytes: Vec<u8>) {
        self.parts.push(Part { name, kind: None, bytes });
    }

    /// Adds what a part refers to; the package itself has no name.
    pub fn relations(&mut self, of: &str, relations: &Relations) {
        if relations.0.is_empty() {
            return;
        }
        let (folder, name) = of.rsplit_once('/').map_or((String::new(), of), |(f, n)| (format!("{f}/"), n));
        self.file(format!("{folder}_rels/{name}.rels"), relations.write());
    }

    /// The file: the types first, then the parts in their order. Dates are those that the format begins with, 1 January 1980.
    pub fn write(self) -> Result<Vec<u8>, ZipError> {
        let options = SimpleFileOptions::default()
            .last_modified_time(DateTime::DEFAULT)
            .system(System::Unix)
            .unix_permissions(0o644);
        let mut archive = ZipWriter::new(Cursor::new(vec![]));
        archive.start_file("[Content_Types].xml", options.compression_method(CompressionMethod::Deflated))?;
        archive.write_all(&self.types())?;
        for part in &self.parts {
            // pixels are packed already
            let packed = part.name.ends_with(".png");
            let method = if packed { CompressionMethod::Stored } else { CompressionMethod::Deflated };
            archive.start_file(&part.name, options.compression_method(method))?;
            archive.write_all(&part.bytes)?;
        }
        Ok(archive.finish()?.into_inner())
    }

    fn types(&self) -> Vec<u8> {
        Xml::part("Types", &[("xmlns", TYPES)], |xml| {
            for (ending, kind) in BY_ENDING {
                xml.empty("Default", &[("Extension", ending), ("ContentType", kind)]);
            }
            for part in &self.parts {
                if let Some(kind) = part.kind {
                    let name = format!("/{}", part.name);
                    xml.empty("Override", &[("PartName", &name), ("ContentType", kind)]);
                }
            }
        })
    }
}
