//! Whom a statement concerns: an alliance with everything that stands for it, an actor with everyone who acts for it.

use linchpin_assess::assessable_ties;
use linchpin_model::Date;
use linchpin_model::alliance::{Alliance, AllianceKind, Role};
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
        let groups = ties.iter().flat_map(|tie| vocabulary.groups_of(&tie.id));
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
    fn is_between_members(&self, claim: &Claim) -> bool {
        let (Some(subject), Some(object)) = (claim.subject(), claim.object()) else { return false };
        let sides = [subject, object].map(|side| self.vocabulary.parties(side));
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

    /// Whether an entity is a member or belongs to one.
    fn has(&self, entity: &EntityId) -> bool {
        let state = self.vocabulary.state_of(entity);
        [Some(entity), state].into_iter().flatten().any(|id| self.ties.iter().any(|tie| tie.has_member(id)))
    }
}

/// Everything that bears on an alliance as long as no other alliance is meant: what is said of it, of its groups, of
/// its members, and of nobody in particular.
pub(crate) struct Affairs<'v> {
    circle: Circle<'v>,
    /// the other alliances that can be assessed, and the allies in them
    others: BTreeSet<EntityId>,
}

impl<'v> Affairs<'v> {
    /// The affairs of an alliance of the dossier.
    pub fn of(vocabulary: &'v Vocabulary, tie: &EntityId) -> Affairs<'v> {
        let circle = Circle::of(vocabulary, tie);
        let ties = assessable_ties(vocabulary).into_iter().filter(|other| other != tie);
        let others = ties.flat_map(|other| {
            let ally = vocabulary.alliances.get(&other).and_then(|a| a.in_role(Role::Ally));
            let foreign = ally.filter(|ally| !circle.ties.iter().any(|tie| tie.has_member(ally)));
            foreign.cloned().into_iter().chain([other])
        });
        Affairs { others: others.collect(), circle }
    }

    /// Whether a claim is among them.
    pub fn include(&self, claim: &Claim) -> bool {
        let own = |id: &EntityId| self.circle.means(id) || self.circle.has(id);
        let state = |id: &EntityId| self.circle.vocabulary.state_of(id);
        let is_others = |id: &EntityId| {
            self.others.contains(id) || state(id).is_some_and(|state| self.others.contains(state))
        };
        claim.subject().is_none_or(own) && !claim.object().is_some_and(is_others)
    }
}

/// Whether an entity is an actor, belongs to it, or is an alliance or group of alliances in which it is.
pub(crate) fn stands_for(vocabulary: &Vocabulary, entity: &EntityId, actor: &EntityId) -> bool {
    entity == actor || vocabulary.parties(entity).contains(actor)
}

/// Whether an entity stands for an actor, or acts for it at the beginning or end of a span: whoever holds an office,
/// and the office held.
pub(crate) fn acts_for(vocabulary: &Vocabulary, entity: &EntityId, actor: &EntityId, valid: &Edtf) -> bool {
    let holds = |person: &EntityId, office: &EntityId| {
        let held_on = |day: Date| {
            let tenure = vocabulary.actors.get(office).and_then(|office| office.holder_on(day));
            tenure.is_some_and(|tenure| tenure.person == *person)
        };
        held_on(valid.first_day()) || held_on(valid.last_day())
    };
    stands_for(vocabulary, entity, actor) || holds(entity, actor) || holds(actor, entity)
}
