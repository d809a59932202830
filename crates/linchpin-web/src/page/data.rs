//! Everything for other programs: tables, figures, bibliographies, and the answers as JSON.

use super::problem::Trouble;
use super::shell::{Shell, Way};
use super::{Ask, Ground, drawn, page, sources};
use crate::address::{Ending, Place};
use crate::api::{ENDPOINTS, SHARED, meaning};
use crate::reply::Made;
use crate::speech::anchor;
use askama::Template;
use axum::http::StatusCode;
use linchpin_publish::export::bibliography::Form as Library;
use linchpin_publish::export::statements::Form as Lines;
use linchpin_publish::export::{assessment, map, network, statements};
use linchpin_publish::figures::{Kind, subjects};
use linchpin_publish::report;
use linchpin_study::assess;

#[derive(Template)]
#[template(path = "data.html")]
struct Page<'a> {
    shell: Shell<'a>,
    tables: Vec<(String, String, Vec<Way>)>,
    figures: Vec<(String, Vec<Way>)>,
    description: String,
    shared: Vec<(String, String)>,
    endpoints: Vec<Question>,
    example: String,
}

struct Question {
    id: String,
    name: String,
    href: String,
    about: String,
    schema: String,
    parameters: Vec<(String, String)>,
}

/// The files that there are: names, what a browser is told of them, and the message of what is in them.
const FILES: [(&str, &str, &str); 10] = [
    ("scores.csv", "text/csv; charset=utf-8", "web-file-scores"),
    ("statements.csv", "text/csv; charset=utf-8", "web-file-statements"),
    ("statements.jsonl", "application/jsonl; charset=utf-8", "web-file-statements"),
    ("statements.annotations.json", "application/ld+json; charset=utf-8", "web-file-statements"),
    ("sources.bib", "application/x-bibtex; charset=utf-8", "web-file-sources"),
    ("sources.ris", "application/x-research-info-systems; charset=utf-8", "web-file-sources"),
    ("sources.csl.json", "application/json; charset=utf-8", "web-file-sources"),
    ("network.graphml", "application/xml; charset=utf-8", "web-file-network"),
    ("map.geojson", "application/geo+json; charset=utf-8", "web-file-map"),
    ("report.html", "text/html; charset=utf-8", "web-file-report"),
];

/// Makes the page.
pub fn make(ask: &Ask<'_>) -> Result<Made, Trouble> {
    let ground = ask.ground()?;
    let mut tables: Vec<(String, String, Vec<Way>)> = vec![];
    for (name, _, about) in FILES {
        let way = Way { href: ask.link(Place::File(name.into())), name: name.to_string(), here: false };
        match tables.iter_mut().find(|(known, ..)| *known == about) {
            Some((_, _, ways)) => ways.push(way),
            None => tables.push((about.to_string(), ask.say(about), vec![way])),
        }
    }
    let parameter = |name: &&str| (name.replace("w-", "w-…"), ask.say(meaning(name)));
    let question = |endpoint: &crate::api::Endpoint| Question {
        id: anchor(endpoint.schema),
        name: endpoint.name.to_string(),
        href: ask.link(Place::Answer(endpoint.name.into())),
        about: ask.say(endpoint.about),
        schema: endpoint.schema.to_string(),
        parameters: endpoint.parameters.iter().filter(|name| !SHARED.contains(name)).map(parameter).collect(),
    };
    let mut shell = ask.shell(ask.say("web-data"), Some(&ground));
    shell.notes = vec![];
    let template = Page {
        tables,
        figures: figures(ask),
        description: ask.link(Place::Answer("openapi".into())),
        shared: SHARED.iter().map(parameter).collect(),
        endpoints: ENDPOINTS.iter().map(question).collect(),
        example: format!("{}{}", ask.base, ask.link(Place::Answer("overview".into()))),
        shell,
    };
    page(&template)
}

fn figures(ask: &Ask<'_>) -> Vec<(String, Vec<Way>)> {
    let snapshot = &ask.edition.snapshot;
    let mut found = vec![];
    for kind in Kind::ALL {
        let about = subjects(kind, snapshot);
        let names: Vec<String> = match about.is_empty() {
            true => vec![kind.name().to_string()],
            false => about.iter().map(|id| format!("{}-{id}", kind.name())).collect(),
        };
        for name in names {
            let way = |(ending, text): (Ending, &str)| Way {
                href: ask.link(Place::Figure(name.clone(), ending)),
                name: format!("{name}.{text}"),
                here: false,
            };
            found.push((ask.say(kind.shows()), Ending::ALL.map(way).into()));
        }
    }
    found
}

/// A file by its name.
pub fn file(ask: &Ask<'_>, name: &str) -> Result<Made, Trouble> {
    let Some((_, kind, _)) = FILES.iter().find(|(known, ..)| *known == name) else {
        let known = FILES.iter().map(|(name, ..)| name.to_string()).collect();
        return Err(Trouble::Missing("web-missing-file", name.into(), known));
    };
    let ground = ask.ground()?;
    let made = Made::new(StatusCode::OK, kind, content(ask, &ground, name)?);
    Ok(if name == "report.html" { made } else { made.file(name) })
}

fn content(ask: &Ask<'_>, ground: &Ground<'_>, name: &str) -> Result<String, Trouble> {
    let snapshot = &ask.edition.snapshot;
    let setting = || ground.setting.clone();
    Ok(match name {
        "scores.csv" => {
            let question = assess::Assess { ties: vec![], since: None, setting: setting() };
            assessment::table(&assess::answer(&question, snapshot)?)
        }
        "statements.csv" => statements::statements(&setting(), snapshot, Lines::Csv),
        "statements.jsonl" => statements::statements(&setting(), snapshot, Lines::JsonLines),
        "statements.annotations.json" => statements::statements(&setting(), snapshot, Lines::Annotations),
        "sources.bib" => sources::file(ask, Library::Bibtex),
        "sources.ris" => sources::file(ask, Library::Ris),
        "sources.csl.json" => sources::file(ask, Library::CslJson),
        "network.graphml" => network::graph(snapshot.vocabulary(), ask.address.shared.as_of),
        "map.geojson" => map::features(&drawn::named(ask, ground, Kind::Map.name())?.table),
        _ => {
            let question = report::Question { since: ask.address.shared.since, setting: setting() };
            let document = report::document(&report::ask(&question, snapshot)?, &ground.names)?;
            report::html::html(&document, &ground.names)?
        }
    })
}
