//! Results as JSON. What is here stays as long as [`super::format`] has the same number: until then keys are only added.

use super::members;
use crate::analysis::sweep::Sweep;
use crate::model::{Assessment, Input, InputId, Metric, SweepPlan};
use crate::report::wording::formula_text;
use crate::scenario::SourceEntry;
use crate::scenario::{Counting, Purpose, Role};
use serde::Serialize;
use serde_json::{Map, Value, json};

#[derive(Serialize)]
struct Document<'a> {
    scenario: Scenario<'a>,
    inputs: Map<String, Value>,
    metrics: Map<String, Value>,
    unavailable: Map<String, Value>,
    sources: Map<String, Value>,
}

#[derive(Serialize)]
struct Scenario<'a> {
    name: &'a str,
    title: &'a str,
    purpose: Option<Purpose>,
    #[serde(skip_serializing_if = "Option::is_none")]
    lang: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    summary: Option<&'a str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    warnings: Vec<WarningRow<'a>>,
}

/// What an author says must be said; of the whole scenario where `of` is `null`.
#[derive(Serialize)]
struct WarningRow<'a> {
    of: Option<&'a str>,
    text: &'a str,
}

#[derive(Serialize)]
struct InputRow<'a> {
    label: &'a str,
    value: f64,
    unit: &'a str,
    /// The keys of the sources, separated by commas; `null` without any.
    source: Option<String>,
    sources: &'a [String],
    #[serde(skip_serializing_if = "Option::is_none")]
    assumed: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    set: Option<&'a str>,
    /// `model` where the value is the standard model's own.
    #[serde(skip_serializing_if = "Option::is_none")]
    from: Option<&'static str>,
    role: Role,
    #[serde(skip_serializing_if = "Option::is_none")]
    counting: Option<Counting>,
    #[serde(skip_serializing_if = "Option::is_none")]
    range: Option<RangeRow>,
    #[serde(skip_serializing_if = "Option::is_none")]
    note: Option<&'a str>,
}

/// Ends of an input's range: the ends of what can occur, or the 5th and 95th percentile.
#[derive(Serialize)]
struct RangeRow {
    distribution: String,
    low: f64,
    /// The mode, the mean or the median, whichever the distribution is built around.
    central: f64,
    high: f64,
    mean: f64,
    ends: &'static str,
    /// Where it is one of several values: each with its share of the cases.
    #[serde(skip_serializing_if = "Option::is_none")]
    choices: Option<Vec<ChoiceRow>>,
}

#[derive(Serialize)]
struct ChoiceRow {
    value: f64,
    share: f64,
}

#[derive(Serialize)]
struct MetricRow<'a> {
    label: &'a str,
    value: Option<f64>,
    unit: &'a str,
    formula: String,
    sources: &'a [String],
    #[serde(skip_serializing_if = "Option::is_none")]
    assumed: Option<&'a str>,
    means: &'a str,
    headline: bool,
    own: bool,
}

/// The results of a scenario as one JSON document. Values are in the units stated beside them; an undefined value is
/// `null`.
#[must_use]
pub fn results(assessment: &Assessment) -> Value {
    let crowded = members::crowded(assessment);
    let inputs = assessment.calculation.inputs.iter().filter(|input| !members::is_in(input.member.as_ref(), &crowded));
    let inputs = inputs.map(|input| (input.id.clone(), value(&input_row(input))));
    let metrics =
        assessment.calculation.metrics.iter().filter(|metric| !members::is_in(metric.member.as_ref(), &crowded));
    let metrics = metrics.map(|metric| (metric.id.clone(), value(&metric_row(metric))));
    let unavailable = assessment
        .calculation
        .unavailable
        .iter()
        .map(|metric| (metric.id.clone(), Value::String(format!("needs {}", metric.needs.join(", ")))));
    let warnings =
        assessment.warnings.iter().map(|warning| WarningRow { of: warning.of.as_deref(), text: &warning.text });
    let document = Document {
        scenario: Scenario {
            name: &assessment.name,
            title: &assessment.title,
            purpose: assessment.purpose,
            lang: assessment.words.named(),
            summary: assessment.summary.as_deref(),
            warnings: warnings.collect(),
        },
        inputs: inputs.collect(),
        metrics: metrics.collect(),
        unavailable: unavailable.collect(),
        sources: assessment.sources.iter().map(|source| (source.key.value.to_string(), source_row(source))).collect(),
    };
    let mut document = value(&document);
    if !crowded.is_empty() {
        document["scopes"] = members::json(assessment, &crowded);
    }
    document
}

/// A sweep's results as JSON: the points in the inputs' units and each metric's values in its own.
#[must_use]
pub fn sweep(assessment: &Assessment, plan: &SweepPlan, sweep: &Sweep) -> Value {
    let axis = |input: InputId, points: &[f64]| {
        let input = &assessment.calculation.inputs[input];
        let points: Vec<f64> = points.iter().map(|point| input.unit.from_base(*point)).collect();
        json!({ "id": input.id, "unit": input.unit.text(), "values": points })
    };
    let mut inputs = vec![axis(plan.first.input, &sweep.first)];
    if let (Some(second), Some(points)) = (&plan.second, &sweep.second) {
        inputs.push(axis(second.input, points));
    }
    let metrics: Map<String, Value> = sweep
        .curves
        .iter()
        .map(|curve| {
            let metric = &assessment.calculation.metrics[curve.metric];
            let values: Vec<Option<f64>> =
                curve.values.iter().map(|value| finite(metric.unit.from_base(*value))).collect();
            (metric.id.clone(), json!({ "label": metric.label, "unit": metric.unit.text(), "values": values }))
        })
        .collect();
    json!({ "scenario": assessment.name, "sweep": plan.id, "inputs": inputs, "metrics": metrics })
}

/// A JSON document as text, indented, with a line break at its end.
#[must_use]
pub fn text(document: &Value) -> String {
    format!("{document:#}\n")
}

fn value(row: &impl Serialize) -> Value {
    serde_json::to_value(row).unwrap_or(Value::Null)
}

pub(super) fn finite(value: f64) -> Option<f64> {
    value.is_finite().then_some(value)
}

/// An input as it stands in results.
pub(super) fn input_value(input: &Input) -> Value {
    value(&input_row(input))
}

fn input_row(input: &Input) -> InputRow<'_> {
    let range = input.range.as_ref().zip(input.shown_range()).map(|(range, (low, high))| RangeRow {
        distribution: range.to_string().to_lowercase(),
        low,
        central: input.unit.from_base(range.central()),
        high,
        mean: input.unit.from_base(range.mean()),
        ends: if range.has_ends() { "low and high" } else { "p5 and p95" },
        choices: range.choices().map(|choices| {
            choices.into_iter().map(|(value, share)| ChoiceRow { value: input.unit.from_base(value), share }).collect()
        }),
    });
    InputRow {
        label: &input.label,
        value: input.shown_value(),
        unit: input.unit.text(),
        source: (!input.provenance.sources.is_empty()).then(|| input.provenance.sources.join(", ")),
        sources: &input.provenance.sources,
        assumed: input.provenance.assumed.as_deref(),
        set: input.provenance.set.as_deref(),
        from: input.provenance.model.then_some("model"),
        role: input.role,
        counting: input.counting,
        range,
        note: input.note.as_deref(),
    }
}

fn metric_row(metric: &Metric) -> MetricRow<'_> {
    MetricRow {
        label: &metric.label,
        value: finite(metric.shown_value()),
        unit: metric.unit.text(),
        formula: formula_text(metric),
        sources: &metric.provenance.sources,
        assumed: metric.provenance.assumed.as_deref(),
        means: &metric.means,
        headline: metric.headline,
        own: metric.own,
    }
}

fn source_row(source: &SourceEntry) -> Value {
    Value::Object(source.fields.iter().map(|(key, text)| ((*key).to_owned(), json!(text))).collect())
}
