//! Charts of influence: what moves a metric, one input at a time, and what its spread comes from.

use super::super::variance::{Row, rows, sentence, sorted};
use super::{RenderedChart, heading, slot, style};
use crate::analysis::one_at_a_time::{Effect, OneAtATime};
use crate::analysis::sobol_indices::{Indices, SobolIndices};
use crate::args;
use crate::chart::{
    Axis, IndexBars, IndexPanel, IndexRow, IndexShare, LineChart, LinePanel, Mark, RangeSlots, Scale, Series, Tornado,
    TornadoBar,
};
use crate::model::Assessment;
use crate::model::own_name::{SOBOL_INDICES, SPIDER, TORNADO};
use crate::report::wording::Wording;

/// Lines that one chart holds at most.
const MOST_LINES: usize = 8;

/// An input that moves the metric less than this share of what the first one does has no line.
const HARDLY: f64 = 0.02;

/// Rows that one panel holds at most.
const MOST_ROWS: usize = 10;

/// Metrics that one chart holds at most.
const MOST_PANELS: usize = 6;

/// One metric's swings, one input at a time.
#[must_use]
pub fn tornado(assessment: &Assessment, found: &OneAtATime) -> RenderedChart {
    let metric = &assessment.calculation.metrics[found.metric];
    let bars = found.effects.iter().map(|effect| {
        let input = &assessment.calculation.inputs[effect.input];
        TornadoBar {
            label: input.label.clone(),
            low_value: metric.unit.from_base(effect.low.metric),
            high_value: metric.unit.from_base(effect.high.metric),
            low_text: input.text_of(assessment.words, effect.low.input),
            high_text: input.text_of(assessment.words, effect.high.input),
            slots: RangeSlots::of_ends(
                slot::part_of(&metric.id, "low", &input.id),
                slot::part_of(&metric.id, "high", &input.id),
            ),
            input_slots: RangeSlots::of_ends(slot::part(&input.id, "low"), slot::part(&input.id, "high")),
        }
    });
    let words = assessment.words;
    let id = TORNADO.of(&metric.id);
    let title = words.say("tornado-title", args![metric = words.inside(&metric.label)]);
    let subtitle = words.say("tornado-case", args![title = &assessment.title]);
    let mut heading = heading(assessment, &id, &title, subtitle, &[found.metric]);
    heading.description = super::super::influence::sentence(assessment, found);
    let chart = Tornado {
        heading,
        label: metric.label.clone(),
        unit: assessment.words.unit(&metric.unit),
        central: metric.shown_value(),
        central_text: assessment.words.shown(metric.shown_value()),
        slot: Some(slot::central(&metric.id)),
        bars: bars.collect(),
        not_used: found.not_used.iter().map(|input| assessment.calculation.inputs[*input].label.clone()).collect(),
    };
    RenderedChart::new(id, title, chart, &style(assessment, None))
}

/// One metric against each input on its way through its range; none where no input moves it.
#[must_use]
pub fn spider(assessment: &Assessment, found: &OneAtATime) -> Option<RenderedChart> {
    let metric = &assessment.calculation.metrics[found.metric];
    let reach = |effect: &Effect| {
        let values = effect.points().map(|point| point.metric).filter(|value| value.is_finite());
        let (low, high) = values.fold((f64::INFINITY, f64::NEG_INFINITY), |(a, b), v| (a.min(v), b.max(v)));
        (high - low).max(0.0)
    };
    let mut effects: Vec<&Effect> = found.effects.iter().collect();
    effects.sort_by(|a, b| reach(b).total_cmp(&reach(a)));
    let most = effects.first().map_or(0.0, |effect| reach(effect));
    effects.retain(|effect| reach(effect) > 0.0 && reach(effect) >= HARDLY * most);
    effects.truncate(MOST_LINES);
    let series: Vec<Series> = effects
        .iter()
        .map(|effect| {
            let (low, high) = (effect.low.input, effect.high.input);
            let along = |input: f64| 100.0 * (input - low) / (high - low);
            let points = effect.points().map(|point| (along(point.input), metric.unit.from_base(point.metric)));
            let input = &assessment.calculation.inputs[effect.input];
            let slots = RangeSlots::of_value(slot::part_of(&metric.id, "through", &input.id));
            Series { label: input.label.clone(), points: points.collect(), band: None, slots }
        })
        .collect();
    if series.is_empty() {
        return None;
    }
    let words = assessment.words;
    let id = SPIDER.of(&metric.id);
    let title = words.say("spider-title", args![metric = &metric.label]);
    let subtitle = words.say("spider-case", args![title = &assessment.title]);
    let mut heading = heading(assessment, &id, &title, subtitle, &[found.metric]);
    heading.description = super::super::influence::sentence(assessment, found);
    let marks = if metric.value.is_finite() {
        vec![Mark {
            label: assessment.words.say("central-case", args![value = assessment.words.shown(metric.shown_value())]),
            value: metric.shown_value(),
            slot: Some(slot::central(&metric.id)),
        }]
    } else {
        Vec::new()
    };
    let panel = LinePanel {
        label: metric.label.clone(),
        unit: assessment.words.unit(&metric.unit),
        scale: Scale::Linear,
        series,
        marks,
    };
    let x = Axis { label: words.text("spider-axis"), unit: "%".to_owned(), scale: Scale::Linear };
    let chart = LineChart { heading, x, panels: vec![panel], central: None, vertical_marks: Vec::new(), shares: false };
    Some(RenderedChart::new(id, title, chart, &style(assessment, None)))
}

/// First and total orders of metrics that vary; none where there are none.
#[must_use]
pub fn indices(
    assessment: &Assessment,
    results: &SobolIndices,
    metrics: &[(usize, &Indices)],
) -> Option<RenderedChart> {
    let words = assessment.words;
    // A panel without a single share would have nothing to show.
    let resolved = |(_, indices): &(usize, &Indices)| {
        indices.inputs.iter().chain(&indices.groups).any(|index| index.used && index.unresolved().is_none())
    };
    let shown: Vec<(usize, &Indices)> = metrics.iter().copied().filter(resolved).take(MOST_PANELS).collect();
    if shown.is_empty() {
        return None;
    }
    let labels = |rows: &[Row<'_>]| rows.iter().map(|row| row.label.clone()).collect::<Vec<String>>();
    let panel = |(metric, indices): &(usize, &Indices)| {
        let (found, others): (Vec<_>, Vec<_>) =
            sorted(rows(assessment, results, indices)).into_iter().partition(|row| row.index.unresolved().is_none());
        let rest = labels(&found[found.len().min(MOST_ROWS)..]);
        let of = &assessment.calculation.metrics[*metric].id;
        let share = |row: &Row<'_>, order: &str, share: f64, (low, high): (f64, f64)| IndexShare {
            share: 100.0 * share,
            low: 100.0 * low,
            high: 100.0 * high,
            slots: slot::with_ends(slot::part_of(of, order, &row.id), "ci_low", "ci_high"),
        };
        let row = |row: &Row<'_>| IndexRow {
            label: row.label.clone(),
            first: share(row, "first_order", row.index.first_order, row.index.first_order_ci),
            total: share(row, "total_order", row.index.total_order, row.index.total_order_ci),
        };
        IndexPanel {
            label: assessment.calculation.metrics[*metric].label.clone(),
            rows: found.iter().take(MOST_ROWS).map(row).collect(),
            note: [("indices-less", rest), ("indices-unresolved", labels(&others))]
                .into_iter()
                .filter(|(_, inputs)| !inputs.is_empty())
                .map(|(key, inputs)| words.say(key, args![inputs = inputs.join(", ")]))
                .collect::<Vec<_>>()
                .join(" "),
        }
    };
    let (id, title) = (SOBOL_INDICES.name(), words.text("indices-title"));
    let subtitle = words.say("indices-case", args![title = &assessment.title]);
    let positions: Vec<usize> = shown.iter().map(|(metric, _)| *metric).collect();
    let mut heading = heading(assessment, &id, &title, subtitle, &positions);
    let spoken = shown.iter().map(|(metric, indices)| sentence(assessment, results, *metric, indices));
    heading.description = spoken.collect::<Vec<_>>().join(" ");
    let chart = IndexBars { heading, label: words.text("indices-axis"), panels: shown.iter().map(panel).collect() };
    Some(RenderedChart::new(id, title, chart, &style(assessment, None)))
}
