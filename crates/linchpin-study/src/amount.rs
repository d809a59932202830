//! A number as a source gives it, and what it leaves open.

use linchpin_model::statement::{Bound, Quantity};
use linchpin_model::unit::Unit;
use serde::Serialize;

/// How far numbers may lie apart without contradicting each other, as a share of their value.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Leeway {
    /// a number stated as such
    pub exact: f64,
    /// a number that is only about right
    pub circa: f64,
}

/// A number as a source gives it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Amount {
    /// the value in base units; the lower end of a range
    pub value: f64,
    /// the upper end of a range
    pub high: Option<f64>,
    /// the unit
    pub unit: Unit,
    /// for money: the year of its prices
    pub price_year: Option<i16>,
    /// how the value relates to what was measured
    pub bound: Bound,
    /// who counts
    pub series: Option<String>,
    /// which part is counted
    pub scope: Option<String>,
}

impl Amount {
    /// The number of a quantity.
    pub fn of(quantity: &Quantity) -> Amount {
        Amount {
            value: quantity.value,
            high: quantity.high,
            unit: quantity.unit,
            price_year: quantity.price_year,
            bound: quantity.bound,
            series: quantity.series.clone(),
            scope: quantity.scope.clone(),
        }
    }

    /// Whether both may be right, given what each leaves open.
    pub(crate) fn fits(&self, other: &Amount, leeway: Leeway) -> bool {
        let ([low, high], [other_low, other_high]) = (self.span(leeway), other.span(leeway));
        low <= other_high && other_low <= high
    }

    /// The least and the greatest value that it may mean.
    fn span(&self, leeway: Leeway) -> [f64; 2] {
        let value = self.value;
        let about = |share: f64| [value - share * value.abs(), value + share * value.abs()];
        match self.bound {
            Bound::Exact => about(leeway.exact),
            Bound::Circa => about(leeway.circa),
            Bound::MoreThan | Bound::AtLeast => [value, f64::INFINITY],
            Bound::LessThan | Bound::AtMost => [f64::NEG_INFINITY, value],
            Bound::Range => [value, self.high.unwrap_or(value)],
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn amount(value: f64, bound: Bound) -> Amount {
        let unit = Unit::Percent;
        Amount { value, high: None, unit, price_year: None, bound, series: None, scope: None }
    }

    #[test]
    fn values_fit_where_what_they_leave_open_overlaps() {
        let leeway = Leeway { exact: 0.02, circa: 0.10 };
        let fits = |a: (f64, Bound), b: (f64, Bound)| amount(a.0, a.1).fits(&amount(b.0, b.1), leeway);
        assert!(fits((100.0, Bound::Exact), (103.0, Bound::Exact)));
        assert!(!fits((100.0, Bound::Exact), (105.0, Bound::Exact)));
        assert!(fits((100.0, Bound::Circa), (111.0, Bound::Exact)));
        assert!(!fits((100.0, Bound::MoreThan), (90.0, Bound::Exact)));
        assert!(fits((100.0, Bound::AtLeast), (500.0, Bound::Exact)));
        assert!(!fits((100.0, Bound::LessThan), (110.0, Bound::MoreThan)));
        assert!(fits((-100.0, Bound::Circa), (-105.0, Bound::Exact)));
    }
}
