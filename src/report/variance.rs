//! Sobol' indices as a table, JSON and a sentence: which inputs explain how much of a metric's spread.

use super::part::Part;
use super::table::Table;
use crate::analysis::sobol_indices::{Index, Indices, SobolIndices};
use crate::model::Assessment;
use crate::quantity::number::grouped;
use serde_json::{Map, Value, json};

/// Shares below this are left out of sentences.
const HARDLY: f64 = 0.01;

/// The part of a report that shares out each metric's variance.
#[must_use]
pub fn part(assessment: &Assessment, results: &SobolIndices, metrics: &[usize]) -> Part {
    let chosen: Vec<(usize, &Indices)> =
        metrics.iter().filter_map(|metric| Some((*metric, results.metrics.get(*metric)?))).collect();
    let moved = chosen.iter().filter(|(_, indices)| indices.variance > 0.0);
    let tables = moved.map(|(metric, indices)| table(assessment, indices).titled(&assessment.metrics[*metric].label));
    let (base, runs) = (results.settings.base_samples, results.runs);
    let mut sentences: Vec<String> =
        chosen.iter().map(|(metric, indices)| sentence(assessment, *metric, indices)).collect();
    sentences.push(format!("{base} base samples, {runs} model runs, seed {}.", results.settings.seed));
    Part {
        tables: tables.collect(),
        sentences,
        ..Part::new("sobol_indices", "What the spread comes from", json(assessment, results, metrics))
    }
}

/// Inputs of a metric with their shares and intervals, the largest total first.
fn table(assessment: &Assessment, indices: &Indices) -> Table {
    let mut table =
        Table::new(&["Input", "First order", "95 % interval", "Total order", "95 % interval"], &[1, 2, 3, 4]);
    for index in sorted(indices) {
        let first =
            if index.is_distinguishable() { text(index.first_order) } else { "not distinguishable from 0".to_owned() };
        table.push([
            assessment.inputs[index.input].label.clone(),
            first,
            interval(index.first_order_ci),
            text(index.total_order),
            interval(index.total_order_ci),
        ]);
    }
    table
}

fn sorted(indices: &Indices) -> Vec<&Index> {
    let mut used: Vec<&Index> = indices.inputs.iter().filter(|index| index.used).collect();
    used.sort_by(|a, b| b.total_order.total_cmp(&a.total_order));
    used
}

fn text(share: f64) -> String {
    grouped(share, 3)
}

/// An interval, cut to what a share can be; the one in JSON is not.
fn interval((low, high): (f64, f64)) -> String {
    format!("{} to {}", text(low.clamp(0.0, 1.0)), text(high.clamp(0.0, 1.0)))
}

/// In plain words: what explains the spread, what hardly, what cannot.
#[must_use]
pub fn sentence(assessment: &Assessment, metric: usize, indices: &Indices) -> String {
    let metric = assessment.metrics[metric].label.to_lowercase();
    if indices.variance == 0.0 {
        return format!("No input with a range reaches {metric}.");
    }
    let label = |index: &Index| assessment.inputs[index.input].label.clone();
    let per_cent = |share: f64| grouped(100.0 * share.clamp(0.0, 1.0), 0);
    let (much, hardly): (Vec<&Index>, Vec<&Index>) =
        sorted(indices).into_iter().partition(|index| index.total_order >= HARDLY);
    let parts: Vec<String> =
        much.iter().map(|index| format!("{} {} %", label(index), per_cent(index.first_order))).collect();
    let mut sentences = vec![format!("Of the spread of {metric}, alone explain: {}.", parts.join(", "))];
    if !hardly.is_empty() {
        let names: Vec<String> = hardly.iter().map(|index| label(index)).collect();
        sentences.push(format!("Less than 1 %: {}.", names.join(", ")));
    }
    let cannot: Vec<String> = indices.inputs.iter().filter(|index| !index.used).map(label).collect();
    if !cannot.is_empty() {
        sentences.push(format!("Cannot matter: {}.", cannot.join(", ")));
    }
    sentences.join(" ")
}

/// `{"base_samples", "seed", "metrics": {id: {"variance", "inputs": {id: {"first_order", "first_order_ci", …}}}}}`.
fn json(assessment: &Assessment, results: &SobolIndices, metrics: &[usize]) -> Value {
    let rows: Map<String, Value> = metrics
        .iter()
        .filter_map(|metric| {
            let indices = results.metrics.get(*metric)?;
            let inputs: Map<String, Value> = indices
                .inputs
                .iter()
                .map(|index| {
                    let row = json!({ "first_order": index.first_order, "first_order_ci": index.first_order_ci,
                        "total_order": index.total_order, "total_order_ci": index.total_order_ci,
                        "distinguishable": index.is_distinguishable() });
                    (assessment.inputs[index.input].id.clone(), row)
                })
                .collect();
            let found = &assessment.metrics[*metric];
            let squared = found.unit.from_base(found.unit.from_base(indices.variance));
            let row = json!({ "unit": found.unit.text(), "variance": squared, "undefined": indices.undefined, "inputs": inputs });
            Some((found.id.clone(), row))
        })
        .collect();
    json!({ "scenario": assessment.name, "method": "sobol", "base_samples": results.settings.base_samples,
        "seed": results.settings.seed, "runs": results.runs, "metrics": rows })
}
