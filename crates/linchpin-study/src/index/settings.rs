//! The settings of an index as they are written, in `index.toml` or on the command line.

use super::error::{Error, Place, What};
use super::syntax::{self, Weights};
use super::uncertainty::Uncertain;
use linchpin_index::composite::transform::Bounds;
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
    /// what is uncertain; nothing where there is none
    pub uncertain: Option<Uncertain>,
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

/// A setting of the file, with its place.
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
    uncertainty: Option<FileOfUncertainty>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FileOfUncertainty {
    weights: Option<Written>,
    noise: Option<Written>,
    #[serde(default)]
    imputation: bool,
    treat: Option<Written>,
    winsorise: Option<Written>,
    normalise: Option<Written>,
    aggregate: Option<Written>,
    sure: Option<toml::Spanned<f64>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FileOfIndicator {
    treat: Option<Written>,
    winsorise: Option<Written>,
    normalise: Option<Written>,
    noise: Option<Written>,
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
        let mut noise_of = BTreeMap::new();
        let of_indicator = |(code, written): (String, toml::Spanned<FileOfIndicator>)| {
            let place = Place::of(file).line(line(written.span().start));
            let FileOfIndicator { treat, winsorise, normalise, noise } = written.into_inner();
            noise_of.extend(noise.map(|noise| (code.clone(), one(noise))));
            let of = OfIndicator {
                place,
                treat: treat.map(one),
                winsorise: winsorise.map(one),
                normalise: normalise.map(one),
            };
            (code, of)
        };
        let indicator = read.indicator.into_iter().map(of_indicator).collect();
        let uncertain = read.uncertainty.map(|it| it.understood(file, &one, &line)).transpose()?;
        let uncertain = match uncertain {
            None if noise_of.is_empty() => None,
            found => Some(Uncertain { noise_of, ..found.unwrap_or_default() }),
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
            indicator,
            uncertain,
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
}

impl FileOfUncertainty {
    fn understood(
        self,
        file: &str,
        one: &dyn Fn(Written) -> Setting,
        line: &dyn Fn(usize) -> u64,
    ) -> Result<Uncertain, Error> {
        if let Some(sure) = self.sure.as_ref().filter(|sure| !(0.5..=1.0).contains(sure.get_ref())) {
            let place = Place::of(file).line(line(sure.span().start));
            let setting = Setting { text: sure.get_ref().to_string(), place };
            return Err(bad(&setting, "uncertainty.sure", "0.5 … 1.0"));
        }
        Ok(Uncertain {
            weights: self.weights.map(one),
            noise: self.noise.map(one),
            noise_of: BTreeMap::new(),
            imputation: self.imputation,
            treat: self.treat.map(one),
            winsorise: self.winsorise.map(one),
            normalise: self.normalise.map(one),
            aggregate: self.aggregate.map(one),
            sure: self.sure.map(toml::Spanned::into_inner),
        })
    }
}

/// A setting as it is understood, or the usual one.
pub fn understood<T>(
    setting: &Option<Setting>,
    name: &str,
    usual: &str,
    valid: &str,
    form: impl Fn(&str) -> Option<T>,
) -> Result<T, Error> {
    let text = setting.as_ref().map_or(usual, |setting| &setting.text);
    form(text).ok_or_else(|| bad(&setting.clone().unwrap_or_default(), name, valid))
}

/// The error of a setting that is not understood.
pub fn bad(setting: &Setting, name: &str, valid: &str) -> Error {
    let what = What::BadSetting { setting: name.into(), value: setting.text.clone(), valid: valid.into() };
    setting.place.clone().error(what)
}
