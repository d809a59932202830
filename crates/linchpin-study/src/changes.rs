//! What moved since a date, and which statements are new? Two cells of one alliance, drawn together, and the statements
//! that the later one rests on and the earlier one could not.

use crate::assess::{NodeScore, node_score};
use crate::cited::Cited;
use crate::evidence::{attested, below};
use crate::setting::{Error, Frame, Setting, tie_named};
use linchpin_assess::{Assessment, Cell, Slot, assess, feeding, unused};
use linchpin_dossier::{Seen, Snapshot, View};
use linchpin_model::Date;
use linchpin_model::framework::Framework;
use linchpin_model::id::{EntityId, StatementId};
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// The name and version of the answer's shape.
pub const SCHEMA: &str = "linchpin.changes/1";

/// The question.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Changes {
    /// the alliance
    pub tie: String,
    /// the earlier date; the dossier's date of comparison, if absent
    pub from: Option<Date>,
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
    /// the alliance
    pub tie: EntityId,
    /// the earlier date
    pub from: Date,
    /// the path of the node asked about
    pub node: String,
    /// that node and the nodes below it, in the order of the tree
    pub nodes: Vec<NodeScore>,
    /// the leaves below it that have evidence at either date, those that moved most first
    pub leaves: Vec<NodeScore>,
    /// new statements by the leaf that they carry, in the order of the tree
    pub new: Vec<NewOnLeaf>,
    /// new statements that feed nothing in the framework, or nothing yet; empty where a part of the tree is asked about
    pub elsewhere: Vec<Cited>,
}

/// The new statements that carry a leaf.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct NewOnLeaf {
    /// the leaf's path
    pub leaf: String,
    /// their share of the leaf's evidence, 0 to 1
    pub share: f64,
    /// the statements, the newest first
    pub statements: Vec<Cited>,
}

/// Answers the question.
pub fn answer(question: &Changes, snapshot: &Snapshot) -> Result<Answer, Error> {
    let setting = &question.setting;
    let view = setting.view(snapshot);
    let framework = setting.framework(snapshot)?;
    let frame = setting.frame(&view, framework)?;
    let tie = tie_named(snapshot, &question.tie)?;
    let as_of = frame.as_of;
    let from = question.from.or(snapshot.settings().compare_with).ok_or(Error::NoEarlierDate)?;
    if from >= as_of {
        return Err(Error::NotBefore { since: from, as_of });
    }
    let cells = [as_of, from].map(|as_of| Cell { tie: tie.clone(), as_of });
    let assessment = assess(&view, framework, &cells, &setting.plan(vec![(1, 0)]))?;
    let node = assessment.find_or_root(question.node.as_deref())?;
    let new = News { view: &view, as_of, from };
    let elsewhere = match node == assessment.root() {
        true => new.elsewhere(&assessment, framework, &tie)?,
        false => vec![],
    };
    Ok(Answer {
        schema: SCHEMA,
        from,
        node: assessment.path(node).into(),
        nodes: nodes(&assessment, node),
        leaves: leaves(&assessment, node),
        new: new.on_leaves(&assessment, node),
        elsewhere,
        tie,
        frame: frame.drawn(&assessment),
    })
}

fn score(assessment: &Assessment, slot: Slot) -> NodeScore {
    node_score(assessment, 0, Some((0, 1)), slot)
}

fn nodes(assessment: &Assessment, node: Slot) -> Vec<NodeScore> {
    let inner = below(assessment, node).into_iter().filter(|at| assessment.indicator(*at).is_none());
    let asked = assessment.indicator(node).map(|_| node);
    inner.chain(asked).map(|slot| score(assessment, slot)).collect()
}

fn leaves(assessment: &Assessment, node: Slot) -> Vec<NodeScore> {
    let leaves =
        below(assessment, node).into_iter().filter(|at| *at != node && assessment.indicator(*at).is_some());
    let mut found: Vec<NodeScore> = leaves
        .map(|leaf| score(assessment, leaf))
        .filter(|leaf| leaf.now.shown || leaf.before.as_ref().is_some_and(|before| before.shown))
        .collect();
    let moved = |leaf: &NodeScore| {
        leaf.change.as_ref().filter(|change| change.shown).map_or(-1.0, |change| change.mean.abs())
    };
    found.sort_by(|a, b| moved(b).total_cmp(&moved(a)));
    found
}

/// What could be known or had begun only after a date.
struct News<'a, 's> {
    view: &'a View<'s>,
    as_of: Date,
    from: Date,
}

impl News<'_, '_> {
    /// Whether a statement holds by the date of validity, and became known or began after the earlier date.
    fn is_new(&self, seen: &Seen) -> bool {
        let begun = seen.statement.valid.first_day();
        begun <= self.as_of && (seen.known > self.from || begun > self.from)
    }

    /// The new statements of each leaf, the newest first.
    fn on_leaves(&self, assessment: &Assessment, node: Slot) -> Vec<NewOnLeaf> {
        let mut found: BTreeMap<String, (f64, BTreeMap<StatementId, Seen>)> = BTreeMap::new();
        for carried in assessment.carried(0, node) {
            let Some(seen) = self.view.get(&carried.statement).filter(|seen| self.is_new(seen)) else {
                continue;
            };
            let leaf = found.entry(carried.leaf).or_default();
            leaf.0 += carried.in_leaf;
            leaf.1.insert(carried.statement, seen);
        }
        below(assessment, node)
            .into_iter()
            .filter_map(|slot| found.remove_entry(assessment.path(slot)))
            .map(|(leaf, (share, statements))| NewOnLeaf {
                leaf,
                share,
                statements: self.cited(statements.into_values().collect()),
            })
            .collect()
    }

    /// The new statements that are read for no alliance, or for this one without carrying anything yet.
    fn elsewhere(
        &self,
        assessment: &Assessment,
        framework: &Framework,
        tie: &EntityId,
    ) -> Result<Vec<Cited>, Error> {
        let carrying: BTreeSet<StatementId> =
            assessment.carried(0, assessment.root()).into_iter().map(|c| c.statement).collect();
        let mut rest: BTreeSet<StatementId> = unused(self.view, framework).into_iter().collect();
        rest.extend(feeding(self.view, framework, tie)?);
        let rest = rest.iter().filter(|id| !carrying.contains(*id)).filter_map(|id| self.view.get(id));
        Ok(self.cited(rest.filter(|seen| self.is_new(seen)).collect()))
    }

    /// Statements as they are cited, the newest first.
    fn cited(&self, mut statements: Vec<Seen>) -> Vec<Cited> {
        let vocabulary = self.view.vocabulary();
        statements.sort_by_key(|seen| {
            (std::cmp::Reverse(attested(seen, self.as_of, vocabulary)), seen.statement.id.clone())
        });
        statements.iter().map(|seen| Cited::of(seen, vocabulary)).collect()
    }
}
