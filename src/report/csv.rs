//! Results as CSV, for spreadsheets, R and pandas: one row per value, numbers with all their digits. No cell is a formula.

use super::escape;
use super::json::{metric_row, value};
use crate::analysis::sweep::Sweep;
use crate::model::{Assessment, ChartPlan, MetricId, SweepPlan};
use crate::program::Extremes;
use crate::quantity::number::plain;
use serde::Serialize;
use serde_json::Value;
use typed_index_collections::TiSlice;

/// A row with the identifier under which it stands in JSON.
#[derive(Serialize)]
struct Identified<'a, R> {
    id: &'a str,
    #[serde(flatten)]
    row: R,
}

/// The metrics: `id,label,value,unit,formula,formula_sources,low,high,low_kind,high_kind`; the ends are the extremes over all
/// declared ranges, exact where nothing is said of their kind.
#[must_use]
pub fn metrics(assessment: &Assessment, extremes: &TiSlice<MetricId, Option<Extremes>>) -> String {
    let metrics = assessment.calculation.metrics.iter_enumerated();
    let rows = metrics.map(|(position, metric)| Identified {
        id: &metric.id,
        row: metric_row(metric, extremes.get(position).and_then(Option::as_ref)),
    });
    let header = ["id", "label", "value", "unit", "formula", "formula_sources", "low", "high", "low_kind", "high_kind"];
    columns(&header, rows)
}

/// A bar of a chart.
#[derive(Serialize, Default)]
struct BarRow<'a> {
    panel: &'a str,
    role: &'a str,
    metric: &'a str,
    label: &'a str,
    value: f64,
    unit: &'a str,
}

/// The bars of a chart: `panel,role,metric,label,value,unit`.
#[must_use]
pub(crate) fn chart(assessment: &Assessment, chart: &ChartPlan) -> String {
    table(chart.panels.iter().flat_map(|panel| {
        let shown = panel.show.iter().map(|metric| ("shown", metric));
        let all = shown.chain(panel.yardstick.iter().map(|metric| ("yardstick", metric)));
        all.map(|(role, metric)| {
            let metric = &assessment.calculation.metrics[*metric];
            BarRow {
                panel: &panel.label,
                role,
                metric: &metric.id,
                label: &metric.label,
                value: metric.shown_value(),
                unit: metric.unit.text(),
            }
        })
    }))
}

/// A sweep in long form: a column for each varied input, then `metric,value,unit`. By hand: the columns
/// are named by the inputs, and of long sweeps there are many rows.
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

/// A table of rows: a column for each key, in their order. There is a header without any row too.
#[must_use]
pub(crate) fn table<R: Serialize + Default>(rows: impl IntoIterator<Item = R>) -> String {
    let header = header::<R>();
    columns(&header.iter().map(String::as_str).collect::<Vec<_>>(), rows)
}

/// The keys of a row.
#[must_use]
pub(crate) fn header<R: Serialize + Default>() -> Vec<String> {
    value(&R::default()).as_object().into_iter().flat_map(|row| row.keys().cloned()).collect()
}

/// A table of some keys of rows; a row without a key has an empty cell there.
#[must_use]
pub(crate) fn columns<R: Serialize>(header: &[&str], rows: impl IntoIterator<Item = R>) -> String {
    let record = |row: R| {
        let row = value(&row);
        header.iter().map(|column| row.get(column).map_or_else(String::new, text)).collect()
    };
    write(header, rows.into_iter().map(record))
}

/// What is undefined is empty in a table as it is `null` in JSON; a list has spaces between its members.
fn text(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        Value::Array(members) => members.iter().map(text).collect::<Vec<_>>().join(" "),
        Value::Number(number) if number.is_f64() => number.as_f64().map_or_else(String::new, plain),
        other => other.to_string(),
    }
}

/// A table of any cells with a header.
#[must_use]
pub(crate) fn write(header: &[&str], rows: impl Iterator<Item = Vec<String>>) -> String {
    let mut writer = ::csv::WriterBuilder::new().from_writer(Vec::new());
    let mut written = writer.write_record(header);
    for row in rows {
        written = written.and_then(|()| writer.write_record(row.into_iter().map(escape::cell)));
    }
    // Writing to memory cannot fail, and every row has the header's length.
    written
        .ok()
        .and_then(|()| writer.into_inner().ok())
        .and_then(|bytes| String::from_utf8(bytes).ok())
        .unwrap_or_default()
}

/// A table as a program wants it: behind the mark of UTF-8, or with a comma before decimals and semicolons between cells.
#[must_use]
pub fn written(table: &str, marked: bool, comma: bool) -> String {
    let mark = if marked { "\u{feff}" } else { "" };
    if !comma {
        return [mark, table].concat();
    }
    [mark, &with_commas(table)].concat()
}

fn with_commas(table: &str) -> String {
    let mut reader = ::csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(table.as_bytes());
    let mut writer = ::csv::WriterBuilder::new().delimiter(b';').flexible(true).from_writer(Vec::new());
    for record in reader.records().flatten() {
        let cells = record.iter().map(|cell| if is_decimal(cell) { cell.replace('.', ",") } else { cell.to_owned() });
        // Writing to memory cannot fail.
        let _ = writer.write_record(cells.collect::<Vec<_>>());
    }
    writer.into_inner().ok().and_then(|bytes| String::from_utf8(bytes).ok()).unwrap_or_default()
}

/// Whether a cell is a number with decimals.
fn is_decimal(cell: &str) -> bool {
    let digits = cell.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b'-' | b'+' | b'e' | b'E'));
    digits && cell.contains('.') && cell.parse::<f64>().is_ok()
}

/// An undefined value is an empty cell.
pub(super) fn cell(value: f64) -> String {
    if value.is_finite() { plain(value) } else { String::new() }
}
