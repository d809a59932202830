//! Which of two is greater, and how sure is that? Two cells, drawn together.

use crate::assess::{Probabilities, Shown, shown};
use crate::setting::{Error, Frame, Setting, tie_named};
use linchpin_assess::{Cell, THRESHOLD, assess};
use linchpin_dossier::Snapshot;
use linchpin_model::Date;
use linchpin_model::id::EntityId;
use serde::Serialize;

/// The name and version of the answer's shape.
pub const SCHEMA: &str = "linchpin.comparison/1";

/// One of the two things compared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Side {
    /// the alliance
    pub tie: String,
    /// its date of validity; the setting's, if absent
    pub as_of: Option<Date>,
}

/// The question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Compare {
    /// the first
    pub first: Side,
    /// the second
    pub second: Side,
    /// the node or leaf; the root, if absent
    pub node: Option<String>,
    /// the setting
    pub setting: Setting,
}

/// The answer.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Answer {
    /// [`SCHEMA`]
    pub schema: &'static str,
    /// the setting
    pub frame: Frame,
    /// the node's path
    pub node: String,
    /// the first
    pub first: Compared,
    /// the second
    pub second: Compared,
    /// the difference that counts as one
    pub threshold: f64,
    /// the first against the second
    pub first_is: Probabilities,
    /// mean of the first less the second
    pub difference: f64,
    /// the first against the second, over the indicators that both sides know; none where there are none
    pub matched: Option<Probabilities>,
    /// the effective number of those indicators
    pub effective_leaves: f64,
}

/// A score that is compared.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Compared {
    /// the alliance
    pub tie: EntityId,
    /// its date of validity
    pub as_of: Date,
    /// its score
    pub score: Shown,
}

/// Answers the question.
pub fn answer(question: &Compare, snapshot: &Snapshot) -> Result<Answer, Error> {
    let setting = &question.setting;
    let view = setting.view(snapshot);
    let framework = setting.framework(snapshot)?;
    let frame = setting.frame(&view, framework)?;
    let cell = |side: &Side| -> Result<Cell, Error> {
        Ok(Cell { tie: tie_named(snapshot, &side.tie)?, as_of: side.as_of.unwrap_or(frame.as_of) })
    };
    let cells = [cell(&question.first)?, cell(&question.second)?];
    let assessment = assess(&view, framework, &cells, &setting.plan(vec![(1, 0)]))?;
    let slot = assessment.find_or_root(question.node.as_deref())?;
    let compared = |at: usize| Compared {
        tie: cells[at].tie.clone(),
        as_of: cells[at].as_of,
        score: shown(&assessment, at, slot),
    };
    let (first, second) = (compared(0), compared(1));
    let change = assessment.change(0, slot);
    Ok(Answer {
        schema: SCHEMA,
        frame: frame.drawn(&assessment),
        node: assessment.path(slot).into(),
        threshold: THRESHOLD,
        first_is: change.all.into(),
        difference: first.score.score.mean - second.score.score.mean,
        matched: change.matched.map(Probabilities::from),
        effective_leaves: change.effective_leaves,
        first,
        second,
    })
}
