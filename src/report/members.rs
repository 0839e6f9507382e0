//! Scopes with many members: their inputs and metrics as tables, a row for each member, in place of a section for each
//! number.

use super::table::Table;
use crate::model::Assessment;
use crate::quantity::unit::Unit;
use serde_json::{Map, Value, json};

/// Members of a scope that are still spoken of one by one.
const FEW: usize = 4;

/// Columns of a table beside the member's name.
const COLUMNS: usize = 7;

/// A number of a member: scope and member, its own name, its name for people, its unit and its value there.
type Cell<'a> = (&'a (String, String), &'a str, &'a str, &'a Unit, f64);

/// The scopes with more members than can be spoken of one by one.
#[must_use]
pub(crate) fn crowded(assessment: &Assessment) -> Vec<String> {
    let mut scopes: Vec<(String, Vec<&str>)> = Vec::new();
    for (scope, member) in assessment.calculation.inputs.iter().filter_map(|input| input.member.as_ref()) {
        match scopes.iter_mut().find(|(name, _)| name == scope) {
            Some((_, members)) if members.contains(&member.as_str()) => {}
            Some((_, members)) => members.push(member),
            None => scopes.push((scope.clone(), vec![member])),
        }
    }
    scopes.into_iter().filter(|(_, members)| members.len() > FEW).map(|(scope, _)| scope).collect()
}

/// Whether something belongs to one of these scopes.
#[must_use]
pub(crate) fn is_in(member: Option<&(String, String)>, crowded: &[String]) -> bool {
    member.is_some_and(|(scope, _)| crowded.contains(scope))
}

fn inputs(assessment: &Assessment) -> Vec<Cell<'_>> {
    let inputs = assessment.calculation.inputs.iter();
    let cell = |input: &'_ crate::model::Input| input.member.is_some();
    inputs
        .filter(|input| cell(input))
        .filter_map(|input| {
            Some((input.member.as_ref()?, input.name.as_str(), input.label.as_str(), &input.unit, input.value))
        })
        .collect()
}

fn metrics(assessment: &Assessment) -> Vec<Cell<'_>> {
    let metrics = assessment.calculation.metrics.iter();
    metrics
        .filter_map(|metric| {
            Some((metric.member.as_ref()?, metric.name.as_str(), metric.label.as_str(), &metric.unit, metric.value))
        })
        .collect()
}

/// Tables of a scope's inputs, a row for each member.
#[must_use]
pub(crate) fn input_tables(assessment: &Assessment, scope: &str) -> Vec<Table> {
    tables(&inputs(assessment), scope, assessment)
}

/// Tables of a scope's metrics.
#[must_use]
pub(crate) fn metric_tables(assessment: &Assessment, scope: &str) -> Vec<Table> {
    tables(&metrics(assessment), scope, assessment)
}

fn tables(cells: &[Cell<'_>], scope: &str, assessment: &Assessment) -> Vec<Table> {
    let words = assessment.words;
    let cells: Vec<&Cell<'_>> = cells.iter().filter(|cell| cell.0.0 == scope).collect();
    let mut names: Vec<(&str, String)> = Vec::new();
    let mut members: Vec<(&str, &str)> = Vec::new();
    for (member, name, label, unit, _) in cells.iter().copied() {
        let (what, who) = (assessment.own_label(label, Some(member)), assessment.title(member));
        if !names.iter().any(|(known, _)| known == name) {
            let unit = words.unit(unit);
            names.push((name, if unit.is_empty() { what.to_owned() } else { format!("{what} ({unit})") }));
        }
        if !members.iter().any(|(known, _)| *known == member.1) {
            members.push((member.1.as_str(), who));
        }
    }
    let group = |names: &[(&str, String)]| {
        let heads: Vec<&str> = [""].into_iter().chain(names.iter().map(|(_, head)| head.as_str())).collect();
        let mut table = Table::new(&heads, &(1..heads.len()).collect::<Vec<_>>());
        for (member, title) in &members {
            let value = |wanted: &str| {
                let found = cells.iter().find(|cell| cell.0.1 == *member && cell.1 == wanted);
                found.map_or_else(String::new, |cell| words.shown(cell.3.from_base(cell.4)))
            };
            let row: Vec<String> =
                [(*title).to_owned()].into_iter().chain(names.iter().map(|(name, _)| value(name))).collect();
            table.push(row);
        }
        table
    };
    names.chunks(COLUMNS).map(group).collect()
}

/// `{scope: {member: {name: value}}}` in the units that `units` gives for each name.
#[must_use]
pub(crate) fn json(assessment: &Assessment, crowded: &[String]) -> Value {
    let mut scopes = Map::new();
    for (member, name, _, unit, value) in inputs(assessment).into_iter().chain(metrics(assessment)) {
        if !is_in(Some(member), crowded) {
            continue;
        }
        let scope = scopes.entry(member.0.clone()).or_insert_with(|| json!({ "units": {}, "members": {} }));
        let value = unit.from_base(value);
        scope["units"][name] = json!(unit.text());
        scope["members"][member.1.as_str()][name] = json!(value.is_finite().then_some(value));
    }
    Value::Object(scopes)
}
