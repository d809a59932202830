//! What would change a judgement: the one further statement, indicator by indicator, that would move its word.

use super::problem::Trouble;
use super::shell::{Shell, Way};
use super::{Ask, Ground, Html, page};
use crate::address::Place;
use crate::reply::Made;
use crate::speech::Speech;
use askama::Template;
use linchpin_model::id::EntityId;
use linchpin_publish::number;
use linchpin_publish::said;
use linchpin_publish::sentence::{Sentence, Slot, Thread};
use linchpin_study::overturn::{self, Moves, Overturned, Supposed, Together};
use linchpin_study::{Setting, explain};

/// The draws with which statements are supposed, as on the command line.
const DRAWS: u32 = 1_000;
/// How many indicators are listed.
const LISTED: usize = 12;

#[derive(Template)]
#[template(path = "overturn.html")]
struct Page<'a> {
    shell: Shell<'a>,
    tie: Way,
    supposed: Html,
    judgements: Vec<Judgement>,
    /// what is not judged, and why
    hidden: Vec<Hidden>,
}

struct Hidden {
    name: String,
    why: String,
    said: Html,
}

struct Judgement {
    name: String,
    why: String,
    lead: Html,
    together: Vec<Html>,
    rows: Vec<Row>,
    more: usize,
    today: String,
}

struct Row {
    leaf: String,
    why: String,
    statement: String,
    becomes: String,
    difference: String,
    moves: bool,
}

/// Makes the page.
pub fn make(ask: &Ask<'_>, asked: &str) -> Result<Made, Trouble> {
    let ground = ask.ground()?;
    let tie = ask.tie(asked)?;
    let setting = Setting { draws: DRAWS, ..ground.setting.clone() };
    let node = ask.address.own("node").map(String::from);
    let question = overturn::Overturn { ties: vec![tie.to_string()], node, setting };
    let found = overturn::answer(&question, &ask.edition.snapshot)?;
    let name = ground.names.entity(&tie);
    let title = ask.fill("web-overturn-title", &[("tie", name.as_str().into())]);
    let speech = ask.speech(&ground, &title);
    let all = Thread::Answer { schema: found.schema, pointer: "/supposed".into() };
    let supposed = Sentence::of("web-overturn-supposed").with("count", Slot::Count(found.supposed, all));
    let judgements =
        found.judgements.iter().map(|one| judgement(&ground, &speech, one)).collect::<Result<_, _>>()?;
    let hidden = hidden(ask, &ground, &speech, &tie, &found)?;
    let template = Page {
        hidden,
        supposed: speech.said(&[supposed])?,
        judgements,
        tie: Way { href: ask.link(Place::Alliance(tie.to_string())), name, here: false },
        shell: ask.shell(title, Some(&ground)).noted(speech.notes()),
    };
    page(&template)
}

fn judgement(ground: &Ground<'_>, speech: &Speech<'_>, found: &Overturned) -> Result<Judgement, Trouble> {
    let names = &ground.names;
    let thread =
        |path: &str| Thread::Node { tie: found.tie.clone(), node: path.into(), as_of: ground.basis.as_of };
    let own = thread(&found.node);
    let suffices = |moves: &&Moves| moves.up.is_some() || moves.down.is_some();
    let sufficient = found.leaves.iter().filter(suffices).count();
    let lead = Sentence::of("web-overturn-lead")
        .with("node", Slot::Node(found.node.clone()))
        .score(&found.now, &own)
        .with("low", Slot::Score(found.bounds[0], Thread::Framework(found.node.clone())))
        .with("high", Slot::Score(found.bounds[1].min(1.0), Thread::Framework(found.node.clone())));
    let how_many = Sentence::of("web-overturn-sufficient")
        .with("sufficient", Slot::Count(sufficient, own.clone()))
        .with("leaves", Slot::Count(found.leaves.len(), own.clone()));
    let together = [("web-overturn-up", &found.together_up), ("web-overturn-down", &found.together_down)];
    let together = together.into_iter().filter_map(|(message, together): (_, &Option<Together>)| {
        let together = together.as_ref().filter(|together| together.leaves.len() > 1)?;
        let sentence = Sentence::of(message)
            .with("count", Slot::Count(together.leaves.len(), own.clone()))
            .with("leaves", Slot::Nodes(together.leaves.clone()))
            .with("level", Slot::Level(together.becomes.clone()))
            .with("mean", Slot::Score(together.mean, own.clone()));
        Some(speech.said(&[sentence]))
    });
    let lang = names.voice.lang();
    let row = |moves: &Moves, supposed: &Supposed| {
        let changes = found.now.level.as_ref() != Some(&supposed.becomes);
        let mean = number::score(supposed.mean, lang);
        Row {
            leaf: names.node(&moves.leaf),
            why: speech.href(&thread(&moves.leaf)),
            statement: said::supposed(supposed, names),
            becomes: if changes { format!("{} {mean}", names.level(Some(&supposed.becomes))) } else { mean },
            difference: number::difference(supposed.mean - found.now.score.mean, lang),
            moves: changes,
        }
    };
    let rows = found.leaves.iter().take(LISTED).flat_map(|moves| {
        let told = if suffices(&moves) { [&moves.up, &moves.down] } else { [&moves.highest, &moves.lowest] };
        told.into_iter().flatten().map(|supposed| row(moves, supposed)).collect::<Vec<_>>()
    });
    Ok(Judgement {
        name: names.node(&found.node),
        why: speech.href(&own),
        lead: speech.said(&[lead, how_many])?,
        together: together.collect::<Result<_, _>>()?,
        rows: rows.collect(),
        today: number::score(found.now.score.mean, lang),
        more: found.leaves.len().saturating_sub(LISTED),
    })
}

/// The total and the criteria, or the node asked for, as far as there is no judgement that a statement could move.
fn hidden(
    ask: &Ask<'_>,
    ground: &Ground<'_>,
    speech: &Speech<'_>,
    tie: &EntityId,
    found: &overturn::Answer,
) -> Result<Vec<Hidden>, Trouble> {
    let node = ask.address.own("node").map(String::from);
    let is_one = node.is_some();
    let setting = Setting { draws: DRAWS, ..ground.setting.clone() };
    let question = explain::Explain { tie: tie.to_string(), node, setting };
    let told = explain::brief(&question, &ask.edition.snapshot)?;
    let below = if is_one { &[][..] } else { &told.node.children[..] };
    let root = ground.framework.root().map(|root| ground.framework.path(&root.id));
    let is_judged = |path: &str| found.judgements.iter().any(|judged| judged.node == path);
    let nodes = std::iter::once(&told.node).chain(below);
    let hidden = nodes.filter(|branch| !branch.score.shown && !is_judged(&branch.path)).map(|branch| {
        let thread = Thread::Node { tie: tie.clone(), node: branch.path.clone(), as_of: ground.basis.as_of };
        let mut sentences = vec![said::criterion(&branch.path, &branch.score, &thread)];
        if root.as_ref() != Some(&branch.path) && !branch.score.missing.is_empty() {
            let leaves = Slot::Nodes(branch.score.missing.clone());
            sentences.push(Sentence::of("web-overturn-missing").with("leaves", leaves));
        }
        Ok(Hidden {
            name: ground.names.node(&branch.path),
            why: speech.href(&thread),
            said: speech.said(&sentences)?,
        })
    });
    hidden.collect()
}
