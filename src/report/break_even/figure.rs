//! Charts of break-even searches: along one input with the target, or the frontier of two.

use super::search::{Search, named, target};
use crate::analysis::break_even::BreakEven;
use crate::analysis::frontier::{FIELD, Frontier};
use crate::args;
use crate::chart::{Frontier as Chart, LineChart, LinePanel, Mark, PointMark, PointSlots, Series};
use crate::model::{Assessment, Axis, BreakEvenPlan};
use crate::report::figure::{RenderedChart, axis_of, capitalised, case, central_slots, heading, style};
use crate::report::sampling::samples_text;
use crate::report::slot;
use crate::report::wording::Wording;

/// Crossings that a chart names at most.
pub(super) const MOST_NAMED: usize = 8;

/// What is searched against its input, with the target and where it is met.
#[must_use]
pub(crate) fn break_even(search: &Search<'_>) -> RenderedChart {
    let (assessment, plan) = (search.assessment, search.plan);
    let input = &assessment.calculation.inputs[plan.first.input];
    let (subject, words) = (search.named(), assessment.words);
    let title = plan.title.clone().or_else(|| finding(search)).unwrap_or_else(|| {
        words.format("against", args![metrics = capitalised(&subject), input = words.inside(&input.label)])
    });
    let subtitle = match &search.found.sampled {
        None => case(assessment, &[&plan.first]),
        Some(sampled) => {
            let about = args![title = &assessment.title, samples = search.samples(), count = sampled.inputs.len()];
            words.format("break-even-case", about)
        }
    };
    let mut heading = heading(assessment, &plan.id, &title, subtitle, &[plan.goal.metric]);
    heading.description = search.sentences().join(" ");
    let place = |input_value: f64, value: f64| (input.unit.from_base(input_value), search.in_unit(value));
    let mut points: Vec<(f64, f64)> = search.found.curve.iter().map(|point| place(point.input, point.metric)).collect();
    let mut vertical_marks = Vec::new();
    if let BreakEven::Crossings(crossings) = &search.found.outcome {
        for crossing in crossings {
            let at = place(crossing.input, crossing.metric);
            let next = points.partition_point(|(x, _)| *x < at.0);
            points.insert(next, at);
            if vertical_marks.len() < MOST_NAMED {
                let label = words.format("break-even-target-at", args![value = search.at(crossing.input)]);
                let slot = Some(slot::point(&plan.id, vertical_marks.len()));
                vertical_marks.push(Mark { label, value: at.0, slot });
            }
        }
    }
    if let Some(central) = search.found.central {
        let at = place(central.input, central.metric);
        let next = points.partition_point(|(x, _)| *x < at.0);
        points.insert(next, at);
    }
    let unit = search.unit_label();
    let statistic =
        if plan.goal.text.is_empty() { &assessment.calculation.metrics[plan.goal.metric].id } else { &plan.goal.text };
    let panel = LinePanel {
        label: capitalised(&subject),
        unit,
        scale: crate::chart::Scale::Linear,
        series: vec![Series { points, slots: slot::line(statistic, &input.id), ..Series::default() }],
        marks: vec![Mark {
            label: words.format("break-even-target", args![value = search.target()]),
            value: search.in_unit(plan.goal.target),
            slot: Some(slot::part(&plan.id, "target")),
        }],
    };
    let central = search.found.central.map(|_| Mark {
        label: words.format("central-case", args![value = input.value_text(words)]),
        value: input.shown_value(),
        slot: Some(slot::central(&input.id)),
    });
    let chart = LineChart {
        heading,
        x: axis_of(assessment, &plan.first),
        panels: vec![panel],
        central,
        vertical_marks,
        shares: false,
    };
    RenderedChart::new(plan.id.clone(), title, chart, &style(assessment, None))
}

/// Where the target is reached, or how near it comes; nothing of what always or never has a value.
fn finding(search: &Search<'_>) -> Option<String> {
    let (words, plan) = (search.assessment.words, search.plan);
    let input = words.inside(&search.assessment.calculation.inputs[plan.first.input].label);
    let (subject, target) = (capitalised(&search.named()), search.target());
    match &search.found.outcome {
        BreakEven::Crossings(crossings) if crossings.len() <= 3 => {
            let at: Vec<String> = crossings.iter().map(|crossing| search.at(crossing.input)).collect();
            let about = args![subject = subject, target = target, at = words.list(&at), input = input];
            Some(words.format("finding-break-even", about))
        }
        BreakEven::NeverMet { best } if best.metric.is_finite() => {
            let best = (search.value(best.metric), search.at(best.input));
            let about = args![subject = subject, target = target, best = best.0, at = best.1, input = input];
            Some(words.format("finding-break-even-never", about))
        }
        _ => None,
    }
}

/// What is needed of the second input in the central case of the first; nothing where that is off the axes or not one
/// value.
fn needed(assessment: &Assessment, (plan, second): (&BreakEvenPlan, &Axis), frontier: &Frontier) -> Option<String> {
    let words = assessment.words;
    let (first, other) =
        (&assessment.calculation.inputs[plan.first.input], &assessment.calculation.inputs[second.input]);
    let [curve] = frontier.curves.as_slice() else { return None };
    let at = other.value;
    let mut met = curve.windows(2).filter_map(|pair| {
        let (from, to) = (pair[0], pair[1]);
        let inside = from.second <= at && at < to.second;
        inside.then(|| from.first + (to.first - from.first) * (at - from.second) / (to.second - from.second))
    });
    let needs = met.next().filter(|_| met.next().is_none())?;
    let about = args![
        subject = capitalised(&named(assessment, plan)),
        target = target(assessment, plan),
        needs = words.amount(&first.unit, needs),
        up = words.inside(&first.label),
        at = other.value_text(words),
        across = words.inside(&other.label),
    ];
    Some(words.format("finding-frontier", about))
}

/// The curves on which the target is met, with the two sides in words.
#[must_use]
pub(crate) fn frontier(
    assessment: &Assessment,
    plan: &BreakEvenPlan,
    second: &Axis,
    found: &Frontier,
) -> RenderedChart {
    let (across, up) = (&assessment.calculation.inputs[plan.first.input], &assessment.calculation.inputs[second.input]);
    let words = assessment.words;
    let target = target(assessment, plan);
    let title = plan.title.clone().or_else(|| needed(assessment, (plan, second), found)).unwrap_or_else(|| {
        let named = words.inside(&named(assessment, plan));
        let (x, y) = (words.inside(&across.label), words.inside(&up.label));
        words.format("frontier-title", args![subject = named, target = &target, across = x, up = y])
    });
    let subtitle = match found.settings {
        None => case(assessment, &[&plan.first, second]),
        Some(settings) => {
            let samples = samples_text(words, settings.samples);
            words.format("frontier-case", args![title = &assessment.title, samples = samples])
        }
    };
    let mut heading = heading(assessment, &plan.id, &title, subtitle, &[plan.goal.metric]);
    heading.description = super::frontier::sentences(assessment, plan, second, found).join(" ");
    let curves = found.curves.iter().map(|curve| {
        curve.iter().map(|point| (across.unit.from_base(point.second), up.unit.from_base(point.first))).collect()
    });
    let on_axes =
        (plan.first.from..=plan.first.to).contains(&across.value) && (second.from..=second.to).contains(&up.value);
    let of_label =
        found.settings.is_none().then(|| slot::central(&assessment.calculation.metrics[plan.goal.metric].id));
    let central = on_axes.then(|| PointMark {
        x: across.shown_value(),
        y: up.shown_value(),
        label: match found.settings {
            None => {
                let value = words.shown(assessment.calculation.metrics[plan.goal.metric].shown_value());
                words.format("central-case", args![value = value])
            }
            Some(_) => words.text("frontier-central"),
        },
        slots: central_slots(across, up, of_label),
    });
    let chart = Chart {
        heading,
        x: axis_of(assessment, &plan.first),
        y: axis_of(assessment, second),
        xs: (across.unit.from_base(plan.first.from), across.unit.from_base(plan.first.to)),
        ys: (up.unit.from_base(second.from), up.unit.from_base(second.to)),
        curves: curves.collect(),
        slot: Some(slot::part(&plan.id, "target")),
        regions: regions(assessment, plan, second, (found, &target)),
        central,
    };
    RenderedChart::new(plan.id.clone(), title, chart, &style(assessment, None))
}

/// The words for both sides, each where it is farthest from the other and from the edges.
pub(super) fn regions(
    assessment: &Assessment,
    plan: &BreakEvenPlan,
    second: &Axis,
    (frontier, target): (&Frontier, &str),
) -> Vec<PointMark> {
    let coarse = |axis: &Axis| Axis { steps: FIELD, ..axis.clone() };
    let (first, second) = (coarse(&plan.first), coarse(second));
    let values = &frontier.field;
    let side = |value: f64| (!value.is_nan()).then_some(value >= plan.goal.target);
    let (xs, ys) = (first.points(), second.points());
    let mut found = Vec::new();
    for (met, key) in [(true, "frontier-met"), (false, "frontier-missed")] {
        let mut best: Option<(usize, usize)> = None;
        for (index, value) in values.iter().enumerate() {
            if side(*value) != Some(met) {
                continue;
            }
            let (column, row) = (index % FIELD, index / FIELD);
            // Words are wide: the edges left and right count for less room than they are away.
            let edge = (column.min(FIELD - 1 - column) / 2).min(row.min(FIELD - 1 - row)) + 1;
            let other = values.iter().enumerate().filter(|(_, value)| side(**value) != Some(met));
            let apart = |at: usize| (at % FIELD).abs_diff(column).pow(2) + (at / FIELD).abs_diff(row).pow(2);
            let room = other.map(|(at, _)| apart(at)).min().unwrap_or(usize::MAX).min(edge * edge);
            if best.is_none_or(|(most, _)| room > most) {
                best = Some((room, index));
            }
        }
        if let Some((_, index)) = best {
            found.push(PointMark {
                x: assessment.calculation.inputs[first.input].unit.from_base(xs[index % FIELD]),
                y: assessment.calculation.inputs[second.input].unit.from_base(ys[index / FIELD]),
                label: assessment.words.format(key, args![target = target]),
                slots: PointSlots { label: Some(slot::part(&plan.id, "target")), ..PointSlots::default() },
            });
        }
    }
    found
}
