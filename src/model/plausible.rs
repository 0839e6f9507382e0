//! Values that cannot be: more people than live, more soldiers than inhabitants, crowds denser than any can stand.
//!
//! Judged by what a number measures, whatever it is called. Such a value is mostly the right number in the wrong unit:
//! `2_300_000` where millions are counted. Knows nothing of what a mission needs.

use super::calculation::{Calculation, Input, Metric};
use super::id::InputId;
use crate::diagnostic::{Argument, Diagnostic, Diagnostics, Span};
use crate::language::Localizer;
use crate::quantity::dimension::{Dimension, Exponent};
use crate::quantity::number;
use crate::quantity::unit::Unit;
use crate::scenario::Entries;
use typed_index_collections::TiVec;

/// People who live, rounded up: <https://population.un.org/wpp/>, 8.2 billion in 2025.
const MOST_PEOPLE: f64 = 1e10;

/// People or personnel per km or km²: more than stand in the densest crowds, at most ten on a square metre, or in a
/// line of three hundred ranks.
const DENSEST: f64 = 1e6;

/// What is wrong with a value that cannot be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Excess {
    /// More people than live.
    People,
    /// More soldiers than inhabitants.
    Share,
    /// Denser than people can stand.
    Density,
}

/// The most that a quantity of this dimension can be, in base units, and what is wrong with more; nothing where there is
/// no such bound.
#[must_use]
pub fn most(dimension: &Dimension) -> Option<(f64, Excess)> {
    if is_of_people(dimension) {
        Some((MOST_PEOPLE, Excess::People))
    } else if is_share_of_inhabitants(dimension) {
        Some((1.0, Excess::Share))
    } else {
        is_density(dimension).then_some((DENSEST, Excess::Density))
    }
}

pub(super) fn check(calculation: &Calculation, words: Localizer, entries: &Entries, diagnostics: &mut Diagnostics) {
    let mut odd: TiVec<InputId, bool> = vec![false; calculation.inputs.len()].into();
    for (position, input) in calculation.inputs.iter_enumerated() {
        if let Some(complaint) = beyond(input, words) {
            odd[position] = true;
            diagnostics.push(complaint.opt_span(place(entries, input), "").help(advice(input)));
        }
    }
    for (position, metric) in calculation.metrics.iter_enumerated().filter(|(_, metric)| is_impossible(metric)) {
        let inputs = calculation.inputs_of(position);
        // One number that is wrong makes many others so: the first complaint of it is the one to follow.
        if inputs.iter().any(|input| odd[*input]) {
            continue;
        }
        let counted: Vec<InputId> =
            inputs.iter().copied().filter(|input| is_of_people(calculation.inputs[*input].unit.dimension())).collect();
        let blamed = if counted.is_empty() { inputs } else { counted };
        let mut complaint = impossible(calculation, words, metric, &blamed);
        let mut places: Vec<Span> =
            blamed.iter().filter_map(|input| place(entries, &calculation.inputs[*input])).collect();
        // What was said last, such as a value of the command line, is likeliest at fault.
        places.sort_by_key(|place| std::cmp::Reverse(place.text));
        for place in places {
            complaint = complaint.at(place, "");
        }
        for input in &blamed {
            odd[*input] = true;
            complaint = complaint.help(advice(&calculation.inputs[*input]));
        }
        diagnostics.push(complaint);
    }
}

fn place(entries: &Entries, input: &Input) -> Option<Span> {
    let entry = entries.inputs.iter().find(|entry| entry.path() == input.id)?;
    Some(entry.first_number().map_or(entry.name.span, crate::scenario::Written::span))
}

fn is_of_people(dimension: &Dimension) -> bool {
    matches!(dimension.single(), Some("people" | "personnel"))
}

/// Whether it counts people or personnel on a length or an area.
fn is_density(dimension: &Dimension) -> bool {
    let mut people = 0;
    for (base, exponent) in dimension.powers() {
        let (power, whole) = (exponent.to_integer(), exponent.is_integer());
        match base {
            "people" | "personnel" if exponent == Exponent::from_integer(1) => people += 1,
            "km" if whole && matches!(power, -2 | -1) => {}
            _ => return false,
        }
    }
    people == 1 && dimension.single().is_none()
}

fn is_share_of_inhabitants(dimension: &Dimension) -> bool {
    Dimension::base("personnel").over(&Dimension::base("people")).as_ref() == Some(dimension)
}

/// An input that nobody can have, by its central case or by the far end of its range.
fn beyond(input: &Input, words: Localizer) -> Option<Diagnostic> {
    let end = input.range.as_ref().map_or(f64::NEG_INFINITY, |range| range.range().1);
    let most = input.value.max(end);
    let (limit, excess) = self::most(input.unit.dimension())?;
    if most <= limit {
        return None;
    }
    let shown = input.unit.attach(&number::exact(input.unit.from_base(most)));
    let said = Argument::Text(words.attach(&input.unit, &words.exact(input.unit.from_base(most))));
    Some(match excess {
        Excess::People => Diagnostic::warning(format!("`{}` is {shown}: more people than there are", input.id))
            .message_id("warning-too-many-people")
            .with("name", input.id.as_str())
            .with("value", said),
        Excess::Share | Excess::Density => {
            Diagnostic::warning(format!("`{}` is {shown}: denser than people can be", input.id))
                .message_id("warning-too-dense")
                .with("name", input.id.as_str())
                .with("value", said)
        }
    })
}

fn is_impossible(metric: &Metric) -> bool {
    let most = most(metric.unit.dimension()).filter(|(_, excess)| *excess != Excess::People);
    metric.value.is_finite() && most.is_some_and(|(limit, _)| metric.value > limit)
}

/// The complaint about a metric that comes to what cannot be, for some of its inputs are at fault.
fn impossible(calculation: &Calculation, words: Localizer, metric: &Metric, inputs: &[InputId]) -> Diagnostic {
    let shown = metric.unit.from_base(metric.value);
    let said = Argument::Text(words.attach(&metric.unit, &words.shown(shown)));
    let value = metric.unit.attach(&number::shown(shown));
    let names: Vec<String> = inputs.iter().map(|input| format!("`{}`", calculation.inputs[*input].id)).collect();
    let names = names.join(", ");
    if is_density(metric.unit.dimension()) {
        Diagnostic::warning(format!("`{}` is {value}, denser than people can stand: look at {names}", metric.id))
            .message_id("warning-crowded")
            .with("name", metric.id.as_str())
            .with("value", said)
            .with("inputs", names)
    } else {
        Diagnostic::warning(format!("`{}` is {value}, more soldiers than inhabitants: look at {names}", metric.id))
            .message_id("warning-more-soldiers")
            .with("name", metric.id.as_str())
            .with("value", said)
            .with("inputs", names)
    }
}

/// What the number was probably meant to be: the same digits counted in ones.
fn advice(input: &Input) -> String {
    let value = input.shown_value();
    let base = Unit::coherent(input.unit.dimension());
    let stated = input.unit.attach(&number::exact(value));
    let factor = input.unit.to_base(1.0);
    if factor <= 1.0 || value < factor {
        return format!("`{}` is {stated}: check the number and its unit", input.id);
    }
    format!(
        "`{}` is {stated}, {}; if {} are meant, write \"{} {}\", or {} for it in {}",
        input.id,
        base.attach(&number::shown(input.value)),
        base.attach(&number::exact(value)),
        number::exact(value).replace(',', "_"),
        base.text(),
        number::plain(value / factor),
        input.unit.text(),
    )
}
