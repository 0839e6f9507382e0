//! A scenario's tree as it was probably meant, so that one run finds what else is wrong with it: an unknown key under the
//! name that it is nearest to, or left out; a word that is nearly a choice as that choice; a setting beyond its limits left
//! out.
//!
//! Tables nobody knows and figures that cannot be read are taken out next, with their names: others may build on them, and
//! what these then lack is no fault of theirs. Complains of nothing itself.

use super::keys::{INPUT, Key, Keys, MEMBER, SCENARIO, Shape};
use super::misplaced;
use super::tree::{Located, Table, Text, Value};
use super::validate::{Scopes, check, is_sound};
use crate::diagnostic::{Diagnostics, Severity, Span, closest};

/// A key with its value.
type Entry = (Located<Text>, Located<Value>);

/// The whole tree of a scenario.
pub(super) fn tree(root: &Table, scopes: &Scopes<'_>) -> Table {
    let is_scope = |name: &str| scopes.known.iter().any(|(scope, _)| *scope == name);
    let (members, own): (Vec<Entry>, Vec<Entry>) =
        root.entries.iter().cloned().partition(|(name, _)| is_scope(&name.value));
    let extra: Vec<&str> = scopes.known.iter().map(|(scope, _)| *scope).collect();
    let mut found = table(Table { entries: own }, &SCENARIO, &extra);
    found.entries.extend(members.into_iter().map(|(name, value)| (name, each(value, &member))));
    found
}

/// What a member has of its own, and its inputs.
fn member(value: Located<Value>) -> Located<Value> {
    let Value::Table(found) = value.value else { return value };
    let is_own = |name: &str| MEMBER.keys.iter().any(|key| key.name == name);
    let inputs = |(name, value): Entry| {
        let value = if is_own(&name.value) { value } else { of_keys(value, &INPUT) };
        (name, value)
    };
    let entries = found.entries.into_iter().map(inputs).collect();
    Located::new(Value::Table(Table { entries }), value.span)
}

fn table(found: Table, keys: &'static Keys, extra: &[&str]) -> Table {
    let written: Vec<Text> = found.entries.iter().map(|(name, _)| name.value.clone()).collect();
    let key = |name: &str| keys.keys.iter().find(|key| key.name == name);
    let names = || keys.keys.iter().map(|key| key.name).chain(extra.iter().copied());
    let mut entries: Vec<Entry> = Vec::new();
    for (mut name, value) in found.entries {
        if key(&name.value).is_none() {
            let near = closest(&name.value, names()).filter(|near| !written.iter().any(|known| known == near));
            match near.and_then(key) {
                Some(near) => name.value = Text::Borrowed(near.name),
                None if matches!(value.value, Value::Table(_)) || misplaced::above(&name.value, keys).is_some() => {}
                None => continue,
            }
        }
        match key(&name.value) {
            Some(key) => entries.extend(of_key(key, value, keys).map(|value| (name, value))),
            None => entries.push((name, value)),
        }
    }
    Table { entries }
}

/// The value of a key; nothing where the key may be left out, and what it says cannot be used.
fn of_key(key: &Key, value: Located<Value>, keys: &'static Keys) -> Option<Located<Value>> {
    match (key.shape, &value.value) {
        (Shape::Table(inner), _) => Some(of_keys(value, inner)),
        (Shape::Named(inner) | Shape::NamedQuantities(inner), _) => Some(each(value, &|value| of_keys(value, inner))),
        (Shape::List(inner), Value::List(items)) => {
            let items = items.iter().cloned().map(|item| of_keys(item, inner)).collect();
            Some(Located::new(Value::List(items), value.span))
        }
        (Shape::Choice(choices) | Shape::Choices(choices), Value::Text(text)) if !choices.contains(&text.as_ref()) => {
            let near = closest(text, choices.iter().copied());
            let near = near.and_then(|near| choices.iter().find(|choice| **choice == near));
            Some(near.map_or(value.clone(), |near| Located::new(Value::Text(Text::Borrowed(near)), value.span)))
        }
        (Shape::Whole(..) | Shape::Wholes(..) | Shape::Number(..) | Shape::Flag, _)
            if !key.required && keys.what != INPUT.what && !is_sound(key, &value) =>
        {
            None
        }
        _ => Some(value),
    }
}

fn of_keys(value: Located<Value>, keys: &'static Keys) -> Located<Value> {
    let Value::Table(found) = value.value else { return value };
    Located::new(Value::Table(table(found, keys, &[])), value.span)
}

/// Each value of a table of names.
fn each(value: Located<Value>, of: &dyn Fn(Located<Value>) -> Located<Value>) -> Located<Value> {
    let Value::Table(found) = value.value else { return value };
    let entries = found.entries.into_iter().map(|(name, value)| (name, of(value))).collect();
    Located::new(Value::Table(Table { entries }), value.span)
}

/// A scenario's tree without what cannot be read, and what is lost with it, by name; nothing where that cannot be told.
///
/// An input, a metric, a member or an entry of a list goes as a whole: half of one would be wrong in other ways.
pub(super) fn readable(root: &Table, scopes: &Scopes<'_>) -> Option<(Table, Vec<String>)> {
    let mut complaints = Diagnostics::default();
    check(root, &SCENARIO, scopes, &mut complaints);
    let errors = complaints.sorted().into_iter().filter(|item| item.severity == Severity::Error);
    let faults = errors.map(|item| item.places.first().map(|(span, _)| *span)).collect::<Option<Vec<Span>>>()?;
    let mut lost = Vec::new();
    let mut entries = Vec::new();
    for (name, value) in &root.entries {
        if !lies_in(name, value, &faults) {
            entries.push((name.clone(), value.clone()));
            continue;
        }
        let kept = match &value.value {
            Value::Table(inner) => {
                let (wrong, sound): (Vec<&Entry>, Vec<&Entry>) =
                    inner.entries.iter().partition(|(name, value)| lies_in(name, value, &faults));
                lost.extend(wrong.iter().map(|(name, _)| name.value.to_string()));
                let table = Table { entries: sound.into_iter().cloned().collect() };
                (!wrong.is_empty()).then_some(Value::Table(table))
            }
            Value::List(items) => {
                let sound: Vec<_> = items.iter().filter(|item| !is_in(item, &faults)).cloned().collect();
                (sound.len() < items.len()).then_some(Value::List(sound))
            }
            _ => None,
        };
        match kept {
            Some(kept) => entries.push((name.clone(), Located::new(kept, value.span))),
            None => lost.push(name.value.to_string()),
        }
    }
    let root = Table { entries };
    let mut left = Diagnostics::default();
    check(&root, &SCENARIO, scopes, &mut left);
    (!left.has_errors()).then_some((root, lost))
}

/// Whether something that was complained of stands in an entry.
fn lies_in(name: &Located<Text>, value: &Located<Value>, faults: &[Span]) -> bool {
    has(name.span, faults) || is_in(value, faults)
}

/// The same of a value. A table under several headings has no place that holds all of it.
fn is_in(value: &Located<Value>, faults: &[Span]) -> bool {
    has(value.span, faults)
        || match &value.value {
            Value::Table(table) => table.entries.iter().any(|(name, value)| lies_in(name, value, faults)),
            Value::List(items) => items.iter().any(|item| is_in(item, faults)),
            _ => false,
        }
}

fn has(place: Span, faults: &[Span]) -> bool {
    faults.iter().any(|fault| fault.text == place.text && place.start <= fault.start && fault.end <= place.end)
}
