//! Every step of an index as a table that another program can read.

use super::digits::digits;
use super::input::Input;
use super::syntax::transform_name;
use super::told::from_above;
use linchpin_index::composite::build::{Built, Step};
use linchpin_index::composite::components::components;
use linchpin_index::composite::correlate::{Correlation, correlate};
use linchpin_index::composite::describe::{Description, cronbach};
use linchpin_index::composite::effective::effective_weights;
use linchpin_index::composite::matrix::Matrix;
use linchpin_index::composite::rank::ranks;
use linchpin_index::composite::transform::{Bounds, Mark, Shape};
use linchpin_index::composite::treat::Treatment;

/// A table to be written. Missing values are empty cells; numbers have 17 significant digits, so that reading them back
/// gives the same numbers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    /// its name
    pub name: String,
    /// the names of its columns
    pub heads: Vec<String>,
    /// its rows
    pub rows: Vec<Vec<String>>,
}

impl File {
    /// A table of these rows.
    pub(super) fn new(name: &str, heads: &[&str], rows: Vec<Vec<String>>) -> File {
        File { name: name.into(), heads: heads.iter().map(|head| (*head).into()).collect(), rows }
    }
}

/// All tables of an index.
pub fn all(input: &Input, built: &Built) -> Vec<File> {
    let everyone: Vec<usize> = (0..input.units.len()).collect();
    let mut files = vec![data("Raw.csv", &input.indicators, &everyone, input)];
    for stage in &built.stages {
        let name = match stage.step {
            Step::Denominate => "Denominated.csv",
            Step::Impute => "Imputed.csv",
            Step::Screen => "Screened.csv",
            Step::Treat => "Treated.csv",
        };
        files.push(data(name, &stage.data, &stage.units, input));
    }
    files.push(data("Normalised.csv", &built.normalised, &built.units, input));
    files.push(data("Aggregated.csv", &built.combined.scores, &built.units, input));
    files.push(all_ranks(input, built));
    files.extend(weights(input, built));
    files.push(stats(input));
    files.push(correlations(input, built));
    files.extend(treatment(input, built));
    files.extend([loadings(input, built), reliability(input, built)]);
    files.extend(screening(input, built));
    files.extend(imputations(input, built));
    files
}

fn codes(input: &Input) -> Vec<&str> {
    input.hierarchy.nodes().iter().map(|node| node.code.as_str()).collect()
}

/// Units × columns, with the code of the unit first.
fn data(name: &str, data: &Matrix, units: &[usize], input: &Input) -> File {
    let heads: Vec<&str> =
        ["uCode"].into_iter().chain(codes(input).into_iter().take(data.columns())).collect();
    let row = |(at, &unit): (usize, &usize)| {
        [input.units[unit].clone()].into_iter().chain(data.row(at).map(digits)).collect()
    };
    File::new(name, &heads, units.iter().enumerate().map(row).collect())
}

/// Ranks by all aggregates, the root first, sorted by it.
fn all_ranks(input: &Input, built: &Built) -> File {
    let (places, codes) = (from_above(input), codes(input));
    let columns: Vec<Vec<Option<usize>>> =
        places.iter().map(|&at| ranks(built.combined.scores.column(at))).collect();
    let mut order: Vec<usize> = (0..built.units.len()).collect();
    order.sort_by_key(|&at| columns[0][at].unwrap_or(usize::MAX));
    let row = |at: usize| {
        let of_unit = columns.iter().map(|column| column[at].map_or(String::new(), |rank| rank.to_string()));
        [input.units[built.units[at]].clone()].into_iter().chain(of_unit).collect()
    };
    let heads: Vec<&str> = ["uCode"].into_iter().chain(places.iter().map(|&at| codes[at])).collect();
    File::new("ranks.csv", &heads, order.into_iter().map(row).collect())
}

/// Weights as used and what they come to at the root; or where each unit has its own, all of them.
fn weights(input: &Input, built: &Built) -> Vec<File> {
    let nodes = input.hierarchy.nodes();
    let Some(weights) = &built.combined.weights else { return vec![best(input, built)] };
    let effective = effective_weights(&input.hierarchy, weights);
    let row = |at: usize| vec![nodes[at].code.clone(), nodes[at].level.to_string(), digits(weights[at])];
    let with_effective = |at: usize| {
        let mut cells = row(at);
        cells.push(digits(effective[at]));
        cells
    };
    vec![
        File::new("weights.csv", &["iCode", "Level", "Weight"], (0..nodes.len()).map(row).collect()),
        File::new(
            "effective_weights.csv",
            &["iCode", "Level", "Weight", "EffWeight"],
            (0..nodes.len()).map(with_effective).collect(),
        ),
    ]
}

fn best(input: &Input, built: &Built) -> File {
    let nodes = input.hierarchy.nodes();
    let mut rows = vec![];
    for (at, of_node) in &built.combined.best {
        for (column, &child) in nodes[*at].children.iter().enumerate() {
            for (place, &unit) in built.units.iter().enumerate() {
                let weight = of_node.weights.at(place, column);
                let (unit, child) = (input.units[unit].clone(), nodes[child].code.clone());
                rows.push(vec![unit, child, nodes[*at].code.clone(), digits(weight)]);
            }
        }
    }
    File::new("weights.csv", &["uCode", "iCode", "Parent", "Weight"], rows)
}

/// The indicators as they are read, in COINr's columns.
fn stats(input: &Input) -> File {
    let heads = [
        "iCode",
        "Min",
        "Max",
        "Mean",
        "Median",
        "Std",
        "Skew",
        "Kurt",
        "N.Avail",
        "N.NonZero",
        "N.Unique",
        "N.Same",
        "Frc.Avail",
        "Frc.NonZero",
        "Frc.Unique",
        "Frc.Same",
        "Flag.Avail",
        "Flag.NonZero",
        "Flag.Unique",
        "Flag.SkewKurt",
    ];
    let flag = |raised: bool, word: &str| if raised { word.to_string() } else { "ok".to_string() };
    let row = |at: usize| {
        let of = Description::of(input.indicators.column(at));
        let share = |count: usize, of: usize| digits(count as f64 / of as f64);
        let mut cells = vec![input.hierarchy.nodes()[at].code.clone()];
        cells
            .extend([of.min, of.max, of.mean, of.median, of.deviation, of.skewness, of.kurtosis].map(digits));
        cells.extend([of.available, of.non_zero, of.unique, of.same].map(|count| count.to_string()));
        cells.push(share(of.available, of.units));
        cells.extend([of.non_zero, of.unique, of.same].map(|count| share(count, of.available)));
        cells.extend([of.few_available(), of.few_non_zero(), of.few_unique()].map(|low| flag(low, "LOW")));
        cells.push(flag(of.outlying(Bounds::default()), "OUT"));
        cells
    };
    File::new("stats.csv", &heads, (0..input.hierarchy.indicators()).map(row).collect())
}

/// Correlations of every two normalised indicators and aggregates, within and across levels.
fn correlations(input: &Input, built: &Built) -> File {
    let (nodes, scores) = (input.hierarchy.nodes(), &built.combined.scores);
    let heads = [
        "iCode1",
        "Level1",
        "iCode2",
        "Level2",
        "Units",
        "Pearson",
        "Pearson.p",
        "Spearman",
        "Spearman.p",
        "Kendall",
        "Kendall.p",
    ];
    let mut rows = vec![];
    for first in 0..nodes.len() {
        for second in first + 1..nodes.len() {
            let of = |kind| correlate(scores.column(first), scores.column(second), kind);
            let kinds = [Correlation::Pearson, Correlation::Spearman, Correlation::Kendall].map(of);
            let mut cells = vec![];
            for at in [first, second] {
                cells.extend([nodes[at].code.clone(), nodes[at].level.to_string()]);
            }
            cells.push(kinds[0].units.to_string());
            cells.extend(kinds.iter().flat_map(|found| [digits(found.value), digits(found.p)]));
            rows.push(cells);
        }
    }
    File::new("correlations.csv", &heads, rows)
}

/// What was tried on each indicator, and what was done to each of its values.
fn treatment(input: &Input, built: &Built) -> Vec<File> {
    if built.treatments.is_empty() {
        return vec![];
    }
    let heads = [
        "iCode", "Pass0", "Skew0", "Kurt0", "First", "Points1", "Pass1", "Skew1", "Kurt1", "Second",
        "Points2", "Pass2", "Skew2", "Kurt2",
    ];
    let shape = |shape: Shape| {
        let passes = if shape.passes { "TRUE" } else { "FALSE" };
        [passes.to_string(), digits(shape.skewness), digits(shape.kurtosis)]
    };
    let row = |(at, of): (usize, &Treatment)| {
        let mut cells = vec![input.hierarchy.nodes()[at].code.clone()];
        cells.extend(shape(of.before));
        for tried in &of.tried {
            cells.extend([transform_name(tried.transform).to_string(), tried.drawn_in.to_string()]);
            cells.extend(shape(tried.after));
        }
        cells.resize(heads.len(), String::new());
        cells
    };
    let tried = File::new("treatment.csv", &heads, built.treatments.iter().enumerate().map(row).collect());
    let units = built
        .stages
        .iter()
        .find(|stage| stage.step == Step::Treat)
        .map_or(&built.units, |stage| &stage.units);
    let mark = |of: &Treatment, at: usize| match of.marks[at] {
        Mark::None => String::new(),
        Mark::High => "winhi".into(),
        Mark::Low => "winlo".into(),
        Mark::Transformed => {
            of.tried.last().map_or(String::new(), |tried| transform_name(tried.transform).into())
        }
    };
    let points = |(at, &unit): (usize, &usize)| {
        [input.units[unit].clone()]
            .into_iter()
            .chain(built.treatments.iter().map(|of| mark(of, at)))
            .collect()
    };
    let heads: Vec<&str> =
        ["uCode"].into_iter().chain(codes(input).into_iter().take(input.hierarchy.indicators())).collect();
    vec![tried, File::new("treated_points.csv", &heads, units.iter().enumerate().map(points).collect())]
}

/// Principal components of the children of each aggregate that has them.
fn loadings(input: &Input, built: &Built) -> File {
    let nodes = input.hierarchy.nodes();
    let mut rows = vec![];
    for at in from_above(input) {
        let Ok(found) = components(&built.combined.scores, &nodes[at].children) else { continue };
        for (component, loadings) in found.loadings.iter().enumerate() {
            for (&child, &loading) in nodes[at].children.iter().zip(loadings) {
                rows.push(vec![
                    nodes[at].code.clone(),
                    (component + 1).to_string(),
                    nodes[child].code.clone(),
                    digits(loading),
                    digits(found.explained[component]),
                    found.units.to_string(),
                ]);
            }
        }
    }
    File::new("loadings.csv", &["Parent", "Component", "iCode", "Loading", "Explained", "Units"], rows)
}

/// Cronbach's α of the children of each aggregate.
fn reliability(input: &Input, built: &Built) -> File {
    let row = |at: usize| {
        let node = &input.hierarchy.nodes()[at];
        let alpha = cronbach(&built.combined.scores, &node.children);
        vec![node.code.clone(), node.level.to_string(), node.children.len().to_string(), digits(alpha)]
    };
    let rows = from_above(input).into_iter().map(row).collect();
    File::new("reliability.csv", &["iCode", "Level", "Children", "Alpha"], rows)
}

/// How each unit fared in screening.
fn screening(input: &Input, built: &Built) -> Option<File> {
    let row = |(unit, of): &(usize, linchpin_index::composite::screen::Screened)| {
        let stays = if of.stays { "TRUE" } else { "FALSE" };
        vec![input.units[*unit].clone(), digits(of.available), digits(of.non_zero), stays.into()]
    };
    let rows: Vec<Vec<String>> = built.screened.iter().map(row).collect();
    let heads = ["uCode", "Dat_Avail", "Non_Zero", "Included"];
    (!rows.is_empty()).then(|| File::new("screening.csv", &heads, rows))
}

/// Values that were drawn, and the score of the root from each completed data set.
fn imputations(input: &Input, built: &Built) -> Vec<File> {
    if built.completed.is_empty() {
        return vec![];
    }
    let Some(drawn) = built.stages.iter().position(|stage| stage.step == Step::Impute) else { return vec![] };
    let before = drawn.checked_sub(1).map_or(&input.indicators, |at| &built.stages[at].data);
    let units = &built.stages[drawn].units;
    let (mut values, mut scores) = (vec![], vec![]);
    for (set, completed) in built.completed.iter().enumerate() {
        let set = (set + 1).to_string();
        for column in 0..before.columns() {
            for (at, &unit) in units.iter().enumerate().filter(|(at, _)| before.at(*at, column).is_nan()) {
                let code = input.hierarchy.nodes()[column].code.clone();
                let value = digits(completed.data.at(at, column));
                values.push(vec![set.clone(), input.units[unit].clone(), code, value]);
            }
        }
        let root = completed.combined.scores.column(input.hierarchy.root());
        for ((&unit, &score), rank) in completed.units.iter().zip(root).zip(ranks(root)) {
            let rank = rank.map_or(String::new(), |rank| rank.to_string());
            scores.push(vec![set.clone(), input.units[unit].clone(), digits(score), rank]);
        }
    }
    vec![
        File::new("imputations.csv", &["Set", "uCode", "iCode", "Value"], values),
        File::new("imputed_scores.csv", &["Set", "uCode", "Score", "Rank"], scores),
    ]
}
