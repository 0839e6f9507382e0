//! All that a run found, for a terminal: each part with its tables, metrics, inputs, what is not available.

use super::bar::Bar;
use super::members;
use super::section::Section;
use super::table::Table;
use crate::analysis::monte_carlo::MonteCarlo;
use crate::args;
use crate::model::{Assessment, Input, InputId, MetricId};
use crate::program::Extremes;
use crate::report::wording::{Wording, beside_ends, extremes_text, range_text};
use std::collections::{BTreeMap, BTreeSet};
use typed_index_collections::TiSlice;

/// Lacking inputs that the summary names.
const NEEDS: usize = 12;

/// The scenario's own inputs, but for those of large scopes.
fn inputs(assessment: &Assessment, crowded: &[String]) -> Table {
    let words = assessment.words;
    let mut table = Table::headed(words, &["head-input", "head-value", "head-range"], &[1]);
    table.header.push(String::new());
    let apart = |input: &&Input| !members::is_in(input.member.as_ref(), crowded);
    for input in assessment.calculation.inputs.iter().filter(|input| !input.provenance.model).filter(apart) {
        let counting = input.counting.as_ref().map_or_else(String::new, |rule| {
            words.format("strength-counted", args![rule = words.choice("counting", rule.word())])
        });
        let (low, high) =
            input.range.as_ref().map_or((f64::NAN, f64::NAN), crate::uncertainty::distribution::Distribution::range);
        table.bars.push(Bar::new(low, input.value, high));
        table.push([
            input.label.clone(),
            input.value_text(words),
            range_text(input, words).unwrap_or_default(),
            counting,
        ]);
    }
    table
}

/// Every part with its heading, the most important first, then metrics and inputs; at most `width` columns wide.
#[must_use]
pub fn full(assessment: &Assessment, spread: Option<&MonteCarlo>, sections: &[Section], width: usize) -> String {
    let words = assessment.words;
    let parts = sections.iter().map(|section| (section.title.clone(), section.terminal(width)));
    let others = [
        (words.text("title-metrics"), metrics(assessment, spread, width)),
        (words.text("title-inputs"), all_inputs(assessment, width)),
    ];
    let rule = |title: &str| "=".repeat(textwrap::core::display_width(title).min(width));
    let blocks = parts.chain(others).map(|(title, body)| format!("{title}\n{}\n\n{body}", rule(&title)));
    blocks.collect::<Vec<_>>().join("\n\n")
}

/// The smallest and the largest value of each headline metric over the declared ranges of all inputs.
#[must_use]
pub fn ends(assessment: &Assessment, extremes: &TiSlice<MetricId, Option<Extremes>>) -> Table {
    let words = assessment.words;
    let heads = ["head-metric", "sizing-head-low", "sizing-head-central", "sizing-head-high", "head-unit"];
    let mut table = Table::headed(words, &heads, &[1, 2, 3]);
    let any_headline = assessment.calculation.metrics.iter().any(|metric| metric.headline || metric.own);
    for (position, metric) in assessment.calculation.metrics.iter_enumerated() {
        let Some(found) = extremes.get(position).and_then(Option::as_ref) else { continue };
        if any_headline && !metric.headline && !metric.own {
            continue;
        }
        let [low, high] = extremes_text(words, found, |end| metric.unit.from_base(end));
        table.push([metric.label.clone(), low, words.shown(metric.shown_value()), high, words.unit(&metric.unit)]);
    }
    table.titled(words.text("sizing-ends-caption"))
}

/// The scenario's inputs: those of large scopes are named alone, as are values of the model.
fn all_inputs(assessment: &Assessment, width: usize) -> String {
    let words = assessment.words;
    let crowded = members::crowded(assessment);
    let mut lines = vec![inputs(assessment, &crowded).terminal(width)];
    let inputs = &assessment.calculation.inputs;
    for scope in &crowded {
        let mut names: Vec<&str> = Vec::new();
        for (of, member) in inputs.iter().filter_map(|input| input.member.as_ref()) {
            if of == scope && !names.contains(&member.as_str()) {
                names.push(member);
            }
        }
        let about = args![count = names.len(), scope = scope, names = names.join(", ")];
        lines.push(filled(&words.format("members-of", about), width));
    }
    let of_model = inputs.iter().filter(|input| input.provenance.model).map(|input| input.id.as_str());
    let of_model: Vec<&str> = of_model.collect();
    if !of_model.is_empty() {
        lines.push(filled(&words.format("values-of-model", args![names = of_model.join(", ")]), width));
    }
    lines.join("\n")
}

/// The headline metrics with their ranges, and what could not be computed.
fn metrics(assessment: &Assessment, spread: Option<&MonteCarlo>, width: usize) -> String {
    let words = assessment.words;
    let with_spread = &["head-metric", "head-value", "head-percentiles", "head-unit"][..];
    let header = if spread.is_some() { with_spread } else { &["head-metric", "head-value", "head-unit"] };
    let mut table = Table::headed(words, header, if spread.is_some() { &[1, 2] } else { &[1] });
    let any_headline = assessment.calculation.metrics.iter().any(|metric| metric.headline || metric.own);
    for (position, metric) in assessment.calculation.metrics.iter_enumerated() {
        if any_headline && !metric.headline && !metric.own {
            continue;
        }
        let mut row = vec![metric.label.clone()];
        row.extend(numbers(assessment, spread, position));
        row.push(words.unit(&metric.unit));
        let found = spread.and_then(|results| results.spreads.get(position)).filter(|found| found.moves());
        table.bars.push(found.and_then(|found| Bar::new(found.percentiles[0], metric.value, found.percentiles[4])));
        table.push(row);
    }
    let mut lines = Vec::new();
    if table.rows.is_empty() {
        lines.push(words.text("nothing-computed"));
    } else {
        lines.push(table.terminal(width));
    }
    if let Some(results) = spread {
        // Where the samples are shown too, their section says it.
        let outside = (!assessment.requests.sampling.shown).then(|| outside(assessment, results)).flatten();
        lines.extend(outside.map(|text| filled(&text, width)));
    }
    let hidden = assessment.calculation.metrics.len() - table.rows.len();
    if hidden > 0 {
        lines.push(filled(&words.format("metrics-hidden", args![count = hidden]), width));
    }
    if !assessment.calculation.unavailable.is_empty() {
        let mut needs = needs(assessment);
        let more = needs.len().saturating_sub(NEEDS);
        needs.truncate(NEEDS);
        let count = assessment.calculation.unavailable.len();
        let needs = needs.join(", ");
        let said = if more > 0 {
            words.format("lacking-more", args![count = count, needs = needs, more = more])
        } else {
            words.format("lacking", args![count = count, needs = needs])
        };
        lines.push(filled(&said, width));
    }
    lines.join("\n")
}

fn filled(text: &str, width: usize) -> String {
    let options = textwrap::Options::new(width).break_words(false);
    textwrap::fill(text, options.word_splitter(textwrap::WordSplitter::NoHyphenation))
}

/// A metric's value and, where samples were drawn, the 5th and the 95th percentile of one that moves.
fn numbers(assessment: &Assessment, results: Option<&MonteCarlo>, id: MetricId) -> Vec<String> {
    let (words, metric) = (assessment.words, &assessment.calculation.metrics[id]);
    let Some(results) = results else { return vec![words.shown(metric.shown_value())] };
    let Some(spread) = results.spreads.get(id).filter(|spread| spread.moves()) else {
        return vec![words.shown(metric.shown_value()), String::new()];
    };
    let ends = [0, 4].map(|end| metric.unit.from_base(spread.percentiles[end]));
    let [value, low, high] = beside_ends(words, metric.shown_value(), ends.into());
    vec![value, words.between(&low, &high)]
}

/// Which metrics of the summary have a central case outside their range, and which inputs stand at an end of theirs.
fn outside(assessment: &Assessment, results: &MonteCarlo) -> Option<String> {
    let (calculation, words) = (&assessment.calculation, assessment.words);
    let slack = |value: f64| 1e-9 * value.abs();
    let beyond = |value: f64, (low, high): (f64, f64)| value < low - slack(low) || value > high + slack(high);
    let listed = calculation.metrics.iter_enumerated().filter(|(_, metric)| metric.headline || metric.own);
    let found: Vec<(MetricId, &str)> = listed
        .filter(|(id, metric)| results.range(*id).is_some_and(|range| beyond(metric.value, range)))
        .map(|(id, metric)| (id, metric.label.as_str()))
        .collect();
    let mut inputs: Vec<InputId> = found.iter().flat_map(|(metric, _)| calculation.inputs_of(*metric)).collect();
    inputs.sort_unstable();
    inputs.dedup();
    let at_an_end = |input: &InputId| {
        let input = &calculation.inputs[*input];
        let range = input.range.as_ref().filter(|_| input.is_drawn());
        range.is_some_and(|range| beyond(input.value, (range.quantile(0.05), range.quantile(0.95))))
    };
    let inputs: Vec<String> = inputs
        .iter()
        .filter(|input| at_an_end(input))
        .map(|input| words.inside(&calculation.inputs[*input].label))
        .collect();
    let metrics: Vec<String> = found.iter().map(|(_, label)| words.inside(label)).collect();
    (!metrics.is_empty() && !inputs.is_empty())
        .then(|| words.format("central-outside", args![metrics = words.list(&metrics), inputs = words.list(&inputs)]))
}

/// The inputs that metrics lack; one that many members of a scope lack stands once, as `contributor.NAME.brigades`.
pub(super) fn needs(assessment: &Assessment) -> Vec<String> {
    let all: BTreeSet<&str> =
        assessment.calculation.unavailable.iter().flat_map(|metric| metric.needs.iter().map(String::as_str)).collect();
    let of_all = |need: &str| -> Option<String> {
        let (scope, rest) = need.split_once('.')?;
        Some(format!("{scope}.NAME.{}", rest.split_once('.')?.1))
    };
    let mut members: BTreeMap<String, usize> = BTreeMap::new();
    for family in all.iter().filter_map(|need| of_all(need)) {
        *members.entry(family).or_default() += 1;
    }
    let named = |need: &&str| of_all(need).filter(|family| members[family] > 1).unwrap_or_else(|| (*need).to_owned());
    all.iter().map(named).collect::<BTreeSet<_>>().into_iter().collect()
}
