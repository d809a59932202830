//! `linchpin explain`.

mod harness;
use harness::{columns, northland, refused, shape};
use insta::assert_snapshot;

#[test]
fn in_english() {
    assert_snapshot!(northland(&["explain", "XNO-XSU"]).output());
}

#[test]
fn in_german() {
    assert_snapshot!(northland(&["explain", "XNO-XSU", "--lang", "de"]).output());
}

#[test]
fn an_indicator_with_its_reasons_in_english() {
    assert_snapshot!(northland(&["explain", "xsu-xno", "--node", "effort"]).output());
}

#[test]
fn an_indicator_with_its_reasons_in_german() {
    assert_snapshot!(northland(&["explain", "xsu-xno", "--node", "effort", "--lang", "de"]).output());
}

#[test]
fn a_node_by_path_by_end_and_by_name() {
    let by_path = northland(&["explain", "XNO-XSU", "--node", "contributions/duty"]).output();
    for node in ["duty", "resilience/contributions/duty", "Duty to assist", "Beistandspflicht", "DUTY"] {
        assert_eq!(northland(&["explain", "XNO-XSU", "--node", node]).output(), by_path, "{node}");
    }
}

#[test]
fn the_shape_of_its_json() {
    let json = northland(&["explain", "XNO-XSU", "--format", "json"]).output();
    assert!(json.contains("\"schema\": \"linchpin.explanation/1\""));
    assert_snapshot!(shape(&json));
}

#[test]
fn the_columns_of_its_csv() {
    assert_snapshot!(columns(&northland(&["explain", "XNO-XSU", "--format", "csv"]).output()));
}

#[test]
fn what_cannot_be_explained() {
    assert_snapshot!(refused(
        northland,
        &[&["explain"], &["explain", "XNO-XSU", "--node", "suport"], &["explain", "XNO-XSU", "--node", "x"],]
    ));
}
