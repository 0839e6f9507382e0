//! Every metric with its formula, the same with numbers, its result and its sources; and the tables of scopes with many
//! members. Numbers are marked, so that the page can follow them.

use super::live::{Name, Number, TextRun, input, metric, pieces};
use super::texts;
use crate::language::Localizer;
use crate::model::{Assessment, Metric, MetricId, Provenance, Referent};
use crate::quantity::number::SHOWN_DIGITS;
use crate::quantity::unit::Unit;
use crate::report::explain;
use crate::report::markdown::origin;
use crate::report::members::is_in;
use crate::report::wording::{RESULT_DIGITS, digits, formula_text};
use serde::Serialize;

/// A metric that is spoken of by itself.
#[derive(Serialize)]
pub(super) struct Explained<'a> {
    id: &'a str,
    label: &'a str,
    means: &'a str,
    formula: String,
    substituted: Vec<TextRun>,
    result: Number,
    result_unit: Name,
    value: Number,
    unit: Name,
    from: Origin<'a>,
}

/// Where something comes from: sources to link to, and the rest in words.
#[derive(Serialize)]
pub(super) struct Origin<'a> {
    sources: Vec<Cited<'a>>,
    words: String,
}

/// A source by its key, and how people cite it.
#[derive(Serialize)]
struct Cited<'a> {
    key: &'a str,
    short: String,
}

impl<'a> Origin<'a> {
    pub fn new(assessment: &Assessment, provenance: &'a Provenance) -> Self {
        let say = assessment.words;
        let rest = Provenance { sources: Vec::new(), ..provenance.clone() };
        let said = rest.assumed.is_some() || rest.set.is_some() || provenance.sources.is_empty();
        let sources: &[String] = if provenance.set.is_some() { &[] } else { &provenance.sources };
        let model = provenance.model && !said;
        let words = match (said, model) {
            (true, _) => origin(assessment, &rest, say),
            (false, true) => say.text("page-standard-model"),
            (false, false) => String::new(),
        };
        let cited = |key: &'a String| Cited { key, short: assessment.cited([key]) };
        Self { sources: sources.iter().map(cited).collect(), words }
    }
}

/// The metrics that belong to no scope with many members.
pub(super) fn single<'a>(assessment: &'a Assessment, crowded: &[String]) -> Vec<Explained<'a>> {
    let all = assessment.calculation.metrics.iter_enumerated();
    let apart = all.filter(|(_, metric)| !is_in(metric.member.as_ref(), crowded));
    apart.map(|(position, metric)| explained(assessment, position, metric)).collect()
}

fn explained<'a>(assessment: &'a Assessment, position: MetricId, found: &'a Metric) -> Explained<'a> {
    let (result, value) = (
        metric(assessment.words, found, position, RESULT_DIGITS),
        metric(assessment.words, found, position, SHOWN_DIGITS),
    );
    Explained {
        id: &found.id,
        label: &found.label,
        means: &found.means,
        formula: formula_text(found),
        substituted: substituted(assessment, found),
        result_unit: result.unit(assessment.words, &found.unit),
        result,
        unit: value.unit(assessment.words, &found.unit),
        value,
        from: Origin::new(assessment, &found.provenance),
    }
}

fn substituted(assessment: &Assessment, found: &Metric) -> Vec<TextRun> {
    pieces(&explain::substituted_with(found, |referent| match referent {
        Referent::Input(position) => assessment.calculation.inputs.get(*position).map_or_else(String::new, |found| {
            let number = input(assessment.words, found, *position, digits(found));
            number.attached(assessment.words, &found.unit)
        }),
        Referent::Metric(position) => assessment.calculation.metrics.get(*position).map_or_else(String::new, |found| {
            let number = metric(assessment.words, found, *position, RESULT_DIGITS);
            number.attached(assessment.words, &found.unit)
        }),
        Referent::Members(_) => String::new(),
    }))
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
    from: Origin<'a>,
    rows: Vec<Row<'a>>,
}

#[derive(Serialize)]
struct Row<'a> {
    member: &'a str,
    substituted: Vec<TextRun>,
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
            let row = Row {
                member: cell.title,
                substituted: substituted(assessment, found),
                result: metric(assessment.words, found, position, RESULT_DIGITS),
            };
            match each.iter_mut().find(|known| known.name == found.name) {
                Some(known) => known.rows.push(row),
                None => each.push(Each {
                    name: &found.name,
                    label: cell.label,
                    means: &found.means,
                    formula: formula_text(found),
                    unit: words.unit(&found.unit),
                    from: Origin::new(assessment, &found.provenance),
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
