//! Results as CSV, for spreadsheets, R and pandas: one row per value, numbers with all their digits.

use crate::analysis::sweep::Sweep;
use crate::model::{Assessment, ChartPlan, SweepPlan};
use crate::quantity::number::plain;
use crate::report::wording::formula_text;

/// The metrics: `id,label,value,unit,formula,sources`.
#[must_use]
pub fn metrics(assessment: &Assessment) -> String {
    let rows = assessment.calculation.metrics.iter().map(|metric| {
        vec![
            metric.id.clone(),
            metric.label.clone(),
            cell(metric.shown_value()),
            metric.unit.text().to_owned(),
            formula_text(metric),
            metric.provenance.sources.join(" "),
        ]
    });
    write(&["id", "label", "value", "unit", "formula", "sources"], rows)
}

/// The bars of a chart: `panel,role,metric,label,value,unit`.
#[must_use]
pub fn chart(assessment: &Assessment, chart: &ChartPlan) -> String {
    let rows = chart.panels.iter().flat_map(|panel| {
        let shown = panel.show.iter().map(|metric| ("shown", metric));
        let all = shown.chain(panel.yardstick.iter().map(|metric| ("yardstick", metric)));
        all.map(|(role, metric)| {
            let metric = &assessment.calculation.metrics[*metric];
            vec![
                panel.label.clone(),
                role.to_owned(),
                metric.id.clone(),
                metric.label.clone(),
                cell(metric.shown_value()),
                metric.unit.text().to_owned(),
            ]
        })
    });
    write(&["panel", "role", "metric", "label", "value", "unit"], rows)
}

/// A sweep in long form: a column for each varied input, then `metric,value,unit`.
#[must_use]
pub fn sweep(assessment: &Assessment, plan: &SweepPlan, sweep: &Sweep) -> String {
    let first = &assessment.calculation.inputs[plan.first.input];
    let second = plan.second.as_ref().map(|axis| &assessment.calculation.inputs[axis.input]);
    let mut header = vec![first.id.as_str()];
    header.extend(second.map(|input| input.id.as_str()));
    header.extend(["metric", "value", "unit"]);
    let mut rows = Vec::new();
    for curve in &sweep.curves {
        let metric = &assessment.calculation.metrics[curve.metric];
        for (index, value) in curve.values.iter().enumerate() {
            let mut row = vec![plain(first.unit.from_base(sweep.first[index % sweep.first.len()]))];
            if let (Some(second), Some(points)) = (second, &sweep.second) {
                row.push(plain(second.unit.from_base(points[index / sweep.first.len()])));
            }
            row.extend([metric.id.clone(), cell(metric.unit.from_base(*value)), metric.unit.text().to_owned()]);
            rows.push(row);
        }
    }
    write(&header, rows.into_iter())
}

/// A table of any cells with a header.
#[must_use]
pub fn write(header: &[&str], rows: impl Iterator<Item = Vec<String>>) -> String {
    let mut writer = ::csv::WriterBuilder::new().from_writer(Vec::new());
    let mut written = writer.write_record(header);
    for row in rows {
        written = written.and_then(|()| writer.write_record(&row));
    }
    // Writing to memory cannot fail, and every row has the header's length.
    written
        .ok()
        .and_then(|()| writer.into_inner().ok())
        .and_then(|bytes| String::from_utf8(bytes).ok())
        .unwrap_or_default()
}

/// An undefined value is an empty cell.
pub(super) fn cell(value: f64) -> String {
    if value.is_finite() { plain(value) } else { String::new() }
}
