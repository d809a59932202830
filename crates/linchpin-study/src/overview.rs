//! What does the study hold, and what stands out?

use crate::assess::{Shown, TieScores, earlier, now_and_before, shown, tie_scores};
use crate::changes::{self, Between, Changes};
use crate::evidence::{KindCount, carriers, count_kinds, supporting, weights_in_root};
use crate::explain;
use crate::setting::{Error, Frame, Setting, ties_named};
use linchpin_assess::{Assessment, Cell, Slot, assess, roots_shown};
use linchpin_dossier::{Seen, Snapshot, View};
use linchpin_model::Date;
use linchpin_model::alliance::AllianceKind;
use linchpin_model::edtf::BEGINNING;
use linchpin_model::framework::Framework;
use linchpin_model::id::{EntityId, SourceId, StatementId};
use linchpin_model::statement::Stance;
use linchpin_model::vocabulary::Vocabulary;
use rayon::prelude::*;
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// The name and version of the answer's shape.
pub const SCHEMA: &str = "linchpin.overview/1";

/// The question.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Overview {
    /// the alliances; those that the dossier names, if none are named
    pub ties: Vec<String>,
    /// the date that changes are measured from; the dossier's own, if absent
    pub since: Option<Date>,
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
    /// the date that changes are measured from; none, if it is not before the date of validity
    pub since: Option<Date>,
    /// the alliances
    pub ties: Vec<Outlook>,
    /// the other alliances and formats, the most spoken of first
    pub others: Vec<Other>,
    /// what the dossier holds
    pub holdings: Holdings,
}

/// An alliance and what stands out of its assessment.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Outlook {
    /// its scores: the root and the criteria
    #[serde(flatten)]
    pub scores: TieScores,
    /// what lifts the score the most of all that stands right below the criteria
    pub strength: Option<Standout>,
    /// what lowers it the most
    pub weakness: Option<Standout>,
    /// what most of all speaks against relying on the score
    pub doubt: Option<Doubt>,
    /// where the total is not shown: the newest date at which evidence became known and it was
    pub last_shown: Option<Past>,
}

/// A node or leaf that stands out.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Standout {
    /// its path
    pub node: String,
    /// its weight in the root
    pub weight: f64,
    /// its score
    pub score: Shown,
    /// the statements that carry it, those that carry most first; no more than [`CARRIERS`]
    pub statements: Vec<StatementId>,
}

/// How many statements are named behind what stands out.
pub const CARRIERS: usize = 8;

/// Why a score is to be doubted.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case", tag = "why")]
pub enum Doubt {
    /// criteria are not shown, for lack of evidence
    Hidden {
        /// their paths
        criteria: Vec<String>,
    },
    /// all rests on one source
    SingleSource {
        /// which
        source: SourceId,
    },
    /// much of a criterion is without current evidence
    Thin {
        /// its path
        criterion: String,
        /// how much of its weight is covered
        coverage: f64,
        /// its leaves without evidence
        missing: usize,
        /// all its leaves
        leaves: usize,
    },
}

/// A score at an earlier date.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Past {
    /// the date
    pub as_of: Date,
    /// the score
    pub score: Shown,
}

/// An alliance or format that is not assessed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Other {
    /// which
    pub tie: EntityId,
    /// statements about it
    pub statements: usize,
}

/// What the dossier holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Holdings {
    /// usable statements that had begun
    pub statements: usize,
    /// by kind
    pub by_kind: Vec<KindCount>,
    /// by source, the fullest first; a statement with several sources counts for each
    pub by_source: Vec<OfSource>,
    /// the first and last day of which a statement speaks, open ends aside
    pub period: Option<[Date; 2]>,
    /// statements that a source contradicts
    pub contradicted: usize,
}

impl Holdings {
    /// The fullest source, and the share of the statements that it supports, 0 to 1.
    pub fn fullest(&self) -> Option<(&SourceId, f64)> {
        let most = self.by_source.first()?;
        Some((&most.source, most.statements as f64 / self.statements.max(1) as f64))
    }
}

/// Statements from a source.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct OfSource {
    /// the source
    pub source: SourceId,
    /// when it was issued
    pub known: Date,
    /// how many
    pub statements: usize,
}

/// What else is told of the alliances of an overview.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Also {
    /// why their scores are what they are, as [`explain::brief`] tells
    pub why: bool,
    /// what changed them since the earlier date, from so many draws, as [`changes::answer`] tells: causes and new statements
    pub moved: Option<u32>,
    /// of how many of them, in their order, this is told
    pub foremost: usize,
}

/// An overview with what else was wanted, from one assessment.
#[derive(Clone, Debug, PartialEq)]
pub struct InFull {
    /// the overview
    pub overview: Answer,
    /// why the scores of the foremost alliances are what they are
    pub explained: Vec<explain::Answer>,
    /// what changed the foremost alliances; none without an earlier date
    pub moved: Vec<changes::Answer>,
}

/// Answers the question.
pub fn answer(question: &Overview, snapshot: &Snapshot) -> Result<Answer, Error> {
    Ok(in_full(question, Also::default(), snapshot)?.overview)
}

/// Answers the question, and with it what else is wanted.
pub fn in_full(question: &Overview, also: Also, snapshot: &Snapshot) -> Result<InFull, Error> {
    let setting = &question.setting;
    let view = setting.view(snapshot);
    let framework = setting.framework(snapshot)?;
    let frame = setting.frame(&view, framework)?;
    let since = earlier(question.since, snapshot, frame.as_of);
    let seen: Vec<Seen> = view.begun_by(frame.as_of).collect();
    let ties = ties_named(snapshot, &question.ties)?;
    let past = last_shown(&view, framework, &ties, frame.as_of, &seen)?;
    let (mut cells, changes) = now_and_before(&ties, frame.as_of, since);
    let past: Vec<Cell> = past.into_iter().map(|(tie, as_of)| Cell { tie, as_of }).collect();
    let more: Vec<Cell> = past.iter().filter(|cell| !cells.contains(cell)).cloned().collect();
    cells.extend(more);
    let assessment = assess(&view, framework, &cells, &setting.plan(changes))?;
    let outlook = |at: usize| {
        let scores = tie_scores(&assessment, &ties, at, since.is_some());
        let (strength, weakness) = standouts(&assessment, at);
        let past = past.iter().find(|past| past.tie == ties[at]);
        let cell = past.and_then(|past| cells.iter().position(|cell| cell == past));
        let past = cell.map(|cell| Past {
            as_of: cells[cell].as_of,
            score: shown(&assessment, cell, assessment.root()),
        });
        Outlook {
            doubt: doubt(&scores),
            last_shown: past.filter(|past| past.score.shown),
            scores,
            strength,
            weakness,
        }
    };
    let outlooks = (0..ties.len()).map(outlook).collect();
    let others = others(&seen, &snapshot.settings().ties, snapshot.vocabulary());
    let holdings = held(&seen, snapshot.vocabulary());
    let foremost = 0..also.foremost.min(ties.len());
    let explained = |at| explain::of_cell(&assessment, at, assessment.root(), &view, frame.clone());
    let explained = if also.why { foremost.clone().map(explained).collect() } else { vec![] };
    let moved = |at: usize, draws: u32| {
        let question = Changes {
            tie: ties[at].to_string(),
            from: since,
            setting: Setting { draws: draws.min(setting.draws), ..setting.clone() },
            ..Changes::default()
        };
        let between =
            Between { assessment: &assessment, now: at, before: ties.len() + at, node: assessment.root() };
        let frame = question.setting.frame(&view, framework)?;
        between.told(&question, snapshot, &view, frame)
    };
    let moved = match since.and(also.moved) {
        Some(draws) => foremost.into_par_iter().map(|at| moved(at, draws)).collect::<Result<_, Error>>()?,
        None => vec![],
    };
    let frame = frame.drawn(&assessment);
    let overview = Answer { schema: SCHEMA, frame, since, ties: outlooks, others, holdings };
    Ok(InFull { overview, explained, moved })
}

/// How many dates are looked at together.
const TOGETHER: usize = 6;

/// For each alliance whose total is not shown at a date: the newest date before at which it was, of those at which
/// evidence became known.
fn last_shown(
    view: &View,
    framework: &Framework,
    ties: &[EntityId],
    as_of: Date,
    seen: &[Seen],
) -> Result<Vec<(EntityId, Date)>, Error> {
    let known = seen.iter().map(|seen| seen.known).filter(|day| *day != BEGINNING && *day < as_of);
    let dates: BTreeSet<Date> = known.chain([as_of]).collect();
    let dates: Vec<Date> = dates.into_iter().rev().collect();
    let mut open: Vec<EntityId> = ties.to_vec();
    let mut found = vec![];
    for dates in dates.chunks(TOGETHER) {
        let cells =
            open.iter().flat_map(|tie| dates.iter().map(|day| Cell { tie: tie.clone(), as_of: *day }));
        let cells: Vec<Cell> = cells.collect();
        if cells.is_empty() {
            break;
        }
        let are_shown = roots_shown(view, framework, &cells)?;
        let mut shown = cells.iter().enumerate().filter(|(at, _)| are_shown[*at]).peekable();
        while let Some((_, cell)) = shown.next() {
            open.retain(|tie| *tie != cell.tie);
            found.push((cell.tie.clone(), cell.as_of));
            while shown.next_if(|(_, next)| next.tie == cell.tie).is_some() {}
        }
    }
    found.retain(|(_, day)| *day < as_of);
    Ok(found)
}

/// What lifts and what lowers the score of an alliance the most, of all nodes and leaves right below the criteria that
/// are shown: by their distance from the mean of them all, times their weight.
fn standouts(assessment: &Assessment, cell: usize) -> (Option<Standout>, Option<Standout>) {
    let weights = weights_in_root(assessment, cell);
    let criteria = assessment.children(assessment.root()).into_iter();
    let below: Vec<(Slot, f64)> = criteria
        .flat_map(|criterion| assessment.children(criterion))
        .filter_map(|slot| Some((slot, *weights.get(&slot)?)))
        .filter(|(slot, _)| assessment.score(cell, *slot).shown && assessment.score(cell, *slot).applies)
        .collect();
    let mean_of = |slot: Slot| assessment.score(cell, slot).mean;
    let total: f64 = below.iter().map(|(_, weight)| weight).sum();
    let mean = below.iter().map(|(slot, weight)| weight * mean_of(*slot)).sum::<f64>() / total;
    let pull = |(slot, weight): &(Slot, f64)| weight * (mean_of(*slot) - mean);
    let standout = |(slot, weight): &(Slot, f64)| Standout {
        node: assessment.path(*slot).into(),
        weight: *weight,
        score: shown(assessment, cell, *slot),
        statements: carriers(assessment, cell, *slot).into_iter().take(CARRIERS).collect(),
    };
    let most = below.iter().max_by(|a, b| pull(a).total_cmp(&pull(b))).filter(|at| pull(at) > 0.0);
    let least = below.iter().min_by(|a, b| pull(a).total_cmp(&pull(b))).filter(|at| pull(at) < 0.0);
    (most.map(standout), least.map(standout))
}

fn doubt(scores: &TieScores) -> Option<Doubt> {
    let (root, criteria) = scores.nodes.split_first()?;
    if !root.now.hidden.is_empty() {
        return Some(Doubt::Hidden { criteria: root.now.hidden.clone() });
    }
    if let [source] = root.now.sources.as_slice() {
        return Some(Doubt::SingleSource { source: source.clone() });
    }
    let thinnest = criteria.iter().min_by(|a, b| a.now.coverage.total_cmp(&b.now.coverage))?;
    Some(Doubt::Thin {
        criterion: thinnest.node.clone(),
        coverage: thinnest.now.coverage,
        missing: thinnest.now.missing.len(),
        leaves: thinnest.now.leaves,
    })
}

/// The alliances and formats that the dossier does not name for assessment, with the number of statements about them.
fn others(seen: &[Seen], ties: &[EntityId], vocabulary: &Vocabulary) -> Vec<Other> {
    let alliances = vocabulary.alliances.values();
    let about = |id: &EntityId| {
        let claims = seen.iter().map(|seen| &seen.statement.claim);
        claims.filter(|claim| claim.subject() == Some(id) || claim.object() == Some(id)).count()
    };
    let mut found: Vec<Other> = alliances
        .filter(|alliance| alliance.kind != AllianceKind::Group && !ties.contains(&alliance.id))
        .map(|alliance| Other { tie: alliance.id.clone(), statements: about(&alliance.id) })
        .collect();
    found.sort_by_key(|other| std::cmp::Reverse(other.statements));
    found
}

/// What the dossier holds by the date of validity; nothing is assessed.
pub fn holdings(setting: &Setting, snapshot: &Snapshot) -> Result<Holdings, Error> {
    let view = setting.view(snapshot);
    let as_of = setting.basis(&view)?.as_of;
    let seen: Vec<Seen> = view.begun_by(as_of).collect();
    Ok(held(&seen, snapshot.vocabulary()))
}

fn held(seen: &[Seen], vocabulary: &Vocabulary) -> Holdings {
    let mut by_source: BTreeMap<&SourceId, usize> = BTreeMap::new();
    let mut contradicted = 0;
    for one in seen {
        let sources: BTreeSet<&SourceId> = supporting(one).collect();
        sources.into_iter().for_each(|source| *by_source.entry(source).or_default() += 1);
        contradicted += usize::from(one.evidence().any(|e| e.stance == Stance::Contradicts));
    }
    let of_source = |(source, statements): (&SourceId, usize)| {
        let known = vocabulary.sources.get(source)?.known_from();
        Some(OfSource { source: source.clone(), known, statements })
    };
    let mut by_source: Vec<OfSource> = by_source.into_iter().filter_map(of_source).collect();
    by_source.sort_by_key(|of| std::cmp::Reverse(of.statements));
    let begun = seen.iter().map(|s| s.statement.valid.first_day()).filter(|day| *day != BEGINNING).min();
    let ended = seen
        .iter()
        .map(|s| &s.statement.valid)
        .filter(|valid| !valid.is_open_ended())
        .map(|valid| valid.last_day())
        .max();
    Holdings {
        statements: seen.len(),
        by_kind: count_kinds(seen.iter().map(|one| one.statement.claim.kind())),
        by_source,
        period: begun.zip(ended).map(|(begun, ended)| [begun, ended]),
        contradicted,
    }
}
