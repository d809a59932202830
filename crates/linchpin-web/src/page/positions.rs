//! Who stands where on which issue: a matrix whose cells open to the statements behind them.

use super::problem::Trouble;
use super::shell::Shell;
use super::{Ask, Ground, Html, page};
use crate::reply::Made;
use crate::speech::Speech;
use askama::Template;
use linchpin_publish::number;
use linchpin_publish::scene::svg::escape;
use linchpin_study::matrix::{self, Distance, Stand};

#[derive(Template)]
#[template(path = "positions.html")]
struct Page<'a> {
    shell: Shell<'a>,
    intro: Html,
    actors: Vec<String>,
    ties: Vec<String>,
    sections: Vec<Section>,
    silent: Vec<String>,
}

struct Section {
    name: String,
    rows: Vec<Row>,
}

struct Row {
    id: String,
    issue: String,
    cells: Vec<Cell>,
    distances: Vec<Far>,
}

/// Where an actor stands.
struct Cell {
    actor: String,
    places: Vec<Place>,
}

/// A place that an actor takes.
struct Place {
    said: String,
    former: bool,
    /// one for each position that is called so
    salience: Vec<String>,
    statements: Vec<Html>,
}

struct Far {
    value: String,
    /// the length of its bar; none without a value
    tenths: Option<usize>,
}

/// How many statements a cell opens to.
const STATEMENTS: usize = 5;

/// Makes the page.
pub fn make(ask: &Ask<'_>) -> Result<Made, Trouble> {
    let ground = ask.ground()?;
    let question = matrix::Matrix { issue: None, actors: vec![], setting: ground.setting.clone() };
    let found = matrix::answer(&question, &ask.edition.snapshot)?;
    let speech = ask.speech(&ground, &ask.say("web-positions"));
    let mut sections: Vec<(Option<String>, Vec<Row>)> = vec![];
    for row in &found.rows {
        let made = self::row(&ground, &speech, row);
        match sections.last_mut() {
            Some((section, rows)) if *section == row.section => rows.push(made),
            _ => sections.push((row.section.clone(), vec![made])),
        }
    }
    let named = |(section, rows): (Option<String>, Vec<Row>)| Section {
        name: section.map_or_else(|| ask.say("web-further"), |path| ground.names.node(&path)),
        rows,
    };
    let template = Page {
        intro: speech.said(&[linchpin_publish::sentence::Sentence::of("report-positions-intro")])?,
        actors: found.actors.iter().map(|id| ground.names.entity(id)).collect(),
        ties: found.ties.iter().map(|id| ground.names.entity(id)).collect(),
        sections: sections.into_iter().map(named).collect(),
        silent: found.silent.iter().map(|id| ground.names.issue(id).to_string()).collect(),
        shell: ask.shell(ask.say("web-positions"), Some(&ground)).noted(speech.notes()),
    };
    page(&template)
}

fn row(ground: &Ground<'_>, speech: &Speech<'_>, row: &matrix::Row) -> Row {
    let names = &ground.names;
    let place = |stand: &Stand| Place {
        said: match &stand.object {
            Some(object) => format!("{} (→ {})", names.text(&stand.place), names.entity(object)),
            None => names.text(&stand.place).to_string(),
        },
        former: stand.former,
        salience: vec![number::percent(stand.salience, names.voice.lang())],
        statements: stand
            .cited
            .iter()
            .take(STATEMENTS)
            .map(|cited| {
                let text = escape(names.text(&cited.text));
                Html(format!("{text} <span class=\"place\">{}</span>", speech.noted(&cited.id)))
            })
            .collect(),
    };
    let far = |distance: &Distance| Far {
        value: distance.value.map_or("–".into(), |value| number::score(value, names.voice.lang())),
        tenths: distance.value.map(|value| (value.clamp(0.0, 1.0) * 10.0).round() as usize),
    };
    Row {
        id: row.issue.to_string(),
        issue: names.text(&row.name).to_string(),
        cells: row
            .cells
            .iter()
            .map(|cell| Cell {
                actor: names.entity(&cell.actor),
                places: together(cell.stands.iter().map(place)),
            })
            .collect(),
        distances: row.distances.iter().map(far).collect(),
    }
}

/// Places in their order; those that are called alike are one, with the statements of all.
fn together(places: impl Iterator<Item = Place>) -> Vec<Place> {
    let mut found: Vec<Place> = vec![];
    for place in places {
        match found.iter_mut().find(|known| (&known.said, known.former) == (&place.said, place.former)) {
            Some(known) => {
                known.statements.extend(place.statements);
                let other = place.salience.into_iter().filter(|one| !known.salience.contains(one));
                known.salience.extend(other.collect::<Vec<_>>());
            }
            None => found.push(place),
        }
    }
    found
}
