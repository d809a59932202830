//! The arrows between crates run one way, as docs/ARCHITECTURE.md draws them.

use cargo_metadata::{DependencyKind, MetadataCommand};
use std::collections::{BTreeMap, BTreeSet};

/// For each crate, the crates of the workspace it may use. Who adds a crate adds a line.
const MAY_USE: [(&str, &[&str]); 8] = [
    ("linchpin-model", &[]),
    ("linchpin-index", &[]),
    ("linchpin-dossier", &["linchpin-model"]),
    ("linchpin-assess", &["linchpin-model", "linchpin-dossier", "linchpin-index"]),
    ("linchpin-study", &["linchpin-model", "linchpin-dossier", "linchpin-index", "linchpin-assess"]),
    (
        "linchpin-publish",
        &["linchpin-model", "linchpin-dossier", "linchpin-index", "linchpin-assess", "linchpin-study"],
    ),
    (
        "linchpin-web",
        &["linchpin-model", "linchpin-dossier", "linchpin-assess", "linchpin-study", "linchpin-publish"],
    ),
    (
        "linchpin",
        &[
            "linchpin-model",
            "linchpin-dossier",
            "linchpin-index",
            "linchpin-assess",
            "linchpin-study",
            "linchpin-publish",
            "linchpin-web",
        ],
    ),
];

/// Crates that cost minutes of building and stay out of the default build.
const TOO_HEAVY: [&str; 9] =
    ["arrow", "parquet", "faer", "lingua", "reqwest", "typst", "polars", "duckdb", "datafusion"];

#[test]
fn arrows_run_one_way() {
    let metadata = MetadataCommand::new().no_deps().exec().unwrap();
    let ours: BTreeSet<String> = metadata.workspace_packages().iter().map(|p| p.name.to_string()).collect();
    let allowed: BTreeMap<&str, &[&str]> = MAY_USE.into_iter().collect();
    assert_eq!(
        ours.iter().map(String::as_str).collect::<Vec<_>>(),
        allowed.keys().copied().collect::<Vec<_>>(),
        "each crate of the workspace stands in MAY_USE"
    );
    for package in metadata.workspace_packages() {
        let used = package
            .dependencies
            .iter()
            .filter(|d| d.kind == DependencyKind::Normal && ours.contains(&d.name));
        for dependency in used {
            assert!(
                allowed[package.name.as_str()].contains(&dependency.name.as_str()),
                "{} uses {}, against the arrows",
                package.name,
                dependency.name
            );
        }
    }
}

#[test]
fn nothing_heavy_is_in_the_default_build() {
    let metadata = MetadataCommand::new().exec().unwrap();
    for package in &metadata.packages {
        assert!(!TOO_HEAVY.contains(&package.name.as_str()), "{} is in the default build", package.name);
    }
}
