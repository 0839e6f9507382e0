//! Charts of samples: how far metrics spread, and the share beyond a threshold.

use crate::analysis::monte_carlo::{MonteCarlo, Sufficiency};
use crate::analysis::standing::{self, Standing};
use crate::args;
use crate::chart::{Axis, Curve, Exceedance, Mark, Scale, StripRow, StripSlots, Strips};
use crate::model::own_name::{CONDITION, SPREAD};
use crate::model::{Assessment, MetricId};
use crate::report::figure::{RenderedChart, heading, style};
use crate::report::share;
use crate::report::slot;
use crate::report::wording::{ends_apart, told_apart};
use crate::uncertainty::confidence::Share;

/// Distributions that one chart holds at most.
const MOST_STRIPS: usize = 14;

/// The shares of samples at whose quantiles a strip changes its shade, from the 5th to the 95th percentile.
pub(in crate::report) const QUANTILES: [f64; 13] =
    [0.05, 0.1, 0.15, 0.2, 0.275, 0.4, 0.5, 0.6, 0.725, 0.8, 0.85, 0.9, 0.95];

/// Points of an exceedance curve.
const CURVE_POINTS: usize = 200;

/// The distributions of the headline metrics that move, and for each condition how often the metric is exceeded.
#[must_use]
pub(crate) fn spread(assessment: &Assessment, results: &MonteCarlo) -> Vec<RenderedChart> {
    let metrics = &assessment.calculation.metrics;
    let varies =
        |metric: MetricId| standing::over_samples(&assessment.calculation, results, metric) == Standing::Varies;
    let headline = |metric: &MetricId| metrics[*metric].headline || metrics[*metric].own;
    let mut shown: Vec<MetricId> =
        results.spreads.keys().filter(|metric| headline(metric) && varies(*metric)).collect();
    shown.sort_by(|a, b| relative_width(results, *b).total_cmp(&relative_width(results, *a)));
    shown.truncate(MOST_STRIPS);
    let distributions = (!shown.is_empty()).then(|| strips(assessment, results, &shown));
    let conditions =
        assessment.requests.conditions.iter().enumerate().filter(|(_, condition)| varies(condition.metric));
    let conditions =
        conditions.map(|(condition, _)| condition).map(|condition| exceedance(assessment, results, condition));
    distributions.into_iter().chain(conditions).collect()
}

/// The 95th percentile as a multiple of the 5th; 0 where the range reaches zero, which has no relative width.
fn relative_width(results: &MonteCarlo, metric: MetricId) -> f64 {
    let [low, _, _, _, high] = results.spreads[metric].percentiles;
    if low > 0.0 && high.is_finite() { high / low } else { 0.0 }
}

fn case(assessment: &Assessment, results: &MonteCarlo) -> String {
    let (samples, inputs) = (results.settings.samples, results.uncertain.len());
    assessment.words.format("spread-case", args![title = &assessment.title, samples = samples, inputs = inputs])
}

fn strips(assessment: &Assessment, results: &MonteCarlo, metrics: &[MetricId]) -> RenderedChart {
    let words = assessment.words;
    let rows: Vec<StripRow> = metrics.iter().map(|metric| strip(assessment, results, *metric)).collect();
    let title = metrics
        .first()
        .and_then(|metric| widest(assessment, results, *metric))
        .unwrap_or_else(|| words.text("spread-title"));
    let mut heading = heading(assessment, SPREAD.stem, &title, case(assessment, results), metrics);
    let spoken = rows.iter().map(|row| {
        let [low, median, high] = &row.texts;
        words.format(
            "spread-spoken",
            args![metric = &row.label, low = low, high = high, median = median, unit = &row.unit],
        )
    });
    heading.description = spoken.collect::<Vec<_>>().join("; ");
    let drawn = RenderedChart::new(SPREAD.name(), title, Strips { heading, rows }, &style(assessment, None));
    drawn.about(assessment.words.text("spread-title"))
}

fn strip(assessment: &Assessment, results: &MonteCarlo, position: MetricId) -> StripRow {
    let (metric, spread) = (&assessment.calculation.metrics[position], &results.spreads[position]);
    let text = |value: f64| metric.unit.from_base(value);
    let [p5, _, p50, _, p95] = spread.percentiles.map(text);
    let mut values: Vec<f64> = results.column(position).iter().copied().filter(|value| value.is_finite()).collect();
    values.sort_unstable_by(f64::total_cmp);
    // The three that are named are those of the tables; the shades between them come from the samples that were kept.
    let mut quantiles: Vec<f64> =
        QUANTILES.iter().map(|share| text(quantile(&values, *share)).clamp(p5.min(p95), p95.max(p5))).collect();
    let last = quantiles.len() - 1;
    (quantiles[0], quantiles[last / 2], quantiles[last]) = (p5, p50, p95);
    StripRow {
        label: metric.label.clone(),
        unit: assessment.words.unit(&metric.unit),
        quantiles,
        texts: told_apart(assessment.words, [p5, p50, p95]),
        central: Some(metric.shown_value()).filter(|value| value.is_finite()),
        undefined: spread.undefined,
        slots: StripSlots {
            samples: Some(slot::part(&metric.id, "samples")),
            percentiles: slot::percentiles(&metric.id),
            central: Some(slot::central(&metric.id)),
        },
    }
}

/// The value below which some share of sorted values lies, between neighbours in proportion.
fn quantile(sorted: &[f64], share: f64) -> f64 {
    #[expect(clippy::cast_precision_loss, reason = "at most 2^26 samples")]
    let at = share * sorted.len().saturating_sub(1) as f64;
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "within the list")]
    let below = libm::floor(at) as usize;
    let value = |position: usize| sorted.get(position).or(sorted.last()).copied().unwrap_or(f64::NAN);
    let rest = at - libm::floor(at);
    value(below) * (1.0 - rest) + value(below + 1) * rest
}

/// The 90 % of samples of the metric that spreads most for what it is; nothing where it has no two ends.
fn widest(assessment: &Assessment, results: &MonteCarlo, metric: MetricId) -> Option<String> {
    let [low, _, _, _, high] = results.spreads[metric].percentiles;
    if !(low.is_finite() && high.is_finite()) {
        return None;
    }
    let (words, metric) = (assessment.words, &assessment.calculation.metrics[metric]);
    let (low, high) = ends_apart(words, &metric.unit, low, high);
    Some(words.format("finding-spread", args![metric = &metric.label, low = low, high = high]))
}

fn exceedance(assessment: &Assessment, results: &MonteCarlo, position: usize) -> RenderedChart {
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
