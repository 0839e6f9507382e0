//! Charts of the pillars of a plan: a panel for each metric with a bar for each combination.

use super::super::chart::{BarPanel, BarRow, Bars, RowKind};
use super::super::pillars::{combinations, there};
use super::{Drawn, heading, style};
use crate::analysis::pillars::Row;
use crate::args;
use crate::model::Assessment;

/// Panels of one chart, so that it stays on a page.
const PANELS: usize = 3;

/// Charts of some panels each.
#[must_use]
pub fn pillars(assessment: &Assessment, rows: &[Row]) -> Vec<Drawn> {
    let words = assessment.words;
    let panel = |row: &Row| {
        let metric = &assessment.metrics[row.metric];
        let bars = combinations(assessment).into_iter().map(|combination| {
            let value = metric.unit.from_base(row.values[combination]);
            let all = row.values.len() - 1;
            BarRow {
                label: there(words, assessment, combination),
                value: value.is_finite().then_some(value),
                text: words.shown(value),
                kind: if combination == all { RowKind::Plain } else { RowKind::Second },
                low_high: None,
            }
        });
        BarPanel { label: metric.label.clone(), unit: words.unit(&metric.unit), rows: bars.collect() }
    };
    rows.chunks(PANELS)
        .enumerate()
        .map(|(number, rows)| {
            let (id, title) = (format!("pillars_{}", number + 1), words.text("pillars-part"));
            let metrics: Vec<usize> = rows.iter().map(|row| row.metric).collect();
            let subtitle = words.say("pillars-case", args![title = &assessment.title]);
            let mut heading = heading(assessment, &id, &title, subtitle, &metrics);
            let panels: Vec<BarPanel> = rows.iter().map(panel).collect();
            let spoken = panels.iter().map(|panel| {
                let bars: Vec<String> = panel.rows.iter().map(|row| format!("{} {}", row.label, row.text)).collect();
                format!("{}: {}", panel.label, bars.join(", "))
            });
            heading.description = spoken.collect::<Vec<_>>().join("; ");
            Drawn { id, title, svg: Bars { heading, panels }.svg(&style(assessment, None)) }
        })
        .collect()
}
