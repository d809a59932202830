//! Experiment 5: a second coder, blind to the first, codes passages again.

use linchpin_dossier::Snapshot;
use linchpin_index::agreement::{self, Metric, Stratum, krippendorff};
use linchpin_model::coding::Coding;
use linchpin_model::id::{CoderId, StatementId};
use linchpin_model::statement::{Claim, OMITTED, Statement, UNDECIDED};
use linchpin_model::vocabulary::{Level, Vocabulary};
use serde::Serialize;
use std::collections::BTreeMap;

/// Ordinal α should be at least this (METHOD, experiment 5).
pub const ALPHA: f64 = 0.67;

/// How a further coder and the first agree.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct DoubleCoding {
    /// the further coder
    pub coder: CoderId,
    /// passages that were coded a second time
    pub passages: usize,
    /// passages on which both name the same level, or both none
    pub same: usize,
    /// ordinal α of the levels, where both name one; scales of different length are strata
    pub levels: Option<Agreement>,
    /// nominal α of whether there is a level, silence, indecision or nothing at all
    pub kind_of_place: Option<Agreement>,
    /// ordinal α of salience in quarters, for positions
    pub salience: Option<Agreement>,
    /// nominal α of the layer, for positions
    pub layer: Option<Agreement>,
    /// nominal α of the modality
    pub modality: Option<Agreement>,
    /// nominal α of whether the assertion is hedged
    pub hedged: Option<Agreement>,
    /// whether the levels reach [`ALPHA`]
    pub holds: bool,
    /// the passages on which they differ
    pub disagreements: Vec<Disagreement>,
}

/// Krippendorff's α with its interval.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Agreement {
    /// α
    pub alpha: f64,
    /// 5 and 95 % quantiles over resampled passages
    pub i90: [f64; 2],
    /// passages that both coded
    pub units: usize,
}

impl From<agreement::Agreement> for Agreement {
    fn from(found: agreement::Agreement) -> Self {
        Agreement { alpha: found.alpha, i90: found.i90, units: found.units }
    }
}

/// A passage that the two read differently.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Disagreement {
    /// the statement as it was first coded
    pub statement: StatementId,
    /// issue or topic
    pub about: String,
    /// the first coder's level
    pub first: String,
    /// the second coder's; none, if the passage gives none
    pub second: Option<String>,
    /// what the second coder hesitated about
    pub doubt: Option<String>,
}

/// One answer for each further coder.
pub(super) fn all(snapshot: &Snapshot, seed: u64) -> Vec<DoubleCoding> {
    let codings = snapshot.codings().iter();
    codings.map(|(coder, codings)| compare(coder, codings, snapshot, seed)).collect()
}

fn compare(coder: &CoderId, codings: &[Coding], snapshot: &Snapshot, seed: u64) -> DoubleCoding {
    let pairs: Vec<(&Statement, &Coding)> = codings
        .iter()
        .filter_map(|coding| Some((snapshot.find(&coding.statement)?.statement()?, coding)))
        .collect();
    let vocabulary = snapshot.vocabulary();
    let alpha = |strata: &[Stratum], metric| krippendorff(strata, metric, seed).map(Agreement::from);
    let two = |of: &dyn Fn(&Statement, &Coding) -> [Option<usize>; 2]| -> Vec<Stratum> {
        vec![pairs.iter().map(|(statement, coding)| of(statement, coding).to_vec()).collect()]
    };
    let position = |statement: &Statement| match &statement.claim {
        Claim::Position(position) => Some(position.clone()),
        _ => None,
    };
    let quarters = |salience: f64| (salience * 4.0).round() as usize;
    let levels = alpha(&scales(&pairs, vocabulary), Metric::Ordinal);
    let disagreements: Vec<Disagreement> =
        pairs.iter().filter_map(|(statement, coding)| differ(statement, coding)).collect();
    DoubleCoding {
        coder: coder.clone(),
        passages: pairs.len(),
        same: pairs.len() - disagreements.len(),
        holds: levels.is_some_and(|levels| levels.alpha >= ALPHA),
        levels,
        kind_of_place: alpha(
            &two(&|s, c| [kind_of_place(s.claim.level()), kind_of_place(c.level.as_deref())].map(Some)),
            Metric::Nominal,
        ),
        salience: alpha(
            &two(&|s, c| [position(s).map(|p| quarters(p.salience)), c.salience.map(quarters)]),
            Metric::Ordinal,
        ),
        layer: alpha(
            &two(&|s, c| [position(s).map(|p| p.layer as usize), c.layer.map(|layer| layer as usize)]),
            Metric::Nominal,
        ),
        modality: alpha(
            &two(&|s, c| [Some(s.said.modality as usize), c.modality.map(|m| m as usize)]),
            Metric::Nominal,
        ),
        hedged: alpha(
            &two(&|s, c| [Some(usize::from(s.said.hedged)), Some(usize::from(c.hedged))]),
            Metric::Nominal,
        ),
        disagreements,
    }
}

/// The two levels of each passage, by the length of their scale.
fn scales(pairs: &[(&Statement, &Coding)], vocabulary: &Vocabulary) -> Vec<Stratum> {
    let mut by_length: BTreeMap<usize, Stratum> = BTreeMap::new();
    for (statement, coding) in pairs {
        let scale: &[Level] = vocabulary.scale(&statement.claim).unwrap_or_default();
        let place = |word: Option<&str>| scale.iter().position(|level| Some(level.id.as_str()) == word);
        let unit = vec![place(statement.claim.level()), place(coding.level.as_deref())];
        by_length.entry(scale.len()).or_default().push(unit);
    }
    by_length.into_values().collect()
}

/// A level, silence, indecision, or nothing.
fn kind_of_place(level: Option<&str>) -> usize {
    match level {
        None => 3,
        Some(OMITTED) => 1,
        Some(UNDECIDED) => 2,
        Some(_) => 0,
    }
}

fn differ(statement: &Statement, coding: &Coding) -> Option<Disagreement> {
    let first = statement.claim.level().unwrap_or_default();
    let about = match &statement.claim {
        Claim::Position(c) => c.issue.to_string(),
        Claim::Provision(c) => c.topic.to_string(),
        Claim::Judgement(c) => c.topic.to_string(),
        _ => String::new(),
    };
    (coding.level.as_deref() != Some(first)).then(|| Disagreement {
        statement: statement.id.clone(),
        about,
        first: first.into(),
        second: coding.level.clone(),
        doubt: coding.doubt.clone(),
    })
}
