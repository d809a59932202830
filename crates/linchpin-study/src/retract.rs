//! Which judgements fall without a source? The assessment once with everything and once without the source and its
//! syndicated copies, by the same random numbers.

use crate::assess::{Shown, cells_as_usual, shown};
use crate::cited::Cited;
use crate::evidence::{KindCount, below, count_kinds, supporting};
use crate::setting::{Error, Frame, Setting};
use linchpin_assess::{Assessment, Slot, assess};
use linchpin_dossier::{Seen, Snapshot, View};
use linchpin_model::id::{EntityId, SourceId};
use serde::Serialize;

/// The name and version of the answer's shape.
pub const SCHEMA: &str = "linchpin.retraction/1";

/// The question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Retract {
    /// the source
    pub source: SourceId,
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
    /// the source
    pub source: SourceId,
    /// sources that go with it: the one it is a syndicated copy of, and that one's copies
    pub with_it: Vec<SourceId>,
    /// the alliances that the dossier assesses
    pub ties: Vec<TieWithout>,
    /// how many statements of each kind vanish
    pub vanishing_kinds: Vec<KindCount>,
    /// statements that vanish
    pub vanishing: Vec<Cited>,
    /// how many statements of each kind stay
    pub staying_kinds: Vec<KindCount>,
    /// statements that stay, since another source supports them
    pub staying: Vec<Cited>,
}

/// An alliance without a source.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct TieWithout {
    /// the alliance
    pub tie: EntityId,
    /// its nodes, in the order of the tree
    pub nodes: Vec<Without>,
    /// paths of the leaves that lose all evidence
    pub lost_leaves: Vec<String>,
}

/// A node with everything and without a source.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Without {
    /// the node's path
    pub node: String,
    /// with everything
    pub before: Shown,
    /// without the source
    pub after: Shown,
    /// what becomes of the judgement
    pub outcome: Outcome,
}

/// What becomes of a judgement.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Outcome {
    /// it is no longer shown
    Falls,
    /// it gets another level word
    Changes,
    /// it keeps its level word
    Stays,
    /// it was not shown, and is now
    Appears,
    /// it was not shown, and is not
    NotShown,
}

impl Outcome {
    /// Its name, as in JSON and CSV.
    pub fn name(self) -> &'static str {
        match self {
            Outcome::Falls => "falls",
            Outcome::Changes => "changes",
            Outcome::Stays => "stays",
            Outcome::Appears => "appears",
            Outcome::NotShown => "not-shown",
        }
    }

    fn of(before: &Shown, after: &Shown) -> Outcome {
        match (before.shown, after.shown) {
            (true, false) => Outcome::Falls,
            (true, true) if before.level != after.level => Outcome::Changes,
            (true, true) => Outcome::Stays,
            (false, true) => Outcome::Appears,
            (false, false) => Outcome::NotShown,
        }
    }
}

/// Answers the question.
pub fn answer(question: &Retract, snapshot: &Snapshot) -> Result<Answer, Error> {
    let setting = &question.setting;
    let view = setting.view(snapshot);
    let framework = setting.framework(snapshot)?;
    let frame = setting.frame(&view, framework)?;
    let ties = &snapshot.settings().ties;
    let whole =
        assess(&view, framework, &cells_as_usual(ties, frame.as_of, snapshot), &setting.plan(vec![]))?;
    let rest = view.without_source(&question.source);
    let without = assess(&rest, framework, whole.cells(), &setting.plan(vec![]))?;
    let nodes: Vec<Slot> =
        below(&whole, whole.root()).into_iter().filter(|slot| whole.indicator(*slot).is_none()).collect();
    let ties = ties
        .iter()
        .enumerate()
        .map(|(cell, tie)| TieWithout {
            tie: tie.clone(),
            nodes: compared(&whole, &without, cell, &nodes),
            lost_leaves: lost_leaves(&whole, &without, cell),
        })
        .collect();
    let vocabulary = view.vocabulary();
    let gone = vocabulary.original(&question.source);
    let resting: Vec<Seen> = view
        .begun_by(frame.as_of)
        .filter(|seen| supporting(seen).any(|id| vocabulary.original(id) == gone))
        .collect();
    let (staying, vanishing): (Vec<&Seen>, Vec<&Seen>) =
        resting.iter().partition(|seen| rest.get(&seen.statement.id).is_some());
    let kinds = |seen: &[&Seen]| count_kinds(seen.iter().map(|seen| seen.statement.claim.kind()));
    let cited = |seen: &[&Seen]| seen.iter().map(|seen| Cited::of(seen, vocabulary)).collect();
    Ok(Answer {
        schema: SCHEMA,
        source: question.source.clone(),
        with_it: view
            .sources()
            .filter(|id| **id != question.source && vocabulary.original(id) == gone)
            .cloned()
            .collect(),
        ties,
        vanishing_kinds: kinds(&vanishing),
        vanishing: cited(&vanishing),
        staying_kinds: kinds(&staying),
        staying: cited(&staying),
        frame,
    })
}

/// Some nodes of a cell in two assessments.
fn compared(whole: &Assessment, without: &Assessment, cell: usize, nodes: &[Slot]) -> Vec<Without> {
    let compared = |slot: &Slot| {
        let (before, after) = (shown(whole, cell, *slot), shown(without, cell, *slot));
        let outcome = Outcome::of(&before, &after);
        Without { node: whole.path(*slot).into(), before, after, outcome }
    };
    nodes.iter().map(compared).collect()
}

/// Some nodes of the first cells, with everything and without a source.
pub(crate) fn without_source(
    whole: &Assessment,
    view: &View,
    setting: &Setting,
    source: &SourceId,
    (cells, nodes): (usize, &[Slot]),
) -> Result<Vec<Vec<Without>>, Error> {
    let rest = view.without_source(source);
    let without = assess(&rest, whole.framework(), whole.cells(), &setting.plan(vec![]))?;
    Ok((0..cells).map(|cell| compared(whole, &without, cell, nodes)).collect())
}

fn lost_leaves(whole: &Assessment, without: &Assessment, cell: usize) -> Vec<String> {
    whole
        .leaves()
        .filter(|leaf| whole.score(cell, *leaf).shown && !without.score(cell, *leaf).shown)
        .map(|leaf| whole.path(leaf).to_string())
        .collect()
}
