//! One indicator in each draw: its value with an error, on its scale.

use super::super::build::{Data, Method, located};
use super::super::normalise::{has_no_length, normalise};
use super::super::sums::deviation;
use super::prepare::{Prepared, or};
use super::scale::{Frame, Scale, taken, there};
use super::source::{Choices, Named, Source};
use super::{Noise, Uncertainty};
use crate::column::{Column, add_errors, shift_and_scale, take_chosen};
use crate::points::Numbers;

/// An indicator in each draw.
pub struct Indicator {
    /// for each unit its value by variant: normalised where nothing is added, else in its frame
    values: Vec<Vec<f32>>,
    /// where errors are added
    errors: Option<Errors>,
}

struct Errors {
    /// for each unit the innovation; none without an error
    noise: Vec<Option<usize>>,
    /// for each unit the standard deviation by variant
    sds: Vec<Vec<f32>>,
    /// values and standard deviations, one a unit, where all variants have the same
    sure: Option<[Vec<f32>; 2]>,
    /// alternatives of normalisation
    scales: Vec<Scale>,
}

impl Indicator {
    /// The innovations of its errors.
    pub fn innovations(&self) -> impl Iterator<Item = usize> + '_ {
        self.errors.iter().flat_map(|errors| errors.noise.iter().flatten().copied())
    }

    /// Whether a value may be missing.
    pub fn has_gaps(&self) -> bool {
        self.values.iter().flatten().any(|value| value.is_nan())
            || self.errors.iter().flat_map(|errors| &errors.scales).any(Scale::may_lose_all)
    }

    /// Works out its columns for a block, one a unit.
    pub fn draw(&self, choices: &Choices, numbers: &Numbers<'_>, into: &mut [Column]) {
        let variant = choices.variant(numbers);
        let Some(errors) = &self.errors else {
            let normalisation = Choices::pick(choices.normalisation, numbers);
            let ways = choices.normalisation.map_or(1, |(_, count)| count);
            let which = std::array::from_fn(|i| variant[i] * ways + normalisation[i]);
            into.iter_mut().zip(&self.values).for_each(|(column, values)| *column = taken(values, &which));
            return;
        };
        for (column, noise) in into.iter_mut().zip(&errors.noise) {
            match noise {
                Some(innovation) => numbers.normals(*innovation, column),
                None => column.fill(0.0),
            }
        }
        if let Some([values, sds]) = &errors.sure {
            shift_and_scale(into, values, sds);
        } else {
            for ((column, values), sds) in into.iter_mut().zip(&self.values).zip(&errors.sds) {
                add_errors(&taken(values, &variant), &taken(sds, &variant), column);
            }
        }
        let Some((first, others)) = errors.scales.split_first() else { return };
        if others.is_empty() {
            return first.apply(into, &variant);
        }
        let chosen = Choices::pick(choices.normalisation, numbers);
        let values = into.to_vec();
        first.apply(into, &variant);
        let mut spare = values.clone();
        for (k, scale) in others.iter().enumerate() {
            spare.copy_from_slice(&values);
            scale.apply(&mut spare, &variant);
            take_chosen(&chosen, k as u32 + 1, &spare, into);
        }
    }
}

/// Prepares an indicator.
pub fn indicator(
    at: usize,
    data: &Data<'_>,
    method: &Method,
    uncertainty: &Uncertainty,
    prepared: &Prepared,
    named: &mut Named,
) -> Indicator {
    let direction = data.directions[at];
    let units = &prepared.nominal.units;
    let ways: Vec<_> =
        or(&uncertainty.normalise, &method.normalise).iter().map(|of| located(of[at], units)).collect();
    let columns: Vec<&[f64]> = prepared.variants.iter().map(|variant| variant.column(at)).collect();
    let noise = uncertainty.noise.get(at).unwrap_or(&Noise::None);
    let sds: Vec<Vec<f64>> = columns.iter().map(|column| spread(noise, column, units)).collect();
    let noisy = |unit: usize| sds.iter().any(|sds| sds[unit] > 0.0);
    if !(0..units.len()).any(noisy) {
        // nothing is added, so each variant is normalised once
        let normalised: Vec<Vec<f64>> = columns
            .iter()
            .flat_map(|column| ways.iter().map(|&how| normalise(column, direction, how)))
            .collect();
        let values = (0..units.len())
            .map(|unit| one_if_same(normalised.iter().map(|column| column[unit] as f32).collect()))
            .collect();
        return Indicator { values, errors: None };
    }
    let upwards = |column: &&[f64]| -> Vec<f64> { column.iter().map(|x| x * direction).collect() };
    let frames: Vec<Frame> = columns.iter().map(|column| Frame::of(&upwards(column))).collect();
    let each = |of: &dyn Fn(usize) -> f32| one_if_same((0..columns.len()).map(of).collect());
    let values = |unit: usize| each(&|v| frames[v].place(columns[v][unit] * direction));
    let code = &data.hierarchy.nodes()[at].code;
    let mut innovation = |unit: usize| {
        let name = format!("index/noise/{code}/{}", data.units[units[unit]]);
        noisy(unit).then(|| named.innovation(Source::Noise(at), name))
    };
    let values: Vec<Vec<f32>> = (0..units.len()).map(values).collect();
    let framed: Vec<Vec<f32>> =
        (0..units.len()).map(|unit| each(&|v| (sds[v][unit] / frames[v].spread) as f32)).collect();
    let alone = |of: &[Vec<f32>]| -> Option<Vec<f32>> {
        of.iter().map(|by_variant| (by_variant.len() == 1).then(|| by_variant[0])).collect()
    };
    let scale = |&how: &_| {
        let live: Vec<bool> =
            columns.iter().map(|column| !has_no_length(column, &normalise(column, direction, how))).collect();
        Scale::new(how, direction, &frames, &live, there(columns[0]))
    };
    let errors = Errors {
        noise: (0..units.len()).map(&mut innovation).collect(),
        sure: alone(&values).zip(alone(&framed)).map(|(values, sds)| [values, sds]),
        sds: framed,
        scales: ways.iter().map(scale).collect(),
    };
    Indicator { values, errors: Some(errors) }
}

/// The standard deviation of the error of each unit.
fn spread(noise: &Noise, column: &[f64], units: &[usize]) -> Vec<f64> {
    let of_spread = deviation(column);
    let one = |(at, value): (usize, &f64)| match noise {
        _ if value.is_nan() => 0.0,
        Noise::None => 0.0,
        Noise::OfValue(share) => share * value.abs(),
        Noise::OfSpread(share) => share * of_spread,
        Noise::Absolute(sd) => *sd,
        Noise::Each(sds) => sds[units[at]],
    };
    column.iter().enumerate().map(one).map(|sd| if sd.is_nan() { 0.0 } else { sd }).collect()
}

/// One entry where all variants have the same, so that nothing is looked up.
fn one_if_same(values: Vec<f32>) -> Vec<f32> {
    let first = values[0];
    let same = values.iter().all(|value| value.to_bits() == first.to_bits());
    if same { vec![first] } else { values }
}
