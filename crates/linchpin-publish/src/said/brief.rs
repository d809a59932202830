//! An alliance in brief: what binds its members, and what is newest of each facet.

use crate::names::Names;
use crate::sentence::{Sentence, Slot, Thread};
use crate::terms;
use linchpin_model::alliance::Member;
use linchpin_model::edtf::Edtf;
use linchpin_model::id::{EntityId, StatementId};
use linchpin_model::statement::Kind;
use linchpin_model::text::Case;
use linchpin_study::profile::{Answer, Content, FacetRows, Row};
use std::cmp::Reverse;
use std::collections::BTreeSet;

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
    let told = facets.map(|facet| (terms::facet(facet.facet), told(facet, profile, names)));
    rows.extend(told.filter(|(_, told)| !told.is_empty()));
    rows
}

fn member(member: &Member) -> Sentence {
    let sentence = |message| Sentence::of(message).with("actor", Slot::Label(member.actor.clone()));
    match member.role {
        Some(role) => sentence("said-brief-member-as").with("role", Slot::Word(terms::role(role))),
        None => sentence("said-brief-member"),
    }
}

/// What is newest of a facet and about the alliance and its members; events only where nothing else is known. What
/// counts a part, and what is over, comes after the rest.
fn told(facet: &FacetRows, profile: &Answer, names: &Names<'_>) -> Vec<Sentence> {
    let is_member = |whose: &EntityId| profile.members.iter().any(|member| member.actor == *whose);
    let is_own = |row: &&Row| row.whose.as_ref().is_none_or(is_member);
    let own = || facet.rows.iter().filter(is_own);
    let mut chosen: Vec<&Row> = own().filter(|row| !matches!(row.content, Content::Events(_))).collect();
    if chosen.is_empty() {
        chosen = own().collect();
    }
    let is_part = |row: &Row| matches!(&row.content, Content::Amount(amount) if amount.scope.is_some());
    let last_day =
        |row: &Row| row.valid.parse::<Edtf>().ok().map(|valid| valid.last_day().min(profile.basis.as_of));
    chosen.sort_by_key(|row| (is_part(row), Reverse(last_day(row))));
    chosen.into_iter().take(TOLD).map(|row| row_told(row, names)).collect()
}

fn row_told(row: &Row, names: &Names<'_>) -> Sentence {
    let ids: Vec<StatementId> = row.statements.iter().take(NOTED).map(|cited| cited.id.clone()).collect();
    let thread = Thread::Statements(ids.clone());
    let judged = row.statements.iter().all(|cited| cited.kind == Kind::Judgement.name());
    let sentence = match &row.whose {
        Some(whose) => Sentence::of("said-brief-row-whose").with("whose", Slot::Label(whose.clone())),
        None if judged => {
            let mut seen = BTreeSet::new();
            let speakers = row.statements.iter().map(|cited| &cited.speaker);
            let speakers = speakers.filter(|speaker| seen.insert(*speaker)).take(NOTED).cloned().collect();
            Sentence::of("said-brief-row-judged").with("speakers", Slot::Entities(speakers, Case::Dative))
        }
        None => Sentence::of("said-brief-row"),
    };
    let sentence = sentence.with("topic", Slot::Text(row.name.clone()));
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
