//! Outliers: which columns have them, and what is done about them.

use super::matrix::Matrix;
use super::transform::{Bounds, Changed, Mark, Shape, Transform};

/// How columns with outliers are treated: a first transformation, and where that does not help a second, of the
/// original values unless they are combined.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Treat {
    /// when a column has outliers
    pub bounds: Bounds,
    /// tried first; none treats nothing
    pub first: Option<Transform>,
    /// tried where the first does not help
    pub second: Option<Transform>,
    /// whether the second starts from what the first has made
    pub combine: bool,
}

impl Treat {
    /// No treatment.
    pub const NONE: Treat =
        Treat { bounds: Bounds { skewness: 2.0, kurtosis: 3.5 }, first: None, second: None, combine: false };
}

/// At most five points drawn in, then the modified logarithm of the original values.
impl Default for Treat {
    fn default() -> Treat {
        Treat {
            bounds: Bounds::default(),
            first: Some(Transform::Winsorise { most: Some(5), force: false }),
            second: Some(Transform::LogCt),
            combine: false,
        }
    }
}

/// A transformation that was tried.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Tried {
    /// which
    pub transform: Transform,
    /// points that it drew in
    pub drawn_in: usize,
    /// the shape after it
    pub after: Shape,
}

/// What was done to a column.
#[derive(Clone, Debug, PartialEq)]
pub struct Treatment {
    /// its shape before
    pub before: Shape,
    /// the transformations that were tried: none where the shape passed
    pub tried: Vec<Tried>,
    /// what was done to each value
    pub marks: Vec<Mark>,
}

impl Treatment {
    /// Whether the column ended without outliers.
    pub fn passes(&self) -> bool {
        self.tried.last().map_or(self.before, |tried| tried.after).passes
    }
}

/// Treats a column.
pub fn treat(values: &[f64], method: &Treat) -> (Vec<f64>, Treatment) {
    let before = Shape::of(values, method.bounds);
    let mut treatment = Treatment { before, tried: vec![], marks: vec![Mark::None; values.len()] };
    let mut now = values.to_vec();
    for (step, transform) in [method.first, method.second].into_iter().enumerate() {
        let Some(transform) = transform.filter(|_| !treatment.passes()) else { continue };
        let combined = step == 0 || method.combine;
        let Changed { values: changed, marks } =
            transform.apply(if combined { &now } else { values }, method.bounds);
        let drawn_in = marks.iter().filter(|mark| matches!(mark, Mark::High | Mark::Low)).count();
        treatment.tried.push(Tried { transform, drawn_in, after: Shape::of(&changed, method.bounds) });
        treatment.marks = if combined { over(&treatment.marks, marks) } else { marks };
        now = changed;
    }
    (now, treatment)
}

/// Later marks over earlier ones; a point that was drawn in stays marked so.
fn over(earlier: &[Mark], later: Vec<Mark>) -> Vec<Mark> {
    let pick = |(&earlier, later): (&Mark, Mark)| if earlier == Mark::None { later } else { earlier };
    earlier.iter().zip(later).map(pick).collect()
}

/// Treats every column by its own method.
///
/// # Panics
/// When there is not one method a column.
pub fn treat_all(data: &Matrix, methods: &[Treat]) -> (Matrix, Vec<Treatment>) {
    assert_eq!(methods.len(), data.columns(), "one treatment a column");
    let mut out = data.clone();
    let mut treatments = Vec::with_capacity(methods.len());
    for (column, method) in methods.iter().enumerate() {
        let (values, treatment) = treat(data.column(column), method);
        out.column_mut(column).copy_from_slice(&values);
        treatments.push(treatment);
    }
    (out, treatments)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Powers of two: no few points make the column harmless, a logarithm does.
    fn powers() -> Vec<f64> {
        (0..24).map(|k| libm::pow(2.0, f64::from(k))).collect()
    }

    #[test]
    fn what_passes_is_left_alone() {
        let values: Vec<f64> = (0..9).map(f64::from).collect();
        let (out, treatment) = treat(&values, &Treat::default());
        assert_eq!(out, values);
        assert!(treatment.tried.is_empty() && treatment.passes());
    }

    #[test]
    fn the_second_starts_from_the_original_unless_combined() {
        let method =
            Treat { first: Some(Transform::Winsorise { most: Some(1), force: false }), ..Treat::default() };
        let (apart, treatment) = treat(&powers(), &method);
        assert_eq!(treatment.tried.len(), 2);
        assert_eq!(apart, Transform::LogCt.apply(&powers(), Bounds::default()).values);
        assert_eq!(treatment.marks[23], Mark::Transformed);
        let (combined, treatment) = treat(&powers(), &Treat { combine: true, ..method });
        assert_eq!(combined[22], combined[23]);
        assert_eq!(treatment.marks[23], Mark::High);
    }

    #[test]
    fn no_treatment_still_tells_the_shape() {
        let (out, treatment) = treat(&powers(), &Treat::NONE);
        assert_eq!(out, powers());
        assert!(!treatment.passes() && treatment.tried.is_empty());
    }
}
