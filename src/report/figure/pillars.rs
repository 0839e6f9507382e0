//! Charts of the pillars of a plan: a panel for each metric with a bar for each combination.

use super::super::chart::{BarPanel, BarRow, Bars, RowKind};
use super::super::pillars::{combinations, there};
use super::{Drawn, heading, style};
use crate::analysis::pillars::Row;
use crate::model::Assessment;
use crate::quantity::number::shown;

/// Panels of one chart, so that it stays on a page.
const PANELS: usize = 3;

/// Charts of some panels each.
#[must_use]
pub fn pillars(assessment: &Assessment, rows: &[Row]) -> Vec<Drawn> {
    let panel = |row: &Row| {
        let metric = &assessment.metrics[row.metric];
        let bars = combinations(assessment).into_iter().map(|combination| {
            let value = metric.unit.from_base(row.values[combination]);
            let all = row.values.len() - 1;
            BarRow {
                label: there(assessment, combination),
                value: value.is_finite().then_some(value),
                text: shown(value),
                kind: if combination == all { RowKind::Plain } else { RowKind::Second },
                low_high: None,
            }
        });
        BarPanel { label: metric.label.clone(), unit: metric.unit.label(), rows: bars.collect() }
    };
    rows.chunks(PANELS)
        .enumerate()
        .map(|(number, rows)| {
            let (id, title) = (format!("pillars_{}", number + 1), "What the plan rests on");
            let metrics: Vec<usize> = rows.iter().map(|row| row.metric).collect();
            let subtitle = format!("{}; central case, with the pillars named at each bar", assessment.title);
            let mut heading = heading(assessment, &id, title, subtitle, &metrics);
            let panels: Vec<BarPanel> = rows.iter().map(panel).collect();
            let spoken = panels.iter().map(|panel| {
                let bars: Vec<String> = panel.rows.iter().map(|row| format!("{} {}", row.label, row.text)).collect();
                format!("{}: {}", panel.label, bars.join(", "))
            });
            heading.description = spoken.collect::<Vec<_>>().join("; ");
            Drawn { id, title: title.to_owned(), svg: Bars { heading, panels }.svg(&style(assessment, None)) }
        })
        .collect()
}
