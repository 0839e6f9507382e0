//! The range over which an input is varied: of a sweep, a grid, a search, or of the command line.

use super::calculation::Calculation;
use super::id::InputId;
use super::inputs::rule;
use super::total;
use crate::diagnostic::{Diagnostic, Diagnostics, did_you_mean};
use crate::quantity::number;
use crate::quantity::unit::Units;
use crate::scenario::{VaryEntry, Written};

/// Points of a range where nobody says how many.
const POINTS: usize = 61;

/// The points of one input in a sweep, in base units.
#[derive(Clone, Debug, PartialEq)]
pub struct Axis {
    /// The input.
    pub input: InputId,
    /// First value.
    pub from: f64,
    /// Last value.
    pub to: f64,
    /// Number of points, at least two.
    pub steps: usize,
    /// Spaced by a factor instead of a difference; both ends are positive then.
    pub log: bool,
}

/// Resolves an input's range, of a sweep or of the command line.
#[must_use]
pub fn plan_axis(
    calculation: &Calculation,
    entry: &VaryEntry,
    units: &Units,
    diagnostics: &mut Diagnostics,
) -> Option<Axis> {
    let name = entry.vary.as_ref()?;
    let Some(position) = calculation.input(&name.value) else {
        let known = calculation.inputs.iter().map(|input| input.id.as_str());
        let metric = calculation.metric(&name.value).map(|metric| &calculation.metrics[metric]);
        let help = if let Some(metric) = metric {
            let id = |part: &InputId| calculation.inputs[*part].id.as_str();
            let parts = calculation.summed(metric);
            let parts = parts.map(|parts| total::instead(&parts.iter().map(id).collect::<Vec<_>>(), "vary"));
            parts.unwrap_or_else(|| "it is a metric, which follows from inputs: vary one of those".to_owned())
        } else {
            did_you_mean(&name.value, known)
                .unwrap_or_else(|| "`vary` names an input that the scenario gives a value".to_owned())
        };
        diagnostics.push(
            Diagnostic::error(format!("there is no input `{}` to vary", name.value)).at(name.span, "").help(help),
        );
        return None;
    };
    let input = &calculation.inputs[position];
    let mut read = |written: &Option<Written>| {
        written.as_ref().and_then(|written| Some((written.in_base(&input.unit, units, diagnostics)?, written.span())))
    };
    let (from, to) = (read(&entry.from), read(&entry.to));
    let ((from, from_span), (to, to_span)) = (from?, to?);
    if !from.is_finite() || !to.is_finite() || !(to - from).is_finite() {
        let help = "choose ends that a mission can have";
        diagnostics.push(Diagnostic::error("the sweep's ends are too large").at(to_span, "").help(help));
        return None;
    }
    if from >= to {
        diagnostics.push(
            Diagnostic::error("the sweep does not go up")
                .at(from_span, "from")
                .at(to_span, "to")
                .help("`from` is less than `to`"),
        );
        return None;
    }
    if entry.log && from <= 0.0 {
        diagnostics.push(
            Diagnostic::error("a log scale cannot start at zero or below")
                .at(from_span, "")
                .help("start above zero, or use scale = \"linear\""),
        );
        return None;
    }
    if let Some((words, fits)) = rule(input.bounds) {
        let mut ends = [(from, from_span), (to, to_span)].into_iter();
        if let Some((end, span)) = ends.find(|(end, _)| !fits(*end)) {
            diagnostics.push(
                Diagnostic::error(format!(
                    "`{}` cannot be {}",
                    input.id,
                    input.unit.attach(&number::shown(input.unit.from_base(end)))
                ))
                .at(span, "")
                .help(format!("it must be {words}")),
            );
            return None;
        }
    }
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "checked to lie between 2 and 2001")]
    let steps = entry.steps.as_ref().map_or(POINTS, |steps| steps.value as usize);
    Some(Axis { input: position, from, to, steps, log: entry.log })
}
