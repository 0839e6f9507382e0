//! Pillars that a plan rests on, each of which may be missing, before names are looked up.
//!
//! As in [`super::entries`], reading never fails.

use super::tree::{Located, Table, Text};
use super::written::Written;
use crate::diagnostic::Span;

/// A pillar.
#[derive(Clone, Debug, PartialEq)]
pub struct PillarEntry {
    /// Where it stands.
    pub span: Span,
    /// The name for people.
    pub label: Text,
    /// Inputs with the values they have without it.
    pub without: Vec<(Located<Text>, Written)>,
    /// Why these values.
    pub note: Option<Text>,
}

impl PillarEntry {
    pub(super) fn read(table: &Table, span: Span) -> Self {
        Self {
            span,
            label: table.words("label").unwrap_or_default(),
            without: Written::table(table, "without"),
            note: table.words("note"),
        }
    }
}
