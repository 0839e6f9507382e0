//! A sheet for each scope: its members in rows, what they have in columns. A column has a name of its own, so that a sum
//! over members reads as one.

use super::metrics::computed;
use super::names::{Column, Names, Scope};
use super::sheet::{Cell, DefinedName, Sheet, Workbook};
use crate::model::{Assessment, Referent};
use crate::quantity::unit::Unit;
use crate::report::origin;

/// Columns before those of numbers.
const BEFORE: usize = 2;

/// Adds the sheets and the names of their cells.
pub(super) fn add(book: &mut Workbook, assessment: &Assessment, names: &Names) {
    for scope in &names.scopes {
        one(book, assessment, names, scope);
    }
}

fn one(book: &mut Workbook, assessment: &Assessment, names: &Names, scope: &Scope) {
    let words = assessment.words;
    let name = book.free(&scope.name);
    let widths: Vec<usize> = [24, 30].into_iter().chain(scope.columns.iter().map(|_| 18)).collect();
    let mut sheet = Sheet::titled(name, &scope.name, &words.text("sheet-about-scope"), &widths);
    let heads = ["sheet-name", "sheet-label"].map(|head| words.text(head));
    sheet.push_heads(heads.into_iter().chain(scope.columns.iter().map(|column| column.name.clone())));
    let units = scope.columns.iter().map(|column| unit(assessment, column).map_or(Cell::Empty, |unit| base(&unit)));
    sheet.push([Cell::Empty, Cell::Empty].into_iter().chain(units));
    let first = sheet.rows.len();
    for (position, member) in scope.members.iter().enumerate() {
        let title = assessment.title(&(scope.name.clone(), member.clone())).to_owned();
        let mut row = vec![Cell::Text(member.clone()), Cell::text(title)];
        for (column, of) in scope.columns.iter().enumerate() {
            let at = (first + position, BEFORE + column);
            row.push(match of.cells.get(position).and_then(Option::as_ref) {
                Some(Referent::Input(input)) => {
                    Cell::Formula(names.inputs[*input].clone(), assessment.calculation.inputs[*input].value)
                }
                Some(Referent::Metric(metric)) => {
                    let name = names.metrics[*metric].clone();
                    book.names.push(DefinedName { name, sheet: book.next(), first: at, last: at });
                    computed(assessment, &assessment.calculation.metrics[*metric], names).0
                }
                _ => Cell::Empty,
            });
        }
        sheet.push(row);
    }
    let last = sheet.rows.len() - 1;
    for (column, of) in scope.columns.iter().enumerate() {
        let at = BEFORE + column;
        let name = of.range.clone();
        book.names.push(DefinedName { name, sheet: book.next(), first: (first, at), last: (last, at) });
    }
    legend(&mut sheet, assessment, names, scope);
    book.sheets.push(sheet);
}

/// What the columns are: each with its formula, its meaning and where it comes from.
fn legend(sheet: &mut Sheet, assessment: &Assessment, names: &Names, scope: &Scope) {
    let words = assessment.words;
    sheet.push([]);
    let heads = ["sheet-name", "sheet-label", "sheet-formula", "sheet-meaning", "sheet-source"];
    sheet.push(heads.map(|head| Cell::Head(words.text(head))));
    for column in &scope.columns {
        let calculation = &assessment.calculation;
        let row = match column.cells.iter().flatten().next() {
            Some(Referent::Input(input)) => {
                let input = &calculation.inputs[*input];
                let label = assessment.own_label(&input.label, input.member.as_ref());
                [Cell::text(&column.name), Cell::text(label), Cell::Empty, Cell::text(&input.means), Cell::Empty]
            }
            Some(Referent::Metric(metric)) => {
                let metric = &calculation.metrics[*metric];
                let label = assessment.own_label(&metric.label, metric.member.as_ref());
                [
                    Cell::text(&column.name),
                    Cell::text(label),
                    Cell::text(computed(assessment, metric, names).1),
                    Cell::text(&metric.means),
                    Cell::text(origin::cited(assessment, &metric.provenance, words)),
                ]
            }
            _ => continue,
        };
        sheet.push(row);
    }
}

fn unit(assessment: &Assessment, column: &Column) -> Option<Unit> {
    match column.cells.iter().flatten().next()? {
        Referent::Input(input) => Some(assessment.calculation.inputs[*input].unit.clone()),
        Referent::Metric(metric) => Some(assessment.calculation.metrics[*metric].unit.clone()),
        Referent::Members(_) => None,
    }
}

/// The base unit of what a unit measures.
fn base(unit: &Unit) -> Cell {
    Cell::text(Unit::coherent(unit.dimension()).text())
}
