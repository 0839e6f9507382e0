//! The spread of metrics over samples, as a section of a report.

mod figure;
mod rows;
mod text;

pub(super) use rows::{NAMES, ends_of, intervals};
pub use rows::{json, samples, samples_header};
pub use text::sentences;

use crate::analysis::monte_carlo::MonteCarlo;
use crate::model::Assessment;
use crate::model::own_name::MONTE_CARLO;
use crate::report::part::Part;
use rows::csv;
use text::table;

/// The part of a report that says how far the metrics spread.
#[must_use]
pub fn part(assessment: &Assessment, results: &MonteCarlo, only_headline: bool) -> Part {
    Part {
        tables: vec![table(assessment, results, only_headline)],
        sentences: sentences(assessment, results),
        files: vec![(MONTE_CARLO.csv(), csv(assessment, results))],
        figures: figure::spread(assessment, results),
        ..Part::new("monte_carlo", &assessment.words.text("spread-part"), json(assessment, results))
    }
}
