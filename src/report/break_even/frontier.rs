//! The frontier of two inputs in words.

use super::search;
use crate::analysis::break_even::BreakEven;
use crate::analysis::frontier::Frontier;
use crate::args;
use crate::model::{Assessment, Axis, BreakEvenPlan, Measure};
use crate::quantity::unit::Unit;
use crate::report::sampling::{sampler, samples_text};

/// A frontier in sentences.
#[must_use]
pub(crate) fn sentences(assessment: &Assessment, plan: &BreakEvenPlan, second: &Axis, found: &Frontier) -> Vec<String> {
    let (a, b) = (&assessment.calculation.inputs[plan.first.input], &assessment.calculation.inputs[second.input]);
    let words = assessment.words;
    let amount = |unit: &Unit, value: f64| words.attach(unit, &words.significant(unit.from_base(value), 6));
    let (across, up) = (words.inside(&a.label), words.inside(&b.label));
    let (subject, target) = (words.inside(&search::named(assessment, plan)), search::target(assessment, plan));
    let is_central = matches!(plan.goal.measure, Measure::Value);
    let head = if is_central { "frontier-head-central" } else { "frontier-head" };
    let head = words.format(head, args![subject = subject, target = target]);
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
