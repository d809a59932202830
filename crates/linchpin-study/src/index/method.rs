//! What the settings of an index mean for some data.

use super::error::{Error, Kind, Place, What};
use super::input::Input;
use super::settings::{Setting, Settings, bad, understood};
use super::sheet::Sheet;
use super::syntax::{self, Impute, Weights};
use linchpin_index::composite::build::{Impute as Filled, Method, Step};
use linchpin_index::composite::combine::{Level, Weights as Weighed};
use linchpin_index::composite::impute::Middle;
use linchpin_index::composite::normalise::Normalise;
use linchpin_index::composite::screen::Screen;
use linchpin_index::composite::transform::Transform;
use linchpin_index::composite::treat::Treat;

/// For each unit the group by which its gaps are filled, or none.
type Groups = Vec<Option<usize>>;

impl Settings {
    /// What the settings mean for some data. `weights` is the table that [`Settings::weights_file`] names. With the
    /// method come the groups of units by which gaps are filled.
    ///
    /// # Errors
    /// When a setting is not understood, or names what is not there.
    pub fn method(
        &self,
        input: &Input,
        weights: Option<&Sheet>,
        seed: u64,
    ) -> Result<(Method, Groups), Error> {
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
        Ok((method, groups))
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

    fn impute(&self, input: &Input, seed: u64) -> Result<(Filled, Groups), Error> {
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
