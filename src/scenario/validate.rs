//! Checks a tree against the table of keys: unknown keys, missing keys, wrong types, words that are none of the choices.
//!
//! Reports everything it finds. Knows shapes only; names, units and numbers are judged later.

use super::choice::Purpose;
use super::hint;
use super::keys::{Key, Keys, Shape};
use super::misplaced;
use super::number::ambiguity_warning;
use super::tree::{Located, Table, Text, Value};
use super::unfilled::is_blank;
use crate::diagnostic::{Diagnostic, Diagnostics, Span, did_you_mean};
use crate::quantity::reading;

/// Top-level tables beyond the keys: the members of scopes, by the scope's name.
#[derive(Clone, Debug, Default)]
pub struct Scopes<'a> {
    /// Names of the scopes, each with the inputs that its members can have.
    pub known: Vec<(&'a str, Vec<&'a str>)>,
    /// Inputs that the model has a value for, which a scenario may omit.
    pub valued: Vec<&'a str>,
    /// All inputs of the model.
    pub inputs: Vec<&'a str>,
}

/// Checks a whole file.
pub fn check(root: &Table, keys: &'static Keys, scopes: &Scopes<'_>, diagnostics: &mut Diagnostics) {
    for (name, _) in root.tables("scope") {
        if keys.keys.iter().any(|key| key.name == name.value) {
            diagnostics.push(
                Diagnostic::error(format!("`{}` is a key of every scenario and cannot be a scope", name.value))
                    .at(name.span, "")
                    .help("give the scope another name"),
            );
        }
    }
    let extra: Vec<&str> = scopes.known.iter().map(|(scope, _)| *scope).collect();
    let root = &misplaced::without(root, keys, (&scopes.inputs, &extra), diagnostics);
    let (members, own): (Vec<_>, Vec<_>) =
        root.entries.iter().partition(|(name, _)| scopes.known.iter().any(|(scope, _)| *scope == name.value));
    let own = Table { entries: own.into_iter().cloned().collect() };
    table(&own, keys, None, &extra, diagnostics);
    for (scope, value) in members {
        let Value::Table(members) = &value.value else {
            wrong(&scope.value, value, &format!("a table for each {}", scope.value), diagnostics);
            continue;
        };
        for (member, inputs) in &members.entries {
            identifier(member, &format!("a {}", scope.value), diagnostics);
            match &inputs.value {
                Value::Table(inputs) if inputs.entries.is_empty() => diagnostics.push(
                    Diagnostic::error(format!("`{}` has no inputs", member.value))
                        .at(member.span, "")
                        .help(format!("give it inputs, or take [{}.{}] out", scope.value, member.value)),
                ),
                Value::Table(inputs) => {
                    let is_own = |name: &str| super::keys::MEMBER.keys.iter().any(|key| key.name == name);
                    let (own, inputs): (Vec<_>, Vec<_>) =
                        inputs.entries.iter().cloned().partition(|(name, _)| is_own(&name.value));
                    table(&Table { entries: own }, &super::keys::MEMBER, None, &[], diagnostics);
                    named(&Table { entries: inputs }, &super::keys::INPUT, true, diagnostics);
                }
                _ => {
                    let expected = format!("a table of inputs: [{}.{}]", scope.value, member.value);
                    wrong(&member.value, inputs, &expected, diagnostics);
                }
            }
        }
    }
}

fn table(found: &Table, keys: &'static Keys, place: Option<Span>, extra: &[&str], diagnostics: &mut Diagnostics) {
    for (name, value) in &found.entries {
        match keys.keys.iter().find(|key| key.name == name.value) {
            Some(key) => shape(key, value, diagnostics),
            None => unknown(name, value, keys, extra, diagnostics),
        }
    }
    for key in keys.keys.iter().filter(|key| key.required && found.get(key.name).is_none()) {
        diagnostics.push(
            Diagnostic::error(format!("{} needs `{}`", keys.what, key.name)).opt_span(place, "").help(format!(
                "add {}: {}",
                sample(key),
                decapitalised(key.about)
            )),
        );
    }
}

/// Whether a key can have a value.
pub(super) fn is_sound(key: &Key, value: &Located<Value>) -> bool {
    let mut found = Diagnostics::default();
    shape(key, value, &mut found);
    !found.has_errors()
}

/// A key as it could be written.
fn sample(key: &Key) -> String {
    match key.shape {
        Shape::Quantity | Shape::Whole(..) | Shape::Number(..) => format!("`{} = …`", key.name),
        Shape::Texts | Shape::Choices(_) => format!("`{} = [\"…\"]`", key.name),
        _ => format!("`{} = \"…\"`", key.name),
    }
}

fn decapitalised(text: &str) -> String {
    let mut letters = text.trim_end_matches('.').chars();
    letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}

fn unknown(
    name: &Located<Text>,
    value: &Located<Value>,
    keys: &'static Keys,
    extra: &[&str],
    diagnostics: &mut Diagnostics,
) {
    let complaint = Diagnostic::error(format!("unknown key `{}` in {}", name.value, keys.what)).at(name.span, "");
    if diagnostics.is_full_of_errors() {
        diagnostics.push(complaint);
        return;
    }
    let of_tables = matches!(&value.value, Value::Table(table) if !table.entries.is_empty()
        && table.entries.iter().all(|(_, member)| matches!(member.value, Value::Table(_))));
    let scope = (keys.what == super::keys::SCENARIO.what && of_tables).then(|| {
        format!("if these are things of a kind, each with inputs of its own, declare the kind: [scope.{}]", name.value)
    });
    let known = || keys.keys.iter().map(|key| key.name).chain(extra.iter().copied());
    let list = || format!("the keys of {} are {}", keys.what, known().collect::<Vec<_>>().join(", "));
    let help = misplaced::above(&name.value, keys).or_else(|| did_you_mean(&name.value, known()));
    diagnostics.push(complaint.help(help.or(scope).unwrap_or_else(list)));
}

#[expect(clippy::too_many_lines, reason = "an arm for each shape")]
fn shape(key: &Key, value: &Located<Value>, diagnostics: &mut Diagnostics) {
    if let Value::Pointed(digits) = &value.value
        && !matches!(key.shape, Shape::Quantity)
    {
        pointed(key, digits, value, diagnostics);
        return;
    }
    match (key.shape, &value.value) {
        (Shape::Text | Shape::Texts | Shape::Choice(_) | Shape::Choices(_), Value::Text(text))
            if text.trim().is_empty() =>
        {
            diagnostics.push(
                Diagnostic::error(format!("`{}` is empty", key.name)).at(value.span, "").help(if key.required {
                    "fill it in"
                } else {
                    "fill it in, or leave the key out"
                }),
            );
        }
        (Shape::Text | Shape::Texts, Value::Text(_))
        | (Shape::Quantity, Value::Number(_) | Value::Pointed(_) | Value::Text(_))
        | (Shape::Flag, Value::Flag(_)) => {}
        // Taken as absent it would be everybody who is ready.
        (Shape::Texts, Value::List(items)) if items.is_empty() && key.name == "with" => diagnostics.push(
            Diagnostic::error("`with` names nobody")
                .at(value.span, "")
                .help("name members or stances, or leave the key out for all who are ready"),
        ),
        (Shape::Texts, Value::List(items)) => {
            for item in items {
                if !matches!(&item.value, Value::Text(text) if !text.trim().is_empty()) {
                    wrong(key.name, item, "a text", diagnostics);
                }
            }
        }
        (Shape::Choice(choices) | Shape::Choices(choices), Value::Text(text)) => {
            choice(key.name, text, value, choices, diagnostics);
        }
        (Shape::Choices(choices), Value::List(items)) => {
            for item in items {
                match &item.value {
                    Value::Text(text) => choice(key.name, text, item, choices, diagnostics),
                    _ => wrong(key.name, item, "a text", diagnostics),
                }
            }
        }
        (Shape::NamedTexts, Value::Table(found)) => {
            for (name, value) in &found.entries {
                identifier(name, "a group", diagnostics);
                let texts = Key { name: "a group", shape: Shape::Texts, required: false, about: "" };
                shape(&texts, value, diagnostics);
            }
        }
        (Shape::Whole(low, high), Value::Number(number)) => {
            if number.fract() != 0.0 || !(f64::from(low)..=f64::from(high)).contains(number) {
                range(key.name, value, &format!("a whole number from {low} to {high}"), diagnostics);
            }
        }
        (Shape::ManyQuantities, Value::List(items)) => {
            for item in items {
                shape(&Key { shape: Shape::Quantity, ..*key }, item, diagnostics);
            }
        }
        (Shape::Numbers, Value::List(items)) => {
            for item in items {
                match &item.value {
                    Value::Number(_) => {}
                    Value::Pointed(digits) => pointed(key, digits, item, diagnostics),
                    _ => wrong(key.name, item, "numbers: [2, 1, 1]", diagnostics),
                }
            }
        }
        (Shape::Wholes(low, high), Value::List(items)) if !items.is_empty() => {
            for item in items {
                shape(&Key { shape: Shape::Whole(low, high), ..*key }, item, diagnostics);
            }
        }
        (Shape::Wholes(low, high), Value::Number(_)) => {
            shape(&Key { shape: Shape::Whole(low, high), ..*key }, value, diagnostics);
        }
        (Shape::Number(low, high), Value::Number(number)) => {
            if !(low..=high).contains(number) {
                range(key.name, value, &format!("a number from {low} to {high}"), diagnostics);
            }
        }
        (Shape::Table(keys), Value::Table(found)) => table(found, keys, Some(value.span), &[], diagnostics),
        (Shape::Named(keys), Value::Table(found)) => named(found, keys, false, diagnostics),
        (Shape::NamedQuantities(keys), Value::Table(found)) => named(found, keys, true, diagnostics),
        (Shape::Quantities, Value::Table(found)) => {
            for (_, value) in &found.entries {
                if !matches!(value.value, Value::Number(_) | Value::Pointed(_) | Value::Text(_)) {
                    wrong(key.name, value, "a number or a text such as \"1_000 km\"", diagnostics);
                }
            }
        }
        (Shape::Rows, Value::List(items)) => {
            for item in items {
                let Value::Table(found) = &item.value else {
                    wrong(key.name, item, "a row: a table", diagnostics);
                    continue;
                };
                for (name, value) in &found.entries {
                    if !matches!(value.value, Value::Number(_) | Value::Pointed(_) | Value::Text(_)) {
                        wrong(&name.value, value, "a number or a text", diagnostics);
                    }
                }
            }
        }
        (Shape::List(keys), Value::List(items)) => {
            for item in items {
                match &item.value {
                    Value::Table(found) => table(found, keys, Some(item.span), &[], diagnostics),
                    _ => wrong(key.name, item, &format!("{}: a table", keys.what), diagnostics),
                }
            }
        }
        (Shape::List(keys), Value::Table(found)) => diagnostics.push(hint::doubled(key, keys, found, value.span)),
        (expected, _) => wrong(key.name, value, &describe(key.name, expected), diagnostics),
    }
}

fn choice(
    name: &str,
    text: &str,
    value: &Located<Value>,
    choices: &'static [&'static str],
    diagnostics: &mut Diagnostics,
) {
    // A blank is complained of with all the others.
    let is_left_open = name == "purpose" && is_blank(text);
    if !is_left_open && !choices.contains(&text) {
        diagnostics.push(
            Diagnostic::error(format!("invalid {name} `{text}`")).at(value.span, "").help(
                did_you_mean(text, choices.iter().copied())
                    .or_else(|| (choices == Purpose::WORDS).then(|| Purpose::advice(text)).flatten())
                    .unwrap_or_else(|| format!("{name} is one of {}", choices.join(", "))),
            ),
        );
    }
}

/// A bare number whose point may group thousands, where no unit decides: refused where numbers are whole, else a warning.
fn pointed(key: &Key, digits: &str, value: &Located<Value>, diagnostics: &mut Diagnostics) {
    let number = value.value.number().unwrap_or(f64::NAN);
    let [thousands, decimals] = reading::both(digits);
    if matches!(key.shape, Shape::Whole(..) | Shape::Wholes(..)) {
        let readings = if number.fract() == 0.0 { vec![thousands, decimals] } else { vec![thousands] };
        diagnostics.push(
            Diagnostic::error(format!("`{digits}` is not how whole numbers are written"))
                .at(value.span, "")
                .help(format!("write {}", reading::either(&readings))),
        );
        return;
    }
    diagnostics.push(ambiguity_warning(digits, &[thousands, decimals]).at(value.span, ""));
    shape(key, &Located::new(Value::Number(number), value.span), diagnostics);
}

/// Checks the table of one input.
pub(super) fn input(name: &Located<Text>, found: &Table, diagnostics: &mut Diagnostics) {
    table(found, &super::keys::INPUT, Some(name.span), &[], diagnostics);
}

/// Tables under names of the author's choice; the names are what formulas use.
fn named(found: &Table, keys: &'static Keys, or_quantity: bool, diagnostics: &mut Diagnostics) {
    for (name, value) in &found.entries {
        if keys.what != super::keys::SOURCE.what && keys.what != super::keys::MISSION.what {
            identifier(name, keys.what, diagnostics);
        }
        match &value.value {
            Value::Table(inner) => table(inner, keys, Some(name.span), &[], diagnostics),
            Value::Number(_) | Value::Pointed(_) | Value::Text(_) if or_quantity => {}
            _ if or_quantity => {
                wrong(&name.value, value, "a number, a text such as \"1_000 km\", or a table", diagnostics);
            }
            _ => wrong(&name.value, value, &format!("a table with the keys of {}", keys.what), diagnostics),
        }
    }
}

fn identifier(name: &Located<Text>, what: &str, diagnostics: &mut Diagnostics) {
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
                .at(name.span, "")
                .help("give it another name"),
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
        Shape::Text => format!("a text such as {name} = \"…\""),
        Shape::Texts => "a text or a list of texts".to_owned(),
        Shape::Quantity => "a number, or a text with a number and a unit such as \"1_000 km\"".to_owned(),
        Shape::Whole(low, high) => format!("a whole number from {low} to {high}"),
        Shape::ManyQuantities => format!("a list of values such as {name} = [1_000, 1_250]"),
        Shape::Numbers => format!("a list of numbers such as {name} = [2, 1]"),
        Shape::Wholes(low, high) => format!("whole numbers from {low} to {high} such as {name} = [1, 2]"),
        Shape::Number(low, high) => format!("a number from {low} to {high}"),
        Shape::Flag => "true or false".to_owned(),
        Shape::Choice(choices) => format!("one of {}", choices.join(", ")),
        Shape::Choices(choices) => format!("one or a list of {}", choices.join(", ")),
        Shape::NamedTexts => format!("a table such as [sensitivity.{name}] with lists of inputs"),
        Shape::Table(keys) => format!("a table with the keys of {}", keys.what),
        Shape::Named(_) | Shape::NamedQuantities(_) => format!("a table such as [{name}] or [{name}.NAME]"),
        Shape::Quantities => "a table of numbers and texts such as \"1_000 km\"".to_owned(),
        Shape::List(_) | Shape::Rows => format!("a list of tables such as [[{name}]]"),
    }
}

fn wrong(name: &str, value: &Located<Value>, expected: &str, diagnostics: &mut Diagnostics) {
    diagnostics.push(
        Diagnostic::error(format!("`{name}`: expected {expected}, found {}", value.value.kind()))
            .at(value.span, "")
            .help(hint::of(&value.value)),
    );
}

fn range(name: &str, value: &Located<Value>, expected: &str, diagnostics: &mut Diagnostics) {
    diagnostics.push(
        Diagnostic::error(format!("`{name}`: expected {expected}"))
            .at(value.span, "")
            .help("choose a number in this range, or leave the key out"),
    );
}
