//! The field's terms that have a fixed wording: the messages of kinds of alliance, roles, facets, kinds of statement and grades.

use crate::date;
use crate::voice::Voice;
use linchpin_model::alliance::{AllianceKind, Role};
use linchpin_model::edtf::Edtf;
use linchpin_model::plover::EventStatus;
use linchpin_model::source::Reliability;
use linchpin_model::text::Lang;
use linchpin_model::vocabulary::Facet;

/// What binds the members of an alliance.
pub fn bond(kind: AllianceKind) -> &'static str {
    match kind {
        AllianceKind::TreatyAlliance => "alliance-treaty-alliance",
        AllianceKind::Partnership => "alliance-partnership",
        AllianceKind::Plurilateral => "alliance-plurilateral",
        AllianceKind::InformationSharing => "alliance-information-sharing",
        AllianceKind::Group => "alliance-group",
    }
}

/// What a member is to the others.
pub fn role(role: Role) -> &'static str {
    match role {
        Role::Guarantor => "capital-guarantor",
        Role::Ally => "capital-ally",
    }
}

/// How far an event came.
pub fn event_status(status: EventStatus) -> &'static str {
    match status {
        EventStatus::Completed => "status-completed",
        EventStatus::Ongoing => "status-ongoing",
        EventStatus::Committed => "status-committed",
        EventStatus::Announced => "status-announced",
        EventStatus::Proposed => "status-proposed",
        EventStatus::Conditional => "status-conditional",
        EventStatus::Denied => "status-denied",
        EventStatus::Historical => "status-historical",
        EventStatus::Hypothetical => "status-hypothetical",
    }
}

/// A facet of a profile.
pub fn facet(facet: Facet) -> &'static str {
    match facet {
        Facet::Basis => "facet-basis",
        Facet::Obligations => "facet-obligations",
        Facet::Command => "facet-command",
        Facet::Consultation => "facet-consultation",
        Facet::Military => "facet-military",
        Facet::Nuclear => "facet-nuclear",
    }
}

/// A kind of statement by its name, as answers have it.
pub fn kind(name: &str) -> &'static str {
    match name {
        "quantity" => "kind-quantity",
        "position" => "kind-position",
        "event" => "kind-event",
        "provision" => "kind-provision",
        "judgement" => "kind-judgement",
        _ => "kind-mechanism",
    }
}

/// A grade of the Admiralty code, in letter and words.
pub fn grade(grade: Reliability) -> &'static str {
    match grade {
        Reliability::A => "grade-a",
        Reliability::B => "grade-b",
        Reliability::C => "grade-c",
        Reliability::D => "grade-d",
        Reliability::E => "grade-e",
        Reliability::F => "grade-f",
    }
}

/// The language of a text.
pub fn language(language: Lang) -> &'static str {
    match language {
        Lang::De => "language-german",
        Lang::En => "language-english",
    }
}

/// From when to when something has existed; empty, where neither is known.
pub fn span(from: Option<&Edtf>, to: Option<&Edtf>, voice: &Voice) -> String {
    if from.is_none() && to.is_none() {
        return String::new();
    }
    let end = |date: Option<&Edtf>| date.map_or("..".to_string(), |date| date.to_string());
    date::brief(&format!("{}/{}", end(from), end(to)), voice)
}
