//! The framework: what weighs how much and why, the alliances by other weights, what the uncertainty comes from, and the limits.

use super::problem::Trouble;
use super::shell::Shell;
use super::{Ask, Ground, Html, drawn, page};
use crate::address::{Address, Place};
use crate::reply::Made;
use crate::speech::{Speech, anchor};
use askama::Template;
use linchpin_model::framework::Framework;
use linchpin_publish::figures::{self, Asked, Kind};
use linchpin_publish::number;
use linchpin_publish::sentence::{Sentence, Slot, Thread};
use linchpin_study::assess::Shown;
use linchpin_study::overview::{self, Holdings};
use linchpin_study::weigh::{self, Answer};
use linchpin_study::{Setting, verify};
use std::collections::BTreeMap;

/// The draws of scores by other weights: so few that they follow a slider.
pub const DRAWS: u32 = 1_000;
/// The greatest weight of a slider.
const MOST: f64 = 100.0;

#[derive(Template)]
#[template(path = "method.html")]
struct Page<'a> {
    shell: Shell<'a>,
    framework: String,
    note: String,
    hidden: Vec<(String, String)>,
    action: String,
    reset: String,
    sliders: Vec<Slider>,
    ties: Vec<Tie>,
    official_order: String,
    own_order: String,
    answer: String,
    past: Option<(String, String)>,
    levels: String,
    level_words: String,
    nodes: Vec<Node>,
    sensitivity: Option<Html>,
    findings: Vec<Finding>,
    borne_out: Html,
    limits: Vec<Html>,
}

struct Slider {
    id: String,
    parameter: String,
    name: String,
    official: String,
    value: String,
    share: String,
}

struct Tie {
    id: String,
    name: String,
    nodes: Vec<Weighed>,
}

struct Weighed {
    node: String,
    name: String,
    why: String,
    official: Html,
    official_told: Html,
    own: Html,
    own_told: Html,
}

struct Node {
    id: String,
    depth: usize,
    name: String,
    weight: String,
    because: String,
    is_indicator: bool,
}

struct Finding {
    text: String,
    verdict: String,
    likely: Html,
}

/// Makes the page.
pub fn make(ask: &Ask<'_>) -> Result<Made, Trouble> {
    let ground = ask.ground()?;
    let snapshot = &ask.edition.snapshot;
    let weights = weights(ask.address)?;
    let setting = Setting { draws: DRAWS, ..ground.setting.clone() };
    let question = weigh::Weigh { weights: weights.clone(), ties: vec![], setting: setting.clone() };
    let asked = Asked { about: None, node: None, since: None, setting: ground.setting.clone() };
    let ((found, verified), sensitivity) = rayon::join(
        || (weigh::answer(&question, snapshot), ask.edition.verified(&setting)),
        || figures::if_any(figures::ask(Kind::Sensitivity, &asked, snapshot)),
    );
    let found = found?;
    let speech = ask.speech(&ground, &ask.say("web-method"));
    let past = past(ask, &ground, &found)?;
    let mut reset = ask.address.clone();
    reset.own.clear();
    let sensitivity = sensitivity?.map(|found| drawn::of(ask, &speech, &found)).transpose()?;
    let (findings, borne_out) = findings(ask, &ground, &speech, verified.ok().as_deref())?;
    let limits = [
        "report-limits-inner",
        "report-problem-given",
        "report-limits-reconstruction",
        "web-limit-coding",
        "web-limit-weights",
    ];
    let holdings = overview::holdings(&ground.setting, snapshot)?;
    let sentences = limits.into_iter().map(Sentence::of).chain(limit_of_sources(&holdings));
    let limits = sentences.map(|sentence| speech.said(&[sentence]));
    let lang = ask.voice.lang();
    let levels: Vec<String> = ground
        .framework
        .level
        .iter()
        .enumerate()
        .map(|(at, level)| {
            let name = ("level", ground.names.text(&level.name).into());
            let below = at.checked_sub(1).map(|at| ground.framework.level[at].below);
            match below.filter(|_| level.below >= 1.0) {
                Some(from) => ask.fill("web-level-from", &[name, ("from", number::score(from, lang).into())]),
                None => {
                    let below = number::score(level.below.min(1.0), lang);
                    ask.fill("web-level-below", &[name, ("below", below.into())])
                }
            }
        })
        .collect();
    let level_words = ground.framework.level.iter();
    let level_words: Vec<String> =
        level_words.map(|level| format!("{}={}", level.id, ground.names.text(&level.name))).collect();
    let mut shell = ask.shell(ask.say("web-method"), Some(&ground));
    shell.scripts.push(ask.assets.weights.href.clone());
    let template = Page {
        framework: ask.fill(
            "report-fact-framework-value",
            &[
                ("name", ground.names.text(&ground.framework.name).into()),
                ("version", ground.framework.version.to_string().into()),
            ],
        ),
        note: ground.names.text(&ground.framework.note).to_string(),
        hidden: ask.address.pairs().into_iter().filter(|(name, _)| !name.starts_with("w-")).collect(),
        action: ask.link(Place::Method).split('?').next().unwrap_or_default().to_string(),
        reset: reset.href(),
        sliders: sliders(&ground, &found, &weights, ask),
        ties: ties(&ground, &speech, &found)?,
        official_order: order(ask, &ground, &found.official_order),
        own_order: order(ask, &ground, &found.own_order),
        answer: ask.address.to(Place::Answer("weigh".into())).href(),
        past,
        levels: ask.voice.list(&levels),
        level_words: level_words.join(";"),
        nodes: nodes(&ground, lang),
        sensitivity,
        findings,
        borne_out,
        limits: limits.collect::<Result<_, _>>()?,
        shell: shell.noted(speech.notes()),
    };
    page(&template)
}

/// How many sources there are, and how much stands in one of them alone.
fn limit_of_sources(holdings: &Holdings) -> Option<Sentence> {
    let (source, share) = holdings.fullest()?;
    let thread = || Thread::Answer { schema: overview::SCHEMA, pointer: "/holdings/by_source".into() };
    Some(
        Sentence::of("web-limit-sources")
            .with("count", Slot::Count(holdings.by_source.len(), thread()))
            .with("share", Slot::Share(share, thread()))
            .with("source", Slot::Source(source.clone())),
    )
}

/// The weights that an address carries: `w-convergence=50`.
pub fn weights(address: &Address) -> Result<BTreeMap<String, f64>, Trouble> {
    let own = address.own.iter().filter_map(|(name, value)| Some((name.strip_prefix("w-")?, value)));
    let weight = |(node, value): (&str, &String)| {
        let number =
            value.replace(',', ".").parse::<f64>().ok().filter(|number| (0.0..=1e6).contains(number));
        let number = number.ok_or_else(|| Trouble::Parameter("w-…", value.chars().take(40).collect()))?;
        Ok((node.to_string(), number))
    };
    own.map(weight).collect()
}

fn sliders(
    ground: &Ground<'_>,
    found: &Answer,
    weights: &BTreeMap<String, f64>,
    ask: &Ask<'_>,
) -> Vec<Slider> {
    let percent = |share: f64| number::percent(share, ask.voice.lang());
    let most = found
        .weights
        .iter()
        .map(|weight| weights.get(&weight.node).copied().unwrap_or_default())
        .fold(MOST, f64::max);
    let slider = |weight: &weigh::Weight| {
        let official = (weight.official * MOST).round();
        let value = weights.get(&weight.node).map_or(official, |value| (value / most * MOST).round());
        Slider {
            id: anchor(&weight.node),
            parameter: format!("w-{}", weight.node),
            name: ground.names.node(&weight.node),
            official: format!("{official}"),
            value: format!("{value}"),
            share: percent(weight.own),
        }
    };
    found.weights.iter().map(slider).collect()
}

fn ties(ground: &Ground<'_>, speech: &Speech<'_>, found: &Answer) -> Result<Vec<Tie>, Trouble> {
    let told = |thread: &Thread, shown: Option<&Shown>| -> Result<Html, Trouble> {
        match shown {
            Some(shown) => Ok(speech.value(shown, thread)?),
            None => Ok(Html(speech.names.voice.say("web-weighs-nothing"))),
        }
    };
    let drawing = |shown: Option<&Shown>| shown.map_or(Html::default(), drawn::bar);
    let tie = |tie: &weigh::Weighed| -> Result<Tie, Trouble> {
        let nodes = tie.nodes.iter().map(|both| {
            let (tie, node) = (tie.tie.clone(), both.node.clone());
            let thread = Thread::Node { tie, node, as_of: ground.basis.as_of };
            Ok(Weighed {
                node: both.node.clone(),
                name: speech.names.node(&both.node),
                why: speech.href(&thread),
                official: drawing(Some(&both.official)),
                official_told: told(&thread, Some(&both.official))?,
                own: drawing(both.own.as_ref()),
                own_told: told(&thread, both.own.as_ref())?,
            })
        });
        let nodes = nodes.collect::<Result<_, Trouble>>()?;
        Ok(Tie { id: tie.tie.to_string(), name: speech.names.entity(&tie.tie), nodes })
    };
    found.ties.iter().map(tie).collect()
}

/// Alliances in their order, or that none has a total.
fn order(ask: &Ask<'_>, ground: &Ground<'_>, order: &[linchpin_model::id::EntityId]) -> String {
    let names: Vec<String> = order.iter().map(|tie| ground.names.entity(tie)).collect();
    if names.is_empty() { ask.say("web-no-order") } else { names.join(" > ") }
}

/// Where no total is shown: the newest date at which one was, and the way there.
fn past(ask: &Ask<'_>, ground: &Ground<'_>, found: &Answer) -> Result<Option<(String, String)>, Trouble> {
    if !found.official_order.is_empty() {
        return Ok(None);
    }
    let setting = Setting { draws: 100, ..ground.setting.clone() };
    let overview =
        overview::answer(&overview::Overview { ties: vec![], since: None, setting }, &ask.edition.snapshot)?;
    let newest = overview.ties.iter().filter_map(|tie| tie.last_shown.as_ref()).map(|past| past.as_of).max();
    Ok(newest.map(|day| {
        let mut address = ask.address.clone();
        address.shared.as_of = Some(day);
        let day = linchpin_publish::date::day(day, ask.voice);
        (address.href(), ask.fill("web-weights-past", &[("date", day.into())]))
    }))
}

/// The framework from the root down, each node with its weight among its siblings and the reason for it.
fn nodes(ground: &Ground<'_>, lang: linchpin_model::text::Lang) -> Vec<Node> {
    let mut found = vec![];
    if let Some(root) = ground.framework.root() {
        below(ground, ground.framework, &root.id, 0, lang, &mut found);
    }
    found
}

fn below(
    ground: &Ground<'_>,
    framework: &Framework,
    id: &linchpin_model::id::NodeId,
    depth: usize,
    lang: linchpin_model::text::Lang,
    found: &mut Vec<Node>,
) {
    let children: Vec<_> = framework.node.iter().filter(|node| node.parent.as_ref() == Some(id)).collect();
    let leaves: Vec<_> = framework.indicator.iter().filter(|leaf| leaf.under.contains(id)).collect();
    let total: f64 =
        children.iter().map(|node| node.weight).chain(leaves.iter().map(|leaf| leaf.weight)).sum();
    let share = |weight: f64| number::percent(weight / total, lang);
    for node in children {
        let path = framework.path(&node.id);
        found.push(Node {
            id: anchor(&path),
            depth,
            name: ground.names.node(&path),
            weight: share(node.weight),
            because: ground.names.text(&node.because).to_string(),
            is_indicator: false,
        });
        below(ground, framework, &node.id, depth + 1, lang, found);
    }
    for leaf in leaves {
        let path = format!("{}/{}", framework.path(id), leaf.id);
        found.push(Node {
            id: anchor(&path),
            depth,
            name: ground.names.node(&path),
            weight: share(leaf.weight),
            because: ground.names.text(&leaf.because).to_string(),
            is_indicator: true,
        });
    }
}

/// How the conclusions that sources draw themselves fare against what was coded.
fn findings(
    ask: &Ask<'_>,
    ground: &Ground<'_>,
    speech: &Speech<'_>,
    found: Option<&verify::Answer>,
) -> Result<(Vec<Finding>, Html), Trouble> {
    let Some(found) = found else { return Ok((vec![], Html(ask.say("web-findings-none")))) };
    let verdict = |name: &str| match name {
        "borne-out" => "web-verdict-borne-out",
        "leaning-for" => "web-verdict-leaning-for",
        "leaning-against" => "web-verdict-leaning-against",
        "contradicted" => "web-verdict-contradicted",
        _ => "web-verdict-open",
    };
    let told = |finding: &verify::Verified| -> Result<Finding, Trouble> {
        let thread = Thread::Answer { schema: found.schema, pointer: "/findings".into() };
        let likely = match finding.all.probability {
            Some(p) => speech.phrase(
                &Sentence::of("web-likely").with("likely", Slot::Likely(p, found.frame.draws, thread)),
            )?,
            None => Html::default(),
        };
        Ok(Finding {
            text: ground.names.text(&finding.text).to_string(),
            verdict: ask.say(verdict(finding.all.verdict)),
            likely,
        })
    };
    let all = found.findings.iter().map(told).collect::<Result<Vec<_>, Trouble>>()?;
    let answered = found.findings.iter().filter(|one| one.all.probability.is_some()).count();
    let agreed = found.findings.iter().filter(|one| one.all.leans() == Some(true)).count();
    let thread = || Thread::Answer { schema: found.schema, pointer: "/findings".into() };
    let sentence = Sentence::of("web-findings")
        .with("all", Slot::Count(found.findings.len(), thread()))
        .with("answered", Slot::Count(answered, thread()))
        .with("agreed", Slot::Count(agreed, thread()));
    Ok((all, speech.said(&[sentence])?))
}
