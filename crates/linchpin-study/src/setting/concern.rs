//! Whom a statement concerns: an alliance with everything that stands for it, an actor with everyone who acts for it.

use linchpin_model::Date;
use linchpin_model::alliance::{Alliance, AllianceKind};
use linchpin_model::edtf::Edtf;
use linchpin_model::id::EntityId;
use linchpin_model::statement::Claim;
use linchpin_model::vocabulary::Vocabulary;
use std::collections::BTreeSet;

/// An alliance, or a group of them, with the groups that include it: what is said of a group holds for its ties.
pub(crate) struct Circle<'v> {
    vocabulary: &'v Vocabulary,
    ties: Vec<&'v Alliance>,
    means: BTreeSet<&'v EntityId>,
}

impl<'v> Circle<'v> {
    /// The circle around an alliance or group of the dossier.
    pub fn of(vocabulary: &'v Vocabulary, tie: &EntityId) -> Circle<'v> {
        let Some(asked) = vocabulary.alliances.get(tie) else {
            return Circle { vocabulary, ties: vec![], means: BTreeSet::new() };
        };
        let ties: Vec<&Alliance> = match asked.kind {
            AllianceKind::Group => {
                asked.includes.iter().filter_map(|id| vocabulary.alliances.get(id)).collect()
            }
            _ => vec![asked],
        };
        let groups = vocabulary.alliances.values().filter(|group| {
            group.kind == AllianceKind::Group && ties.iter().any(|tie| group.includes.contains(&tie.id))
        });
        let means = groups.chain(ties.iter().copied()).map(|alliance| &alliance.id).collect();
        Circle { vocabulary, ties, means }
    }

    /// Whether an entity is the alliance itself or a group that stands for it.
    pub fn means(&self, entity: &EntityId) -> bool {
        self.means.contains(entity)
    }

    /// Whether a claim is about the alliance or directed at it.
    pub fn is_named_in(&self, claim: &Claim) -> bool {
        claim.subject().into_iter().chain(claim.object()).any(|entity| self.means(entity))
    }

    /// Whether a claim is about what members do to each other: its two sides together are the members of the
    /// alliance, no fewer and no more. Two of four members by themselves are not the alliance.
    pub fn is_between_members(&self, claim: &Claim) -> bool {
        let (Some(subject), Some(object)) = (claim.subject(), claim.object()) else { return false };
        let sides = [parties(self.vocabulary, subject), parties(self.vocabulary, object)];
        if sides[0] == sides[1] {
            return false;
        }
        let both: BTreeSet<&EntityId> = sides.into_iter().flatten().collect();
        self.ties.iter().any(|tie| tie.members.iter().map(|m| &m.actor).collect::<BTreeSet<_>>() == both)
    }

    /// Whether a claim is about the alliance, directed at it, or about what its members do to each other.
    pub fn concerns(&self, claim: &Claim) -> bool {
        self.is_named_in(claim) || self.is_between_members(claim)
    }
}

/// The states behind an entity: the members of an alliance or of the ties of a group, the state of an office; else
/// the entity itself.
fn parties<'v>(vocabulary: &'v Vocabulary, entity: &'v EntityId) -> BTreeSet<&'v EntityId> {
    match vocabulary.alliances.get(entity) {
        Some(alliance) => {
            let included = alliance.includes.iter().filter_map(|id| vocabulary.alliances.get(id));
            included.chain([alliance]).flat_map(|tie| tie.members.iter().map(|m| &m.actor)).collect()
        }
        None => [vocabulary.state_of(entity).unwrap_or(entity)].into(),
    }
}

/// Whether an entity is an actor or acts for it at the beginning or end of a span: an office or person of a state,
/// whoever holds an office and the office held, and an alliance for each of its members.
pub(crate) fn acts_for(vocabulary: &Vocabulary, entity: &EntityId, actor: &EntityId, valid: &Edtf) -> bool {
    let holds = |person: &EntityId, office: &EntityId| {
        let held_on = |day: Date| {
            let tenure = vocabulary.actors.get(office).and_then(|office| office.holder_on(day));
            tenure.is_some_and(|tenure| tenure.person == *person)
        };
        held_on(valid.first_day()) || held_on(valid.last_day())
    };
    entity == actor
        || parties(vocabulary, entity).contains(actor)
        || holds(entity, actor)
        || holds(actor, entity)
}
