//! The method of an index as it is written, in `index.toml` or on the command line, and what it means for some data.

use super::error::{Error, Kind, Place, What};
use super::input::Input;
use super::sheet::Sheet;
use super::syntax::{self, Impute, Weights};
use linchpin_index::composite::build::{Impute as Filled, Method, Step};
use linchpin_index::composite::combine::{Level, Weights as Weighed};
use linchpin_index::composite::impute::Middle;
use linchpin_index::composite::normalise::Normalise;
use linchpin_index::composite::screen::Screen;
use linchpin_index::composite::transform::{Bounds, Transform};
use linchpin_index::composite::treat::Treat;
use serde::Deserialize;
use std::collections::BTreeMap;

/// A setting as written, and where.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Setting {
    /// what is written
    pub text: String,
    /// in which file or option
    pub place: Place,
}

/// All settings; what is not set is as usual. `docs/INDEX.md` describes each.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Settings {
    /// the steps before normalisation
    pub order: Option<Vec<Setting>>,
    /// how gaps are filled
    pub impute: Option<Setting>,
    /// which units stay
    pub screen: Option<Setting>,
    /// units that stay whatever is missing
    pub keep: Vec<Setting>,
    /// units that go whatever is there
    pub drop: Vec<Setting>,
    /// what is done about outliers
    pub treat: Option<Setting>,
    /// how many points are drawn in
    pub winsorise: Option<Setting>,
    /// when a column has outliers
    pub bounds: Bounds,
    /// whether a second transformation starts from what the first has made
    pub combine: bool,
    /// how indicators are put on a scale
    pub normalise: Option<Setting>,
    /// where weights come from
    pub weights: Option<Setting>,
    /// how aggregates are made
    pub aggregate: Option<Setting>,
    /// the least share of children with a value
    pub available: Option<Setting>,
    /// settings of some indicators, by their codes
    pub indicator: BTreeMap<String, OfIndicator>,
}

/// The settings of one indicator.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct OfIndicator {
    /// where they stand
    pub place: Place,
    /// what is done about outliers
    pub treat: Option<Setting>,
    /// how many points are drawn in
    pub winsorise: Option<Setting>,
    /// how it is put on a scale
    pub normalise: Option<Setting>,
}

type Written = toml::Spanned<String>;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    order: Option<Vec<Written>>,
    impute: Option<Written>,
    screen: Option<Written>,
    #[serde(default)]
    keep: Vec<Written>,
    #[serde(default)]
    drop: Vec<Written>,
    treat: Option<Written>,
    winsorise: Option<Written>,
    skewness: Option<f64>,
    kurtosis: Option<f64>,
    #[serde(default)]
    combine: bool,
    normalise: Option<Written>,
    weights: Option<Written>,
    aggregate: Option<Written>,
    available: Option<Written>,
    #[serde(default)]
    indicator: BTreeMap<String, toml::Spanned<FileOfIndicator>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FileOfIndicator {
    treat: Option<Written>,
    winsorise: Option<Written>,
    normalise: Option<Written>,
}

impl Settings {
    /// Reads a method file.
    ///
    /// # Errors
    /// When it is no TOML, or has keys that are not known, with the line.
    pub fn read(file: &str, bytes: &[u8]) -> Result<Settings, Error> {
        let text = std::str::from_utf8(bytes).map_err(|_| Place::of(file).error(What::NotUtf8))?;
        let line = |at: usize| text[..at.min(text.len())].matches('\n').count() as u64 + 1;
        let read: File = toml::from_str(text).map_err(|error| {
            let place = error.span().map_or(Place::of(file), |span| Place::of(file).line(line(span.start)));
            place.error(What::Toml { message: error.message().to_string() })
        })?;
        let one = |written: Written| Setting {
            place: Place::of(file).line(line(written.span().start)),
            text: written.into_inner(),
        };
        let usual = Bounds::default();
        let of_indicator = |(code, written): (String, toml::Spanned<FileOfIndicator>)| {
            let place = Place::of(file).line(line(written.span().start));
            let FileOfIndicator { treat, winsorise, normalise } = written.into_inner();
            let of = OfIndicator {
                place,
                treat: treat.map(one),
                winsorise: winsorise.map(one),
                normalise: normalise.map(one),
            };
            (code, of)
        };
        Ok(Settings {
            order: read.order.map(|order| order.into_iter().map(one).collect()),
            impute: read.impute.map(one),
            screen: read.screen.map(one),
            keep: read.keep.into_iter().map(one).collect(),
            drop: read.drop.into_iter().map(one).collect(),
            treat: read.treat.map(one),
            winsorise: read.winsorise.map(one),
            bounds: Bounds {
                skewness: read.skewness.unwrap_or(usual.skewness),
                kurtosis: read.kurtosis.unwrap_or(usual.kurtosis),
            },
            combine: read.combine,
            normalise: read.normalise.map(one),
            weights: read.weights.map(one),
            aggregate: read.aggregate.map(one),
            available: read.available.map(one),
            indicator: read.indicator.into_iter().map(of_indicator).collect(),
        })
    }

    /// The file of weights that is asked for.
    ///
    /// # Errors
    /// When the setting is not understood.
    pub fn weights_file(&self) -> Result<Option<String>, Error> {
        Ok(match understood(&self.weights, "weights", "given", syntax::WEIGHTS, syntax::weights)? {
            Weights::File(name) => Some(name),
            _ => None,
        })
    }

    /// What the settings mean for some data. `weights` is the table that [`Settings::weights_file`] names.
    ///
    /// # Errors
    /// When a setting is not understood, or names what is not there.
    pub fn method(
        &self,
        input: &Input,
        weights: Option<&Sheet>,
        seed: u64,
    ) -> Result<(Method, Resolved), Error> {
        let n = input.hierarchy.indicators();
        for (code, of) in &self.indicator {
            if input.indicator(code).is_none() {
                let what = What::Unknown { kind: Kind::Indicator, name: code.clone() };
                return Err(of.place.clone().error(what));
            }
        }
        let (impute, groups) = self.impute(input, seed)?;
        let method = Method {
            order: self.order()?,
            impute,
            screen: self.screen(input)?,
            treat: (0..n)
                .map(|at| self.treat(&input.hierarchy.nodes()[at].code))
                .collect::<Result<_, _>>()?,
            normalise: (0..n).map(|at| self.normalise(at, input)).collect::<Result<_, _>>()?,
            weights: self.weights(input, weights)?,
            levels: self.levels()?,
        };
        Ok((method, Resolved { groups }))
    }

    fn order(&self) -> Result<Vec<Step>, Error> {
        let Some(order) = &self.order else {
            return Ok(vec![Step::Denominate, Step::Impute, Step::Screen, Step::Treat]);
        };
        let mut steps = vec![];
        for setting in order {
            let step = understood(&Some(setting.clone()), "order", "", syntax::STEPS, syntax::step)?;
            if steps.contains(&step) {
                return Err(bad(setting, "order", syntax::STEPS));
            }
            steps.push(step);
        }
        Ok(steps)
    }

    fn impute(&self, input: &Input, seed: u64) -> Result<(Filled, Vec<Option<usize>>), Error> {
        let none = vec![None; input.units.len()];
        let group = |name: &str| {
            let unknown = || What::Unknown { kind: Kind::Group, name: name.into() };
            let place = self.impute.as_ref().map_or(Place::default(), |setting| setting.place.clone());
            input.groups.get(name).cloned().ok_or_else(|| place.error(unknown()))
        };
        let found = understood(&self.impute, "impute", "none", syntax::IMPUTE, syntax::impute)?;
        Ok(match found {
            Impute::None => (Filled::None, none),
            Impute::Mean => (Filled::Column(Middle::Mean), none),
            Impute::Median => (Filled::Column(Middle::Median), none),
            Impute::GroupMean(name) => (Filled::Group(Middle::Mean), group(&name)?),
            Impute::GroupMedian(name) => (Filled::Group(Middle::Median), group(&name)?),
            Impute::Multiple(sets) => (Filled::Multiple { sets, seed }, none),
        })
    }

    fn screen(&self, input: &Input) -> Result<Screen, Error> {
        let (available, non_zero) =
            understood(&self.screen, "screen", "none", syntax::SCREEN, syntax::screen)?;
        let units = |of: &[Setting]| -> Result<Vec<usize>, Error> {
            of.iter().map(|setting| input.unit(&setting.text, &setting.place)).collect()
        };
        Ok(Screen { available, non_zero, keep: units(&self.keep)?, drop: units(&self.drop)? })
    }

    fn treat(&self, code: &str) -> Result<Treat, Error> {
        let own = self.indicator.get(code);
        let winsorise = own.and_then(|of| of.winsorise.clone()).or_else(|| self.winsorise.clone());
        let treat = own.and_then(|of| of.treat.clone()).or_else(|| self.treat.clone());
        let winsorise: Transform =
            understood(&winsorise, "winsorise", "5", syntax::WINSORISE, syntax::winsorise)?;
        let form = |text: &str| syntax::treat(text, winsorise);
        let [first, second] = understood(&treat, "treat", "winsorise+log_CT", syntax::TREAT, form)?;
        Ok(Treat { bounds: self.bounds, first, second, combine: self.combine })
    }

    fn normalise(&self, at: usize, input: &Input) -> Result<Normalise, Error> {
        let own = self.indicator.get(&input.hierarchy.nodes()[at].code).and_then(|of| of.normalise.clone());
        let setting = own.or_else(|| self.normalise.clone());
        let form = understood(&setting, "normalise", "minmax:0,100", syntax::NORMALISE, syntax::normalise)?;
        let number = |k: usize, column: &str| match &form.numbers {
            Some(numbers) => Ok(numbers.get(k).copied().unwrap_or(f64::NAN)),
            None => input.parameter(at, column),
        };
        // COINr lets `iMeta` decide by columns of its own, unless the method says so
        let decided = |column: &str, usual: bool| -> Result<bool, Error> {
            match form.capped {
                Some(capped) => Ok(capped),
                None => Ok(input.flag(at, column)?.unwrap_or(usual)),
            }
        };
        Ok(match form.name {
            "minmax" => Normalise::MinMax(number(0, "minmax_lower")?, number(1, "minmax_upper")?),
            "zscore" => Normalise::ZScore(number(0, "zscore_mean")?, number(1, "zscore_sd")?),
            "scaled" => Normalise::Scaled(number(0, "scaled_lower")?, number(1, "scaled_upper")?),
            "rank" => Normalise::Rank,
            "prank" => Normalise::PercentileRank,
            "borda" => Normalise::Borda,
            "dist2max" => Normalise::DistanceToMax,
            "fracmax" => Normalise::FractionOfMax,
            "dist2targ" => Normalise::DistanceToTarget {
                target: number(0, "Target")?,
                cap: decided("dist2targ_cap_max", false)?,
            },
            "dist2ref" => {
                let place = setting.map_or(Place::default(), |setting| setting.place);
                let unit = input.unit(form.unit.as_deref().unwrap_or_default(), &place)?;
                Normalise::DistanceToReference { unit, cap: form.capped.unwrap_or(false) }
            }
            "goalposts" => {
                let scale = match &form.numbers {
                    Some(numbers) => numbers.get(2).copied().unwrap_or(1.0),
                    None => input.parameter(at, "goalpost_scale")?,
                };
                Normalise::Goalposts {
                    lower: number(0, "goalpost_lower")?,
                    upper: number(1, "goalpost_upper")?,
                    scale,
                    truncate: decided("goalpost_trunc2posts", true)?,
                }
            }
            _ => Normalise::None,
        })
    }

    fn weights(&self, input: &Input, sheet: Option<&Sheet>) -> Result<Weighed, Error> {
        let found = understood(&self.weights, "weights", "given", syntax::WEIGHTS, syntax::weights)?;
        Ok(match (found, sheet) {
            (Weights::File(_), Some(sheet)) => Weighed::Given(from_table(sheet, input)?),
            (Weights::Given | Weights::File(_), _) => Weighed::Given(input.weights.clone()),
            (Weights::Equal, _) => Weighed::Equal,
            (Weights::Components, _) => Weighed::Components,
            (Weights::Benefit(shares), _) => Weighed::Benefit(shares),
        })
    }

    fn levels(&self) -> Result<Vec<Level>, Error> {
        let methods =
            understood(&self.aggregate, "aggregate", "amean", syntax::AGGREGATE, syntax::aggregate)?;
        let available = understood(&self.available, "available", "0", syntax::AVAILABLE, syntax::available)?;
        let count = methods.len().max(available.len());
        if methods.len() != 1 && available.len() != 1 && methods.len() != available.len() {
            let setting = self.available.clone().unwrap_or_default();
            return Err(bad(&setting, "available", syntax::AVAILABLE));
        }
        let nth = |at: usize| Level {
            method: methods[at.min(methods.len() - 1)],
            available: available[at.min(available.len() - 1)],
        };
        Ok((0..count).map(nth).collect())
    }
}

/// What belongs to a method but to no step of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Resolved {
    /// for each unit the group by which its gaps are filled
    pub groups: Vec<Option<usize>>,
}

/// A setting as it is understood, or the usual one.
fn understood<T>(
    setting: &Option<Setting>,
    name: &str,
    usual: &str,
    valid: &str,
    form: impl Fn(&str) -> Option<T>,
) -> Result<T, Error> {
    let text = setting.as_ref().map_or(usual, |setting| &setting.text);
    form(text).ok_or_else(|| bad(&setting.clone().unwrap_or_default(), name, valid))
}

fn bad(setting: &Setting, name: &str, valid: &str) -> Error {
    let what = What::BadSetting { setting: name.into(), value: setting.text.clone(), valid: valid.into() };
    setting.place.clone().error(what)
}

/// Weights from a table with the columns `iCode` and `Weight`; a column `Level` is not looked at, since codes are unique.
/// Every node but the root needs one.
fn from_table(sheet: &Sheet, input: &Input) -> Result<Vec<f64>, Error> {
    let (code, weight) = (sheet.column("iCode")?, sheet.column("Weight")?);
    let nodes = input.hierarchy.nodes();
    let mut weights = vec![f64::NAN; nodes.len()];
    weights[input.hierarchy.root()] = 1.0;
    for row in 0..sheet.rows() {
        let name = sheet.code(row, code)?;
        let unknown = || sheet.place(row, code).error(What::Unknown { kind: Kind::Node, name: name.into() });
        weights[input.hierarchy.place(name).ok_or_else(unknown)?] = sheet.number(row, weight)?;
    }
    match weights.iter().position(|weight| weight.is_nan()) {
        Some(at) => Err(Place::of(&sheet.file).error(What::NoWeight { code: nodes[at].code.clone() })),
        None => Ok(weights),
    }
}
