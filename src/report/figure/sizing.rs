//! Charts of sizing: methods side by side, and published estimates over time.

use super::super::chart::{Axis, Dated, Mark, RangeGroup, RangeRow, Ranges, Scale, Timeline};
use super::{Drawn, heading, style};
use crate::analysis::sizing::Sizing;
use crate::model::{Assessment, Estimate};

/// Methods as ranges, grouped by whether they are meant for the purpose; nothing where no method has a number.
#[must_use]
pub fn methods(assessment: &Assessment, sizing: &Sizing) -> Option<Drawn> {
    let group = |applies: Option<bool>, label: String| {
        let rows = sizing.requirements.iter().filter(|requirement| requirement.applies == applies);
        let rows = rows.filter_map(|requirement| {
            let range = requirement.personnel.as_ref().ok()?;
            let label = assessment.methods[requirement.method].label.clone();
            Some(RangeRow { label, low: range.low, central: range.central, high: range.high })
        });
        RangeGroup { label, pale: applies == Some(false), rows: rows.collect() }
    };
    let purpose = assessment.purpose.as_deref().unwrap_or_default();
    let groups = vec![
        group(Some(true), format!("Meant for {purpose}")),
        group(None, "No purpose is stated".to_owned()),
        group(Some(false), format!("Not meant for {purpose}: they answer another question")),
    ];
    let metrics: Vec<usize> = sizing
        .requirements
        .iter()
        .filter(|requirement| requirement.personnel.is_ok())
        .filter_map(|requirement| assessment.methods[requirement.method].metric.as_ref().ok().copied())
        .collect();
    if metrics.is_empty() {
        return None;
    }
    let published: Vec<f64> = here(assessment).map(|estimate| estimate.value).collect();
    let title = "Sizing methods side by side";
    let subtitle =
        format!("{}; central case, and all inputs of a method at the ends of their ranges", assessment.title);
    let mut heading = heading(assessment, "sizing", title, subtitle, &metrics);
    let rows = groups.iter().flat_map(|group| &group.rows);
    let spoken: Vec<String> = rows.map(|row| format!("{}: {:.0}", row.label, row.central)).collect();
    heading.description = format!("Personnel by method, in the central case: {}.", spoken.join("; "));
    let chart = Ranges {
        heading,
        x: Axis { label: "Personnel required".to_owned(), unit: String::new(), scale: Scale::Log },
        groups,
        mark: proposed(assessment),
        strip: (!published.is_empty()).then(|| (format!("Published estimates ({})", published.len()), published)),
    };
    Some(Drawn { id: "sizing".to_owned(), title: title.to_owned(), svg: chart.svg(&style(assessment, None)) })
}

/// Published estimates by their date; nothing where none is dated.
#[must_use]
pub fn estimates(assessment: &Assessment) -> Option<Drawn> {
    let dated = here(assessment).filter_map(|estimate| {
        Some(Dated { label: estimate.who.clone(), year: estimate.year?, value: estimate.value, range: estimate.range })
    });
    let points: Vec<Dated> = dated.collect();
    if points.is_empty() {
        return None;
    }
    let title = "Published estimates over time";
    let undated = here(assessment).count() - points.len();
    let left_out = if undated == 0 { String::new() } else { format!("; {undated} without a date are in the table") };
    let subtitle =
        format!("{}; lines: published ranges; a month or year alone: its middle{left_out}", assessment.title);
    let mut heading = heading(assessment, "estimates", title, subtitle, &[]);
    heading.footer =
        format!("Scenario: {}. Sources: see the table of estimates. Computed with forcesize.", assessment.name);
    let spoken: Vec<String> = points.iter().map(|point| format!("{}: {:.0}", point.label, point.value)).collect();
    heading.description = format!("Published numbers of personnel: {}.", spoken.join("; "));
    let chart = Timeline { heading, label: "Personnel".to_owned(), points, mark: proposed(assessment) };
    Some(Drawn { id: "estimates".to_owned(), title: title.to_owned(), svg: chart.svg(&style(assessment, None)) })
}

/// The estimates for the scenario's own area.
fn here(assessment: &Assessment) -> impl Iterator<Item = &Estimate> {
    assessment.estimates.iter().filter(|estimate| estimate.elsewhere.is_none())
}

fn proposed(assessment: &Assessment) -> Option<Mark> {
    let input = &assessment.inputs[assessment.proposal.force?];
    Some(Mark { label: format!("Proposed: {}", input.value_text()), value: input.value })
}
