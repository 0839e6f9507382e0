//! The sheets of requirements, supply and cost: formulas that refer to inputs and metrics by their names, so that they
//! follow what is changed, with the ranges of the run's samples beside them as values.

use super::inputs::{in_unit, size};
use super::names::Names;
use super::sheet::{Cell, Sheet, Workbook, address};
use crate::analysis::sizing::Requirement;
use crate::model::{Assessment, MetricId};
use crate::quantity::whole;
use crate::study::Results;

/// Adds the sheets that have something to show.
pub(super) fn add(book: &mut Workbook, assessment: &Assessment, names: &Names, results: &Results) {
    let words = assessment.words;
    let requirements = results.sizing.requirements.iter().filter(|one| one.personnel.is_ok());
    let requirements: Vec<&Requirement> = requirements.collect();
    if !requirements.is_empty() {
        let (title, about) = (words.text("sheet-requirements"), words.text("sheet-about-requirements"));
        let mut sheet = Sheet::titled(book.free(&title), &title, &about, &[44, 14, 14, 16, 14, 12, 12, 14, 60, 60]);
        sheet.push_heads(REQUIREMENTS.iter().map(|head| words.text(head)));
        for requirement in requirements {
            let row = sheet.rows.len();
            let cells = required(assessment, names, requirement, row);
            sheet.push(cells.unwrap_or_default());
        }
        book.sheets.push(sheet);
    }
    for (title, metrics) in [("sheet-supply", supply(assessment)), ("sheet-cost", costs(assessment))] {
        if !metrics.is_empty() {
            let title = words.text(title);
            let sheet = listed(assessment, names, results, (book.free(&title), &title), &metrics);
            book.sheets.push(sheet);
        }
    }
}

const REQUIREMENTS: [&str; 10] = [
    "sheet-method",
    "sheet-required",
    "sheet-counted",
    "sheet-margin",
    "sheet-verdict",
    "sheet-p5",
    "sheet-p95",
    "sheet-applies",
    "sheet-why",
    "sheet-caveat",
];

fn required(assessment: &Assessment, names: &Names, of: &Requirement, row: usize) -> Option<Vec<Cell>> {
    let words = assessment.words;
    let method = assessment.roles.methods.get(of.method)?;
    let metric = *method.metric.as_ref().ok()?;
    let personnel = of.personnel.as_ref().ok()?;
    let counted: Vec<&str> = method.counts.iter().map(|input| names.inputs[*input].as_str()).collect();
    let [required, counts] = [1, 2].map(|column| address((row, column)));
    let margin = address((row, 3));
    let verdict = |met: bool| words.text(if met { "sheet-met" } else { "sheet-short" });
    let [mut other, mut left, mut said] = [Cell::Empty, Cell::Empty, Cell::Empty];
    if let (Some(count), Some(over)) = (of.counted, of.margin) {
        other = Cell::Formula(counted.join("+"), count);
        // As the program has it: what rounding alone makes is no difference.
        let slack = format!("{}*MAX(ABS({counts}),ABS({required}))", digits(whole::RELATIVE));
        left = Cell::Formula(format!("IF(ABS({counts}-{required})<={slack},0,{counts}-{required})"), over);
        let formula = format!("IF({margin}>=0,\"{}\",\"{}\")", quoted(&verdict(true)), quoted(&verdict(false)));
        said = Cell::Verdict(formula, verdict(over >= 0.0));
    }
    let (low, high) = personnel.range.unwrap_or((f64::NAN, f64::NAN));
    let applies =
        of.applies.map_or_else(String::new, |applies| words.text(if applies { "sheet-yes" } else { "sheet-no" }));
    Some(vec![
        Cell::text(&method.label),
        Cell::Formula(names.metrics[metric].clone(), assessment.calculation.metrics[metric].value),
        other,
        left,
        said,
        Cell::number(low),
        Cell::number(high),
        Cell::text(applies),
        Cell::text(&method.why),
        Cell::text(method.caveat.clone().unwrap_or_default()),
    ])
}

/// A small number as formulas write it.
fn digits(value: f64) -> String {
    crate::quantity::number::plain(value).replace('e', "E")
}

/// Text inside a formula's quotation marks.
fn quoted(text: &str) -> String {
    text.replace('"', "\"\"")
}

/// What a coalition has and can sustain.
fn supply(assessment: &Assessment) -> Vec<MetricId> {
    let Ok(supply) = &assessment.roles.supply else { return Vec::new() };
    let steps = [supply.land_forces, supply.garrisons, supply.deployable, supply.available, supply.rotation_factor];
    let others = [supply.rotation_base, Some(supply.sustainable), supply.margin, supply.tours].into_iter().flatten();
    once(steps.into_iter().chain(others).chain(supply.more.iter().copied()))
}

/// Costs by each basis, then casualties.
fn costs(assessment: &Assessment) -> Vec<MetricId> {
    let costs = &assessment.roles.costs;
    let of_all = [&costs.soldier_year, &costs.setup, &costs.annual, &costs.total, &costs.funding, &costs.years];
    let by_basis = costs.bases.iter().flat_map(|basis| [&basis.annual, &basis.total, &basis.funding]);
    let casualties = assessment.roles.casualties.iter().flat_map(|one| [Some(one.annual), one.total]);
    once(of_all.into_iter().chain(by_basis).map(|named| named.at).chain(casualties).flatten())
}

fn once(metrics: impl IntoIterator<Item = MetricId>) -> Vec<MetricId> {
    let mut found = Vec::new();
    for metric in metrics {
        if !found.contains(&metric) {
            found.push(metric);
        }
    }
    found
}

fn listed(
    assessment: &Assessment,
    names: &Names,
    results: &Results,
    (name, title): (String, &str),
    metrics: &[MetricId],
) -> Sheet {
    let words = assessment.words;
    let mut sheet = Sheet::titled(name, title, &words.text("sheet-about-requirements"), &[50, 18, 22, 10, 14, 14, 90]);
    let heads = ["sheet-label", "sheet-value", "sheet-unit", "sheet-size", "sheet-p5", "sheet-p95", "sheet-meaning"];
    sheet.push_heads(heads.iter().map(|head| words.text(head)));
    for position in metrics {
        let metric = &assessment.calculation.metrics[*position];
        let (low, high) = results.ranges.shown(metric).unwrap_or((f64::NAN, f64::NAN));
        let row = sheet.rows.len();
        sheet.push([
            Cell::text(&metric.label),
            Cell::Formula(in_unit(&names.metrics[*position], (row, 3)), metric.shown_value()),
            Cell::text(words.unit(&metric.unit)),
            size(&metric.unit),
            Cell::number(low),
            Cell::number(high),
            Cell::text(&metric.means),
        ]);
    }
    sheet
}
