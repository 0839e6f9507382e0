//! Computes metrics with every combination of a plan's pillars, and what each pillar adds, by Shapley values.
//!
//! A pillar that is missing gives some inputs other values; where several give one input a value, the smallest holds.

use super::shapley;
use crate::model::{Assessment, Input, InputId, MetricId};
use crate::quantity::interval::Interval;
use typed_index_collections::TiVec;

/// A metric over all combinations.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct PillarRow {
    /// The metric.
    pub metric: MetricId,
    /// Its value, in base units, for each combination: pillar `i` is there where bit `i` of the position is set.
    pub values: Vec<f64>,
    /// From its lowest to its highest value over the ranges of the inputs, for each combination, in base units; absent
    /// where it does not move.
    pub ranges: Vec<Option<(f64, f64)>>,
    /// What each pillar adds from none to all, where every combination has a value.
    pub shares: Option<Vec<f64>>,
}

/// The metrics that some pillar moves.
#[must_use]
pub fn run(assessment: &Assessment, wanted: &dyn Fn(MetricId) -> bool) -> Vec<PillarRow> {
    let pillars = &assessment.requests.pillars;
    let combinations = 1_usize << pillars.len();
    let mut inputs: Vec<InputId> = pillars.iter().flat_map(|pillar| &pillar.without).map(|(input, _)| *input).collect();
    inputs.sort_unstable();
    inputs.dedup();
    let without = |input: InputId, there: usize| {
        let missing = pillars.iter().enumerate().filter(|(bit, _)| there >> bit & 1 == 0);
        let values = missing.flat_map(|(_, pillar)| &pillar.without).filter(|(of, _)| *of == input);
        values.map(|(_, value)| *value).reduce(f64::min)
    };
    let value =
        |input: InputId, there: usize| without(input, there).unwrap_or(assessment.calculation.inputs[input].value);
    let ranges: Vec<TiVec<MetricId, Interval>> = (0..combinations)
        .map(|there| {
            let inputs = assessment.calculation.inputs.iter_enumerated();
            let interval =
                |(at, input): (InputId, &Input)| without(at, there).map_or(input.interval(), Interval::point);
            assessment.calculation.tape().output_bounds(&inputs.map(interval).collect::<Vec<_>>()).into()
        })
        .collect();
    let columns: Vec<(InputId, Vec<f64>)> =
        inputs.iter().map(|input| (*input, (0..combinations).map(|there| value(*input, there)).collect())).collect();
    let columns: Vec<(InputId, &[f64])> = columns.iter().map(|(input, column)| (*input, column.as_slice())).collect();
    let results = assessment.calculation.evaluate(&columns, combinations).into_iter_enumerated();
    let moves = |values: &[f64]| values.iter().any(|value| value.total_cmp(&values[0]).is_ne());
    results
        .filter(|(metric, values)| wanted(*metric) && moves(values))
        .map(|(metric, values)| {
            let sound = values.iter().all(|value| value.is_finite());
            let shares = sound.then(|| shapley::shares(pillars.len(), &values));
            let range = |(there, value): (usize, &f64)| range(ranges[there][metric], *value);
            PillarRow { metric, ranges: values.iter().enumerate().map(range).collect(), values, shares }
        })
        .collect()
}

/// The ends of an interval that is more than a point and defined throughout.
fn range(bounds: Interval, value: f64) -> Option<(f64, f64)> {
    let ends = (bounds.low, bounds.high);
    let moves = ends.0.is_finite() && ends.1.is_finite() && ends.1 - ends.0 > 1e-9 * value.abs();
    (moves && value.is_finite() && !bounds.undefined).then_some(ends)
}
