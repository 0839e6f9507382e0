//! A number as a file writes it, with or without a unit, not yet converted.
//!
//! Knows nothing of units: [`super::number`] converts.

use super::tree::{Located, Table, Text, Value};
use crate::diagnostic::Span;

/// A number as written: bare, or in a text with a unit.
#[derive(Clone, Debug, PartialEq)]
pub enum Written {
    /// A bare number.
    Number(Located<f64>),
    /// A text such as `48_000 troops`.
    Text(Located<Text>),
    /// A bare number with the unit that it was written for, where its input has another by now.
    Kept(Located<f64>, Text),
}

impl Written {
    /// Where it stands.
    #[must_use]
    pub fn span(&self) -> Span {
        match self {
            Self::Number(number) | Self::Kept(number, _) => number.span,
            Self::Text(text) => text.span,
        }
    }

    /// Gives a bare number the unit that it was written for.
    pub(super) fn keep_unit(&mut self, unit: &str) {
        if let Self::Number(number) = self {
            *self = Self::Kept(number.clone(), unit.to_owned().into());
        }
    }

    pub(super) fn of(value: &Located<Value>) -> Option<Self> {
        match &value.value {
            Value::Number(number) => Some(Self::Number(Located::new(*number, value.span))),
            // What it may mean is judged where the unit is known.
            Value::Text(text) | Value::Pointed(text) => Some(Self::Text(value.with_text(text))),
            _ => None,
        }
    }

    pub(super) fn key(table: &Table, key: &str) -> Option<Self> {
        table.get(key).and_then(Self::of)
    }

    /// The numbers of a table by their names.
    pub(super) fn table(table: &Table, key: &str) -> Vec<(Located<Text>, Self)> {
        table.table(key).map_or_else(Vec::new, |found| {
            let entries = found.value.entries.iter();
            entries.filter_map(|(name, value)| Some((name.clone(), Self::of(value)?))).collect()
        })
    }
}
