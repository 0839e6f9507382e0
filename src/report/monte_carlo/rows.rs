//! The spread of metrics as JSON and CSV, and every sample as CSV. What is here stays: later versions only add keys and
//! columns.

use super::text::is_heavy;
use crate::analysis::monte_carlo::{Chunk, MonteCarlo, Spread};
use crate::analysis::resolution::Unresolved;
use crate::analysis::standing::{self};
use crate::model::Assessment;
use crate::report::csv::cell;
use serde_json::{Map, Value, json};

/// Names of the percentiles, in the order of the spread's.
pub(in crate::report) const NAMES: [&str; 5] = ["p5", "p25", "p50", "p75", "p95"];

/// `{"samples", "seed", "sampler", "inputs", "metrics": {id: {"unit", "mean", "sd", "p5", …, "mcse_mean", "mean_ci",
/// "sd_ci", "p5_ci", …, "standing", "unresolved"}}, "conditions"}`, and where inputs move together `"correlations":
/// [{"between", "rank", "reached"}]`. An end that has no bound is null. Where designs disagree about the standard
/// deviation, `unresolved` says so.
#[must_use]
pub fn json(assessment: &Assessment, results: &MonteCarlo) -> Value {
    let finite = |value: f64| value.is_finite().then_some(value);
    let crowded = crate::report::members::crowded(assessment);
    let apart = |spread: &&Spread| {
        !crate::report::members::is_in(assessment.calculation.metrics[spread.metric].member.as_ref(), &crowded)
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
pub(in crate::report) fn intervals(spread: &Spread) -> impl Iterator<Item = (&'static str, (f64, f64))> {
    [("mean", spread.mean_ci), ("sd", spread.sd_ci)].into_iter().chain(NAMES.into_iter().zip(spread.percentile_cis))
}

/// The spreads: `id,label,unit,mean,sd,p5,p25,p50,p75,p95,mcse_mean,undefined,standing`, then the lower and the upper end of the
/// interval of each: `mean_ci_low,mean_ci_high` and so on.
pub(super) fn csv(assessment: &Assessment, results: &MonteCarlo) -> String {
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
    crate::report::csv::write(&header, rows)
}

/// Names of the two ends of a figure's interval.
pub(in crate::report) fn ends_of(name: &str) -> [String; 2] {
    ["low", "high"].map(|end| format!("{name}_ci_{end}"))
}

/// The first line of every sample's CSV: the sampled inputs and the metrics.
#[must_use]
pub fn samples_header(assessment: &Assessment) -> String {
    let inputs =
        assessment.calculation.uncertain().into_iter().map(|input| assessment.calculation.inputs[input].id.as_str());
    let header: Vec<&str> =
        inputs.chain(assessment.calculation.metrics.iter().map(|metric| metric.id.as_str())).collect();
    crate::report::csv::write(&header, std::iter::empty())
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
