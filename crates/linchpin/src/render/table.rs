//! Tables for a reader. What does not fit the width is set row by row instead.

use super::{columns, wrap};
use anstyle::Style;

/// Which edge of a column its cells keep to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Edge {
    /// words
    Left,
    /// numbers
    Right,
}

/// A table with a heading for each column.
pub struct Table {
    heads: Vec<(String, Edge)>,
    rows: Vec<Row>,
}

enum Row {
    Cells(Vec<String>),
    /// a name in the first column, and a remark in place of all others
    Remark(String, String),
}

const GAP: &str = "  ";
const HEAD: Style = Style::new().bold();
const QUIET: Style = Style::new().dimmed();

impl Table {
    /// A table with these columns.
    pub fn new(heads: impl IntoIterator<Item = (String, Edge)>) -> Table {
        Table { heads: heads.into_iter().collect(), rows: vec![] }
    }

    /// Adds a row with a cell for each column.
    pub fn row(&mut self, cells: impl IntoIterator<Item = String>) {
        let cells: Vec<String> = cells.into_iter().collect();
        assert_eq!(cells.len(), self.heads.len(), "a row has as many cells as the table has columns");
        self.rows.push(Row::Cells(cells));
    }

    /// Adds a row that has a remark in place of its numbers.
    pub fn remark(&mut self, name: impl Into<String>, text: impl Into<String>) {
        self.rows.push(Row::Remark(name.into(), text.into()));
    }

    /// The table in at most `width` columns, each line after an indent.
    pub fn set(&self, width: usize, indent: &str) -> String {
        let widths = self.widths();
        let whole = columns(indent) + widths.iter().sum::<usize>() + GAP.len() * (widths.len().max(1) - 1);
        if whole <= width {
            self.side_by_side(&widths, width, indent)
        } else {
            self.row_by_row(width, indent)
        }
    }

    fn widths(&self) -> Vec<usize> {
        let mut widths: Vec<usize> = self.heads.iter().map(|(head, _)| columns(head)).collect();
        for row in &self.rows {
            match row {
                Row::Cells(cells) => {
                    for (width, cell) in widths.iter_mut().zip(cells) {
                        *width = (*width).max(columns(cell));
                    }
                }
                Row::Remark(name, _) => {
                    if let Some(first) = widths.first_mut() {
                        *first = (*first).max(columns(name));
                    }
                }
            }
        }
        widths
    }

    fn side_by_side(&self, widths: &[usize], width: usize, indent: &str) -> String {
        let line = |cells: &[String]| {
            let padded = cells.iter().zip(widths).zip(&self.heads).map(|((cell, width), (_, edge))| {
                let space = " ".repeat(width - columns(cell));
                if *edge == Edge::Left { format!("{cell}{space}") } else { format!("{space}{cell}") }
            });
            format!("{indent}{}", padded.collect::<Vec<_>>().join(GAP)).trim_end().to_string()
        };
        let heads: Vec<String> = self.heads.iter().map(|(head, _)| head.clone()).collect();
        let mut text = format!("{HEAD}{}{HEAD:#}\n", line(&heads));
        let first = widths.first().copied().unwrap_or_default();
        for row in &self.rows {
            match row {
                Row::Cells(cells) => text.push_str(&line(cells)),
                Row::Remark(name, remark) => {
                    let hanging = " ".repeat(columns(indent) + first + GAP.len());
                    let wrapped = wrap(remark, width, &hanging);
                    let space = " ".repeat(first - columns(name));
                    let rest = wrapped.get(hanging.len()..).unwrap_or_default();
                    text.push_str(&format!("{indent}{name}{space}{GAP}{QUIET}{rest}{QUIET:#}"));
                }
            }
            text.push('\n');
        }
        text
    }

    fn row_by_row(&self, width: usize, indent: &str) -> String {
        let labels = self.heads.iter().skip(1).map(|(head, _)| columns(head)).max().unwrap_or_default();
        let mut text = String::new();
        for row in &self.rows {
            match row {
                Row::Cells(cells) => {
                    let name = cells.first().map_or("", String::as_str);
                    text.push_str(&format!("{indent}{HEAD}{name}{HEAD:#}\n"));
                    for (cell, (head, _)) in
                        cells.iter().zip(&self.heads).skip(1).filter(|(c, _)| !c.is_empty())
                    {
                        let space = " ".repeat(labels - columns(head));
                        text.push_str(&format!("{indent}  {head}{space}{GAP}{cell}\n"));
                    }
                }
                Row::Remark(name, remark) => {
                    let wrapped = wrap(remark, width, &format!("{indent}  "));
                    text.push_str(&format!("{indent}{HEAD}{name}{HEAD:#}\n{QUIET}{wrapped}{QUIET:#}\n"));
                }
            }
        }
        text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn example() -> Table {
        let mut table = Table::new([("Name".into(), Edge::Left), ("Größe".into(), Edge::Right)]);
        table.row(["Übereinstimmung".into(), "0,58".into()]);
        table.remark("Rückhalt", "zu wenig belegt, und zwar so wenig, dass die Zeile bricht");
        table
    }

    fn plain(text: &str) -> String {
        anstream::adapter::strip_str(text).to_string()
    }

    #[test]
    fn columns_line_up_whatever_the_letters() {
        let expected = "  Name             Größe\n  Übereinstimmung   0,58\n  Rückhalt         zu wenig belegt, und zwar\n                   so wenig, dass die Zeile\n                   bricht\n";
        assert_eq!(plain(&example().set(45, "  ")), expected);
    }

    #[test]
    fn what_is_too_wide_is_set_row_by_row() {
        let expected = "Übereinstimmung\n  Größe  0,58\nRückhalt\n  zu wenig belegt, und\n  zwar so wenig, dass\n  die Zeile bricht\n";
        assert_eq!(plain(&example().set(20, "")), expected);
    }
}
