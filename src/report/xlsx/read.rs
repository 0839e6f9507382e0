//! Inputs from a sheet that a workbook or a CSV file has: rows as they stand there, what is wrong with them by cell, and
//! what they change in a scenario.
//!
//! A row that says what the scenario says already changes nothing. The heads may be in any language of the program; a
//! column that is not there says nothing. Knows nothing of file formats.

use super::inputs::HEADS;
use super::sheet::address;
use crate::language::{CODES, Language, Localizer};
use crate::quantity::number::plain;
use crate::quantity::reading;

/// Rows up to which a sheet is read.
pub const MOST_ROWS: usize = 20_000;

/// Columns up to which one is.
pub const MOST_COLUMNS: usize = 256;

/// Rows among which the heads have to stand.
const HEADS_AMONG: usize = 30;

/// What stands in a cell of a file.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Given {
    /// Nothing.
    #[default]
    Empty,
    /// Text.
    Text(String),
    /// A number.
    Number(f64),
    /// Something else; what it is.
    Other(String),
}

/// A sheet of a file.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct GivenSheet {
    /// How complaints name it: `inputs.xlsx, sheet Inputs`.
    pub place: String,
    /// Its rows.
    pub rows: Vec<Vec<Given>>,
    /// Whether a comma begins the decimals of its numbers, where these are texts.
    pub decimal_comma: bool,
}

/// What is wrong in a cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The file, the sheet and the cell.
    pub place: String,
    /// What stands there.
    pub cell: String,
    /// What is wrong.
    pub what: String,
    /// What to do.
    pub help: String,
}

/// A cell's content with its place.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Placed<T> {
    pub value: T,
    pub place: String,
}

/// An input as a row has it.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Row {
    pub(super) name: Placed<String>,
    pub(super) value: Placed<Option<f64>>,
    /// Absent where there is no such column; empty where nothing stands in it.
    pub(super) unit: Option<Placed<String>>,
    /// Low, mode and high.
    pub(super) ends: [Placed<Option<f64>>; 3],
    pub(super) source: Option<String>,
}

/// Where columns stand, by their heads.
struct Columns {
    row: usize,
    name: usize,
    value: usize,
    unit: Option<usize>,
    ends: [Option<usize>; 3],
    source: Option<usize>,
}

impl GivenSheet {
    fn cell(&self, row: usize, column: usize) -> &Given {
        const EMPTY: &Given = &Given::Empty;
        self.rows.get(row).and_then(|cells| cells.get(column)).unwrap_or(EMPTY)
    }

    fn place(&self, row: usize, column: usize) -> String {
        format!("{}, cell {}", self.place, address((row, column)))
    }

    fn fault(&self, (row, column): (usize, usize), what: impl Into<String>, help: &str) -> Fault {
        let cell = match self.cell(row, column) {
            Given::Other(what) => what.clone(),
            _ => self.text(row, column),
        };
        Fault { place: self.place(row, column), cell, what: what.into(), help: help.to_owned() }
    }

    /// The columns, where the sheet has heads for a name and a value.
    fn columns(&self) -> Option<Columns> {
        (0..self.rows.len().min(HEADS_AMONG)).find_map(|row| {
            let cells = self.rows.get(row)?;
            let of = |key: &str| cells.iter().position(|cell| is_head(cell, key));
            Some(Columns {
                row,
                name: of("sheet-name")?,
                value: of("sheet-value")?,
                unit: of("sheet-unit"),
                ends: ["sheet-low", "sheet-mode", "sheet-high"].map(of),
                source: of("sheet-source"),
            })
        })
    }

    /// A cell as a number; nothing where it is empty.
    fn number(&self, row: usize, column: usize, faults: &mut Vec<Fault>) -> Option<f64> {
        let help = "write a number alone; its unit stands in a column of its own";
        match self.cell(row, column) {
            Given::Empty => None,
            Given::Number(value) if value.is_finite() => Some(*value),
            Given::Number(_) => {
                faults.push(self.fault((row, column), "this number is not finite", help));
                None
            }
            Given::Text(text) if text.trim().is_empty() => None,
            Given::Text(text) => {
                let found = self.read(text);
                if found.is_none() {
                    let what = format!("`{}` is text where a number belongs", short(text));
                    faults.push(self.fault((row, column), what, help));
                }
                found
            }
            Given::Other(what) => {
                faults.push(self.fault((row, column), format!("{what} where a number belongs"), help));
                None
            }
        }
    }

    /// A number that is written as text.
    fn read(&self, text: &str) -> Option<f64> {
        let text = text.trim();
        let plain = if self.decimal_comma { text.replace('.', "").replace(',', ".") } else { text.to_owned() };
        if plain.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b'-' | b'+' | b'e' | b'E')) {
            return plain.parse().ok().filter(|value: &f64| value.is_finite());
        }
        let found = reading::leading(text).ok().filter(|found| found.used == text.len() && !found.pointed)?;
        Some(found.value)
    }

    fn text(&self, row: usize, column: usize) -> String {
        match self.cell(row, column) {
            Given::Text(text) => text.trim().to_owned(),
            Given::Number(value) => plain(*value),
            Given::Empty | Given::Other(_) => String::new(),
        }
    }
}

/// Whether a cell is a head, in any language.
fn is_head(cell: &Given, key: &str) -> bool {
    let Given::Text(text) = cell else { return false };
    let text = text.trim().to_lowercase();
    let mut languages = CODES.iter().filter_map(|code| Language::read(code));
    HEADS.contains(&key) && languages.any(|language| Localizer::new(language).text(key).to_lowercase() == text)
}

/// A text short enough for a complaint.
fn short(text: &str) -> String {
    const MOST: usize = 40;
    let text = crate::diagnostic::short(text.split_whitespace().collect::<Vec<_>>().join(" "));
    if text.chars().count() <= MOST { text } else { text.chars().take(MOST).chain(['…']).collect() }
}

/// The inputs of the first sheet that has heads for a name and a value.
///
/// # Errors
/// All that is wrong with its cells, or that there is no such sheet.
pub fn rows(sheets: &[GivenSheet], file: &str) -> Result<Vec<Row>, Vec<Fault>> {
    let found = sheets.iter().find_map(|sheet| Some((sheet, sheet.columns()?)));
    let Some((sheet, columns)) = found else {
        return Err(vec![Fault {
            place: file.to_owned(),
            cell: String::new(),
            what: "no sheet has inputs in it".to_owned(),
            help: "one is expected with the heads name, value, unit, low, mode, high, source: --format xlsx writes such a sheet"
                .to_owned(),
        }]);
    };
    let mut faults = Vec::new();
    let mut rows: Vec<Row> = Vec::new();
    for row in columns.row + 1..sheet.rows.len() {
        let at = |column: usize| sheet.place(row, column);
        let name = sheet.text(row, columns.name);
        let value = Placed { value: sheet.number(row, columns.value, &mut faults), place: at(columns.value) };
        let ends = columns.ends.map(|column| match column {
            Some(column) => Placed { value: sheet.number(row, column, &mut faults), place: at(column) },
            None => Placed { value: None, place: at(columns.value) },
        });
        if name.is_empty() {
            if value.value.is_some() {
                let help = "write the identifier of an input, such as front_length; `forcesize metrics` lists them";
                faults.push(sheet.fault((row, columns.name), "a value without a name", help));
            }
            continue;
        }
        if let Some(first) = rows.iter().find(|one| one.name.value == name) {
            let what = format!("`{}` stands here a second time, after {}", short(&name), first.name.place);
            faults.push(sheet.fault((row, columns.name), what, "take one of the two rows out"));
        }
        rows.push(Row {
            name: Placed { value: name, place: at(columns.name) },
            value,
            unit: columns.unit.map(|column| Placed { value: sheet.text(row, column), place: at(column) }),
            ends,
            source: columns.source.map(|column| sheet.text(row, column)),
        });
    }
    if rows.is_empty() && faults.is_empty() {
        let help = "write an input in each row below the heads";
        faults.push(sheet.fault((columns.row, columns.name), "no input stands below this head", help));
    }
    if faults.is_empty() { Ok(rows) } else { Err(faults) }
}
