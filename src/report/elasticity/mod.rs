//! Elasticities as a section of a report.

use crate::analysis::elasticity::Elasticity;
use crate::model::own_name::ELASTICITIES;
use crate::model::{Assessment, InputId, MetricId};
use crate::report::csv::cell;
use crate::report::section::Section;
use crate::report::table::Table;
use serde_json::{Map, Value, json};
use typed_index_collections::{TiSlice, TiVec};

/// The section of a report that gives elasticities: the metrics, and what was found for each input.
#[must_use]
pub fn section(assessment: &Assessment, found: &[(MetricId, TiVec<InputId, Elasticity>)]) -> Section {
    let row = |(metric, found): &(MetricId, TiVec<InputId, Elasticity>)| {
        (assessment.calculation.metrics[*metric].id.clone(), json(assessment, found))
    };
    let rows: Map<String, Value> = found.iter().map(row).collect();
    Section {
        tables: found.iter().map(|(metric, found)| table(assessment, *metric, found)).collect(),
        files: vec![(ELASTICITIES.csv(), csv(assessment, found))],
        ..Section::new(
            "elasticities",
            &assessment.words.text("elasticities-part"),
            json!({ "scenario": assessment.name, "method": "elasticity", "metrics": rows }),
        )
    }
}

/// The elasticities of metrics to the inputs they use.
fn csv(assessment: &Assessment, found: &[(MetricId, TiVec<InputId, Elasticity>)]) -> String {
    let of_metric = |(metric, found): &(MetricId, TiVec<InputId, Elasticity>)| -> Vec<Vec<String>> {
        let used = found.iter_enumerated().filter(|(_, elasticity)| **elasticity != Elasticity::NotUsed);
        let row = |(input, elasticity): (InputId, &Elasticity)| {
            let text = match elasticity {
                Elasticity::Stepwise => "stepwise".to_owned(),
                other => cell(other.value().unwrap_or(f64::NAN)),
            };
            vec![
                assessment.calculation.metrics[*metric].id.clone(),
                assessment.calculation.inputs[input].id.clone(),
                text,
            ]
        };
        used.map(row).collect()
    };
    crate::report::csv::write(&["metric", "input", "elasticity"], found.iter().flat_map(of_metric))
}

/// The elasticities of a metric to the inputs it uses.
fn table(assessment: &Assessment, metric: MetricId, found: &TiSlice<InputId, Elasticity>) -> Table {
    let mut table = Table::headed(assessment.words, &["head-metric", "head-input", "elasticities-head"], &[2]);
    for (input, elasticity) in found.iter_enumerated() {
        let text = match elasticity {
            Elasticity::NotUsed => continue,
            Elasticity::Value(value) => assessment.words.shown(*value),
            Elasticity::Stepwise => assessment.words.text("elasticities-stepwise"),
            Elasticity::Undefined if assessment.calculation.metrics[metric].value.is_infinite() => {
                assessment.words.text("overflow")
            }
            Elasticity::Undefined => assessment.words.text("undefined"),
        };
        let label = assessment.calculation.metrics[metric].label.clone();
        table.push([label, assessment.calculation.inputs[input].label.clone(), text]);
    }
    table
}

/// The elasticities as JSON: a number, `"stepwise"` or `null` for each input; exactly 0 for one that is not used.
fn json(assessment: &Assessment, found: &TiSlice<InputId, Elasticity>) -> Value {
    let rows = found.iter_enumerated().map(|(input, elasticity)| {
        let value = match elasticity {
            Elasticity::Value(value) => json!(value),
            Elasticity::NotUsed => json!(0),
            Elasticity::Stepwise => json!("stepwise"),
            Elasticity::Undefined => Value::Null,
        };
        (assessment.calculation.inputs[input].id.clone(), value)
    });
    Value::Object(rows.collect())
}
