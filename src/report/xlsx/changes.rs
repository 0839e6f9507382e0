//! What the rows of a sheet change in a scenario, each as a value to set: `front_length=1250 km`, or a table where there
//! is a range too. Knows nothing of how rows were read.

use super::read::{Fault, Row};
use crate::diagnostic::Diagnostics;
use crate::model::{Assessment, Input};
use crate::quantity::number::plain;
use crate::quantity::unit::{Unit, Units};
use crate::report::origin;
use crate::scenario::{Entries, InputEntry, Written, declare_units};
use std::fmt::Write as _;

/// Part of a number by which what a program for tables gives back may differ from what it was given.
const SAME: f64 = 1e-12;

/// A value to set, and the cell it comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// `NAME=VALUE`, as on the command line.
    pub text: String,
    /// The file, the sheet and the cell.
    pub place: String,
}

/// What rows change in a scenario that was read without them; `entries` are those it was made of.
///
/// # Errors
/// What is wrong with units and ranges, by cell. Names and bounds are judged when the changes are made.
pub fn changes(
    assessment: &Assessment,
    entries: &Entries,
    rows: &[Row],
    file: &str,
) -> Result<Vec<Change>, Vec<Fault>> {
    let mut units = Units::default();
    declare_units(&entries.units, &mut units, &mut Diagnostics::default());
    let (mut found, mut faults) = (Vec::new(), Vec::new());
    for row in rows {
        let known = assessment.calculation.inputs.iter().find(|input| input.id == row.name.value);
        match known {
            Some(input) => {
                let entry = entries.inputs.iter().find(|entry| entry.path() == input.id);
                found.extend(changed(assessment, (input, entry), row, (&units, file), &mut faults));
            }
            None => found.extend(unknown(row, &mut faults)),
        }
    }
    if faults.is_empty() { Ok(found) } else { Err(faults) }
}

fn fault(place: &str, what: String, help: String) -> Fault {
    Fault { place: place.to_owned(), cell: String::new(), what, help }
}

/// An input that the scenario has no value for: the model may know it.
fn unknown(row: &Row, faults: &mut Vec<Fault>) -> Option<Change> {
    let Some(value) = row.value.value else {
        // A row for an input that is not given.
        if row.ends.iter().any(|end| end.value.is_some()) {
            let help = "write the value of the central case".to_owned();
            faults.push(fault(&row.value.place, format!("`{}` has a range, but no value", row.name.value), help));
        }
        return None;
    };
    let unit = row.unit.as_ref().map_or("", |unit| unit.value.as_str());
    let amount = amount(value, unit);
    let ends = row.ends.each_ref().map(|end| end.value);
    let text = match ends {
        [None, None, None] => format!("{}={amount}", row.name.value),
        _ => format!("{}={}", row.name.value, table(&amount, &own(ends, unit), None)),
    };
    Some(Change { text, place: row.name.place.clone() })
}

fn changed(
    assessment: &Assessment,
    (input, entry): (&Input, Option<&InputEntry>),
    row: &Row,
    (units, file): (&Units, &str),
    faults: &mut Vec<Fault>,
) -> Option<Change> {
    let unit = unit(input, row, units, faults)?;
    let same = |one: f64, other: f64| (one - other).abs() <= SAME * one.abs().max(other.abs());
    let base = |value: f64| unit.to_base(value);
    let value = match (row.value.value, row.ends.each_ref().map(|end| end.value)) {
        (Some(value), _) => Some(value),
        // It follows from the range, as in a scenario.
        (None, [Some(_), _, Some(_)]) => None,
        (None, _) => {
            let help = "write the value of the central case, or low and high".to_owned();
            faults.push(fault(&row.value.place, format!("`{}` has no value", input.id), help));
            return None;
        }
    };
    let is_same_value = value.is_some_and(|value| same(base(value), input.value));
    let ends = row.ends.each_ref().map(|end| end.value);
    let is_same_range = match shown(input) {
        None => ends == [None, None, None],
        Some(now) => now.iter().zip(ends).all(|(now, given)| match (now, given) {
            (Some(now), Some(given)) => same(*now, base(given)),
            (None, None) => true,
            _ => false,
        }),
    };
    if is_same_value && is_same_range {
        return None;
    }
    let source = row.source.clone().filter(|source| !source.is_empty());
    let source = source.filter(|source| *source != origin::cited(assessment, &input.provenance, assessment.words));
    let said = source.unwrap_or_else(|| file.to_owned());
    let place = if is_same_value { row.ends[0].place.clone() } else { row.value.place.clone() };
    let amount = value.map(|value| amount(value, unit.text())).unwrap_or_default();
    let numbers = if is_same_range {
        entry.map_or_else(|| own(of_model(input, ends), unit.text()), kept)
    } else {
        if let Some(fault) = unsuited(input, row) {
            faults.push(fault);
            return None;
        }
        own(ends, unit.text()) + &entry.map(named).unwrap_or_default()
    };
    Some(Change { text: format!("{}={}", input.id, table(&amount, &numbers, Some(&said))), place })
}

/// The ends of a range that the scenario does not write, where it is made of them.
fn of_model(input: &Input, ends: [Option<f64>; 3]) -> [Option<f64>; 3] {
    let is_made = input.range.as_ref().is_some_and(|range| range.has_ends() && range.choices().is_none());
    if is_made { ends } else { [None; 3] }
}

/// The ends of a range as the sheet has them, in base units.
fn shown(input: &Input) -> Option<[Option<f64>; 3]> {
    let range = input.range.as_ref()?;
    let (low, high) = range.range();
    Some([Some(low), range.mode(), Some(high)])
}

/// What a new range of the row cannot be.
fn unsuited(input: &Input, row: &Row) -> Option<Fault> {
    let [low, _, high] = &row.ends;
    let is_removed = row.ends.iter().all(|end| end.value.is_none());
    if is_removed {
        return None;
    }
    if let Some(range) = input.range.as_ref().filter(|range| !range.has_ends() || range.choices().is_some()) {
        let what = format!("the range of `{}` is not made of low, mode and high, but is: {range}", input.id);
        let help = "leave its cells as they were, or change it in the scenario's file".to_owned();
        return Some(fault(&low.place, what, help));
    }
    [(low, "low"), (high, "high")].into_iter().find(|(end, _)| end.value.is_none()).map(|(end, name)| {
        let what = format!("the range of `{}` has no {name}", input.id);
        fault(&end.place, what, "a range has low and high, and may have a mode; or leave all three empty".to_owned())
    })
}

/// The unit of a row, which measures what the input does.
fn unit(input: &Input, row: &Row, units: &Units, faults: &mut Vec<Fault>) -> Option<Unit> {
    let Some(given) = &row.unit else { return Some(input.unit.clone()) };
    if given.value == input.unit.text() || (given.value.is_empty() && input.unit.text() == "1") {
        return Some(input.unit.clone());
    }
    if given.value.is_empty() {
        let what = format!("`{}` has no unit", input.id);
        faults.push(fault(&given.place, what, format!("write one, such as `{}`", input.unit.text())));
        return None;
    }
    match units.unit(&given.value) {
        Err(error) => {
            let help = error.help.unwrap_or_else(|| format!("a unit such as `{}` belongs here", input.unit.text()));
            faults.push(Fault { cell: given.value.clone(), ..fault(&given.place, error.message, help) });
            None
        }
        Ok(unit) if unit.dimension() != input.unit.dimension() => {
            let (own, wanted) = (unit.dimension(), input.unit.dimension());
            let what = format!("`{}` measures {own}, not {wanted}", unit.text());
            let help = format!("a unit such as `{}` belongs here", input.unit.text());
            faults.push(Fault { cell: given.value.clone(), ..fault(&given.place, what, help) });
            None
        }
        Ok(unit) => Some(unit),
    }
}

/// A number with its unit.
fn amount(value: f64, unit: &str) -> String {
    let digits = digits(value);
    if matches!(unit, "" | "1") { digits } else { format!("{digits} {unit}") }
}

/// A number that reads back as itself. Three decimals could be taken for thousands: a fourth says that they are none.
fn digits(value: f64) -> String {
    let text = plain(value);
    match text.split_once('.') {
        Some((_, decimals)) if decimals.len() == 3 && !decimals.contains('e') => format!("{text}0"),
        _ => text,
    }
}

/// A value with numbers of a range behind it, as a table of TOML.
fn table(amount: &str, numbers: &str, said: Option<&str>) -> String {
    let value = if amount.is_empty() { String::new() } else { format!("value = {}", quoted(amount)) };
    let said = said.map_or_else(String::new, |said| format!(", assumed = {}", quoted(said)));
    let all = format!("{value}{numbers}{said}");
    format!("{{ {} }}", all.trim_start_matches(", "))
}

fn own([low, mode, high]: [Option<f64>; 3], unit: &str) -> String {
    let ends = [("low", low), ("mode", mode), ("high", high)];
    ends.into_iter().filter_map(|(name, end)| Some((name, end?))).fold(String::new(), |mut text, (name, end)| {
        let _ = write!(text, ", {name} = {}", quoted(&amount(end, unit)));
        text
    })
}

fn named(entry: &InputEntry) -> String {
    entry.distribution.as_ref().map_or_else(String::new, |name| format!(", distribution = {}", quoted(&name.value)))
}

/// The range of an entry as it was written.
fn kept(entry: &InputEntry) -> String {
    let number = |written: &Written| match written {
        Written::Number(number) => digits(number.value),
        Written::Kept(number, unit) => quoted(&format!("{} {unit}", digits(number.value))),
        Written::Text(text) => quoted(&text.value),
    };
    let mut text = String::new();
    for (key, written) in entry.numbers.iter().filter(|(key, _)| *key != "value") {
        let _ = write!(text, ", {key} = {}", number(written));
    }
    if !entry.choices.is_empty() {
        let choices: Vec<String> = entry.choices.iter().map(number).collect();
        let _ = write!(text, ", choices = [{}]", choices.join(", "));
    }
    if !entry.weights.is_empty() {
        let weights: Vec<String> = entry.weights.iter().map(|weight| digits(weight.value)).collect();
        let _ = write!(text, ", weights = [{}]", weights.join(", "));
    }
    text.push_str(&named(entry));
    if let Some(unit) = &entry.unit {
        let _ = write!(text, ", unit = {}", quoted(&unit.value));
    }
    text
}

/// A text as TOML writes it on one line.
fn quoted(text: &str) -> String {
    let mut quoted = String::from("\"");
    for letter in text.chars() {
        match letter {
            '"' | '\\' => quoted.extend(['\\', letter]),
            letter if letter.is_control() => quoted.push(' '),
            letter => quoted.push(letter),
        }
    }
    quoted.push('"');
    quoted
}
