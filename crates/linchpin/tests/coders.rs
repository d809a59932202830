//! `linchpin coders`.

mod harness;
use harness::{columns, fits, in_both_languages, linchpin, northland, rows, shape};
use insta::assert_snapshot;
use std::path::PathBuf;

/// A table of codings in a folder of its own.
fn table(text: &str) -> (tempfile::TempDir, PathBuf) {
    let temporary = tempfile::tempdir().expect("a temporary folder");
    let file = temporary.path().join("codings.csv");
    std::fs::write(&file, text).expect("a file that can be written");
    (temporary, file)
}

/// What a command line with a table prints, with the table's place left out.
fn on_table(text: &str, args: &[&str]) -> (i32, String) {
    let (temporary, file) = table(text);
    let run = linchpin(&[&["coders", file.to_str().expect("a path of text")], args].concat());
    let place = format!("{}/", temporary.path().display());
    (run.code, run.told().replace(&place, ""))
}

/// Three coders: x and y agree but that y is a level higher now and then, z codes at random.
fn three_coders() -> String {
    let mut text = String::from("item,coder,level\n");
    for item in 0..40 {
        let level = item % 4;
        let higher = (level + usize::from(item % 3 == 0)).min(3);
        for (coder, level) in [("x", level), ("y", higher), ("z", (item * 7 / 4) % 4)] {
            text.push_str(&format!("item-{item:02},{coder},{}\n", level + 1));
        }
    }
    text
}

#[test]
fn in_english() {
    assert_snapshot!(on_table(&three_coders(), &["--lang", "en"]).1);
}

#[test]
fn in_german() {
    assert_snapshot!(on_table(&three_coders(), &["--lang", "de", "--all"]).1);
}

#[test]
fn who_codes_at_random_is_found_out() {
    let (_, csv) = on_table(&three_coders(), &["--format", "csv"]);
    let reliability = |coder: &str| {
        let found = rows(&csv)
            .into_iter()
            .find(|row| row["row"] == "coder" && row["name"] == coder && row["figure"] == "reliability");
        found.expect("a row")["value"].parse::<f64>().expect("a number")
    };
    assert!(reliability("z") < 0.5 * reliability("x").min(reliability("y")), "{csv}");
    assert_snapshot!(columns(&csv));
}

#[test]
fn the_passages_of_a_dossier() {
    let json = northland(&["coders", "--draws", "400", "--format", "json"]).output();
    assert!(json.contains("\"schema\": \"linchpin.coders/1\""));
    assert_snapshot!(shape(&json));
}

#[test]
fn the_same_on_one_thread_or_many() {
    let json =
        |threads| on_table(&three_coders(), &["--draws", "200", "--threads", threads, "--format", "json"]).1;
    assert_eq!(json("1"), json("3"));
}

#[test]
fn a_run_that_has_not_converged_says_so() {
    for (lang, words) in
        [("en", "The chains have not converged"), ("de", "Die Ketten sind nicht konvergiert")]
    {
        let (code, text) = on_table(&three_coders(), &["--draws", "100", "--lang", lang]);
        assert!(code == 0 && text.contains(words), "{text}");
        fits(&text);
    }
    let (_, json) = on_table(&three_coders(), &["--draws", "100", "--format", "json"]);
    assert!(json.contains("\"converged\": false"));
}

#[test]
fn the_built_in_dossier() {
    for text in in_both_languages(&["coders", "--draws", "400"]) {
        assert!(text.contains("pass-1") && text.contains("swp-2021-002"), "{text}");
    }
}

#[test]
fn tables_and_options_that_are_wrong() {
    let mut told = String::new();
    let cases: [(&str, &[&str]); 10] = [
        ("", &[]),
        ("item,coder,grade\na,x,1\n", &[]),
        ("item,coder,level\na,x\n", &[]),
        ("item,coder,level\na,,1\n", &[]),
        ("item,coder,level\na,x,high\n", &[]),
        ("item,coder,level\na,x,highest\n", &["--levels", "low,high"]),
        ("item,coder,level\na,x,1\na,x,2\n", &[]),
        ("item,coder,level,scale\na,x,1,s\na,y,1,t\n", &[]),
        ("item,coder,level\na,x,1\n", &["--levels", "low,low"]),
        ("item,coder,level\na,x,1\n", &["--chains", "0"]),
    ];
    for (text, args) in cases {
        for lang in ["en", "de"] {
            let (code, refusal) = on_table(text, &[args, &["--lang", lang]].concat());
            assert!(code == 1 || code == 2, "{text}: {refusal}");
            told.push_str(&format!("{refusal}\n"));
        }
    }
    told.push_str(&linchpin(&["coders", "--levels", "a,b"]).told());
    assert_snapshot!(told);
}
