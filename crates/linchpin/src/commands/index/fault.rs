//! What is wrong with the files of an index, in the user's language.

use crate::error::Error;
use crate::i18n::{Slot, Voice};
use linchpin_index::composite::error::{Error as Undefined, NoComponents};
use linchpin_study::index::{Error as Found, Kind, Place, What};

/// An error of the study, told with its place and what would be right.
pub fn told(error: &Found, voice: &Voice) -> Error {
    match error {
        Found::At { place, what } => at(place, &what_is_wrong(what, voice), voice),
        Found::NoHierarchy { place, what } => at(place, &undefined(what, voice), voice),
        Found::Undefined(what) => {
            let error = Error::input(undefined(what, voice));
            match remedy(what) {
                Some(id) => error.with(voice.say(id)),
                None => error,
            }
        }
    }
}

fn at(place: &Place, what: &str, voice: &Voice) -> Error {
    let line = place.line.map_or(String::new(), |line| format!(":{line}"));
    let file = format!("{}{line}", place.file);
    let told = match &place.column {
        Some(column) => {
            let slots = [("place", file.into()), ("column", column.as_str().into()), ("what", what.into())];
            voice.fill("index-at-column", &slots)
        }
        None => format!("{file}: {what}"),
    };
    if place.file.starts_with("--") { Error::usage(told) } else { Error::input(told) }
}

/// A message with slots of text.
fn say(voice: &Voice, id: &str, slots: &[(&'static str, &str)]) -> String {
    let slots: Vec<Slot<'_>> = slots.iter().map(|(name, value)| (*name, (*value).into())).collect();
    voice.fill(id, &slots)
}

fn what_is_wrong(what: &What, voice: &Voice) -> String {
    let say = |id: &str, slots: &[(&'static str, &str)]| say(voice, id, slots);
    match what {
        What::NotUtf8 => say("index-not-utf8", &[]),
        What::Ragged { expected, found } => {
            say("index-ragged", &[("expected", &expected.to_string()), ("found", &found.to_string())])
        }
        What::Empty => say("index-empty", &[]),
        What::Semicolons => say("index-semicolons", &[]),
        What::NoColumn { column } => say("index-no-column", &[("column", column)]),
        What::DuplicateColumn { column } => say("index-duplicate-column", &[("column", column)]),
        What::NoCode => say("index-no-code", &[]),
        What::DuplicateUnit { unit } => say("index-duplicate-unit", &[("unit", unit)]),
        What::NotANumber { value } => say("index-not-a-number", &[("value", value)]),
        What::Comma { value } => say("index-comma", &[("value", value)]),
        What::NotFinite { value } => say("index-not-finite", &[("value", value)]),
        What::NotOneOf { value, valid } => say("index-not-one-of", &[("value", value), ("valid", valid)]),
        What::NoIndicators => say("index-no-indicators", &[]),
        What::NoData { code, described } => say("index-no-data", &[("code", code), ("described", described)]),
        What::NoDenominator { code, denominator } => {
            say("index-no-denominator", &[("code", code), ("denominator", denominator)])
        }
        What::Toml { message } => message.trim().to_string(),
        What::BadSetting { setting, value, valid } => {
            say("index-bad-setting", &[("setting", setting), ("value", value), ("valid", valid)])
        }
        What::Unknown { kind, name } => {
            let id = match kind {
                Kind::Indicator => "index-unknown-indicator",
                Kind::Unit => "index-unknown-unit",
                Kind::Group => "index-unknown-group",
                Kind::Node => "index-unknown-node",
            };
            say(id, &[("name", name)])
        }
        What::NoParameter { code, column } => {
            say("index-no-parameter", &[("code", code), ("column", column)])
        }
        What::NoWeight { code } => say("index-no-weight", &[("code", code)]),
        What::NoPair => say("index-no-pair", &[]),
        What::Pairs { pairs } => say("index-pairs", &[("pairs", pairs)]),
    }
}

fn undefined(what: &Undefined, voice: &Voice) -> String {
    let say = |id: &str, slots: &[(&'static str, &str)]| say(voice, id, slots);
    match what {
        Undefined::DuplicateCode { code } => say("index-duplicate-code", &[("code", code)]),
        Undefined::LevelZero { code } => say("index-level-zero", &[("code", code)]),
        Undefined::UnknownParent { code, parent } => {
            say("index-unknown-parent", &[("code", code), ("parent", parent)])
        }
        Undefined::Cycle { codes } => say("index-cycle", &[("codes", &codes.join(" → "))]),
        Undefined::ParentNotAbove { code, level, parent, parent_level } => say(
            "index-parent-not-above",
            &[
                ("code", code),
                ("level", &level.to_string()),
                ("parent", parent),
                ("above", &parent_level.to_string()),
            ],
        ),
        Undefined::NoChildren { code } => say("index-no-children", &[("code", code)]),
        Undefined::Roots { codes } if codes.is_empty() => say("index-no-root", &[]),
        Undefined::Roots { codes } => say("index-roots", &[("codes", &codes.join(", "))]),
        Undefined::BadWeight { code, weight } => {
            say("index-bad-weight", &[("code", code), ("weight", &weight.to_string())])
        }
        Undefined::ZeroWeights { code } => say("index-zero-weights", &[("code", code)]),
        Undefined::ZeroDenominator { unit, indicator } => {
            say("index-zero-denominator", &[("unit", unit), ("indicator", indicator)])
        }
        Undefined::NoUnits => say("index-no-units", &[]),
        Undefined::NoReference { unit, indicator } => {
            say("index-no-reference", &[("unit", unit), ("indicator", indicator)])
        }
        Undefined::NotPositive { code, mean, child, unit, value } => {
            let value = value.to_string();
            let slots = [("code", code), ("child", child), ("unit", unit), ("value", &value)];
            let slots: Vec<(&'static str, &str)> = slots.map(|(name, text)| (name, text.as_str())).to_vec();
            let told = say("index-not-positive", &slots);
            format!("{} {told}", voice.say(mean_id(mean)))
        }
        Undefined::NoComponents { code, why } => {
            let why = match why {
                NoComponents::TooFewUnits => "index-too-few-units",
                NoComponents::Constant => "index-constant",
            };
            say("index-no-components", &[("code", code), ("why", &voice.say(why))])
        }
        Undefined::NoBestWeights { code, unit } => {
            say("index-no-best-weights", &[("code", code), ("unit", unit)])
        }
        Undefined::NotDrawn { method } => {
            let id = if *method == "Copeland scores" {
                "index-copeland-not-drawn"
            } else {
                "index-benefit-not-drawn"
            };
            voice.say(id)
        }
        Undefined::BadUncertainty { what, value, most, .. } => {
            let id = if *what == "weights" { "index-bad-weight-factor" } else { "index-bad-noise" };
            say(id, &[("value", &value.to_string()), ("most", &most.to_string())])
        }
        Undefined::MethodsPerLevel { given, levels } => {
            say("index-methods-per-level", &[("given", &given.to_string()), ("levels", &levels.to_string())])
        }
    }
}

/// The message that begins with the name of a mean.
fn mean_id(mean: &str) -> &'static str {
    match mean {
        "geometric mean" => "index-the-gmean",
        "harmonic mean" => "index-the-hmean",
        "power mean" => "index-the-genmean",
        _ => "index-the-benefit",
    }
}

/// What would be right, where the message does not say it already.
fn remedy(what: &Undefined) -> Option<&'static str> {
    Some(match what {
        Undefined::NotPositive { .. } => "index-not-positive-remedy",
        Undefined::ZeroDenominator { .. } => "index-zero-denominator-remedy",
        Undefined::NoUnits => "index-no-units-remedy",
        Undefined::NoComponents { .. } => "index-no-components-remedy",
        Undefined::NoBestWeights { .. } => "index-no-best-weights-remedy",
        _ => return None,
    })
}
