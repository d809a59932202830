//! The Cholesky factor of a covariance matrix in which rows may repeat each other.
//!
//! Written here since it must do what libraries' do not: a row that repeats those before it gets exactly 0 in every
//! solution, and every machine finds the same bits. It goes by columns, so that the inner loops run over neighbours.

/// The lower triangular L with L·Lᵀ the matrix.
pub(crate) struct Factor {
    rows: usize,
    /// by column, the upper triangle zero
    columns: Vec<f64>,
}

/// A row with less variance than this, given those before it, repeats them (two readings with the same error
/// at the same time) and gets 0 in every solution; a standard deviation of 1e-5 is nothing on a scale of 0 to 1.
const LEAST_PIVOT: f64 = 1e-10;

impl Factor {
    /// The factor of a positive semi-definite matrix by its entries at (row, column) with row ≥ column.
    pub(crate) fn of(rows: usize, entry: impl Fn(usize, usize) -> f64) -> Self {
        let mut columns = vec![0.0; rows * rows];
        for j in 0..rows {
            let (done, rest) = columns.split_at_mut(j * rows);
            let column = &mut rest[j..rows];
            for (i, value) in column.iter_mut().enumerate() {
                *value = entry(j + i, j);
            }
            for earlier in done.chunks_exact(rows) {
                subtract(column, earlier[j], &earlier[j..]);
            }
            let pivot = if column[0] < LEAST_PIVOT { f64::INFINITY } else { libm::sqrt(column[0]) };
            column[0] = pivot;
            column[1..].iter_mut().for_each(|value| *value /= pivot);
        }
        Factor { rows, columns }
    }

    /// Turns the right-hand side of a system into its solution.
    pub(crate) fn solve(&self, side: &mut [f64]) {
        let n = side.len();
        self.solve_lower(side);
        for j in (0..n).rev() {
            let column = self.column(j, n);
            let later: f64 = column[1..].iter().zip(&side[j + 1..]).map(|(l, x)| l * x).sum();
            side[j] = (side[j] - later) / column[0];
        }
    }

    /// The product L·y.
    pub(crate) fn times(&self, y: &[f64]) -> Vec<f64> {
        let mut product = vec![0.0; self.rows];
        for (j, y) in y.iter().enumerate() {
            subtract(&mut product[j..], -y, self.column(j, self.rows));
        }
        product
    }

    /// The product Lᵀ·g.
    pub(crate) fn transposed_times(&self, g: &[f64]) -> Vec<f64> {
        let inner = |j: usize| self.column(j, self.rows).iter().zip(&g[j..]).map(|(l, g)| l * g).sum();
        (0..self.rows).map(inner).collect()
    }

    /// Turns L·y into y.
    pub(crate) fn solve_lower(&self, side: &mut [f64]) {
        for j in 0..side.len() {
            let column = self.column(j, side.len());
            side[j] /= column[0];
            let solved = side[j];
            subtract(&mut side[j + 1..], solved, &column[1..]);
        }
    }

    /// Column `j` from the diagonal down to before row `end`.
    fn column(&self, j: usize, end: usize) -> &[f64] {
        &self.columns[j * self.rows + j..j * self.rows + end]
    }
}

fn subtract(from: &mut [f64], times: f64, what: &[f64]) {
    for (from, what) in from.iter_mut().zip(what) {
        *from -= times * what;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const MATRIX: [[f64; 3]; 3] = [[4.0, 2.0, 1.0], [2.0, 5.0, 3.0], [1.0, 3.0, 6.0]];

    fn solved(rows: usize, mut side: Vec<f64>) -> Vec<f64> {
        Factor::of(rows, |i, j| MATRIX[i][j]).solve(&mut side);
        side
    }

    #[test]
    fn a_system_is_solved() {
        // the matrix times (1, −2, 3)
        for (x, known) in solved(3, vec![3.0, 1.0, 13.0]).iter().zip([1.0, -2.0, 3.0]) {
            assert!((x - known).abs() < 1e-14);
        }
    }

    #[test]
    fn a_corner_of_the_factor_is_the_factor_of_the_corner() {
        assert_eq!(solved(3, vec![3.0, 1.0]), solved(2, vec![3.0, 1.0]));
    }

    #[test]
    fn a_repeated_row_gets_nothing() {
        let mut side = [0.3, 0.3];
        Factor::of(2, |_, _| 0.5).solve(&mut side);
        assert!((side[0] - 0.6).abs() < 1e-15 && side[1] == 0.0);
    }
}
