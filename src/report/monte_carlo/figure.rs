//! Charts of samples: histograms, and the share beyond a threshold.

use crate::analysis::monte_carlo::{MonteCarlo, Sufficiency};
use crate::analysis::standing::{self, Standing};
use crate::args;
use crate::chart::{Axis, Curve, Exceedance, Histogram, HistogramData, HistogramPanel, HistogramSlots, Mark, Scale};
use crate::model::own_name::{CONDITION, SPREAD};
use crate::model::{Assessment, InputId, MetricId};
use crate::report::figure::{RenderedChart, heading, style};
use crate::report::share;
use crate::report::slot;
use crate::report::wording::ends_apart;
use crate::uncertainty::confidence::Share;

/// Distributions that one chart holds at most.
pub(super) const MOST_PANELS: usize = 5;

/// Points of an exceedance curve.
pub(super) const CURVE_POINTS: usize = 200;

/// The distributions of the headline metrics that move, and for each condition how often the metric is exceeded.
#[must_use]
pub(crate) fn spread(assessment: &Assessment, results: &MonteCarlo) -> Vec<RenderedChart> {
    let varies =
        |metric: MetricId| standing::over_samples(&assessment.calculation, results, metric) == Standing::Varies;
    let moving = results.spreads.keys().filter(|metric| varies(*metric));
    let headline: Vec<MetricId> = moving
        .filter(|metric| {
            assessment.calculation.metrics[*metric].headline || assessment.calculation.metrics[*metric].own
        })
        .collect();
    // Metrics that move with the same inputs mostly have one shape: of those the first is enough.
    let movers = |metric: MetricId| -> Vec<InputId> {
        assessment.calculation.inputs_of(metric).into_iter().filter(|input| results.uncertain.contains(input)).collect()
    };
    let mut shown: Vec<MetricId> = Vec::new();
    for metric in headline {
        if !shown.iter().any(|other| movers(*other) == movers(metric)) {
            shown.push(metric);
        }
    }
    shown.truncate(MOST_PANELS);
    let distributions = (!shown.is_empty()).then(|| histogram(assessment, results, &shown));
    let conditions =
        assessment.requests.conditions.iter().enumerate().filter(|(_, condition)| varies(condition.metric));
    let conditions =
        conditions.map(|(condition, _)| condition).map(|condition| exceedance(assessment, results, condition));
    distributions.into_iter().chain(conditions).collect()
}

pub(super) fn case(assessment: &Assessment, results: &MonteCarlo) -> String {
    let (samples, inputs) = (results.settings.samples, results.uncertain.len());
    assessment.words.format("spread-case", args![title = &assessment.title, samples = samples, inputs = inputs])
}

pub(super) fn histogram(assessment: &Assessment, results: &MonteCarlo, metrics: &[MetricId]) -> RenderedChart {
    let panels = metrics.iter().map(|position| {
        let (metric, spread) = (&assessment.calculation.metrics[*position], &results.spreads[*position]);
        let text = |value: f64| metric.unit.from_base(value);
        let [p5, _, p50, _, p95] = spread.percentiles.map(text);
        let shown: Vec<f64> = results.column(*position).iter().map(|value| text(*value)).collect();
        HistogramPanel {
            label: metric.label.clone(),
            unit: assessment.words.unit(&metric.unit),
            scale: None,
            data: HistogramData::counted(&shown, None),
            percentiles: Some((p5, p50, p95)),
            central: Some(metric.shown_value()),
            mean: None,
            undefined: spread.undefined,
            marks: Vec::new(),
            slots: HistogramSlots {
                samples: Some(slot::part(&metric.id, "samples")),
                percentiles: slot::percentiles(&metric.id),
                central: Some(slot::central(&metric.id)),
                mean: None,
            },
        }
    });
    let panels: Vec<HistogramPanel> = panels.collect();
    let words = assessment.words;
    let title = widest(assessment, results, metrics).unwrap_or_else(|| words.text("spread-title"));
    let mut heading = heading(assessment, SPREAD.stem, &title, case(assessment, results), metrics);
    let spoken = metrics.iter().map(|position| {
        let (metric, spread) = (&assessment.calculation.metrics[*position], &results.spreads[*position]);
        let text = |value: f64| assessment.words.shown(metric.unit.from_base(value));
        let [p5, _, p50, _, p95] = spread.percentiles.map(text);
        let unit = words.unit(&metric.unit);
        words.format("spread-spoken", args![metric = &metric.label, low = p5, high = p95, median = p50, unit = unit])
    });
    heading.description = spoken.collect::<Vec<_>>().join("; ");
    RenderedChart::new(SPREAD.name(), title, Histogram { heading, panels }, &style(assessment, None))
}

/// The 90 % of samples of the metric that spreads most for what it is; nothing where none has two ends.
fn widest(assessment: &Assessment, results: &MonteCarlo, metrics: &[MetricId]) -> Option<String> {
    let ends = |metric: &MetricId| {
        let [low, _, _, _, high] = results.spreads[*metric].percentiles;
        (low.is_finite() && high.is_finite()).then_some((*metric, low, high))
    };
    let factor = |low: f64, high: f64| if low > 0.0 { high / low } else { 0.0 };
    let found = metrics.iter().filter_map(ends);
    let (metric, low, high) = found.reduce(|a, b| if factor(b.1, b.2) > factor(a.1, a.2) { b } else { a })?;
    let (words, metric) = (assessment.words, &assessment.calculation.metrics[metric]);
    let (low, high) = ends_apart(words, &metric.unit, low, high);
    Some(words.format("finding-spread", args![metric = &metric.label, low = low, high = high]))
}

pub(super) fn exceedance(assessment: &Assessment, results: &MonteCarlo, position: usize) -> RenderedChart {
    let condition = &assessment.requests.conditions[position];
    let metric = &assessment.calculation.metrics[condition.metric];
    let found = results.conditions.get(position).map_or(Share::known(f64::NAN), Sufficiency::estimate);
    let share = found.share;
    let column = results.column(condition.metric);
    let mut values: Vec<f64> = column.iter().copied().filter(|value| value.is_finite()).collect();
    values.sort_unstable_by(f64::total_cmp);
    #[expect(clippy::cast_precision_loss, reason = "at most 2^26 samples")]
    let mut points: Vec<(f64, f64)> = (0..=CURVE_POINTS)
        .filter_map(|point| {
            let at = point * values.len().saturating_sub(1) / CURVE_POINTS;
            Some((metric.unit.from_base(*values.get(at)?), 1.0 - at as f64 / values.len() as f64))
        })
        .collect();
    let threshold = metric.unit.from_base(condition.threshold);
    // The share at the threshold is the one the tables give, not one read off between two points.
    if share.is_finite() && values.first().is_some_and(|first| *first < condition.threshold) {
        points.push((threshold, if condition.comparison.is_at_least() { share } else { 1.0 - share }));
    }
    let id = CONDITION.numbered(position, assessment.requests.conditions.len());
    let words = assessment.words;
    let about = args![case = case(assessment, results), metric = words.inside(&metric.label)];
    let subtitle = words.format("exceedance-case", about);
    let title = if share.is_finite() {
        let about = args![condition = &condition.label, share = share::inside(words, &found)];
        words.format("finding-condition", about)
    } else {
        condition.label.clone()
    };
    let mut heading = heading(assessment, &id, &title, subtitle, &[condition.metric]);
    heading.description =
        words.format("condition-holds", args![condition = &condition.text, share = share::inside(words, &found)]);
    let chart = Exceedance {
        heading,
        x: Axis { label: metric.label.clone(), unit: assessment.words.unit(&metric.unit), scale: Scale::Linear },
        curves: vec![Curve { label: metric.label.clone(), points, slot: Some(slot::part(&metric.id, "samples")) }],
        share: found.share.is_finite().then(|| {
            let at_threshold = if condition.comparison.is_at_least() { found } else { found.of_others() };
            share::inside(words, &at_threshold)
        }),
        share_slot: Some(slot::part(&id, "share")),
        thresholds: vec![Mark {
            label: words.format("threshold", args![value = words.significant(threshold, 6)]),
            value: threshold,
            slot: Some(slot::part(&id, "threshold")),
        }],
        central: Some(Mark {
            label: assessment.words.format("central-case", args![value = assessment.words.shown(metric.shown_value())]),
            value: metric.shown_value(),
            slot: Some(slot::central(&metric.id)),
        }),
    };
    RenderedChart::new(id, title, chart, &style(assessment, None))
}
