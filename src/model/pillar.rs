//! Pillars that a plan rests on, with every name resolved.

use super::calculation::Calculation;
use super::id::InputId;
use crate::diagnostic::{Diagnostic, Diagnostics, did_you_mean};
use crate::quantity::unit::Units;
use crate::scenario::Merged;

/// Most pillars of a scenario: 64 combinations.
const MOST: usize = 6;

/// A pillar.
#[derive(Clone, Debug, PartialEq)]
pub struct Pillar {
    /// The name for people.
    pub label: String,
    /// Inputs with the values they have without it, in base units.
    pub without: Vec<(InputId, f64)>,
    /// Why these values.
    pub note: Option<String>,
}

/// Resolves a scenario's pillars; of inherited ones, inputs that the scenario lacks are left out.
pub(super) fn resolve(
    calculation: &Calculation,
    merged: &Merged,
    units: &Units,
    diagnostics: &mut Diagnostics,
) -> Vec<Pillar> {
    let entries = &merged.entries.pillars;
    if let Some(beyond) = entries.get(MOST) {
        diagnostics.push(
            Diagnostic::error(format!("{} pillars are too many", entries.len()))
                .at(beyond.span, "")
                .help(format!("a scenario rests on at most {MOST}: take some together")),
        );
    }
    let mut pillars = Vec::new();
    for entry in entries {
        let inherited = merged.texts.first().is_some_and(|own| entry.span.text != *own);
        let mut without = Vec::new();
        for (name, written) in &entry.without {
            let Some(position) = calculation.input(&name.value) else {
                let known = calculation.inputs.iter().map(|input| input.id.as_str());
                if !inherited {
                    diagnostics.push(
                        Diagnostic::error(format!("no input is called `{}`", name.value))
                            .at(name.span, "")
                            .opt_help(did_you_mean(&name.value, known)),
                    );
                }
                continue;
            };
            let input = &calculation.inputs[position];
            let Some(value) = written.in_base(&input.unit, units, diagnostics) else { continue };
            match super::inputs::impossible(input, value) {
                Some(complaint) => diagnostics.push(complaint.at(written.span(), "")),
                None => without.push((position, value)),
            }
        }
        if !without.is_empty() {
            pillars.push(Pillar {
                label: entry.label.to_string(),
                without,
                note: entry.note.as_deref().map(str::to_owned),
            });
        }
    }
    pillars
}
