//! The event ontology PLOVER (Political Language Ontology for Verifiable Event Records): sixteen types, their
//! modes and contexts, and the quad classes that order the types.

use serde::{Deserialize, Serialize};

/// A PLOVER event type.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "UPPERCASE")]
pub enum EventType {
    /// agree to, promise
    Agree,
    /// meet, visit, telephone
    Consult,
    /// give verbal or symbolic support
    Support,
    /// cooperate, sign
    Cooperate,
    /// provide aid
    Aid,
    /// yield verbally, concede
    Concede,
    /// yield materially, withdraw
    Retreat,
    /// request, demand
    Request,
    /// accuse, criticise
    Accuse,
    /// reject, refuse
    Reject,
    /// threaten
    Threaten,
    /// protest
    Protest,
    /// reduce relations, sanction
    Sanction,
    /// mobilise, show force
    Mobilize,
    /// coerce, repress
    Coerce,
    /// attack
    Assault,
}

/// The quad class of an event type: verbal or material, cooperation or conflict.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Quad {
    /// words that bring together
    VerbalCooperation,
    /// deeds that bring together
    MaterialCooperation,
    /// words that set apart
    VerbalConflict,
    /// deeds that set apart
    MaterialConflict,
}

/// Every type with its name, quad class and modes.
const TYPES: [(EventType, &str, Quad, &[&str]); 16] = {
    use EventType::*;
    use Quad::*;
    [
        (Agree, "AGREE", VerbalCooperation, &[]),
        (Consult, "CONSULT", VerbalCooperation, &["visit", "third-party", "multilateral", "phone"]),
        (Support, "SUPPORT", VerbalCooperation, &[]),
        (Concede, "CONCEDE", VerbalCooperation, &[]),
        (Cooperate, "COOPERATE", MaterialCooperation, &[]),
        (Aid, "AID", MaterialCooperation, &[]),
        (
            Retreat,
            "RETREAT",
            MaterialCooperation,
            &["withdraw", "release", "return", "disarm", "ceasefire", "access", "resign"],
        ),
        (Request, "REQUEST", VerbalConflict, &["assist", "change", "yield", "meet"]),
        (Accuse, "ACCUSE", VerbalConflict, &["disapprove", "investigate", "allege"]),
        (Reject, "REJECT", VerbalConflict, &["assist", "change", "yield", "meet"]),
        (
            Threaten,
            "THREATEN",
            VerbalConflict,
            &["restrict", "ban", "arrest", "relations", "expel", "territory", "violence"],
        ),
        (Protest, "PROTEST", MaterialConflict, &["demo", "riot", "strike", "boycott", "obstruct"]),
        (Sanction, "SANCTION", MaterialConflict, &["convict", "expel", "withdraw", "discontinue"]),
        (Mobilize, "MOBILIZE", MaterialConflict, &["troops", "weapons", "police", "militia"]),
        (
            Coerce,
            "COERCE",
            MaterialConflict,
            &[
                "seize",
                "restrict",
                "ban",
                "censor",
                "martial-law",
                "curfew",
                "arrest",
                "deport",
                "withhold",
                "misinform",
                "cyber",
            ],
        ),
        (
            Assault,
            "ASSAULT",
            MaterialConflict,
            &[
                "beat",
                "torture",
                "execute",
                "sexual",
                "assassinate",
                "primitive",
                "firearms",
                "explosives",
                "suicide-attack",
                "heavy-weapons",
                "crowd-control",
                "cleansing",
                "unconventional",
                "drone",
            ],
        ),
    ]
};

/// The contexts that events may carry; a subset of PLOVER's that studies of alliances need.
pub const CONTEXTS: [&str; 21] = [
    "diplomatic",
    "military",
    "intelligence",
    "executive",
    "legislative",
    "election",
    "political",
    "judicial",
    "economic",
    "trade",
    "legal",
    "human-rights",
    "territory",
    "health",
    "cyber",
    "technology",
    "nuclear",
    "space",
    "environment",
    "history",
    "peace-process",
];

impl EventType {
    fn row(self) -> &'static (EventType, &'static str, Quad, &'static [&'static str]) {
        let at = TYPES.iter().position(|row| row.0 == self).unwrap_or(0);
        &TYPES[at]
    }

    /// The type's name in capitals.
    pub fn name(self) -> &'static str {
        self.row().1
    }

    /// Its quad class.
    pub fn quad(self) -> Quad {
        self.row().2
    }

    /// The modes it may have; empty if it has none.
    pub fn modes(self) -> &'static [&'static str] {
        self.row().3
    }
}

/// How far an event has come, after PLOVER's distinction of what happened from what is said to happen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum EventStatus {
    /// it happened
    Completed,
    /// it is happening
    Ongoing,
    /// bindingly promised
    Committed,
    /// announced
    Announced,
    /// proposed or requested
    Proposed,
    /// only under a condition
    Conditional,
    /// said not to have happened
    Denied,
    /// recalled from an earlier period
    Historical,
    /// imagined
    Hypothetical,
}

impl EventStatus {
    /// How much an event of this status counts in a balance of events (METHOD, 19).
    pub fn weight(self) -> f64 {
        match self {
            EventStatus::Completed | EventStatus::Ongoing => 1.0,
            EventStatus::Committed => 0.6,
            EventStatus::Announced => 0.5,
            EventStatus::Proposed => 0.3,
            EventStatus::Conditional => 0.2,
            EventStatus::Denied | EventStatus::Historical | EventStatus::Hypothetical => 0.0,
        }
    }

    /// The status as it is written in a statement.
    pub fn name(self) -> &'static str {
        match self {
            EventStatus::Completed => "completed",
            EventStatus::Ongoing => "ongoing",
            EventStatus::Committed => "committed",
            EventStatus::Announced => "announced",
            EventStatus::Proposed => "proposed",
            EventStatus::Conditional => "conditional",
            EventStatus::Denied => "denied",
            EventStatus::Historical => "historical",
            EventStatus::Hypothetical => "hypothetical",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_type_stands_in_the_table_under_its_serde_name() {
        for (kind, name, ..) in TYPES {
            assert_eq!(serde_json::to_string(&kind).unwrap(), format!("\"{name}\""));
            assert_eq!(kind.name(), name);
        }
    }
}
