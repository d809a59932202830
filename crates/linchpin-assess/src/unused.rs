//! Statements that no rule of a framework reads.

use crate::facts::Facts;
use crate::observe;

use crate::tie::{Setting, Tie};
use crate::tree::Tree;
use linchpin_dossier::View;
use linchpin_model::framework::Framework;
use linchpin_model::id::StatementId;
use std::collections::BTreeSet;

/// The accepted statements of a view that feed nothing in a framework, in the order of the view.
pub fn unused(view: &View, framework: &Framework) -> Vec<StatementId> {
    let facts = Facts::of(view);
    let tree = Tree::of(framework);
    let mut used = BTreeSet::new();
    for tie in Tie::all(facts.vocabulary) {
        for leaf in &tree.leaves {
            let setting = Setting { vocabulary: facts.vocabulary, tie: &tie, capital: leaf.capital };
            for pattern in framework.indicator[leaf.indicator].patterns() {
                used.extend(observe::matching(&facts, setting, &pattern));
            }
        }
    }
    let read: BTreeSet<&StatementId> = used.into_iter().map(|fact| &facts.all[fact].statement.id).collect();
    view.usable().map(|seen| &seen.statement.id).filter(|id| !read.contains(id)).cloned().collect()
}
