//! Sizing methods and published estimates as JSON and CSV. What is here stays: later versions only add keys and columns.

use crate::analysis::sizing::{MissingReason, Sizing};
use crate::model::Assessment;
use crate::quantity::number::plain;
use crate::report::json::finite;
use serde_json::{Map, Value, json};

/// `{"proposed", "methods": [{"id", "label", "low", "central", "high", "applies", "why", "margin", "shortfall"}],
/// "estimates": [{"id", "who", "date", "value", "low", "high", "densities", "nearest"}]}`, all in personnel. A method
/// without a number has `null` for its numbers and says what it `needs`; `applies` is `null` without a purpose.
pub(super) fn json(assessment: &Assessment, sizing: &Sizing) -> Value {
    let methods = sizing.requirements.iter().map(|requirement| {
        let method = &assessment.roles.methods[requirement.method];
        let range = requirement.personnel.as_ref().ok();
        let mut row = json!({
            "id": method.id, "label": method.label, "low": range.and_then(|range| finite(range.ends.0)),
            "central": range.map(|range| range.central), "high": range.and_then(|range| finite(range.ends.1)),
            "p5": range.and_then(|range| range.range).map(|range| range.0),
            "p95": range.and_then(|range| range.range).map(|range| range.1),
            "counts": method.counts.iter().map(|input| &*assessment.calculation.inputs[*input].id).collect::<Vec<_>>(),
            "counted": requirement.counted, "met_share": requirement.met.map(|met| met.share),
            "as_chosen": method.chosen.is_some(),
            "applies": requirement.applies, "why": method.why, "margin": requirement.margin,
            "shortfall": requirement.shortfall, "caveat": method.caveat,
        });
        if let Err(lack) = &requirement.personnel {
            row["needs"] = match lack {
                MissingReason::Inputs(needs) => json!(needs),
                MissingReason::Undefined => json!([]),
            };
        }
        row
    });
    let estimates = sizing.estimates.iter().map(|beside| {
        let estimate = &assessment.roles.estimates[beside.estimate];
        let metrics = assessment.roles.proposal.densities.iter().map(|metric| &assessment.calculation.metrics[*metric]);
        let densities: Map<String, Value> = metrics
            .zip(&beside.densities)
            .map(|(metric, value)| {
                let value = value.map(|value| metric.unit.from_base(value));
                (metric.id.clone(), json!({ "value": value, "unit": metric.unit.text() }))
            })
            .collect();
        let nearest = beside.nearest.and_then(|position| sizing.requirements.get(position));
        json!({
            "id": estimate.id, "who": estimate.who, "date": estimate.date, "value": estimate.value,
            "low": estimate.range.map(|range| range.0), "high": estimate.range.map(|range| range.1),
            "elsewhere": estimate.elsewhere, "for": estimate.purpose, "densities": densities,
            "nearest": nearest.map(|requirement| assessment.roles.methods[requirement.method].id.as_str()),
            "sources": estimate.sources, "note": estimate.note,
        })
    });
    json!({
        "scenario": assessment.name, "purpose": assessment.purpose, "proposed": sizing.proposed.and_then(finite),
        "methods": methods.collect::<Vec<_>>(), "estimates": estimates.collect::<Vec<_>>(),
    })
}

/// `id,label,low,central,high,applies,margin,shortfall,needs,p5,p95,counted,met_share`, in personnel; `low` and `high`
/// are the extremes, empty where there is none.
#[must_use]
pub fn methods_csv(assessment: &Assessment, sizing: &Sizing) -> String {
    let rows = sizing.requirements.iter().map(|requirement| {
        let method = &assessment.roles.methods[requirement.method];
        let range = requirement.personnel.as_ref().ok();
        vec![
            method.id.clone(),
            method.label.clone(),
            cell(range.map(|range| range.ends.0)),
            cell(range.map(|range| range.central)),
            cell(range.map(|range| range.ends.1)),
            requirement.applies.map_or_else(String::new, |applies| applies.to_string()),
            cell(requirement.margin),
            cell(requirement.shortfall),
            match &requirement.personnel {
                Err(MissingReason::Inputs(needs)) => needs.join(" "),
                _ => String::new(),
            },
            cell(range.and_then(|range| range.range).map(|range| range.0)),
            cell(range.and_then(|range| range.range).map(|range| range.1)),
            cell(requirement.counted),
            cell(requirement.met.map(|met| met.share)),
        ]
    });
    crate::report::csv::write(
        &[
            "id",
            "label",
            "low",
            "central",
            "high",
            "applies",
            "margin",
            "shortfall",
            "needs",
            "p5",
            "p95",
            "counted",
            "met_share",
        ],
        rows,
    )
}

/// `id,who,date,year,value,low,high,elsewhere`, a column for each density in its unit, `nearest,sources`.
pub(super) fn estimates_csv(assessment: &Assessment, sizing: &Sizing) -> String {
    let metrics: Vec<_> =
        assessment.roles.proposal.densities.iter().map(|metric| &assessment.calculation.metrics[*metric]).collect();
    let mut header = vec!["id", "who", "date", "year", "value", "low", "high", "elsewhere"];
    header.extend(metrics.iter().map(|metric| metric.id.as_str()));
    header.extend(["nearest", "sources"]);
    let rows = sizing.estimates.iter().map(|beside| {
        let estimate = &assessment.roles.estimates[beside.estimate];
        let mut row = vec![
            estimate.id.clone(),
            estimate.who.clone(),
            estimate.date.clone().unwrap_or_default(),
            cell(estimate.year),
            cell(Some(estimate.value)),
            cell(estimate.range.map(|range| range.0)),
            cell(estimate.range.map(|range| range.1)),
            estimate.elsewhere.clone().unwrap_or_default(),
        ];
        let densities = metrics.iter().zip(&beside.densities);
        row.extend(densities.map(|(metric, value)| cell(value.map(|value| metric.unit.from_base(value)))));
        let nearest = beside.nearest.and_then(|position| sizing.requirements.get(position));
        row.push(nearest.map_or_else(String::new, |found| assessment.roles.methods[found.method].id.clone()));
        row.push(estimate.sources.join(" "));
        row
    });
    crate::report::csv::write(&header, rows)
}

/// An undefined value is an empty cell.
fn cell(value: Option<f64>) -> String {
    value.and_then(finite).map_or_else(String::new, plain)
}
