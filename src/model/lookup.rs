//! Names of metrics that plans use: found, or complained of.

use super::calculation::Calculation;
use super::id::MetricId;
use crate::diagnostic::{Diagnostic, Diagnostics, did_you_mean};
use crate::scenario::{Located, Text};

/// A metric by its name; a complaint where there is none.
pub(super) fn metric(
    calculation: &Calculation,
    name: &Located<Text>,
    diagnostics: &mut Diagnostics,
) -> Option<MetricId> {
    if let Some(position) = calculation.metric(&name.value) {
        return Some(position);
    }
    diagnostics.push(absent(calculation, name));
    None
}

/// The complaint about a metric that cannot be shown: a warning when only inputs are lacking.
pub(super) fn absent(calculation: &Calculation, name: &Located<Text>) -> Diagnostic {
    if let Some(missing) = calculation.unavailable.iter().find(|metric| metric.id == name.value) {
        return Diagnostic::warning(format!("`{}` is not available: needs {}", name.value, ticked(&missing.needs)))
            .message_id("warning-not-available")
            .with("name", name.as_str())
            .with("needs", ticked(&missing.needs))
            .at(name.span, "")
            .help("it is left out of the chart");
    }
    let known = calculation.metrics.iter().map(|metric| metric.id.as_str());
    let known = known.chain(calculation.unavailable.iter().map(|metric| metric.id.as_str()));
    let help = if calculation.input(&name.value).is_some() {
        "it is an input; metrics are shown".to_owned()
    } else {
        did_you_mean(&name.value, known).unwrap_or_else(|| "`forcesize metrics` lists the metrics".to_owned())
    };
    Diagnostic::unknown_name("metric", &name.value).at(name.span, "").help(help)
}

/// Names as complaints quote them.
pub(super) fn ticked(names: &[String]) -> String {
    names.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ")
}
