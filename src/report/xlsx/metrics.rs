//! The sheet of metrics: each with its formula in base units, which carries its name, its value in its own unit, what it
//! means and where it comes from. Metrics of members stand on the sheet of their scope.

use super::inputs::{in_unit, size};
use super::names::Names;
use super::sheet::{Cell, DefinedName, Sheet, Workbook};
use crate::analysis::monte_carlo::PercentileRanges;
use crate::model::{Assessment, Metric, MetricId};
use crate::report::origin;
use crate::report::wording::formula_text;

const HEADS: [&str; 11] = [
    "sheet-name",
    "sheet-label",
    "sheet-value",
    "sheet-unit",
    "sheet-size",
    "sheet-base",
    "sheet-formula",
    "sheet-p5",
    "sheet-p95",
    "sheet-meaning",
    "sheet-source",
];

const WIDTHS: [usize; 11] = [34, 44, 14, 26, 10, 16, 60, 12, 12, 70, 50];

/// Lacking inputs that are named.
const NEEDS: usize = 12;

const SIZE: usize = 4;
const BASE: usize = 5;
const FORMULA: usize = 6;

/// Adds the sheet and the names of its cells.
pub(super) fn add(book: &mut Workbook, assessment: &Assessment, names: &Names, ranges: &PercentileRanges) {
    let words = assessment.words;
    let name = book.free(&words.text("sheet-metrics"));
    let mut sheet = Sheet::titled(name, &words.text("sheet-metrics"), &words.text("sheet-about-metrics"), &WIDTHS);
    sheet.push_heads(HEADS.iter().map(|head| words.text(head)));
    for (position, metric) in assessment.calculation.metrics.iter_enumerated() {
        if metric.member.is_some() {
            continue;
        }
        let row = sheet.push([]);
        sheet.rows[row] = cells(assessment, (position, metric), names, ranges, row);
        let at = (row, BASE);
        let name = names.metrics[position].clone();
        book.names.push(DefinedName { name, sheet: book.next(), first: at, last: at });
    }
    let unavailable = &assessment.calculation.unavailable;
    if !unavailable.is_empty() {
        sheet.push([]);
        sheet.push([Cell::Title(words.text("title-unavailable"))]);
        sheet
            .push(under_formula(["sheet-name", "sheet-label", "sheet-needs"].map(|head| Cell::Head(words.text(head)))));
        for metric in unavailable {
            let mut needs: Vec<&str> = metric.needs.iter().take(NEEDS).map(String::as_str).collect();
            if metric.needs.len() > NEEDS {
                needs.push("…");
            }
            sheet.push(under_formula([&metric.id, &metric.label, &needs.join(", ")].map(Cell::text)));
        }
    }
    book.sheets.push(sheet);
}

/// A name, a label, and what stands in the wide column of formulas.
fn under_formula([name, label, wide]: [Cell; 3]) -> Vec<Cell> {
    let between = (2..FORMULA).map(|_| Cell::Empty);
    [name, label].into_iter().chain(between).chain([wide]).collect()
}

fn cells(
    assessment: &Assessment,
    (position, metric): (MetricId, &Metric),
    names: &Names,
    ranges: &PercentileRanges,
    row: usize,
) -> Vec<Cell> {
    let (low, high) = ranges.shown(metric).unwrap_or((f64::NAN, f64::NAN));
    let (base, text) = computed(assessment, metric, names);
    vec![
        Cell::Text(metric.id.clone()),
        Cell::text(&metric.label),
        Cell::Formula(in_unit(&names.metrics[position], (row, SIZE)), metric.shown_value()),
        Cell::text(metric.unit.text()),
        size(&metric.unit),
        base,
        Cell::text(text),
        Cell::number(low),
        Cell::number(high),
        Cell::text(&metric.means),
        Cell::text(origin::cited(assessment, &metric.provenance, assessment.words)),
    ]
}

/// A metric's cell in base units, and the formula beside it. One that no spreadsheet takes is a value, and says so.
pub(super) fn computed(assessment: &Assessment, metric: &Metric, names: &Names) -> (Cell, String) {
    match names.formula(metric) {
        Some(formula) => (Cell::Formula(formula, metric.value), formula_text(metric)),
        None => (Cell::number(metric.value), assessment.words.text("sheet-too-long")),
    }
}
