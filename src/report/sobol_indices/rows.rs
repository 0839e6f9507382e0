//! Shares of a metric's variance, as they stand in tables, JSON and CSV.

use crate::analysis::resolution::Unresolved;
use crate::analysis::sobol_indices::{Index, Indices, SobolIndices};
use crate::analysis::standing;
use crate::args;
use crate::model::{Assessment, InputId, MetricId};
use crate::report::csv::table;
use crate::report::json::{keyed, value};
use serde::Serialize;
use serde_json::{Map, Value};

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

/// An index in long form.
#[derive(Serialize, Default)]
struct IndexRecord<'a> {
    metric: &'a str,
    kind: &'static str,
    /// A pair's names have a space between them.
    of: String,
    order: &'static str,
    /// Absent where it is not resolved.
    share: Option<f64>,
    low: Option<f64>,
    high: Option<f64>,
    standing: &'static str,
    unresolved: Option<&'static str>,
}

/// In long form: `metric,kind,of,order,share,low,high,standing,unresolved`. A share that is not resolved is an empty cell,
/// with the reason at the end.
pub(super) fn csv(assessment: &Assessment, results: &SobolIndices, chosen: &[(MetricId, &Indices)]) -> String {
    let mut lines = Vec::new();
    for (metric, indices) in chosen {
        let rows = rows(assessment, results, indices);
        let standing = standing::of_indices(&assessment.calculation, results, *metric, indices).name();
        let metric = &assessment.calculation.metrics[*metric].id;
        let mut line = |kind, of: String, order, (share, ci, reason): (f64, Ends, Option<Unresolved>)| {
            let (share, ci) = given(share, ci, reason);
            let (low, high) = (ci.map(|ci| ci.0), ci.map(|ci| ci.1));
            let unresolved = reason.map(Unresolved::name);
            lines.push(IndexRecord { metric, kind, of, order, share, low, high, standing, unresolved });
        };
        for (place, row) in rows.iter().enumerate() {
            let kind = if place < indices.inputs.len() { "input" } else { "group" };
            let (id, index) = (&row.id, row.index);
            line(kind, id.clone(), "first", (index.first_order, index.first_order_ci, index.first_order_unresolved));
            line(kind, id.clone(), "total", (index.total_order, index.total_order_ci, index.total_order_unresolved));
        }
        for pair in &indices.pairs {
            let of = format!("{} {}", rows[pair.of.0].id, rows[pair.of.1].id);
            line("pair", of, "second", (pair.index, pair.ci, pair.unresolved));
        }
    }
    table(lines)
}

#[derive(Serialize)]
struct Document<'a> {
    scenario: &'a str,
    method: &'static str,
    base_samples: u64,
    seed: u64,
    runs: u64,
    groups: Map<String, Value>,
    metrics: Map<String, Value>,
}

#[derive(Serialize)]
struct MetricRow<'a> {
    unit: &'a str,
    variance: f64,
    variance_ci: [f64; 2],
    undefined: u64,
    standing: &'static str,
    inputs: Map<String, Value>,
    groups: Map<String, Value>,
    /// By the first and the second input of a pair, where asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    second_order: Option<Value>,
}

#[derive(Serialize)]
struct IndexRow {
    first_order: Option<f64>,
    first_order_ci: Option<Ends>,
    total_order: Option<f64>,
    total_order_ci: Option<Ends>,
    distinguishable: bool,
    unresolved: Option<&'static str>,
}

#[derive(Serialize)]
struct PairRow {
    index: Option<f64>,
    ci: Option<Ends>,
    distinguishable: bool,
    unresolved: Option<&'static str>,
}

fn index_row(index: &Index) -> IndexRow {
    let (first_order, first_order_ci) = given(index.first_order, index.first_order_ci, index.first_order_unresolved);
    let (total_order, total_order_ci) = given(index.total_order, index.total_order_ci, index.total_order_unresolved);
    let unresolved = index.unresolved().map(Unresolved::name);
    let distinguishable = index.is_distinguishable();
    IndexRow { first_order, first_order_ci, total_order, total_order_ci, distinguishable, unresolved }
}

fn second_order(rows: &[Row<'_>], indices: &Indices) -> Value {
    let mut pairs = Value::Object(Map::new());
    for pair in &indices.pairs {
        let (index, ci) = given(pair.index, pair.ci, pair.unresolved);
        let unresolved = pair.unresolved.map(Unresolved::name);
        let row = PairRow { index, ci, distinguishable: pair.is_distinguishable(), unresolved };
        pairs[rows[pair.of.0].id.as_str()][rows[pair.of.1].id.as_str()] = value(&row);
    }
    pairs
}

/// The indices as JSON.
pub(super) fn json(assessment: &Assessment, results: &SobolIndices, chosen: &[(MetricId, &Indices)]) -> Value {
    let calculation = &assessment.calculation;
    let of_metric = |(metric, indices): &(MetricId, &Indices)| {
        let found = &calculation.metrics[*metric];
        let squared = |variance: f64| found.unit.from_base(found.unit.from_base(variance));
        let rows = rows(assessment, results, indices);
        let (inputs, groups) = rows.split_at(indices.inputs.len());
        let by_name = |rows: &[Row<'_>]| keyed(rows.iter().map(|row| (&row.id, index_row(row.index))));
        let row = MetricRow {
            unit: found.unit.text(),
            variance: squared(indices.variance),
            variance_ci: [squared(indices.variance_ci.0), squared(indices.variance_ci.1)],
            undefined: indices.undefined,
            standing: standing::of_indices(calculation, results, *metric, indices).name(),
            inputs: by_name(inputs),
            groups: by_name(groups),
            second_order: results.settings.second_order.then(|| second_order(&rows, indices)),
        };
        (&found.id, value(&row))
    };
    let ids =
        |inputs: &[InputId]| inputs.iter().map(|input| calculation.inputs[*input].id.as_str()).collect::<Vec<_>>();
    value(&Document {
        scenario: &assessment.name,
        method: "sobol",
        base_samples: results.settings.base_samples,
        seed: results.settings.seed,
        runs: results.runs,
        groups: keyed(results.groups.iter().map(|group| (&group.name, ids(&group.inputs)))),
        metrics: keyed(chosen.iter().map(of_metric)),
    })
}
