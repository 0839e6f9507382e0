//! What every chart of a report has: its look, the words around it, and its picture.

mod cited;
mod look;

pub(super) use cited::Cited;
pub(super) use look::{of, style};

use crate::args;
use crate::chart::{self, Chart, Heading, PointSlots, Scale, Slot, Style};
use crate::model::{Assessment, Axis, Input, MetricId};
use crate::report::slot;

/// A chart, drawn.
pub struct RenderedChart {
    /// The name of its files.
    pub id: String,
    /// What it shows.
    pub title: String,
    /// What is drawn, where nothing is claimed.
    pub about: String,
    /// The chart as data, for whoever paints it otherwise.
    pub chart: Chart,
    /// How it is painted.
    pub style: Style,
    /// The chart.
    pub svg: String,
}

impl RenderedChart {
    /// Draws a chart.
    #[must_use]
    pub fn new(id: String, title: String, chart: impl Into<Chart>, style: &Style) -> Self {
        let chart = chart.into();
        let svg = chart.svg(style);
        Self { id, about: title.clone(), title, chart, style: style.clone(), svg }
    }

    /// With words for what is drawn that hold whatever was found.
    #[must_use]
    pub(super) fn about(self, about: String) -> Self {
        Self { about, ..self }
    }
}

/// The words around a chart; the footer names the scenario and the sources of what is shown.
pub(super) fn heading(
    assessment: &Assessment,
    id: &str,
    title: &str,
    subtitle: String,
    metrics: &[MetricId],
) -> Heading {
    let cited = Cited::of_metrics(metrics.iter().map(|metric| (assessment, *metric)));
    Heading {
        id: id.to_owned(),
        title: title.to_owned(),
        subtitle,
        footer: footer(assessment, cited),
        description: String::new(),
    }
}

/// The footer: the scenario, and the sources of what is shown.
pub(super) fn footer(assessment: &Assessment, cited: Cited) -> String {
    let words = assessment.words;
    let set = assessment.calculation.inputs.iter().any(|input| input.provenance.set.is_some());
    let around = args![scenario = &assessment.short, sources = cited.text(words)];
    words.format(if set { "chart-footer-set" } else { "chart-footer" }, around)
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
