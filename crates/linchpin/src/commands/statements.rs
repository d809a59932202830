//! `linchpin statements`: what the sources say, one row per piece of evidence.

use crate::asked::{entity, predicate, source, statement};
use crate::cli::Format;
use crate::context::Context;
use crate::error::Error;
use crate::names::{Names, node_path, study_error};
use crate::render::{date, wrap};
use anstyle::Style;
use clap::ValueEnum;
use linchpin_dossier::{Snapshot, View};
use linchpin_model::id::{EntityId, StatementId};
use linchpin_model::log::Status;
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
    #[arg(long, value_name = "ACTOR")]
    actor: Option<String>,
    #[arg(long, value_name = "STATUS", value_enum)]
    status: Option<StatusName>,
    #[arg(long, value_name = "WORDS")]
    search: Option<String>,
    #[arg(long, value_name = "NODE", requires = "tie")]
    node: Option<String>,
    #[arg(long, value_name = "TIE")]
    tie: Option<String>,
    #[arg(long, value_name = "ID")]
    framework: Option<String>,
    #[arg(long)]
    details: bool,
}

#[derive(ValueEnum, Clone, Copy)]
enum StatusName {
    Proposed,
    Accepted,
    Rejected,
}

impl From<StatusName> for Status {
    fn from(name: StatusName) -> Status {
        match name {
            StatusName::Proposed => Status::Proposed,
            StatusName::Accepted => Status::Accepted,
            StatusName::Rejected => Status::Rejected,
        }
    }
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
        actor: entity(&args.actor, "--actor", day, &snapshot, context)?,
        status: args.status.map(Status::from),
        words: args.search.iter().flat_map(|words| words.split_whitespace()).map(String::from).collect(),
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
        Format::Csv => {
            let columns = if args.details { Row::COLUMNS.len() } else { Row::PLAIN };
            let rows = found.rows.iter().map(|row| row.cells().into_iter().take(columns).collect::<Vec<_>>());
            context.csv(&Row::COLUMNS[..columns], rows)
        }
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

fn text(
    found: &Answer,
    view: &View<'_>,
    setting: &Setting,
    snapshot: &Snapshot,
    context: &Context<'_>,
) -> Result<String, Error> {
    let framework = setting.framework(snapshot).map_err(|e| study_error(e, context.voice))?;
    let today = date::today();
    let names = Names::new(context.voice, snapshot, framework, setting.as_of.unwrap_or(today));
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
