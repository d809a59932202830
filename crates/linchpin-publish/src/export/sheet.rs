//! Tables as CSV (RFC 4180), safe to open in a spreadsheet.
//!
//! A spreadsheet takes a cell that begins with `=`, `+`, `-`, `@`, tab or carriage return for a formula, whoever wrote it (OWASP, “CSV
//! Injection”). Such a cell gets an apostrophe in front, which spreadsheets read as “this is text”. Numbers are left alone.

use std::borrow::Cow;

/// What a formula begins with.
const BEGIN_A_FORMULA: [char; 6] = ['=', '+', '-', '@', '\t', '\r'];

/// A table: a line of names, then its rows, which are as long.
///
/// # Panics
/// When a row is longer or shorter than the line of names: that is a bug.
pub fn csv<R, C>(columns: &[impl AsRef<str>], rows: impl IntoIterator<Item = R>) -> String
where
    R: IntoIterator<Item = C>,
    C: AsRef<str>,
{
    let mut writer = csv::Writer::from_writer(vec![]);
    let malformed = |error: csv::Error| -> () { panic!("a table became no CSV: {error}") };
    let mut write = |cells: Vec<Vec<u8>>| writer.write_record(cells).unwrap_or_else(malformed);
    let bytes = |cell: &str| as_text(cell).as_bytes().to_vec();
    write(columns.iter().map(|name| bytes(name.as_ref())).collect());
    for row in rows {
        write(row.into_iter().map(|cell| bytes(cell.as_ref())).collect());
    }
    let bytes = writer.into_inner().unwrap_or_else(|error| panic!("a table became no CSV: {error}"));
    String::from_utf8(bytes).unwrap_or_else(|error| panic!("a table became no text: {error}"))
}

/// A cell that no spreadsheet takes for a formula.
pub fn as_text(cell: &str) -> Cow<'_, str> {
    match cell.starts_with(BEGIN_A_FORMULA) && cell.parse::<f64>().is_err() {
        true => Cow::Owned(format!("'{cell}")),
        false => Cow::Borrowed(cell),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn formulas_become_text_and_numbers_stay() {
        for formula in ["=cmd()", "+1+1", "-2+3", "@SUM(A1)", "\t=1", "\r=1", "-", "-5..10", "=1"] {
            assert_eq!(as_text(formula), format!("'{formula}"));
        }
        for plain in ["-0.25", "+1", "-1e-7", "1-2", "", "–", "'quoted", "a=b", " =1", "Ümläut"] {
            assert_eq!(as_text(plain), plain);
        }
    }

    proptest! {
        #[test]
        fn a_table_is_read_back_as_it_was(rows in proptest::collection::vec([any::<String>(), "[=+@\"',;\r\n\t-]{0,6}"], 0..5)) {
            let text = csv(&["one", "two"], &rows);
            let read: Vec<Vec<String>> = csv::Reader::from_reader(text.as_bytes())
                .records()
                .map(|record| record.unwrap().iter().map(String::from).collect())
                .collect();
            let meant: Vec<Vec<String>> =
                rows.iter().map(|row| row.iter().map(|cell| as_text(cell).into_owned()).collect()).collect();
            prop_assert_eq!(&read, &meant);
            for cell in read.iter().flatten().filter(|cell| cell.starts_with(BEGIN_A_FORMULA)) {
                prop_assert!(cell.parse::<f64>().is_ok());
            }
        }
    }
}
