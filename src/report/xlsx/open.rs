//! The cells of a workbook's sheets from the bytes of its file. Nothing in such a file is believed before it was counted:
//! a small one may unpack to more than a computer has, and name cells a billion rows apart.

use super::read::{Given, GivenSheet, MOST_COLUMNS, MOST_ROWS};
use calamine::{DataRef, Reader, Xlsx};
use std::io::{Cursor, Read};

/// Bytes that all parts of a workbook may have together, unpacked.
const UNPACKED: u64 = 64_000_000;

/// Parts that it may have.
const PARTS: usize = 2_000;

/// How a file begins that holds a workbook in another file: an encrypted one, or one of before 2007.
const COMPOUND: [u8; 8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

/// The sheets of a workbook; `file` is its name in complaints.
///
/// # Errors
/// What is wrong with the file, and what to do.
pub fn sheets(bytes: &[u8], file: &str) -> Result<Vec<GivenSheet>, (String, String)> {
    if bytes.starts_with(&COMPOUND) {
        return Err((
            "it is encrypted, or of a version before Excel 2007".to_owned(),
            "save it without a password as .xlsx, or as .csv".to_owned(),
        ));
    }
    count(bytes)?;
    let broken = |error: &dyn std::fmt::Display| {
        let help = "save it again as .xlsx, or as .csv".to_owned();
        (format!("it is not a workbook that can be read: {error}"), help)
    };
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(|error| broken(&error))?;
    let mut sheets = Vec::new();
    for name in book.sheet_names() {
        // A sheet that is a chart has no cells.
        let Ok(mut cells) = book.worksheet_cells_reader(&name) else { continue };
        let mut sheet = GivenSheet { place: format!("{file}, sheet {name}"), ..GivenSheet::default() };
        while let Some(cell) = cells.next_cell().map_err(|error| broken(&error))? {
            let (row, column) = cell.get_position();
            let [row, column] = [row, column].map(|at| usize::try_from(at).unwrap_or(usize::MAX));
            let value = given(cell.get_value());
            if value == Given::Empty {
                continue;
            }
            if row >= MOST_ROWS || column >= MOST_COLUMNS {
                // What lies that far away is no table of inputs.
                continue;
            }
            if sheet.rows.len() <= row {
                sheet.rows.resize_with(row + 1, Vec::new);
            }
            let cells = &mut sheet.rows[row];
            if cells.len() <= column {
                cells.resize_with(column + 1, || Given::Empty);
            }
            cells[column] = value;
        }
        sheets.push(sheet);
    }
    Ok(sheets)
}

/// Unpacks every part once, and keeps none, to see how large they are.
fn count(bytes: &[u8]) -> Result<(), (String, String)> {
    let help = || "save it again as .xlsx, or as .csv".to_owned();
    let broken = |error: &dyn std::fmt::Display| (format!("it is not a workbook that can be read: {error}"), help());
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).map_err(|error| broken(&error))?;
    let large = || {
        let what = format!("it unpacks to more than {} MB, which no sheet of inputs does", UNPACKED / 1_000_000);
        (what, "copy the inputs into a workbook of their own".to_owned())
    };
    if archive.len() > PARTS {
        return Err(large());
    }
    let mut left = UNPACKED;
    for position in 0..archive.len() {
        let part = archive.by_index(position).map_err(|error| {
            let locked = matches!(error, zip::result::ZipError::UnsupportedArchive(reason) if reason == zip::result::ZipError::PASSWORD_REQUIRED);
            if locked {
                ("it is encrypted".to_owned(), "save it without a password".to_owned())
            } else {
                broken(&error)
            }
        })?;
        let unpacked = std::io::copy(&mut part.take(left + 1), &mut std::io::sink()).map_err(|error| broken(&error))?;
        left = left.checked_sub(unpacked).ok_or_else(large)?;
    }
    Ok(())
}

fn given(value: &DataRef<'_>) -> Given {
    match value {
        DataRef::Empty => Given::Empty,
        #[expect(clippy::cast_precision_loss, reason = "as a spreadsheet has it")]
        DataRef::Int(value) => Given::Number(*value as f64),
        DataRef::Float(value) => Given::Number(*value),
        DataRef::String(text) => text_of(text),
        DataRef::SharedString(text) => text_of(text),
        DataRef::Bool(value) => Given::Other(format!("the truth value {}", if *value { "TRUE" } else { "FALSE" })),
        DataRef::DateTime(_) | DataRef::DateTimeIso(_) | DataRef::DurationIso(_) => Given::Other("a date".to_owned()),
        DataRef::Error(error) => Given::Other(format!("the error {error} of a formula")),
    }
}

fn text_of(text: &str) -> Given {
    if text.trim().is_empty() { Given::Empty } else { Given::Text(text.to_owned()) }
}
