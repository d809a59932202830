//! The dossiers that everything published must cope with: the one that ships with the program, a small one, and odd ones made from
//! it.

// each file of tests needs only some of them
#![allow(dead_code)]

use linchpin_dossier::{Files, Folder, Snapshot, read_files};
use std::collections::BTreeMap;
use std::io::{self, Read};
use std::path::PathBuf;

/// A dossier in memory.
#[derive(Clone)]
struct InMemory(BTreeMap<String, String>);

impl Files for InMemory {
    fn list(&self) -> io::Result<Vec<String>> {
        Ok(self.0.keys().cloned().collect())
    }

    fn open(&self, name: &str) -> io::Result<Box<dyn Read + '_>> {
        let text = self.0.get(name).ok_or(io::ErrorKind::NotFound)?;
        Ok(Box::new(text.as_bytes()))
    }
}

fn folder(path: &str) -> Folder {
    Folder::new(PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(path))
}

fn read(files: &dyn Files) -> Snapshot {
    read_files(files).unwrap_or_else(|faults| panic!("the dossier is sound: {faults:?}"))
}

/// The dossier that ships with the program.
pub fn built_in() -> Snapshot {
    read(&folder("../../dossiers/indo-pacific"))
}

/// A made-up dossier that is small enough to check by hand.
pub fn northland() -> Snapshot {
    read(&northland_files())
}

fn northland_files() -> InMemory {
    let folder = folder("../linchpin/tests/northland");
    let names = folder.list().expect("a folder");
    let text = |name: &String| {
        let mut text = String::new();
        folder.open(name).and_then(|mut file| file.read_to_string(&mut text)).expect("a file");
        (name.clone(), text)
    };
    let mut files: BTreeMap<String, String> = names.iter().map(text).collect();
    // a second coding and findings refer to statements that the odd dossiers lack
    files.retain(|name, _| !name.starts_with("codings/") && name != "findings.toml");
    InMemory(files)
}

/// No statement at all.
pub fn empty() -> Snapshot {
    let mut files = northland_files();
    files.0.retain(|name, _| !name.starts_with("statements/"));
    read(&files)
}

/// A single alliance to assess.
pub fn one_alliance() -> Snapshot {
    let mut files = northland_files();
    change(&mut files, "dossier.toml", r#"["XNO-XSU", "XNO-XEA"]"#, r#"["XNO-XSU"]"#);
    read(&files)
}

/// No quantity among the statements.
pub fn no_quantities() -> Snapshot {
    let mut files = northland_files();
    for (_, log) in files.0.iter_mut().filter(|(name, _)| name.starts_with("statements/")) {
        *log = log
            .lines()
            .filter(|line| !line.contains("\"quantity\""))
            .map(|line| format!("{line}\n"))
            .collect();
    }
    read(&files)
}

/// Forty alliances to assess, with long names, of which four are spoken of.
pub fn forty_alliances() -> Snapshot {
    let mut files = northland_files();
    let mut ties = vec![];
    let (mut actors, mut alliances, mut log) = (String::new(), String::new(), String::new());
    for at in 0..40 {
        let letter = |n: u8| char::from(b'A' + n);
        let id = format!("Y{}{}", letter(at / 10), letter(at % 10));
        ties.push(format!("\"XNO-{id}\""));
        actors.push_str(&format!(
            "\n[[actor]]\nid = \"{id}\"\nkind = \"state\"\nnames = [{{ lang = \"de\", nom = \"die Föderation {id} der Inseln\", gen = \"der \
             Föderation {id} der Inseln\", dat = \"der Föderation {id} der Inseln\", acc = \"die Föderation {id} der Inseln\" }}, {{ lang = \"en\", nom = \
             \"the Federated Islands of {id}\" }}]\n"
        ));
        alliances.push_str(&format!(
            "\n[[alliance]]\nid = \"XNO-{id}\"\nkind = \"treaty-alliance\"\nmembers = [{{ actor = \"XNO\", role = \"guarantor\" }}, {{ actor = \
             \"{id}\", role = \"ally\" }}]\nnames = [{{ lang = \"de\", nom = \"das Bündnis mit {id}\", short = \"Nordland–Föderation {id}\" }}, {{ \
             lang = \"en\", nom = \"the alliance with {id}\", short = \"Northland–Federated {id}\" }}]\n"
        ));
        if at < 4 {
            log.push_str(&format!(
                r#"{{"recorded":"2024-01-08T09:00:00Z","by":"kim","entry":{{"assert":{{"id":"polar-2023-9{at}","claim":{{"position":{{"subject":"{id}","issue":"threat","place":"serious","layer":"goal","salience":0.5}}}},"valid":"2023","said":{{"speaker":"{id}","modality":"said"}},"text":{{"de":"{id} sieht sich ernst bedroht.","en":"{id} sees itself under serious threat."}},"evidence":[{{"source":"polar-2023","locator":"p. 9","stance":"supports","credibility":2}}]}}}}}}"#
            ));
            log.push('\n');
        }
    }
    let list = format!("[\"XNO-XSU\", \"XNO-XEA\", {}]", ties.join(", "));
    change(&mut files, "dossier.toml", r#"["XNO-XSU", "XNO-XEA"]"#, &list);
    for (name, more) in
        [("actors.toml", actors), ("alliances.toml", alliances), ("statements/polar-2023.jsonl", log)]
    {
        files.0.get_mut(name).expect("a file").push_str(&more);
    }
    read(&files)
}

fn change(files: &mut InMemory, name: &str, from: &str, to: &str) {
    let text = files.0.get_mut(name).expect("a file");
    assert!(text.contains(from), "{name} has {from}");
    *text = text.replace(from, to);
}

/// All of them, with what to call them.
pub fn all() -> Vec<(&'static str, Snapshot)> {
    vec![
        ("built in", built_in()),
        ("northland", northland()),
        ("one alliance", one_alliance()),
        ("no quantities", no_quantities()),
        ("forty alliances", forty_alliances()),
    ]
}
