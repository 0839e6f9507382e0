//! A table of cells of which each knows where it stands: from a CSV file, or from rows of TOML.
//!
//! Knows nothing of what columns mean.

use super::tree::{Located, Table, Text, Value};
use crate::diagnostic::{Diagnostic, Diagnostics, Span, TextId, Texts};
use rustc_hash::FxHashMap;

/// What spreadsheets and statistics programs write where nothing is known.
const BLANKS: [&str; 7] = ["", "NA", "N/A", "NaN", "nan", "NULL", "."];

/// A cell as written.
#[derive(Clone, Debug, PartialEq)]
pub struct Cell {
    /// Its text without the blanks around it.
    pub text: String,
    /// Where it stands.
    pub span: Span,
}

impl Cell {
    /// Whether nothing is known.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        BLANKS.contains(&self.text.as_str())
    }

    /// The number that it is, not a number where nothing is known; `None` where it is a text.
    #[must_use]
    pub fn number(&self) -> Option<f64> {
        if self.is_blank() {
            return Some(f64::NAN);
        }
        // Rust also reads names of what is no number.
        let is_digits = |c: char| c.is_ascii_digit() || matches!(c, '.' | '-' | '+' | 'e' | 'E');
        self.text.parse().ok().filter(|number: &f64| self.text.chars().all(is_digits) && number.is_finite())
    }
}

/// A row.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// Where it stands.
    pub span: Span,
    /// A cell for each column.
    pub cells: Vec<Cell>,
}

/// A table.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Grid {
    /// The names of the columns.
    pub columns: Vec<String>,
    /// The rows.
    pub rows: Vec<Row>,
    /// Whether semicolons part its cells, as spreadsheets write them where a comma stands before decimals.
    pub by_semicolons: bool,
}

impl Grid {
    /// The position of a column.
    #[must_use]
    pub fn column(&self, name: &str) -> Option<usize> {
        self.columns.iter().position(|column| column == name)
    }

    /// Reads CSV with a header from a text; columns are apart by tabs or semicolons where the header has some. Complaints
    /// are collected; `None` when one of them is an error.
    #[must_use]
    pub fn read_csv(text: TextId, texts: &Texts, diagnostics: &mut Diagnostics) -> Option<Self> {
        let before = diagnostics.counts().0;
        let content = texts.content(text);
        let header = content.lines().next().unwrap_or_default();
        let comma = match (header.contains('\t'), header.contains(';') && !header.contains(',')) {
            (true, _) => b'\t',
            (_, true) => b';',
            _ => b',',
        };
        let mut reader = csv::ReaderBuilder::new().flexible(true).delimiter(comma).from_reader(content.as_bytes());
        let mut found = Self { by_semicolons: comma == b';', ..Self::default() };
        let headers = match reader.headers() {
            Ok(headers) => headers.clone(),
            Err(error) => {
                diagnostics.push(not_csv(&error, text));
                return None;
            }
        };
        let spans = cell_spans(content, comma, (0, headers.len()), text);
        for (name, span) in headers.iter().zip(&spans) {
            let name = name.trim().to_owned();
            if found.columns.contains(&name) {
                let message = format!("two columns are called `{name}`");
                diagnostics.push(Diagnostic::error(message).at(*span, "").help("give one of them another name"));
            }
            found.columns.push(name);
        }
        for record in reader.records() {
            let record = match record {
                Ok(record) => record,
                Err(error) => {
                    diagnostics.push(not_csv(&error, text));
                    return None;
                }
            };
            let start = record.position().map_or(0, |position| usize::try_from(position.byte()).unwrap_or(0));
            let spans = cell_spans(content, comma, (start, record.len()), text);
            let span = spans.first().copied().unwrap_or(Span { text, start, end: start });
            if record.len() != found.columns.len() {
                let message = format!("this row has {} cells, the header {}", record.len(), found.columns.len());
                let help = match comma {
                    b',' => {
                        "a text with a comma needs quotes around it, \"Bosnia, Croatia\"; decimals stand behind a point, 2.5"
                    }
                    b';' => "a text with a semicolon needs quotes around it",
                    _ => "each row has as many tabs as the header",
                };
                diagnostics.push(Diagnostic::error(message).at(span, "").help(help));
                continue;
            }
            let cell = |(cell, span): (&str, &Span)| Cell { text: cell.trim().to_owned(), span: *span };
            found.rows.push(Row { span, cells: record.iter().zip(&spans).map(cell).collect() });
        }
        if found.rows.is_empty() && diagnostics.counts().0 == before {
            let message = format!("`{}` has no rows", texts.name(text));
            diagnostics.push(Diagnostic::error(message).help("the first line is a header, each further one a row"));
        }
        (diagnostics.counts().0 == before).then_some(found)
    }

    /// Rows that stand in a file of TOML: the columns are all that some row has.
    pub(super) fn of_rows<'a>(rows: impl Iterator<Item = Located<&'a Table>>) -> Self {
        let rows: Vec<Located<&Table>> = rows.collect();
        let mut found = Self::default();
        for (name, _) in rows.iter().flat_map(|row| &row.value.entries) {
            if found.column(&name.value).is_none() {
                found.columns.push(name.value.to_string());
            }
        }
        for row in rows {
            let cell = |column: &String| match row.value.get(column) {
                None => Cell { text: String::new(), span: row.span },
                Some(cell) => Cell { text: written(&cell.value), span: cell.span },
            };
            found.rows.push(Row { span: row.span, cells: found.columns.iter().map(cell).collect() });
        }
        found
    }

    /// Adds the columns of another table to the rows that have its key; rows without a partner are blank there. Complains
    /// of keys that one of the tables lacks, and of one that the other has twice.
    pub fn join(&mut self, other: &Self, on: &[Located<Text>], diagnostics: &mut Diagnostics) {
        let mut keys = Vec::new();
        for name in on {
            match (self.column(&name.value), other.column(&name.value)) {
                (Some(own), Some(others)) => keys.push((own, others)),
                _ => diagnostics.push(
                    Diagnostic::error(format!("no column `{}` is in both tables", name.value))
                        .at(name.span, "")
                        .help("`on` names the columns that both tables have and that make the key"),
                ),
            }
        }
        if keys.len() < on.len() || keys.is_empty() {
            return;
        }
        let key = |row: &Row, of: &dyn Fn(&(usize, usize)) -> usize| -> Vec<String> {
            keys.iter().map(|pair| row.cells[of(pair)].text.clone()).collect()
        };
        let mut by_key: FxHashMap<Vec<String>, &Row> = FxHashMap::default();
        for row in &other.rows {
            let first = *by_key.entry(key(row, &|pair| pair.1)).or_insert(row);
            if !std::ptr::eq(first, row) {
                diagnostics.push(
                    Diagnostic::error("two rows of the joined table have one key")
                        .at(row.span, "the second")
                        .at(first.span, "the first")
                        .help("name more columns in `on`, or keep one of the rows"),
                );
                return;
            }
        }
        let added: Vec<usize> =
            (0..other.columns.len()).filter(|at| self.column(&other.columns[*at]).is_none()).collect();
        for row in &mut self.rows {
            let partner = by_key.get(&key(row, &|pair| pair.0)).copied();
            let blank = || Cell { text: String::new(), span: row.span };
            let cells: Vec<Cell> =
                added.iter().map(|at| partner.map_or_else(blank, |found| found.cells[*at].clone())).collect();
            row.cells.extend(cells);
        }
        self.columns.extend(added.iter().map(|at| other.columns[*at].clone()));
    }
}

fn not_csv(error: &csv::Error, text: TextId) -> Diagnostic {
    let start = error.position().map_or(0, |position| usize::try_from(position.byte()).unwrap_or(0));
    Diagnostic::error("this is not a table of comma-separated values")
        .at(Span { text, start, end: start }, "")
        .help("save the table as CSV in UTF-8, with a header in its first line")
}

fn written(value: &Value) -> String {
    match value {
        Value::Text(text) => text.trim().to_owned(),
        Value::Pointed(digits) => digits.to_string(),
        Value::Number(number) => number.to_string(),
        _ => String::new(),
    }
}

/// Where the cells of a record stand that begins at a byte of the text.
fn cell_spans(content: &str, comma: u8, (start, cells): (usize, usize), text: TextId) -> Vec<Span> {
    let bytes = content.as_bytes();
    let mut spans = Vec::with_capacity(cells);
    // The reader counts from the end of the record before, line breaks and all.
    let blank = |byte: &u8| matches!(byte, b'\n' | b'\r');
    let mut at = start + bytes.iter().skip(start).take_while(|byte| blank(byte)).count();
    for _ in 0..cells {
        let first = at;
        let mut quoted = false;
        while let Some(byte) = bytes.get(at) {
            match byte {
                b'"' => quoted = !quoted,
                b'\n' | b'\r' if !quoted => break,
                byte if *byte == comma && !quoted => break,
                _ => {}
            }
            at += 1;
        }
        spans.push(Span { text, start: first, end: at });
        at += 1;
    }
    spans
}
