//! Findings: conclusions that a source draws, written as propositions that can be put to the assessment.

use crate::Date;
use crate::id::{EntityId, FindingId, IssueId, SourceId, TopicId};
use crate::text::Text;
use serde::{Deserialize, Serialize};

/// A conclusion of a source. What the dossier's statements make of it is asked, never coded.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Finding {
    /// its id
    pub id: FindingId,
    /// the conclusion in our own words
    pub text: Text,
    /// the source that draws it
    pub source: SourceId,
    /// where in it
    pub locator: String,
    /// what it is about
    pub of: Point,
    /// the finding holds from the lower end of this level on
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at_least: Option<String>,
    /// the finding holds up to the upper end of this level
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at_most: Option<String>,
    /// the finding holds where what it is about is greater than this
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub exceeds: Option<Point>,
}

/// Something that has a value between 0 and 1 on a day: a node of the framework for an alliance, or where someone
/// stands on the scale of an issue or topic.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Point {
    /// the day
    pub on: Date,
    /// the alliance; with `node`
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tie: Option<EntityId>,
    /// path of a node or indicator of the framework
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub node: Option<String>,
    /// who stands somewhere; a state stands where its government does
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub subject: Option<EntityId>,
    /// towards whom
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub object: Option<EntityId>,
    /// on which issue
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub issue: Option<IssueId>,
    /// or in respect of which topic, by provisions and judgements
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub topic: Option<TopicId>,
}

/// What a [`Point`] asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asked<'p> {
    /// a node of the framework for an alliance
    Node(&'p EntityId, &'p str),
    /// a subject, perhaps towards an object, on an issue
    Issue(&'p EntityId, Option<&'p EntityId>, &'p IssueId),
    /// a subject, perhaps towards an object, in respect of a topic
    Topic(&'p EntityId, Option<&'p EntityId>, &'p TopicId),
}

impl Point {
    /// What is asked for; `None` where the fields do not go together.
    pub fn asked(&self) -> Option<Asked<'_>> {
        let object = self.object.as_ref();
        match (&self.tie, &self.node, &self.subject, &self.issue, &self.topic) {
            (Some(tie), Some(node), None, None, None) if object.is_none() => Some(Asked::Node(tie, node)),
            (None, None, Some(subject), Some(issue), None) => Some(Asked::Issue(subject, object, issue)),
            (None, None, Some(subject), None, Some(topic)) => Some(Asked::Topic(subject, object, topic)),
            _ => None,
        }
    }
}
