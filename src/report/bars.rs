//! Metrics as charts of bars beside yardsticks.

use crate::analysis::monte_carlo::PercentileRanges;
use crate::args;
use crate::chart::{BarKind, BarPanel, BarRow, Bars, RangeSlots};
use crate::language::Localizer;
use crate::model::{Assessment, ChartPlan, Metric, MetricId};
use crate::quantity::unit::Unit;
use crate::report::figure::{RenderedChart, heading, style};
use crate::report::slot;
use crate::report::wording::Wording;

/// Metrics as bars beside a yardstick; whiskers run from the 5th to the 95th percentile of samples.
#[must_use]
pub fn bars(assessment: &Assessment, plan: &ChartPlan, ranges: &PercentileRanges) -> RenderedChart {
    let metrics: Vec<MetricId> =
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
            let rows = shown.chain(yardsticks).map(|(metric, kind)| {
                row(assessment.words, &assessment.calculation.metrics[*metric], (&unit, ranges), kind)
            });
            BarPanel { label: panel.label.clone(), unit: assessment.words.unit(&unit), rows: rows.collect() }
        })
        .collect();
    let words = assessment.words;
    let mut subtitle = words.format("bars-case", args![title = &assessment.title]);
    if panels.iter().flat_map(|panel| &panel.rows).any(|row| row.low_high.is_some()) {
        subtitle = words.format("bars-whiskers", args![text = subtitle]);
    }
    if plan.panels.iter().any(|panel| !panel.yardstick.is_empty()) {
        subtitle = words.format("bars-yardstick", args![text = subtitle]);
    }
    let mut heading = heading(assessment, &plan.id, &plan.title, subtitle, &metrics);
    let spoken = metrics.iter().map(|metric| &assessment.calculation.metrics[*metric]);
    let spoken: Vec<String> = spoken.map(|metric| words.pair(&metric.label, &metric.value_text(words))).collect();
    heading.description = spoken.join("; ");
    let chart = Bars { heading, panels };
    RenderedChart::new(plan.id.clone(), plan.title.clone(), chart, &style(assessment, plan.column))
}

fn row(words: Localizer, metric: &Metric, (unit, ranges): (&Unit, &PercentileRanges), kind: BarKind) -> BarRow {
    let value = unit.from_base(metric.value);
    let range = ranges.of(metric).map(|(low, high)| (unit.from_base(low), unit.from_base(high)));
    BarRow {
        label: metric.label.clone(),
        value: value.is_finite().then_some(value),
        text: words.shown(value),
        kind,
        low_high: range,
        slots: match range {
            Some(_) => slot::ranged(&metric.id),
            None => RangeSlots::of_value(slot::central(&metric.id)),
        },
    }
}
