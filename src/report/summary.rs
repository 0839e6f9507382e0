//! A scenario's answer for a terminal: what it is for, the headline figures, what is not available.

use super::bar::Bar;
use super::members;
use super::sampling::how_drawn;
use super::section::Section;
use super::table::Table;
use crate::analysis::monte_carlo::MonteCarlo;
use crate::args;
use crate::model::{Assessment, Input, InputId, MetricId};
use crate::report::wording::{Wording, range_text};
use std::collections::{BTreeMap, BTreeSet};

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

/// The summary, at most `width` columns wide.
#[must_use]
pub fn summary(assessment: &Assessment, spread: Option<&MonteCarlo>, sections: &[Section], width: usize) -> String {
    let words = assessment.words;
    let mut lines = vec![assessment.title.clone()];
    if let Some(purpose) = &assessment.purpose {
        lines.push(words.format("purpose-line", args![purpose = words.choice("purpose", purpose.word())]));
    }
    let set: Vec<String> = assessment
        .calculation
        .inputs
        .iter()
        .filter(|input| input.provenance.set.is_some())
        .map(|input| format!("{} = {}", input.id, input.value_text(words)))
        .collect();
    if !set.is_empty() {
        lines.push(words.format("set-by-hand", args![values = set.join("; ")]));
    }
    lines.push(String::new());
    let crowded = members::crowded(assessment);
    lines.push(inputs(assessment, &crowded).terminal(width));
    for scope in &crowded {
        let mut names: Vec<&str> = Vec::new();
        for (of, member) in assessment.calculation.inputs.iter().filter_map(|input| input.member.as_ref()) {
            if of == scope && !names.contains(&member.as_str()) {
                names.push(member);
            }
        }
        lines.push(words.format("members-of", args![count = names.len(), scope = scope, names = names.join(", ")]));
    }
    let of_model: Vec<&str> = assessment
        .calculation
        .inputs
        .iter()
        .filter(|input| input.provenance.model)
        .map(|input| input.id.as_str())
        .collect();
    if !of_model.is_empty() {
        lines.push(words.format("values-of-model", args![names = of_model.join(", ")]));
    }
    lines.push(String::new());
    let with_spread = &["head-metric", "head-value", "head-percentiles", "head-unit"][..];
    let header = if spread.is_some() { with_spread } else { &["head-metric", "head-value", "head-unit"] };
    let mut table = Table::headed(words, header, if spread.is_some() { &[1, 2] } else { &[1] });
    let any_headline = assessment.calculation.metrics.iter().any(|metric| metric.headline || metric.own);
    for (position, metric) in assessment.calculation.metrics.iter_enumerated() {
        if any_headline && !metric.headline && !metric.own {
            continue;
        }
        let mut row = vec![metric.label.clone(), words.shown(metric.shown_value())];
        row.extend(spread.map(|results| percentiles(assessment, results, position)));
        row.push(words.unit(&metric.unit));
        let found = spread.and_then(|results| results.spreads.get(position)).filter(|found| found.moves());
        table.bars.push(found.and_then(|found| Bar::new(found.percentiles[0], metric.value, found.percentiles[4])));
        table.push(row);
    }
    if table.rows.is_empty() {
        lines.push(words.text("nothing-computed"));
    } else {
        lines.push(table.terminal(width));
    }
    if let Some(results) = spread {
        // Where the samples are shown too, their section says it.
        lines.extend((!assessment.requests.sampling.shown).then(|| outside(assessment, results)).flatten());
        lines.extend(how_drawn(assessment));
    }
    for section in sections {
        let shown = section.brief.unwrap_or(section.sentences.len()).min(section.sentences.len());
        if shown > 0 {
            lines.push(String::new());
            lines.extend(section.sentences[..shown].iter().cloned());
        }
    }
    let hidden = assessment.calculation.metrics.len() - table.rows.len();
    if hidden > 0 || !assessment.calculation.unavailable.is_empty() {
        lines.push(String::new());
    }
    if hidden > 0 {
        lines.push(words.format("metrics-hidden", args![count = hidden]));
    }
    if !assessment.calculation.unavailable.is_empty() {
        let mut needs = needs(assessment);
        let more = needs.len().saturating_sub(NEEDS);
        needs.truncate(NEEDS);
        let count = assessment.calculation.unavailable.len();
        let needs = needs.join(", ");
        lines.push(if more > 0 {
            words.format("lacking-more", args![count = count, needs = needs, more = more])
        } else {
            words.format("lacking", args![count = count, needs = needs])
        });
    }
    let options = textwrap::Options::new(width).word_splitter(textwrap::WordSplitter::NoHyphenation);
    // Tables fit already; a line of words is broken where it must be.
    let fitted = lines.iter().map(|block| {
        let is_table = block.contains('\n');
        if is_table { block.clone() } else { textwrap::fill(block, &options) }
    });
    fitted.collect::<Vec<_>>().join("\n")
}

/// The 5th and the 95th percentile of a metric that moves.
fn percentiles(assessment: &Assessment, results: &MonteCarlo, metric: MetricId) -> String {
    let Some(spread) = results.spreads.get(metric).filter(|spread| spread.moves()) else { return String::new() };
    let words = assessment.words;
    let text = |value: f64| words.shown(assessment.calculation.metrics[metric].unit.from_base(value));
    words.between(&text(spread.percentiles[0]), &text(spread.percentiles[4]))
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
fn needs(assessment: &Assessment) -> Vec<String> {
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
