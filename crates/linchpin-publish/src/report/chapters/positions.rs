//! Who stands where: the figure of positions and the table behind it.

use super::criteria::cell;
use crate::number;
use crate::report::Material;
use crate::report::document::{Block, Span};
use crate::report::writer::Writer;
use crate::sentence::{Error, Sentence, Slot, Thread};
use linchpin_model::id::StatementId;
use linchpin_study::matrix::{Answer, Cell, Distance, Row};

/// How many issues are told on which two sides lie furthest apart.
const TOLD: usize = 3;

/// Writes the chapter.
pub fn write(writer: &mut Writer<'_>, answers: &mut Material<'_>) -> Result<(), Error> {
    let found = &answers.asked.matrix;
    let told: Vec<&Row> =
        found.rows.iter().filter(|row| row.cells.iter().any(|cell| !cell.stands.is_empty())).collect();
    if told.is_empty() {
        return Ok(());
    }
    writer.heading(1, "positions", &Sentence::of("report-positions"))?;
    let mut said = vec![Sentence::of("report-positions-intro")];
    said.extend(furthest(&told, found));
    writer.text(&said)?;
    let figures = answers.take(&["matrix"]);
    writer.figures(figures);
    table(writer, &told, found)
}

/// The issues on which the two sides of an alliance lie furthest apart.
fn furthest(rows: &[&Row], found: &Answer) -> Vec<Sentence> {
    let far = |row: &&&Row| row.greatest().is_some_and(|value| value > 0.0);
    let mut apart: Vec<&&Row> = rows.iter().filter(far).collect();
    apart.sort_by(|a, b| b.greatest().unwrap_or_default().total_cmp(&a.greatest().unwrap_or_default()));
    let sentence = |row: &&Row| {
        let most = row
            .distances
            .iter()
            .max_by(|a, b| a.value.unwrap_or(-1.0).total_cmp(&b.value.unwrap_or(-1.0)))?;
        Some(
            Sentence::of("report-positions-apart")
                .with("issue", Slot::Text(row.name.clone()))
                .with("tie", Slot::Label(most.tie.clone()))
                .with("distance", Slot::Score(most.value?, thread(row, most, found)))
                .noted(row.cells.iter().flat_map(|cell| newest(cell).into_iter().take(1))),
        )
    };
    apart.into_iter().take(TOLD).filter_map(sentence).collect()
}

fn thread(row: &Row, distance: &Distance, found: &Answer) -> Thread {
    let at = found.rows.iter().position(|other| other.issue == row.issue).unwrap_or_default();
    let tie = row.distances.iter().position(|other| other.tie == distance.tie).unwrap_or_default();
    Thread::Answer { schema: found.schema, pointer: format!("/rows/{at}/distances/{tie}") }
}

/// The newest statement of each place that an actor takes.
fn newest(cell: &Cell) -> Vec<StatementId> {
    cell.stands.iter().filter_map(|stand| stand.cited.first()).map(|cited| cited.id.clone()).collect()
}

fn table(writer: &mut Writer<'_>, rows: &[&Row], found: &Answer) -> Result<(), Error> {
    let mut head = vec![writer.say("report-column-issue")?];
    head.extend(found.actors.iter().map(|actor| writer.names.entity(actor)));
    for tie in &found.ties {
        let apart = Sentence::of("report-column-apart").with("tie", Slot::Label(tie.clone()));
        head.push(writer.plain(&apart)?);
    }
    let lang = writer.names.voice.lang();
    let mut body = vec![];
    for row in rows {
        let mut line = vec![writer.cell(&cell(Slot::Text(row.name.clone())))?];
        for taken in &row.cells {
            line.push(places(writer, taken)?);
        }
        for distance in &row.distances {
            line.push(match distance.value {
                Some(value) => vec![Span::Traced(number::score(value, lang), thread(row, distance, found))],
                None => vec![Span::Words("–".into())],
            });
        }
        body.push(line);
    }
    let caption = writer
        .paragraph(&[Sentence::of("report-table-positions").with("as-of", Slot::Day(found.frame.as_of))])?;
    writer.blocks.push(Block::Table { id: "table-positions".into(), caption, head, rows: body });
    Ok(())
}

/// The places that an actor takes, one after the other, with the statements they rest on.
fn places(writer: &mut Writer<'_>, cell: &Cell) -> Result<Vec<Span>, Error> {
    if cell.stands.is_empty() {
        return Ok(vec![Span::Words("–".into())]);
    }
    let mut spans = vec![];
    for (at, stand) in cell.stands.iter().enumerate() {
        if at > 0 {
            spans.push(Span::Words("; ".into()));
        }
        let message = if stand.former { "report-place-former" } else { "report-cell" };
        let sentence = Sentence::of(message).with("cell", Slot::Text(stand.place.clone()));
        spans.extend(
            writer.paragraph(&[sentence.noted(stand.cited.iter().take(1).map(|cited| cited.id.clone()))])?,
        );
    }
    Ok(spans)
}
