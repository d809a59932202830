//! `linchpin changes`.

mod harness;
use harness::{columns, fits, linchpin, northland, refused, rows, shape};
use insta::assert_snapshot;
use serde_json::Value;

fn json(args: &[&str]) -> Value {
    let told = northland(&[&["changes"], args, &["--format", "json"]].concat()).output();
    serde_json::from_str(&told).expect("the output is JSON")
}

/// The ids of the new statements of an answer, those that feed nothing last.
fn new(answer: &Value) -> Vec<String> {
    let of = |list: &Value| -> Vec<String> {
        let ids = list.as_array().into_iter().flatten().map(|cited| cited["id"].as_str().unwrap_or_default());
        ids.map(String::from).collect()
    };
    let leaves = answer["new"].as_array().expect("a list of leaves");
    leaves.iter().flat_map(|leaf| of(&leaf["statements"])).chain(of(&answer["elsewhere"])).collect()
}

#[test]
fn in_english() {
    assert_snapshot!(northland(&["changes", "XNO-XSU"]).output());
}

#[test]
fn in_german() {
    assert_snapshot!(northland(&["changes", "XNO-XSU", "--lang", "de"]).output());
}

#[test]
fn a_node_in_english() {
    assert_snapshot!(northland(&["changes", "xsu-xno", "--node", "contributions"]).output());
}

#[test]
fn everything_in_german() {
    let args = ["changes", "XNO-XEA", "--from", "2024", "--all", "--lang", "de"];
    assert_snapshot!(northland(&args).output());
}

#[test]
fn nothing_is_new_where_nothing_could_be_known() {
    let dates = ["--from", "2023-07", "--as-of", "2024-06", "--known-at", "2024"];
    let text = northland(&[&["changes", "XNO-XSU"], &dates[..]].concat()).output();
    assert!(text.contains("Nothing that feeds a score became known"), "{text}");
    assert!(!text.contains("harbour-2025"), "{text}");
}

#[test]
fn new_is_what_became_known_or_began_after_the_earlier_date() {
    let all = new(&json(&["XNO-XSU"]));
    let expected = ["harbour-2025-001", "harbour-2025-004", "harbour-2025-005", "harbour-2025-003"];
    assert_eq!(all, expected);
    // what a later source tells of an earlier time is new, what has not begun by the later date is not
    let earlier = new(&json(&["XNO-XSU", "--as-of", "2025-08-15"]));
    assert_eq!(earlier, ["harbour-2025-004", "harbour-2025-005"]);
    // what the earlier source tells is no news, but what began later is
    let in_2023 =
        json(&["XNO-XSU", "--from", "2023-02", "--as-of", "2023-06-15", "--known-at", "2023-06-15"]);
    assert!(new(&in_2023).contains(&"polar-2023-011".to_string()), "{in_2023}");
}

#[test]
fn scores_are_those_of_assess() {
    let assessed = northland(&["assess", "XNO-XSU", "--format", "json"]).output();
    let assessed: Value = serde_json::from_str(&assessed).expect("JSON");
    let changed = json(&["XNO-XSU"]);
    let nodes = assessed["ties"][0]["nodes"].as_array().expect("nodes");
    for node in nodes {
        let all = changed["nodes"].as_array().expect("nodes");
        assert!(all.contains(node), "{} differs", node["node"]);
    }
}

#[test]
fn indicators_that_moved_most_stand_first() {
    let csv = northland(&["changes", "XNO-XSU", "--format", "csv"]).output();
    let moved: Vec<f64> = rows(&csv)
        .iter()
        .filter(|row| row["node"].contains('/') && row["change_shown"] == "true")
        .map(|row| row["difference"].parse::<f64>().expect("a number").abs())
        .collect();
    assert!(moved.len() > 2 && moved.is_sorted_by(|a, b| a >= b), "{moved:?}");
}

#[test]
fn the_shape_of_its_json() {
    let told = northland(&["changes", "XNO-XSU", "--format", "json"]).output();
    assert!(told.contains("\"schema\": \"linchpin.changes/1\""));
    assert_snapshot!(shape(&told));
}

#[test]
fn the_columns_of_its_csv() {
    let csv = northland(&["changes", "XNO-XSU", "--format", "csv"]).output();
    assert_snapshot!(columns(&csv));
    let standing = rows(&csv).into_iter().find(|row| row["node"] == "support/standing").expect("a row");
    assert_eq!(standing["new_statements"], "harbour-2025-005");
}

#[test]
fn the_built_in_dossier() {
    for (lang, section) in [("en", "New statements"), ("de", "Neue Aussagen")] {
        for tie in ["USA-JPN", "USA-KOR"] {
            let text = linchpin(&["changes", tie, "--lang", lang]).output();
            assert!(text.contains(section) && text.contains("• "), "{text}");
            fits(&text);
            fits(&linchpin(&["changes", tie, "--all", "--lang", lang]).output());
        }
    }
}

#[test]
fn what_cannot_be_compared() {
    assert_snapshot!(refused(
        northland,
        &[
            &["changes"],
            &["changes", "XNO-XSA"],
            &["changes", "XNO-XSU", "--from", "2025-09"],
            &["changes", "XNO-XSU", "--from", "2025-13"],
            &["changes", "XNO-XSU", "--node", "suport"],
        ]
    ));
}

#[test]
fn a_dossier_without_a_date_to_compare_with() {
    let (_temporary, dir) = harness::northland_copy();
    let path = dir.join("dossier.toml");
    let settings = std::fs::read_to_string(&path).expect("the settings");
    let without: Vec<&str> = settings.lines().filter(|line| !line.starts_with("compare-with")).collect();
    std::fs::write(&path, without.join("\n")).expect("a copy that can be changed");
    let dossier = dir.to_str().expect("a path of text");
    let run = linchpin(&["changes", "XNO-XSU", "--dossier", dossier]);
    assert_eq!(run.code, 2);
    assert_snapshot!(run.told());
    assert_eq!(linchpin(&["changes", "XNO-XSU", "--from", "2024", "--dossier", dossier]).code, 0);
}

/// What causes contribute, by node and group.
fn causes(answer: &Value, node: &str) -> (f64, f64, Vec<(String, f64)>) {
    let all = answer["causes"].as_array().expect("a list of nodes");
    let of = all.iter().find(|of| of["node"] == node).expect("the node has causes");
    let number = |value: &Value| value.as_f64().expect("a number");
    let list = of["causes"].as_array().expect("a list of causes").iter();
    let causes = list.map(|c| (c["why"].as_str().unwrap_or_default().to_string(), number(&c["value"])));
    (number(&of["from"]), number(&of["to"]), causes.collect())
}

#[test]
fn causes_make_up_the_change() {
    for args in [&["XNO-XSU"][..], &["XNO-XSU", "--as-known-then"]] {
        let answer = json(args);
        let (from, to, causes) = causes(&answer, "contributions");
        let sum: f64 = causes.iter().map(|(_, value)| value).sum();
        assert!((sum - (to - from)).abs() < 1e-9, "{args:?}: {causes:?}");
        let shown =
            answer["nodes"].as_array().unwrap().iter().find(|n| n["node"] == "contributions").unwrap();
        let change = shown["change"]["mean"].as_f64().unwrap();
        if args.len() == 1 {
            assert!((to - from - change).abs() < 0.005, "{from} to {to} is not {change}");
        }
        assert_eq!(causes[0].0, "time");
        assert!(causes.iter().any(|(why, _)| why == "new-facts"));
    }
}

/// What a later source tells of an earlier time is a fact of then, and revises what could be said then.
#[test]
fn what_became_known_since_revises_what_could_be_said_then() {
    let revised = |more: &[&str]| {
        let args = [&["changes", "USA-JPN", "--from", "2021-05-10", "--format", "json"], more].concat();
        let answer = serde_json::from_str(&linchpin(&args).output()).expect("the output is JSON");
        let (.., causes) = causes(&answer, "contributions");
        causes.iter().filter(|(why, _)| why == "revised-data").count()
    };
    assert_eq!(revised(&[]), 0);
    assert!(revised(&["--as-known-then"]) > 0);
}

#[test]
fn an_unknown_framework_to_start_from_is_named() {
    let told = refused(linchpin, &[&["changes", "USA-JPN", "--framework-then", "other"]]);
    assert!(told.contains("other") && told.contains("resilience"), "{told}");
}

#[test]
fn causes_from_what_was_known_then_in_german() {
    let text = northland(&["changes", "XNO-XSU", "--as-known-then", "--lang", "de"]).output();
    let from = text.find("Gründe").expect("a section of causes");
    let to = text.find("Neue Aussagen").expect("a section of news");
    assert_snapshot!(&text[from..to]);
}
