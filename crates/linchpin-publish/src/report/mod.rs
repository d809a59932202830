//! The report: the living study as a document that can be printed, cited and passed on.
//!
//! [`ask`] puts all questions of a study; [`document()`] says the answers in one language, chapter by chapter; a renderer gives the
//! document its form.

pub mod bibliography;
mod chapters;
pub mod document;
pub mod docx;
pub mod html;
#[cfg(feature = "pdf")]
pub mod pdf;
#[cfg(test)]
mod sample;
mod slices;
pub mod typst;
mod writer;

use crate::cite;
use crate::date;
use crate::figure::Figure;
use crate::figures::{self, About, Asked, Found, Kind};
use crate::names::Names;
use crate::said::Told;
use crate::sentence::{self, Sentence, Slot, Thread};
use document::{Document, Span};
use linchpin_dossier::Snapshot;
use linchpin_model::Date;
use linchpin_model::id::{EntityId, SourceId, StatementId};
use linchpin_model::source::Source;
use linchpin_study::{Error, Setting};
use linchpin_study::{calendar, changes, compare, explain, gaps, matrix, overview, profile, tensions};
use rayon::prelude::*;
use std::collections::BTreeSet;
use std::sync::Arc;
use writer::Writer;

/// What a report is asked for.
#[derive(Clone, Debug, Default)]
pub struct Question {
    /// the date that changes are measured from; the dossier's own, if absent
    pub since: Option<Date>,
    /// the setting
    pub setting: Setting,
}

/// The answers that a report says.
pub struct Answers {
    overview: Arc<overview::Answer>,
    explained: Vec<Arc<explain::Answer>>,
    profiles: Vec<profile::Answer>,
    changes: Vec<Arc<changes::Answer>>,
    compared: Vec<compare::Answer>,
    matrix: Arc<matrix::Answer>,
    calendar: calendar::Answer,
    gaps: gaps::Answer,
    tensions: tensions::Answer,
    figures: Vec<Found>,
}

/// The figures whose question no chapter asks; the others are drawn from what chapters tell, so that their numbers are the same.
const OF_THEIR_OWN: [Kind; 7] = [
    Kind::Trajectory,
    Kind::Burden,
    Kind::Fears,
    Kind::Exposure,
    Kind::Formats,
    Kind::Network,
    Kind::Sensitivity,
];
/// How many alliances are told of one by one; of more, only the overview tells.
const IN_FULL: usize = 6;
/// The draws of answers that need many assessments.
const FEWER_DRAWS: u32 = 1_000;
/// From how many years on evidence is called old.
const OLD: i16 = 3;

/// Puts all questions. They are independent, and are answered side by side.
pub fn ask(question: &Question, snapshot: &Snapshot) -> Result<Answers, Error> {
    let setting = &question.setting;
    let view = setting.view(snapshot);
    let as_of = setting.basis(&view)?.as_of;
    let ties: Vec<EntityId> = snapshot.settings().ties.iter().take(IN_FULL).cloned().collect();
    let name = |tie: &EntityId| tie.to_string();
    let fewer = Setting { draws: setting.draws.min(FEWER_DRAWS), ..setting.clone() };
    let since = question.since.or(snapshot.settings().compare_with).filter(|since| *since < as_of);
    let figures = || -> Result<Vec<Found>, Error> {
        let wanted: Vec<(Kind, Option<EntityId>)> = OF_THEIR_OWN
            .into_iter()
            .flat_map(|kind| match kind.is_about() {
                About::Everything => vec![(kind, None)],
                _ => figures::subjects(kind, snapshot)
                    .into_iter()
                    .take(IN_FULL)
                    .map(|id| (kind, Some(id)))
                    .collect(),
            })
            .collect();
        wanted
            .into_par_iter()
            .map(|(kind, about)| {
                let asked = Asked { about, node: None, since, setting: setting.clone() };
                figures::ask(kind, &asked, snapshot)
            })
            .filter_map(|found| figures::if_any(found).transpose())
            .collect()
    };
    let scores = || -> Result<_, Error> {
        let overview = overview::answer(
            &overview::Overview { ties: vec![], since, setting: setting.clone() },
            snapshot,
        )?;
        let explained = ties.par_iter().map(|tie| {
            explain::answer(
                &explain::Explain { tie: name(tie), node: None, setting: setting.clone() },
                snapshot,
            )
        });
        Ok((overview, explained.collect::<Result<Vec<_>, Error>>()?))
    };
    let moves = || -> Result<_, Error> {
        let changed = ties.par_iter().filter(|_| since.is_some()).map(|tie| {
            let question = changes::Changes {
                tie: name(tie),
                from: since,
                node: None,
                as_known_then: false,
                framework_then: None,
                setting: fewer.clone(),
            };
            changes::answer(&question, snapshot)
        });
        let changed = changed.collect::<Result<Vec<_>, Error>>()?;
        Ok((changed, compared(&ties, &fewer, snapshot)?))
    };
    let facts = || -> Result<_, Error> {
        let profiles = ties.iter().map(|tie| {
            profile::answer(&profile::Profile { tie: name(tie), setting: setting.clone() }, snapshot)
        });
        Ok((
            profiles.collect::<Result<Vec<_>, Error>>()?,
            matrix::answer(
                &matrix::Matrix { issue: None, actors: vec![], setting: setting.clone() },
                snapshot,
            )?,
            calendar::answer(
                &calendar::Calendar { from: None, to: None, setting: setting.clone() },
                snapshot,
            )?,
            gaps::answer(&gaps::Gaps { tie: None, setting: setting.clone() }, snapshot)?,
            tensions::answer(
                &tensions::Tensions { tie: None, older_than: OLD, setting: fewer.clone() },
                snapshot,
            )?,
        ))
    };
    let ((figures, scores), (moves, facts)) =
        rayon::join(|| rayon::join(figures, scores), || rayon::join(moves, facts));
    let ((overview, explained), (changes, compared)) = (scores?, moves?);
    let (profiles, matrix, calendar, gaps, tensions) = facts?;
    let (overview, matrix) = (Arc::new(overview), Arc::new(matrix));
    let explained: Vec<Arc<explain::Answer>> = explained.into_iter().map(Arc::new).collect();
    let changes: Vec<Arc<changes::Answer>> = changes.into_iter().map(Arc::new).collect();
    let mut figures = figures?;
    let burden = figures.iter().find_map(|found| match found {
        Found::Burden(burden) => Some(burden.clone()),
        _ => None,
    });
    figures.push(Found::Cards(overview.clone()));
    figures.extend(burden.map(|burden| Found::Map(overview.clone(), burden)));
    figures.extend(explained.iter().cloned().map(Found::Criteria));
    figures.extend(changes.iter().cloned().map(Found::Attribution));
    figures.push(Found::Matrix(matrix.clone()));
    Ok(Answers {
        overview,
        explained,
        profiles,
        changes,
        compared,
        matrix,
        calendar,
        gaps,
        tensions,
        figures,
    })
}

/// The first two alliances beside each other, in each criterion.
fn compared(
    ties: &[EntityId],
    setting: &Setting,
    snapshot: &Snapshot,
) -> Result<Vec<compare::Answer>, Error> {
    let [first, second, ..] = ties else { return Ok(vec![]) };
    let framework = setting.framework(snapshot)?;
    let Some(root) = framework.root() else { return Ok(vec![]) };
    let nodes =
        framework.node.iter().filter(|node| node.parent.as_ref().is_none_or(|parent| *parent == root.id));
    let side = |tie: &EntityId| compare::Side { tie: tie.to_string(), as_of: None };
    let answer = |node: String| {
        let question = compare::Compare {
            first: side(first),
            second: side(second),
            node: Some(node),
            setting: setting.clone(),
        };
        compare::answer(&question, snapshot)
    };
    let nodes: Vec<String> = nodes.map(|node| framework.path(&node.id)).collect();
    nodes.into_par_iter().map(answer).collect()
}

impl Answers {
    /// What stands at a place of the answer of a schema (RFC 6901): the first such answer that has the place.
    pub fn at(&self, schema: &str, pointer: &str) -> Option<serde_json::Value> {
        fn json<A: serde::Serialize>(answers: &[A]) -> impl Iterator<Item = serde_json::Value> + '_ {
            answers.iter().filter_map(|answer| serde_json::to_value(answer).ok())
        }
        let one = std::slice::from_ref(&self.overview);
        let all = json(one)
            .chain(json(&self.explained))
            .chain(json(&self.profiles))
            .chain(json(&self.changes))
            .chain(json(&self.compared))
            .chain(json(std::slice::from_ref(&self.matrix)))
            .chain(json(std::slice::from_ref(&self.calendar)))
            .chain(json(std::slice::from_ref(&self.gaps)))
            .chain(json(std::slice::from_ref(&self.tensions)))
            .chain(self.figures.iter().filter_map(Found::json));
        let mut found = all.filter(|answer| answer["schema"] == schema);
        found.find_map(|answer| answer.pointer(pointer).cloned())
    }

    /// What sentences about scores are made of.
    pub fn told(&self) -> Told<'_> {
        Told { overview: &self.overview, explained: &self.explained }
    }

    /// Every node of the alliances that are told in full.
    pub fn branch(&self, tie: &EntityId, path: &str) -> Option<&explain::Branch> {
        self.told().branch(tie, path)
    }
}

/// What chapters are written from: the answers, and the figures that have not been shown yet.
pub(crate) struct Material<'a> {
    asked: &'a Answers,
    figures: Vec<Figure>,
    /// the paths of the criteria
    criteria: Vec<String>,
}

impl std::ops::Deref for Material<'_> {
    type Target = Answers;
    fn deref(&self) -> &Answers {
        self.asked
    }
}

impl<'a> Material<'a> {
    fn new(asked: &'a Answers, names: &Names<'_>) -> Material<'a> {
        let criteria = names.framework.root().map_or(vec![], |root| {
            let below = names.framework.node.iter().filter(|node| node.parent.as_ref() == Some(&root.id));
            below.map(|node| names.framework.path(&node.id)).collect()
        });
        let figures = asked.figures.iter().map(|found| found.figure(names)).collect();
        Material { asked, figures, criteria }
    }

    /// Where the numbers of a node come from.
    fn thread(&self, tie: &EntityId, node: &str) -> Thread {
        self.told().thread(tie, node)
    }

    /// Where the total of an alliance comes from.
    fn root_thread(&self, tie: &EntityId) -> Thread {
        let found = self.explained.iter().find(|one| one.tie == *tie);
        self.thread(tie, found.map_or("", |one| &one.node.path))
    }

    /// Takes the figures of some kinds, in the order of the kinds.
    fn take(&mut self, kinds: &[&str]) -> Vec<Figure> {
        self.take_where(kinds, |_| true)
    }

    /// Takes the figures of some kinds that are about somebody.
    fn take_about(&mut self, kinds: &[&str], about: &EntityId) -> Vec<Figure> {
        self.take_where(kinds, |figure| figure.about.as_deref() == Some(about.as_str()))
    }

    fn take_where(&mut self, kinds: &[&str], is: impl Fn(&Figure) -> bool) -> Vec<Figure> {
        let all = std::mem::take(&mut self.figures);
        let (mut taken, rest): (Vec<Figure>, Vec<Figure>) =
            all.into_iter().partition(|figure| kinds.contains(&figure.id) && is(figure));
        taken.sort_by_key(|figure| kinds.iter().position(|kind| *kind == figure.id));
        self.figures = rest;
        taken
    }
}

/// Says the answers in the language of some names.
pub fn document(answers: &Answers, names: &Names<'_>) -> Result<Document, sentence::Error> {
    let mut answers = Material::new(answers, names);
    let mut writer = Writer::new(names);
    chapters::key_points::write(&mut writer, &answers)?;
    chapters::problem::write(&mut writer, &mut answers)?;
    chapters::alliances::write(&mut writer, &answers)?;
    chapters::criteria::write(&mut writer, &mut answers)?;
    chapters::changes::write(&mut writer, &mut answers)?;
    chapters::positions::write(&mut writer, &mut answers)?;
    chapters::surroundings::write(&mut writer, &mut answers)?;
    chapters::outlook::write(&mut writer, &answers)?;
    chapters::methods::write(&mut writer, &mut answers)?;
    let cover = cover(&answers, names)?;
    finish(writer, cover)
}

/// The report on a dossier without a statement: what it is about, and what it lacks.
pub fn empty(names: &Names<'_>) -> Result<Document, sentence::Error> {
    let mut writer = Writer::new(names);
    writer.heading(1, "key-points", &Sentence::of("report-key-points"))?;
    writer.text(&[
        Sentence::of("report-empty"),
        Sentence::of("report-empty-ties")
            .with("count", Slot::Count(names.snapshot.settings().ties.len(), settings())),
        Sentence::of("report-empty-remedy"),
    ])?;
    let version = version(names);
    finish(writer, Cover { as_of: None, facts: vec![version] })
}

fn settings() -> Thread {
    Thread::Framework("dossier.toml".into())
}

/// What a title page tells.
struct Cover {
    as_of: Option<Date>,
    facts: Vec<(String, String)>,
}

/// How many digits of a dossier's SHA-256 are shown.
const HASH_SHOWN: usize = 12;

fn version(names: &Names<'_>) -> (String, String) {
    let hash = names.snapshot.version();
    let slots = [
        ("dossier", names.snapshot.settings().id.as_str().into()),
        ("hash", hash.get(..HASH_SHOWN).unwrap_or(hash).into()),
        ("program", env!("CARGO_PKG_VERSION").into()),
    ];
    (names.voice.say("report-fact-version"), names.voice.fill("report-fact-version-value", &slots))
}

fn cover(answers: &Material<'_>, names: &Names<'_>) -> Result<Cover, sentence::Error> {
    let frame = &answers.overview.frame;
    let voice = names.voice;
    let day = |day: Date| date::day(day, voice);
    let known = match frame.known_at {
        Some(known) => voice.fill("report-fact-known-until", &[("date", day(known).into())]),
        None => voice.say("report-fact-known-all"),
    };
    let framework = [
        ("name", names.text(&names.framework.name).into()),
        ("version", frame.framework_version.to_string().into()),
    ];
    let mut facts = vec![
        (voice.say("report-fact-as-of"), day(frame.as_of)),
        (voice.say("report-fact-known"), known),
        (voice.say("report-fact-framework"), voice.fill("report-fact-framework-value", &framework)),
        version(names),
    ];
    if let Some(since) = answers.overview.since {
        facts.insert(2, (voice.say("report-fact-since"), day(since)));
    }
    Ok(Cover { as_of: Some(frame.as_of), facts })
}

/// Notes, bibliography and how to cite, after everything else is written.
fn finish(writer: Writer<'_>, cover: Cover) -> Result<Document, sentence::Error> {
    let names = writer.names;
    let voice = names.voice;
    let mut sources: BTreeSet<SourceId> = BTreeSet::new();
    let mut notes = vec![];
    for cited in writer.notes.all() {
        notes.push(vec![Span::Words(note(cited, names, &mut sources))]);
    }
    let figures = writer.blocks.iter().filter_map(|block| match block {
        document::Block::Figure { figure, .. } => Some(figure.sources.iter().cloned()),
        _ => None,
    });
    sources.extend(figures.flatten());
    let records: Vec<&Source> =
        sources.iter().filter_map(|id| names.snapshot.vocabulary().sources.get(id)).collect();
    let bibliography = bibliography::entries(&records, voice.lang());
    let bibliography = bibliography.into_iter().map(|(id, entry)| (id.to_string(), entry)).collect();
    let title = names.text(&names.snapshot.settings().name).to_string();
    let as_of = cover.as_of.map(|day| date::day(day, voice));
    let subtitle = match &as_of {
        Some(day) => voice.fill("report-subtitle", &[("as-of", day.as_str().into())]),
        None => voice.say("report-subtitle-undated"),
    };
    let hash = names.snapshot.version();
    let hash = hash.get(..HASH_SHOWN).unwrap_or(hash);
    let cite = match cover.as_of {
        Some(issued) => bibliography::cite(
            &bibliography::Report {
                title: &format!("{title}. {subtitle}"),
                author: &[],
                publisher: None,
                version: Some(hash),
                issued,
                url: None,
            },
            voice.lang(),
        ),
        None => vec![Span::Words(format!("{title}. {hash}."))],
    };
    Ok(Document {
        lang: voice.lang(),
        running_head: voice.fill(
            "report-running-head",
            &[("title", title.as_str().into()), ("subtitle", subtitle.as_str().into())],
        ),
        title,
        subtitle,
        facts: cover.facts,
        blocks: writer.blocks,
        notes,
        notes_title: voice.say("report-notes"),
        bibliography_title: voice.say("report-bibliography"),
        bibliography,
        cite_title: voice.say("report-cite"),
        cite,
    })
}

/// A note: for each statement who says it, when it holds and where it stands.
fn note(cited: &[StatementId], names: &Names<'_>, sources: &mut BTreeSet<SourceId>) -> String {
    let all = names.snapshot.view(&linchpin_dossier::Knowledge::default());
    let mut places = vec![];
    for id in cited {
        if let Some(seen) = all.get(id) {
            let cited = linchpin_study::Cited::of(&seen, names.snapshot.vocabulary());
            sources.extend(cited.evidence.iter().map(|passage| passage.source.clone()));
            places.push(cite::place(&cited, names));
        }
    }
    format!("{}.", places.join("; ").trim_end_matches('.'))
}
