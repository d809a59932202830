//! `linchpin figure`.

mod harness;
use harness::{linchpin, northland, refused, rows};
use insta::assert_snapshot;
use serde_json::Value;
use std::fs;

#[test]
fn all_figures_are_listed() {
    assert_snapshot!(northland(&["figure"]).output());
    assert_snapshot!(northland(&["figure", "--lang", "de"]).output());
}

#[test]
fn a_figure_as_svg() {
    let svg = northland(&["figure", "cards", "--draws", "1000"]).output();
    assert!(svg.starts_with("<svg ") && svg.contains("<style>"), "{svg:.200}");
    assert_snapshot!(svg);
}

#[test]
fn the_ending_of_the_file_decides_the_form() {
    let dir = tempfile::tempdir().expect("a folder");
    let begins: [(&str, &[u8]); 4] =
        [("x.svg", b"<svg "), ("x.png", b"\x89PNG"), ("x.csv", b"row,tie,"), ("x.json", b"{")];
    for (name, begin) in begins {
        let path = dir.path().join(name);
        let file = path.to_str().expect("a path of text");
        assert_eq!(northland(&["figure", "cards", "-o", file]).output(), "");
        assert!(fs::read(&path).expect("a file").starts_with(begin), "{name}");
        // an older drawing is replaced
        northland(&["figure", "cards", "--theme", "dark", "-o", file]).output();
    }
}

#[test]
fn every_figure_has_its_data() {
    let names: Vec<String> = northland(&["figure"]).output().lines().skip(1).map_while(|line| line.split_whitespace().next().map(String::from)).collect();
    assert_eq!(names.len(), 12, "{names:?}");
    for name in names {
        let json: Value = serde_json::from_str(&northland(&["figure", &name, "--format", "json"]).output()).expect("JSON");
        assert_eq!((json["schema"].as_str(), json["figure"].as_str()), (Some("linchpin.figure/1"), Some(name.as_str())));
        let csv = northland(&["figure", &name, "--format", "csv"]).output();
        assert_eq!(rows(&csv).len(), json["rows"].as_array().map_or(0, Vec::len), "{name}");
        assert!(json["finding"].as_str().is_some_and(|finding| finding.ends_with('.')), "{name}");
    }
}

/// What a figure shows is what the command of the same question prints.
#[test]
fn scores_are_those_of_assess() {
    let drawn = rows(&northland(&["figure", "cards", "--format", "csv"]).output());
    let assessed = rows(&northland(&["assess", "--format", "csv"]).output());
    let mut same = 0;
    for row in assessed.iter().filter(|row| row["shown"] == "true") {
        let found = drawn.iter().find(|d| d["tie"] == row["tie"] && d["node"] == row["node"] && d["row"] != "last-shown");
        let near = |a: &str, b: &str| (a.parse::<f64>().expect("a number") - b.parse::<f64>().expect("a number")).abs() < 1e-9;
        let found = found.unwrap_or_else(|| panic!("{row:?} is drawn"));
        assert!(near(&found["mean"], &row["mean"]), "{row:?} {found:?}");
        same += 1;
    }
    assert!(same > 1);
}

#[test]
fn a_gallery_has_every_figure_in_both_languages() {
    let dir = tempfile::tempdir().expect("a folder");
    let gallery = dir.path().join("gallery");
    let told = northland(&["figure", "--gallery", gallery.to_str().expect("a path of text")]).output();
    assert!(told.contains("97 files"), "{told}");
    let page = fs::read_to_string(gallery.join("README.md")).expect("a page");
    for entry in fs::read_dir(&gallery).expect("a folder").flatten() {
        let name = entry.file_name().into_string().expect("a name");
        assert!(name == "README.md" || page.contains(&format!("({name})")), "{name} is shown");
    }
}

#[test]
fn what_cannot_be_drawn_is_refused() {
    let lines: &[&[&str]] = &[
        &["figure", "carts"],
        &["figure", "cards", "XNO-XSU"],
        &["figure", "criteria", "XNO-XXX"],
        &["figure", "fears", "nobody"],
        &["figure", "cards", "-o", "x.pdf"],
        &["figure", "criteria", "--node", "nothing"],
        &["figure", "cards", "--width", "wide"],
    ];
    assert_snapshot!(refused(northland, lines));
}

#[test]
fn the_built_in_dossier_is_drawn_in_german() {
    let json = linchpin(&["figure", "map", "--lang", "de", "--format", "json"]).output();
    let found: Value = serde_json::from_str(&json).expect("JSON");
    assert!(found["finding"].as_str().is_some_and(|finding| finding.contains("Japan")), "{}", found["finding"]);
}
