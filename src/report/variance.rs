//! Sobol' indices as a table, CSV, JSON and a sentence: which inputs explain how much of a metric's spread.

use super::part::Part;
use super::spread::samples_text;
use super::table::Table;
use crate::analysis::resolution::Unresolved;
use crate::analysis::sobol_indices::{Index, Indices, SobolIndices};
use crate::analysis::standing::{self, Standing};
use crate::args;
use crate::language::Words;
use crate::model::Assessment;
use crate::model::own_name::SOBOL_INDICES;
use crate::program::Fault;
use crate::quantity::number::plain;
use serde_json::{Map, Value, json};

/// Inputs that cannot matter and are named.
const NAMED: usize = 6;

/// Shares below this are left out of sentences.
const HARDLY: f64 = 0.01;

/// The part's name, and that of its files.
const ID: &str = SOBOL_INDICES.stem;

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
        let input = &assessment.calculation.inputs[index.input];
        Row { id: input.id.clone(), label: input.label.clone(), index, apart: true }
    };
    let group = |index: &'a Index| {
        let group = &results.groups[index.input];
        let label = |input: &usize| words.inside(&assessment.calculation.inputs[*input].label);
        let members = group.inputs.iter().map(label).collect::<Vec<_>>().join(", ");
        let label = if group.name.contains('+') {
            words.say("variance-together", args![inputs = members])
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

/// The part of a report that shares out each metric's variance; `metrics` are the positions of those that have indices,
/// in their order.
#[must_use]
pub fn part(assessment: &Assessment, results: &SobolIndices, metrics: &[usize]) -> Part {
    let words = assessment.words;
    let chosen: Vec<(usize, &Indices)> = metrics.iter().copied().zip(&results.metrics).collect();
    let varies = |(metric, indices): &(usize, &Indices)| {
        standing::of_indices(&assessment.calculation, results, *metric, indices) == Standing::Varies
    };
    let moved: Vec<(usize, &Indices)> = chosen.iter().copied().filter(varies).collect();
    let mut tables = Vec::new();
    for (metric, indices) in &moved {
        let label = &assessment.calculation.metrics[*metric].label;
        tables.push(table(assessment, results, indices).titled(label));
        if results.settings.second_order && !indices.pairs.is_empty() {
            let caption = words.say("variance-pairs", args![metric = label]);
            tables.push(pairs(assessment, results, indices).titled(&caption));
        }
    }
    let count = |number: u64| if words.is_english() { number.to_string() } else { samples_text(words, number) };
    let (base, runs) = (count(results.settings.base_samples), count(results.runs));
    let mut sentences: Vec<String> =
        chosen.iter().map(|(metric, indices)| sentence(assessment, results, *metric, indices)).collect();
    sentences.extend(correlated(assessment, results));
    let about = args![base = base, runs = runs, seed = results.settings.seed.to_string()];
    sentences.push(words.say("variance-runs", about));
    Part {
        tables,
        sentences,
        files: vec![(SOBOL_INDICES.csv(), csv(assessment, results, &chosen))],
        figures: super::figure::indices(assessment, results, &moved).into_iter().collect(),
        ..Part::new(ID, &words.text("variance-part"), json(assessment, results, &chosen))
    }
}

/// The part where there is nothing to share out.
#[must_use]
pub fn missing(assessment: &Assessment) -> Part {
    let (words, key) = (assessment.words, "not-drawn-nothing-uncertain");
    let reason = Words::default().text(key);
    let json = json!({ "scenario": assessment.name, "method": "sobol", "missing": reason, "metrics": {} });
    let sentence = words.say("variance-missing", args![reason = words.text(key)]);
    Part { sentences: vec![sentence], ..Part::new(ID, &words.text("variance-part"), json) }
}

/// Inputs of a metric with their shares and intervals, the largest total first.
fn table(assessment: &Assessment, results: &SobolIndices, indices: &Indices) -> Table {
    let words = assessment.words;
    let heads = [
        "head-input",
        "variance-head-first",
        "variance-head-interval",
        "variance-head-total",
        "variance-head-interval",
    ];
    let mut table = Table::headed(words, &heads, &[1, 2, 3, 4]);
    for row in sorted(rows(assessment, results, indices)) {
        let index = row.index;
        let (no_first, no_total) = (index.first_order_unresolved, index.total_order_unresolved);
        let first = found(words, index.first_order, index.is_distinguishable(), no_first);
        let total = found(words, index.total_order, true, no_total);
        let of_first = interval(words, index.first_order_ci, no_first);
        table.push([row.label, first, of_first, total, interval(words, index.total_order_ci, no_total)]);
    }
    table
}

/// Pairs of inputs of a metric, the largest share first.
fn pairs(assessment: &Assessment, results: &SobolIndices, indices: &Indices) -> Table {
    let rows = rows(assessment, results, indices);
    let mut pairs: Vec<_> = indices.pairs.iter().collect();
    pairs.sort_by(|a, b| b.index.total_cmp(&a.index));
    let words = assessment.words;
    let heads = ["head-input", "variance-head-other", "variance-head-second", "variance-head-interval"];
    let mut table = Table::headed(words, &heads, &[2, 3]);
    for pair in pairs {
        let (first, second) = (rows[pair.of.0].label.clone(), rows[pair.of.1].label.clone());
        let share = found(words, pair.index, pair.is_distinguishable(), pair.unresolved);
        table.push([first, second, share, interval(words, pair.ci, pair.unresolved)]);
    }
    table
}

fn found(words: Words, share: f64, is_distinguishable: bool, unresolved: Option<Unresolved>) -> String {
    match unresolved {
        Some(_) => words.text("variance-not-resolved"),
        None if is_distinguishable => text(words, share),
        None => words.text("variance-not-distinguishable"),
    }
}

/// A share, cut to what it can be, as its interval is.
fn text(words: Words, share: f64) -> String {
    words.grouped(share.clamp(0.0, 1.0), 3)
}

/// An interval, cut to what a share can be; the one in JSON is not. Empty where it is worth no more than the share.
fn interval(words: Words, (low, high): (f64, f64), unresolved: Option<Unresolved>) -> String {
    match unresolved {
        None | Some(Unresolved::Wide) => words.between(&text(words, low), &text(words, high)),
        Some(Unresolved::Heavy | Unresolved::Outside) => String::new(),
    }
}

/// In plain words: what explains the spread, what hardly, what cannot.
#[must_use]
pub fn sentence(assessment: &Assessment, results: &SobolIndices, metric: usize, indices: &Indices) -> String {
    let words = assessment.words;
    let stands = standing::of_indices(&assessment.calculation, results, metric, indices);
    let own = super::standing::sentences(assessment, &[(metric, stands)]).pop();
    let metric = &assessment.calculation.metrics[metric].label;
    if stands == Standing::Without(Fault::Overflow) && indices.undefined < results.settings.base_samples {
        return words.say("variance-overflow", args![metric = words.inside(metric)]);
    }
    if let Some(sentence) = own {
        return sentence;
    }
    let per_cent =
        |row: &Row<'_>| format!("{} {} %", row.label, words.grouped(100.0 * row.index.first_order.clamp(0.0, 1.0), 0));
    let (apart, groups): (Vec<Row<'_>>, Vec<Row<'_>>) =
        rows(assessment, results, indices).into_iter().partition(|row| row.apart);
    let cannot: Vec<String> = apart.iter().filter(|row| !row.index.used).map(|row| row.label.clone()).collect();
    let (resolved, others): (Vec<Row<'_>>, Vec<Row<'_>>) =
        sorted(apart).into_iter().partition(|row| row.index.unresolved().is_none());
    let (groups, other_groups): (Vec<Row<'_>>, Vec<Row<'_>>) =
        sorted(groups).into_iter().partition(|row| row.index.unresolved().is_none());
    let (much, hardly): (Vec<Row<'_>>, Vec<Row<'_>>) =
        resolved.into_iter().partition(|row| row.index.total_order >= HARDLY);
    let list = |rows: &[Row<'_>]| rows.iter().map(per_cent).collect::<Vec<_>>().join("; ");
    let join = |rows: &[Row<'_>]| rows.iter().map(per_cent).collect::<Vec<_>>().join(", ");
    let alone = || words.say("variance-alone", args![metric = words.inside(metric), inputs = join(&much)]);
    let mut sentences: Vec<String> = (!much.is_empty()).then(alone).into_iter().collect();
    sentences.extend(not_resolved(words, metric, indices, &[others, other_groups].concat()));
    if !groups.is_empty() {
        sentences.push(words.say("variance-groups", args![groups = list(&groups)]));
    }
    if !hardly.is_empty() {
        let names: Vec<String> = hardly.iter().map(|row| row.label.clone()).collect();
        sentences.push(words.say("variance-hardly", args![inputs = names.join(", ")]));
    }
    if !cannot.is_empty() {
        let some = cannot[..cannot.len().min(NAMED)].join(", ");
        sentences.push(match cannot.len().saturating_sub(NAMED) {
            0 => words.say("variance-cannot", args![inputs = some]),
            more => words.say("variance-cannot-more", args![inputs = some, more = more]),
        });
    }
    sentences.join(" ")
}

/// Which shares are not resolved, and why.
fn not_resolved(words: Words, metric: &str, indices: &Indices, rows: &[Row<'_>]) -> Vec<String> {
    let reasons = [Unresolved::Heavy, Unresolved::Wide, Unresolved::Outside];
    let of = |reason: Unresolved| {
        let those = rows.iter().filter(move |row| row.index.unresolved() == Some(reason));
        those.map(|row| row.label.clone()).collect::<Vec<_>>().join(", ")
    };
    let found = reasons.map(|reason| (reason, of(reason))).into_iter().filter(|(_, inputs)| !inputs.is_empty());
    let say = |(reason, inputs): (Unresolved, String)| match reason {
        Unresolved::Heavy => {
            let error = 100.0 * (indices.variance_ci.1 / indices.variance - 1.0);
            let key = if error.is_finite() { "variance-unresolved-heavy" } else { "variance-unresolved-overflow" };
            let error = words.grouped(libm::ceil(error), 0);
            words.say(key, args![metric = words.inside(metric), inputs = inputs, error = error])
        }
        Unresolved::Wide => words.say("variance-unresolved-wide", args![inputs = inputs]),
        Unresolved::Outside => words.say("variance-unresolved-outside", args![inputs = inputs]),
    };
    found.map(say).collect()
}

/// That correlated inputs have no shares of their own.
fn correlated(assessment: &Assessment, results: &SobolIndices) -> Option<String> {
    let sets = results.groups.iter().filter(|group| group.correlated);
    let words = assessment.words;
    let label = |input: &usize| words.inside(&assessment.calculation.inputs[*input].label);
    let and = format!(" {} ", words.text("joined-by-and"));
    let set = |inputs: &[usize]| inputs.iter().map(label).collect::<Vec<_>>().join(&and);
    let sets: Vec<String> = sets.map(|group| set(&group.inputs)).collect();
    (!sets.is_empty()).then(|| words.say("variance-correlated", args![inputs = sets.join("; ")]))
}

/// The two ends of an interval.
type Ends = (f64, f64);

/// What files have of a share: nothing of one that is not resolved, but for an interval that is only too wide.
fn given(share: f64, ci: Ends, unresolved: Option<Unresolved>) -> (Option<f64>, Option<Ends>) {
    (unresolved.is_none().then_some(share), matches!(unresolved, None | Some(Unresolved::Wide)).then_some(ci))
}

/// In long form: `metric,kind,of,order,share,low,high,standing,unresolved`; a pair's names have a space between them. A share that
/// is not resolved is an empty cell, with the reason at the end.
fn csv(assessment: &Assessment, results: &SobolIndices, chosen: &[(usize, &Indices)]) -> String {
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
    super::csv::write(&header, lines.into_iter())
}

/// `{"base_samples", "seed", "groups": {NAME: [id…]}, "metrics": {id: {"variance", "inputs": {id: {"first_order",
/// "first_order_ci", …, "unresolved"}}, "groups": {NAME: …}, "second_order": {id: {id: {"index", "ci"}}}}}}`; the last where asked for.
fn json(assessment: &Assessment, results: &SobolIndices, chosen: &[(usize, &Indices)]) -> Value {
    let row = |row: &Row<'_>| {
        let index = row.index;
        let (first, of_first) = given(index.first_order, index.first_order_ci, index.first_order_unresolved);
        let (total, of_total) = given(index.total_order, index.total_order_ci, index.total_order_unresolved);
        let value = json!({ "first_order": first, "first_order_ci": of_first, "total_order": total,
            "total_order_ci": of_total, "distinguishable": index.is_distinguishable(),
            "unresolved": index.unresolved().map(Unresolved::name) });
        (row.id.clone(), value)
    };
    let of_metric = |(metric, indices): &(usize, &Indices)| {
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
    let of_group = |inputs: &[usize]| {
        inputs.iter().map(|input| assessment.calculation.inputs[*input].id.clone()).collect::<Vec<_>>()
    };
    let groups: Map<String, Value> =
        results.groups.iter().map(|group| (group.name.clone(), json!(of_group(&group.inputs)))).collect();
    let rows: Map<String, Value> = chosen.iter().map(of_metric).collect();
    json!({ "scenario": assessment.name, "method": "sobol", "base_samples": results.settings.base_samples,
        "seed": results.settings.seed, "runs": results.runs, "groups": groups, "metrics": rows })
}
