//! Scales: from values to places.

use linchpin_model::Date;

/// Maps values between two bounds to places between two others, in proportion.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Scale {
    from: [f64; 2],
    to: [f64; 2],
}

impl Scale {
    /// A scale of values to places. Where the two values are the same, all have the first place.
    pub fn new(from: [f64; 2], to: [f64; 2]) -> Scale {
        Scale { from, to }
    }

    /// The place of a value; a value out of bounds has a place out of bounds.
    pub fn place(&self, value: f64) -> f64 {
        let ([a, b], [c, d]) = (self.from, self.to);
        if a == b { c } else { c + (value - a) / (b - a) * (d - c) }
    }

    /// The place of a day on a scale of years, as [`year_of`] counts them.
    pub fn day(&self, day: Date) -> f64 {
        self.place(year_of(day))
    }
}

/// A day as a year with its part that has passed.
pub fn year_of(day: Date) -> f64 {
    f64::from(day.year()) + (f64::from(day.day_of_year()) - 1.0) / f64::from(day.days_in_year())
}

/// Round values from 0 or a round value below the least to the greatest or above: steps of 1, 2 or 5 times a power of ten, about
/// as many as wanted, as Heckbert (1990), "Nice numbers for graph labels".
pub fn ticks(low: f64, high: f64, wanted: usize) -> Vec<f64> {
    let span = high - low;
    if !span.is_finite() || span <= 0.0 {
        return vec![low];
    }
    let rough = span / wanted.max(1) as f64;
    let power = libm::pow(10.0, libm::floor(libm::log10(rough)));
    let step =
        [1.0, 2.0, 5.0, 10.0].into_iter().find(|step| step * power >= rough * 0.999).unwrap_or(10.0) * power;
    let first = libm::floor(low / step + 1e-9);
    let last = libm::ceil(high / step - 1e-9);
    (0..=(last - first) as usize).map(|at| (first + at as f64) * step).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scales_are_straight() {
        let scale = Scale::new([0.0, 2.0], [100.0, 0.0]);
        assert_eq!([0.0, 0.5, 2.0].map(|value| scale.place(value)), [100.0, 75.0, 0.0]);
        assert_eq!(Scale::new([1.0, 1.0], [5.0, 9.0]).place(3.0), 5.0);
        let years = Scale::new([2020.0, 2022.0], [0.0, 200.0]);
        assert_eq!(years.day("2021-01-01".parse().unwrap()), 100.0);
    }

    #[test]
    fn ticks_are_round_and_cover_the_values() {
        assert_eq!(ticks(0.0, 1.0, 4), [0.0, 0.5, 1.0]);
        assert_eq!(ticks(0.0, 53_000.0, 5), [0.0, 20_000.0, 40_000.0, 60_000.0]);
        assert_eq!(ticks(3.0, 3.0, 5), [3.0]);
        for high in [0.3, 7.0, 99.0, 1e9] {
            let all = ticks(0.0, high, 5);
            assert!(all[0] <= 0.0 && *all.last().unwrap() >= high * 0.999 && all.len() <= 8, "{all:?}");
        }
    }
}
