//! Shares of a metric's variance, as they stand in tables, JSON and CSV.

use crate::analysis::resolution::Unresolved;
use crate::analysis::sobol_indices::{Index, Indices, SobolIndices};
use crate::analysis::standing::{self};
use crate::args;
use crate::model::{Assessment, InputId, MetricId};
use crate::quantity::number::plain;
use serde_json::{Map, Value, json};

/// An input or a group with its indices.
#[derive(Clone)]
pub(super) struct Row<'a> {
    /// The input's identifier, or the group's name.
    pub id: String,
    /// The name for people.
    pub label: String,
    /// Its indices.
    pub index: &'a Index,
    /// Whether it is one of those that have no input in common and all inputs together.
    pub apart: bool,
}

/// The single inputs' rows, then the groups'.
pub(super) fn rows<'a>(assessment: &Assessment, results: &SobolIndices, indices: &'a Indices) -> Vec<Row<'a>> {
    let words = assessment.words;
    let single = |index: &'a Index| {
        let input = &assessment.calculation.inputs[results.singles[index.input]];
        Row { id: input.id.clone(), label: input.label.clone(), index, apart: true }
    };
    let group = |index: &'a Index| {
        let group = &results.groups[index.input];
        let label = |input: &InputId| words.inside(&assessment.calculation.inputs[*input].label);
        let members = group.inputs.iter().map(label).collect::<Vec<_>>().join(", ");
        let label = if group.name.contains('+') {
            words.format("variance-together", args![inputs = members])
        } else {
            words.pair(&group.name, &members)
        };
        Row { id: group.name.clone(), label, index, apart: group.correlated }
    };
    indices.inputs.iter().map(single).chain(indices.groups.iter().map(group)).collect()
}

/// Those that a metric uses, the largest total first.
pub(super) fn sorted(mut rows: Vec<Row<'_>>) -> Vec<Row<'_>> {
    rows.retain(|row| row.index.used);
    rows.sort_by(|a, b| b.index.total_order.total_cmp(&a.index.total_order));
    rows
}

/// The two ends of an interval.
pub(super) type Ends = (f64, f64);

/// What files have of a share: nothing of one that is not resolved, but for an interval that is only too wide.
pub(super) fn given(share: f64, ci: Ends, unresolved: Option<Unresolved>) -> (Option<f64>, Option<Ends>) {
    (unresolved.is_none().then_some(share), matches!(unresolved, None | Some(Unresolved::Wide)).then_some(ci))
}

/// In long form: `metric,kind,of,order,share,low,high,standing,unresolved`; a pair's names have a space between them. A share that
/// is not resolved is an empty cell, with the reason at the end.
pub(super) fn csv(assessment: &Assessment, results: &SobolIndices, chosen: &[(MetricId, &Indices)]) -> String {
    let mut lines = Vec::new();
    let cell = |value: f64| if value.is_finite() { plain(value) } else { String::new() };
    for (metric, indices) in chosen {
        let rows = rows(assessment, results, indices);
        let stands = standing::of_indices(&assessment.calculation, results, *metric, indices).name();
        let mut line = |kind: &str, of: &str, order: &str, (share, ci, reason): (f64, Ends, Option<Unresolved>)| {
            let metric = assessment.calculation.metrics[*metric].id.clone();
            let (share, ci) = given(share, ci, reason);
            let [share, low, high] =
                [share, ci.map(|ci| ci.0), ci.map(|ci| ci.1)].map(|it| it.map_or_else(String::new, cell));
            let reason = reason.map_or("", Unresolved::name);
            lines.push(vec![
                metric,
                kind.into(),
                of.into(),
                order.into(),
                share,
                low,
                high,
                stands.into(),
                reason.into(),
            ]);
        };
        for (place, row) in rows.iter().enumerate() {
            let kind = if place < indices.inputs.len() { "input" } else { "group" };
            let index = row.index;
            line(kind, &row.id, "first", (index.first_order, index.first_order_ci, index.first_order_unresolved));
            line(kind, &row.id, "total", (index.total_order, index.total_order_ci, index.total_order_unresolved));
        }
        for pair in &indices.pairs {
            let of = format!("{} {}", rows[pair.of.0].id, rows[pair.of.1].id);
            line("pair", &of, "second", (pair.index, pair.ci, pair.unresolved));
        }
    }
    let header = ["metric", "kind", "of", "order", "share", "low", "high", "standing", "unresolved"];
    crate::report::csv::write(&header, lines.into_iter())
}

/// `{"base_samples", "seed", "groups": {NAME: [id…]}, "metrics": {id: {"variance", "inputs": {id: {"first_order",
/// "first_order_ci", …, "unresolved"}}, "groups": {NAME: …}, "second_order": {id: {id: {"index", "ci"}}}}}}`; the last where asked for.
pub(super) fn json(assessment: &Assessment, results: &SobolIndices, chosen: &[(MetricId, &Indices)]) -> Value {
    let row = |row: &Row<'_>| {
        let index = row.index;
        let (first, of_first) = given(index.first_order, index.first_order_ci, index.first_order_unresolved);
        let (total, of_total) = given(index.total_order, index.total_order_ci, index.total_order_unresolved);
        let value = json!({ "first_order": first, "first_order_ci": of_first, "total_order": total,
            "total_order_ci": of_total, "distinguishable": index.is_distinguishable(),
            "unresolved": index.unresolved().map(Unresolved::name) });
        (row.id.clone(), value)
    };
    let of_metric = |(metric, indices): &(MetricId, &Indices)| {
        let found = &assessment.calculation.metrics[*metric];
        let squared = |variance: f64| found.unit.from_base(found.unit.from_base(variance));
        let ci = [squared(indices.variance_ci.0), squared(indices.variance_ci.1)];
        let rows = rows(assessment, results, indices);
        let (inputs, groups) = rows.split_at(indices.inputs.len());
        let inputs: Map<String, Value> = inputs.iter().map(row).collect();
        let groups: Map<String, Value> = groups.iter().map(row).collect();
        let mut value = json!({ "unit": found.unit.text(), "variance": squared(indices.variance), "variance_ci": ci,
            "undefined": indices.undefined, "standing": standing::of_indices(&assessment.calculation, results, *metric, indices).name(),
            "inputs": inputs, "groups": groups });
        if results.settings.second_order {
            let mut pairs = json!({});
            for pair in &indices.pairs {
                let (index, ci) = given(pair.index, pair.ci, pair.unresolved);
                let share = json!({ "index": index, "ci": ci, "distinguishable": pair.is_distinguishable(),
                    "unresolved": pair.unresolved.map(Unresolved::name) });
                pairs[rows[pair.of.0].id.as_str()][rows[pair.of.1].id.as_str()] = share;
            }
            value["second_order"] = pairs;
        }
        (found.id.clone(), value)
    };
    let of_group = |inputs: &[InputId]| {
        inputs.iter().map(|input| assessment.calculation.inputs[*input].id.clone()).collect::<Vec<_>>()
    };
    let groups: Map<String, Value> =
        results.groups.iter().map(|group| (group.name.clone(), json!(of_group(&group.inputs)))).collect();
    let rows: Map<String, Value> = chosen.iter().map(of_metric).collect();
    json!({ "scenario": assessment.name, "method": "sobol", "base_samples": results.settings.base_samples,
        "seed": results.settings.seed, "runs": results.runs, "groups": groups, "metrics": rows })
}
