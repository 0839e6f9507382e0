//! What drives a metric: one-at-a-time swings and elasticities as tables, JSON and sentences.

use super::part::Part;
use super::table::Table;
use crate::analysis::elasticity::Elasticity;
use crate::analysis::one_at_a_time::OneAtATime;
use crate::analysis::standing::{self, Standing};
use crate::args;
use crate::language::Words;
use crate::model::Assessment;
use crate::model::own_name::{ELASTICITIES, ONE_AT_A_TIME};
use crate::quantity::number::plain;
use crate::report::wording::Wording;
use serde_json::{Map, Value, json};

/// The part of a report that varies one input at a time.
#[must_use]
pub fn swings_part(assessment: &Assessment, found: &[OneAtATime]) -> Part {
    let rows: Map<String, Value> = found
        .iter()
        .map(|found| (assessment.calculation.metrics[found.metric].id.clone(), swings_json(assessment, found)))
        .collect();
    let moved =
        || found.iter().filter(|found| standing::one_at_a_time(&assessment.calculation, found) == Standing::Varies);
    let caption = |found: &OneAtATime| {
        let metric = &assessment.calculation.metrics[found.metric];
        assessment
            .words
            .say("swings-caption", args![metric = &metric.label, value = metric.value_text(assessment.words)])
    };
    Part {
        tables: moved().map(|found| swings(assessment, found).titled(caption(found))).collect(),
        sentences: found.iter().map(|found| sentence(assessment, found)).collect(),
        // The shares of the spread say more; where they are missing the report has this.
        brief: Some(0),
        files: vec![(ONE_AT_A_TIME.csv(), swings_csv(assessment, found))],
        figures: moved()
            .flat_map(|found| {
                let tornado = super::figure::tornado(assessment, found);
                std::iter::once(tornado).chain(super::figure::spider(assessment, found))
            })
            .collect(),
        ..Part::new(
            "one_at_a_time",
            &assessment.words.text("swings-part"),
            json!({ "scenario": assessment.name, "method": "oat", "metrics": rows }),
        )
    }
}

/// The part of a report that gives elasticities: the metrics' positions, and what was found for each input.
#[must_use]
pub fn elasticities_part(assessment: &Assessment, found: &[(usize, Vec<Elasticity>)]) -> Part {
    let row = |(metric, found): &(usize, Vec<Elasticity>)| {
        (assessment.calculation.metrics[*metric].id.clone(), elasticities_json(assessment, found))
    };
    let rows: Map<String, Value> = found.iter().map(row).collect();
    Part {
        tables: found.iter().map(|(metric, found)| elasticities(assessment, *metric, found)).collect(),
        files: vec![(ELASTICITIES.csv(), elasticities_csv(assessment, found))],
        ..Part::new(
            "elasticities",
            &assessment.words.text("elasticities-part"),
            json!({ "scenario": assessment.name, "method": "elasticity", "metrics": rows }),
        )
    }
}

/// The swings of a metric: each input's ends and what the metric becomes there.
fn swings(assessment: &Assessment, found: &OneAtATime) -> Table {
    let metric = &assessment.calculation.metrics[found.metric];
    let heads = ["head-input", "swings-head-from", "swings-head-to", "swings-head-metric", "", "swings-head-swing"];
    let mut table = Table::headed(assessment.words, &heads, &[1, 2, 3, 4, 5]);
    table.header.push(assessment.words.text("head-unit"));
    for effect in &found.effects {
        let input = &assessment.calculation.inputs[effect.input];
        let text = |value: f64| assessment.words.shown(metric.unit.from_base(value));
        table.push([
            input.label.clone(),
            input.text_of(assessment.words, effect.low.input),
            input.text_of(assessment.words, effect.high.input),
            text(effect.low.metric),
            text(effect.high.metric),
            text(effect.swing),
            assessment.words.unit(&metric.unit),
        ]);
    }
    table
}

/// Which input moves a metric most, which hardly, and which not at all.
#[must_use]
pub fn sentence(assessment: &Assessment, found: &OneAtATime) -> String {
    let metric = &assessment.calculation.metrics[found.metric];
    let words = assessment.words;
    let label = |input: usize| words.inside(&assessment.calculation.inputs[input].label);
    let stands = standing::one_at_a_time(&assessment.calculation, found);
    if matches!(stands, Standing::Constant | Standing::Without(_)) {
        let about = args![metric = &metric.label, value = metric.value_text(words)];
        return words.say(&format!("swings-{}", stands.name()), about);
    }
    let mut sentences = vec![match found.effects.first() {
        None => words.say("standing-not_reached", args![metrics = words.inside(&metric.label)]),
        Some(first) => {
            let value = |value: f64| words.end(&metric.unit, &words.shown(metric.unit.from_base(value)));
            let about = args![
                input = &assessment.calculation.inputs[first.input].label,
                metric = words.inside(&metric.label),
                low = value(first.low.metric),
                high = value(first.high.metric),
            ];
            words.say(if found.effects.len() == 1 { "swings-alone" } else { "swings-most" }, about)
        }
    }];
    let bent: Vec<String> =
        found.effects.iter().filter(|effect| effect.beyond_ends).map(|effect| label(effect.input)).collect();
    if !bent.is_empty() {
        sentences.push(words.say("swings-bent", args![inputs = bent.join(", ")]));
    }
    let unused: Vec<String> = found.not_used.iter().map(|input| label(*input)).collect();
    if !unused.is_empty() {
        sentences.push(words.say("swings-unused", args![inputs = unused.join(", ")]));
    }
    sentences.join(" ")
}

/// Labels inside a sentence, one after another; with semicolons where one has a comma of its own.
pub(super) fn listed<'a>(words: Words, labels: impl IntoIterator<Item = &'a String>) -> String {
    let labels: Vec<String> = labels.into_iter().map(|label| words.inside(label)).collect();
    if labels.iter().any(|label| label.contains(',')) { words.list(&labels) } else { labels.join(", ") }
}

/// The swings as JSON: `{"central", "unit", "inputs": {id: {"low", "high", "metric_low", "metric_high", "swing"}}}`.
fn swings_json(assessment: &Assessment, found: &OneAtATime) -> Value {
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
                "beyond_ends": effect.beyond_ends });
            (input.id.clone(), row)
        })
        .collect();
    let ids = |inputs: &[usize]| {
        inputs.iter().map(|input| assessment.calculation.inputs[*input].id.clone()).collect::<Vec<_>>()
    };
    json!({ "unit": metric.unit.text(), "central": finite(found.central), "inputs": inputs,
        "standing": standing::one_at_a_time(&assessment.calculation, found).name(),
        "not_used": ids(&found.not_used), "without_range": ids(&found.not_varied) })
}

/// An undefined value is an empty cell.
fn cell(value: f64) -> String {
    if value.is_finite() { plain(value) } else { String::new() }
}

/// Every point of tornado and spider, in long form.
fn swings_csv(assessment: &Assessment, found: &[OneAtATime]) -> String {
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
    super::csv::write(&header, rows.into_iter())
}

/// The elasticities of metrics to the inputs they use.
fn elasticities_csv(assessment: &Assessment, found: &[(usize, Vec<Elasticity>)]) -> String {
    let of_metric = |(metric, found): &(usize, Vec<Elasticity>)| -> Vec<Vec<String>> {
        let used = found.iter().enumerate().filter(|(_, elasticity)| **elasticity != Elasticity::NotUsed);
        let row = |(input, elasticity): (usize, &Elasticity)| {
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
    super::csv::write(&["metric", "input", "elasticity"], found.iter().flat_map(of_metric))
}

/// The elasticities of a metric to the inputs it uses.
fn elasticities(assessment: &Assessment, metric: usize, found: &[Elasticity]) -> Table {
    let mut table = Table::headed(assessment.words, &["head-metric", "head-input", "elasticities-head"], &[2]);
    for (input, elasticity) in found.iter().enumerate() {
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
fn elasticities_json(assessment: &Assessment, found: &[Elasticity]) -> Value {
    let rows = found.iter().enumerate().map(|(input, elasticity)| {
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
