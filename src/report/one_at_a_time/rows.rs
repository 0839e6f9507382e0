//! Swings as JSON and CSV.

use super::decided::DecidedBy;
use crate::analysis::one_at_a_time::OneAtATime;
use crate::analysis::standing;
use crate::model::{Assessment, InputId};
use crate::report::csv::table;
use crate::report::json::{keyed, value};
use serde::Serialize;
use serde_json::{Map, Value};

#[derive(Serialize)]
struct Document<'a> {
    unit: &'a str,
    central: f64,
    inputs: Map<String, Value>,
    standing: &'static str,
    not_used: Vec<&'a str>,
    without_range: Vec<&'a str>,
}

/// What an input does to the metric from one end of its range to the other.
#[derive(Serialize)]
struct EffectRow<'a> {
    unit: &'a str,
    low: f64,
    high: f64,
    metric_low: f64,
    metric_high: f64,
    swing: f64,
    beyond_ends: bool,
    /// `world` where samples draw it, `planner` where it is a lever, `nobody` where it is a constant.
    decided_by: &'static str,
}

/// A point of one input's range.
#[derive(Serialize, Default)]
struct PointRow<'a> {
    metric: &'a str,
    input: &'a str,
    probability: f64,
    input_value: f64,
    input_unit: &'a str,
    metric_value: f64,
    metric_unit: &'a str,
    standing: &'static str,
}

/// The swings as JSON.
pub(super) fn json(assessment: &Assessment, found: &OneAtATime) -> Value {
    let metric = &assessment.calculation.metrics[found.metric];
    let shown = |value: f64| metric.unit.from_base(value);
    let effects = found.effects.iter().map(|effect| {
        let input = &assessment.calculation.inputs[effect.input];
        let row = EffectRow {
            unit: input.unit.text(),
            low: input.unit.from_base(effect.low.input),
            high: input.unit.from_base(effect.high.input),
            metric_low: shown(effect.low.metric),
            metric_high: shown(effect.high.metric),
            swing: shown(effect.swing),
            beyond_ends: effect.beyond_ends,
            decided_by: DecidedBy::of(assessment, effect.input).name(),
        };
        (&input.id, row)
    });
    let ids =
        |inputs: &[InputId]| inputs.iter().map(|input| assessment.calculation.inputs[*input].id.as_str()).collect();
    value(&Document {
        unit: metric.unit.text(),
        central: shown(found.central),
        inputs: keyed(effects),
        standing: standing::one_at_a_time(&assessment.calculation, found).name(),
        not_used: ids(&found.not_used),
        without_range: ids(&found.not_varied),
    })
}

/// Every point of every range, in long form.
pub(super) fn csv(assessment: &Assessment, found: &[OneAtATime]) -> String {
    table(found.iter().flat_map(|one| {
        let metric = &assessment.calculation.metrics[one.metric];
        let standing = standing::one_at_a_time(&assessment.calculation, one).name();
        one.effects.iter().flat_map(move |effect| {
            let input = &assessment.calculation.inputs[effect.input];
            effect.points().map(move |point| PointRow {
                metric: &metric.id,
                input: &input.id,
                probability: point.probability,
                input_value: input.unit.from_base(point.input),
                input_unit: input.unit.text(),
                metric_value: metric.unit.from_base(point.metric),
                metric_unit: metric.unit.text(),
                standing,
            })
        })
    }))
}
