//! What a reader is told where there is no answer, and where to go instead.

use super::{Ask, shell::Shell};
use crate::address::Place;
use crate::reply::Made;
use askama::Template;
use axum::http::StatusCode;
use linchpin_assess::Error as AssessError;
use linchpin_model::check::nearest;
use linchpin_publish::date;
use linchpin_publish::sentence;
use linchpin_study::Error as StudyError;

/// Why there is no answer.
pub enum Trouble {
    /// the question has none
    Study(StudyError),
    /// there is no such thing: what it is called here, what was asked for, and those that there are
    Missing(&'static str, String, Vec<String>),
    /// the dossier lacks a name
    Unsaid(sentence::Error),
    /// the page could not be written
    Template(String),
    /// nothing stands at the address
    NoPage,
    /// a parameter is not what it should be
    Parameter(&'static str, String),
    /// a date lies ahead
    Ahead(linchpin_model::Date),
}

impl From<StudyError> for Trouble {
    fn from(error: StudyError) -> Trouble {
        Trouble::Study(error)
    }
}

impl From<sentence::Error> for Trouble {
    fn from(error: sentence::Error) -> Trouble {
        Trouble::Unsaid(error)
    }
}

#[derive(Template)]
#[template(path = "problem.html")]
struct Page<'a> {
    shell: Shell<'a>,
    what: String,
    remedy: String,
    ways: Vec<(String, String)>,
}

/// What is told: the status, what is wrong, what would be right, and other places.
struct Told {
    status: StatusCode,
    what: String,
    remedy: String,
    ways: Vec<(String, String)>,
}

/// The page that tells it.
pub fn page(ask: &Ask<'_>, trouble: Trouble) -> Made {
    let Told { status, what, remedy, mut ways } = told(ask, trouble);
    ways.push((ask.link(Place::Overview), ask.say("web-overview")));
    ways.push((ask.link(Place::Evidence), ask.say("web-evidence")));
    if matches!(ask.address.place, Place::Answer(_)) {
        let body = serde_json::json!({ "error": what, "remedy": remedy }).to_string();
        return Made::new(status, "application/json; charset=utf-8", body);
    }
    let plain = format!("{what}\n{remedy}\n");
    let shell = ask.shell(ask.say("web-problem"), None);
    match (Page { shell, what, remedy, ways }).render() {
        Ok(text) => Made::html(status, text),
        Err(_) => Made::new(status, "text/plain; charset=utf-8", plain),
    }
}

fn told(ask: &Ask<'_>, trouble: Trouble) -> Told {
    let plain = |status, what: String, remedy: String| Told { status, what, remedy, ways: vec![] };
    let (gone, wrong) = (StatusCode::NOT_FOUND, StatusCode::BAD_REQUEST);
    match trouble {
        Trouble::Study(error) => of_study(ask, error),
        Trouble::Missing(what, asked, known) => missing(ask, what, &asked, &known),
        Trouble::Unsaid(error) => plain(
            StatusCode::UNPROCESSABLE_ENTITY,
            ask.fill("web-problem-unsaid", &[("why", error.to_string().into())]),
            ask.say("web-problem-unsaid-remedy"),
        ),
        Trouble::Template(why) => plain(
            StatusCode::UNPROCESSABLE_ENTITY,
            ask.fill("web-problem-unsaid", &[("why", why.into())]),
            String::new(),
        ),
        Trouble::NoPage => plain(gone, ask.say("web-problem-no-page"), ask.say("web-problem-no-page-remedy")),
        Trouble::Parameter(name, value) => {
            let slots = [("parameter", name.into()), ("value", value.into())];
            plain(
                wrong,
                ask.fill("web-problem-parameter", &slots),
                ask.fill("web-problem-parameter-remedy", &slots[..1]),
            )
        }
        Trouble::Ahead(day) => plain(
            wrong,
            ask.fill("web-problem-ahead", &[("day", date::day(day, ask.voice).into())]),
            ask.say("web-problem-ahead-remedy"),
        ),
    }
}

/// Something that is asked for by its id and is not there; what is there and looks like it is named.
fn missing(ask: &Ask<'_>, what: &'static str, asked: &str, known: &[String]) -> Told {
    let asked: String = asked.chars().take(80).collect();
    let near = nearest(&asked, known.iter().map(String::as_str)).map(String::from);
    let place = |id: &str| match what {
        "web-missing-tie" => Some(Place::Alliance(id.into())),
        "web-missing-source" => Some(Place::OfSource(id.into())),
        "web-missing-statement" => Some(Place::Statement(id.into())),
        _ => None,
    };
    let all: Vec<&String> = match &near {
        Some(near) => vec![near],
        None if known.len() <= 20 => known.iter().collect(),
        None => vec![],
    };
    let ways = all.iter().filter_map(|id| Some((ask.link(place(id)?), id.to_string()))).collect::<Vec<_>>();
    let remedy = match (&near, ways.is_empty() && known.len() <= 40 && !known.is_empty()) {
        (Some(near), _) => ask.fill("web-did-you-mean", &[("near", near.as_str().into())]),
        (None, true) => ask.fill("web-there-are", &[("known", known.join(", ").into())]),
        (None, false) => String::new(),
    };
    Told { status: StatusCode::NOT_FOUND, what: ask.fill(what, &[("asked", asked.into())]), remedy, ways }
}

fn of_study(ask: &Ask<'_>, error: StudyError) -> Told {
    let list = |known: String| known.split(", ").map(String::from).collect::<Vec<_>>();
    let told = |status, what: String, remedy: String| Told { status, what, remedy, ways: vec![] };
    let wrong = StatusCode::BAD_REQUEST;
    match error {
        StudyError::NoTie { tie, known, .. } | StudyError::Assess(AssessError::NoTie { tie, known }) => {
            missing(ask, "web-missing-tie", &tie, &list(known))
        }
        StudyError::Assess(AssessError::NoNode { node, known }) => {
            missing(ask, "web-missing-node", &node, &list(known))
        }
        StudyError::NoFramework { framework, known } => {
            missing(ask, "web-missing-framework", &framework, &list(known))
        }
        StudyError::NoWeight { what, known } => {
            Told { status: wrong, ..missing(ask, "web-missing-weight", &what, &list(known)) }
        }
        StudyError::NoAlly { actor, known } => missing(ask, "web-missing-ally", actor.as_str(), &list(known)),
        StudyError::NoRole { state, known } => missing(ask, "web-missing-ally", state.as_str(), &list(known)),
        StudyError::NothingKnown { first } => {
            let day = date::day(first, ask.voice);
            told(
                wrong,
                ask.fill("web-problem-nothing-known", &[("first", day.into())]),
                ask.say("web-problem-later"),
            )
        }
        StudyError::NoStatements | StudyError::Assess(AssessError::NoCells) => {
            told(StatusCode::OK, ask.say("web-problem-empty"), ask.say("web-problem-empty-remedy"))
        }
        StudyError::NotBefore { since, as_of } => {
            let day = |day| date::day(day, ask.voice);
            let slots = [("since", day(since).into()), ("as-of", day(as_of).into())];
            told(wrong, ask.fill("web-problem-not-before", &slots), ask.say("web-problem-earlier"))
        }
        StudyError::NoEarlierDate => {
            told(wrong, ask.say("web-problem-no-date"), ask.say("web-problem-earlier"))
        }
        // neither is asked for by any page
        error @ (StudyError::NoFindings
        | StudyError::TooManyDates { .. }
        | StudyError::Assess(AssessError::TooFewDraws(_))) => told(wrong, error.to_string(), String::new()),
    }
}
