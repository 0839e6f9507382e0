//! The spread of metrics as JSON and CSV, and every sample as CSV. What is here stays: later versions only add keys and
//! columns.

use super::text::is_heavy;
use crate::analysis::monte_carlo::{Chunk, MonteCarlo, Spread};
use crate::analysis::resolution::Unresolved;
use crate::analysis::standing::over_samples;
use crate::model::{Assessment, Metric};
use crate::report::csv::{cell, columns, write};
use crate::report::json::{keyed, value};
use crate::report::members::{crowded, is_in};
use serde::Serialize;
use serde_json::{Map, Value};

/// Names of the percentiles, in the order of the spread's.
pub(in crate::report) const NAMES: [&str; 5] = ["p5", "p25", "p50", "p75", "p95"];

#[derive(Serialize)]
struct Document<'a> {
    scenario: &'a str,
    samples: u64,
    seed: u64,
    sampler: &'a str,
    inputs: Vec<&'a str>,
    metrics: Map<String, Value>,
    conditions: Vec<ConditionRow<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    correlations: Vec<CorrelationRow<'a>>,
}

/// The spread of a metric, in its unit. An end that has no bound is null.
#[derive(Serialize)]
struct SpreadRow<'a> {
    unit: &'a str,
    mean: f64,
    sd: f64,
    /// By [`NAMES`].
    #[serde(flatten)]
    percentiles: Map<String, Value>,
    mcse_mean: f64,
    /// `mean_ci`, `sd_ci`, `p5_ci` and so on.
    #[serde(flatten)]
    intervals: Map<String, Value>,
    undefined: u64,
    standing: &'static str,
    /// Where designs disagree about the standard deviation.
    unresolved: Option<&'static str>,
}

/// A spread where the metric is no key but a column, and so is each end of an interval.
#[derive(Serialize)]
struct SpreadRecord<'a> {
    id: &'a str,
    label: &'a str,
    #[serde(flatten)]
    spread: SpreadRow<'a>,
    #[serde(flatten)]
    ends: Map<String, Value>,
}

#[derive(Serialize)]
struct ConditionRow<'a> {
    that: &'a str,
    label: &'a str,
    metric: &'a str,
    at_least: bool,
    threshold: f64,
    share: f64,
    mcse: f64,
    share_ci: (f64, f64),
    conservative: bool,
    standing: &'static str,
}

/// Inputs that move together: the rank correlation as stated and as the samples have it.
#[derive(Serialize)]
struct CorrelationRow<'a> {
    between: [&'a str; 2],
    rank: f64,
    reached: Option<f64>,
}

fn row<'a>(assessment: &Assessment, results: &MonteCarlo, metric: &'a Metric, spread: &Spread) -> SpreadRow<'a> {
    let shown = |value: f64| metric.unit.from_base(value);
    let ci = |(name, (low, high))| (format!("{name}_ci"), [shown(low), shown(high)]);
    SpreadRow {
        unit: metric.unit.text(),
        mean: shown(spread.mean),
        sd: shown(spread.sd),
        percentiles: keyed(NAMES.into_iter().zip(spread.percentiles.map(shown))),
        mcse_mean: shown(spread.mcse_mean),
        intervals: keyed(intervals(spread).map(ci)),
        undefined: spread.undefined,
        standing: over_samples(&assessment.calculation, results, spread.metric).name(),
        unresolved: is_heavy(spread).then(|| Unresolved::Heavy.name()),
    }
}

/// The spreads and how often conditions hold, as JSON.
#[must_use]
pub fn json(assessment: &Assessment, results: &MonteCarlo) -> Value {
    let calculation = &assessment.calculation;
    let crowded = crowded(assessment);
    let metrics = results.spreads.iter().map(|spread| (&calculation.metrics[spread.metric], spread));
    let apart = metrics.filter(|(metric, _)| !is_in(metric.member.as_ref(), &crowded));
    let conditions = results.conditions.iter().map(|found| {
        let condition = &assessment.requests.conditions[found.condition];
        let metric = &calculation.metrics[condition.metric];
        ConditionRow {
            that: &condition.text,
            label: &condition.label,
            metric: &metric.id,
            at_least: condition.comparison.is_at_least(),
            threshold: metric.unit.from_base(condition.threshold),
            share: found.share,
            mcse: found.mcse,
            share_ci: found.ci,
            conservative: found.conservative,
            standing: over_samples(calculation, results, condition.metric).name(),
        }
    });
    let correlations = calculation.correlations.iter().map(|stated| CorrelationRow {
        between: [stated.first, stated.second].map(|input| calculation.inputs[input].id.as_str()),
        rank: stated.rank,
        reached: calculation.reached(stated),
    });
    value(&Document {
        scenario: &assessment.name,
        samples: results.settings.samples,
        seed: results.settings.seed,
        sampler: results.settings.sampler.name(),
        inputs: results.uncertain.iter().map(|input| calculation.inputs[*input].id.as_str()).collect(),
        metrics: keyed(apart.map(|(metric, spread)| (&metric.id, row(assessment, results, metric, spread)))),
        conditions: conditions.collect(),
        correlations: correlations.collect(),
    })
}

/// Each figure of a spread that has an interval, by its name.
pub(in crate::report) fn intervals(spread: &Spread) -> impl Iterator<Item = (&'static str, (f64, f64))> {
    [("mean", spread.mean_ci), ("sd", spread.sd_ci)].into_iter().chain(NAMES.into_iter().zip(spread.percentile_cis))
}

/// The spreads: `id,label,unit,mean,sd,p5,p25,p50,p75,p95,mcse_mean,undefined,standing`, then the lower and the upper end of the
/// interval of each: `mean_ci_low,mean_ci_high` and so on.
pub(super) fn csv(assessment: &Assessment, results: &MonteCarlo) -> String {
    let rows = results.spreads.iter().map(|spread| {
        let metric = &assessment.calculation.metrics[spread.metric];
        let ends = intervals(spread).flat_map(|(name, (low, high))| ends_of(name).into_iter().zip([low, high]));
        SpreadRecord {
            id: &metric.id,
            label: &metric.label,
            spread: row(assessment, results, metric, spread),
            ends: keyed(ends.map(|(name, end)| (name, metric.unit.from_base(end)))),
        }
    });
    let mut header = vec!["id", "label", "unit", "mean", "sd"];
    header.extend(NAMES);
    header.extend(["mcse_mean", "undefined", "standing"]);
    let ends: Vec<String> = ["mean", "sd"].into_iter().chain(NAMES).flat_map(ends_of).collect();
    header.extend(ends.iter().map(String::as_str));
    columns(&header, rows)
}

/// Names of the two ends of a figure's interval.
pub(in crate::report) fn ends_of(name: &str) -> [String; 2] {
    ["low", "high"].map(|end| format!("{name}_ci_{end}"))
}

/// The first line of every sample's CSV: the sampled inputs and the metrics.
#[must_use]
pub fn samples_header(assessment: &Assessment) -> String {
    let inputs =
        assessment.calculation.uncertain().into_iter().map(|input| assessment.calculation.inputs[input].id.as_str());
    let header: Vec<&str> =
        inputs.chain(assessment.calculation.metrics.iter().map(|metric| metric.id.as_str())).collect();
    write(&header, std::iter::empty())
}

/// Some samples as lines of CSV: a column for each sampled input and each metric, in their own units. By hand: there are
/// millions of numbers, and no names but the scenario's.
#[must_use]
pub fn samples(assessment: &Assessment, chunk: &Chunk) -> String {
    let inputs = assessment.calculation.uncertain();
    let units = inputs.iter().map(|input| &assessment.calculation.inputs[*input].unit);
    let units: Vec<_> = units.chain(assessment.calculation.metrics.iter().map(|metric| &metric.unit)).collect();
    let columns: Vec<&Vec<f64>> = chunk.inputs.iter().chain(&chunk.values).collect();
    let mut text = String::new();
    for sample in 0..columns.first().map_or(0, |column| column.len()) {
        for (position, (column, unit)) in columns.iter().zip(&units).enumerate() {
            if position > 0 {
                text.push(',');
            }
            text.push_str(&cell(unit.from_base(column[sample])));
        }
        text.push('\n');
    }
    text
}
