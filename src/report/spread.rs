//! Monte Carlo results as a table, JSON and CSV. What is here stays: later versions only add keys and columns.

use super::bar::Bar;
use super::influence::listed;
use super::part::Part;
use super::share;
use super::table::Table;
use crate::analysis::monte_carlo::{Chunk, MonteCarlo, NotDrawn, Settings, Spread};
use crate::analysis::resolution::Unresolved;
use crate::analysis::standing::{self, Standing};
use crate::args;
use crate::language::Words;
use crate::model::own_name::MONTE_CARLO;
use crate::model::{Assessment, Correlation, MISSED, Metric};
use crate::program::Fault;
use crate::quantity::number::plain;
use crate::study;
use crate::uncertainty::sampler::{MOST_SAMPLES, Sampler, SamplerError};
use crate::uncertainty::sequence::MOST_DIMENSIONS;
use serde_json::{Map, Value, json};

/// Names of the percentiles, in the order of the spread's.
pub(super) const NAMES: [&str; 5] = ["p5", "p25", "p50", "p75", "p95"];

/// The part of a report that says how far the metrics spread.
#[must_use]
pub fn part(assessment: &Assessment, results: &MonteCarlo, only_headline: bool) -> Part {
    Part {
        tables: vec![table(assessment, results, only_headline)],
        sentences: sentences(assessment, results),
        files: vec![(MONTE_CARLO.csv(), csv(assessment, results))],
        figures: super::figure::spread(assessment, results),
        ..Part::new("monte_carlo", &assessment.words.text("spread-part"), json(assessment, results))
    }
}

/// Whether a metric moves at all over the samples.
fn moves(assessment: &Assessment, results: &MonteCarlo, spread: &Spread) -> bool {
    standing::over_samples(&assessment.calculation, results, spread.metric) == Standing::Varies
}

/// A table of the metrics that move: central case, mean, 5th percentile, median, 95th percentile.
fn table(assessment: &Assessment, results: &MonteCarlo, only_headline: bool) -> Table {
    let heads = [
        "head-metric",
        "spread-head-central",
        "spread-head-mean",
        "spread-head-p5",
        "spread-head-median",
        "spread-head-p95",
        "head-unit",
    ];
    let mut table = Table::headed(assessment.words, &heads, &[1, 2, 3, 4, 5]);
    for spread in results.spreads.iter().filter(|spread| moves(assessment, results, spread)) {
        let metric = &assessment.calculation.metrics[spread.metric];
        if only_headline && !metric.headline && !metric.own {
            continue;
        }
        let text = |value: f64| assessment.words.shown(metric.unit.from_base(value));
        let [p5, _, p50, _, p95] = spread.percentiles.map(text);
        table.bars.push(Bar::new(spread.percentiles[0], metric.value, spread.percentiles[4]));
        table.push([
            metric.label.clone(),
            text(metric.value),
            // Numbers whose sum is none.
            text(if spread.mean.is_nan() { f64::INFINITY } else { spread.mean }),
            p5,
            p50,
            p95,
            assessment.words.unit(&metric.unit),
        ]);
    }
    table
}

/// Where the standard deviation is known to no more than this share of itself, and the variance thus to about half, a
/// spread is not resolved.
const HEAVY: f64 = 0.25;

/// Inputs that a sentence names; of more it says how many there are.
const MOST_NAMED: usize = 8;

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
    let mut lines = vec![words.say(key, about)];
    let stands = |metric: usize| standing::over_samples(&assessment.calculation, results, metric);
    let own = (0..assessment.calculation.metrics.len())
        .filter(|metric| assessment.calculation.metrics[*metric].member.is_none());
    let own: Vec<(usize, Standing)> = own.map(|metric| (metric, stands(metric))).collect();
    lines.extend(super::standing::sentences(assessment, &own));
    let in_part = |spread: &&Spread| spread.undefined > 0 && stands(spread.metric) == Standing::Varies;
    for spread in results.spreads.iter().filter(in_part) {
        let metric = &assessment.calculation.metrics[spread.metric];
        let about = args![metric = &metric.label, count = spread.undefined, text = spread.undefined.to_string()];
        lines.push(match standing::faults(&assessment.calculation, results, spread.metric).as_slice() {
            [Fault::Overflow] => words.say("spread-overflow", about),
            [_, _, ..] => words.say("spread-no-value", about),
            _ => words.say("spread-undefined", about),
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
        lines.push(words.say("spread-outside", args![metrics = listed(words, outside)]));
    }
    lines.extend(correlations(assessment, results));
    lines.extend(results.conditions.iter().map(|found| share::holds(assessment, results, found)));
    lines.extend(percentile_error(assessment, results));
    lines.extend(heavy(assessment, results));
    lines
}

/// Sentences: rank correlations that are missed, and inputs that have not one sample in every slice any more.
fn correlations(assessment: &Assessment, results: &MonteCarlo) -> Vec<String> {
    let words = assessment.words;
    let label = |input: usize| assessment.calculation.inputs[input].label.as_str();
    let missed = assessment.calculation.correlations.iter().filter_map(|stated| {
        let Correlation { first, second, rank: asked } = *stated;
        let reached = assessment.calculation.reached(stated).filter(|reached| (reached - asked).abs() > MISSED)?;
        let numbers = (words.exact(asked), words.significant(reached, 2));
        let about = args![first = label(first), second = label(second), asked = numbers.0, reached = numbers.1];
        Some(words.say("spread-rank-missed", about))
    });
    let mut lines: Vec<String> = missed.collect();
    let copula = assessment.calculation.copula().filter(|copula| !copula.is_independent());
    let Settings { sampler: kind, samples, .. } = results.settings;
    if let Some(copula) = copula.filter(|copula| kind == Sampler::LatinHypercube && !copula.keeps_slices(kind, samples))
    {
        let lost = copula.dependent().into_iter().filter_map(|place| results.uncertain.get(place));
        let lost: Vec<&String> = lost.map(|input| &assessment.calculation.inputs[*input].label).collect();
        lines.push(words.say("spread-slices-lost", args![inputs = listed(words, lost)]));
    }
    lines
}

/// The metrics that the table may show and that move.
fn shown_ones<'a>(
    assessment: &'a Assessment,
    results: &'a MonteCarlo,
) -> impl Iterator<Item = (&'a Metric, &'a Spread)> {
    let all = results.spreads.iter().map(|spread| (&assessment.calculation.metrics[spread.metric], spread));
    all.filter(|(metric, spread)| spread.moves() && (metric.headline || metric.own))
}

/// How far chance may have moved the percentiles that a reader sees: the worst of them.
fn percentile_error(assessment: &Assessment, results: &MonteCarlo) -> Option<String> {
    let words = assessment.words;
    let (_, at, metric, (low, high)) = shown_ones(assessment, results)
        .flat_map(|(metric, spread)| {
            [0, 2, 4].map(|at| {
                let (value, (low, high)) = (spread.percentiles[at], spread.percentile_cis[at]);
                let between = spread.percentiles[4] - spread.percentiles[0];
                ((value - low).max(high - value) / between, at, metric, (low, high))
            })
        })
        .filter(|(reach, ..)| *reach > 0.0 && reach.is_finite())
        .max_by(|a, b| a.0.total_cmp(&b.0))?;
    // Digits enough to tell the ends apart.
    let text = |value: f64, digits: usize| words.significant(metric.unit.from_base(value), digits);
    let digits = (3..9).find(|digits| text(low, *digits) != text(high, *digits)).unwrap_or(9) + 1;
    let end = |value: f64| text(value, digits);
    let name = words.text(["spread-head-p5", "", "spread-head-median", "", "spread-head-p95"][at]);
    let about = args![percentile = name, metric = words.inside(&metric.label), low = end(low), high = end(high)];
    Some(words.say("spread-percentile-error", about))
}

/// Whether independent designs disagree about the standard deviation.
fn is_heavy(spread: &Spread) -> bool {
    // An interval without an end is beyond any share.
    let reach = (spread.sd_ci.1 - spread.sd).partial_cmp(&(HEAVY * spread.sd));
    spread.sd > 0.0 && reach.is_none_or(std::cmp::Ordering::is_gt)
}

/// The metrics of which a few samples make most of the spread.
fn heavy(assessment: &Assessment, results: &MonteCarlo) -> Option<String> {
    let words = assessment.words;
    let unsure = shown_ones(assessment, results).filter(|(_, spread)| is_heavy(spread));
    let names: Vec<&String> = unsure.map(|(metric, _)| &metric.label).collect();
    (!names.is_empty()).then(|| words.say("spread-heavy", args![metrics = listed(words, names)]))
}

/// How samples were drawn.
pub(super) fn sampler(words: Words, sampler: Sampler) -> String {
    words.say(&format!("sampler-{}", sampler.name()), &[])
}

/// A number of samples, with grouped thousands.
#[expect(clippy::cast_precision_loss, reason = "at most 2^26 samples")]
pub(super) fn samples_text(words: Words, samples: u64) -> String {
    words.grouped(samples as f64, 0)
}

/// `{"samples", "seed", "sampler", "inputs", "metrics": {id: {"unit", "mean", "sd", "p5", …, "mcse_mean", "mean_ci",
/// "sd_ci", "p5_ci", …, "standing", "unresolved"}}, "conditions"}`, and where inputs move together `"correlations":
/// [{"between", "rank", "reached"}]`. An end that has no bound is null. Where designs disagree about the standard
/// deviation, `unresolved` says so.
#[must_use]
pub fn json(assessment: &Assessment, results: &MonteCarlo) -> Value {
    let finite = |value: f64| value.is_finite().then_some(value);
    let crowded = super::members::crowded(assessment);
    let apart = |spread: &&Spread| {
        !super::members::is_in(assessment.calculation.metrics[spread.metric].member.as_ref(), &crowded)
    };
    let metrics: Map<String, Value> = results
        .spreads
        .iter()
        .filter(apart)
        .map(|spread| {
            let metric = &assessment.calculation.metrics[spread.metric];
            let text = |value: f64| finite(metric.unit.from_base(value));
            let mut row = json!({ "unit": metric.unit.text(), "mean": text(spread.mean), "sd": text(spread.sd) });
            for (name, value) in NAMES.iter().zip(spread.percentiles) {
                row[*name] = json!(text(value));
            }
            row["mcse_mean"] = json!(text(spread.mcse_mean));
            for (name, (low, high)) in intervals(spread) {
                row[format!("{name}_ci")] = json!([text(low), text(high)]);
            }
            row["undefined"] = json!(spread.undefined);
            row["standing"] = json!(standing::over_samples(&assessment.calculation, results, spread.metric).name());
            row["unresolved"] = json!(is_heavy(spread).then(|| Unresolved::Heavy.name()));
            (metric.id.clone(), row)
        })
        .collect();
    let conditions: Vec<Value> = results
        .conditions
        .iter()
        .map(|found| {
            let condition = &assessment.requests.conditions[found.condition];
            let metric = &assessment.calculation.metrics[condition.metric];
            json!({ "that": condition.text, "label": condition.label, "metric": metric.id,
                "at_least": condition.comparison.is_at_least(), "threshold": metric.unit.from_base(condition.threshold),
                "share": finite(found.share), "mcse": finite(found.mcse),
                "share_ci": [finite(found.ci.0), finite(found.ci.1)], "conservative": found.conservative,
                "standing": standing::over_samples(&assessment.calculation, results, condition.metric).name() })
        })
        .collect();
    let correlations: Vec<Value> = assessment
        .calculation
        .correlations
        .iter()
        .map(|stated| {
            let between = [stated.first, stated.second].map(|input| assessment.calculation.inputs[input].id.as_str());
            json!({ "between": between, "rank": stated.rank, "reached": assessment.calculation.reached(stated) })
        })
        .collect();
    let inputs: Vec<&str> =
        results.uncertain.iter().map(|input| assessment.calculation.inputs[*input].id.as_str()).collect();
    let mut document = json!({ "scenario": assessment.name, "samples": results.settings.samples,
        "seed": results.settings.seed, "sampler": results.settings.sampler.name(), "inputs": inputs, "metrics": metrics,
        "conditions": conditions });
    if !correlations.is_empty() {
        document["correlations"] = json!(correlations);
    }
    document
}

/// Each figure of a spread that has an interval, by its name.
pub(super) fn intervals(spread: &Spread) -> impl Iterator<Item = (&'static str, (f64, f64))> {
    [("mean", spread.mean_ci), ("sd", spread.sd_ci)].into_iter().chain(NAMES.into_iter().zip(spread.percentile_cis))
}

/// The spreads: `id,label,unit,mean,sd,p5,p25,p50,p75,p95,mcse_mean,undefined,standing`, then the lower and the upper end of the
/// interval of each: `mean_ci_low,mean_ci_high` and so on.
fn csv(assessment: &Assessment, results: &MonteCarlo) -> String {
    let rows = results.spreads.iter().map(|spread| {
        let metric = &assessment.calculation.metrics[spread.metric];
        let cell = |value: f64| cell(metric.unit.from_base(value));
        let mut row = vec![metric.id.clone(), metric.label.clone(), metric.unit.text().to_owned()];
        row.extend([spread.mean, spread.sd].map(cell));
        row.extend(spread.percentiles.map(cell));
        row.extend([cell(spread.mcse_mean), spread.undefined.to_string()]);
        row.push(standing::over_samples(&assessment.calculation, results, spread.metric).name().to_owned());
        row.extend(intervals(spread).flat_map(|(_, (low, high))| [cell(low), cell(high)]));
        row
    });
    let mut header = vec!["id", "label", "unit", "mean", "sd"];
    header.extend(NAMES);
    header.extend(["mcse_mean", "undefined", "standing"]);
    let ends: Vec<String> = ["mean", "sd"].into_iter().chain(NAMES).flat_map(ends_of).collect();
    header.extend(ends.iter().map(String::as_str));
    super::csv::write(&header, rows)
}

/// Names of the two ends of a figure's interval.
pub(super) fn ends_of(name: &str) -> [String; 2] {
    ["low", "high"].map(|end| format!("{name}_ci_{end}"))
}

/// The first line of every sample's CSV: the sampled inputs and the metrics.
#[must_use]
pub fn samples_header(assessment: &Assessment) -> String {
    let inputs =
        assessment.calculation.uncertain().into_iter().map(|input| assessment.calculation.inputs[input].id.as_str());
    let header: Vec<&str> =
        inputs.chain(assessment.calculation.metrics.iter().map(|metric| metric.id.as_str())).collect();
    super::csv::write(&header, std::iter::empty())
}

/// Some samples as lines of CSV: a column for each sampled input and each metric, in their own units.
#[must_use]
pub fn samples(assessment: &Assessment, chunk: &Chunk) -> String {
    let inputs = assessment.calculation.uncertain();
    let units = inputs.iter().map(|input| &assessment.calculation.inputs[*input].unit);
    let units: Vec<_> = units.chain(assessment.calculation.metrics.iter().map(|metric| &metric.unit)).collect();
    let columns: Vec<&Vec<f64>> = chunk.inputs.iter().chain(&chunk.values).collect();
    let mut text = String::new();
    for sample in 0..columns.first().map_or(0, |column| column.len()) {
        for (position, (column, unit)) in columns.iter().zip(&units).enumerate() {
            if position > 0 {
                text.push(',');
            }
            text.push_str(&cell(unit.from_base(column[sample])));
        }
        text.push('\n');
    }
    text
}

/// Why nothing was drawn, for a report.
pub(super) fn why_not_drawn(words: Words, reason: NotDrawn) -> String {
    match reason {
        NotDrawn::NothingUncertain => words.text("not-drawn-nothing-uncertain"),
        NotDrawn::TooMany => words.text("not-drawn-too-many"),
        NotDrawn::Sampler(SamplerError::NoSamples) => words.text("not-drawn-none"),
        NotDrawn::Sampler(SamplerError::TooManySamples) => words.say("not-drawn-most", args![most = MOST_SAMPLES]),
        NotDrawn::Sampler(SamplerError::TooManyDimensions) => {
            words.say("not-drawn-dimensions", args![most = MOST_DIMENSIONS])
        }
    }
}

/// Why a study has no results, and what to do, for a complaint.
#[must_use]
pub fn no_results(assessment: &Assessment, fault: &study::Fault) -> (String, String) {
    match fault {
        study::Fault::NotDrawn(reason) => not_drawn(*reason),
        study::Fault::Split(split) => {
            let id = |input: usize| &assessment.calculation.inputs[input].id;
            let (inside, outside) = (id(split.inside), id(split.outside));
            (
                format!("the group `{}` parts correlated inputs: `{inside}` is in it, `{outside}` is not", split.group),
                "put both into the group, or neither: only together have they a share of the variance".to_owned(),
            )
        }
        study::Fault::Stopped => ("the study was told to stop".to_owned(), "run it again".to_owned()),
    }
}

/// Why nothing was drawn, and what to do, for a complaint.
#[must_use]
pub fn not_drawn(reason: NotDrawn) -> (String, String) {
    match reason {
        NotDrawn::NothingUncertain => (
            "no input of the scenario has a range".to_owned(),
            "give an input `low`, `mode` and `high`, or `p5` and `p95`; --set fixes the input it sets".to_owned(),
        ),
        NotDrawn::TooMany => (
            "these are more samples than can be drawn".to_owned(),
            "lower --samples: 65,536 give three digits".to_owned(),
        ),
        NotDrawn::Sampler(error) => (error.to_string(), "choose another --sampler or number of --samples".to_owned()),
    }
}

/// An undefined value is an empty cell.
fn cell(value: f64) -> String {
    if value.is_finite() { plain(value) } else { String::new() }
}
