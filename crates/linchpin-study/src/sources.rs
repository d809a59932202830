//! What rests on each source? How much it says, how much of each score it carries, and which scores would survive
//! without it.

use crate::evidence::{KindCount, by_source, count_kinds, criteria, supporting};
use crate::otherwise::Otherwise;
use crate::retract::Without;
use crate::setting::{Error, Frame, Setting};
use linchpin_assess::World;
use linchpin_dossier::{Seen, Snapshot, View};
use linchpin_model::Date;
use linchpin_model::id::{EntityId, SourceId};
use linchpin_model::source::Reliability;
use linchpin_model::text::Lang;
use serde::Serialize;
use std::collections::BTreeMap;

/// The name and version of the answer's shape.
pub const SCHEMA: &str = "linchpin.sources/1";

/// The question.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sources {
    /// the setting
    pub setting: Setting,
}

/// The answer.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Answer {
    /// [`SCHEMA`]
    pub schema: &'static str,
    /// the setting
    pub frame: Frame,
    /// the alliances that the dossier assesses
    pub ties: Vec<EntityId>,
    /// paths of the root and the criteria
    pub nodes: Vec<String>,
    /// the sources: those that carry most first, each followed by its syndicated copies
    pub sources: Vec<Used>,
}

/// A source and what rests on it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Used {
    /// the source
    pub source: SourceId,
    /// the source of which it is a syndicated copy; both count as one
    pub copy_of: Option<SourceId>,
    /// Admiralty grade
    pub reliability: Reliability,
    /// language of the text
    pub language: Lang,
    /// when it was issued, EDTF
    pub issued: String,
    /// statements that it supports
    pub statements: usize,
    /// the same by kind
    pub by_kind: Vec<KindCount>,
    /// those that no other source supports; its own copies are no other
    pub only_here: usize,
    /// for each alliance and node: what it carries; none for a copy
    pub carries: Vec<Carries>,
}

/// What a source carries of a node of an alliance.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Carries {
    /// the alliance
    pub tie: EntityId,
    /// share of the node's evidence, 0 to 1
    pub share: f64,
    /// the node with everything and without the source
    #[serde(flatten)]
    pub without: Without,
}

/// Answers the question.
pub fn answer(question: &Sources, snapshot: &Snapshot) -> Result<Answer, Error> {
    let setting = &question.setting;
    let view = setting.view(snapshot);
    let framework = setting.framework(snapshot)?;
    let frame = setting.frame(&view, framework)?;
    let ties = &snapshot.settings().ties;
    let of_sources = families_of(&view);
    let rests: Vec<View> = of_sources.keys().map(|original| view.without_source(original)).collect();
    let worlds: Vec<World> = [&view].into_iter().chain(&rests).map(World::of).collect();
    let found = Otherwise::of(ties, frame.as_of, snapshot, &worlds, framework, setting)?;
    let whole = &found.assessment;
    let nodes = criteria(whole);
    let shares: Vec<Vec<BTreeMap<SourceId, f64>>> = (0..ties.len())
        .map(|cell| nodes.iter().map(|node| by_source(whole, cell, *node)).collect())
        .collect();
    let mut families: Vec<(f64, Vec<Used>)> = vec![];
    for (at, (original, members)) in of_sources.iter().enumerate() {
        let mut family: Vec<Used> = members.iter().map(|id| used(&view, id, frame.as_of)).collect();
        let mut carries = vec![];
        for (cell, tie) in ties.iter().enumerate() {
            for (node, shares) in nodes.iter().zip(&shares[cell]) {
                let share = shares.get(*original).copied().unwrap_or_default();
                let without = Without::of(whole, found.pair(at + 1, cell), *node);
                carries.push(Carries { tie: tie.clone(), share, without });
            }
        }
        let of_roots = carries.iter().filter(|c| c.without.node == whole.path(whole.root()));
        let most = of_roots.map(|c| c.share).fold(0.0, f64::max);
        family[0].carries = carries;
        families.push((most, family));
    }
    families.sort_by(|(a, of_a), (b, of_b)| {
        let statements = |used: &[Used]| used.iter().map(|u| u.statements).sum::<usize>();
        b.total_cmp(a).then_with(|| statements(of_b).cmp(&statements(of_a)))
    });
    Ok(Answer {
        schema: SCHEMA,
        ties: ties.clone(),
        nodes: nodes.iter().map(|node| whole.path(*node).to_string()).collect(),
        sources: families.into_iter().flat_map(|(_, used)| used).collect(),
        frame,
    })
}

/// The sources that a view sees by the independent source behind them: that one first, then its copies.
fn families_of<'v>(view: &'v View) -> BTreeMap<&'v SourceId, Vec<&'v SourceId>> {
    let mut families: BTreeMap<&SourceId, Vec<&SourceId>> = BTreeMap::new();
    for id in view.sources() {
        families.entry(view.vocabulary().original(id)).or_default().push(id);
    }
    for (original, members) in &mut families {
        members.sort_by_key(|id| (id != original, *id));
    }
    families
}

/// What a source says by a date of validity.
fn used(view: &View, id: &SourceId, as_of: Date) -> Used {
    let vocabulary = view.vocabulary();
    let source = &vocabulary.sources[id];
    let said: Vec<Seen> =
        view.begun_by(as_of).filter(|seen| supporting(seen).any(|supporting| supporting == id)).collect();
    let own = |other: &SourceId| other == id || vocabulary.original(other) == id;
    let alone = |seen: &&Seen| supporting(seen).all(own);
    Used {
        source: id.clone(),
        copy_of: source.copy_of.clone(),
        reliability: source.reliability,
        language: source.language,
        issued: source.issued.to_string(),
        statements: said.len(),
        by_kind: count_kinds(said.iter().map(|seen| seen.statement.claim.kind())),
        only_here: said.iter().filter(alone).count(),
        carries: vec![],
    }
}
