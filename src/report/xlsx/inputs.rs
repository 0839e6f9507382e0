//! The sheet of inputs: a row for each, with its value as typed, which may be changed, and its value in base units, which
//! carries its name. [`super::read`] reads such a sheet back.

use super::names::Names;
use super::sheet::{At, Cell, DefinedName, Sheet, Workbook, address};
use crate::model::{Assessment, Input};
use crate::quantity::unit::Unit;
use crate::report::origin;

/// The texts of the heads, in the order of the columns.
pub(super) const HEADS: [&str; 13] = [
    "sheet-name",
    "sheet-label",
    "sheet-value",
    "sheet-unit",
    "sheet-size",
    "sheet-base",
    "sheet-low",
    "sheet-mode",
    "sheet-high",
    "sheet-distribution",
    "sheet-decided-by",
    "sheet-source",
    "sheet-note",
];

const WIDTHS: [usize; 13] = [34, 44, 14, 22, 10, 16, 12, 12, 12, 26, 14, 60, 60];

const VALUE: usize = 2;
pub(super) const SIZE: usize = 4;
const BASE: usize = 5;

/// Adds the sheet and the names of its cells.
pub(super) fn add(book: &mut Workbook, assessment: &Assessment, names: &Names) {
    let words = assessment.words;
    let name = book.free(&words.text("sheet-inputs"));
    let mut sheet = Sheet::titled(name, &words.text("sheet-inputs"), &words.text("sheet-about-inputs"), &WIDTHS);
    sheet.push_heads(HEADS.iter().map(|head| words.text(head)));
    for (position, input) in assessment.calculation.inputs.iter_enumerated() {
        let row = sheet.push([]);
        sheet.rows[row] = cells(assessment, input, row);
        let at = (row, BASE);
        let name = names.inputs[position].clone();
        book.names.push(DefinedName { name, sheet: book.next(), first: at, last: at });
    }
    book.sheets.push(sheet);
}

fn cells(assessment: &Assessment, input: &Input, row: usize) -> Vec<Cell> {
    let words = assessment.words;
    let base = format!("{}*{}", address((row, VALUE)), address((row, SIZE)));
    let [low, mode, high] = ends(input);
    let note = [&input.note, &input.warning].into_iter().flatten().cloned().collect::<Vec<_>>();
    vec![
        Cell::Text(input.id.clone()),
        Cell::text(&input.label),
        Cell::Open(input.shown_value()),
        Cell::text(input.unit.text()),
        size(&input.unit),
        Cell::Formula(base, input.value),
        low,
        mode,
        high,
        Cell::text(distribution(assessment, input)),
        Cell::text(words.choice("role", input.role.word())),
        Cell::text(origin::cited(assessment, &input.provenance, words)),
        Cell::text(note.join(" ")),
    ]
}

/// The ends of the range in the input's unit; the mode only of a distribution that has one.
fn ends(input: &Input) -> [Cell; 3] {
    let Some(((low, high), range)) = input.shown_range().zip(input.range.as_ref()) else {
        return [Cell::Empty, Cell::Empty, Cell::Empty];
    };
    let mode = range.mode().map_or(f64::NAN, |mode| input.unit.from_base(mode));
    [Cell::number(low), Cell::number(mode), Cell::number(high)]
}

/// The distribution in words, with what its ends are where they are percentiles.
fn distribution(assessment: &Assessment, input: &Input) -> String {
    let Some(range) = &input.range else { return String::new() };
    let name = assessment.words.choice("distribution", &range.to_string());
    if range.has_ends() { name } else { format!("{name} (p5, p95)") }
}

/// The size of a unit in base units: a fraction is one on the sheet too.
pub(super) fn size(unit: &Unit) -> Cell {
    let (above, below) = unit.fraction();
    #[expect(clippy::float_cmp, reason = "most units have no denominator at all")]
    if below == 1.0 {
        return Cell::Number(above);
    }
    let number = crate::quantity::number::plain;
    Cell::Formula(format!("{}/{}", number(above), number(below)), above / below)
}

/// A named value in another unit, whose size stands in a cell.
pub(super) fn in_unit(name: &str, size: At) -> String {
    format!("{name}/{}", address(size))
}
