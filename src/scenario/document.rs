//! TOML text to a tree in which everything knows its place.
//!
//! The only file that knows the TOML library; what the keys mean is not known here.

use super::escape::Steps;
use super::tree::{Document, Located, Table, Value};
use crate::diagnostic::{Diagnostic, Diagnostics, Span, TextId, Texts};
use crate::quantity::{character, reading};
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// Largest scenario file in bytes.
pub const LARGEST: usize = 1_000_000;

/// Reads TOML that was added to the texts.
#[must_use]
pub fn parse(id: TextId, texts: &Texts, diagnostics: &mut Diagnostics) -> Option<Document> {
    let content = texts.content(id);
    if let Some(root) = super::built_in::tree(content, id) {
        return Some(Document { text: id, root });
    }
    read(content, id, texts, diagnostics)
}

pub(super) fn read(content: &str, id: TextId, texts: &Texts, diagnostics: &mut Diagnostics) -> Option<Document> {
    let whole = |start: usize, end: usize| Span { text: id, start, end };
    if content.len() > LARGEST {
        let size = content.len() / 1_000_000;
        diagnostics.push(
            Diagnostic::error(format!("`{}` is too large for a scenario ({size} MB)", texts.name(id)))
                .help("a scenario is a page or two of TOML, at most 1 MB"),
        );
        return None;
    }
    // The reader of files takes one away, and TOML would pass over another.
    if content.starts_with('\u{feff}') {
        diagnostics.push(
            Diagnostic::error("an invisible character stands before the text")
                .at(whole(0, '\u{feff}'.len_utf8()), character::named('\u{feff}'))
                .help("take it out: a file has one byte order mark at most"),
        );
        return None;
    }
    let is_empty = |line: &str| line.trim().is_empty() || line.trim_start().starts_with('#');
    if content.lines().all(is_empty) {
        diagnostics.push(
            Diagnostic::error(format!("`{}` is empty", texts.name(id)))
                .help("`forcesize new FILE` writes a commented scenario to start from"),
        );
        return None;
    }
    let (table, errors) = DeTable::parse_recoverable(content);
    let mut last_line = 0;
    for error in &errors {
        if diagnostics.is_full_of_errors() {
            break;
        }
        let range = error.span().unwrap_or(0..0);
        // One slip makes the rest of its line look wrong too: the first complaint of a line is the one to mend.
        let (line, _) = texts.line_column(id, range.start);
        if line == last_line {
            continue;
        }
        last_line = line;
        let message = match error.message().trim() {
            "recursion limit" => "the tables are nested too deeply",
            other => other,
        };
        let mut diagnostic = Diagnostic::error(format!("this is not TOML: {message}"));
        diagnostic = diagnostic.at(whole(range.start, range.end), "");
        diagnostics.push(diagnostic.opt_help(super::syntax::help(message, content, &range)));
    }
    if !errors.is_empty() {
        return None;
    }
    let before = diagnostics.counts().0;
    let root = convert_table(table.into_inner(), (content, id), diagnostics);
    (diagnostics.counts().0 == before).then_some(Document { text: id, root })
}

fn convert_table(table: DeTable<'_>, (content, id): (&str, TextId), diagnostics: &mut Diagnostics) -> Table {
    let mut entries = Vec::with_capacity(table.len());
    for (key, value) in table {
        let key_span = Span { text: id, start: key.span().start, end: key.span().end };
        printable(key.get_ref(), "key", key_span, diagnostics);
        let key = Located::new(key.into_inner().into_owned().into(), key_span);
        entries.push((key, located(value, (content, id), diagnostics)));
    }
    Table { entries }
}

fn convert(value: DeValue<'_>, span: Span, (content, id): (&str, TextId), diagnostics: &mut Diagnostics) -> Value {
    match value {
        DeValue::String(text) => {
            printable(&text, "text", span, diagnostics);
            Value::Text(text.into_owned().into())
        }
        DeValue::Integer(integer) => {
            #[expect(clippy::cast_precision_loss, reason = "counts beyond 2^53 are rounded like any double")]
            let number = i128::from_str_radix(integer.as_str(), integer.radix()).map(|number| number as f64);
            finite(number.unwrap_or(f64::INFINITY), span, diagnostics)
        }
        DeValue::Float(float) => {
            if reading::leading(float.as_str()).is_ok_and(|number| number.pointed) {
                return Value::Pointed(float.as_str().to_owned().into());
            }
            finite(float.as_str().parse().unwrap_or(f64::NAN), span, diagnostics)
        }
        DeValue::Boolean(flag) => Value::Flag(flag),
        DeValue::Datetime(_) => Value::Date,
        DeValue::Array(array) => {
            Value::List(array.into_iter().map(|item| located(item, (content, id), diagnostics)).collect())
        }
        DeValue::Table(table) => Value::Table(convert_table(table, (content, id), diagnostics)),
    }
}

fn place(value: &Spanned<DeValue<'_>>, id: TextId) -> Span {
    Span { text: id, start: value.span().start, end: value.span().end }
}

/// A value with its place, and where the bytes of a text stand that is not as it was written.
fn located(
    value: Spanned<DeValue<'_>>,
    (content, id): (&str, TextId),
    diagnostics: &mut Diagnostics,
) -> Located<Value> {
    let span = place(&value, id);
    let value = convert(value.into_inner(), span, (content, id), diagnostics);
    let steps = match (&value, content.get(span.start..span.end)) {
        (Value::Text(text), Some(written)) => Steps::of(written, text),
        _ => Steps::default(),
    };
    Located::written(value, span, steps)
}

/// Complains of characters that a terminal would take for a command.
fn printable(text: &str, what: &str, span: Span, diagnostics: &mut Diagnostics) {
    let is_blank = |c: char| what == "text" && matches!(c, '\n' | '\r' | '\t');
    if let Some(found) = text.chars().find(|c| c.is_control() && !is_blank(*c)) {
        diagnostics.push(
            Diagnostic::error(format!("there is a control character in this {what}"))
                .at(span, character::named(found))
                .help("take it out: it cannot be printed"),
        );
    }
}

fn finite(number: f64, span: Span, diagnostics: &mut Diagnostics) -> Value {
    if !number.is_finite() {
        diagnostics.push(
            Diagnostic::error("this number is not finite")
                .at(span, "")
                .help("numbers of a scenario are finite: leave the key out when the value is not known"),
        );
    }
    Value::Number(number)
}
