//! Why is this score what it is? The tree down to rules, statements and sources, and what each source contributes.

use crate::assess::{KindShare, Shown, by_kind, shown};
use crate::cited::level;
use crate::evidence::by_source;
use crate::setting::{Error, Frame, Setting, tie_named};
use linchpin_assess::{Assessment, Carried, Cell, Slot, World, assess, assess_worlds};
use linchpin_dossier::{Snapshot, View};
use linchpin_model::framework::{Framework, Indicator};
use linchpin_model::id::{EntityId, SourceId, StatementId};
use linchpin_model::statement::Stance;
use linchpin_model::text::Text;
use serde::Serialize;
use std::collections::BTreeMap;

/// The name and version of the answer's shape.
pub const SCHEMA: &str = "linchpin.explanation/1";

/// The question.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Explain {
    /// the alliance
    pub tie: String,
    /// the node or leaf; the root, if absent
    pub node: Option<String>,
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
    /// the alliance
    pub tie: EntityId,
    /// the node, with everything below it
    pub node: Branch,
    /// what each source contributes to the node, the greatest first
    pub sources: Vec<Contribution>,
    /// what each kind of statement contributes
    pub by_kind: Vec<KindShare>,
}

/// A node or leaf and what stands below it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Branch {
    /// its path
    pub path: String,
    /// its name
    pub name: Text,
    /// its weight among its siblings; 1 for the node asked about
    pub weight: f64,
    /// why it has its weight
    pub because: Text,
    /// its score
    pub score: Shown,
    /// nodes and leaves below
    pub children: Vec<Branch>,
    /// for a leaf: how statements are read, in words
    pub rules: Vec<RuleText>,
    /// for a leaf: the statements that carry it, the greatest share first
    pub statements: Vec<Used>,
}

impl Branch {
    /// The node itself or the one below it that has a path.
    pub fn find(&self, path: &str) -> Option<&Branch> {
        self.descendants().into_iter().find(|branch| branch.path == path)
    }

    /// The node and all below it, in the order of the tree.
    pub fn descendants(&self) -> Vec<&Branch> {
        std::iter::once(self).chain(self.children.iter().flat_map(Branch::descendants)).collect()
    }

    /// The indicators at or below the node, in the order of the tree.
    pub fn leaves(&self) -> Vec<&Branch> {
        self.descendants().into_iter().filter(|branch| branch.children.is_empty()).collect()
    }
}

/// A rule, for a reader.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct RuleText {
    /// which statements it takes, such as `provision command of tie`
    pub takes: String,
    /// why
    pub because: Text,
}

/// A statement in its role for a leaf.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Used {
    /// its id
    pub id: StatementId,
    /// its kind
    pub kind: &'static str,
    /// when it holds
    pub valid: String,
    /// who says it
    pub speaker: EntityId,
    /// what it says
    pub text: Text,
    /// the level that it was coded as, or the order of a ranking; none for numbers and events
    pub level: Option<Text>,
    /// the source through which it counts
    pub source: SourceId,
    /// where it stands there
    pub locator: String,
    /// its share in the leaf
    pub share: f64,
}

/// What a source contributes.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Contribution {
    /// the source
    pub source: SourceId,
    /// its share of the evidence
    pub share: f64,
    /// the mean without it; none, if nothing else is left
    pub mean_without: Option<f64>,
    /// coverage without it
    pub coverage_without: f64,
}

/// Answers the question.
pub fn answer(question: &Explain, snapshot: &Snapshot) -> Result<Answer, Error> {
    explained(question, snapshot, true)
}

/// The same without what each source contributes, which takes an assessment without it.
pub fn brief(question: &Explain, snapshot: &Snapshot) -> Result<Answer, Error> {
    explained(question, snapshot, false)
}

fn explained(question: &Explain, snapshot: &Snapshot, by_source: bool) -> Result<Answer, Error> {
    let setting = &question.setting;
    let view = setting.view(snapshot);
    let framework = setting.framework(snapshot)?;
    let frame = setting.frame(&view, framework)?;
    let tie = tie_named(snapshot, &question.tie)?;
    let cell = Cell { tie, as_of: frame.as_of };
    let assessment = assess(&view, framework, std::slice::from_ref(&cell), &setting.plan(vec![]))?;
    let slot = assessment.find_or_root(question.node.as_deref())?;
    let brief = of_cell(&assessment, 0, slot, &view, frame);
    let sources = match by_source {
        true => contributions(&assessment, &view, framework, &cell, setting, slot)?,
        false => vec![],
    };
    Ok(Answer { sources, ..brief })
}

/// A node of a cell that is assessed already, explained without what each source contributes.
pub(crate) fn of_cell(assessment: &Assessment, cell: usize, slot: Slot, view: &View, frame: Frame) -> Answer {
    let mut carried: BTreeMap<String, Vec<Carried>> = BTreeMap::new();
    for c in assessment.carried(cell, slot) {
        carried.entry(c.leaf.clone()).or_default().push(c);
    }
    Answer {
        schema: SCHEMA,
        frame: frame.drawn(assessment),
        tie: assessment.cells()[cell].tie.clone(),
        node: Tree { assessment, cell, view, carried }.branch(slot, 1.0),
        sources: vec![],
        by_kind: by_kind(assessment, cell, slot),
    }
}

/// A cell as it is explained.
struct Tree<'a, 'v> {
    assessment: &'a Assessment<'v>,
    cell: usize,
    view: &'a View<'a>,
    /// by leaf
    carried: BTreeMap<String, Vec<Carried>>,
}

impl Tree<'_, '_> {
    fn branch(&self, slot: Slot, weight: f64) -> Branch {
        let assessment = self.assessment;
        let path = assessment.path(slot).to_string();
        let framework = assessment.framework();
        let indicator = assessment.indicator(slot).map(|i| &framework.indicator[i]);
        let (name, because) = match indicator {
            Some(indicator) => (indicator.name.clone(), indicator.because.clone()),
            None => framework
                .node
                .iter()
                .find(|n| framework.path(&n.id) == path)
                .map(|n| (n.name.clone(), n.because.clone()))
                .unwrap_or_else(|| (framework.name.clone(), Text { de: String::new(), en: String::new() })),
        };
        let children = assessment
            .children(slot)
            .into_iter()
            .zip(assessment.weights(self.cell, slot))
            .filter(|(child, _)| assessment.score(self.cell, *child).applies)
            .map(|(child, weight)| self.branch(child, weight))
            .collect();
        let statements = if indicator.is_some() { used(self.view, self.carried.get(&path)) } else { vec![] };
        let score = shown(assessment, self.cell, slot);
        let rules = indicator.map_or(vec![], rules);
        Branch { path, name, weight, because, score, children, rules, statements }
    }
}

fn rules(indicator: &Indicator) -> Vec<RuleText> {
    let pattern = |p: &linchpin_model::framework::Pattern| {
        let predicate = [
            p.issue.as_ref().map(|id| id.as_str()),
            p.topic.as_ref().map(|id| id.as_str()),
            p.measure.as_ref().map(|id| id.as_str()),
        ];
        let predicate = predicate.into_iter().flatten().collect::<Vec<_>>().join(" ");
        let types: Vec<&str> = p.types.iter().map(|t| t.name()).collect();
        let object = p.object.as_ref().map_or(String::new(), |o| format!(" → {o}"));
        let words = [p.kind.name(), &predicate, &types.join("|"), &format!("{}{object}", p.subject)];
        words.into_iter().filter(|w| !w.is_empty()).collect::<Vec<_>>().join(" ")
    };
    let mut found: Vec<RuleText> = indicator
        .rule
        .iter()
        .map(|r| RuleText { takes: pattern(&r.takes), because: r.because.clone() })
        .collect();
    for (word, gap) in
        indicator.gap.iter().map(|g| ("gap", g)).chain(indicator.order.iter().map(|g| ("order", g)))
    {
        let takes = format!("{word} {} {} ↔ {}", gap.issue, gap.sides[0], gap.sides[1]);
        found.push(RuleText { takes, because: indicator.because.clone() });
    }
    if let Some(list) = &indicator.checklist {
        let topics: Vec<&str> = list.topics.iter().map(|t| t.as_str()).collect();
        let takes = format!("checklist {} {}", topics.join(" "), list.subject);
        found.push(RuleText { takes, because: indicator.because.clone() });
    }
    if let Some(balance) = &indicator.balance {
        let sides = [("+", &balance.in_favour), ("−", &balance.against)];
        for (sign, patterns) in sides {
            found.extend(patterns.iter().map(|p| RuleText {
                takes: format!("{sign} {}", pattern(p)),
                because: balance.because.clone(),
            }));
        }
    }
    found
}

fn used(view: &View, carried: Option<&Vec<Carried>>) -> Vec<Used> {
    let vocabulary = view.vocabulary();
    let mut found: Vec<Used> = carried
        .into_iter()
        .flatten()
        .filter_map(|c| {
            let seen = view.get(&c.statement)?;
            let evidence = seen
                .evidence()
                .find(|e| e.stance == Stance::Supports && *vocabulary.original(&e.source) == c.source);
            Some(Used {
                id: c.statement.clone(),
                kind: c.kind.name(),
                valid: seen.statement.valid.to_string(),
                speaker: seen.statement.said.speaker.clone(),
                text: seen.statement.text.clone(),
                level: level(&seen.statement.claim, vocabulary),
                source: c.source.clone(),
                locator: evidence.map_or(String::new(), |e| e.locator.clone()),
                share: c.in_leaf,
            })
        })
        .collect();
    found.sort_by(|a, b| b.share.total_cmp(&a.share).then_with(|| a.id.cmp(&b.id)));
    found
}

/// Each source's share of the evidence, and the score as it would be without the source.
fn contributions(
    assessment: &Assessment,
    view: &View,
    framework: &Framework,
    cell: &Cell,
    setting: &Setting,
    slot: Slot,
) -> Result<Vec<Contribution>, Error> {
    let shares = by_source(assessment, 0, slot);
    let rests: Vec<View> = shares.keys().map(|source| view.without_source(source)).collect();
    let worlds: Vec<World> = [view].into_iter().chain(&rests).map(World::of).collect();
    let cells: Vec<(usize, Cell)> = (1..worlds.len()).map(|world| (world, cell.clone())).collect();
    if cells.is_empty() {
        return Ok(vec![]);
    }
    let without = assess_worlds(&worlds, framework, &cells, &setting.plan(vec![]))?;
    let contribution = |(at, (source, share))| {
        let score = without.score(at, slot);
        Contribution {
            source,
            share,
            mean_without: (score.leaves.0 > 0).then_some(score.mean),
            coverage_without: score.coverage,
        }
    };
    let mut found: Vec<Contribution> = shares.into_iter().enumerate().map(contribution).collect();
    found.sort_by(|a, b| b.share.total_cmp(&a.share).then_with(|| a.source.cmp(&b.source)));
    Ok(found)
}
