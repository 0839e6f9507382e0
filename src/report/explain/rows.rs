//! Explanations for programs: JSON and CSV. Knows only the rows that it writes.

use super::account::{Row, Step};
use super::substituted::TextRun;
use crate::analysis::monte_carlo::PercentileRanges;
use crate::model::{Assessment, Provenance};
use crate::quantity::number::plain;
use crate::report::{csv, observed};
use crate::scenario::InputEntry;
use serde_json::{Map, Value, json};

/// The 5th and the 95th percentile of samples of a metric in its unit, where these move it.
fn spread(assessment: &Assessment, ranges: &PercentileRanges, id: &str) -> Option<(f64, f64)> {
    let metric = assessment.calculation.metric(id)?;
    ranges.shown(&assessment.calculation.metrics[metric])
}

/// A row for each step of some explanations: `explained,depth,kind,id,label,formula,value,unit,sources,assumed,p5,p95`.
#[must_use]
pub fn csv(assessment: &Assessment, ranges: &PercentileRanges, explanations: &[Vec<Row<'_>>]) -> String {
    let header =
        ["explained", "depth", "kind", "id", "label", "formula", "value", "unit", "sources", "assumed", "p5", "p95"];
    let rows = explanations.iter().flat_map(|rows| {
        let explained = match rows.first().map(|row| &row.step) {
            Some(Step::Metric(metric)) => metric.id,
            Some(Step::Input(input)) => input.id,
            _ => "",
        };
        rows.iter().filter(|row| !row.seen).filter_map(move |row| {
            let number = |value: f64| if value.is_finite() { plain(value) } else { String::new() };
            let (kind, id, label, formula, value, unit, from) = match &row.step {
                Step::Metric(it) => {
                    ("metric", it.id, it.label, it.formula.as_str(), it.value, it.result.unit, it.provenance)
                }
                Step::Input(it) => ("input", it.id, it.label, "", it.value, it.result.unit, it.provenance),
                // The full derivation explains every member.
                Step::More { .. } => return None,
            };
            let ends = spread(assessment, ranges, id).filter(|_| kind == "metric");
            let end = |value: Option<f64>| value.map_or_else(String::new, number);
            Some(vec![
                explained.to_owned(),
                row.depth.to_string(),
                kind.to_owned(),
                id.to_owned(),
                label.to_owned(),
                formula.to_owned(),
                number(value),
                unit.text().to_owned(),
                from.sources.join(" "),
                from.assumed.clone().unwrap_or_default(),
                end(ends.map(|(low, _)| low)),
                end(ends.map(|(_, high)| high)),
            ])
        })
    });
    csv::write(&header, rows)
}

/// The sources of the ends of a range that are told apart.
fn range_sources(provenance: &Provenance) -> Map<String, Value> {
    let ends = InputEntry::ENDS.iter().zip(&provenance.ends).filter(|(_, keys)| !keys.is_empty());
    ends.map(|(end, keys)| ((*end).to_owned(), json!(keys))).collect()
}

/// An explanation as a list of steps.
#[must_use]
pub fn json(assessment: &Assessment, ranges: &PercentileRanges, rows: &[Row<'_>]) -> Value {
    let words = assessment.words;
    let steps = rows.iter().filter(|row| !row.seen).map(|row| match &row.step {
        Step::Metric(metric) => {
            let ends = spread(assessment, ranges, metric.id);
            json!({ "depth": row.depth, "metric": metric.id, "label": metric.label,
                "formula": metric.formula, "substituted": TextRun::joined(&metric.substituted, words),
                "result": metric.result.text(words), "value": metric.value,
                "p5": ends.map(|(low, _)| low), "p95": ends.map(|(_, high)| high), "unit": metric.result.unit.text(),
                "sources": metric.provenance.sources, "assumed": metric.provenance.assumed })
        }
        Step::More { name, count, sum } => json!({ "depth": row.depth, "more": name, "count": count, "sum": sum }),
        Step::Input(input) => {
            json!({ "depth": row.depth, "input": input.id, "label": input.label, "result": input.result.text(words),
                "range": input.range.as_ref().map(|range| range.in_full(words)),
                "range_sources": range_sources(input.provenance),
                "value": input.value, "unit": input.result.unit.text(), "sources": input.provenance.sources,
                "assumed": input.provenance.assumed, "set": input.provenance.set,
                "from": input.provenance.model.then_some("model"), "note": input.note,
                "observed": observed::json(input.id) })
        }
    });
    Value::Array(steps.collect())
}
