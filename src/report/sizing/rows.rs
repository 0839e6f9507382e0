//! Sizing methods and published estimates as JSON and CSV. What is here stays: later versions only add keys and columns.

use crate::analysis::sizing::{MethodComparison, MissingReason, Requirement, Sizing};
use crate::model::{Assessment, Metric};
use crate::report::backtest::badges;
use crate::report::csv::columns;
use crate::report::json::{keyed, value};
use crate::scenario::Purpose;
use serde::Serialize;
use serde_json::{Map, Value};

/// All of it, in personnel.
#[derive(Serialize)]
struct Document<'a> {
    scenario: &'a str,
    purpose: Option<Purpose>,
    proposed: Option<f64>,
    methods: Vec<MethodRow<'a>>,
    estimates: Vec<EstimateRow<'a>>,
}

#[derive(Serialize)]
struct MethodRow<'a> {
    id: &'a str,
    label: &'a str,
    /// The extremes over the ranges of all inputs; absent where there is none.
    low: Option<f64>,
    central: Option<f64>,
    high: Option<f64>,
    p5: Option<f64>,
    p95: Option<f64>,
    /// The inputs that the method's definition counts.
    counts: Vec<&'a str>,
    counted: Option<f64>,
    met_share: Option<f64>,
    as_chosen: bool,
    /// Absent without a purpose.
    applies: Option<bool>,
    why: &'a str,
    margin: Option<f64>,
    shortfall: Option<f64>,
    caveat: Option<&'a str>,
    /// Of a method without a number, the inputs it lacks.
    #[serde(skip_serializing_if = "Option::is_none")]
    needs: Option<&'a [String]>,
    levers: Vec<LeverRow<'a>>,
    /// What its own ratio was worth on cases, in words.
    track_record: Vec<String>,
}

/// The requirement at the ends of a lever's range, which are in the lever's unit; other inputs at their central case.
#[derive(Serialize)]
struct LeverRow<'a> {
    lever: &'a str,
    unit: &'a str,
    lever_low: f64,
    lever_high: f64,
    at_lever_low: f64,
    at_lever_high: f64,
}

/// A method with its levers in columns of their own, each a list.
#[derive(Serialize)]
struct MethodRecord<'a> {
    lever: Vec<&'a str>,
    lever_low: Vec<f64>,
    lever_high: Vec<f64>,
    at_lever_low: Vec<f64>,
    at_lever_high: Vec<f64>,
    #[serde(flatten)]
    method: MethodRow<'a>,
}

impl<'a> MethodRecord<'a> {
    fn new(method: MethodRow<'a>) -> Self {
        let of = |part: fn(&LeverRow<'_>) -> f64| method.levers.iter().map(part).collect();
        Self {
            lever: method.levers.iter().map(|row| row.lever).collect(),
            lever_low: of(|row| row.lever_low),
            lever_high: of(|row| row.lever_high),
            at_lever_low: of(|row| row.at_lever_low),
            at_lever_high: of(|row| row.at_lever_high),
            method,
        }
    }
}

#[derive(Serialize)]
struct EstimateRow<'a> {
    id: &'a str,
    who: &'a str,
    date: Option<&'a str>,
    value: f64,
    low: Option<f64>,
    high: Option<f64>,
    elsewhere: Option<&'a str>,
    #[serde(rename = "for")]
    purpose: Option<&'a str>,
    densities: Map<String, Value>,
    nearest: Option<&'a str>,
    sources: &'a [String],
    note: Option<&'a str>,
}

#[derive(Serialize)]
struct DensityRow<'a> {
    value: Option<f64>,
    unit: &'a str,
}

/// An estimate with its year, and each density in a column of its own.
#[derive(Serialize)]
struct EstimateRecord<'a> {
    year: Option<f64>,
    #[serde(flatten)]
    estimate: EstimateRow<'a>,
    #[serde(flatten)]
    densities: Map<String, Value>,
}

fn method<'a>(assessment: &'a Assessment, requirement: &'a Requirement) -> MethodRow<'a> {
    let method = &assessment.roles.methods[requirement.method];
    let personnel = requirement.personnel.as_ref().ok();
    let range = personnel.and_then(|personnel| personnel.range);
    let counts = method.counts.iter().map(|input| assessment.calculation.inputs[*input].id.as_str());
    let levers = requirement.spans.iter().map(|span| {
        let lever = &assessment.calculation.inputs[span.lever];
        LeverRow {
            lever: &lever.id,
            unit: lever.unit.text(),
            lever_low: lever.unit.from_base(span.ends.0),
            lever_high: lever.unit.from_base(span.ends.1),
            at_lever_low: span.personnel.0,
            at_lever_high: span.personnel.1,
        }
    });
    MethodRow {
        id: &method.id,
        label: &method.label,
        low: personnel.map(|personnel| personnel.ends.bounds.low),
        central: personnel.map(|personnel| personnel.central),
        high: personnel.map(|personnel| personnel.ends.bounds.high),
        p5: range.map(|range| range.0),
        p95: range.map(|range| range.1),
        counts: counts.collect(),
        counted: requirement.counted,
        met_share: requirement.met.map(|met| met.share),
        as_chosen: !method.chosen.is_empty(),
        applies: requirement.applies,
        why: &method.why,
        margin: requirement.margin,
        shortfall: requirement.shortfall,
        caveat: method.caveat.as_deref(),
        needs: requirement.personnel.as_ref().err().map(|lack| match lack {
            MissingReason::Inputs(needs) => needs.as_slice(),
            MissingReason::Undefined => &[],
        }),
        levers: levers.collect(),
        track_record: badges(assessment, method),
    }
}

/// The densities that an estimate implies, each with its value in the metric's unit.
fn densities<'a>(
    assessment: &'a Assessment,
    beside: &MethodComparison,
) -> impl Iterator<Item = (&'a Metric, Option<f64>)> {
    let metrics = assessment.roles.proposal.densities.iter().map(|metric| &assessment.calculation.metrics[*metric]);
    metrics.zip(&beside.densities).map(|(metric, value)| (metric, value.map(|value| metric.unit.from_base(value))))
}

fn estimate<'a>(assessment: &'a Assessment, sizing: &Sizing, beside: &MethodComparison) -> EstimateRow<'a> {
    let estimate = &assessment.roles.estimates[beside.estimate];
    let row = |(metric, value): (&'a Metric, _)| (&metric.id, DensityRow { value, unit: metric.unit.text() });
    let nearest = beside.nearest.and_then(|position| sizing.requirements.get(position));
    EstimateRow {
        id: &estimate.id,
        who: &estimate.who,
        date: estimate.date.as_deref(),
        value: estimate.value,
        low: estimate.range.map(|range| range.0),
        high: estimate.range.map(|range| range.1),
        elsewhere: estimate.elsewhere.as_deref(),
        purpose: estimate.purpose.as_deref(),
        densities: keyed(densities(assessment, beside).map(row)),
        nearest: nearest.map(|requirement| assessment.roles.methods[requirement.method].id.as_str()),
        sources: &estimate.sources,
        note: estimate.note.as_deref(),
    }
}

/// Methods and estimates as JSON.
pub(super) fn json(assessment: &Assessment, sizing: &Sizing) -> Value {
    value(&Document {
        scenario: &assessment.name,
        purpose: assessment.purpose,
        proposed: sizing.proposed,
        methods: sizing.requirements.iter().map(|requirement| method(assessment, requirement)).collect(),
        estimates: sizing.estimates.iter().map(|beside| estimate(assessment, sizing, beside)).collect(),
    })
}

/// `id,label,low,central,high,applies,margin,shortfall,needs,p5,p95,counted,met_share`, in personnel; `low` and `high`
/// are the extremes, empty where there is none. Then `lever,lever_low,lever_high,at_lever_low,at_lever_high`: the levers
/// with a range, its ends in their units, and the requirement at these; several are parted by spaces.
#[must_use]
pub fn methods_csv(assessment: &Assessment, sizing: &Sizing) -> String {
    let rows = sizing.requirements.iter().map(|requirement| MethodRecord::new(method(assessment, requirement)));
    let header = ["id", "label", "low", "central", "high", "applies", "margin", "shortfall", "needs"];
    let added = ["p5", "p95", "counted", "met_share"];
    let levers = ["lever", "lever_low", "lever_high", "at_lever_low", "at_lever_high"];
    columns(&[&header[..], &added[..], &levers[..]].concat(), rows)
}

/// `id,who,date,year,value,low,high,elsewhere`, a column for each density in its unit, `nearest,sources`.
pub(super) fn estimates_csv(assessment: &Assessment, sizing: &Sizing) -> String {
    let metrics = assessment.roles.proposal.densities.iter().map(|metric| &assessment.calculation.metrics[*metric]);
    let mut header = vec!["id", "who", "date", "year", "value", "low", "high", "elsewhere"];
    header.extend(metrics.map(|metric| metric.id.as_str()));
    header.extend(["nearest", "sources"]);
    let rows = sizing.estimates.iter().map(|beside| EstimateRecord {
        year: assessment.roles.estimates[beside.estimate].year,
        estimate: estimate(assessment, sizing, beside),
        densities: keyed(densities(assessment, beside).map(|(metric, value)| (&metric.id, value))),
    });
    columns(&header, rows)
}
