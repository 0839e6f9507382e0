//! What a coalition can sustain, as a section of a report.

mod figure;
mod rows;
mod tables;
mod text;

pub use rows::contributors_csv;

use crate::analysis::monte_carlo::MonteCarlo;
use crate::analysis::sizing::Sizing;
use crate::analysis::supply::Verdict;
use crate::model::own_name::SUPPLY;
use crate::model::{Assessment, Supply};
use crate::report::figure::RenderedChart;
use crate::report::section::Section;
use rows::json;
use tables::{fair_shares, members, methods, others, readings, sums};

/// The chart of contributors with those outside the coalition too.
#[must_use]
pub fn all_contributors(assessment: &Assessment, supply: &Supply, verdict: &Verdict) -> Option<RenderedChart> {
    figure::contributors(assessment, supply, verdict, true)
}

/// The section of a report that says what can be sustained.
#[must_use]
pub fn section(
    assessment: &Assessment,
    supply: &Supply,
    (sizing, verdict): (&Sizing, &Verdict),
    samples: Option<&MonteCarlo>,
) -> Section {
    let mut tables = vec![sums(assessment, supply), members(assessment, supply, verdict)];
    tables.extend(readings(assessment, supply));
    tables.extend(fair_shares(assessment, supply, verdict));
    tables.extend((!verdict.others.is_empty()).then(|| others(assessment, supply, verdict)));
    tables.extend((!verdict.methods.is_empty()).then(|| methods(assessment, sizing, verdict)));
    Section {
        tables,
        sentences: text::sentences(assessment, supply, verdict, samples),
        files: vec![(SUPPLY.csv(), contributors_csv(assessment, supply, verdict))],
        figures: figure::supply(assessment, supply, (sizing, verdict), samples),
        ..Section::new(
            "supply",
            &assessment.words.text("supply-title"),
            json(assessment, supply, (sizing, verdict), samples),
        )
    }
}
