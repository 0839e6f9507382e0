//! The numbers of entries in base units: units declared and looked up, texts with units read, ranges made of their
//! ends.
//!
//! Knows nothing of what an input may be called or which dimension it must have.

use super::entry::{InputEntry, UnitEntry};
use super::range::{NumberLookup, distribution, limits};
use super::tree::{Located, Text};
use super::written::Written;
use crate::diagnostic::{Argument, Diagnostic, Diagnostics, Span};
use crate::quantity::unit::{DeclareError, Unit, UnitError, Units};
use crate::quantity::value::Quantity;
use crate::quantity::{number, reading};
use crate::uncertainty::distribution::Distribution;

/// An input's numbers in base units.
#[derive(Clone, Debug, PartialEq)]
pub struct Amount {
    /// The central case.
    pub value: f64,
    /// The range, where there is one.
    pub range: Option<Distribution>,
    /// The unit it was given in.
    pub unit: Unit,
    /// Where the central case stands.
    pub span: Span,
}

/// Declares the units of a scenario.
pub fn declare_units(entries: &[UnitEntry], units: &mut Units, diagnostics: &mut Diagnostics) {
    for entry in entries {
        let plural = entry.plural.as_ref().map(Located::as_str);
        let name_is_taken = units.knows(&entry.name.value);
        let outcome = match &entry.is {
            None => units.declare_count(&entry.name.value, plural),
            Some(is) => match units.quantity(&is.value) {
                Ok(Quantity { readings: Some(readings), used, .. }) => {
                    diagnostics.push(ambiguous(is, used, &readings));
                    continue;
                }
                Ok(Quantity { value, unit: Some(unit), .. }) if value > 0.0 => {
                    units.declare_amount(&entry.name.value, plural, value, &unit)
                }
                Ok(_) => {
                    diagnostics.push(
                        Diagnostic::error(format!("`{}` is not a valid amount", is.value))
                            .at(is.span, "")
                            .help("write a positive number and a unit: is = \"4_000 personnel\""),
                    );
                    continue;
                }
                Err(error) => {
                    diagnostics.push(unit_complaint(&error, is));
                    continue;
                }
            },
        };
        if let Err(reason) = outcome {
            let what = match reason {
                DeclareError::Taken => "is a unit already",
                DeclareError::Name => "cannot be a unit: use letters and _",
            };
            let word = entry.plural.as_ref().filter(|_| !name_is_taken).unwrap_or(&entry.name);
            let help = match reason {
                DeclareError::Taken => "the built-in units keep their meaning: choose another word",
                DeclareError::Name => "digits behind a unit are its power, so that its name has none",
            };
            diagnostics.push(Diagnostic::error(format!("`{}` {what}", word.value)).at(word.span, "").help(help));
        }
    }
}

/// The unit a text spells, or a complaint.
#[must_use]
pub fn unit_of(text: &Located<Text>, units: &Units, diagnostics: &mut Diagnostics) -> Option<Unit> {
    match units.unit(&text.value) {
        Ok(unit) => Some(unit),
        Err(error) => {
            diagnostics.push(unit_complaint(&error, text));
            None
        }
    }
}

fn unit_complaint(error: &UnitError, text: &Located<Text>) -> Diagnostic {
    Diagnostic::error(error.message.clone()).at(text.part(error.range.clone()), "").opt_help(error.help.clone())
}

/// A written number in base units, with the unit it carries itself.
fn read(
    written: &Written,
    bare: Option<&Unit>,
    units: &Units,
    diagnostics: &mut Diagnostics,
) -> Option<(f64, Option<Unit>)> {
    match written {
        Written::Number(number) => Some((bare.map_or(number.value, |unit| unit.to_base(number.value)), None)),
        Written::Kept(number, unit) => {
            let unit = unit_of(&Located::new(unit.clone(), number.span), units, diagnostics)?;
            Some((unit.to_base(number.value), Some(unit)))
        }
        Written::Text(text) => match units.quantity(&text.value) {
            Ok(found) => {
                let unit = found.unit.as_ref().or(bare);
                if let (Some(readings), Some(unit)) = (&found.readings, unit) {
                    if unit.counts_heads() {
                        diagnostics.push(ambiguous(text, found.used, readings));
                        return None;
                    }
                    let digits = text.value.get(..found.used).unwrap_or_default().trim();
                    diagnostics.push(ambiguity_warning(digits, readings).at(text.part(0..found.used), ""));
                }
                Some((unit.map_or(found.value, |unit| unit.to_base(found.value)), found.unit))
            }
            Err(error) => {
                diagnostics.push(unit_complaint(&error, text));
                None
            }
        },
    }
}

/// The refusal of a number such as `20.000`, in which the point may group thousands; the readings are thousands first.
fn ambiguous(text: &Located<Text>, used: usize, readings: &[String; 2]) -> Diagnostic {
    Diagnostic::error(format!("`{}` can be read in two ways", text.value.trim()))
        .at(text.part(0..used), "")
        .help(choice(readings))
}

/// The warning of such a number where three decimals make sense; the place is for the caller to add.
#[must_use]
pub fn ambiguity_warning(digits: &str, readings: &[String; 2]) -> Diagnostic {
    let [thousands, decimals] = readings.each_ref().map(|reading| {
        let value = reading::leading(reading).map_or(f64::NAN, |number| number.value);
        number::exact(value)
    });
    Diagnostic::warning(format!("`{digits}` is read as {decimals}, not as {thousands}"))
        .message_id("warning-read-as")
        .with("written", digits)
        .with("number", Argument::Digits(decimals))
        .with("other", Argument::Digits(thousands))
        .help(choice(readings))
}

fn choice([thousands, decimals]: &[String; 2]) -> String {
    format!("write `{thousands}` if the point groups thousands, `{decimals}` if it begins the decimals")
}

impl Written {
    /// `25 personnel per km` for `25 per km`, where all that the unit lacks is what is counted.
    fn counted(&self, own: &Unit, wanted: &Unit) -> Option<String> {
        let Self::Text(text) = self else { return None };
        if own.dimension().is_none() {
            return None;
        }
        let lacking = wanted.dimension().over(own.dimension())?;
        let text = text.value.trim();
        let number = reading::leading(text).ok()?;
        let (digits, rest) = text.split_at_checked(number.used)?;
        let begins = rest.trim_start().starts_with("per ") || rest.trim_start().starts_with('/');
        let lacking = lacking.single().filter(|_| begins)?;
        Some(format!("say what is counted: `{digits} {lacking} {}`", rest.trim_start()))
    }

    /// The number in base units; `bare` is the unit of a number without one. Complains when it is not a number or has
    /// another dimension than `bare`.
    #[must_use]
    pub fn in_base(&self, bare: &Unit, units: &Units, diagnostics: &mut Diagnostics) -> Option<f64> {
        let (value, own) = read(self, Some(bare), units, diagnostics)?;
        if let Some(own) = own
            && own.dimension() != bare.dimension()
        {
            let help =
                self.counted(&own, bare).unwrap_or_else(|| format!("a unit such as `{}` belongs here", bare.text()));
            diagnostics.push(
                Diagnostic::error(format!("`{}` measures {}, not {}", own.text(), own.dimension(), bare.dimension()))
                    .at(self.span(), "")
                    .help(help),
            );
            return None;
        }
        if !value.is_finite() {
            diagnostics.push(
                Diagnostic::error("this number is too large")
                    .at(self.span(), "")
                    .help("together with its unit it is more than a double can hold"),
            );
            return None;
        }
        Some(value)
    }
}

/// An input's numbers. `expected` is the unit the model declares for it: its dimension is checked, and it reads bare
/// numbers where the entry states no unit and the dimension is that of a pure number.
#[must_use]
pub fn amount(
    entry: &InputEntry,
    expected: Option<&Unit>,
    units: &Units,
    diagnostics: &mut Diagnostics,
) -> Option<Amount> {
    let before = diagnostics.counts().0;
    let stated = match &entry.unit {
        Some(text) => Some(unit_of(text, units, diagnostics)?),
        None => None,
    };
    if entry.numbers.is_empty() && entry.choices.is_empty() {
        diagnostics.push(Diagnostic::error(format!("`{}` has no value", entry.path())).at(entry.name.span, "").help(
            "give a `value`, or a range: `low` and `high`, `low`, `mode` and `high`, `mean` and `sd`, `p5` and `p95`",
        ));
        return None;
    }
    let unit = match stated {
        Some(unit) => unit,
        None => carried_unit(entry, expected, units, diagnostics)?,
    };
    if let Some(expected) = expected
        && unit.dimension() != expected.dimension()
    {
        let place = entry.unit.as_ref().map_or(entry.name.span, |text| text.span);
        let place = entry.first_number().filter(|_| entry.unit.is_none()).map_or(place, Written::span);
        diagnostics.push(
            Diagnostic::error(format!(
                "`{}` is measured in {}, not in {}",
                entry.name.value,
                expected.dimension(),
                unit.dimension()
            ))
            .at(place, "")
            .help(if unit.dimension().is_none() && unit.text() != "1" {
                format!("say of what: `{} {}`", unit.text(), expected.text())
            } else {
                format!("use a unit such as `{}`", expected.text())
            }),
        );
        return None;
    }
    let mut numbers: Vec<(&'static str, f64, Span)> = Vec::new();
    for (key, written) in &entry.numbers {
        if let Some(value) = written.in_base(&unit, units, diagnostics) {
            numbers.push((key, value, written.span()));
        }
    }
    let choices: Vec<f64> =
        entry.choices.iter().filter_map(|written| written.in_base(&unit, units, diagnostics)).collect();
    if diagnostics.counts().0 > before {
        return None;
    }
    let get = |key: &str| numbers.iter().find(|(name, ..)| *name == key).map(|(_, value, span)| (*value, *span));
    let get: NumberLookup<'_> = &get;
    let range = distribution(entry, get, &choices, diagnostics);
    if diagnostics.counts().0 > before {
        return None;
    }
    let (value, span) = match (get("value"), &range) {
        (Some(value), _) => value,
        (None, Some(range)) => (range.central(), entry.name.span),
        // A range without width is a fixed value.
        (None, None) => get("mode").or_else(|| get("low")).unwrap_or((f64::NAN, entry.name.span)),
    };
    if let Some((low, high)) = limits(range.as_ref(), get)
        && !(low..=high).contains(&value)
    {
        let show = |value: f64| unit.attach(&number::significant(unit.from_base(value), 6));
        diagnostics.push(
            Diagnostic::error(format!("the central case of `{}` lies outside its range", entry.path()))
                .at(span, format!("not from {} to {}", show(low), show(high)))
                .help("widen the range or move the value; a value outside is another scenario"),
        );
        return None;
    }
    if !choices.is_empty()
        && !entry.is_of_cases
        && !choices.iter().any(|choice| (choice - value).abs() <= 1e-12 * value.abs())
    {
        diagnostics.push(
            Diagnostic::warning(format!("the central case of `{}` is none of its choices", entry.path()))
                .message_id("warning-not-a-choice")
                .with("name", entry.path())
                .at(span, "")
                .help("add it to `choices`, or leave `value` out"),
        );
    }
    Some(Amount { value, range, unit, span })
}

/// The unit of an entry that states none: that of its first text with a unit, or a pure number.
fn carried_unit(
    entry: &InputEntry,
    expected: Option<&Unit>,
    units: &Units,
    diagnostics: &mut Diagnostics,
) -> Option<Unit> {
    for written in entry.numbers.iter().map(|(_, written)| written).chain(&entry.choices) {
        if let (_, Some(unit)) = read(written, None, units, diagnostics)? {
            return Some(unit);
        }
    }
    match expected {
        Some(expected) if expected.dimension().is_none() => Some(Unit::one()),
        Some(expected) => {
            let place = entry.first_number().map_or(entry.name.span, Written::span);
            diagnostics.push(
                Diagnostic::error(format!("`{}` has no unit", entry.path()))
                    .at(place, "")
                    .help(format!("add unit = \"{}\", or write the unit behind the number in quotes", expected.text())),
            );
            None
        }
        None => Some(Unit::one()),
    }
}
