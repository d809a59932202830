//! One statement: what it says, who says it, where it stands, what contradicts it, and which scores it carries.

use super::evidence::{Said, said, status};
use super::problem::Trouble;
use super::shell::Shell;
use super::{Ask, Html, page};
use crate::address::Place;
use crate::reply::Made;
use askama::Template;
use linchpin_model::id::StatementId;
use linchpin_model::statement::Claim;
use linchpin_model::text::Lang;
use linchpin_publish::names::Names;
use linchpin_publish::sentence::Sentence;
use linchpin_publish::{cite, date, number, quantity, terms};
use linchpin_study::statements::{self, Row, Statements};
use linchpin_study::{Amount, Cited, Setting, explain, tensions};
use rayon::prelude::*;

/// The draws of what a statement carries: its share depends on evidence alone.
const FEWEST: u32 = 100;

#[derive(Template)]
#[template(path = "statement.html")]
struct Page<'a> {
    shell: Shell<'a>,
    said: Html,
    other_language: String,
    other_lang: &'static str,
    marks: Vec<(&'static str, String)>,
    facts: Vec<(String, String)>,
    passages: Vec<Passage>,
    against: Vec<Said>,
    carries: Vec<Carries>,
    history: Vec<String>,
}

struct Passage {
    name: String,
    href: String,
    locator: String,
    supports: bool,
}

struct Carries {
    tie: String,
    node: String,
    href: String,
    share: String,
}

/// Makes the page.
pub fn make(ask: &Ask<'_>, asked: &str) -> Result<Made, Trouble> {
    let ground = ask.ground()?;
    let snapshot = &ask.edition.snapshot;
    let id = StatementId::from(asked);
    let question =
        Statements { id: Some(id.clone()), setting: ground.setting.clone(), ..Statements::default() };
    let rows = statements::answer(&question, snapshot).rows;
    let view = ground.setting.view(snapshot);
    let (Some(row), Some(seen)) = (rows.first(), view.get(&id)) else {
        let known = view.statements().map(|seen| seen.statement.id.to_string()).collect();
        return Err(Trouble::Missing("web-missing-statement", asked.into(), known));
    };
    let names = &ground.names;
    let cited = Cited::of(&seen, snapshot.vocabulary());
    let title = ask.fill("web-statement-title", &[("id", asked.into())]);
    let speech = ask.speech(&ground, &title);
    let sentence = Sentence::of("report-stated").saying(&cited.text, &cited.id);
    let marks = tensions::marks(super::evidence::OLD, &ground.setting, snapshot)?;
    let others = marks.contradicted.get(&id).cloned().unwrap_or_default();
    let against = others.iter().filter_map(|other| {
        let question =
            Statements { id: Some(other.clone()), setting: ground.setting.clone(), ..Statements::default() };
        statements::answer(&question, snapshot).rows.first().map(|row| said(ask, &speech, row, &marks))
    });
    let (other_lang, other) = match ask.voice.lang() {
        Lang::De => ("en", &row.text.en),
        Lang::En => ("de", &row.text.de),
    };
    let passages = rows.iter().zip(&cited.evidence).map(|(row, passage)| Passage {
        name: names.bibliography(&row.source),
        href: ask.link(Place::OfSource(row.source.to_string())),
        locator: names.passage(&row.source, &row.locator),
        supports: passage.supports,
    });
    let history = snapshot.history(&id).into_iter().map(|logged| {
        let recorded = logged.line.recorded.to_string();
        let coder = snapshot.vocabulary().coders.get(&logged.line.by);
        let by = coder.map_or(logged.line.by.to_string(), |coder| coder.name.clone());
        let day = date::edtf_text(recorded.get(..10).unwrap_or(&recorded), ask.voice);
        ask.fill(
            "web-history",
            &[
                ("day", day.into()),
                ("by", by.into()),
                ("file", logged.file.as_ref().into()),
                ("line", logged.number.into()),
            ],
        )
    });
    let template = Page {
        marks: said(ask, &speech, row, &marks).marks,
        said: speech.said(&[sentence])?,
        other_language: other.clone(),
        other_lang,
        facts: facts(ask, &ground, &seen.statement.claim, row, &cited),
        passages: passages.collect(),
        against: against.collect(),
        carries: carries(ask, &ground, &id)?,
        history: history.collect(),
        shell: ask.shell(title, Some(&ground)).noted(speech.notes()),
    };
    page(&template)
}

fn facts(
    ask: &Ask<'_>,
    ground: &super::Ground<'_>,
    claim: &Claim,
    row: &Row,
    cited: &Cited,
) -> Vec<(String, String)> {
    let names = &ground.names;
    let entity = |id: &str| if id.is_empty() { String::new() } else { names.entity(&id.into()) };
    let what = match claim {
        Claim::Quantity(c) => quantity::written(&Amount::of(c), &cited.valid, ask.voice),
        Claim::Event(c) => ask.say(terms::event_status(c.status)),
        _ => cited.level.as_ref().map_or(row.value.clone(), |level| names.text(level).to_string()),
    };
    let words = ask.edition.snapshot.vocabulary();
    let about = match row.kind {
        "position" => names.issue(&row.predicate.as_str().into()).to_string(),
        "quantity" => words
            .measures
            .get(row.predicate.as_str())
            .map_or(String::new(), |m| names.text(&m.name).to_string()),
        "provision" | "judgement" => names.topic(&row.predicate.as_str().into()).to_string(),
        "event" => event(&row.predicate, &row.topic, names),
        _ => row.predicate.clone(),
    };
    let known = date::edtf_text(&row.known_at, ask.voice);
    let all = [
        ("web-filter-kind", ask.say(terms::kind(row.kind))),
        ("web-fact-subject", entity(&row.subject)),
        ("web-fact-object", entity(&row.object)),
        ("web-filter-about", about),
        ("web-fact-value", what),
        ("web-fact-valid", date::edtf_text(&cited.valid, ask.voice)),
        ("web-fact-known", known),
        ("web-filter-speaker", cite::speaker(cited, names)),
        ("web-filter-status", ask.say(status(row.status))),
        ("web-fact-id", row.id.to_string()),
    ];
    all.into_iter().filter(|(_, told)| !told.is_empty()).map(|(name, told)| (ask.say(name), told)).collect()
}

/// An event's type in PLOVER and what it is about.
fn event(kind: &str, topic: &str, names: &Names<'_>) -> String {
    match topic {
        "" => format!("{kind} (PLOVER)"),
        topic => format!("{}; {kind} (PLOVER)", names.topic(&topic.into())),
    }
}

/// The indicators that a statement carries, in each alliance that is assessed.
fn carries(ask: &Ask<'_>, ground: &super::Ground<'_>, id: &StatementId) -> Result<Vec<Carries>, Trouble> {
    let snapshot = &ask.edition.snapshot;
    let of_tie = |tie: &linchpin_model::id::EntityId| -> Result<Vec<Carries>, linchpin_study::Error> {
        let setting = Setting { draws: FEWEST, ..ground.setting.clone() };
        let found =
            explain::brief(&explain::Explain { tie: tie.to_string(), node: None, setting }, snapshot)?;
        let mut carried = vec![];
        for leaf in found.node.leaves() {
            let share: f64 =
                leaf.statements.iter().filter(|used| used.id == *id).map(|used| used.share).sum();
            if share > 0.0 {
                carried.push(Carries {
                    tie: ground.names.entity(tie),
                    node: ground.names.node(&leaf.path),
                    href: ask.address.to(Place::Why(tie.to_string())).with("node", leaf.path.as_str()).href(),
                    share: number::percent(share, ask.voice.lang()),
                });
            }
        }
        Ok(carried)
    };
    let ties = &snapshot.settings().ties;
    let found: Result<Vec<Vec<Carries>>, linchpin_study::Error> = ties.par_iter().map(of_tie).collect();
    Ok(found?.into_iter().flatten().collect())
}
