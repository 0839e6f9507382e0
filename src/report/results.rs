//! All numbers of a scenario in one long table, a number a row, for R and pandas. What is here stays: later versions
//! only add rows and columns.

use super::monte_carlo::{NAMES, ends_of, intervals};
use crate::analysis::monte_carlo::MonteCarlo;
use crate::model::{Assessment, Input, Provenance};
use serde::Serialize;
use std::borrow::Cow;

/// A number with what it is about.
#[derive(Serialize, Default)]
pub struct Row<'a> {
    scenario: &'a str,
    kind: &'static str,
    id: &'a str,
    label: &'a str,
    statistic: Cow<'static, str>,
    value: f64,
    unit: &'a str,
    source: String,
}

/// The columns of [`csv()`].
#[must_use]
pub(crate) fn columns() -> Vec<String> {
    super::csv::header::<Row<'_>>()
}

/// Rows of the table: inputs with the ends or percentiles of their ranges, metrics with what samples said of them, and
/// how often conditions hold, each with the ends of its interval. An undefined value is an empty cell.
#[must_use]
pub fn rows<'a>(assessment: &'a Assessment, spread: Option<&MonteCarlo>) -> Vec<Row<'a>> {
    let mut rows = Vec::new();
    let scenario = &assessment.name;
    let mut add =
        |(kind, id, label): (_, &'a str, &'a str), statistic: Cow<'static, str>, value, unit, source: &str| {
            rows.push(Row { scenario, kind, id, label, statistic, value, unit, source: source.to_owned() });
        };
    for input in &assessment.calculation.inputs {
        let (about, source) = (("input", input.id.as_str(), input.label.as_str()), source(&input.provenance));
        for (statistic, value) in of_input(input) {
            add(about, statistic.into(), value, input.unit.text(), &source);
        }
    }
    for (position, metric) in assessment.calculation.metrics.iter_enumerated() {
        // A metric's number follows from its inputs; what its formula is from stands in `metrics.csv`.
        let (about, source) = (("metric", metric.id.as_str(), metric.label.as_str()), "");
        let unit = metric.unit.text();
        add(about, "value".into(), metric.shown_value(), unit, source);
        // One that no range reaches has no spread.
        let found = spread.and_then(|spread| spread.spreads.get(position));
        let Some(found) = found.filter(|one| one.moves() || one.undefined > 0) else {
            continue;
        };
        let statistics = [("mean", found.mean), ("sd", found.sd)].into_iter();
        let statistics = statistics.chain(NAMES.into_iter().zip(found.percentiles));
        for (statistic, value) in statistics.chain([("mcse_mean", found.mcse_mean)]) {
            add(about, statistic.into(), metric.unit.from_base(value), unit, source);
        }
        for (name, (low, high)) in intervals(found) {
            for (statistic, value) in ends_of(name).into_iter().zip([low, high]) {
                add(about, statistic.into(), metric.unit.from_base(value), unit, source);
            }
        }
        if found.undefined > 0 {
            #[expect(clippy::cast_precision_loss, reason = "at most 2^32 samples")]
            add(about, "undefined".into(), found.undefined as f64, "samples", source);
        }
    }
    for found in spread.iter().flat_map(|spread| &spread.conditions) {
        let condition = &assessment.requests.conditions[found.condition];
        let about = ("condition", condition.text.as_str(), condition.label.as_str());
        add(about, "share".into(), found.share, "1", "");
        add(about, "mcse".into(), found.mcse, "1", "");
        for (statistic, value) in ends_of("share").into_iter().zip([found.ci.0, found.ci.1]) {
            add(about, statistic.into(), value, "1", "");
        }
    }
    rows
}

/// The table with its header: a line for each number.
#[must_use]
pub fn csv(rows: Vec<Row<'_>>) -> String {
    super::csv::table(rows)
}

/// The central case, and what is known of the range.
fn of_input(input: &Input) -> Vec<(&'static str, f64)> {
    let mut found = vec![("value", input.shown_value())];
    if let Some((range, (low, high))) = input.range.as_ref().zip(input.shown_range()) {
        let ends = if range.has_ends() { ["low", "high"] } else { ["p5", "p95"] };
        found.extend([(ends[0], low), (ends[1], high), ("mean", input.unit.from_base(range.mean()))]);
    }
    found
}

/// Keys of sources; without any, whether the value was assumed, set or is the model's own.
fn source(from: &Provenance) -> String {
    match from {
        _ if !from.sources.is_empty() => from.sources.join(" "),
        Provenance { set: Some(_), .. } => "set".to_owned(),
        Provenance { assumed: Some(_), .. } => "assumed".to_owned(),
        Provenance { model: true, .. } => "model".to_owned(),
        _ => String::new(),
    }
}
