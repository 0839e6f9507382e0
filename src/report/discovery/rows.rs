//! With which inputs conditions fail, as JSON and CSV.

use super::text::verb;
use crate::analysis::discovery::{DiscoveredBox, Discovery, Restriction};
use crate::language::Localizer;
use crate::model::Assessment;
use crate::quantity::number::plain;
use crate::uncertainty::confidence::Share;
use crate::uncertainty::distribution::Distribution;
use serde_json::{Map, Value, json};

/// `{"condition", "label", "looking_for", "samples", "seed", "fails", "box": {input: {"low", "high", "unit", "p_value"}},
/// "coverage", "density", "coverage_ci", "density_ci", "trajectory"}`; `box` is null where the condition (nearly) always or
/// never fails. The intervals are Wilson's of independent samples: that the box was looked for in these they do not know.
#[must_use]
pub fn json(assessment: &Assessment, one: &Discovery) -> Value {
    let limits = |found: &DiscoveredBox| -> Map<String, Value> {
        let row = |restriction: &Restriction| {
            let input = &assessment.calculation.inputs[restriction.input];
            let text = |value: f64| input.unit.from_base(value);
            let mut row = json!({ "low": restriction.low.map(text), "high": restriction.high.map(text),
                "unit": input.unit.text(), "p_value": restriction.p_value });
            if let Some(choices) = &restriction.choices {
                row["choices"] = json!(choices.iter().copied().map(text).collect::<Vec<f64>>());
            }
            (input.id.clone(), row)
        };
        found.restrictions.iter().map(row).collect()
    };
    let steps = one.trajectory.iter().map(|point| {
        json!({ "coverage": point.coverage, "density": point.density, "mass": point.mass,
            "restricted": point.restricted })
    });
    let fails = if one.search.holds { one.count.samples - one.count.fails } else { one.count.fails };
    json!({ "condition": one.condition.text, "label": one.condition.label,
        "looking_for": verb(Localizer::default(), one), "samples": one.count.samples, "seed": one.settings.seed, "fails": fails,
        "standing": one.standing.name(),
        "box": one.found.as_ref().map(limits),
        "coverage": one.found.as_ref().map(|found| found.point.coverage),
        "density": one.found.as_ref().map(|found| found.point.density),
        "coverage_ci": one.found.as_ref().map(|found| Share::of_independent(found.point.coverage, one.count.fails).ci),
        "density_ci":
            one.found.as_ref().map(|found| Share::of_independent(found.point.density, found.inside(one.count)).ci),
        "trajectory": steps.collect::<Vec<Value>>() })
}

/// The box: `input,label,unit,low,high,choices,range_low,range_high,p_value`.
pub(super) fn box_csv(assessment: &Assessment, found: &DiscoveredBox) -> String {
    let rows = found.restrictions.iter().map(|restriction| {
        let input = &assessment.calculation.inputs[restriction.input];
        let cell = |value: f64| plain(input.unit.from_base(value));
        let (low, high) = input.range.as_ref().map_or((f64::NAN, f64::NAN), Distribution::range);
        let choices = restriction.choices.iter().flatten().map(|choice| cell(*choice)).collect::<Vec<_>>();
        vec![
            input.id.clone(),
            input.label.clone(),
            input.unit.text().to_owned(),
            restriction.low.map(cell).unwrap_or_default(),
            restriction.high.map(cell).unwrap_or_default(),
            choices.join(" "),
            cell(low),
            cell(high),
            plain(restriction.p_value),
        ]
    });
    let header = ["input", "label", "unit", "low", "high", "choices", "range_low", "range_high", "p_value"];
    crate::report::csv::write(&header, rows)
}

/// The boxes on the way: `step,coverage,density,mass,restricted`.
pub(super) fn trajectory_csv(one: &Discovery) -> String {
    let rows = one.trajectory.iter().enumerate().map(|(step, point)| {
        let mut row = vec![step.to_string()];
        row.extend([point.coverage, point.density, point.mass].map(plain));
        row.push(point.restricted.to_string());
        row
    });
    crate::report::csv::write(&["step", "coverage", "density", "mass", "restricted"], rows)
}
