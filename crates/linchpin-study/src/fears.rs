//! What speaks for and against each fear of an ally? Nobody has a validated measure of these fears, so there is no score:
//! the evidence stands side by side.

use crate::cited::{Cited, is_observers, last_spoken_of};
use crate::setting::{Basis, Error, Setting, stands_for};
use linchpin_assess::{assessable_ties, takes};
use linchpin_dossier::{Seen, Snapshot};
use linchpin_model::Date;
use linchpin_model::alliance::Role;
use linchpin_model::framework::{Fear, FearFamily, Pattern};
use linchpin_model::id::{EntityId, FactorId, FearId};
use linchpin_model::statement::{Claim, Mechanism, Sign, Statement};
use linchpin_model::text::Text;
use linchpin_model::vocabulary::Vocabulary;
use serde::Serialize;
use std::collections::BTreeSet;

/// The name and version of the answer's shape.
pub const SCHEMA: &str = "linchpin.fears/1";

/// The question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fears {
    /// the ally
    pub ally: EntityId,
    /// the setting
    pub setting: Setting,
}

/// The answer.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Answer {
    /// [`SCHEMA`]
    pub schema: &'static str,
    /// dossier and dates
    pub basis: Basis,
    /// the framework that names the fears
    pub framework: String,
    /// the ally
    pub ally: EntityId,
    /// the alliances in which it is the ally
    pub ties: Vec<EntityId>,
    /// the fears, in the framework's order
    pub fears: Vec<Case>,
}

/// The case for and against a fear. Each list has the newest first.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Case {
    /// the fear
    pub fear: FearId,
    /// its family
    pub family: FearFamily,
    /// its name
    pub name: Text,
    /// when the newest statement for or against it holds, EDTF
    pub newest: Option<String>,
    /// what speaks for it
    pub in_favour: Vec<Evidence>,
    /// what speaks against it
    pub against: Vec<Evidence>,
    /// what drives it, in the sources' view
    pub drives: Vec<Cause>,
    /// what eases it, in the sources' view
    pub eases: Vec<Cause>,
}

/// A statement that speaks for or against a fear.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Evidence {
    /// whom it is about
    pub subject: Option<EntityId>,
    /// the id of the level of a judgement or provision
    pub level: Option<String>,
    /// whether an observer says so
    pub observer: bool,
    /// the statement
    pub cited: Cited,
}

/// A mechanism that drives or eases a fear.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Cause {
    /// the cause
    pub cause: FactorId,
    /// its name
    pub name: Text,
    /// under which condition
    pub condition: Option<Text>,
    /// whether an observer says so
    pub observer: bool,
    /// the statement
    pub cited: Cited,
}

impl Case {
    /// Whether any of its evidence is an observer's.
    pub fn hears_observers(&self) -> bool {
        let evidence = self.in_favour.iter().chain(&self.against).map(|evidence| evidence.observer);
        evidence.chain(self.drives.iter().chain(&self.eases).map(|cause| cause.observer)).any(|is| is)
    }

    /// Whether there is any evidence at all.
    pub fn has_evidence(&self) -> bool {
        !(self.in_favour.is_empty()
            && self.against.is_empty()
            && self.drives.is_empty()
            && self.eases.is_empty())
    }
}

/// Answers the question.
pub fn answer(question: &Fears, snapshot: &Snapshot) -> Result<Answer, Error> {
    let setting = &question.setting;
    let view = setting.view(snapshot);
    let framework = setting.framework(snapshot)?;
    let basis = setting.basis(&view)?;
    let vocabulary = snapshot.vocabulary();
    let ally = Ally::find(&question.ally, vocabulary)?;
    let mut seen: Vec<(Date, Seen)> = view
        .begun_by(basis.as_of)
        // what is denied counts for nothing, here as in a score
        .filter(|seen| !seen.statement.is_denied())
        .filter(|seen| !ally.is_anothers(seen.statement))
        .map(|seen| (last_spoken_of(&seen, basis.as_of), seen))
        .collect();
    seen.sort_by(|(a, left), (b, right)| {
        let begun = |seen: &Seen| seen.statement.valid.first_day();
        b.cmp(a).then(begun(right).cmp(&begun(left))).then(left.statement.id.cmp(&right.statement.id))
    });
    let seen: Vec<Seen> = seen.into_iter().map(|(_, seen)| seen).collect();
    let fears = framework.fear.iter().map(|fear| ally.case(fear, &seen)).collect();
    Ok(Answer {
        schema: SCHEMA,
        basis,
        framework: framework.id.clone(),
        ally: question.ally.clone(),
        ties: ally.ties,
        fears,
    })
}

/// An ally, and the alliances that make it one.
struct Ally<'v> {
    vocabulary: &'v Vocabulary,
    state: &'v EntityId,
    ties: Vec<EntityId>,
    /// the other allies of the dossier
    others: BTreeSet<&'v EntityId>,
}

impl<'v> Ally<'v> {
    fn find(state: &'v EntityId, vocabulary: &'v Vocabulary) -> Result<Ally<'v>, Error> {
        let ally_in = |tie: &EntityId| vocabulary.alliances.get(tie)?.in_role(Role::Ally);
        let all = assessable_ties(vocabulary);
        let ties: Vec<EntityId> = all.iter().filter(|tie| ally_in(tie) == Some(state)).cloned().collect();
        let others: BTreeSet<&EntityId> =
            all.iter().filter_map(ally_in).filter(|ally| *ally != state).collect();
        if ties.is_empty() {
            let known = others.into_iter().map(EntityId::as_str).collect::<Vec<_>>().join(", ");
            return Err(Error::NoAlly { actor: state.clone(), known });
        }
        Ok(Ally { vocabulary, state, ties, others })
    }

    fn case(&self, fear: &Fear, seen: &[Seen]) -> Case {
        let side = |speaks: &dyn Fn(&Statement) -> bool| {
            seen.iter().filter(|seen| speaks(seen.statement)).map(|seen| self.evidence(seen)).collect()
        };
        let causes = |sign: Sign| {
            let mechanism = |seen: &Seen| match &seen.statement.claim {
                Claim::Mechanism(m) if m.sign == sign && self.has_effect(m, fear) => {
                    Some(self.cause(m, seen))
                }
                _ => None,
            };
            seen.iter().filter_map(mechanism).collect()
        };
        let speaks_for =
            |said: &Statement| self.takes(&fear.in_favour, said) || self.judged(fear, said) == Some(true);
        let speaks_against =
            |said: &Statement| self.takes(&fear.against, said) || self.judged(fear, said) == Some(false);
        let newest = seen.iter().map(|seen| seen.statement).find(|s| speaks_for(s) || speaks_against(s));
        Case {
            fear: fear.id.clone(),
            family: fear.family,
            name: fear.name.clone(),
            newest: newest.map(|statement| statement.valid.to_string()),
            in_favour: side(&speaks_for),
            against: side(&speaks_against),
            drives: causes(Sign::Strengthens),
            eases: causes(Sign::Weakens),
        }
    }

    /// Whether any pattern takes a statement in an alliance of the ally.
    fn takes(&self, patterns: &[Pattern], statement: &Statement) -> bool {
        let takes = |pattern| self.ties.iter().any(|tie| takes(self.vocabulary, tie, pattern, statement));
        patterns.iter().any(takes)
    }

    /// Whether a statement judges that the ally has the fear; none where it is no judgement of it.
    fn judged(&self, fear: &Fear, statement: &Statement) -> Option<bool> {
        match &statement.claim {
            Claim::Judgement(c) if Some(&c.topic) == fear.topic.as_ref() => {
                stands_for(self.vocabulary, &c.subject, self.state)
                    .then(|| !fear.against_levels.contains(&c.grade))
            }
            _ => None,
        }
    }

    /// Whether a mechanism works on the fear, in general or for the ally.
    fn has_effect(&self, mechanism: &Mechanism, fear: &Fear) -> bool {
        Some(&mechanism.effect) == fear.factor.as_ref()
            && mechanism.subject.as_ref().is_none_or(|id| stands_for(self.vocabulary, id, self.state))
    }

    /// Whether another ally speaks, and not of this one: then it speaks of its own fear.
    fn is_anothers(&self, statement: &Statement) -> bool {
        let speaker = self.vocabulary.state_of(&statement.said.speaker);
        let of_this =
            |id: &EntityId| self.ties.contains(id) || self.vocabulary.state_of(id) == Some(self.state);
        let claim = &statement.claim;
        speaker.is_some_and(|speaker| self.others.contains(speaker))
            && !claim.subject().into_iter().chain(claim.object()).any(of_this)
    }

    fn evidence(&self, seen: &Seen) -> Evidence {
        let claim = &seen.statement.claim;
        let level = match claim {
            Claim::Judgement(c) => Some(c.grade.clone()),
            Claim::Provision(c) => Some(c.value.clone()),
            _ => None,
        };
        Evidence {
            subject: claim.subject().cloned(),
            level,
            observer: is_observers(seen.statement, self.vocabulary),
            cited: Cited::of(seen, self.vocabulary),
        }
    }

    fn cause(&self, mechanism: &Mechanism, seen: &Seen) -> Cause {
        let id = || Text { de: mechanism.cause.to_string(), en: mechanism.cause.to_string() };
        let name = self.vocabulary.factors.get(&mechanism.cause).map_or_else(id, |f| f.name.clone());
        Cause {
            cause: mechanism.cause.clone(),
            name,
            condition: mechanism.condition.clone(),
            observer: is_observers(seen.statement, self.vocabulary),
            cited: Cited::of(seen, self.vocabulary),
        }
    }
}
