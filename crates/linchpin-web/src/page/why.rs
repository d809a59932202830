//! Where a score comes from: what it is made of, the rules, the statements and their passages, and what it would be without each source.

use super::alliance::used_told;
use super::problem::Trouble;
use super::shell::{Shell, Way};
use super::{Ask, Html, drawn, page};
use crate::address::Place;
use crate::reply::Made;
use askama::Template;
use linchpin_publish::said;
use linchpin_publish::sentence::{Sentence, Slot, Thread};
use linchpin_study::explain::{self, Branch};

/// How many statements are listed.
const LISTED: usize = 60;

#[derive(Template)]
#[template(path = "why.html")]
struct Page<'a> {
    shell: Shell<'a>,
    name: String,
    tie: Way,
    above: Vec<Way>,
    score: Html,
    drawing: Html,
    coverage: Html,
    because: String,
    weight: String,
    overturn: String,
    children: Vec<Child>,
    rules: Vec<(String, String)>,
    statements: Vec<(String, Html)>,
    more: usize,
    sources: Vec<Without>,
}

struct Child {
    name: String,
    href: String,
    weight: String,
    drawing: Html,
    value: Html,
}

struct Without {
    name: String,
    href: String,
    share: String,
    told: Html,
}

/// Makes the page.
pub fn make(ask: &Ask<'_>, asked: &str) -> Result<Made, Trouble> {
    let ground = ask.ground()?;
    let tie = ask.tie(asked)?;
    let node = ask.address.own("node").map(String::from);
    let question = explain::Explain { tie: tie.to_string(), node, setting: ground.setting.clone() };
    let found = explain::answer(&question, &ask.edition.snapshot)?;
    let branch = &found.node;
    let names = &ground.names;
    let name = names.node(&branch.path);
    let tie_name = names.entity(&tie);
    let title =
        ask.fill("web-why-title", &[("node", name.as_str().into()), ("tie", tie_name.as_str().into())]);
    let speech = ask.speech(&ground, &title);
    let thread = |path: &str| Thread::Node { tie: tie.clone(), node: path.into(), as_of: ground.basis.as_of };
    let own = thread(&branch.path);
    let score = said::criterion(&branch.path, &branch.score, &own).noted(said::carriers(branch));
    let covered = Sentence::of("report-criterion-covered")
        .with("coverage", Slot::Share(branch.score.coverage, own.clone()))
        .with("known", Slot::Count(branch.score.leaves_known, own.clone()))
        .with("leaves", Slot::Count(branch.score.leaves, own.clone()));
    let percent = |share| linchpin_publish::number::percent(share, ask.voice.lang());
    let child = |child: &Branch| -> Result<Child, Trouble> {
        Ok(Child {
            name: names.node(&child.path),
            href: speech.href(&thread(&child.path)),
            weight: percent(child.weight),
            drawing: drawn::bar(&child.score),
            value: speech.value(&child.score, &thread(&child.path))?,
        })
    };
    let without = |source: &explain::Contribution| -> Result<Without, Trouble> {
        let told = match (branch.score.shown, source.mean_without) {
            (true, Some(mean)) => Sentence::of("web-without")
                .with("from", Slot::Score(branch.score.score.mean, own.clone()))
                .with("to", Slot::Score(mean, own.clone())),
            (false, Some(_)) => Sentence::of("web-without-hidden")
                .with("coverage", Slot::Share(source.coverage_without, own.clone())),
            (_, None) => Sentence::of("web-without-nothing"),
        };
        Ok(Without {
            name: names.bibliography(&source.source),
            href: ask.link(Place::OfSource(source.source.to_string())),
            share: ask.fill("web-share-of-evidence", &[("share", percent(source.share).into())]),
            told: speech.phrase(&told)?,
        })
    };
    let used: Vec<&explain::Used> = said::weighed(branch, usize::MAX);
    let leaf_share = |used: &explain::Used| match branch.children.is_empty() {
        true => percent(used.share),
        false => String::new(),
    };
    let statements =
        used.iter().take(LISTED).map(|used| (leaf_share(used), used_told(&speech, used))).collect();
    let children = branch.children.iter().map(child).collect::<Result<_, _>>()?;
    let sources = found.sources.iter().map(without).collect::<Result<_, _>>()?;
    let rules =
        branch.rules.iter().map(|rule| (rule.takes.clone(), names.text(&rule.because).to_string())).collect();
    let template = Page {
        above: above(ask, &ground, &tie, &branch.path),
        score: speech.said(&[score])?,
        coverage: speech.said(&[covered])?,
        drawing: drawn::bar(&branch.score),
        because: names.text(&branch.because).to_string(),
        weight: format!("{}#{}", ask.link(Place::Method), crate::speech::anchor(&branch.path)),
        overturn: ask.address.to(Place::Overturn(tie.to_string())).with("node", branch.path.as_str()).href(),
        children,
        rules,
        statements,
        more: used.len().saturating_sub(LISTED),
        sources,
        tie: Way { href: ask.link(Place::Alliance(tie.to_string())), name: tie_name, here: false },
        shell: ask.shell(title, Some(&ground)).noted(speech.notes()),
        name,
    };
    page(&template)
}

/// The nodes above one.
fn above(
    ask: &Ask<'_>,
    ground: &super::Ground<'_>,
    tie: &linchpin_model::id::EntityId,
    path: &str,
) -> Vec<Way> {
    let Some(root) = ground.framework.root() else { return vec![] };
    let root = ground.framework.path(&root.id);
    let parts: Vec<&str> = path.split('/').collect();
    let mut paths: Vec<String> = (1..parts.len()).map(|end| parts[..end].join("/")).collect();
    if path != root {
        paths.insert(0, root);
    }
    let way = |path: String| Way {
        href: ask.address.to(Place::Why(tie.to_string())).with("node", path.as_str()).href(),
        name: ground.names.node(&path),
        here: false,
    };
    paths.into_iter().map(way).collect()
}
