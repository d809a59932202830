//! The alliances in brief: a box each, facet by facet.

use crate::report::Material;
use crate::report::document::Block;
use crate::report::writer::Writer;
use crate::sentence::{Error, Sentence, Slot, Thread};
use crate::terms;
use linchpin_model::alliance::Member;
use linchpin_model::id::StatementId;
use linchpin_study::profile::{Answer, Content, FacetRows, Row};

/// How much is told of each facet: what is newest.
const TOLD: usize = 3;
/// How many statements back what is told.
const NOTED: usize = 3;

/// Writes the chapter.
pub fn write(writer: &mut Writer<'_>, answers: &Material<'_>) -> Result<(), Error> {
    if answers.profiles.is_empty() {
        return Ok(());
    }
    writer.heading(1, "alliances", &Sentence::of("report-alliances"))?;
    writer.text(&[Sentence::of("report-alliances-intro")])?;
    for profile in &answers.profiles {
        in_brief(writer, profile)?;
    }
    Ok(())
}

fn in_brief(writer: &mut Writer<'_>, profile: &Answer) -> Result<(), Error> {
    let title = writer.plain(&Sentence::of("report-brief").with("tie", Slot::Label(profile.tie.clone())))?;
    let mut rows = vec![];
    let lasting = terms::span(profile.from.as_ref(), profile.to.as_ref(), writer.names.voice);
    let kind = match lasting.is_empty() {
        true => Sentence::of("report-brief-kind"),
        false => Sentence::of("report-brief-kind-since").with("lasting", Slot::Name(lasting)),
    };
    let kind = kind.with("kind", Slot::Word(terms::bond(profile.kind)));
    rows.push((writer.say("report-brief-bond")?, writer.paragraph(&[kind])?));
    if !profile.members.is_empty() {
        let members: Result<Vec<Sentence>, Error> =
            profile.members.iter().map(|member| Ok(self::member(member))).collect();
        rows.push((writer.say("report-brief-members")?, writer.paragraph(&members?)?));
    }
    for facet in profile.facets.iter().filter(|facet| !facet.rows.is_empty()) {
        let told = told(facet, writer);
        rows.push((writer.say(terms::facet(facet.facet))?, writer.paragraph(&told)?));
    }
    let id = format!("brief-{}", profile.tie);
    writer.blocks.push(Block::Box { id, title, rows });
    Ok(())
}

fn member(member: &Member) -> Sentence {
    let sentence = |message| Sentence::of(message).with("actor", Slot::Label(member.actor.clone()));
    match member.role {
        Some(role) => sentence("report-brief-member-as").with("role", Slot::Word(terms::role(role))),
        None => sentence("report-brief-member"),
    }
}

/// What is newest of a facet.
fn told(facet: &FacetRows, writer: &Writer<'_>) -> Vec<Sentence> {
    let levels = facet.rows.iter().filter(|row| !matches!(row.content, Content::Events(_)));
    let chosen: Vec<&Row> = levels.take(TOLD).collect();
    let chosen = if chosen.is_empty() { facet.rows.iter().take(TOLD).collect() } else { chosen };
    chosen.into_iter().map(|row| row_told(row, writer)).collect()
}

fn row_told(row: &Row, writer: &Writer<'_>) -> Sentence {
    let ids: Vec<StatementId> = row.statements.iter().take(NOTED).map(|cited| cited.id.clone()).collect();
    let thread = Thread::Statements(ids.clone());
    let message = if row.whose.is_some() { "report-brief-row-whose" } else { "report-brief-row" };
    let mut sentence = Sentence::of(message).with("topic", Slot::Text(row.name.clone()));
    if let Some(whose) = &row.whose {
        sentence = sentence.with("whose", Slot::Label(whose.clone()));
    }
    let when = crate::date::brief(&row.valid, writer.names.voice);
    let sentence = match &row.content {
        Content::Level(level) => sentence.with("said", Slot::Text(level.name.clone())),
        Content::Amount(amount) => {
            sentence.with("said", Slot::Amount(Box::new(amount.clone()), row.valid.clone(), thread))
        }
        Content::Events(count) => sentence.with("said", Slot::Events(*count, thread)),
    };
    sentence.with("when", Slot::Name(when)).noted(ids)
}
