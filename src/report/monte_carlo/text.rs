//! The spread of metrics in words: a table and sentences.

use crate::analysis::monte_carlo::{MonteCarlo, Settings, Spread};
use crate::analysis::standing::{self, Standing};
use crate::args;
use crate::model::{Assessment, Correlation, InputId, MISSED, Metric, MetricId};
use crate::program::Fault;
use crate::report::bar::Bar;
use crate::report::sampling::{sampler, samples_text};
use crate::report::share;
use crate::report::table::Table;
use crate::report::wording::{as_apart, listed};
use crate::uncertainty::sampler::Sampler;

/// A table of the metrics that move: central case, mean, 5th percentile, median, 95th percentile.
pub(super) fn table(assessment: &Assessment, results: &MonteCarlo, only_headline: bool) -> Table {
    let heads = [
        "head-metric",
        "spread-head-central",
        "spread-head-mean",
        "spread-head-p5",
        "spread-head-median",
        "spread-head-p95",
        "head-unit",
    ];
    let mut table = Table::headed(assessment.words, &heads, &[1, 2, 3, 4, 5]).without_first(&[2]);
    for spread in results.spreads.iter().filter(|spread| moves(assessment, results, spread)) {
        let metric = &assessment.calculation.metrics[spread.metric];
        if only_headline && !metric.headline && !metric.own {
            continue;
        }
        // Numbers whose sum is none.
        let mean = if spread.mean.is_nan() { f64::INFINITY } else { spread.mean };
        let [p5, _, p50, _, p95] = spread.percentiles;
        let numbers = [metric.value, mean, p5, p50, p95].map(|value| metric.unit.from_base(value));
        let [value, mean, p5, p50, p95] = as_apart(assessment.words, numbers, [2, 4]);
        table.bars.push(Bar::new(spread.percentiles[0], metric.value, spread.percentiles[4]));
        table.push([metric.label.clone(), value, mean, p5, p50, p95, assessment.words.unit(&metric.unit)]);
    }
    table
}

/// Where the standard deviation is known to no more than this share of itself, and the variance thus to about half, a
/// spread is not resolved.
pub(super) const HEAVY: f64 = 0.25;

/// Inputs that a sentence names; of more it says how many there are.
pub(super) const MOST_NAMED: usize = 8;

/// The inputs whose range is drawn by nobody, since they are levers or constants; members' are in the table of members.
fn not_drawn(assessment: &Assessment) -> Option<String> {
    let (words, inputs) = (assessment.words, &assessment.calculation.inputs);
    let still = inputs.iter().filter(|input| input.range.is_some() && !input.is_drawn() && input.member.is_none());
    let labels: Vec<&String> = still.map(|input| &input.label).collect();
    let named = match labels.len() {
        0 => return None,
        count if count > MOST_NAMED => words.format("spread-inputs", args![count = count]),
        _ => listed(words, labels),
    };
    Some(words.format("spread-not-drawn", args![inputs = named]))
}

/// Sentences: how many samples, which metrics have no spread, where some are undefined, how often conditions hold.
#[must_use]
pub fn sentences(assessment: &Assessment, results: &MonteCarlo) -> Vec<String> {
    let words = assessment.words;
    let Settings { sampler: kind, seed, .. } = results.settings;
    let (drawn, how) = (samples_text(words, results.settings.samples), sampler(words, kind));
    let of = |model: bool| -> Vec<&String> {
        let inputs = results.uncertain.iter().map(|input| &assessment.calculation.inputs[*input]);
        inputs.filter(|input| input.provenance.model == model).map(|input| &input.label).collect()
    };
    let (own, model) = (of(false), of(true));
    let (count, of_model) = (results.uncertain.len(), model.len().to_string());
    let key = match (own.is_empty(), model.is_empty()) {
        _ if count > MOST_NAMED => "spread-samples-many",
        (_, true) => "spread-samples",
        (true, false) => "spread-samples-model",
        (false, false) => "spread-samples-both",
    };
    let model = if count > MOST_NAMED { of_model } else { listed(words, model) };
    let (inputs, count, seed) = (listed(words, own), count.to_string(), seed.to_string());
    let about = args![samples = drawn, sampler = how, seed = seed, inputs = inputs, model = model, count = count];
    let mut lines: Vec<String> =
        results.conditions.iter().map(|found| share::holds(assessment, results, found)).collect();
    lines.push(words.format(key, about));
    lines.extend(not_drawn(assessment));
    let stands = |metric: MetricId| standing::over_samples(&assessment.calculation, results, metric);
    let own = assessment.calculation.metrics.iter_enumerated().filter(|(_, metric)| metric.member.is_none());
    let own: Vec<(MetricId, Standing)> = own.map(|(metric, _)| (metric, stands(metric))).collect();
    lines.extend(crate::report::standing::sentences(assessment, &own));
    let in_part = |spread: &&Spread| spread.undefined > 0 && stands(spread.metric) == Standing::Varies;
    for spread in results.spreads.iter().filter(in_part) {
        let metric = &assessment.calculation.metrics[spread.metric];
        let about = args![metric = &metric.label, count = spread.undefined, text = spread.undefined.to_string()];
        lines.push(match standing::faults(&assessment.calculation, results, spread.metric).as_slice() {
            [Fault::Overflow] => words.format("spread-overflow", about),
            [_, _, ..] => words.format("spread-no-value", about),
            _ => words.format("spread-undefined", about),
        });
    }
    let outside: Vec<&String> = results
        .spreads
        .iter()
        .filter(|spread| stands(spread.metric) == Standing::Varies)
        .map(|spread| (spread, &assessment.calculation.metrics[spread.metric]))
        .filter(|(spread, metric)| {
            metric.headline
                && metric.value.is_finite()
                && !(spread.percentiles[0]..=spread.percentiles[4]).contains(&metric.value)
        })
        .map(|(_, metric)| &metric.label)
        .collect();
    if !outside.is_empty() {
        lines.push(words.format("spread-outside", args![metrics = listed(words, outside)]));
    }
    lines.extend(correlations(assessment, results));
    lines.extend(percentile_error(assessment, results));
    lines.extend(heavy(assessment, results));
    lines
}

/// Sentences: rank correlations that are missed, and inputs that have not one sample in every slice any more.
pub(super) fn correlations(assessment: &Assessment, results: &MonteCarlo) -> Vec<String> {
    let words = assessment.words;
    let label = |input: InputId| assessment.calculation.inputs[input].label.as_str();
    let missed = assessment.calculation.correlations.iter().filter_map(|stated| {
        let Correlation { first, second, rank: asked } = *stated;
        let reached = assessment.calculation.reached(stated).filter(|reached| (reached - asked).abs() > MISSED)?;
        let numbers = (words.exact(asked), words.significant(reached, 2));
        let about = args![first = label(first), second = label(second), asked = numbers.0, reached = numbers.1];
        Some(words.format("spread-rank-missed", about))
    });
    let mut lines: Vec<String> = missed.collect();
    let copula = assessment.calculation.copula().filter(|copula| !copula.is_independent());
    let Settings { sampler: kind, samples, .. } = results.settings;
    if let Some(copula) = copula.filter(|copula| kind == Sampler::LatinHypercube && !copula.keeps_slices(kind, samples))
    {
        let lost = copula.dependent().into_iter().filter_map(|place| results.uncertain.get(place));
        let lost: Vec<&String> = lost.map(|input| &assessment.calculation.inputs[*input].label).collect();
        lines.push(words.format("spread-slices-lost", args![inputs = listed(words, lost)]));
    }
    lines
}

/// The metrics that the table may show and that move.
pub(super) fn shown_ones<'a>(
    assessment: &'a Assessment,
    results: &'a MonteCarlo,
) -> impl Iterator<Item = (&'a Metric, &'a Spread)> {
    let all = results.spreads.iter().map(|spread| (&assessment.calculation.metrics[spread.metric], spread));
    all.filter(|(metric, spread)| spread.moves() && (metric.headline || metric.own))
}

/// How far chance may have moved the percentiles that a reader sees: the worst of them.
pub(super) fn percentile_error(assessment: &Assessment, results: &MonteCarlo) -> Option<String> {
    let words = assessment.words;
    let (_, at, metric, (low, high)) = shown_ones(assessment, results)
        .flat_map(|(metric, spread)| {
            [0, 2, 4].map(|at| {
                let (value, (low, high)) = (spread.percentiles[at], spread.percentile_cis[at]);
                let between = spread.percentiles[4] - spread.percentiles[0];
                ((value - low).max(high - value) / between, at, metric, (low, high))
            })
        })
        .filter(|(reach, _, _, (low, high))| *reach > 0.0 && reach.is_finite() && high - low > 1e-9 * high.abs())
        .max_by(|a, b| a.0.total_cmp(&b.0))?;
    // Digits enough to tell the ends apart.
    let text = |value: f64, digits: usize| words.significant(metric.unit.from_base(value), digits);
    let digits = (3..9).find(|digits| text(low, *digits) != text(high, *digits)).unwrap_or(9) + 1;
    let end = |value: f64| text(value, digits);
    let name = words.text(["spread-head-p5", "", "spread-head-median", "", "spread-head-p95"][at]);
    let about = args![percentile = name, metric = words.inside(&metric.label), low = end(low), high = end(high)];
    Some(words.format("spread-percentile-error", about))
}

/// Whether independent designs disagree about the standard deviation.
pub(super) fn is_heavy(spread: &Spread) -> bool {
    // An interval without an end is beyond any share.
    let reach = (spread.sd_ci.1 - spread.sd).partial_cmp(&(HEAVY * spread.sd));
    spread.sd > 0.0 && reach.is_none_or(std::cmp::Ordering::is_gt)
}

/// The metrics of which a few samples make most of the spread.
pub(super) fn heavy(assessment: &Assessment, results: &MonteCarlo) -> Option<String> {
    let words = assessment.words;
    let unsure = shown_ones(assessment, results).filter(|(_, spread)| is_heavy(spread));
    let names: Vec<&String> = unsure.map(|(metric, _)| &metric.label).collect();
    (!names.is_empty()).then(|| words.format("spread-heavy", args![metrics = listed(words, names)]))
}

/// Whether a metric moves at all over the samples.
pub(super) fn moves(assessment: &Assessment, results: &MonteCarlo, spread: &Spread) -> bool {
    standing::over_samples(&assessment.calculation, results, spread.metric) == Standing::Varies
}
