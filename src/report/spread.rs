//! Monte Carlo results as a table, JSON and CSV. What is here stays: later versions only add keys and columns.

use super::bar::Bar;
use super::influence::listed;
use super::part::Part;
use super::table::Table;
use crate::analysis::monte_carlo::{Chunk, MonteCarlo, NotDrawn, Settings, Spread};
use crate::args;
use crate::language::Words;
use crate::model::Assessment;
use crate::model::own_name::MONTE_CARLO;
use crate::quantity::number::plain;
use crate::uncertainty::sampler::{Kind, MOST_SAMPLES, SamplerError};
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
fn moves(spread: &Spread) -> bool {
    spread.sd > 0.0 || spread.undefined > 0
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
    for spread in results.spreads.iter().filter(|spread| moves(spread)) {
        let metric = &assessment.metrics[spread.metric];
        if only_headline && !metric.headline && !metric.own {
            continue;
        }
        let text = |value: f64| assessment.words.shown(metric.unit.from_base(value));
        let [p5, _, p50, _, p95] = spread.percentiles.map(text);
        table.bars.push(Bar::new(spread.percentiles[0], metric.value, spread.percentiles[4]));
        table.push([
            metric.label.clone(),
            text(metric.value),
            text(spread.mean),
            p5,
            p50,
            p95,
            assessment.words.unit(&metric.unit),
        ]);
    }
    table
}

/// Inputs that a sentence names; of more it says how many there are.
const MOST_NAMED: usize = 8;

/// Sentences: how many samples, which metrics have no spread, where some are undefined, how often conditions hold.
#[must_use]
pub fn sentences(assessment: &Assessment, results: &MonteCarlo) -> Vec<String> {
    let words = assessment.words;
    let Settings { kind, seed, .. } = results.settings;
    let (drawn, how) = (samples_text(words, results.settings.samples), sampler(words, kind));
    let of = |model: bool| -> Vec<&String> {
        let inputs = results.uncertain.iter().map(|input| &assessment.inputs[*input]);
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
    let still: Vec<&String> = results
        .spreads
        .iter()
        .filter(|spread| !moves(spread))
        .map(|spread| &assessment.metrics[spread.metric])
        .filter(|metric| metric.member.is_none())
        .map(|metric| &metric.label)
        .collect();
    if !still.is_empty() {
        lines.push(words.say("no-range-reaches", args![metrics = listed(words, still)]));
    }
    for spread in results.spreads.iter().filter(|spread| spread.undefined > 0) {
        let metric = &assessment.metrics[spread.metric];
        let about = args![metric = &metric.label, count = spread.undefined, text = spread.undefined.to_string()];
        lines.push(words.say("spread-undefined", about));
    }
    let outside: Vec<&String> = results
        .spreads
        .iter()
        .filter(|spread| moves(spread))
        .map(|spread| (spread, &assessment.metrics[spread.metric]))
        .filter(|(spread, metric)| {
            metric.headline && !(spread.percentiles[0]..=spread.percentiles[4]).contains(&metric.value)
        })
        .map(|(_, metric)| &metric.label)
        .collect();
    if !outside.is_empty() {
        lines.push(words.say("spread-outside", args![metrics = listed(words, outside)]));
    }
    for found in &results.conditions {
        let condition = &assessment.conditions[found.condition];
        let share = share_in(words, found.share);
        // An error below a tenth of a per cent does not touch the digits shown.
        lines.push(if found.mcse >= 1e-3 {
            let error = words.shown(100.0 * found.mcse);
            words.say("spread-holds-error", args![condition = &condition.label, share = share, error = error])
        } else {
            words.say("spread-holds", args![condition = &condition.label, share = share])
        });
    }
    lines
}

/// A share of samples in per cent; one that is not quite all or none does not round to it.
#[must_use]
pub fn share_in(words: Words, share: f64) -> String {
    if share > 0.9995 && share < 1.0 {
        words.text("share-nearly-all")
    } else if share > 0.0 && share < 0.0005 {
        words.text("share-nearly-none")
    } else {
        format!("{} %", words.shown(100.0 * share))
    }
}

/// The same in English.
#[must_use]
pub fn share(share: f64) -> String {
    share_in(Words::default(), share)
}

/// How samples were drawn.
pub(super) fn sampler(words: Words, kind: Kind) -> String {
    words.say(&format!("sampler-{}", kind.name()), &[])
}

/// A number of samples, with grouped thousands.
#[expect(clippy::cast_precision_loss, reason = "at most 2^26 samples")]
pub(super) fn samples_text(words: Words, samples: u64) -> String {
    words.grouped(samples as f64, 0)
}

/// `{"samples", "seed", "sampler", "inputs", "metrics": {id: {"unit", "mean", "sd", "p5", …, "mcse_mean"}}, "conditions"}`.
#[must_use]
pub fn json(assessment: &Assessment, results: &MonteCarlo) -> Value {
    let finite = |value: f64| value.is_finite().then_some(value);
    let crowded = super::members::crowded(assessment);
    let apart = |spread: &&Spread| !super::members::is_in(assessment.metrics[spread.metric].member.as_ref(), &crowded);
    let metrics: Map<String, Value> = results
        .spreads
        .iter()
        .filter(apart)
        .map(|spread| {
            let metric = &assessment.metrics[spread.metric];
            let text = |value: f64| finite(metric.unit.from_base(value));
            let mut row = json!({ "unit": metric.unit.text(), "mean": text(spread.mean), "sd": text(spread.sd) });
            for (name, value) in NAMES.iter().zip(spread.percentiles) {
                row[*name] = json!(text(value));
            }
            row["mcse_mean"] = json!(text(spread.mcse_mean));
            row["mean_ci"] = json!([text(spread.mean_ci.0), text(spread.mean_ci.1)]);
            row["undefined"] = json!(spread.undefined);
            (metric.id.clone(), row)
        })
        .collect();
    let conditions: Vec<Value> = results
        .conditions
        .iter()
        .map(|found| {
            let condition = &assessment.conditions[found.condition];
            let metric = &assessment.metrics[condition.metric];
            json!({ "that": condition.text, "label": condition.label, "metric": metric.id,
                "at_least": condition.at_least, "threshold": metric.unit.from_base(condition.threshold),
                "share": finite(found.share), "mcse": finite(found.mcse) })
        })
        .collect();
    let inputs: Vec<&str> = results.uncertain.iter().map(|input| assessment.inputs[*input].id.as_str()).collect();
    json!({ "scenario": assessment.name, "samples": results.settings.samples, "seed": results.settings.seed,
        "sampler": results.settings.kind.name(), "inputs": inputs, "metrics": metrics, "conditions": conditions })
}

/// The spreads: `id,label,unit,mean,sd,p5,p25,p50,p75,p95,mcse_mean,undefined`.
fn csv(assessment: &Assessment, results: &MonteCarlo) -> String {
    let rows = results.spreads.iter().map(|spread| {
        let metric = &assessment.metrics[spread.metric];
        let cell = |value: f64| cell(metric.unit.from_base(value));
        let mut row = vec![metric.id.clone(), metric.label.clone(), metric.unit.text().to_owned()];
        row.extend([spread.mean, spread.sd].map(cell));
        row.extend(spread.percentiles.map(cell));
        row.extend([cell(spread.mcse_mean), spread.undefined.to_string()]);
        row
    });
    let mut header = vec!["id", "label", "unit", "mean", "sd"];
    header.extend(NAMES);
    header.extend(["mcse_mean", "undefined"]);
    super::csv::write(&header, rows)
}

/// The first line of every sample's CSV: the sampled inputs and the metrics.
#[must_use]
pub fn samples_header(assessment: &Assessment) -> String {
    let inputs = assessment.uncertain().into_iter().map(|input| assessment.inputs[input].id.as_str());
    let header: Vec<&str> = inputs.chain(assessment.metrics.iter().map(|metric| metric.id.as_str())).collect();
    super::csv::write(&header, std::iter::empty())
}

/// Some samples as lines of CSV: a column for each sampled input and each metric, in their own units.
#[must_use]
pub fn samples(assessment: &Assessment, chunk: &Chunk) -> String {
    let inputs = assessment.uncertain();
    let units = inputs.iter().map(|input| &assessment.inputs[*input].unit);
    let units: Vec<_> = units.chain(assessment.metrics.iter().map(|metric| &metric.unit)).collect();
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
