//! What every chart of a report has: its look, the words around it, and its picture.

mod look;

pub(super) use look::{of, style};

use crate::args;
use crate::chart::{self, Chart, Heading, PointSlots, Scale, Slot, Style};
use crate::language::Localizer;
use crate::model::{Assessment, Axis, Input, MetricId};
use crate::report::slot;
use crate::scenario::SourceEntry;

/// A chart, drawn.
pub struct RenderedChart {
    /// The name of its files.
    pub id: String,
    /// What it shows.
    pub title: String,
    /// The chart as data, for whoever paints it otherwise.
    pub chart: Chart,
    /// The chart.
    pub svg: String,
}

impl RenderedChart {
    /// Draws a chart.
    #[must_use]
    pub fn new(id: String, title: String, chart: impl Into<Chart>, style: &Style) -> Self {
        let chart = chart.into();
        let svg = chart.svg(style);
        Self { id, title, chart, svg }
    }
}

/// Sources that a footer names.
const MOST_SOURCES: usize = 8;

/// The words around a chart; the footer names the scenario and the sources of what is shown.
pub(super) fn heading(
    assessment: &Assessment,
    id: &str,
    title: &str,
    subtitle: String,
    metrics: &[MetricId],
) -> Heading {
    let words = assessment.words;
    let sources = sources(words, metrics.iter().map(|metric| (assessment, *metric)));
    let set = assessment.calculation.inputs.iter().any(|input| input.provenance.set.is_some());
    let around = args![scenario = &assessment.name, sources = sources];
    Heading {
        id: id.to_owned(),
        title: title.to_owned(),
        subtitle,
        footer: if set { words.format("chart-footer-set", around) } else { words.format("chart-footer", around) },
        description: String::new(),
    }
}

/// The sources of what metrics follow from as a footer names them, in the words that people cite them by; and whether
/// the scenario assumed anything.
pub(super) fn sources<'a>(words: Localizer, metrics: impl IntoIterator<Item = (&'a Assessment, MetricId)>) -> String {
    let mut names: Vec<String> = Vec::new();
    let mut assumed = false;
    for (assessment, metric) in metrics {
        for input in assessment.calculation.inputs_of(metric) {
            let from = &assessment.calculation.inputs[input].provenance;
            assumed |= from.assumed.is_some() && !from.model;
            for key in &from.sources {
                let name = assessment.source(key).map_or_else(|| key.clone(), SourceEntry::short);
                if !names.contains(&name) {
                    names.push(name);
                }
            }
        }
    }
    let more = names.len().saturating_sub(MOST_SOURCES);
    names.truncate(MOST_SOURCES);
    if assumed || names.is_empty() {
        names.push(words.text("sources-none"));
    }
    match (names.join("; "), more) {
        (names, 0) => names,
        (names, more) => words.format("sources-more", args![keys = names, more = more]),
    }
}

pub(super) fn axis_of(assessment: &Assessment, axis: &Axis) -> chart::Axis {
    let input = &assessment.calculation.inputs[axis.input];
    chart::Axis { label: input.label.clone(), unit: assessment.words.unit(&input.unit), scale: scale(axis.log) }
}

pub(super) fn scale(log: bool) -> Scale {
    if log { Scale::Log } else { Scale::Linear }
}

pub(super) fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// The case: the title, and what the axes do not vary.
pub(super) fn case(assessment: &Assessment, axes: &[&Axis]) -> String {
    let names: Vec<String> =
        axes.iter().map(|axis| assessment.words.inside(&assessment.calculation.inputs[axis.input].label)).collect();
    let (title, words) = (&assessment.title, assessment.words);
    match names.as_slice() {
        [one, two, ..] => words.format("case-but-two", args![title = title, input = one, other = two]),
        names => words.format("case-but", args![title = title, input = names.concat()]),
    }
}

/// The slots of the central case in the plane of two inputs.
pub(super) fn central_slots(across: &Input, up: &Input, label: Option<Slot>) -> PointSlots {
    PointSlots { x: Some(slot::central(&across.id)), y: Some(slot::central(&up.id)), label }
}
