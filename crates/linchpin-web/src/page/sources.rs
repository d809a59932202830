//! What rests on which source, and what would fall without it.

use super::evidence::said;
use super::problem::Trouble;
use super::shell::{Shell, Way};
use super::{Ask, Ground, Html, page};
use crate::address::Place;
use crate::reply::Made;
use askama::Template;
use linchpin_model::id::SourceId;
use linchpin_publish::number;
use linchpin_publish::report::bibliography;
use linchpin_publish::report::document::Span;
use linchpin_publish::scene::svg::escape;
use linchpin_publish::sentence::{Sentence, Slot, Thread};
use linchpin_publish::{export, terms};
use linchpin_study::retract::{self, Outcome, Without};
use linchpin_study::sources;
use linchpin_study::statements::{self, Statements};
use linchpin_study::{Setting, tensions};

/// The draws of what would be without a source, for which everything is assessed once for each.
const FEWER_DRAWS: u32 = 1_000;
/// How many statements are listed on the page of a source.
const LISTED: usize = 25;

#[derive(Template)]
#[template(path = "sources.html")]
struct Page<'a> {
    shell: Shell<'a>,
    sources: Vec<Listed>,
    files: Vec<Way>,
}

struct Listed {
    id: String,
    href: String,
    entry: Html,
    grade: String,
    language: String,
    statements: Html,
    carries: Vec<(String, String, usize)>,
    falls: Vec<Html>,
    copy_of: Option<String>,
}

/// Makes the page of all sources.
pub fn make(ask: &Ask<'_>) -> Result<Made, Trouble> {
    let ground = ask.ground()?;
    let setting = Setting { draws: FEWER_DRAWS, ..ground.setting.clone() };
    let found = sources::answer(&sources::Sources { setting }, &ask.edition.snapshot)?;
    let speech = ask.speech(&ground, &ask.say("web-sources"));
    let entries = entries(ask, found.sources.iter().map(|used| &used.source));
    let listed = |(used, entry): (&sources::Used, Html)| -> Result<Listed, Trouble> {
        let root = found.nodes.first();
        let shares = used.carries.iter().filter(|carries| Some(&carries.without.node) == root);
        let statements = Sentence::of("web-source-statements")
            .with("count", Slot::Count(used.statements, thread(used)))
            .with("alone", Slot::Count(used.only_here, thread(used)));
        Ok(Listed {
            id: used.source.to_string(),
            href: ask.link(Place::OfSource(used.source.to_string())),
            entry,
            grade: ask.say(terms::grade(used.reliability)),
            language: ask.say(terms::language(used.language)),
            statements: speech.phrase(&statements)?,
            carries: shares
                .map(|carries| {
                    let share = number::percent(carries.share, ask.voice.lang());
                    (ground.names.entity(&carries.tie), share, (carries.share * 20.0).round() as usize)
                })
                .collect(),
            falls: used
                .carries
                .iter()
                .filter(|carries| carries.without.outcome.is_lost())
                .map(|carries| lost(&ground, &speech, &carries.tie, &carries.without))
                .collect::<Result<_, _>>()?,
            copy_of: used.copy_of.as_ref().map(|id| ground.names.citation(id)),
        })
    };
    let template = Page {
        sources: found.sources.iter().zip(entries).map(listed).collect::<Result<_, Trouble>>()?,
        files: files(ask),
        shell: ask.shell(ask.say("web-sources"), Some(&ground)).noted(speech.notes()),
    };
    page(&template)
}

/// The bibliography for reference managers.
fn files(ask: &Ask<'_>) -> Vec<Way> {
    let file = |(name, label): (&str, &str)| Way {
        href: ask.link(Place::File(name.into())),
        name: label.to_string(),
        here: false,
    };
    [("sources.bib", "BibTeX"), ("sources.ris", "RIS"), ("sources.csl.json", "CSL-JSON")].map(file).into()
}

/// Where the counts of a source come from.
fn thread(used: &sources::Used) -> Thread {
    Thread::Answer { schema: sources::SCHEMA, pointer: format!("/sources/{}", used.source) }
}

/// What becomes of a judgement without a source.
fn lost(
    ground: &Ground<'_>,
    speech: &crate::speech::Speech<'_>,
    tie: &linchpin_model::id::EntityId,
    without: &Without,
) -> Result<Html, Trouble> {
    let thread = Thread::Node { tie: tie.clone(), node: without.node.clone(), as_of: ground.basis.as_of };
    let sentence = Sentence::of("web-lost")
        .with("tie", Slot::Label(tie.clone()))
        .with("node", Slot::Node(without.node.clone()))
        .with("from", Slot::Score(without.before.score.mean, thread.clone()));
    let sentence = match without.outcome {
        Outcome::Changes => sentence
            .with("outcome", Slot::Which("changes"))
            .with("to", Slot::Score(without.after.score.mean, thread))
            .with("level", Slot::Level(without.after.level.clone().unwrap_or_default())),
        _ => sentence
            .with("outcome", Slot::Which("falls"))
            .with("to", Slot::Which(""))
            .with("level", Slot::Which("")),
    };
    Ok(speech.phrase(&sentence)?)
}

/// The entries of a bibliography, in the order asked for.
fn entries<'s>(ask: &Ask<'_>, ids: impl IntoIterator<Item = &'s SourceId>) -> Vec<Html> {
    let words = ask.edition.snapshot.vocabulary();
    let records: Vec<_> = ids.into_iter().filter_map(|id| words.sources.get(id)).collect();
    let set = bibliography::entries(&records, ask.voice.lang());
    records
        .iter()
        .map(|record| {
            let entry = set.iter().find(|(id, _)| *id == record.id);
            entry.map_or_else(|| Html(escape(&record.title)), |(_, spans)| html(spans))
        })
        .collect()
}

fn html(spans: &[Span]) -> Html {
    let one = |span: &Span| match span {
        Span::Strong(words) => format!("<strong>{}</strong>", escape(words)),
        Span::Emphasis(words) => format!("<em>{}</em>", escape(words)),
        Span::Link(to) if to.starts_with("http://") || to.starts_with("https://") => {
            format!("<a href=\"{0}\" rel=\"external noreferrer\">{0}</a>", escape(to))
        }
        Span::Words(words) | Span::Traced(words, _) | Span::Link(words) => escape(words),
        Span::Note(_) => String::new(),
    };
    Html(spans.iter().map(one).collect())
}

#[derive(Template)]
#[template(path = "source.html")]
struct One<'a> {
    shell: Shell<'a>,
    entry: Html,
    grade: String,
    reason: String,
    ties: Vec<TieWithout>,
    lost_leaves: Vec<(String, Vec<String>)>,
    kinds: Vec<(String, usize)>,
    vanishing: usize,
    staying: usize,
    statements: Vec<super::evidence::Said>,
    all: String,
    all_count: usize,
    json: String,
}

/// What becomes of an alliance without the source.
struct TieWithout {
    name: String,
    nodes: Vec<NodeWithout>,
}

struct NodeWithout {
    name: String,
    href: String,
    told: Html,
    is_lost: bool,
}

/// Makes the page of one source.
pub fn one(ask: &Ask<'_>, asked: &str) -> Result<Made, Trouble> {
    let ground = ask.ground()?;
    let snapshot = &ask.edition.snapshot;
    let id = SourceId::from(asked);
    let Some(source) = snapshot.vocabulary().sources.get(&id) else {
        let known = snapshot.vocabulary().sources.keys().map(ToString::to_string).collect();
        return Err(Trouble::Missing("web-missing-source", asked.into(), known));
    };
    let setting = Setting { draws: FEWER_DRAWS, ..ground.setting.clone() };
    let found = retract::answer(&retract::Retract { source: id.clone(), setting }, snapshot)?;
    let names = &ground.names;
    let title = names.citation(&id);
    let speech = ask.speech(&ground, &title);
    let mut ties = vec![];
    for tie in &found.ties {
        let mut rows = vec![];
        for without in &tie.nodes {
            let thread =
                Thread::Node { tie: tie.tie.clone(), node: without.node.clone(), as_of: ground.basis.as_of };
            let told = match (without.before.shown, without.after.shown) {
                (true, true) => Sentence::of("web-without")
                    .with("from", Slot::Score(without.before.score.mean, thread.clone()))
                    .with("to", Slot::Score(without.after.score.mean, thread.clone())),
                (true, false) => Sentence::of("web-without-falls")
                    .with("from", Slot::Score(without.before.score.mean, thread.clone())),
                (false, true) => Sentence::of("web-without-hidden")
                    .with("to", Slot::Score(without.after.score.mean, thread.clone())),
                (false, false) => continue,
            };
            rows.push(NodeWithout {
                name: names.node(&without.node),
                href: speech.href(&thread),
                told: speech.phrase(&told)?,
                is_lost: without.outcome.is_lost(),
            });
        }
        ties.push(TieWithout { name: names.entity(&tie.tie), nodes: rows });
    }
    let marks = tensions::marks(super::evidence::OLD, &ground.setting, snapshot)?;
    let question =
        Statements { source: Some(id.clone()), setting: ground.setting.clone(), ..Statements::default() };
    let rows = statements::answer(&question, snapshot).rows;
    let rows = statements::once(&rows);
    let template = One {
        entry: entries(ask, [&id]).into_iter().next().unwrap_or_default(),
        grade: ask.say(terms::grade(source.reliability)),
        reason: source.note.clone().unwrap_or_default(),
        lost_leaves: found
            .ties
            .iter()
            .filter(|tie| !tie.lost_leaves.is_empty())
            .map(|tie| {
                (names.entity(&tie.tie), tie.lost_leaves.iter().map(|leaf| names.node(leaf)).collect())
            })
            .collect(),
        ties,
        kinds: found
            .vanishing_kinds
            .iter()
            .map(|count| (ask.say(terms::kind(count.kind)), count.statements))
            .collect(),
        vanishing: found.vanishing.len(),
        staying: found.staying.len(),
        statements: rows.iter().take(LISTED).map(|row| said(ask, &speech, row, &marks)).collect(),
        all: ask.address.to(Place::Evidence).with("source", asked).href(),
        all_count: rows.len(),
        json: ask.address.to(Place::Answer("retract".into())).with("source", asked).href(),
        shell: ask.shell(title, Some(&ground)).noted(speech.notes()),
    };
    page(&template)
}

/// A bibliography as a file.
pub fn file(ask: &Ask<'_>, form: export::bibliography::Form) -> String {
    export::bibliography::bibliography(&ask.setting().view(&ask.edition.snapshot), form, ask.voice)
}
