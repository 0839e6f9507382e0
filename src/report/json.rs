//! Results as JSON. What is here stays as long as [`super::format`] has the same number: until then keys are only added.

use super::members;
use crate::analysis::sweep::Sweep;
use crate::model::{Assessment, Input, Metric, MetricId, SweepPlan};
use crate::program::Extremes;
use crate::quantity::unit::Unit;
use crate::report::wording::formula_text;
use crate::scenario::SourceEntry;
use crate::scenario::{Counting, Purpose, Role};
use serde::Serialize;
use serde_json::{Map, Value};
use std::fmt::Write as _;
use typed_index_collections::TiSlice;

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
pub(super) struct InputRow<'a> {
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
pub(super) struct MetricRow<'a> {
    label: &'a str,
    value: f64,
    unit: &'a str,
    formula: String,
    sources: &'a [String],
    #[serde(skip_serializing_if = "Option::is_none")]
    assumed: Option<&'a str>,
    means: &'a str,
    headline: bool,
    own: bool,
    #[serde(flatten)]
    extremes: Option<ExtremesRow>,
}

/// The least and the greatest value over all declared ranges, levers and constants included; `null` where unbounded.
#[derive(Serialize)]
struct ExtremesRow {
    low: Option<f64>,
    high: Option<f64>,
    /// Absent where the end is exact: `bound`, which no value passes, or `unbounded`.
    #[serde(skip_serializing_if = "Option::is_none")]
    low_kind: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    high_kind: Option<&'static str>,
}

impl ExtremesRow {
    fn of(metric: &Metric, extremes: &Extremes) -> Self {
        let end = |end: f64| finite(metric.unit.from_base(end));
        let (low, high) = (end(extremes.bounds.low), end(extremes.bounds.high));
        let kind = |end: Option<f64>| match end {
            None => Some("unbounded"),
            Some(_) => extremes.is_outer.then_some("bound"),
        };
        Self { low_kind: kind(low), high_kind: kind(high), low, high }
    }
}

/// The results of a scenario as one JSON document. Values are in the units stated beside them; an undefined value is
/// `null`. `extremes` are those of the metrics, or none.
#[must_use]
pub fn results(assessment: &Assessment, extremes: &TiSlice<MetricId, Option<Extremes>>) -> Value {
    let crowded = members::crowded(assessment);
    let inputs = assessment.calculation.inputs.iter().filter(|input| !members::is_in(input.member.as_ref(), &crowded));
    let inputs = inputs.map(|input| (&input.id, input_row(input)));
    let metrics = assessment.calculation.metrics.iter_enumerated();
    let metrics = metrics.filter(|(_, metric)| !members::is_in(metric.member.as_ref(), &crowded));
    let metrics = metrics
        .map(|(position, metric)| (&metric.id, metric_row(metric, extremes.get(position).and_then(Option::as_ref))));
    let unavailable = assessment
        .calculation
        .unavailable
        .iter()
        .map(|metric| (&metric.id, format!("needs {}", metric.needs.join(", "))));
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
        inputs: keyed(inputs),
        metrics: keyed(metrics),
        unavailable: keyed(unavailable),
        sources: sources(&assessment.sources),
    };
    let mut document = value(&document);
    if !crowded.is_empty() {
        document["scopes"] = members::json(assessment, &crowded);
    }
    document
}

#[derive(Serialize)]
struct SweepDocument<'a> {
    scenario: &'a str,
    sweep: &'a str,
    inputs: Vec<AxisRow<'a>>,
    metrics: Map<String, Value>,
}

#[derive(Serialize)]
struct AxisRow<'a> {
    id: &'a str,
    unit: &'a str,
    values: Vec<f64>,
}

#[derive(Serialize)]
struct CurveRow<'a> {
    label: &'a str,
    unit: &'a str,
    values: Vec<f64>,
}

/// A sweep's results as JSON: the points in the inputs' units and each metric's values in its own.
#[must_use]
pub fn sweep(assessment: &Assessment, plan: &SweepPlan, sweep: &Sweep) -> Value {
    let in_unit = |unit: &Unit, values: &[f64]| values.iter().map(|value| unit.from_base(*value)).collect();
    let axes = [(Some(&plan.first), Some(&sweep.first)), (plan.second.as_ref(), sweep.second.as_ref())];
    let axes = axes.into_iter().filter_map(|(axis, points)| {
        let input = &assessment.calculation.inputs[axis?.input];
        Some(AxisRow { id: &input.id, unit: input.unit.text(), values: in_unit(&input.unit, points?) })
    });
    let curves = sweep.curves.iter().map(|curve| {
        let metric = &assessment.calculation.metrics[curve.metric];
        let values = in_unit(&metric.unit, &curve.values);
        (&metric.id, CurveRow { label: &metric.label, unit: metric.unit.text(), values })
    });
    value(&SweepDocument {
        scenario: &assessment.name,
        sweep: &plan.id,
        inputs: axes.collect(),
        metrics: keyed(curves),
    })
}

/// A JSON document as text, indented, with a line break at its end.
#[must_use]
pub fn text(document: &Value) -> String {
    shown(&format!("{document:#}\n"))
}

/// What a terminal would take for a command, and JSON does not escape, as JSON can write it too.
fn shown(document: &str) -> String {
    let hidden = |c: char| matches!(c, '\u{7f}'..='\u{9f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    document.split_inclusive(hidden).fold(String::with_capacity(document.len()), |mut all, piece| {
        let plain = piece.trim_end_matches(hidden);
        all.push_str(plain);
        for c in piece[plain.len()..].chars() {
            let _ = write!(all, "\\u{:04x}", u32::from(c));
        }
        all
    })
}

/// A row or a document; a number that is not finite is `null`.
pub(super) fn value(row: &impl Serialize) -> Value {
    serde_json::to_value(row).unwrap_or(Value::Null)
}

/// Rows by their keys.
pub(super) fn keyed<K: Into<String>, R: Serialize>(rows: impl IntoIterator<Item = (K, R)>) -> Map<String, Value> {
    rows.into_iter().map(|(key, row)| (key.into(), value(&row))).collect()
}

pub(super) fn finite(value: f64) -> Option<f64> {
    value.is_finite().then_some(value)
}

/// An input as it stands in results.
pub(super) fn input_row(input: &Input) -> InputRow<'_> {
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

pub(super) fn metric_row<'a>(metric: &'a Metric, extremes: Option<&Extremes>) -> MetricRow<'a> {
    MetricRow {
        label: &metric.label,
        value: metric.shown_value(),
        unit: metric.unit.text(),
        formula: formula_text(metric),
        sources: &metric.provenance.sources,
        assumed: metric.provenance.assumed.as_deref(),
        means: &metric.means,
        headline: metric.headline,
        own: metric.own,
        extremes: extremes.map(|extremes| ExtremesRow::of(metric, extremes)),
    }
}

/// Sources by their keys.
pub(super) fn sources(sources: &[SourceEntry]) -> Map<String, Value> {
    let fields = |source: &SourceEntry| keyed(source.fields.iter().map(|(key, text)| (*key, text)));
    keyed(sources.iter().map(|source| (source.key.value.to_string(), fields(source))))
}
