//! Computes metrics with every combination of a plan's pillars, and what each pillar adds, by Shapley values.
//!
//! A pillar that is missing gives some inputs other values; where several give one input a value, the smallest holds.

use super::monte_carlo::MonteCarlo;
use super::shapley;
use crate::model::{Assessment, InputId, MetricId};
use crate::uncertainty::summary::percentiles;
use rayon::prelude::*;

/// A metric over all combinations.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct PillarRow {
    /// The metric.
    pub metric: MetricId,
    /// Its value, in base units, for each combination: pillar `i` is there where bit `i` of the position is set.
    pub values: Vec<f64>,
    /// Its 5th and its 95th percentile, for each combination, in base units; absent where samples do not move it.
    pub ranges: Vec<Option<(f64, f64)>>,
    /// What each pillar adds from none to all, where every combination has a value.
    pub shares: Option<Vec<f64>>,
}

/// The range of each of some metrics.
type MetricRanges = Vec<Option<(f64, f64)>>;

/// The metrics that some pillar moves; `samples` give the ranges.
#[must_use]
pub fn run(assessment: &Assessment, samples: Option<&MonteCarlo>, wanted: &dyn Fn(MetricId) -> bool) -> Vec<PillarRow> {
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
    let columns: Vec<(InputId, Vec<f64>)> =
        inputs.iter().map(|input| (*input, (0..combinations).map(|there| value(*input, there)).collect())).collect();
    let columns: Vec<(InputId, &[f64])> = columns.iter().map(|(input, column)| (*input, column.as_slice())).collect();
    let results = assessment.calculation.evaluate(&columns, combinations).into_iter_enumerated();
    let moves = |values: &[f64]| values.iter().any(|value| value.total_cmp(&values[0]).is_ne());
    let results: Vec<(MetricId, Vec<f64>)> =
        results.filter(|(metric, values)| wanted(*metric) && moves(values)).collect();
    let metrics: Vec<MetricId> = results.iter().map(|(metric, _)| *metric).collect();
    let over_samples = |there: usize| {
        let fixed: Vec<(InputId, f64)> = inputs.iter().map(|input| (*input, value(*input, there))).collect();
        samples.map(|samples| ranges(assessment, samples, &fixed, &metrics))
    };
    let ranges: Vec<Option<MetricRanges>> = (0..combinations).into_par_iter().map(over_samples).collect();
    let row = |(place, (metric, values)): (usize, (MetricId, Vec<f64>))| {
        let sound = values.iter().all(|value| value.is_finite());
        let shares = sound.then(|| shapley::shares(pillars.len(), &values));
        let range = |(there, value): (usize, &f64)| {
            let found = ranges[there].as_ref().and_then(|found| found[place]);
            found.filter(|_| value.is_finite())
        };
        PillarRow { metric, ranges: values.iter().enumerate().map(range).collect(), values, shares }
    };
    results.into_iter().enumerate().map(row).collect()
}

/// The 5th and the 95th percentile of some metrics over the samples, with some inputs fixed; absent where nothing moves.
fn ranges(
    assessment: &Assessment,
    samples: &MonteCarlo,
    fixed: &[(InputId, f64)],
    metrics: &[MetricId],
) -> MetricRanges {
    let is_fixed = |input: &InputId| fixed.iter().any(|(of, _)| of == input);
    let drawn = samples.uncertain.iter().zip(&samples.inputs).filter(|(input, _)| !is_fixed(input));
    let constant: Vec<(InputId, Vec<f64>)> =
        fixed.iter().map(|(input, value)| (*input, vec![*value; samples.kept()])).collect();
    let columns: Vec<(InputId, &[f64])> = drawn
        .map(|(input, column)| (*input, column.as_slice()))
        .chain(constant.iter().map(|(input, column)| (*input, column.as_slice())))
        .collect();
    let values = assessment.calculation.only(metrics).evaluate(&columns, samples.kept());
    let range = |values: &Vec<f64>| {
        let found = percentiles(values, &[0.05, 0.95]);
        let moves = found[1] - found[0] > 1e-9 * found[1].abs();
        moves.then(|| (found[0], found[1]))
    };
    values.iter().map(range).collect()
}
