//! A comparison in sentences: by how much a metric differs and which inputs explain it.

use super::Compared;
use crate::analysis::comparison::{Attribution, Cause, MetricRow, NotShared};
use crate::quantity::number::shown;

/// Causes that a sentence names.
const NAMED: usize = 3;

/// Names of what a cause is, for a cell or an axis.
pub fn cause(compared: &Compared<'_>, cause: &Cause) -> String {
    match cause {
        Cause::Input(id) => compared.input_label(id),
        Cause::Others(ids) => format!("{} other inputs together", ids.len()),
        Cause::Model => "Formulas, or inputs only one has".to_owned(),
    }
}

/// How an input changes from the first scenario to another: `100,000 troops to 25,000 troops`.
pub fn change(compared: &Compared<'_>, cause: &Cause, other: usize) -> String {
    let Cause::Input(id) = cause else { return String::new() };
    let text = |scenario: usize| {
        let one = compared.scenarios[scenario];
        one.input(id).map_or_else(String::new, |input| one.inputs[input].value_text())
    };
    format!("{} to {}", text(0), text(other))
}

/// A signed number.
pub fn signed(value: f64) -> String {
    if value > 0.0 { format!("+{}", shown(value)) } else { shown(value) }
}

/// Why a difference has no causes.
pub fn reason(compared: &Compared<'_>, row: &MetricRow, other: usize, why: &NotShared) -> String {
    let letter = Compared::letter(other);
    match why {
        NotShared::Absent => {
            let lacks = |scenario: usize| -> String {
                let one = compared.scenarios[scenario];
                let needs = one.unavailable.iter().find(|metric| metric.id == row.id);
                needs.map_or_else(
                    || "does not define it".to_owned(),
                    |metric| format!("lacks {}", metric.needs.join(", ")),
                )
            };
            let scenario = if row.at[0].is_none() { 0 } else { other };
            format!("{} {}", Compared::letter(scenario), lacks(scenario))
        }
        NotShared::Dimension => format!("it measures something else in {letter} than in A"),
        NotShared::Undefined => {
            let undefined =
                |scenario: usize| compared.metric(row, scenario).is_some_and(|metric| !metric.value.is_finite());
            match (undefined(0), undefined(other)) {
                (true, true) => format!("it has no value in A and in {letter}"),
                (true, false) => "it has no value in A".to_owned(),
                _ => format!("it has no value in {letter}"),
            }
        }
        NotShared::OnTheWay(causes) => {
            let names: Vec<String> =
                causes.iter().map(|one| compared.scenarios[0].words.inside(&cause(compared, one))).collect();
            format!("it has no value with {} as in {letter} and the rest as in A", names.join(", "))
        }
    }
}

/// All sentences.
pub fn sentences(compared: &Compared<'_>) -> Vec<String> {
    let mut found = Vec::new();
    if compared.inputs.is_empty() && compared.metrics.is_empty() {
        found.push("The scenarios do not differ in any input or metric.".to_owned());
    } else if compared.metrics.is_empty() {
        found.push("No metric differs.".to_owned());
    }
    for row in &compared.metrics {
        for (why, other) in row.why.iter().zip(1..) {
            found.extend(sentence(compared, row, other, why));
        }
    }
    if compared.metrics.iter().flat_map(|row| &row.why).any(|why| matches!(why, Ok(all) if all.shares.len() > 1)) {
        found.push(
            "An explanation is the Shapley value: what an input's change adds, averaged over all orders in which the \
             inputs can change; the shares add up to the difference."
                .to_owned(),
        );
    }
    let grouped = compared.metrics.iter().flat_map(|row| &row.why).flatten().flat_map(|all| &all.shares);
    if let Some(ids) = grouped.into_iter().find_map(|share| match &share.cause {
        Cause::Others(ids) => Some(ids),
        _ => None,
    }) {
        found.push(format!(
            "Beyond {} causes those inputs are taken together that change the metric least, alone or as the last one: \
             {}.",
            crate::analysis::shapley::MOST,
            ids.join(", ")
        ));
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
    let letter = Compared::letter(other);
    let all = match why {
        Ok(all) => all,
        Err(why) => {
            let reason = reason(compared, row, other, why);
            return Some(format!("{}: A and {letter} cannot be compared: {reason}.", first.label));
        }
    };
    let unit = compared.unit(row);
    let (from, to) = (unit.from_base(all.from), unit.from_base(all.to));
    let difference = to - from;
    if crate::analysis::comparison::same(from, to) {
        return Some(format!("{} is the same in {letter} as in A.", first.label));
    }
    let moved: Vec<_> = all.shares.iter().filter(|share| share.amount != 0.0).collect();
    let explained: Vec<String> = moved
        .iter()
        .take(NAMED)
        .map(|share| {
            let change = change(compared, &share.cause, other);
            let change = if change.is_empty() { change } else { format!(" ({change})") };
            let amount = signed(unit.from_base(share.amount));
            format!("{amount} from {}{change}", compared.scenarios[0].words.inside(&cause(compared, &share.cause)))
        })
        .collect();
    let rest: f64 = moved.iter().skip(NAMED).map(|share| unit.from_base(share.amount)).sum();
    let rest = if moved.len() > NAMED {
        format!(", {} from {} more", signed(rest), moved.len() - NAMED)
    } else {
        String::new()
    };
    Some(format!(
        "{} is {} {} in {letter} than in A ({} against {}): {}{rest}.",
        first.label,
        unit.attach(&shown(difference.abs())),
        if difference > 0.0 { "higher" } else { "lower" },
        shown(to),
        shown(from),
        explained.join(", "),
    ))
}
