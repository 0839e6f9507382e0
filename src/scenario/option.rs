//! Options, the plans that are on the table, and what tells a better one, before names are looked up.
//!
//! As in [`super::entries`], reading never fails.

use super::tree::{Located, Table, Text, Value};
use super::written::Written;
use crate::diagnostic::Span;

/// An option.
#[derive(Clone, Debug, PartialEq)]
pub struct OptionEntry {
    /// The key that a later file replaces it by.
    pub name: Located<Text>,
    /// The name for people.
    pub label: Option<Located<Text>>,
    /// Levers with their values.
    pub set: Vec<(Located<Text>, Written)>,
    /// The scenario that it is.
    pub of: Option<Located<Text>>,
    /// Whether that may draw inputs from other distributions; where it says so.
    pub own_futures: Option<Span>,
    /// Keys of sources.
    pub source: Vec<Located<Text>>,
    /// What a reader should know.
    pub note: Option<Text>,
}

impl OptionEntry {
    pub(super) fn read(name: &Located<Text>, table: &Table) -> Self {
        let own = table.get("own_futures").filter(|found| found.value == Value::Flag(true));
        Self {
            name: name.clone(),
            label: table
                .get("label")
                .and_then(|found| table.words("label").map(|words| Located::new(words, found.span))),
            set: Written::table(table, "set"),
            of: table.text("of"),
            own_futures: own.map(|found| found.span),
            source: table.texts("source"),
            note: table.words("note"),
        }
    }
}

/// The metrics by which options are held against one another.
#[derive(Clone, Debug, PartialEq)]
pub struct RegretEntry {
    /// Where it stands.
    pub span: Span,
    /// Metrics of which more is better.
    pub more: Vec<Located<Text>>,
    /// Metrics of which less is better.
    pub less: Vec<Located<Text>>,
}

impl RegretEntry {
    pub(super) fn read(table: &Table, span: Span) -> Self {
        Self { span, more: table.texts("more"), less: table.texts("less") }
    }
}
