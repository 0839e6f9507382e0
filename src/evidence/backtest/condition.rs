//! Conditions on the columns of a table: `wina != -9`, `year >= 1914`, `kind in border, observation`, `width is blank`.

use super::columns::Columns;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::scenario::{Located, Text};

const FORM: &str =
    "write `year >= 1914`, `won == 1`, `kind in border, observation`, `kind not in border` or `width is not blank`";

const SIGNS: [(&str, Sign); 6] = [
    (">=", Sign::AtLeast),
    ("<=", Sign::AtMost),
    ("==", Sign::Equal),
    ("!=", Sign::Other),
    (">", Sign::Above),
    ("<", Sign::Below),
];

#[derive(Clone, Copy, PartialEq)]
enum Sign {
    AtLeast,
    AtMost,
    Equal,
    Other,
    Above,
    Below,
}

impl Sign {
    fn holds(self, a: f64, b: f64) -> bool {
        match self {
            Self::AtLeast => a >= b,
            Self::AtMost => a <= b,
            Self::Equal => a.total_cmp(&b).is_eq() || (a - b).abs() < f64::EPSILON * a.abs(),
            Self::Other => !Self::Equal.holds(a, b),
            Self::Above => a > b,
            Self::Below => a < b,
        }
    }
}

/// Whether each row meets a condition; `None` for a row in which nothing is known of a number that it asks for.
pub(super) fn holds(
    columns: &mut Columns<'_>,
    text: &Located<Text>,
    diagnostics: &mut Diagnostics,
) -> Option<Vec<Option<bool>>> {
    let whole = text.value.as_ref();
    if let Some(rest) = whole.trim_end().strip_suffix("is not blank") {
        return blank(columns, &text.trimmed(0..rest.len()), false, diagnostics);
    }
    if let Some(rest) = whole.trim_end().strip_suffix("is blank") {
        return blank(columns, &text.trimmed(0..rest.len()), true, diagnostics);
    }
    for (word, inside) in [(" not in ", false), (" in ", true)] {
        if let Some(at) = whole.find(word) {
            let wanted = list(&whole[at + word.len()..]);
            let cells = columns.cells(&text.trimmed(0..at), diagnostics)?;
            return Some(cells.iter().map(|cell| Some(wanted.contains(&cell.text.as_str()) == inside)).collect());
        }
    }
    let Some((at, sign, form)) = SIGNS.iter().find_map(|(form, sign)| Some((whole.find(form)?, *sign, form))) else {
        let help = if whole.contains('=') { "`==` compares, as in `won == 1`".to_owned() } else { FORM.to_owned() };
        diagnostics.push(Diagnostic::error("this is not a condition on columns").at(text.span, "").help(help));
        return None;
    };
    let (left, right) = (text.trimmed(0..at), text.trimmed(at + form.len()..whole.len()));
    if let Some(word) = quoted(&right.value) {
        let cells = columns.cells(&left, diagnostics)?;
        if !matches!(sign, Sign::Equal | Sign::Other) {
            let help = "texts are equal (`==`) or not (`!=`)";
            diagnostics.push(Diagnostic::error("texts have no order").at(right.span, "").help(help));
            return None;
        }
        return Some(cells.iter().map(|cell| Some((cell.text == word) == (sign == Sign::Equal))).collect());
    }
    if columns.has_text(&left.value, &right.value) {
        let help = format!(
            "a text stands in quotes: `{} {form} \"{}\"`, in a TOML text of single quotes",
            left.value, right.value
        );
        let message = format!("`{}` is a text in the column `{}`", right.value, left.value);
        diagnostics.push(Diagnostic::error(message).at(right.span, "").help(help));
        return None;
    }
    let left = columns.formula(&left, diagnostics);
    let right = columns.formula(&right, diagnostics);
    let holds = |(a, b): (&f64, &f64)| (!a.is_nan() && !b.is_nan()).then(|| sign.holds(*a, *b));
    Some(left?.iter().zip(&right?).map(holds).collect())
}

fn blank(
    columns: &mut Columns<'_>,
    name: &Located<Text>,
    wanted: bool,
    diagnostics: &mut Diagnostics,
) -> Option<Vec<Option<bool>>> {
    let cells = columns.cells(name, diagnostics)?;
    Some(cells.iter().map(|cell| Some(cell.is_blank() == wanted)).collect())
}

/// Words between commas, with or without quotes.
fn list(text: &str) -> Vec<&str> {
    text.split(',').map(|word| quoted(word).unwrap_or_else(|| word.trim())).collect()
}

fn quoted(text: &str) -> Option<&str> {
    let text = text.trim();
    ["\"", "'"].iter().find_map(|mark| text.strip_prefix(mark)?.strip_suffix(mark))
}
