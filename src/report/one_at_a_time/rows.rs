//! Swings as JSON and CSV.

use crate::analysis::one_at_a_time::OneAtATime;
use crate::analysis::standing::{self};
use crate::model::{Assessment, InputId};
use crate::quantity::number::plain;
use crate::report::csv::cell;
use serde_json::{Map, Value, json};

/// The swings as JSON: `{"central", "unit", "inputs": {id: {"low", "high", "metric_low", "metric_high", "swing"}}}`.
pub(super) fn json(assessment: &Assessment, found: &OneAtATime) -> Value {
    let metric = &assessment.calculation.metrics[found.metric];
    let finite = |value: f64| Some(metric.unit.from_base(value)).filter(|value| value.is_finite());
    let inputs: Map<String, Value> = found
        .effects
        .iter()
        .map(|effect| {
            let input = &assessment.calculation.inputs[effect.input];
            let row = json!({ "unit": input.unit.text(), "low": input.unit.from_base(effect.low.input),
                "high": input.unit.from_base(effect.high.input), "metric_low": finite(effect.low.metric),
                "metric_high": finite(effect.high.metric), "swing": finite(effect.swing),
                "beyond_ends": effect.beyond_ends, "decided_by": if input.is_drawn() { "world" } else { "planner" } });
            (input.id.clone(), row)
        })
        .collect();
    let ids = |inputs: &[InputId]| {
        inputs.iter().map(|input| assessment.calculation.inputs[*input].id.clone()).collect::<Vec<_>>()
    };
    json!({ "unit": metric.unit.text(), "central": finite(found.central), "inputs": inputs,
        "standing": standing::one_at_a_time(&assessment.calculation, found).name(),
        "not_used": ids(&found.not_used), "without_range": ids(&found.not_varied) })
}

/// Every point of tornado and spider, in long form.
pub(super) fn csv(assessment: &Assessment, found: &[OneAtATime]) -> String {
    let header =
        ["metric", "input", "probability", "input_value", "input_unit", "metric_value", "metric_unit", "standing"];
    let mut rows = Vec::new();
    for one in found {
        let metric = &assessment.calculation.metrics[one.metric];
        let stands = standing::one_at_a_time(&assessment.calculation, one).name();
        for effect in &one.effects {
            let input = &assessment.calculation.inputs[effect.input];
            rows.extend(effect.points().map(|point| {
                vec![
                    metric.id.clone(),
                    input.id.clone(),
                    plain(point.probability),
                    cell(input.unit.from_base(point.input)),
                    input.unit.text().to_owned(),
                    cell(metric.unit.from_base(point.metric)),
                    metric.unit.text().to_owned(),
                    stands.to_owned(),
                ]
            }));
        }
    }
    crate::report::csv::write(&header, rows.into_iter())
}
