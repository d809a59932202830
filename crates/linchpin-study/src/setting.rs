//! What all questions share: the setting in which an assessment is made, and what of it the answer repeats.

mod concern;

pub(crate) use concern::{Affairs, Circle, acts_for, stands_for};
use linchpin_assess::{Assessment, Plan, Uncertain, assessable_ties};
use linchpin_dossier::{Knowledge, Snapshot, View};
use linchpin_index::summary::Summary;
use linchpin_model::Date;
use linchpin_model::check::nearest;
use linchpin_model::framework::Framework;
use linchpin_model::id::EntityId;
use serde::Serialize;
use std::collections::BTreeSet;

/// The setting of an assessment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Setting {
    /// the date of validity; the newest evidence, if absent
    pub as_of: Option<Date>,
    /// what may be known
    pub knowledge: Knowledge,
    /// the framework; the dossier's own choice, if absent
    pub framework: Option<String>,
    /// number of draws
    pub draws: u32,
    /// how sure scores are to be for want of draws; as many as are given, if absent
    pub precision: Option<Precision>,
    /// sources of uncertainty that are held at their middle
    pub still: Vec<Uncertain>,
    /// the seed
    pub seed: u64,
}

/// A Monte Carlo error, in millionths of the scale.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Precision(u32);

impl Precision {
    /// The finest that can be asked for: what ten million draws give.
    pub const FINEST: f64 = 0.0002;

    /// A precision between [`Precision::FINEST`] and ½.
    pub fn of(value: f64) -> Option<Precision> {
        (Self::FINEST..=0.5).contains(&value).then(|| Precision((value * 1e6).round() as u32))
    }

    /// As a share of the scale.
    pub fn value(self) -> f64 {
        f64::from(self.0) / 1e6
    }
}

impl Default for Setting {
    fn default() -> Self {
        let plan = Plan::default();
        Setting {
            as_of: None,
            knowledge: Knowledge::default(),
            framework: None,
            draws: plan.draws,
            precision: None,
            still: vec![],
            seed: plan.seed,
        }
    }
}

/// Why a question has no answer. Each is the asker's to mend.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Error {
    /// the assessment could not be made
    #[error(transparent)]
    Assess(#[from] linchpin_assess::Error),
    /// the dossier has no such framework
    #[error("this dossier has no framework “{framework}”; there are: {known}")]
    NoFramework {
        /// as asked
        framework: String,
        /// those there are
        known: String,
    },
    /// the dossier has no findings about nodes of the framework
    #[error("this dossier has no findings about nodes of the framework; write some into findings.toml")]
    NoFindings,
    /// nothing is known at the date of knowledge
    #[error("nothing was known by then; the first source was issued on {first}")]
    NothingKnown {
        /// when the first source was issued
        first: Date,
    },
    /// the dossier has no statements at all
    #[error("this dossier has no statements; write some into statements/, as docs/DOSSIER.md describes")]
    NoStatements,
    /// the earlier date of an experiment is not before the later one
    #[error(
        "the earlier date, {since}, is not before the later one, {as_of}; name an earlier one with --since"
    )]
    NotBefore {
        /// the earlier date
        since: Date,
        /// the later date
        as_of: Date,
    },
    /// an actor that is no ally in any alliance that can be assessed
    #[error("{actor} is the ally in no alliance of this dossier; allies are: {known}")]
    NoAlly {
        /// as asked
        actor: EntityId,
        /// those that are
        known: String,
    },
    /// neither the dossier nor the asker names an earlier date
    #[error("this dossier names no date to compare with; name one with --from")]
    NoEarlierDate,
    /// more dates than are assessed together
    #[error("{dates} dates are too many; at most {most} are assessed together")]
    TooManyDates {
        /// how many were asked for
        dates: usize,
        /// how many there may be
        most: usize,
    },
    /// the state is in no alliance that can be assessed
    #[error(
        "“{state}” is neither guarantor nor ally in an alliance that can be assessed; those that are: {known}"
    )]
    NoRole {
        /// as asked
        state: EntityId,
        /// those that are
        known: String,
    },
    /// a weight for a node that the framework has not, or one that is negative or too great
    #[error("“{what}” is no weight; give nodes of the framework numbers from 0 on: {known}")]
    NoWeight {
        /// as asked
        what: String,
        /// nodes that can be weighed
        known: String,
    },
    /// no such alliance
    #[error("this dossier has no alliance “{tie}”{hint}; there are: {known}")]
    NoTie {
        /// as asked
        tie: String,
        /// a guess at what was meant
        hint: String,
        /// those that can be assessed
        known: String,
    },
}

/// What an answer rests on, for its heading.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Basis {
    /// the dossier's id
    pub dossier: String,
    /// SHA-256 of the dossier
    pub dossier_version: String,
    /// the date of validity
    pub as_of: Date,
    /// when the newest evidence became known
    pub newest_evidence: Date,
    /// only sources issued by then
    pub known_at: Option<Date>,
}

/// What an answer rests on that needs an assessment.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Frame {
    /// dossier and dates
    #[serde(flatten)]
    pub basis: Basis,
    /// the framework's id
    pub framework: String,
    /// the framework's version
    pub framework_version: u32,
    /// number of draws that were made
    pub draws: u64,
    /// the Monte Carlo error until which draws went on, if one was wanted
    #[serde(skip_serializing_if = "Option::is_none")]
    pub precision: Option<f64>,
    /// sources of uncertainty that are held at their middle
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub held: Vec<&'static str>,
    /// the seed
    pub seed: u64,
}

impl Frame {
    /// The frame with the draws that were made.
    pub(crate) fn drawn(self, assessment: &Assessment<'_>) -> Frame {
        Frame { draws: assessment.draws(), ..self }
    }
}

impl std::ops::Deref for Frame {
    type Target = Basis;
    fn deref(&self) -> &Basis {
        &self.basis
    }
}

/// A number with its intervals.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Interval {
    /// the mean; the headline
    pub mean: f64,
    /// 25 and 75 % quantiles
    pub i50: [f64; 2],
    /// 5 and 95 % quantiles
    pub i90: [f64; 2],
}

impl From<Summary> for Interval {
    fn from(summary: Summary) -> Self {
        Interval { mean: summary.mean, i50: summary.i50, i90: summary.i90 }
    }
}

impl Setting {
    /// The view that may be known.
    pub fn view<'s>(&self, snapshot: &'s Snapshot) -> View<'s> {
        snapshot.view(&self.knowledge)
    }

    /// The framework that is asked for.
    pub fn framework<'s>(&self, snapshot: &'s Snapshot) -> Result<&'s Framework, Error> {
        let id = self.framework.as_ref().unwrap_or(&snapshot.settings().framework);
        snapshot.frameworks().get(id).ok_or_else(|| Error::NoFramework {
            framework: id.clone(),
            known: snapshot.frameworks().keys().cloned().collect::<Vec<_>>().join(", "),
        })
    }

    /// Dossier and dates as they turn out over a view.
    pub fn basis(&self, view: &View) -> Result<Basis, Error> {
        let snapshot = view.snapshot();
        let newest = view.newest_known().ok_or_else(|| {
            let first = snapshot.view(&Knowledge::default()).statements().map(|s| s.known).min();
            first.map_or(Error::NoStatements, |first| Error::NothingKnown { first })
        })?;
        Ok(Basis {
            dossier: snapshot.settings().id.clone(),
            dossier_version: snapshot.version().into(),
            as_of: self.as_of.unwrap_or(newest),
            newest_evidence: newest,
            known_at: self.knowledge.known_at,
        })
    }

    /// The setting as it turns out over a view.
    pub fn frame(&self, view: &View, framework: &Framework) -> Result<Frame, Error> {
        Ok(Frame {
            basis: self.basis(view)?,
            framework: framework.id.clone(),
            framework_version: framework.version,
            draws: self.draws.into(),
            precision: self.precision.map(Precision::value),
            held: self.still.iter().map(|kind| kind.name()).collect(),
            seed: self.seed,
        })
    }

    /// A plan of draws, with changes between pairs of cells.
    pub fn plan(&self, changes: Vec<(usize, usize)>) -> Plan {
        Plan {
            draws: self.draws,
            precision: self.precision.map(Precision::value),
            seed: self.seed,
            still: self.still.clone(),
            changes,
            ..Plan::default()
        }
    }
}

/// The alliances that a reader means, each once; those that the dossier names, if none are named.
pub(crate) fn ties_named(snapshot: &Snapshot, names: &[String]) -> Result<Vec<EntityId>, Error> {
    if names.is_empty() {
        return Ok(snapshot.settings().ties.clone());
    }
    let mut seen = BTreeSet::new();
    let ties: Vec<EntityId> = names.iter().map(|name| tie_named(snapshot, name)).collect::<Result<_, _>>()?;
    Ok(ties.into_iter().filter(|tie| seen.insert(tie.clone())).collect())
}

/// The alliance that a reader means, of those that can be assessed: its id in any letter case, or its members in any
/// order.
pub fn tie_named(snapshot: &Snapshot, name: &str) -> Result<EntityId, Error> {
    alliance_among(snapshot, name, || assessable_ties(snapshot.vocabulary()))
}

/// The alliance or group that a reader means, of all that there are.
pub(crate) fn alliance_named(snapshot: &Snapshot, name: &str) -> Result<EntityId, Error> {
    alliance_among(snapshot, name, || snapshot.vocabulary().alliances.keys().cloned().collect())
}

/// The alliance that a reader means; where there is none of that name, `known` says what could have been meant.
fn alliance_among(
    snapshot: &Snapshot,
    name: &str,
    known: impl Fn() -> Vec<EntityId>,
) -> Result<EntityId, Error> {
    let alliances = &snapshot.vocabulary().alliances;
    let wanted = name.to_uppercase();
    let mut parts: Vec<&str> = wanted.split('-').collect();
    parts.sort_unstable();
    let members = |id: &EntityId| {
        let mut members: Vec<String> =
            alliances[id].members.iter().map(|m| m.actor.as_str().to_uppercase()).collect();
        members.sort_unstable();
        members
    };
    let exact = alliances.keys().find(|id| id.as_str().to_uppercase() == wanted);
    if let Some(found) = exact.or_else(|| alliances.keys().find(|id| members(id) == parts)) {
        return Ok(found.clone());
    }
    let nearest = nearest(name, alliances.keys().map(EntityId::as_str));
    Err(Error::NoTie {
        tie: name.into(),
        hint: nearest.map_or(String::new(), |id| format!(" (did you mean {id}?)")),
        known: known().iter().map(EntityId::as_str).collect::<Vec<_>>().join(", "),
    })
}
