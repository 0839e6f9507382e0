//! Explanations for programs: JSON and CSV. Knows only the rows that it writes.

use super::account::{Row, Step};
use super::substituted::TextRun;
use crate::language::Localizer;
use crate::model::Provenance;
use crate::quantity::number::plain;
use crate::report::csv;
use crate::scenario::InputEntry;
use serde_json::{Map, Value, json};

/// A row for each step of some explanations: `explained,depth,kind,id,label,formula,value,unit,sources,assumed`.
#[must_use]
pub fn csv(explanations: &[Vec<Row<'_>>]) -> String {
    let header = ["explained", "depth", "kind", "id", "label", "formula", "value", "unit", "sources", "assumed"];
    let rows = explanations.iter().flat_map(|rows| {
        let explained = match rows.first().map(|row| &row.step) {
            Some(Step::Metric(metric)) => metric.id,
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
pub fn json(rows: &[Row<'_>], words: Localizer) -> Value {
    let steps = rows.iter().filter(|row| !row.seen).map(|row| match &row.step {
        Step::Metric(metric) => json!({ "depth": row.depth, "metric": metric.id, "label": metric.label,
            "formula": metric.formula, "substituted": TextRun::joined(&metric.substituted, words),
            "result": metric.result.text(words), "value": metric.value, "unit": metric.result.unit.text(),
            "sources": metric.provenance.sources, "assumed": metric.provenance.assumed }),
        Step::More { name, count, sum } => json!({ "depth": row.depth, "more": name, "count": count, "sum": sum }),
        Step::Input(input) => {
            json!({ "depth": row.depth, "input": input.id, "label": input.label, "result": input.result.text(words),
                "range": input.range.as_ref().map(|range| range.in_full(words)),
                "range_sources": range_sources(input.provenance),
                "value": input.value, "unit": input.result.unit.text(), "sources": input.provenance.sources,
                "assumed": input.provenance.assumed, "set": input.provenance.set,
                "from": input.provenance.model.then_some("model"), "note": input.note })
        }
    });
    Value::Array(steps.collect())
}
