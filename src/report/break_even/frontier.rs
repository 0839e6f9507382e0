//! The frontier of two inputs in words, as JSON and as CSV.

use super::search;
use crate::analysis::break_even::BreakEven;
use crate::analysis::frontier::Frontier;
use crate::args;
use crate::model::{Assessment, Axis, BreakEvenPlan};
use crate::quantity::number::plain;
use crate::quantity::unit::Unit;
use crate::report::sampling::{sampler, samples_text};
use serde_json::{Value, json};

/// A frontier in sentences.
#[must_use]
pub fn sentences(assessment: &Assessment, plan: &BreakEvenPlan, second: &Axis, found: &Frontier) -> Vec<String> {
    let (a, b) = (&assessment.calculation.inputs[plan.first.input], &assessment.calculation.inputs[second.input]);
    let words = assessment.words;
    let amount = |unit: &Unit, value: f64| words.attach(unit, &words.significant(unit.from_base(value), 6));
    let (across, up) = (words.inside(&a.label), words.inside(&b.label));
    let (subject, target) = (words.inside(&search::named(assessment, plan)), search::target(assessment, plan));
    let head = words.format("frontier-head", args![subject = subject, target = target]);
    let end = |unit: &Unit, value: f64| words.end(unit, &words.significant(unit.from_base(value), 6));
    let (lowest, most) = (end(&b.unit, second.from), end(&b.unit, second.to));
    let mut lines = Vec::new();
    for curve in &found.curves {
        let (Some(first), Some(last)) = (curve.first(), curve.last()) else { continue };
        lines.push(words.format(
            "frontier-curve",
            args![
                head = &head,
                across = &across,
                from = amount(&a.unit, first.second),
                up = &up,
                needs = amount(&b.unit, first.first),
                to = amount(&a.unit, last.second),
                then = amount(&b.unit, last.first),
            ],
        ));
    }
    let without = found
        .rows
        .iter()
        .filter(|row| matches!(row.outcome, BreakEven::NeverMet { .. } | BreakEven::Undefined))
        .count();
    if lines.is_empty() {
        let (from, to) = (end(&a.unit, plan.first.from), end(&a.unit, plan.first.to));
        let about = args![head = head, from = from, to = to, across = &across, least = lowest, most = most, up = &up];
        lines.push(words.format("frontier-nowhere", about));
    } else if without > 0 {
        let all = found.rows.len();
        let about = args![without = without, all = all, across = &across, up = &up, least = lowest, most = most];
        lines.push(words.format("frontier-gaps", about));
    }
    lines.extend(found.settings.map(|settings| {
        let about = args![
            samples = samples_text(words, settings.samples),
            sampler = sampler(words, settings.sampler),
            seed = settings.seed.to_string(),
            across = &across,
            up = &up,
        ];
        words.format("frontier-samples", about)
    }));
    lines
}

/// `{"outcome": "frontier", "frontier": [{"a", "b", "curve"}]}`, values in the inputs' own units.
pub(super) fn json(assessment: &Assessment, plan: &BreakEvenPlan, second: &Axis, found: &Frontier) -> Value {
    let metric = &assessment.calculation.metrics[plan.goal.metric];
    let axis = |axis: &Axis| {
        let input = &assessment.calculation.inputs[axis.input];
        json!({ "input": input.id, "unit": input.unit.text(), "from": input.unit.from_base(axis.from),
            "to": input.unit.from_base(axis.to) })
    };
    let points: Vec<Value> = points(assessment, plan, second, found)
        .map(|(curve, a, b)| json!({ "a": a, "b": b, "curve": curve }))
        .collect();
    let share = search::is_share(plan);
    let target = if share { plan.goal.target } else { metric.unit.from_base(plan.goal.target) };
    let mut document = json!({ "scenario": assessment.name, "metric": metric.id, "metric_unit": metric.unit.text(),
        "target": target, "a": axis(&plan.first), "b": axis(second),
        "outcome": if points.is_empty() { "never_met" } else { "frontier" }, "frontier": points });
    if let Some(settings) = found.settings {
        document["statistic"] = json!(plan.goal.text);
        document["samples"] = json!(settings.samples);
        document["seed"] = json!(settings.seed);
        document["sampler"] = json!(settings.sampler.name());
    }
    document
}

pub(super) fn csv(assessment: &Assessment, plan: &BreakEvenPlan, second: &Axis, found: &Frontier) -> String {
    let (a, b) = (&assessment.calculation.inputs[plan.first.input], &assessment.calculation.inputs[second.input]);
    let metric = &assessment.calculation.metrics[plan.goal.metric];
    let target = plain(search::in_unit(assessment, plan, plan.goal.target));
    let measure = if plan.goal.text.is_empty() { &metric.id } else { &plan.goal.text };
    let unit = if search::is_share(plan) { "%" } else { metric.unit.text() };
    let rows = points(assessment, plan, second, found).map(|(curve, x, y)| {
        vec![plain(x), plain(y), measure.clone(), target.clone(), unit.to_owned(), curve.to_string()]
    });
    crate::report::csv::write(&[&a.id, &b.id, "metric", "target", "unit", "curve"], rows)
}

/// The number of the curve, the first input and the second, in their own units.
fn points<'a>(
    assessment: &'a Assessment,
    plan: &'a BreakEvenPlan,
    second: &'a Axis,
    found: &'a Frontier,
) -> impl Iterator<Item = (usize, f64, f64)> + 'a {
    let (a, b) =
        (&assessment.calculation.inputs[plan.first.input].unit, &assessment.calculation.inputs[second.input].unit);
    found.curves.iter().enumerate().flat_map(move |(curve, points)| {
        points.iter().map(move |point| (curve + 1, a.from_base(point.second), b.from_base(point.first)))
    })
}
