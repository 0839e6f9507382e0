//! Why a number lies outside of its own range: the uncertain input whose central value is at an end. Knows nothing of
//! which line it stands in.

use crate::args;
use crate::language::Localizer;
use crate::model::{Assessment, Input, InputId, Metric, MetricId};
use crate::report::ranged::lies_inside;
use crate::report::wording::{Wording, apart};
use crate::study::Results;

/// A metric's range, where its central value lies outside of it.
pub(super) fn outside(results: &Results, metric: &Metric) -> Option<(f64, f64)> {
    results.ranges.of(metric).filter(|range| !lies_inside(metric.value, *range))
}

/// What samples make of metrics outside of their ranges, by name or in the order in which they were said, and the inputs
/// that put them there.
pub(super) fn sentence(
    assessment: &Assessment,
    results: &Results,
    metrics: &[(MetricId, (f64, f64))],
    by_name: bool,
) -> Option<String> {
    let (words, calculation) = (assessment.words, &assessment.calculation);
    let mut causes: Vec<InputId> = Vec::new();
    let mut ranges: Vec<String> = Vec::new();
    for (id, (low, high)) in metrics {
        let metric = &calculation.metrics[*id];
        let (low, high) = apart(words, metric.unit.from_base(*low), metric.unit.from_base(*high));
        let range = format!("{low}\u{2013}{high}");
        ranges.push(if by_name { format!("{} {range}", words.inside(&metric.label)) } else { range });
        causes.extend(cause(assessment, results, *id).filter(|input| !causes.contains(input)));
    }
    let causes: Vec<String> = causes.iter().map(|input| at_end(words, &calculation.inputs[*input])).collect();
    let about = args![ranges = ranges.join(", "), count = causes.len(), inputs = words.list(&causes)];
    let key = if causes.is_empty() { "answer-outside" } else { "answer-outside-since" };
    (!ranges.is_empty()).then(|| words.format(key, about))
}

/// The drawn input that is central at or beyond its own 5th or 95th percentile, and whose median alone brings the metric
/// back into its range.
fn cause(assessment: &Assessment, results: &Results, metric: MetricId) -> Option<InputId> {
    let calculation = &assessment.calculation;
    let range = outside(results, &calculation.metrics[metric])?;
    calculation.inputs_of(metric).into_iter().find(|input| {
        let about = &calculation.inputs[*input];
        let Some(drawn) = about.range.as_ref().filter(|_| about.is_drawn()) else { return false };
        let is_at_end = about.value <= drawn.quantile(0.05) || about.value >= drawn.quantile(0.95);
        let there = || calculation.evaluate(&[(*input, &[drawn.quantile(0.5)])], 1)[metric][0];
        is_at_end && lies_inside(there(), range)
    })
}

fn at_end(words: Localizer, input: &Input) -> String {
    let is_low = input.range.as_ref().is_some_and(|range| input.value <= range.quantile(0.5));
    let key = if is_low { "answer-low-end" } else { "answer-high-end" };
    words.format(key, args![input = words.inside(&input.label), value = input.value_text(words)])
}
