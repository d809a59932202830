//! An index for a reader: what each step did, the ranking, what holds the groups together, and warnings.

use super::ranges;
use crate::context::Context;
use crate::i18n::Slot;
use crate::render::table::{Edge, Table};
use crate::render::{NONE, footnotes, hanging, number, section, width, wrap};
use anstyle::Style;
use linchpin_study::index::{Aggregated, Answer, Done, Warning};
use std::path::Path;

/// Columns of aggregates that the ranking shows beside the index; the CSV has all.
const SHOWN: usize = 5;

/// The whole answer.
pub fn text(found: &Answer, out: Option<&Path>, context: &Context<'_>) -> String {
    let voice = context.voice;
    let (bold, quiet) = (Style::new().bold(), Style::new().dimmed());
    let title = if found.name == found.index {
        found.name.clone()
    } else {
        let slots = [("name", found.name.as_str().into()), ("code", found.index.as_str().into())];
        voice.fill("index-title", &slots)
    };
    let counts = [
        ("units", context.count(found.units).into()),
        ("indicators", context.count(found.indicators).into()),
        ("aggregates", context.count(found.aggregates.len()).into()),
    ];
    let mut text = format!("{bold}{}{bold:#}\n", wrap(&title, width(), ""));
    text.push_str(&format!("{quiet}{}{quiet:#}\n", voice.fill("index-counts", &counts)));
    text.push_str(&section(&voice.say("index-steps")));
    for step in &found.steps {
        text.push_str(&format!("{}\n", hanging(&done(step, context), "  ", "    ")));
    }
    text.push_str(&section(&voice.say("index-ranking")));
    text.push_str(&ranking(found, context).set(width(), "  "));
    text.push_str(&ranges::text(found, context));
    text.push_str(&section(&voice.say("index-groups")));
    text.push_str(&groups(&found.aggregates, context).set(width(), "  "));
    let warnings = warnings(&found.warnings, context);
    if !warnings.is_empty() {
        text.push_str(&section(&voice.say("index-warnings")));
        for warning in warnings {
            text.push_str(&format!("{}\n", hanging(&format!("• {warning}"), "  ", "    ")));
        }
    }
    text.push('\n');
    let mut notes = vec![voice.say("index-note")];
    notes.extend(ranges::notes(found, context));
    if let Some(out) = out {
        let slots = [("count", found.files.len().into()), ("dir", out.display().to_string().into())];
        notes.push(voice.fill("index-written", &slots));
    }
    text + &footnotes(&notes)
}

fn done(step: &Done, context: &Context<'_>) -> String {
    let voice = context.voice;
    let fill = |id: &str, slots: &[(&'static str, usize)]| {
        let slots: Vec<Slot<'_>> = slots.iter().map(|(name, count)| (*name, (*count).into())).collect();
        voice.fill(id, &slots)
    };
    match step {
        Done::Denominate { indicators } => fill("index-denominated", &[("count", *indicators)]),
        Done::Impute { by, before, after, sets } => {
            let id = match *by {
                "mean" => "index-by-mean",
                "median" => "index-by-median",
                "group_mean" => "index-by-group-mean",
                "group_median" => "index-by-group-median",
                "multiple" => "index-by-draws",
                _ => return fill("index-not-imputed", &[("count", *before)]),
            };
            let how = fill(id, &[("sets", sets.unwrap_or_default())]);
            let slots = [("filled", (before - after).into()), ("left", (*after).into()), ("how", how.into())];
            voice.fill("index-imputed", &slots)
        }
        Done::Screen { dropped, left } => fill("index-screened", &[("dropped", *dropped), ("left", *left)]),
        Done::Treat { outlying: 0, .. } => voice.say("index-no-outliers"),
        Done::Treat { outlying, winsorised, points, transformed } => fill(
            "index-treated",
            &[
                ("outlying", *outlying),
                ("winsorised", *winsorised),
                ("points", *points),
                ("transformed", *transformed),
            ],
        ),
        Done::Normalise { reversed } => fill("index-normalised", &[("reversed", *reversed)]),
        Done::Aggregate { weights, means } => {
            let id = match *weights {
                "given" => "index-weights-given",
                "equal" => "index-weights-equal",
                "pca" => "index-weights-pca",
                _ => return voice.say("index-weights-benefit"),
            };
            let means: Vec<String> = means.iter().map(|name| mean(name, context)).collect();
            let slots = [("weights", voice.say(id).into()), ("means", means.join(", ").into())];
            voice.fill("index-aggregated", &slots)
        }
    }
}

/// A mean by its name in a method.
fn mean(name: &str, context: &Context<'_>) -> String {
    let voice = context.voice;
    match name.split_once(':') {
        Some((_, p)) => voice.fill("index-genmean-of", &[("p", p.into())]),
        None => voice.say(match name {
            "gmean" => "index-gmean",
            "hmean" => "index-hmean",
            "genmean" => "index-genmean",
            "copeland" => "index-copeland",
            "benefit" => "index-benefit",
            _ => "index-amean",
        }),
    }
}

/// The units by rank, with the aggregates just below the root where there are few.
fn ranking(found: &Answer, context: &Context<'_>) -> Table {
    let voice = context.voice;
    let score =
        |score: Option<f64>| score.map_or(NONE.into(), |score| number::fixed(score, 2, context.lang()));
    let below = found.aggregates.get(1).map_or(0, |first| {
        found.aggregates[1..].iter().filter(|aggregate| aggregate.level == first.level).count()
    });
    let below = if below > SHOWN { 0 } else { below };
    let drawn = found.ranking.iter().any(|ranked| ranked.rank_range.is_some());
    let mut heads = vec![
        (voice.say("index-column-rank"), if found.uncertainty.is_some() { Edge::Left } else { Edge::Right }),
        (voice.say("index-column-unit"), Edge::Left),
        (found.index.clone(), Edge::Right),
    ];
    if drawn {
        heads.insert(1, (voice.say("index-column-ranks"), Edge::Right));
    }
    heads.extend(found.aggregates.iter().skip(1).take(below).map(|it| (it.code.clone(), Edge::Right)));
    let mut table = Table::new(heads);
    // what is tied is shown tied
    let drawn_ranks = |unit: &str| {
        let of = found.uncertainty.as_ref()?.units.iter().find(|of| of.unit == unit)?;
        Some(ranges::possible(of))
    };
    for ranked in &found.ranking {
        let rank = || ranked.rank.map_or(NONE.into(), |rank| rank.to_string());
        let mut cells = vec![drawn_ranks(&ranked.unit).unwrap_or_else(rank)];
        if drawn {
            cells.push(ranked.rank_range.map_or(NONE.into(), |[best, worst]| match best == worst {
                true => best.to_string(),
                false => format!("{best}–{worst}"),
            }));
        }
        let name = if ranked.name == ranked.unit {
            ranked.unit.clone()
        } else {
            format!("{} ({})", ranked.name, ranked.unit)
        };
        cells.extend([name, score(ranked.score)]);
        cells.extend(ranked.aggregates.iter().take(below).map(|of| score(*of)));
        table.row(cells);
    }
    table
}

/// What holds the children of each aggregate together.
fn groups(aggregates: &[Aggregated], context: &Context<'_>) -> Table {
    let voice = context.voice;
    let heads = [
        ("index-column-aggregate", Edge::Left),
        ("index-column-children", Edge::Right),
        ("index-column-by", Edge::Left),
        ("index-column-alpha", Edge::Right),
        ("index-column-explained", Edge::Right),
    ];
    let mut table = Table::new(heads.map(|(id, edge)| (voice.say(id), edge)));
    for aggregate in aggregates {
        let alpha = aggregate.alpha.map_or(NONE.into(), |alpha| number::fixed(alpha, 2, context.lang()));
        table.row([
            aggregate.code.clone(),
            aggregate.children.to_string(),
            mean(aggregate.by, context),
            alpha,
            aggregate.explained.map_or(NONE.into(), |share| context.percent(share)),
        ]);
    }
    table
}

/// Warnings, those of a kind taken together.
fn warnings(warnings: &[Warning], context: &Context<'_>) -> Vec<String> {
    let voice = context.voice;
    let listed = |id: &str, one: &dyn Fn(&Warning) -> Option<String>| {
        let found: Vec<String> = warnings.iter().filter_map(one).collect();
        let slots = [("count", found.len().into()), ("list", found.join(", ").into())];
        (!found.is_empty()).then(|| voice.fill(id, &slots))
    };
    let kinds = [
        listed("index-warn-undescribed", &|it| match it {
            Warning::Undescribed { columns } => Some(columns.join(", ")),
            _ => None,
        }),
        listed("index-warn-dropped", &|it| match it {
            Warning::Dropped { unit, available, .. } => {
                let slots = [("unit", unit.as_str().into()), ("share", context.percent(*available).into())];
                Some(voice.fill("index-warn-dropped-one", &slots))
            }
            _ => None,
        }),
        listed("index-warn-treated", &|it| treated(it, context)),
        listed("index-warn-outlying", &|it| match it {
            Warning::Outlying { indicator } | Warning::Treated { indicator, passes: false, .. } => {
                Some(indicator.clone())
            }
            _ => None,
        }),
        listed("index-warn-no-length", &|it| match it {
            Warning::NoLength { indicator } => Some(indicator.clone()),
            _ => None,
        }),
        listed("index-warn-gaps", &|it| match it {
            Warning::Gaps { gaps } => Some(gaps.to_string()),
            _ => None,
        }),
        listed("index-warn-loading", &|it| match it {
            Warning::NegativeLoading { aggregate, child, loading } => {
                let loading = number::fixed(*loading, 2, context.lang());
                Some(format!("{child} → {aggregate} ({loading})"))
            }
            _ => None,
        }),
        listed("index-warn-no-score", &|it| match it {
            Warning::NoScore { unit } => Some(unit.clone()),
            _ => None,
        }),
    ];
    kinds.into_iter().flatten().collect()
}

fn treated(warning: &Warning, context: &Context<'_>) -> Option<String> {
    let Warning::Treated { indicator, points, transform, .. } = warning else { return None };
    let how = match transform {
        Some(transform) => (*transform).to_string(),
        None => context.voice.fill("index-points", &[("count", (*points).into())]),
    };
    Some(format!("{indicator} ({how})"))
}
