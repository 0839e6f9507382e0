//! Shares of a metric's variance in words: tables and sentences.

use super::rows::{Row, rows, sorted};
use crate::analysis::resolution::Unresolved;
use crate::analysis::sobol_indices::{Indices, SobolIndices};
use crate::analysis::standing::{self, Standing};
use crate::args;
use crate::language::Localizer;
use crate::model::{Assessment, InputId, MetricId};
use crate::program::Fault;
use crate::report::table::Table;

/// Inputs that cannot matter and are named.
pub(super) const NAMED: usize = 6;

/// Shares below this are left out of sentences.
pub(super) const HARDLY: f64 = 0.01;

/// Inputs of a metric with their shares and intervals, the largest total first.
pub(super) fn table(assessment: &Assessment, results: &SobolIndices, indices: &Indices) -> Table {
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
pub(super) fn pairs(assessment: &Assessment, results: &SobolIndices, indices: &Indices) -> Table {
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

pub(super) fn found(words: Localizer, share: f64, is_distinguishable: bool, unresolved: Option<Unresolved>) -> String {
    match unresolved {
        Some(_) => words.text("variance-not-resolved"),
        None if is_distinguishable => text(words, share),
        None => words.text("variance-not-distinguishable"),
    }
}

/// A share, cut to what it can be, as its interval is.
pub(super) fn text(words: Localizer, share: f64) -> String {
    words.grouped(share.clamp(0.0, 1.0), 3)
}

/// An interval, cut to what a share can be; the one in JSON is not. Empty where it is worth no more than the share.
pub(super) fn interval(words: Localizer, (low, high): (f64, f64), unresolved: Option<Unresolved>) -> String {
    match unresolved {
        None | Some(Unresolved::Wide) => words.between(&text(words, low), &text(words, high)),
        Some(Unresolved::Heavy | Unresolved::Outside) => String::new(),
    }
}

/// In plain words: what explains the spread, what hardly, what cannot.
#[must_use]
pub(crate) fn sentence(assessment: &Assessment, results: &SobolIndices, metric: MetricId, indices: &Indices) -> String {
    let words = assessment.words;
    let stands = standing::of_indices(&assessment.calculation, results, metric, indices);
    let own = crate::report::standing::sentences(assessment, &[(metric, stands)]).pop();
    let metric = &assessment.calculation.metrics[metric].label;
    if stands == Standing::Without(Fault::Overflow) && indices.undefined < results.settings.base_samples {
        return words.format("variance-overflow", args![metric = words.inside(metric)]);
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
    // What moves together is none alone.
    let key = if much.iter().any(|row| row.id.contains('+')) { "variance-from" } else { "variance-alone" };
    let alone = || words.format(key, args![metric = words.inside(metric), inputs = join(&much)]);
    let mut sentences: Vec<String> = (!much.is_empty()).then(alone).into_iter().collect();
    sentences.extend(not_resolved(words, metric, indices, &[others, other_groups].concat()));
    if !groups.is_empty() {
        sentences.push(words.format("variance-groups", args![groups = list(&groups)]));
    }
    if !hardly.is_empty() {
        let names: Vec<String> = hardly.iter().map(|row| row.label.clone()).collect();
        sentences.push(words.format("variance-hardly", args![inputs = names.join(", ")]));
    }
    if !cannot.is_empty() {
        let some = cannot[..cannot.len().min(NAMED)].join(", ");
        sentences.push(match cannot.len().saturating_sub(NAMED) {
            0 => words.format("variance-cannot", args![inputs = some]),
            more => words.format("variance-cannot-more", args![inputs = some, more = more]),
        });
    }
    sentences.join(" ")
}

/// From this share of the variance on an input is worth naming alone.
pub(super) const WORTH: f64 = 0.1;

/// The inputs from which the variation of a metric mainly comes: those that alone explain most of it.
pub(in crate::report) fn mainly(
    assessment: &Assessment,
    results: &SobolIndices,
    metric: MetricId,
    indices: &Indices,
) -> Option<String> {
    let words = assessment.words;
    if standing::of_indices(&assessment.calculation, results, metric, indices) != Standing::Varies {
        return None;
    }
    let single = rows(assessment, results, indices).into_iter().filter(|row| row.apart);
    let single = sorted(single.collect());
    let resolved = single.iter().filter(|row| row.index.unresolved().is_none() && row.index.first_order >= WORTH);
    let named: Vec<&Row<'_>> = resolved.take(3).collect();
    let together: f64 = named.iter().map(|row| row.index.first_order).sum();
    let share = |row: &&Row<'_>| {
        let share = words.grouped(100.0 * row.index.first_order.clamp(0.0, 1.0), 0);
        words.format("answer-share", args![input = words.inside(&row.label), share = share])
    };
    let inputs: Vec<String> = named.iter().map(share).collect();
    let metric = words.inside(&assessment.calculation.metrics[metric].label);
    (together > 0.5).then(|| words.format("answer-mainly", args![metric = metric, inputs = inputs.join(", ")]))
}

/// Which shares are not resolved, and why.
pub(super) fn not_resolved(words: Localizer, metric: &str, indices: &Indices, rows: &[Row<'_>]) -> Vec<String> {
    let reasons = [Unresolved::Heavy, Unresolved::Wide, Unresolved::Outside];
    let of = |reason: Unresolved| {
        let those = rows.iter().filter(move |row| row.index.unresolved() == Some(reason));
        those.map(|row| row.label.clone()).collect::<Vec<_>>().join(", ")
    };
    let found = reasons.map(|reason| (reason, of(reason))).into_iter().filter(|(_, inputs)| !inputs.is_empty());
    let say = |(reason, inputs): (Unresolved, String)| match reason {
        Unresolved::Heavy => {
            let error = 100.0 * (indices.variance_ci.1 / indices.variance - 1.0);
            let error = words.grouped(libm::ceil(error), 0);
            let about = args![metric = words.inside(metric), inputs = inputs, error = error];
            words.format("variance-unresolved-heavy", about)
        }
        Unresolved::Wide => words.format("variance-unresolved-wide", args![inputs = inputs]),
        Unresolved::Outside => words.format("variance-unresolved-outside", args![inputs = inputs]),
    };
    found.map(say).collect()
}

/// That correlated inputs have no shares of their own.
pub(super) fn correlated(assessment: &Assessment, results: &SobolIndices) -> Option<String> {
    let sets = results.groups.iter().filter(|group| group.correlated);
    let words = assessment.words;
    let label = |input: &InputId| words.inside(&assessment.calculation.inputs[*input].label);
    let and = format!(" {} ", words.text("joined-by-and"));
    let set = |inputs: &[InputId]| inputs.iter().map(label).collect::<Vec<_>>().join(&and);
    let sets: Vec<String> = sets.map(|group| set(&group.inputs)).collect();
    (!sets.is_empty()).then(|| words.format("variance-correlated", args![inputs = sets.join("; ")]))
}
