//! Costs by basis and casualties, as a section of a report.

mod figure;
mod named;
mod rows;
mod text;

pub(super) use named::metric;
pub use rows::csv;

use crate::analysis::build_up::BuildUp;
use crate::analysis::cumulative::Cumulative;
use crate::analysis::monte_carlo::PercentileRanges;
use crate::model::Assessment;
use crate::model::own_name::COST;
use crate::report::section::Section;
use rows::{json, over_time_csv};
use text::{bases, casualties, counted, sentences};

/// Whether a basis has a number, or a rate of casualties is given.
pub(super) fn says_something(assessment: &Assessment) -> bool {
    let costs = &assessment.roles.costs;
    costs.bases.iter().any(|basis| basis.annual.at.is_some()) || !assessment.roles.casualties.is_empty()
}

/// Costs and casualties.
#[must_use]
pub(crate) fn section(assessment: &Assessment, over_time: Option<&Cumulative>, ranges: &PercentileRanges) -> Section {
    let mut tables = vec![bases(assessment, ranges), counted(assessment), casualties(assessment, ranges)];
    tables.retain(|table| !table.rows.is_empty());
    let known = assessment.roles.costs.bases.iter().any(|basis| basis.annual.at.is_some());
    let figures = figure::cost(assessment, ranges).into_iter();
    let files = known.then(|| (COST.csv(), csv(assessment, ranges))).into_iter();
    Section {
        tables,
        sentences: sentences(assessment, over_time, ranges),
        files: files.chain(over_time.and_then(|found| over_time_csv(assessment, found))).collect(),
        figures: figures.chain(over_time.and_then(|found| figure::cost_over_time(assessment, found))).collect(),
        ..Section::new("cost", &assessment.words.text("cost-title"), json(assessment, over_time, ranges))
    }
}

/// Costs, casualties and the build-up in one section.
#[must_use]
pub fn with_build_up(
    assessment: &Assessment,
    over_time: Option<&Cumulative>,
    build_up: Option<&BuildUp>,
    ranges: &PercentileRanges,
) -> Section {
    let mut whole = section(assessment, over_time, ranges);
    if let Some(found) = build_up {
        let other = crate::report::build_up::section(assessment, found);
        whole.tables.extend(other.tables);
        whole.sentences.extend(other.sentences);
        whole.files.extend(other.files);
        whole.figures.extend(other.figures);
        whole.json[other.id.as_str()] = other.json;
    }
    whole
}
