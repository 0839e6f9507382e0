//! From results to charts: which numbers a chart shows, in which units, under which words.

mod break_even;
mod compare;
mod cost;
mod discovery;
mod evidence;
mod look;
mod pillars;
mod sensitivity;
mod sizing;
mod supply;
mod uncertain;

pub use break_even::{break_even, frontier};
pub use compare::comparison;
pub use cost::{build_up, cost, cost_over_time};
pub use discovery::{region, trajectory};
pub use evidence::{precedents, strengths};
pub use pillars::pillars;
pub use sensitivity::{indices, spider, tornado};
pub use sizing::{estimates, methods};
pub use supply::supply;
pub use uncertain::spread;

use self::look::style;
use super::slot;
use crate::analysis::sweep::Sweep;
use crate::args;
use crate::chart::{
    self, BarKind, BarPanel, BarRow, Bars, Chart, Heading, HeatMap, LineChart, LinePanel, Mark, PointMark, PointSlots,
    RangeSlots, Scale, Series, Slot, Style,
};
use crate::language::Words;
use crate::model::{Assessment, Axis, ChartPlan, Input, Metric, SweepPlan};
use crate::quantity::unit::Unit;
use crate::report::wording::Wording;

/// A chart, drawn.
pub struct RenderedChart {
    /// The name of its files.
    pub id: String,
    /// What it shows.
    pub title: String,
    /// The chart as data, for whoever paints it otherwise.
    pub chart: Chart,
    /// The chart.
    pub svg: String,
}

impl RenderedChart {
    /// Draws a chart.
    #[must_use]
    pub fn new(id: String, title: String, chart: impl Into<Chart>, style: &Style) -> Self {
        let chart = chart.into();
        let svg = chart.svg(style);
        Self { id, title, chart, svg }
    }
}

/// Sources that a footer names.
const MOST_KEYS: usize = 12;

/// The words around a chart; the footer names the scenario and the sources of what is shown.
fn heading(assessment: &Assessment, id: &str, title: &str, subtitle: String, metrics: &[usize]) -> Heading {
    let words = assessment.words;
    let sources = sources(words, metrics.iter().map(|metric| (assessment, *metric)));
    let set = assessment.calculation.inputs.iter().any(|input| input.provenance.set.is_some());
    let around = args![scenario = &assessment.name, sources = sources];
    Heading {
        id: id.to_owned(),
        title: title.to_owned(),
        subtitle,
        footer: if set { words.say("chart-footer-set", around) } else { words.say("chart-footer", around) },
        description: String::new(),
    }
}

/// The sources of what metrics follow from, as a footer names them.
fn sources<'a>(words: Words, metrics: impl IntoIterator<Item = (&'a Assessment, usize)>) -> String {
    let mut keys: Vec<&str> = Vec::new();
    for (assessment, metric) in metrics {
        let inputs = assessment.calculation.inputs_of(metric).into_iter();
        for key in inputs.flat_map(|input| &assessment.calculation.inputs[input].provenance.sources) {
            if !keys.contains(&key.as_str()) {
                keys.push(key);
            }
        }
    }
    let more = keys.len().saturating_sub(MOST_KEYS);
    keys.truncate(MOST_KEYS);
    match (keys.join(", "), more) {
        (keys, _) if keys.is_empty() => words.text("sources-none"),
        (keys, 0) => keys,
        (keys, more) => words.say("sources-more", args![keys = keys, more = more]),
    }
}

/// Metrics as bars beside a yardstick; whiskers show how far a bar moves over the ranges of its inputs.
#[must_use]
pub fn bars(assessment: &Assessment, plan: &ChartPlan) -> RenderedChart {
    let metrics: Vec<usize> =
        plan.panels.iter().flat_map(|panel| panel.show.iter().chain(&panel.yardstick)).copied().collect();
    let panels: Vec<BarPanel> = plan
        .panels
        .iter()
        .map(|panel| {
            let unit = panel
                .show
                .first()
                .map_or_else(Unit::one, |metric| assessment.calculation.metrics[*metric].unit.clone());
            let shown = panel.show.iter().enumerate();
            let shown =
                shown.map(|(index, metric)| (metric, if index == 0 { BarKind::Plain } else { BarKind::Second }));
            let yardsticks = panel.yardstick.iter().map(|metric| (metric, BarKind::Yardstick));
            let rows = shown
                .chain(yardsticks)
                .map(|(metric, kind)| row(assessment.words, &assessment.calculation.metrics[*metric], &unit, kind));
            BarPanel { label: panel.label.clone(), unit: assessment.words.unit(&unit), rows: rows.collect() }
        })
        .collect();
    let words = assessment.words;
    let mut subtitle = words.say("bars-case", args![title = &assessment.title]);
    if panels.iter().flat_map(|panel| &panel.rows).any(|row| row.low_high.is_some()) {
        subtitle = words.say("bars-whiskers", args![text = subtitle]);
    }
    if plan.panels.iter().any(|panel| !panel.yardstick.is_empty()) {
        subtitle = words.say("bars-yardstick", args![text = subtitle]);
    }
    let mut heading = heading(assessment, &plan.id, &plan.title, subtitle, &metrics);
    let spoken = metrics.iter().map(|metric| &assessment.calculation.metrics[*metric]);
    let spoken: Vec<String> = spoken.map(|metric| words.pair(&metric.label, &metric.value_text(words))).collect();
    heading.description = spoken.join("; ");
    let chart = Bars { heading, panels };
    RenderedChart::new(plan.id.clone(), plan.title.clone(), chart, &style(assessment, plan.column))
}

fn row(words: Words, metric: &Metric, unit: &Unit, kind: BarKind) -> BarRow {
    let value = unit.from_base(metric.value);
    let (low, high) = (unit.from_base(metric.bounds.low), unit.from_base(metric.bounds.high));
    let moves = low.is_finite() && high.is_finite() && !metric.bounds.undefined && high - low > 1e-9 * value.abs();
    BarRow {
        label: metric.label.clone(),
        value: value.is_finite().then_some(value),
        text: words.shown(value),
        kind,
        low_high: moves.then_some((low, high)),
        slots: if moves { slot::exact(&metric.id) } else { RangeSlots::of_value(slot::central(&metric.id)) },
    }
}

/// A sweep's chart: lines for one input; for two, a field for each metric.
#[must_use]
pub fn sweep(assessment: &Assessment, plan: &SweepPlan, results: &Sweep) -> Vec<RenderedChart> {
    match (&plan.second, &results.second) {
        (Some(second), Some(rows)) => fields(assessment, plan, second, rows, results),
        _ => vec![lines(assessment, plan, results)],
    }
}

fn axis_of(assessment: &Assessment, axis: &Axis) -> chart::Axis {
    let input = &assessment.calculation.inputs[axis.input];
    chart::Axis { label: input.label.clone(), unit: assessment.words.unit(&input.unit), scale: scale(axis.log) }
}

fn scale(log: bool) -> Scale {
    if log { Scale::Log } else { Scale::Linear }
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
    let shown_metrics: Vec<usize> =
        results.curves.iter().map(|curve| curve.metric).chain(plan.mark.iter().copied()).collect();
    let names: Vec<String> = results
        .curves
        .iter()
        .map(|curve| assessment.words.inside(&assessment.calculation.metrics[curve.metric].label))
        .collect();
    let title = plan.title.clone().unwrap_or_else(|| {
        let mut text = names.join(", ");
        if let Some(first) = assessment.calculation.metrics.get(results.curves.first().map_or(0, |curve| curve.metric))
        {
            text = format!(
                "{}{}",
                first.label,
                text.strip_prefix(&assessment.words.inside(&first.label)).unwrap_or_default()
            );
        }
        words.say("against", args![metrics = text, input = words.inside(&input.label)])
    });
    let mut heading = heading(assessment, &plan.id, &title, case(assessment, &[&plan.first]), &shown_metrics);
    let ends = (words.end_amount(&input.unit, plan.first.from), words.end_amount(&input.unit, plan.first.to));
    let about = args![metrics = names.join(", "), input = words.inside(&input.label), low = ends.0, high = ends.1];
    heading.description = words.say("lines-of", about)
        + &results
            .curves
            .iter()
            .map(|curve| described(words, &assessment.calculation.metrics[curve.metric], &curve.values))
            .collect::<String>();
    let central = on_axis.then(|| Mark {
        label: assessment.words.say("central-case", args![value = input.value_text(words)]),
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
    RenderedChart::new(plan.id.clone(), title, chart, &style(assessment, plan.column))
}

fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

fn described(words: Words, metric: &Metric, values: &[f64]) -> String {
    let end = |value: Option<&f64>| value.map_or_else(String::new, |value| words.end_amount(&metric.unit, *value));
    let (first, last) = (end(values.first()), end(values.last()));
    " ".to_owned() + &words.say("goes-from", args![metric = &metric.label, first = first, last = last])
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

/// The case: the title, and what the axes do not vary.
fn case(assessment: &Assessment, axes: &[&Axis]) -> String {
    let names: Vec<String> =
        axes.iter().map(|axis| assessment.words.inside(&assessment.calculation.inputs[axis.input].label)).collect();
    let (title, words) = (&assessment.title, assessment.words);
    match names.as_slice() {
        [one, two, ..] => words.say("case-but-two", args![title = title, input = one, other = two]),
        names => words.say("case-but", args![title = title, input = names.concat()]),
    }
}

/// The slots of the central case in the plane of two inputs.
fn central_slots(across: &Input, up: &Input, label: Option<Slot>) -> PointSlots {
    PointSlots { x: Some(slot::central(&across.id)), y: Some(slot::central(&up.id)), label }
}

fn fields(
    assessment: &Assessment,
    plan: &SweepPlan,
    second: &Axis,
    rows: &[f64],
    results: &Sweep,
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
            let by = words.say("field-by", args![metric = &metric.label, across = x, up = y]);
            let title = match &plan.title {
                Some(title) if results.curves.len() == 1 => title.clone(),
                Some(title) => words.pair(title, &words.inside(&metric.label)),
                None => by.clone(),
            };
            let unit = assessment.words.unit(&metric.unit);
            let case = case(assessment, &[&plan.first, second]);
            let subtitle = if unit.is_empty() { case } else { words.say("contours", args![text = case, unit = &unit]) };
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
                decimals: None,
                central: on_axes.then(|| PointMark {
                    x: across.shown_value(),
                    y: up.shown_value(),
                    label: assessment
                        .words
                        .say("central-case", args![value = assessment.words.shown(metric.shown_value())]),
                    slots: central_slots(across, up, Some(slot::central(&metric.id))),
                }),
            };
            RenderedChart::new(id, title, chart, &style(assessment, plan.column))
        })
        .collect()
}
