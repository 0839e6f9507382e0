//! Which option holds up best in what may come, as a section of a report.

mod figure;
mod records;
mod rows;
mod tables;
mod text;

pub use records::csv;
pub use rows::json;

use crate::analysis::options::OptionStudy;
use crate::model::Assessment;
use crate::model::own_name::OPTIONS;
use crate::report::section::Section;
use records::{regret_csv, turns_csv, worth_csv};

/// The section.
#[must_use]
pub fn section(assessment: &Assessment, found: &OptionStudy) -> Section {
    let mut tables = vec![
        tables::shares(assessment, found),
        tables::regrets(assessment, found),
        tables::turns(assessment, found),
        tables::worths(assessment, found),
    ];
    tables.retain(|table| !table.rows.is_empty());
    let of = |part: &str| format!("{}.csv", OPTIONS.of(part));
    let mut files = vec![(OPTIONS.csv(), csv(assessment, found))];
    if !found.preferences.is_empty() {
        files.push((of("regret"), regret_csv(assessment, found)));
        files.push((of("turns"), turns_csv(assessment, found)));
        files.push((of("worth"), worth_csv(assessment, found)));
    }
    Section {
        tables,
        sentences: text::sentences(assessment, found),
        files,
        figures: figure::all(assessment, found),
        folds: false,
        ..Section::new("options", &assessment.words.text("options-part"), json(assessment, found))
    }
}
