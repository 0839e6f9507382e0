//! Every metric with its formula, the same with numbers, its result and its sources; and the tables of scopes with many
//! members. Numbers are marked, so that the page can follow them.

use super::live::{LiveRun, Name, Number, input, metric, runs};
use super::texts;
use crate::analysis::monte_carlo::PercentileRanges;
use crate::language::Localizer;
use crate::model::{Assessment, Metric, MetricId};
use crate::quantity::number::SHOWN_DIGITS;
use crate::quantity::unit::Unit;
use crate::report::explain::{ALL, MetricAccount};
use crate::report::members::is_in;
use crate::report::origin::LinkedOrigin;
use crate::report::wording::ends_apart;
use serde::Serialize;

/// A metric that is spoken of by itself.
#[derive(Serialize)]
pub(super) struct Explained<'a> {
    id: &'a str,
    label: &'a str,
    means: &'a str,
    formula: String,
    substituted: Vec<LiveRun>,
    result: Number,
    result_unit: Name,
    value: Number,
    unit: Name,
    /// From the 5th to the 95th percentile of samples, where they move it.
    range: Option<String>,
    from: LinkedOrigin<'a>,
}

/// The metrics that belong to no scope with many members.
pub(super) fn single<'a>(
    assessment: &'a Assessment,
    crowded: &[String],
    ranges: &PercentileRanges,
) -> Vec<Explained<'a>> {
    let all = assessment.calculation.metrics.iter_enumerated();
    let apart = all.filter(|(_, metric)| !is_in(metric.member.as_ref(), crowded));
    apart.map(|(position, metric)| explained(assessment, position, metric, ranges)).collect()
}

fn explained<'a>(
    assessment: &'a Assessment,
    position: MetricId,
    found: &'a Metric,
    ranges: &PercentileRanges,
) -> Explained<'a> {
    let words = assessment.words;
    let range = ranges.of(found).map(|(low, high)| {
        let (low, high) = ends_apart(words, &found.unit, low, high);
        words.between(&low, &high)
    });
    let account = MetricAccount::new(assessment, position, found, ALL);
    let (result, value) = (Number::of(&account.result), metric(words, found, position, SHOWN_DIGITS));
    Explained {
        id: account.id,
        label: account.label,
        means: account.means,
        formula: account.formula,
        substituted: runs(&account.substituted, words),
        result_unit: result.unit(words, &found.unit),
        result,
        unit: value.unit(words, &found.unit),
        value,
        range,
        from: LinkedOrigin::new(assessment, account.provenance),
    }
}

/// A scope with many members.
#[derive(Serialize)]
pub(super) struct Scope<'a> {
    name: &'a str,
    /// The name inside a sentence.
    title: String,
    /// What is computed of each member, with the members' numbers.
    each: Vec<Each<'a>>,
    tables: Vec<Matrix<'a>>,
}

#[derive(Serialize)]
struct Each<'a> {
    name: &'a str,
    label: &'a str,
    means: &'a str,
    formula: String,
    unit: String,
    from: LinkedOrigin<'a>,
    rows: Vec<Row<'a>>,
}

#[derive(Serialize)]
struct Row<'a> {
    member: &'a str,
    substituted: Vec<LiveRun>,
    result: Number,
}

/// A table with a row for each member.
#[derive(Serialize)]
pub(super) struct Matrix<'a> {
    heads: Vec<String>,
    rows: Vec<(&'a str, Vec<Option<Number>>)>,
}

/// Columns of a table beside the member's name.
const COLUMNS: usize = 6;

/// A number of a member: the member, its label, the number's own name, its label and its unit.
struct Cell<'a> {
    member: &'a str,
    title: &'a str,
    name: &'a str,
    label: &'a str,
    unit: &'a Unit,
    number: Number,
}

fn cell<'a>(
    assessment: &'a Assessment,
    scope: &str,
    member: Option<&'a (String, String)>,
    (name, label, unit): (&'a str, &'a str, &'a Unit),
    number: Number,
) -> Option<Cell<'a>> {
    let of = member.filter(|(of, _)| of == scope)?;
    let (label, title) = (assessment.own_label(label, member), assessment.title(of));
    Some(Cell { member: &of.1, title, name, label, unit, number })
}

pub(super) fn scopes<'a>(assessment: &'a Assessment, crowded: &'a [String]) -> Vec<Scope<'a>> {
    let words = assessment.words;
    let scope = |name: &'a String| {
        let mut each: Vec<Each<'a>> = Vec::new();
        let mut cells = Vec::new();
        for (position, found) in assessment.calculation.metrics.iter_enumerated() {
            let names = (found.name.as_str(), found.label.as_str(), &found.unit);
            let number = metric(assessment.words, found, position, SHOWN_DIGITS);
            let Some(cell) = cell(assessment, name, found.member.as_ref(), names, number) else { continue };
            let account = MetricAccount::new(assessment, position, found, ALL);
            let row = Row {
                member: cell.title,
                substituted: runs(&account.substituted, words),
                result: Number::of(&account.result),
            };
            match each.iter_mut().find(|known| known.name == found.name) {
                Some(known) => known.rows.push(row),
                None => each.push(Each {
                    name: &found.name,
                    label: cell.label,
                    means: account.means,
                    formula: account.formula,
                    unit: words.unit(&found.unit),
                    from: LinkedOrigin::new(assessment, account.provenance),
                    rows: vec![row],
                }),
            }
            cells.push(cell);
        }
        Scope { name, title: texts::scope(words, name), each, tables: matrices(words, &cells) }
    };
    crowded.iter().map(scope).filter(|scope| !scope.each.is_empty()).collect()
}

/// The inputs of scopes with many members, as tables.
pub(super) fn input_scopes<'a>(assessment: &'a Assessment, crowded: &'a [String]) -> Vec<Scope<'a>> {
    let words = assessment.words;
    let scope = |name: &'a String| {
        let all = assessment.calculation.inputs.iter_enumerated();
        let cells: Vec<Cell<'a>> = all
            .filter_map(|(position, found)| {
                let names = (found.name.as_str(), found.label.as_str(), &found.unit);
                cell(
                    assessment,
                    name,
                    found.member.as_ref(),
                    names,
                    input(assessment.words, found, position, SHOWN_DIGITS),
                )
            })
            .collect();
        Scope { name, title: texts::scope(words, name), each: Vec::new(), tables: matrices(words, &cells) }
    };
    crowded.iter().map(scope).collect()
}

fn matrices<'a>(words: Localizer, cells: &[Cell<'a>]) -> Vec<Matrix<'a>> {
    let mut names: Vec<(&str, String)> = Vec::new();
    let mut members: Vec<(&str, &'a str)> = Vec::new();
    for cell in cells {
        if !names.iter().any(|(known, _)| *known == cell.name) {
            let unit = words.unit(cell.unit);
            let head = if unit.is_empty() { cell.label.to_owned() } else { format!("{} ({unit})", cell.label) };
            names.push((cell.name, head));
        }
        if !members.iter().any(|(known, _)| *known == cell.member) {
            members.push((cell.member, cell.title));
        }
    }
    let number = |member: &str, name: &str| {
        cells.iter().find(|cell| cell.member == member && cell.name == name).map(|cell| cell.number.clone())
    };
    let matrix = |names: &[(&str, String)]| Matrix {
        heads: names.iter().map(|(_, head)| head.clone()).collect(),
        rows: members
            .iter()
            .map(|(member, title)| (*title, names.iter().map(|(name, _)| number(member, name)).collect()))
            .collect(),
    };
    names.chunks(COLUMNS).map(matrix).collect()
}
