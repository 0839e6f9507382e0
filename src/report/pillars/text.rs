//! Pillars in words: combinations, values and tables.

use crate::analysis::pillars::PillarRow;
use crate::args;
use crate::language::Localizer;
use crate::model::{Assessment, Metric};
use crate::report::table::Table;

/// Columns of metrics in a table.
pub(super) const COLUMNS: usize = 4;

/// The names of the pillars that are there.
#[must_use]
pub(crate) fn there(words: Localizer, assessment: &Assessment, combination: usize) -> String {
    let all = assessment.requests.pillars.iter().enumerate();
    let names: Vec<&str> =
        all.filter(|(bit, _)| combination >> bit & 1 == 1).map(|(_, pillar)| pillar.label.as_str()).collect();
    match names.len() {
        0 => words.text("pillars-none"),
        count if count == assessment.requests.pillars.len() => words.text("pillars-all"),
        _ => names.join(" + "),
    }
}

/// The combinations, from all pillars to none, the greater number of pillars first.
#[must_use]
pub(crate) fn combinations(assessment: &Assessment) -> Vec<usize> {
    let mut all: Vec<usize> = (0..1_usize << assessment.requests.pillars.len()).collect();
    all.sort_by_key(|combination| std::cmp::Reverse(combination.count_ones()));
    all
}

pub(super) fn head(words: Localizer, metric: &Metric) -> String {
    let unit = words.unit(&metric.unit);
    if unit.is_empty() { metric.label.clone() } else { format!("{} ({unit})", metric.label) }
}

/// A value for people. With nobody there a quotient has no value, which the symbol of infinity would not tell.
#[must_use]
pub(crate) fn shown(words: Localizer, metric: &Metric, value: f64) -> String {
    if value.is_infinite() { words.text("pillars-nothing") } else { words.shown(metric.unit.from_base(value)) }
}

/// The lowest and the highest value for people.
#[must_use]
pub(crate) fn between(words: Localizer, metric: &Metric, (low, high): (f64, f64)) -> String {
    let from = shown(words, metric, low);
    if high.is_finite() {
        words.between(&from, &shown(words, metric, high))
    } else if low.is_finite() {
        words.format("pillars-and-more", args![low = from])
    } else {
        from
    }
}

pub(super) fn matrix(assessment: &Assessment, rows: &[PillarRow]) -> Table {
    let words = assessment.words;
    let mut table = Table::headed(words, &["pillars-head"], &[]);
    table.header.extend(rows.iter().map(|row| head(words, &assessment.calculation.metrics[row.metric])));
    table.right = (1..=rows.len()).collect();
    for combination in combinations(assessment) {
        let value =
            |row: &PillarRow| shown(words, &assessment.calculation.metrics[row.metric], row.values[combination]);
        table.push([there(words, assessment, combination)].into_iter().chain(rows.iter().map(value)));
    }
    table.titled(words.text("pillars-matrix"))
}

pub(super) fn ranges(assessment: &Assessment, rows: &[&PillarRow]) -> Table {
    let words = assessment.words;
    let mut table = Table::headed(words, &["pillars-head"], &[]);
    table.header.extend(rows.iter().map(|row| head(words, &assessment.calculation.metrics[row.metric])));
    table.right = (1..=rows.len()).collect();
    for combination in combinations(assessment) {
        let range = |row: &&PillarRow| {
            let metric = &assessment.calculation.metrics[row.metric];
            row.ranges[combination].map_or_else(String::new, |ends| between(words, metric, ends))
        };
        table.push([there(words, assessment, combination)].into_iter().chain(rows.iter().map(range)));
    }
    table.titled(words.text("compare-percentiles"))
}

pub(super) fn shares(assessment: &Assessment, rows: &[PillarRow]) -> Table {
    let words = assessment.words;
    let mut table = Table::headed(words, &["head-metric"], &[]);
    table.header.extend(assessment.requests.pillars.iter().map(|pillar| pillar.label.clone()));
    table.right = (1..=assessment.requests.pillars.len()).collect();
    for row in rows {
        let (metric, Some(shares)) = (&assessment.calculation.metrics[row.metric], &row.shares) else { continue };
        let shares = shares.iter().map(|share| words.shown(metric.unit.from_base(*share)));
        table.push([head(words, metric)].into_iter().chain(shares));
    }
    table.titled(words.text("pillars-shares"))
}
