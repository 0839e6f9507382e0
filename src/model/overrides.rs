//! Values set on the command line, over those of the scenario.
//!
//! A value that is set replaces value, range and source of the input: it stays fixed, and says where it came from.

use super::standard::Model;
use super::total;
use crate::diagnostic::{Diagnostic, Diagnostics, Span, TextId, Texts, did_you_mean};
use crate::scenario::{Entries, InputEntry, Located, Text, Written, input_table};

/// One `NAME=VALUE`; the value may be a table, as a scenario has it: `{ low = 1_000, high = 1_250, unit = "km" }`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Override {
    /// As written.
    pub text: String,
    /// Where, if not on the command line: a file, a sheet and a cell.
    pub place: Option<String>,
}

impl Override {
    /// What stands on the command line.
    #[must_use]
    pub fn new(text: impl Into<String>) -> Self {
        Self { text: text.into(), place: None }
    }
}

/// Applies `NAME=VALUE` texts to a scenario's entries; gives the handles of those of the command line, so that the caller
/// can tell its faults from those of files.
pub fn override_inputs(
    entries: &mut Entries,
    overrides: &[Override],
    model: &Model,
    texts: &mut Texts,
    diagnostics: &mut Diagnostics,
) -> Vec<TextId> {
    let mut ids = Vec::new();
    for item in overrides {
        let id = texts.add(item.place.as_deref().unwrap_or("--set").to_owned(), item.text.clone());
        if item.place.is_none() {
            ids.push(id);
        }
        let span = |start: usize, end: usize| Span { text: id, start, end };
        let Some((name, value)) = item.text.split_once('=') else {
            diagnostics.push(
                Diagnostic::error("this sets nothing")
                    .at(span(0, item.text.len()), "")
                    .help("write NAME=VALUE, with a unit where the number has one: front_length=\"1_250 km\""),
            );
            continue;
        };
        let start = name.len() + 1 + (value.len() - value.trim_start().len());
        let text = Located::new(Text::from(value.trim().to_owned()), span(start, start + value.trim().len()));
        let name_at = Located::new(Text::from(name.trim().to_owned()), span(0, name.len()));
        if !text.value.starts_with('{') {
            set(entries, &name_at, Given::Value(text), model, diagnostics);
        } else if let Some(entry) = input_table(id, &name_at, texts, diagnostics) {
            set(entries, &name_at, Given::Table(Box::new(entry)), model, diagnostics);
        }
    }
    ids
}

/// The declaration of a member's input that the scenario gives no value for, as the member's.
fn of_member(entries: &Entries, path: &str, model: &Model) -> Option<InputEntry> {
    let mut parts = path.split('.');
    let (scope, member, name) = (parts.next()?, parts.next()?, parts.next()?);
    let known = entries.members.iter().any(|known| known.scope == scope && known.name.value == member);
    let scopes = model.entries.scopes.iter().chain(&entries.scopes);
    let declared = scopes.filter(|known| known.name.value == scope).flat_map(|scope| &scope.inputs);
    let declared = declared.filter(|_| known).find(|input| input.name.value == name)?;
    Some(InputEntry { member: Some((scope.to_owned().into(), member.to_owned().into())), ..declared.clone() })
}

/// What an input is set to.
enum Given {
    /// A number with its unit.
    Value(Located<Text>),
    /// A value with a range, or what else an input has.
    Table(Box<InputEntry>),
}

fn set(entries: &mut Entries, name: &Located<Text>, given: Given, model: &Model, diagnostics: &mut Diagnostics) {
    if let Some(parts) = total::parts(model, entries, &name.value) {
        let complaint = Diagnostic::error(format!("`{}` follows from others and cannot be set", name.value));
        diagnostics.push(complaint.at(name.span, "").help(total::instead(&parts, "set")));
        return;
    }
    let existing = entries.inputs.iter().position(|input| input.path() == name.value);
    let declared = model.entries.inputs.iter().find(|input| input.name.value == name.value);
    let of_member = of_member(entries, &name.value, model);
    let base = match (existing, declared.or(of_member.as_ref())) {
        (Some(at), _) => entries.inputs[at].clone(),
        (None, Some(declared)) => InputEntry { label: None, means: None, bounds: None, ..declared.clone() },
        (None, None) => {
            let known = entries.inputs.iter().map(InputEntry::path).collect::<Vec<_>>();
            let declared = model.entries.inputs.iter().map(|input| input.name.as_str());
            let metric = model.entries.metrics.iter().chain(&entries.metrics).any(|m| m.name.value == name.value);
            let help = if metric {
                Some("it is a metric: it follows from a formula and cannot be set".to_owned())
            } else {
                did_you_mean(&name.value, known.iter().map(String::as_str).chain(declared))
            };
            let help = help.unwrap_or_else(|| "`forcesize metrics` lists the inputs that can be set".to_owned());
            diagnostics.push(Diagnostic::unknown_name("input", &name.value).at(name.span, "").help(help));
            return;
        }
    };
    if let (Given::Table(table), Some(before)) = (&given, base.written_unit())
        && table.written_unit().is_some_and(|unit| unit != before)
    {
        entries.keep_unit(&name.value, &before);
    }
    let given = match given {
        Given::Table(entry) => *entry,
        Given::Value(text) => InputEntry { numbers: vec![("value", Written::Text(text))], ..InputEntry::named(name) },
    };
    let entry = InputEntry {
        name: Located::new(base.name.value.clone(), name.span),
        numbers: given.numbers,
        choices: given.choices,
        weights: given.weights,
        distribution: given.distribution,
        unit: given.unit.or(base.unit),
        source: Vec::new(),
        end_sources: Default::default(),
        assumed: given.assumed.or_else(|| Some("set on the command line".into())),
        note: given.note,
        warning: given.warning,
        counting: given.counting,
        role: given.role.or(base.role),
        ..base
    };
    match existing {
        Some(at) => entries.inputs[at] = entry,
        None => entries.inputs.push(entry),
    }
}
