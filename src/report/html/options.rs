//! A button for every option of the scenario, which moves all the levers that it sets. Knows no script.

use super::control::{field, is_moved, rounded};
use crate::model::Assessment;
use crate::quantity::number::plain;
use serde::Serialize;

/// Digits of a value that an option gives a lever.
const DIGITS: usize = 15;

/// A button.
#[derive(Serialize)]
pub(super) struct Button<'a> {
    label: &'a str,
    note: Option<&'a str>,
    /// Positions of inputs with their values in the fields: `3=25000;7=2`.
    set: String,
}

/// The options that set levers of the page; one that is a scenario of its own is none.
pub(super) fn buttons(assessment: &Assessment) -> Vec<Button<'_>> {
    let inputs = &assessment.calculation.inputs;
    let movable = assessment.requests.options.iter().filter(|option| option.scenario.is_none());
    let movable = movable.filter(|option| option.set.iter().all(|(input, _)| is_moved(&inputs[*input])));
    let button = |option: &'_ crate::model::PlanOption| {
        let pairs = option.set.iter().map(|(position, value)| {
            let input = &inputs[*position];
            // The central case as its field has it, so that it is taken for what it is.
            let central = value.to_bits() == input.value.to_bits();
            let shown = if central { field(input) } else { rounded(input.unit.from_base(*value), DIGITS) };
            format!("{}={}", position.index(), plain(shown))
        });
        pairs.collect::<Vec<_>>().join(";")
    };
    movable.map(|option| Button { label: &option.label, note: option.note.as_deref(), set: button(option) }).collect()
}
