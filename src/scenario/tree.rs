//! A TOML file as a tree in which every key and value knows where it stands, with readers of a table's keys.
//!
//! Knows neither the TOML library nor what any key means.

use super::escape::Steps;
use crate::diagnostic::{Span, TextId};
use std::borrow::Cow;

/// A text of a file; that of a file that is built in is not copied.
pub type Text = Cow<'static, str>;

/// A value and where it stands.
#[derive(Clone, Debug, PartialEq)]
pub struct Located<T> {
    /// The value.
    pub value: T,
    /// Where it stands.
    pub span: Span,
    /// Where the bytes of a text stand that was written with escapes.
    steps: Steps,
}

impl<T> Located<T> {
    /// A value with its place.
    pub fn new(value: T, span: Span) -> Self {
        Self { value, span, steps: Steps::default() }
    }

    /// The same of a text whose bytes stand elsewhere than in its value.
    pub(super) fn written(value: T, span: Span, steps: Steps) -> Self {
        Self { value, span, steps }
    }

    /// A text with the place and the steps of this value.
    pub(super) fn with_text(&self, text: &Text) -> Located<Text> {
        Located::written(text.clone(), self.span, self.steps.clone())
    }
}

impl Located<Text> {
    /// The value as a string slice.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.value
    }

    /// The place of some bytes of the text's value; the whole where it is not known.
    #[must_use]
    pub fn part(&self, range: std::ops::Range<usize>) -> Span {
        if self.steps.any() {
            let places = self.steps.place(range.start).zip(self.steps.place(range.end));
            return places.map_or(self.span, |(start, end)| self.span.part(start..end));
        }
        let quotes = (self.span.end - self.span.start).saturating_sub(self.value.len());
        match quotes {
            0 => self.span.part(range),
            2 => self.span.part(range.start + 1..range.end + 1),
            6 => self.span.part(range.start + 3..range.end + 3),
            _ => self.span,
        }
    }

    /// Some bytes of the text's value, without the blanks around them, as a text of their own at their place.
    #[must_use]
    pub fn trimmed(&self, range: std::ops::Range<usize>) -> Self {
        let raw = self.value.get(range.clone()).unwrap_or_default();
        let trimmed = raw.trim();
        let start = range.start + raw.len() - raw.trim_start().len();
        let span = self.part(start..start + trimmed.len());
        Self { value: trimmed.to_owned().into(), span, steps: self.steps.from(start) }
    }
}

/// A TOML value.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// A string.
    Text(Text),
    /// An integer or a float.
    Number(f64),
    /// A float as written, with a point where some languages group thousands: `20.000`.
    Pointed(Text),
    /// A boolean.
    Flag(bool),
    /// A date or time, which no key of a scenario takes.
    Date,
    /// An array.
    List(Vec<Located<Value>>),
    /// A table.
    Table(Table),
}

impl Value {
    /// The number that it is, as TOML reads it.
    #[must_use]
    pub fn number(&self) -> Option<f64> {
        match self {
            Self::Number(number) => Some(*number),
            Self::Pointed(digits) => digits.parse().ok(),
            _ => None,
        }
    }

    /// What it is, for complaints.
    #[must_use]
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Text(_) => "a text",
            Self::Number(_) | Self::Pointed(_) => "a number",
            Self::Flag(_) => "true or false",
            Self::Date => "a date",
            Self::List(_) => "a list",
            Self::Table(_) => "a table",
        }
    }
}

/// A table's keys and values in the order of the text.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Table {
    /// Keys with their values.
    pub entries: Vec<(Located<Text>, Located<Value>)>,
}

impl Table {
    /// The value of a key.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<&Located<Value>> {
        self.entries.iter().find(|(name, _)| name.value == key).map(|(_, value)| value)
    }

    /// A key that is there.
    #[must_use]
    pub fn key(&self, key: &str) -> Option<&Text> {
        self.entries.iter().map(|(name, _)| &name.value).find(|name| *name == key)
    }

    /// The text of a key, where it is one.
    #[must_use]
    pub fn text(&self, key: &str) -> Option<Located<Text>> {
        let found = self.get(key)?;
        match &found.value {
            Value::Text(text) => Some(found.with_text(text)),
            _ => None,
        }
    }

    /// The words of a key's text, on one line.
    #[must_use]
    pub fn words(&self, key: &str) -> Option<Text> {
        let Value::Text(text) = &self.get(key)?.value else { return None };
        if is_one_line(text) {
            return Some(text.clone());
        }
        let mut line = String::with_capacity(text.len());
        for word in text.split_whitespace() {
            if !line.is_empty() {
                line.push(' ');
            }
            line.push_str(word);
        }
        Some(line.into())
    }

    /// The texts of a key: of a list of texts, or of a single one.
    #[must_use]
    pub fn texts(&self, key: &str) -> Vec<Located<Text>> {
        let found = self.get(key);
        match found.map(|found| (&found.value, found)) {
            Some((Value::Text(text), found)) => vec![found.with_text(text)],
            Some((Value::List(items), _)) => items
                .iter()
                .filter_map(|item| match &item.value {
                    Value::Text(text) => Some(item.with_text(text)),
                    _ => None,
                })
                .collect(),
            _ => Vec::new(),
        }
    }

    /// The number of a key, where it is one.
    #[must_use]
    pub fn number(&self, key: &str) -> Option<Located<f64>> {
        let found = self.get(key)?;
        Some(Located::new(found.value.number()?, found.span))
    }

    /// The numbers of a key: of a list of numbers, or of a single one.
    #[must_use]
    pub fn numbers(&self, key: &str) -> Vec<Located<f64>> {
        let Some(found) = self.get(key) else { return Vec::new() };
        let items = match &found.value {
            Value::List(items) => items.as_slice(),
            _ => std::slice::from_ref(found),
        };
        let number = |item: &Located<Value>| Some(Located::new(item.value.number()?, item.span));
        items.iter().filter_map(number).collect()
    }

    /// The table of a key, where it is one.
    #[must_use]
    pub fn table(&self, key: &str) -> Option<Located<&Table>> {
        let found = self.get(key)?;
        match &found.value {
            Value::Table(table) => Some(Located::new(table, found.span)),
            _ => None,
        }
    }

    /// The tables under a key: name, the name's place, the table.
    pub fn tables(&self, key: &str) -> impl Iterator<Item = (&Located<Text>, &Table)> {
        let entries = self.table(key).map_or(&[][..], |table| &table.value.entries);
        entries.iter().filter_map(|(name, value)| match &value.value {
            Value::Table(table) => Some((name, table)),
            _ => None,
        })
    }

    /// The tables in a list of tables.
    pub fn list_of_tables(&self, key: &str) -> impl Iterator<Item = Located<&Table>> {
        let items = match self.get(key).map(|found| &found.value) {
            Some(Value::List(items)) => items.as_slice(),
            _ => &[],
        };
        items.iter().filter_map(|item| match &item.value {
            Value::Table(table) => Some(Located::new(table, item.span)),
            _ => None,
        })
    }
}

/// Whether nothing but single blanks is between the words of a text.
fn is_one_line(text: &str) -> bool {
    let mut before = b' ';
    for byte in text.bytes() {
        // Other blanks of Unicode begin with these bytes.
        if (byte <= b' ' && (before == b' ' || byte != b' ')) || matches!(byte, 0xc2 | 0xe1..=0xe3) {
            return false;
        }
        before = byte;
    }
    before != b' '
}

/// A file's tree.
#[derive(Clone, Debug, PartialEq)]
pub struct Document {
    /// The text it was read from.
    pub text: TextId,
    /// The top-level table.
    pub root: Table,
}
