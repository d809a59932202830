//! A composite index whose weights, data and method are uncertain: drawn by the [engine](crate::engine), summed up by
//! unit, and taken apart by source.
//!
//! | module | holds |
//! |---|---|
//! | [`drawn`] | the model: what each draw takes, from which random numbers |
//! | [`outcome`] | scores, ranks and the order of units over all draws |
//! | [`sensitivity`] | how much of their variance each source brings |
//! | [`leave_out`] | ranks without one indicator or aggregate |
//!
//! Treatment, screening and imputation are done once for each combination of alternatives, in double precision, by
//! [`build`](super::build::build); a draw takes one of them. What follows is done anew in each draw: errors of the data,
//! the scale of each indicator, weights, and the mean of every aggregate on every level (Saisana, Saltelli & Tarantola
//! 2005, *Journal of the Royal Statistical Society* A 168 (2), 307–323).

pub mod drawn;
mod indicator;
pub mod leave_out;
pub mod outcome;
mod prepare;
mod scale;
pub mod sensitivity;
mod source;
mod weighing;

use super::build::Method;
use super::combine::Level;
use super::error::Error;
use super::normalise::Normalise;
use super::treat::Treat;

/// What is uncertain about an index; nothing, by default.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Uncertainty {
    /// how weights vary
    pub weighing: Weighing,
    /// the error of each indicator; none, or one each
    pub noise: Vec<Noise>,
    /// whether each draw takes one of the completed data sets, where gaps are filled by draws; else all take their mean
    pub imputation: bool,
    /// treatments, of which each draw takes one (each a list by indicator); none where the method's is sure
    pub treat: Vec<Vec<Treat>>,
    /// likewise normalisations
    pub normalise: Vec<Vec<Normalise>>,
    /// likewise means
    pub levels: Vec<Vec<Level>>,
}

/// How weights vary.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Weighing {
    /// not
    #[default]
    Given,
    /// each is multiplied by 1 + U(−f, f), apart from all others: f for each level of nodes below the root, or one for all
    Perturbed(Vec<f64>),
    /// those below each aggregate are Dirichlet about the given ones, with this relative standard deviation where all are
    /// equal
    Dirichlet(f64),
    /// one of these lists, each with one weight a node
    Sets(Vec<Vec<f64>>),
}

/// The error of an indicator: normal, apart for each unit, added to the values that are normalised.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Noise {
    /// none
    #[default]
    None,
    /// a standard deviation that is this share of the size of each value
    OfValue(f64),
    /// one that is this share of the standard deviation between units
    OfSpread(f64),
    /// this one
    Absolute(f64),
    /// one for each unit, in the order of all units; a missing one is none
    Each(Vec<f64>),
}

impl Uncertainty {
    /// What a range of draws is called.
    pub fn means(&self) -> Meaning {
        let noisy = self.noise.iter().any(|noise| *noise != Noise::None);
        if [self.treat.len(), self.normalise.len(), self.levels.len()].iter().any(|count| *count > 1) {
            Meaning::Methods
        } else if noisy || self.imputation {
            Meaning::Data
        } else {
            Meaning::Weights
        }
    }

    /// Whether the amounts are such as there are.
    fn check(&self, method: &Method) -> Result<(), Error> {
        let within = |what, value: f64, most: f64| {
            let bad = Error::BadUncertainty { what, value, least: 0.0, most };
            if (0.0..=most).contains(&value) { Ok(()) } else { Err(bad) }
        };
        match &self.weighing {
            Weighing::Perturbed(factors) => {
                factors.iter().try_for_each(|factor| within("weights", *factor, 1.0))?;
            }
            Weighing::Dirichlet(sd) => within("weights", *sd, MOST_DIRICHLET)?,
            Weighing::Given | Weighing::Sets(_) => {}
        }
        for noise in &self.noise {
            match noise {
                Noise::OfValue(sd) | Noise::OfSpread(sd) | Noise::Absolute(sd) => {
                    within("data", *sd, f64::MAX)?;
                }
                Noise::Each(sds) => {
                    sds.iter().filter(|sd| !sd.is_nan()).try_for_each(|sd| within("data", *sd, f64::MAX))?;
                }
                Noise::None => {}
            }
        }
        let benefit = matches!(method.weights, super::combine::Weights::Benefit(_));
        let copeland = |levels: &[Level]| {
            levels.iter().any(|level| level.method == super::aggregate::Aggregate::Copeland)
        };
        if benefit {
            return Err(Error::NotDrawn { method: "benefit of the doubt" });
        }
        if copeland(&method.levels) || self.levels.iter().any(|levels| copeland(levels)) {
            return Err(Error::NotDrawn { method: "Copeland scores" });
        }
        Ok(())
    }
}

/// Beyond this relative standard deviation the Dirichlet distribution of two equal weights has no density inside.
const MOST_DIRICHLET: f64 = 0.5;

/// What a range of draws means to a reader.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Meaning {
    /// a sensitivity range: weights only
    Weights,
    /// an uncertainty interval: errors of the data, or values that were imputed
    Data,
    /// a range over methods: alternatives between which nothing decides
    Methods,
}
