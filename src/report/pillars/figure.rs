//! The chart of pillars: a matrix of combinations and metrics.

use super::text::{between, combinations, shown, there};
use crate::analysis::comparison::same;
use crate::analysis::pillars::PillarRow;
use crate::args;
use crate::chart::{Matrix, MatrixCell, MatrixColumn};
use crate::model::own_name::PILLARS;
use crate::model::{Assessment, MetricId};
use crate::report::figure::{RenderedChart, heading, style};
use crate::report::slot;
use crate::report::wording::ends_apart;

/// Metrics of one chart, so that it stays on a page also where they stand below one another; of one with many rows.
pub(super) const METRICS: [usize; 2] = [4, 2];

/// Pillars from which on there are many rows: 16 combinations and more.
pub(super) const MANY: usize = 4;

/// One chart of the first metrics that pillars move; of the first ones where they move none.
#[must_use]
pub(crate) fn pillars(assessment: &Assessment, rows: &[PillarRow]) -> Vec<RenderedChart> {
    let most = METRICS[usize::from(assessment.requests.pillars.len() >= MANY)];
    let moves = |row: &&PillarRow| row.values.iter().any(|value| !same(*value, row.values[row.values.len() - 1]));
    let telling: Vec<PillarRow> = rows.iter().filter(moves).take(most).cloned().collect();
    let shown =
        if telling.is_empty() { rows.get(..most.min(rows.len())).unwrap_or_default().to_vec() } else { telling };
    if shown.is_empty() {
        return Vec::new();
    }
    vec![matrix(assessment, &shown, PILLARS.name(), rows.len() - shown.len())]
}

/// Some metrics as a matrix, with `others` that are in the table alone.
pub(super) fn matrix(assessment: &Assessment, rows: &[PillarRow], id: String, others: usize) -> RenderedChart {
    let (words, combinations) = (assessment.words, combinations(assessment));
    let count = assessment.requests.pillars.len();
    let columns: Vec<MatrixColumn> = rows.iter().map(|row| column(assessment, row, &combinations)).collect();
    let title = finding(assessment, rows).unwrap_or_else(|| words.text("pillars-part"));
    let ranged = columns.iter().flat_map(|column| &column.cells).any(|cell| !cell.range.is_empty());
    let key = if ranged { "pillars-case-ranges" } else { "pillars-case" };
    let metrics: Vec<MetricId> = rows.iter().map(|row| row.metric).collect();
    let mut case = words.format(key, args![title = &assessment.title]);
    if columns.iter().flat_map(|column| &column.cells).any(|cell| cell.value.is_infinite()) {
        case = words.format("pillars-case-nothing", args![case = case]);
    }
    if others > 0 {
        case = words.format("pillars-case-more", args![case = case, count = others]);
    }
    let mut heading = heading(assessment, &id, &title, case, &metrics);
    let spoken = columns.iter().map(|column| {
        let cells = combinations.iter().zip(&column.cells);
        let cells = cells.map(|(there_is, cell)| format!("{} {}", there(words, assessment, *there_is), cell.text));
        words.pair(&column.label, &cells.collect::<Vec<_>>().join(", "))
    });
    heading.description = spoken.collect::<Vec<_>>().join("; ");
    let chart = Matrix {
        heading,
        marks: assessment.requests.pillars.iter().map(|pillar| pillar.label.clone()).collect(),
        rows: combinations.iter().map(|all| (0..count).map(|bit| all >> bit & 1 == 1).collect()).collect(),
        columns,
    };
    RenderedChart::new(id, title, chart, &style(assessment, None))
}

/// The pillar without which the first metric changes most; nothing where none moves it, or two do so alike.
fn finding(assessment: &Assessment, rows: &[PillarRow]) -> Option<String> {
    let (words, row) = (assessment.words, rows.first()?);
    let (pillars, metric) = (&assessment.requests.pillars, &assessment.calculation.metrics[row.metric]);
    let all = row.values.len() - 1;
    let whole = row.values[all];
    let mut without: Vec<(usize, f64)> = (0..pillars.len()).map(|bit| (bit, row.values[all & !(1 << bit)])).collect();
    let change = |value: f64| (value - whole).abs();
    without.sort_by(|a, b| change(b.1).total_cmp(&change(a.1)));
    let (most, value) = *without.first()?;
    let others = without.get(1).map_or(0.0, |(_, value)| change(*value));
    if without.iter().any(|(_, value)| !value.is_finite()) || !whole.is_finite() || change(value) <= 1.000_001 * others
    {
        return None;
    }
    let (to, from) = ends_apart(words, &metric.unit, value, whole);
    let about = args![pillar = &pillars[most].label, metric = words.inside(&metric.label), to = to, from = from];
    Some(words.format(if pillars.len() == 1 { "finding-pillar-alone" } else { "finding-pillar" }, about))
}

pub(super) fn column(assessment: &Assessment, row: &PillarRow, combinations: &[usize]) -> MatrixColumn {
    let (words, metric) = (assessment.words, &assessment.calculation.metrics[row.metric]);
    let cell = |combination: &usize| MatrixCell {
        value: metric.unit.from_base(row.values[*combination]),
        text: shown(words, metric, row.values[*combination]),
        range: row.ranges[*combination].map_or_else(String::new, |ends| between(words, metric, ends)),
        slots: {
            let there =
                (0..assessment.requests.pillars.len()).map(|bit| if combination >> bit & 1 == 1 { '1' } else { '0' });
            slot::with_ends(slot::part_of(&metric.id, "pillars", &there.collect::<String>()), "low", "high")
        },
    };
    let cells = combinations.iter().map(cell).collect();
    MatrixColumn { label: metric.label.clone(), unit: words.unit(&metric.unit), cells }
}
