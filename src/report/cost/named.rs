//! Inputs and metrics that play a part in costs, by name.

use crate::analysis::monte_carlo::PercentileRanges;
use crate::args;
use crate::language::Localizer;
use crate::model::{Assessment, Basis, Input, InputId, Metric, MetricId, Named};
use crate::report::wording::between;

pub(in crate::report) fn metric<'a>(assessment: &'a Assessment, named: &Named<MetricId>) -> Option<&'a Metric> {
    Some(&assessment.calculation.metrics[named.at?])
}

pub(in crate::report) fn input<'a>(assessment: &'a Assessment, named: &Named<InputId>) -> Option<&'a Input> {
    Some(&assessment.calculation.inputs[named.at?])
}

/// A metric's range in its own unit; nothing where samples do not move it.
pub(super) fn range(words: Localizer, ranges: &PercentileRanges, metric: &Metric) -> String {
    let range = ranges.shown(metric);
    range.map_or_else(String::new, |ends| between(words, ends))
}

/// A soldier-year by a basis: what the year costs over the proposed force.
pub(super) fn soldier_year(assessment: &Assessment, basis: &Basis) -> Option<f64> {
    let annual = metric(assessment, &basis.annual)?;
    Some(annual.value / assessment.calculation.inputs[assessment.roles.proposal.force?].value)
}

/// The name of a basis, marked where it is the chosen one.
pub(in crate::report) fn chosen(words: Localizer, basis: &Basis) -> String {
    if basis.chosen { words.format("cost-chosen", args![basis = &basis.label]) } else { basis.label.clone() }
}
