//! A table of a document: its head stands on every page, its rows are not broken, its columns are as wide as their texts
//! ask for.

use super::xml::{escaped, paragraph, run};
use crate::report::document::shares;
use crate::report::table::Table;
use std::fmt::Write as _;

/// Twentieths of a point that a line of text has: A4 between margins of 2 cm.
const WIDTH: usize = 9_638;

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

/// The widths of columns, which together are that of a line.
fn widths(table: &Table) -> Vec<usize> {
    let mut widths: Vec<usize> = shares(table).iter().map(|share| share * WIDTH / 1000).collect();
    let rest = WIDTH.saturating_sub(widths.iter().sum());
    if let Some(last) = widths.last_mut() {
        *last += rest;
    }
    widths
}
