//! The chart of Sobol' indices.

use super::rows::{Row, rows, sorted};
use super::text::{WORTH, sentence};
use crate::analysis::sobol_indices::{Indices, SobolIndices};
use crate::args;
use crate::chart::{IndexBars, IndexPanel, IndexRow, IndexShare};
use crate::model::own_name::SOBOL_INDICES;
use crate::model::{Assessment, MetricId};
use crate::report::figure::{RenderedChart, heading, style};
use crate::report::slot;

/// Rows that one panel holds at most.
pub(super) const MOST_ROWS: usize = 10;

/// Metrics that one chart holds at most.
pub(super) const MOST_PANELS: usize = 6;

/// The input that alone explains most of the first metric's variation; nothing where none explains [`WORTH`] of it.
fn finding(assessment: &Assessment, results: &SobolIndices, shown: &[(MetricId, &Indices)]) -> Option<String> {
    let words = assessment.words;
    let (metric, indices) = shown.first()?;
    let single = rows(assessment, results, indices).into_iter().filter(|row| row.apart && row.index.used);
    let resolved = single.filter(|row| row.index.unresolved().is_none() && row.index.first_order >= WORTH);
    let most = resolved.max_by(|a, b| a.index.first_order.total_cmp(&b.index.first_order))?;
    let about = args![
        input = &most.label,
        share = words.grouped(100.0 * most.index.first_order.clamp(0.0, 1.0), 0),
        metric = words.inside(&assessment.calculation.metrics[*metric].label),
    ];
    Some(words.format("finding-indices", about))
}

/// First and total orders of metrics that vary; none where there are none.
#[must_use]
pub(crate) fn indices(
    assessment: &Assessment,
    results: &SobolIndices,
    metrics: &[(MetricId, &Indices)],
) -> Option<RenderedChart> {
    let words = assessment.words;
    // A panel without a share would have nothing to show, and one with a single share no more than a sentence says.
    let resolved = |(_, indices): &(MetricId, &Indices)| {
        let all = indices.inputs.iter().chain(&indices.groups);
        all.filter(|index| index.used && index.unresolved().is_none()).count() > 1
    };
    let shown: Vec<(MetricId, &Indices)> = metrics.iter().copied().filter(resolved).take(MOST_PANELS).collect();
    if shown.is_empty() {
        return None;
    }
    let labels = |rows: &[Row<'_>]| rows.iter().map(|row| row.label.clone()).collect::<Vec<String>>();
    let panel = |(metric, indices): &(MetricId, &Indices)| {
        let (found, others): (Vec<_>, Vec<_>) =
            sorted(rows(assessment, results, indices)).into_iter().partition(|row| row.index.unresolved().is_none());
        let rest = labels(&found[found.len().min(MOST_ROWS)..]);
        let of = &assessment.calculation.metrics[*metric].id;
        let share = |row: &Row<'_>, order: &str, share: f64, (low, high): (f64, f64)| IndexShare {
            share: 100.0 * share,
            low: 100.0 * low,
            high: 100.0 * high,
            slots: slot::with_ends(slot::part_of(of, order, &row.id), "ci_low", "ci_high"),
        };
        let row = |row: &Row<'_>| IndexRow {
            label: row.label.clone(),
            first: share(row, "first_order", row.index.first_order, row.index.first_order_ci),
            total: share(row, "total_order", row.index.total_order, row.index.total_order_ci),
        };
        IndexPanel {
            label: assessment.calculation.metrics[*metric].label.clone(),
            rows: found.iter().take(MOST_ROWS).map(row).collect(),
            note: [("indices-less", rest), ("indices-unresolved", labels(&others))]
                .into_iter()
                .filter(|(_, inputs)| !inputs.is_empty())
                .map(|(key, inputs)| words.format(key, args![inputs = inputs.join(", ")]))
                .collect::<Vec<_>>()
                .join(" "),
        }
    };
    let (id, title) =
        (SOBOL_INDICES.name(), finding(assessment, results, &shown).unwrap_or_else(|| words.text("indices-title")));
    let subtitle = words.format("indices-case", args![title = &assessment.title]);
    let positions: Vec<MetricId> = shown.iter().map(|(metric, _)| *metric).collect();
    let mut heading = heading(assessment, &id, &title, subtitle, &positions);
    let spoken = shown.iter().map(|(metric, indices)| sentence(assessment, results, *metric, indices));
    heading.description = spoken.collect::<Vec<_>>().join(" ");
    let chart = IndexBars { heading, label: words.text("indices-axis"), panels: shown.iter().map(panel).collect() };
    Some(RenderedChart::new(id, title, chart, &style(assessment, None)))
}
