//! The numbers of entries in base units: units declared and looked up, texts with units read, ranges made of their
//! ends.
//!
//! Knows nothing of what an input may be called or which dimension it must have.

use super::document::Located;
use super::entry::{InputEntry, UnitEntry, Written};
use crate::diagnostic::{Diagnostic, Diagnostics, Span};
use crate::quantity::unit::{DeclareError, Unit, UnitError, Units};
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
                Ok((value, Some(unit))) if value > 0.0 => units.declare_amount(&entry.name.value, plural, value, &unit),
                Ok(_) => {
                    diagnostics.push(
                        Diagnostic::error(format!("`{}` is no amount to name", is.value))
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
pub fn unit_of(text: &Located<String>, units: &Units, diagnostics: &mut Diagnostics) -> Option<Unit> {
    match units.unit(&text.value) {
        Ok(unit) => Some(unit),
        Err(error) => {
            diagnostics.push(unit_complaint(&error, text));
            None
        }
    }
}

fn unit_complaint(error: &UnitError, text: &Located<String>) -> Diagnostic {
    Diagnostic::error(error.message.clone()).at(text.part(error.range.clone()), "").help_some(error.help.clone())
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
        Written::Text(text) => match units.quantity(&text.value) {
            Ok((number, None)) => Some((bare.map_or(number, |unit| unit.to_base(number)), None)),
            Ok((number, Some(unit))) => Some((unit.to_base(number), Some(unit))),
            Err(error) => {
                diagnostics.push(unit_complaint(&error, text));
                None
            }
        },
    }
}

impl Written {
    /// The number in base units; `bare` is the unit of a number without one. Complains when it is not a number or has
    /// another dimension than `bare`.
    #[must_use]
    pub fn in_base(&self, bare: &Unit, units: &Units, diagnostics: &mut Diagnostics) -> Option<f64> {
        let (value, own) = read(self, Some(bare), units, diagnostics)?;
        if let Some(own) = own
            && own.dimension() != bare.dimension()
        {
            diagnostics.push(
                Diagnostic::error(format!("`{}` is {}, not {}", own.text(), own.dimension(), bare.dimension()))
                    .at(self.span(), "")
                    .help(format!("a unit such as `{}` belongs here", bare.text())),
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
    if entry.numbers.is_empty() {
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
        let place = entry.numbers.first().filter(|_| entry.unit.is_none()).map_or(place, |(_, written)| written.span());
        diagnostics.push(
            Diagnostic::error(format!(
                "`{}` is measured in {}, not in {}",
                entry.name.value,
                expected.dimension(),
                unit.dimension()
            ))
            .at(place, "")
            .help(format!("use a unit such as `{}`", expected.text())),
        );
        return None;
    }
    let mut numbers: Vec<(&'static str, f64, Span)> = Vec::new();
    for (key, written) in &entry.numbers {
        if let Some(value) = written.in_base(&unit, units, diagnostics) {
            numbers.push((key, value, written.span()));
        }
    }
    if diagnostics.counts().0 > before {
        return None;
    }
    let get = |key: &str| numbers.iter().find(|(name, ..)| *name == key).map(|(_, value, span)| (*value, *span));
    let get: Get<'_> = &get;
    let range = distribution(entry, get, diagnostics);
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
        let show = |value: f64| unit.attach(&crate::quantity::number::significant(unit.from_base(value), 6));
        diagnostics.push(
            Diagnostic::error(format!("the central case of `{}` lies outside its range", entry.path()))
                .at(span, format!("not from {} to {}", show(low), show(high)))
                .help("widen the range or move the value; a value outside is another scenario"),
        );
        return None;
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
    for (_, written) in &entry.numbers {
        if let (_, Some(unit)) = read(written, None, units, diagnostics)? {
            return Some(unit);
        }
    }
    match expected {
        Some(expected) if expected.dimension().is_none() => Some(Unit::one()),
        Some(expected) => {
            let place = entry.numbers.first().map_or(entry.name.span, |(_, written)| written.span());
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

/// Where a central case can lie: between the ends of a range, or between the percentiles that one case in a hundred
/// lies beyond.
fn limits(range: Option<&Distribution>, get: Get<'_>) -> Option<(f64, f64)> {
    match range {
        Some(range) if range.has_ends() => Some(range.range()),
        Some(range) => Some((range.quantile(0.01), range.quantile(0.99))),
        None => Some((get("low")?.0, get("high")?.0)),
    }
}

type Get<'a> = &'a dyn Fn(&str) -> Option<(f64, Span)>;

fn distribution(entry: &InputEntry, get: Get<'_>, diagnostics: &mut Diagnostics) -> Option<Distribution> {
    let named = entry.distribution.as_ref();
    let name = named.map(Located::as_str);
    let has = |key: &str| get(key).is_some();
    let families = [has("low") || has("mode") || has("high"), has("mean") || has("sd"), has("p5") || has("p95")];
    let mut complain = |message: String, help: &str| {
        // The numbers of the range, which is what has to be mended.
        let mut numbers = entry.numbers.iter().filter(|(key, _)| *key != "value");
        let place =
            numbers.next().map_or_else(|| named.map_or(entry.name.span, |named| named.span), |(_, first)| first.span());
        let mut complaint = Diagnostic::error(message).at(place, "");
        for (_, written) in numbers {
            complaint = complaint.at(written.span(), "");
        }
        diagnostics.push(complaint.help(help));
        None
    };
    let path = entry.path();
    if families.iter().filter(|family| **family).count() > 1 {
        return complain(
            format!("the range of `{path}` is given in two ways"),
            "a range is `low`, `mode`, `high`, or `low`, `high`, or `mean`, `sd`, or `p5`, `p95`",
        );
    }
    match families {
        [true, ..] => ends(entry, get, diagnostics),
        [_, true, _] => match (get("mean"), get("sd"), name) {
            (Some((mean, _)), Some((sd, _)), None | Some("normal")) if sd > 0.0 => {
                Some(Distribution::Normal { mean, sd })
            }
            (Some(_), Some(_), None | Some("normal")) => {
                complain(format!("the standard deviation of `{path}` is not positive"), "sd is greater than 0")
            }
            (Some(_), Some(_), Some(_)) => {
                complain(format!("`{path}` has `mean` and `sd`"), "`mean` and `sd` stand for a normal distribution")
            }
            _ => complain(format!("half a range for `{path}`"), "`mean` and `sd` go together"),
        },
        [_, _, true] => match (get("p5"), get("p95"), name) {
            (Some((low, _)), Some((high, _)), Some("normal" | "lognormal")) if low >= high => {
                complain(format!("`p5` of `{path}` is not below `p95`"), "swap the two")
            }
            (Some((low, _)), Some(_), Some("lognormal")) if low <= 0.0 => complain(
                format!("a lognormal `{path}` cannot reach zero or below"),
                "`p5` is greater than 0; a normal distribution can go below",
            ),
            (Some((low, _)), Some((high, _)), Some("lognormal")) => Some(Distribution::log_normal_between(low, high)),
            (Some((low, _)), Some((high, _)), Some("normal")) => Some(Distribution::normal_between(low, high)),
            (Some(_), Some(_), _) => complain(
                format!("`p5` and `p95` of `{path}` leave the distribution open"),
                "add distribution = \"lognormal\" or \"normal\"",
            ),
            _ => complain(format!("half a range for `{path}`"), "`p5` and `p95` go together"),
        },
        _ if name.is_some() => {
            complain(format!("`{path}` names a distribution without a range"), "add `low` and `high`, or leave it out")
        }
        _ => None,
    }
}

/// Ranges with ends: PERT, triangular, uniform. A range of no width is a fixed value.
fn ends(entry: &InputEntry, get: Get<'_>, diagnostics: &mut Diagnostics) -> Option<Distribution> {
    let path = entry.path();
    let (Some((low, low_span)), Some((high, high_span))) = (get("low"), get("high")) else {
        diagnostics.push(
            Diagnostic::error(format!("half a range for `{path}`"))
                .at(entry.name.span, "")
                .help("`low` and `high` go together, with or without a `mode`"),
        );
        return None;
    };
    if low > high {
        diagnostics.push(
            Diagnostic::error(format!("`low` of `{path}` is above `high`"))
                .at(low_span, "low")
                .at(high_span, "high")
                .help("swap the two"),
        );
        return None;
    }
    let mode = get("mode");
    if let Some((mode, span)) = mode
        && !(low..=high).contains(&mode)
    {
        diagnostics.push(
            Diagnostic::error(format!("`mode` of `{path}` lies outside `low` and `high`"))
                .at(span, "")
                .help("the most plausible value is one of the plausible ones"),
        );
        return None;
    }
    let name = entry.distribution.as_ref().map(Located::as_str);
    #[expect(clippy::float_cmp, reason = "a range without width is written with the same number twice")]
    if low == high {
        return None;
    }
    match (mode, name) {
        (Some((mode, _)), None | Some("pert")) => Some(Distribution::Pert { low, mode, high }),
        (Some((mode, _)), Some("triangular")) => Some(Distribution::Triangular { low, mode, high }),
        (None, None | Some("uniform")) => Some(Distribution::Uniform { low, high }),
        (None, Some("pert" | "triangular")) => {
            diagnostics.push(
                Diagnostic::error(format!("`{path}` needs a `mode`"))
                    .at(entry.name.span, "")
                    .help("PERT and triangular ranges have a most plausible value"),
            );
            None
        }
        (_, Some(other)) => {
            diagnostics.push(
                Diagnostic::error(format!("a {other} distribution is not given by these keys"))
                    .at_some(entry.distribution.as_ref().map(|named| named.span), "")
                    .help("normal: `mean` and `sd`, or `p5` and `p95`; lognormal: `p5` and `p95`; uniform: `low` and `high`"),
            );
            None
        }
    }
}
