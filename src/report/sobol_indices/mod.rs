//! Sobol' indices as a section of a report.

mod figure;
mod rows;
mod text;

pub(super) use text::mainly;
pub(crate) use text::sentence;

use crate::analysis::sobol_indices::{Indices, SobolIndices};
use crate::analysis::standing::{self, Standing};
use crate::args;
use crate::language::Localizer;
use crate::model::own_name::SOBOL_INDICES;
use crate::model::{Assessment, MetricId};
use crate::report::sampling::samples_text;
use crate::report::section::Section;
use rows::{csv, json};
use serde_json::json;
use text::{correlated, pairs, table};

/// The section's name, and that of its files.
const ID: &str = SOBOL_INDICES.stem;

/// The section of a report that shares out each metric's variance; `metrics` are those that have indices, in their
/// order.
#[must_use]
pub fn section(assessment: &Assessment, results: &SobolIndices, metrics: &[MetricId]) -> Section {
    let words = assessment.words;
    let chosen: Vec<(MetricId, &Indices)> = metrics.iter().copied().zip(&results.metrics).collect();
    let varies = |(metric, indices): &(MetricId, &Indices)| {
        standing::of_indices(&assessment.calculation, results, *metric, indices) == Standing::Varies
    };
    let moved: Vec<(MetricId, &Indices)> = chosen.iter().copied().filter(varies).collect();
    let mut tables = Vec::new();
    for (metric, indices) in &moved {
        let label = &assessment.calculation.metrics[*metric].label;
        tables.push(table(assessment, results, indices).titled(label));
        if results.settings.second_order && !indices.pairs.is_empty() {
            let caption = words.format("variance-pairs", args![metric = label]);
            tables.push(pairs(assessment, results, indices).titled(&caption));
        }
    }
    let count = |number: u64| if words.is_english() { number.to_string() } else { samples_text(words, number) };
    let (base, runs) = (count(results.settings.base_samples), count(results.runs));
    let mut sentences: Vec<String> =
        chosen.iter().map(|(metric, indices)| sentence(assessment, results, *metric, indices)).collect();
    sentences.extend(correlated(assessment, results));
    let about = args![base = base, runs = runs, seed = results.settings.seed.to_string()];
    sentences.push(words.format("variance-runs", about));
    Section {
        tables,
        sentences,
        files: vec![(SOBOL_INDICES.csv(), csv(assessment, results, &chosen))],
        figures: figure::indices(assessment, results, &moved).into_iter().collect(),
        ..Section::new(ID, &words.text("variance-part"), json(assessment, results, &chosen))
    }
}

/// The section where there is nothing to share out.
#[must_use]
pub(crate) fn missing(assessment: &Assessment) -> Section {
    let (words, key) = (assessment.words, "not-drawn-nothing-uncertain");
    let reason = Localizer::default().text(key);
    let json = json!({ "scenario": assessment.name, "method": "sobol", "missing": reason, "metrics": {} });
    let sentence = words.format("variance-missing", args![reason = words.text(key)]);
    Section { sentences: vec![sentence], ..Section::new(ID, &words.text("variance-part"), json) }
}
