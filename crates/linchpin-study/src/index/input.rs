//! COINr's pair of tables: `iData`, the units with their values, and `iMeta`, which describes the columns.

use super::error::{Error, Kind, Place, What};
use super::sheet::Sheet;
use linchpin_index::composite::error::Error as Undefined;
use linchpin_index::composite::hierarchy::{Hierarchy, Row};
use linchpin_index::composite::matrix::Matrix;
use std::collections::{BTreeMap, BTreeSet};

/// Columns of `iData` that need no description.
const OF_UNITS: [&str; 3] = ["uCode", "uName", "Time"];
const TYPES: [&str; 5] = ["Indicator", "Aggregate", "Group", "Denominator", "Other"];

/// The data of an index. Units stand in the order of their codes, so that the order of rows means nothing.
#[derive(Clone, Debug)]
pub struct Input {
    /// what is aggregated into what
    pub hierarchy: Hierarchy,
    /// names of the nodes; the code where there is none
    pub node_names: Vec<String>,
    /// weights of the nodes, as given
    pub weights: Vec<f64>,
    /// 1 or −1 for each indicator
    pub directions: Vec<f64>,
    /// codes of the units
    pub units: Vec<String>,
    /// names of the units; the code where there is none
    pub unit_names: Vec<String>,
    /// units × indicators
    pub indicators: Matrix,
    /// units × denominators
    pub denominators: Matrix,
    /// for each indicator the column of `denominators`
    pub divided_by: Vec<Option<usize>>,
    /// columns of groups: for each unit its group
    pub groups: BTreeMap<String, Vec<Option<usize>>>,
    /// columns of `iData` that are not described, and are not used
    pub undescribed: Vec<String>,
    meta: Sheet,
    rows: Vec<usize>,
}

/// A described column: the row of `iMeta`, and where it stands in `iData`.
struct Described {
    code: String,
    row: usize,
}

impl Input {
    /// Reads the pair. A cell that is empty or says `NA` is a missing value.
    ///
    /// # Errors
    /// The first fault, with its file, line and column.
    pub fn read(data: &Sheet, meta: &Sheet) -> Result<Input, Error> {
        let kinds = by_type(meta)?;
        if kinds["Indicator"].is_empty() {
            return Err(Place::of(&meta.file).error(What::NoIndicators));
        }
        let (hierarchy, rows) = hierarchy(meta, &kinds)?;
        let order = units_in_order(data)?;
        let places = kinds.iter().filter(|(kind, _)| **kind != "Aggregate").flat_map(|(_, of)| of);
        let mut columns: BTreeMap<&str, usize> = BTreeMap::new();
        for described in places {
            let Described { code, .. } = described;
            let missing = || {
                Place::of(&data.file).error(What::NoData { code: code.clone(), described: meta.file.clone() })
            };
            columns.insert(code, data.find(code).ok_or_else(missing)?);
        }
        let numbers = |code: &str| -> Result<Vec<f64>, Error> {
            order.iter().map(|&row| data.number(row, columns[code])).collect()
        };
        let matrix = |codes: &mut dyn Iterator<Item = &str>| -> Result<Matrix, Error> {
            Ok(Matrix::of_columns(order.len(), &codes.map(numbers).collect::<Result<Vec<_>, _>>()?))
        };
        let n = hierarchy.indicators();
        let denominators: Vec<&str> = kinds["Denominator"].iter().map(|it| it.code.as_str()).collect();
        let code = data.column("uCode")?;
        let name = data.find("uName");
        let of_unit =
            |&row: &usize| data.cell(row, name.filter(|&n| !data.cell(row, n).is_empty()).unwrap_or(code));
        let groups = kinds["Group"]
            .iter()
            .map(|it| (it.code.clone(), grouped(data, columns[it.code.as_str()], &order)));
        Ok(Input {
            indicators: matrix(&mut hierarchy.nodes()[..n].iter().map(|node| node.code.as_str()))?,
            denominators: matrix(&mut denominators.iter().copied())?,
            divided_by: divided_by(meta, &rows[..n], &denominators)?,
            directions: rows[..n].iter().map(|&row| direction(meta, row)).collect::<Result<_, _>>()?,
            weights: rows.iter().map(|&row| weight(meta, row)).collect::<Result<_, _>>()?,
            node_names: rows.iter().map(|&row| named(meta, row)).collect::<Result<_, _>>()?,
            units: order.iter().map(|&row| data.cell(row, code).to_string()).collect(),
            unit_names: order.iter().map(of_unit).map(String::from).collect(),
            undescribed: undescribed(data, &kinds),
            groups: groups.collect(),
            meta: meta.clone(),
            hierarchy,
            rows,
        })
    }

    /// A number that `iMeta` gives for an indicator in a column of its own, such as `Target`.
    ///
    /// # Errors
    /// When it is missing, or no number.
    pub fn parameter(&self, indicator: usize, column: &str) -> Result<f64, Error> {
        let row = self.rows[indicator];
        let code = self.hierarchy.nodes()[indicator].code.clone();
        let missing = |place: Place| place.error(What::NoParameter { code, column: column.into() });
        let Some(at) = self.meta.find(column) else { return Err(missing(Place::of(&self.meta.file))) };
        let value = self.meta.number(row, at)?;
        if value.is_nan() { Err(missing(self.meta.place(row, at))) } else { Ok(value) }
    }

    /// A yes or no that `iMeta` gives for an indicator; none where it does not.
    ///
    /// # Errors
    /// When it is neither.
    pub fn flag(&self, indicator: usize, column: &str) -> Result<Option<bool>, Error> {
        let row = self.rows[indicator];
        let Some(at) = self.meta.find(column) else { return Ok(None) };
        match self.meta.cell(row, at) {
            "" | "NA" => Ok(None),
            "TRUE" | "true" | "T" | "1" => Ok(Some(true)),
            "FALSE" | "false" | "F" | "0" => Ok(Some(false)),
            value => Err(self
                .meta
                .place(row, at)
                .error(What::NotOneOf { value: value.into(), valid: "TRUE, FALSE".into() })),
        }
    }

    /// The place of an indicator by its code.
    pub fn indicator(&self, code: &str) -> Option<usize> {
        self.hierarchy.place(code).filter(|&at| at < self.hierarchy.indicators())
    }

    /// The place of a unit by its code.
    ///
    /// # Errors
    /// When there is none, at the place where it was asked for.
    pub fn unit(&self, code: &str, place: &Place) -> Result<usize, Error> {
        let unknown = || place.clone().error(What::Unknown { kind: Kind::Unit, name: code.into() });
        self.units.iter().position(|unit| unit == code).ok_or_else(unknown)
    }
}

/// The rows of `iMeta` by their type.
fn by_type(meta: &Sheet) -> Result<BTreeMap<&'static str, Vec<Described>>, Error> {
    let (code, kind) = (meta.column("iCode")?, meta.column("Type")?);
    let mut kinds: BTreeMap<&str, Vec<Described>> = TYPES.map(|kind| (kind, vec![])).into();
    let mut codes = BTreeSet::new();
    for row in 0..meta.rows() {
        let found = TYPES.iter().find(|it| **it == meta.cell(row, kind)).ok_or_else(|| {
            let what = What::NotOneOf { value: meta.cell(row, kind).into(), valid: TYPES.join(", ") };
            meta.place(row, kind).error(what)
        })?;
        let described = Described { code: meta.code(row, code)?.to_string(), row };
        if !codes.insert(described.code.clone()) {
            let what = Undefined::DuplicateCode { code: described.code };
            return Err(Error::NoHierarchy { place: Box::new(meta.place(row, code)), what });
        }
        kinds.entry(found).or_default().push(described);
    }
    Ok(kinds)
}

/// The hierarchy, and for each node its row of `iMeta`.
fn hierarchy(meta: &Sheet, kinds: &BTreeMap<&str, Vec<Described>>) -> Result<(Hierarchy, Vec<usize>), Error> {
    let (level, parent) = (meta.column("Level")?, meta.column("Parent")?);
    let mut rows = vec![];
    for (kind, least) in [("Indicator", 1), ("Aggregate", 2)] {
        for Described { code, row } in &kinds[kind] {
            let cell = meta.cell(*row, level);
            let found =
                cell.parse::<usize>().ok().filter(|&it| it == 1 && least == 1 || it >= 2 && least == 2);
            let valid = if least == 1 { "1" } else { "2, 3, 4 …" };
            let bad = || What::NotOneOf { value: cell.into(), valid: valid.into() };
            let level = found.ok_or_else(|| meta.place(*row, level).error(bad()))?;
            let parent = Some(meta.cell(*row, parent)).filter(|cell| !cell.is_empty() && *cell != "NA");
            rows.push((Row { code: code.clone(), level, parent: parent.map(String::from) }, *row));
        }
    }
    let of: BTreeMap<&str, usize> = rows.iter().map(|(row, at)| (row.code.as_str(), *at)).collect();
    let hierarchy =
        Hierarchy::new(&rows.iter().map(|(row, _)| row.clone()).collect::<Vec<_>>()).map_err(|what| {
            let row = about(&what).and_then(|code| of.get(code));
            let place = row.map_or(Place::of(&meta.file), |&row| meta.place(row, parent));
            Error::NoHierarchy { place: Box::new(place), what }
        })?;
    let places = hierarchy.nodes().iter().map(|node| of[node.code.as_str()]).collect();
    Ok((hierarchy, places))
}

/// The code of the row that is at fault where rows are no hierarchy.
fn about(what: &Undefined) -> Option<&str> {
    match what {
        Undefined::UnknownParent { code, .. }
        | Undefined::ParentNotAbove { code, .. }
        | Undefined::NoChildren { code } => Some(code),
        Undefined::Cycle { codes } => codes.first().map(String::as_str),
        // the first root is taken for the right one
        Undefined::Roots { codes } => codes.get(1).map(String::as_str),
        _ => None,
    }
}

/// The rows of `iData` by the codes of their units.
fn units_in_order(data: &Sheet) -> Result<Vec<usize>, Error> {
    let column = data.column("uCode")?;
    let mut order: BTreeMap<&str, usize> = BTreeMap::new();
    for row in 0..data.rows() {
        let unit = data.code(row, column)?;
        if order.insert(unit, row).is_some() {
            return Err(data.place(row, column).error(What::DuplicateUnit { unit: unit.into() }));
        }
    }
    Ok(order.into_values().collect())
}

fn divided_by(meta: &Sheet, rows: &[usize], denominators: &[&str]) -> Result<Vec<Option<usize>>, Error> {
    let Some(column) = meta.find("Denominator") else { return Ok(vec![None; rows.len()]) };
    let of = |&row: &usize| match meta.cell(row, column) {
        "" | "NA" => Ok(None),
        denominator => match denominators.iter().position(|it| *it == denominator) {
            Some(at) => Ok(Some(at)),
            None => {
                let code = meta.cell(row, meta.column("iCode")?).into();
                let what = What::NoDenominator { code, denominator: denominator.into() };
                Err(meta.place(row, column).error(what))
            }
        },
    };
    rows.iter().map(of).collect()
}

fn direction(meta: &Sheet, row: usize) -> Result<f64, Error> {
    let column = meta.column("Direction")?;
    match meta.cell(row, column).parse::<f64>() {
        Ok(direction) if direction == 1.0 || direction == -1.0 => Ok(direction),
        _ => {
            let what = What::NotOneOf { value: meta.cell(row, column).into(), valid: "1, -1".into() };
            Err(meta.place(row, column).error(what))
        }
    }
}

/// A weight; 1 where the cell is empty.
fn weight(meta: &Sheet, row: usize) -> Result<f64, Error> {
    let weight = meta.number(row, meta.column("Weight")?)?;
    Ok(if weight.is_nan() { 1.0 } else { weight })
}

fn named(meta: &Sheet, row: usize) -> Result<String, Error> {
    let code = meta.column("iCode")?;
    let name = meta.find("iName").filter(|&name| !meta.cell(row, name).is_empty());
    Ok(meta.cell(row, name.unwrap_or(code)).to_string())
}

/// For each unit its group in a column, numbered in the order of the names.
fn grouped(data: &Sheet, column: usize, order: &[usize]) -> Vec<Option<usize>> {
    let there = |row: &usize| Some(data.cell(*row, column)).filter(|cell| !cell.is_empty() && *cell != "NA");
    let names: BTreeSet<&str> = order.iter().filter_map(there).collect();
    order.iter().map(|row| there(row).and_then(|name| names.iter().position(|it| *it == name))).collect()
}

fn undescribed(data: &Sheet, kinds: &BTreeMap<&str, Vec<Described>>) -> Vec<String> {
    let described: BTreeSet<&str> = kinds.values().flatten().map(|it| it.code.as_str()).collect();
    let known = |head: &&String| OF_UNITS.contains(&head.as_str()) || described.contains(head.as_str());
    data.heads().iter().filter(|head| !known(head)).cloned().collect()
}

/// The prefix of the pair of tables among the names of some files: empty for `iData.csv` and `iMeta.csv`, `asem_` for
/// `asem_iData.csv` and `asem_iMeta.csv`. `folder` names the folder in a message.
///
/// # Errors
/// When there is no pair, or more than one.
pub fn pair(names: &BTreeSet<String>, folder: &str) -> Result<String, Error> {
    let prefixes = names.iter().filter_map(|name| name.strip_suffix("iData.csv"));
    let pairs: Vec<&str> = prefixes.filter(|prefix| names.contains(&format!("{prefix}iMeta.csv"))).collect();
    match pairs[..] {
        [prefix] => Ok(prefix.to_string()),
        [] => Err(Place::of(folder).error(What::NoPair)),
        _ => {
            let pairs =
                pairs.iter().map(|prefix| format!("{prefix}iData.csv")).collect::<Vec<_>>().join(", ");
            Err(Place::of(folder).error(What::Pairs { pairs }))
        }
    }
}
