//! A comparison as JSON and CSV. What is here stays: later versions only add keys and columns.

use super::{Compared, words};
use crate::analysis::comparison::{Cause, MetricRow};
use crate::language::Localizer;
use crate::quantity::number::plain;
use crate::report::csv::write;
use crate::report::json::input_value;
use serde_json::{Map, Value, json};

/// Everything as JSON.
#[must_use]
pub fn json(compared: &Compared<'_>) -> Value {
    let scenarios = compared.scenarios.iter().enumerate().map(|(position, one)| {
        let letter = Compared::letter(position).to_string();
        json!({ "letter": letter, "name": one.name, "title": one.title })
    });
    let inputs: Map<String, Value> = compared
        .inputs
        .iter()
        .map(|row| {
            let found = row.at.iter().zip(&compared.scenarios);
            let values: Vec<Value> =
                found.map(|(at, one)| at.map_or(Value::Null, |at| input_value(&one.calculation.inputs[at]))).collect();
            (row.id.clone(), Value::Array(values))
        })
        .collect();
    let metrics: Map<String, Value> =
        compared.metrics.iter().map(|row| (row.id.clone(), metric(compared, row))).collect();
    json!({ "scenarios": scenarios.collect::<Vec<_>>(), "inputs": inputs, "metrics": metrics })
}

fn metric(compared: &Compared<'_>, row: &MetricRow) -> Value {
    let all = 0..compared.scenarios.len();
    let pair = |range: Option<(f64, f64)>| range.map(|(low, high)| json!([low, high]));
    let difference = |scenario: usize| compared.difference(row, scenario);
    let why: Vec<Value> = row
        .why
        .iter()
        .zip(1..)
        .map(|(why, other)| match why {
            Err(reason) => {
                json!({ "not_explained": words::reason(Localizer::default(), compared, row, other, reason) })
            }
            Ok(found) => {
                let unit = compared.unit(row);
                let shares: Vec<Value> = found
                    .shares
                    .iter()
                    .map(|share| {
                        let (inputs, model) = match &share.cause {
                            Cause::Input(id) => (vec![id.clone()], false),
                            Cause::Others(ids) => (ids.clone(), false),
                            Cause::Model => (Vec::new(), true),
                        };
                        json!({
                            "inputs": inputs,
                            "formulas": model,
                            "amount": unit.from_base(share.amount),
                            "alone": unit.from_base(share.alone),
                            "last": unit.from_base(share.last),
                        })
                    })
                    .collect();
                json!({ "difference": unit.from_base(found.to - found.from), "shares": shares })
            }
        })
        .collect();
    json!({
        "label": compared.first(row).map(|metric| metric.label.as_str()),
        "unit": compared.unit(row).text(),
        "values": all.clone().map(|scenario| compared.value(row, scenario)).collect::<Vec<_>>(),
        "available": row.at.iter().map(Option::is_some).collect::<Vec<_>>(),
        "low_high": all.clone().map(|scenario| pair(compared.low_high(row, scenario))).collect::<Vec<_>>(),
        "p5_p95": all.clone().map(|scenario| pair(compared.p5_p95(row, scenario))).collect::<Vec<_>>(),
        "differences": all.clone().skip(1).map(|one| difference(one).map(|(value, _)| value)).collect::<Vec<_>>(),
        "ratios": all.skip(1).map(|one| difference(one).and_then(|(_, ratio)| ratio)).collect::<Vec<_>>(),
        "why": why,
    })
}

fn number(value: Option<f64>) -> String {
    value.map_or_else(String::new, plain)
}

/// The metrics: a row for each metric and scenario.
#[must_use]
pub fn csv(compared: &Compared<'_>) -> String {
    let header = ["metric", "scenario", "name", "value", "unit", "low", "high", "p5", "p95", "difference", "ratio"];
    let rows = compared.metrics.iter().flat_map(|row| {
        (0..compared.scenarios.len()).map(move |scenario| {
            let (bounds, percentiles) = (compared.low_high(row, scenario), compared.p5_p95(row, scenario));
            let difference = compared.difference(row, scenario).filter(|_| scenario > 0);
            vec![
                row.id.clone(),
                Compared::letter(scenario).to_string(),
                compared.scenarios[scenario].name.clone(),
                number(compared.value(row, scenario)),
                compared.unit(row).text().to_owned(),
                number(bounds.map(|(low, _)| low)),
                number(bounds.map(|(_, high)| high)),
                number(percentiles.map(|(low, _)| low)),
                number(percentiles.map(|(_, high)| high)),
                number(difference.map(|(difference, _)| difference)),
                number(difference.and_then(|(_, ratio)| ratio)),
            ]
        })
    });
    write(&header, rows)
}

/// The inputs that differ: a row for each input and scenario.
#[must_use]
pub fn inputs_csv(compared: &Compared<'_>) -> String {
    let rows = compared.inputs.iter().flat_map(|row| {
        row.at.iter().zip(&compared.scenarios).enumerate().map(|(position, (at, one))| {
            let input = at.map(|at| &one.calculation.inputs[at]);
            let text = |of: &dyn Fn(&crate::model::Input) -> String| input.map_or_else(String::new, of);
            let range = input.and_then(crate::model::Input::shown_range);
            vec![
                row.id.clone(),
                Compared::letter(position).to_string(),
                one.name.clone(),
                number(input.map(crate::model::Input::shown_value)),
                text(&|input| input.unit.text().to_owned()),
                text(&|input| input.range.as_ref().map_or_else(String::new, |range| range.to_string().to_lowercase())),
                number(range.map(|(low, _)| low)),
                number(range.map(|(_, high)| high)),
                text(&|input| input.provenance.sources.join(" ")),
            ]
        })
    });
    write(&["input", "scenario", "name", "value", "unit", "distribution", "low", "high", "sources"], rows)
}

/// The shares: a row for each metric, scenario and cause.
#[must_use]
pub fn why_csv(compared: &Compared<'_>) -> String {
    let mut rows = Vec::new();
    for row in &compared.metrics {
        for (found, other) in row.why.iter().zip(1..) {
            let Ok(found) = found else { continue };
            let unit = compared.unit(row);
            for share in &found.shares {
                let cause = match &share.cause {
                    Cause::Input(id) => id.clone(),
                    Cause::Others(ids) => ids.join(" "),
                    Cause::Model => "formulas".to_owned(),
                };
                let amount = |value: f64| plain(unit.from_base(value));
                let letter = Compared::letter(other).to_string();
                let unit = unit.text().to_owned();
                let amounts = [amount(share.amount), unit, amount(share.alone), amount(share.last)];
                rows.push([row.id.clone(), letter, cause].into_iter().chain(amounts).collect::<Vec<_>>());
            }
        }
    }
    write(&["metric", "scenario", "cause", "adds", "unit", "alone", "last"], rows.into_iter())
}
