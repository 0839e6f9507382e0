//! What stands where an author has still to fill something in.
//!
//! Knows nothing of what is complained of.

use super::tree::{Located, Table, Text, Value};

/// What stands where something has still to be filled in.
pub const BLANK: &str = "?";

/// Whether a text is a blank.
pub(super) fn is_blank(text: &str) -> bool {
    text.trim() == BLANK
}

/// Keys of a table that are blank, each with the place of its value.
pub(super) fn keys(table: &Table) -> Vec<Located<Text>> {
    let blank = |value: &Value| matches!(value, Value::Text(text) if is_blank(text));
    let found = table.entries.iter().filter(|(_, value)| blank(&value.value));
    found.map(|(key, value)| Located::new(key.value.clone(), value.span)).collect()
}
