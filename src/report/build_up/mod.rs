//! The build-up of a force, as a section of a report.

mod figure;
mod rows;
mod text;

pub(super) use figure::{APART, mark_words, most_marks, others_of};
pub(crate) use rows::{csv, json};
pub(super) use text::{beside_others, cases, number, proposed};

use crate::analysis::build_up::BuildUp;
use crate::model::Assessment;
use crate::model::own_name::BUILD_UP;
use crate::report::section::Section;
use text::{inputs, sentences, table};

/// The section of a report that holds the build-up.
#[must_use]
pub(crate) fn section(assessment: &Assessment, build_up: &BuildUp) -> Section {
    Section {
        tables: vec![inputs(assessment), table(assessment, build_up)],
        sentences: sentences(assessment, build_up),
        files: vec![(BUILD_UP.csv(), csv(build_up))],
        figures: vec![figure::build_up(assessment, build_up)],
        ..Section::new("build_up", &assessment.words.text("build-up-title"), json(assessment, build_up))
    }
}
