//! What a user may write for an actor, a source, a statement or a predicate of a dossier: found, or refused with what
//! there is.

use crate::context::Context;
use crate::error::Error;
use crate::i18n::Voice;
use crate::names::study_error;
use crate::render::date;
use linchpin_dossier::Snapshot;
use linchpin_model::Date;
use linchpin_model::check::nearest;
use linchpin_model::code::{Resolver, Scheme, Unresolved};
use linchpin_model::id::{EntityId, FactorId, FindingId, IssueId, SourceId, StatementId, TopicId};
use linchpin_model::text::Text;
use linchpin_study::Error as StudyError;
use linchpin_study::statements::{Statements, answer};
use std::collections::BTreeSet;

/// An actor or alliance of the dossier: by id in any letter case, by a name it bore, or by a code that it had on the
/// day. A successor is never chosen silently.
pub fn entity(
    asked: &Option<String>,
    option: &str,
    day: Date,
    snapshot: &Snapshot,
    context: &Context<'_>,
) -> Result<Option<String>, Error> {
    let words = snapshot.vocabulary();
    let codes: Vec<String> = words.alliances.keys().map(|id| words.table_code(id)).collect();
    let ids = words.actors.keys().chain(words.alliances.keys()).map(EntityId::as_str);
    let other_codes = codes.iter().map(String::as_str).filter(|code| !words.knows(&EntityId::from(*code)));
    let found = known(asked, option, ids.chain(other_codes), context);
    let (Some(asked), Err(unknown)) = (asked, &found) else { return found };
    if let Some(code) = codes.iter().find(|code| members(code) == members(asked)) {
        return Ok(Some(code.clone()));
    }
    let resolver = Resolver::new(words.actors.values());
    let resolved = match asked.split_once(':') {
        Some((name, code)) => {
            let code = code.to_uppercase();
            resolver.by_code(scheme(name, &code, option, context)?, &code, day)
        }
        None => resolver.by_name(asked, day),
    };
    match resolved {
        Ok(id) => Ok(Some(id.to_string())),
        Err(Unresolved::Unknown) => Err(unknown.clone()),
        Err(unresolved) => Err(not_resolved(unresolved, asked, option, day, context)),
    }
}

/// The actor or alliance that must be named, by its id.
pub fn entity_id(
    asked: &str,
    place: &str,
    day: Date,
    snapshot: &Snapshot,
    context: &Context<'_>,
) -> Result<EntityId, Error> {
    let found = entity(&Some(asked.into()), place, day, snapshot, context)?.unwrap_or_default();
    let words = snapshot.vocabulary();
    let id = EntityId::from(found);
    // an alliance may have been found by the codes of its members
    let coded = |id: &EntityId| words.alliances.keys().find(|known| words.table_code(known) == id.as_str());
    Ok(if words.knows(&id) { id } else { coded(&id).cloned().unwrap_or(id) })
}

/// An issue by its id or its name in either language, in any letter case.
pub fn issue(
    asked: &Option<String>,
    option: &str,
    snapshot: &Snapshot,
    context: &Context<'_>,
) -> Result<Option<IssueId>, Error> {
    let issues = snapshot.vocabulary().issues.values().map(|issue| (issue.id.as_str(), &issue.name));
    Ok(word(asked, option, issues, context)?.map(IssueId::from))
}

/// The members that a word like `jpn-usa` names, in an order that is always the same.
fn members(word: &str) -> Vec<String> {
    let mut members: Vec<String> = word.split('-').map(str::to_lowercase).collect();
    members.sort();
    members
}

/// How codes are named on the command line.
const SCHEMES: [&str; 4] = ["iso", "cow", "gw", "cameo"];

/// The system of a code; `iso` stands for its two letters, three letters and three digits.
fn scheme(name: &str, code: &str, option: &str, context: &Context<'_>) -> Result<Scheme, Error> {
    match name.to_lowercase().as_str() {
        "iso" if code.bytes().all(|b| b.is_ascii_digit()) => Ok(Scheme::IsoNumeric),
        "iso" if code.len() == 3 => Ok(Scheme::IsoAlpha3),
        "iso" => Ok(Scheme::IsoAlpha2),
        "cow" => Ok(Scheme::Cow),
        "gw" => Ok(Scheme::GleditschWard),
        "cameo" => Ok(Scheme::Cameo),
        _ => {
            let slots = [("option", option.into()), ("scheme", name.into())];
            let remedy = context.voice.fill("scheme-remedy", &[("known", SCHEMES.join(", ").into())]);
            Err(Error::usage(context.voice.fill("scheme-unknown", &slots)).with(remedy))
        }
    }
}

fn not_resolved(why: Unresolved, asked: &str, option: &str, day: Date, context: &Context<'_>) -> Error {
    let voice = context.voice;
    let join = |ids: &[EntityId]| ids.iter().map(EntityId::as_str).collect::<Vec<_>>().join(", ");
    let day = date::day(day, voice);
    let slots = [("option", option.into()), ("name", asked.into()), ("day", day.as_str().into())];
    match why {
        Unresolved::Ambiguous(ids) => {
            let actors = join(&ids);
            let slots = [&slots[..], &[("actors", actors.as_str().into())]].concat();
            Error::usage(voice.fill("actor-ambiguous", &slots)).with(voice.say("actor-ambiguous-remedy"))
        }
        Unresolved::Unknown => {
            Error::usage(voice.fill("id-unknown", &[slots[0].clone(), ("id", asked.into())]))
        }
        Unresolved::NotThen(users) => {
            let users: Vec<String> = users
                .iter()
                .map(|(actor, period, successors)| {
                    let own = [("actor", actor.as_str().into()), ("period", period.as_str().into())];
                    let after = join(successors);
                    match successors.is_empty() {
                        true => voice.fill("actor-used-by", &own),
                        false => {
                            let own = [&own[..], &[("successors", after.as_str().into())]].concat();
                            voice.fill("actor-used-by-until", &own)
                        }
                    }
                })
                .collect();
            let users = users.join("; ");
            Error::usage(voice.fill("actor-not-then", &slots))
                .with(voice.fill("actor-not-then-remedy", &[("users", users.as_str().into())]))
        }
    }
}

pub fn source(
    asked: &Option<String>,
    snapshot: &Snapshot,
    context: &Context<'_>,
) -> Result<Option<SourceId>, Error> {
    source_at("--source", asked, snapshot, context)
}

/// A source that stands on the command line without an option.
pub fn source_argument(asked: &str, snapshot: &Snapshot, context: &Context<'_>) -> Result<SourceId, Error> {
    let found = source_at(&context.voice.say("value-source"), &Some(asked.into()), snapshot, context)?;
    Ok(found.unwrap_or_else(|| asked.into()))
}

fn source_at(
    place: &str,
    asked: &Option<String>,
    snapshot: &Snapshot,
    context: &Context<'_>,
) -> Result<Option<SourceId>, Error> {
    let ids = snapshot.vocabulary().sources.keys().map(SourceId::as_str);
    Ok(known(asked, place, ids, context)?.map(SourceId::from))
}

pub fn statement(
    asked: &Option<String>,
    snapshot: &Snapshot,
    context: &Context<'_>,
) -> Result<Option<StatementId>, Error> {
    let ids = snapshot.lines().iter().filter_map(|logged| Some(logged.statement()?.id.as_str()));
    Ok(among(asked, "--id", ids, "id-remedy-statements", context)?.map(StatementId::from))
}

/// A finding of the dossier.
pub fn finding(
    asked: &Option<String>,
    snapshot: &Snapshot,
    context: &Context<'_>,
) -> Result<Option<FindingId>, Error> {
    let ids = snapshot.findings().iter().map(|finding| finding.id.as_str());
    let name = context.voice.say("value-finding");
    Ok(among(asked, &name, ids, "id-remedy-file", context)?.map(FindingId::from))
}

/// A predicate in any letter case: an issue, topic or measure, a type of event with or without its mode, or a
/// mechanism.
pub fn predicate(
    asked: &Option<String>,
    snapshot: &Snapshot,
    context: &Context<'_>,
) -> Result<Option<String>, Error> {
    if asked.is_none() {
        return Ok(None);
    }
    let words = snapshot.vocabulary();
    let mut known: BTreeSet<String> = words.issues.keys().map(|id| id.to_string()).collect();
    known.extend(words.topics.keys().map(|id| id.to_string()));
    known.extend(words.measures.keys().map(|id| id.to_string()));
    for row in answer(&Statements::default(), snapshot).rows {
        known.extend(row.predicate.split_once('/').map(|(r#type, _)| r#type.to_string()));
        known.insert(row.predicate);
    }
    among(asked, "--predicate", known.iter().map(String::as_str), "predicate-remedy", context)
}

/// A topic: by id in any letter case, or by its name in either language.
pub fn topic(
    asked: &Option<String>,
    snapshot: &Snapshot,
    context: &Context<'_>,
) -> Result<Option<TopicId>, Error> {
    let all = snapshot.vocabulary().topics.values().map(|topic| (topic.id.as_str(), &topic.name));
    Ok(word(asked, "--topic", all, context)?.map(TopicId::from))
}

/// A cause or effect of mechanisms: by id in any letter case, or by its name in either language.
pub fn factor(
    asked: &Option<String>,
    option: &str,
    snapshot: &Snapshot,
    context: &Context<'_>,
) -> Result<Option<FactorId>, Error> {
    let all = snapshot.vocabulary().factors.values().map(|factor| (factor.id.as_str(), &factor.name));
    Ok(word(asked, option, all, context)?.map(FactorId::from))
}

fn word<'i>(
    asked: &Option<String>,
    option: &str,
    all: impl Iterator<Item = (&'i str, &'i Text)> + Clone,
    context: &Context<'_>,
) -> Result<Option<String>, Error> {
    let wanted = asked.as_ref().map(|asked| asked.to_lowercase());
    let bears =
        |name: &Text| [&name.de, &name.en].into_iter().any(|name| Some(name.to_lowercase()) == wanted);
    match all.clone().find(|(_, name)| bears(name)) {
        Some((id, _)) => Ok(Some(id.to_string())),
        None => known(asked, option, all.map(|(id, _)| id), context),
    }
}

fn known<'i>(
    asked: &Option<String>,
    option: &str,
    ids: impl Iterator<Item = &'i str> + Clone,
    context: &Context<'_>,
) -> Result<Option<String>, Error> {
    among(asked, option, ids, "id-remedy-file", context)
}

/// The one of several words that is asked for, in any letter case; `remedy` says where they stand, if they are many.
fn among<'i>(
    asked: &Option<String>,
    option: &str,
    ids: impl Iterator<Item = &'i str> + Clone,
    remedy: &str,
    context: &Context<'_>,
) -> Result<Option<String>, Error> {
    let Some(asked) = asked else { return Ok(None) };
    let same = |id: &&str| id.eq_ignore_ascii_case(asked);
    if let Some(id) = ids.clone().find(|id| *id == asked).or_else(|| ids.clone().find(same)) {
        return Ok(Some(id.to_string()));
    }
    let voice = context.voice;
    let error =
        Error::usage(voice.fill("id-unknown", &[("option", option.into()), ("id", asked.as_str().into())]));
    Err(match nearest(asked, ids.clone()) {
        Some(near) => error.with(voice.fill("did-you-mean", &[("near", near.into())])),
        None if ids.clone().count() <= 40 => {
            let all: Vec<&str> = ids.collect();
            error.with(voice.fill("id-remedy", &[("known", all.join(", ").into())]))
        }
        None => error.with(voice.say(remedy)),
    })
}

/// Why a question about a span has no answer, where `--from` names its beginning.
pub fn earlier_date(error: StudyError, voice: &Voice) -> Error {
    match error {
        StudyError::NotBefore { since, as_of } => {
            let slots = [("from", date::day(since, voice).into()), ("as-of", date::day(as_of, voice).into())];
            Error::usage(voice.fill("changes-not-before", &slots))
                .with(voice.say("changes-not-before-remedy"))
        }
        other => study_error(other, voice),
    }
}
