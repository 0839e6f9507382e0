//! The yardstick's name beside whatever follows from its figures. Knows nothing of missions.

use super::calculation::Calculation;
use super::id::{InputId, MetricId};
use super::standard::Model;

/// Whether a metric follows from a reference input.
pub(super) fn follows(calculation: &Calculation, model: &Model, metric: MetricId) -> bool {
    calculation.inputs_of(metric).into_iter().any(|input| is_reference(calculation, model, input))
}

fn is_reference(calculation: &Calculation, model: &Model, input: InputId) -> bool {
    let mut references = model.entries.sizing.iter().flat_map(|sizing| &sizing.yardstick);
    references.any(|(_, name)| *name == calculation.inputs[input].name)
}

/// A label with the yardstick's name: `Yardstick per km (Kosovo 1999)`.
pub(super) fn named(label: &str, yardstick: &str) -> String {
    format!("{label} ({yardstick})")
}

/// Names the yardstick in the labels of all metrics that follow from it.
pub(super) fn name(calculation: &mut Calculation, model: &Model, yardstick: Option<&str>) {
    let Some(yardstick) = yardstick else { return };
    let metrics = calculation.metrics.iter_enumerated().filter(|(_, metric)| metric.member.is_none());
    let following: Vec<MetricId> =
        metrics.map(|(position, _)| position).filter(|metric| follows(calculation, model, *metric)).collect();
    for metric in following {
        let found = &mut calculation.metrics[metric];
        found.label = named(&found.label, yardstick);
    }
}
