//! Where is evidence missing or old, and what to look for? The leaves of each alliance by what new evidence would gain,
//! and for each the statements that the framework would read.

use crate::evidence::{cells, criterion_of, newest_evidence, weights_in_root, years_between};
use crate::setting::{Error, Frame, Setting, ties_named};
use linchpin_assess::{Assessment, Slot, assess};
use linchpin_dossier::{Snapshot, View};
use linchpin_model::Date;
use linchpin_model::framework::{Pattern, Selector, Side, Whose};
use linchpin_model::id::{EntityId, SourceId};
use linchpin_model::text::Text;
use linchpin_model::vocabulary::Vocabulary;
use serde::Serialize;

/// The name and version of the answer's shape.
pub const SCHEMA: &str = "linchpin.gaps/1";

/// The question.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Gaps {
    /// the alliance; those that the dossier names, if absent
    pub tie: Option<String>,
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
    /// the alliances
    pub ties: Vec<TieGaps>,
}

/// An alliance's leaves.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct TieGaps {
    /// the alliance
    pub tie: EntityId,
    /// how much of the weight of the root is covered by evidence, 0 to 1
    pub coverage: f64,
    /// its leaves, those where evidence would gain most first
    pub leaves: Vec<Gap>,
}

/// A leaf and what is missing there.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Gap {
    /// its path
    pub leaf: String,
    /// the path of the criterion that it belongs to
    pub criterion: String,
    /// what it weighs in the root, 0 to 1
    pub weight: f64,
    /// how well it is covered by evidence, 0 to 1
    pub coverage: f64,
    /// by how much the coverage of the root would grow if it were covered fully: weight × (1 − coverage)
    pub gain: f64,
    /// up to when its newest statement is attested; none without any
    pub newest: Option<Date>,
    /// years from then to the date of validity
    pub years: Option<f64>,
    /// the independent sources that carry it
    pub sources: Vec<SourceId>,
    /// the statements that would carry it
    pub wanted: Vec<Wanted>,
}

/// A kind of statement that a leaf reads.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Wanted {
    /// the kind
    pub kind: &'static str,
    /// whom it is about
    pub subject: Selected,
    /// towards whom
    pub object: Option<Selected>,
    /// on what: issues, topics or measures
    pub about: Vec<About>,
    /// for events: the PLOVER types; any, if none are given
    pub types: Vec<&'static str>,
}

/// An issue, topic or measure.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct About {
    /// its id
    pub id: String,
    /// its name
    pub name: Text,
}

/// Actors that a rule selects.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Selected {
    /// any of these states, or the alliance
    pub actors: Vec<EntityId>,
    /// which parts of their politics: `itself`, `government` or one part; none of an alliance
    pub parts: Vec<&'static str>,
}

/// Answers the question.
pub fn answer(question: &Gaps, snapshot: &Snapshot) -> Result<Answer, Error> {
    let setting = &question.setting;
    let view = setting.view(snapshot);
    let framework = setting.framework(snapshot)?;
    let frame = setting.frame(&view, framework)?;
    let ties = ties_named(snapshot, question.tie.as_slice())?;
    let assessment = assess(&view, framework, &cells(&ties, frame.as_of), &setting.plan(vec![]))?;
    let ties = ties
        .into_iter()
        .enumerate()
        .map(|(cell, tie)| TieGaps {
            coverage: assessment.score(cell, assessment.root()).coverage,
            leaves: leaves(&assessment, &view, cell),
            tie,
        })
        .collect();
    Ok(Answer { schema: SCHEMA, frame, ties })
}

fn leaves(assessment: &Assessment, view: &View, cell: usize) -> Vec<Gap> {
    let as_of = assessment.cells()[cell].as_of;
    let weights = weights_in_root(assessment, cell);
    let newest = newest_evidence(view, &assessment.carried(cell, assessment.root()), as_of);
    let mut found: Vec<Gap> = assessment
        .leaves()
        .filter(|leaf| assessment.score(cell, *leaf).applies)
        .map(|leaf| {
            let (path, score) = (assessment.path(leaf).to_string(), assessment.score(cell, leaf));
            let weight = weights.get(&leaf).copied().unwrap_or_default();
            let newest = newest.get(&path).copied();
            Gap {
                criterion: criterion_of(&path).into(),
                weight,
                coverage: score.coverage,
                gain: weight * (1.0 - score.coverage),
                newest,
                years: newest.map(|day| years_between(day, as_of)),
                sources: score.sources.clone(),
                wanted: wanted(assessment, cell, leaf, view.vocabulary()),
                leaf: path,
            }
        })
        .collect();
    found.sort_by(|a, b| b.gain.total_cmp(&a.gain));
    found
}

/// What a leaf reads, with patterns that differ in nothing but what they are about, or in types of events, taken together.
fn wanted(assessment: &Assessment, cell: usize, leaf: Slot, vocabulary: &Vocabulary) -> Vec<Wanted> {
    let indicator = assessment.indicator(leaf).map(|at| &assessment.framework().indicator[at]);
    let patterns = indicator.map_or(vec![], |indicator| indicator.patterns());
    let selected = |selector: &Selector| selected(assessment, cell, leaf, selector);
    let mut found: Vec<Wanted> = vec![];
    for pattern in patterns {
        let one = Wanted {
            kind: pattern.kind.name(),
            subject: selected(&pattern.subject),
            object: pattern.object.as_ref().map(selected),
            about: about(&pattern, vocabulary).into_iter().collect(),
            types: pattern.types.iter().map(|r#type| r#type.name()).collect(),
        };
        let alike = |other: &&mut Wanted| {
            (other.kind, &other.subject, &other.object) == (one.kind, &one.subject, &one.object)
                && (other.about == one.about || other.types == one.types)
        };
        match found.iter_mut().find(alike) {
            None => found.push(one),
            Some(known) => {
                add(&mut known.about, one.about);
                add(&mut known.types, one.types);
            }
        }
    }
    found
}

/// Adds what is not yet there.
fn add<T: PartialEq>(to: &mut Vec<T>, more: Vec<T>) {
    for one in more {
        if !to.contains(&one) {
            to.push(one);
        }
    }
}

fn about(pattern: &Pattern, vocabulary: &Vocabulary) -> Option<About> {
    let about = |id: &str, name: Option<&Text>| Some(About { id: id.into(), name: name?.clone() });
    if let Some(id) = &pattern.issue {
        about(id.as_str(), vocabulary.issues.get(id).map(|issue| &issue.name))
    } else if let Some(id) = &pattern.topic {
        about(id.as_str(), vocabulary.topics.get(id).map(|topic| &topic.name))
    } else if let Some(id) = &pattern.measure {
        about(id.as_str(), vocabulary.measures.get(id).map(|measure| &measure.name))
    } else {
        None
    }
}

/// Whom a selector of a leaf selects: states with parts of their politics, or the alliance as a whole.
fn selected(assessment: &Assessment, cell: usize, leaf: Slot, selector: &Selector) -> Selected {
    if selector.whose == Whose::Side(Side::Tie) {
        return Selected { actors: vec![assessment.cells()[cell].tie.clone()], parts: vec![] };
    }
    Selected {
        actors: assessment.states_of(cell, leaf, &selector.whose).into_iter().cloned().collect(),
        parts: selector.who.iter().map(|who| who.name()).collect(),
    }
}
