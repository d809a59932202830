//! `linchpin index`.

mod harness;
use harness::{columns, fits, linchpin, rows, shape};
use insta::assert_snapshot;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

const EXAMPLE: &str = "../../../docs/index-example";

fn build(args: &[&str]) -> harness::Run {
    linchpin(&[&["index", "build", EXAMPLE], args].concat())
}

#[test]
fn in_english() {
    assert_snapshot!(build(&[]).output());
}

#[test]
fn in_german() {
    assert_snapshot!(build(&["--lang", "de"]).output());
}

#[test]
fn with_values_drawn_and_the_best_weights() {
    let shown =
        build(&["--impute", "multiple:30", "--weights", "benefit", "--normalise", "minmax:0,1"]).output();
    fits(&shown);
    assert_snapshot!(shown);
}

#[test]
fn the_columns_of_its_csv() {
    assert_snapshot!(columns(&build(&["--format", "csv"]).output()));
}

#[test]
fn the_shape_of_its_json() {
    assert_snapshot!(shape(&build(&["--format", "json", "--impute", "multiple:5"]).output()));
}

#[test]
fn wide_enough_for_no_terminal() {
    for args in [&["--weights", "pca", "--aggregate", "copeland"][..], &["--treat", "none", "--lang", "de"]] {
        fits(&build(args).output());
    }
}

#[test]
fn options_win_over_the_method_file() {
    let scores = |args: &[&str]| {
        let csv = build(&[args, &["--format", "csv"]].concat()).output();
        rows(&csv)
            .into_iter()
            .map(|row| (row["unit"].clone(), row["score"].clone()))
            .collect::<BTreeMap<_, _>>()
    };
    assert_ne!(scores(&["--aggregate", "amean"]), scores(&[]));
    assert_eq!(scores(&["--aggregate", "a_amean,a_gmean"]), scores(&[]));
    assert_eq!(
        scores(&["--impute", "multiple:9", "--seed", "4"]),
        scores(&["--impute", "multiple:9", "--seed", "4"])
    );
    assert_ne!(
        scores(&["--impute", "multiple:9", "--seed", "4"]),
        scores(&["--impute", "multiple:9", "--seed", "5"])
    );
}

/// The tables of a folder by their names.
fn tables(dir: &Path) -> BTreeMap<String, String> {
    let entries = std::fs::read_dir(dir).expect("a folder").map(|entry| entry.expect("an entry").path());
    let name = |path: &PathBuf| path.file_name().expect("a name").to_string_lossy().to_string();
    entries.map(|path| (name(&path), std::fs::read_to_string(&path).expect("a text"))).collect()
}

#[test]
fn every_step_is_written_and_nothing_is_overwritten() {
    let temporary = tempfile::tempdir().expect("a temporary folder");
    let dir = temporary.path().join("a/b");
    let out = dir.to_str().expect("a path of text");
    let first = build(&["--out", out, "--impute", "multiple:3"]);
    assert_eq!(first.code, 0, "{}", first.stderr);
    let written = tables(&dir);
    let names: Vec<&str> = written.keys().map(String::as_str).collect();
    assert_eq!(
        names,
        [
            "Aggregated.csv",
            "Denominated.csv",
            "Imputed.csv",
            "Normalised.csv",
            "Raw.csv",
            "Screened.csv",
            "Treated.csv",
            "correlations.csv",
            "effective_weights.csv",
            "imputations.csv",
            "imputed_scores.csv",
            "loadings.csv",
            "ranks.csv",
            "reliability.csv",
            "screening.csv",
            "stats.csv",
            "treated_points.csv",
            "treatment.csv",
            "weights.csv"
        ]
    );
    assert_eq!(rows(&written["imputations.csv"]).len(), 2 * 3);
    assert_eq!(rows(&written["Raw.csv"]).len(), 10);
    assert_eq!(rows(&written["Aggregated.csv"]).len(), 9);
    let again = build(&["--out", out, "--treat", "none"]);
    assert_eq!((again.code, again.stdout.as_str()), (1, ""));
    assert!(again.stderr.contains("--force"), "{}", again.stderr);
    assert_eq!(tables(&dir), written);
    assert_eq!(build(&["--out", out, "--treat", "none", "--force"]).code, 0);
    assert_ne!(tables(&dir), written);
    assert_eq!(build(&["--force"]).code, 2);
}

#[test]
fn weights_from_a_table() {
    let temporary = tempfile::tempdir().expect("a temporary folder");
    let path = temporary.path().join("weights.csv");
    let out = temporary.path().join("out");
    let table = "iCode,Level,Weight\nTrade,1,1\nStudents,1,0\nTreaties,1,0\nDebt,1,1\nEnergy,1,1\nTrust,1,1\n\
                 Ties,2,3\nStrength,2,1\n";
    std::fs::write(&path, table).expect("a file");
    let text = |path: &Path| path.to_str().expect("a path of text").to_string();
    let run = build(&["--weights", &text(&path), "--out", &text(&out)]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    let effective = rows(&tables(&out)["effective_weights.csv"]);
    let of =
        |code: &str| effective.iter().find(|row| row["iCode"] == code).expect("a row")["EffWeight"].clone();
    assert_eq!((of("Trade"), of("Students"), of("Cohesion")), ("0.75".into(), "0".into(), "1".into()));
    std::fs::write(&path, "iCode,Weight\nTrade,1\n").expect("a file");
    let run = build(&["--weights", &text(&path)]);
    assert!(run.code == 1 && run.stderr.contains("“Students”"), "{}", run.stderr);
}

/// Cases of `tests/index-broken`: each folder holds the files that differ from the example of the guide, or the options
/// to call it with (`options.txt`), and what the program says (`expected.txt`). To accept new messages, run with
/// `UPDATE_EXPECTED=1` and review what changed.
#[test]
fn broken_input_is_told_with_its_place() {
    let accept = std::env::var_os("UPDATE_EXPECTED").is_some();
    let mut cases: Vec<PathBuf> = std::fs::read_dir("tests/index-broken")
        .expect("the corpus")
        .map(|entry| entry.expect("an entry").path())
        .collect();
    cases.sort();
    let mut wrong = vec![];
    for case in &cases {
        let temporary = tempfile::tempdir().expect("a temporary folder");
        let copy =
            |from: &Path, name: &str| std::fs::copy(from.join(name), temporary.path().join(name)).map(|_| ());
        let removed = std::fs::read_to_string(case.join("removed.txt")).unwrap_or_default();
        for name in
            ["iData.csv", "iMeta.csv", "index.toml"].into_iter().filter(|name| !removed.contains(name))
        {
            copy(Path::new("tests").join(EXAMPLE).as_path(), name).expect("the example");
        }
        for entry in std::fs::read_dir(case).expect("a case") {
            let name = entry.expect("an entry").file_name().into_string().expect("a name of text");
            if !name.ends_with(".txt") {
                copy(case, &name).expect("a file of the case");
            }
        }
        let options = std::fs::read_to_string(case.join("options.txt")).unwrap_or_default();
        let dir = temporary.path().to_str().expect("a path of text");
        let call = |lang: &str| {
            let fixed = ["index", "build", dir, "--lang", lang];
            linchpin(&fixed.into_iter().chain(options.split_whitespace()).collect::<Vec<_>>())
        };
        let run = call("en");
        let told = run.told().replace(&format!("{dir}/"), "").replace(dir, "DIR");
        let expected = std::fs::read_to_string(case.join("expected.txt")).unwrap_or_default();
        if accept {
            std::fs::write(case.join("expected.txt"), &told).expect("the corpus can be changed");
        } else if told != expected {
            wrong.push(format!("{}\nexpected:\n{expected}\ntold:\n{told}", case.display()));
        }
        assert!(run.code == 1 || run.code == 2, "{}: {told}", case.display());
        let german = call("de");
        assert!(german.code == run.code && german.stderr.starts_with("Fehler:"), "{}", german.stderr);
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(cases.len() >= 30, "only {} cases", cases.len());
}

/// The folder of COINr's tables. Where it is absent the tests that need it are skipped, unless
/// `LINCHPIN_REQUIRE=reference` is set and `../shared` exists beside the workspace.
fn reference() -> Option<PathBuf> {
    let shared = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared");
    let folder = std::env::var_os("LINCHPIN_REFERENCE").map_or(shared.join("reference"), PathBuf::from);
    let folder = folder.join("coinr");
    if folder.is_dir() {
        return Some(folder);
    }
    let required = std::env::var("LINCHPIN_REQUIRE").is_ok_and(|what| what == "reference") && shared.is_dir();
    assert!(!required, "{} is missing, and LINCHPIN_REQUIRE asks for it", folder.display());
    println!("skipped: reference data not present");
    None
}

/// The whole way of a user of COINr, from its pair of tables to its results: the tables that the program writes hold
/// COINr's numbers, by unit and column.
#[test]
fn the_tables_are_those_of_coinr() {
    let Some(folder) = reference() else { return };
    let temporary = tempfile::tempdir().expect("a temporary folder");
    let out = temporary.path().to_str().expect("a path of text");
    let dir = folder.to_str().expect("a path of text");
    let method = ["--impute", "i_mean_grp:EurAsia_group", "--screen", ".9", "--out", out];
    let run = linchpin(&[&["index", "build", dir], &method[..]].concat());
    assert_eq!(run.code, 0, "{}", run.stderr);
    fits(&run.stdout);
    let written = tables(temporary.path());
    let mut compared = 0;
    for name in ["Raw", "Denominated", "Imputed", "Screened", "Treated", "Normalised", "Aggregated", "ranks"]
    {
        let theirs = std::fs::read_to_string(folder.join(format!("asem_{name}.csv"))).expect("a table");
        compared += same(&written[&format!("{name}.csv")], &theirs, "uCode", name);
    }
    let theirs = std::fs::read_to_string(folder.join("asem_effective_weights.csv")).expect("a table");
    compared += same(&written["effective_weights.csv"], &theirs, "iCode", "effective weights");
    assert_eq!(compared, 51 * (6 * 49 + 60 + 11) + 3 * 60);
}

/// Compares all cells of two tables by row and column; numbers to nine digits.
fn same(ours: &str, theirs: &str, key: &str, name: &str) -> usize {
    let by_key = |csv: &str| -> BTreeMap<String, BTreeMap<String, String>> {
        rows(csv).into_iter().map(|row| (row[key].clone(), row)).collect()
    };
    let (ours, theirs) = (by_key(ours), by_key(theirs));
    assert_eq!(ours.keys().collect::<Vec<_>>(), theirs.keys().collect::<Vec<_>>(), "{name}");
    let mut compared = 0;
    for (of, row) in &theirs {
        for (column, expected) in row.iter().filter(|(column, _)| *column != key) {
            let found = &ours[of][column];
            let number = |cell: &str| cell.parse::<f64>().unwrap_or(f64::NAN);
            let (a, b) = (number(found), number(expected));
            let near = (a - b).abs() <= 1e-9 * b.abs().max(1.0);
            assert!(
                near || found.is_empty() && expected.is_empty(),
                "{name}, {column} of {of}: {found} {expected}"
            );
            compared += 1;
        }
    }
    compared
}

#[test]
fn the_help_of_its_steps() {
    let both = ["en", "de"].map(|lang| linchpin(&["help", "index", "build", "--lang", lang]).output());
    both.iter().for_each(|help| fits(help));
    assert_snapshot!(both.join("\n"));
    let unknown = linchpin(&["help", "index", "biuld"]);
    assert!(unknown.code == 2 && unknown.stderr.contains("“build”"), "{}", unknown.stderr);
}

#[test]
fn the_order_of_rows_means_nothing() {
    let temporary = tempfile::tempdir().expect("a temporary folder");
    let example = Path::new("tests").join(EXAMPLE);
    let read = |name: &str| std::fs::read_to_string(example.join(name)).expect("the example");
    let turned = |text: &str| {
        let mut lines: Vec<&str> = text.lines().collect();
        lines[1..].reverse();
        lines.join("\r\n") + "\r\n"
    };
    std::fs::write(temporary.path().join("x_iData.csv"), turned(&read("iData.csv"))).expect("a file");
    std::fs::write(temporary.path().join("x_iMeta.csv"), turned(&read("iMeta.csv"))).expect("a file");
    std::fs::write(temporary.path().join("index.toml"), read("index.toml")).expect("a file");
    let dir = temporary.path().to_str().expect("a path of text");
    for more in [&["--aggregate", "copeland"][..], &["--impute", "multiple:7"], &["--weights", "pca"]] {
        let csv = ["--format", "csv"];
        let straight = build(&[more, &csv].concat()).output();
        let turned = linchpin(&[&["index", "build", dir], more, &csv].concat()).output();
        for row in rows(&straight) {
            let other =
                rows(&turned).into_iter().find(|other| other["unit"] == row["unit"]).expect("the unit");
            for column in ["rank", "score", "Ties", "Strength"] {
                let number = |cell: &str| cell.parse::<f64>().expect("a number");
                let (a, b) = (number(&row[column]), number(&other[column]));
                assert!((a - b).abs() < 1e-9 * a.abs().max(1.0), "{more:?} {column}: {a} {b}");
            }
        }
    }
}

#[test]
fn how_sure_the_order_is() {
    let args = ["--uncertainty", "weights=.25,noise=.1", "--sensitivity", "--draws", "2000"];
    for lang in ["en", "de"] {
        let shown = build(&[&args[..], &["--lang", lang]].concat()).output();
        fits(&shown);
        assert_snapshot!(format!("uncertain_{lang}"), shown);
    }
}

#[test]
fn words_say_what_a_range_is() {
    let told = |uncertainty: &str| {
        let json = build(&["--uncertainty", uncertainty, "--draws", "1000", "--format", "json"]).output();
        let found: serde_json::Value = serde_json::from_str(&json).expect("JSON");
        found["uncertainty"]["meaning"].as_str().expect("a word").to_string()
    };
    assert_eq!(told("weights=.25"), "sensitivity_range");
    assert_eq!(told("weights=dirichlet:.2,noise=value:.02"), "uncertainty_interval");
    assert_eq!(told("aggregate=amean|gmean,noise=.1"), "range_over_methods");
}

#[test]
fn a_table_of_the_method_says_what_is_uncertain() {
    let temporary = tempfile::tempdir().expect("a temporary folder");
    let path = temporary.path().join("method.toml");
    let out = temporary.path().join("out");
    let text = |path: &Path| path.to_str().expect("a path of text").to_string();
    let method =
        std::fs::read_to_string(Path::new("tests").join(EXAMPLE).join("index.toml")).expect("the example");
    let table = "[uncertainty]\nweights = \".2,.1\"\nnoise = \".1\"\nimputation = true\n\
                 normalise = \"minmax:1,100|zscore:100,5\"\nsure = 0.8\n";
    std::fs::write(&path, format!("{method}noise = \"abs:4\"\n\n{table}")).expect("a file");
    let args = ["--method", &text(&path), "--draws", "1000", "--impute", "multiple:6"];
    let run = build(&[&args[..], &["--sensitivity", "--out", &text(&out)]].concat());
    assert_eq!(run.code, 0, "{}", run.stderr);
    let written = tables(&out);
    let scores = rows(&written["uncertainty.csv"]);
    assert_eq!((scores.len(), rows(&written["ranks_uncertainty.csv"]).len()), (9, 9));
    for row in &scores {
        let of = |column: &str| row[column].parse::<f64>().expect("a number");
        assert!(of("Low90") <= of("Low50") && of("Low50") <= of("High50") && of("High50") <= of("High90"));
    }
    let sources: std::collections::BTreeSet<String> =
        rows(&written["sensitivity.csv"]).iter().map(|row| row["Source"].clone()).collect();
    assert_eq!(sources.into_iter().collect::<Vec<_>>(), ["imputation", "noise", "normalisation", "weights"]);
    assert_eq!(rows(&written["left_out.csv"]).len(), 6);
    let csv = |seed: &str| build(&[&args[..], &["--format", "csv", "--seed", seed]].concat()).output();
    assert_eq!(csv("3"), csv("3"));
    assert_ne!(csv("3"), csv("4"));
}

#[test]
fn the_200_replicates_of_coinr_are_replayed() {
    let Some(folder) = reference() else { return };
    let temporary = tempfile::tempdir().expect("a temporary folder");
    let path = |name: &str| folder.join(name).to_str().expect("a path of text").to_string();
    let out = temporary.path().to_str().expect("a path of text");
    let uncertain = "normalise=minmax:1,100|zscore:10,2";
    let run = linchpin(&[
        "index",
        "build",
        folder.to_str().expect("a path of text"),
        "--impute",
        "mean_grp:EurAsia_group",
        "--screen",
        ".9",
        "--normalise",
        "minmax:1,100",
        "--uncertainty",
        uncertain,
        "--draws",
        "100",
        "--replicates",
        &path("asem_UA200_params.csv"),
        "--weight-sets",
        &path("asem_noisy_weights_100.csv"),
        "--out",
        out,
    ]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    let theirs = std::fs::read_to_string(path("asem_UA200_scores.csv")).expect("a table");
    // their first column of scores is the index without uncertainty, with another scale
    let without = |line: &str| {
        let cells: Vec<&str> = line.split(',').collect();
        [&cells[..1], &cells[2..]].concat().join(",") + "\n"
    };
    let theirs: String = theirs.lines().map(without).collect();
    let ours = &tables(temporary.path())["replicates.csv"];
    assert_eq!(same(ours, &theirs, "uCode", "replicates"), 51 * 200);
}

#[test]
fn uncertainty_that_is_not_understood_is_told() {
    let told = |args: &[&str]| {
        let run = build(args);
        assert!(run.code == 1 || run.code == 2, "{args:?}");
        let german = build(&[args, &["--lang", "de"]].concat());
        assert!(german.stderr.starts_with("Fehler:"), "{}", german.stderr);
        run.stderr
    };
    assert!(told(&["--uncertainty", "weight=.2"]).contains("weights=.25"));
    assert!(told(&["--uncertainty", "weights=2"]).contains("from 0 to 1"));
    assert!(told(&["--uncertainty", "noise=-1"]).contains("0 or more"));
    assert!(told(&["--uncertainty", "weights=sets"]).contains("dirichlet"));
    assert!(told(&["--uncertainty", "aggregate=gmean"]).contains("A|B"));
    assert!(told(&["--uncertainty", "noise=.1", "--aggregate", "copeland"]).contains("Copeland"));
    assert!(told(&["--sensitivity"]).contains("--uncertainty"));
    assert!(told(&["--draws", "2000"]).contains("--draws needs"));
    assert!(
        told(&["--uncertainty", "aggregate=amean|gmean", "--normalise", "minmax:0,1"])
            .contains("minmax:1,100")
    );
}
