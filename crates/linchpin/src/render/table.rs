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
    /// sentences: the column takes the room that the others leave, shared evenly where there are several, and its cells
    /// run over several lines; a line break in a cell stays one
    Wrapped,
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
    /// a title above the rows that follow, and a quiet line below it
    Section(String, String),
}

const GAP: &str = "  ";
/// The least room for sentences; with less, a table is set row by row.
const LEAST_ROOM: usize = 28;
/// The least room for each of several columns of sentences.
const LEAST_SHARED: usize = 18;
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

    /// Adds a title above the rows that follow, with a quiet line below it where there is something to say.
    pub fn section(&mut self, title: impl Into<String>, below: impl Into<String>) {
        self.rows.push(Row::Section(title.into(), below.into()));
    }

    /// The table in at most `width` columns, each line after an indent.
    pub fn set(&self, width: usize, indent: &str) -> String {
        let mut widths = self.widths();
        let gaps = columns(indent) + GAP.len() * (widths.len().max(1) - 1);
        let whole = gaps + widths.iter().sum::<usize>();
        if whole > width {
            self.share_room(&mut widths, width.saturating_sub(gaps));
        }
        let whole = gaps + widths.iter().sum::<usize>();
        if whole <= width {
            self.side_by_side(&widths, width, indent)
        } else {
            self.row_by_row(width, indent)
        }
    }

    /// Gives columns of sentences what the others leave, the narrowest first, so that what it does not need is shared too.
    /// None gets less than its longest word needs.
    fn share_room(&self, widths: &mut [usize], room: usize) {
        let mut open: Vec<usize> =
            (0..widths.len()).filter(|&at| self.heads[at].1 == Edge::Wrapped).collect();
        let least = if open.len() == 1 { LEAST_ROOM } else { LEAST_SHARED };
        let others: usize = (0..widths.len()).filter(|at| !open.contains(at)).map(|at| widths[at]).sum();
        let mut left = room.saturating_sub(others);
        open.sort_by_key(|&at| widths[at]);
        for (done, &at) in open.iter().enumerate() {
            let share = left / (open.len() - done);
            widths[at] = widths[at].min(share.max(least).max(self.longest_word(at)));
            left = left.saturating_sub(widths[at]);
        }
    }

    fn longest_word(&self, column: usize) -> usize {
        let cells = self.rows.iter().filter_map(|row| match row {
            Row::Cells(cells) => Some(&cells[column]),
            Row::Remark(..) | Row::Section(..) => None,
        });
        let texts = cells.chain([&self.heads[column].0]);
        texts.flat_map(|text| text.split([' ', '\n'])).map(columns).max().unwrap_or_default()
    }

    fn widths(&self) -> Vec<usize> {
        let mut widths: Vec<usize> = self.heads.iter().map(|(head, _)| columns(head)).collect();
        for row in &self.rows {
            match row {
                Row::Cells(cells) => {
                    for (width, cell) in widths.iter_mut().zip(cells) {
                        *width = (*width).max(cell.split('\n').map(columns).max().unwrap_or_default());
                    }
                }
                Row::Section(..) => {}
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
        let one_line = |cells: &[String]| {
            let padded = cells.iter().zip(widths).zip(&self.heads).map(|((cell, width), (_, edge))| {
                let space = " ".repeat(width.saturating_sub(columns(cell)));
                if *edge == Edge::Right { format!("{space}{cell}") } else { format!("{cell}{space}") }
            });
            format!("{indent}{}", padded.collect::<Vec<_>>().join(GAP)).trim_end().to_string()
        };
        let line = |cells: &[String]| {
            let cells: Vec<Vec<String>> = cells
                .iter()
                .zip(widths)
                .zip(&self.heads)
                .map(|((cell, width), (_, edge))| match edge {
                    Edge::Wrapped => broken(cell, *width, ""),
                    Edge::Left | Edge::Right => vec![cell.clone()],
                })
                .collect();
            let height = cells.iter().map(Vec::len).max().unwrap_or_default().max(1);
            let nth = |at: usize| {
                let cells: Vec<String> =
                    cells.iter().map(|lines| lines.get(at).cloned().unwrap_or_default()).collect();
                one_line(&cells)
            };
            (0..height).map(nth).collect::<Vec<_>>().join("\n")
        };
        let heads: Vec<String> = self.heads.iter().map(|(head, _)| head.clone()).collect();
        let mut text = format!("{HEAD}{}{HEAD:#}\n", line(&heads));
        let first = widths.first().copied().unwrap_or_default();
        for (at, row) in self.rows.iter().enumerate() {
            match row {
                Row::Cells(cells) => text.push_str(&line(cells)),
                Row::Section(title, below) => {
                    text.push_str(&section(title, below, at, width, indent));
                    continue;
                }
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
        for (at, row) in self.rows.iter().enumerate() {
            match row {
                Row::Section(title, below) => text.push_str(&section(title, below, at, width, indent)),
                Row::Cells(cells) => {
                    let name = cells.first().map_or("", String::as_str);
                    let name = broken(name, width, indent).join("\n");
                    text.push_str(&format!("{HEAD}{name}{HEAD:#}\n"));
                    for (cell, (head, _)) in
                        cells.iter().zip(&self.heads).skip(1).filter(|(c, _)| !c.is_empty())
                    {
                        let space = " ".repeat(labels - columns(head));
                        let hanging = " ".repeat(columns(indent) + 2 + labels + GAP.len());
                        let wrapped = broken(cell, width, &hanging).join("\n");
                        let rest = wrapped.get(hanging.len()..).unwrap_or_default();
                        text.push_str(&format!("{indent}  {head}{space}{GAP}{rest}\n"));
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

/// The lines of a cell, each at most as wide as there is room; its own line breaks stay.
fn broken(cell: &str, width: usize, indent: &str) -> Vec<String> {
    let lines = cell.split('\n').map(|line| wrap(line, width, indent));
    lines.flat_map(|lines| lines.split('\n').map(String::from).collect::<Vec<_>>()).collect()
}

/// A title with a quiet line below it, and a blank line above it unless it is the first.
fn section(title: &str, below: &str, at: usize, width: usize, indent: &str) -> String {
    let space = if at == 0 { "" } else { "\n" };
    let mut text = format!("{space}{HEAD}{}{HEAD:#}\n", wrap(title, width, indent));
    if !below.is_empty() {
        text.push_str(&format!("{QUIET}{}{QUIET:#}\n", wrap(below, width, indent)));
    }
    text
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
    fn sentences_take_the_room_that_is_left() {
        let mut table = Table::new([("Jahr".into(), Edge::Right), ("Was".into(), Edge::Wrapped)]);
        table.row(["2021".into(), "Die beiden Seiten einigen sich auf ein Abkommen".into()]);
        let expected = "Jahr  Was\n2021  Die beiden Seiten einigen sich auf\n      ein Abkommen\n";
        assert_eq!(plain(&table.set(40, "")), expected);
    }

    #[test]
    fn several_columns_of_sentences_share_the_room_and_keep_their_lines() {
        let mut table = Table::new([("Für".into(), Edge::Wrapped), ("Gegen".into(), Edge::Wrapped)]);
        table.section("Furcht", "eine Zeile darunter");
        table.row(["eine Zusage aus dem Jahr 2014\nnoch eine".into(), "kurz".into()]);
        let expected = "Für                   Gegen\nFurcht\neine Zeile darunter\neine Zusage aus dem   kurz\nJahr 2014\nnoch eine\n";
        assert_eq!(plain(&table.set(27, "")), expected);
    }

    #[test]
    fn what_is_too_wide_is_set_row_by_row() {
        let expected = "Übereinstimmung\n  Größe  0,58\nRückhalt\n  zu wenig belegt, und\n  zwar so wenig, dass\n  die Zeile bricht\n";
        assert_eq!(plain(&example().set(20, "")), expected);
    }
}
