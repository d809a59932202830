//! The tables of COINr 1.1.14 on its ASEM example, read in place.
//!
//! They lie in `$LINCHPIN_REFERENCE/coinr`, by default in `../shared/reference` beside the workspace. Where they are
//! absent the tests are skipped, unless `LINCHPIN_REQUIRE=reference` is set and `../shared` exists.

use linchpin_index::composite::aggregate::Aggregate;
use linchpin_index::composite::build::{Data, Impute, Method, Step};
use linchpin_index::composite::combine::{Level, Weights};
use linchpin_index::composite::hierarchy::{Hierarchy, Row};
use linchpin_index::composite::impute::Middle;
use linchpin_index::composite::matrix::Matrix;
use linchpin_index::composite::normalise::Normalise;
use linchpin_index::composite::screen::Screen;
use linchpin_index::composite::treat::Treat;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// A table as text: its heads, and its rows.
pub struct Table {
    pub heads: Vec<String>,
    pub rows: Vec<Vec<String>>,
}

impl Table {
    pub fn at(&self, name: &str) -> usize {
        self.heads.iter().position(|head| head == name).unwrap_or_else(|| panic!("no column {name}"))
    }

    pub fn column(&self, name: &str) -> Vec<&str> {
        let at = self.at(name);
        self.rows.iter().map(|row| row[at].as_str()).collect()
    }

    pub fn numbers(&self, name: &str) -> Vec<f64> {
        self.column(name).into_iter().map(number).collect()
    }
}

pub fn number(cell: &str) -> f64 {
    if cell.is_empty() || cell == "NA" { f64::NAN } else { cell.parse().unwrap() }
}

/// The folder of reference tables.
pub struct Reference(PathBuf);

impl Reference {
    pub fn find() -> Option<Reference> {
        let shared = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared");
        let folder = std::env::var_os("LINCHPIN_REFERENCE").map_or(shared.join("reference"), PathBuf::from);
        let folder = folder.join("coinr");
        if folder.is_dir() {
            return Some(Reference(folder));
        }
        let required =
            std::env::var("LINCHPIN_REQUIRE").is_ok_and(|what| what == "reference") && shared.is_dir();
        assert!(!required, "{} is missing, and LINCHPIN_REQUIRE asks for it", folder.display());
        println!("skipped: reference data not present");
        None
    }

    pub fn table(&self, name: &str) -> Table {
        let mut reader = csv::Reader::from_path(self.0.join(format!("asem_{name}.csv"))).unwrap();
        let heads = reader.headers().unwrap().iter().map(String::from).collect();
        let rows = reader.records().map(|row| row.unwrap().iter().map(String::from).collect()).collect();
        Table { heads, rows }
    }
}

/// The ASEM example, its units in the order of COINr's tables.
pub struct Asem {
    pub hierarchy: Hierarchy,
    pub units: Vec<String>,
    pub indicators: Matrix,
    pub directions: Vec<f64>,
    pub denominators: Matrix,
    pub divided_by: Vec<Option<usize>>,
    pub groups: Vec<Option<usize>>,
    pub weights: Vec<f64>,
}

impl Asem {
    pub fn read(reference: &Reference) -> Asem {
        let (data, meta) = (reference.table("iData"), reference.table("iMeta"));
        let of = |row: &Vec<String>, name: &str| row[meta.at(name)].clone();
        let ranked: Vec<&Vec<String>> = meta.rows.iter().filter(|row| !of(row, "Level").is_empty()).collect();
        let row = |row: &&Vec<String>| Row {
            code: of(row, "iCode"),
            level: of(row, "Level").parse().unwrap(),
            parent: Some(of(row, "Parent")).filter(|parent| !parent.is_empty()),
        };
        let hierarchy = Hierarchy::new(&ranked.iter().map(row).collect::<Vec<_>>()).unwrap();
        let described: BTreeMap<String, &Vec<String>> =
            ranked.iter().map(|row| (of(row, "iCode"), *row)).collect();
        let each = |name: &str| -> Vec<String> {
            hierarchy.nodes().iter().map(|node| of(described[&node.code], name)).collect()
        };
        let mut order: Vec<usize> = (0..data.rows.len()).collect();
        let codes = data.column("uCode");
        order.sort_by_key(|&at| codes[at]);
        let column = |name: &str| -> Vec<f64> {
            let values = data.numbers(name);
            order.iter().map(|&at| values[at]).collect()
        };
        let n = hierarchy.indicators();
        let names = ["Area", "Energy", "GDP", "Population"];
        let mut groups = data.column("EurAsia_group");
        let of_unit = groups.clone();
        groups.sort_unstable();
        groups.dedup();
        Asem {
            units: order.iter().map(|&at| codes[at].to_string()).collect(),
            indicators: Matrix::of_columns(
                order.len(),
                &hierarchy.nodes()[..n].iter().map(|node| column(&node.code)).collect::<Vec<_>>(),
            ),
            directions: each("Direction")[..n].iter().map(|cell| number(cell)).collect(),
            denominators: Matrix::of_columns(order.len(), &names.map(column)),
            divided_by: each("Denominator")[..n]
                .iter()
                .map(|cell| names.iter().position(|name| name == cell))
                .collect(),
            groups: order.iter().map(|&at| groups.iter().position(|group| *group == of_unit[at])).collect(),
            weights: each("Weight").iter().map(|cell| number(cell)).collect(),
            hierarchy,
        }
    }

    pub fn data(&self) -> Data<'_> {
        Data {
            hierarchy: &self.hierarchy,
            units: &self.units,
            indicators: &self.indicators,
            directions: &self.directions,
            denominators: &self.denominators,
            divided_by: &self.divided_by,
            groups: &self.groups,
        }
    }

    /// The method of the reference tables.
    pub fn method(&self) -> Method {
        let n = self.hierarchy.indicators();
        Method {
            order: vec![Step::Denominate, Step::Impute, Step::Screen, Step::Treat],
            impute: Impute::Group(Middle::Mean),
            screen: Screen { available: Some(0.9), ..Screen::default() },
            treat: vec![Treat::default(); n],
            normalise: vec![Normalise::MinMax(0.0, 100.0); n],
            weights: Weights::Given(self.weights.clone()),
            levels: vec![Level { method: Aggregate::Arithmetic, available: 0.0 }],
        }
    }
}

/// Whether two numbers agree to nine digits, relative to their size where that is above 1.
pub fn agree(found: f64, expected: f64) -> bool {
    found.is_nan() && expected.is_nan() || (found - expected).abs() <= 1e-9 * expected.abs().max(1.0)
}

/// Compares columns of a matrix with a reference table by name, unit by unit. Returns how many numbers agree; all must.
pub fn same(found: &Matrix, codes: &[&str], units: &[&str], table: &Table) -> usize {
    assert_eq!(table.column("uCode"), units);
    let mut compared = 0;
    for (column, code) in codes.iter().enumerate() {
        for ((unit, &found), expected) in units.iter().zip(found.column(column)).zip(table.numbers(code)) {
            assert!(agree(found, expected), "{code} of {unit}: {found} here, {expected} in the reference");
            compared += 1;
        }
    }
    assert_eq!(compared, codes.len() * table.rows.len());
    compared
}
