//! Bars beside each other that follow the sliders: ratios beside their yardsticks, supply beside the proposed force, and
//! how often conditions hold.

use super::live::{self, Number};
use super::page::Page;
use crate::args;
use crate::model::{Assessment, InputId, MetricId};
use crate::quantity::number::SHOWN_DIGITS;
use crate::report::share;
use serde::Serialize;

/// Bars of one unit beside each other.
#[derive(Serialize)]
pub(super) struct Panel<'a> {
    label: String,
    unit: String,
    rows: Vec<Row<'a>>,
}

/// What a bar is as long as, as the script finds it: a metric's position, or an input's in a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub(super) enum Length {
    Metric(MetricId),
    Input([InputId; 1]),
}

#[derive(Serialize)]
struct Row<'a> {
    label: &'a str,
    yardstick: bool,
    number: Number,
    width: f64,
}

/// A bar with whether it is a yardstick of the others.
type Bar = (Length, bool);

/// What the bars of each panel are as long as: those of the charts that are asked for, then supply.
pub(super) fn lengths(assessment: &Assessment) -> Vec<Vec<Length>> {
    let bars = bars(assessment).into_iter();
    bars.map(|(_, _, bars)| bars.into_iter().map(|(length, _)| length).collect()).collect()
}

/// The panels: each with its heading, unit and bars.
fn bars(assessment: &Assessment) -> Vec<(String, String, Vec<Bar>)> {
    let (words, metrics) = (assessment.words, &assessment.calculation.metrics);
    let panels = assessment.requests.charts.iter().flat_map(|chart| &chart.panels);
    let panels = panels.map(|panel| {
        let shown = panel.show.iter().map(|metric| (Length::Metric(*metric), false));
        let yardsticks = panel.yardstick.iter().map(|metric| (Length::Metric(*metric), true));
        let first = panel.show.iter().chain(&panel.yardstick).next();
        let unit = first.map_or_else(String::new, |metric| words.unit(&metrics[*metric].unit));
        (panel.label.clone(), unit, shown.chain(yardsticks).collect())
    });
    let supply = assessment.roles.supply.as_ref().ok().map(|supply| {
        let own = [supply.sustainable, supply.available].map(|metric| (Length::Metric(metric), false));
        let force = supply.force.map(|force| (Length::Input([force]), true));
        let unit = words.unit(&metrics[supply.sustainable].unit);
        (words.text("page-supply"), unit, own.into_iter().chain(force).collect())
    });
    panels.chain(supply).collect()
}

/// All panels with their bars as they are in the central case.
pub(super) fn panels(assessment: &Assessment) -> Vec<Panel<'_>> {
    let calculation = &assessment.calculation;
    let value = |length: Length| match length {
        Length::Metric(metric) => calculation.metrics[metric].value,
        Length::Input([input]) => calculation.inputs[input].value,
    };
    let panel = |(label, unit, bars): (String, String, Vec<Bar>)| {
        let values = bars.iter().map(|(length, _)| value(*length)).filter(|value| value.is_finite());
        let most = values.fold(0.0, f64::max);
        let row = |(length, yardstick): &Bar| {
            let share = if most > 0.0 && value(*length) > 0.0 { 100.0 * value(*length) / most } else { 0.0 };
            let (label, number) = match *length {
                Length::Metric(metric) => {
                    let found = &calculation.metrics[metric];
                    (found.label.as_str(), live::metric(assessment.words, found, metric, SHOWN_DIGITS))
                }
                Length::Input([input]) => {
                    let found = &calculation.inputs[input];
                    (found.label.as_str(), live::input(assessment.words, found, input, SHOWN_DIGITS))
                }
            };
            Row { label, yardstick: *yardstick, number, width: hundredths(share) }
        };
        let rows = bars.iter().map(row).collect();
        Panel { label, unit, rows }
    };
    bars(assessment).into_iter().map(panel).collect()
}

/// How often a condition holds.
#[derive(Serialize)]
pub(super) struct Sure<'a> {
    label: &'a str,
    share: String,
    width: f64,
}

/// How often each condition holds in samples; none where nothing was drawn.
pub(super) fn sure<'a>(page: &Page<'a>) -> Vec<Sure<'a>> {
    let assessment = page.assessment;
    let samples = page.results.samples.iter().flat_map(|samples| &samples.conditions);
    let sure = samples.filter_map(|found| {
        let condition = assessment.requests.conditions.get(found.condition)?;
        let share = share::of_samples(assessment.words, &found.estimate());
        Some(Sure { label: &condition.label, share, width: hundredths(100.0 * found.share) })
    });
    sure.collect()
}

/// The heading of the methods that are not meant for the purpose, where there are others that are.
pub(super) fn others(assessment: &Assessment, methods: &[live::Method<'_>]) -> Option<String> {
    let is_other = |method: &live::Method<'_>| method.applies == Some(false);
    let both = methods.iter().any(is_other) && !methods.iter().all(is_other);
    let purpose = assessment.purpose.filter(|_| both)?;
    let words = assessment.words;
    Some(words.format("sizing-group-other", args![purpose = words.choice("purpose", purpose.word())]))
}

fn hundredths(share: f64) -> f64 {
    libm::round(share * 100.0) / 100.0
}
