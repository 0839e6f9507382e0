//! Pillars as JSON and CSV.

use super::text::{combinations, there};
use crate::analysis::pillars::PillarRow;
use crate::language::Localizer;
use crate::model::Assessment;
use crate::report::csv::table;
use crate::report::json::{keyed, value};
use serde::Serialize;
use serde_json::{Map, Value};

#[derive(Serialize)]
struct Document<'a> {
    pillars: Vec<&'a str>,
    /// For each combination, which of the pillars are there.
    there: Vec<Vec<bool>>,
    metrics: Map<String, Value>,
}

/// A metric for each combination.
#[derive(Serialize)]
struct MetricRow<'a> {
    unit: &'a str,
    values: Vec<f64>,
    shares: Option<Vec<f64>>,
    low: Vec<Option<f64>>,
    high: Vec<Option<f64>>,
}

/// A metric under one combination.
#[derive(Serialize, Default)]
struct CombinationRow<'a> {
    there: String,
    metric: &'a str,
    value: f64,
    unit: &'a str,
    low: Option<f64>,
    high: Option<f64>,
}

pub(super) fn json(assessment: &Assessment, rows: &[PillarRow]) -> Value {
    let metrics = rows.iter().map(|row| {
        let metric = &assessment.calculation.metrics[row.metric];
        let shown = |value: f64| metric.unit.from_base(value);
        let all = |values: &[f64]| values.iter().copied().map(shown).collect();
        let found = MetricRow {
            unit: metric.unit.text(),
            values: all(&row.values),
            shares: row.shares.as_deref().map(all),
            low: row.ranges.iter().map(|range| range.map(|(low, _)| shown(low))).collect(),
            high: row.ranges.iter().map(|range| range.map(|(_, high)| shown(high))).collect(),
        };
        (&metric.id, found)
    });
    let pillars: Vec<&str> = assessment.requests.pillars.iter().map(|pillar| pillar.label.as_str()).collect();
    let combinations = 0..1_usize << pillars.len();
    let there = combinations.map(|combination| (0..pillars.len()).map(|bit| combination >> bit & 1 == 1).collect());
    value(&Document { there: there.collect(), metrics: keyed(metrics), pillars })
}

/// A row for each combination and metric: `there,metric,value,unit,low,high`.
#[must_use]
pub fn csv(assessment: &Assessment, rows: &[PillarRow]) -> String {
    table(combinations(assessment).into_iter().flat_map(|combination| {
        rows.iter().map(move |row| {
            let metric = &assessment.calculation.metrics[row.metric];
            let range = row.ranges[combination];
            CombinationRow {
                there: there(Localizer::default(), assessment, combination),
                metric: &metric.id,
                value: metric.unit.from_base(row.values[combination]),
                unit: metric.unit.text(),
                low: range.map(|(low, _)| metric.unit.from_base(low)),
                high: range.map(|(_, high)| metric.unit.from_base(high)),
            }
        })
    }))
}
