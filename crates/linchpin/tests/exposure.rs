//! `linchpin exposure`.

mod harness;
use harness::{Run, columns, fits, linchpin, northland, northland_with_tables, on, refused, rows, shape};
use insta::assert_snapshot;

/// The arguments, asked of the made-up dossier with tables.
fn exposure(args: &[&str]) -> Run {
    let (_temporary, dir) = northland_with_tables();
    on(&dir, &[&["exposure"], args].concat())
}

#[test]
fn in_english() {
    assert_snapshot!(exposure(&["XSU"]).output());
}

#[test]
fn in_german() {
    assert_snapshot!(exposure(&["XSU", "--lang", "de"]).output());
}

#[test]
fn only_its_own_table() {
    let found = |args: &[&str]| {
        let csv = exposure(&[args, &["--format", "csv"]].concat()).output();
        rows(&csv).into_iter().map(|row| row["statement"].clone()).collect::<Vec<_>>()
    };
    assert_eq!(found(&[]), ["polar-2023-307", "polar-2023-309"]);
    assert_eq!(found(&["XEA"]), ["polar-2023-307", "polar-2023-309"]);
    assert_eq!(found(&["XEA", "--as-of", "2021"]), ["polar-2023-307"]);
    assert!(found(&["XNO"]).is_empty());
}

#[test]
fn an_empty_table_says_so() {
    for (lang, told) in [("en", "No statement on exposure"), ("de", "keine Aussage über die Anfälligkeit")]
    {
        assert!(northland(&["exposure", "--lang", lang]).output().contains(told));
    }
}

#[test]
fn the_shape_of_its_json() {
    let json = exposure(&["--format", "json"]).output();
    assert!(json.contains("\"schema\": \"linchpin.exposure/1\""));
    assert_snapshot!(shape(&json));
}

#[test]
fn the_columns_of_its_csv() {
    assert_snapshot!(columns(&exposure(&["--format", "csv"]).output()));
}

#[test]
fn the_built_in_dossier() {
    for (lang, words) in
        [("en", ["Trade openness", "South Korea → China"]), ("de", ["Außenhandelsquote", "Südkorea → China"])]
    {
        let text = linchpin(&["exposure", "--lang", lang]).output();
        fits(&text);
        for word in words {
            assert!(text.contains(word), "{word} is not in\n{text}");
        }
        assert!(linchpin(&["exposure", "KOR", "--lang", lang]).output().len() < text.len());
    }
}

#[test]
fn what_cannot_be_asked() {
    assert_snapshot!(refused(northland, &[&["exposure", "XNP"], &["exposure", "XSU", "XEA"]]));
}
