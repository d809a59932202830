//! A tie as a framework sees it: a guarantor, an ally, and the selectors that name parts of them.

use linchpin_model::Date;
use linchpin_model::actor::{ActorKind, Part};
use linchpin_model::alliance::Role;
use linchpin_model::edtf::Edtf;
use linchpin_model::framework::{Selector, Side, Who, Whose};
use linchpin_model::id::EntityId;
use linchpin_model::vocabulary::Vocabulary;
use std::collections::BTreeSet;

/// A tie between one guarantor and one ally.
#[derive(Clone, Debug)]
pub(crate) struct Tie {
    pub id: EntityId,
    pub guarantor: EntityId,
    pub ally: EntityId,
    /// the tie itself and every group that includes it
    means: BTreeSet<EntityId>,
}

/// A selector in its setting: a tie, and the capital that the node is about.
#[derive(Clone, Copy)]
pub(crate) struct Setting<'a> {
    pub vocabulary: &'a Vocabulary,
    pub tie: &'a Tie,
    pub capital: Option<Role>,
}

impl Tie {
    /// The tie of an id, with its two roles; `None` where the dossier has no such tie with one guarantor and one ally.
    pub fn find(vocabulary: &Vocabulary, id: &EntityId) -> Option<Tie> {
        let alliance = vocabulary.alliances.get(id)?;
        let guarantor = alliance.in_role(Role::Guarantor)?.clone();
        let ally = alliance.in_role(Role::Ally)?.clone();
        let groups = vocabulary.groups_of(id).map(|group| group.id.clone());
        Some(Tie { id: id.clone(), guarantor, ally, means: groups.chain([id.clone()]).collect() })
    }

    /// All ties that can be assessed.
    pub fn all(vocabulary: &Vocabulary) -> Vec<Tie> {
        vocabulary.alliances.keys().filter_map(|id| Tie::find(vocabulary, id)).collect()
    }

    /// The state in a role.
    pub fn state(&self, role: Role) -> &EntityId {
        match role {
            Role::Guarantor => &self.guarantor,
            Role::Ally => &self.ally,
        }
    }
}

impl<'a> Setting<'a> {
    /// The states that a side stands for, or the one that is named.
    pub fn states_of<'w>(&self, whose: &'w Whose) -> Vec<&'w EntityId>
    where
        'a: 'w,
    {
        match whose {
            Whose::Side(side) => self.states(*side),
            Whose::Entity(id) => vec![id],
        }
    }

    /// The states that a side stands for.
    pub fn states(&self, side: Side) -> Vec<&'a EntityId> {
        match side {
            Side::Guarantor => vec![&self.tie.guarantor],
            Side::Ally => vec![&self.tie.ally],
            Side::Member => vec![&self.tie.guarantor, &self.tie.ally],
            Side::Capital => self.capital.map(|role| self.tie.state(role)).into_iter().collect(),
            Side::Tie => vec![],
        }
    }

    /// Whether a subject is meant by a selector, at the beginning or end of a span.
    pub fn selects(&self, selector: &Selector, entity: &EntityId, valid: &Edtf) -> bool {
        match &selector.whose {
            Whose::Side(Side::Tie) => return self.tie.means.contains(entity),
            Whose::Entity(id) if self.includes(entity, id) => return true,
            _ => {}
        }
        self.states_of(&selector.whose)
            .into_iter()
            .any(|state| selector.who.iter().any(|who| belongs(self.vocabulary, entity, state, *who, valid)))
    }

    /// Whether an object is meant by a selector. `tie` also means the other member, or one of its offices: what the
    /// guarantor does towards the ally concerns the tie.
    pub fn selects_object(
        &self,
        selector: &Selector,
        subject: &EntityId,
        object: Option<&EntityId>,
        valid: &Edtf,
    ) -> bool {
        let Some(object) = object else { return false };
        if self.selects(selector, object, valid) {
            return true;
        }
        if selector.whose != Whose::Side(Side::Tie) {
            return false;
        }
        let members = [&self.tie.guarantor, &self.tie.ally];
        match (self.vocabulary.state_of(subject), self.vocabulary.state_of(object)) {
            (Some(from), Some(to)) => from != to && members.contains(&from) && members.contains(&to),
            _ => false,
        }
    }

    /// Whether an entity is a group of ties that includes another.
    fn includes(&self, entity: &EntityId, tie: &EntityId) -> bool {
        self.vocabulary.alliances.get(entity).is_some_and(|group| group.includes.contains(tie))
    }
}

/// Whether an actor is that part of a state's politics, at the beginning or end of a span.
pub(crate) fn belongs(
    vocabulary: &Vocabulary,
    entity: &EntityId,
    state: &EntityId,
    who: Who,
    valid: &Edtf,
) -> bool {
    let is_part = |part| is_part(vocabulary, entity, state, part, valid);
    match who {
        Who::Itself => entity == state,
        Who::Government => entity == state || is_part(Part::Head) || is_part(Part::Ministry),
        Who::Part(part) => is_part(part),
    }
}

fn is_part(vocabulary: &Vocabulary, entity: &EntityId, state: &EntityId, part: Part, valid: &Edtf) -> bool {
    let Some(actor) = vocabulary.actors.get(entity).filter(|a| a.of.as_ref() == Some(state)) else {
        return false;
    };
    let days = [valid.first_day(), valid.last_day()];
    let holds_head = |day: Date| {
        part == Part::Head
            && actor.kind == ActorKind::Person
            && vocabulary
                .actors
                .get(state)
                .and_then(|s| s.head.as_ref())
                .and_then(|office| vocabulary.actors.get(office))
                .and_then(|office| office.holder_on(day))
                .is_some_and(|tenure| tenure.person == *entity)
    };
    days.into_iter().any(|day| actor.is_part(part, day) || holds_head(day))
}

/// Whether an actor belongs to a part of a state's politics at the beginning or end of a span: by its own dated parts, or as
/// the person who is head of government.
pub fn is_of_part(
    vocabulary: &Vocabulary,
    actor: &EntityId,
    state: &EntityId,
    part: Part,
    valid: &Edtf,
) -> bool {
    belongs(vocabulary, actor, state, Who::Part(part), valid)
}

/// The ids of the ties that can be assessed: those between one guarantor and one ally.
pub fn assessable_ties(vocabulary: &Vocabulary) -> Vec<EntityId> {
    Tie::all(vocabulary).into_iter().map(|tie| tie.id).collect()
}
