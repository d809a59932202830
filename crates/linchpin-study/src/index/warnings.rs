//! What a reader should know before trusting an index.

use super::input::Input;
use super::syntax::transform_name;
use super::told::some;
use linchpin_index::composite::build::Built;
use linchpin_index::composite::normalise::has_no_length;
use linchpin_index::composite::transform::Mark;
use serde::Serialize;

/// What a reader should know.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(tag = "warning", rename_all = "snake_case")]
pub enum Warning {
    /// columns of the data that are not described are not used
    Undescribed {
        /// which
        columns: Vec<String>,
    },
    /// a unit was dropped
    Dropped {
        /// which
        unit: String,
        /// the share of indicators with a value
        available: f64,
        /// the share of values other than zero
        non_zero: Option<f64>,
    },
    /// an indicator was treated
    Treated {
        /// which
        indicator: String,
        /// points drawn in
        points: usize,
        /// the logarithm or power that was taken
        transform: Option<&'static str>,
        /// whether it ended without outliers
        passes: bool,
    },
    /// an indicator has outliers, and nothing was done about them
    Outlying {
        /// which
        indicator: String,
    },
    /// an indicator says nothing, since its scale has no length
    NoLength {
        /// which
        indicator: String,
    },
    /// values are missing after imputation
    Gaps {
        /// how many
        gaps: usize,
    },
    /// a loading is negative: the indicator runs against the others
    NegativeLoading {
        /// the aggregate
        aggregate: String,
        /// the child
        child: String,
        /// its loading
        loading: f64,
    },
    /// a unit has no score
    NoScore {
        /// which
        unit: String,
    },
}

/// What a reader should know before trusting the ranking.
pub fn all(input: &Input, built: &Built) -> Vec<Warning> {
    let mut told = vec![];
    if !input.undescribed.is_empty() {
        told.push(Warning::Undescribed { columns: input.undescribed.clone() });
    }
    for (unit, of) in built.screened.iter().filter(|(_, of)| !of.stays) {
        let unit = input.units[*unit].clone();
        told.push(Warning::Dropped { unit, available: of.available, non_zero: some(of.non_zero) });
    }
    told.extend(treated(input, built));
    let before = built.stages.last().map_or(&input.indicators, |stage| &stage.data);
    for (at, node) in input.hierarchy.nodes()[..input.hierarchy.indicators()].iter().enumerate() {
        if has_no_length(before.column(at), built.normalised.column(at)) {
            told.push(Warning::NoLength { indicator: node.code.clone() });
        }
    }
    if before.gaps() > 0 {
        told.push(Warning::Gaps { gaps: before.gaps() });
    }
    for (at, of_node) in &built.combined.components {
        let node = &input.hierarchy.nodes()[*at];
        for (&child, &loading) in node.children.iter().zip(&of_node.loadings[0]).filter(|(_, l)| **l < 0.0) {
            let child = input.hierarchy.nodes()[child].code.clone();
            told.push(Warning::NegativeLoading { aggregate: node.code.clone(), child, loading });
        }
    }
    let root = built.combined.scores.column(input.hierarchy.root());
    for (&unit, _) in built.units.iter().zip(root).filter(|(_, score)| score.is_nan()) {
        told.push(Warning::NoScore { unit: input.units[unit].clone() });
    }
    told
}

fn treated(input: &Input, built: &Built) -> Vec<Warning> {
    let mut told = vec![];
    for (node, of) in
        input.hierarchy.nodes().iter().zip(&built.treatments).filter(|(_, of)| !of.before.passes)
    {
        let indicator = node.code.clone();
        let points = of.marks.iter().filter(|mark| matches!(mark, Mark::High | Mark::Low)).count();
        let transformed = of.marks.contains(&Mark::Transformed);
        let transform = of.tried.last().filter(|_| transformed);
        let transform = transform.map(|tried| transform_name(tried.transform));
        told.push(if of.tried.is_empty() {
            Warning::Outlying { indicator }
        } else {
            Warning::Treated { indicator, points, transform, passes: of.passes() }
        });
    }
    told
}
