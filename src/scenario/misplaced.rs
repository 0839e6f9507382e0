//! Keys that stand in the wrong table: inputs outside of theirs, keys of the scenario below another table.
//!
//! Knows names and places, not values.

use super::keys::{INCLUDED, INPUT, Keys, MISSIONS, SCENARIO, STYLE, Shape};
use super::tree::{Located, Table, Text, Value};
use crate::diagnostic::{Diagnostic, Diagnostics, closest, did_you_mean};

/// Keys of a table among which inputs at the wrong place are looked for.
const LOOKED_FOR: usize = 1_000;

/// A key with its value.
type Entry = (Located<Text>, Located<Value>);

/// A scenario's tree without the inputs of the model that stand outside of `[input]` or within another input; each kind
/// is complained of once.
pub(super) fn without(
    root: &Table,
    keys: &'static Keys,
    (inputs, scopes): (&[&str], &[&str]),
    diagnostics: &mut Diagnostics,
) -> Table {
    if keys.what != SCENARIO.what || inputs.is_empty() {
        return root.clone();
    }
    let is_input = |(name, _): &Entry| {
        inputs.contains(&name.value.as_ref()) && !keys.keys.iter().any(|key| key.name == name.value)
    };
    let (outside, mut kept): (Vec<Entry>, Vec<Entry>) = root.entries.iter().cloned().partition(is_input);
    // The place of a table's header has its name within.
    let (headers, plain): (Vec<Entry>, Vec<Entry>) =
        outside.into_iter().partition(|(name, value)| name.span.start >= value.span.start);
    if let Some((first, _)) = plain.first() {
        let help = if root.get("input").is_some() {
            format!("move {} below the line `[input]`", them(&plain, "it", "them"))
        } else {
            format!("write `[input]` on a line of its own above `{}`", first.value)
        };
        let verb = them(&plain, "belongs", "belong");
        diagnostics.push(complaint(&plain, format!("{} {verb} under `[input]`", listed(&plain, "", ""))).help(help));
    }
    if !headers.is_empty() {
        let are = them(&headers, "is an input", "are inputs");
        let message =
            format!("{} {are} and {} under `[input]`", listed(&headers, "[", "]"), them(&headers, "belongs", "belong"));
        let help = format!("write {}", listed(&headers, "[input.", "]"));
        diagnostics.push(complaint(&headers, message).help(help));
    }
    // What is not looked for here is an unknown key like any other.
    let mut looked_for = 0;
    kept.retain(|(name, _)| {
        looked_for += 1;
        if looked_for > LOOKED_FOR {
            return true;
        }
        let known = || keys.keys.iter().map(|key| key.name).chain(scopes.iter().copied());
        let is_known = known().any(|key| key == name.value) || closest(&name.value, known()).is_some();
        let meant = did_you_mean(&name.value, inputs.iter().copied()).filter(|_| !is_known);
        if let Some(meant) = &meant {
            let complaint = Diagnostic::error(format!("unknown key `{}` in {}", name.value, keys.what));
            diagnostics.push(complaint.at(name.span, "").help(format!("{meant} Inputs belong under `[input]`")));
        }
        meant.is_none()
    });
    for (name, value) in &mut kept {
        if name.value != "input" {
            continue;
        }
        let Value::Table(of_inputs) = &mut value.value else { continue };
        for (home, entry) in &mut of_inputs.entries {
            if let Value::Table(entry) = &mut entry.value {
                within(home, entry, inputs, diagnostics);
            }
        }
    }
    Table { entries: kept }
}

/// Takes inputs out of an input's own table.
fn within(home: &Located<Text>, entry: &mut Table, inputs: &[&str], diagnostics: &mut Diagnostics) {
    let is_input = |(name, _): &Entry| {
        inputs.contains(&name.value.as_ref()) && !INPUT.keys.iter().any(|key| key.name == name.value)
    };
    let (inside, kept): (Vec<Entry>, Vec<Entry>) = std::mem::take(&mut entry.entries).into_iter().partition(is_input);
    entry.entries = kept;
    if inside.is_empty() {
        return;
    }
    let are = them(&inside, "is an input and stands", "are inputs and stand");
    let message = format!("{} {are} within the input `{}`", listed(&inside, "", ""), home.value);
    let help = format!(
        "what stands below `[input.{}]` is a part of it: move {} above that line, below `[input]`, or write {}",
        home.value,
        them(&inside, "it", "them"),
        listed(&inside, "[input.", "]")
    );
    diagnostics.push(complaint(&inside, message).help(help));
}

fn complaint(entries: &[Entry], message: String) -> Diagnostic {
    entries.iter().fold(Diagnostic::error(message), |complaint, (name, _)| complaint.at(name.span, ""))
}

fn them(entries: &[Entry], one: &'static str, more: &'static str) -> &'static str {
    if entries.len() == 1 { one } else { more }
}

/// `a`, `b` and `c`.
fn listed(entries: &[Entry], before: &str, behind: &str) -> String {
    let mut names: Vec<String> = entries.iter().map(|(name, _)| format!("`{before}{}{behind}`", name.value)).collect();
    match names.pop() {
        Some(last) if !names.is_empty() => format!("{} and {last}", names.join(", ")),
        last => last.unwrap_or_default(),
    }
}

/// Advice on a key of the scenario that stands in another table.
pub(super) fn above(name: &str, keys: &Keys) -> Option<String> {
    let is_of_scenario = SCENARIO.keys.iter().any(|key| {
        let is_line = matches!(key.shape, Shape::Text | Shape::Texts | Shape::Choice(_) | Shape::Flag);
        key.name == name && is_line
    });
    let tops = [SCENARIO.what, INCLUDED.what, STYLE.what, MISSIONS.what];
    (is_of_scenario && !tops.contains(&keys.what))
        .then(|| format!("`{name}` is a key of the scenario: move it above the first table"))
}
