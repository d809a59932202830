//! The codes of the built-in dossier's states, against the lists of the Correlates of War project (2016) and of
//! Gleditsch and Ward (2017).
//!
//! The lists lie in `$LINCHPIN_REFERENCE/cow`, by default in `../shared/reference` beside the workspace. Where they
//! are absent the test is skipped, unless `LINCHPIN_REQUIRE=reference` is set and `../shared` exists.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on may stop")]

use flate2::read::GzDecoder;
use linchpin_dossier::anchor::Outcome;
use linchpin_dossier::{anchors, read};
use linchpin_model::Date;
use linchpin_model::actor::{Actor, ActorKind};
use linchpin_model::code::Scheme;
use linchpin_model::edtf::{BEGINNING, Edtf};
use std::collections::BTreeMap;
use std::fs::File;
use std::path::{Path, PathBuf};

type Period = (Date, Option<Date>);
/// A code with the first and the last day of its use.
type Use = (String, Date, Date);

fn workspace() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn reference() -> Option<PathBuf> {
    let shared = workspace().join("../shared");
    let folder =
        std::env::var_os("LINCHPIN_REFERENCE").map_or(shared.join("reference"), PathBuf::from).join("cow");
    if folder.is_dir() {
        return Some(folder);
    }
    let required = std::env::var("LINCHPIN_REQUIRE").is_ok_and(|what| what == "reference") && shared.is_dir();
    assert!(!required, "{} is missing, and LINCHPIN_REQUIRE asks for it", folder.display());
    println!("skipped: reference data not present");
    None
}

/// The rows of a list, by column.
fn rows(path: &Path) -> Vec<BTreeMap<String, String>> {
    let mut list = csv::Reader::from_reader(GzDecoder::new(File::open(path).unwrap()));
    list.deserialize().collect::<Result<_, _>>().unwrap()
}

fn number(cell: &str) -> i16 {
    cell.parse::<f64>().unwrap() as i16
}

/// The periods of each code in a list. A period that lasts to the list's last day is open.
fn periods(rows: &[Use]) -> BTreeMap<&str, Vec<Period>> {
    let end_of_list = rows.iter().map(|(.., to)| *to).max().unwrap();
    let mut periods: BTreeMap<&str, Vec<Period>> = BTreeMap::new();
    for (code, from, to) in rows {
        let to = (*to < end_of_list).then_some(*to);
        periods.entry(code).or_default().push((*from, to));
    }
    periods.values_mut().for_each(|all| all.sort());
    periods
}

fn cow(folder: &Path) -> (Vec<Use>, Vec<Use>) {
    let (mut numbers, mut letters) = (Vec::new(), Vec::new());
    for row in rows(&folder.join("cow_states.csv.gz")) {
        let day = |of: &str| {
            let part = |unit: &str| number(&row[&format!("{of}{unit}")]);
            Date::new(part("year"), part("month") as i8, part("day") as i8).unwrap()
        };
        numbers.push((number(&row["ccode"]).to_string(), day("st"), day("end")));
        letters.push((row["stateabb"].clone(), day("st"), day("end")));
    }
    (numbers, letters)
}

fn gleditsch_ward(folder: &Path) -> Vec<Use> {
    let row = |row: &BTreeMap<String, String>| {
        let day = |column: &str| row[column].parse().unwrap();
        (number(&row["gwcode"]).to_string(), day("startdate"), day("enddate"))
    };
    rows(&folder.join("gw_states.csv.gz")).iter().map(row).collect()
}

fn period(from: Option<&Edtf>, to: Option<&Edtf>) -> Period {
    (from.map_or(BEGINNING, Edtf::first_day), to.map(Edtf::last_day))
}

/// Where the periods of a code in the dossier are not those of the list. A period of the list counts for an actor as
/// far as the actor exists: the list has one Russia since 1816, the dossier a Soviet Union and then a Russia.
fn deviations(actors: &[&Actor], scheme: Scheme, list: &[Use], found: &mut Vec<String>) {
    let list = periods(list);
    for actor in actors {
        let mut ours: BTreeMap<&str, Vec<Period>> = BTreeMap::new();
        for code in actor.codes.iter().filter(|code| code.scheme == scheme) {
            ours.entry(&code.code).or_default().push(period(code.from.as_ref(), code.to.as_ref()));
        }
        for (code, mut ours) in ours {
            ours.sort();
            let whole = list.get(code).cloned().unwrap_or_default();
            let life = period(actor.from.as_ref(), actor.to.as_ref());
            let within_life: Vec<Period> = whole.iter().filter_map(|theirs| both(*theirs, life)).collect();
            if ours != whole && ours != within_life {
                found.push(format!("{scheme:?} {code} ({}): {ours:?}, and the list has {whole:?}", actor.id));
            }
        }
    }
}

/// The time that two periods share.
fn both(a: Period, b: Period) -> Option<Period> {
    let to = match (a.1, b.1) {
        (Some(a), Some(b)) => Some(a.min(b)),
        (a, b) => a.or(b),
    };
    let from = a.0.max(b.0);
    to.is_none_or(|to| from <= to).then_some((from, to))
}

#[test]
fn the_codes_of_states_are_those_of_the_lists() {
    let Some(folder) = reference() else { return };
    let snapshot =
        read(&workspace().join("dossiers/indo-pacific")).unwrap_or_else(|faults| panic!("{faults}"));
    let actors: Vec<&Actor> = snapshot.vocabulary().actors.values().collect();
    let mut found = Vec::new();
    let (numbers, letters) = cow(&folder);
    deviations(&actors, Scheme::Cow, &numbers, &mut found);
    deviations(&actors, Scheme::CowAbbreviation, &letters, &mut found);
    deviations(&actors, Scheme::GleditschWard, &gleditsch_ward(&folder), &mut found);
    for actor in actors.iter().filter(|actor| actor.kind == ActorKind::State) {
        for scheme in [Scheme::Cow, Scheme::CowAbbreviation, Scheme::GleditschWard] {
            if !actor.codes.iter().any(|code| code.scheme == scheme) {
                found.push(format!("{scheme:?}: {} has no code", actor.id));
            }
        }
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}

/// The texts that the built-in dossier was coded from are not part of it; where they lie beside the workspace, every
/// anchor must be exact.
#[test]
fn the_anchors_of_the_built_in_dossier_are_exact() {
    let texts = workspace().join("../shared/seeds");
    if !texts.is_dir() {
        println!("skipped: source texts not present");
        return;
    }
    let snapshot =
        read(&workspace().join("dossiers/indo-pacific")).unwrap_or_else(|faults| panic!("{faults}"));
    let report = anchors(&snapshot, &texts).unwrap();
    println!("anchors: exact {}, moved {}, lost {}", report.exact, report.moved, report.lost);
    let others: Vec<_> = report.each.iter().filter(|finding| finding.outcome != Outcome::Exact).collect();
    assert!(others.is_empty(), "{others:#?}");
}
