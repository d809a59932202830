//! What stands around the alliances and is not scored: burdens, fears, exposure, formats, mechanisms.

use crate::figures::Found;
use crate::report::Material;
use crate::report::writer::Writer;
use crate::sentence::{Error, Sentence, Slot};
use linchpin_model::id::EntityId;
use linchpin_model::text::Text;
use linchpin_study::burden::table;
use linchpin_study::{Cited, fears, formats, mechanisms};
use std::cmp::Reverse;

/// Each chapter: its figures, whose name is also what an address can point to; its heading, and what it begins with.
const CHAPTERS: [(&str, &str, &str); 5] = [
    ("burden", "report-burden", "report-burden-intro"),
    ("fears", "report-fears", "report-fears-intro"),
    ("exposure", "report-exposure", "report-exposure-intro"),
    ("formats", "report-formats", "report-formats-intro"),
    ("network", "report-network", "report-network-intro"),
];

/// How many statements are told with a figure: the newest, each on something else.
const TOLD: usize = 4;

/// Writes the chapters, each if it has figures.
pub fn write(writer: &mut Writer<'_>, answers: &mut Material<'_>) -> Result<(), Error> {
    for (kind, heading, intro) in CHAPTERS {
        let figures = answers.take(&[kind]);
        if figures.is_empty() {
            continue;
        }
        writer.heading(1, kind, &Sentence::of(heading))?;
        writer.text(&[Sentence::of(intro)])?;
        let several = figures.len() > 1;
        for figure in figures {
            let about = figure.about.as_deref().map(EntityId::from);
            if let Some(about) = about.clone().filter(|_| several) {
                let name = Sentence::of("report-section").with("about", Slot::Label(about.clone()));
                writer.heading(2, &format!("{kind}-{about}"), &name)?;
            }
            let told: Vec<Vec<Sentence>> =
                newest_of(kind, about.as_ref(), answers).into_iter().map(|said| vec![said]).collect();
            if !told.is_empty() {
                writer.text(&[Sentence::of("report-newest")])?;
            }
            writer.points(&told)?;
            writer.figures([figure]);
        }
    }
    Ok(())
}

/// A statement that a chapter can tell, and the words before it, which say on what it is.
struct Tellable<'a> {
    lead: Sentence,
    cited: &'a Cited,
}

/// The newest statements behind a figure, each on something else.
fn newest_of(kind: &str, about: Option<&EntityId>, answers: &Material<'_>) -> Vec<Sentence> {
    let mut found: Vec<Tellable<'_>> =
        answers.asked.figures.iter().flat_map(|found| tellable(kind, about, found)).collect();
    found.sort_by_key(|one| (Reverse(one.cited.known), one.cited.id.clone()));
    found.dedup_by(|next, one| next.cited.id == one.cited.id);
    let mut told: Vec<Tellable<'_>> = vec![];
    for one in found {
        if told.len() < TOLD && !told.iter().any(|known| known.lead == one.lead) {
            told.push(one);
        }
    }
    told.into_iter().map(|one| one.lead.saying(&one.cited.text, &one.cited.id)).collect()
}

/// What the answer to the question of a figure can tell.
fn tellable<'a>(kind: &str, about: Option<&EntityId>, found: &'a Found) -> Vec<Tellable<'a>> {
    match (kind, found) {
        ("burden", Found::Burden(found)) | ("exposure", Found::Exposure(found)) => of_measures(found),
        ("fears", Found::Fears(found)) if about == Some(&found.ally) => of_fears(found),
        ("formats", Found::Formats(found)) => of_formats(found),
        ("network", Found::Network(found)) => of_mechanisms(found),
        _ => vec![],
    }
}

fn of_measures(found: &table::Answer) -> Vec<Tellable<'_>> {
    let on = |name: &Text, cited| Tellable {
        lead: Sentence::of("said-on").with("on", Slot::Text(name.clone())),
        cited,
    };
    let values =
        found.measures.iter().flat_map(|m| m.values.iter().map(move |value| (&m.name, &value.cited)));
    let topics = found.topics.iter().flat_map(|t| t.said.iter().map(move |said| (&t.name, &said.cited)));
    values.chain(topics).map(|(name, cited)| on(name, cited)).collect()
}

/// What causes and eases a fear is left to the figure: a mechanism read alone is no evidence for it.
fn of_fears(found: &fears::Answer) -> Vec<Tellable<'_>> {
    let on = |case: &fears::Case, side: &'static str, cited| Tellable {
        lead: Sentence::of("report-said-of-fear")
            .with("fear", Slot::Text(case.name.clone()))
            .with("side", Slot::Which(side)),
        cited,
    };
    let mut all = vec![];
    for case in &found.fears {
        all.extend(case.in_favour.iter().map(|one| on(case, "for", &one.cited)));
        all.extend(case.against.iter().map(|one| on(case, "against", &one.cited)));
    }
    all
}

fn of_formats(found: &formats::Answer) -> Vec<Tellable<'_>> {
    let mut all = vec![];
    for format in &found.formats {
        all.extend(format.positions.iter().map(|one| Tellable {
            lead: Sentence::of("said-on").with("on", Slot::Label(format.id.clone())),
            cited: &one.statement,
        }));
    }
    all
}

fn of_mechanisms(found: &mechanisms::Answer) -> Vec<Tellable<'_>> {
    let mut all = vec![];
    for effect in &found.effects {
        all.extend(effect.causes.iter().flat_map(|cause| &cause.mechanisms).map(|one| Tellable {
            lead: Sentence::of("said-on").with("on", Slot::Factor(effect.effect.clone())),
            cited: &one.statement,
        }));
    }
    all
}
