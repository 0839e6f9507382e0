//! Charts of sweeps: lines over one input, fields over two.

use crate::analysis::sweep::Sweep;
use crate::args;
use crate::chart::{HeatMap, LineChart, LinePanel, Mark, PointMark, Scale, Series};
use crate::language::Localizer;
use crate::model::{Assessment, Axis, Metric, MetricId, SweepPlan};
use crate::quantity::unit::Unit;
use crate::report::figure::{RenderedChart, axis_of, capitalised, case, central_slots, heading, scale, style};
use crate::report::slot;
use crate::report::wording::{Wording, ends_apart};

/// A sweep's chart: lines for one input; for two, a field for each metric.
#[must_use]
pub fn sweep(assessment: &Assessment, plan: &SweepPlan, results: &Sweep) -> Vec<RenderedChart> {
    marked(assessment, plan, results, None)
}

/// The same with a contour of its own in fields of two inputs, in base units.
pub(super) fn marked(
    assessment: &Assessment,
    plan: &SweepPlan,
    results: &Sweep,
    mark: Option<&Mark>,
) -> Vec<RenderedChart> {
    match (&plan.second, &results.second) {
        (Some(second), Some(rows)) => fields(assessment, plan, (second, rows), results, mark),
        _ => vec![lines(assessment, plan, results)],
    }
}

fn lines(assessment: &Assessment, plan: &SweepPlan, results: &Sweep) -> RenderedChart {
    let words = assessment.words;
    let input = &assessment.calculation.inputs[plan.first.input];
    let xs: Vec<f64> = results.first.iter().map(|x| input.unit.from_base(*x)).collect();
    let on_axis = (plan.first.from..=plan.first.to).contains(&input.value);
    let mut panels: Vec<LinePanel> = Vec::new();
    for curve in &results.curves {
        let metric = &assessment.calculation.metrics[curve.metric];
        let values: Vec<f64> = curve.values.iter().map(|value| metric.unit.from_base(*value)).collect();
        let mut points: Vec<(f64, f64)> = xs.iter().copied().zip(values.iter().copied()).collect();
        if on_axis {
            // The chart marks the central case on the line: there the line has the value itself, not one between
            // its neighbours.
            let at = points.partition_point(|(x, _)| *x < input.shown_value());
            points.insert(at, (input.shown_value(), metric.shown_value()));
        }
        let slots = slot::line(&metric.id, &input.id);
        let series = Series { label: metric.label.clone(), points, band: None, slots };
        // With a log axis below, ratios spread over decades above.
        let log = plan.first.log && values.iter().all(|value| *value > 0.0 || value.is_nan());
        let unit = assessment.words.unit(&metric.unit);
        match panels.iter_mut().find(|panel| panel.unit == unit) {
            Some(panel) => {
                // Several lines of one unit: the unit is the axis.
                panel.label = if unit.is_empty() { capitalised(&words.text("ratio")) } else { capitalised(&unit) };
                if !log {
                    panel.scale = Scale::Linear;
                }
                panel.series.push(series);
            }
            None => panels.push(LinePanel {
                label: metric.label.clone(),
                unit,
                scale: scale(log),
                series: vec![series],
                marks: Vec::new(),
            }),
        }
    }
    for panel in &mut panels {
        let first = results.curves.iter().map(|curve| &assessment.calculation.metrics[curve.metric].unit);
        if let Some(unit) = first.into_iter().find(|unit| assessment.words.unit(unit) == panel.unit) {
            panel.marks = marks(assessment, plan, unit);
        }
        if panel.series.len() > 1 {
            panel.unit.clear();
        }
    }
    let shown_metrics: Vec<MetricId> =
        results.curves.iter().map(|curve| curve.metric).chain(plan.mark.iter().copied()).collect();
    let names: Vec<String> = results
        .curves
        .iter()
        .map(|curve| assessment.words.inside(&assessment.calculation.metrics[curve.metric].label))
        .collect();
    let neutral = {
        let mut text = names.join(", ");
        let first = results.curves.first().map_or(MetricId::from(0), |curve| curve.metric);
        if let Some(first) = assessment.calculation.metrics.get(first) {
            text = format!(
                "{}{}",
                first.label,
                text.strip_prefix(&assessment.words.inside(&first.label)).unwrap_or_default()
            );
        }
        words.format("against", args![metrics = text, input = words.inside(&input.label)])
    };
    let found = || finding(assessment, plan, results);
    let title = plan.title.clone().or_else(found).unwrap_or_else(|| neutral.clone());
    let mut heading = heading(assessment, &plan.id, &title, case(assessment, &[&plan.first]), &shown_metrics);
    let ends = (words.end_amount(&input.unit, plan.first.from), words.end_amount(&input.unit, plan.first.to));
    let about = args![metrics = names.join(", "), input = words.inside(&input.label), low = ends.0, high = ends.1];
    heading.description = words.format("lines-of", about)
        + &results
            .curves
            .iter()
            .map(|curve| described(words, &assessment.calculation.metrics[curve.metric], &curve.values))
            .collect::<String>();
    let central = on_axis.then(|| Mark {
        label: assessment.words.format("central-case", args![value = input.value_text(words)]),
        value: input.shown_value(),
        slot: Some(slot::central(&input.id)),
    });
    // A metric of the axis's own kind is a place on the axis.
    let places = plan.mark.iter().map(|metric| &assessment.calculation.metrics[*metric]);
    let places = places.filter(|metric| metric.unit.dimension() == input.unit.dimension() && metric.value.is_finite());
    let vertical_marks = places
        .map(|metric| Mark {
            label: assessment.words.pair(&metric.label, &assessment.words.shown(metric.shown_value())),
            value: input.unit.from_base(metric.value),
            slot: Some(slot::central(&metric.id)),
        })
        .collect();
    let chart =
        LineChart { heading, x: axis_of(assessment, &plan.first), panels, central, vertical_marks, shares: false };
    RenderedChart::new(plan.id.clone(), title, chart, &style(assessment, plan.column)).about(neutral)
}

/// From where to where the only curve goes; nothing of several, or of one without a value at an end.
fn finding(assessment: &Assessment, plan: &SweepPlan, results: &Sweep) -> Option<String> {
    let [curve] = results.curves.as_slice() else { return None };
    let (words, metric) = (assessment.words, &assessment.calculation.metrics[curve.metric]);
    let input = &assessment.calculation.inputs[plan.first.input];
    let (first, last) = (*curve.values.first()?, *curve.values.last()?);
    if !first.is_finite() || !last.is_finite() {
        return None;
    }
    let (first, last) = ends_apart(words, &metric.unit, first, last);
    let end = |base: f64| words.significant(input.unit.from_base(base), 6);
    let about = args![
        metric = &metric.label,
        first = first,
        last = last,
        input = words.inside(&input.label),
        low = end(plan.first.from),
        high = words.end(&input.unit, &end(plan.first.to)),
    ];
    Some(words.format("finding-lines", about))
}

/// The least and the greatest value.
fn ends(values: &[f64]) -> Option<(f64, f64)> {
    let finite = || values.iter().copied().filter(|value| value.is_finite());
    finite().reduce(f64::min).zip(finite().reduce(f64::max))
}

fn described(words: Localizer, metric: &Metric, values: &[f64]) -> String {
    let end = |value: Option<&f64>| value.map_or_else(String::new, |value| words.end_amount(&metric.unit, *value));
    let (first, last) = (end(values.first()), end(values.last()));
    " ".to_owned() + &words.format("goes-from", args![metric = &metric.label, first = first, last = last])
}

/// The reference lines of a panel: those marked metrics that have its dimension, in its unit.
fn marks(assessment: &Assessment, plan: &SweepPlan, unit: &Unit) -> Vec<Mark> {
    let marked = plan.mark.iter().map(|metric| &assessment.calculation.metrics[*metric]);
    let fitting = marked.filter(|metric| metric.unit.dimension() == unit.dimension() && metric.value.is_finite());
    let mark = |metric: &Metric| {
        let value = unit.from_base(metric.value);
        let label = assessment.words.pair(&metric.label, &assessment.words.shown(value));
        Mark { label, value, slot: Some(slot::central(&metric.id)) }
    };
    fitting.map(mark).collect()
}

fn fields(
    assessment: &Assessment,
    plan: &SweepPlan,
    (second, rows): (&Axis, &[f64]),
    results: &Sweep,
    mark: Option<&Mark>,
) -> Vec<RenderedChart> {
    let words = assessment.words;
    let (across, up) = (&assessment.calculation.inputs[plan.first.input], &assessment.calculation.inputs[second.input]);
    let on_axes =
        (plan.first.from..=plan.first.to).contains(&across.value) && (second.from..=second.to).contains(&up.value);
    results
        .curves
        .iter()
        .map(|curve| {
            let metric = &assessment.calculation.metrics[curve.metric];
            let id = if results.curves.len() == 1 {
                plan.id.clone()
            } else {
                format!("{}_{}", plan.id, metric.id.replace('.', "_"))
            };
            let (x, y) = (words.inside(&across.label), words.inside(&up.label));
            let by = words.format("field-by", args![metric = &metric.label, across = &x, up = &y]);
            let title = match &plan.title {
                Some(title) if results.curves.len() == 1 => title.clone(),
                Some(title) => words.pair(title, &words.inside(&metric.label)),
                None => ends(&curve.values).map_or_else(
                    || by.clone(),
                    |(least, most)| {
                        let (low, high) = ends_apart(words, &metric.unit, least, most);
                        let about = args![metric = &metric.label, low = low, high = high, across = &x, up = &y];
                        words.format("finding-field", about)
                    },
                ),
            };
            let unit = assessment.words.unit(&metric.unit);
            let case = case(assessment, &[&plan.first, second]);
            let subtitle =
                if unit.is_empty() { case } else { words.format("contours", args![text = case, unit = &unit]) };
            let mut heading = heading(assessment, &id, &title, subtitle, &[curve.metric]);
            heading.description = format!("{by}.{}", described(words, metric, &curve.values));
            let chart = HeatMap {
                heading,
                x: axis_of(assessment, &plan.first),
                y: axis_of(assessment, second),
                values_label: metric.label.clone(),
                unit,
                xs: results.first.iter().map(|x| across.unit.from_base(*x)).collect(),
                ys: rows.iter().map(|y| up.unit.from_base(*y)).collect(),
                values: curve.values.iter().map(|value| metric.unit.from_base(*value)).collect(),
                slot: Some(slot::part_of(&metric.id, "along", &format!("{},{}", across.id, up.id))),
                levels: None,
                mark: mark.map(|mark| Mark { value: metric.unit.from_base(mark.value), ..mark.clone() }),
                decimals: None,
                central: on_axes.then(|| PointMark {
                    x: across.shown_value(),
                    y: up.shown_value(),
                    label: assessment
                        .words
                        .format("central-case", args![value = assessment.words.shown(metric.shown_value())]),
                    slots: central_slots(across, up, Some(slot::central(&metric.id))),
                }),
            };
            RenderedChart::new(id, title, chart, &style(assessment, plan.column)).about(by)
        })
        .collect()
}
