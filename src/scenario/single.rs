//! One input as a table in a text of its own, such as `front_length={ low = 1_000, high = 1_250, unit = "km" }`.
//!
//! Knows nothing of what the input may be called.

use super::document::parse;
use super::entry::InputEntry;
use super::tree::{Located, Table, Text, Value};
use super::validate;
use crate::diagnostic::{Diagnostic, Diagnostics, TextId, Texts};

/// The input of a text that was added to the texts; `name` is what stands before its sign of equality.
#[must_use]
pub fn input_table(
    id: TextId,
    name: &Located<Text>,
    texts: &Texts,
    diagnostics: &mut Diagnostics,
) -> Option<InputEntry> {
    let root = parse(id, texts, diagnostics)?.root;
    let Some(found) = innermost(&root, &name.value) else {
        let complaint = Diagnostic::error("this sets nothing").at(name.span, "");
        diagnostics.push(complaint.help("write NAME={ low = …, high = …, unit = \"…\" }, on one line"));
        return None;
    };
    let before = diagnostics.counts().0;
    if let Value::Table(table) = &found.value {
        validate::input(name, table, diagnostics);
    }
    (diagnostics.counts().0 == before).then(|| InputEntry::read(name, found, None))
}

/// What stands under a name, which may have points in it.
fn innermost<'a>(root: &'a Table, path: &str) -> Option<&'a Located<Value>> {
    let (first, rest) = path.split_once('.').map_or((path, None), |(first, rest)| (first, Some(rest)));
    let found = root.get(first.trim())?;
    match (rest, &found.value) {
        (None, Value::Table(_)) => Some(found),
        (Some(rest), Value::Table(table)) => innermost(table, rest),
        _ => None,
    }
}
