//! The pillars of a plan as a part of a report: metrics with and without each of them.

use super::figure;
use super::part::Part;
use super::table::Table;
use crate::analysis::pillars::PillarRow;
use crate::args;
use crate::language::Words;
use crate::model::own_name::PILLARS;
use crate::model::{Assessment, Metric};
use crate::quantity::number::plain;
use crate::report::wording::Wording;
use serde_json::{Map, Value, json};

/// Columns of metrics in a table.
const COLUMNS: usize = 4;

/// The names of the pillars that are there.
#[must_use]
pub fn there(words: Words, assessment: &Assessment, combination: usize) -> String {
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
pub fn combinations(assessment: &Assessment) -> Vec<usize> {
    let mut all: Vec<usize> = (0..1_usize << assessment.requests.pillars.len()).collect();
    all.sort_by_key(|combination| std::cmp::Reverse(combination.count_ones()));
    all
}

fn head(words: Words, metric: &Metric) -> String {
    let unit = words.unit(&metric.unit);
    if unit.is_empty() { metric.label.clone() } else { format!("{} ({unit})", metric.label) }
}

/// The part.
#[must_use]
pub fn part(assessment: &Assessment, rows: &[PillarRow]) -> Part {
    let words = assessment.words;
    let mut tables: Vec<Table> = rows.chunks(COLUMNS).map(|rows| matrix(assessment, rows)).collect();
    let moving: Vec<&PillarRow> = rows.iter().filter(|row| row.ranges.iter().any(Option::is_some)).collect();
    tables.extend(moving.chunks(COLUMNS).map(|rows| ranges(assessment, rows)));
    tables.push(shares(assessment, rows));
    tables.retain(|table| !table.rows.is_empty());
    let mut sentences: Vec<String> = assessment
        .requests
        .pillars
        .iter()
        .map(|pillar| {
            let inputs = pillar.without.iter().map(|(input, value)| {
                let input = &assessment.calculation.inputs[*input];
                let about =
                    args![input = &input.label, without = input.text_of(words, *value), with = input.value_text(words)];
                words.say("pillars-change", about)
            });
            let inputs: Vec<String> = inputs.collect();
            let note = pillar.note.as_deref().unwrap_or_default();
            words.say("pillars-without", args![pillar = &pillar.label, changes = inputs.join(", "), note = note])
        })
        .collect();
    sentences.push(words.text("pillars-smaller"));
    if rows.iter().any(|row| row.values.iter().any(|value| value.is_infinite())) {
        sentences.push(words.text("pillars-nothing-left"));
    }
    Part {
        tables,
        sentences,
        files: vec![(PILLARS.csv(), csv(assessment, rows))],
        figures: figure::pillars(assessment, rows),
        ..Part::new("pillars", &words.text("pillars-part"), json(assessment, rows))
    }
}

/// A value for people. With nobody there a quotient has no value, which the symbol of infinity would not tell.
#[must_use]
pub fn shown(words: Words, metric: &Metric, value: f64) -> String {
    if value.is_infinite() { words.text("pillars-nothing") } else { words.shown(metric.unit.from_base(value)) }
}

/// The lowest and the highest value for people.
#[must_use]
pub fn between(words: Words, metric: &Metric, (low, high): (f64, f64)) -> String {
    let from = shown(words, metric, low);
    if high.is_finite() {
        words.between(&from, &shown(words, metric, high))
    } else if low.is_finite() {
        words.say("pillars-and-more", args![low = from])
    } else {
        from
    }
}

fn matrix(assessment: &Assessment, rows: &[PillarRow]) -> Table {
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

fn ranges(assessment: &Assessment, rows: &[&PillarRow]) -> Table {
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
    table.titled(words.text("compare-ranges"))
}

fn shares(assessment: &Assessment, rows: &[PillarRow]) -> Table {
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

fn json(assessment: &Assessment, rows: &[PillarRow]) -> Value {
    let metrics: Map<String, Value> = rows
        .iter()
        .map(|row| {
            let metric = &assessment.calculation.metrics[row.metric];
            let value = |value: &f64| Some(metric.unit.from_base(*value)).filter(|value| value.is_finite());
            let values: Vec<Option<f64>> = row.values.iter().map(value).collect();
            let shares: Option<Vec<Option<f64>>> = row.shares.as_ref().map(|all| all.iter().map(value).collect());
            let low: Vec<Option<f64>> = row.ranges.iter().map(|range| value(&(*range)?.0)).collect();
            let high: Vec<Option<f64>> = row.ranges.iter().map(|range| value(&(*range)?.1)).collect();
            let unit = metric.unit.text();
            (metric.id.clone(), json!({ "unit": unit, "values": values, "shares": shares, "low": low, "high": high }))
        })
        .collect();
    let pillars: Vec<&str> = assessment.requests.pillars.iter().map(|pillar| pillar.label.as_str()).collect();
    let combinations: Vec<Vec<bool>> = (0..1_usize << pillars.len())
        .map(|combination| (0..pillars.len()).map(|bit| combination >> bit & 1 == 1).collect())
        .collect();
    json!({ "pillars": pillars, "there": combinations, "metrics": metrics })
}

/// A row for each combination and metric: `there,metric,value,unit,low,high`.
#[must_use]
pub fn csv(assessment: &Assessment, rows: &[PillarRow]) -> String {
    let all = combinations(assessment).into_iter().flat_map(|combination| {
        rows.iter().map(move |row| {
            let metric = &assessment.calculation.metrics[row.metric];
            let text = |value: f64| Some(metric.unit.from_base(value)).filter(|value| value.is_finite()).map(plain);
            let range = row.ranges[combination];
            vec![
                there(Words::default(), assessment, combination),
                metric.id.clone(),
                text(row.values[combination]).unwrap_or_default(),
                metric.unit.text().to_owned(),
                range.and_then(|(low, _)| text(low)).unwrap_or_default(),
                range.and_then(|(_, high)| text(high)).unwrap_or_default(),
            ]
        })
    });
    super::csv::write(&["there", "metric", "value", "unit", "low", "high"], all)
}
