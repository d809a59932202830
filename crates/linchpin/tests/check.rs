//! `linchpin check`.

mod harness;
use harness::{columns, linchpin, northland, northland_copy, shape};
use insta::assert_snapshot;
use std::fs;
use std::path::Path;

#[test]
fn a_sound_dossier() {
    let told = ["en", "de"].map(|lang| northland(&["check", "--lang", lang]).output());
    assert_snapshot!(told.concat());
}

#[test]
fn the_built_in_dossier_is_sound() {
    assert_eq!(linchpin(&["check"]).code, 0);
}

/// A dossier with three faults.
fn broken(dir: &Path) {
    let change = |file: &str, from: &str, to: &str| {
        let path = dir.join(file);
        let text = fs::read_to_string(&path).expect("the file is there");
        assert!(text.contains(from), "{file} has no “{from}”");
        fs::write(&path, text.replacen(from, to, 1)).expect("the file can be written");
    };
    change("frameworks/resilience.toml", "issue = \"threat\"", "issue = \"thread\"");
    change("statements/polar-2023.jsonl", "\"valid\":\"2023-05\"", "\"valid\":\"2023-02-30\"");
    change("sources.toml", "reliability = \"C\"", "reliability = \"G\"");
}

#[test]
fn faults_with_place_and_remedy() {
    let (_temporary, dir) = northland_copy();
    broken(&dir);
    let dir = dir.to_str().unwrap();
    let told = ["en", "de"].map(|lang| {
        let run = linchpin(&["check", dir, "--lang", lang]);
        assert_eq!(run.code, 1);
        run.told().replace(dir, "DIR")
    });
    assert_snapshot!(told.concat());
}

#[test]
fn other_commands_name_the_first_faults() {
    let (_temporary, dir) = northland_copy();
    broken(&dir);
    let dir = dir.to_str().unwrap();
    let told = ["en", "de"].map(|lang| {
        let run = linchpin(&["assess", "--dossier", dir, "--lang", lang]);
        assert_eq!(run.code, 1);
        run.told().replace(dir, "DIR")
    });
    assert_snapshot!(told.concat());
}

#[test]
fn the_shape_of_its_json_and_csv() {
    let (_temporary, dir) = northland_copy();
    broken(&dir);
    let run = |format| linchpin(&["check", dir.to_str().unwrap(), "--format", format]);
    assert!(run("json").stdout.contains("\"schema\": \"linchpin.check/1\""));
    assert_snapshot!(format!("{}---\n{}", shape(&run("json").stdout), columns(&run("csv").stdout)));
}

#[test]
fn statements_that_feed_nothing() {
    let told = ["en", "de"].map(|lang| northland(&["check", "--unused", "--lang", lang]).output());
    assert_snapshot!(told.concat());
}

#[test]
fn anchors_are_found_again() {
    let (_temporary, dir) = northland_copy();
    let texts = dir.with_file_name("texts");
    fs::create_dir(&texts).unwrap();
    let text = "First words. Southland sees itself under serious threat. Last words.";
    fs::write(texts.join("polar-2023.txt"), text).unwrap();
    let file = texts.join("polar-2023.txt");
    let anchor = linchpin(&["anchor", file.to_str().unwrap(), "--find", "Southland … threat."]).output();
    let log = dir.join("statements/polar-2023.jsonl");
    let lines = fs::read_to_string(&log).unwrap();
    let anchored = format!("\"locator\":\"p. 5\",\"anchor\":{}", anchor.trim());
    fs::write(&log, lines.replacen("\"locator\":\"p. 5\"", &anchored, 1)).unwrap();
    let run = |lang| {
        let dir = dir.to_str().unwrap();
        linchpin(&["check", dir, "--texts", texts.to_str().unwrap(), "--lang", lang])
    };
    for lang in ["en", "de"] {
        assert_eq!(run(lang).output().lines().last(), Some("anchors: exact 1, moved 0, lost 0"));
    }
    fs::write(&file, format!("New first words. {text}")).unwrap();
    assert_eq!(run("en").output().lines().last(), Some("anchors: exact 0, moved 1, lost 0"));
    fs::write(&file, text.replace("serious", "some")).unwrap();
    let lost = run("de");
    assert_eq!((lost.stdout.lines().last(), lost.code), (Some("anchors: exact 0, moved 0, lost 1"), 1));
    fs::remove_file(&file).unwrap();
    assert_eq!(run("en").output().lines().last(), Some("anchors: exact 0, moved 0, lost 0"));
}

#[test]
fn no_dossier_there() {
    let temporary = tempfile::tempdir().unwrap();
    let empty = temporary.path().to_str().unwrap();
    let missing = temporary.path().join("missing");
    let mut told = String::new();
    for dir in [missing.to_str().unwrap(), empty, concat!(env!("CARGO_MANIFEST_DIR"), "/Cargo.toml")] {
        for lang in ["en", "de"] {
            let run = linchpin(&["check", dir, "--lang", lang]);
            assert_eq!(run.code, 1);
            told.push_str(&run.told().replace(dir, "DIR"));
        }
    }
    assert_snapshot!(told);
}
