//! A comparison as JSON and CSV. What is here stays: later versions only add keys and columns.

use super::{Compared, words};
use crate::analysis::comparison::{Attribution, Cause, CauseShare, MetricRow};
use crate::language::Localizer;
use crate::model::Input;
use crate::quantity::unit::Unit;
use crate::report::csv::table;
use crate::report::json::{input_row, keyed, value};
use serde::Serialize;
use serde_json::{Map, Value};

#[derive(Serialize)]
struct Document<'a> {
    scenarios: Vec<ScenarioRow<'a>>,
    /// Each input as each scenario has it.
    inputs: Map<String, Value>,
    metrics: Map<String, Value>,
}

#[derive(Serialize)]
struct ScenarioRow<'a> {
    letter: char,
    name: &'a str,
    title: &'a str,
}

/// A metric: lists have a member for each scenario, `differences`, `ratios` and `why` for each but the first.
#[derive(Serialize)]
struct ComparedRow<'a> {
    label: Option<&'a str>,
    unit: String,
    values: Vec<Option<f64>>,
    available: Vec<bool>,
    low_high: Vec<Option<(f64, f64)>>,
    p5_p95: Vec<Option<(f64, f64)>>,
    differences: Vec<Option<f64>>,
    ratios: Vec<Option<f64>>,
    why: Vec<WhyRow<'a>>,
}

#[derive(Serialize)]
#[serde(untagged)]
enum WhyRow<'a> {
    Explained { difference: f64, shares: Vec<ShareRow<'a>> },
    Unexplained { not_explained: String },
}

#[derive(Serialize)]
struct ShareRow<'a> {
    inputs: &'a [String],
    formulas: bool,
    amount: f64,
    alone: f64,
    last: f64,
}

/// A metric in one scenario.
#[derive(Serialize, Default)]
struct MetricRecord<'a> {
    metric: &'a str,
    scenario: String,
    name: &'a str,
    value: Option<f64>,
    unit: String,
    low: Option<f64>,
    high: Option<f64>,
    p5: Option<f64>,
    p95: Option<f64>,
    difference: Option<f64>,
    ratio: Option<f64>,
}

/// An input in one scenario; its columns are not the keys of the JSON, which has it as results have it.
#[derive(Serialize, Default)]
struct InputRecord<'a> {
    input: &'a str,
    scenario: String,
    name: &'a str,
    value: Option<f64>,
    unit: Option<&'a str>,
    distribution: Option<String>,
    low: Option<f64>,
    high: Option<f64>,
    sources: &'a [String],
}

/// What one cause adds to a metric in one scenario.
#[derive(Serialize, Default)]
struct CauseRecord<'a> {
    metric: &'a str,
    scenario: String,
    cause: String,
    adds: f64,
    unit: String,
    alone: f64,
    last: f64,
}

/// Everything as JSON.
#[must_use]
pub fn json(compared: &Compared<'_>) -> Value {
    let scenarios = compared.scenarios.iter().enumerate().map(|(position, one)| ScenarioRow {
        letter: Compared::letter(position),
        name: &one.name,
        title: &one.title,
    });
    let inputs = compared.inputs.iter().map(|row| {
        let found = row.at.iter().zip(&compared.scenarios);
        let values = found.map(|(at, one)| at.map(|at| input_row(&one.calculation.inputs[at])));
        (&row.id, values.collect::<Vec<_>>())
    });
    value(&Document {
        scenarios: scenarios.collect(),
        inputs: keyed(inputs),
        metrics: keyed(compared.metrics.iter().map(|row| (&row.id, metric(compared, row)))),
    })
}

fn metric<'a>(compared: &'a Compared<'_>, row: &'a MetricRow) -> ComparedRow<'a> {
    let all = 0..compared.scenarios.len();
    let difference = |scenario: usize| compared.difference(row, scenario);
    let unit = compared.unit(row);
    let why = row.why.iter().zip(1..).map(|(why, other)| match why {
        Err(reason) => {
            WhyRow::Unexplained { not_explained: words::reason(Localizer::default(), compared, row, other, reason) }
        }
        Ok(found) => explained(found, &unit),
    });
    ComparedRow {
        label: compared.first(row).map(|metric| metric.label.as_str()),
        unit: unit.text().to_owned(),
        values: all.clone().map(|scenario| compared.value(row, scenario)).collect(),
        available: row.at.iter().map(Option::is_some).collect(),
        low_high: all.clone().map(|scenario| compared.low_high(row, scenario)).collect(),
        p5_p95: all.clone().map(|scenario| compared.p5_p95(row, scenario)).collect(),
        differences: all.clone().skip(1).map(|one| difference(one).map(|(value, _)| value)).collect(),
        ratios: all.skip(1).map(|one| difference(one).and_then(|(_, ratio)| ratio)).collect(),
        why: why.collect(),
    }
}

fn explained<'a>(found: &'a Attribution, unit: &Unit) -> WhyRow<'a> {
    let share = |share: &'a CauseShare| ShareRow {
        inputs: match &share.cause {
            Cause::Input(id) => std::slice::from_ref(id),
            Cause::Others(ids) => ids,
            Cause::Model => &[],
        },
        formulas: share.cause == Cause::Model,
        amount: unit.from_base(share.amount),
        alone: unit.from_base(share.alone),
        last: unit.from_base(share.last),
    };
    WhyRow::Explained {
        difference: unit.from_base(found.to - found.from),
        shares: found.shares.iter().map(share).collect(),
    }
}

/// The metrics: a row for each metric and scenario.
#[must_use]
pub fn csv(compared: &Compared<'_>) -> String {
    table(compared.metrics.iter().flat_map(|row| {
        (0..compared.scenarios.len()).map(move |scenario| {
            let (bounds, percentiles) = (compared.low_high(row, scenario), compared.p5_p95(row, scenario));
            let difference = compared.difference(row, scenario).filter(|_| scenario > 0);
            MetricRecord {
                metric: &row.id,
                scenario: Compared::letter(scenario).to_string(),
                name: &compared.scenarios[scenario].name,
                value: compared.value(row, scenario),
                unit: compared.unit(row).text().to_owned(),
                low: bounds.map(|(low, _)| low),
                high: bounds.map(|(_, high)| high),
                p5: percentiles.map(|(low, _)| low),
                p95: percentiles.map(|(_, high)| high),
                difference: difference.map(|(difference, _)| difference),
                ratio: difference.and_then(|(_, ratio)| ratio),
            }
        })
    }))
}

/// The inputs that differ: a row for each input and scenario.
#[must_use]
pub(crate) fn inputs_csv(compared: &Compared<'_>) -> String {
    table(compared.inputs.iter().flat_map(|row| {
        row.at.iter().zip(&compared.scenarios).enumerate().map(|(position, (at, one))| {
            let input = at.map(|at| &one.calculation.inputs[at]);
            let range = input.and_then(Input::shown_range);
            InputRecord {
                input: &row.id,
                scenario: Compared::letter(position).to_string(),
                name: &one.name,
                value: input.map(Input::shown_value),
                unit: input.map(|input| input.unit.text()),
                distribution: input.and_then(|input| Some(input.range.as_ref()?.to_string().to_lowercase())),
                low: range.map(|(low, _)| low),
                high: range.map(|(_, high)| high),
                sources: input.map_or(&[], |input| &input.provenance.sources),
            }
        })
    }))
}

/// The shares: a row for each metric, scenario and cause.
#[must_use]
pub(crate) fn why_csv(compared: &Compared<'_>) -> String {
    table(compared.metrics.iter().flat_map(|row| {
        let unit = compared.unit(row);
        let found = row.why.iter().zip(1..).filter_map(|(why, other)| Some((why.as_ref().ok()?, other)));
        let shares = found.flat_map(|(found, other)| found.shares.iter().map(move |share| (share, other)));
        shares.map(move |(share, other)| CauseRecord {
            metric: &row.id,
            scenario: Compared::letter(other).to_string(),
            cause: match &share.cause {
                Cause::Input(id) => id.clone(),
                Cause::Others(ids) => ids.join(" "),
                Cause::Model => "formulas".to_owned(),
            },
            adds: unit.from_base(share.amount),
            unit: unit.text().to_owned(),
            alone: unit.from_base(share.alone),
            last: unit.from_base(share.last),
        })
    }))
}
