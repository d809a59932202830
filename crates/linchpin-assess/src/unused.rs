//! Statements that no rule of a framework reads.

use crate::facts::Facts;
use crate::observe;

use crate::tie::{Setting, Tie, assessable_ties};
use crate::tree::Tree;
use linchpin_dossier::View;
use linchpin_model::framework::{Framework, Indicator, Pattern, Selector};
use linchpin_model::id::{IssueId, StatementId};
use linchpin_model::statement::Kind;
use std::collections::BTreeSet;

/// The accepted statements of a view that feed nothing in a framework, in the order of the view.
pub fn unused(view: &View, framework: &Framework) -> Vec<StatementId> {
    let facts = Facts::of(view);
    let tree = Tree::of(framework);
    let mut used = BTreeSet::new();
    for id in assessable_ties(facts.vocabulary) {
        let Some(tie) = Tie::find(facts.vocabulary, id) else { continue };
        for leaf in &tree.leaves {
            let setting = Setting { vocabulary: facts.vocabulary, tie: &tie, capital: leaf.capital };
            for pattern in patterns(&framework.indicator[leaf.indicator]) {
                used.extend(observe::matching(&facts, setting, &pattern));
            }
        }
    }
    let read: BTreeSet<&StatementId> = used.into_iter().map(|fact| &facts.all[fact].statement.id).collect();
    view.usable().map(|seen| &seen.statement.id).filter(|id| !read.contains(id)).cloned().collect()
}

/// Every pattern by which an indicator takes statements.
fn patterns(indicator: &Indicator) -> Vec<Pattern> {
    let plain = |kind, subject: &Selector, issue: Option<&IssueId>| Pattern {
        kind,
        subject: subject.clone(),
        object: None,
        issue: issue.cloned(),
        topic: None,
        measure: None,
        types: vec![],
        statuses: vec![],
    };
    let mut found: Vec<Pattern> = indicator.rule.iter().map(|r| r.takes.clone()).collect();
    for gap in indicator.gap.iter().chain(&indicator.order) {
        for side in &gap.sides {
            let object = gap.object.clone();
            found.push(Pattern { object, ..plain(Kind::Position, side, Some(&gap.issue)) });
        }
    }
    if let Some(list) = &indicator.checklist {
        for topic in &list.topics {
            let topic = Some(topic.clone());
            found.push(Pattern { topic, ..plain(Kind::Provision, &list.subject, None) });
        }
    }
    if let Some(balance) = &indicator.balance {
        found.extend(balance.in_favour.iter().chain(&balance.against).cloned());
    }
    found
}
