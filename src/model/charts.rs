//! Charts of bars: the model's and the scenario's, with every metric resolved.

use super::calculation::Calculation;
use super::id::MetricId;
use super::inputs::spoken;
use super::lookup::absent;
use super::standard::Model;
use super::sweep::SweepPlan;
use crate::diagnostic::{Diagnostic, Diagnostics, did_you_mean};
use crate::scenario::{ChartEntry, Entries, Located, Text};

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
    /// The metrics.
    pub show: Vec<MetricId>,
    /// Metrics to hold them against.
    pub yardstick: Vec<MetricId>,
}

/// Resolves the charts, after the sweeps that some of them describe.
pub(super) fn resolve(
    calculation: &Calculation,
    sweeps: &[SweepPlan],
    model: &Model,
    entries: &Entries,
    diagnostics: &mut Diagnostics,
) -> Vec<ChartPlan> {
    let mut stated: Vec<ChartEntry> = model.entries.charts.clone();
    for entry in &entries.charts {
        match stated.iter_mut().find(|chart| chart.id.value == entry.id.value) {
            Some(chart) => {
                chart.title = entry.title.clone().or(chart.title.take());
                chart.size = entry.size.clone().or(chart.size.take());
                if !entry.panels.is_empty() {
                    chart.panels.clone_from(&entry.panels);
                }
            }
            None => stated.push(entry.clone()),
        }
    }
    let mut charts = Vec::new();
    for entry in &stated {
        if entry.panels.is_empty() {
            if !sweeps.iter().any(|sweep| sweep.id == entry.id.value) {
                let known = sweeps.iter().map(|sweep| sweep.id.as_str());
                let help = did_you_mean(&entry.id.value, known)
                    .unwrap_or_else(|| "give it panels, or the id of a sweep whose chart it describes".to_owned());
                diagnostics.push(
                    Diagnostic::warning(format!("the chart `{}` has nothing to show", entry.id.value))
                        .message_id("warning-empty-chart")
                        .with("name", entry.id.as_str())
                        .at(entry.id.span, "")
                        .help(help),
                );
            }
            continue;
        }
        let chart = plan_chart(calculation, entry, diagnostics);
        if !chart.panels.is_empty() {
            charts.push(chart);
        }
    }
    charts
}

fn plan_chart(calculation: &Calculation, entry: &ChartEntry, diagnostics: &mut Diagnostics) -> ChartPlan {
    let mut panels = Vec::new();
    for panel in &entry.panels {
        let mut find = |names: &[Located<Text>]| -> Vec<MetricId> {
            let mut found = Vec::new();
            for name in names {
                if let Some(position) = calculation.metric(&name.value) {
                    found.push(position);
                    continue;
                }
                // Standard charts name everything the model has; what a scenario lacks is simply absent.
                let complaint = absent(calculation, name);
                if complaint.severity == crate::diagnostic::Severity::Error {
                    diagnostics.push(complaint);
                }
            }
            found
        };
        let (show, yardstick) = (find(&panel.show), find(&panel.yardstick));
        let dimension = show.first().map(|metric| calculation.metrics[*metric].unit.dimension());
        if let Some(other) = show
            .iter()
            .chain(&yardstick)
            .find(|metric| Some(calculation.metrics[**metric].unit.dimension()) != dimension && dimension.is_some())
        {
            let names = panel.show.iter().chain(&panel.yardstick);
            let place = names.clone().find(|name| name.value == calculation.metrics[*other].id);
            diagnostics.push(
                Diagnostic::error(format!("`{}` does not fit into the panel", calculation.metrics[*other].id))
                    .opt_span(place.map(|name| name.span), "")
                    .help("the metrics of a panel share one unit; give this one a panel of its own"),
            );
            continue;
        }
        if !show.is_empty() {
            panels.push(PanelPlan { label: panel.label.to_string(), show, yardstick });
        }
    }
    ChartPlan {
        id: entry.id.value.to_string(),
        title: entry.title.as_ref().map_or_else(|| spoken(&entry.id.value), Text::to_string),
        column: entry.size.as_deref().map(|size| size == "column"),
        panels,
    }
}
