//! Where an alliance stands, what lifts and lowers it, and what became of it.

use super::{Told, direction, is_told};
use crate::sentence::{Sentence, Slot, Thread};
use linchpin_model::text::Case;
use linchpin_study::assess::NodeScore;
use linchpin_study::overview::{Doubt, Outlook, Standout};

/// Where an alliance stands, sentence by sentence.
pub struct Standing {
    /// its level, or that there is none
    pub level: Sentence,
    /// what lifts the score most
    pub strength: Option<Sentence>,
    /// what lowers it most
    pub weakness: Option<Sentence>,
    /// what most of all speaks against relying on it
    pub doubt: Option<Sentence>,
}

impl IntoIterator for Standing {
    type Item = Sentence;
    type IntoIter = std::vec::IntoIter<Sentence>;
    fn into_iter(self) -> Self::IntoIter {
        let more = [self.strength, self.weakness, self.doubt].into_iter().flatten();
        std::iter::once(self.level).chain(more).collect::<Vec<_>>().into_iter()
    }
}

/// Where an alliance stands, what lifts and what lowers it, and the greatest doubt.
pub fn standing(tie: &Outlook, told: Told<'_>) -> Option<Standing> {
    let root = tie.scores.nodes.first()?;
    let id = &tie.scores.tie;
    let level = match (&root.now, &tie.last_shown) {
        (now, _) if now.shown => Sentence::of("said-standing")
            .with("tie", Slot::Entity(id.clone(), Case::Nominative))
            .score(now, &told.thread(id, &root.node)),
        (_, Some(past)) => Sentence::of("said-standing-past")
            .with("tie", Slot::Entity(id.clone(), Case::Accusative))
            .with("date", Slot::Day(past.as_of))
            .score(
                &past.score,
                &Thread::Node { tie: id.clone(), node: root.node.clone(), as_of: past.as_of },
            ),
        (_, None) => {
            Sentence::of("said-standing-none").with("tie", Slot::Entity(id.clone(), Case::Accusative))
        }
    };
    let standout = |message: &'static str, standout: &Standout| {
        let thread = told.thread(id, &standout.node);
        Sentence::of(message)
            .with("node", Slot::Node(standout.node.clone()))
            .score(&standout.score, &thread)
            .noted(standout.statements.iter().cloned())
    };
    Some(Standing {
        level,
        strength: tie.strength.as_ref().map(|strength| standout("said-strength", strength)),
        weakness: tie.weakness.as_ref().map(|weakness| standout("said-weakness", weakness)),
        doubt: tie.doubt.as_ref().map(|doubt| self::doubt(tie, doubt, told)),
    })
}

fn doubt(tie: &Outlook, doubt: &Doubt, told: Told<'_>) -> Sentence {
    let id = &tie.scores.tie;
    match doubt {
        Doubt::Hidden { criteria } => {
            Sentence::of("said-doubt-hidden").with("criteria", Slot::Nodes(criteria.clone()))
        }
        Doubt::SingleSource { source } => {
            Sentence::of("said-doubt-single").with("source", Slot::Source(source.clone()))
        }
        Doubt::Thin { criterion, coverage, missing, leaves } => {
            let thread = told.thread(id, criterion);
            Sentence::of("said-doubt-thin")
                .with("criterion", Slot::Node(criterion.clone()))
                .with("coverage", Slot::Share(*coverage, thread.clone()))
                .with("missing", Slot::Count(*missing, thread.clone()))
                .with("leaves", Slot::Count(*leaves, thread))
        }
    }
}

/// What moved since the date of comparison, of the root and the criteria.
pub fn moved(tie: &Outlook, told: Told<'_>) -> Vec<Sentence> {
    let Some(since) = told.overview.since else { return vec![] };
    let id = &tie.scores.tie;
    let said = |node: &NodeScore| -> Option<Sentence> {
        let change = node.change.as_ref().filter(|change| change.shown)?;
        let thread = told.thread(id, &node.node);
        let sentence = Sentence::of(if is_told(change) { "said-moved" } else { "said-moved-open" })
            .with("node", Slot::Node(node.node.clone()))
            .with("tie", Slot::Label(id.clone()))
            .with("since", Slot::Day(since))
            .with("difference", Slot::Difference(change.mean, thread.clone()));
        Some(if is_told(change) {
            direction(sentence, change, told.overview.frame.draws, thread)
        } else {
            sentence
        })
    };
    tie.scores.nodes.iter().filter_map(said).collect()
}

/// What the study rests on.
pub fn evidence(told: Told<'_>) -> Vec<Sentence> {
    let holdings = &told.overview.holdings;
    let thread = |pointer: &str| Thread::Answer { schema: told.overview.schema, pointer: pointer.into() };
    let mut said = vec![
        Sentence::of("said-evidence")
            .with("statements", Slot::Count(holdings.statements, thread("/holdings/statements")))
            .with("sources", Slot::Count(holdings.by_source.len(), thread("/holdings/by_source"))),
    ];
    if let Some((source, share)) = holdings.fullest().filter(|_| holdings.by_source.len() > 1) {
        said.push(
            Sentence::of("said-evidence-most")
                .with("share", Slot::Share(share, thread("/holdings/by_source/0/statements")))
                .with("source", Slot::Source(source.clone())),
        );
    }
    said
}
