//! `linchpin check`: everything that is wrong with a dossier.

use crate::cells::cell;
use crate::cli::Format;
use crate::commands::statements::kind_name;
use crate::context::{Context, Place};
use crate::error::{Error, at};
use crate::render::wrap;
use linchpin_dossier::anchor::{AnchorFinding, AnchorReport, Outcome};
use linchpin_dossier::{Knowledge, Located, Logged, Report, Snapshot};
use linchpin_model::id::StatementId;
use linchpin_model::text::Text;
use serde::Serialize;
use std::path::PathBuf;

/// The name and version of the shape of its JSON.
const SCHEMA: &str = "linchpin.check/1";

/// The options of `check`.
#[derive(clap::Args)]
pub struct Args {
    #[arg(value_name = "DIR")]
    dir: Option<PathBuf>,
    #[arg(long)]
    unused: bool,
    #[arg(long, value_name = "DIR")]
    texts: Option<PathBuf>,
}

/// What a check found.
#[derive(Serialize)]
struct Answer<'a> {
    schema: &'static str,
    /// none for the built-in dossier
    folder: Option<String>,
    files: usize,
    lines: usize,
    statements: usize,
    faults: Vec<FaultRow<'a>>,
    /// with `--unused`
    #[serde(skip_serializing_if = "Option::is_none")]
    unused: Option<&'a [UnusedRow]>,
    /// with `--texts`
    #[serde(skip_serializing_if = "Option::is_none")]
    anchors: Option<Anchors>,
}

#[derive(Serialize)]
struct FaultRow<'a> {
    file: &'a str,
    line: Option<u64>,
    column: Option<u64>,
    field: &'a str,
    code: &'static str,
    what: &'a str,
    remedy: &'a str,
}

#[derive(Serialize)]
struct UnusedRow {
    statement: StatementId,
    kind: &'static str,
    file: String,
    line: u64,
    #[serde(skip)]
    text: Text,
}

#[derive(Serialize)]
struct Anchors {
    exact: usize,
    moved: usize,
    lost: usize,
    not_present: usize,
    each: Vec<AnchorRow>,
}

#[derive(Serialize)]
struct AnchorRow {
    statement: String,
    source: String,
    file: String,
    line: u64,
    outcome: &'static str,
    span: Option<[u32; 2]>,
}

/// What is known about a dossier that is sound.
#[derive(Default)]
struct More {
    unused: Option<Vec<UnusedRow>>,
    anchors: Option<AnchorReport>,
}

pub fn run(args: &Args, context: &Context<'_>) -> Result<(), Error> {
    let place = args.dir.clone().map_or_else(|| context.place(), Place::Folder);
    place.must_exist(context.voice)?;
    let report = linchpin_dossier::check_files(&*place.files());
    let snapshot = match report.is_sound() && (args.unused || args.texts.is_some()) {
        true => linchpin_dossier::read_files(&*place.files()).ok(),
        false => None,
    };
    let more =
        snapshot.as_ref().map_or(Ok(More::default()), |snapshot| look_closer(args, snapshot, context))?;
    match context.format() {
        Format::Text => context.print(&text(&report, &place, &more, snapshot.as_ref(), context))?,
        Format::Json => context.json(&answer(&report, &place, &more))?,
        Format::Csv => csv(&report, &more, context)?,
    }
    let lost = more.anchors.as_ref().is_some_and(|anchors| anchors.lost > 0);
    if report.is_sound() && !lost { Ok(()) } else { Err(Error::Found) }
}

fn look_closer(args: &Args, snapshot: &Snapshot, context: &Context<'_>) -> Result<More, Error> {
    let mut more = More::default();
    if args.unused {
        let view = snapshot.view(&Knowledge::default());
        let framework = snapshot.frameworks().get(&snapshot.settings().framework);
        more.unused = framework.map(|framework| {
            let ids = linchpin_assess::unused(&view, framework);
            ids.iter().filter_map(|id| unused_row(snapshot.find(id)?)).collect()
        });
    }
    if let Some(texts) = &args.texts {
        let report = linchpin_dossier::anchors(snapshot, texts);
        let failed = |e: linchpin_dossier::anchor::TextsError| {
            at(context.voice, &e.path.display().to_string(), &e.cause)
        };
        more.anchors = Some(report.map_err(failed)?);
    }
    Ok(more)
}

fn text(
    report: &Report,
    place: &Place,
    more: &More,
    snapshot: Option<&Snapshot>,
    context: &Context<'_>,
) -> String {
    let voice = context.voice;
    let mut text = String::new();
    for fault in &report.faults {
        text.push_str(&format!("{}\n", place.locate(fault)));
    }
    let count = |n: usize| context.count(n);
    let summary = match report.faults.len() {
        0 => voice.fill(
            "check-sound",
            &[
                ("place", place.name(voice).into()),
                ("files", count(report.files).into()),
                ("statements", count(report.statements).into()),
            ],
        ),
        faults => voice.fill("check-faults", &[("count", faults.into()), ("shown", count(faults).into())]),
    };
    text.push_str(&format!("{summary}\n"));
    if let (Some(unused), Some(snapshot)) = (&more.unused, snapshot) {
        let slots =
            [("count", unused.len().into()), ("framework", snapshot.settings().framework.as_str().into())];
        text.push_str(&format!("{}\n", voice.fill("check-unused", &slots)));
        for row in unused {
            text.push_str(&unused_line(row, place, context));
        }
    }
    if let Some(anchors) = &more.anchors {
        text.push_str(&anchor_lines(anchors, place, context));
    }
    text
}

fn unused_row(logged: &Logged) -> Option<UnusedRow> {
    let statement = logged.statement()?;
    Some(UnusedRow {
        statement: statement.id.clone(),
        kind: statement.claim.kind().name(),
        file: logged.file.to_string(),
        line: logged.number,
        text: statement.text.clone(),
    })
}

fn unused_line(row: &UnusedRow, place: &Place, context: &Context<'_>) -> String {
    let kind = kind_name(row.kind, context);
    let said = wrap(row.text.get(context.lang()), crate::render::width(), "    ");
    format!("{}:{}: {}  {kind}\n{said}\n", place.file(&row.file), row.line, row.statement)
}

/// Anchors that are not exact, how many texts are not at hand, and the closing line that is the same in every language.
fn anchor_lines(anchors: &AnchorReport, place: &Place, context: &Context<'_>) -> String {
    let voice = context.voice;
    let mut text = String::new();
    for finding in &anchors.each {
        let slots = [
            ("statement", finding.statement.to_string().into()),
            ("source", finding.source.to_string().into()),
        ];
        let said = match finding.outcome {
            Outcome::Exact | Outcome::NotPresent => continue,
            Outcome::Lost => voice.fill("anchor-lost", &slots),
            Outcome::Moved([start, end]) => {
                let [statement, source] = slots;
                let span = [("start", start.to_string().into()), ("end", end.to_string().into())];
                let [start, end] = span;
                voice.fill("anchor-moved", &[statement, source, start, end])
            }
        };
        text.push_str(&format!("{}:{}: {said}\n", place.file(&finding.file), finding.line));
    }
    if anchors.not_present > 0 {
        let slots = [("count", anchors.not_present.into())];
        text.push_str(&format!("{}\n", voice.fill("anchors-not-present", &slots)));
    }
    text + &format!("anchors: exact {}, moved {}, lost {}\n", anchors.exact, anchors.moved, anchors.lost)
}

fn answer<'a>(report: &'a Report, place: &Place, more: &'a More) -> Answer<'a> {
    Answer {
        schema: SCHEMA,
        folder: match place {
            Place::BuiltIn => None,
            Place::Folder(path) => Some(path.display().to_string()),
        },
        files: report.files,
        lines: report.lines,
        statements: report.statements,
        faults: report.faults.iter().map(fault_row).collect(),
        unused: more.unused.as_deref(),
        anchors: more.anchors.as_ref().map(|a| Anchors {
            exact: a.exact,
            moved: a.moved,
            lost: a.lost,
            not_present: a.not_present,
            each: a.each.iter().map(anchor_row).collect(),
        }),
    }
}

fn fault_row(located: &Located) -> FaultRow<'_> {
    FaultRow {
        file: &located.file,
        line: located.line,
        column: located.column,
        field: &located.fault.field,
        code: located.fault.code,
        what: &located.fault.what,
        remedy: &located.fault.remedy,
    }
}

fn anchor_row(finding: &AnchorFinding) -> AnchorRow {
    let (outcome, span) = match finding.outcome {
        Outcome::Exact => ("exact", None),
        Outcome::Moved(span) => ("moved", Some(span)),
        Outcome::Lost => ("lost", None),
        Outcome::NotPresent => ("not present", None),
    };
    AnchorRow {
        statement: finding.statement.to_string(),
        source: finding.source.to_string(),
        file: finding.file.clone(),
        line: finding.line,
        outcome,
        span,
    }
}

/// The table of faults; unused statements and anchors that are not exact follow as rows of their own.
fn csv(report: &Report, more: &More, context: &Context<'_>) -> Result<(), Error> {
    let mut rows: Vec<[String; 7]> = vec![];
    for l in &report.faults {
        let f = &l.fault;
        rows.push([
            l.file.clone(),
            cell(l.line),
            cell(l.column),
            f.field.clone(),
            f.code.into(),
            f.what.clone(),
            f.remedy.clone(),
        ]);
    }
    let remark = |file: &str, line: String, code: &str, what: String| {
        [file.into(), line, String::new(), String::new(), code.into(), what, String::new()]
    };
    for row in more.unused.iter().flatten() {
        rows.push(remark(&row.file, row.line.to_string(), "unused", row.statement.to_string()));
    }
    for finding in more.anchors.iter().flat_map(|anchors| &anchors.each) {
        let row = anchor_row(finding);
        let code = format!("anchor-{}", row.outcome.replace(' ', "-"));
        rows.push(remark(&row.file, row.line.to_string(), &code, row.statement));
    }
    context.csv(&["file", "line", "column", "field", "code", "what", "remedy"], rows)
}
