//! What a pattern of a framework takes, and who is heard, for questions that show statements without scoring them.

use crate::facts::may_count;
use crate::observe;
use crate::tie::{Setting, Tie, belongs};
use linchpin_model::edtf::Edtf;
use linchpin_model::framework::{Pattern, Who};
use linchpin_model::id::EntityId;
use linchpin_model::statement::Statement;
use linchpin_model::vocabulary::Vocabulary;

/// Whether a pattern takes a statement in the setting of a tie, whoever says it; never where the tie cannot be assessed.
pub fn takes(vocabulary: &Vocabulary, tie: &EntityId, pattern: &Pattern, statement: &Statement) -> bool {
    let Some(tie) = Tie::find(vocabulary, tie) else { return false };
    let setting = Setting { vocabulary, tie: &tie, capital: None };
    observe::takes(setting, pattern, statement)
}

/// Whether a statement is heard at all: what is denied is not, an observer or an unnamed report never sets a position,
/// and only a source itself grades.
pub fn is_heard(vocabulary: &Vocabulary, statement: &Statement) -> bool {
    may_count(statement, vocabulary)
}

/// Whether an actor speaks for a state in its foreign relations: the state itself, its head of government and its
/// ministries, as they were at the beginning or end of a span.
pub fn is_government(vocabulary: &Vocabulary, actor: &EntityId, state: &EntityId, valid: &Edtf) -> bool {
    belongs(vocabulary, actor, state, Who::Government, valid)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test that cannot go on may stop")]

    use super::*;
    use crate::facts::Facts;
    use crate::observe::matching;
    use linchpin_dossier::{Folder, Knowledge, read_files};
    use std::collections::BTreeSet;
    use std::path::Path;

    #[test]
    fn takes_what_an_assessment_takes_of_what_is_heard() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../dossiers/indo-pacific");
        let snapshot = read_files(&Folder::new(folder)).unwrap();
        let view = snapshot.view(&Knowledge::default());
        let facts = Facts::of(&view);
        let vocabulary = snapshot.vocabulary();
        let patterns = snapshot.frameworks()["resilience"].indicator.iter().flat_map(|i| i.patterns());
        let mut taken = 0;
        for pattern in patterns {
            for tie in Tie::all(vocabulary) {
                let setting = Setting { vocabulary, tie: &tie, capital: None };
                let matched = matching(&facts, setting, &pattern).map(|at| &facts.all[at].statement.id);
                let matched: BTreeSet<_> = matched.collect();
                let heard = view.usable().map(|seen| seen.statement).filter(|s| is_heard(vocabulary, s));
                let found: BTreeSet<_> =
                    heard.filter(|s| takes(vocabulary, &tie.id, &pattern, s)).map(|s| &s.id).collect();
                assert_eq!(found, matched, "{pattern:?} in {}", tie.id);
                taken += found.len();
            }
        }
        assert!(taken > 100, "only {taken}");
    }
}
