//! Conditions on metrics: `force_density >= 20 personnel per 1000 people`.

use super::calculation::Calculation;
use super::id::MetricId;
use super::lookup::metric;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::quantity::comparison::Comparison;
use crate::quantity::reading;
use crate::quantity::unit::Units;
use crate::scenario::{ConditionEntry, Merged, Written};

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

/// How a condition is written.
const FORM: &str = "write METRIC >= VALUE or METRIC <= VALUE, with a unit where the metric has one";

/// What people write for the two comparisons, the longer first.
const USUAL: &[(&str, &str)] = &[
    ("is greater than", ">="),
    ("is less than", "<="),
    ("greater than", ">="),
    ("more than", ">="),
    ("less than", "<="),
    ("fewer than", "<="),
    ("is at least", ">="),
    ("is at most", "<="),
    ("at least", ">="),
    ("at most", "<="),
    (" above ", ">="),
    (" below ", "<="),
    (" over ", ">="),
    (" under ", "<="),
    ("=>", ">="),
    ("=<", "<="),
    (">", ">="),
    ("<", "<="),
    ("==", ">="),
    ("=", ">="),
];

/// The condition that was meant, as it works: on the metric itself and with its own unit.
fn meant(calculation: &Calculation, text: &str, units: &Units) -> Option<String> {
    let (at, (usual, sign)) = USUAL.iter().find_map(|usual| Some((text.find(usual.0)?, usual)))?;
    let (name, behind) = (text.get(..at)?.trim(), text.get(at + usual.len()..)?.trim());
    let metric = &calculation.metrics[calculation.metric(name)?];
    let number = reading::leading(behind).ok().filter(|number| !number.pointed)?;
    let (digits, written) = behind.split_at_checked(number.used)?;
    let fits = units.unit(written.trim()).is_ok_and(|unit| unit.dimension() == metric.unit.dimension());
    let unit = match (fits, metric.unit.text()) {
        (true, _) if !written.trim().is_empty() => written.trim(),
        (_, "1") => "",
        (_, own) => own,
    };
    let condition = |sign: &str| format!("`{}`", format!("{name} {sign} {digits} {unit}").trim_end());
    // Equality holds in no sample: it may have been meant either way.
    let offered = if usual.contains(['<', '>']) || !usual.contains('=') {
        condition(sign)
    } else {
        format!("{} or {}", condition(">="), condition("<="))
    };
    Some(format!("a condition has `>=` or `<=`, and a unit where the metric has one: {offered}"))
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
            Diagnostic::error("this is not a condition: `>=` or `<=` is missing")
                .at(text.span, "")
                .help(meant(calculation, &text.value, units).unwrap_or_else(|| FORM.to_owned())),
        );
        return None;
    };
    let part = |range: std::ops::Range<usize>| text.trimmed(range);
    let position = metric(calculation, &part(0..operator.start), diagnostics)?;
    let unit = &calculation.metrics[position].unit;
    let threshold = Written::Text(part(operator.end..text.value.len())).in_base(unit, units, diagnostics)?;
    let label = entry.label.as_ref().unwrap_or(&text.value).to_string();
    Some(Condition { text: text.value.to_string(), label, metric: position, comparison, threshold })
}
