//! A table of numbers: units by indicators, column after column.

/// Units × indicators, column-major. `f64::NAN` is a missing value; no other value is not finite.
#[derive(Clone, Debug)]
pub struct Matrix {
    units: usize,
    columns: usize,
    values: Vec<f64>,
}

impl Matrix {
    /// A matrix of missing values.
    pub fn missing(units: usize, columns: usize) -> Matrix {
        Matrix { units, columns, values: vec![f64::NAN; units * columns] }
    }

    /// A matrix of its columns.
    ///
    /// # Panics
    /// When a column has not one value a unit.
    pub fn of_columns(units: usize, columns: &[Vec<f64>]) -> Matrix {
        assert!(columns.iter().all(|column| column.len() == units), "a column has one value a unit");
        Matrix { units, columns: columns.len(), values: columns.concat() }
    }

    /// How many units there are.
    pub fn units(&self) -> usize {
        self.units
    }

    /// How many columns there are.
    pub fn columns(&self) -> usize {
        self.columns
    }

    /// The values of a column, one a unit.
    pub fn column(&self, column: usize) -> &[f64] {
        &self.values[column * self.units..(column + 1) * self.units]
    }

    /// The same, to be changed.
    pub fn column_mut(&mut self, column: usize) -> &mut [f64] {
        &mut self.values[column * self.units..(column + 1) * self.units]
    }

    /// The value of a unit.
    pub fn at(&self, unit: usize, column: usize) -> f64 {
        self.values[column * self.units + unit]
    }

    /// The values of a unit, one a column.
    pub fn row(&self, unit: usize) -> impl Iterator<Item = f64> + Clone + '_ {
        (0..self.columns).map(move |column| self.at(unit, column))
    }

    /// The same columns of some units only.
    pub fn of_units(&self, units: &[usize]) -> Matrix {
        let values =
            (0..self.columns).flat_map(|column| units.iter().map(move |&unit| self.at(unit, column)));
        Matrix { units: units.len(), columns: self.columns, values: values.collect() }
    }

    /// How many values are missing.
    pub fn gaps(&self) -> usize {
        self.values.iter().filter(|value| value.is_nan()).count()
    }
}
