//! What stands around the alliances and is not scored: burdens, fears, exposure, formats, mechanisms.

use crate::figures::Found;
use crate::report::Material;
use crate::report::writer::Writer;
use crate::sentence::{Error, Sentence, Slot};
use linchpin_model::id::{EntityId, StatementId};
use linchpin_model::text::Text;
use linchpin_study::burden::table;
use linchpin_study::{Cited, fears, formats, mechanisms};
use std::cmp::Reverse;
use std::collections::BTreeSet;

/// Each chapter: what an address can point to, its heading, what it begins with, and its figures.
const CHAPTERS: [(&str, &str, &str, &str); 5] = [
    ("burden", "report-burden", "report-burden-intro", "burden"),
    ("fears", "report-fears", "report-fears-intro", "fears"),
    ("exposure", "report-exposure", "report-exposure-intro", "exposure"),
    ("formats", "report-formats", "report-formats-intro", "formats"),
    ("network", "report-network", "report-network-intro", "network"),
];

/// How many statements are told with a figure: the newest, each on something else.
const TOLD: usize = 4;

/// Writes the chapters, each if it has figures.
pub fn write(writer: &mut Writer<'_>, answers: &mut Material<'_>) -> Result<(), Error> {
    for (id, heading, intro, kind) in CHAPTERS {
        let figures = answers.take(&[kind]);
        if figures.is_empty() {
            continue;
        }
        writer.heading(1, id, &Sentence::of(heading))?;
        writer.text(&[Sentence::of(intro)])?;
        let several = figures.len() > 1;
        for figure in figures {
            let about = figure.about.as_deref().map(EntityId::from);
            if let Some(about) = about.clone().filter(|_| several) {
                let name = Sentence::of("report-section-actor").with("actor", Slot::Label(about.clone()));
                writer.heading(2, &format!("{id}-{about}"), &name)?;
            }
            let told: Vec<Vec<Sentence>> =
                newest_of(kind, about.as_ref(), answers).map(|said| vec![said]).collect();
            if !told.is_empty() {
                writer.text(&[Sentence::of("report-newest")])?;
            }
            writer.points(&told)?;
            writer.figures([figure]);
        }
    }
    Ok(())
}

/// A statement that a chapter can tell: on what, how it is said, and what the words before it are.
struct Tellable<'a> {
    on: String,
    lead: Sentence,
    cited: &'a Cited,
}

/// The newest statements behind a figure, each on something else.
fn newest_of<'a>(
    kind: &str,
    about: Option<&EntityId>,
    answers: &'a Material<'_>,
) -> impl Iterator<Item = Sentence> + 'a {
    let mut found: Vec<Tellable<'a>> =
        answers.asked.figures.iter().flat_map(|found| tellable(kind, about, found)).collect();
    found.sort_by_key(|one| (Reverse(one.cited.known), one.cited.id.clone()));
    let (mut on, mut told): (BTreeSet<String>, BTreeSet<&StatementId>) = Default::default();
    found.retain(|one| told.insert(&one.cited.id) && on.insert(one.on.clone()));
    found.truncate(TOLD);
    found.into_iter().map(|one| {
        let said = Slot::Stated(one.cited.text.clone(), one.cited.id.clone());
        one.lead.with("said", said).noted([one.cited.id.clone()])
    })
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
        on: name.en.clone(),
        lead: Sentence::of("report-said-on").with("on", Slot::Text(name.clone())),
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
        on: format!("{} {side}", case.fear),
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
            on: format.id.to_string(),
            lead: Sentence::of("report-said-on").with("on", Slot::Label(format.id.clone())),
            cited: &one.statement,
        }));
    }
    all
}

fn of_mechanisms(found: &mechanisms::Answer) -> Vec<Tellable<'_>> {
    let mut all = vec![];
    for effect in &found.effects {
        all.extend(effect.causes.iter().flat_map(|cause| &cause.mechanisms).map(|one| Tellable {
            on: effect.effect.to_string(),
            lead: Sentence::of("report-said-on").with("on", Slot::Factor(effect.effect.clone())),
            cited: &one.statement,
        }));
    }
    all
}
