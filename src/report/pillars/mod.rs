//! Metrics with and without each pillar of a plan, as a section of a report.

mod figure;
mod rows;
mod text;

pub use rows::csv;

use crate::analysis::pillars::PillarRow;
use crate::args;
use crate::model::Assessment;
use crate::model::own_name::PILLARS;
use crate::report::section::Section;
use crate::report::table::Table;
use crate::report::wording::Wording;
use rows::json;
use text::{COLUMNS, matrix, ranges, shares};

/// The section.
#[must_use]
pub fn section(assessment: &Assessment, rows: &[PillarRow]) -> Section {
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
                words.format("pillars-change", about)
            });
            let inputs: Vec<String> = inputs.collect();
            let note = pillar.note.as_deref().unwrap_or_default();
            words.format("pillars-without", args![pillar = &pillar.label, changes = inputs.join(", "), note = note])
        })
        .collect();
    sentences.push(words.text("pillars-smaller"));
    if rows.iter().any(|row| row.values.iter().any(|value| value.is_infinite())) {
        sentences.push(words.text("pillars-nothing-left"));
    }
    Section {
        tables,
        sentences,
        files: vec![(PILLARS.csv(), csv(assessment, rows))],
        figures: figure::pillars(assessment, rows),
        ..Section::new("pillars", &words.text("pillars-part"), json(assessment, rows))
    }
}
