//! What the sources say: statements, searched and filtered, with what is to be known before relying on one.

use super::problem::Trouble;
use super::shell::Shell;
use super::{Ask, Ground, Html, page};
use crate::address::Place;
use crate::reply::Made;
use crate::speech::Speech;
use askama::Template;
use linchpin_model::Date;
use linchpin_model::edtf::Edtf;
use linchpin_model::id::{EntityId, SourceId, StatementId};
use linchpin_model::log::Status;
use linchpin_model::statement::Kind;
use linchpin_publish::sentence::{Sentence, Slot, Thread};
use linchpin_publish::terms;
use linchpin_study::statements::{self, Row, Statements};
use linchpin_study::tensions::{self, Marks};
use std::collections::{BTreeMap, BTreeSet};

/// How many statements stand on a page.
const ON_A_PAGE: usize = 40;
/// From how many years on a statement that was not attested anew is old.
pub const OLD: i16 = 3;

#[derive(Template)]
#[template(path = "evidence.html")]
struct Page<'a> {
    shell: Shell<'a>,
    action: String,
    hidden: Vec<(String, String)>,
    q: String,
    on: String,
    choices: Vec<Choice>,
    count: Html,
    statements: Vec<Said>,
    before: Option<String>,
    after: Option<String>,
    csv: String,
}

/// A filter with its values.
struct Choice {
    name: &'static str,
    label: String,
    /// value, words, chosen
    values: Vec<(String, String, bool)>,
}

/// A statement in a list.
pub struct Said {
    /// its id
    pub id: String,
    /// what it says, who says it, when it holds and where it stands
    pub text: Html,
    /// who says it, when it holds and where it stands
    pub place: Html,
    /// its kind
    pub kind: String,
    /// what is to be known before relying on it: a class of the style, and words
    pub marks: Vec<(&'static str, String)>,
}

/// Makes the page.
pub fn make(ask: &Ask<'_>) -> Result<Made, Trouble> {
    let ground = ask.ground()?;
    let snapshot = &ask.edition.snapshot;
    let all = statements::answer(
        &Statements { setting: ground.setting.clone(), ..Statements::default() },
        snapshot,
    );
    let view = ground.setting.view(snapshot);
    let mut rows = found(ask, &ground)?;
    let marks = tensions::marks(OLD, &ground.setting, snapshot)?;
    let mark = ask.address.own("mark");
    rows.retain(|row| match mark {
        Some("contradicted") => marks.contradicted.contains_key(&row.id),
        Some("single") => marks.single_source.contains(&row.id),
        Some("stale") => marks.stale.contains(&row.id),
        _ => true,
    });
    let mut ids = statements::once(&rows);
    ids.sort_by(|a, b| b.known_at.cmp(&a.known_at).then_with(|| a.id.cmp(&b.id)));
    let speech = ask.speech(&ground, &ask.say("web-evidence"));
    let pages = ids.len().div_ceil(ON_A_PAGE).max(1);
    let at = ask.address.own("page").and_then(|page| page.parse::<usize>().ok()).unwrap_or(1).clamp(1, pages);
    let shown: Vec<&&Row> = ids.iter().skip((at - 1) * ON_A_PAGE).take(ON_A_PAGE).collect();
    let turn = |page: usize| ask.address.clone().with("page", page.to_string()).href();
    let begun: BTreeSet<&StatementId> =
        view.begun_by(ground.basis.as_of).map(|seen| &seen.statement.id).collect();
    let later = ids.iter().filter(|row| !begun.contains(&row.id)).count();
    let traced = || Thread::Answer { schema: statements::SCHEMA, pointer: "/rows".into() };
    let count = Sentence::of("web-evidence-count")
        .with("later", Slot::Count(later, traced()))
        .with("count", Slot::Count(ids.len(), traced()))
        .with("page", Slot::Name(at.to_string()))
        .with("pages", Slot::Name(pages.to_string()));
    let own = crate::address::EVIDENCE;
    let template = Page {
        action: ask.link(Place::Evidence).split('?').next().unwrap_or_default().to_string(),
        hidden: ask.address.pairs().into_iter().filter(|(name, _)| !own.contains(&name.as_str())).collect(),
        q: ask.address.own("q").unwrap_or_default().to_string(),
        on: ask.address.own("on").unwrap_or_default().to_string(),
        choices: choices(ask, &ground, &all.rows),
        count: speech.line(&count)?,
        statements: shown.into_iter().map(|row| said(ask, &speech, row, &marks)).collect(),
        before: (at > 1).then(|| turn(at - 1)),
        after: (at < pages).then(|| turn(at + 1)),
        csv: ask.link(Place::File("statements.csv".into())),
        shell: ask.shell(ask.say("web-evidence"), Some(&ground)).noted(speech.notes()),
    };
    page(&template)
}

/// The rows that an address asks for.
pub fn found(ask: &Ask<'_>, ground: &Ground<'_>) -> Result<Vec<Row>, Trouble> {
    let own = |name: &str| ask.address.own(name).map(String::from);
    let listed = |name: &'static str, what: &'static str, known: &[&str]| match own(name) {
        Some(value) if !known.contains(&value.as_str()) => {
            Err(Trouble::Missing(what, value, known.iter().map(|known| known.to_string()).collect()))
        }
        value => Ok(value),
    };
    let kinds: Vec<&str> = Kind::ALL.iter().map(|kind| kind.name()).collect();
    let kind = listed("kind", "web-missing-kind", &kinds)?;
    let statuses = [Status::Proposed, Status::Accepted, Status::Rejected];
    let status = listed("status", "web-missing-status", &statuses.map(Status::name))?;
    let question = Statements {
        kind: kind.and_then(|name| Kind::ALL.into_iter().find(|kind| kind.name() == name)),
        status: status.and_then(|name| statuses.into_iter().find(|status| status.name() == name)),
        actor: own("actor"),
        predicate: own("about"),
        source: own("source").map(|id| SourceId::from(id.as_str())),
        speaker: own("speaker").map(|id| EntityId::from(id.as_str())),
        valid_at: own("on").map(|text| on(&text)).transpose()?,
        words: own("q").map_or(vec![], |words| words.split_whitespace().map(String::from).collect()),
        setting: ground.setting.clone(),
        ..Statements::default()
    };
    let mut rows = statements::answer(&question, &ask.edition.snapshot).rows;
    if let Some(ids) = own("id") {
        let ids: Vec<&str> = ids.split_whitespace().collect();
        rows.retain(|row| ids.contains(&row.id.as_str()));
    }
    Ok(rows)
}

fn on(text: &str) -> Result<Date, Trouble> {
    let found = text.parse::<Edtf>().ok().filter(|date| !date.is_open_ended()).map(|date| date.last_day());
    let fault = || Trouble::Parameter("on", text.chars().take(40).collect());
    found.filter(|day| (1800..=2200).contains(&day.year())).ok_or_else(fault)
}

/// A statement in a list.
pub fn said(ask: &Ask<'_>, speech: &Speech<'_>, row: &Row, marks: &Marks) -> Said {
    let text = row.text.get(ask.voice.lang()).to_string();
    let mut told: Vec<(&'static str, String)> = vec![];
    if marks.contradicted.contains_key(&row.id) {
        told.push(("contradicted", ask.say("web-mark-contradicted")));
    }
    if marks.single_source.contains(&row.id) {
        told.push(("single", ask.say("web-mark-single")));
    }
    if marks.stale.contains(&row.id) {
        told.push(("stale", ask.fill("web-mark-stale", &[("years", OLD.into())])));
    }
    if row.status != Status::Accepted.name() {
        told.push(("status", ask.say(status(row.status))));
    }
    let href = ask.link(Place::Statement(row.id.to_string()));
    let escape = linchpin_publish::scene::svg::escape;
    Said {
        id: row.id.to_string(),
        text: Html(format!("<a class=\"stated\" href=\"{}\">{}</a>", escape(&href), escape(&text))),
        place: Html(speech.noted(&row.id)),
        kind: ask.say(terms::kind(row.kind)),
        marks: told,
    }
}

/// The word for a status.
pub fn status(name: &str) -> &'static str {
    match name {
        "proposed" => "web-status-proposed",
        "rejected" => "web-status-rejected",
        _ => "web-status-accepted",
    }
}

fn choices(ask: &Ask<'_>, ground: &Ground<'_>, rows: &[Row]) -> Vec<Choice> {
    let names = &ground.names;
    let entity = |id: &str| names.entity(&EntityId::from(id));
    let choice = |name: &'static str, label: &str, values: BTreeMap<String, String>| {
        let chosen = ask.address.own(name).unwrap_or_default().to_string();
        let mut values: Vec<(String, String, bool)> = values
            .into_iter()
            .filter(|(value, _)| !value.is_empty())
            .map(|(value, words)| {
                let is = value == chosen;
                (value, words, is)
            })
            .collect();
        values.sort_by_key(|(_, words, _)| words.to_lowercase());
        Choice { name, label: ask.say(label), values }
    };
    let words = ask.edition.snapshot.vocabulary();
    let known = |id: &str| words.actors.contains_key(id) || words.alliances.contains_key(id);
    let actors =
        rows.iter().flat_map(|row| [row.subject.as_str(), row.object.as_str()]).filter(|id| known(id));
    let about = rows.iter().filter_map(|row| {
        let predicate = row.predicate.as_str();
        let name = match row.kind {
            "position" => Some(names.issue(&predicate.into()).to_string()),
            "quantity" => words.measures.get(predicate).map(|measure| names.text(&measure.name).to_string()),
            "provision" | "judgement" => Some(names.topic(&predicate.into()).to_string()),
            "event" if !row.topic.is_empty() => {
                return Some((row.topic.clone(), names.topic(&row.topic.as_str().into()).to_string()));
            }
            _ => None,
        };
        name.filter(|name| !name.is_empty()).map(|name| (predicate.to_string(), name))
    });
    let kinds = Kind::ALL.iter().map(|one| (one.name().to_string(), ask.say(terms::kind(one.name()))));
    let statuses = ["proposed", "accepted", "rejected"].map(|name| (name.to_string(), ask.say(status(name))));
    let marks = [
        ("contradicted", ask.say("web-mark-contradicted")),
        ("single", ask.say("web-mark-single")),
        ("stale", ask.fill("web-mark-stale", &[("years", OLD.into())])),
    ];
    vec![
        choice("kind", "web-filter-kind", kinds.collect()),
        choice("actor", "web-filter-actor", actors.map(|id| (id.to_string(), entity(id))).collect()),
        choice(
            "speaker",
            "web-filter-speaker",
            rows.iter().map(|row| (row.speaker.to_string(), names.entity(&row.speaker))).collect(),
        ),
        choice("about", "web-filter-about", about.collect()),
        choice(
            "source",
            "web-filter-source",
            rows.iter().map(|row| (row.source.to_string(), names.citation(&row.source))).collect(),
        ),
        choice("status", "web-filter-status", statuses.into_iter().collect()),
        choice(
            "mark",
            "web-filter-mark",
            marks.into_iter().map(|(id, words)| (id.to_string(), words)).collect(),
        ),
    ]
}
