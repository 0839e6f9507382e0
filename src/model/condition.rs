//! Conditions on metrics: `force_density >= 20 personnel per 1000 people`.

use super::calculation::Calculation;
use super::id::MetricId;
use super::lookup::metric;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::quantity::comparison::Comparison;
use crate::quantity::unit::Units;
use crate::scenario::{ConditionEntry, Located, Merged, Text, Written};

/// A bound on a metric.
#[derive(Clone, Debug, PartialEq)]
pub struct Condition {
    /// As written.
    pub text: String,
    /// In the planner's words, or as written.
    pub label: String,
    /// The metric.
    pub metric: MetricId,
    /// On which side of the threshold the metric must be.
    pub comparison: Comparison,
    /// The threshold, in base units.
    pub threshold: f64,
}

impl Condition {
    /// Whether a value of the metric, in base units, meets the condition; an undefined one does not, nor one that is
    /// beyond the largest number: an infinity may be either.
    #[must_use]
    pub fn holds(&self, value: f64) -> bool {
        self.comparison.holds(value, self.threshold)
    }
}

/// Resolves the scenario's conditions; for each that it states also the position of what was made of it.
pub(super) fn resolve(
    calculation: &Calculation,
    merged: &Merged,
    units: &Units,
    diagnostics: &mut Diagnostics,
) -> (Vec<Condition>, Vec<Option<usize>>) {
    let (mut conditions, mut positions) = (Vec::new(), Vec::new());
    for entry in &merged.entries.conditions {
        let inherited = merged.texts.first().is_some_and(|own| entry.that.span.text != *own);
        let mut own = Diagnostics::default();
        let condition = plan_condition(calculation, entry, units, &mut own);
        positions.push(condition.is_some().then_some(conditions.len()));
        // An inherited condition on what this scenario leaves out is left out with it; of one that is kept there may be
        // doubts about its number.
        if condition.is_some() || !inherited || own.has_errors() {
            diagnostics.extend(own);
        }
        conditions.extend(condition);
    }
    (conditions, positions)
}

/// Resolves a condition, of a scenario or of the command line.
#[must_use]
pub fn plan_condition(
    calculation: &Calculation,
    entry: &ConditionEntry,
    units: &Units,
    diagnostics: &mut Diagnostics,
) -> Option<Condition> {
    let text = &entry.that;
    let Some((operator, comparison)) = Comparison::find(&text.value) else {
        diagnostics.push(
            Diagnostic::error("this is no condition")
                .at(text.span, "")
                .help("write METRIC >= VALUE or METRIC <= VALUE, with a unit where the metric has one"),
        );
        return None;
    };
    let part = |range: std::ops::Range<usize>| {
        let raw = text.value.get(range.clone()).unwrap_or_default();
        let start = range.start + raw.len() - raw.trim_start().len();
        let trimmed = raw.trim();
        Located::new(Text::from(trimmed.to_owned()), text.part(start..start + trimmed.len()))
    };
    let position = metric(calculation, &part(0..operator.start), diagnostics)?;
    let unit = &calculation.metrics[position].unit;
    let threshold = Written::Text(part(operator.end..text.value.len())).in_base(unit, units, diagnostics)?;
    let label = entry.label.as_ref().unwrap_or(&text.value).to_string();
    Some(Condition { text: text.value.to_string(), label, metric: position, comparison, threshold })
}
