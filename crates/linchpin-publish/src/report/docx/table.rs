//! Tables, and what is set as one: the facts of the title page and what is told in brief.

use super::TEXT_WIDTH;
use super::xml::Xml;
use crate::report::document::{Span, plain};
use crate::scene::{Weight, text};

/// Letters of a table, in twentieths of a point.
const SIZE: f64 = 170.0;
/// Beside the text of a cell, both sides together.
const PADDING: f64 = 170.0;

/// A table of a style: what it shows, for somebody who cannot see it, and the widths of its columns.
pub fn table(style: &str, shows: &str, widths: &[u32], xml: &mut Xml, rows: impl FnOnce(&mut Xml)) {
    let has_head = if style == "ReportTable" { "1" } else { "0" };
    xml.element("w:tbl", &[], |xml| {
        xml.element("w:tblPr", &[], |xml| {
            xml.property("w:tblStyle", style);
            width("w:tblW", widths.iter().sum(), xml);
            xml.empty("w:tblLayout", &[("w:type", "fixed")]);
            let look = [
                ("w:val", if has_head == "1" { "0020" } else { "0000" }),
                ("w:firstRow", has_head),
                ("w:lastRow", "0"),
                ("w:firstColumn", "0"),
                ("w:lastColumn", "0"),
                ("w:noHBand", "1"),
                ("w:noVBand", "1"),
            ];
            xml.empty("w:tblLook", &look);
            if !shows.is_empty() {
                xml.property("w:tblCaption", shows);
            }
        });
        xml.element("w:tblGrid", &[], |xml| {
            for width in widths {
                xml.empty("w:gridCol", &[("w:w", &width.to_string())]);
            }
        });
        rows(xml);
    });
}

/// A row that stays on one page; a head stands on every page that the table reaches.
pub fn row(is_head: bool, xml: &mut Xml, cells: impl FnOnce(&mut Xml)) {
    xml.element("w:tr", &[], |xml| {
        xml.element("w:trPr", &[], |xml| {
            xml.empty("w:cantSplit", &[]);
            if is_head {
                xml.empty("w:tblHeader", &[]);
            }
        });
        cells(xml);
    });
}

/// A cell as wide as some columns together. What is inside must end with a paragraph.
pub fn cell(columns: &[u32], xml: &mut Xml, inside: impl FnOnce(&mut Xml)) {
    xml.element("w:tc", &[], |xml| {
        xml.element("w:tcPr", &[], |xml| {
            width("w:tcW", columns.iter().sum(), xml);
            if columns.len() > 1 {
                xml.property("w:gridSpan", &columns.len().to_string());
            }
        });
        inside(xml);
    });
}

fn width(name: &str, width: u32, xml: &mut Xml) {
    xml.empty(name, &[("w:w", &width.to_string()), ("w:type", "dxa")]);
}

/// The widths of two columns of which the first has a share of the page.
pub fn two(share: f64) -> [u32; 2] {
    let first = (f64::from(TEXT_WIDTH) * share) as u32;
    [first, TEXT_WIDTH - first]
}

/// The widths of columns that fill the page, as a browser would set them (CSS 2.2, 17.5.2.2): as wide as their longest cell where
/// that fits, else as wide as their longest word, and what is left goes to those whose cells need it.
pub fn widths(columns: usize, head: &[String], rows: &[Vec<Vec<Span>>]) -> Vec<u32> {
    let page = f64::from(TEXT_WIDTH);
    let mut least = vec![PADDING; columns];
    let mut most = vec![PADDING; columns];
    let mut fit = |column: usize, text: &str, weight: Weight| {
        let wide = |text: &str| text::width(text, SIZE, weight) + PADDING;
        let longest =
            text.split_inclusive([' ', '–', '-', '/']).map(str::trim_end).map(wide).fold(PADDING, f64::max);
        least[column] = longest.max(least[column]);
        most[column] = wide(text).min(page).max(most[column]);
    };
    for (column, name) in head.iter().enumerate() {
        fit(column, name, Weight::Bold);
    }
    for (column, spans) in rows.iter().flat_map(|row| row.iter().enumerate()) {
        fit(column, &measured(spans), Weight::Regular);
    }
    let [narrow, wide] = [&least, &most].map(|widths| widths.iter().sum::<f64>());
    let width = |column: usize| {
        let (least, most) = (least[column], most[column]);
        match () {
            () if wide <= page => most * page / wide,
            () if narrow >= page => least * page / narrow,
            () => least + (page - narrow) * (most - least) / (wide - narrow),
        }
    };
    let mut edges: Vec<u32> = vec![0];
    let mut reached = 0.0;
    for column in 0..columns {
        reached += width(column);
        edges.push((reached.round() as u32).min(TEXT_WIDTH));
    }
    edges.windows(2).map(|pair| pair[1] - pair[0]).collect()
}

/// The words of a cell with something as wide as a mark in the place of each note.
fn measured(spans: &[Span]) -> String {
    let words = |span: &Span| match span {
        Span::Note(_) => "00".to_string(),
        span => plain(std::slice::from_ref(span)),
    };
    spans.iter().map(words).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_fill_the_page_and_long_cells_get_more() {
        let cell = |text: &str| vec![Span::Words(text.into())];
        let short = widths(2, &["A".into(), "B".into()], &[vec![cell("one"), cell("one")]]);
        assert_eq!(short, [TEXT_WIDTH / 2; 2]);
        let prose = "many words in a long row that no page is wide enough to take in one line ".repeat(3);
        let long = widths(2, &["Name".into(), "Text".into()], &[vec![cell("0.71"), cell(&prose)]]);
        assert!(long[1] > 6 * long[0] && long.iter().sum::<u32>() == TEXT_WIDTH, "{long:?}");
        let word = "x".repeat(500);
        let crowded = widths(3, &[], &[vec![cell(&word), cell(&word), cell("a")]]);
        assert_eq!(crowded.iter().sum::<u32>(), TEXT_WIDTH);
        assert!(crowded[0].abs_diff(crowded[1]) <= 1, "{crowded:?}");
    }
}
