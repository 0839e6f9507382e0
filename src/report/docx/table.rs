//! A table of a document: its head stands on every page, its rows are not broken, its columns are as wide as their texts
//! ask for.

use super::xml::{escaped, paragraph, run};
use crate::report::table::Table;
use std::fmt::Write as _;

/// Twentieths of a point that a line of text has: A4 between margins of 2 cm.
pub(super) const WIDTH: usize = 9_638;

/// Letters that a column counts at least, and at most.
const LETTERS: (usize, usize) = (6, 42);

/// The table; `description` is what it shows to those who do not see it.
pub(super) fn xml(table: &Table, description: &str) -> String {
    let widths = widths(table);
    let mut text = format!(
        "<w:tbl><w:tblPr><w:tblStyle w:val=\"Report\"/><w:tblW w:w=\"{WIDTH}\" w:type=\"dxa\"/>\
         <w:tblLayout w:type=\"fixed\"/><w:tblLook w:val=\"0420\" w:firstRow=\"1\" w:lastRow=\"0\" w:firstColumn=\"0\" \
         w:lastColumn=\"0\" w:noHBand=\"0\" w:noVBand=\"1\"/><w:tblDescription w:val=\"{}\"/></w:tblPr><w:tblGrid>",
        escaped(description)
    );
    for width in &widths {
        let _ = write!(text, "<w:gridCol w:w=\"{width}\"/>");
    }
    text.push_str("</w:tblGrid>\n");
    text.push_str(&row(&table.header, &widths, &table.right, true));
    for cells in &table.rows {
        text.push_str(&row(cells, &widths, &table.right, false));
    }
    text.push_str("</w:tbl>\n");
    text
}

fn row(cells: &[String], widths: &[usize], right: &[usize], is_head: bool) -> String {
    let head = if is_head { "<w:tblHeader/>" } else { "" };
    let mut text = format!("<w:tr><w:trPr><w:cantSplit/>{head}</w:trPr>");
    for (column, width) in widths.iter().enumerate() {
        let cell = cells.get(column).map_or("", String::as_str);
        let side = if right.contains(&column) { "<w:jc w:val=\"right\"/>" } else { "" };
        let bold = if is_head { "<w:b/>" } else { "" };
        let lines: Vec<&str> = if cell.is_empty() { vec![""] } else { cell.lines().collect() };
        let lines: String = lines.iter().map(|line| paragraph("TableText", side, &run(bold, line))).collect();
        let _ = write!(text, "<w:tc><w:tcPr><w:tcW w:w=\"{width}\" w:type=\"dxa\"/></w:tcPr>{lines}</w:tc>");
    }
    text.push_str("</w:tr>\n");
    text
}

/// The widths of columns, which together are that of a line. No column is narrower than its longest word, as far as
/// there is room for all.
fn widths(table: &Table) -> Vec<usize> {
    let columns = table.header.len().max(1);
    let rows = || std::iter::once(&table.header).chain(&table.rows);
    let longest = |column: usize, of: &dyn Fn(&str) -> usize| {
        rows().filter_map(|row| row.get(column)).map(|cell| of(cell)).max().unwrap_or(0)
    };
    let letters = |text: &str| text.lines().map(|line| line.chars().count()).max().unwrap_or(0);
    let word = |text: &str| text.split_whitespace().map(|word| word.chars().count()).max().unwrap_or(0);
    let weights: Vec<usize> = (0..columns)
        .map(|column| {
            let natural = longest(column, &letters).clamp(LETTERS.0, LETTERS.1);
            natural.max(longest(column, &word).min(LETTERS.1) + 1)
        })
        .collect();
    let all: usize = weights.iter().sum();
    let mut widths: Vec<usize> = weights.iter().map(|weight| weight * WIDTH / all).collect();
    let rest = WIDTH - widths.iter().sum::<usize>();
    if let Some(last) = widths.last_mut() {
        *last += rest;
    }
    widths
}
