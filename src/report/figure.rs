//! From results to charts: which numbers a chart shows, in which units, under which words.

use super::chart::{
    AxisLabel, Bar, BarChart, BarKind, BarPanel, Central, Heading, HeatMap, Line, LineChart, LinePanel, Mark, Style,
    Width,
};
use crate::analysis::sweep::Sweep;
use crate::model::{Assessment, Axis, ChartPlan, Metric, SweepPlan};
use crate::quantity::number::shown;

/// A chart, drawn.
pub struct Drawn {
    /// The name of its files.
    pub id: String,
    /// What it shows.
    pub title: String,
    /// The chart.
    pub svg: String,
}

fn style(assessment: &Assessment, column: Option<bool>) -> Style {
    let column = column.unwrap_or(assessment.look.column);
    Style { width: if column { Width::Column } else { Width::Full }, grey: assessment.look.grey }
}

/// The words around a chart; the footer names the scenario and the sources of what is shown.
fn heading(assessment: &Assessment, id: &str, title: &str, subtitle: String, metrics: &[usize]) -> Heading {
    let mut keys: Vec<&str> = Vec::new();
    let inputs = metrics.iter().flat_map(|metric| assessment.inputs_of(*metric));
    for key in inputs.flat_map(|input| &assessment.inputs[input].provenance.sources) {
        if !keys.contains(&key.as_str()) {
            keys.push(key);
        }
    }
    let set = if assessment.inputs.iter().any(|input| input.provenance.set.is_some()) {
        ", with values set by hand"
    } else {
        ""
    };
    let sources = if keys.is_empty() { "assumptions of the scenario".to_owned() } else { keys.join(", ") };
    Heading {
        id: id.to_owned(),
        title: title.to_owned(),
        subtitle,
        footer: format!("Scenario: {}{set}. Sources: {sources}. Computed with forcesize.", assessment.name),
        description: String::new(),
    }
}

/// Metrics as bars beside a yardstick.
#[must_use]
pub fn bars(assessment: &Assessment, plan: &ChartPlan) -> Drawn {
    let mut spoken = Vec::new();
    let mut metrics = Vec::new();
    let panels = plan.panels.iter().map(|panel| {
        let unit = panel.show.first().map(|metric| &assessment.metrics[*metric].unit);
        let bar = |metric: usize, kind: BarKind| {
            let found = &assessment.metrics[metric];
            let value = unit.map_or(found.value, |unit| unit.from_base(found.value));
            spoken.push(format!("{}: {}", found.label, found.value_text()));
            metrics.push(metric);
            Bar { label: found.label.clone(), value, text: shown(value), kind }
        };
        let kinds = (0..).map(BarKind::Shown);
        let all = panel.show.iter().zip(kinds).chain(panel.yardstick.iter().map(|metric| (metric, BarKind::Yardstick)));
        let mut bar = bar;
        let bars = all.map(|(metric, kind)| bar(*metric, kind)).collect();
        BarPanel {
            label: panel.label.clone(),
            unit: unit.map_or_else(String::new, crate::quantity::unit::Unit::label),
            bars,
        }
    });
    let panels: Vec<BarPanel> = panels.collect();
    let subtitle = format!("{}; central case. Hatched: the yardstick.", assessment.title);
    let subtitle = if plan.panels.iter().all(|panel| panel.yardstick.is_empty()) {
        format!("{}; central case.", assessment.title)
    } else {
        subtitle
    };
    let mut heading = heading(assessment, &plan.id, &plan.title, subtitle, &metrics);
    heading.description = spoken.join("; ");
    let svg = BarChart { heading, panels }.svg(style(assessment, plan.column));
    Drawn { id: plan.id.clone(), title: plan.title.clone(), svg }
}

/// A sweep's chart: lines for one input; for two, a field for each metric.
#[must_use]
pub fn sweep(assessment: &Assessment, plan: &SweepPlan, results: &Sweep) -> Vec<Drawn> {
    match (&plan.second, &results.second) {
        (Some(second), Some(rows)) => fields(assessment, plan, second, rows, results),
        _ => vec![lines(assessment, plan, results)],
    }
}

fn axis_label(assessment: &Assessment, axis: &Axis) -> AxisLabel {
    let input = &assessment.inputs[axis.input];
    AxisLabel { label: input.label.clone(), unit: input.unit.label(), log: axis.log }
}

/// Lower-case beginning of a label, for use inside a sentence; abbreviations stay.
fn inside(label: &str) -> String {
    let mut letters = label.chars();
    match (letters.next(), letters.clone().next()) {
        (Some(first), Some(second)) if !second.is_uppercase() => first.to_lowercase().chain(letters).collect(),
        _ => label.to_owned(),
    }
}

fn lines(assessment: &Assessment, plan: &SweepPlan, results: &Sweep) -> Drawn {
    let input = &assessment.inputs[plan.first.input];
    let xs: Vec<f64> = results.first.iter().map(|x| input.unit.from_base(*x)).collect();
    let on_axis = (plan.first.from..=plan.first.to).contains(&input.value);
    let mut panels: Vec<LinePanel> = Vec::new();
    for curve in &results.curves {
        let metric = &assessment.metrics[curve.metric];
        let values: Vec<f64> = curve.values.iter().map(|value| metric.unit.from_base(*value)).collect();
        let line = Line {
            label: metric.label.clone(),
            points: xs.iter().copied().zip(values.iter().copied()).collect(),
            band: Vec::new(),
            central: on_axis.then(|| (input.shown_value(), metric.shown_value(), shown(metric.shown_value()))),
        };
        // With a log axis below, ratios spread over decades above.
        let positive = values.iter().all(|value| *value > 0.0 || value.is_nan());
        let unit = metric.unit.label();
        match panels.iter_mut().find(|panel| panel.axis.unit == unit) {
            Some(panel) => {
                panel.axis.log &= positive;
                "Value".clone_into(&mut panel.axis.label);
                panel.lines.push(line);
            }
            None => panels.push(LinePanel {
                axis: AxisLabel { label: metric.label.clone(), unit, log: plan.first.log && positive },
                lines: vec![line],
                marks: Vec::new(),
            }),
        }
    }
    for panel in &mut panels {
        // Several lines of one unit: the unit itself is the axis.
        if panel.lines.len() > 1 && !panel.axis.unit.is_empty() {
            let unit = std::mem::take(&mut panel.axis.unit);
            let mut letters = unit.chars();
            panel.axis.label =
                letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect());
            panel.marks = marks(assessment, plan, &unit);
        } else {
            panel.marks = marks(assessment, plan, &panel.axis.unit);
        }
    }
    let shown_metrics: Vec<usize> =
        results.curves.iter().map(|curve| curve.metric).chain(plan.mark.iter().copied()).collect();
    let names: Vec<String> =
        results.curves.iter().map(|curve| inside(&assessment.metrics[curve.metric].label)).collect();
    let title = plan.title.clone().unwrap_or_else(|| {
        let mut text = names.join(", ");
        if let Some(first) = assessment.metrics.get(results.curves.first().map_or(0, |curve| curve.metric)) {
            text = format!("{}{}", first.label, text.strip_prefix(&inside(&first.label)).unwrap_or_default());
        }
        format!("{text} against {}", inside(&input.label))
    });
    let mut heading = heading(assessment, &plan.id, &title, case(assessment, &[&plan.first]), &shown_metrics);
    heading.description = format!(
        "Lines of {} for {} from {} to {}.{}",
        names.join(", "),
        inside(&input.label),
        input.text_of(plan.first.from),
        input.text_of(plan.first.to),
        results
            .curves
            .iter()
            .map(|curve| described(&assessment.metrics[curve.metric], &curve.values))
            .collect::<String>()
    );
    let central = on_axis.then(|| Central {
        x: input.shown_value(),
        label: format!("central case {}", input.value_text()),
        short: input.value_text(),
    });
    let chart = LineChart { heading, x: axis_label(assessment, &plan.first), panels, central };
    Drawn { id: plan.id.clone(), title, svg: chart.svg(style(assessment, plan.column)) }
}

fn described(metric: &Metric, values: &[f64]) -> String {
    let end = |value: Option<&f64>| {
        value.map_or_else(String::new, |value| metric.unit.attach(&shown(metric.unit.from_base(*value))))
    };
    format!(" {} goes from {} to {}.", metric.label, end(values.first()), end(values.last()))
}

/// The reference lines of a panel: those marked metrics that have its unit.
fn marks(assessment: &Assessment, plan: &SweepPlan, unit: &str) -> Vec<Mark> {
    let marked = plan.mark.iter().map(|metric| &assessment.metrics[*metric]);
    let fitting = marked.filter(|metric| metric.unit.label() == unit && metric.value.is_finite());
    fitting
        .map(|metric| Mark {
            label: format!("{}: {}", metric.label, shown(metric.shown_value())),
            value: metric.shown_value(),
        })
        .collect()
}

/// The case: the title, and what the axes do not vary.
fn case(assessment: &Assessment, axes: &[&Axis]) -> String {
    let names: Vec<String> = axes.iter().map(|axis| inside(&assessment.inputs[axis.input].label)).collect();
    format!("{}; all inputs but {} at the central case", assessment.title, names.join(" and "))
}

fn fields(assessment: &Assessment, plan: &SweepPlan, second: &Axis, rows: &[f64], results: &Sweep) -> Vec<Drawn> {
    let (across, up) = (&assessment.inputs[plan.first.input], &assessment.inputs[second.input]);
    let on_axes =
        (plan.first.from..=plan.first.to).contains(&across.value) && (second.from..=second.to).contains(&up.value);
    results
        .curves
        .iter()
        .map(|curve| {
            let metric = &assessment.metrics[curve.metric];
            let id = if results.curves.len() == 1 {
                plan.id.clone()
            } else {
                format!("{}_{}", plan.id, metric.id.replace('.', "_"))
            };
            let by = format!("{} by {} and {}", metric.label, inside(&across.label), inside(&up.label));
            let title = match &plan.title {
                Some(title) if results.curves.len() == 1 => title.clone(),
                Some(title) => format!("{title}: {}", inside(&metric.label)),
                None => by.clone(),
            };
            let unit = metric.unit.label();
            let contours = if unit.is_empty() { String::new() } else { format!(". Contours: {unit}") };
            let subtitle = format!("{}{contours}", case(assessment, &[&plan.first, second]));
            let mut heading = heading(assessment, &id, &title, subtitle, &[curve.metric]);
            heading.description = format!("{by}.{}", described(metric, &curve.values));
            let chart = HeatMap {
                heading,
                x: axis_label(assessment, &plan.first),
                y: axis_label(assessment, second),
                value: AxisLabel { label: metric.label.clone(), unit, log: false },
                xs: results.first.iter().map(|x| across.unit.from_base(*x)).collect(),
                ys: rows.iter().map(|y| up.unit.from_base(*y)).collect(),
                values: curve.values.iter().map(|value| metric.unit.from_base(*value)).collect(),
                central: on_axes.then(|| {
                    (across.shown_value(), up.shown_value(), format!("central case: {}", shown(metric.shown_value())))
                }),
            };
            Drawn { id, title, svg: chart.svg(style(assessment, plan.column)) }
        })
        .collect()
}
