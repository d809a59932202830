//! The codings of a dossier: its log and the further codings beside it.

use super::{Coded, Codings, Scale};
use linchpin_dossier::Snapshot;
use linchpin_model::statement::{Claim, Statement};
use linchpin_model::vocabulary::Level;
use std::collections::{BTreeMap, BTreeSet};

/// The passages of a dossier that were coded again, with every level that anybody gave them.
///
/// Scales of the same number of levels are one scale, as where agreement is measured: a scale of its own for each issue
/// would leave a handful of passages to each. A coder who names no level, silence or indecision gives no rating, and one
/// who codes a statement of their own again is no further coder.
pub fn of_dossier(snapshot: &Snapshot) -> Codings {
    let mut given: BTreeMap<&str, BTreeMap<&str, usize>> = BTreeMap::new();
    let mut statements: BTreeMap<&str, (&Statement, &[Level])> = BTreeMap::new();
    let mut coders: BTreeSet<&str> = BTreeSet::new();
    for (coder, coding) in snapshot.codings().iter().flat_map(|(c, all)| all.iter().map(move |one| (c, one)))
    {
        let Some(logged) = snapshot.find(&coding.statement) else { continue };
        let Some(statement) = logged.statement() else { continue };
        let Some(scale) = snapshot.vocabulary().scale(&statement.claim).filter(|scale| scale.len() > 1)
        else {
            continue;
        };
        let levels =
            [(logged.line.by.as_str(), statement.claim.level()), (coder.as_str(), coding.level.as_deref())];
        for (coder, word) in levels {
            if let Some(level) = place(scale, word) {
                coders.insert(coder);
                statements.insert(statement.id.as_str(), (statement, scale));
                given.entry(statement.id.as_str()).or_default().entry(coder).or_insert(level);
            }
        }
    }
    let coders: Vec<&str> = coders.into_iter().collect();
    let lengths: BTreeSet<usize> = statements.values().map(|(_, scale)| scale.len()).collect();
    let lengths: Vec<usize> = lengths.into_iter().collect();
    let items = statements.iter().map(|(id, (statement, scale))| Coded {
        item: (*id).into(),
        about: about(&statement.claim),
        scale: lengths.binary_search(&scale.len()).unwrap_or_default(),
        words: scale.iter().map(|level| level.id.to_string()).collect(),
        given: given[id]
            .iter()
            .map(|(coder, level)| (coders.binary_search(coder).unwrap_or_default(), *level))
            .collect(),
        logged: place(scale, statement.claim.level()),
    });
    let scale = |length: &usize| Scale {
        scale: length.to_string(),
        levels: (1..=*length).map(|level| level.to_string()).collect(),
    };
    Codings {
        items: items.collect(),
        scales: lengths.iter().map(scale).collect(),
        coders: coders.into_iter().map(String::from).collect(),
    }
}

fn place(scale: &[Level], word: Option<&str>) -> Option<usize> {
    scale.iter().position(|level| Some(level.id.as_str()) == word)
}

fn about(claim: &Claim) -> Option<String> {
    match claim {
        Claim::Position(c) => Some(c.issue.to_string()),
        Claim::Provision(c) => Some(c.topic.to_string()),
        Claim::Judgement(c) => Some(c.topic.to_string()),
        Claim::Quantity(_) | Claim::Event(_) | Claim::Mechanism(_) => None,
    }
}
