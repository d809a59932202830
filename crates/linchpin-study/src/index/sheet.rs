//! A CSV file as cells that know where they stand.

use super::error::{Error, Place, What};

/// A table: a row of names, and rows of as many cells.
#[derive(Clone, Debug)]
pub struct Sheet {
    /// the name of the file in messages
    pub file: String,
    heads: Vec<String>,
    rows: Vec<(u64, Vec<String>)>,
}

impl Sheet {
    /// Reads a file of commas, double quotes where needed, and UTF-8 with or without a byte-order mark.
    ///
    /// # Errors
    /// When it is no such table, a name is there twice, or there are no rows.
    pub fn read(file: &str, bytes: &[u8]) -> Result<Sheet, Error> {
        let place = || Place::of(file);
        let text = std::str::from_utf8(bytes).map_err(|error| {
            let line = bytes[..error.valid_up_to()].iter().filter(|byte| **byte == b'\n').count() as u64 + 1;
            place().line(line).error(What::NotUtf8)
        })?;
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes());
        let mut rows = vec![];
        for record in reader.records() {
            let record = record.map_err(|error| malformed(&error, file))?;
            let line = record.position().map_or(0, csv::Position::line);
            rows.push((line, record.iter().map(|cell| cell.trim().to_string()).collect::<Vec<_>>()));
        }
        if rows.len() < 2 {
            return Err(place().error(What::Empty));
        }
        let (line, heads) = rows.remove(0);
        if heads.len() == 1 && heads[0].contains(';') {
            return Err(place().line(line).error(What::Semicolons));
        }
        let twice =
            heads.iter().enumerate().find(|(at, head)| !head.is_empty() && heads[..*at].contains(head));
        match twice {
            Some((_, column)) => {
                Err(place().line(line).error(What::DuplicateColumn { column: column.clone() }))
            }
            None => Ok(Sheet { file: file.into(), heads, rows }),
        }
    }

    /// The names of its columns.
    pub fn heads(&self) -> &[String] {
        &self.heads
    }

    /// How many rows there are below the names.
    pub fn rows(&self) -> usize {
        self.rows.len()
    }

    /// The place of a column, if it is there.
    pub fn find(&self, column: &str) -> Option<usize> {
        self.heads.iter().position(|head| head == column)
    }

    /// The place of a column that must be there.
    pub fn column(&self, column: &str) -> Result<usize, Error> {
        let missing = || Place::of(&self.file).error(What::NoColumn { column: column.into() });
        self.find(column).ok_or_else(missing)
    }

    /// A cell, without white space around it.
    pub fn cell(&self, row: usize, column: usize) -> &str {
        &self.rows[row].1[column]
    }

    /// Where a cell stands.
    pub fn place(&self, row: usize, column: usize) -> Place {
        Place::of(&self.file).line(self.rows[row].0).column(&self.heads[column])
    }

    /// A code, which must not be empty.
    pub fn code(&self, row: usize, column: usize) -> Result<&str, Error> {
        match self.cell(row, column) {
            "" => Err(self.place(row, column).error(What::NoCode)),
            code => Ok(code),
        }
    }

    /// A number; missing (`f64::NAN`) where the cell is empty or says `NA`.
    pub fn number(&self, row: usize, column: usize) -> Result<f64, Error> {
        let cell = self.cell(row, column);
        if cell.is_empty() || cell == "NA" {
            return Ok(f64::NAN);
        }
        let value = cell.to_string();
        match cell.parse::<f64>() {
            Ok(number) if number.is_finite() => Ok(number),
            Ok(_) => Err(self.place(row, column).error(What::NotFinite { value })),
            Err(_) if cell.replacen(',', ".", 1).replace(',', "").parse::<f64>().is_ok() => {
                Err(self.place(row, column).error(What::Comma { value }))
            }
            Err(_) => Err(self.place(row, column).error(What::NotANumber { value })),
        }
    }
}

fn malformed(error: &csv::Error, file: &str) -> Error {
    match error.kind() {
        csv::ErrorKind::UnequalLengths { pos, expected_len, len } => {
            let line = pos.as_ref().map_or(0, csv::Position::line);
            Place::of(file).line(line).error(What::Ragged { expected: *expected_len, found: *len })
        }
        // the bytes are in memory and known to be UTF-8, so nothing else goes wrong
        _ => Place::of(file).error(What::NotUtf8),
    }
}
