//! What strengthens or weakens what, under which condition? The explanations that sources give, by what they explain.

use crate::cited::{Cited, days};
use crate::setting::{Basis, Circle, Error, Setting, alliance_named};
use linchpin_dossier::Snapshot;
use linchpin_model::id::{EntityId, FactorId};
use linchpin_model::statement::{Claim, Mechanism, Sign};
use linchpin_model::text::Text;
use serde::Serialize;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

/// The name and version of the answer's shape.
pub const SCHEMA: &str = "linchpin.mechanisms/1";

/// The question: all conditions that are given must hold.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Mechanisms {
    /// with this cause
    pub cause: Option<FactorId>,
    /// with this effect
    pub effect: Option<FactorId>,
    /// said of this alliance or of a group that includes it
    pub tie: Option<String>,
    /// what may be known; what has not begun by the date of validity is left out
    pub setting: Setting,
}

/// The answer.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Answer {
    /// [`SCHEMA`]
    pub schema: &'static str,
    /// dossier and dates
    pub basis: Basis,
    /// the alliance or group that was asked for
    pub tie: Option<EntityId>,
    /// the effects, the one with most mechanisms first
    pub effects: Vec<Effect>,
    /// how many effects each cause has, the one with most first
    pub causes: Vec<Reach>,
}

/// An effect and what brings it about.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Effect {
    /// the effect
    pub effect: FactorId,
    /// its causes, the one with most mechanisms first
    pub causes: Vec<Cause>,
}

impl Effect {
    /// How many mechanisms lead to it.
    pub fn mechanisms(&self) -> usize {
        self.causes.iter().map(|cause| cause.mechanisms.len()).sum()
    }
}

/// A cause of an effect.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Cause {
    /// the cause
    pub cause: FactorId,
    /// whether some say that it strengthens the effect, and others that it weakens it
    pub both_signs: bool,
    /// the mechanisms: first those that strengthen, and the newest first
    pub mechanisms: Vec<Explained>,
}

/// One mechanism.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Explained {
    /// which way the cause works
    pub sign: Sign,
    /// for whom or in which alliance; generally, if absent
    pub subject: Option<EntityId>,
    /// under which condition
    pub condition: Option<Text>,
    /// the statement
    pub statement: Cited,
}

/// How far a cause reaches.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Reach {
    /// the cause
    pub cause: FactorId,
    /// on how many effects it works
    pub effects: usize,
    /// in how many mechanisms
    pub mechanisms: usize,
}

/// Answers the question.
pub fn answer(question: &Mechanisms, snapshot: &Snapshot) -> Result<Answer, Error> {
    let view = question.setting.view(snapshot);
    let basis = question.setting.basis(&view)?;
    let vocabulary = snapshot.vocabulary();
    let tie = question.tie.as_ref().map(|name| alliance_named(snapshot, name)).transpose()?;
    let circle = tie.as_ref().map(|tie| Circle::of(vocabulary, tie));
    let mut found: BTreeMap<FactorId, BTreeMap<FactorId, Vec<Explained>>> = BTreeMap::new();
    let mut seen: Vec<_> = view
        .begun_by(basis.as_of)
        .filter(|seen| !seen.statement.is_denied())
        .filter(|seen| circle.as_ref().is_none_or(|circle| circle.is_named_in(&seen.statement.claim)))
        .collect();
    seen.sort_by_cached_key(|seen| (Reverse(days(&seen.statement.valid).0), seen.statement.id.clone()));
    for seen in seen {
        let Claim::Mechanism(mechanism) = &seen.statement.claim else { continue };
        if question.takes(mechanism) {
            let causes = found.entry(mechanism.effect.clone()).or_default();
            causes.entry(mechanism.cause.clone()).or_default().push(Explained {
                sign: mechanism.sign,
                subject: mechanism.subject.clone(),
                condition: mechanism.condition.clone(),
                statement: Cited::of(&seen, vocabulary),
            });
        }
    }
    let mut effects: Vec<Effect> = found.into_iter().map(|(id, causes)| effect(id, causes)).collect();
    effects.sort_by_key(|effect| Reverse(effect.mechanisms()));
    let causes = reach(&effects);
    Ok(Answer { schema: SCHEMA, basis, tie, effects, causes })
}

impl Mechanisms {
    fn takes(&self, mechanism: &Mechanism) -> bool {
        self.cause.as_ref().is_none_or(|cause| *cause == mechanism.cause)
            && self.effect.as_ref().is_none_or(|effect| *effect == mechanism.effect)
    }
}

fn effect(effect: FactorId, causes: BTreeMap<FactorId, Vec<Explained>>) -> Effect {
    let cause = |(cause, mut mechanisms): (FactorId, Vec<Explained>)| {
        mechanisms.sort_by_key(|mechanism| mechanism.sign);
        let signs: BTreeSet<Sign> = mechanisms.iter().map(|mechanism| mechanism.sign).collect();
        Cause { cause, both_signs: signs.len() > 1, mechanisms }
    };
    let mut causes: Vec<Cause> = causes.into_iter().map(cause).collect();
    causes.sort_by_key(|cause| Reverse(cause.mechanisms.len()));
    Effect { effect, causes }
}

fn reach(effects: &[Effect]) -> Vec<Reach> {
    let mut found: BTreeMap<&FactorId, Reach> = BTreeMap::new();
    for cause in effects.iter().flat_map(|effect| &effect.causes) {
        let id = cause.cause.clone();
        let reach = found.entry(&cause.cause).or_insert(Reach { cause: id, effects: 0, mechanisms: 0 });
        reach.effects += 1;
        reach.mechanisms += cause.mechanisms.len();
    }
    let mut found: Vec<Reach> = found.into_values().collect();
    found.sort_by_key(|reach| Reverse((reach.effects, reach.mechanisms)));
    found
}
