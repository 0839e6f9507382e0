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
    let (mut lines, mut counted) = (0, 0);
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
        let from = record.position().and_then(|position| usize::try_from(position.byte()).ok()).unwrap_or_default();
        let blank = text.get(from..).map_or(0, |rest| rest.len() - rest.trim_start_matches(['\n', '\r']).len());
        lines += text.get(counted..from + blank).map_or(0, |piece| piece.matches('\n').count());
        counted = from + blank;
        sheet.rows.resize_with(lines.clamp(sheet.rows.len(), MOST_ROWS), Vec::new);
        sheet.rows.push(cells.map(cell).collect());
    }
    Ok(sheet)
}

fn cell(text: &str) -> Given {
    // An apostrophe keeps what begins like a formula from being one.
    let text = text.strip_prefix('\'').filter(|rest| rest.starts_with(['=', '+', '-', '@'])).unwrap_or(text);
    if text.trim().is_empty() { Given::Empty } else { Given::Text(text.to_owned()) }
}
