//! What a value of the wrong shape was probably meant to be.
//!
//! Knows shapes only.

use super::keys::{Key, Keys};
use super::tree::{Table, Value};
use crate::diagnostic::{Diagnostic, Span};
use crate::quantity::reading;

/// What a value of the wrong kind was probably meant to be.
pub(super) fn of(value: &Value) -> String {
    match value {
        Value::Text(text) if text.trim().parse::<f64>().is_ok() => {
            format!("write the number without quotes: {}", text.trim())
        }
        Value::Text(text) if reading::leading(text.trim()).is_err_and(|reason| !reason.readings().is_empty()) => {
            let readings =
                reading::leading(text.trim()).map_or_else(|reason| reason.readings().join(" or "), |_| String::new());
            format!("write the number without quotes: {readings}")
        }
        Value::Text(text) if matches!(&**text, "true" | "false") => format!("write {text} without quotes"),
        Value::Number(_) | Value::Pointed(_) => "if a text is meant, put it in quotes".to_owned(),
        Value::Date => "put dates in quotes".to_owned(),
        _ => "`forcesize new FILE` writes a commented example".to_owned(),
    }
}

/// Lists of tables as they can be written, by their keys.
const EXAMPLES: &[(&str, &str)] = &[
    ("condition", "that = \"force_density >= 10 personnel per 1000 people\""),
    ("sweep", "vary = \"peacekeepers\"\nfrom = 10_000\nto = 50_000\nshow = [\"force_density\"]"),
    (
        "break_even",
        "vary = \"peacekeepers\"\nfrom = 1_000\nto = 500_000\nmetric = \"force_density\"\ntarget = \"10 personnel per 1000 people\"",
    ),
    ("correlation", "between = [\"front_length\", \"opposing_troops\"]\nrank = 0.5\nassumed = \"why\""),
    ("chart", "id = \"densities\"\ntitle = \"Densities\""),
    ("pillar", "label = \"Host troops\"\nwithout = { host_troops = \"0 troops\" }"),
    ("panel", "label = \"Densities\"\nshow = [\"force_density\"]"),
];

/// The complaint about a list of tables that is written as one table: the brackets are doubled.
pub(super) fn doubled(key: &Key, keys: &Keys, found: &Table, place: Span) -> Diagnostic {
    let name = key.name;
    // A table of tables is a list in which each was given a name.
    let named = found.entries.iter().all(|(_, value)| matches!(value.value, Value::Table(_)));
    let name_of = found.entries.first().filter(|_| named).map(|(first, _)| first.value.as_ref());
    let why = name_of.map_or_else(String::new, |first| format!(", without `{first}`"));
    let help = match EXAMPLES.iter().find(|(example, _)| *example == name) {
        Some((_, lines)) => {
            let lines = lines.replace(", from", "\nfrom");
            format!("double the brackets for each {}{why}:\n[[{name}]]\n{lines}", keys.what.trim_start_matches("a "))
        }
        None => format!("double the brackets for each{why}: `[[{name}]]`"),
    };
    Diagnostic::error(format!("`{name}` is a list of tables, and this is one table")).at(place, "").help(help)
}
