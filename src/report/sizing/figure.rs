//! Charts of sizing: methods beside the proposed force, estimates over time.

use super::mark::Marks;
use crate::analysis::sizing::{Requirement, Sizing};
use crate::args;
use crate::chart::{Axis, Dated, DotStrip, Mark, RangeGroup, RangeRow, RangeSlots, Ranges, Scale, Slot, Timeline};
use crate::language::Localizer;
use crate::model::own_name::{ESTIMATES, SIZING};
use crate::model::{Assessment, Estimate, MetricId};
use crate::report::figure::{Cited, RenderedChart, footer, heading, style};
use crate::report::slot;
use crate::report::wording::{Wording, apart};

/// Methods as ranges, grouped by whether they are meant for the purpose; nothing where no method has a number.
#[must_use]
pub(crate) fn methods(assessment: &Assessment, sizing: &Sizing) -> Option<RenderedChart> {
    let marks = Marks::of(assessment, &sizing.requirements);
    let group = |applies: Option<bool>, label: String| {
        let rows = sizing.requirements.iter().filter(|requirement| requirement.applies == applies);
        let rows = rows.filter_map(|requirement| row(assessment, requirement, &marks));
        RangeGroup { label, pale: applies == Some(false), rows: rows.collect(), named: None }
    };
    let words = assessment.words;
    let purpose = assessment.purpose.map_or_else(String::new, |purpose| words.choice("purpose", purpose.word()));
    let groups = vec![
        group(Some(true), words.format("sizing-group-meant", args![purpose = &purpose])),
        group(None, words.text("sizing-group-no-purpose")),
        group(Some(false), words.format("sizing-group-other", args![purpose = &purpose])),
    ];
    let metrics: Vec<MetricId> = sizing
        .requirements
        .iter()
        .filter(|requirement| requirement.personnel.is_ok())
        .filter_map(|requirement| assessment.roles.methods[requirement.method].metric.as_ref().ok().copied())
        .collect();
    if metrics.is_empty() {
        return None;
    }
    let (published, slots): (Vec<f64>, Vec<Slot>) = here(assessment).map(|one| (one.value, of_estimate(one))).unzip();
    if metrics.len() == 1 && published.is_empty() && assessment.roles.proposal.force.is_none() {
        return None;
    }
    let title = finding(assessment, sizing, &purpose).unwrap_or_else(|| words.text("sizing-title"));
    let subtitle = words.format("sizing-subtitle", args![title = &assessment.title]);
    let mut heading = heading(assessment, SIZING.stem, &title, subtitle, &metrics);
    heading.footer = marks.explained(assessment, &heading.footer);
    let rows = groups.iter().flat_map(|group| &group.rows);
    let spoken: Vec<String> = rows.map(|row| spoken(words, &row.label, row.central)).collect();
    heading.description = words.format("sizing-spoken", args![methods = words.list(&spoken)]);
    let chart = Ranges {
        heading,
        x: Axis { label: words.text("sizing-axis"), unit: String::new(), scale: Scale::Log },
        groups,
        mark: proposed(assessment),
        strip: (!published.is_empty()).then(|| DotStrip {
            label: words.format("sizing-strip", args![count = published.len()]),
            values: published,
            slots,
        }),
    };
    let drawn = RenderedChart::new(SIZING.name(), title, chart, &style(assessment, None));
    Some(drawn.about(words.text("sizing-title")))
}

/// What the methods for the purpose ask for, beside the proposed force; nothing where fewer than two have a number.
fn finding(assessment: &Assessment, sizing: &Sizing, purpose: &str) -> Option<String> {
    let words = assessment.words;
    let meant = || sizing.requirements.iter().filter(|requirement| requirement.applies == Some(true));
    let asked: Vec<f64> = meant().filter_map(|one| Some(one.personnel.as_ref().ok()?.central)).collect();
    if asked.len() < 2 {
        return None;
    }
    let (low, high) = asked.iter().fold((f64::INFINITY, 0.0_f64), |(low, high), one| (low.min(*one), high.max(*one)));
    let (low, high) = apart(words, low, high);
    let about = args![purpose = purpose, low = low, high = high];
    // Beside a method that asks for several forces one of them says nothing.
    let is_alone = !meant().any(|requirement| Marks::marks(assessment, requirement));
    let Some(force) = assessment.roles.proposal.force.filter(|_| is_alone) else {
        return Some(words.format("finding-sizing-range", about));
    };
    let force = words.shown(assessment.calculation.inputs[force].value);
    Some(words.format("finding-sizing-proposed", &[about.as_slice(), args![force = force]].concat()))
}

/// A method's requirement with its ends; nothing where it has no number.
pub(in crate::report) fn row(assessment: &Assessment, requirement: &Requirement, marks: &Marks) -> Option<RangeRow> {
    let found = requirement.personnel.as_ref().ok()?;
    let (low, high) = found.range.unwrap_or((found.central, found.central));
    let method = &assessment.roles.methods[requirement.method];
    Some(RangeRow {
        label: marks.label(assessment, requirement),
        low,
        central: found.central,
        high,
        slots: method
            .metric
            .as_ref()
            .map_or_else(|_| RangeSlots::default(), |metric| slot::ranged(&assessment.calculation.metrics[*metric].id)),
        named: None,
    })
}

/// Published estimates by their date; nothing where none is dated.
#[must_use]
pub(crate) fn estimates(assessment: &Assessment) -> Option<RenderedChart> {
    let dated = here(assessment).filter_map(|estimate| {
        Some(Dated {
            label: estimate.who.clone(),
            year: estimate.year?,
            value: estimate.value,
            range: estimate.range,
            slots: match estimate.range {
                Some(_) => slot::with_ends(of_estimate(estimate), "low", "high"),
                None => RangeSlots::of_value(of_estimate(estimate)),
            },
        })
    });
    let points: Vec<Dated> = dated.collect();
    // One is a sentence, not a chart.
    if points.len() < 2 {
        return None;
    }
    let words = assessment.words;
    let title = estimated(assessment, &points);
    let undated = here(assessment).count() - points.len();
    let subtitle = if undated == 0 {
        words.format("sizing-estimates-subtitle", args![title = &assessment.title])
    } else {
        words.format("sizing-estimates-undated", args![title = &assessment.title, count = undated])
    };
    let mut heading = heading(assessment, ESTIMATES.stem, &title, subtitle, &[]);
    let mut cited = Cited::default();
    here(assessment).for_each(|estimate| cited.add_keys(assessment, &estimate.sources));
    heading.footer = footer(assessment, cited);
    let spoken: Vec<String> = points.iter().map(|point| spoken(words, &point.label, point.value)).collect();
    heading.description = words.format("sizing-estimates-spoken", args![estimates = words.list(&spoken)]);
    let chart = Timeline { heading, label: words.text("sizing-personnel"), points, mark: proposed(assessment) };
    Some(RenderedChart::new(ESTIMATES.name(), title, chart, &style(assessment, None)))
}

/// Between which ends the estimates lie, and how many are below the proposed force.
fn estimated(assessment: &Assessment, points: &[Dated]) -> String {
    let words = assessment.words;
    let values = || points.iter().map(|point| point.value);
    let (low, high) = values().fold((f64::INFINITY, 0.0_f64), |(low, high), one| (low.min(one), high.max(one)));
    let (low, high) = (words.shown(low), words.shown(high));
    let Some(force) = assessment.roles.proposal.force.map(|force| assessment.calculation.inputs[force].value) else {
        return words.format("finding-estimates", args![count = points.len(), low = low, high = high]);
    };
    let below = values().filter(|value| *value < force).count();
    let about = args![count = points.len(), low = low, high = high, below = below, force = words.shown(force)];
    words.format("finding-estimates-below", about)
}

pub(super) fn spoken(words: Localizer, label: &str, value: f64) -> String {
    words.format("sizing-named", args![name = label, value = format!("{value:.0}")])
}

/// What others have published never changes, but whoever points at it may want to know whose it is.
fn of_estimate(estimate: &Estimate) -> Slot {
    slot::part_of(ESTIMATES.stem, "estimate", &estimate.id)
}

/// The estimates for the scenario's own area.
pub(super) fn here(assessment: &Assessment) -> impl Iterator<Item = &Estimate> {
    assessment.roles.estimates.iter().filter(|estimate| estimate.elsewhere.is_none())
}

pub(super) fn proposed(assessment: &Assessment) -> Option<Mark> {
    let input = &assessment.calculation.inputs[assessment.roles.proposal.force?];
    let label = assessment.words.format("sizing-proposed", args![force = input.value_text(assessment.words)]);
    Some(Mark { label, value: input.value, slot: Some(slot::central(&input.id)) })
}
