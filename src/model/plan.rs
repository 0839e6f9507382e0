//! What a scenario asks for beyond its metrics: sweeps, grids and charts, with every name resolved.

use super::Model;
use super::assessment::Assessment;
use super::axis::{Axis, plan_axis};
use super::{charts, condition, correlation, discovery, sensitivity};
use crate::diagnostic::{Diagnostic, Diagnostics, did_you_mean};
use crate::quantity::unit::Units;
use crate::scenario::{CorrelationEntry, Located, Merged, MonteCarloEntry, SweepEntry, Text, VaryEntry};
use crate::uncertainty::sampler::Sampler;

/// How samples are drawn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sampling {
    /// Whether the scenario asks for a Monte Carlo analysis.
    pub wanted: bool,
    /// Number of samples.
    pub samples: u64,
    /// The seed.
    pub seed: u64,
    /// How they are spread.
    pub sampler: Sampler,
}

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
    /// Positions of the metrics to compute.
    pub show: Vec<usize>,
    /// Positions of metrics drawn as reference lines.
    pub mark: Vec<usize>,
}

/// A chart of bars.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChartPlan {
    /// The name of its files.
    pub id: String,
    /// The title.
    pub title: String,
    /// Whether it is one column wide, where that differs from the others.
    pub column: Option<bool>,
    /// Its panels; none is empty.
    pub panels: Vec<PanelPlan>,
}

/// Metrics of one dimension.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PanelPlan {
    /// What the bars show.
    pub label: String,
    /// Positions of metrics.
    pub show: Vec<usize>,
    /// Positions of metrics to hold them against.
    pub yardstick: Vec<usize>,
}

pub(super) const POINTS: usize = 61;
const LARGEST_GRID: usize = 40_000;

/// Samples drawn where nobody says how many.
const SAMPLES: u64 = 65_536;

/// A scenario that states conditions wants their shares too.
pub(super) fn sampling(entry: Option<&MonteCarloEntry>, has_conditions: bool) -> Sampling {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "checked to be whole and in range")]
    let whole = |number: f64| number as u64;
    Sampling {
        wanted: entry.is_some() || has_conditions,
        samples: entry.and_then(|entry| entry.samples.as_ref()).map_or(SAMPLES, |samples| whole(samples.value)),
        seed: entry.and_then(|entry| entry.seed).map_or(1, whole),
        sampler: entry.and_then(|entry| entry.sampler).unwrap_or_default(),
    }
}

/// Resolves the scenario's sweeps and charts.
pub(super) fn plan(
    assessment: &mut Assessment,
    model: &Model,
    merged: &Merged,
    units: &Units,
    diagnostics: &mut Diagnostics,
) {
    let entries = &merged.entries;
    for entry in &entries.sweeps {
        // What was inherited for inputs that this scenario leaves out is left out with them.
        let inherited = merged.texts.first().is_some_and(|own| entry.span.text != *own);
        if inherited && !possible(assessment, entry) {
            continue;
        }
        if let Some(mut sweep) = plan_sweep(assessment, entry, units, diagnostics) {
            let chart = entries.charts.iter().find(|chart| chart.id.value == sweep.id);
            sweep.title = chart.and_then(|chart| chart.title.as_deref()).map(str::to_owned).or(sweep.title);
            sweep.column = chart.and_then(|chart| chart.size.as_deref()).map(|size| size == "column");
            assessment.sweeps.push(sweep);
        }
    }
    charts::plan(assessment, model, entries, diagnostics);
    let inherited = |entry: &CorrelationEntry| merged.texts.first().is_some_and(|own| entry.span.text != *own);
    assessment.correlations = correlation::resolve(assessment, &entries.correlations, &inherited, diagnostics);
    let mut positions: Vec<Option<usize>> = Vec::new();
    for entry in &entries.conditions {
        positions.push(None);
        let inherited = merged.texts.first().is_some_and(|own| entry.that.span.text != *own);
        let mut own = Diagnostics::default();
        match condition::plan_condition(assessment, entry, units, &mut own) {
            Some(condition) => {
                positions.pop();
                positions.push(Some(assessment.conditions.len()));
                assessment.conditions.push(condition);
                // Doubts about its number.
                diagnostics.extend(own);
            }
            // An inherited condition on what this scenario leaves out is left out with it.
            None if inherited && !own.has_errors() => {}
            None => diagnostics.extend(own),
        }
    }
    assessment.pillars = super::pillar::resolve(assessment, merged, units, diagnostics);
    if let Some(entry) = &entries.sensitivity {
        let inherited = merged.texts.first().is_some_and(|own| entry.span.text != *own);
        assessment.sensitivity = sensitivity::resolve(assessment, entry, inherited, diagnostics);
    }
    if let Some(entry) = &entries.discovery {
        let own = merged.texts.first().is_some_and(|own| entry.span.text == *own);
        assessment.discovery = discovery::resolve(entry, &positions, own, diagnostics);
    }
    super::break_even::plan(assessment, merged, units, diagnostics);
    super::output_names::check(assessment, entries, diagnostics);
}

/// Whether a sweep's inputs and at least one of its metrics are there.
fn possible(assessment: &Assessment, entry: &SweepEntry) -> bool {
    let has = |vary: &VaryEntry| vary.vary.as_ref().is_some_and(|name| assessment.input(&name.value).is_some());
    has(&entry.first)
        && entry.second.as_ref().is_none_or(has)
        && entry.show.iter().any(|name| assessment.metric(&name.value).is_some())
}

/// Resolves one sweep, of a scenario or of the command line.
#[must_use]
pub fn plan_sweep(
    assessment: &Assessment,
    entry: &SweepEntry,
    units: &Units,
    diagnostics: &mut Diagnostics,
) -> Option<SweepPlan> {
    let before = diagnostics.counts().0;
    let first = plan_axis(assessment, &entry.first, units, diagnostics);
    let second = entry.second.as_ref().map(|second| plan_axis(assessment, second, units, diagnostics));
    let show: Vec<usize> = entry.show.iter().filter_map(|name| metric(assessment, name, diagnostics)).collect();
    let mark: Vec<usize> = entry.mark.iter().filter_map(|name| metric(assessment, name, diagnostics)).collect();
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
        let unit = |metric: &usize| assessment.metrics[*metric].unit.dimension();
        let of_axis = first.as_ref().is_some_and(|first| {
            assessment.inputs[first.input].unit.dimension() == assessment.metrics[*metric].unit.dimension()
        });
        if mark.len() == entry.mark.len() && !of_axis && !show.iter().any(|shown| unit(shown) == unit(metric)) {
            diagnostics.push(
                Diagnostic::warning(format!(
                    "`{}` has another unit than the metrics shown and is not drawn",
                    name.value
                ))
                .called("warning-another-unit")
                .with("name", name.as_str())
                .at(name.span, "")
                .help("mark a metric in the unit of one that is shown"),
            );
        }
    }
    let varied: Vec<usize> = [first.as_ref(), second.as_ref().and_then(Option::as_ref)]
        .into_iter()
        .flatten()
        .map(|axis| axis.input)
        .collect();
    for (name, metric) in entry.show.iter().zip(&show) {
        let depends = assessment.inputs_of(*metric).iter().any(|input| varied.contains(input));
        if show.len() == entry.show.len() && !depends && !varied.is_empty() {
            diagnostics.push(
                Diagnostic::warning(format!("`{}` does not depend on what the sweep varies", name.value))
                    .called("warning-flat-line")
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

pub(super) fn metric(assessment: &Assessment, name: &Located<Text>, diagnostics: &mut Diagnostics) -> Option<usize> {
    if let Some(position) = assessment.metric(&name.value) {
        return Some(position);
    }
    diagnostics.push(absent(assessment, name));
    None
}

/// The complaint about a metric that cannot be shown: a warning when only inputs are lacking.
pub(super) fn absent(assessment: &Assessment, name: &Located<Text>) -> Diagnostic {
    if let Some(missing) = assessment.unavailable.iter().find(|metric| metric.id == name.value) {
        return Diagnostic::warning(format!("`{}` is not available: needs {}", name.value, ticked(&missing.needs)))
            .called("warning-not-available")
            .with("name", name.as_str())
            .with("needs", ticked(&missing.needs))
            .at(name.span, "")
            .help("it is left out of the chart");
    }
    let known = assessment.metrics.iter().map(|metric| metric.id.as_str());
    let known = known.chain(assessment.unavailable.iter().map(|metric| metric.id.as_str()));
    let help = if assessment.input(&name.value).is_some() {
        "it is an input; metrics are shown".to_owned()
    } else {
        did_you_mean(&name.value, known).unwrap_or_else(|| "`forcesize metrics` lists the metrics".to_owned())
    };
    Diagnostic::unknown_name("metric", &name.value).at(name.span, "").help(help)
}

/// Names as complaints quote them.
pub(super) fn ticked(names: &[String]) -> String {
    names.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ")
}
