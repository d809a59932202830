//! One alliance: how it stands and how sure that is, in brief, criterion by criterion, over the years, and beside another.

use super::overview::{Bar, FEWER_DRAWS, bar, causes};
use super::problem::Trouble;
use super::shell::{Shell, Way};
use super::{Ask, Ground, Html, drawn, page};
use crate::address::Place;
use crate::reply::Made;
use crate::speech::Speech;
use askama::Template;
use linchpin_model::Date;
use linchpin_model::alliance::Role;
use linchpin_model::edtf::Edtf;
use linchpin_model::id::EntityId;
use linchpin_publish::figures::{self, Asked, Kind};
use linchpin_publish::said::{self, Told, moves};
use linchpin_publish::scene::svg::escape;
use linchpin_publish::sentence::{Sentence, Slot, Thread};
use linchpin_study::explain::Branch;
use linchpin_study::overview::{self, Also, InFull};
use linchpin_study::{Error, Setting, compare, explain, fears, profile};
use std::sync::Arc;

/// How many statements are shown of an indicator; its own page has all.
const STATEMENTS: usize = 3;
/// How many statements are shown for and against a fear.
const EVIDENCE: usize = 4;

#[derive(Template)]
#[template(path = "alliance.html")]
struct Page<'a> {
    shell: Shell<'a>,
    name: String,
    ties: Vec<Way>,
    level: Html,
    is_shown: bool,
    standing: Html,
    moved: Html,
    bars: Vec<Bar>,
    overturn: String,
    brief: Vec<(String, Html)>,
    criteria: Vec<Criterion>,
    causes: Vec<Html>,
    news: Vec<Html>,
    trajectory: Option<Html>,
    fears: Vec<Fear>,
    fears_of: String,
    compare: Compare,
}

struct Criterion {
    id: String,
    name: String,
    said: Html,
    drawing: Html,
    why: String,
    overturn: String,
    leaves: Vec<Leaf>,
}

struct Leaf {
    name: String,
    why: String,
    drawing: Html,
    value: Html,
    rules: Vec<String>,
    statements: Vec<Html>,
    more: usize,
}

struct Fear {
    name: String,
    in_favour: Vec<Html>,
    against: Vec<Html>,
    more: usize,
}

/// The form that compares, and what came of it.
struct Compare {
    action: String,
    hidden: Vec<(String, String)>,
    others: Vec<(String, String, bool)>,
    then: String,
    said: Vec<Html>,
    bars: Vec<(String, Html, Html)>,
    heads: [String; 2],
}

/// Makes the page.
pub fn make(ask: &Ask<'_>, asked: &str) -> Result<Made, Trouble> {
    let ground = ask.ground()?;
    let tie = ask.tie(asked)?;
    let since = ask.since(ground.basis.as_of);
    let snapshot = &ask.edition.snapshot;
    let setting = || ground.setting.clone();
    let name = || tie.to_string();
    let (found, (trajectory, (profile, (fears, compared)))) = rayon::join(
        || {
            let question = overview::Overview { ties: vec![name()], since, setting: setting() };
            let also = Also { why: true, moved: Some(FEWER_DRAWS), foremost: 1 };
            overview::in_full(&question, also, snapshot)
        },
        || {
            let asked = Asked { about: Some(tie.clone()), node: None, since, setting: setting() };
            rayon::join(
                || figures::if_any(figures::ask(Kind::Trajectory, &asked, snapshot)),
                || {
                    let profile = profile::Profile { tie: name(), setting: setting() };
                    let compared = compared(ask, &ground, &tie);
                    (profile::answer(&profile, snapshot), (of_ally(ask, &ground, &tie), compared))
                },
            )
        },
    );
    let InFull { overview: found, explained, moved } = found?;
    let explained: Vec<Arc<explain::Answer>> = explained.into_iter().map(Arc::new).collect();
    let (trajectory, profile, fears, compared) = (trajectory?, profile?, fears?, compared?);
    let name = ground.names.entity(&tie);
    let speech = ask.speech(&ground, &name);
    let told = Told { overview: &found, explained: &explained };
    let outlook = &found.ties[0];
    let root = &outlook.scores.nodes[0];
    let Some(standing) = said::standing(outlook, told) else {
        return Err(Trouble::Missing("web-missing-tie", asked.into(), vec![]));
    };
    let level = speech.said([&standing.level])?;
    let rest: Vec<Sentence> =
        [standing.strength, standing.weakness, standing.doubt].into_iter().flatten().collect();
    let bars = outlook.scores.nodes.iter().map(|node| bar(ask, &speech, told, &tie, node));
    let bars = bars.collect::<Result<Vec<Bar>, Trouble>>()?;
    let standing = speech.said(&rest)?;
    let moved_said = speech.said(&said::moved(outlook, told))?;
    let brief = said::brief(&profile, speech.names)
        .into_iter()
        .map(|(label, told)| Ok((ask.say(label), speech.said(&told)?)));
    let brief = brief.collect::<Result<Vec<_>, Trouble>>()?;
    let criteria =
        explained[0].node.children.iter().map(|branch| criterion(ask, &speech, told, &tie, branch));
    let criteria = criteria.collect::<Result<Vec<_>, Trouble>>()?;
    let (mut causes_said, mut news) = (vec![], vec![]);
    if let Some(moved) = moved.first() {
        speech.about(moved);
        causes_said = causes(&speech, moved)?;
        news = moved
            .new
            .iter()
            .filter_map(moves::new)
            .take(6)
            .map(|new| speech.said(&[new]))
            .collect::<Result<_, _>>()?;
    }
    let trajectory = trajectory.map(|found| drawn::of(ask, &speech, &found)).transpose()?;
    let fears_of = fears.as_ref().map_or(String::new(), |fears| speech.names.entity(&fears.ally));
    let fears = fears.map_or(Ok(vec![]), |fears| cases(&speech, &fears))?;
    let compare = compare_told(ask, &ground, &speech, &tie, compared)?;
    let template = Page {
        ties: ties(ask, &ground, &tie),
        level,
        is_shown: root.now.shown,
        standing,
        moved: moved_said,
        bars,
        overturn: ask.link(Place::Overturn(tie.to_string())),
        brief,
        criteria,
        causes: causes_said,
        news,
        trajectory,
        fears,
        fears_of,
        compare,
        shell: ask.shell(name.clone(), Some(&ground)).noted(speech.notes()),
        name,
    };
    page(&template)
}

/// The alliances that are assessed, for a row of links.
fn ties(ask: &Ask<'_>, ground: &Ground<'_>, here: &EntityId) -> Vec<Way> {
    let mut ties = ask.edition.snapshot.settings().ties.clone();
    if !ties.contains(here) {
        ties.push(here.clone());
    }
    let way = |tie: &EntityId| Way {
        href: ask.link(Place::Alliance(tie.to_string())),
        name: ground.names.entity(tie),
        here: tie == here,
    };
    ties.iter().map(way).collect()
}

fn criterion(
    ask: &Ask<'_>,
    speech: &Speech<'_>,
    told: Told<'_>,
    tie: &EntityId,
    branch: &Branch,
) -> Result<Criterion, Trouble> {
    let thread = told.thread(tie, &branch.path);
    let sentence = said::criterion(&branch.path, &branch.score, &thread).noted(said::carriers(branch));
    let leaves = branch.leaves().into_iter().map(|leaf| indicator(speech, told, tie, leaf));
    Ok(Criterion {
        id: crate::speech::anchor(&branch.path),
        name: speech.names.node(&branch.path),
        said: speech.said(&[sentence])?,
        drawing: drawn::bar(&branch.score),
        why: speech.href(&thread),
        overturn: ask.address.to(Place::Overturn(tie.to_string())).with("node", branch.path.as_str()).href(),
        leaves: leaves.collect::<Result<_, Trouble>>()?,
    })
}

fn indicator(speech: &Speech<'_>, told: Told<'_>, tie: &EntityId, leaf: &Branch) -> Result<Leaf, Trouble> {
    let thread = told.thread(tie, &leaf.path);
    Ok(Leaf {
        name: speech.names.node(&leaf.path),
        why: speech.href(&thread),
        drawing: drawn::bar(&leaf.score),
        value: speech.value(&leaf.score, &thread)?,
        rules: leaf.rules.iter().map(|rule| speech.names.text(&rule.because).to_string()).collect(),
        statements: leaf.statements.iter().take(STATEMENTS).map(|used| used_told(speech, used)).collect(),
        more: leaf.statements.len().saturating_sub(STATEMENTS),
    })
}

/// A statement and where it stands.
pub fn used_told(speech: &Speech<'_>, used: &explain::Used) -> Html {
    let text = used.text.get(speech.names.voice.lang());
    Html(format!("{} <span class=\"place\">{}</span>", escape(text), speech.noted(&used.id)))
}

/// What speaks for and against the fears of the ally, if the alliance has one.
fn of_ally(ask: &Ask<'_>, ground: &Ground<'_>, tie: &EntityId) -> Result<Option<fears::Answer>, Error> {
    let snapshot = &ask.edition.snapshot;
    let alliance = snapshot.vocabulary().alliances.get(tie);
    let Some(ally) = alliance.and_then(|alliance| alliance.in_role(Role::Ally)) else { return Ok(None) };
    let question = fears::Fears { ally: ally.clone(), setting: ground.setting.clone() };
    fears::answer(&question, snapshot).map(Some)
}

fn cases(speech: &Speech<'_>, found: &fears::Answer) -> Result<Vec<Fear>, Trouble> {
    let side = |evidence: &[fears::Evidence]| {
        let said = evidence.iter().take(EVIDENCE).map(|evidence| {
            let cited = &evidence.cited;
            speech.said(&[Sentence::of("report-stated").saying(&cited.text, &cited.id)])
        });
        said.collect::<Result<Vec<Html>, _>>()
    };
    let case = |case: &fears::Case| {
        let more = |all: usize| all.saturating_sub(EVIDENCE);
        Ok(Fear {
            name: speech.names.text(&case.name).to_string(),
            in_favour: side(&case.in_favour)?,
            against: side(&case.against)?,
            more: more(case.in_favour.len()) + more(case.against.len()),
        })
    };
    found
        .fears
        .iter()
        .filter(|case| !(case.in_favour.is_empty() && case.against.is_empty()))
        .map(case)
        .collect()
}

/// The alliance beside another one, or beside itself at another date, in every criterion, if that is asked for.
fn compared(ask: &Ask<'_>, ground: &Ground<'_>, tie: &EntityId) -> Result<Vec<compare::Answer>, Trouble> {
    let (against, then) = (ask.address.own("against"), ask.address.own("then"));
    if against.is_none() && then.is_none() {
        return Ok(vec![]);
    }
    let then = then.map(day).transpose()?;
    let other = against.map_or(Ok(tie.clone()), |against| ask.tie(against))?;
    let setting = Setting { draws: ground.setting.draws.min(FEWER_DRAWS), ..ground.setting.clone() };
    let root = ground.framework.root();
    let nodes = ground.framework.node.iter().filter(|node| {
        node.parent.is_none() || root.is_some_and(|root| node.parent.as_ref() == Some(&root.id))
    });
    let answer = |node: String| {
        let side = |tie: &EntityId, as_of| compare::Side { tie: tie.to_string(), as_of };
        let question = compare::Compare {
            first: side(tie, None),
            second: side(&other, then),
            node: Some(node),
            setting: setting.clone(),
        };
        compare::answer(&question, &ask.edition.snapshot)
    };
    Ok(nodes.map(|node| answer(ground.framework.path(&node.id))).collect::<Result<_, _>>()?)
}

fn day(text: &str) -> Result<Date, Trouble> {
    let found = text.parse::<Edtf>().ok().filter(|date| !date.is_open_ended()).map(|date| date.last_day());
    let found = found.filter(|day| (1900..=2100).contains(&day.year()));
    found.ok_or_else(|| Trouble::Parameter("then", text.chars().take(40).collect()))
}

fn compare_told(
    ask: &Ask<'_>,
    ground: &Ground<'_>,
    speech: &Speech<'_>,
    tie: &EntityId,
    compared: Vec<compare::Answer>,
) -> Result<Compare, Trouble> {
    let against = ask.address.own("against").map(|name| ask.tie(name)).transpose()?;
    let names = &ground.names;
    let others = ask.edition.snapshot.settings().ties.iter().filter(|other| *other != tie);
    let others =
        others.map(|other| (other.to_string(), names.entity(other), against.as_ref() == Some(other)));
    let heads = compared.first().map_or([String::new(), String::new()], |first| {
        [&first.first, &first.second].map(|side| {
            let day = linchpin_publish::date::day(side.as_of, ask.voice);
            ask.fill("web-compared-head", &[("tie", names.entity(&side.tie).into()), ("as-of", day.into())])
        })
    });
    let mut said = vec![];
    let mut bars = vec![];
    for found in &compared {
        let same = found.first.tie == found.second.tie;
        if !same {
            let sentence = said::comparison(found);
            said.extend(sentence.map(|sentence| speech.said(&[sentence])).transpose()?);
        }
        let drawing = |side: &compare::Compared| -> Result<Html, Trouble> {
            let thread = Thread::Node { tie: side.tie.clone(), node: found.node.clone(), as_of: side.as_of };
            Ok(Html(format!("{} {}", drawn::bar(&side.score), speech.value(&side.score, &thread)?)))
        };
        bars.push((names.node(&found.node), drawing(&found.first)?, drawing(&found.second)?));
        if same && found.first.score.shown && found.second.score.shown {
            let less = found.first_is.less > found.first_is.greater;
            let p = found.first_is.less.max(found.first_is.greater);
            let thread = Thread::Answer { schema: found.schema, pointer: "/first_is".into() };
            let sentence = Sentence::of("web-compared-then")
                .with("node", Slot::Node(found.node.clone()))
                .with("direction", Slot::Which(if less { "less" } else { "greater" }))
                .with("first", Slot::Day(found.first.as_of))
                .with("second", Slot::Day(found.second.as_of))
                .with("likely", Slot::Likely(p, found.frame.draws, thread));
            said.push(speech.said(&[sentence])?);
        }
    }
    let own = ["against", "then"];
    Ok(Compare {
        action: ask.link(Place::Alliance(tie.to_string())).split('?').next().unwrap_or_default().to_string(),
        hidden: ask.address.pairs().into_iter().filter(|(name, _)| !own.contains(&name.as_str())).collect(),
        others: others.collect(),
        then: ask.address.own("then").unwrap_or_default().to_string(),
        said,
        bars,
        heads,
    })
}
