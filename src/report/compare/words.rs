//! A comparison in sentences: by how much a metric differs and which inputs explain it.

use super::compared::Compared;
use crate::analysis::comparison::{Attribution, Cause, MetricRow, NotShared};
use crate::args;
use crate::language::Localizer;
use crate::report::wording::digits;

/// Causes that a sentence names.
const NAMED: usize = 3;

/// Names of what a cause is, for a cell or an axis.
pub(crate) fn cause(compared: &Compared<'_>, cause: &Cause) -> String {
    match cause {
        Cause::Input(id) => compared.input_label(id),
        Cause::Others(ids) => compared.words().format("compare-others", args![count = ids.len()]),
        Cause::Model => compared.words().text("compare-model"),
    }
}

/// How an input changes from the first scenario to another: `100,000 troops to 25,000 troops`.
pub(crate) fn change(compared: &Compared<'_>, cause: &Cause, other: usize) -> String {
    let Cause::Input(id) = cause else { return String::new() };
    let text = |scenario: usize| {
        let one = compared.scenarios[scenario];
        one.calculation.input(id).map(|input| &one.calculation.inputs[input]).map_or_else(String::new, |input| {
            one.words.end(&input.unit, &one.words.significant(input.shown_value(), digits(input)))
        })
    };
    compared.words().format("compare-change", args![from = text(0), to = text(other)])
}

/// A signed number.
pub(crate) fn signed(words: Localizer, value: f64) -> String {
    let text = words.shown(value);
    if value > 0.0 { format!("+{text}") } else { text }
}

/// Why a difference has no causes.
pub(crate) fn reason(
    words: Localizer,
    compared: &Compared<'_>,
    row: &MetricRow,
    other: usize,
    why: &NotShared,
) -> String {
    let letter = Compared::letter(other).to_string();
    match why {
        NotShared::Absent => {
            let scenario = if row.at[0].is_none() { 0 } else { other };
            let letter = Compared::letter(scenario).to_string();
            let unavailable = &compared.scenarios[scenario].calculation.unavailable;
            match unavailable.iter().find(|metric| metric.id == row.id) {
                None => words.format("compare-undefined-here", args![letter = letter]),
                Some(metric) => words.format("compare-lacks", args![letter = letter, needs = metric.needs.join(", ")]),
            }
        }
        NotShared::Dimension => words.format("compare-dimension", args![letter = letter]),
        NotShared::Undefined => {
            let undefined =
                |scenario: usize| compared.metric(row, scenario).is_some_and(|metric| !metric.value.is_finite());
            match (undefined(0), undefined(other)) {
                (true, true) => words.format("compare-no-value-both", args![letter = letter]),
                (true, false) => words.format("compare-no-value", args![letter = "A"]),
                _ => words.format("compare-no-value", args![letter = letter]),
            }
        }
        NotShared::OnTheWay(causes) => {
            let names: Vec<String> = causes.iter().map(|one| words.inside(&cause(compared, one))).collect();
            words.format("compare-on-the-way", args![inputs = names.join(", "), letter = letter])
        }
    }
}

/// Why a scenario differs from the first, in a sentence: the cause that weighs most in most of the metrics, or the few that
/// do in some.
fn mainly(compared: &Compared<'_>, other: usize) -> Option<String> {
    let (words, letter) = (compared.words(), Compared::letter(other).to_string());
    let mut counts: Vec<(&Cause, usize)> = Vec::new();
    let mut all = 0;
    for found in compared.metrics.iter().filter_map(|row| row.why.get(other - 1)?.as_ref().ok()) {
        // The shares are sorted by size.
        let Some(first) = found.shares.first().filter(|share| share.amount != 0.0) else { continue };
        all += 1;
        match counts.iter_mut().find(|(cause, _)| *cause == &first.cause) {
            Some((_, count)) => *count += 1,
            None => counts.push((&first.cause, 1)),
        }
    }
    counts.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    let named = |of: &Cause| {
        let (name, change) = (words.inside(&cause(compared, of)), change(compared, of, other));
        if change.is_empty() { name } else { words.format("compare-cause-named", args![cause = name, change = change]) }
    };
    let (first, count) = *counts.first()?;
    if 2 * count > all {
        let about = args![letter = letter, cause = named(first), count = count, all = all];
        return Some(words.format("compare-mainly", about));
    }
    let some = counts
        .iter()
        .take(NAMED)
        .map(|(cause, count)| words.format("compare-cause-counted", args![cause = named(cause), count = *count]));
    let causes = some.collect::<Vec<_>>().join(", ");
    Some(words.format("compare-several", args![letter = letter, causes = causes, all = all]))
}

/// All sentences.
pub(crate) fn sentences(compared: &Compared<'_>) -> Vec<String> {
    let words = compared.words();
    let mut found = Vec::new();
    if compared.inputs.is_empty() && compared.metrics.is_empty() {
        found.push(words.text("compare-nothing-differs"));
    } else if compared.metrics.is_empty() {
        found.push(words.text("compare-no-metric-differs"));
    }
    let mainly: Vec<String> = (1..compared.scenarios.len()).filter_map(|other| mainly(compared, other)).collect();
    found.extend(Some(mainly.join(" ")).filter(|text| !text.is_empty()));
    for row in compared.explained() {
        for (why, other) in row.why.iter().zip(1..) {
            found.extend(sentence(compared, row, other, why));
        }
    }
    if compared.explained().iter().flat_map(|row| &row.why).any(|why| matches!(why, Ok(all) if all.shares.len() > 1)) {
        found.push(words.text("compare-shapley"));
    }
    let grouped = compared.explained().iter().flat_map(|row| &row.why).flatten().flat_map(|all| &all.shares);
    if let Some(ids) = grouped.into_iter().find_map(|share| match &share.cause {
        Cause::Others(ids) => Some(ids),
        _ => None,
    }) {
        let about = args![most = crate::analysis::shapley::MOST, inputs = ids.join(", ")];
        found.push(words.format("compare-grouped", about));
    }
    found
}

fn sentence(
    compared: &Compared<'_>,
    row: &MetricRow,
    other: usize,
    why: &Result<Attribution, NotShared>,
) -> Option<String> {
    let first = compared.first(row)?;
    let (words, letter) = (compared.words(), Compared::letter(other).to_string());
    let all = match why {
        Ok(all) => all,
        Err(why) => {
            let about =
                args![metric = &first.label, letter = letter, reason = reason(words, compared, row, other, why)];
            return Some(words.format("compare-cannot", about));
        }
    };
    let unit = compared.unit(row);
    let (from, to) = (unit.from_base(all.from), unit.from_base(all.to));
    let difference = to - from;
    if crate::analysis::comparison::same(from, to) {
        return Some(words.format("compare-same", args![metric = &first.label, letter = letter]));
    }
    let moved: Vec<_> = all.shares.iter().filter(|share| share.amount != 0.0).collect();
    let mut explained: Vec<String> = moved
        .iter()
        .take(NAMED)
        .map(|share| {
            let change = change(compared, &share.cause, other);
            let key = if change.is_empty() { "compare-cause" } else { "compare-cause-change" };
            let amount = signed(words, unit.from_base(share.amount));
            let cause = words.inside(&cause(compared, &share.cause));
            words.format(key, args![amount = amount, cause = cause, change = change])
        })
        .collect();
    let rest: f64 = moved.iter().skip(NAMED).map(|share| unit.from_base(share.amount)).sum();
    if moved.len() > NAMED {
        let about = args![amount = signed(words, rest), count = moved.len() - NAMED];
        explained.push(words.format("compare-rest", about));
    }
    let about = args![
        metric = &first.label,
        difference = words.attach(&unit, &words.shown(difference.abs())),
        letter = letter,
        to = words.shown(to),
        from = words.shown(from),
        causes = explained.join(", "),
    ];
    Some(words.format(if difference > 0.0 { "compare-higher" } else { "compare-lower" }, about))
}
