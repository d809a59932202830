//! The table of a figure: everything that is drawn, as data.

use crate::sentence::Thread;
use linchpin_model::Date;

/// What stands in a cell.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    /// nothing
    Empty,
    /// an id, a name, a word
    Word(String),
    /// a number
    Number(f64),
    /// a day
    Day(Date),
    /// whether it is so
    Flag(bool),
}

impl From<&str> for Cell {
    fn from(word: &str) -> Cell {
        if word.is_empty() { Cell::Empty } else { Cell::Word(word.into()) }
    }
}

impl From<String> for Cell {
    fn from(word: String) -> Cell {
        if word.is_empty() { Cell::Empty } else { Cell::Word(word) }
    }
}

impl From<f64> for Cell {
    fn from(number: f64) -> Cell {
        Cell::Number(number)
    }
}

impl From<usize> for Cell {
    fn from(count: usize) -> Cell {
        Cell::Number(count as f64)
    }
}

impl From<Date> for Cell {
    fn from(day: Date) -> Cell {
        Cell::Day(day)
    }
}

impl From<bool> for Cell {
    fn from(flag: bool) -> Cell {
        Cell::Flag(flag)
    }
}

impl<C: Into<Cell>> From<Option<C>> for Cell {
    fn from(cell: Option<C>) -> Cell {
        cell.map_or(Cell::Empty, Into::into)
    }
}

/// Columns with names and rows of cells.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Table {
    columns: Vec<&'static str>,
    rows: Vec<(Vec<Cell>, Option<Thread>)>,
}

/// A row of a table.
#[derive(Clone, Copy, Debug)]
pub struct Row<'t> {
    columns: &'t [&'static str],
    cells: &'t [Cell],
    /// where its numbers come from
    pub thread: Option<&'t Thread>,
}

impl Table {
    /// A table without rows.
    pub fn new(columns: impl IntoIterator<Item = &'static str>) -> Table {
        Table { columns: columns.into_iter().collect(), rows: vec![] }
    }

    /// Adds a row with where its numbers come from.
    ///
    /// # Panics
    /// When it has not as many cells as there are columns: that is a bug.
    pub fn row(&mut self, thread: Option<Thread>, cells: impl IntoIterator<Item = Cell>) {
        let cells: Vec<Cell> = cells.into_iter().collect();
        assert_eq!(cells.len(), self.columns.len(), "a row with as many cells as columns");
        self.rows.push((cells, thread));
    }

    /// The names of the columns.
    pub fn columns(&self) -> &[&'static str] {
        &self.columns
    }

    /// The rows, in order.
    pub fn rows(&self) -> impl ExactSizeIterator<Item = Row<'_>> + Clone {
        self.rows.iter().map(|(cells, thread)| Row { columns: &self.columns, cells, thread: thread.as_ref() })
    }

    /// The rows with a word in a column.
    pub fn having<'t>(&'t self, column: &'t str, word: &'t str) -> impl Iterator<Item = Row<'t>> + Clone {
        self.rows().filter(move |row| row.word(column) == word)
    }

    /// Whether there is no row.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// The different words of a column, in the order in which they first stand there.
    pub fn words(&self, column: &str) -> Vec<&str> {
        let mut found: Vec<&str> = vec![];
        for row in self.rows() {
            let word = row.word(column);
            if !found.contains(&word) {
                found.push(word);
            }
        }
        found
    }

    /// The rows as text, in the order of the columns: numbers with a point and all digits, days as in ISO 8601.
    pub fn records(&self) -> Vec<Vec<String>> {
        let text = |cell: &Cell| match cell {
            Cell::Empty => String::new(),
            Cell::Word(word) => word.clone(),
            Cell::Number(number) => number.to_string(),
            Cell::Day(day) => day.to_string(),
            Cell::Flag(flag) => flag.to_string(),
        };
        self.rows.iter().map(|(cells, _)| cells.iter().map(text).collect()).collect()
    }
}

impl<'t> Row<'t> {
    /// The cell in a column.
    ///
    /// # Panics
    /// When there is no such column: that is a bug.
    pub fn cell(&self, column: &str) -> &'t Cell {
        let at = self.columns.iter().position(|name| *name == column);
        &self.cells[at.unwrap_or_else(|| panic!("no column {column}"))]
    }

    /// The word in a column; nothing, where none stands there.
    pub fn word(&self, column: &str) -> &'t str {
        if let Cell::Word(word) = self.cell(column) { word } else { "" }
    }

    /// The number in a column.
    pub fn number(&self, column: &str) -> Option<f64> {
        if let Cell::Number(number) = self.cell(column) { Some(*number) } else { None }
    }

    /// The day in a column.
    pub fn day(&self, column: &str) -> Option<Date> {
        if let Cell::Day(day) = self.cell(column) { Some(*day) } else { None }
    }

    /// Whether a column says so.
    pub fn is(&self, column: &str) -> bool {
        matches!(self.cell(column), Cell::Flag(true))
    }

    /// Where its numbers come from, for the drawing.
    pub fn spun(&self) -> String {
        self.thread.map_or(String::new(), Thread::to_string)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_is_read_by_the_names_of_its_columns() {
        let mut table = Table::new(["tie", "mean", "since", "shown"]);
        let day: Date = "2021-05-10".parse().unwrap();
        table.row(None, ["USA-JPN".into(), 0.76.into(), day.into(), true.into()]);
        table.row(
            Some(Thread::Framework("x".into())),
            ["USA-KOR".into(), None::<f64>.into(), Cell::Empty, false.into()],
        );
        let rows: Vec<Row> = table.rows().collect();
        assert_eq!((rows[0].number("mean"), rows[1].number("mean")), (Some(0.76), None));
        assert_eq!(
            (rows[0].day("since"), rows[0].is("shown"), rows[1].is("shown")),
            (Some(day), true, false)
        );
        assert_eq!((rows[1].word("tie"), rows[1].spun().as_str()), ("USA-KOR", "framework x"));
        assert_eq!(table.words("tie"), ["USA-JPN", "USA-KOR"]);
        assert_eq!(table.having("tie", "USA-KOR").count(), 1);
        assert_eq!(table.records()[0], ["USA-JPN", "0.76", "2021-05-10", "true"]);
    }
}
