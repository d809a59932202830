//! `linchpin compare`.

mod harness;
use harness::{columns, northland, refused, shape};
use insta::assert_snapshot;

#[test]
fn two_alliances_in_english() {
    assert_snapshot!(northland(&["compare", "--node", "contributions", "XNO-XSU", "XNO-XEA"]).output());
}

#[test]
fn two_alliances_in_german() {
    assert_snapshot!(
        northland(&["compare", "--node", "contributions", "XNO-XSU", "XNO-XEA", "--lang", "de"]).output()
    );
}

#[test]
fn two_dates_in_english() {
    let dates = ["compare", "--node", "support", "XNO-XSU@2023-06-15", "XNO-XSU@2025-09"];
    assert_snapshot!(northland(&dates).output());
}

#[test]
fn two_dates_in_german() {
    let dates = ["compare", "--node", "support", "XNO-XSU@2023-06-15", "XNO-XSU@2025-09", "--lang", "de"];
    assert_snapshot!(northland(&dates).output());
}

#[test]
fn two_alliances_on_two_dates() {
    let sides = ["compare", "--node", "contributions", "XNO-XSU@2023-06-15", "XNO-XEA"];
    assert_snapshot!(northland(&sides).output());
}

#[test]
fn no_probabilities_where_too_little_is_known() {
    let told = northland(&["compare", "--node", "support", "XNO-XSU", "XNO-XEA"]).output();
    assert!(
        told.contains("too little evidence on at least one side") && !told.contains("Probability"),
        "{told}"
    );
}

#[test]
fn what_is_greater_one_way_is_less_the_other_way() {
    let cells = |sides: [&str; 2]| {
        let csv = northland(&["compare", "--node", "contributions", "--format", "csv", sides[0], sides[1]])
            .output();
        let head: Vec<String> = csv.lines().next().unwrap().split(',').map(String::from).collect();
        let row: Vec<String> = csv.lines().nth(1).unwrap().split(',').map(String::from).collect();
        let cell = |name: &str| row[head.iter().position(|h| h == name).unwrap()].clone();
        [cell("p_greater"), cell("p_less")]
    };
    let [greater, less] = cells(["XNO-XSU", "XNO-XEA"]);
    assert_eq!(cells(["XNO-XEA", "XNO-XSU"]), [less, greater]);
}

#[test]
fn the_shape_of_its_json() {
    let json =
        northland(&["compare", "--node", "contributions", "XNO-XSU", "XNO-XEA", "--format", "json"]).output();
    assert!(json.contains("\"schema\": \"linchpin.comparison/1\""));
    assert_snapshot!(shape(&json));
}

#[test]
fn the_columns_of_its_csv() {
    assert_snapshot!(columns(&northland(&["compare", "XNO-XSU", "XNO-XEA", "--format", "csv"]).output()));
}

#[test]
fn what_cannot_be_compared() {
    assert_snapshot!(refused(
        northland,
        &[
            &["compare", "XNO-XSU"],
            &["compare", "XNO-XSU", "xsu-xno"],
            &["compare", "XNO-XSU@2021-13", "XNO-XEA"],
        ]
    ));
}
