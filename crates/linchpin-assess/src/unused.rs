//! Which statements the leaves of a framework take, and which none of them does.

use crate::error::Error;
use crate::facts::Facts;
use crate::observe;
use crate::tie::{Setting, Tie};
use crate::tree::{Tree, TreeLeaf};
use linchpin_dossier::View;
use linchpin_model::framework::Framework;
use linchpin_model::id::{EntityId, StatementId};
use std::collections::{BTreeMap, BTreeSet};

/// The accepted statements of a view that feed nothing in a framework, in the order of the view.
pub fn unused(view: &View, framework: &Framework) -> Vec<StatementId> {
    let facts = Facts::of(view);
    let ties = Tie::all(facts.vocabulary);
    let read: BTreeSet<&StatementId> = ties.iter().flat_map(|tie| read_for(tie, &facts, framework)).collect();
    view.usable().map(|seen| &seen.statement.id).filter(|id| !read.contains(id)).cloned().collect()
}

/// The statements of a view that a rule of a framework reads for a tie, at whatever date, in the order of the view.
pub fn feeding(view: &View, framework: &Framework, tie: &EntityId) -> Result<Vec<StatementId>, Error> {
    let facts = Facts::of(view);
    let tie = Tie::find(facts.vocabulary, tie).ok_or_else(|| Error::no_tie(tie, facts.vocabulary))?;
    let read = read_for(&tie, &facts, framework);
    Ok(view.usable().map(|seen| &seen.statement.id).filter(|id| read.contains(id)).cloned().collect())
}

/// The statements of a view that the patterns of each leaf take in the setting of a tie, by the leaf's path; nothing
/// for a tie that cannot be assessed. Unlike what carries a score, these reach back as far as the view does.
pub fn matching_statements(
    view: &View,
    framework: &Framework,
    tie: &EntityId,
) -> BTreeMap<String, Vec<StatementId>> {
    let facts = Facts::of(view);
    let Some(tie) = Tie::find(facts.vocabulary, tie) else { return BTreeMap::new() };
    let tree = Tree::of(framework);
    let applies = |leaf: &&TreeLeaf| !framework.indicator[leaf.indicator].not_for.contains(&tie.id);
    let ids = |leaf: &TreeLeaf| {
        let facts = taken(&facts, framework, &tie, leaf).into_iter().map(|fact| &facts.all[fact]);
        facts.map(|fact| fact.statement.id.clone()).collect()
    };
    tree.leaves.iter().filter(applies).map(|leaf| (leaf.path.clone(), ids(leaf))).collect()
}

fn read_for<'f>(tie: &Tie, facts: &'f Facts<'_>, framework: &Framework) -> BTreeSet<&'f StatementId> {
    let tree = Tree::of(framework);
    let facts_of = |leaf| taken(facts, framework, tie, leaf);
    tree.leaves.iter().flat_map(facts_of).map(|fact| &facts.all[fact].statement.id).collect()
}

/// The facts that the patterns of a leaf take in the setting of a tie.
pub(crate) fn taken(facts: &Facts, framework: &Framework, tie: &Tie, leaf: &TreeLeaf) -> BTreeSet<usize> {
    let setting = Setting { vocabulary: facts.vocabulary, tie, capital: leaf.capital };
    let mut taken = BTreeSet::new();
    for pattern in framework.indicator[leaf.indicator].patterns() {
        taken.extend(observe::matching(facts, setting, &pattern));
    }
    taken
}
