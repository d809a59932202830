//! `linchpin statements`: what the sources say, one row per piece of evidence.

use crate::cli::Format;
use crate::context::Context;
use crate::error::Error;
use crate::names::{Names, node_path, study_error};
use crate::render::{date, wrap};
use anstyle::Style;
use clap::ValueEnum;
use linchpin_dossier::{Snapshot, View};
use linchpin_model::Date;
use linchpin_model::check::nearest;
use linchpin_model::code::{Resolver, Scheme, Unresolved};
use linchpin_model::id::{EntityId, SourceId, StatementId};
use linchpin_model::statement::Kind;
use linchpin_study::statements::{Answer, Row, Statements, answer};
use linchpin_study::{Setting, explain};
use std::collections::BTreeSet;

/// The options of `statements`.
#[derive(clap::Args)]
pub struct Args {
    #[arg(long, value_name = "KIND", value_enum)]
    kind: Option<KindName>,
    #[arg(long, value_name = "ACTOR")]
    subject: Option<String>,
    #[arg(long, value_name = "ACTOR")]
    object: Option<String>,
    #[arg(long, value_name = "PREDICATE")]
    predicate: Option<String>,
    #[arg(long, value_name = "SOURCE")]
    source: Option<String>,
    #[arg(long, value_name = "ACTOR")]
    speaker: Option<String>,
    #[arg(long, value_name = "DATE")]
    valid_at: Option<String>,
    #[arg(long, value_name = "ID")]
    id: Option<String>,
    #[arg(long, value_name = "NODE", requires = "tie")]
    node: Option<String>,
    #[arg(long, value_name = "TIE")]
    tie: Option<String>,
    #[arg(long, value_name = "ID")]
    framework: Option<String>,
}

#[derive(ValueEnum, Clone, Copy)]
enum KindName {
    Quantity,
    Position,
    Event,
    Provision,
    Judgement,
    Mechanism,
}

impl From<KindName> for Kind {
    fn from(name: KindName) -> Kind {
        match name {
            KindName::Quantity => Kind::Quantity,
            KindName::Position => Kind::Position,
            KindName::Event => Kind::Event,
            KindName::Provision => Kind::Provision,
            KindName::Judgement => Kind::Judgement,
            KindName::Mechanism => Kind::Mechanism,
        }
    }
}

pub fn run(args: &Args, context: &Context<'_>) -> Result<(), Error> {
    let snapshot = context.snapshot()?;
    let setting = context.setting(args.framework.clone())?;
    let valid_at =
        args.valid_at.as_deref().map(|day| date::option("--valid-at", day, context.voice)).transpose()?;
    let view = setting.view(&snapshot);
    let day = valid_at.or(setting.as_of).or(view.newest_known()).unwrap_or_else(date::today);
    let question = Statements {
        kind: args.kind.map(Kind::from),
        subject: entity(&args.subject, "--subject", day, &snapshot, context)?,
        object: entity(&args.object, "--object", day, &snapshot, context)?,
        predicate: predicate(&args.predicate, &snapshot, context)?,
        source: source(&args.source, &snapshot, context)?,
        speaker: entity(&args.speaker, "--speaker", day, &snapshot, context)?.map(EntityId::from),
        id: statement(&args.id, &snapshot, context)?,
        valid_at,
        setting: setting.clone(),
    };
    let mut found = answer(&question, &snapshot);
    if let Some(tie) = &args.tie {
        let carrying = carrying(tie, args.node.as_deref(), &setting, &snapshot, context)?;
        found.rows.retain(|row| carrying.contains(&row.id));
    } else if let Some(as_of) = setting.as_of {
        let begun =
            |row: &Row| view.get(&row.id).is_some_and(|seen| seen.statement.valid.first_day() <= as_of);
        found.rows.retain(begun);
    }
    match context.global.format.unwrap_or(Format::Csv) {
        Format::Csv => context.csv(&Row::COLUMNS, found.rows.iter().map(Row::cells)),
        Format::Json => context.json(&found),
        Format::Text => context.print(&text(&found, &view, &setting, &snapshot, context)?),
    }
}

/// The statements that carry a node of an alliance.
fn carrying(
    tie: &str,
    node: Option<&str>,
    setting: &Setting,
    snapshot: &Snapshot,
    context: &Context<'_>,
) -> Result<BTreeSet<StatementId>, Error> {
    let failed = |error| study_error(error, context.voice);
    let framework = setting.framework(snapshot).map_err(failed)?;
    let node = node.map(|node| node_path(framework, node, context.voice)).transpose()?;
    let question = explain::Explain { tie: tie.into(), node, setting: setting.clone() };
    let explained = explain::answer(&question, snapshot).map_err(failed)?;
    let (mut found, mut open) = (BTreeSet::new(), vec![&explained.node]);
    while let Some(branch) = open.pop() {
        found.extend(branch.statements.iter().map(|used| used.id.clone()));
        open.extend(&branch.children);
    }
    Ok(found)
}

/// An actor or alliance of the dossier: by id in any letter case, by a name it bore, or by a code that it had on the
/// day. A successor is never chosen silently.
fn entity(
    asked: &Option<String>,
    option: &str,
    day: Date,
    snapshot: &Snapshot,
    context: &Context<'_>,
) -> Result<Option<String>, Error> {
    let words = snapshot.vocabulary();
    let codes: Vec<String> = words.alliances.keys().map(|id| words.table_code(id)).collect();
    let ids = words.actors.keys().chain(words.alliances.keys()).map(EntityId::as_str);
    let found = known(asked, option, ids.chain(codes.iter().map(String::as_str)), context);
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

fn source(
    asked: &Option<String>,
    snapshot: &Snapshot,
    context: &Context<'_>,
) -> Result<Option<SourceId>, Error> {
    let ids = snapshot.vocabulary().sources.keys().map(SourceId::as_str);
    Ok(known(asked, "--source", ids, context)?.map(SourceId::from))
}

fn statement(
    asked: &Option<String>,
    snapshot: &Snapshot,
    context: &Context<'_>,
) -> Result<Option<StatementId>, Error> {
    let ids = snapshot.lines().iter().filter_map(|logged| Some(logged.statement()?.id.as_str()));
    Ok(among(asked, "--id", ids, "id-remedy-statements", context)?.map(StatementId::from))
}

/// A predicate in any letter case: an issue, topic or measure, a type of event with or without its mode, or a
/// mechanism.
fn predicate(
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

fn text(
    found: &Answer,
    view: &View<'_>,
    setting: &Setting,
    snapshot: &Snapshot,
    context: &Context<'_>,
) -> Result<String, Error> {
    let framework = setting.framework(snapshot).map_err(|e| study_error(e, context.voice))?;
    let today = date::today();
    let names = Names::new(context, snapshot, framework, setting.as_of.unwrap_or(today));
    let (bold, quiet) = (Style::new().bold(), Style::new().dimmed());
    let mut text = String::new();
    let mut before = None;
    for row in &found.rows {
        if before != Some(&row.id) {
            let about = [row.subject.as_str(), row.object.as_str()];
            let about: Vec<&str> = about.into_iter().filter(|code| !code.is_empty()).collect();
            let value = [row.value.as_str(), row.unit.as_str()];
            let value: Vec<&str> = value.into_iter().filter(|v| !v.is_empty()).collect();
            let valid =
                view.get(&row.id).map_or(String::new(), |s| date::edtf(&s.statement.valid, context.voice));
            let what = format!("{}: {}", row.predicate, value.join(" "));
            let parts = [kind_name(row.kind, context), about.join(" → "), what, valid];
            let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
            text.push_str(&format!("{bold}{}{bold:#}  {}\n", row.id, parts.join("  ")));
            text.push_str(&wrap(row.text.get(context.lang()), crate::render::width(), "  "));
            text.push('\n');
        }
        before = Some(&row.id);
        let speaker = names.entity(&row.speaker);
        let place = format!("{speaker} · {}, {}", names.citation(&row.source), row.locator);
        text.push_str(&format!("{quiet}{}{quiet:#}\n", wrap(&place, crate::render::width(), "    ")));
    }
    let statements: BTreeSet<&StatementId> = found.rows.iter().map(|row| &row.id).collect();
    let slots = [("statements", statements.len().into()), ("rows", found.rows.len().into())];
    Ok(text + &format!("{}\n", context.voice.fill("statements-count", &slots)))
}

/// The name of a kind of statement.
pub fn kind_name(kind: &str, context: &Context<'_>) -> String {
    let id = match kind {
        "quantity" => "kind-quantity",
        "position" => "kind-position",
        "event" => "kind-event",
        "provision" => "kind-provision",
        "judgement" => "kind-judgement",
        "mechanism" => "kind-mechanism",
        other => return other.to_string(),
    };
    context.voice.say(id)
}
