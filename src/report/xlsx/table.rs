//! The rows of a CSV file, as a sheet: `name,value,unit,low,mode,high,source`, or with semicolons between the columns,
//! where a comma begins the decimals.

use super::read::{Given, GivenSheet, MOST_COLUMNS, MOST_ROWS};

/// The sheet of a CSV file; `file` is its name in complaints.
///
/// # Errors
/// What is wrong with the file, and what to do.
pub fn csv_sheet(bytes: &[u8], file: &str) -> Result<GivenSheet, (String, String)> {
    let Ok(text) = std::str::from_utf8(bytes) else {
        return Err(("it is not UTF-8 text".to_owned(), "save it as CSV UTF-8".to_owned()));
    };
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    if text.contains('\0') {
        return Err(("it is not a text file".to_owned(), "save it as CSV UTF-8".to_owned()));
    }
    let first = text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
    let marks = |mark: char| first.chars().filter(|letter| *letter == mark).count();
    let delimiter = [b';', b'\t'].into_iter().find(|mark| marks(char::from(*mark)) > marks(',')).unwrap_or(b',');
    let mut reader =
        ::csv::ReaderBuilder::new().has_headers(false).flexible(true).delimiter(delimiter).from_reader(text.as_bytes());
    let mut sheet = GivenSheet { place: file.to_owned(), rows: Vec::new(), decimal_comma: delimiter == b';' };
    for record in reader.records() {
        let record = record.map_err(|error| {
            (
                format!("it is not CSV: {error}"),
                "write one row a line, with quotes around what has commas in it".to_owned(),
            )
        })?;
        if sheet.rows.len() >= MOST_ROWS {
            return Err((format!("it has more than {MOST_ROWS} rows"), "keep the rows of inputs alone".to_owned()));
        }
        let cells = record.iter().take(MOST_COLUMNS);
        // Line by line, blank ones too, so that a row of the file is the row that a complaint names.
        let line = record.position().map_or(0, ::csv::Position::line);
        let line = usize::try_from(line).unwrap_or_default().saturating_sub(1);
        while sheet.rows.len() < line.min(MOST_ROWS) {
            sheet.rows.push(Vec::new());
        }
        sheet.rows.push(cells.map(cell).collect());
    }
    Ok(sheet)
}

fn cell(text: &str) -> Given {
    // An apostrophe keeps what begins like a formula from being one.
    let text = text.strip_prefix('\'').filter(|rest| rest.starts_with(['=', '+', '-', '@'])).unwrap_or(text);
    if text.trim().is_empty() { Given::Empty } else { Given::Text(text.to_owned()) }
}
