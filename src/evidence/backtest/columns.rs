//! Columns of a table of cases: cells read as numbers, formulas over them, and conditions on them.
//!
//! Formulas are those of metrics, without units: a table's numbers are what its maker wrote. Knows nothing of rules.

use crate::diagnostic::{Diagnostic, Diagnostics, did_you_mean};
use crate::formula::{self, Formula, Part};
use crate::scenario::{Cell, Grid, Located, Text};

/// Complaints about cells of one column, beyond which the rest are counted.
const SHOWN: usize = 5;

/// The columns of a table, as far as they were asked for, with those that follow from others.
pub(super) struct Columns<'a> {
    grid: &'a Grid,
    numbers: Vec<(String, Vec<f64>)>,
}

impl<'a> Columns<'a> {
    pub(super) fn new(grid: &'a Grid) -> Self {
        Self { grid, numbers: Vec::new() }
    }

    /// How many rows there are.
    pub(super) fn rows(&self) -> usize {
        self.grid.rows.len()
    }

    /// Adds a column that follows from others.
    pub(super) fn add(&mut self, name: &str, values: Vec<f64>) {
        self.numbers.push((name.to_owned(), values));
    }

    /// All names, for suggestions.
    pub(super) fn names(&self) -> Vec<&str> {
        let own = self.numbers.iter().map(|(name, _)| name.as_str());
        let mut names: Vec<&str> = self.grid.columns.iter().map(String::as_str).collect();
        names.extend(own.filter(|name| self.grid.column(name).is_none()));
        names
    }

    /// Whether a word is no number and no column, and stands in cells of one.
    pub(super) fn has_text(&self, column: &str, word: &str) -> bool {
        let is_other = word.parse::<f64>().is_err() && !self.names().contains(&word);
        let has = |at: usize| self.grid.rows.iter().any(|row| row.cells[at].text == word);
        is_other && self.grid.column(column).is_some_and(has)
    }

    /// Complains that there is no such column.
    pub(super) fn unknown(&self, name: &Located<Text>, diagnostics: &mut Diagnostics) {
        let known = self.names();
        let some: Vec<&str> = known.iter().take(12).copied().collect();
        let help = did_you_mean(&name.value, known.iter().copied())
            .unwrap_or_else(|| format!("the columns are {}", some.join(", ")));
        let message = format!("no column is called `{}`", name.value);
        diagnostics.push(Diagnostic::error(message).at(name.span, "").help(help));
    }

    /// The cells of a column of the table itself.
    pub(super) fn cells(&self, name: &Located<Text>, diagnostics: &mut Diagnostics) -> Option<Vec<&'a Cell>> {
        let Some(column) = self.grid.column(&name.value) else {
            self.unknown(name, diagnostics);
            return None;
        };
        Some(self.grid.rows.iter().map(|row| &row.cells[column]).collect())
    }

    /// The numbers of a column; not a number where a cell is blank. Complains of texts.
    pub(super) fn numbers(&mut self, name: &Located<Text>, diagnostics: &mut Diagnostics) -> Option<Vec<f64>> {
        if let Some((_, values)) = self.numbers.iter().find(|(known, _)| *known == name.value) {
            return Some(values.clone());
        }
        let cells = self.cells(name, diagnostics)?;
        let mut values = Vec::with_capacity(cells.len());
        let mut faults: Vec<&Cell> = Vec::new();
        for cell in cells {
            let number = cell.number().filter(|_| !(self.grid.by_semicolons && is_ambiguous(&cell.text)));
            values.push(number.unwrap_or_else(|| {
                faults.push(cell);
                f64::NAN
            }));
        }
        for cell in faults.iter().take(SHOWN) {
            let (said, help) = not_a_number(&cell.text, &name.value);
            diagnostics.push(Diagnostic::error(said).at(cell.span, "").help(help));
        }
        if faults.len() > SHOWN {
            let others = faults.len() - SHOWN;
            let message = format!("{others} further cells of the column `{}` are no numbers", name.value);
            diagnostics.push(Diagnostic::error(message).at(name.span, ""));
        }
        if !faults.is_empty() {
            return None;
        }
        self.numbers.push((name.value.to_string(), values.clone()));
        Some(values)
    }

    /// The values of a formula over columns, row by row; not a number where an operand is none.
    pub(super) fn formula(&mut self, text: &Located<Text>, diagnostics: &mut Diagnostics) -> Option<Vec<f64>> {
        let parsed = match formula::parse(&text.value) {
            Ok(parsed) => parsed,
            Err(error) => {
                let mut complaint = Diagnostic::error(error.message.clone());
                for (range, words) in &error.places {
                    complaint = complaint.at(text.part(range.clone()), words.clone());
                }
                diagnostics.push(complaint.opt_help(error.help));
                return None;
            }
        };
        let before = diagnostics.counts().0;
        let values = self.evaluate(&parsed, text, diagnostics);
        (diagnostics.counts().0 == before).then_some(values)
    }

    fn evaluate(&mut self, formula: &Formula, text: &Located<Text>, diagnostics: &mut Diagnostics) -> Vec<f64> {
        let rows = self.rows();
        let mut found: Vec<Vec<f64>> = Vec::with_capacity(formula.nodes().len());
        for node in formula.nodes() {
            let place = text.part(node.span.clone());
            let values = match &node.part {
                Part::Number(value) => vec![*value; rows],
                Part::Name(name) => {
                    let name = Located::new(Text::from(name.clone()), place);
                    self.numbers(&name, diagnostics).unwrap_or_else(|| vec![f64::NAN; rows])
                }
                Part::Unary(operator, operand) => found[*operand].iter().map(|x| operator.value(*x)).collect(),
                Part::Binary(operator, left, right) => {
                    let operate = |(a, b): (&f64, &f64)| {
                        // What is not known is not known to be the less.
                        if a.is_nan() || b.is_nan() { f64::NAN } else { operator.value(*a, *b) }
                    };
                    found[*left].iter().zip(&found[*right]).map(operate).collect()
                }
                Part::Gather(gather, _) => {
                    let message = format!("`{}` of one argument gathers over a scope", gather.spelling());
                    let help = "a table of cases has no scopes: compare two columns, as in max(a, b)";
                    diagnostics.push(Diagnostic::error(message).at(place, "").help(help));
                    vec![f64::NAN; rows]
                }
            };
            found.push(values);
        }
        let mut values = found.swap_remove(formula.root());
        for value in values.iter_mut().filter(|value| value.is_infinite()) {
            *value = f64::NAN;
        }
        values
    }
}

/// Whether a point may part thousands: where a comma stands before decimals it does.
fn is_ambiguous(text: &str) -> bool {
    let mut parts = text.split('.');
    let first = parts.next().unwrap_or_default().trim_start_matches(['-', '+']);
    let rest: Vec<&str> = parts.collect();
    let is_three = |part: &&str| part.len() == 3 && part.bytes().all(|byte| byte.is_ascii_digit());
    (1..=3).contains(&first.len()) && first != "0" && !rest.is_empty() && rest.iter().all(is_three)
}

/// What is said of a cell that is read as a number, and what to do.
fn not_a_number(text: &str, column: &str) -> (String, String) {
    let said = format!("`{text}` in the column `{column}` is not a number");
    if is_ambiguous(text) {
        let without = text.replace('.', "");
        if text.matches('.').count() > 1 {
            return (said, format!("write {without} without marks"));
        }
        let said = format!("`{text}` in the column `{column}` may be thousands or decimals");
        return (said, format!("write {without} without a mark, or one more decimal: {text}0"));
    }
    let help = if text.bytes().any(|byte| byte.is_ascii_digit()) {
        "write digits with a point for decimals, and leave the cell empty where nothing is known".to_owned()
    } else {
        format!("texts are compared in quotes, `{column} == \"{text}\"`; leave the cell empty where nothing is known")
    };
    (said, help)
}
