//! Sweeps and grids that a scenario or the command line asks for, with every name resolved.

use super::axis::{Axis, plan_axis};
use super::calculation::Calculation;
use super::id::{InputId, MetricId};
use super::limits;
use super::lookup::metric;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::quantity::unit::Units;
use crate::scenario::{Merged, SweepEntry, VaryEntry};

/// A sweep over one input, or over two.
#[derive(Clone, Debug, PartialEq)]
pub struct SweepPlan {
    /// The name of its files.
    pub id: String,
    /// The chart's title, where the scenario gives one.
    pub title: Option<String>,
    /// Whether its chart is one column wide, where that differs from the others.
    pub column: Option<bool>,
    /// The first input.
    pub first: Axis,
    /// A grid's second input.
    pub second: Option<Axis>,
    /// The metrics to compute.
    pub show: Vec<MetricId>,
    /// The metrics drawn as reference lines.
    pub mark: Vec<MetricId>,
}

const LARGEST_GRID: usize = 40_000;

/// Resolves the scenario's sweeps.
pub(super) fn resolve(
    calculation: &Calculation,
    merged: &Merged,
    units: &Units,
    diagnostics: &mut Diagnostics,
) -> Vec<SweepPlan> {
    let entries = &merged.entries;
    let (mut sweeps, mut swept) = (Vec::new(), 0_usize);
    for entry in &entries.sweeps {
        // What was inherited for inputs that this scenario leaves out is left out with them.
        let inherited = merged.texts.first().is_some_and(|own| entry.span.text != *own);
        if inherited && !possible(calculation, entry) {
            continue;
        }
        if let Some(mut sweep) = plan_sweep(calculation, entry, units, diagnostics) {
            let chart = entries.charts.iter().find(|chart| chart.id.value == sweep.id);
            sweep.title = chart.and_then(|chart| chart.title.as_deref()).map(str::to_owned).or(sweep.title);
            let points = sweep.first.steps * sweep.second.as_ref().map_or(1, |second| second.steps);
            swept = swept.saturating_add(points.saturating_mul(sweep.show.len()));
            if swept > limits::SWEPT {
                diagnostics.push(
                    Diagnostic::error(match sweeps.len() {
                        0 => format!("a sweep with {swept} values is too much"),
                        before => format!("{} sweeps with {swept} values are too many", before + 1),
                    })
                    .at(entry.span, "")
                    .help(format!("lower `steps`: all sweeps together have at most {} values", limits::SWEPT)),
                );
                break;
            }
            sweep.column = chart.and_then(|chart| chart.size.as_deref()).map(|size| size == "column");
            sweeps.push(sweep);
        }
    }
    sweeps
}

/// Whether a sweep's inputs and at least one of its metrics are there.
fn possible(calculation: &Calculation, entry: &SweepEntry) -> bool {
    let has = |vary: &VaryEntry| vary.vary.as_ref().is_some_and(|name| calculation.input(&name.value).is_some());
    has(&entry.first)
        && entry.second.as_ref().is_none_or(has)
        && entry.show.iter().any(|name| calculation.metric(&name.value).is_some())
}

/// Resolves one sweep, of a scenario or of the command line.
#[must_use]
pub fn plan_sweep(
    calculation: &Calculation,
    entry: &SweepEntry,
    units: &Units,
    diagnostics: &mut Diagnostics,
) -> Option<SweepPlan> {
    let before = diagnostics.counts().0;
    let first = plan_axis(calculation, &entry.first, units, diagnostics);
    let second = entry.second.as_ref().map(|second| plan_axis(calculation, second, units, diagnostics));
    let show: Vec<MetricId> = entry.show.iter().filter_map(|name| metric(calculation, name, diagnostics)).collect();
    let mark: Vec<MetricId> = entry.mark.iter().filter_map(|name| metric(calculation, name, diagnostics)).collect();
    if let (Some(Some(second)), Some(first), Some(name)) =
        (&second, &first, entry.second.as_ref().and_then(|second| second.vary.as_ref()))
        && second.input == first.input
    {
        diagnostics.push(
            Diagnostic::error("both inputs of the grid are the same")
                .at(name.span, "")
                .help("a grid varies two inputs; leave the second out for lines"),
        );
    }
    if let (Some(Some(second)), Some(first)) = (&second, &first)
        && first.steps * second.steps > LARGEST_GRID
    {
        diagnostics.push(
            Diagnostic::error(format!("a grid of {} by {} points is too large", first.steps, second.steps))
                .at(entry.span, "")
                .help("lower `steps`: a grid has at most 40,000 points, and 61 by 61 looks smooth"),
        );
    }
    for (name, metric) in entry.mark.iter().zip(&mark) {
        let unit = |metric: &MetricId| calculation.metrics[*metric].unit.dimension();
        let of_axis = first.as_ref().is_some_and(|first| {
            calculation.inputs[first.input].unit.dimension() == calculation.metrics[*metric].unit.dimension()
        });
        if mark.len() == entry.mark.len() && !of_axis && !show.iter().any(|shown| unit(shown) == unit(metric)) {
            diagnostics.push(
                Diagnostic::warning(format!(
                    "`{}` has another unit than the metrics shown and is not drawn",
                    name.value
                ))
                .message_id("warning-another-unit")
                .with("name", name.as_str())
                .at(name.span, "")
                .help("mark a metric in the unit of one that is shown"),
            );
        }
    }
    let varied: Vec<InputId> = [first.as_ref(), second.as_ref().and_then(Option::as_ref)]
        .into_iter()
        .flatten()
        .map(|axis| axis.input)
        .collect();
    for (name, metric) in entry.show.iter().zip(&show) {
        let depends = calculation.inputs_of(*metric).iter().any(|input| varied.contains(input));
        if show.len() == entry.show.len() && !depends && !varied.is_empty() {
            diagnostics.push(
                Diagnostic::warning(format!("`{}` does not depend on what the sweep varies", name.value))
                    .message_id("warning-flat-line")
                    .with("name", name.as_str())
                    .at(name.span, "")
                    .help("its line is flat: show a metric that uses the input, or vary another one"),
            );
        }
    }
    if show.is_empty() && diagnostics.counts().0 == before {
        diagnostics.push(
            Diagnostic::error("this sweep shows no metric")
                .at(entry.span, "")
                .help("`show` names metrics that the scenario has the inputs for"),
        );
    }
    if diagnostics.counts().0 > before {
        return None;
    }
    let second = match second {
        None => None,
        Some(second) => Some(second?),
    };
    Some(SweepPlan {
        id: entry.id(),
        title: entry.title.as_deref().map(str::to_owned),
        column: None,
        first: first?,
        second,
        show,
        mark,
    })
}
