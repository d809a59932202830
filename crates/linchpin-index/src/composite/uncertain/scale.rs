//! How an indicator with errors is put on a scale in each draw.

use super::super::normalise::Normalise;
use super::super::sums::{mean, present, range};
use crate::column::{BLOCK, Choice, Column, clamp, extremes, moments, ranks_from_below, stretch, take};

/// A column moved and scaled so that single precision keeps its digits whatever its unit of measurement.
#[derive(Clone, Copy, Debug)]
pub struct Frame {
    /// what becomes 0
    pub centre: f64,
    /// what becomes 1
    pub spread: f64,
}

impl Frame {
    /// The frame of values that point upwards: their mean, and the distance between the least and the greatest.
    pub fn of(values: &[f64]) -> Frame {
        let Some((low, high)) = range(values) else { return Frame { centre: 0.0, spread: 1.0 } };
        Frame { centre: mean(values), spread: if high > low { high - low } else { 1.0 } }
    }

    /// A value within the frame.
    pub fn place(self, value: f64) -> f32 {
        ((value - self.centre) / self.spread) as f32
    }
}

/// One end of a scale.
#[derive(Clone, Debug)]
enum End {
    /// the least unit
    Least,
    /// the greatest
    Greatest,
    /// this unit
    Unit(usize),
    /// a place, by variant
    At(Vec<f32>),
}

/// A scale that is found anew in each draw.
#[derive(Clone, Debug)]
pub struct Scale {
    how: How,
    /// for each variant 0, or not a number where the scale has no length
    live: Vec<f32>,
}

#[derive(Clone, Debug)]
enum How {
    /// one end at the first number, the other at the second
    Between { ends: [End; 2], at: [f32; 2], bounds: Option<[f32; 2]> },
    /// mean and standard deviation
    Standard(f32, f32),
    /// units below, times a step, and a first
    Ranks { step: f32, first: f32 },
}

impl Scale {
    /// The scale of an indicator of some direction, whose variants lie in frames. The reference unit is counted among those
    /// that are drawn. `live` tells by variant whether the scale has a length, `present` how many values there are.
    pub fn new(how: Normalise, direction: f64, frames: &[Frame], live: &[bool], present: usize) -> Scale {
        let at = |value: f64| End::At(frames.iter().map(|frame| frame.place(value)).collect());
        let between = |from, to, low: f64, high: f64| How::Between {
            ends: [from, to],
            at: [low as f32, high as f32],
            bounds: None,
        };
        let bounded = |how, low: f32, high: f32, keep: bool| match how {
            How::Between { ends, at, .. } if keep => How::Between { ends, at, bounds: Some([low, high]) },
            other => other,
        };
        let how = match how {
            Normalise::None => between(at(0.0), at(1.0), 0.0, 1.0),
            Normalise::MinMax(low, high) => between(End::Least, End::Greatest, low, high),
            Normalise::DistanceToMax => between(End::Least, End::Greatest, 0.0, 1.0),
            Normalise::ZScore(centre, spread) => How::Standard(centre as f32, spread as f32),
            Normalise::Scaled(a, b) => between(at(a), at(b), 0.0, 100.0),
            Normalise::FractionOfMax => between(at(0.0), End::Greatest, 0.0, 1.0),
            Normalise::DistanceToReference { unit, cap } => {
                bounded(between(End::Least, End::Unit(unit), 0.0, 1.0), f32::MIN, 1.0, cap)
            }
            Normalise::DistanceToTarget { target, cap } => {
                bounded(between(End::Least, at(target * direction), 0.0, 1.0), f32::MIN, 1.0, cap)
            }
            Normalise::Goalposts { lower, upper, scale, truncate } => {
                let (from, to) = if direction < 0.0 { (-upper, -lower) } else { (lower, upper) };
                let (least, most) = (scale.min(0.0) as f32, scale.max(0.0) as f32);
                bounded(between(at(from), at(to), 0.0, scale), least, most, truncate)
            }
            Normalise::Rank => How::Ranks { step: 1.0, first: 1.0 },
            Normalise::Borda => How::Ranks { step: 1.0, first: 0.0 },
            Normalise::PercentileRank => {
                How::Ranks { step: 1.0 / (present as f32 - 1.0).max(1.0), first: 0.0 }
            }
        };
        Scale { how, live: live.iter().map(|live| if *live { 0.0 } else { f32::NAN }).collect() }
    }

    /// Whether there is a variant in which all values are missing, for want of a length.
    pub fn may_lose_all(&self) -> bool {
        self.live.iter().any(|live| live.is_nan())
    }

    /// Puts the units of a block on the scale; `variant` tells which variant each draw has.
    pub fn apply(&self, units: &mut [Column], variant: &Choice) {
        match &self.how {
            How::Between { ends, at: [low, high], bounds } => {
                let (mut least, mut greatest) = ([0.0; BLOCK], [0.0; BLOCK]);
                if ends.iter().any(|end| matches!(end, End::Least | End::Greatest)) {
                    extremes(units, &mut least, &mut greatest);
                }
                let place = |end: &End| match end {
                    End::Least => least,
                    End::Greatest => greatest,
                    End::Unit(unit) => units[*unit],
                    End::At(by_variant) => taken(by_variant, variant),
                };
                let (from, to) = (place(&ends[0]), place(&ends[1]));
                let factor = std::array::from_fn(|i| (high - low) / (to[i] - from[i]));
                stretch(units, &from, &factor, *low);
                if let Some([least, most]) = bounds {
                    clamp(units, *least, *most);
                }
            }
            How::Standard(centre, spread) => {
                let (mut from, mut deviation) = ([0.0; BLOCK], [0.0; BLOCK]);
                moments(units, &mut from, &mut deviation);
                stretch(units, &from, &deviation.map(|deviation| spread / deviation), *centre);
            }
            How::Ranks { step, first } => {
                let values = units.to_vec();
                ranks_from_below(&values, *step, *first, units);
            }
        }
        if self.may_lose_all() {
            let live = taken(&self.live, variant);
            stretch(units, &[0.0; BLOCK], &live.map(|live| 1.0 + live), 0.0);
        }
    }
}

/// The entry of each draw's variant, or the only one.
pub fn taken(by_variant: &[f32], variant: &Choice) -> Column {
    let mut column = [by_variant[0]; BLOCK];
    if by_variant.len() > 1 {
        take(by_variant, variant, &mut column);
    }
    column
}

/// How many values of a column are there.
pub fn there(values: &[f64]) -> usize {
    present(values).count()
}
