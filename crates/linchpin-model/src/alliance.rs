//! Alliances, or ties: two or more members bound by a treaty, a partnership or a format.

use crate::edtf::Edtf;
use crate::id::EntityId;
use crate::text::Name;
use serde::{Deserialize, Serialize};

/// What binds the members.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum AllianceKind {
    /// a treaty of alliance
    TreatyAlliance,
    /// a partnership without a duty to assist
    Partnership,
    /// a format of three or more
    Plurilateral,
    /// an agreement to share information
    InformationSharing,
    /// no tie itself, but a name for several
    Group,
}

impl AllianceKind {
    /// The kind as in a dossier.
    pub fn name(self) -> &'static str {
        match self {
            AllianceKind::TreatyAlliance => "treaty-alliance",
            AllianceKind::Partnership => "partnership",
            AllianceKind::Plurilateral => "plurilateral",
            AllianceKind::InformationSharing => "information-sharing",
            AllianceKind::Group => "group",
        }
    }
}

/// What a member is to the others in an alliance of unequal partners.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Role {
    /// gives the guarantee of security
    Guarantor,
    /// receives it
    Ally,
}

impl Role {
    /// The role as in a dossier.
    pub fn name(self) -> &'static str {
        match self {
            Role::Guarantor => "guarantor",
            Role::Ally => "ally",
        }
    }
}

/// A member of an alliance.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Member {
    /// who
    pub actor: EntityId,
    /// as what, where the partners are unequal
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub role: Option<Role>,
}

/// An alliance.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Alliance {
    /// its id; the members' ids joined by `-` where that names it
    pub id: EntityId,
    /// what binds the members
    pub kind: AllianceKind,
    /// the members, in the order that names the tie
    #[serde(default)]
    pub members: Vec<Member>,
    /// for a group: the ties it stands for
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub includes: Vec<EntityId>,
    /// since when
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<Edtf>,
    /// until when
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<Edtf>,
    /// its names
    pub names: Vec<Name>,
}

impl Alliance {
    /// Whether an actor is a member.
    pub fn has_member(&self, actor: &EntityId) -> bool {
        self.members.iter().any(|member| member.actor == *actor)
    }

    /// The only member with a role.
    pub fn in_role(&self, role: Role) -> Option<&EntityId> {
        let mut found = self.members.iter().filter(|m| m.role == Some(role)).map(|m| &m.actor);
        let first = found.next();
        if found.next().is_some() { None } else { first }
    }
}
