//! `linchpin validate`: how the method fares.

mod dossier;
mod simulated;

use crate::cells::cell;
use crate::context::Context;
use crate::error::Error;
use crate::heading::{Heading, heading};
use crate::names::{Names, study_error};
use crate::render::{date, footnotes, width};
use anstyle::Style;
use clap::ValueEnum;
use linchpin_dossier::Snapshot;
use linchpin_study::validate::{Agreement, Answer, Experiment, Row, Validate, answer, total_runs};
use std::io::{IsTerminal, Write};
use std::sync::atomic::{AtomicUsize, Ordering};

/// The options of `validate`.
#[derive(clap::Args)]
pub struct Args {
    #[arg(value_name = "EXPERIMENT", value_enum)]
    experiments: Vec<Name>,
    #[arg(long, value_name = "N", default_value_t = 1000, allow_negative_numbers = true)]
    #[arg(value_parser = clap::value_parser!(u32).range(10..=100_000))]
    runs: u32,
    #[arg(long, value_name = "DATE")]
    since: Option<String>,
    #[arg(long, value_name = "ID")]
    framework: Option<String>,
}

#[derive(ValueEnum, Clone, Copy)]
enum Name {
    Calibration,
    Placebo,
    Labels,
    Vintages,
    DoubleCoding,
}

impl From<Name> for Experiment {
    fn from(name: Name) -> Experiment {
        match name {
            Name::Calibration => Experiment::Calibration,
            Name::Placebo => Experiment::Placebo,
            Name::Labels => Experiment::Labels,
            Name::Vintages => Experiment::Vintages,
            Name::DoubleCoding => Experiment::DoubleCoding,
        }
    }
}

pub fn run(args: &Args, context: &Context<'_>) -> Result<(), Error> {
    let snapshot = context.snapshot()?;
    let since = args.since.as_deref().map(|day| date::option("--since", day, context.voice)).transpose()?;
    let setting = context.setting(args.framework.clone())?;
    let failed = |error| study_error(error, context.voice);
    let framework = setting.framework(&snapshot).map_err(failed)?;
    let mut experiments: Vec<Experiment> = args.experiments.iter().map(|name| (*name).into()).collect();
    if experiments.is_empty() {
        experiments = possible(&snapshot);
    }
    let question = Validate { experiments, runs: args.runs as usize, since, setting: setting.clone() };
    let progress = Progress::new(total_runs(&question), context);
    let found = answer(&question, &snapshot, &|_| progress.one_more()).map_err(failed)?;
    progress.clear();
    context.show(&found, csv, || {
        let names = Names::new(context.voice, &snapshot, framework, found.frame.as_of);
        Ok(text(&found, &names, context))
    })
}

/// The experiments that the dossier has something for.
fn possible(snapshot: &Snapshot) -> Vec<Experiment> {
    let about_nodes = snapshot.findings().iter().any(|finding| finding.of.node.is_some());
    let has_what_it_takes = |experiment: &Experiment| match experiment {
        Experiment::Labels => about_nodes,
        Experiment::DoubleCoding => !snapshot.codings().is_empty(),
        Experiment::Calibration | Experiment::Placebo | Experiment::Vintages => true,
    };
    Experiment::ALL.into_iter().filter(has_what_it_takes).collect()
}

/// A line on standard error, where that is a terminal.
struct Progress {
    done: AtomicUsize,
    total: usize,
    /// the line before and after the number that is done
    words: Option<[String; 2]>,
}

impl Progress {
    fn new(total: usize, context: &Context<'_>) -> Progress {
        let total_text = context.count(total);
        let slots = [("done", "\u{0}".into()), ("total", total_text.into())];
        let line = context.voice.fill("validate-progress", &slots);
        let (before, after) = line.split_once('\u{0}').unwrap_or((&line, ""));
        let words = std::io::stderr().is_terminal().then(|| [before.to_string(), after.to_string()]);
        Progress { done: AtomicUsize::new(0), total, words }
    }

    fn one_more(&self) {
        let done = self.done.fetch_add(1, Ordering::Relaxed) + 1;
        if let Some([before, after]) = &self.words
            && done.is_multiple_of((self.total / 200).max(1))
        {
            let _ = write!(std::io::stderr(), "\r{before}{done}{after}");
        }
    }

    fn clear(&self) {
        if self.words.is_some() {
            let _ = write!(std::io::stderr(), "\r\u{1b}[K");
        }
    }
}

fn text(found: &Answer, names: &Names<'_>, context: &Context<'_>) -> String {
    let voice = context.voice;
    let sample = [("runs", context.count(found.runs).into()), ("seed", found.frame.seed.to_string().into())];
    let sample = (voice.say("validate-sample"), voice.fill("validate-sample-value", &sample));
    let title = voice.say("validate-title");
    let head = Heading { sample: Some(sample), ..Heading::new(title, &found.frame) };
    let mut text = heading(&head, names, context);
    let of =
        |experiment| -> Vec<&Row> { found.rows.iter().filter(|row| row.experiment == experiment).collect() };
    let simulated =
        [(Experiment::Calibration, "validate-calibration"), (Experiment::Placebo, "validate-placebo")];
    for (experiment, id) in simulated {
        let rows = of(experiment);
        if rows.is_empty() {
            continue;
        }
        let (table, note) = match experiment {
            Experiment::Calibration => {
                (simulated::calibration(&rows, names, context), simulated::calibration_note(context))
            }
            _ => (simulated::placebo(&rows, names, context), simulated::placebo_note(context)),
        };
        text.push_str(&section(id, &table.set(width(), "  "), &note, found, context));
    }
    if let Some(labels) = &found.labels {
        let table = dossier::labels(labels, context).set(width(), "  ");
        text.push_str(&section("validate-labels", &table, &dossier::labels_note(context), found, context));
    }
    if let Some(vintages) = &found.vintages {
        let table = dossier::vintages(vintages, context).set(width(), "  ");
        let note = voice.say("note-vintages");
        text.push_str(&section("validate-vintages", &table, &note, found, context));
    }
    for coding in &found.double_coding {
        let mut tables = dossier::double_coding(coding, context).set(width(), "  ");
        if !coding.disagreements.is_empty() {
            tables.push_str(&format!("\n{}", dossier::disagreements(coding, context)));
        }
        let note = dossier::double_coding_note(coding, context);
        text.push_str(&section("validate-double-coding", &tables, &note, found, context));
    }
    let bounds = bounds(found);
    let held = bounds.iter().filter(|holds| **holds).count();
    let slots = [("held", held.to_string().into()), ("total", bounds.len().to_string().into())];
    text + &format!("\n{}\n", voice.fill("validate-held", &slots))
}

/// An experiment: its question, its tables and what they mean.
fn section(id: &str, tables: &str, note: &str, found: &Answer, context: &Context<'_>) -> String {
    let bold = Style::new().bold();
    let dates = [
        ("dense", date::day(found.dense, context.voice).into()),
        ("sparse", date::day(found.sparse, context.voice).into()),
    ];
    let title = context.voice.fill(id, &dates);
    format!("\n{bold}{title}{bold:#}\n{tables}{}", footnotes(&[note.to_string()]))
}

/// Whether each bound of METHOD holds.
fn bounds(found: &Answer) -> Vec<bool> {
    let rows = found.rows.iter().map(|row| row.holds);
    let labels = found.labels.iter().map(|labels| labels.holds);
    rows.chain(labels).chain(found.double_coding.iter().map(|coding| coding.holds)).collect()
}

/// One row for each figure.
fn csv(found: &Answer, context: &Context<'_>) -> Result<(), Error> {
    let mut figures = Figures { rows: vec![] };
    for row in &found.rows {
        let experiment = match row.experiment {
            Experiment::Calibration => "calibration",
            _ => "placebo",
        };
        let place = [experiment, row.world, row.node.as_str()];
        let holds = Some(row.holds);
        figures.add(place, "covered_90", row.covered_90, holds);
        figures.add(place, "covered_50", row.covered_50, None);
        for (tenth, share) in row.ranks.iter().enumerate() {
            figures.add(place, &format!("rank_{}", tenth + 1), Some(*share), None);
        }
        figures.add(place, "bias", Some(row.bias), holds.filter(|_| row.covered_90.is_none()));
        figures.add(place, "false_declines", row.false_declines, holds);
        figures.add(place, "false_rises", row.false_rises, None);
    }
    if let Some(labels) = &found.labels {
        let place = ["labels", "", ""];
        for (figure, count) in [
            ("conclusions", labels.conclusions),
            ("hold", labels.hold),
            ("comparisons", labels.comparisons),
            ("reversed", labels.reversed),
            ("under_any_weights", labels.under_any_weights),
        ] {
            figures.add(place, figure, Some(count as f64), None);
        }
        figures.add(place, "permuted", Some(labels.permuted), Some(labels.holds));
        figures.add(place, "permuted_and_weighted", Some(labels.permuted_and_weighted), None);
        figures.add(place, "weighted", Some(labels.weighted), None);
    }
    if let Some(vintages) = &found.vintages {
        let place = ["vintages", "", ""];
        figures.add(place, "states", Some(vintages.states as f64), None);
        figures.add(place, "readings", Some(vintages.readings as f64), None);
        figures.add(place, "new_states", Some(vintages.new_states as f64), None);
        figures.add(place, "covered_90", Some(vintages.covered_90), None);
        for (figure, gain) in
            [("over_persistence", vintages.over_persistence), ("over_half", vintages.over_half)]
        {
            figures.add(place, figure, Some(gain.mean), None);
            figures.add(place, &format!("{figure}_error"), gain.error, None);
        }
    }
    for coding in &found.double_coding {
        let place = ["double-coding", coding.coder.as_str(), ""];
        figures.add(place, "passages", Some(coding.passages as f64), None);
        figures.add(place, "same", Some(coding.same as f64), None);
        let parts = [
            ("alpha_levels", &coding.levels, Some(coding.holds)),
            ("alpha_kind_of_place", &coding.kind_of_place, None),
            ("alpha_salience", &coding.salience, None),
            ("alpha_layer", &coding.layer, None),
            ("alpha_modality", &coding.modality, None),
            ("alpha_hedged", &coding.hedged, None),
        ];
        for (figure, agreement, holds) in parts {
            let Some(Agreement { alpha, i90, .. }) = agreement else { continue };
            figures.add(place, figure, Some(*alpha), holds);
            figures.add(place, &format!("{figure}_q05"), Some(i90[0]), None);
            figures.add(place, &format!("{figure}_q95"), Some(i90[1]), None);
        }
    }
    let columns = ["experiment", "world", "node", "runs", "figure", "value", "holds"];
    let runs = found.runs.to_string();
    let rows = figures.rows.iter().map(|[experiment, world, node, figure, value, holds]| {
        [experiment, world, node, &runs, figure, value, holds].map(String::as_str)
    });
    context.csv(&columns, rows)
}

/// Rows of a table of figures, as they come in.
struct Figures {
    rows: Vec<[String; 6]>,
}

impl Figures {
    fn add(&mut self, place: [&str; 3], figure: &str, value: Option<f64>, holds: Option<bool>) {
        let Some(value) = value else { return };
        let [experiment, world, node] = place.map(String::from);
        let holds = cell(holds);
        self.rows.push([experiment, world, node, figure.into(), value.to_string(), holds]);
    }
}
