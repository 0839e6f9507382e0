//! The tables that every document ends with: metrics, inputs, and the numbered sources that they cite.

use crate::analysis::monte_carlo::PercentileRanges;
use crate::model::{Assessment, Provenance};
use crate::report::members;
use crate::report::origin;
use crate::report::table::Table;
use crate::report::wording::{Wording, beside_ends, formula_text, range_text};

/// The headline metrics and those of the scenario: value, range, unit, formula, sources.
pub(super) fn metrics(assessment: &Assessment, ranges: &PercentileRanges) -> Table {
    let words = assessment.words;
    let heads = ["head-metric", "head-value", "head-percentiles", "head-unit", "head-formula", "head-source"];
    let mut table = Table::headed(words, &heads, &[1, 2]);
    for metric in &assessment.calculation.metrics {
        if !metric.headline && !metric.own {
            continue;
        }
        let [value, range] = match ranges.shown(metric) {
            None => [words.shown(metric.shown_value()), String::new()],
            Some(range) => {
                let [value, low, high] = beside_ends(words, metric.shown_value(), range);
                [value, words.between(&low, &high)]
            }
        };
        let (label, unit) = (metric.label.clone(), words.unit(&metric.unit));
        table.push([label, value, range, unit, formula_text(metric), numbers(assessment, &metric.provenance)]);
    }
    table
}

/// The scenario's inputs but for those of large scopes: value, range, who decides, where from.
pub(super) fn inputs(assessment: &Assessment) -> Table {
    let words = assessment.words;
    let heads = ["head-input", "head-value", "head-range", "head-decided-by", "head-from"];
    let mut table = Table::headed(words, &heads, &[1]);
    let crowded = members::crowded(assessment);
    for input in &assessment.calculation.inputs {
        if input.provenance.model || members::is_in(input.member.as_ref(), &crowded) {
            continue;
        }
        let cited = origin::cited(assessment, &input.provenance, words);
        let from = [cited, numbers(assessment, &input.provenance)].into_iter().filter(|part| !part.is_empty());
        table.push([
            input.label.clone(),
            input.value_text(words),
            range_text(input, words).unwrap_or_default(),
            words.choice("role", input.role.word()),
            from.collect::<Vec<_>>().join(" "),
        ]);
    }
    table
}

/// The numbers of the sources of a figure: `[1, 4]`.
fn numbers(assessment: &Assessment, from: &Provenance) -> String {
    let place = |key: &String| assessment.sources.iter().position(|source| source.key.value == *key);
    let mut numbers: Vec<usize> = from.sources.iter().filter_map(place).map(|place| place + 1).collect();
    numbers.sort_unstable();
    numbers.dedup();
    if numbers.is_empty() {
        return String::new();
    }
    format!("[{}]", numbers.iter().map(ToString::to_string).collect::<Vec<_>>().join(", "))
}

/// The sources in the order of their numbers, each with its address.
pub(super) fn sources(assessment: &Assessment) -> Vec<(String, Option<String>)> {
    let words = assessment.words;
    let sources = assessment.sources.iter().map(|source| {
        let field = |name: &str| source.field(name).map(str::to_owned);
        let parts = ["author", "title", "publisher", "date", "page"].iter().filter_map(|name| field(name));
        let mut text = format!("{}.", parts.collect::<Vec<_>>().join(", "));
        if let Some(note) = field("note") {
            text = format!("{text} {note}");
        }
        if let Some(seen) = field("seen").filter(|seen| seen != "full") {
            text = format!("{text} [{}]", words.choice("seen", &seen));
        }
        (text, field("url"))
    });
    sources.collect()
}
