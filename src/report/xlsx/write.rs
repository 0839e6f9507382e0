//! A workbook as the bytes of an xlsx file; the only file that knows the crate. The same workbook gives the same bytes:
//! the time in the file is none that a clock has shown.

use super::sheet::{Cell, Workbook, fixed};
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Formula, Worksheet, XlsxError};

/// Characters that a cell takes.
const LONGEST: usize = 32_000;

/// Thousands grouped, for numbers that have any; others have as many digits as their cell has room for.
const GROUPED: &str = "#,##0";

/// The height of a line, in points, and the lines that a row has at most.
const LINE: (f64, usize) = (15.0, 12);

struct Looks {
    title: Format,
    head: Format,
    text: Format,
    wrapped: Format,
    about: Format,
    number: Format,
    grouped: Format,
    open: Format,
    open_grouped: Format,
}

impl Looks {
    fn new() -> Self {
        let number = Format::new().set_align(FormatAlign::Top);
        let open = number.clone().set_background_color(0x00FF_F4CC);
        let text = Format::new().set_align(FormatAlign::Top).set_align(FormatAlign::Left).set_indent(1);
        Self {
            title: Format::new().set_bold().set_font_size(14),
            head: Format::new()
                .set_bold()
                .set_text_wrap()
                .set_align(FormatAlign::Top)
                .set_background_color(0x00E8_EEF4)
                .set_border_bottom(FormatBorder::Thin),
            about: Format::new().set_italic().set_font_color(0x0040_4040),
            open_grouped: open.clone().set_num_format(GROUPED),
            open,
            grouped: number.clone().set_num_format(GROUPED),
            number,
            wrapped: text.clone().set_text_wrap(),
            text,
        }
    }
}

impl Looks {
    /// The look of a computed number.
    fn of(&self, value: f64) -> &Format {
        if value.abs() >= 1000.0 { &self.grouped } else { &self.number }
    }
}

/// The bytes of a file.
///
/// # Errors
/// Where the workbook is more than a spreadsheet takes; what is too much.
pub fn write(book: &Workbook) -> Result<Vec<u8>, String> {
    file(book).map_err(|error| error.to_string())
}

fn file(book: &Workbook) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = rust_xlsxwriter::Workbook::new();
    let created = ExcelDateTime::from_ymd(2000, 1, 1)?;
    workbook.set_properties(&DocProperties::new().set_title(short(&book.title, 255)).set_creation_datetime(&created));
    let looks = Looks::new();
    for sheet in &book.sheets {
        let written = workbook.add_worksheet();
        written.set_name(&sheet.name)?;
        for (column, width) in sheet.widths.iter().enumerate() {
            #[expect(clippy::cast_precision_loss, reason = "some dozens of letters")]
            written.set_column_width(column_of(column), *width as f64)?;
        }
        if let Some(heads) = sheet.heads {
            written.set_freeze_panes(row_of(heads + 1), 1)?;
            written.set_repeat_rows(row_of(heads), row_of(heads))?;
        }
        written.set_landscape().set_paper_size(9).set_print_fit_to_pages(1, 0);
        for (row, cells) in sheet.rows.iter().enumerate() {
            if let Some(height) = height(cells, &sheet.widths).filter(|_| sheet.heads.is_some_and(|heads| row >= heads))
            {
                written.set_row_height(row_of(row), height)?;
            }
            for (column, cell) in cells.iter().enumerate() {
                let width = sheet.widths.get(column).copied().filter(|_| sheet.heads.is_some_and(|heads| row > heads));
                put(written, (row_of(row), column_of(column)), (cell, width), &looks)?;
            }
        }
    }
    for name in &book.names {
        let Some(sheet) = book.sheets.get(name.sheet) else { continue };
        let sheet = sheet.name.replace('\'', "''");
        let cells = if name.first == name.last {
            fixed(name.first)
        } else {
            format!("{}:{}", fixed(name.first), fixed(name.last))
        };
        workbook.define_name(&name.name, &format!("='{sheet}'!{cells}"))?;
    }
    workbook.save_to_buffer()
}

/// The height of a row in which a text is longer than its column is wide; programs differ in whether they find it
/// themselves.
fn height(cells: &[Cell], widths: &[usize]) -> Option<f64> {
    let lines = cells.iter().zip(widths).map(|(cell, width)| match cell {
        // Words do not fill their lines.
        Cell::Text(words) | Cell::Head(words) => (words.chars().count() * 11 / 10).div_ceil((*width).max(1)),
        _ => 1,
    });
    let lines = lines.max().unwrap_or(1).min(LINE.1);
    #[expect(clippy::cast_precision_loss, reason = "some lines")]
    (lines > 1).then_some(LINE.0 * lines as f64)
}

fn row_of(row: usize) -> u32 {
    u32::try_from(row).unwrap_or(u32::MAX)
}

fn column_of(column: usize) -> u16 {
    u16::try_from(column).unwrap_or(u16::MAX)
}

fn short(text: &str, most: usize) -> String {
    text.chars().take(most).collect()
}

/// Writes a cell; in a column of a table, whose width is given, what is longer goes on below.
fn put(
    sheet: &mut Worksheet,
    (row, column): (u32, u16),
    (cell, width): (&Cell, Option<usize>),
    looks: &Looks,
) -> Result<(), XlsxError> {
    let text = |text: &str| short(text, LONGEST);
    match cell {
        Cell::Empty => return Ok(()),
        Cell::Title(title) => sheet.write_string_with_format(row, column, text(title), &looks.title)?,
        Cell::Head(head) => sheet.write_string_with_format(row, column, text(head), &looks.head)?,
        Cell::Text(words) => {
            let is_long = width.is_some_and(|width| words.chars().count() > width);
            let look = if is_long { &looks.wrapped } else { &looks.text };
            sheet.write_string_with_format(row, column, text(words), look)?
        }
        Cell::About(about) => sheet.write_string_with_format(row, column, text(about), &looks.about)?,
        Cell::Number(value) => sheet.write_number_with_format(row, column, *value, looks.of(*value))?,
        Cell::Open(value) => {
            // What is typed is shown with all its digits.
            let look = if value.fract() == 0.0 { &looks.open_grouped } else { &looks.open };
            sheet.write_number_with_format(row, column, *value, look)?
        }
        Cell::Formula(formula, result) => {
            let formula = Formula::new(formula).set_result(shown(*result));
            sheet.write_formula_with_format(row, column, formula, looks.of(*result))?
        }
        Cell::Verdict(formula, result) => {
            sheet.write_formula_with_format(row, column, Formula::new(formula).set_result(result), &looks.text)?
        }
    };
    Ok(())
}

/// A result for those who do not compute it again.
fn shown(result: f64) -> String {
    if result.is_nan() || result.is_infinite() { "#NUM!".to_owned() } else { result.to_string() }
}
