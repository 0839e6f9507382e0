//! Sizing methods and published estimates, as a section of a report.

mod figure;
mod mark;
mod rows;
mod text;
mod verdict;

pub(super) use figure::row;
pub(super) use mark::Marks;
pub use rows::methods_csv;
pub use text::ends;
pub(super) use text::purpose;
pub(super) use verdict::{brief_span, brief_verdict, counted, neighbours};

use crate::analysis::sizing::Sizing;
use crate::model::Assessment;
use crate::model::own_name::{ESTIMATES, SIZING};
use crate::report::section::Section;
use rows::{estimates_csv, json};
use text::{sentences, tables};

/// The section of a report that holds the methods beside each other.
#[must_use]
pub fn section(assessment: &Assessment, sizing: &Sizing) -> Section {
    let mut files = vec![(SIZING.csv(), methods_csv(assessment, sizing))];
    if !sizing.estimates.is_empty() {
        files.push((ESTIMATES.csv(), estimates_csv(assessment, sizing)));
    }
    let figures = figure::methods(assessment, sizing).into_iter();
    let figures = figures.chain(figure::estimates(assessment)).collect();
    Section {
        tables: tables(assessment, sizing),
        sentences: sentences(assessment, sizing),
        files,
        figures,
        ..Section::new("sizing", &assessment.words.text("sizing-title"), json(assessment, sizing))
    }
}

/// Whether there is anything to hold beside anything.
#[must_use]
pub(crate) fn says_something(sizing: &Sizing) -> bool {
    !sizing.estimates.is_empty() || sizing.requirements.iter().any(|requirement| requirement.personnel.is_ok())
}
