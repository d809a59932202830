//! What is uncertain about an index, as it is written and as it is meant.

use super::error::{Error, Place, What};
use super::input::Input;
use super::settings::{Setting, Settings, bad};
use super::sheet::Sheet;
use super::syntax::{AGGREGATE, NORMALISE, TREAT, WINSORISE};
use linchpin_index::composite::build::Method;
use linchpin_index::composite::uncertain::{Noise, Uncertainty, Weighing};
use std::collections::BTreeMap;

/// The short form, as messages show it.
pub const UNCERTAINTY: &str = "weights=.25, weights=dirichlet:.25, weights=sets, noise=.05, noise=value:.05, \
                               noise=abs:2, imputation, and with | between alternatives treat=, winsorise=, \
                               normalise=, aggregate=; several with commas";
/// The forms of weights.
const WEIGHTS: &str = "FACTOR, one for each level from below with commas, dirichlet:SD, sets";
/// The forms of errors.
const NOISE: &str = "SHARE (of the spread between units), value:SHARE, abs:SD";

/// What is uncertain, as written.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Uncertain {
    /// how weights vary
    pub weights: Option<Setting>,
    /// the error of all indicators
    pub noise: Option<Setting>,
    /// errors of some indicators, by their codes
    pub noise_of: BTreeMap<String, Setting>,
    /// whether gaps that are drawn are drawn anew
    pub imputation: bool,
    /// alternatives of treatment
    pub treat: Option<Setting>,
    /// alternatives of points to draw in
    pub winsorise: Option<Setting>,
    /// alternatives of scales
    pub normalise: Option<Setting>,
    /// alternatives of means
    pub aggregate: Option<Setting>,
    /// from which probability on the order of two units is sure, from .5 to 1
    pub sure: Option<f64>,
}

impl Uncertain {
    /// Reads the short form, in which a comma begins a new source where a name follows it.
    ///
    /// # Errors
    /// When it is not understood.
    pub fn read(text: &str, place: &Place) -> Result<Uncertain, Error> {
        let setting = |text: &str| Setting { text: text.trim().into(), place: place.clone() };
        let wrong = || bad(&setting(text), "uncertainty", UNCERTAINTY);
        let mut parts: Vec<String> = vec![];
        for part in text.split(',') {
            match parts.last_mut() {
                Some(last) if !part.contains('=') && part.trim() != "imputation" => {
                    *last = format!("{last},{part}");
                }
                _ => parts.push(part.trim().into()),
            }
        }
        let mut found = Uncertain::default();
        for part in &parts {
            if part == "imputation" {
                found.imputation = true;
                continue;
            }
            let (name, value) = part.split_once('=').ok_or_else(wrong)?;
            let into = match name.trim() {
                "weights" => &mut found.weights,
                "noise" => &mut found.noise,
                "treat" => &mut found.treat,
                "winsorise" => &mut found.winsorise,
                "normalise" => &mut found.normalise,
                "aggregate" => &mut found.aggregate,
                _ => return Err(wrong()),
            };
            if into.replace(setting(value)).is_some() {
                return Err(wrong());
            }
        }
        Ok(found)
    }

    /// What it means for some data and a method. `sets` are the lists of weights that may be taken.
    ///
    /// # Errors
    /// When a part of it is not understood, or names what is not there.
    pub fn meant(
        &self,
        settings: &Settings,
        input: &Input,
        weights: Option<&Sheet>,
        sets: Option<&Sheet>,
        seed: u64,
    ) -> Result<Uncertainty, Error> {
        let alternative =
            |change: &dyn Fn(&mut Settings, Setting), setting: Setting| -> Result<Method, Error> {
                let mut changed = settings.clone();
                change(&mut changed, setting);
                Ok(changed.method(input, weights, seed)?.0)
            };
        let treat = match (&self.treat, &self.winsorise) {
            (Some(both), Some(_)) => return Err(bad(both, "treat", TREAT)),
            (None, given) => alternatives(given, "winsorise", WINSORISE)?
                .into_iter()
                .map(|it| alternative(&|of, it| of.winsorise = Some(it), it))
                .collect::<Result<Vec<_>, _>>()?,
            (given, None) => alternatives(given, "treat", TREAT)?
                .into_iter()
                .map(|it| alternative(&|of, it| of.treat = Some(it), it))
                .collect::<Result<Vec<_>, _>>()?,
        };
        let normalise = alternatives(&self.normalise, "normalise", NORMALISE)?
            .into_iter()
            .map(|it| alternative(&|of, it| of.normalise = Some(it), it))
            .collect::<Result<Vec<_>, _>>()?;
        let levels = alternatives(&self.aggregate, "aggregate", AGGREGATE)?
            .into_iter()
            .map(|it| alternative(&|of, it| of.aggregate = Some(it), it))
            .collect::<Result<Vec<_>, _>>()?;
        Ok(Uncertainty {
            weighing: self.weighing(input, sets)?,
            noise: self.noise(input)?,
            imputation: self.imputation,
            treat: treat.into_iter().map(|method| method.treat).collect(),
            normalise: normalise.into_iter().map(|method| method.normalise).collect(),
            levels: levels.into_iter().map(|method| method.levels).collect(),
        })
    }

    fn weighing(&self, input: &Input, sets: Option<&Sheet>) -> Result<Weighing, Error> {
        let Some(setting) = &self.weights else { return Ok(Weighing::Given) };
        let wrong = || bad(setting, "uncertainty.weights", WEIGHTS);
        if setting.text == "sets" {
            let sets = sets.ok_or_else(wrong)?;
            return Ok(Weighing::Sets(weight_sets(sets, input)?.into_values().collect()));
        }
        if let Some(sd) = setting.text.strip_prefix("dirichlet:") {
            return share(sd).filter(|sd| *sd > 0.0).map(Weighing::Dirichlet).ok_or_else(wrong);
        }
        let factors: Option<Vec<f64>> = setting.text.split(',').map(share).collect();
        factors.map(Weighing::Perturbed).ok_or_else(wrong)
    }

    fn noise(&self, input: &Input) -> Result<Vec<Noise>, Error> {
        if self.noise.is_none() && self.noise_of.is_empty() {
            return Ok(vec![]);
        }
        let one = |node: usize| {
            let own = self.noise_of.get(&input.hierarchy.nodes()[node].code);
            let Some(setting) = own.or(self.noise.as_ref()) else { return Ok(Noise::None) };
            noise(&setting.text).ok_or_else(|| bad(setting, "uncertainty.noise", NOISE))
        };
        (0..input.hierarchy.indicators()).map(one).collect()
    }
}

fn share(text: &str) -> Option<f64> {
    text.trim().parse::<f64>().ok().filter(|number| number.is_finite())
}

fn noise(text: &str) -> Option<Noise> {
    match text.split_once(':') {
        None if text == "none" => Some(Noise::None),
        None => share(text).map(Noise::OfSpread),
        Some(("value", number)) => share(number).map(Noise::OfValue),
        Some(("abs", number)) => share(number).map(Noise::Absolute),
        Some(_) => None,
    }
}

/// What stands between bars; at least two, or nothing at all.
fn alternatives(setting: &Option<Setting>, name: &str, valid: &str) -> Result<Vec<Setting>, Error> {
    let Some(setting) = setting else { return Ok(vec![]) };
    let all: Vec<Setting> =
        setting.text.split('|').map(|text| Setting { text: text.trim().into(), ..setting.clone() }).collect();
    if all.len() < 2 { Err(bad(setting, name, &format!("A|B of {valid}"))) } else { Ok(all) }
}

/// Lists of weights by their number: columns `rep`, `iCode` and `Weight`. A node that a list does not name keeps its weight.
///
/// # Errors
/// When a column is missing, or a row names what is not there.
pub fn weight_sets(sheet: &Sheet, input: &Input) -> Result<BTreeMap<u64, Vec<f64>>, Error> {
    let (rep, code, weight) = (sheet.column("rep")?, sheet.column("iCode")?, sheet.column("Weight")?);
    let mut sets: BTreeMap<u64, Vec<f64>> = BTreeMap::new();
    for row in 0..sheet.rows() {
        let value = sheet.cell(row, rep);
        let number = value.parse::<u64>().map_err(|_| {
            sheet.place(row, rep).error(What::NotOneOf { value: value.into(), valid: "1, 2, 3 …".into() })
        })?;
        let name = sheet.code(row, code)?;
        let node = input.hierarchy.place(name).ok_or_else(|| {
            let what = What::Unknown { kind: super::error::Kind::Node, name: name.into() };
            sheet.place(row, code).error(what)
        })?;
        let value = sheet.number(row, weight)?;
        if value.is_nan() {
            return Err(sheet.place(row, weight).error(What::NoWeight { code: name.into() }));
        }
        sets.entry(number).or_insert_with(|| input.weights.clone())[node] = value;
    }
    Ok(sets)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn commas_part_sources_only_where_a_name_follows() {
        let read = |text: &str| Uncertain::read(text, &Place::of("--uncertainty"));
        let found = read("weights=.25,.1,noise=.05,normalise=minmax:1,100|zscore:10,2,imputation").unwrap();
        let text = |setting: &Option<Setting>| setting.clone().map(|setting| setting.text);
        assert_eq!(text(&found.weights).as_deref(), Some(".25,.1"));
        assert_eq!(text(&found.noise).as_deref(), Some(".05"));
        assert_eq!(text(&found.normalise).as_deref(), Some("minmax:1,100|zscore:10,2"));
        assert!(found.imputation && found.aggregate.is_none());
        for wrong in ["", "weights", "weight=.2", "weights=.1,weights=.2", ".25"] {
            assert!(read(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn errors_have_three_forms() {
        assert_eq!(noise(".05"), Some(Noise::OfSpread(0.05)));
        assert_eq!(noise("value:.1"), Some(Noise::OfValue(0.1)));
        assert_eq!(noise("abs:2"), Some(Noise::Absolute(2.0)));
        assert!(noise("rel:2").is_none() && noise("x").is_none());
    }
}
