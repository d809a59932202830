//! Experiment 3: the conclusions of the dossier's findings under other labels and weights.

use super::Trials;
use crate::setting::Error;
use crate::verify::level_of;
use linchpin_assess::Cell;
use linchpin_assess::experiments::labels::{Conclusion, Says, labels as run};
use linchpin_model::finding::{Asked, Finding, Point};
use linchpin_model::framework::Framework;
use linchpin_model::vocabulary::Vocabulary;
use serde::Serialize;

/// All conclusions may come out together this often at most where values are permuted.
pub const JOINTLY: f64 = 0.05;

/// What became of the findings that are about nodes.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct LabelPlacebo {
    /// findings about nodes of the framework
    pub conclusions: usize,
    /// those that hold on the leaves' means
    pub hold: usize,
    /// of those that hold, the ones that compare two alliances on one date
    pub comparisons: usize,
    /// of these, the ones that reverse where the alliances are swapped
    pub reversed: usize,
    /// share of runs in which all that hold come out together with values permuted within indicators
    pub permuted: f64,
    /// the same with weights drawn anew as well
    pub permuted_and_weighted: f64,
    /// the same with weights drawn anew alone
    pub weighted: f64,
    /// of those that hold, the ones that hold under any weights
    pub under_any_weights: usize,
    /// whether all comparisons reverse, and permuted values give all conclusions at most as often as [`JOINTLY`]
    pub holds: bool,
}

pub(super) fn labels(trials: &Trials<'_>) -> Result<LabelPlacebo, Error> {
    let (framework, vocabulary) = (trials.framework, trials.view.vocabulary());
    let findings = trials.view.snapshot().findings();
    let conclusions: Vec<Conclusion> =
        findings.iter().filter_map(|finding| conclusion(finding, framework, vocabulary)).collect();
    if conclusions.is_empty() {
        return Err(Error::NoFindings);
    }
    let found = run(trials.view, framework, &conclusions, trials.runs, trials.seed, trials.progress)?;
    Ok(LabelPlacebo {
        conclusions: found.conclusions,
        hold: found.hold,
        comparisons: found.comparisons,
        reversed: found.reversed,
        permuted: found.permuted,
        permuted_and_weighted: found.permuted_and_weighted,
        weighted: found.weighted,
        under_any_weights: found.under_any_weights,
        holds: found.reversed == found.comparisons && found.permuted <= JOINTLY,
    })
}

fn conclusion(finding: &Finding, framework: &Framework, vocabulary: &Vocabulary) -> Option<Conclusion> {
    let place = |point: &Point| match point.asked()? {
        Asked::Node(tie, node) => Some((node.to_string(), Cell { tie: tie.clone(), as_of: point.on })),
        _ => None,
    };
    let (node, of) = place(&finding.of)?;
    let bound = |level: &String, end: usize| {
        let (_, ends) = level_of(&finding.of, level, framework, vocabulary)?;
        Some(ends[end])
    };
    let says = match (&finding.at_least, &finding.at_most, &finding.exceeds) {
        (Some(level), ..) => Says::AtLeast(bound(level, 0)?),
        (_, Some(level), _) => Says::AtMost(bound(level, 1)?),
        (_, _, Some(other)) => {
            let (node, cell) = place(other)?;
            Says::Exceeds(node, cell)
        }
        _ => return None,
    };
    Some(Conclusion { node, of, says })
}
