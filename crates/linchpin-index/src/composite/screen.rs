//! Units of which too little is known.

use super::matrix::Matrix;

/// What a unit needs to stay.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Screen {
    /// the least share of indicators with a value; no bound where there is none
    pub available: Option<f64>,
    /// the least share of values other than zero, of the values that there are
    pub non_zero: Option<f64>,
    /// units that stay whatever is missing
    pub keep: Vec<usize>,
    /// units that go whatever is there
    pub drop: Vec<usize>,
}

/// How a unit fares.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Screened {
    /// share of indicators with a value
    pub available: f64,
    /// share of values other than zero; missing where the unit has no value
    pub non_zero: f64,
    /// whether it stays
    pub stays: bool,
}

/// Judges every unit. A unit goes whose share lies *below* a bound; one without any value fails both bounds.
pub fn screen(data: &Matrix, method: &Screen) -> Vec<Screened> {
    let judge = |unit: usize| {
        let (there, zeros) = data
            .row(unit)
            .filter(|v| !v.is_nan())
            .fold((0, 0), |(there, zeros), value| (there + 1, zeros + usize::from(value == 0.0)));
        let available = if data.columns() == 0 { 1.0 } else { f64::from(there) / data.columns() as f64 };
        let non_zero = if there == 0 { f64::NAN } else { 1.0 - zeros as f64 / f64::from(there) };
        let enough = |share: f64, bound: Option<f64>| bound.is_none_or(|bound| share >= bound);
        let passes = enough(available, method.available) && enough(non_zero, method.non_zero);
        let stays = (passes || method.keep.contains(&unit)) && !method.drop.contains(&unit);
        Screened { available, non_zero, stays }
    };
    (0..data.units()).map(judge).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stays(method: &Screen) -> Vec<bool> {
        let gap = f64::NAN;
        let columns = [vec![1.0, 0.0, gap, gap], vec![1.0, 0.0, 2.0, gap], vec![0.0, 1.0, 3.0, gap]];
        screen(&Matrix::of_columns(4, &columns), method).iter().map(|unit| unit.stays).collect()
    }

    #[test]
    fn bounds_are_met_by_equality() {
        let two_thirds = Screen { available: Some(2.0 / 3.0), ..Screen::default() };
        assert_eq!(stays(&two_thirds), [true, true, true, false]);
        assert_eq!(stays(&Screen { available: Some(0.9), ..two_thirds }), [true, true, false, false]);
        let half = Screen { non_zero: Some(0.5), ..Screen::default() };
        assert_eq!(stays(&half), [true, false, true, false]);
        assert_eq!(stays(&Screen::default()), [true; 4]);
    }

    #[test]
    fn exceptions_override_the_bounds() {
        let method = Screen { available: Some(0.9), keep: vec![2], drop: vec![0], ..Screen::default() };
        assert_eq!(stays(&method), [false, true, true, false]);
    }
}
