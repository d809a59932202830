//! An alliance in brief: what binds its members, and what is newest of each facet.

use crate::names::Names;
use crate::sentence::{Sentence, Slot, Thread};
use crate::terms;
use linchpin_model::alliance::Member;
use linchpin_model::id::StatementId;
use linchpin_study::profile::{Answer, Content, FacetRows, Row};

/// How much is told of each facet: what is newest.
const TOLD: usize = 3;
/// How many statements back what is told.
const NOTED: usize = 3;

/// What is told, with the message of what it is called.
pub fn brief(profile: &Answer, names: &Names<'_>) -> Vec<(&'static str, Vec<Sentence>)> {
    let lasting = terms::span(profile.from.as_ref(), profile.to.as_ref(), names.voice);
    let kind = match lasting.is_empty() {
        true => Sentence::of("said-brief-kind"),
        false => Sentence::of("said-brief-kind-since").with("lasting", Slot::Name(lasting)),
    };
    let kind = kind.with("kind", Slot::Word(terms::bond(profile.kind)));
    let mut rows = vec![("said-brief-bond", vec![kind])];
    if !profile.members.is_empty() {
        rows.push(("said-brief-members", profile.members.iter().map(member).collect()));
    }
    let facets = profile.facets.iter().filter(|facet| !facet.rows.is_empty());
    rows.extend(facets.map(|facet| (terms::facet(facet.facet), told(facet, names))));
    rows
}

fn member(member: &Member) -> Sentence {
    let sentence = |message| Sentence::of(message).with("actor", Slot::Label(member.actor.clone()));
    match member.role {
        Some(role) => sentence("said-brief-member-as").with("role", Slot::Word(terms::role(role))),
        None => sentence("said-brief-member"),
    }
}

/// What is newest of a facet.
fn told(facet: &FacetRows, names: &Names<'_>) -> Vec<Sentence> {
    let levels = facet.rows.iter().filter(|row| !matches!(row.content, Content::Events(_)));
    let chosen: Vec<&Row> = levels.take(TOLD).collect();
    let chosen = if chosen.is_empty() { facet.rows.iter().take(TOLD).collect() } else { chosen };
    chosen.into_iter().map(|row| row_told(row, names)).collect()
}

fn row_told(row: &Row, names: &Names<'_>) -> Sentence {
    let ids: Vec<StatementId> = row.statements.iter().take(NOTED).map(|cited| cited.id.clone()).collect();
    let thread = Thread::Statements(ids.clone());
    let message = if row.whose.is_some() { "said-brief-row-whose" } else { "said-brief-row" };
    let mut sentence = Sentence::of(message).with("topic", Slot::Text(row.name.clone()));
    if let Some(whose) = &row.whose {
        sentence = sentence.with("whose", Slot::Label(whose.clone()));
    }
    let when = crate::date::brief(&row.valid, names.voice);
    let sentence = match &row.content {
        Content::Level(level) => sentence.with("said", Slot::Text(level.name.clone())),
        Content::Amount(amount) => {
            sentence.with("said", Slot::Amount(Box::new(amount.clone()), row.valid.clone(), thread))
        }
        Content::Events(count) => sentence.with("said", Slot::Events(*count, thread)),
    };
    sentence.with("when", Slot::Name(when)).noted(ids)
}
