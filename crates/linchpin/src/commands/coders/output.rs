//! How an answer about coders is shown.

use super::Origin;
use crate::context::Context;
use crate::error::Error;
use crate::render::table::{Edge, Table};
use crate::render::{NONE, columns, footnotes, number, section, width, wrap};
use anstyle::Style;
use linchpin_study::Interval;
use linchpin_study::coders::{Answer, CoderTold, Diagnosis, ItemTold};

/// How many items are listed.
const ITEMS_SHOWN: usize = 12;
/// From this probability on a coder is called lenient; as far from it on the other side, strict.
const CLEARLY: f64 = 0.95;

pub fn text(found: &Answer, origin: &Origin, all: bool, context: &Context<'_>) -> String {
    let voice = context.voice;
    let mut text = heading(found, origin, context);
    if !found.converged {
        let bold = Style::new().bold();
        let warning = wrap(&voice.say("coders-not-converged"), width(), "");
        text.push_str(&format!("\n{bold}{warning}{bold:#}\n"));
    }
    text.push_str(&format!("\n{}\n", wrap(&agreement(found, context), width(), "")));
    text.push_str(&section(&voice.say("coders-coders")));
    text.push_str(&coders(found, context).set(width(), "  "));
    text.push_str(&section(&voice.say("coders-scales")));
    text.push_str(&scales(found, all, context).set(width(), "  "));
    let in_dossier = found.items.iter().any(|item| item.logged.is_some());
    let title = if in_dossier { "coders-items-logged" } else { "coders-items" };
    text.push_str(&section(&voice.say(title)));
    let shown = if all { found.items.len() } else { ITEMS_SHOWN };
    text.push_str(&items(found, in_dossier, shown, context).set(width(), "  "));
    let more = found.items.len().saturating_sub(shown);
    if more > 0 {
        text.push_str(&format!("  {}\n", voice.fill("coders-more", &[("count", more.into())])));
    }
    let note = if in_dossier { "coders-note-logged" } else { "coders-note-items" };
    text.push('\n');
    let mut notes = vec![voice.say("coders-note-coders")];
    if found.coders.len() == 2 {
        notes.push(voice.say("coders-note-two"));
    }
    notes.extend([voice.say("coders-note-scales"), voice.say(note)]);
    text + &footnotes(&notes)
}

/// The title, and the lines that say what the answer rests on.
fn heading(found: &Answer, origin: &Origin, context: &Context<'_>) -> String {
    let voice = context.voice;
    let from = match origin {
        Origin::Dossier(snapshot) => {
            let settings = snapshot.settings();
            let slots = [
                ("name", settings.name.get(context.lang()).into()),
                ("id", settings.id.as_str().into()),
                ("version", snapshot.version().get(..12).unwrap_or_default().into()),
            ];
            (voice.say("heading-dossier"), voice.fill("heading-dossier-value", &slots))
        }
        Origin::Table(file) => (voice.say("coders-file"), file.clone()),
    };
    let counts = [
        ("coders", found.coders.len().into()),
        ("items", found.items.len().into()),
        ("ratings", found.ratings.into()),
    ];
    let draws = [
        ("draws", context.count(found.draws).into()),
        ("chains", found.chains.to_string().into()),
        ("seed", found.seed.to_string().into()),
    ];
    let lines = [
        from,
        (voice.say("coders-codings"), voice.fill("coders-codings-value", &counts)),
        (voice.say("heading-draws"), voice.fill("coders-draws-value", &draws)),
        (voice.say("coders-convergence"), convergence(&found.diagnosis, context)),
    ];
    let (bold, quiet) = (Style::new().bold(), Style::new().dimmed());
    let widest = lines.iter().map(|(label, _)| columns(label)).max().unwrap_or_default();
    let mut text = format!("{bold}{}{bold:#}\n\n", voice.say("coders-title"));
    for (label, value) in lines {
        let space = " ".repeat(widest - columns(&label));
        text.push_str(&format!("{quiet}{label}{quiet:#}{space}  {value}\n"));
    }
    text
}

fn convergence(diagnosis: &Diagnosis, context: &Context<'_>) -> String {
    let number = |value: Option<f64>, places: usize| {
        value.map_or(NONE.to_string(), |value| number::fixed(value, places, context.lang()))
    };
    let count = |value: Option<f64>| value.map_or(NONE.to_string(), |value| context.count(value as usize));
    let slots = [
        ("rhat", number(diagnosis.rhat, 3).into()),
        ("bulk", count(diagnosis.bulk_ess).into()),
        ("tail", count(diagnosis.tail_ess).into()),
        ("divergences", diagnosis.divergences.into()),
    ];
    context.voice.fill("coders-convergence-value", &slots)
}

fn agreement(found: &Answer, context: &Context<'_>) -> String {
    let Some(alpha) = &found.alpha else { return context.voice.say("coders-no-alpha") };
    let slots = [
        ("alpha", context.score(alpha.alpha).into()),
        ("interval", number::interval(alpha.i90, context.lang()).into()),
        ("units", alpha.units.into()),
    ];
    context.voice.fill("coders-alpha", &slots)
}

fn coders(found: &Answer, context: &Context<'_>) -> Table {
    let voice = context.voice;
    let mut table = Table::new([
        (voice.say("coders-column-coder"), Edge::Left),
        (voice.say("coders-column-ratings"), Edge::Right),
        (voice.say("coders-column-reliability"), Edge::Right),
        (voice.say("coders-column-best"), Edge::Right),
        (voice.say("coders-column-shift"), Edge::Right),
        (voice.say("coders-column-leaning"), Edge::Left),
    ]);
    for coder in &found.coders {
        table.row([
            coder.coder.clone(),
            context.count(coder.ratings),
            with_interval(&coder.reliability, number::score, context),
            context.percent(coder.p_most_reliable),
            with_interval(&coder.shift, number::difference, context),
            voice.say(leaning(coder, found.coders.len())),
        ]);
    }
    table
}

/// Whether a coder is lenient or strict, in a word.
fn leaning(coder: &CoderTold, coders: usize) -> &'static str {
    match coder.p_lenient {
        _ if coders < 2 => "coders-alone",
        p if p >= CLEARLY => "coders-lenient",
        p if p <= 1.0 - CLEARLY => "coders-strict",
        _ => "coders-neither",
    }
}

type Shown = fn(f64, linchpin_model::text::Lang) -> String;

/// A mean with its 90 % interval: `1.62 (0.94–2.51)`, and `0.10 (−0.20 to 0.40)` where a sign stands.
fn with_interval(interval: &Interval, shown: Shown, context: &Context<'_>) -> String {
    let [mean, low, high] =
        [interval.mean, interval.i90[0], interval.i90[1]].map(|value| shown(value, context.lang()));
    if interval.i90[0] >= 0.0 && !low.starts_with(['+', '±']) {
        return format!("{mean} ({low}–{high})");
    }
    let slots = [("low", low.into()), ("high", high.into())];
    format!("{mean} ({})", context.voice.fill("coders-from-to", &slots))
}

/// Where the levels of each scale begin, for all its coders; with `all`, for each of them.
fn scales(found: &Answer, all: bool, context: &Context<'_>) -> Table {
    let voice = context.voice;
    let mut table = Table::new([
        (voice.say("coders-column-scale"), Edge::Wrapped),
        (voice.say("coders-column-begins"), Edge::Wrapped),
    ]);
    let places = |thresholds: &[Interval]| {
        let means = thresholds.iter().map(|threshold| number::score(threshold.mean, context.lang()));
        means.collect::<Vec<_>>().join(" · ")
    };
    for scale in &found.scales {
        let count = scale.of.levels.len();
        let name = match scale.of.scale.as_str() {
            name if name.is_empty() || name == count.to_string() => {
                voice.fill("coders-scale", &[("levels", count.into())])
            }
            name => name.to_string(),
        };
        table.row([name, places(&scale.thresholds)]);
        for coder in found.coders.iter().filter(|_| all) {
            for on in coder.scales.iter().filter(|on| on.scale == scale.of.scale) {
                table.row([format!("  {}", coder.coder), places(&on.standardised)]);
            }
        }
    }
    table
}

/// The items: those first whose combined place differs most from that of the log, or whose level is least sure.
fn items(found: &Answer, in_dossier: bool, shown: usize, context: &Context<'_>) -> Table {
    let voice = context.voice;
    let likeliest = |item: &ItemTold| item.levels.iter().copied().fold(0.0, f64::max);
    let rank = |item: &ItemTold| match &item.logged {
        Some(logged) if in_dossier => -logged.difference.abs(),
        _ if in_dossier => 0.0,
        _ => likeliest(item),
    };
    let mut sorted: Vec<&ItemTold> = found.items.iter().collect();
    sorted.sort_by(|a, b| rank(a).total_cmp(&rank(b)));
    let mut heads = vec![
        (voice.say("coders-column-item"), Edge::Left),
        (voice.say("coders-column-given"), Edge::Wrapped),
        (voice.say("coders-column-likeliest"), Edge::Wrapped),
        (voice.say("coders-column-place"), Edge::Right),
    ];
    if in_dossier {
        heads.push((voice.say("coders-column-difference"), Edge::Right));
    }
    let mut table = Table::new(heads);
    for item in sorted.into_iter().take(shown) {
        let given: Vec<String> =
            item.given.iter().map(|given| format!("{}: {}", given.coder, given.level)).collect();
        let level = format!("{} ({})", item.likeliest, context.percent(likeliest(item)));
        let mut row = vec![item.item.clone(), given.join("; "), level, context.score(item.place)];
        if in_dossier {
            let difference = item.logged.as_ref().map(|logged| logged.difference);
            row.push(difference.map_or(NONE.into(), |value| number::difference(value, context.lang())));
        }
        table.row(row);
    }
    table
}

const COLUMNS: [&str; 9] = ["row", "name", "scale", "figure", "value", "q05", "q25", "q75", "q95"];

/// One row for each figure.
pub fn csv(found: &Answer, context: &Context<'_>) -> Result<(), Error> {
    let mut figures = Figures(vec![]);
    run(found, &mut figures);
    for coder in &found.coders {
        let place = ["coder", &coder.coder, ""];
        figures.single(place, "ratings", coder.ratings);
        figures.interval(place, "reliability", &coder.reliability);
        figures.single(place, "p_most_reliable", coder.p_most_reliable);
        figures.interval(place, "shift", &coder.shift);
        figures.single(place, "p_lenient", coder.p_lenient);
        for on in &coder.scales {
            let place = ["coder", &coder.coder, &on.scale];
            figures.single(place, "ratings", on.ratings);
            figures.thresholds(place, "threshold", &on.thresholds);
            figures.thresholds(place, "standardised", &on.standardised);
        }
    }
    for scale in &found.scales {
        let place = ["scale", "", &scale.of.scale];
        figures.thresholds(place, "threshold", &scale.thresholds);
        figures.thresholds(place, "common", &scale.common);
    }
    for item in &found.items {
        let place = ["item", &item.item, &item.scale];
        figures.interval(place, "latent", &item.latent);
        figures.single(place, "place", item.place);
        figures.single(place, "likeliest", &item.likeliest);
        for (level, p) in item.levels.iter().enumerate() {
            figures.single(place, &format!("p_level_{}", level + 1), p);
        }
        if let Some(logged) = &item.logged {
            figures.single(place, "logged", &logged.level);
            figures.single(place, "difference", logged.difference);
        }
    }
    context.csv(&COLUMNS, figures.0)
}

/// The figures of the run as a whole.
fn run(found: &Answer, figures: &mut Figures) {
    let place = ["run", "", ""];
    figures.single(place, "converged", found.converged);
    let Diagnosis { rhat, bulk_ess, tail_ess, divergences } = found.diagnosis;
    for (figure, value) in [("rhat", rhat), ("bulk_ess", bulk_ess), ("tail_ess", tail_ess)] {
        figures.single(place, figure, crate::cells::cell(value));
    }
    figures.single(place, "divergences", divergences);
    if let Some(alpha) = &found.alpha {
        let [low, high] = alpha.i90.map(|bound| bound.to_string());
        figures.add(place, "alpha", alpha.alpha.to_string(), [low, String::new(), String::new(), high]);
    }
    let common = &found.hierarchy;
    figures.interval(place, "reliability", &common.reliability);
    figures.interval(place, "reliability_spread", &common.reliability_spread);
    figures.interval(place, "shift_spread", &common.shift_spread);
    figures.interval(place, "gap_spread", &common.gap_spread);
}

/// Rows of a table of figures, as they come in.
struct Figures(Vec<Vec<String>>);

impl Figures {
    fn add(&mut self, place: [&str; 3], figure: &str, value: String, quantiles: [String; 4]) {
        let place = place.map(String::from).into_iter();
        self.0.push(place.chain([figure.to_string(), value]).chain(quantiles).collect());
    }

    fn single(&mut self, place: [&str; 3], figure: &str, value: impl ToString) {
        self.add(place, figure, value.to_string(), Default::default());
    }

    fn interval(&mut self, place: [&str; 3], figure: &str, interval: &Interval) {
        let Interval { mean, i50, i90 } = interval;
        let quantiles = [i90[0], i50[0], i50[1], i90[1]].map(|quantile| quantile.to_string());
        self.add(place, figure, mean.to_string(), quantiles);
    }

    fn thresholds(&mut self, place: [&str; 3], figure: &str, thresholds: &[Interval]) {
        for (at, threshold) in thresholds.iter().enumerate() {
            self.interval(place, &format!("{figure}_{}", at + 1), threshold);
        }
    }
}
