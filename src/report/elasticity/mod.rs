//! Elasticities as a section of a report.

use crate::analysis::elasticity::Elasticity;
use crate::model::own_name::ELASTICITIES;
use crate::model::{Assessment, InputId, MetricId};
use crate::report::csv::table as csv_table;
use crate::report::json::{keyed, value};
use crate::report::section::Section;
use crate::report::table::Table;
use serde::Serialize;
use serde_json::{Map, Value};
use typed_index_collections::{TiSlice, TiVec};

#[derive(Serialize)]
struct Document<'a> {
    scenario: &'a str,
    method: &'static str,
    metrics: Map<String, Value>,
}

/// A number, `"stepwise"`, or `null` where there is none.
#[derive(Serialize, Default)]
#[serde(untagged)]
enum Figure {
    Number(f64),
    /// Exactly none.
    Zero(u8),
    Word(&'static str),
    #[default]
    Undefined,
}

impl From<&Elasticity> for Figure {
    fn from(elasticity: &Elasticity) -> Self {
        match elasticity {
            Elasticity::Value(value) => Self::Number(*value),
            Elasticity::NotUsed => Self::Zero(0),
            Elasticity::Stepwise => Self::Word("stepwise"),
            Elasticity::Undefined => Self::Undefined,
        }
    }
}

#[derive(Serialize, Default)]
struct ElasticityRow<'a> {
    metric: &'a str,
    input: &'a str,
    elasticity: Figure,
}

/// The section of a report that gives elasticities: the metrics, and what was found for each input.
#[must_use]
pub fn section(assessment: &Assessment, found: &[(MetricId, TiVec<InputId, Elasticity>)]) -> Section {
    Section {
        tables: found.iter().map(|(metric, found)| table(assessment, *metric, found)).collect(),
        files: vec![(ELASTICITIES.csv(), csv(assessment, found))],
        // They stand in their file, which is what compares them.
        folds: false,
        ..Section::new("elasticities", &assessment.words.text("elasticities-part"), json(assessment, found))
    }
}

/// The elasticities of metrics to the inputs they use.
fn csv(assessment: &Assessment, found: &[(MetricId, TiVec<InputId, Elasticity>)]) -> String {
    csv_table(found.iter().flat_map(|(metric, found)| {
        let metric = &assessment.calculation.metrics[*metric].id;
        let pairs = assessment.calculation.inputs.iter().zip(found);
        let used = pairs.filter(|(_, elasticity)| **elasticity != Elasticity::NotUsed);
        used.map(move |(input, elasticity)| ElasticityRow { metric, input: &input.id, elasticity: elasticity.into() })
    }))
}

/// The elasticities as JSON: for each metric one for each input, exactly 0 for one that is not used.
fn json(assessment: &Assessment, found: &[(MetricId, TiVec<InputId, Elasticity>)]) -> Value {
    let of_metric = |(metric, found): &(MetricId, TiVec<InputId, Elasticity>)| {
        let pairs = assessment.calculation.inputs.iter().zip(found);
        let figures = keyed(pairs.map(|(input, elasticity)| (&input.id, Figure::from(elasticity))));
        (&assessment.calculation.metrics[*metric].id, figures)
    };
    let metrics = keyed(found.iter().map(of_metric));
    value(&Document { scenario: &assessment.name, method: "elasticity", metrics })
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
