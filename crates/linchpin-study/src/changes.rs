//! What moved since a date, and which statements are new? Two cells of one alliance, drawn together, and the statements
//! that the later one rests on and the earlier one could not. And why: the change attributed to its causes.

use crate::assess::{NodeScore, node_score};
use crate::cited::Cited;
use crate::evidence::{attested, below};
use crate::setting::{Error, Frame, Setting, tie_named};
use linchpin_assess::{
    Assessment, Attribution, Cell, Contribution, Side, Slot, Why, assess, attribute, feeding, unused,
};
use linchpin_dossier::{Seen, Snapshot, View};
use linchpin_model::Date;
use linchpin_model::framework::Framework;
use linchpin_model::id::{EntityId, SourceId, StatementId};
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
    /// whether causes start from the score as it could be known at the earlier date
    pub as_known_then: bool,
    /// the framework by which causes start; that of the setting, if absent
    pub framework_then: Option<String>,
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
    /// why the node asked about and the nodes below it changed, of those that are shown at both dates
    pub causes: Vec<Causes>,
    /// new statements by the leaf that they carry, in the order of the tree
    pub new: Vec<NewOnLeaf>,
    /// new statements that feed nothing in the framework, or nothing yet; empty where a part of the tree is asked about
    pub elsewhere: Vec<Cited>,
}

/// Why a node changed.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Causes {
    /// its path
    pub node: String,
    /// its mean at the start: at the earlier date, as it is known now or could be known then
    pub from: f64,
    /// its mean at the end
    pub to: f64,
    /// Owen values of the causes; they sum to the difference
    pub causes: Vec<Cause>,
}

/// What a cause contributes to a change.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Cause {
    /// `time`, `new-facts`, `revised-data` or `method`
    pub why: &'static str,
    /// the source, of facts and data
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source: Option<SourceId>,
    /// what it adds to the mean
    pub value: f64,
    /// standard error, where there are too many causes for all their orders
    #[serde(skip_serializing_if = "Option::is_none")]
    pub error: Option<f64>,
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
    let elsewhere = match node == assessment.root() {
        true => News { view: &view, as_of, from }.elsewhere(&assessment, framework, &tie)?,
        false => vec![],
    };
    let between = Between { assessment: &assessment, now: 0, before: 1, node };
    Ok(Answer {
        nodes: nodes(&assessment, node),
        leaves: leaves(&assessment, node),
        elsewhere,
        ..between.told(question, snapshot, &view, frame.drawn(&assessment))?
    })
}

/// Two cells of an alliance that are assessed already, and a node of them.
pub(crate) struct Between<'a, 'v> {
    pub assessment: &'a Assessment<'v>,
    /// the later cell
    pub now: usize,
    /// the earlier one
    pub before: usize,
    /// the node
    pub node: Slot,
}

impl Between<'_, '_> {
    /// Causes and new statements, without scores and without what feeds nothing. The draws of the causes are those of the
    /// question.
    pub fn told(
        &self,
        question: &Changes,
        snapshot: &Snapshot,
        view: &View,
        frame: Frame,
    ) -> Result<Answer, Error> {
        let Between { assessment, now, before, node } = *self;
        let [as_of, from] = [now, before].map(|cell| assessment.cells()[cell].as_of);
        Ok(Answer {
            schema: SCHEMA,
            causes: self.causes(question, snapshot, view)?,
            from,
            node: assessment.path(node).into(),
            nodes: vec![],
            leaves: vec![],
            new: News { view, as_of, from }.on_leaves(assessment, now, node),
            elsewhere: vec![],
            tie: assessment.cells()[now].tie.clone(),
            frame,
        })
    }

    /// Why the node and those below it changed.
    fn causes(&self, question: &Changes, snapshot: &Snapshot, view: &View) -> Result<Vec<Causes>, Error> {
        let Between { assessment, now, before, node } = *self;
        let inner = below(assessment, node).into_iter().filter(|slot| assessment.indicator(*slot).is_none());
        let is_shown = |slot: &Slot| [now, before].iter().all(|cell| assessment.score(*cell, *slot).shown);
        let paths: Vec<&str> = inner.filter(is_shown).map(|slot| assessment.path(slot)).collect();
        if paths.is_empty() {
            return Ok(vec![]);
        }
        let [after, from] = [now, before].map(|cell| &assessment.cells()[cell]);
        let setting = &question.setting;
        let mut then = setting.clone();
        if question.as_known_then {
            let earlier = |known: Date| known.min(from.as_of);
            then.knowledge.known_at = Some(then.knowledge.known_at.map_or(from.as_of, earlier));
        }
        then.framework = question.framework_then.clone().or(then.framework);
        let view_then = then.view(snapshot);
        let found = attribute(
            &after.tie,
            Side { view: &view_then, framework: then.framework(snapshot)?, as_of: from.as_of },
            Side { view, framework: assessment.framework(), as_of: after.as_of },
            &paths,
            setting.draws as usize,
            setting.seed,
        )?;
        Ok(found.into_iter().map(Causes::of).collect())
    }
}

impl Causes {
    fn of(found: Attribution) -> Causes {
        let cause = |c: Contribution| Cause {
            why: match c.why {
                Why::Time => "time",
                Why::NewFacts => "new-facts",
                Why::RevisedData => "revised-data",
                Why::Method => "method",
            },
            source: c.source,
            value: c.value,
            error: c.error,
        };
        let causes = found.contributions.into_iter().map(cause).collect();
        Causes { node: found.node, from: found.from, to: found.to, causes }
    }
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
    fn on_leaves(&self, assessment: &Assessment, cell: usize, node: Slot) -> Vec<NewOnLeaf> {
        let mut found: BTreeMap<String, (f64, BTreeMap<StatementId, Seen>)> = BTreeMap::new();
        for carried in assessment.carried(cell, node) {
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
