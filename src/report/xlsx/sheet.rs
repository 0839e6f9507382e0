//! Sheets of a workbook as plain data: cells in rows, and names of cells. Knows no file format.

/// What stands in a cell.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    /// Nothing.
    Empty,
    /// The title of a sheet.
    Title(String),
    /// The head of a column, or of a part of a sheet.
    Head(String),
    /// Text; never computed, whatever it begins with.
    Text(String),
    /// What is said about a sheet or a part of it.
    About(String),
    /// A number that stays.
    Number(f64),
    /// A number that a reader may change.
    Open(f64),
    /// A formula without its sign of equality, and its result; not-a-number where it has none.
    Formula(String, f64),
    /// A formula that gives text, and that text.
    Verdict(String, String),
}

impl Cell {
    /// Text, or nothing where it is empty.
    #[must_use]
    pub fn text(text: impl Into<String>) -> Self {
        let text = text.into();
        if text.is_empty() { Self::Empty } else { Self::Text(text) }
    }

    /// A number, or nothing where there is none.
    #[must_use]
    pub fn number(value: f64) -> Self {
        if value.is_finite() { Self::Number(value) } else { Self::Empty }
    }
}

/// A position: row and column, from 0.
pub type At = (usize, usize);

/// A sheet.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sheet {
    /// Its name, unique in the workbook, of at most 31 letters.
    pub name: String,
    /// Its cells, row by row.
    pub rows: Vec<Vec<Cell>>,
    /// The width of its columns, in letters; others are as usual.
    pub widths: Vec<usize>,
    /// The row of the heads, which stays in view.
    pub heads: Option<usize>,
}

/// The names of cells.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DefinedName {
    /// The name.
    pub name: String,
    /// The position of the sheet.
    pub sheet: usize,
    /// The first cell.
    pub first: At,
    /// The last one, which may be the same.
    pub last: At,
}

/// A workbook.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Workbook {
    /// What it is about.
    pub title: String,
    /// Its sheets.
    pub sheets: Vec<Sheet>,
    /// Names that formulas use.
    pub names: Vec<DefinedName>,
}

impl Sheet {
    /// A sheet with its title and what is said about it.
    #[must_use]
    pub fn titled(name: String, title: &str, about: &str, widths: &[usize]) -> Self {
        let mut sheet = Self { name, rows: Vec::new(), widths: widths.to_vec(), heads: None };
        sheet.push([Cell::Title(title.to_owned())]);
        if !about.is_empty() {
            sheet.push([Cell::About(about.to_owned())]);
        }
        sheet.push([]);
        sheet
    }

    /// Adds a row and gives its position.
    pub fn push(&mut self, cells: impl IntoIterator<Item = Cell>) -> usize {
        self.rows.push(cells.into_iter().collect());
        self.rows.len() - 1
    }

    /// Adds a row of heads; the first such row stays in view.
    pub fn push_heads(&mut self, heads: impl IntoIterator<Item = String>) -> usize {
        let row = self.push(heads.into_iter().map(Cell::Head));
        self.heads.get_or_insert(row);
        row
    }
}

impl Workbook {
    /// Where a sheet will stand that is added next.
    pub(super) fn next(&self) -> usize {
        self.sheets.len()
    }

    /// A name for a sheet, as a spreadsheet takes it: some marks and long ones it does not, nor one that is there.
    pub(super) fn free(&self, wanted: &str) -> String {
        const LONGEST: usize = 31;
        let plain: String = wanted.chars().map(|c| if "[]:*?/\\'".contains(c) { ' ' } else { c }).collect();
        let cut = |letters: usize| plain.chars().take(letters).collect::<String>().trim().to_owned();
        let is_taken = |name: &str| self.sheets.iter().any(|sheet| sheet.name.to_lowercase() == name.to_lowercase());
        let first = cut(LONGEST);
        if !is_taken(&first) && !first.is_empty() {
            return first;
        }
        let numbered = (2..).map(|number| format!("{} {number}", cut(LONGEST - 8)));
        numbered.into_iter().find(|name| !is_taken(name)).unwrap_or(first)
    }
}

/// A cell as a formula names it on its own sheet: `C5`.
#[must_use]
pub fn address((row, column): At) -> String {
    format!("{}{}", letters(column), row + 1)
}

/// The same where it stays when the formula is copied: `$C$5`.
#[must_use]
pub fn fixed((row, column): At) -> String {
    format!("${}${}", letters(column), row + 1)
}

fn letters(column: usize) -> String {
    let mut rest = column + 1;
    let mut name = Vec::new();
    while rest > 0 {
        let digit = u8::try_from((rest - 1) % 26).unwrap_or_default();
        name.push(char::from(b'A' + digit));
        rest = (rest - 1) / 26;
    }
    name.iter().rev().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_have_letters() {
        let names = [0, 1, 25, 26, 51, 52, 701, 702].map(|column| address((0, column)));
        assert_eq!(names, ["A1", "B1", "Z1", "AA1", "AZ1", "BA1", "ZZ1", "AAA1"]);
        assert_eq!(fixed((4, 2)), "$C$5");
    }

    #[test]
    fn sheets_have_names_of_their_own() {
        let mut book = Workbook::default();
        for (wanted, name) in [
            ("Sources", "Sources"),
            ("sources", "sources 2"),
            ("a/b:c", "a b c"),
            (&"x".repeat(40), &"x".repeat(31)),
            (&"x".repeat(50), &format!("{} 2", "x".repeat(23))),
        ] {
            assert_eq!(book.free(wanted), name);
            book.sheets.push(Sheet { name: book.free(wanted), ..Sheet::default() });
        }
    }
}
