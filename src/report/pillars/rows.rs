//! Pillars as JSON and CSV.

use super::text::{combinations, there};
use crate::analysis::pillars::PillarRow;
use crate::language::Localizer;
use crate::model::Assessment;
use crate::quantity::number::plain;
use serde_json::{Map, Value, json};

pub(super) fn json(assessment: &Assessment, rows: &[PillarRow]) -> Value {
    let metrics: Map<String, Value> = rows
        .iter()
        .map(|row| {
            let metric = &assessment.calculation.metrics[row.metric];
            let value = |value: &f64| Some(metric.unit.from_base(*value)).filter(|value| value.is_finite());
            let values: Vec<Option<f64>> = row.values.iter().map(value).collect();
            let shares: Option<Vec<Option<f64>>> = row.shares.as_ref().map(|all| all.iter().map(value).collect());
            let low: Vec<Option<f64>> = row.ranges.iter().map(|range| value(&(*range)?.0)).collect();
            let high: Vec<Option<f64>> = row.ranges.iter().map(|range| value(&(*range)?.1)).collect();
            let unit = metric.unit.text();
            (metric.id.clone(), json!({ "unit": unit, "values": values, "shares": shares, "low": low, "high": high }))
        })
        .collect();
    let pillars: Vec<&str> = assessment.requests.pillars.iter().map(|pillar| pillar.label.as_str()).collect();
    let combinations: Vec<Vec<bool>> = (0..1_usize << pillars.len())
        .map(|combination| (0..pillars.len()).map(|bit| combination >> bit & 1 == 1).collect())
        .collect();
    json!({ "pillars": pillars, "there": combinations, "metrics": metrics })
}

/// A row for each combination and metric: `there,metric,value,unit,low,high`.
#[must_use]
pub fn csv(assessment: &Assessment, rows: &[PillarRow]) -> String {
    let all = combinations(assessment).into_iter().flat_map(|combination| {
        rows.iter().map(move |row| {
            let metric = &assessment.calculation.metrics[row.metric];
            let text = |value: f64| Some(metric.unit.from_base(value)).filter(|value| value.is_finite()).map(plain);
            let range = row.ranges[combination];
            vec![
                there(Localizer::default(), assessment, combination),
                metric.id.clone(),
                text(row.values[combination]).unwrap_or_default(),
                metric.unit.text().to_owned(),
                range.and_then(|(low, _)| text(low)).unwrap_or_default(),
                range.and_then(|(_, high)| text(high)).unwrap_or_default(),
            ]
        })
    });
    crate::report::csv::write(&["there", "metric", "value", "unit", "low", "high"], all)
}
