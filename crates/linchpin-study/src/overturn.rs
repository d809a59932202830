//! What would change a judgement? For each indicator below it, the one further statement that would move the level word, up
//! or down; where none would, how far one can move it at most.

use crate::amount::Amount;
use crate::assess::{Shown, shown};
use crate::cited::level;
use crate::evidence::named_or_foremost;
use crate::setting::{Error, Frame, Setting, ties_named};
use linchpin_assess::{Assessment, Cell, Hypothesis, Plan, Slot, World, assess, assess_worlds, hypotheses};
use linchpin_dossier::{Snapshot, View};
use linchpin_model::framework::Framework;
use linchpin_model::id::EntityId;
use linchpin_model::statement::Claim;
use linchpin_model::text::Text;
use serde::Serialize;

/// The name and version of the answer's shape.
pub const SCHEMA: &str = "linchpin.overturn/1";

/// The question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Overturn {
    /// the alliances; those that the dossier names, if none are named
    pub ties: Vec<String>,
    /// the node or leaf; the root, or the nodes below it where it is not shown, if absent
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
    /// statements that were supposed, one at a time
    pub supposed: usize,
    /// the judgements, alliance by alliance; none where too little is known
    pub judgements: Vec<Overturned>,
}

/// A judgement and what would change it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Overturned {
    /// the alliance
    pub tie: EntityId,
    /// path of the node or leaf
    pub node: String,
    /// the judgement as it stands
    pub now: Shown,
    /// the scores at which the level begins and ends
    pub bounds: [f64; 2],
    /// the indicators below it that can move it, those that need least to change the word first
    pub leaves: Vec<Moves>,
    /// the fewest statements, strongest first and one for each indicator, that raise it to a higher level together; none, if
    /// [`MOST_TOGETHER`] do not
    pub together_up: Option<Together>,
    /// the same to a lower level
    pub together_down: Option<Together>,
}

/// Statements that change a judgement together.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Together {
    /// paths of the leaves whose strongest statements they are
    pub leaves: Vec<String>,
    /// the mean of the judgement with all of them
    pub mean: f64,
    /// the level's id
    pub becomes: String,
}

/// How far one statement about an indicator can move a judgement.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Moves {
    /// the leaf's path
    pub leaf: String,
    /// the leaf as it stands
    pub now: Shown,
    /// the statement that raises the judgement to a higher level by the least; none, if no statement does
    pub up: Option<Supposed>,
    /// the statement that lowers it to a lower level by the least; none, if no statement does
    pub down: Option<Supposed>,
    /// the statement that raises it most; none, if none does
    pub highest: Option<Supposed>,
    /// the statement that lowers it most; none, if none does
    pub lowest: Option<Supposed>,
}

/// A supposed statement and what becomes of the judgement with it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Supposed {
    /// its kind
    pub kind: &'static str,
    /// whom it is about
    pub subject: EntityId,
    /// towards whom
    pub object: Option<EntityId>,
    /// the issue, topic or measure; none for an event without a topic
    pub predicate: Option<String>,
    /// the level, or the order of a ranking; none for numbers and events
    pub level: Option<Text>,
    /// the number
    pub amount: Option<Amount>,
    /// the event's type
    pub event: Option<&'static str>,
    /// the mean of the judgement with it
    pub mean: f64,
    /// the level's id
    pub becomes: String,
    /// its place among all that were supposed
    #[serde(skip)]
    place: usize,
}

/// The most statements that are supposed together.
pub const MOST_TOGETHER: usize = 12;
/// Worlds that are assessed at a time: each takes memory.
const TOGETHER: usize = 64;
/// Draws that show which nodes are shown: that depends on evidence alone.
const FEWEST: u32 = 100;

/// Answers the question.
pub fn answer(question: &Overturn, snapshot: &Snapshot) -> Result<Answer, Error> {
    let setting = &question.setting;
    let view = setting.view(snapshot);
    let framework = setting.framework(snapshot)?;
    let frame = setting.frame(&view, framework)?;
    let ties = ties_named(snapshot, &question.ties)?;
    let cells: Vec<Cell> = ties.into_iter().map(|tie| Cell { tie, as_of: frame.as_of }).collect();
    let first = assess(&view, framework, &cells, &Plan { draws: FEWEST, ..Plan::default() })?;
    let slots = named_or_foremost(&first, question.node.as_deref())?;
    let (mut supposed, mut judgements) = (0, vec![]);
    for (at, cell) in cells.iter().enumerate() {
        let shown: Vec<Slot> = slots.iter().copied().filter(|slot| first.score(at, *slot).shown).collect();
        let below = |hypothesis: &Hypothesis| {
            let leaf = first.find(&hypothesis.leaf).ok();
            leaf.is_some_and(|leaf| shown.iter().any(|slot| first.is_below(leaf, *slot)))
        };
        let mut all = hypotheses(&view, framework, &cell.tie, frame.as_of)?;
        all.retain(below);
        supposed += all.len();
        judgements.extend(overturned(&all, &shown, cell, &view, framework, setting)?);
    }
    Ok(Answer { schema: SCHEMA, frame, supposed, judgements })
}

/// What each of some supposed statements makes of some nodes of an alliance.
fn overturned(
    all: &[Hypothesis],
    slots: &[Slot],
    cell: &Cell,
    view: &View,
    framework: &Framework,
    setting: &Setting,
) -> Result<Vec<Overturned>, Error> {
    let mut judgements: Vec<Overturned> = vec![];
    let supposing = |sets: &[Vec<usize>], told: &mut dyn FnMut(&Assessment) -> Result<(), Error>| {
        let statements = |set: &Vec<usize>| set.iter().map(|at| all[*at].statement.clone()).collect();
        let views: Vec<View> = sets.iter().map(|set| view.plus(statements(set))).collect();
        let worlds: Vec<World> = [view].into_iter().chain(&views).map(World::of).collect();
        let cells: Vec<(usize, Cell)> = (0..worlds.len()).map(|world| (world, cell.clone())).collect();
        told(&assess_worlds(&worlds, framework, &cells, &setting.plan(vec![]))?)
    };
    let places: Vec<usize> = (0..all.len()).collect();
    for some in places.chunks(TOGETHER) {
        let alone: Vec<Vec<usize>> = some.iter().map(|place| vec![*place]).collect();
        supposing(&alone, &mut |assessment| {
            if judgements.is_empty() {
                judgements = slots.iter().map(|slot| Overturned::of(assessment, cell, *slot)).collect();
            }
            for (judgement, slot) in judgements.iter_mut().zip(slots) {
                for (at, place) in some.iter().enumerate() {
                    judgement.suppose((*place, &all[*place]), assessment, at + 1, *slot)?;
                }
            }
            Ok(())
        })?;
    }
    for (judgement, slot) in judgements.iter_mut().zip(slots) {
        judgement.sort();
        for up in [true, false] {
            let strongest = judgement.strongest(up, all);
            let sets: Vec<Vec<usize>> =
                (1..=strongest.len()).map(|count| strongest[..count].to_vec()).collect();
            supposing(&sets, &mut |assessment| {
                let together = judgement.first_to_change(&strongest, all, assessment, *slot, up);
                *(if up { &mut judgement.together_up } else { &mut judgement.together_down }) = together;
                Ok(())
            })?;
        }
    }
    Ok(judgements)
}

impl Overturned {
    fn of(assessment: &Assessment, cell: &Cell, slot: Slot) -> Overturned {
        let now = shown(assessment, 0, slot);
        let bounds = now.level.as_ref().and_then(|level| assessment.framework().level_bounds(level));
        let node = assessment.path(slot).to_string();
        Overturned {
            tie: cell.tie.clone(),
            node,
            now,
            bounds: bounds.unwrap_or([0.0, 1.0]),
            leaves: vec![],
            together_up: None,
            together_down: None,
        }
    }

    /// The places of the statements that move the judgement most one way, one for each indicator, the strongest first; none
    /// that is supposed for two indicators.
    fn strongest(&self, up: bool, all: &[Hypothesis]) -> Vec<usize> {
        let extreme = |moves: &'_ Moves| if up { moves.highest.clone() } else { moves.lowest.clone() };
        let mut extremes: Vec<Supposed> = self.leaves.iter().filter_map(extreme).collect();
        extremes.sort_by(|a, b| if up { b.mean.total_cmp(&a.mean) } else { a.mean.total_cmp(&b.mean) });
        let mut found: Vec<usize> = vec![];
        for place in extremes.into_iter().map(|supposed| supposed.place) {
            if !found.iter().any(|known| all[*known].statement.claim == all[place].statement.claim) {
                found.push(place);
            }
        }
        found.truncate(MOST_TOGETHER);
        found
    }

    /// The fewest of some statements that change the level, where the n-th world has the first n of them.
    fn first_to_change(
        &self,
        strongest: &[usize],
        all: &[Hypothesis],
        assessment: &Assessment,
        slot: Slot,
        up: bool,
    ) -> Option<Together> {
        (1..=strongest.len()).find_map(|count| {
            let mean = assessment.score(count, slot).mean;
            let becomes = assessment.framework().level_of(mean)?.id.clone();
            let changes = self.now.level.as_ref() != Some(&becomes) && (mean > self.now.score.mean) == up;
            let leaves = strongest[..count].iter().map(|place| all[*place].leaf.clone()).collect();
            changes.then_some(Together { leaves, mean, becomes })
        })
    }

    /// Takes note of what becomes of the judgement where one statement more is supposed.
    fn suppose(
        &mut self,
        (place, hypothesis): (usize, &Hypothesis),
        assessment: &Assessment,
        cell: usize,
        slot: Slot,
    ) -> Result<(), Error> {
        let leaf = assessment.find(&hypothesis.leaf)?;
        if !assessment.is_below(leaf, slot) {
            return Ok(());
        }
        let (before, mean) = (self.now.score.mean, assessment.score(cell, slot).mean);
        let becomes = assessment.framework().level_of(mean).map_or(String::new(), |level| level.id.clone());
        let crosses = self.now.level.as_ref() != Some(&becomes);
        let of_leaf = match self.leaves.iter().position(|moves| moves.leaf == hypothesis.leaf) {
            Some(at) => &mut self.leaves[at],
            None => {
                self.leaves.push(Moves::none(hypothesis.leaf.clone(), shown(assessment, 0, leaf)));
                let last = self.leaves.len() - 1;
                &mut self.leaves[last]
            }
        };
        let supposed = || Supposed::of(&hypothesis.statement.claim, place, mean, becomes.clone(), assessment);
        let nearer = |known: &Option<Supposed>| {
            known.as_ref().is_none_or(|known| (mean - before).abs() < (known.mean - before).abs())
        };
        let further = |known: &Option<Supposed>| {
            known.as_ref().is_none_or(|known| (mean - before).abs() > (known.mean - before).abs())
        };
        let (first, extreme) = match mean > before {
            true => (&mut of_leaf.up, &mut of_leaf.highest),
            false => (&mut of_leaf.down, &mut of_leaf.lowest),
        };
        if crosses && nearer(first) {
            *first = Some(supposed());
        }
        if mean != before && further(extreme) {
            *extreme = Some(supposed());
        }
        Ok(())
    }

    /// First the indicators of which one statement changes the word, those that move least first; then those that can move
    /// it furthest.
    fn sort(&mut self) {
        let before = self.now.score.mean;
        let distance = |one: &Option<Supposed>| one.as_ref().map(|one| (one.mean - before).abs());
        let least = |moves: &Moves| {
            [&moves.up, &moves.down].into_iter().filter_map(distance).fold(f64::INFINITY, f64::min)
        };
        let reach = |moves: &Moves| {
            [&moves.highest, &moves.lowest].into_iter().filter_map(distance).fold(0.0, f64::max)
        };
        self.leaves.sort_by(|a, b| {
            least(a).total_cmp(&least(b)).then(reach(b).total_cmp(&reach(a))).then(a.leaf.cmp(&b.leaf))
        });
    }
}

impl Moves {
    fn none(leaf: String, now: Shown) -> Moves {
        Moves { leaf, now, up: None, down: None, highest: None, lowest: None }
    }
}

impl Supposed {
    fn of(claim: &Claim, place: usize, mean: f64, becomes: String, assessment: &Assessment) -> Supposed {
        let (predicate, amount, event) = match claim {
            Claim::Position(c) => (Some(c.issue.to_string()), None, None),
            Claim::Provision(c) => (Some(c.topic.to_string()), None, None),
            Claim::Judgement(c) => (Some(c.topic.to_string()), None, None),
            Claim::Quantity(c) => (Some(c.measure.to_string()), Some(Amount::of(c)), None),
            Claim::Event(c) => (c.topic.as_ref().map(ToString::to_string), None, Some(c.r#type.name())),
            Claim::Mechanism(_) => (None, None, None),
        };
        Supposed {
            kind: claim.kind().name(),
            subject: claim.subject().cloned().unwrap_or_else(|| assessment.cells()[0].tie.clone()),
            object: claim.object().cloned(),
            predicate,
            level: level(claim, assessment.vocabulary()),
            amount,
            event,
            mean,
            becomes,
            place,
        }
    }
}
