//! Identifiers. Each kind of thing has a type of its own, so that an issue is never looked up as a topic.

use serde::{Deserialize, Serialize};
use std::borrow::Borrow;
use std::fmt;
use std::sync::Arc;

macro_rules! id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(Arc<str>);

        impl $name {
            /// The identifier as text.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }
        impl From<&str> for $name {
            fn from(text: &str) -> Self {
                Self(text.into())
            }
        }
        impl From<String> for $name {
            fn from(text: String) -> Self {
                Self(text.into())
            }
        }
        impl Borrow<str> for $name {
            fn borrow(&self) -> &str {
                &self.0
            }
        }
        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    };
}

id!(
    /// An actor or an alliance: whatever can be the subject or object of a statement.
    EntityId
);
id!(
    /// A question on which actors take positions.
    IssueId
);
id!(
    /// What provisions lay down, sources grade and events are about.
    TopicId
);
id!(
    /// What a quantity counts.
    MeasureId
);
id!(
    /// A cause or effect in a mechanism.
    FactorId
);
id!(
    /// A bibliographic record.
    SourceId
);
id!(
    /// A statement; never used twice, also after it was superseded.
    StatementId
);
id!(
    /// Who coded a statement.
    CoderId
);
id!(
    /// A node of a framework, by its own name; its path from the root is computed.
    NodeId
);
id!(
    /// An indicator of a framework.
    IndicatorId
);

id!(
    /// A fear of a framework.
    FearId
);

id!(
    /// A conclusion that a source draws.
    FindingId
);

/// Whether a text may serve as an identifier: letters, digits and `-`, starting with a letter or digit,
/// at most 80 characters.
pub fn is_well_formed(id: &str) -> bool {
    !id.is_empty()
        && id.len() <= 80
        && id.starts_with(|c: char| c.is_ascii_alphanumeric())
        && id.chars().all(|c| c.is_ascii_alphanumeric() || c == '-')
}
