//! An uncertain index as a reader is told of it.

use super::digits::digits;
use super::files::File;
use super::input::Input;
use super::told::some;
use linchpin_index::composite::build::{Built, Data, Method};
use linchpin_index::composite::error::Error as Undefined;
use linchpin_index::composite::rank::ranks;
use linchpin_index::composite::uncertain::drawn::{Drawn, Source};
use linchpin_index::composite::uncertain::leave_out::leave_one_out;
use linchpin_index::composite::uncertain::outcome::{Outcome, outcomes};
use linchpin_index::composite::uncertain::sensitivity::{by_kind, sensitivity};
use linchpin_index::composite::uncertain::{Meaning, Uncertainty};
use linchpin_index::engine::Draws;
use linchpin_index::sobol::{Design, Estimate, Indices};
use serde::Serialize;

/// From which probability on the order of two units is sure, unless the method says otherwise.
pub const SURE: f64 = 0.9;
/// How the variance is taken apart.
const POINTS: usize = 256;
const REPLICATES: usize = 8;

/// Scores and ranks over all draws.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Ranges {
    /// what a range is: `sensitivity_range` (weights), `uncertainty_interval` (data), `range_over_methods`
    pub meaning: &'static str,
    /// draws made
    pub draws: u64,
    /// names the random numbers
    pub seed: u64,
    /// how far the mean or an end of an interval of a score may be off for want of draws
    pub error: f64,
    /// from which probability on an order is sure
    pub sure: f64,
    /// mean over units of the absolute difference from the ranks without uncertainty
    pub mean_shift: f64,
    /// the units, by their rank without uncertainty
    pub units: Vec<Ranged>,
}

/// A unit over all draws. What is none is not defined in any draw.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Ranged {
    /// its code
    pub unit: String,
    /// its rank without uncertainty
    pub rank: Option<usize>,
    /// its score without uncertainty
    pub score: Option<f64>,
    /// mean score
    pub mean: Option<f64>,
    /// standard deviation of the score
    pub deviation: Option<f64>,
    /// the middle half of scores
    pub i50: Option<[f64; 2]>,
    /// the middle nine tenths
    pub i90: Option<[f64; 2]>,
    /// mean rank
    pub mean_rank: Option<f64>,
    /// the middle half of ranks
    pub ranks_i50: Option<[f64; 2]>,
    /// the middle nine tenths
    pub ranks_i90: Option<[f64; 2]>,
    /// the ranks it may have if only what is sure counts
    pub ranks: Option<[usize; 2]>,
    /// P(above the next unit)
    pub above_next: Option<f64>,
    /// whether its order to the next is not sure
    pub tied_with_next: bool,
    /// share of draws without a score
    pub missing: f64,
    /// share of draws at each rank
    pub at_rank: Vec<f64>,
}

/// What scores and ranks are sensitive to.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Sensitivity {
    /// of the mean absolute shift of ranks, by kind of source
    pub kinds: Vec<Sensitive>,
    /// of the mean absolute shift, and of the score and the rank of each unit, by source
    pub sources: Vec<Sensitive>,
    /// ranks without one indicator, the greatest shift first
    pub left_out: Vec<LeftOut>,
}

/// The share of an outcome's variance that a source brings.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Sensitive {
    /// of what: `shift`, `score`, `rank`
    pub of: &'static str,
    /// of which unit
    pub unit: Option<String>,
    /// `weights`, `noise`, `imputation`, `treatment`, `normalisation`, `aggregation`
    pub source: &'static str,
    /// the aggregate below which weights vary, or the indicator with the error
    pub code: Option<String>,
    /// alone, with the ends of its 95 % interval
    pub first: Part,
    /// alone and with others
    pub total: Part,
}

/// A share of the variance.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Part {
    /// the estimate
    pub value: f64,
    /// the ends of its 95 % interval
    pub i95: [f64; 2],
}

/// Ranks without an indicator.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct LeftOut {
    /// its code
    pub indicator: String,
    /// mean over units of the absolute difference of ranks
    pub mean_shift: f64,
    /// the greatest of them
    pub greatest: usize,
}

/// How an uncertain index is drawn.
#[derive(Clone, Copy, Debug)]
pub struct Drawing {
    /// how many draws
    pub draws: Draws,
    /// names the random numbers
    pub seed: u64,
    /// from which probability on an order is sure
    pub sure: f64,
    /// whether sources are told apart
    pub sensitivity: bool,
}

/// Draws an index.
///
/// # Errors
/// When it is not defined for one of the alternatives.
pub fn ranges(
    input: &Input,
    data: &Data<'_>,
    method: &Method,
    uncertainty: &Uncertainty,
    drawing: Drawing,
) -> Result<(Ranges, Option<Sensitivity>), Undefined> {
    let drawn = Drawn::new(data, method, uncertainty, &[input.hierarchy.root()])?;
    let outcome = outcomes(&drawn, drawing.seed, drawing.draws).remove(0);
    let told = told(input, drawn.nominal(), &outcome, uncertainty, drawing);
    let sensitive = drawing.sensitivity.then(|| sensitive(input, data, method, &drawn, drawing.seed));
    Ok((told, sensitive.transpose()?))
}

fn told(
    input: &Input,
    built: &Built,
    outcome: &Outcome,
    uncertainty: &Uncertainty,
    drawing: Drawing,
) -> Ranges {
    let scores = built.combined.scores.column(input.hierarchy.root());
    let ranks = ranks(scores);
    let mut order: Vec<usize> = (0..built.units.len()).collect();
    order.sort_by_key(|&at| ranks[at].unwrap_or(usize::MAX));
    let one = |(place, &at): (usize, &usize)| {
        let of = &outcome.units[at];
        let next = order.get(place + 1).map(|&next| (next, outcome.above[at][next]));
        let next = next.filter(|(_, above)| !above.is_nan());
        Ranged {
            unit: input.units[built.units[at]].clone(),
            rank: ranks[at],
            score: some(scores[at]),
            mean: of.score.map(|score| score.mean),
            deviation: some(of.deviation),
            i50: of.score.map(|score| score.i50),
            i90: of.score.map(|score| score.i90),
            mean_rank: of.rank.map(|rank| rank.mean),
            ranks_i50: of.rank.map(|rank| rank.i50),
            ranks_i90: of.rank.map(|rank| rank.i90),
            ranks: outcome.range_of_ranks(at, drawing.sure),
            above_next: next.map(|(_, above)| above),
            tied_with_next: next.is_some_and(|(next, _)| outcome.tied(at, next, drawing.sure)),
            missing: of.missing,
            at_rank: of.at_rank.clone(),
        }
    };
    Ranges {
        meaning: match uncertainty.means() {
            Meaning::Weights => "sensitivity_range",
            Meaning::Data => "uncertainty_interval",
            Meaning::Methods => "range_over_methods",
        },
        draws: outcome.draws,
        seed: drawing.seed,
        error: outcome.error,
        sure: drawing.sure,
        mean_shift: outcome.shift.mean,
        units: order.iter().enumerate().map(one).collect(),
    }
}

fn sensitive(
    input: &Input,
    data: &Data<'_>,
    method: &Method,
    drawn: &Drawn,
    seed: u64,
) -> Result<Sensitivity, Undefined> {
    let design = Design { points: POINTS, replicates: REPLICATES, seed };
    let of = |together: &dyn Fn(Source, Source) -> bool| sensitivity(drawn, design, together).remove(0);
    let (kinds, all) = (of(&by_kind), of(&|a, b| a == b));
    let rows = |what, unit: Option<&String>, sources: &[Source], found: &Option<Vec<Indices>>| {
        let row = |(source, of): (&Source, &Indices)| {
            let (source, node) = named(*source);
            let code = node.map(|node| input.hierarchy.nodes()[node].code.clone());
            let part = |of: Estimate| Part { value: of.value, i95: of.i95 };
            Sensitive {
                of: what,
                unit: unit.cloned(),
                source,
                code,
                first: part(of.first),
                total: part(of.total),
            }
        };
        sources.iter().zip(found.iter().flatten()).map(row).collect::<Vec<_>>()
    };
    let mut sources = rows("shift", None, &all.sources, &all.shift);
    for (at, unit) in drawn.units().iter().enumerate() {
        sources.extend(rows("score", Some(unit), &all.sources, &all.scores[at]));
        sources.extend(rows("rank", Some(unit), &all.sources, &all.ranks[at]));
    }
    let of_kinds = rows("shift", None, &kinds.sources, &kinds.shift);
    let mut left_out: Vec<LeftOut> = leave_one_out(data, method, 1)?
        .into_iter()
        .map(|without| LeftOut {
            indicator: input.hierarchy.nodes()[without.node].code.clone(),
            mean_shift: without.shift,
            greatest: without.greatest,
        })
        .collect();
    left_out.sort_by(|a, b| b.mean_shift.total_cmp(&a.mean_shift));
    // a kind is no single aggregate or indicator
    let kinds = of_kinds.into_iter().map(|kind| Sensitive { code: None, ..kind }).collect();
    Ok(Sensitivity { kinds, sources, left_out })
}

/// The kind of a source, and its node.
fn named(source: Source) -> (&'static str, Option<usize>) {
    match source {
        Source::WeightsBelow(node) => ("weights", Some(node)),
        Source::WeightSets => ("weights", None),
        Source::Noise(node) => ("noise", Some(node)),
        Source::Imputation => ("imputation", None),
        Source::Treatment => ("treatment", None),
        Source::Normalisation => ("normalisation", None),
        Source::Aggregation => ("aggregation", None),
    }
}

/// The tables of an uncertain index.
pub fn files(ranges: &Ranges, sensitivity: Option<&Sensitivity>) -> Vec<File> {
    let cell = |value: Option<f64>| value.map_or(String::new(), digits);
    let ends = |range: Option<[f64; 2]>| [cell(range.map(|of| of[0])), cell(range.map(|of| of[1]))];
    let scores = |of: &Ranged| {
        let mut row = vec![of.unit.clone(), cell(of.score), cell(of.mean), cell(of.deviation)];
        row.extend(ends(of.i50));
        row.extend(ends(of.i90));
        row.push(digits(of.missing));
        row
    };
    let whole = |value: Option<usize>| value.map_or(String::new(), |value| value.to_string());
    let of_ranks = |of: &Ranged| {
        let mut row = vec![of.unit.clone(), whole(of.rank), cell(of.mean_rank)];
        row.extend(ends(of.ranks_i50));
        row.extend(ends(of.ranks_i90));
        row.extend([whole(of.ranks.map(|of| of[0])), whole(of.ranks.map(|of| of[1]))]);
        row.extend([cell(of.above_next), of.tied_with_next.to_string()]);
        row.extend(of.at_rank.iter().map(|share| digits(*share)));
        row
    };
    let rank_heads: Vec<String> = (1..=ranges.units.len()).map(|rank| format!("p{rank}")).collect();
    let mut heads = vec![
        "uCode",
        "Rank",
        "Mean",
        "Low50",
        "High50",
        "Low90",
        "High90",
        "Best",
        "Worst",
        "AboveNext",
        "TiedWithNext",
    ];
    heads.extend(rank_heads.iter().map(String::as_str));
    let mut files = vec![
        File::new(
            "uncertainty.csv",
            &["uCode", "Score", "Mean", "SD", "Low50", "High50", "Low90", "High90", "Missing"],
            ranges.units.iter().map(scores).collect(),
        ),
        File::new("ranks_uncertainty.csv", &heads, ranges.units.iter().map(of_ranks).collect()),
    ];
    if let Some(found) = sensitivity {
        let row = |of: &Sensitive| {
            let mut row = vec![of.of.into(), of.unit.clone().unwrap_or_default()];
            row.extend([of.source.to_string(), of.code.clone().unwrap_or_default()]);
            for part in [of.first, of.total] {
                row.extend([part.value, part.i95[0], part.i95[1]].map(digits));
            }
            row
        };
        let heads = [
            "Of",
            "uCode",
            "Source",
            "iCode",
            "First",
            "FirstLow",
            "FirstHigh",
            "Total",
            "TotalLow",
            "TotalHigh",
        ];
        files.push(File::new("sensitivity.csv", &heads, found.sources.iter().map(row).collect()));
        let row = |of: &LeftOut| vec![of.indicator.clone(), digits(of.mean_shift), of.greatest.to_string()];
        let heads = ["iCode", "MeanShift", "Greatest"];
        files.push(File::new("left_out.csv", &heads, found.left_out.iter().map(row).collect()));
    }
    files
}
