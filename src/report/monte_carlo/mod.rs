//! The spread of metrics over samples, as a section of a report.

mod figure;
mod rows;
mod text;

pub(super) use figure::QUANTILES;
pub(super) use rows::{NAMES, ends_of, intervals};
pub use rows::{json, samples, samples_header};
pub use text::sentences;

use crate::analysis::monte_carlo::MonteCarlo;
use crate::model::Assessment;
use crate::model::own_name::MONTE_CARLO;
use crate::report::section::Section;
use rows::csv;
use text::table;

/// The section of a report that says how far the metrics spread.
#[must_use]
pub fn section(assessment: &Assessment, results: &MonteCarlo, only_headline: bool) -> Section {
    Section {
        tables: vec![table(assessment, results, only_headline)],
        sentences: sentences(assessment, results),
        files: vec![(MONTE_CARLO.csv(), csv(assessment, results))],
        figures: figure::spread(assessment, results),
        ..Section::new("monte_carlo", &assessment.words.text("spread-part"), json(assessment, results))
    }
}
