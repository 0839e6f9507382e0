//! A tree against the table of keys: unknown keys, missing keys, wrong types, words that are none of the choices.
//!
//! Reports everything it finds. Knows shapes only; names, units and numbers are judged later.

use super::document::{Located, Table, Value};
use super::keys::{Key, Keys, Shape};
use crate::diagnostic::{Diagnostic, Diagnostics, Span, did_you_mean};

/// Top-level tables beyond the keys: the members of scopes, by the scope's name.
#[derive(Clone, Debug, Default)]
pub struct Scopes<'a> {
    /// Names of the scopes, each with the inputs that its members can have.
    pub known: Vec<(&'a str, Vec<&'a str>)>,
}

/// Checks a whole file.
pub fn check(root: &Table, keys: &'static Keys, scopes: &Scopes<'_>, diagnostics: &mut Diagnostics) {
    let (members, own): (Vec<_>, Vec<_>) =
        root.entries.iter().partition(|(name, _)| scopes.known.iter().any(|(scope, _)| *scope == name.value));
    let own = Table { entries: own.into_iter().cloned().collect() };
    let extra: Vec<&str> = scopes.known.iter().map(|(scope, _)| *scope).collect();
    table(&own, keys, None, &extra, diagnostics);
    for (scope, value) in members {
        let Value::Table(members) = &value.value else {
            wrong(value, &format!("a table for each {}", scope.value), diagnostics);
            continue;
        };
        for (member, inputs) in &members.entries {
            identifier(member, &format!("a {}", scope.value), diagnostics);
            match &inputs.value {
                Value::Table(inputs) => named(inputs, &super::keys::INPUT, true, diagnostics),
                _ => wrong(inputs, &format!("a table of inputs: [{}.{}]", scope.value, member.value), diagnostics),
            }
        }
    }
}

fn table(found: &Table, keys: &'static Keys, place: Option<Span>, extra: &[&str], diagnostics: &mut Diagnostics) {
    for (name, value) in &found.entries {
        match keys.keys.iter().find(|key| key.name == name.value) {
            Some(key) => shape(key, value, diagnostics),
            None => unknown(name, keys, extra, diagnostics),
        }
    }
    for key in keys.keys.iter().filter(|key| key.required && found.get(key.name).is_none()) {
        diagnostics.push(
            Diagnostic::error(format!("{} needs `{}`", keys.what, key.name))
                .at_some(place, "")
                .help(key.about.to_owned()),
        );
    }
}

fn unknown(name: &Located<String>, keys: &'static Keys, extra: &[&str], diagnostics: &mut Diagnostics) {
    let known = || keys.keys.iter().map(|key| key.name).chain(extra.iter().copied());
    let list = || format!("the keys of {} are {}", keys.what, known().collect::<Vec<_>>().join(", "));
    diagnostics.push(
        Diagnostic::error(format!("unknown key `{}` in {}", name.value, keys.what))
            .at(name.span, "")
            .help(did_you_mean(&name.value, known()).unwrap_or_else(list)),
    );
}

fn shape(key: &Key, value: &Located<Value>, diagnostics: &mut Diagnostics) {
    match (key.shape, &value.value) {
        (Shape::Text | Shape::Texts | Shape::Choice(_), Value::Text(text)) if text.trim().is_empty() => {
            diagnostics.push(
                Diagnostic::error(format!("`{}` is empty", key.name))
                    .at(value.span, "")
                    .help("leave the key out, or fill it in"),
            );
        }
        (Shape::Text | Shape::Texts, Value::Text(_))
        | (Shape::Quantity, Value::Number(_) | Value::Text(_))
        | (Shape::Flag, Value::Flag(_)) => {}
        (Shape::Texts, Value::List(items)) => {
            for item in items {
                if !matches!(&item.value, Value::Text(text) if !text.trim().is_empty()) {
                    wrong(item, "a text", diagnostics);
                }
            }
        }
        (Shape::Choice(choices), Value::Text(text)) if choices.contains(&text.as_str()) => {}
        (Shape::Choice(choices), Value::Text(text)) => diagnostics.push(
            Diagnostic::error(format!("`{text}` is no {}", key.name)).at(value.span, "").help(
                did_you_mean(text, choices.iter().copied())
                    .unwrap_or_else(|| format!("{} is one of {}", key.name, choices.join(", "))),
            ),
        ),
        (Shape::Whole(low, high), Value::Number(number)) => {
            if number.fract() != 0.0 || !(f64::from(low)..=f64::from(high)).contains(number) {
                range(value, &format!("a whole number from {low} to {high}"), diagnostics);
            }
        }
        (Shape::Number(low, high), Value::Number(number)) => {
            if !(low..=high).contains(number) {
                range(value, &format!("a number from {low} to {high}"), diagnostics);
            }
        }
        (Shape::Table(keys), Value::Table(found)) => table(found, keys, Some(value.span), &[], diagnostics),
        (Shape::Named(keys), Value::Table(found)) => named(found, keys, false, diagnostics),
        (Shape::NamedQuantities(keys), Value::Table(found)) => named(found, keys, true, diagnostics),
        (Shape::Quantities, Value::Table(found)) => {
            for (_, value) in &found.entries {
                if !matches!(value.value, Value::Number(_) | Value::Text(_)) {
                    wrong(value, "a number or a text such as \"1_000 km\"", diagnostics);
                }
            }
        }
        (Shape::List(keys), Value::List(items)) => {
            for item in items {
                match &item.value {
                    Value::Table(found) => table(found, keys, Some(item.span), &[], diagnostics),
                    _ => wrong(item, &format!("{}: a table", keys.what), diagnostics),
                }
            }
        }
        (expected, _) => wrong(value, &describe(key.name, expected), diagnostics),
    }
}

/// Tables under names of the author's choice; the names are what formulas use.
fn named(found: &Table, keys: &'static Keys, or_quantity: bool, diagnostics: &mut Diagnostics) {
    for (name, value) in &found.entries {
        if keys.what != super::keys::SOURCE.what {
            identifier(name, keys.what, diagnostics);
        }
        match &value.value {
            Value::Table(inner) => table(inner, keys, Some(name.span), &[], diagnostics),
            Value::Number(_) | Value::Text(_) if or_quantity => {}
            _ if or_quantity => wrong(value, "a number, a text such as \"1_000 km\", or a table", diagnostics),
            _ => wrong(value, &format!("a table with the keys of {}", keys.what), diagnostics),
        }
    }
}

fn identifier(name: &Located<String>, what: &str, diagnostics: &mut Diagnostics) {
    let good = name.value.starts_with(|c: char| c.is_ascii_lowercase())
        && name.value.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_');
    if !good {
        diagnostics.push(
            Diagnostic::error(format!("`{}` cannot be the name of {what}", name.value))
                .at(name.span, "")
                .help("names are lower-case letters, digits and _, beginning with a letter: front_length"),
        );
    } else if is_function(&name.value) {
        diagnostics.push(
            Diagnostic::error(format!("`{}` is a function of formulas and cannot name {what}", name.value))
                .at(name.span, ""),
        );
    }
}

fn is_function(name: &str) -> bool {
    use crate::formula::operator::{Gather, Unary};
    Unary::ALL.iter().any(|unary| unary.spelling() == name)
        || Gather::ALL.iter().any(|gather| gather.spelling() == name)
}

fn describe(name: &str, shape: Shape) -> String {
    match shape {
        Shape::Text => format!("a text: {name} = \"…\""),
        Shape::Texts => "a text or a list of texts".to_owned(),
        Shape::Quantity => "a number, or a text with a number and a unit such as \"1_000 km\"".to_owned(),
        Shape::Whole(low, high) => format!("a whole number from {low} to {high}"),
        Shape::Number(low, high) => format!("a number from {low} to {high}"),
        Shape::Flag => "true or false".to_owned(),
        Shape::Choice(choices) => format!("one of {}", choices.join(", ")),
        Shape::Table(keys) => format!("a table with the keys of {}", keys.what),
        Shape::Named(_) | Shape::NamedQuantities(_) => format!("a table: [{name}] or [{name}.NAME]"),
        Shape::Quantities => "a table of numbers and texts such as \"1_000 km\"".to_owned(),
        Shape::List(_) => format!("a list of tables: [[{name}]]"),
    }
}

fn wrong(value: &Located<Value>, expected: &str, diagnostics: &mut Diagnostics) {
    diagnostics.push(
        Diagnostic::error(format!("{} stands where something else is expected", value.value.kind()))
            .at(value.span, "")
            .help(format!("expected {expected}")),
    );
}

fn range(value: &Located<Value>, expected: &str, diagnostics: &mut Diagnostics) {
    diagnostics
        .push(Diagnostic::error("this number is out of range").at(value.span, "").help(format!("expected {expected}")));
}
