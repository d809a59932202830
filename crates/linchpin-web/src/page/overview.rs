//! The first page: how the alliances stand, what changed and why, and what all that rests on.

use super::problem::Trouble;
use super::shell::Shell;
use super::{Ask, Html, drawn, page};
use crate::address::Place;
use crate::reply::Made;
use crate::speech::Speech;
use askama::Template;
use linchpin_model::Date;
use linchpin_model::id::EntityId;
use linchpin_publish::figures::{cards, map};
use linchpin_publish::said::{self, Told, moves};
use linchpin_publish::sentence::{Sentence, Slot, Thread};
use linchpin_study::assess::{NodeScore, Shown};
use linchpin_study::burden::{self, table};
use linchpin_study::changes;
use linchpin_study::overview::{self, Also, InFull};

/// How many causes are told of an alliance.
const CAUSES: usize = 3;
/// Up to how many alliances are told in full.
pub const IN_FULL: usize = 6;
/// The draws of what changed, which needs many assessments; as in the report.
pub const FEWER_DRAWS: u32 = 1_000;

#[derive(Template)]
#[template(path = "overview.html")]
struct Page<'a> {
    shell: Shell<'a>,
    headline: Html,
    cards: Vec<Card>,
    reading: String,
    since: Option<Html>,
    moved: Vec<Moved>,
    map: Option<Html>,
    others: Vec<Other>,
    evidence: Html,
}

struct Card {
    href: String,
    overturn: String,
    name: String,
    level: String,
    past: Option<String>,
    is_shown: bool,
    said: Html,
    bars: Vec<Bar>,
}

/// A node's name, its interval and its value.
pub struct Bar {
    /// its name
    pub name: String,
    /// its interval
    pub drawing: Html,
    /// its value, or that too little is known
    pub value: Html,
}

struct Moved {
    name: String,
    said: Html,
    causes: Vec<Html>,
    news: Vec<Html>,
}

struct Other {
    name: String,
    told: String,
}

/// Makes the page.
pub fn make(ask: &Ask<'_>) -> Result<Made, Trouble> {
    let ground = ask.ground()?;
    let snapshot = &ask.edition.snapshot;
    let since = ask.since(ground.basis.as_of);
    let question = overview::Overview { ties: vec![], since, setting: ground.setting.clone() };
    let also = Also { why: false, moved: Some(FEWER_DRAWS), foremost: IN_FULL };
    let table = table::Question { about: None, setting: ground.setting.clone() };
    let (found, burden) =
        rayon::join(|| overview::in_full(&question, also, snapshot), || burden::answer(&table, snapshot));
    let (InFull { overview: found, moved: changed, .. }, burden) = (found?, burden?);
    let speech = ask.speech(&ground, &ask.say("web-overview"));
    let told = Told { overview: &found, explained: &[] };
    let cards = found.ties.iter().take(IN_FULL).map(|tie| card(ask, &speech, tie, told));
    let cards = cards.collect::<Result<Vec<Card>, Trouble>>()?;
    let mut moved = vec![];
    for found in &changed {
        let tie = told.overview.ties.iter().find(|one| one.scores.tie == found.tie);
        speech.about(found);
        moved.push(Moved {
            name: speech.names.entity(&found.tie),
            said: speech.said(&tie.map_or(vec![], |tie| said::moved(tie, told)))?,
            causes: causes(&speech, found)?,
            news: found
                .new
                .iter()
                .filter_map(moves::new)
                .take(CAUSES)
                .map(|new| speech.said(&[new]))
                .collect::<Result<_, _>>()?,
        });
    }
    let map = map::figure(&found, &burden, speech.names);
    let others = found.others.iter().map(|other| Other {
        name: speech.names.entity(&other.tie),
        told: ask.fill("web-too-little-statements", &[("count", other.statements.into())]),
    });
    let template = Page {
        headline: headline(ask, &speech, &found)?,
        cards,
        reading: match since {
            Some(since) => {
                let day = linchpin_publish::date::day(since, ask.voice);
                ask.fill("web-bars-reading-since", &[("since", day.into())])
            }
            None => ask.say("figure-cards-reading"),
        },
        since: since
            .map(|since| speech.line(&Sentence::of("web-since").with("since", Slot::Day(since))))
            .transpose()?,
        moved,
        map: Some(drawn::inline(ask, &speech, &map)?),
        others: others.collect(),
        evidence: speech.said(&said::evidence(told))?,
        shell: ask.shell(ask.say("web-overview"), Some(&ground)).noted(speech.notes()),
    };
    page(&template)
}

/// The causes that changed an alliance most, each with its source.
pub fn causes(speech: &Speech<'_>, found: &changes::Answer) -> Result<Vec<Html>, Trouble> {
    let mut felt: Vec<(usize, &changes::Cause)> = found
        .causes
        .iter()
        .enumerate()
        .flat_map(|(at, causes)| moves::felt(causes).into_iter().map(move |cause| (at, cause)))
        .collect();
    let total = found.causes.iter().position(|causes| causes.node == found.node);
    if let Some(total) = total {
        felt.retain(|(at, _)| *at == total);
    }
    felt.sort_by(|(_, a), (_, b)| b.value.abs().total_cmp(&a.value.abs()));
    let said = felt.into_iter().take(CAUSES).map(|(at, cause)| {
        let node = Slot::Node(found.causes[at].node.clone());
        let value = Thread::Answer { schema: found.schema, pointer: format!("/causes/{at}") };
        let message = if cause.source.is_some() { "web-cause-source" } else { "web-cause" };
        let sentence = Sentence::of(message)
            .with("node", node)
            .with("why", Slot::Which(cause.why))
            .with("value", Slot::Difference(cause.value, value));
        let sentence = match &cause.source {
            Some(source) => sentence.with("source", Slot::Source(source.clone())),
            None => sentence,
        };
        speech.said(&[sentence])
    });
    Ok(said.collect::<Result<_, _>>()?)
}

/// How the alliances stand, in a sentence; where no total is shown, how they stood when one was.
fn headline(ask: &Ask<'_>, speech: &Speech<'_>, found: &overview::Answer) -> Result<Html, Trouble> {
    let as_of = found.frame.as_of;
    let total = |tie: &overview::Outlook| -> Option<(EntityId, String, Shown, Date)> {
        let root = tie.scores.nodes.first()?;
        let past = tie.last_shown.as_ref().map(|past| (past.score.clone(), past.as_of));
        let (shown, day) = if root.now.shown { (root.now.clone(), as_of) } else { past? };
        Some((tie.scores.tie.clone(), root.node.clone(), shown, day))
    };
    let told: Vec<_> = found.ties.iter().filter_map(total).take(IN_FULL).collect();
    let day = match told.first() {
        Some((.., day)) if told.iter().all(|(.., other)| other == day) => *day,
        _ => return Ok(speech.line(&cards::finding(found))?),
    };
    let part = |(tie, node, shown, as_of): (EntityId, String, Shown, Date)| {
        let thread = Thread::Node { tie: tie.clone(), node, as_of };
        let sentence = Sentence::of("web-headline-part").with("tie", Slot::Label(tie)).score(&shown, &thread);
        // no line ends within a name or an interval
        Ok(speech.phrase(&sentence)?.0.replace('–', "\u{2060}–\u{2060}"))
    };
    let parts = told.into_iter().map(part).collect::<Result<Vec<String>, Trouble>>()?;
    let parts = ask.voice.list(&parts);
    Ok(Html(match day == as_of {
        true => ask.fill("web-headline", &[("parts", parts.into())]),
        false => {
            let day = linchpin_publish::date::day(day, ask.voice);
            let as_of = linchpin_publish::date::day(as_of, ask.voice);
            let slots = [("parts", parts.into()), ("date", day.into()), ("as-of", as_of.into())];
            ask.fill("web-headline-past", &slots)
        }
    }))
}

fn card(
    ask: &Ask<'_>,
    speech: &Speech<'_>,
    tie: &overview::Outlook,
    told: Told<'_>,
) -> Result<Card, Trouble> {
    let id = &tie.scores.tie;
    let root = tie.scores.nodes.first();
    let shown = root.filter(|root| root.now.shown);
    let (level, past) = match (shown, &tie.last_shown) {
        (Some(root), _) => (speech.names.level(root.now.level.as_deref()), None),
        (None, Some(past)) => {
            let day = linchpin_publish::date::day(past.as_of, ask.voice);
            let level = speech.names.level(past.score.level.as_deref());
            let told = ask.fill("web-card-past", &[("date", day.into()), ("level", level.into())]);
            (ask.say("figure-cards-too-little"), Some(told))
        }
        (None, None) => (ask.say("figure-cards-too-little"), None),
    };
    let said: Vec<Sentence> = said::standing(tie, told).into_iter().flatten().collect();
    let bars = tie.scores.nodes.iter().map(|node| bar(ask, speech, told, id, node));
    Ok(Card {
        href: ask.link(Place::Alliance(id.to_string())),
        overturn: ask.link(Place::Overturn(id.to_string())),
        name: speech.names.entity(id),
        level,
        past,
        is_shown: shown.is_some(),
        said: speech.said(&said)?,
        bars: bars.collect::<Result<_, Trouble>>()?,
    })
}

/// A node's name, interval and value.
pub fn bar(
    ask: &Ask<'_>,
    speech: &Speech<'_>,
    told: Told<'_>,
    tie: &EntityId,
    node: &NodeScore,
) -> Result<Bar, Trouble> {
    let thread = told.thread(tie, &node.node);
    // where a sentence says that the direction is open, there is no arrow either
    let arrow = node.change.as_ref().filter(|change| change.shown && node.now.shown && said::is_told(change));
    let value = match node.now.shown {
        true => {
            let sentence =
                Sentence::of("web-bar").with("mean", Slot::Score(node.now.score.mean, thread.clone()));
            let arrow = arrow.map_or("none", |change| change.direction);
            speech.phrase(&sentence.with("direction", Slot::Which(arrow)))?
        }
        false => Html(ask.say("figure-cards-gap")),
    };
    Ok(Bar { name: speech.names.node(&node.node), drawing: drawn::bar(&node.now), value })
}
