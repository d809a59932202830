//! Which judgements fall without a source? The assessment once with everything and once without the source and its
//! syndicated copies, by the same random numbers.

use crate::assess::{Shown, level_shown, shown};
use crate::cited::Cited;
use crate::evidence::{KindCount, below, count_kinds, supporting};
use crate::otherwise::Otherwise;
use crate::setting::{Error, Frame, Setting};
use linchpin_assess::{Assessment, Slot, World};
use linchpin_dossier::{Seen, Snapshot};
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

    /// Whether the judgement is not what it was: it falls, or changes.
    pub fn is_lost(self) -> bool {
        matches!(self, Outcome::Falls | Outcome::Changes)
    }

    /// What becomes of a node from one cell to another.
    pub(crate) fn of(assessment: &Assessment, [before, after]: [usize; 2], slot: Slot) -> Outcome {
        let shown = |cell: usize| assessment.score(cell, slot).shown;
        let level = |cell: usize| level_shown(assessment, cell, slot);
        match (shown(before), shown(after)) {
            (true, false) => Outcome::Falls,
            (true, true) if level(before) != level(after) => Outcome::Changes,
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
    let rest = view.without_source(&question.source);
    let worlds = [&view, &rest].map(World::of);
    let found = Otherwise::of(ties, frame.as_of, snapshot, &worlds, framework, setting)?;
    let nodes = inner_nodes(&found.assessment);
    let of_tie = |(at, tie): (usize, &EntityId)| {
        let pair = found.pair(1, at);
        let nodes = nodes.iter().map(|slot| Without::of(&found.assessment, pair, *slot)).collect();
        TieWithout { tie: tie.clone(), nodes, lost_leaves: lost_leaves(&found.assessment, pair) }
    };
    let ties = ties.iter().enumerate().map(of_tie).collect();
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

/// The nodes of an assessment that are no leaves, in the order of the tree.
pub(crate) fn inner_nodes(assessment: &Assessment) -> Vec<Slot> {
    let all = below(assessment, assessment.root()).into_iter();
    all.filter(|slot| assessment.indicator(*slot).is_none()).collect()
}

impl Without {
    /// A node in a pair of cells: with everything, and without something.
    pub(crate) fn of(assessment: &Assessment, pair: [usize; 2], slot: Slot) -> Without {
        let outcome = Outcome::of(assessment, pair, slot);
        let [before, after] = pair.map(|cell| shown(assessment, cell, slot));
        Without { node: assessment.path(slot).into(), before, after, outcome }
    }
}

fn lost_leaves(assessment: &Assessment, [with, without]: [usize; 2]) -> Vec<String> {
    let shown = |cell: usize, leaf: &Slot| assessment.score(cell, *leaf).shown;
    let lost = assessment.leaves().filter(|leaf| shown(with, leaf) && !shown(without, leaf));
    lost.map(|leaf| assessment.path(leaf).to_string()).collect()
}
