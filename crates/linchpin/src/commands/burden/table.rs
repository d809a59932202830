//! A table of a study as text and CSV: measures with their definitions and values, then what is said about topics.

use crate::asked::entity_id;
use crate::cells::{CITED_COLUMNS, cell, cited_cells};
use crate::context::Context;
use crate::error::Error;
use crate::heading::{Heading, heading};
use crate::names::{Names, study_error};
use crate::notes::Notes;
use crate::render::table::{Edge, Table};
use crate::render::{date, footnotes, quantity, width, wrap};
use linchpin_dossier::Snapshot;
use linchpin_study::burden::table::{Answer, Discussed, Measured, Question, Said, Value};
use linchpin_study::{Cited, Error as StudyError};

/// The ids of the messages in which the tables differ.
pub struct Words {
    /// the title
    pub title: &'static str,
    /// the title of a table about an actor or alliance
    pub title_about: &'static str,
    /// where there is nothing
    pub none: &'static str,
    /// the note below
    pub note: &'static str,
}

/// Asks one of the two questions and shows the answer.
pub fn run(
    about: &Option<String>,
    answer: impl Fn(&Question, &Snapshot) -> Result<Answer, StudyError>,
    words: &Words,
    context: &Context<'_>,
) -> Result<(), Error> {
    let snapshot = context.snapshot()?;
    let setting = context.setting(None)?;
    let failed = |error| study_error(error, context.voice);
    let day = setting.basis(&setting.view(&snapshot)).map_err(failed)?.as_of;
    let place = context.voice.say("value-actor");
    let about = about.as_ref().map(|asked| entity_id(asked, &place, day, &snapshot, context)).transpose()?;
    let found = answer(&Question { about, setting: setting.clone() }, &snapshot).map_err(failed)?;
    context.show(&found, csv, || {
        let framework = setting.framework(&snapshot).map_err(failed)?;
        let names = Names::new(context.voice, &snapshot, framework, found.basis.as_of);
        Ok(text(&found, words, &names, context))
    })
}

fn text(found: &Answer, words: &Words, names: &Names<'_>, context: &Context<'_>) -> String {
    let voice = context.voice;
    let title = match &found.about {
        Some(about) => voice.fill(words.title_about, &[("about", names.entity(about).into())]),
        None => voice.say(words.title),
    };
    let mut text = heading(&Heading::plain(title, &found.basis), names, context);
    if found.measures.is_empty() && found.topics.is_empty() {
        return format!("{text}\n{}\n", wrap(&voice.say(words.none), width(), ""));
    }
    let mut notes = Notes::default();
    if !found.measures.is_empty() {
        text.push_str(&format!(
            "\n{}",
            measures(&found.measures, &mut notes, names, context).set(width(), "")
        ));
    }
    if !found.topics.is_empty() {
        text.push_str(&format!("\n{}", topics(&found.topics, &mut notes, names, context).set(width(), "")));
    }
    if !found.without.is_empty() {
        let without: Vec<&str> = found.without.iter().map(|name| names.text(name)).collect();
        let line = voice.fill("burden-without", &[("names", without.join(", ").into())]);
        text.push_str(&format!("\n{}\n", wrap(&line, width(), "")));
    }
    format!("{text}\n{}\n{}", notes.places(names), footnotes(&[voice.say(words.note)]))
}

/// A section for each measure: its definition, then its values.
fn measures<'a>(
    measures: &'a [Measured],
    notes: &mut Notes<'a>,
    names: &Names<'_>,
    context: &Context<'_>,
) -> Table {
    let voice = context.voice;
    let mut table = Table::new([
        (voice.say("burden-column-whom"), Edge::Wrapped),
        (voice.say("burden-column-value"), Edge::Wrapped),
        (voice.say("burden-column-year"), Edge::Left),
        (voice.say("burden-column-part"), Edge::Wrapped),
    ]);
    for measured in measures {
        table.section(names.text(&measured.name), names.text(&measured.definition));
        for value in &measured.values {
            table.row([
                names.sides(&value.subject, value.object.as_ref()),
                format!(
                    "{} {}",
                    quantity::written(&value.amount(), &value.cited.valid, context.voice),
                    notes.mark(&value.cited)
                ),
                years(&value.cited, context),
                part(value, context),
            ]);
        }
    }
    table
}

/// Which part is counted, and who counts.
fn part(value: &Value, context: &Context<'_>) -> String {
    let series = value.series.as_ref();
    let series = series.map(|id| context.voice.fill("burden-series", &[("series", id.as_str().into())]));
    value.scope.iter().cloned().chain(series).collect::<Vec<_>>().join("; ")
}

/// A section for each topic, with what is said about it.
fn topics<'a>(
    topics: &'a [Discussed],
    notes: &mut Notes<'a>,
    names: &Names<'_>,
    context: &Context<'_>,
) -> Table {
    let voice = context.voice;
    let mut table = Table::new([
        (voice.say("burden-column-year"), Edge::Left),
        (voice.say("burden-column-whom"), Edge::Wrapped),
        (voice.say("burden-column-said"), Edge::Wrapped),
    ]);
    for topic in topics {
        table.section(names.text(&topic.name), "");
        for said in &topic.said {
            let level = said.cited.level.as_ref().map(|level| format!("→ {} ", names.text(level)));
            let text = names.text(&said.cited.text);
            let mark = notes.mark(&said.cited);
            table.row([
                years(&said.cited, context),
                names.sides(&said.subject, said.object.as_ref()),
                format!("{text} {}{mark}", level.unwrap_or_default()),
            ]);
        }
    }
    table
}

fn years(cited: &Cited, context: &Context<'_>) -> String {
    date::years(&cited.valid, context.voice)
}

/// A row for each value, then one for each statement about a topic.
fn csv(found: &Answer, context: &Context<'_>) -> Result<(), Error> {
    let mut columns = vec!["measure", "topic", "subject", "object", "value", "high", "bound", "unit"];
    columns.extend(["price_year", "series", "scope"]);
    columns.extend(CITED_COLUMNS);
    let value_row = |measured: &Measured, value: &Value| {
        let own = [
            measured.measure.to_string(),
            String::new(),
            value.subject.to_string(),
            cell(value.object.as_ref()),
            value.value.to_string(),
            cell(value.high),
            value.bound.name().to_string(),
            value.unit.to_string(),
            cell(value.price_year),
            value.series.clone().unwrap_or_default(),
            value.scope.clone().unwrap_or_default(),
        ];
        [own.to_vec(), cited_cells(&value.cited).to_vec()].concat()
    };
    let said_row = |topic: &Discussed, said: &Said| {
        let subject = said.subject.to_string();
        let own =
            [String::new(), topic.topic.to_string(), subject, cell(said.object.as_ref()), said.value.clone()];
        [own.to_vec(), vec![String::new(); 6], cited_cells(&said.cited).to_vec()].concat()
    };
    let values = found.measures.iter().flat_map(|m| m.values.iter().map(|value| value_row(m, value)));
    let said = found.topics.iter().flat_map(|topic| topic.said.iter().map(|said| said_row(topic, said)));
    let rows: Vec<Vec<String>> = values.chain(said).collect();
    context.csv(&columns, rows)
}
